//! The ranking: what each of the other accounts' passages shares with one, and how much that says.

use std::collections::{BTreeMap, BTreeSet};

use super::kind::kind;
use super::terms::{Reading, Term, TermKind, read};
use super::{Ground, GroundKind, Lexicon, Subject, Weights};
use crate::corpus::{Day, Interval, RelationKind};

/// A parallel.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// Its place among the subjects.
    pub subject: usize,
    /// Above 0; higher is closer. Comparable within one index only. In thousandths, so that two machines agree. A
    /// ranking descends by it within each account.
    pub score: f64,
    /// How it stands to the subject asked about.
    pub relation: RelationKind,
    /// What that rests on, the weightiest first.
    pub grounds: Vec<Ground>,
}

/// Subjects, ready to be asked about.
pub struct Index {
    weights: Weights,
    entries: Vec<Entry>,
    /// All terms in order, each with how rare it is among the running subjects.
    terms: Vec<(Term, f64)>,
}

struct Entry {
    account: String,
    running: bool,
    /// Each with whether its text tells it.
    times: Vec<(Interval, bool)>,
    /// Ascending by their places.
    terms: Vec<Weighed>,
    forms: BTreeMap<String, String>,
}

/// A term as a subject has it.
struct Weighed {
    /// Its place in [`Index::terms`].
    term: usize,
    /// Divided by the subject's pivoted length.
    weight: f64,
    /// Whether the subject has it of its kin alone.
    kindred: bool,
}

/// What two subjects share: the parts of their score.
#[derive(Default)]
struct Shared {
    /// What a term adds, and its place in [`Index::terms`].
    terms: Vec<(f64, usize)>,
    /// What topics of one family add.
    kindred: f64,
    closeness: f64,
    /// The days of the closest pair of times that both texts tell and that meet, and the length of the longer of the two.
    days: Option<(Interval, i64)>,
}

impl Shared {
    fn score(&self, weights: &Weights) -> f64 {
        ((self.of_terms() + self.kindred + self.of_time(weights)) * 1000.0).round() / 1000.0
    }

    fn of_terms(&self) -> f64 {
        self.terms.iter().map(|(part, _)| part).sum()
    }

    fn of_time(&self, weights: &Weights) -> f64 {
        weights.time * self.closeness
    }
}

/// A term counts as telling something particular from this rarity on: fewer than one subject in five has it.
const PARTICULAR: f64 = 1.6;
/// Times of more days than this make no one event.
const EVENT_DAYS: i64 = 31;
/// Grounds below this part of the score are not named.
const NAMED_FROM: f64 = 0.04;
/// No more grounds of one kind than this.
const NAMED_OF_A_KIND: usize = 3;

impl Index {
    pub(super) fn new(subjects: &[Subject<'_>], lexicon: &Lexicon, weights: Weights) -> Self {
        let readings = read(subjects, lexicon, &weights);
        let rarity = rarity(subjects, &readings);
        let topics: BTreeMap<String, usize> = lexicon.ids().map(|(at, id)| (id.to_owned(), at)).collect();
        let strength = |term: &Term| {
            let kind = match term.0 {
                TermKind::Topic => {
                    let topic = topics.get(&term.1).map_or(1.0, |&topic| lexicon.weight(topic));
                    weights.topic * topic
                }
                TermKind::Place => weights.place,
                TermKind::Voice => weights.voice,
                TermKind::Counted => weights.counted,
                TermKind::Word => weights.word,
            };
            // A product of two of these is to count `kind` once.
            kind.sqrt() * rarity.get(term).copied().unwrap_or_default()
        };
        let mut weighed: Vec<BTreeMap<Term, f64>> = Vec::with_capacity(readings.len());
        for reading in &readings {
            let saturated = |mentions: f64| mentions / (mentions + weights.saturation);
            let terms = reading.mentions.iter();
            weighed.push(terms.map(|(term, &mentions)| (term.clone(), strength(term) * saturated(mentions))).collect());
        }
        let lengths: Vec<f64> =
            weighed.iter().map(|terms| terms.values().map(|weight| weight * weight).sum::<f64>().sqrt()).collect();
        let usual = median(subjects.iter().zip(&lengths).filter(|(subject, _)| subject.running).map(|(_, &l)| l));
        let terms: Vec<(Term, f64)> = rarity.into_iter().collect();
        let place = |term: &Term| terms.binary_search_by(|(other, _)| other.cmp(term)).ok();
        let entries = subjects.iter().zip(readings).zip(weighed.into_iter().zip(lengths)).map(
            |((subject, reading), (terms, length))| {
                let pivot = (1.0 - weights.pivot) + weights.pivot * if usual > 0.0 { length / usual } else { 1.0 };
                let weighed = |(term, weight): (Term, f64)| {
                    let kindred = reading.kindred.contains(&term);
                    Some(Weighed { term: place(&term)?, weight: weight / pivot.max(f64::EPSILON), kindred })
                };
                let times = subject.times.iter().map(|days| (*days, true));
                let times = times.chain(subject.present.iter().map(|days| (*days, false)));
                Entry {
                    account: subject.account.to_owned(),
                    running: subject.running,
                    times: times.collect(),
                    terms: terms.into_iter().filter_map(weighed).filter(|weighed| weighed.weight > 0.0).collect(),
                    forms: reading.forms,
                }
            },
        );
        let entries = entries.collect();
        Self { weights, entries, terms }
    }

    /// The numbers it ranks by.
    #[must_use]
    pub const fn weights(&self) -> &Weights {
        &self.weights
    }

    /// The running subjects of the other accounts that say something on what subject `of` says, the closest first, each
    /// measured against what its account usually has to say on it; none below what [`Weights`] call the least, and none
    /// where `of` names no subject.
    #[must_use]
    pub fn ranked(&self, of: usize, limit: usize) -> Vec<Related> {
        let mut found = self.scored(of);
        found.truncate(limit);
        let Some(asked) = self.entries.get(of) else { return Vec::new() };
        let related = found.into_iter().map(|(score, subject, shared)| {
            let (relation, grounds) = self.explained(asked, &shared, score);
            Related { subject, score, relation, grounds }
        });
        related.collect()
    }

    /// The score of two subjects, in either order the same; 0 for subjects of one account.
    #[must_use]
    pub fn score(&self, a: usize, b: usize) -> f64 {
        match (self.entries.get(a), self.entries.get(b)) {
            (Some(one), Some(other)) if one.account != other.account => self.shared(one, other).score(&self.weights),
            _ => 0.0,
        }
    }

    fn scored(&self, of: usize) -> Vec<(f64, usize, Shared)> {
        let Some(asked) = self.entries.get(of) else { return Vec::new() };
        let others =
            self.entries.iter().enumerate().filter(|(_, other)| other.running && other.account != asked.account);
        let found: Vec<(f64, usize, &str, Shared)> = others
            .map(|(at, other)| {
                let shared = self.shared(asked, other);
                (shared.score(&self.weights), at, other.account.as_str(), shared)
            })
            .collect();
        let usual = self.usual(found.iter().map(|(score, _, account, _)| (*account, *score)));
        let standing =
            |account: &str, score: f64| score - self.weights.balance * usual.get(account).copied().unwrap_or_default();
        let mut standing: Vec<(f64, (f64, usize, Shared))> = found
            .into_iter()
            .filter(|(score, .., shared)| self.weights.suffices(*score, shared.of_terms()))
            .map(|(score, at, account, shared)| (standing(account, score), (score, at, shared)))
            .collect();
        standing.sort_by(|(a, (_, i, _)), (b, (_, j, _))| b.total_cmp(a).then(i.cmp(j)));
        standing.into_iter().map(|(_, found)| found).collect()
    }

    /// What each account usually has to say on a subject: the mean of its best scores, as many as [`Weights`] say.
    fn usual<'a>(&self, scores: impl Iterator<Item = (&'a str, f64)>) -> BTreeMap<&'a str, f64> {
        let mut of_account: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        for (account, score) in scores {
            of_account.entry(account).or_default().push(score);
        }
        let mean = |mut scores: Vec<f64>| {
            scores.sort_by(|a, b| b.total_cmp(a));
            scores.iter().take(self.weights.usual).sum::<f64>()
                / as_number(i64::try_from(self.weights.usual.max(1)).unwrap_or(i64::MAX))
        };
        of_account.into_iter().map(|(account, scores)| (account, mean(scores))).collect()
    }

    fn shared(&self, a: &Entry, b: &Entry) -> Shared {
        let mut shared = Shared::default();
        let mut theirs = b.terms.iter().peekable();
        for one in &a.terms {
            while theirs.next_if(|other| other.term < one.term).is_some() {}
            let Some(other) = theirs.next_if(|other| other.term == one.term) else { continue };
            let part = one.weight * other.weight;
            if one.kindred || other.kindred {
                shared.kindred += part;
            } else {
                shared.terms.push((part, one.term));
            }
        }
        let mut closest = 0.0;
        for &(one, told) in &a.times {
            for &(other, also_told) in &b.times {
                let (closeness, length) = self.closeness(one, other);
                shared.closeness = shared.closeness.max(closeness);
                if told && also_told && closeness > closest {
                    closest = closeness;
                    shared.days = meeting(one, other).map(|days| (days, length));
                }
            }
        }
        shared
    }

    /// From 0 to 1, and the length in days of the longer time.
    fn closeness(&self, a: Interval, b: Interval) -> (f64, i64) {
        let ((a_from, a_to), (b_from, b_to)) = (self.bounds(a), self.bounds(b));
        let length = (a_to - a_from).max(b_to - b_from).max(0) + 1;
        let gap = (a_from.max(b_from) - a_to.min(b_to)).max(0);
        let apart = as_number(length) + as_number(gap) * self.weights.gap;
        (1.0 / (1.0 + apart / self.weights.days), length)
    }

    fn bounds(&self, days: Interval) -> (i64, i64) {
        let open = self.weights.open_years * 365;
        match (days.earliest.map(Day::number), days.latest.map(Day::number)) {
            (Some(from), Some(to)) => (from, to),
            (Some(from), None) => (from, from + open),
            (None, Some(to)) => (to - open, to),
            (None, None) => (-open, open),
        }
    }

    fn explained(&self, a: &Entry, shared: &Shared, score: f64) -> (RelationKind, Vec<Ground>) {
        let named = |place: usize| self.terms.get(place).map(|(term, _)| term);
        let mut parts: Vec<(f64, &Term)> =
            shared.terms.iter().filter_map(|(part, place)| Some((*part, named(*place)?))).collect();
        parts.sort_by(|(a, s), (b, t)| b.total_cmp(a).then(s.cmp(t)));
        let rarity = |term: &Term| {
            let place = self.terms.binary_search_by(|(other, _)| other.cmp(term)).ok()?;
            self.terms.get(place).map(|(_, rarity)| *rarity)
        };
        let particular = |term: &Term| rarity(term).is_some_and(|rarity| rarity >= PARTICULAR);
        let narrow = shared.days.is_some_and(|(_, length)| length <= EVENT_DAYS);
        let placed = parts.iter().any(|(_, term)| term.0 == TermKind::Place && particular(term));
        let strong =
            |(part, term): &(f64, &Term)| term.0 == TermKind::Topic && particular(term) && *part >= score * 0.15;
        let one_event = narrow && (placed || parts.iter().any(strong));

        let mut named: Vec<(f64, Ground)> = Vec::new();
        let from = score * NAMED_FROM;
        let mut of_a_kind: BTreeMap<GroundKind, usize> = BTreeMap::new();
        // Few places and voices are shared; a reader is told of each that is not everywhere.
        let telling = |(part, term): &&(f64, &Term)| match term.0 {
            TermKind::Word => false,
            TermKind::Place | TermKind::Voice => particular(term) && *part >= from / 8.0,
            TermKind::Topic | TermKind::Counted => *part >= from,
        };
        for (part, term) in parts.iter().filter(telling) {
            let kind = match term.0 {
                TermKind::Topic | TermKind::Word => GroundKind::Topic,
                TermKind::Place => GroundKind::Place,
                TermKind::Voice => GroundKind::Voice,
                TermKind::Counted => GroundKind::Counted,
            };
            let so_far = of_a_kind.entry(kind).or_default();
            *so_far += 1;
            if *so_far <= NAMED_OF_A_KIND {
                named.push((*part, Ground { kind, what: term.1.clone() }));
            }
        }
        if let Some((days, _)) = shared.days {
            named.push((shared.of_time(&self.weights), Ground { kind: GroundKind::Date, what: edtf(days) }));
        }
        let words: Vec<(f64, &str)> = parts
            .iter()
            .filter(|(part, term)| term.0 == TermKind::Word && *part >= from / 2.0 && particular(term))
            .filter_map(|(part, term)| Some((*part, a.forms.get(&term.1)?.as_str())))
            .take(NAMED_OF_A_KIND)
            .collect();
        if !words.is_empty() {
            let what = words.iter().map(|(_, word)| *word).collect::<Vec<_>>().join(", ");
            named.push((words.iter().map(|(part, _)| part).sum(), Ground { kind: GroundKind::Words, what }));
        }
        named.sort_by(|(a, g), (b, h)| b.total_cmp(a).then(g.cmp(h)));
        (kind(one_event), named.into_iter().map(|(_, ground)| ground).collect())
    }
}

/// The part of two times in which both lie.
fn meeting(a: Interval, b: Interval) -> Option<Interval> {
    let later = |a: Option<Day>, b: Option<Day>| a.into_iter().chain(b).max();
    let earlier = |a: Option<Day>, b: Option<Day>| a.into_iter().chain(b).min();
    let days = Interval { earliest: later(a.earliest, b.earliest), latest: earlier(a.latest, b.latest) };
    a.overlaps(b).then_some(days)
}

fn edtf(days: Interval) -> String {
    let end = |day: Option<Day>| day.map_or_else(|| "..".to_owned(), |day| day.to_string());
    if days.earliest.is_some() && days.earliest == days.latest {
        end(days.earliest)
    } else {
        format!("{}/{}", end(days.earliest), end(days.latest))
    }
}

/// ln(1 + (N − n + ½) / (n + ½)), over the running subjects: the rarer a term, the more it says (Robertson and Spärck
/// Jones).
fn rarity(subjects: &[Subject<'_>], readings: &[Reading]) -> BTreeMap<Term, f64> {
    let running: Vec<&BTreeSet<Term>> =
        subjects.iter().zip(readings).filter(|(subject, _)| subject.running).map(|(_, reading)| &reading.own).collect();
    let all = as_number(i64::try_from(running.len()).unwrap_or(i64::MAX));
    let mut having: BTreeMap<Term, f64> = BTreeMap::new();
    // Terms that only headings, notes or subjects asked about have are as rare as can be.
    for term in readings.iter().flat_map(|reading| reading.mentions.keys()) {
        having.entry(term.clone()).or_insert(0.0);
    }
    for term in running.into_iter().flatten() {
        *having.entry(term.clone()).or_default() += 1.0;
    }
    having.into_iter().map(|(term, n)| (term, ((all - n + 0.5) / (n + 0.5)).ln_1p())).collect()
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match (values.len() % 2, middle.checked_sub(1).and_then(|below| values.get(below)), values.get(middle)) {
        (0, Some(below), Some(above)) => f64::midpoint(*below, *above),
        (_, _, Some(value)) => *value,
        _ => 0.0,
    }
}

/// Days and counts are far below the 2⁵³ up to which this is exact.
#[allow(clippy::cast_precision_loss)]
const fn as_number(count: i64) -> f64 {
    count as f64
}
