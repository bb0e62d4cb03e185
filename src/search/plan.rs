//! From what was typed to what is looked for: each word with its forms, names with their variants, dates, expressions.

use super::date::{self, QueryDate};
use super::filter;
use super::forms;
use super::index::{Index, Name};
use super::order::keep;
use super::query::{FieldClause, Query, QueryWord};
use super::results::{Filters, Note};
use super::thesaurus::{Entry, Thesaurus};
use super::weights::Weights;
use crate::corpus::{Bundle, Day, Interval};

/// Words in a row; for each place in it the words that may stand there.
pub(super) type Phrase = Vec<Vec<u32>>;

/// One thing that is looked for.
#[derive(Clone, Debug)]
pub(super) enum Source {
    Word(u32),
    Phrase(Phrase),
    /// Its words near one another, in any order.
    Near(Phrase),
    Place(u32),
    Voice(u32),
    /// Days, each from first to last.
    Days(Vec<(i32, i32)>),
}

#[derive(Clone, Debug)]
pub(super) struct Member {
    pub source: Source,
    pub weight: f32,
    /// Not highlighted where anything else is.
    pub faint: bool,
}

/// What counts as one thing asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    pub members: Vec<Member>,
    /// So many of the members are what was typed; how rare they are is how rare the group is.
    pub typed: usize,
    pub importance: f32,
    /// A passage without it is not found.
    pub required: bool,
    pub dated: bool,
}

impl Group {
    fn add(&mut self, source: Source, weight: f32) {
        self.members.push(Member { source, weight, faint: false });
    }

    fn add_faint(&mut self, source: Source, weight: f32) {
        self.members.push(Member { source, weight, faint: true });
    }

    /// What was added so far is what was typed.
    fn end_of_typed(&mut self) {
        self.typed = self.members.len();
    }
}

/// A query, as the index can answer it.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub groups: Vec<Group>,
    pub excluded: Vec<Group>,
    pub filters: Vec<Filters>,
    pub notes: Vec<Note>,
}

/// A word of the query, and what is known of it.
struct Known<'q> {
    word: &'q QueryWord,
    /// The words to look for: what was typed, or what it was corrected to.
    forms: Vec<String>,
    stem: String,
    function: bool,
    corrected: bool,
    last: bool,
}

/// Words that say nothing of the matter, in order.
const FUNCTION_WORDS: [&str; 133] = [
    "a", "about", "all", "also", "although", "am", "an", "and", "any", "are", "as", "at", "be", "became", "because",
    "been", "being", "but", "by", "can", "could", "d", "did", "do", "does", "doing", "done", "each", "either", "else",
    "for", "from", "get", "gets", "give", "given", "go", "got", "had", "has", "have", "having", "he", "her", "here",
    "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "itself", "just", "let", "like", "ll", "made",
    "make", "many", "may", "me", "might", "more", "most", "much", "must", "my", "no", "not", "of", "on", "or", "other",
    "our", "out", "over", "own", "please", "re", "s", "shall", "she", "should", "show", "so", "some", "such", "t",
    "tell", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to",
    "too", "up", "upon", "us", "use", "used", "very", "was", "way", "we", "were", "what", "when", "where", "whether",
    "which", "who", "whom", "whose", "why", "will", "with", "without", "would", "yet", "you", "your",
];

/// Words that say little, in order.
const WEAK_WORDS: [&str; 79] = [
    "according",
    "actually",
    "after",
    "against",
    "before",
    "between",
    "call",
    "called",
    "cause",
    "caused",
    "causes",
    "claim",
    "claims",
    "conflict",
    "describe",
    "described",
    "during",
    "event",
    "events",
    "explain",
    "find",
    "happen",
    "happened",
    "happening",
    "information",
    "involved",
    "last",
    "lasted",
    "long",
    "mean",
    "meant",
    "mention",
    "mentioned",
    "new",
    "number",
    "off",
    "people",
    "place",
    "reason",
    "reasons",
    "report",
    "reported",
    "role",
    "said",
    "say",
    "says",
    "speak",
    "spoke",
    "start",
    "started",
    "state",
    "stated",
    "statement",
    "states",
    "still",
    "take",
    "talk",
    "tells",
    "text",
    "texts",
    "thing",
    "things",
    "think",
    "thought",
    "time",
    "times",
    "took",
    "under",
    "until",
    "view",
    "views",
    "want",
    "wanted",
    "wants",
    "way",
    "while",
    "write",
    "written",
    "wrote",
];

/// Forms of one stem whose lengths differ by no more than this are inflections of one word: "border" and "borders", not
/// "borderization".
const INFLECTION: usize = 3;

/// A phrase that stands in so many passages is not loosened.
const ENOUGH: usize = 10;

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// Whether a folded word says nothing of the matter.
pub(crate) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.binary_search(&word).is_ok()
}

/// Plans a query.
pub(super) fn plan(
    index: &Index,
    bundle: &Bundle,
    thesaurus: &Thesaurus,
    weights: &Weights,
    query: &Query,
    filters: &Filters,
) -> Plan {
    let mut planner = Planner { index, bundle, thesaurus, weights, plan: Plan::default() };
    planner.plan.notes.extend(query.faults.iter().map(|(fault, range)| Note::Plain { range: *range, fault: *fault }));
    if !filters.is_empty() {
        planner.plan.filters.push(filters.clone());
    }
    let mut plain: Vec<QueryWord> = query.words.clone();
    planner.fields(query, &mut plain);
    for (words, range) in &query.phrases {
        planner.phrase(words, query, *range);
    }
    for words in &query.excluded {
        planner.exclusion(words);
    }
    let known = planner.know(query, &plain);
    planner.words(query, &plain, &known);
    planner.plan
}

/// Whether words are an entry's, or inflections of them: "responsibility" has the stem of "response" and is another word.
fn is_key(entry: &Entry, known: &[Known<'_>]) -> bool {
    let same = |((stem, word), known): ((&String, &String), &Known<'_>)| {
        *stem == known.stem && word.len().abs_diff(known.forms[0].len()) <= INFLECTION
    };
    entry.key.len() <= known.len() && entry.key.iter().zip(&entry.words).zip(known).all(same)
}

struct Planner<'a> {
    index: &'a Index,
    bundle: &'a Bundle,
    thesaurus: &'a Thesaurus,
    weights: &'a Weights,
    plan: Plan,
}

impl Planner<'_> {
    fn fields(&mut self, query: &Query, plain: &mut Vec<QueryWord>) {
        let mut typed = Filters::default();
        for clause in &query.fields {
            if filter::apply(self.bundle, clause, &mut typed) || self.field_by_other_name(clause, &mut typed) {
                continue;
            }
            self.plan.notes.push(Note::Plain { range: clause.range, fault: super::Fault::UnknownValue });
            let words = Query::parse(&clause.value).words;
            plain.extend(words.into_iter().map(|word| QueryWord { range: clause.range, chunk: u32::MAX, ..word }));
        }
        if !typed.is_empty() {
            self.plan.filters.push(typed);
        }
    }

    /// `voice:HRW`: the value by another name that the thesaurus has for it.
    fn field_by_other_name(&self, clause: &FieldClause, typed: &mut Filters) -> bool {
        let words = Query::parse(&clause.value).words;
        let key: Vec<String> = words.iter().map(|word| forms::stem(&word.folded)).collect();
        let entries = key.first().map(|first| self.thesaurus.beginning(first)).unwrap_or_default();
        let mut finds =
            entries.iter().filter(|entry| entry.same && entry.key == key).flat_map(|entry| entry.finds.iter());
        finds.any(|find| {
            let clause = FieldClause { value: find.join(" "), ..clause.clone() };
            filter::apply(self.bundle, &clause, typed)
        })
    }

    /// Words in a row, as typed.
    fn exact(&self, words: &[String]) -> Option<Phrase> {
        words.iter().map(|word| self.index.dictionary.number(word).map(|number| vec![number])).collect()
    }

    /// All the ways in which words may stand in a row: as they are, and two of them as one.
    fn rows(&self, words: &[String]) -> Vec<Phrase> {
        let mut rows: Vec<Phrase> = self.exact(words).into_iter().collect();
        for at in 1..words.len() {
            let joined = [words[at - 1].as_str(), &words[at]].concat();
            if self.index.dictionary.number(&joined).is_some() {
                let mut other = words[..at - 1].to_vec();
                other.push(joined);
                other.extend_from_slice(&words[at + 1..]);
                rows.extend(self.exact(&other));
            }
        }
        rows
    }

    fn phrase(&mut self, words: &[String], query: &Query, range: crate::corpus::ByteRange) {
        let mut group = Group { importance: 1.5, required: true, ..Group::default() };
        for row in self.rows(words) {
            group.add(single(row), 1.0);
        }
        group.end_of_typed();
        let typed = || range.slice(&query.text).unwrap_or_default().trim_matches(is_quote).to_owned();
        let mut exact: Vec<u32> = Vec::new();
        for member in &group.members {
            match &member.source {
                Source::Word(word) => exact.extend_from_slice(self.index.lists.of(*word).0),
                Source::Phrase(phrase) => self.index.with_phrase(phrase, |unit, _| {
                    exact.push(unit);
                    exact.len() < ENOUGH
                }),
                _ => {}
            }
        }
        if exact.len() < ENOUGH && words.len() > 1 {
            let apart: Phrase =
                words.iter().filter(|word| !is_function_word(word)).map(|word| self.all_forms(word)).collect();
            let mut more = false;
            if apart.len() > 1 {
                self.index.with_near(&apart, |unit| {
                    more |= !exact.contains(&unit);
                    !more
                });
            }
            if more {
                self.plan.notes.push(Note::Loosened { phrase: typed() });
                group.add(Source::Near(apart), self.weights.loosened);
            }
        }
        if group.members.is_empty() {
            self.plan.notes.push(Note::Unknown { word: typed() });
        }
        self.plan.groups.push(group);
    }

    fn exclusion(&mut self, words: &[String]) {
        let mut group = Group::default();
        match words {
            [word] => {
                if let Some(number) = self.index.dictionary.number(word) {
                    group.add(Source::Word(number), 1.0);
                }
                forms::of_stem(&self.index.dictionary, word, |number| group.add(Source::Word(number), 1.0));
            }
            _ => self.rows(words).into_iter().for_each(|row| group.add(single(row), 1.0)),
        }
        self.plan.excluded.push(group);
    }

    /// What is known of each word; corrects those that stand nowhere.
    fn know<'q>(&mut self, query: &Query, words: &'q [QueryWord]) -> Vec<Known<'q>> {
        let mut known: Vec<Known<'q>> = Vec::with_capacity(words.len());
        for (at, word) in words.iter().enumerate() {
            let last = query.open && at + 1 == query.words.len();
            let function = is_function_word(&word.folded) && !(word.capitals && word.folded == "us");
            let forms = vec![word.folded.clone()];
            known.push(Known { word, forms, stem: forms::stem(&word.folded), function, corrected: false, last });
        }
        let mut dated = 0;
        for at in 0..known.len() {
            if at >= dated {
                dated = at + date::read(&words[at..], &query.text).map_or(0, |date| date.words);
            }
            if at < dated || known[at].function || self.stands(&known, at) {
                continue;
            }
            let word = &known[at].word.folded;
            let found = self.corrections(word);
            if found.is_empty() {
                continue;
            }
            let from = known[at].word.range.slice(&query.text).unwrap_or(word).to_owned();
            self.plan.notes.push(Note::Corrected { from, to: found.clone() });
            known[at].stem = forms::stem(&found[0]);
            known[at].forms = found;
            known[at].corrected = true;
        }
        known
    }

    /// Whether a word of the query stands anywhere, in any form, or means something.
    fn stands(&self, known: &[Known<'_>], at: usize) -> bool {
        let dictionary = &self.index.dictionary;
        let Known { word, stem, last, .. } = &known[at];
        if dictionary.number(&word.folded).is_some()
            || *last && word.folded.len() > 1 && !dictionary.beginning(&word.folded).is_empty()
            || word.tied > 0 && dictionary.number(&word.joined).is_some()
            || self.thesaurus.beginning(stem).iter().any(|entry| is_key(entry, &known[at..]))
            || self.split(&word.folded).is_some()
        {
            return true;
        }
        let mut found = false;
        forms::of_stem(dictionary, &word.folded, |number| {
            found |= dictionary.word(number).len().abs_diff(word.folded.len()) <= INFLECTION;
        });
        forms::spellings(dictionary, &word.folded, |_| found = true);
        let neighbours = [at.checked_sub(1), Some(at)].into_iter().flatten();
        for first in neighbours {
            if let [one, two] = known.get(first..first + 2).unwrap_or_default() {
                found |= !self.joined(&[one.word.folded.as_str(), &two.word.folded].concat()).is_empty();
            }
        }
        found
    }

    /// The words of the corpus that a word may be a misspelling of, the most frequent first.
    fn corrections(&self, word: &str) -> Vec<String> {
        let length = word.chars().count();
        if length < 4 || word.bytes().any(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        let dictionary = &self.index.dictionary;
        let mut found: Vec<u32> = self.index.sounding(&forms::sound(word)).collect();
        if !found.is_empty() {
            return found.into_iter().map(|number| dictionary.word(number).to_owned()).collect();
        }
        let like = |number: u32| {
            let other = dictionary.word(number);
            let digits = other.bytes().any(|byte| byte.is_ascii_digit());
            // A short word with another first letter is another word.
            !digits && (length > 5 || other.chars().next() == word.chars().next())
        };
        for edits in 1..=if length >= 8 { 2 } else { 1 } {
            forms::near(dictionary, word, edits, |number| {
                if like(number) {
                    found.push(number);
                }
            });
            if !found.is_empty() {
                break;
            }
        }
        let found = self.most_frequent(found.into_iter(), 3);
        found.into_iter().map(|number| dictionary.word(number).to_owned()).collect()
    }

    /// The words that stand in the most passages, first.
    fn most_frequent(&self, words: impl Iterator<Item = u32>, most: usize) -> Vec<u32> {
        let count = |word: u32| self.index.lists.count(word);
        let mut best = Vec::new();
        words.for_each(|word| keep(&mut best, most, word, |a, b| count(*a) > count(*b)));
        best
    }

    /// The words that two words make, in any spelling.
    fn joined(&self, word: &str) -> Vec<u32> {
        let dictionary = &self.index.dictionary;
        let mut found: Vec<u32> = dictionary.number(word).into_iter().collect();
        if found.is_empty() {
            forms::of_stem(dictionary, word, |number| found.push(number));
        }
        if found.is_empty() {
            forms::spellings(dictionary, word, |other| found.extend(dictionary.number(other)));
        }
        found
    }

    /// Two words of the corpus that make up a word and stand side by side somewhere.
    fn split(&self, word: &str) -> Option<Phrase> {
        if word.len() < 8 || !word.is_ascii() {
            return None;
        }
        let dictionary = &self.index.dictionary;
        (4..=word.len() - 4).find_map(|at| {
            let (one, two) = (dictionary.number(&word[..at])?, dictionary.number(&word[at..])?);
            let phrase = vec![vec![one], vec![two]];
            self.index.any_with(&phrase).then_some(phrase)
        })
    }

    fn words(&mut self, query: &Query, words: &[QueryWord], known: &[Known<'_>]) {
        let content = known.iter().any(|known| !known.function) || !self.plan.groups.is_empty();
        let mut at = 0;
        while at < known.len() {
            let rest = &known[at..];
            let date = date::read(&words[at..], &query.text);
            if let Some(date) = date.filter(QueryDate::is_precise) {
                at += self.date(query, &words[at..], date);
            } else if let Some(used) = self.name(query, rest) {
                at += used;
            } else if let Some(used) = self.expression(query, rest) {
                at += used;
            } else if let Some(date) = date {
                at += self.date(query, &words[at..], date);
            } else if let Some(used) = self.compound(query, rest) {
                at += used;
            } else {
                if !content || !known[at].function {
                    self.word(query, rest);
                }
                at += 1;
            }
        }
    }

    fn date(&mut self, query: &Query, words: &[QueryWord], date: QueryDate) -> usize {
        let typed = typed(query, words.get(..date.words).unwrap_or_default());
        let mut group = Group { importance: 1.0, dated: date.is_precise(), ..Group::default() };
        for phrase in self.date_words(&date) {
            group.add(single(phrase), 1.0);
        }
        let years = match date.year {
            Some(year) => year..=year,
            None => self.index.spoken.years(),
        };
        let days: Vec<(i32, i32)> = years.filter_map(|year| date.days(year)).collect();
        if date.is_precise() {
            let interval = date
                .year
                .and_then(|year| date.days(year))
                .map(|(from, to)| Interval { earliest: day(from), latest: day(to) });
            let days = interval.unwrap_or_default();
            self.plan.notes.push(Note::Date { typed, days, ambiguous: date.ambiguous });
        }
        group.add(Source::Days(days), self.weights.days);
        group.end_of_typed();
        self.plan.groups.push(group);
        date.words
    }

    /// The ways in which texts write a date.
    fn date_words(&self, date: &QueryDate) -> Vec<Phrase> {
        let number = |word: &str| self.index.dictionary.number(word);
        let year: Vec<u32> =
            date.year.filter(|_| date.years == 1).iter().filter_map(|year| number(&year.to_string())).collect();
        let Some(month) = date.month.filter(|_| date.months == 1) else {
            return if year.is_empty() || date.month.is_some() { Vec::new() } else { vec![vec![year]] };
        };
        let month: Vec<u32> = date::month_words(month).filter_map(number).collect();
        let mut rows: Vec<Phrase> = match date.day {
            Some(day) => {
                let forms = ["", "st", "nd", "rd", "th"].map(|ending| format!("{day}{ending}"));
                let day: Vec<u32> = forms.iter().filter_map(|form| number(form)).collect();
                vec![vec![day.clone(), month.clone()], vec![month, day]]
            }
            None => vec![vec![month]],
        };
        if date.year.is_some() {
            rows.iter_mut().for_each(|row| row.push(year.clone()));
        }
        rows.retain(|row| row.iter().all(|words| !words.is_empty()));
        rows
    }

    /// A name of a place.
    fn name(&mut self, query: &Query, known: &[Known<'_>]) -> Option<usize> {
        let index = self.index;
        let number = |known: &Known<'_>| -> Vec<u32> {
            known.forms.iter().filter_map(|form| index.dictionary.number(form)).collect()
        };
        let first = known.first()?;
        // "us" is no country, and "ra" the beginning of many words.
        let mut name: Option<&Name> = None;
        for head in number(first) {
            let start = index.names.partition_point(|name| name.words[0] < head);
            let fits = index.names[start..].iter().take_while(|name| name.words[0] == head).find(|name| {
                let typed_so = name.words.len() > 1 || first.word.folded.len() > 2 || first.word.capitals;
                typed_so
                    && known.len() >= name.words.len()
                    && name.words.iter().zip(known).all(|(word, known)| number(known).contains(word))
            });
            name = match (name, fits) {
                (Some(best), Some(other)) if other.words.len() <= best.words.len() => Some(best),
                (best, other) => other.or(best),
            };
        }
        let (place, used) = match name {
            Some(name) => (name.of, name.words.len()),
            None => (number(first).into_iter().find_map(|word| index.named_alone(word))?, 1),
        };
        let mut group = Group { importance: 1.0, ..Group::default() };
        let row: Phrase = known[..used].iter().map(number).collect();
        let variant = self.weights.variant;
        group.add(single(row.clone()), 1.0 - variant);
        group.add(Source::Place(place), variant);
        group.end_of_typed();
        if used == 1 {
            if first.last {
                self.completions(first, &mut group);
            }
            let mut far = Group::default();
            self.index.forms(&first.forms[0], 1.0, self.weights, &mut group, &mut far);
            group.members.append(&mut far.members);
        } else {
            for words in &row {
                words.iter().for_each(|word| group.add_faint(Source::Word(*word), self.weights.part));
            }
        }
        let typed = typed_known(query, &known[..used]);
        self.expand(query, &known[..used], used, &mut group);
        let others = self.other_names(place, &row);
        if !others.is_empty() {
            self.plan.notes.push(Note::NameVariants { place, typed, spellings: others });
        }
        self.plan.groups.push(group);
        Some(used)
    }

    /// The spellings of a place that stand somewhere and were not typed.
    fn other_names(&self, place: u32, typed: &Phrase) -> Vec<u32> {
        let others = self.index.names.iter().filter(|name| {
            let same =
                name.words.len() == typed.len() && name.words.iter().zip(typed).all(|(word, of)| of.contains(word));
            name.of == place && name.stands && !same
        });
        let mut spellings: Vec<u32> = others.map(|name| name.spelling).collect();
        spellings.sort_unstable();
        spellings
    }

    /// Several words that the thesaurus knows as one expression.
    fn expression(&mut self, query: &Query, known: &[Known<'_>]) -> Option<usize> {
        let entries = self.thesaurus.beginning(&known.first()?.stem);
        let used = entries.iter().find(|entry| entry.key.len() > 1 && is_key(entry, known))?.key.len();
        let mut group = Group { importance: 1.0, ..Group::default() };
        let row: Phrase = known[..used].iter().map(|known| self.all_forms(&known.forms[0])).collect();
        if row.iter().all(|words| !words.is_empty()) {
            group.add(Source::Phrase(row.clone()), 1.0);
            group.end_of_typed();
        }
        for (words, _) in row.iter().zip(known).filter(|(_, known)| !known.function) {
            words.iter().for_each(|word| group.add_faint(Source::Word(*word), self.weights.part));
        }
        self.expand(query, &known[..used], used, &mut group);
        self.speaker(known, used, &mut group);
        group.importance = 1.0 + 0.25 * (f32::from(u8::try_from(used).unwrap_or(2)) - 1.0);
        self.plan.groups.push(group);
        Some(used)
    }

    /// Words typed as one, or two words that the corpus also has as one: "cease fire".
    fn compound(&mut self, query: &Query, known: &[Known<'_>]) -> Option<usize> {
        let first = known.first()?;
        let tied = first.word.tied as usize;
        let (used, found) = if tied > 1 && tied <= known.len() {
            (tied, self.joined(&first.word.joined))
        } else {
            let next = known.get(1).filter(|next| next.word.tied == 0 && next.word.chunk == first.word.chunk)?;
            if first.function || next.function {
                return None;
            }
            let found = self.joined(&[first.forms[0].as_str(), &next.forms[0]].concat());
            // "Delimitation/demarcation" makes no one word of two that also stand alone.
            let count = |words: &[u32]| words.iter().map(|word| self.index.lists.count(*word)).sum::<u32>();
            let apart = count(&self.index.all_forms(&first.forms[0])).min(count(&self.index.all_forms(&next.forms[0])));
            if found.is_empty() || count(&found) * 2 < apart {
                return None;
            }
            (2, found)
        };
        let mut group = Group { importance: 1.0, ..Group::default() };
        for number in &found {
            group.add(Source::Word(*number), 1.0);
        }
        let row: Phrase = known[..used].iter().map(|known| self.all_forms(&known.forms[0])).collect();
        if row.iter().all(|words| !words.is_empty()) {
            group.add(Source::Phrase(row.clone()), 0.95);
        }
        group.end_of_typed();
        // Where no text has the whole, its parts may say something; those of a symbol do not.
        let symbol = first.word.joined.bytes().any(|byte| byte.is_ascii_digit());
        let whole = group.members.iter().any(|member| match &member.source {
            Source::Phrase(phrase) => self.index.any_with(phrase),
            _ => true,
        });
        if !whole && !symbol {
            for (words, _) in row.iter().zip(known).filter(|(_, known)| !known.function) {
                words.iter().for_each(|word| group.add_faint(Source::Word(*word), self.weights.part));
            }
        }
        if symbol && found.is_empty() && row.iter().any(Vec::is_empty) {
            self.plan.notes.push(Note::Unknown { word: typed_known(query, &known[..used]) });
        }
        for number in found {
            self.expand_word(query, self.index.dictionary.word(number), &known[..used], &mut group);
        }
        self.plan.groups.push(group);
        Some(used)
    }

    fn word(&mut self, query: &Query, known: &[Known<'_>]) {
        let Some(first) = known.first() else { return };
        let weak = WEAK_WORDS.binary_search(&first.word.folded.as_str()).is_ok();
        let mut group =
            Group { importance: if weak || first.function { self.weights.weak } else { 1.0 }, ..Group::default() };
        let mut far = Group::default();
        for form in &first.forms {
            let weight = if first.corrected { self.weights.corrected } else { 1.0 };
            if let Some(number) = self.index.dictionary.number(form) {
                group.add(Source::Word(number), weight);
            }
            self.index.forms(form, weight, self.weights, &mut group, &mut far);
        }
        if let Some(phrase) = self.split(&first.forms[0]) {
            group.add(Source::Phrase(phrase), 0.95);
        }
        group.end_of_typed();
        group.members.append(&mut far.members);
        if first.last {
            self.completions(first, &mut group);
        }
        self.expand(query, known, 1, &mut group);
        self.other_transcriptions(query, known, &mut group);
        self.speaker(known, 1, &mut group);
        if group.members.is_empty() {
            let word = typed_known(query, &known[..1]);
            if !first.function {
                self.plan.notes.push(Note::Unknown { word });
            }
            return;
        }
        self.plan.groups.push(group);
    }

    fn all_forms(&self, word: &str) -> Vec<u32> {
        self.index.all_forms(word)
    }

    /// The most frequent words that begin with the word that is being typed.
    fn completions(&self, known: &Known<'_>, group: &mut Group) {
        let word = known.word.folded.as_str();
        if known.corrected {
            return;
        }
        let taken = |number: u32| {
            group.members.iter().any(|member| matches!(member.source, Source::Word(other) if other == number))
        };
        let fits = |number: &u32| {
            let other = self.index.dictionary.word(*number);
            other.len() > word.len() && !taken(*number) && !(word.len() < 3 && is_function_word(other))
        };
        let most = if word.len() < 3 { self.weights.completions / 3 } else { self.weights.completions };
        let found = self.most_frequent(self.index.dictionary.beginning(word).filter(fits), most);
        let weight = if group.typed > 0 { self.weights.completion_of_word } else { self.weights.completion };
        found.iter().for_each(|number| group.add(Source::Word(*number), weight));
        if group.typed == 0 {
            group.end_of_typed();
        }
    }

    /// What the thesaurus knows besides the first `used` words.
    fn expand(&mut self, query: &Query, known: &[Known<'_>], used: usize, group: &mut Group) {
        let Some(first) = known.first() else { return };
        let fits = |entry: &Entry| entry.key.len() == used && is_key(entry, known);
        let entries = self.thesaurus.beginning(&first.stem);
        let finds: Vec<(Vec<String>, bool)> = (entries.iter().filter(|entry| fits(entry)))
            .flat_map(|entry| entry.finds.iter().map(|find| (find.clone(), entry.same)))
            .collect();
        self.add_expansions(query, &known[..used], finds, group);
    }

    fn expand_word(&mut self, query: &Query, word: &str, known: &[Known<'_>], group: &mut Group) {
        let stem = forms::stem(word);
        let entries = self.thesaurus.beginning(&stem).iter().filter(|entry| entry.key.len() == 1);
        let finds = entries.flat_map(|entry| entry.finds.iter().map(|find| (find.clone(), entry.same))).collect();
        self.add_expansions(query, known, finds, group);
    }

    fn add_expansions(
        &mut self,
        query: &Query,
        known: &[Known<'_>],
        finds: Vec<(Vec<String>, bool)>,
        group: &mut Group,
    ) {
        let mut told = Vec::new();
        for (words, same) in finds {
            let weight = if same { self.weights.same } else { self.weights.related };
            let row: Phrase = words.iter().map(|word| self.all_forms(word)).collect();
            if row.iter().any(Vec::is_empty) {
                continue;
            }
            let taken = |number: u32| {
                group.members.iter().any(|member| matches!(member.source, Source::Word(other) if other == number))
            };
            let place = same.then(|| self.place_called(&words)).flatten();
            match &row[..] {
                [forms] => {
                    let fresh: Vec<u32> = forms.iter().copied().filter(|number| !taken(*number)).collect();
                    if fresh.is_empty() {
                        continue;
                    }
                    fresh.into_iter().for_each(|number| group.add(Source::Word(number), weight));
                }
                _ if self.index.any_with(&row) => group.add(Source::Phrase(row), weight),
                _ => continue,
            }
            if let Some(place) = place {
                group.add(Source::Place(place), self.weights.variant);
            }
            let words = words.join(" ");
            if !told.contains(&words) {
                told.push(words);
            }
        }
        if !told.is_empty() {
            let from = typed_known(query, known);
            self.plan.notes.push(Note::Expanded { from, to: told });
        }
    }

    /// The same person's name as others write it: "Aliev", "Aliyev".
    fn other_transcriptions(&mut self, query: &Query, known: &[Known<'_>], group: &mut Group) {
        let Some(first) = known.first().filter(|first| first.forms[0].len() > 4) else { return };
        let sound = forms::sound(&first.forms[0]);
        let mut told = Vec::new();
        for (words, _) in &self.index.speakers {
            if let [name] = &words[..]
                && !first.forms.contains(name)
                && forms::sound(name) == sound
                && let Some(number) = self.index.dictionary.number(name)
            {
                group.add(Source::Word(number), self.weights.variant);
                told.push(name.clone());
            }
        }
        if !told.is_empty() {
            self.plan.notes.push(Note::Expanded { from: typed_known(query, &known[..1]), to: told });
        }
    }

    fn place_called(&self, words: &[String]) -> Option<u32> {
        let numbers: Option<Vec<u32>> = words.iter().map(|word| self.index.dictionary.number(word)).collect();
        let numbers = numbers?;
        self.index.names.iter().find(|name| name.words == numbers).map(|name| name.of)
    }

    /// The speaker whom these words name.
    fn speaker(&self, known: &[Known<'_>], used: usize, group: &mut Group) {
        for (words, speaker) in &self.index.speakers {
            if words.len() == used && words.iter().zip(known).all(|(word, known)| known.forms.contains(word)) {
                group.add(Source::Voice(*speaker), self.weights.voice);
            }
        }
    }
}

impl Index {
    /// The forms of a word, itself left out; those of the same stem that are much longer or shorter come to `far`.
    fn forms(&self, word: &str, weight: f32, weights: &Weights, group: &mut Group, far: &mut Group) {
        let dictionary = &self.dictionary;
        let (stem, derived) = (weight * weights.stem, weight * weights.derived);
        let mut of_stem = |word: &str, group: &mut Group| {
            forms::of_stem(dictionary, word, |number| {
                if dictionary.word(number).len().abs_diff(word.len()) <= INFLECTION {
                    group.add(Source::Word(number), stem);
                } else {
                    far.add(Source::Word(number), derived);
                }
            });
        };
        of_stem(word, group);
        forms::spellings(dictionary, word, |other| {
            if let Some(number) = dictionary.number(other) {
                group.add(Source::Word(number), weight * weights.spelling);
            }
            of_stem(other, group);
        });
        if let Some(number) = dictionary.number(word) {
            for other in self.transcribed(number) {
                group.add(Source::Word(other), weight * weights.spelling);
            }
        }
    }

    /// A word and its forms, as one place of a phrase.
    pub(super) fn all_forms(&self, word: &str) -> Vec<u32> {
        let (mut group, mut far) = (Group::default(), Group::default());
        self.forms(word, 1.0, &Weights::default(), &mut group, &mut far);
        let mut all: Vec<u32> = self.dictionary.number(word).into_iter().collect();
        all.extend(group.members.iter().chain(&far.members).filter_map(|member| match member.source {
            Source::Word(number) => Some(number),
            _ => None,
        }));
        all.sort_unstable();
        all.dedup();
        all
    }
}

fn day(number: i32) -> Option<Day> {
    Some(Day::from_number(i64::from(number)))
}

/// A row of one word is a word.
fn single(mut row: Phrase) -> Source {
    match &mut row[..] {
        [words] if words.len() == 1 => Source::Word(words[0]),
        _ => Source::Phrase(row),
    }
}

fn typed(query: &Query, words: &[QueryWord]) -> String {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return String::new() };
    let range = first.range.start as usize..last.range.end as usize;
    query.text.get(range).map_or_else(|| offset_words(words), str::to_owned)
}

fn offset_words(words: &[QueryWord]) -> String {
    words.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ")
}

fn typed_known(query: &Query, known: &[Known<'_>]) -> String {
    let words: Vec<QueryWord> = known.iter().map(|known| known.word.clone()).collect();
    let told = typed(query, &words);
    if told.is_empty() { offset_words(&words) } else { told }
}
