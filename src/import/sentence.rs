//! Sentences of a passage, as ranges of the original: Unicode's boundaries, and rules for what they miss in such texts.

use unicode_segmentation::UnicodeSegmentation;

use crate::corpus::{ByteRange, Join, Passage};

/// A full stop after these does not end a sentence.
const ABBREVIATIONS: [&str; 28] = [
    "H.E.", "Mr.", "Mrs.", "Ms.", "Dr.", "St.", "No.", "Nos.", "App.", "Doc.", "para.", "paras.", "p.", "pp.", "v.",
    "vs.", "cf.", "e.g.", "i.e.", "a.i.", "ed.", "eds.", "sq.", "mi.", "U.S.", "Feb.", "Nov.", "Dec.",
];

/// The sentences of a passage, in order. Each begins and ends with a byte that is shown.
#[must_use]
pub fn sentences(passage: &Passage, original: &str) -> Vec<ByteRange> {
    let read = Read::of(passage, original);
    let mut sentences: Vec<ByteRange> = Vec::new();
    let mut start = 0;
    for end in boundaries(&read.text) {
        let part = &read.text[start..end];
        let first = start + part.len() - part.trim_start().len();
        let last = start + part.trim_end().len();
        if first < last {
            sentences.push(ByteRange::new(read.origin(first), read.origin(last - 1) + 1));
        }
        start = end;
    }
    if sentences.len() > 1 { sentences } else { Vec::new() }
}

/// Where sentences end in a text, its end included.
fn boundaries(text: &str) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    for (start, part) in text.split_sentence_bound_indices() {
        let end = start + part.len();
        if ends.last().is_some_and(|last| !is_end(&text[..*last], &text[*last..])) {
            ends.pop();
        }
        ends.extend(lost_stops(part).into_iter().map(|offset| start + offset));
        ends.push(end);
    }
    ends
}

/// Whether a sentence really ends between these two.
fn is_end(before: &str, after: &str) -> bool {
    let before = before.trim_end();
    let last_word = before.rsplit([' ', '\u{a0}', '(', '“', '"']).next().unwrap_or_default();
    let initial = last_word.len() == 2 && last_word.starts_with(|c: char| c.is_uppercase());
    let after = after.trim_start();
    let goes_on = after.starts_with(|c: char| c.is_lowercase() || matches!(c, ')' | ',' | ';' | '”' | '’'));
    !(ABBREVIATIONS.contains(&last_word) || initial || goes_on)
}

/// Sentence ends that the text itself lost: "within Azerbaijan SSR The map also shows", "that country.I Obviously".
fn lost_stops(part: &str) -> Vec<usize> {
    let missing = part.match_indices(" The ").filter_map(|(at, found)| {
        let last = part[..at].rsplit(' ').next()?;
        let acronym = last.len() >= 2 && last.chars().all(|c| c.is_ascii_uppercase());
        let follows = part[at + found.len()..].starts_with(|c: char| c.is_ascii_lowercase());
        (acronym && follows).then_some(at + 1)
    });
    let stray = part.match_indices('.').filter_map(|(at, _)| {
        let mut after = part[at + 1..].chars();
        let letter = after.next().filter(|c| c.is_ascii_uppercase())?;
        let space = after.next() == Some(' ');
        let before = part[..at].ends_with(|c: char| c.is_lowercase());
        let next = after.next().is_some_and(char::is_uppercase);
        (space && before && next).then_some(at + 1 + letter.len_utf8() + 1)
    });
    let mut found: Vec<usize> = missing.chain(stray).collect();
    found.sort_unstable();
    found
}

/// A passage's text as it is read, and where each stretch of it comes from.
struct Read {
    text: String,
    stretches: Vec<(usize, u32)>,
}

impl Read {
    fn of(passage: &Passage, original: &str) -> Self {
        let mut read = Self { text: String::new(), stretches: Vec::new() };
        for piece in passage.pieces(original, passage.span()).filter(|piece| piece.style.is_read()) {
            if piece.join != Join::None && !read.text.is_empty() {
                read.text.push(' ');
            }
            read.stretches.push((read.text.len(), piece.range.start));
            read.text.push_str(piece.text);
        }
        read
    }

    /// The byte of the original that stands at `offset` of the text.
    fn origin(&self, offset: usize) -> u32 {
        let stretch = self.stretches.partition_point(|(start, _)| *start <= offset).saturating_sub(1);
        let (start, origin) = self.stretches.get(stretch).copied().unwrap_or_default();
        origin + u32::try_from(offset - start).unwrap_or(u32::MAX)
    }
}
