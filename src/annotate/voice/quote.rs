//! Quotation marks: which pair with which, which are apostrophes, which never close.

use std::ops::Range;

/// A quotation by its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// From the opening mark to behind the closing one.
    pub outer: Range<usize>,
    /// What stands between the marks, without space at its edges.
    pub inner: Range<usize>,
    /// Whether the closing mark is missing.
    pub unclosed: bool,
}

/// Marks deeper than this are read as letters: no author nests so, and a walk down must end.
const DEPTH: usize = 6;

/// How far a straight or curly single mark is followed to find the one that closes it, in bytes.
const SINGLE_REACH: usize = 3000;

/// What a mark may be, by its shape.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Double,
    Single,
    Guillemet,
}

struct Open {
    shape: Shape,
    mark: char,
    start: usize,
    index: usize,
}

/// The quotations of a text, in order of their opening marks.
///
/// `cut` says where a quotation that never closes ends: it is given the text between its opening mark and the end, and
/// answers with a length.
pub fn quotes(text: &str, cut: impl Fn(&str) -> usize) -> Vec<Quote> {
    let mut found: Vec<Quote> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut before = '\n';
    for (at, mark) in text.char_indices() {
        let end = at + mark.len_utf8();
        let after = text[end..].chars().next().unwrap_or('\n');
        if let Some(shape) = shape(mark) {
            match act(mark, shape, before, after, &text[end..], &open) {
                Act::Open if open.len() < DEPTH => {
                    open.push(Open { shape, mark, start: at, index: found.len() });
                    found.push(Quote { outer: at..end, inner: end..end, unclosed: true });
                }
                Act::Close(depth) => {
                    let closed = &open[depth];
                    let quote = &mut found[closed.index];
                    quote.inner = trimmed(text, closed.start + closed.mark.len_utf8()..at);
                    quote.outer = closed.start..end;
                    quote.unclosed = false;
                    open.truncate(depth);
                }
                _ => {}
            }
        }
        before = mark;
    }
    for left in open.iter().rev() {
        let start = left.start + left.mark.len_utf8();
        let length = if left.shape == Shape::Single { 0 } else { cut(&text[start..]) };
        found[left.index].outer = left.start..start + length;
        found[left.index].inner = trimmed(text, start..start + length);
    }
    settle(found)
}

/// Drops what holds nothing, and what a cut left standing across another.
fn settle(found: Vec<Quote>) -> Vec<Quote> {
    let mut kept: Vec<Quote> = Vec::new();
    let mut around: Vec<usize> = Vec::new();
    for quote in found.into_iter().filter(|quote| !quote.inner.is_empty()) {
        while around.last().is_some_and(|outer| kept[*outer].outer.end <= quote.outer.start) {
            around.pop();
        }
        let holds = |outer: &Quote| outer.inner.start <= quote.outer.start && quote.outer.end <= outer.inner.end;
        // One that was cut may cross another: the outer one counts.
        if around.last().is_none_or(|outer| holds(&kept[*outer])) {
            around.push(kept.len());
            kept.push(quote);
        }
    }
    kept
}

enum Act {
    Open,
    Close(usize),
    Letter,
}

const fn shape(mark: char) -> Option<Shape> {
    match mark {
        '"' | '“' | '”' | '„' | '‟' => Some(Shape::Double),
        '\'' | '‘' | '’' | '‚' => Some(Shape::Single),
        '«' | '»' => Some(Shape::Guillemet),
        _ => None,
    }
}

fn act(mark: char, shape: Shape, before: char, after: char, rest: &str, open: &[Open]) -> Act {
    let close = open.iter().rposition(|open| open.shape == shape).map(Act::Close);
    let starts = before.is_whitespace() || "([{—–-/“‘\"'«".contains(before);
    let in_word = before.is_alphanumeric() && after.is_alphanumeric();
    match mark {
        '„' | '«' => Act::Open,
        // „…“ closes with the mark that opens elsewhere.
        '“' if open.last().is_some_and(|open| open.mark == '„') => close.unwrap_or(Act::Letter),
        '“' | '‟' => Act::Open,
        '”' | '»' => close.unwrap_or(Act::Letter),
        '"' if in_word => Act::Letter,
        '"' if starts
            && !after.is_whitespace()
            && (after.is_alphanumeric() || close.is_none() || "[(…'‘“$€£".contains(after)) =>
        {
            Act::Open
        }
        '"' => close.unwrap_or(Act::Letter),
        '‘' if closes_later(rest, '’') => Act::Open,
        '\'' if starts && (after.is_alphabetic() || after == '[') && close.is_none() && closes_later(rest, '\'') => {
            Act::Open
        }
        '\'' | '’' if !in_word => close
            .filter(|_| !before.is_whitespace() && !is_possessive(before, mark, after, rest))
            .unwrap_or(Act::Letter),
        _ => Act::Letter,
    }
}

/// Whether a single mark that could close stands ahead.
fn closes_later(rest: &str, mark: char) -> bool {
    let reach = &rest[..rest.floor_char_boundary(SINGLE_REACH)];
    let mut before = ' ';
    for (at, c) in reach.char_indices() {
        let after = rest[at + c.len_utf8()..].chars().next().unwrap_or('\n');
        if c == mark
            && !before.is_whitespace()
            && !after.is_alphanumeric()
            && !is_possessive(before, mark, after, &rest[at + c.len_utf8()..])
        {
            return true;
        }
        // A single quotation ends with the double one it stands in.
        if matches!(c, '”' | '\n') {
            return false;
        }
        before = c;
    }
    false
}

/// "the workers’ rights": behind an s and before a word, with another mark ahead that closes.
fn is_possessive(before: char, mark: char, after: char, rest: &str) -> bool {
    before == 's' && after == ' ' && rest.trim_start().starts_with(char::is_lowercase) && {
        let reach = &rest[..rest.floor_char_boundary(SINGLE_REACH)];
        let next = reach.char_indices().find(|(at, c)| {
            *c == mark && !reach[at + c.len_utf8()..].starts_with(char::is_alphanumeric) && !reach[..*at].ends_with(' ')
        });
        let opens = reach.find(['‘', '“', '”', '"']).unwrap_or(usize::MAX);
        next.is_some_and(|(at, _)| at < opens)
    }
}

/// A range without the space at its edges.
pub fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    start..(range.start + part.trim_end().len()).max(start)
}
