//! Verbs of saying: who speaks, and what is said.

use std::ops::Range;

use super::{Attribution, Who};
use crate::annotate::voice::class::{
    BE, CLAUSE_PRONOUN, CONJUNCTION, DETERMINER, HAVE, HEARSAY, MODAL, NEGATION, PREPOSITION, RELATIVE, SOURCE,
    is_adverb,
};
use crate::annotate::voice::complement::{Complement, complement, opens_clause};
use crate::annotate::voice::phrase::{OUTSIDE, Sentence, prior};
use crate::annotate::voice::verb::{AS, Form, NOUN, OBJECT, QUOTE, TENSED, THAT, VERBS, Verb, form};

/// A verb of saying at a position.
pub fn verbal(s: Sentence, at: usize, found: &[Attribution]) -> Option<Attribution> {
    let word = s.word(at);
    let mut fits = VERBS.iter().filter_map(|verb| {
        let form = form(verb.word, word)?;
        let end = fixed(s, verb, at + 1)?;
        Some((verb, form, end))
    });
    let (first, form, _) = fits.clone().next()?;
    if form == Form::Participle && first.takes & TENSED != 0 {
        return None;
    }
    let place = place(s, first, form, at, found)?;
    let inverted = place.who.is_none() && !place.sibling && s.quote(prior(place.group));
    let with = fits.clone().filter(|_| !inverted).find_map(|(verb, _, end)| {
        let complement = if place.passive { passive_complement(s, verb, end) } else { complement(s, verb, end) };
        Some((verb, end, complement?))
    });
    if let Some((verb, end, mut complement)) = with {
        // What may be a noun is a verb where "that" or a clause follows at once.
        let told = s.word(end) == "that" || s.quote(complement.start) || opens_clause(s, complement.start);
        if place.doubtful && !told {
            return None;
        }
        // "Blasting reports suggesting …, X denied": the participle the sentence begins with ends at its comma.
        let opened = s.word(0).ends_with("ing") && !s.is(0, PREPOSITION) && !(0..at).any(|at| s.mark(at, ","));
        if (place.bounded || opened && at > 0) && complement.end.is_none() {
            complement.end = (complement.start..s.len()).find(|at| s.mark(*at, ","));
        }
        let before = quoted_before(s, &place).filter(|_| s.quote(complement.start));
        return Some(place.attribution(at..end.max(at + 1), verb.lemma, Some(complement), before));
    }
    let (verb, _, end) = fits.find(|(verb, _, end)| verb.takes & QUOTE != 0 && *end == at + 1)?;
    if place.doubtful {
        return None;
    }
    let (place, before) = after_words(s, &place, verb, at, end)?;
    Some(place.attribution(at..end, verb.lemma, None, Some(before)))
}

/// Where the fixed parts of a verb end: "called again for", "expressed extreme concern".
fn fixed(s: Sentence, verb: &Verb, at: usize) -> Option<usize> {
    if verb.then.is_empty() {
        return Some(at);
    }
    let noun = verb.then.iter().any(|word| word.len() > 4);
    let reach = if noun { 6 } else { 2 };
    let found = (at..at + reach).find(|next| s.is(*next, verb.then))?;
    let clear = (at..found)
        .all(|next| s.items.get(next).is_some_and(|item| item.is_word()) && (noun || is_adverb(s.word(next))));
    clear.then(|| if s.word(found) == "to" && verb.lemma == "appeal" { found } else { found + 1 })
}

/// How a verb stands in its sentence.
#[derive(Clone)]
struct Place {
    who: Option<Who>,
    lead: usize,
    /// Where its group begins, auxiliaries and adverbs included.
    group: usize,
    sibling: bool,
    passive: bool,
    /// Whether it may be a noun or adjective after all.
    doubtful: bool,
    /// Whether the next comma ends it: "which promised to go, has stayed".
    bounded: bool,
    form: Option<Form>,
}

impl Place {
    fn attribution(
        &self,
        verb: Range<usize>,
        lemma: &'static str,
        complement: Option<Complement>,
        before: Option<Range<usize>>,
    ) -> Attribution {
        let who = self.who.clone().unwrap_or(Who::Shared);
        let (lead, sibling, form) = (self.lead, self.sibling, self.form);
        Attribution { verb, lemma, who, lead, complement, before, sibling, form }
    }
}

fn place(s: Sentence, verb: &Verb, form: Form, at: usize, found: &[Attribution]) -> Option<Place> {
    let group = s.group(at);
    let words = group..at;
    let any = |class: &[&str]| words.clone().any(|at| s.is(at, class));
    if any(HEARSAY) || any(NEGATION) && verb.lemma != "rule" || s.is(prior(group), NEGATION) {
        return None;
    }
    // "continues to call for", "went on to accuse"
    let continues = s.word(prior(at)) == "to" && s.is(prior(prior(at)), &["continue", "continues", "continued", "on"]);
    if any(MODAL) && !continues {
        return None;
    }
    let group = match continues {
        true if s.is(at - 2, &["on"]) => at.saturating_sub(3),
        true => at - 2,
        false => group,
    };
    let prev = prior(group);
    if s.is(prev, DETERMINER) && !s.is(prev, RELATIVE) && !s.is(prev, &["both", "all", "some", "others", "this"]) {
        return None;
    }
    if s.word(prev).ends_with("'s") || s.word(prev).ends_with("s'") {
        return None;
    }
    let be = any(BE);
    let mut place = Place {
        who: None,
        lead: group,
        group,
        sibling: false,
        passive: false,
        doubtful: false,
        bounded: false,
        form: Some(form),
    };
    match form {
        Form::Past if any(HAVE) => place.passive = be,
        Form::Past if be => place.passive = true,
        Form::Past if s.word(at + 1) == "by" && verb.lemma != "respond" => return None,
        Form::Past | Form::Present => {}
        Form::Participle if be => {}
        Form::Participle => return participle(s, place, at),
    }
    if form == Form::Present && verb.takes & NOUN != 0 && group == at {
        // "the Council reports that" against "recent reports of": only a clear subject makes it a verb.
        let clear = s.is(prev, CLAUSE_PRONOUN)
            || s.is(prev, RELATIVE)
            || s.is(prev, &["and"])
            || s.capital(prev) && prev + 1 == at;
        place.doubtful = !clear && !s.word(prev).ends_with('s');
        let capital = s.items[at].is_capital() && at > 0;
        if capital || s.is(prev, PREPOSITION) || at == 0 || s.quote(prev) && s.is(at + 1, PREPOSITION) {
            return None;
        }
        if s.is(prev, &["and", "or"]) && !s.is(at + 1, CLAUSE_PRONOUN) && s.word(at + 1) != "that" {
            return None;
        }
    }
    if form == Form::Past && !be && s.is(prev, PREPOSITION) && !s.is(prev, &["that", "as"]) {
        return None;
    }
    if place.passive {
        place.who = Some(agent(s, at)?);
        place.lead = s.phrase_before(group).map_or(group, |phrase| phrase.start);
        return Some(place);
    }
    finite(s, place, found)
}

/// The subject of a finite verb.
fn finite(s: Sentence, mut place: Place, found: &[Attribution]) -> Option<Place> {
    let group = place.group;
    if group == 0 {
        return None;
    }
    let prev = group - 1;
    let earlier = found.iter().rev().find(|other| other.sibling || found.len() == 1);
    if s.is(prev, &["or"]) {
        // "has not condemned or denied": what holds of one holds of both.
        return None;
    }
    let lists =
        s.mark(prev, ",") && earlier.is_some() && s.phrase_before(prev + 1).is_none_or(|who| !is_speaker(s, who));
    if s.is(prev, &["and", "but"]) || lists {
        // "stated that it regrets and rejects": another tense belongs to the report.
        let finite = |other: &&Attribution| other.sibling && other.form.is_some_and(|form| form != Form::Participle);
        let last = found.iter().rev().find(finite).and_then(|other| other.form);
        let within = last.is_some_and(|form| (form == Form::Past) != (place.form == Some(Form::Past)));
        if earlier.is_none() && s.subject().is_some_and(|subject| s.is(subject.start, NEGATION)) {
            return None;
        }
        if within && earlier.is_some_and(|other| other.complement.is_some_and(|content| content.clause)) {
            return None;
        }
        place.lead = if s.mark(prior(prev), ",") { prev - 1 } else { prev };
        place.sibling = true;
        return Some(place);
    }
    if s.mark(prev, ";") || s.mark(prev, ":") {
        place.lead = prev;
        place.sibling = true;
        return Some(place);
    }
    if s.quote(prev) || s.mark(prev, ",") && s.quote(prior(prev)) {
        // “…”, said X: the subject follows, and is looked for there.
        return Some(place);
    }
    if s.dash(prev)
        && let Some(open) = (prev.saturating_sub(20)..prev).rev().find(|at| s.dash(*at))
        && let Some(who) = s.phrase_before(open)
    {
        // "The union – a large one – said"
        place.lead = who.start;
        place.who = Some(Who::Words(who));
        place.sibling = true;
        return Some(place);
    }
    if s.dash(prev) {
        let start = (0..prev).rev().find(|at| s.mark(*at, ";") || s.mark(*at, ":")).map_or(0, |at| at + 1);
        if start == prev {
            return None;
        }
        place.who = Some(Who::Words(start..prev));
        place.lead = start;
        place.sibling = true;
        return Some(place);
    }
    if s.is(prev, RELATIVE)
        && !(s.word(prev) == "that" && found.iter().any(|other| other.complement.is_some_and(|c| c.start == prev + 1)))
    {
        let end = if s.mark(prior(prev), ",") { prev - 1 } else { prev };
        let who = s.phrase_before(end)?;
        place.lead = end;
        place.bounded = end < prev;
        place.who = Some(Who::Words(last_noun(s, who)));
        return Some(place);
    }
    let who = s.phrase_before(group)?;
    let denied = s.is(prior(who.start), &["did", "does", "do"]) && s.is(prior(prior(who.start)), NEGATION);
    if denied || s.is(who.start, NEGATION) || !is_plausible(s, who.clone()) {
        return None;
    }
    // "Although X claimed that …, the film showed"
    place.bounded = s.is(prior(who.start), CONJUNCTION) && who.start <= 1;
    place.lead = who.start;
    let before = prior(who.start);
    let connected = s.is(
        before,
        &["while", "whereas", "although", "though", "but", "meanwhile", "and", "as", "however", "because", "then"],
    );
    let comma = s.mark(before, ",")
        || s.mark(before, ";")
        || connected && s.mark(prior(before), ",")
        || s.is(before, &["as", "while", "meanwhile"]);
    if before == OUTSIDE || connected && comma || s.mark(before, ";") {
        place.sibling = true;
        while place.lead > 0
            && (s.is(prior(place.lead), CONJUNCTION)
                || s.is(prior(place.lead), &["and"])
                || s.mark(prior(place.lead), ",")
                || s.mark(prior(place.lead), ";"))
        {
            place.lead -= 1;
        }
    } else if !found.iter().any(|other| other.complement.is_some()) {
        place.sibling = true;
    }
    place.who = Some(Who::Words(who));
    Some(place)
}

/// Whether a noun phrase may speak: it is a name, a pronoun, or begins with a determiner.
fn is_speaker(s: Sentence, phrase: Range<usize>) -> bool {
    s.name(phrase.start) || s.is(phrase.start, DETERMINER) || s.is(phrase.start, CLAUSE_PRONOUN)
}

/// Whether a phrase can name a speaker: not a long one without any name.
fn is_plausible(s: Sentence, phrase: Range<usize>) -> bool {
    phrase.len() <= 12 || phrase.clone().any(|at| s.capital(at))
}

/// Of "an effort by critics who", the last noun phrase; of "the Declaration of Independence which", all of it.
fn last_noun(s: Sentence, phrase: Range<usize>) -> Range<usize> {
    let mut first = phrase.end;
    while first > phrase.start
        && (s.capital(prior(first)) || s.number(prior(first)) || s.is(prior(first), &["of", "the", "for"]))
    {
        first -= 1;
    }
    if first < phrase.end {
        return first..phrase.end;
    }
    phrase.clone().rev().find(|at| s.is(*at, DETERMINER)).unwrap_or(phrase.start)..phrase.end
}

/// A participle: ", adding that …", "by saying …", "with critics claiming that …".
fn participle(s: Sentence, mut place: Place, at: usize) -> Option<Place> {
    let group = place.group;
    let prev = prior(group);
    place.sibling = true;
    if group == 0 || group == 1 && s.is(0, PREPOSITION) {
        // "By demanding more, the union …": whose words they are stands behind the comma.
        let comma = (at..s.len()).find(|at| s.mark(*at, ","))?;
        place.who = s.subject_from(comma + 1).map(Who::Words);
        place.bounded = true;
        return Some(place);
    }
    if s.quote(prev) {
        place.lead = group;
        return Some(place);
    }
    if s.mark(prev, ",") || s.mark(prev, ";") || s.mark(prev, ":") || s.dash(prev) {
        place.lead = prev;
        return Some(place);
    }
    if s.is(prev, &["and", "or", "but"]) {
        place.lead = if s.mark(prior(prev), ",") { prev - 1 } else { prev };
        return Some(place);
    }
    if s.is(prev, &["by", "in"]) && at == group {
        place.lead = prev;
        return Some(place);
    }
    if s.is(prev, PREPOSITION) || s.is(prev, MODAL) || s.is(prev, CONJUNCTION) {
        return None;
    }
    place.lead = group;
    let from = (group.saturating_sub(40)..group)
        .rev()
        .find(|at| s.mark(*at, ",") || s.mark(*at, ";") || s.word(*at) == "that");
    let from = from.map_or(0, |from| from + 1);
    let with = (group.saturating_sub(40)..group)
        .rev()
        .find(|at| s.is(*at, &["with"]))
        .filter(|with| !(*with..group).any(|at| s.verbal(at)));
    if let Some(with) = with {
        // "with Russia accusing …, and France urging …"
        let and = (with + 1..group).rev().find(|at| s.is(*at, &["and"]) && (with..*at).any(|at| s.says(at)));
        place.lead = and.unwrap_or(with);
        place.who = Some(Who::Words(place.lead + 1..group));
        return (place.lead + 1 < group).then_some(place);
    }
    if (from..group).any(|at| s.verbal(at)) {
        // "issued a letter stating": who issued it.
        return Some(place);
    }
    let who = s.phrase_before(group)?;
    place.doubtful = !s.is(prior(who.start), &["as", "and", "of"]) && who.start > 0;
    place.who = Some(Who::Words(last_noun(s, who)));
    Some(place)
}

/// Who acts in a passive: "was described by X as".
fn agent(s: Sentence, at: usize) -> Option<Who> {
    let reach = at + 1..s.len().min(at + 30);
    let by = reach.clone().find(|next| s.word(*next) == "by" && !s.word(next + 1).ends_with("ing"));
    let by = by.or_else(|| {
        reach.clone().find(|next| s.word(*next) == "in" && (next + 1..next + 5).any(|word| s.is(word, SOURCE)))
    })?;
    let clear = (at + 1..by).all(|next| !s.verbal(next) && s.word(next) != "that");
    let mut who = s.phrase_after(by + 1).filter(|_| clear)?;
    if let Some(stop) = who.clone().find(|next| s.word(*next) == "as") {
        who.end = stop;
    }
    (who.end > who.start).then_some(Who::Words(who))
}

/// What a passive attributes: behind "as"; else its own subject, which stands before it.
fn passive_complement(s: Sentence, verb: &Verb, at: usize) -> Option<Complement> {
    if verb.takes & AS == 0 {
        return None;
    }
    let start = (at..s.len().min(at + 30)).find(|next| s.word(*next) == "as")? + 1;
    let end = s.quote(start).then_some(start + 1);
    (start < s.len()).then_some(Complement { start, end, certain: true, clause: false })
}

/// The quotation that stands right before the subject: “…”, he said, “…”.
fn quoted_before(s: Sentence, place: &Place) -> Option<Range<usize>> {
    let end = if s.mark(prior(place.lead), ",") { place.lead - 1 } else { place.lead };
    (end > 0 && s.quote(prior(end)) && (end == 1 || !s.items[end - 2].is_word())).then(|| end - 1..end)
}

/// What a verb attributes that nothing follows: “…,” X said. “…,” said X. X, the minister said.
fn after_words(s: Sentence, place: &Place, verb: &Verb, at: usize, end: usize) -> Option<(Place, Range<usize>)> {
    let mut place = place.clone();
    if place.passive {
        if verb.takes & (THAT | OBJECT) == 0 {
            return None;
        }
        let subject = s.phrase_before(place.group)?;
        return Some((place, subject));
    }
    if place.who.is_none() {
        let quote = if s.mark(prior(place.group), ",") { prior(prior(place.group)) } else { prior(place.group) };
        if !s.quote(quote) {
            return None;
        }
        let who = s.phrase_after(end).filter(|who| is_speaker(s, who.clone()))?;
        place.who = Some(Who::Words(who));
        place.sibling = true;
        place.lead = quote + 1;
        return Some((place, quote..quote + 1));
    }
    if let Some(quote) = quoted_before(s, &place) {
        place.sibling = true;
        return Some((place, quote));
    }
    let before = prior(place.lead);
    if s.is(before, &["which"]) && verb.takes & OBJECT != 0 {
        // "…, which X denied"
        let clause = if s.mark(prior(before), ",") { before - 1 } else { before };
        let start = (0..clause).find(|at| s.mark(*at, ",") && s.is(0, PREPOSITION)).map_or(0, |comma| comma + 1);
        return (start < clause).then_some((place, start..clause));
    }
    // As X has observed, …
    if s.is(prior(place.lead), &["as"]) && place.lead <= 2 && s.mark(end, ",") && end + 1 < s.len() {
        place.sibling = true;
        return Some((place, end + 1..s.len()));
    }
    let comma = prior(place.lead);
    let closes = s.mark(end, ".") || end >= s.len() || s.is(end, &["on", "at", "in", "during"]);
    let said = place.lead > 3 && s.mark(comma, ",") && closes && s.has_clause(0..comma) && at > place.lead;
    said.then(|| {
        place.sibling = true;
        (place.clone(), 0..comma)
    })
}

/// The verb of saying at a position, whatever stands around it.
pub fn verb_at(s: Sentence, at: usize) -> Option<(Range<usize>, &'static Verb)> {
    VERBS.iter().find_map(|verb| {
        form(verb.word, s.word(at))?;
        Some((at..fixed(s, verb, at + 1)?, verb))
    })
}
