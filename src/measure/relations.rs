//! Relations: the pairs that the editors chose against the first that the engine ranks.

use super::Comparison;
use crate::annotate::relation::{Lexicon, Subject, gather, relate};
use crate::corpus::{Bundle, Layer, Relation};

/// So many of a ranking are looked through.
const FIRST: usize = 5;

/// Pairs whose other passage is among the engine's first, asked from either side: of all, of those that nobody should
/// miss. The engine ranks the passages of all other accounts together. Then those that nobody should miss as a reader
/// is shown them: with the editors' pairs ahead, which only too many of them can push out.
pub fn compare(bundle: &Bundle, lexicon: &Lexicon) -> Vec<Comparison> {
    let (ids, subjects): (Vec<&str>, Vec<Subject<'_>>) = gather(bundle).into_iter().unzip();
    let index = relate(&subjects, lexicon);
    let ranking = |what: &str| Comparison { engine: None, ..Comparison::of(what) };
    let mut all = ranking("Chosen pairs among the engine’s first five");
    let mut must = ranking("… those that nobody should miss");
    let mut together = ranking("… these, with the editors’ pairs ahead");
    let chosen = |of: &str| {
        let pairs = bundle.relations.iter().filter(|relation| relation.layer == Layer::Editorial);
        let mut of_passage: Vec<_> = pairs.filter(|relation| relation.a == of || relation.b == of).collect();
        let score = |relation: &Relation| {
            let at = |id: &str| ids.iter().position(|other| *other == id).unwrap_or(usize::MAX);
            index.score(at(&relation.a), at(&relation.b))
        };
        of_passage.sort_by(|one, other| other.must.cmp(&one.must).then(score(other).total_cmp(&score(one))));
        of_passage
    };
    for relation in bundle.relations.iter().filter(|relation| relation.layer == Layer::Editorial) {
        for (from, to) in [(&relation.a, &relation.b), (&relation.b, &relation.a)] {
            let Some(of) = ids.iter().position(|id| id == from) else { continue };
            let found = index.ranked(of, FIRST).iter().any(|related| ids[related.subject] == to);
            if relation.must {
                let among_chosen = chosen(from).iter().take(FIRST).any(|other| **other == *relation);
                together.both += usize::from(among_chosen);
                together.editorial += usize::from(!among_chosen);
            }
            for comparison in [Some(&mut all), relation.must.then_some(&mut must)].into_iter().flatten() {
                if found {
                    comparison.both += 1;
                } else {
                    comparison.editorial += 1;
                }
            }
        }
    }
    vec![all, must, together]
}
