//! Search over all passages, notes, references and titles: an index of words, a reader of queries, a ranking.
//!
//! [`Index::build`] reads a bundle once; [`Query::parse`] reads what was typed; [`Index::search`] gives back plain
//! [`Results`] by index into the bundle. How a query was understood beyond its letters is always said in
//! [`Results::notes`].
//!
//! Nothing here knows the browser. It is meant to be a part of the program that is loaded when somebody searches: the
//! letters it folds, the words it skips and its thesaurus are small tables of its own.

pub mod concordance;
mod date;
mod dictionary;
mod filter;
mod fold;
mod forms;
mod index;
mod lists;
mod mark;
mod order;
mod plan;
mod query;
mod rank;
mod results;
mod snippet;
mod spoken;
mod thesaurus;
mod token;
mod weights;

use crate::corpus::{Bundle, ByteRange};

pub use index::{Index, Title};
pub use query::{FIELDS, Fault, FieldClause, FilterField, Query};
pub use results::{Filters, Has, Hit, Note, Results, TitleHit};
pub use snippet::{Piece, pieces};
pub use weights::Weights;

pub(crate) use dictionary::{Collector, Dictionary};
pub(crate) use forms::stem;
pub(crate) use order::sorted;
pub(crate) use plan::is_function_word;
pub(crate) use token::Tokenizer;

use filter::Sieve;
use mark::{Marked, Marker};
use order::keep;
use plan::{Group, Plan, Source};
use rank::{Ranking, Tally};

/// So many more than asked for are looked at closely, since closeness may change their order.
const MARGIN: usize = 16;

impl Index {
    /// The passages that have enough of a query and pass all filters: the best `limit` of each account, those that have
    /// more of it before others, and counts of all. `bundle` is the one the index was built from.
    #[must_use]
    pub fn search(&self, bundle: &Bundle, query: &Query, filters: &Filters, limit: usize) -> Results {
        self.search_by(bundle, query, filters, limit, &Weights::default())
    }

    /// As [`Self::search`], with other weights.
    #[must_use]
    pub fn search_by(
        &self,
        bundle: &Bundle,
        query: &Query,
        filters: &Filters,
        limit: usize,
        weights: &Weights,
    ) -> Results {
        // An id has a point and no space: few queries are looked up in vain.
        if query.text.contains('.')
            && filters.is_empty()
            && let Some(found) = self.by_id(bundle, query.text.trim())
        {
            return found;
        }
        let plan = plan::plan(self, bundle, weights, query, filters);
        let mut results = Results {
            accounts: vec![0; bundle.accounts.len()],
            periods: vec![0; bundle.periods.len()],
            ..Results::default()
        };
        if plan.groups.is_empty() && (plan.filters.is_empty() || !query.words.is_empty()) {
            results.notes = plan.notes;
            return results;
        }
        self.titles(&plan, &mut results);
        self.passages(bundle, plan, limit, weights, &mut results);
        results
    }

    /// The passage whose id was typed, and nothing else.
    fn by_id(&self, bundle: &Bundle, id: &str) -> Option<Results> {
        let (document, passage) = bundle.passage(id)?;
        let document = bundle.documents.iter().position(|other| other.id == document.id).map(dictionary::offset)?;
        let unit = (self.units.iter()).position(|unit| {
            let passages = &bundle.documents[unit.document as usize].passages;
            unit.document == document && passages[unit.passage as usize].id == passage.id
        })?;
        let (known, unit) = (&self.units[unit], dictionary::offset(unit));
        let account = self.accounts[document as usize];
        let counts = |length: usize, ones: &[u32]| {
            (0..length).map(|at| u32::from(ones.contains(&dictionary::offset(at)))).collect::<Vec<u32>>()
        };
        let periods: Vec<u32> = self.spoken.periods(unit).iter().map(|period| u32::from(*period)).collect();
        let hit = Hit {
            document,
            passage: known.passage,
            heading: self.headings(unit).next().map(|heading| self.units[heading as usize].passage),
            account,
            score: 1.0,
            has: Has::All,
            highlights: Vec::new(),
            snippet: passage.span(),
        };
        Some(Results {
            total: 1,
            complete: 1,
            accounts: counts(bundle.accounts.len(), &[account]),
            periods: counts(bundle.periods.len(), &periods),
            hits: vec![hit],
            ..Results::default()
        })
    }

    fn passages(&self, bundle: &Bundle, plan: Plan, limit: usize, weights: &Weights, results: &mut Results) {
        let mut ranking = Ranking::new(self, weights);
        let importance: Vec<f32> = plan.groups.iter().map(|group| ranking.add(group)).collect();
        if plan.groups.is_empty() {
            // Filters alone: everything they let through, in the order of the texts.
            ranking.found = (0..dictionary::offset(self.units.len())).collect();
        }
        let sieve = Sieve::new(self, bundle, &plan.filters);
        let excluded = self.excluded(&plan.excluded);
        // One thing alone is never nearer to itself.
        let most = if plan.groups.len() > 1 { limit + MARGIN } else { limit };
        // The best by account: how much it has, score before closeness, unit.
        let mut candidates: Vec<Vec<(Has, f32, u32)>> = vec![Vec::new(); bundle.accounts.len()];
        // Built for size, a vector's index is a call, that of a slice is not.
        let (tallies, units, accounts) = (&ranking.tallies[..], &self.units[..], &self.accounts[..]);
        for unit in std::mem::take(&mut ranking.found) {
            let tally = tallies[unit as usize];
            let enough = tally.covered >= weights.least * ranking.whole && tally.required == ranking.required;
            if !enough || excluded.binary_search(&unit).is_ok() || !sieve.passes(unit) {
                continue;
            }
            let account = accounts[units[unit as usize].document as usize] as usize;
            let Some(of_account) = candidates.get_mut(account) else { continue };
            results.total += 1;
            let has = match ranking.groups {
                groups if tally.named == groups => Has::All,
                groups if tally.groups == groups => Has::Related,
                _ => Has::Part,
            };
            results.complete += u32::from(has == Has::All);
            results.related += u32::from(has == Has::Related);
            results.accounts[account] += 1;
            for period in self.spoken.periods(unit) {
                results.periods[usize::from(*period)] += 1;
            }
            let scored = (has, self.score(unit, tally, ranking.whole, weights), unit);
            keep(of_account, most, scored, |a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(b.2.cmp(&a.2)).is_gt());
        }
        let marker = Marker::new(self, &plan.groups, importance);
        // What closeness makes of a score at most, and a little for rounding.
        let closest = 1.001 + weights.close + weights.adjacent;
        let mut hits = Vec::new();
        for (account, of_account) in candidates.into_iter().enumerate() {
            let mut best: Vec<(Has, f32, u32, Marked)> = Vec::new();
            for (has, score, unit) in of_account {
                // However close its words stand, neither this one nor one that follows would be among the best.
                let beaten = |last: &(Has, f32, u32, Marked)| last.0 > has || last.1 > score * closest;
                if best.len() >= limit && best.last().is_some_and(beaten) {
                    break;
                }
                let marked = marker.mark(bundle, unit);
                let (close, adjacent) = marker.closeness(&marked, weights);
                let score = score * (1.0 + weights.close * close + weights.adjacent * adjacent);
                keep(&mut best, limit, (has, score, unit, marked), |a, b| {
                    a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(b.2.cmp(&a.2)).is_gt()
                });
            }
            hits.extend(best.into_iter().map(|(has, score, unit, marked)| {
                let known = &self.units[unit as usize];
                let heading = self.headings(unit).next().map(|heading| self.units[heading as usize].passage);
                let hit = Hit {
                    document: known.document,
                    passage: known.passage,
                    heading,
                    account: dictionary::offset(account),
                    score,
                    has,
                    highlights: marked.ranges(),
                    snippet: marker.snippet(bundle, unit, &marked),
                };
                (unit, hit)
            }));
        }
        let hits = sorted(hits, &|a: &(u32, Hit), b| b.1.score.total_cmp(&a.1.score).then(a.0.cmp(&b.0)));
        results.hits = hits.into_iter().map(|(_, hit)| hit).collect();
        results.notes = plan.notes;
    }

    /// The score of a passage, but for how close the words stand.
    fn score(&self, unit: u32, tally: Tally, whole: f32, weights: &Weights) -> f32 {
        let known = &self.units[unit as usize];
        let kind = Weights::kind(known.kind);
        if whole <= 0.0 {
            return kind;
        }
        let covered = 1.0 - weights.coverage * (1.0 - tally.covered / whole);
        let lead = if known.lead { weights.lead } else { 0.0 };
        tally.score * kind * covered * (1.0 + weights.cited * known.cited + lead)
    }

    /// The units that have something excluded, in order.
    fn excluded(&self, groups: &[Group]) -> Vec<u32> {
        let mut units = Vec::new();
        for member in groups.iter().flat_map(|group| &group.members) {
            match &member.source {
                Source::Word(word) => units.extend_from_slice(self.lists.of(*word).0),
                Source::Phrase(phrase) => self.with_phrase(phrase, |unit, _| {
                    units.push(unit);
                    true
                }),
                _ => {}
            }
        }
        units.sort_unstable();
        units.dedup();
        units
    }

    /// Titles that have all groups.
    fn titles(&self, plan: &Plan, results: &mut Results) {
        for (title, words) in &self.titles {
            let has = |group: &Group| {
                group.members[..group.typed].iter().any(|member| match &member.source {
                    Source::Word(word) => words.contains(word),
                    Source::Phrase(phrase) => words.windows(phrase.len().max(1)).any(|window| {
                        window.len() == phrase.len() && window.iter().zip(phrase).all(|(word, of)| of.contains(word))
                    }),
                    _ => false,
                })
            };
            if !plan.groups.is_empty() && plan.groups.iter().all(has) {
                let part = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
                let score = (part(plan.groups.len()) / part(words.len().max(1))).min(1.0);
                let hit = TitleHit { title: *title, score };
                keep(&mut results.titles, usize::MAX, hit, |a, b| a.score > b.score);
            }
        }
    }
}

/// The byte ranges of the highlights that lie in a stretch, cut to it.
#[must_use]
pub fn within(highlights: &[ByteRange], stretch: ByteRange) -> Vec<ByteRange> {
    highlights.iter().filter_map(|range| range.intersect(stretch)).collect()
}
