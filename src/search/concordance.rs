//! The concordance: every place where a word or phrase stands, aligned on it, with what stands before and behind (KWIC).
//!
//! Pure text work on the index of the search. The words on both sides are cut from the original as it is read.

use super::dictionary::offset;
use super::index::Index;
use super::order::sorted;
use super::plan::Phrase;
use super::token::Tokenizer;
use crate::corpus::{Bundle, ByteRange, Day};
use crate::csv::row;

/// Which words are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sameness {
    /// The very words, whatever their case and marks.
    Exact,
    /// Any form of them: "occupy", "occupied", "occupying"; "defence", "defense".
    Stem,
}

/// What the lines are sorted by. Lines that are equal in it stay in the order of the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Account by account, document by document, as they were written.
    Text,
    /// The words before, from the keyword outward.
    Left,
    /// The words behind.
    Right,
    /// The first day that the passage speaks of; passages without a date come last.
    Date,
    /// When the document was written.
    Document,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The account, by index.
    pub account: u32,
    /// The document, by index.
    pub document: u32,
    /// The passage, by index in the document.
    pub passage: u32,
    /// The words looked for, in bytes of the original.
    pub range: ByteRange,
    /// What stands before them, as it is read, cut between words.
    pub left: String,
    /// The words themselves, as they are read.
    pub keyword: String,
    /// What stands behind them, cut between words.
    pub right: String,
    /// The first day that the passage speaks of.
    pub day: Option<Day>,
}

/// Bytes of context on each side.
const CONTEXT: usize = 90;

impl Index {
    /// Every line in which `words` stand, in the order of the texts. None for a text without words.
    #[must_use]
    pub fn concordance(&self, bundle: &Bundle, words: &str, sameness: Sameness) -> Vec<Line> {
        let mut phrase: Phrase = Vec::new();
        Tokenizer::default().each(words, |folded, token| {
            if token.spans == 0 {
                phrase.push(match sameness {
                    Sameness::Exact => self.dictionary.number(folded).into_iter().collect(),
                    Sameness::Stem => self.all_forms(folded),
                });
            }
        });
        let mut lines = Vec::new();
        if phrase.is_empty() || phrase.iter().any(Vec::is_empty) {
            return lines;
        }
        self.with_phrase(&phrase, |unit, _| {
            let positions = self.positions(unit);
            let mut end = 0;
            for at in positions.clone() {
                let range = self.phrase_from(at, positions.end, &phrase).map(|behind| {
                    // Behind a form stand the words it is a form of, with the same last byte.
                    ByteRange::new(self.range(at).start, self.range(behind - 1).end)
                });
                // "cease-fire" is a word and begins with one: one line is enough.
                if let Some(range) = range.filter(|range| range.start >= end) {
                    end = range.end;
                    lines.extend(self.line(bundle, unit, range));
                }
            }
            true
        });
        lines
    }

    fn line(&self, bundle: &Bundle, unit: u32, range: ByteRange) -> Option<Line> {
        let unit = &self.units[unit as usize];
        let document = bundle.documents.get(unit.document as usize)?;
        let passage = document.passages.get(unit.passage as usize)?;
        let span = passage.span();
        let text = |start: u32, end: u32| passage.text_in(&document.text, ByteRange::new(start, end));
        let (before, behind) = (text(span.start, range.start), text(range.end, span.end));
        Some(Line {
            account: self.accounts[unit.document as usize],
            document: unit.document,
            passage: unit.passage,
            range,
            left: last(&before).to_owned(),
            keyword: text(range.start, range.end),
            right: first(&behind).to_owned(),
            day: passage.times.iter().filter_map(|time| time.days.earliest).min(),
        })
    }
}

/// The end of a text, from the beginning of a word on.
fn last(text: &str) -> &str {
    let from = text.ceil_char_boundary(text.len().saturating_sub(CONTEXT));
    if from == 0 {
        return text;
    }
    let rest = &text[from..];
    rest.find(char::is_whitespace).map_or(rest, |space| rest[space..].trim_start())
}

/// The beginning of a text, up to the end of a word.
fn first(text: &str) -> &str {
    if text.len() <= CONTEXT {
        return text;
    }
    let rest = &text[..text.floor_char_boundary(CONTEXT)];
    rest.rfind(char::is_whitespace).map_or(rest, |space| rest[..space].trim_end())
}

/// Sorts lines.
pub fn sort(bundle: &Bundle, lines: &mut Vec<Line>, order: Order) {
    let taken = std::mem::take(lines);
    let place = |line: &Line| (line.account, line.document, line.passage, line.range.start);
    let written =
        |line: &Line| bundle.documents.get(line.document as usize).and_then(|document| document.written.days.earliest);
    *lines = match order {
        Order::Text => sorted(taken, &|a, b| place(a).cmp(&place(b))),
        Order::Date => sorted(taken, &|a, b| (a.day.is_none(), a.day).cmp(&(b.day.is_none(), b.day))),
        Order::Document => sorted(taken, &|a, b| (written(a), place(a)).cmp(&(written(b), place(b)))),
        Order::Left | Order::Right => {
            let keyed = taken.into_iter().map(|line| {
                let mut words = folded(if order == Order::Left { &line.left } else { &line.right });
                if order == Order::Left {
                    words.reverse();
                }
                (words, line)
            });
            sorted(keyed.collect(), &|a, b| a.0.cmp(&b.0)).into_iter().map(|(_, line)| line).collect()
        }
    };
}

fn folded(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    Tokenizer::default().each(text, |folded, token| {
        if token.spans == 0 {
            words.push(folded.to_owned());
        }
    });
    words
}

/// The lines as comma-separated values (RFC 4180) with a first line of names, for a spreadsheet.
#[must_use]
pub fn csv(bundle: &Bundle, lines: &[Line]) -> String {
    let mut table = row(["account", "document", "passage", "date", "left", "keyword", "right"]);
    for line in lines {
        let account = bundle.accounts.get(line.account as usize).map_or("", |account| &account.id);
        let document = bundle.documents.get(line.document as usize);
        let passage = document.and_then(|document| document.passages.get(line.passage as usize));
        let day = line.day.map(|day| day.to_string()).unwrap_or_default();
        let (document, passage) =
            (document.map_or("", |document| &document.id), passage.map_or("", |passage| &passage.id));
        table.push_str(&row([account, document, passage, &day, &line.left, &line.keyword, &line.right]));
    }
    table
}

/// How many lines each account has, by index.
#[must_use]
pub fn by_account(bundle: &Bundle, lines: &[Line]) -> Vec<u32> {
    let count = |account: usize| offset(lines.iter().filter(|line| line.account as usize == account).count());
    (0..bundle.accounts.len()).map(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contexts_are_cut_between_words() {
        let text = "Ə ".repeat(60) + "end";
        assert!(last(&text).ends_with("Ə end") && last(&text).starts_with('Ə') && last(&text).len() <= CONTEXT);
        assert!(first(&text).starts_with("Ə Ə") && first(&text).ends_with('Ə') && first(&text).len() <= CONTEXT);
        assert_eq!(last("short"), "short");
        assert_eq!(first("short"), "short");
    }
}
