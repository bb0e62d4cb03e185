//! What is known of each word of a query, and what those that stand nowhere may have been meant to be.

use super::inflect::INFLECTION;
use super::little::is_function_word;
use super::{Phrase, Planner};
use crate::search::order::keep;
use crate::search::query::{Query, QueryWord};
use crate::search::results::Note;
use crate::search::thesaurus::{Entry, Word};
use crate::search::{date, forms};

/// A word of the query, and what is known of it.
pub(super) struct Known<'q> {
    pub word: &'q QueryWord,
    /// The words to look for: what was typed, or what it was corrected to.
    pub forms: Vec<String>,
    pub stem: String,
    pub function: bool,
    pub corrected: bool,
    pub last: bool,
}

/// Whether words are an entry's, or inflections of them: "responsibility" has the stem of "response" and is another word.
pub(super) fn is_key(entry: &Entry, known: &[Known<'_>]) -> bool {
    let same = |(place, known): (&Vec<Word>, &Known<'_>)| {
        place
            .iter()
            .any(|Word { stem, word }| *stem == known.stem && word.len().abs_diff(known.forms[0].len()) <= INFLECTION)
    };
    entry.key().len() <= known.len() && entry.key().iter().zip(known).all(same)
}

impl Planner<'_> {
    /// What is known of each word; corrects those that stand nowhere.
    pub(super) fn know<'q>(&mut self, query: &Query, words: &'q [QueryWord]) -> Vec<Known<'q>> {
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
    pub(super) fn stands(&self, known: &[Known<'_>], at: usize) -> bool {
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
    pub(super) fn corrections(&self, word: &str) -> Vec<String> {
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
        let found = self.most_frequent(found.into_iter(), 3, |_| true);
        found.into_iter().map(|number| dictionary.word(number).to_owned()).collect()
    }

    /// Of the words that fit, those that stand in the most passages, first.
    pub(super) fn most_frequent(
        &self,
        words: impl Iterator<Item = u32>,
        most: usize,
        fits: impl Fn(u32) -> bool,
    ) -> Vec<u32> {
        let mut best: Vec<(u32, u32)> = Vec::new();
        for word in words {
            let count = self.index.lists.count(word);
            // Most are too rare to be looked at.
            if (best.len() < most || best.last().is_some_and(|last| last.0 < count)) && fits(word) {
                keep(&mut best, most, (count, word), |a, b| a.0 > b.0);
            }
        }
        best.into_iter().map(|(_, word)| word).collect()
    }

    /// The words that two words make, in any spelling.
    pub(super) fn joined(&self, word: &str) -> Vec<u32> {
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
    pub(super) fn split(&self, word: &str) -> Option<Phrase> {
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
}
