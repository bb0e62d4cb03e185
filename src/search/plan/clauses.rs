//! What is marked in a query: fields, phrases in quotation marks, exclusions.

use super::little::is_function_word;
use super::{Group, Phrase, Planner, Source, single};
use crate::corpus::ByteRange;
use crate::search::query::{FieldClause, Query, QueryWord};
use crate::search::results::{Filters, Note};
use crate::search::thesaurus::{Entry, Tie};
use crate::search::{Fault, filter, forms};

/// A phrase that stands in so many passages is not loosened.
const ENOUGH: usize = 10;

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

impl Planner<'_> {
    pub(super) fn fields(&mut self, query: &Query, plain: &mut Vec<QueryWord>) {
        let mut typed = Filters::default();
        for clause in &query.fields {
            if filter::apply(self.bundle, clause, &mut typed) || self.field_by_other_name(clause, &mut typed) {
                continue;
            }
            self.plan.notes.push(Note::Plain { range: clause.range, fault: Fault::UnknownValue });
            let words = Query::parse(&clause.value).words;
            plain.extend(words.into_iter().map(|word| QueryWord { range: clause.range, chunk: u32::MAX, ..word }));
        }
        if !typed.is_empty() {
            self.plan.filters.push(typed);
        }
    }

    /// `voice:HRW`: the value by another name that the thesaurus has for it.
    pub(super) fn field_by_other_name(&self, clause: &FieldClause, typed: &mut Filters) -> bool {
        let words = Query::parse(&clause.value).words;
        let key: Vec<String> = words.iter().map(|word| forms::stem(&word.folded)).collect();
        let entries = key.first().map(|first| self.thesaurus.beginning(first)).unwrap_or_default();
        let is_key = |entry: &Entry| {
            entry.key().len() == key.len()
                && entry.key().iter().zip(&key).all(|(place, stem)| place.iter().any(|word| word.stem == *stem))
        };
        let entries = entries.into_iter().filter(|entry| entry.tie == Tie::Same && is_key(entry));
        let mut finds = entries.flat_map(Entry::finds);
        finds.any(|find| {
            let clause = FieldClause { value: find.words.join(" "), ..clause.clone() };
            filter::apply(self.bundle, &clause, typed)
        })
    }

    /// Words in a row, as typed.
    pub(super) fn exact(&self, words: &[String]) -> Option<Phrase> {
        words.iter().map(|word| self.index.dictionary.number(word).map(|number| vec![number])).collect()
    }

    /// All the ways in which words may stand in a row: as they are, and two of them as one.
    pub(super) fn rows(&self, words: &[String]) -> Vec<Phrase> {
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

    pub(super) fn phrase(&mut self, words: &[String], query: &Query, range: ByteRange) {
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

    pub(super) fn exclusion(&mut self, words: &[String]) {
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
}
