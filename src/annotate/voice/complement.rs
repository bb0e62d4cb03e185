//! What follows a verb of saying: where the words begin that it attributes.

use super::class::{CLAUSE_PRONOUN, CONJUNCTION, DETERMINER, PREPOSITION, is_adverb};
use super::phrase::Sentence;
use super::verb::{ABOUT, AS, BARE, FOR, OBJECT, OF, PLAIN, QUOTE, THAT, TO, Verb};

/// What is attributed, by the item it begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Complement {
    pub start: usize,
    /// Whether the sentence sets it apart beyond doubt: by "that", by marks, by "of" behind an accusation.
    pub certain: bool,
    /// Whether it is a clause, which may hold commas, or only a phrase.
    pub clause: bool,
}

/// Verbs that name whom they address before what they say.
const ADDRESSED: &[&str] = &["tell", "inform", "remind", "assure", "warn", "ask", "promise", "urge"];

/// How far "that", "to", "as" may stand behind their verb, in items.
const REACH: usize = 24;

/// The complement of `verb`, whose own words end before `at`.
pub fn complement(s: Sentence, verb: &Verb, at: usize) -> Option<Complement> {
    let takes = |kind| verb.takes & kind != 0;
    let found = |start, certain, clause| Some(Complement { start, certain, clause });
    if takes(QUOTE)
        && !takes(AS)
        && let Some(quote) = quotation(s, at)
    {
        return found(quote, true, takes(THAT));
    }
    if takes(THAT)
        && let Some(that) = that(s, verb, at)
    {
        return found(that + 1, true, true);
    }
    if takes(AS)
        && let Some(start) = named(s, verb, at)
    {
        return found(start, true, false);
    }
    if takes(TO)
        && let Some(to) = infinitive(s, at)
    {
        return found(to, true, false);
    }
    if takes(OF)
        && let Some(of) = behind(s, at, "of")
    {
        return found(of, true, false);
    }
    if takes(FOR)
        && let Some(cause) = behind(s, at, "for")
    {
        return found(cause, true, false);
    }
    if takes(ABOUT) && s.is(at, &["about", "of", "on", "over", "against", "at", "regarding", "concerning", "by", "for"])
    {
        let thing = s.is(at + 1, DETERMINER) || !s.is(at + 1, PREPOSITION) && !s.number(at + 1);
        if thing && !(s.is(at, &["on", "at"]) && s.capital(at + 1) && s.is(at + 1, DAYS)) && s.word(at + 1) != "" {
            return found(at + 1, true, false);
        }
        if s.quote(at + 1) {
            return found(at + 1, true, false);
        }
    }
    if takes(OBJECT) && opens_phrase(s, at) {
        return found(at, false, takes(THAT));
    }
    if takes(BARE) && opens_phrase(s, at) && (takes(PLAIN) || verb.lemma == "report" || s.has_clause(at..s.len())) {
        return found(at, false, true);
    }
    None
}

/// Days, as in "reported on Monday".
const DAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The quotation that follows: at once, behind a comma or colon, behind "the following".
fn quotation(s: Sentence, at: usize) -> Option<usize> {
    let mut next = at;
    if s.is(next, &["upon", "on", "about", "at", "over", "by", "for", "with"]) && s.quote(next + 1) {
        return Some(next + 1);
    }
    if s.is(next, &["that"]) {
        next += 1;
    }
    if s.is(next, &["the"]) && s.is(next + 1, &["following"]) {
        next += 2;
    }
    if s.mark(next, ",") || s.mark(next, ":") {
        next += 1;
    }
    s.quote(next).then_some(next)
}

/// The "that" that opens the clause.
fn that(s: Sentence, verb: &Verb, at: usize) -> Option<usize> {
    let addressed = ADDRESSED.contains(&verb.word) || !verb.then.is_empty();
    let mut next = at;
    if s.mark(next, ",") && s.word(next + 1) == "that" {
        return Some(next + 1);
    }
    let adverbial = s.is(at, PREPOSITION) || is_adverb(s.word(at)) || s.number(at);
    while next < s.len() && next - at < REACH {
        if s.word(next) == "that" {
            return Some(next);
        }
        let stops = s.quote(next) || s.mark(next, ":") || s.mark(next, ";") || s.verbal(next);
        if stops || !(adverbial || addressed) {
            return None;
        }
        next += 1;
    }
    None
}

/// What something is called: behind "as", or, behind "call", its second object.
fn named(s: Sentence, verb: &Verb, at: usize) -> Option<usize> {
    let ahead = at..s.len().min(at + REACH);
    let stops = |next: &usize| s.mark(*next, ";") || s.mark(*next, ":") || s.is(*next, &["that", "which"]);
    let end = ahead.clone().find(stops).unwrap_or(ahead.end);
    if let Some(word) = (at..end).find(|next| s.is(*next, &["as"]) && !s.is(next + 1, &["of", "well"])) {
        return (word + 1 < s.len()).then_some(word + 1);
    }
    if !matches!(verb.lemma, "call" | "declare" | "label" | "brand" | "term") {
        return None;
    }
    let quote = (at + 1..end).find(|next| s.quote(*next));
    quote.or_else(|| (opens_phrase(s, at) && !s.is(at, CLAUSE_PRONOUN)).then_some(at))
}

/// The item after a preposition that is followed by a deed or by verbatim words: "of violating", "for “aggression”".
fn behind(s: Sentence, at: usize, preposition: &str) -> Option<usize> {
    let deed = |next: usize| {
        s.word(next).ends_with("ing")
            || s.quote(next)
            || is_adverb(s.word(next)) && s.word(next + 1).ends_with("ing")
            || s.word(next) == "not"
    };
    let ahead = at + 1..s.len().min(at + REACH);
    let found = ahead.clone().find(|next| s.word(*next) == preposition && deed(next + 1));
    let plain = || ahead.clone().find(|next| s.word(*next) == preposition).filter(|_| preposition == "of");
    found.or_else(plain).map(|next| next + 1).filter(|next| *next < s.len())
}

/// Where what is asked for begins: "to", or behind the person who is asked.
fn infinitive(s: Sentence, at: usize) -> Option<usize> {
    let stops =
        |next: usize| s.mark(next, ";") || s.mark(next, ":") || s.mark(next, ".") || s.quote(next) || s.verbal(next);
    let mut next = at;
    while next < s.len() && next - at < REACH && !stops(next) {
        let verb = s.items.get(next + 1).is_some_and(|item| item.is_word() && !item.is_capital());
        if s.word(next) == "to"
            && (s.quote(next + 1) || verb && !s.is(next + 1, DETERMINER) && !s.is(next + 1, PREPOSITION))
        {
            return Some(next);
        }
        next += 1;
    }
    None
}

/// Whether a noun phrase or a clause can begin here.
pub fn opens_phrase(s: Sentence, at: usize) -> bool {
    let Some(item) = s.items.get(at) else { return false };
    if item.is_quote() {
        return true;
    }
    item.is_word()
        && (!s.is(at, PREPOSITION) || s.is(at, &["without", "within"]))
        && (!s.is(at, CONJUNCTION) || s.is(at, &["if", "when", "that"]))
        && !s.is(at, &["and", "or", "by", "to"])
        && (!is_adverb(&item.word)
            || s.is(at, &["only", "both"])
            || at + 1 < s.len() && s.word(at + 1) != "" && !s.is(at + 1, PREPOSITION))
}
