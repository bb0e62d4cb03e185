//! Passages side by side: the pairs that an editor chose, and the closest that the engine finds beside them.

use serde::Deserialize;

use super::Sources;
use super::report::Report;
use super::source;
use crate::annotate::relation::{Lexicon, Subject, gather, relate};
use crate::corpus::{Bundle, Diagnostic, Document, Layer, Relation, RelationKind};
use crate::words;

const PAIRS: &str = "assets/annotations/pairs.json";
const CONCEPTS: &str = "assets/annotations/concepts.json";

/// So many parallels of the engine's are kept for a passage.
const KEPT: usize = 2;

/// A pair as the editor writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    a: String,
    b: String,
    relation: RelationKind,
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
    for Pair { a, b, relation, must, reason, note } in pairs {
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
        relations.push(Relation { a, b, relation, layer: Layer::Editorial, reason, must, score: 0, note });
    }
    // What nobody should miss stands first, wherever the pairs of a passage are listed.
    relations.sort_by_key(|relation| !relation.must);
    relations
}

/// Reads what the engine knows of the topics of such conflicts.
pub fn lexicon(sources: &Sources, faults: &mut Vec<Diagnostic>) -> Option<Lexicon> {
    let json = sources.get(CONCEPTS)?;
    match Lexicon::from_json(json) {
        Ok(lexicon) => Some(lexicon),
        Err(error) => {
            Report::new(CONCEPTS, sources, faults).fault("concepts", error.reason, &error.hint);
            None
        }
    }
}

/// The closest passages that the engine finds for each passage of running text, those aside that an editor chose.
pub fn by_rule(bundle: &Bundle, lexicon: &Lexicon) -> Vec<Relation> {
    let (ids, subjects): (Vec<&str>, Vec<Subject<'_>>) = gather(bundle).into_iter().unzip();
    let index = relate(&subjects, lexicon);
    let mut found: Vec<Relation> = Vec::new();
    for of in (0..ids.len()).filter(|of| subjects[*of].running) {
        for related in index.ranked(of, KEPT) {
            let (a, b) = (ids[of.min(related.subject)], ids[of.max(related.subject)]);
            let known = |other: &Relation| (other.a == a && other.b == b) || (other.a == b && other.b == a);
            if bundle.relations.iter().chain(&found).any(known) {
                continue;
            }
            found.push(Relation {
                a: a.to_owned(),
                b: b.to_owned(),
                relation: related.relation,
                layer: Layer::Engine,
                reason: words::grounds(&related.grounds, lexicon, bundle),
                must: false,
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "scores are small and positive"
                )]
                score: (related.score * 100.0) as u32,
                note: None,
            });
        }
    }
    found.sort_by_key(|relation| std::cmp::Reverse(relation.score));
    found
}
