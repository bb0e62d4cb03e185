//! What a subject is about, as weighted terms that can be compared.

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::Lexicon;
use super::text::{Reader, Token};
use super::{Subject, Weights};

/// The kinds of terms, in the order in which equal grounds are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TermKind {
    Topic,
    Place,
    Voice,
    Counted,
    Word,
}

pub(super) type Term = (TermKind, String);

/// A subject, read.
pub(super) struct Reading {
    /// Term → mentions: whole ones in the text, parts of one in headings, notes and neighbours.
    pub mentions: BTreeMap<Term, f64>,
    /// Terms of its own text.
    pub own: BTreeSet<Term>,
    /// Topics that it has of their kin alone: they add to likeness, and are never named as shared.
    pub kindred: BTreeSet<Term>,
    /// Stem → the first form in which the text has it.
    pub forms: BTreeMap<String, String>,
}

pub(super) fn read(subjects: &[Subject<'_>], lexicon: &Lexicon, weights: &Weights) -> Vec<Reading> {
    let reader = Reader::new();
    let readings: Vec<Reading> = subjects.iter().map(|subject| alone(subject, lexicon, weights, &reader)).collect();
    let lent = |from: usize| {
        let lends = readings.get(from).into_iter().flat_map(|reading| &reading.mentions);
        let lends = lends.filter(|((kind, _), _)| matches!(kind, TermKind::Topic | TermKind::Place));
        lends.map(|(term, mentions)| (term.clone(), weights.neighbour * mentions.min(1.0))).collect::<Vec<_>>()
    };
    // What stands between two paragraphs and is no running text, such as “Main article: …”, does not part them.
    let running: Vec<usize> = (0..subjects.len()).filter(|&at| subjects.get(at).is_some_and(|s| s.running)).collect();
    let mut borrowed: Vec<Vec<(Term, f64)>> = vec![Vec::new(); subjects.len()];
    for (&one, &next) in running.iter().zip(running.iter().skip(1)) {
        let (Some(a), Some(b)) = (subjects.get(one), subjects.get(next)) else { continue };
        if a.document == b.document && a.heading == b.heading {
            for (to, from) in [(one, next), (next, one)] {
                if let Some(terms) = borrowed.get_mut(to) {
                    terms.extend(lent(from));
                }
            }
        }
    }
    let mut readings = readings;
    for (reading, lent) in readings.iter_mut().zip(borrowed) {
        for (term, mentions) in lent {
            *reading.mentions.entry(term).or_default() += mentions;
        }
        lend_kin(reading, lexicon, weights.kin);
    }
    readings
}

/// A topic counts a little as those of its family: “mediation” in one passage meets “rounds of talks” in another.
fn lend_kin(reading: &mut Reading, lexicon: &Lexicon, part: f64) {
    let mut lent: BTreeMap<Term, f64> = BTreeMap::new();
    for (concept, id) in lexicon.ids() {
        let Some(mentions) = reading.mentions.get(&(TermKind::Topic, id.to_owned())) else { continue };
        for kin in lexicon.kin(concept) {
            let most = lent.entry((TermKind::Topic, lexicon.id(kin).to_owned())).or_default();
            *most = most.max(part * mentions.min(1.0));
        }
    }
    for (term, mentions) in lent {
        if !reading.mentions.contains_key(&term) {
            reading.kindred.insert(term.clone());
        }
        *reading.mentions.entry(term).or_default() += mentions;
    }
}

fn alone(subject: &Subject<'_>, lexicon: &Lexicon, weights: &Weights, reader: &Reader) -> Reading {
    let tokens = reader.tokens(&subject.text);
    let topics = lexicon.topics(&tokens);
    let mut mentions: BTreeMap<Term, f64> = BTreeMap::new();
    let mut forms = BTreeMap::new();
    for Token { stem, word, .. } in &tokens {
        // Years and other numbers are for times and figures.
        if !word.chars().all(char::is_numeric) {
            *mentions.entry((TermKind::Word, stem.clone())).or_default() += 1.0;
            forms.entry(stem.clone()).or_insert_with(|| word.clone());
        }
    }
    for (&concept, places) in &topics {
        mentions.insert((TermKind::Topic, lexicon.id(concept).to_owned()), count(places.len()));
    }
    let named = [(TermKind::Place, &subject.places), (TermKind::Voice, &subject.voices)];
    for (kind, names) in named {
        for name in names {
            let entry = mentions.entry((kind, (*name).to_owned())).or_default();
            // A voice is heard or not; a place is spoken of more or less.
            *entry = if kind == TermKind::Voice { 1.0 } else { *entry + 1.0 };
        }
    }
    for token in subject.counted.iter().flat_map(|counted| reader.tokens(counted)) {
        mentions.insert((TermKind::Counted, token.stem), 1.0);
    }
    let own = mentions.keys().cloned().collect();
    for (text, weight) in [(&subject.heading, weights.heading), (&subject.notes, weights.notes)] {
        let mut tokens = reader.tokens(text);
        // Figures in a note or a heading date or number a document; they tell nothing of the matter.
        tokens.retain(|token| !token.word.chars().any(char::is_numeric));
        for (concept, places) in lexicon.topics(&tokens) {
            let term = (TermKind::Topic, lexicon.id(concept).to_owned());
            *mentions.entry(term).or_default() += weight * count(places.len());
        }
    }
    Reading { mentions, own, kindred: BTreeSet::new(), forms }
}

/// A count of mentions as a number to reckon with; no text has so many that it would matter.
fn count(mentions: usize) -> f64 {
    f64::from(u32::try_from(mentions).unwrap_or(u32::MAX))
}
