//! Relations: the pairs that the editors chose against the first that the engine ranks.

use super::Comparison;
use crate::annotate::relation::{Lexicon, Subject, gather, relate};
use crate::corpus::{Bundle, Layer};

/// So many of a ranking are looked through.
const FIRST: usize = 5;

/// Pairs whose other passage is among the engine's first, asked from either side: of all, of those that nobody should
/// miss. The engine ranks the passages of all other accounts together.
pub fn compare(bundle: &Bundle, lexicon: &Lexicon) -> Vec<Comparison> {
    let (ids, subjects): (Vec<&str>, Vec<Subject<'_>>) = gather(bundle).into_iter().unzip();
    let index = relate(&subjects, lexicon);
    let ranking = |what: &str| Comparison { engine: None, ..Comparison::of(what) };
    let mut all = ranking("Chosen pairs among the engine’s first five");
    let mut must = ranking("… those that nobody should miss");
    for relation in bundle.relations.iter().filter(|relation| relation.layer == Layer::Editorial) {
        for (from, to) in [(&relation.a, &relation.b), (&relation.b, &relation.a)] {
            let Some(of) = ids.iter().position(|id| id == from) else { continue };
            let found = index.ranked(of, FIRST).iter().any(|related| ids[related.subject] == to);
            for comparison in [Some(&mut all), relation.must.then_some(&mut must)].into_iter().flatten() {
                if found {
                    comparison.both += 1;
                } else {
                    comparison.editorial += 1;
                }
            }
        }
    }
    vec![all, must]
}
