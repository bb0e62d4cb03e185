//! Words of a query in groups: each is one thing asked for, a date, a name, an expression, a compound, or a word.

use super::known::{Known, is_key};
use super::little::is_weak_word;
use super::{Group, Phrase, Planner, Source, single, typed, typed_known};
use crate::corpus::{Day, Interval};
use crate::search::date::{self, QueryDate};
use crate::search::index::Name;
use crate::search::query::{Query, QueryWord};
use crate::search::results::Note;
use crate::search::thesaurus::{Entry, Tie};

impl Planner<'_> {
    pub(super) fn words(&mut self, query: &Query, words: &[QueryWord], known: &[Known<'_>]) {
        let content = known.iter().any(|known| !known.function) || !self.plan.groups.is_empty();
        let mut at = 0;
        while at < known.len() {
            let rest = &known[at..];
            let date = date::read(&words[at..], &query.text);
            if let Some(used) = self.event(query, rest, date.map_or(1, |date| date.words)) {
                at += used;
            } else if let Some(date) = date.filter(QueryDate::is_precise) {
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
        let typed = typed(query, words.iter().take(date.words));
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

    /// A name of an event of more than so many words: what the texts call it is found as if it were the words typed.
    fn event(&mut self, query: &Query, known: &[Known<'_>], least: usize) -> Option<usize> {
        let entries = self.thesaurus.beginning(&known.first()?.stem);
        let entry = entries.into_iter().find(|entry| entry.tie == Tie::Event && is_key(entry, known))?;
        let used = entry.key().len();
        if used <= least {
            return None;
        }
        let mut group =
            Group { importance: 1.0 + 0.25 * f32::from(u8::try_from(used).unwrap_or(1)), ..Group::default() };
        let row: Phrase = known[..used].iter().map(|known| self.all_forms(&known.forms[0])).collect();
        let typed = row.iter().all(|words| !words.is_empty()) && self.index.any_with(&row);
        if typed {
            group.add(Source::Phrase(row), 1.0);
        }
        group.end_of_typed();
        let others =
            entry.finds().filter(|find| find.words.iter().ne(known[..used].iter().map(|known| &known.forms[0])));
        let told = self.add_finds(others.map(|find| (find, entry.tie)).collect(), &mut group);
        self.plan.notes.push(Note::Event { typed: typed_known(query, &known[..used]), to: told });
        self.plan.groups.push(group);
        Some(used)
    }

    /// Several words that the thesaurus knows as one expression.
    fn expression(&mut self, query: &Query, known: &[Known<'_>]) -> Option<usize> {
        let entries = self.thesaurus.beginning(&known.first()?.stem);
        let is_one = |entry: &Entry| entry.key().len() > 1 && entry.tie != Tie::Event && is_key(entry, known);
        let used = entries.into_iter().find(|entry| is_one(entry))?.key().len();
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
            if found.is_empty() {
                return None;
            }
            // "Delimitation/demarcation" makes no one word of two that also stand alone.
            let count = |words: &[u32]| words.iter().map(|word| self.index.lists.count(*word)).sum::<u32>();
            let apart = count(&self.index.all_forms(&first.forms[0])).min(count(&self.index.all_forms(&next.forms[0])));
            if count(&found) * 2 < apart {
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
        let weak = is_weak_word(&first.word.folded);
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
}

fn day(number: i32) -> Option<Day> {
    Some(Day::from_number(i64::from(number)))
}
