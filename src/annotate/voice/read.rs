//! One passage read: its sentences' attributions become stretches, its quotations find their speakers.

use std::ops::Range;

use super::attribution::{Attribution, Who, attributions, verb_at};
use super::class::{AFTERTHOUGHT, BE, BODY, DETERMINER, HAVE, NAMING, PREPOSITION, PRONOUN, is, is_adverb};
use super::item::{Item, Kind, items, sentences};
use super::phrase::{Sentence, prior};
use super::quote::{Quote, quotes, trimmed};
use super::verb::{Form, NOUN, form};
use super::{Mode, Saying, Speaker, Stretch, Words};
use crate::corpus::ByteRange;

/// A quotation of more words than this is speech also where no verb attributes it.
const SCARE: usize = 4;

/// Quotations deeper than this are not read for voices of their own.
const DEPTH: usize = 4;

/// What is said of whose words something is.
#[derive(Clone, Debug, Default)]
pub struct Voice {
    pub speaker: Option<Speaker>,
    pub verb: Option<Saying>,
}

/// A passage as it is read.
pub struct Reader<'a> {
    text: &'a str,
    /// Its number among the passages read together.
    passage: u32,
    quotes: Vec<Quote>,
    found: Vec<Stretch>,
    /// Who has spoken so far, the last at the end.
    heard: Vec<Words>,
    /// The subject of the sentence before.
    subject: Option<Words>,
    /// The head of the list item that is read: "Armenia – …".
    item: Option<Words>,
    /// Who was heard last in the passages before.
    before: Option<Words>,
}

/// The bytes of a range.
pub fn bytes(range: Range<usize>) -> ByteRange {
    let byte = |at| u32::try_from(at).unwrap_or(u32::MAX);
    ByteRange::new(byte(range.start), byte(range.end))
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str, passage: u32) -> Self {
        Self {
            text,
            passage,
            quotes: quotes(text, unclosed),
            found: Vec::new(),
            heard: Vec::new(),
            subject: None,
            item: None,
            before: None,
        }
    }

    /// Who was heard last before this passage: "the analyst" may be someone of the passage before.
    #[must_use]
    pub fn after(mut self, heard: Option<Words>) -> Self {
        self.before = heard;
        self
    }

    /// The stretches of running text, and who was heard last.
    pub fn running(mut self) -> (Vec<Stretch>, Option<Words>) {
        self.head();
        self.level(0..self.text.len(), 0);
        let heard = self.heard.last().copied().or(self.item).or(self.before);
        (self.finish(), heard)
    }

    /// The stretches of a note: what stands in its quotation marks are titles.
    pub fn note(mut self) -> Vec<Stretch> {
        let titles: Vec<Range<usize>> = self.quotes.iter().map(|quote| quote.outer.clone()).collect();
        self.level(0..self.text.len(), DEPTH);
        self.found.retain(|found| {
            found.mode == Mode::Reported && !titles.iter().any(|title| bytes(title.clone()).contains(found.range))
        });
        self.finish()
    }

    /// The head of a list item is who speaks in it until another is named: "Armenia – The ministry said …".
    fn head(&mut self) {
        let items = items(self.text, 0..self.text.len(), &self.quotes);
        let s = Sentence { items: &items };
        if let Some(dash) = s.item_head() {
            self.item = Some(self.words(s, 0..dash));
        }
    }

    /// The stretches of a text that is someone's as a whole: a block quotation, or a line under "Per X:".
    pub fn whole(mut self, mode: Mode, voice: Voice) -> Vec<Stretch> {
        let all = trimmed(self.text, 0..self.text.len());
        let marked = self.quotes.iter().find(|quote| quote.outer == all).map(|quote| quote.inner.clone());
        let inner = marked.unwrap_or(all);
        if inner.is_empty() {
            return Vec::new();
        }
        self.push(inner.clone(), mode, &voice, false);
        self.level(inner, 1);
        self.finish()
    }

    /// Who speaks next, as the last sentence says: "…, who pointed out the following:".
    pub fn introduces(self) -> Voice {
        let items = items(self.text, 0..self.text.len(), &self.quotes);
        let sentences = sentences(&items, &self.quotes, self.text);
        let Some(last) = sentences.last() else { return Voice::default() };
        let s = Sentence { items: &items[last.clone()] };
        let found = attributions(s);
        let empty = |other: &&Attribution| other.complement.is_none_or(|content| content.start + 1 >= s.len());
        let chosen = found
            .iter()
            .rev()
            .find(empty)
            .or_else(|| found.iter().rev().find(|other| other.sibling))
            .or_else(|| found.last());
        match chosen {
            Some(chosen) => self.voice(s, chosen, &found, None).unwrap_or_default(),
            None => {
                let subject = s.subject().filter(|subject| !s.is_author(subject.clone()));
                Voice { speaker: subject.and_then(|subject| self.speaker(s, subject)), verb: None }
            }
        }
    }

    fn push(&mut self, range: Range<usize>, mode: Mode, voice: &Voice, unclosed: bool) {
        let range = bytes(trimmed(self.text, range));
        if range.is_empty() || self.found.iter().any(|found| found.range == range && found.mode == mode) {
            return;
        }
        let Voice { speaker, verb } = *voice;
        self.found.push(Stretch { range, mode, speaker, verb, within: None, unclosed });
    }

    /// Sorted from the outside in, each with the stretch it lies in.
    fn finish(mut self) -> Vec<Stretch> {
        self.found.sort_by_key(|found| (found.range.start, std::cmp::Reverse(found.range.end), found.mode));
        let mut around: Vec<usize> = Vec::new();
        for index in 0..self.found.len() {
            let range = self.found[index].range;
            while around.last().is_some_and(|outer| !self.found[*outer].range.contains(range)) {
                around.pop();
            }
            self.found[index].within = around.last().and_then(|outer| u32::try_from(*outer).ok());
            around.push(index);
        }
        self.found
    }

    /// The text itself, or the inside of a quotation.
    fn level(&mut self, part: Range<usize>, depth: usize) {
        let text = self.text;
        let items = items(text, part, &self.quotes);
        for sentence in sentences(&items, &self.quotes, text) {
            self.sentence(Sentence { items: &items[sentence] }, depth);
        }
    }

    fn sentence(&mut self, s: Sentence, depth: usize) {
        let found = attributions(s);
        let mut last: Option<Voice> = None;
        let mut taken: Vec<(Range<usize>, Voice)> = Vec::new();
        for (index, one) in found.iter().enumerate() {
            let content = self.content(s, one, &found[index + 1..]);
            let inside = taken.iter().any(|(range, _)| range.contains(&one.verb.start));
            if inside
                && !one.sibling
                && !one.complement.is_some_and(|content| content.certain)
                && !is(one.lemma, &["say", "state", "claim"])
            {
                continue;
            }
            let shared = matches!(one.who, Who::Shared);
            let subject = || s.subject().filter(|subject| subject.end <= one.verb.start);
            if depth > 0 && shared && last.is_none() && subject().is_none() {
                continue;
            }
            let threatens = depth > 0 && one.lemma == "threaten" || inside && !one.sibling && one.lemma == "threaten";
            if threatens && !matches!(&one.who, Who::Words(who) if who.clone().any(|at| s.capital(at))) {
                continue;
            }
            let Some(mut voice) = self.voice(s, one, &found[..index], last.as_ref()) else { continue };
            if let Some(speaker) = voice.speaker.as_mut().filter(|_| inside && !one.sibling) {
                // "Lee said that the court had ruled": the court is not Lee. A pronoun may be.
                let pronoun = matches!(&one.who, Who::Words(who) if who.len() == 1);
                speaker.stands_for = speaker.stands_for.filter(|_| pronoun);
            }
            if let Some(before) = &one.before {
                let from = self.opening(s, before.clone(), &found[..index]);
                if let Some(from) = from {
                    self.attribute(s, from..before.end, &voice, true);
                    taken.push((from..before.end, voice.clone()));
                }
            }
            if let Some(content) = content {
                self.attribute(s, content.clone(), &voice, false);
                taken.push((content, voice.clone()));
            }
            if one.sibling || last.is_none() {
                self.heard.extend(voice.speaker.map(Speaker::name).filter(|name| !self.is_pronoun(*name)));
                last = Some(voice);
            }
        }
        self.quotations(s, &taken, last, depth);
        let first = self.heard.is_empty() && self.subject.is_none();
        let subject = s.topic().filter(|topic| !s.points_back(topic.clone()) || first && topic.len() > 1);
        self.subject = subject.map(|subject| self.words(s, subject)).or(self.subject);
    }

    /// Each quotation of a sentence: to whom it belongs, and who speaks inside it.
    fn quotations(&mut self, s: Sentence, taken: &[(Range<usize>, Voice)], last: Option<Voice>, depth: usize) {
        let mut told = last.clone();
        for (at, item) in s.items.iter().enumerate() {
            let Kind::Quote(index) = item.kind else { continue };
            let quote = self.quotes[index].clone();
            let words = self.text[quote.inner.clone()].split_whitespace().count();
            let owner = taken.iter().filter(|(range, _)| range.contains(&at)).max_by_key(|(range, _)| range.start);
            let begins = self.begins_with_verb(&quote).filter(|_| owner.is_none_or(|(range, _)| range.start != at));
            let voice = match owner {
                _ if begins.is_some() => {
                    let speaker = told.clone().unwrap_or_else(|| self.subject_voice(s)).speaker;
                    Some(Voice { speaker, verb: begins })
                }
                Some((range, voice))
                    if range.start == at || s.is(prior(at), &["as"]) || !self.is_name(s, at, &quote) =>
                {
                    Some(voice.clone())
                }
                Some(_) => None,
                // What a quotation quotes without saying whom is nobody's that we know.
                None if words > SCARE && depth > 0 && told.is_none() => Some(Voice::default()),
                None if s.mark(prior(at), ":") => Some(told.clone().unwrap_or_else(|| self.subject_voice(s))),
                None if words > SCARE && !self.is_title(s, at) => self.ongoing(s, at, told.clone()),
                None => None,
            };
            if let Some(voice) = voice {
                self.push(quote.inner.clone(), Mode::Quoted, &voice, quote.unclosed);
                told = Some(voice);
            }
            if depth < DEPTH && words > SCARE {
                // Nobody who speaks outside is "she" inside, and the reverse.
                let outside =
                    (std::mem::take(&mut self.heard), self.item.take(), self.before.take(), self.subject.take());
                self.level(quote.inner, depth + 1);
                (self.heard, self.item, self.before, self.subject) = outside;
            }
        }
    }

    /// The verb a quotation begins with: “strongly condemn[ing] the attack”, “ask[ing] for help”.
    fn begins_with_verb(&self, quote: &Quote) -> Option<Saying> {
        let reach = self.text[quote.inner.clone()].floor_char_boundary(200);
        let items = items(self.text, quote.inner.start..quote.inner.start + reach, &[]);
        let s = Sentence { items: &items };
        let at = usize::from(is_adverb(s.word(0)) && !s.capital(0));
        let (words, verb) = verb_at(s, at).filter(|_| !s.capital(at))?;
        let told = match form(verb.word, s.word(at))? {
            Form::Participle => true,
            // A verb, and no adjective or noun: it has its object.
            Form::Past => s.is(words.end, DETERMINER) || s.capital(words.end) || s.is(words.end, &["that"]),
            Form::Present => verb.takes & NOUN == 0,
        };
        told.then(|| Saying { words: self.words(s, words), lemma: verb.lemma })
    }

    /// A quotation that nothing in its sentence attributes goes on with who spoke last.
    fn ongoing(&self, s: Sentence, at: usize, told: Option<Voice>) -> Option<Voice> {
        let opening = Voice {
            speaker: self.heard.last().copied().or(self.item).map(|words| Speaker { words, stands_for: None }),
            verb: None,
        };
        // “…” as the object of the sentence's own verb.
        let own = || s.is(prior(at), HAVE) || s.is(prior(at), BE) || s.verbal(prior(at));
        let voice = told.or_else(|| (at > 0 && own()).then(|| self.subject_voice(s)));
        let voice = voice.or_else(|| opening.speaker.is_some().then_some(opening));
        voice.or_else(|| {
            (at > 0).then(|| self.subject_voice(s)).filter(|voice| voice.speaker.is_some() && at + 2 >= s.len())
        })
    }

    fn subject_voice(&self, s: Sentence) -> Voice {
        let subject = s.subject().filter(|subject| !s.is_author(subject.clone()));
        Voice { speaker: subject.and_then(|subject| self.speaker(s, subject)), verb: None }
    }

    /// A name in quotation marks: behind "called", or all capitals.
    fn is_name(&self, s: Sentence, at: usize, quote: &Quote) -> bool {
        let inner = &self.text[quote.inner.clone()];
        let capitals = inner.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
        let inner = inner.trim_end_matches(['.', ',']);
        let words = inner.split_whitespace().count();
        self.is_title(s, at) || words <= 3 && capitals && !inner.ends_with(['!', '?'])
    }

    fn is_title(&self, s: Sentence, at: usize) -> bool {
        s.is(prior(at), NAMING)
    }

    /// Adds what a part of a sentence attributes: as reported, unless it is verbatim from end to end.
    fn attribute(&mut self, s: Sentence, content: Range<usize>, voice: &Voice, before: bool) {
        let verbatim = content.clone().any(|at| s.quote(at))
            && content.clone().all(|at| s.quote(at) || !s.items[at].is_word() || s.is(at, JOINING));
        if verbatim {
            return;
        }
        let (Some(first), Some(last)) = (s.items.get(content.start), s.items.get(content.end - 1)) else { return };
        let end = if before { last.range.end } else { last.reach };
        self.push(first.range.start..end, Mode::Reported, voice, false);
    }

    /// Where what stands before an attribution begins.
    fn opening(&self, s: Sentence, before: Range<usize>, earlier: &[Attribution]) -> Option<usize> {
        let mut from = before.start;
        if earlier.iter().any(|other| other.sibling) && before.len() > 1 {
            let verb = earlier.last()?.verb.end;
            from = (verb..before.end).rev().find(|at| s.mark(*at, ";") || s.is(*at, &["but", "while", "however"]))? + 1;
        }
        while from < before.end && (s.mark(from, ",") || s.is(from, &["however", "and", "but"])) {
            from += 1;
        }
        (from < before.end).then_some(from)
    }

    /// The items that an attribution covers.
    fn content(&self, s: Sentence, one: &Attribution, later: &[Attribution]) -> Option<Range<usize>> {
        let complement = one.complement?;
        let start = complement.start;
        let mut end = complement.end.unwrap_or(s.len()).min(s.len());
        if let Some(next) = later.iter().find(|next| next.sibling && next.lead > start && next.lead < end) {
            end = next.lead;
        }
        let mut at = start + 1;
        while at < end {
            if self.stops(s, at, start, complement.clause) {
                end = at;
            }
            at += 1;
        }
        while end > start
            && (s.items[end - 1].is_word() && s.is(prior(end), TRAILING)
                || !s.items[end - 1].is_word() && !s.quote(prior(end)))
        {
            end -= 1;
        }
        (end > start).then_some(start..end)
    }

    /// Whether what is reported ends before this item.
    fn stops(&self, s: Sentence, at: usize, start: usize, clause: bool) -> bool {
        if s.mark(at, ":") {
            return s.quote(at + 1) || at + 1 == s.len();
        }
        if s.mark(at, ";") {
            return !clause || s.is(at + 1, &["however", "meanwhile", "likewise", "but", "while", "moreover"]);
        }
        // Verbatim words that end with a stop end the report too.
        if s.quote(prior(at))
            && at - 1 == start
            && (s.mark(at, ",") || s.is(at, PREPOSITION) && !s.is(at, &["as", "of", "in", "for", "to"]))
        {
            return true;
        }
        // “… and “condemn[s] any attempts””: the next verb stands inside the marks.
        let begins = |at: usize| match s.items.get(at).map(|item| item.kind) {
            Some(Kind::Quote(index)) => self.quotes.get(index).and_then(|quote| self.begins_with_verb(quote)).is_some(),
            _ => false,
        };
        if s.is(at, &["and"]) && begins(at + 1) {
            return true;
        }
        if !s.mark(at, ",") {
            return false;
        }
        let next = at + 1;
        let deed =
            |word: &str| word.len() > 5 && word.ends_with("ing") && !is(word, PREPOSITION) && word != "including";
        let relative = s.is(next, &["which", "who", "whose"]);
        let afterthought = s.is(next, &["a", "an"]) && s.is(next + 1, AFTERTHOUGHT);
        let turn = s.is(next, &["but", "although", "though", "however", "following", "despite", "prompting"]);
        let clause_of_time = !clause && s.is(next, &["after", "amid", "while", "as", "when", "during"]);
        relative || afterthought || turn || clause_of_time || !clause && deed(s.word(next))
    }

    /// Whose words an attribution reports; none where they are the author's own.
    fn voice(&self, s: Sentence, one: &Attribution, earlier: &[Attribution], last: Option<&Voice>) -> Option<Voice> {
        let verb = self.words(s, one.verb.clone());
        let saying = Some(Saying { words: verb, lemma: one.lemma });
        let speaker = match &one.who {
            Who::Words(words) if s.is_author(words.clone()) => return None,
            Who::Words(words) => self.speaker(s, words.clone()),
            Who::Shared => match last {
                Some(voice) => voice.speaker,
                None if !earlier.is_empty() && one.verb.start == 0 => None,
                None => {
                    let subject = s.subject().filter(|subject| subject.start < one.verb.start);
                    if subject.as_ref().is_some_and(|subject| s.is_author(subject.clone())) {
                        return None;
                    }
                    subject.and_then(|subject| self.speaker(s, subject))
                }
            },
        };
        Some(Voice { speaker, verb: saying })
    }

    fn speaker(&self, s: Sentence, words: Range<usize>) -> Option<Speaker> {
        if words.is_empty() {
            return None;
        }
        let own = || {
            let subject = s.subject().filter(|subject| subject.end <= words.start && !s.points_back(subject.clone()));
            subject.map(|subject| self.words(s, subject))
        };
        let back = s.points_back(words.clone());
        let stands_for = || {
            // A pronoun points back within its passage, "the institute" also to the head of its item, "the analyst" to
            // the passage before.
            let pronoun = words.len() == 1;
            let body = s.is(words.end - 1, BODY);
            let item = self.item.filter(|_| pronoun || body);
            let before = self.before.filter(|_| !pronoun && self.item.is_none());
            own().or(self.heard.last().copied()).or(item).or(self.subject).or(before)
        };
        let stands_for = back.then(stands_for).flatten().filter(|other| words.len() == 1 || self.is_named(*other));
        Some(Speaker { words: self.words(s, words), stands_for })
    }

    fn is_pronoun(&self, words: Words) -> bool {
        let own = words.passage == self.passage;
        own && words.range.slice(self.text).is_some_and(|text| is(&text.to_lowercase(), PRONOUN))
    }

    /// Whether words hold a name, and not only a capital at the head of a sentence.
    fn is_named(&self, words: Words) -> bool {
        let text = words.range.slice(self.text).filter(|_| words.passage == self.passage);
        text.is_none_or(|text| {
            let mut names = text.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
            names.any(|word| !is(&word.to_lowercase(), DETERMINER))
        })
    }

    fn words(&self, s: Sentence, items: Range<usize>) -> Words {
        let start = s.items.get(items.start).map_or(0, |item| item.range.start);
        let end = s.items.get(prior(items.end)).map_or(start, |item: &Item| item.range.end);
        Words { passage: self.passage, range: bytes(start..end.max(start)) }
    }
}

/// Words that only join verbatim ones.
const JOINING: &[&str] = &["and", "or", "also", "as", "well", "a", "an", "the", "both", "that"];

/// Words that cannot end what is reported.
const TRAILING: &[&str] = &[
    "and",
    "but",
    "or",
    "as",
    "while",
    "whereas",
    "meanwhile",
    "although",
    "though",
    "also",
    "then",
    "with",
    "however",
];

/// How much of a text belongs to a quotation that opens before it and never closes: all, or up to the sentence that
/// opens with an attribution of its own.
fn unclosed(rest: &str) -> usize {
    for (at, _) in rest.match_indices([' ', '\n']) {
        let before = rest[..at].trim_end_matches(['"', '”', '’', ')']);
        if !before.ends_with(['.', '!', '?', '…']) || !rest[at..].trim_start().starts_with(char::is_uppercase) {
            continue;
        }
        let after = &rest[at..];
        let reach = after.floor_char_boundary(400);
        let items = items(&after[..reach], 0..reach, &[]);
        let end = sentences(&items, &[], after).first().map_or(0, |first| first.end);
        let s = Sentence { items: &items[..end] };
        let opens = attributions(s).iter().any(|found| match &found.who {
            Who::Words(who) => found.verb.start < 14 && !s.is_author(who.clone()) && !s.points_back(who.clone()),
            Who::Shared => false,
        });
        if opens {
            return rest[..at].trim_end().len();
        }
    }
    rest.trim_end().len()
}
