//! A bundle's passages as subjects.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Subject;
use crate::annotate::place::mentions;
use crate::corpus::{Basis, Bundle, Document, Interval, Passage, PassageKind};

/// What the annotations of a bundle know of its passages.
#[derive(Clone, Debug, Default)]
struct Known<'a> {
    /// By the passage's id: the places named, each as often as it is.
    places: BTreeMap<&'a str, Vec<&'a str>>,
    /// What is counted.
    counted: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Known<'a> {
    /// Reads the gazetteer and the figures of a bundle.
    fn of(bundle: &'a Bundle) -> Self {
        let mut known = Self::default();
        for mention in mentions(bundle) {
            let passage = bundle.documents.get(mention.document).and_then(|d| d.passages.get(mention.passage));
            if let (Some(passage), Some(place)) = (passage, bundle.places.get(mention.place)) {
                known.places.entry(&passage.id).or_default().push(&place.id);
            }
        }
        for figure in &bundle.figures {
            known.counted.entry(&figure.passage).or_default().push(&figure.counted);
        }
        known
    }
}

/// The passages of a bundle in its order, with their ids. Those of running text may be answers; headings, notes and
/// references may only be asked about.
#[must_use]
pub fn gather(bundle: &Bundle) -> Vec<(&str, Subject<'_>)> {
    let known = Known::of(bundle);
    bundle.documents.iter().flat_map(|document| of_document(document, &known)).collect()
}

fn of_document<'a>(document: &'a Document, known: &Known<'a>) -> Vec<(&'a str, Subject<'a>)> {
    let mut headings: Vec<(u8, String)> = Vec::new();
    let mut found = Vec::with_capacity(document.passages.len());
    for passage in &document.passages {
        if passage.kind == PassageKind::Heading {
            let level = passage.level.unwrap_or(1);
            headings.retain(|(above, _)| *above < level);
        }
        let listed = |of: &BTreeMap<&'a str, Vec<&'a str>>| of.get(passage.id.as_str()).cloned().unwrap_or_default();
        let voices = passage.speech.iter().flat_map(|stretch| &stretch.voices).map(|voice| voice.speaker.as_str());
        let under: Vec<&str> = headings.iter().filter(|(level, _)| *level > 1).map(|(_, text)| text.as_str()).collect();
        let subject = Subject {
            account: &document.account,
            document: &document.id,
            running: is_running(passage.kind),
            text: Cow::Owned(passage.text(&document.text)),
            heading: Cow::Owned(under.join(" . ")),
            notes: Cow::Owned(notes(document, passage)),
            times: dated(passage, |basis| basis != Basis::Written),
            present: dated(passage, |basis| basis == Basis::Written),
            places: listed(&known.places),
            voices: voices.collect(),
            counted: listed(&known.counted),
        };
        if passage.kind == PassageKind::Heading {
            headings.push((passage.level.unwrap_or(1), subject.text.clone().into_owned()));
        }
        found.push((passage.id.as_str(), subject));
    }
    found
}

fn dated(passage: &Passage, rests_on: impl Fn(Basis) -> bool) -> Vec<Interval> {
    passage.times.iter().filter(|time| rests_on(time.basis)).map(|time| time.days).collect()
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
