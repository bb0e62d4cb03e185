//! Where a passage has what was asked for: its highlights, how close they stand, and the stretch to show.

use super::index::Index;
use super::plan::{Group, Phrase, Source};
use super::weights::Weights;
use crate::corpus::{Bundle, ByteRange};

/// Which words of the corpus to look for.
pub(super) struct Marker<'a> {
    index: &'a Index,
    words: Vec<Mark>,
    phrases: Vec<(u8, &'a Phrase)>,
    names: Vec<(u8, Phrase)>,
    days: Vec<(u8, &'a [(i32, i32)])>,
    /// By group.
    weights: Vec<f32>,
}

/// What a word of the corpus is to a query.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    /// 0, or the group whose word it is + 1.
    own: u8,
    /// The same, where it is highlighted only if nothing else is; and whether phrases begin with it.
    faint: u8,
}

const PHRASE: u8 = 0x80;

/// Something found in a passage: which group, at which word, and where.
#[derive(Clone, Copy, Debug)]
struct Spot {
    group: u8,
    at: u32,
    range: ByteRange,
}

/// What a passage shows.
#[derive(Debug, Default)]
pub(super) struct Marked {
    spots: Vec<Spot>,
}

impl<'a> Marker<'a> {
    pub(super) fn new(index: &'a Index, groups: &'a [Group], weights: Vec<f32>) -> Self {
        let vocabulary = index.dictionary.len() as usize;
        let mut marker = Self {
            index,
            words: vec![Mark::default(); vocabulary],
            phrases: Vec::new(),
            names: Vec::new(),
            days: Vec::new(),
            weights,
        };
        for (at, group) in groups.iter().enumerate().take(usize::from(PHRASE) - 2) {
            let number = u8::try_from(at + 1).unwrap_or(1);
            for member in &group.members {
                match &member.source {
                    Source::Word(word) if member.faint => set(&mut marker.words[*word as usize].faint, number),
                    Source::Word(word) => set(&mut marker.words[*word as usize].own, number),
                    Source::Phrase(phrase) => marker.phrases.push((number, phrase)),
                    Source::Near(phrase) => {
                        phrase.iter().flatten().for_each(|word| set(&mut marker.words[*word as usize].faint, number));
                    }
                    Source::Place(place) => {
                        let names = index.names.iter().filter(|name| name.of == *place);
                        let names = names.map(|name| name.words.iter().map(|word| vec![*word]).collect::<Phrase>());
                        marker.names.extend(names.map(|phrase| (number, phrase)));
                    }
                    Source::Days(days) => marker.days.push((number, days)),
                    Source::Voice(_) => {}
                }
            }
        }
        let heads = marker
            .phrases
            .iter()
            .map(|(_, phrase)| &phrase[0])
            .chain(marker.names.iter().map(|(_, phrase)| &phrase[0]));
        for word in heads.flatten() {
            marker.words[*word as usize].faint |= PHRASE;
        }
        marker
    }

    /// Finds what a unit has.
    pub(super) fn mark(&self, bundle: &Bundle, unit: u32) -> Marked {
        let index = self.index;
        let range = index.positions(unit);
        // Built for size, a vector's index is a call, that of a slice is not.
        let (marks, words) = (self.words.as_slice(), &index.words[range.clone()]);
        let mut spots: Vec<Spot> = Vec::new();
        let mut faint: Vec<Spot> = Vec::new();
        let mut at = 0;
        for (word, position) in words.iter().zip(range.start..) {
            let Mark { own, faint: other } = marks[word.number() as usize];
            if own | other == 0 {
                at += u32::from(!word.is_form());
                continue;
            }
            if own > 0 {
                spots.push(Spot { group: own - 1, at, range: index.range(position) });
            }
            if other & !PHRASE > 0 {
                faint.push(Spot { group: (other & !PHRASE) - 1, at, range: index.range(position) });
            }
            if other & PHRASE > 0 {
                let phrases = self.phrases.iter().map(|(group, phrase)| (*group, *phrase));
                let names = self.names.iter().map(|(group, phrase)| (*group, phrase));
                for (group, phrase) in phrases.chain(names) {
                    if let Some(end) = index.phrase_from(position, range.end, phrase) {
                        let range = ByteRange::new(index.range(position).start, index.range(end - 1).end);
                        spots.push(Spot { group: group - 1, at, range });
                    }
                }
            }
            at += u32::from(!word.is_form());
        }
        self.mark_days(bundle, unit, &mut spots);
        if spots.is_empty() {
            spots = faint;
        }
        // They are nearly in order.
        let key = |spot: &Spot| (spot.range.start, std::cmp::Reverse(spot.range.end));
        for at in 1..spots.len() {
            let mut at = at;
            while at > 0 && key(&spots[at - 1]) > key(&spots[at]) {
                spots.swap(at - 1, at);
                at -= 1;
            }
        }
        Marked { spots }
    }

    /// The words of the times that were asked for.
    fn mark_days(&self, bundle: &Bundle, unit: u32, spots: &mut Vec<Spot>) {
        if self.days.is_empty() {
            return;
        }
        let known = &self.index.units[unit as usize];
        let passage = bundle.documents.get(known.document as usize);
        let Some(passage) = passage.and_then(|document| document.passages.get(known.passage as usize)) else { return };
        for time in &passage.times {
            let Some(range) = time.range else { continue };
            let (from, to) = super::spoken::numbers(time.days);
            for (group, days) in &self.days {
                // Words for a longer time than a month name no day.
                let short = to.saturating_sub(from) < 31;
                let within = |(first, last): &(i32, i32)| {
                    from >= *first && to <= *last || short && from <= *last && *first <= to
                };
                if days.iter().any(within) {
                    let before = self
                        .index
                        .positions(unit)
                        .filter(|at| !self.index.words[*at].is_form() && self.index.starts[*at] < range.start);
                    let at = u32::try_from(before.count()).unwrap_or(u32::MAX);
                    spots.push(Spot { group: group - 1, at, range });
                }
            }
        }
    }

    /// What part of the query stands within one window of words, and what part of its neighbours are neighbours here.
    pub(super) fn closeness(&self, marked: &Marked, weights: &Weights) -> (f32, f32) {
        let whole: f32 = self.weights.iter().sum();
        let groups = self.weights.len();
        if groups < 2 || whole <= 0.0 {
            return (0.0, 0.0);
        }
        let spots = &marked.spots;
        let mut best = 0.0_f32;
        let mut pairs = vec![false; groups];
        for (first, spot) in spots.iter().enumerate() {
            let mut seen: u64 = 0;
            let mut sum = 0.0;
            for other in &spots[first..] {
                let gap = other.at.saturating_sub(spot.at);
                if gap > weights.window {
                    break;
                }
                let bit = 1_u64 << (other.group & 63);
                if seen & bit == 0 {
                    seen |= bit;
                    sum += self.weights.get(usize::from(other.group)).copied().unwrap_or_default();
                }
                if other.group == spot.group + 1 && gap <= 3 {
                    pairs[usize::from(spot.group)] = true;
                }
            }
            best = best.max(sum);
        }
        #[expect(clippy::cast_precision_loss, reason = "a few groups")]
        let adjacent = pairs.iter().filter(|pair| **pair).count() as f32 / (groups - 1) as f32;
        (best / whole, adjacent)
    }

    /// The stretch to show: the whole passage where it is short, else from before the best spot on.
    pub(super) fn snippet(&self, bundle: &Bundle, unit: u32, marked: &Marked) -> ByteRange {
        let known = &self.index.units[unit as usize];
        let document = &bundle.documents[known.document as usize];
        let passage = &document.passages[known.passage as usize];
        let span = passage.span();
        if span.len() <= SNIPPET + SNIPPET / 4 {
            return span;
        }
        let mut best = (0.0_f32, span.start);
        for (first, spot) in marked.spots.iter().enumerate() {
            let (mut seen, mut sum) = (0_u64, 0.0);
            for other in marked.spots[first..].iter().take_while(|other| other.range.end <= spot.range.start + SNIPPET)
            {
                let bit = 1_u64 << (other.group & 63);
                let weight = self.weights.get(usize::from(other.group)).copied().unwrap_or_default();
                sum += if seen & bit == 0 { weight } else { weight * 0.1 };
                seen |= bit;
            }
            if sum > best.0 {
                best = (sum, spot.range.start);
            }
        }
        let from = best.1;
        // From the beginning of its sentence, if that is near; else from a word before it.
        let sentence = passage.sentences.iter().map(|sentence| sentence.start).filter(|start| *start <= from).max();
        let start = match sentence {
            Some(sentence) if from - sentence <= SNIPPET / 2 => sentence,
            _ => self.word_from(unit, from.saturating_sub(SNIPPET / 4).max(span.start), span.start),
        };
        let start = if start <= span.start + SNIPPET / 8 { span.start } else { start };
        let end = start.saturating_add(SNIPPET).min(span.end);
        let end = if end + SNIPPET / 8 >= span.end { span.end } else { self.word_to(unit, end, span.end) };
        ByteRange::new(start, end)
    }

    /// The first word that begins at a byte or behind it.
    fn word_from(&self, unit: u32, at: u32, otherwise: u32) -> u32 {
        let starts = &self.index.starts[self.index.positions(unit)];
        starts.get(starts.partition_point(|start| *start < at)).copied().unwrap_or(otherwise)
    }

    /// The end of the last word that ends at a byte or before it.
    fn word_to(&self, unit: u32, at: u32, otherwise: u32) -> u32 {
        let positions = self.index.positions(unit);
        let before = self.index.starts[positions.clone()].partition_point(|start| *start < at);
        // From the end: a joined word stands before its parts, and ends with the last of them.
        let mut ends = positions.take(before).rev().map(|position| self.index.range(position).end);
        ends.find(|end| *end <= at).unwrap_or(otherwise)
    }
}

fn set(entry: &mut u8, number: u8) {
    if *entry == 0 {
        *entry = number;
    }
}

/// Bytes of a snippet.
const SNIPPET: u32 = 240;

impl Marked {
    /// Where the words found stand, none within another and none across another.
    pub(super) fn ranges(&self) -> Vec<ByteRange> {
        let mut ranges: Vec<ByteRange> = Vec::with_capacity(self.spots.len());
        for spot in &self.spots {
            match ranges.last_mut() {
                Some(last) if spot.range.start < last.end => last.end = last.end.max(spot.range.end),
                _ => ranges.push(spot.range),
            }
        }
        ranges
    }
}
