//! A word with its forms: those of its stem, and those of the other spelling of English.

use super::{Group, Planner, Source};
use crate::search::forms;
use crate::search::index::Index;
use crate::search::weights::Weights;

/// Forms of one stem whose lengths differ by no more than this are inflections of one word: "border" and "borders", not
/// "borderization".
pub(super) const INFLECTION: usize = 3;

impl Planner<'_> {
    pub(super) fn all_forms(&self, word: &str) -> Vec<u32> {
        self.index.all_forms(word)
    }
}

impl Index {
    /// The forms of a word, itself left out; those of the same stem that are much longer or shorter come to `far`.
    pub(super) fn forms(&self, word: &str, weight: f32, weights: &Weights, group: &mut Group, far: &mut Group) {
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
    pub(in crate::search) fn all_forms(&self, word: &str) -> Vec<u32> {
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
