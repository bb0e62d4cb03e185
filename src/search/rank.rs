//! The ranking: every passage that has enough of a query, and how good it is.

use super::dictionary::offset;
use super::index::{Index, NONE};
use super::plan::{Group, Member, Phrase, Source};
use super::weights::Weights;
use crate::corpus::BlockKind;

/// What a passage has of a query.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub score: f32,
    /// The weight of the groups it has.
    pub covered: f32,
    /// The groups it has, be it by a related word.
    pub groups: u16,
    /// Those of them that it has by more than a related word.
    pub named: u16,
    pub required: u16,
}

/// What was found of a query so far.
pub(super) struct Ranking<'a> {
    index: &'a Index,
    weights: &'a Weights,
    /// By unit.
    pub tallies: Vec<Tally>,
    /// The units that have anything.
    pub found: Vec<u32>,
    /// The weight of all groups.
    pub whole: f32,
    pub groups: u16,
    pub required: u16,
    /// Mentions of the group at hand, by unit.
    mentions: Vec<f32>,
    touched: Vec<u32>,
    /// How the group at hand is had, by unit: see the levels below.
    levels: Vec<u8>,
}

/// By a related word.
const RELATED: u8 = 1;
/// By what was typed, or what means the same.
const NAMED: u8 = 2;

impl<'a> Ranking<'a> {
    pub(super) fn new(index: &'a Index, weights: &'a Weights) -> Self {
        let units = index.units.len();
        Self {
            index,
            weights,
            tallies: vec![Tally::default(); units],
            found: Vec::new(),
            whole: 0.0,
            groups: 0,
            required: 0,
            mentions: vec![0.0; units],
            touched: Vec::new(),
            levels: vec![0; units],
        }
    }

    /// Adds what passages have of a group; its weight.
    pub(super) fn add(&mut self, group: &Group) -> f32 {
        let Weights { saturation, length, heading, heading_found, .. } = *self.weights;
        for member in &group.members[..group.typed] {
            self.mention(member);
        }
        let typed = self.touched.len();
        let [same, enough, own] = [ENOUGH..f32::INFINITY, ANSWER..ENOUGH, 0.0..ANSWER].map(|weights| {
            for member in group.members[group.typed..].iter().filter(|member| weights.contains(&member.weight)) {
                self.mention(member);
            }
            self.touched.len()
        });
        let with = if typed == 0 { own } else { typed };
        let idf = if group.dated { self.weights.date } else { idf(self.index.units.len(), with) };
        let weight = idf * group.importance;
        self.whole += weight;
        self.groups += 1;
        self.required += u16::from(group.required);
        // What only stands near, or a part of it, is not what was asked for.
        let (same, enough) = if group.required { (typed, typed) } else { (same, enough) };
        for (at, unit) in self.touched.iter().enumerate() {
            self.levels[*unit as usize] = u8::from(at < enough) + u8::from(at < same);
        }
        if !group.required {
            self.lend(heading);
        }
        let norm = saturation * length / self.index.mean;
        // Built for size, a vector's index is a call, that of a slice is not.
        let (of_units, tallies) = (self.mentions.as_mut_slice(), self.tallies.as_mut_slice());
        let levels = self.levels.as_mut_slice();
        let units = self.index.units.as_slice();
        for (at, unit) in self.touched.iter().enumerate() {
            let unit = *unit as usize;
            let mentions = std::mem::take(&mut of_units[unit]);
            let tally = &mut tallies[unit];
            if tally.covered == 0.0 {
                self.found.push(offset(unit));
            }
            #[expect(clippy::cast_precision_loss, reason = "passages are short")]
            let words = units[unit].length as f32;
            let least = saturation * (1.0 - length) + norm * words;
            tally.score += weight * mentions * (saturation + 1.0) / (mentions + least);
            tally.covered += if at < own { weight } else { weight * heading_found };
            let level = std::mem::take(&mut levels[unit]);
            tally.groups += u16::from(level >= RELATED);
            tally.named += u16::from(level >= NAMED);
            tally.required += u16::from(group.required);
        }
        self.touched.clear();
        weight
    }

    /// What stands in a heading is said of the passages below it, too, and no more than that.
    fn lend(&mut self, part: f32) {
        for &(heading, end) in &self.index.sections {
            let mentions = self.mentions[heading as usize].min(1.0) * part;
            if mentions <= 0.0 {
                continue;
            }
            let level = self.levels[heading as usize];
            for unit in heading + 1..end {
                if self.index.units[unit as usize].kind != BlockKind::Reference {
                    note(&mut self.mentions, &mut self.touched, unit, mentions);
                    let own = &mut self.levels[unit as usize];
                    *own = level.max(*own);
                }
            }
        }
    }

    fn mention(&mut self, member: &Member) {
        let index = self.index;
        let (mentions, touched) = (&mut self.mentions, &mut self.touched);
        // A related word said ten times does not make up for the word itself.
        let most = if member.weight < ENOUGH { 2 } else { u8::MAX };
        let mut list = |(units, counts): (&[u32], &[u8])| {
            for (unit, count) in units.iter().zip(counts) {
                note(mentions, touched, *unit, member.weight * f32::from((*count).min(most)));
            }
        };
        match &member.source {
            Source::Word(word) => list(index.lists.of(*word)),
            Source::Place(place) => list(index.places.of(*place)),
            // Who speaks much is not spoken of the more.
            Source::Voice(voice) => {
                for unit in index.voices.of(*voice).0 {
                    note(mentions, touched, *unit, member.weight);
                }
            }
            Source::Phrase(phrase) => index.with_phrase(phrase, |unit, count| {
                note(mentions, touched, unit, member.weight * count);
                true
            }),
            Source::Near(phrase) => index.with_near(phrase, |unit| {
                note(mentions, touched, unit, member.weight);
                true
            }),
            Source::Days(days) => {
                let spans = &index.spoken.spans;
                let near: Vec<f32> = spans.iter().map(|(from, to)| closeness(days, *from, *to)).collect();
                for time in &index.spoken.times {
                    let kind = if time.published { self.weights.published } else { member.weight };
                    let near = near[time.span as usize] * kind;
                    if near > 0.05 {
                        let had = mentions[time.unit as usize];
                        note(mentions, touched, time.unit, (near - had.min(near)).max(0.01));
                    }
                }
            }
        }
    }
}

/// What weighs less is only related to what was typed, and does not make up for it, however often it is said.
const ENOUGH: f32 = 0.5;

/// What weighs less is no answer to what was typed: one word of an expression, a word that only begins as it does.
const ANSWER: f32 = 0.3;

/// Words no farther apart than this are near one another.
const NEAR: usize = 10;

fn note(mentions: &mut [f32], touched: &mut Vec<u32>, unit: u32, count: f32) {
    let here = &mut mentions[unit as usize];
    if *here == 0.0 {
        touched.push(unit);
    }
    *here += count;
}

/// How rare something is that so many of all passages have (BM25's idf, which is never below 0).
fn idf(all: usize, with: usize) -> f32 {
    let number = |count: usize| f64::from(offset(count));
    #[expect(clippy::cast_possible_truncation, reason = "a logarithm")]
    let idf = ((number(all.saturating_sub(with)) + 0.5) / (number(with) + 0.5)).ln_1p() as f32;
    idf
}

/// How much a time speaks of these days: 1 where it lies within them, less where it reaches beyond them.
fn closeness(days: &[(i32, i32)], from: i32, to: i32) -> f32 {
    let mut best = 0.0_f32;
    // They are in order and apart: the first that is not over is the first to look at.
    let at = days.partition_point(|(_, last)| *last < from);
    for &(first, last) in days[at..].iter().take(2) {
        let (start, end) = (first.max(from), last.min(to));
        if start > end {
            continue;
        }
        #[expect(clippy::cast_precision_loss, reason = "a ratio")]
        let part = (i64::from(end) - i64::from(start) + 1) as f32 / (i64::from(to) - i64::from(from) + 1) as f32;
        best = best.max(part.sqrt());
    }
    best
}

impl Index {
    /// Hands over the units that have all words of a phrase; goes on as long as it is told to.
    fn with_all(&self, phrase: &Phrase, mut take: impl FnMut(u32) -> bool) {
        let count = |words: &Vec<u32>| words.iter().map(|word| self.lists.count(*word)).sum::<u32>();
        let Some(rarest) = phrase.iter().min_by_key(|words| count(words)) else { return };
        let has = |unit: u32, words: &Vec<u32>| words.iter().any(|word| self.lists.holds(*word, unit));
        let all = |unit: u32| phrase.iter().all(|words| std::ptr::eq(words, rarest) || has(unit, words));
        if let [word] = rarest[..] {
            for unit in self.lists.of(word).0 {
                if all(*unit) && !take(*unit) {
                    return;
                }
            }
            return;
        }
        let mut units: Vec<u32> = rarest.iter().flat_map(|word| self.lists.of(*word).0).copied().collect();
        units.sort_unstable();
        units.dedup();
        for unit in units {
            if all(unit) && !take(unit) {
                return;
            }
        }
    }

    /// Hands over the units that have a phrase, with how often; goes on as long as it is told to.
    pub(super) fn with_phrase(&self, phrase: &Phrase, mut take: impl FnMut(u32, f32) -> bool) {
        let Some(first) = phrase.first() else { return };
        self.with_all(phrase, |unit| {
            let range = self.positions(unit);
            let mut found = 0.0;
            for (at, word) in range.clone().zip(&self.words[range.clone()]) {
                if first.contains(&word.number()) && self.phrase_from(at, range.end, phrase).is_some() {
                    found += 1.0;
                }
            }
            found <= 0.0 || take(unit, found)
        });
    }

    /// Hands over the units that have all words of a phrase near one another, in any order.
    pub(super) fn with_near(&self, phrase: &Phrase, mut take: impl FnMut(u32) -> bool) {
        self.with_all(phrase, |unit| {
            // Where each word stood last.
            let mut last: Vec<Option<usize>> = vec![None; phrase.len()];
            let near = self.positions(unit).any(|at| {
                for (words, last) in phrase.iter().zip(&mut last) {
                    if words.contains(&self.words[at].number()) {
                        *last = Some(at);
                    }
                }
                last.iter().all(|last| last.is_some_and(|last| at - last <= NEAR))
            });
            !near || take(unit)
        });
    }

    /// Whether a phrase stands anywhere.
    pub(super) fn any_with(&self, phrase: &Phrase) -> bool {
        let mut any = false;
        self.with_phrase(phrase, |_, _| {
            any = true;
            false
        });
        any
    }

    /// Where a phrase that begins with the very word at this position ends.
    pub(super) fn phrase_from(&self, position: usize, end: usize, phrase: &[Vec<u32>]) -> Option<usize> {
        let (first, rest) = phrase.split_first()?;
        let word = self.words.get(position).filter(|_| position < end)?;
        if !first.contains(&word.number()) {
            return None;
        }
        let mut next = position + 1;
        if word.is_form() {
            let mut parts = word.spans();
            while parts > 0 && next < end {
                parts -= usize::from(!self.words[next].is_form());
                next += 1;
            }
        }
        if rest.is_empty() {
            return Some(next);
        }
        // Forms stand before the word they begin with: try them, then the word itself.
        loop {
            if let Some(found) = self.phrase_from(next, end, rest) {
                return Some(found);
            }
            if next >= end || !self.words[next].is_form() {
                return None;
            }
            next += 1;
        }
    }

    /// The units of the headings above a unit, the nearest first.
    pub(super) fn headings(&self, unit: u32) -> impl Iterator<Item = u32> {
        let above = |unit: u32| self.units.get(unit as usize).map(|unit| unit.heading).filter(|at| *at != NONE);
        std::iter::successors(above(unit), move |heading| above(*heading))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each source of a word weighs says whether a passage with it has what was typed.
    #[test]
    fn weights_tell_the_word_from_what_is_near_it() {
        let weights = Weights::default();
        for named in [weights.stem, weights.spelling, weights.completion, weights.variant, weights.voice, weights.same]
        {
            assert!(named >= ENOUGH, "{named}");
        }
        assert!((ANSWER..ENOUGH).contains(&weights.related));
        for apart in [weights.derived, weights.completion_of_word, weights.part, weights.loosened] {
            assert!(apart < ANSWER, "{apart}");
        }
    }
}
