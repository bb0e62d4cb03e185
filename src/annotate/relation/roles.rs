//! Who does it: the actor of a charge, by simple rules of the clause, and whether the charge is denied.

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::{Lexicon, Phrase, Topics};
use super::text::{Tie, Token};

/// What a passage says of one charge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Charge {
    /// The sides named as acting. Empty where no rule tells.
    pub actors: BTreeSet<usize>,
    /// Whether it is denied or negated somewhere, and nowhere asserted.
    pub denied: bool,
}

/// Charge (concept) → what is said of it.
pub(super) type Charges = BTreeMap<usize, Charge>;

/// A mention of a side: which, where, over how many words, and whether of its people only.
#[derive(Clone, Copy)]
struct Mention {
    side: usize,
    at: usize,
    length: usize,
    people: bool,
}

/// So many words after a charge an actor or one acted upon may still be named (“aggression unleashed by …”).
const AHEAD: usize = 4;

/// So many words before a charge a denial may stand.
const DENIAL: usize = 8;

pub(super) fn charges(tokens: &[Token], topics: &Topics, lexicon: &Lexicon) -> Charges {
    let mentions = mentions(tokens, lexicon);
    let denials: Vec<usize> = (0..tokens.len()).filter(|&at| lexicon.denies_at(tokens, at)).collect();
    let mut found = Charges::new();
    for (&concept, places) in topics.iter().filter(|(concept, _)| lexicon.is_charge(**concept)) {
        let denied_at = |&at: &usize| is_denied(tokens, &denials, at);
        let charge = Charge {
            actors: places.iter().filter_map(|&at| actor(tokens, &mentions, lexicon.sides.len(), at)).collect(),
            denied: places.iter().all(denied_at),
        };
        found.insert(concept, charge);
    }
    found
}

fn mentions(tokens: &[Token], lexicon: &Lexicon) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for at in 0..tokens.len() {
        let longest = lexicon.sides.iter().enumerate().flat_map(|(side, names)| {
            let of = move |phrases: &[Phrase], people: bool| {
                let standing = phrases.iter().filter(|phrase| phrase.len() > 0 && phrase.stands_at(tokens, at));
                standing.map(Phrase::len).max().map(|length| Mention { side, at, length, people })
            };
            of(&names.names, false).into_iter().chain(of(&names.people, true))
        });
        // A state and its people share their stem: the longer mention, and the state's name before its people's.
        found.extend(longest.max_by_key(|mention| (mention.length, !mention.people)));
    }
    found
}

/// The side that does what the word at `at` says.
fn actor(tokens: &[Token], mentions: &[Mention], sides: usize, at: usize) -> Option<usize> {
    let sentence = tokens.get(at)?.sentence;
    let here = |mention: &&Mention| tokens.get(mention.at).is_some_and(|token| token.sentence == sentence);
    let tie = |mention: &Mention| tokens.get(mention.at).map_or(Tie::None, |token| token.tie);
    let other = |side: usize| (sides == 2).then_some(1 - side.min(1));
    let before = mentions.iter().filter(here).rev().find(|mention| mention.at + mention.length <= at);
    // “Armenia's aggression”, “Azerbaijani offensive”.
    if let Some(mention) = before.filter(|mention| mention.at + mention.length == at) {
        return Some(mention.side);
    }
    if let Some(mention) = mentions.iter().filter(here).find(|mention| mention.at > at && mention.at <= at + AHEAD) {
        match tie(mention) {
            Tie::By => return Some(mention.side),
            Tie::Upon => return other(mention.side),
            Tie::None | Tie::Other => {}
        }
    }
    let acting = |mention: &&Mention| {
        mention.at + mention.length <= at && !mention.people && matches!(tie(mention), Tie::None | Tie::By)
    };
    mentions.iter().filter(here).rev().find(acting).map(|mention| mention.side)
}

fn is_denied(tokens: &[Token], denials: &[usize], at: usize) -> bool {
    let Some(sentence) = tokens.get(at).map(|token| token.sentence) else { return false };
    let same = |other: usize| tokens.get(other).is_some_and(|token| token.sentence == sentence);
    let negated = (at.saturating_sub(2)..=at).any(|near| same(near) && tokens.get(near).is_some_and(|t| t.negated));
    negated || denials.iter().any(|&denial| same(denial) && denial < at && at - denial <= DENIAL)
}
