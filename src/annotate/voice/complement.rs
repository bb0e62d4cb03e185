//! What follows a verb of saying: where the words begin that it attributes.

use super::class::{CLAUSE_PRONOUN, CONJUNCTION, DAYS, DETERMINER, FIRST_PERSON, PREPOSITION, is_adverb};
use super::phrase::{Sentence, prior};
use super::verb::{ABOUT, AS, BARE, FOR, OBJECT, OF, PLAIN, QUOTE, THAT, TO, Verb};

/// What is attributed, by the item it begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Complement {
    pub start: usize,
    /// The item before which it ends, where the words themselves say so.
    pub end: Option<usize>,
    /// Whether the sentence sets it apart beyond doubt: by "that", by marks, by "of" behind an accusation.
    pub certain: bool,
    /// Whether it is a clause, which may hold commas, or only a phrase.
    pub clause: bool,
}

impl Complement {
    const fn certain(start: usize) -> Self {
        Self { start, end: None, certain: true, clause: false }
    }

    /// A clause behind "that".
    pub const fn clause(start: usize) -> Self {
        Self { start, end: None, certain: true, clause: true }
    }

    /// Nothing but the quotation at `at`, and those joined to it.
    fn verbatim(s: Sentence, at: usize) -> Self {
        let mut end = at + 1;
        while s.is(end, &["and", "or", "as"]) && s.quote(end + 1) {
            end += 2;
        }
        Self { start: at, end: Some(end), certain: true, clause: false }
    }
}

/// Verbs that name whom they address before what they say.
const ADDRESSED: &[&str] = &["tell", "inform", "remind", "assure", "warn", "ask", "promise", "urge"];

/// How far "that", "to", "as" may stand behind their verb, in items.
const REACH: usize = 24;

/// The complement of `verb`, whose own words end before `at`.
pub fn complement(s: Sentence, verb: &Verb, at: usize) -> Option<Complement> {
    let takes = |kind| verb.takes & kind != 0;
    let about = || s.is(at, ABOUT_WORDS) && (s.quote(at + 1) || opens_phrase(s, at + 1)) && !is_time(s, at);
    let quoted = (takes(QUOTE) && !takes(AS)).then(|| quotation(s, at)).flatten();
    if let Some(quote) = quoted {
        // “said ‘no’ to us”: what a verb of mere saying has for its object ends with the marks.
        if quote == at && verb.takes & (OBJECT | ABOUT) == 0 && takes(THAT) {
            return Some(Complement::verbatim(s, quote));
        }
        return Some(Complement { clause: takes(THAT), ..Complement::certain(quote) });
    }
    if takes(ABOUT) && s.is(at, &["of", "about", "against", "over"]) && about() {
        return Some(Complement::certain(at + 1));
    }
    let found = takes(THAT)
        .then(|| that(s, verb, at).map(|that| Complement::clause(that + 1)))
        .flatten()
        .or_else(|| takes(AS).then(|| named(s, verb, at)).flatten())
        .or_else(|| takes(TO).then(|| infinitive(s, at)).flatten())
        .or_else(|| takes(OF).then(|| behind(s, at, "of")).flatten())
        .or_else(|| takes(FOR).then(|| behind(s, at, "for")).flatten());
    if found.is_some() {
        return found;
    }
    if takes(ABOUT) && about() {
        return Some(Complement::certain(at + 1));
    }
    let plain = |clause| Some(Complement { start: at, end: None, certain: false, clause });
    if takes(OBJECT) && opens_phrase(s, at) {
        return plain(takes(THAT));
    }
    // "said on Friday they had begun"
    let day = if s.is(at, &["on"]) { at + 1 } else { at };
    if takes(BARE) && takes(PLAIN) && s.is(day, DAYS) && opens_phrase(s, day + 1) {
        return Some(Complement { start: day + 1, end: None, certain: false, clause: true });
    }
    let counts = verb.lemma == "report" && (s.number(at) || s.is(at, &["no"]));
    if takes(BARE) && opens_phrase(s, at) && (takes(PLAIN) || counts || s.has_clause(at..s.len())) {
        return plain(true);
    }
    None
}

/// What may stand between a verb and the thing it is about.
const ABOUT_WORDS: &[&str] = &["about", "of", "on", "over", "against", "at", "regarding", "concerning", "by", "for"];

/// "reported on Monday", "reported on 23 June".
fn is_time(s: Sentence, at: usize) -> bool {
    s.is(at, &["on", "at", "by"]) && (s.number(at + 1) || s.is(at + 1, DAYS))
}

/// The quotation that follows: at once, behind a comma or colon, behind "the following", or as the next passage.
fn quotation(s: Sentence, at: usize) -> Option<usize> {
    let mut next = at;
    if s.is(next, &["upon", "on", "about", "at", "over", "by", "for", "with"]) && s.quote(next + 1) {
        return Some(next + 1);
    }
    if s.is(next, &["that"]) {
        next += 1;
    }
    if s.mark(next, ",") || s.mark(next, ":") {
        next += 1;
    }
    if s.quote(next) || s.len() == next && s.mark(prior(next), ":") {
        return Some(next);
    }
    // "reported to the Council: “…”", "the following position:"
    let colon = (at..s.len().min(at + REACH)).find(|next| !s.items[*next].is_word() || s.verbal(*next))?;
    let following = (at..colon).any(|next| s.is(next, &["following"]));
    let leads = following || s.is(at, &["to", "in", "at", "on", "before", "during", "after"]);
    let ends = s.quote(colon + 1) || following && colon + 1 == s.len();
    (leads && s.mark(colon, ":") && ends).then_some(colon + 1)
}

/// The "that" that opens the clause.
fn that(s: Sentence, verb: &Verb, at: usize) -> Option<usize> {
    if s.mark(at, ",") && s.word(at + 1) == "that" {
        return Some(at + 1);
    }
    let addressed = ADDRESSED.contains(&verb.word) || !verb.then.is_empty();
    let adverbial = s.is(at, DAYS) || s.is(at, PREPOSITION) || is_adverb(s.word(at)) || s.number(at);
    let mut next = at;
    while next < s.len() && next - at < REACH {
        if s.word(next) == "that" {
            return (next + 1 < s.len() && !s.is(prior(next), &["and"])).then_some(next);
        }
        let participle = s.word(next).len() > 5 && s.word(next).ends_with("ing") && s.mark(prior(next), ",");
        let saying = next > at && s.says(next);
        let stops = s.quote(next) || s.mark(next, ":") || s.mark(next, ";") || s.verbal(next) || participle || saying;
        if stops || !(adverbial || addressed) {
            return None;
        }
        next += 1;
    }
    None
}

/// What something is called: with the thing itself, where it stands between ("the offer as “generous”").
fn named(s: Sentence, verb: &Verb, at: usize) -> Option<Complement> {
    if s.quote(at) && s.is(prior(at), &["calling"]) {
        return Some(Complement::verbatim(s, at));
    }
    let ahead = at..s.len().min(at + REACH);
    let stops = |next: &usize| s.mark(*next, ";") || s.mark(*next, ":") || s.is(*next, &["that", "which"]);
    let end = ahead.clone().find(stops).unwrap_or(ahead.end);
    let word = (at..end).find(|next| s.is(*next, &["as"]) && !s.is(next + 1, &["of", "well"]));
    if let Some(word) = word.filter(|word| word + 1 < s.len()) {
        let bare = word == at || s.is(at, FIRST_PERSON);
        return Some(match bare {
            true if s.quote(word + 1) => Complement::verbatim(s, word + 1),
            true => Complement::certain(word + 1),
            false if s.quote(word + 1) => Complement { start: at, ..Complement::verbatim(s, word + 1) },
            false => Complement::certain(at),
        });
    }
    if !matches!(verb.lemma, "call" | "label" | "brand" | "term") || !opens_phrase(s, at) {
        return None;
    }
    let quote = (at + 1..end).find(|next| s.quote(*next));
    let second = || {
        let article = |next: &usize| s.is(*next, &["a", "an", "the"]) && !s.is(prior(*next), PREPOSITION);
        (at + 2..end).find(|next| article(next) && !s.is(prior(*next), &["and", "or"]) && s.is(at, DETERMINER))
    };
    quote.map(|quote| Complement { end: Some(quote + 1), ..Complement::certain(at) }).or_else(|| {
        second()?;
        Some(Complement::certain(at))
    })
}

/// Someone "of" a deed, someone "for" it: with the one who is accused, as the sentence has it.
fn behind(s: Sentence, at: usize, preposition: &str) -> Option<Complement> {
    let deed = |next: usize| {
        s.word(next).ends_with("ing")
            || s.quote(next)
            || is_adverb(s.word(next)) && s.word(next + 1).ends_with("ing")
            || s.word(next) == "not"
    };
    let ahead = at + 1..s.len().min(at + REACH);
    let found = ahead.clone().find(|next| s.word(*next) == preposition && deed(next + 1));
    let found = found.or_else(|| ahead.clone().find(|next| s.word(*next) == preposition && preposition == "of"))?;
    (found + 1 < s.len() && opens_phrase(s, at)).then(|| Complement::certain(at))
}

/// "to" and what is to be done, with the one who is asked: "both sides to withdraw".
fn infinitive(s: Sentence, at: usize) -> Option<Complement> {
    let mut next = at;
    while next < s.len() && next - at < REACH {
        if s.quote(next) {
            // “… the parties “to resume talks””: verbatim, and the ones who are asked are named outside.
            let asked = next > at && (at..next).all(|at| s.items[at].is_word());
            return asked.then(|| Complement::verbatim(s, next));
        }
        if s.mark(next, ";") || s.mark(next, ":") || s.mark(next, ".") || s.verbal(next) && next > at {
            return None;
        }
        let verb = s.items.get(next + 1).is_some_and(|item| item.is_word() && !item.is_capital());
        let deed = verb && !s.is(next + 1, DETERMINER) && !s.is(next + 1, PREPOSITION);
        if s.word(next) == "to" && deed {
            let asked = next > at && opens_phrase(s, at);
            return Some(Complement::certain(if asked { at } else { next }));
        }
        if s.word(next) == "to" && s.quote(next + 1) {
            return Some(Complement::certain(next));
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
        && (!s.is(at, PREPOSITION) || s.is(at, &["without", "within", "around"]))
        && (!s.is(at, CONJUNCTION) || s.is(at, &["if", "when"]))
        && !s.is(at, &["and", "or", "by", "to"])
        && (!is_adverb(&item.word) || s.is(at, &["only", "both"]) || !s.is(at + 1, PREPOSITION) && at + 1 < s.len())
}

/// Whether a clause begins here beyond doubt: with a pronoun that can only be a subject.
pub fn opens_clause(s: Sentence, at: usize) -> bool {
    s.is(at, CLAUSE_PRONOUN) && s.is(at, &["he", "she", "it", "they", "there", "we", "i", "you"])
}
