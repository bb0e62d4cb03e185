//! Nouns of saying.

use std::ops::Range;

use super::{Attribution, Who};
use crate::annotate::voice::class::{DETERMINER, PREPOSITION, is};
use crate::annotate::voice::complement::Complement;
use crate::annotate::voice::phrase::{Sentence, prior};
use crate::annotate::voice::verb::{FOR, NOUNS, THAT, TO};

/// A noun of saying: "X's claim that …", "calls by X for …", "threats to …".
pub fn nominal(s: Sentence, at: usize) -> Option<Attribution> {
    let noun = NOUNS.iter().find(|noun| is(s.word(at), noun.forms))?;
    let make = |who: Range<usize>, start: usize, end: Option<usize>| Attribution {
        verb: at..at + 1,
        lemma: noun.lemma,
        who: Who::Words(who),
        lead: at,
        complement: Some(Complement { start, end, certain: true, clause: noun.takes & THAT != 0 }),
        before: None,
        sibling: false,
        form: None,
    };
    let content = |next: usize| match s.word(next) {
        "that" if noun.takes & THAT != 0 && !s.verbal(next + 1) => Some(next + 1),
        "to" if noun.takes & TO != 0 && !s.is(next + 1, DETERMINER) && !s.capital(next + 1) => Some(next),
        "for" if noun.takes & FOR != 0 => Some(next + 1),
        _ => None,
    };
    let comma = |start: usize| (start..s.len()).find(|at| s.mark(*at, ",")).filter(|_| s.word(prior(start)) != "that");
    if s.is(at + 1, &["by", "from", "of"]) {
        let who = s.phrase_after(at + 2).filter(|who| !s.word(who.start).ends_with("ing"))?;
        let end = who.clone().skip(1).find(|next| content(*next).is_some()).unwrap_or(who.end);
        return content(end).map(|start| make(at + 2..end, start, comma(start)));
    }
    let start = content(at + 1)?;
    // "calls to do so by the union"
    let name = |next: usize| s.capital(next) || s.is(next, &["the"]);
    let by = (start..s.len().min(start + 8)).find(|next| s.word(*next) == "by" && name(next + 1));
    if let Some(by) = by {
        return Some(make(s.phrase_after(by + 1)?, start, Some(by)));
    }
    let owner = (at.saturating_sub(4)..at).rev().find(|owner| {
        let word = s.word(*owner);
        word.ends_with("'s") || word.ends_with("s'") || s.is(*owner, &["its", "his", "her", "their"])
    })?;
    let clear = (owner + 1..at).all(|next| s.items[next].is_word() && !s.is(next, PREPOSITION) && !s.verbal(next));
    let mut first = owner;
    while first > 0 && name(first - 1) && !s.is(prior(first), PREPOSITION) && owner - first < 5 {
        first -= 1;
    }
    clear.then(|| make(first..owner + 1, start, comma(start)))
}
