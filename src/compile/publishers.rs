//! Who published the references, as far as they tell.

use serde::Deserialize;

use super::Sources;
use super::report::Report;
use super::source;
use crate::corpus::{BlockKind, Diagnostic, Document, FieldKind, Publishers};

const PUBLISHERS: &str = "assets/annotations/publishers.json";

/// A publisher as the editor writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edited {
    name: String,
    kind: String,
    country: Option<String>,
    /// What stands for it in references, exactly.
    containers: Vec<String>,
    /// References that show it elsewhere.
    #[serde(default)]
    references: Vec<String>,
    #[allow(dead_code, reason = "kept in the source for its readers")]
    grounds: String,
}

/// Reads the publishers and counts their references.
pub fn read(sources: &Sources, documents: &[Document], faults: &mut Vec<Diagnostic>) -> Vec<Publishers> {
    let edited: Vec<Edited> = source::optional(sources, PUBLISHERS, faults);
    let mut report = Report::new(PUBLISHERS, sources, faults);
    let mut counts = vec![0; edited.len()];
    for (document, passage) in
        documents.iter().flat_map(|document| document.passages.iter().map(move |p| (document, p)))
    {
        if passage.kind != BlockKind::Reference || edited.is_empty() {
            continue;
        }
        let container = passage.fields.iter().find(|field| field.kind == FieldKind::Container);
        let container = container.map(|field| passage.text_in(&document.text, field.range));
        let is = |publisher: &Edited| {
            publisher.references.contains(&passage.id)
                || container.as_ref().is_some_and(|container| publisher.containers.contains(container))
        };
        match edited.iter().position(is) {
            Some(publisher) => counts[publisher] += 1,
            None => {
                if let Some(container) = container {
                    let reason = format!("“{container}” of “{}” has no publisher", passage.id);
                    report.fault("name", reason, "add it to the `containers` of its publisher");
                }
            }
        }
    }
    for (publisher, references) in edited.iter().zip(&counts) {
        if *references == 0 {
            let reason = format!("no reference is by “{}”", publisher.name);
            report.fault(&publisher.name, reason, "give its containers as the references have them, or leave it out");
        }
    }
    let counted: Vec<(&Edited, u32)> = edited.iter().zip(counts).collect();
    let mut publishers =
        groups(counted.iter().map(|(publisher, count)| (publisher.kind.as_str(), publisher.name.as_str(), *count)));
    let seats = counted.iter().filter_map(|(publisher, count)| Some((publisher.country.as_deref()?, "", *count)));
    publishers.extend(groups(seats));
    publishers
}

/// What shares a word, the word with most references first.
fn groups<'a>(all: impl Iterator<Item = (&'a str, &'a str, u32)>) -> Vec<Publishers> {
    let mut groups: Vec<Publishers> = Vec::new();
    for (of, name, references) in all {
        let at = groups.iter().position(|group| group.of == of).unwrap_or_else(|| {
            groups.push(Publishers { of: of.to_owned(), references: 0, names: Vec::new() });
            groups.len() - 1
        });
        groups[at].references += references;
        if !name.is_empty() {
            groups[at].names.push(format!("{name} {references}"));
        }
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.references));
    groups
}
