//! A bundle's passages as subjects.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Subject;
use crate::corpus::{Bundle, Document, Passage, PassageKind};

/// What annotations know of passages, by the passage's id.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Ids of the places named, each as often as it is.
    pub places: BTreeMap<String, Vec<String>>,
    /// Ids of the voices heard.
    pub voices: BTreeMap<String, Vec<String>>,
    /// What is counted.
    pub counted: BTreeMap<String, Vec<String>>,
}

/// The passages of a bundle in its order, with their ids. Those of running text may be answers; headings, notes and
/// references may only be asked about.
#[must_use]
pub fn gather<'a>(bundle: &'a Bundle, known: &'a Known) -> Vec<(&'a str, Subject<'a>)> {
    bundle.documents.iter().flat_map(|document| of_document(document, known)).collect()
}

fn of_document<'a>(document: &'a Document, known: &'a Known) -> Vec<(&'a str, Subject<'a>)> {
    let mut headings: Vec<(u8, String)> = Vec::new();
    let mut found = Vec::with_capacity(document.passages.len());
    for passage in &document.passages {
        if passage.kind == PassageKind::Heading {
            let level = passage.level.unwrap_or(1);
            headings.retain(|(above, _)| *above < level);
        }
        let listed = |of: &'a BTreeMap<String, Vec<String>>| {
            of.get(&passage.id).map(|ids| ids.iter().map(String::as_str).collect()).unwrap_or_default()
        };
        let under: Vec<&str> = headings.iter().filter(|(level, _)| *level > 1).map(|(_, text)| text.as_str()).collect();
        let subject = Subject {
            account: &document.account,
            document: &document.id,
            running: is_running(passage.kind),
            text: Cow::Owned(passage.text(&document.text)),
            heading: Cow::Owned(under.join(" . ")),
            notes: Cow::Owned(notes(document, passage)),
            times: passage.times.iter().map(|time| time.days).collect(),
            places: listed(&known.places),
            voices: listed(&known.voices),
            counted: listed(&known.counted),
        };
        if passage.kind == PassageKind::Heading {
            headings.push((passage.level.unwrap_or(1), subject.text.clone().into_owned()));
        }
        found.push((passage.id.as_str(), subject));
    }
    found
}

const fn is_running(kind: PassageKind) -> bool {
    matches!(
        kind,
        PassageKind::Paragraph
            | PassageKind::Quotation
            | PassageKind::ListItem
            | PassageKind::Infobox
            | PassageKind::Caption
    )
}

/// The footnotes and references that the passage's marks lead to.
fn notes(document: &Document, passage: &Passage) -> String {
    let found = passage.marks(&document.text).filter_map(|(number, _)| {
        let reference = format!("{}.r{number}", document.id);
        let at = document.footnote(number).or_else(|| document.passages.iter().position(|p| p.id == reference))?;
        Some(document.passages.get(at)?.text(&document.text))
    });
    found.collect::<Vec<_>>().join(" . ")
}
