//! Pairs of passages that an editor set side by side.

use serde::Deserialize;

use super::Sources;
use super::report::Report;
use super::source;
use crate::corpus::{Diagnostic, Document, Layer, Relation, RelationKind};

const PAIRS: &str = "assets/annotations/pairs.json";

/// A pair as the editor writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    a: String,
    b: String,
    relation: RelationKind,
    #[allow(dead_code, reason = "what the engine is measured by")]
    must: bool,
    reason: String,
    note: Option<String>,
}

/// Reads the pairs.
pub fn read(sources: &Sources, documents: &[Document], faults: &mut Vec<Diagnostic>) -> Vec<Relation> {
    let pairs: Vec<Pair> = source::optional(sources, PAIRS, faults);
    let mut report = Report::new(PAIRS, sources, faults);
    let account = |id: &str| {
        let document = documents.iter().find(|document| document.passage(id).is_some());
        document.map(|document| document.account.as_str())
    };
    let mut relations: Vec<Relation> = Vec::new();
    for Pair { a, b, relation, reason, note, .. } in pairs {
        let unknown: Vec<&String> = [&a, &b].into_iter().filter(|id| account(id).is_none()).collect();
        for id in &unknown {
            report.fault(id, format!("unknown passage “{id}”"), "use an id that `cargo xtask corpus` writes");
        }
        if unknown.is_empty() && account(&a) == account(&b) {
            let hint = "a pair joins passages of two accounts";
            report.fault(&a, format!("“{a}” and “{b}” belong to one account"), hint);
        }
        if relations.iter().any(|other| (&other.a, &other.b) == (&a, &b) || (&other.a, &other.b) == (&b, &a)) {
            report.fault(&a, format!("“{a}” and “{b}” stand twice"), "give a pair once");
        }
        relations.push(Relation { a, b, relation, layer: Layer::Editorial, reason, score: 0, note });
    }
    relations
}
