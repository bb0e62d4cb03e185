//! Attributions in a sentence: which words report, whose words they report, and where these begin.

use std::ops::Range;

mod nominal;
mod verbal;

pub use verbal::verb_at;

use nominal::nominal;
use verbal::verbal;

use super::class::{BODY, CONJUNCTION, OFFICE, SOURCE};
use super::complement::Complement;
use super::phrase::{Sentence, prior};
use super::verb::Form;

/// Whose words they are, as the sentence says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// These items.
    Words(Range<usize>),
    /// Who spoke last in this sentence; else the subject of its first clause.
    Shared,
}

/// One attribution, in positions of its sentence.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// The words that attribute.
    pub verb: Range<usize>,
    pub lemma: &'static str,
    pub who: Who,
    /// Where its clause begins: whatever was reported before ends here at the latest.
    pub lead: usize,
    /// What it attributes, where that follows.
    pub complement: Option<Complement>,
    /// What it attributes, where that stands before it.
    pub before: Option<Range<usize>>,
    /// Whether it goes on with the sentence, and does not stand inside what another reports.
    pub sibling: bool,
    /// The form of the verb, where it is one.
    pub form: Option<Form>,
}

/// The attributions of a sentence, by the order of their words.
pub fn attributions(s: Sentence) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    for at in 0..s.len() {
        if !s.items[at].is_word() {
            continue;
        }
        let next = according(s, at).or_else(|| verbal(s, at, &found)).or_else(|| nominal(s, at));
        found.extend(next);
    }
    found
}

/// "According to X, …", "…, according to X", "according to which …", "Per X, …".
fn according(s: Sentence, at: usize) -> Option<Attribution> {
    let per = s.word(at) == "per" && at == 0 && s.capital(1);
    if !(per || s.word(at) == "according" && s.word(at + 1) == "to") {
        return None;
    }
    let verb = at..if per { at + 1 } else { at + 2 };
    let lemma = if per { "per" } else { "according to" };
    let from = verb.end;
    let make = |who, lead, complement, before| {
        Some(Attribution { verb: verb.clone(), lemma, who, lead, complement, before, sibling: true, form: None })
    };
    let content = |start| Some(Complement::clause(start));
    if s.is(from, &["which", "whom"]) {
        let who = s.phrase_before(if s.mark(prior(at), ",") { at - 1 } else { at })?;
        return make(Who::Words(who), at.saturating_sub(1), content(from + 1), None);
    }
    let opens = at == 0 || at == 1 || s.dash(prior(at)) || s.is(prior(at), CONJUNCTION);
    if opens {
        let start = behind_commas(s, from);
        let end = match start {
            Some(start) => start - 1,
            None => {
                from + (from..s.len()).take(6).position(|at| s.is(at, BODY) || s.is(at, OFFICE) || s.is(at, SOURCE))?
                    + 1
            }
        };
        let start = start.unwrap_or(end);
        return (start < s.len() && end > from).then(|| make(Who::Words(from..end), at, content(start), None))?;
    }
    if !s.mark(prior(at), ",") && !s.quote(prior(at)) {
        return None;
    }
    let who = s.phrase_after(from)?;
    let goes_on = s.mark(who.end, ",")
        && who.end + 2 < s.len()
        && !s.quote(prior(at))
        && !s.is(who.end + 1, &["which", "who", "and", "but"]);
    let end = if s.mark(prior(at), ",") { at - 1 } else { at };
    if goes_on {
        let before = s.has_clause(0..end).then_some(0..end);
        return make(Who::Words(who.clone()), at - 1, content(who.end + 1), before);
    }
    make(Who::Words(who), at - 1, None, Some(0..end))
}

/// Where the clause begins behind the commas of a speaker: "Thomas Doe, analyst and author, some said".
fn behind_commas(s: Sentence, from: usize) -> Option<usize> {
    let commas: Vec<usize> = (from..s.len().min(from + 40)).filter(|at| s.mark(*at, ",")).collect();
    let first = *commas.first()?;
    if s.has_clause(from + 1..first) {
        return None;
    }
    for (index, comma) in commas.iter().enumerate().take(3) {
        let end = commas.get(index + 1).copied().unwrap_or(s.len());
        let holds = s.has_clause(comma + 1..end) || (comma + 1..end).any(|at| s.quote(at));
        if holds {
            return Some(comma + 1);
        }
    }
    Some(first + 1)
}
