//! What is looked for besides the words themselves: what they begin, what the thesaurus has, who is meant.

use super::known::{Known, is_key};
use super::little::is_function_word;
use super::{Group, Phrase, Planner, Source, typed_known};
use crate::search::forms;
use crate::search::query::Query;
use crate::search::results::Note;
use crate::search::thesaurus::{Entry, Find, Tie};

/// What entries find, each with how it is tied to what was asked for.
fn finds_of<'t>(entries: impl Iterator<Item = &'t Entry>) -> Vec<(&'t Find, Tie)> {
    entries.flat_map(|entry| entry.finds().map(|find| (find, entry.tie))).collect()
}

impl Planner<'_> {
    /// The most frequent words that begin with the word that is being typed.
    pub(super) fn completions(&self, known: &Known<'_>, group: &mut Group) {
        let word = known.word.folded.as_str();
        if known.corrected {
            return;
        }
        let taken = |number: u32| {
            group.members.iter().any(|member| matches!(member.source, Source::Word(other) if other == number))
        };
        let fits = |number: u32| {
            let other = self.index.dictionary.word(number);
            other.len() > word.len() && !taken(number) && !(word.len() < 3 && is_function_word(other))
        };
        let most = if word.len() < 3 { self.weights.completions / 3 } else { self.weights.completions };
        let found = self.most_frequent(self.index.dictionary.beginning(word), most, fits);
        let weight = if group.typed > 0 { self.weights.completion_of_word } else { self.weights.completion };
        found.iter().for_each(|number| group.add(Source::Word(*number), weight));
        if group.typed == 0 {
            group.end_of_typed();
        }
    }

    /// What the thesaurus knows besides the first `used` words.
    pub(super) fn expand(&mut self, query: &Query, known: &[Known<'_>], used: usize, group: &mut Group) {
        let Some(first) = known.first() else { return };
        let fits = |entry: &Entry| entry.key().len() == used && entry.tie != Tie::Event && is_key(entry, known);
        let entries = self.thesaurus.beginning(&first.stem);
        let finds = finds_of(entries.into_iter().filter(|entry| fits(entry)));
        self.add_expansions(query, &known[..used], finds, group);
    }

    pub(super) fn expand_word(&mut self, query: &Query, word: &str, known: &[Known<'_>], group: &mut Group) {
        let stem = forms::stem(word);
        let entries = self.thesaurus.beginning(&stem).into_iter();
        let finds = finds_of(entries.filter(|entry| entry.key().len() == 1 && entry.tie != Tie::Event));
        self.add_expansions(query, known, finds, group);
    }

    /// Adds what was found in the thesaurus, and says so.
    fn add_expansions(&mut self, query: &Query, known: &[Known<'_>], finds: Vec<(&Find, Tie)>, group: &mut Group) {
        let told = self.add_finds(finds, group);
        if !told.is_empty() {
            let from = typed_known(query, known);
            self.plan.notes.push(Note::Expanded { from, to: told });
        }
    }

    /// Adds expressions to what is looked for; those that stand somewhere and were not there yet.
    pub(super) fn add_finds(&self, finds: Vec<(&Find, Tie)>, group: &mut Group) -> Vec<String> {
        let mut told = Vec::new();
        for (find, tie) in finds {
            let weight = if tie == Tie::Related { self.weights.related } else { self.weights.same };
            let row = find.row(|words| self.row(words));
            let taken = |number: u32| {
                group.members.iter().any(|member| matches!(member.source, Source::Word(other) if other == number))
            };
            match &row[..] {
                [] => continue,
                [forms] => {
                    let fresh: Vec<u32> = forms.iter().copied().filter(|number| !taken(*number)).collect();
                    if fresh.is_empty() {
                        continue;
                    }
                    fresh.into_iter().for_each(|number| group.add(Source::Word(number), weight));
                }
                _ => group.add(Source::Phrase(row.clone()), weight),
            }
            if tie == Tie::Same
                && let Some(place) = self.place_called(&find.words)
            {
                group.add(Source::Place(place), self.weights.variant);
            }
            if !told.iter().any(|other| other == find.told) {
                told.push(find.told.to_owned());
            }
        }
        told
    }

    /// Words in all their forms; nothing where they stand nowhere in a row.
    fn row(&self, words: &[String]) -> Phrase {
        let row: Phrase = words.iter().map(|word| self.all_forms(word)).collect();
        let stands = row.iter().all(|words| !words.is_empty()) && (row.len() == 1 || self.index.any_with(&row));
        if stands { row } else { Phrase::new() }
    }

    /// The same person's name as others write it: "Aliev", "Aliyev".
    pub(super) fn other_transcriptions(&mut self, query: &Query, known: &[Known<'_>], group: &mut Group) {
        let Some(first) = known.first().filter(|first| first.forms[0].len() > 4) else { return };
        let sound = forms::sound(&first.forms[0]);
        let mut told = Vec::new();
        for (other, number) in &self.index.single {
            let name = self.index.dictionary.word(*number);
            if *other == sound && first.forms.iter().all(|form| form != name) {
                group.add(Source::Word(*number), self.weights.variant);
                told.push(name.to_owned());
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
    pub(super) fn speaker(&self, known: &[Known<'_>], used: usize, group: &mut Group) {
        for (words, speaker) in &self.index.speakers {
            if words.len() == used && words.iter().zip(known).all(|(word, known)| known.forms.contains(word)) {
                group.add(Source::Voice(*speaker), self.weights.voice);
            }
        }
    }
}
