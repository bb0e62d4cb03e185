//! A reference in the flattened form of Wikipedia's citation templates, parsed into typed fields.
//!
//! A reference reads: authors (date). "Title" (type). Container. Numbers. Dates of the copies. Words of the source.
//! What stands between the quotation marks is the title; the rest falls apart at full stops (at commas in the second
//! citation style). Whatever bears no known label is the container if it stands in its place, and else left alone.

mod field;
mod parsed;
mod words;

use std::ops::Range;

use field::{Field, Found, find};
use words::{closing, trimmed};

use crate::corpus::{ByteRange, Passage, Style};

pub use parsed::{DatedField, Reference};

/// What stands between two stretches.
const SEPARATORS: [&str; 6] = [". ", ", ", ": ", " – via ", ".-", " "];

const BETWEEN_AUTHORS: [&str; 2] = ["; ", ", & "];

/// What a title's opening quotation mark stands after, unless it is the first of the line.
const BEFORE_TITLE: [&str; 2] = [". ", ", "];

/// Names of sites that hold a full stop and a space.
const NAMES: [&str; 2] = ["Novaya gazeta. Europe", "Новости. Первый канал"];

/// Parses one reference.
#[must_use]
pub fn parse(passage: &Passage, text: &str) -> Reference {
    let mut reference = Reference { passage: passage.id.clone(), ..Reference::default() };
    let Some(start) = passage.runs.iter().find(|run| run.style != Style::Marker).map(|run| run.range.start) else {
        return reference;
    };
    if let Some(marker) = passage.runs.first().filter(|run| run.style == Style::Marker) {
        let number = marker.range.slice(text).unwrap_or_default();
        reference.number = number.trim_end_matches(|c: char| !c.is_ascii_digit()).parse().unwrap_or_default();
        reference.reused =
            (marker.range.end..start).map(|at| ByteRange::new(at, at + 1)).find(|caret| caret.slice(text) == Some("^"));
    }
    if let Some(body) = ByteRange::new(start, passage.span().end).slice(text) {
        Reading { body, start, reference: &mut reference }.read();
    }
    reference
}

/// A reference under way.
struct Reading<'a> {
    /// Its text, without number and caret.
    body: &'a str,
    /// Where that begins in the original.
    start: u32,
    reference: &'a mut Reference,
}

impl<'a> Reading<'a> {
    fn read(&mut self) {
        // Fields stand on the first line; a further line can only go on with the words of the source.
        let line = self.body.split('\n').next().unwrap_or_default();
        let title = title_mark(line);
        let (authors, date) = head(&line[..title.unwrap_or(line.len())]);
        // Without quotation marks only a date in brackets tells authors from a title.
        let after_date = date.as_ref().map(|date| date.end + separator(&line[date.end..]));
        if title.or(after_date).is_some() {
            self.authors(authors);
        }
        self.reference.published = date.and_then(|date| self.dated(date));
        let title = match title {
            Some(open) => closing(&line[open..]).map(|length| open..open + length),
            None => after_date.or(Some(0)).map(|from| from..from + bare_title(&line[from..])),
        };
        // A title that never closes leaves nothing to go by.
        let Some(title) = title else { return };
        self.reference.title = self.words(title.clone());
        self.tail(line, title.end);
    }

    fn authors(&mut self, end: usize) {
        let mut from = 0;
        while from < end {
            let rest = &self.body[from..end];
            let gap = BETWEEN_AUTHORS.iter().filter_map(|gap| Some((rest.find(gap)?, gap.len()))).min();
            let (length, gap) = gap.unwrap_or((rest.len(), 0));
            self.reference.authors.extend(self.words(from..from + length));
            from += length + gap;
        }
    }

    /// What follows the title.
    fn tail(&mut self, line: &'a str, mut at: usize) {
        let commas = line[at..].starts_with(',');
        let bare = !line[..at].ends_with(['"', '”']);
        let mut container_due = true;
        let mut quotation = None;
        loop {
            at += separator(&line[at..]);
            let rest = &line[at..];
            if rest.is_empty() {
                break;
            }
            // A second date may follow a field, but one within words is theirs.
            let dated = self.reference.published.is_some() && quotation.is_some();
            if let Some(found) = find(rest).filter(|found| found.field != Field::Published || !dated) {
                // Words before a field were no quotation: a second publisher, a place, a volume.
                quotation = None;
                container_due &= found.field != Field::Published;
                let (field, end) = (found.field, at + found.end);
                self.keep(found.shifted(at));
                at = end;
                if field == Field::Retrieved {
                    quotation = Some(at);
                    break;
                }
            } else if container_due && rest.starts_with(['(', '[']) {
                // "(PDF)", "(Press release)", a title in translation.
                at += rest.find([')', ']']).map_or(rest.len(), |close| close + 1);
            } else {
                let length = stretch(rest, commas);
                if container_due {
                    let name = container(rest, length, bare);
                    self.reference.container = self.words(at + name.start..at + name.end);
                    container_due = self.reference.container.is_none();
                } else {
                    quotation = quotation.or(Some(at));
                }
                at += length;
            }
        }
        self.reference.quotation = quotation.and_then(|from| self.words(from..quotation_end(self.body).max(from)));
    }

    fn keep(&mut self, found: Found) {
        match found.field {
            Field::Published if self.reference.published.is_none() => self.reference.published = self.dated(found),
            Field::Archived => self.reference.archived = self.dated(found),
            Field::Retrieved => self.reference.retrieved = self.dated(found),
            Field::Language => self.reference.language = self.words(found.words),
            Field::Doi => self.reference.doi = self.words(found.words),
            Field::Issn => self.reference.issn = self.words(found.words),
            Field::Isbn => self.reference.isbn = self.words(found.words),
            Field::Published | Field::Apparatus => {}
        }
    }

    fn dated(&self, found: Found) -> Option<DatedField> {
        Some(DatedField { range: self.words(found.words)?, edtf: found.edtf })
    }

    /// Where the words of a part of the body stand in the original.
    fn words(&self, part: Range<usize>) -> Option<ByteRange> {
        let words = trimmed(self.body, part);
        let at = |offset: usize| u32::try_from(offset).ok().and_then(|offset| self.start.checked_add(offset));
        (!words.is_empty()).then_some(ByteRange::new(at(words.start)?, at(words.end)?))
    }
}

/// Where the title's opening quotation mark stands: first, or after the authors.
fn title_mark(line: &str) -> Option<usize> {
    let begins = |at: usize| at == 0 || BEFORE_TITLE.iter().any(|before| line[..at].ends_with(before));
    line.match_indices(['"', '“']).map(|(at, _)| at).find(|&at| begins(at))
}

/// What stands before the title: where the authors end, and the date in brackets after them.
fn head(text: &str) -> (usize, Option<Found>) {
    let dated = text.match_indices(" (").find_map(|(at, _)| {
        let found = find(&text[at + 1..]).filter(|found| found.field == Field::Published)?;
        Some((at, Some(found.shifted(at + 1))))
    });
    dated.unwrap_or((text.len(), None))
}

/// The length of a title without quotation marks. Commas end it where fields stand after commas.
fn bare_title(text: &str) -> usize {
    let commas = text.match_indices(", ").any(|(at, comma)| find(&text[at + comma.len()..]).is_some());
    stretch(text, commas).min(text.find(" (").unwrap_or(text.len()))
}

/// How much of the text is one stretch of words: up to a full stop, a field, and where commas divide, a comma.
fn stretch(text: &str, commas: bool) -> usize {
    if let Some(name) = NAMES.iter().find(|name| text.starts_with(**name)) {
        return name.len();
    }
    let end = text.char_indices().skip(1).find_map(|(at, c)| {
        let next = &text[at + c.len_utf8()..];
        match c {
            // The full stop may be that of an abbreviation at the end: "Georgetown U."
            '.' if next.is_empty() || next.starts_with(' ') => Some(at + 1),
            '.' => next.starts_with('-').then_some(at),
            ',' => {
                let next = next.strip_prefix(' ')?;
                (find(next).is_some() || commas && !enumerates(next)).then_some(at)
            }
            '(' => find(&text[at..]).map(|_| at),
            _ => None,
        }
    });
    end.unwrap_or(text.len())
}

/// Whether a comma before this text divides no fields but the parts of a list: "Conflict, Change and Malaria".
fn enumerates(text: &str) -> bool {
    text.split(", ").next().is_some_and(|part| part.contains(" and "))
}

/// The name of the container in a stretch: after a bare title without the place before it ("Berlin: Publisher"), and
/// where library punctuation follows (".-"), without the names after a slash.
fn container(text: &str, length: usize, bare: bool) -> Range<usize> {
    let name = &text[..length];
    let place = name.split_once(": ").filter(|(place, _)| bare && place.chars().all(char::is_alphabetic));
    let end = name.rfind('/').filter(|_| text[length..].starts_with(".-")).unwrap_or(length);
    place.map_or(0, |(place, _)| place.len() + ": ".len()).min(end)..end
}

/// A further line that tells when it was retrieved is another citation, not words of the source.
fn quotation_end(body: &str) -> usize {
    let mut ends = body.match_indices('\n').map(|(at, _)| at);
    let another = |at: &usize| body[at + 1..].split('\n').next().is_some_and(|line| line.contains(" Retrieved "));
    ends.find(another).unwrap_or(body.len())
}

fn separator(text: &str) -> usize {
    SEPARATORS.iter().find(|separator| text.starts_with(**separator)).map_or(0, |separator| separator.len())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
