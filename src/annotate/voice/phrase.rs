//! A sentence as rules walk it: where noun phrases begin and end, and who its subject is.

use std::ops::Range;

use super::class::{
    BE, BODY, CONJUNCTION, DAYS, DETERMINER, FINITE, FIRST_PERSON, HAVE, MODAL, OFFICE, PREPOSITION, RELATIVE, is,
    is_adverb,
};
use super::item::Item;
use super::verb::{Form, VERBS, form};

/// A position that no sentence has, with room on both sides of it.
pub const OUTSIDE: usize = usize::MAX / 2;

/// The position before another; [`OUTSIDE`] where there is none.
pub const fn prior(at: usize) -> usize {
    match at {
        0 => OUTSIDE,
        _ => at - 1,
    }
}

/// How far a subject is looked for, in items.
const REACH: usize = 60;

/// A sentence. Positions are those of its items; what lies outside has no word and no mark.
#[derive(Clone, Copy)]
pub struct Sentence<'s> {
    pub items: &'s [Item<'s>],
}

impl<'s> Sentence<'s> {
    pub fn len(self) -> usize {
        self.items.len()
    }

    /// The word at a position in lower case; empty for marks, quotations, and outside.
    pub fn word(self, at: usize) -> &'s str {
        self.items.get(at).map_or("", |item| &item.word)
    }

    pub fn mark(self, at: usize, mark: &str) -> bool {
        self.items.get(at).is_some_and(|item| item.is_mark(mark))
    }

    pub fn quote(self, at: usize) -> bool {
        self.items.get(at).is_some_and(Item::is_quote)
    }

    pub fn capital(self, at: usize) -> bool {
        self.items.get(at).is_some_and(Item::is_capital)
    }

    pub fn number(self, at: usize) -> bool {
        self.items.get(at).is_some_and(Item::is_number)
    }

    pub fn dash(self, at: usize) -> bool {
        self.items.get(at).is_some_and(Item::is_dash)
    }

    pub fn is(self, at: usize, class: &[&str]) -> bool {
        is(self.word(at), class)
    }

    /// A name as it stands inside a sentence: a capital, and no word that merely begins the sentence.
    pub fn name(self, at: usize) -> bool {
        self.capital(at)
            && (at > 0 || !(self.is(at, PREPOSITION) || self.is(at, DETERMINER) || self.is(at, CONJUNCTION)))
    }

    /// Whether a word looks like a finite verb, or a participle of the past.
    pub fn verbal(self, at: usize) -> bool {
        let word = self.word(at);
        let regular = word.len() > 4 && word.ends_with("ed") && !self.capital(at) && !self.is(prior(at), DETERMINER);
        // "May" and "Will" are names where they have a capital.
        is(word, FINITE) && (at == 0 || !self.capital(at))
            || regular
            || !self.capital(at) && VERBS.iter().any(|verb| form(verb.word, word) == Some(Form::Past))
    }

    /// Whether a word is a form of a verb of saying.
    pub fn says(self, at: usize) -> bool {
        let word = self.word(at);
        VERBS.iter().any(|verb| form(verb.word, word).is_some())
    }

    /// Whether a finite verb stands in a part of the sentence. The present of regular verbs is a guess: a word in -s
    /// behind a noun.
    pub fn has_clause(self, part: Range<usize>) -> bool {
        part.clone().any(|at| self.verbal(at)) || part.skip(1).any(|at| self.present(at))
    }

    /// "aims", "supports": a word in -s that follows a noun or name and comes before a phrase.
    fn present(self, at: usize) -> bool {
        let word = self.word(at);
        let follows = self.capital(at + 1) || self.is(at + 1, DETERMINER) || self.is(at + 1, PREPOSITION);
        word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("'s")
            && !self.capital(at)
            && follows
            && self.items.get(prior(at)).is_some_and(Item::is_word)
            && !self.is(prior(at), PREPOSITION)
            && !self.is(prior(at), DETERMINER)
            && (self.capital(prior(at)) || self.word(prior(at)).ends_with('s'))
    }

    /// The first of the adverbs and auxiliaries before a verb.
    pub fn group(self, verb: usize) -> usize {
        let mut first = verb;
        while first > 0
            && (is_adverb(self.word(prior(first))) && !self.capital(prior(first)) || self.auxiliary(prior(first)))
        {
            first -= 1;
        }
        first
    }

    fn auxiliary(self, at: usize) -> bool {
        self.is(at, BE)
            || self.is(at, HAVE)
            || self.is(at, &["not", "never", "do", "does", "did"])
            || self.is(at, MODAL)
    }

    /// The noun phrase that ends before `end`: what a verb there has for its subject.
    pub fn phrase_before(self, end: usize) -> Option<Range<usize>> {
        let comma = if self.mark(prior(end), ",") { end - 1 } else { end };
        let timeless = self.without_time(comma);
        let last = if timeless < comma { timeless } else { end };
        if self.mark(prior(last), ",") {
            let head = self.head_before(last - 1)?;
            return Some(self.plain_phrase(head)?.start..last - 1);
        }
        let phrase = self.plain_phrase(last)?;
        let first = match self.named_before(prior(phrase.start)) {
            // "NAME, the former head of the alliance said": the comma behind it was forgotten.
            Some(name) if self.is_apposition(phrase.clone()) => name,
            _ => phrase.start,
        };
        Some(self.list_before(first)..phrase.end)
    }

    /// Where a list of subjects begins of which the last stands at `first`: "states, unions, and groups have called".
    fn list_before(self, first: usize) -> usize {
        let joined = first >= 3 && self.is(first - 1, &["and"]) && self.mark(first - 2, ",");
        let mut start = first;
        let mut right = first.saturating_sub(2);
        while joined && start > 0 && self.mark(right, ",") {
            let before = (right.saturating_sub(10)..right).rev().find(|at| self.divides(*at));
            let next = before.map_or(0, |before| before + 1);
            let clause = self.has_clause(next..right) || (next..right).any(|at| self.says(at)) || next == right;
            if clause || self.leads(next) && !self.is(next, DETERMINER) || right - next > 8 {
                break;
            }
            start = next;
            right = before.unwrap_or(OUTSIDE);
        }
        // One part alone may be the end of a clause: "…, Monday, and the union said".
        if start == 0 || self.dash(prior(start)) { start } else { first }
    }

    /// Where the name ends of which the parts between commas are said that end at `comma`: "NAME, head of X, declared".
    fn head_before(self, comma: usize) -> Option<usize> {
        let mut head = None;
        let mut right = comma;
        for _ in 0..6 {
            let before = (right.saturating_sub(REACH)..right).rev().find(|at| self.divides(*at));
            let start = before.map_or(0, |before| before + 1);
            if self.has_clause(start..right) || self.leads(start) && !self.is(start, DETERMINER) {
                // "which NAME, describes": a comma too many.
                let relative = self.is(start, RELATIVE) && head.is_none();
                return if relative { Some(right) } else { head };
            }
            head = Some(right);
            match before {
                Some(before) if self.mark(before, ",") => right = before,
                Some(before) if self.dash(before) && !self.capital(start) && before > 0 => return Some(before),
                _ => break,
            }
        }
        head
    }

    /// Where a subject ends before what tells only when: "The ministry later on the same day", "The court on Monday".
    fn without_time(self, end: usize) -> usize {
        let mut end = end;
        while end > 1 && (self.is(end - 1, DAYS) || self.is(end - 1, &["however", "meanwhile", "therefore"])) {
            let stop = if self.is(prior(end - 1), &["on", ","]) { end - 2 } else { end - 1 };
            if stop == 0 {
                return end;
            }
            end = stop;
        }
        let mut reach = end.saturating_sub(8)..end;
        let told = reach.rfind(|at| self.is(*at, &["later", "earlier", "then", "again"]));
        told.filter(|at| self.is(at + 1, PREPOSITION) && *at > 0 && self.items[at - 1].is_word()).unwrap_or(end)
    }

    /// Where a name begins that ends before the comma at `comma` and stands at the head of its clause.
    fn named_before(self, comma: usize) -> Option<usize> {
        if comma == OUTSIDE || !self.mark(comma, ",") {
            return None;
        }
        let mut first = comma;
        while first > 0
            && (self.capital(prior(first)) || self.is(prior(first), &["of", "de", "van", "von", "al", "the"]))
        {
            first -= 1;
        }
        let at_head = first == 0
            || self.dash(prior(first))
            || self.mark(prior(first), ",")
            || self.mark(prior(first), ";")
            || self.is(prior(first), &["that", "this", "and", "but"]);
        (first < comma && at_head && self.capital(first) && !self.leads(first)).then_some(first)
    }

    /// Whether a word leads a sentence in, and names nobody.
    fn leads(self, at: usize) -> bool {
        self.is(at, PREPOSITION) || self.is(at, CONJUNCTION) || self.is(at, DETERMINER) || is_adverb(self.word(at))
    }

    /// "the head of the committee", "a political scientist": no name of its own.
    fn is_apposition(self, phrase: Range<usize>) -> bool {
        self.is(phrase.start, &["the", "a", "an", "its", "his", "her", "their"]) && !self.capital(phrase.start + 1)
            || !self.capital(phrase.start) && !self.is(phrase.start, DETERMINER)
    }

    /// Whether no noun phrase goes on over this item.
    fn divides(self, at: usize) -> bool {
        [",", ";", ":", ".", "?", "!", "...", "…", "”", "“", "\""].iter().any(|mark| self.mark(at, mark))
            || self.dash(at)
            || self.quote(at)
    }

    /// The noun phrase without commas that ends before `end`.
    fn plain_phrase(self, end: usize) -> Option<Range<usize>> {
        if self.is(prior(end), &["he", "she", "it", "they", "we", "i", "you", "who"]) {
            return Some(end - 1..end);
        }
        let mut first = end;
        while first > 0 && end - first < REACH {
            let at = first - 1;
            if self.divides(at) || self.is(at, CONJUNCTION) && !self.name_word(at) || self.is(at, RELATIVE) {
                break;
            }
            if self.is(at, &["and", "or"]) && !self.joins(at, end) {
                break;
            }
            if self.is(at, FINITE) || self.is(at, BE) || self.is(at, HAVE) || self.verbal(at) && !self.attributive(at) {
                break;
            }
            first = at;
        }
        self.without_lead(first..end)
    }

    fn name_word(self, at: usize) -> bool {
        self.capital(at) && at > 0 && self.capital(at + 1)
    }

    /// "the recently published report", "a ceasefire mediated by": a participle inside a noun phrase.
    fn attributive(self, at: usize) -> bool {
        let word = self.word(at);
        word.ends_with("ed")
            && !is(word, FINITE)
            && (self.is(at + 1, &["in", "on", "with", "at"])
                || self.is(at + 1, &["by"]) && !self.word(at + 2).ends_with("ing")
                || self.is(prior(at), DETERMINER)
                || is_adverb(self.word(prior(at))))
    }

    /// Whether "and" at `at` joins two noun phrases, and not two clauses.
    fn joins(self, at: usize, end: usize) -> bool {
        let start = (at.saturating_sub(REACH)..at).rev().find(|at| self.divides(*at) || self.is(*at, RELATIVE));
        let before = start.map_or(0, |start| start + 1)..at;
        let own = self.is(at + 1, DETERMINER) && !self.is(at + 1, &["other", "several", "various", "many", "some"]);
        let list = start.is_some_and(|start| self.mark(start, ",")) && !self.capital(at + 1);
        let clause = before.clone().any(|at| self.verbal(at) && !self.attributive(at)) || own && list && end - at > 8;
        !(before.is_empty() || clause)
    }

    /// Without the prepositional phrase of time or place that may stand before a subject: "On 23 July 2021 the court".
    fn without_lead(self, phrase: Range<usize>) -> Option<Range<usize>> {
        let mut first = phrase.start;
        while first < phrase.end
            && (self.is(first, &["and", "or", "both"]) || is_adverb(self.word(first)) && !self.capital(first))
        {
            first += 1;
        }
        if self.is(first, &["by"]) {
            first += 1;
        }
        if self.is(first, PREPOSITION) && !self.is(first, &["following"]) {
            // A date ends with its last number; else the phrase begins with the next determiner.
            let last_number = (first..phrase.end).take(6).rfind(|at| self.number(*at));
            let determiner = (first + 2..phrase.end).find(|at| self.is(*at, DETERMINER));
            let with = self.is(first, &["with"]);
            first = if with { first + 1 } else { last_number.map(|at| at + 1).or(determiner).unwrap_or(phrase.end) };
            while self.is(first, PREPOSITION) && first < phrase.end {
                first = (first + 1..phrase.end).find(|at| self.is(*at, DETERMINER)).unwrap_or(phrase.end);
            }
        }
        (first < phrase.end).then_some(first..phrase.end)
    }

    /// The noun phrase that begins at `start`: what follows "by", "according to", or an inverted verb.
    pub fn phrase_after(self, start: usize) -> Option<Range<usize>> {
        let mut end = start;
        while end < self.len() && end - start < REACH {
            let stop = self.divides(end)
                || self.is(end, CONJUNCTION) && !self.capital(end)
                || self.is(end, RELATIVE)
                || self.is(end, &["on", "during", "after", "by", "who", "at", "in", "into", "from", "with"])
                    && end > start
                || self.verbal(end) && end > start
                || self.is(end, &["and", "or"]) && !(self.capital(end + 1) || self.is(end + 1, DETERMINER));
            if stop {
                break;
            }
            end += 1;
        }
        (end > start).then_some(start..end)
    }

    /// The subject of the sentence's first clause, behind what leads it in.
    pub fn subject(self) -> Option<Range<usize>> {
        self.subject_from(0)
    }

    /// What a sentence is about, for the next one to point back to: its subject, or the phrase it begins with.
    pub fn topic(self) -> Option<Range<usize>> {
        self.subject().or_else(|| {
            let noun = usize::from(self.is(0, DETERMINER));
            let name = (noun..self.len()).take_while(|at| self.capital(*at)).count();
            let end = noun + name.max(noun);
            (end > 0 && !self.leads_in(0) && end < self.len()).then_some(0..end)
        })
    }

    fn leads_in(self, at: usize) -> bool {
        self.leads(at) && !self.is(at, DETERMINER)
    }

    /// The subject of the first clause that begins at `from` or later.
    pub fn subject_from(self, from: usize) -> Option<Range<usize>> {
        let mut first = from;
        // "Armenia – Its minister said": the item's own head is no subject, unless a verb follows at once.
        if let Some(dash) = self.item_head().filter(|_| from == 0) {
            if self.verbal(dash + 1) || self.says(dash + 1) {
                return Some(0..dash);
            }
            first = dash + 1;
        }
        let mut at = first;
        let leads = |at: usize| self.leads_in(at);
        let mut led = leads(first) || self.time(first);
        while at < self.len() && at - first < REACH {
            if led {
                led = !self.mark(at, ",") || leads(at + 1);
            } else if self.finite(at) && at > first {
                let phrase = self.phrase_before(self.group(at));
                if let Some(phrase) = phrase.filter(|phrase| phrase.start >= first) {
                    return Some(phrase);
                }
            }
            at += 1;
        }
        // Without a comma behind what leads in, the clause is found by its verb alone; and what looked like an adjective
        // ("arrived in") may be that verb.
        let reach = first..self.len().min(first + REACH);
        let found = |at: usize| self.phrase_before(self.group(at)).filter(|phrase| phrase.start >= first);
        let clear = reach.clone().filter(|at| self.finite(*at)).find_map(found);
        clear.or_else(|| reach.filter(|at| self.verbal(*at)).find_map(found))
    }

    /// A finite verb, as far as its form tells.
    fn finite(self, at: usize) -> bool {
        self.verbal(at) && (at == 0 || !self.attributive(at)) || self.present(at) && self.says(at)
    }

    /// The dash behind the head of a list item: "Armenia – Its minister said".
    pub fn item_head(self) -> Option<usize> {
        let dash = (1..self.len().min(12)).find(|at| self.dash(*at))?;
        let plain = (0..dash).all(|at| self.items[at].is_word() && !self.verbal(at));
        (plain && !self.leads_name(dash)).then_some(dash)
    }

    /// Whether the words before a dash are no name: "In a declaration – just weeks after".
    fn leads_name(self, dash: usize) -> bool {
        self.is(0, PREPOSITION)
            || self.is(0, CONJUNCTION)
            || !(0..dash).any(|at| self.capital(at))
            || self.number(prior(dash))
    }

    /// "The same day, …", "Two days later, …"
    fn time(self, first: usize) -> bool {
        let comma = (first..self.len().min(first + 8)).find(|at| self.mark(*at, ","));
        comma.is_some_and(|comma| {
            (first..comma).any(|at| {
                self.is(at, &["day", "days", "month", "week", "year", "years", "later", "morning", "evening"])
            })
        })
    }

    /// Whether a phrase is the author: "we", "the undersigned organizations".
    pub fn is_author(self, phrase: Range<usize>) -> bool {
        // "US" is a state, not the author.
        let state = self.items.get(phrase.start).is_some_and(|item| item.text == "US");
        self.is(phrase.start, FIRST_PERSON) && !state || phrase.into_iter().any(|at| self.is(at, &["undersigned"]))
    }

    /// Whether a phrase stands for a speaker named before: a pronoun, or "the ministry".
    pub fn points_back(self, phrase: Range<usize>) -> bool {
        if phrase.is_empty() {
            return false;
        }
        let lower = !self.capital(phrase.end - 1);
        match phrase.len() {
            1 => is(self.word(phrase.start), super::class::PRONOUN),
            2 => {
                lower
                    && self.is(phrase.start, &["the", "this"])
                    && (self.is(phrase.start + 1, BODY) || self.is(phrase.start + 1, OFFICE))
            }
            _ => false,
        }
    }
}
