//! Who published the references, as far as they tell.

use serde::Deserialize;

use super::Sources;
use super::report::Report;
use super::source;
use crate::corpus::{BlockKind, Diagnostic, Document, FieldKind, Publisher};

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
pub fn read(sources: &Sources, documents: &[Document], faults: &mut Vec<Diagnostic>) -> Vec<Publisher> {
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
    let publishers = edited.into_iter().zip(counts).map(|(publisher, references)| {
        if references == 0 {
            let reason = format!("no reference is by “{}”", publisher.name);
            report.fault(&publisher.name, reason, "give its containers as the references have them, or leave it out");
        }
        Publisher { name: publisher.name, kind: publisher.kind, country: publisher.country, references }
    });
    publishers.collect()
}
