//! Whether what a reader's account quotes stands so in the passage that it names.
//!
//! A quotation names its passage in a line of its own beneath it, as [`super::light::quotation`] writes it. Its words are
//! compared, letter by letter. What scholars may do to a quotation is no change of it: leave words out where `…` or `...`
//! stands, put their own into `[brackets]`, be it a single letter, and set other marks between the words.

use super::light::{Block, Inline, blocks};
use super::shown;
use crate::corpus::{Bundle, Document, Passage};

/// A quotation that says what its passage does not.
#[derive(Clone, Debug, PartialEq)]
pub struct Misquoted<'a> {
    /// The document that it names.
    pub document: &'a Document,
    /// The passage that it names.
    pub passage: &'a Passage,
    /// A few of its words, from the first on that does not stand so in the passage.
    pub words: String,
}

/// The quotations of a text that do not stand so in the passages they name, in their order.
#[must_use]
pub fn misquoted<'a>(text: &str, bundle: &'a Bundle) -> Vec<Misquoted<'a>> {
    let mut found = Vec::new();
    for block in blocks(text) {
        if let Block::Quotation(inner) = block {
            let mut reader = Reader { bundle, words: String::new(), behind: false, found: &mut found };
            reader.blocks(&inner);
        }
    }
    found
}

/// Reads a quotation, and compares it whenever a passage is named.
struct Reader<'a, 'f> {
    bundle: &'a Bundle,
    /// What was read since a passage was named last.
    words: String,
    /// Whether what is read stands behind that name on its line: it is said of the quotation, and is none.
    behind: bool,
    found: &'f mut Vec<Misquoted<'a>>,
}

impl Reader<'_, '_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(words) => self.inlines(words),
                Block::Quotation(inner) => self.blocks(inner),
                Block::List { items, .. } => {
                    for item in items {
                        self.inlines(item);
                        self.end_line();
                    }
                }
            }
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        self.words.push('\n');
        self.behind = false;
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(_) if self.behind => {}
                // Soft hyphens come with what is pasted from a book, and are no part of its words.
                Inline::Text(text) => self.words.extend(text.chars().filter(|sign| *sign != '\u{ad}')),
                Inline::Break => self.end_line(),
                Inline::Emphasis(inner) | Inline::Strong(inner) => self.inlines(inner),
                Inline::Link { address, words } => {
                    if !self.names(address) {
                        self.inlines(words);
                    }
                }
            }
        }
    }

    /// Whether a link names the passage of the words before it: nothing but a dash stands before it on its line.
    fn names(&mut self, address: &str) -> bool {
        let (quoted, line) = self.words.rsplit_once('\n').unwrap_or(("", &self.words));
        if !line.trim().chars().all(|sign| matches!(sign, '-' | '–' | '—')) {
            return false;
        }
        let Some((document, passage)) = address.strip_prefix('#').and_then(|id| self.bundle.passage(id)) else {
            return false;
        };
        if let Some(words) = departure(quoted, &passage.text(&document.text)) {
            self.found.push(Misquoted { document, passage, words });
        }
        self.words.clear();
        self.behind = true;
        true
    }
}

/// A word of a text; one without letters is a gap.
#[derive(Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    /// Where it begins.
    at: usize,
    /// Whether a bracket stands right before it, or right behind: there letters of it may be left out.
    open: [bool; 2],
}

impl Word<'_> {
    fn is(&self, other: &Self) -> bool {
        self.text == other.text
            || self.open[0] && other.text.ends_with(self.text)
            || self.open[1] && other.text.starts_with(self.text)
    }
}

/// Where a quotation first departs from its text: some words from there on; `None` where it does not.
fn departure(quoted: &str, text: &str) -> Option<String> {
    let text = words(text, false);
    // What stands so needs no reading of its gaps: texts have brackets and dots of their own.
    find(&words(quoted, false), &text).is_none().then_some(())?;
    let mut at = 0;
    for part in words(quoted, true).split(|word| word.text.is_empty()) {
        match find(part, &text[at..]) {
            Some(end) => at += end,
            None => return Some(from_departure(quoted, part, &text[at..])),
        }
    }
    None
}

/// Some words of a quotation's part, from the first on with which it stands nowhere in a text.
fn from_departure(quoted: &str, part: &[Word], text: &[Word]) -> String {
    const WORDS: usize = 6;
    let same = (0..part.len()).take_while(|same| find(&part[..*same], text).is_some()).last().unwrap_or_default();
    let rest = &part[same..];
    let told = &rest[..rest.len().min(WORDS)];
    let (Some(first), Some(last)) = (told.first(), told.last()) else { return String::new() };
    let more = if told.len() < rest.len() { " …" } else { "" };
    format!("{}{more}", &quoted[first.at..last.at + last.text.len()])
}

/// Behind which word of a text these end where they first stand in it.
fn find(words: &[Word], text: &[Word]) -> Option<usize> {
    let last = text.len().checked_sub(words.len())?;
    let from = (0..=last).find(|from| words.iter().zip(&text[*from..]).all(|(one, other)| one.is(other)))?;
    Some(from + words.len())
}

/// The words of a text, and its gaps, if they are to be read.
fn words(text: &str, gaps: bool) -> Vec<Word<'_>> {
    let (mut words, mut start, mut open) = (Vec::new(), None, false);
    let closed = if gaps { brackets(text) } else { Vec::new() };
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        let next = at + sign.len_utf8();
        if is_of_word(sign) {
            start.get_or_insert(at);
            at = next;
            continue;
        }
        let rest = &text[at..];
        let bracket = closed.get(at).copied().filter(|end| *end > 0);
        if let Some(start) = start.take() {
            words.push(Word { text: &text[start..at], at: start, open: [open, bracket.is_some()] });
        }
        open = bracket.is_some();
        if open || gaps && (sign == '…' || rest.starts_with("...")) {
            words.push(Word { text: "", at, open: [false; 2] });
        }
        at = bracket.map_or(next, |end| end + 1);
    }
    if let Some(start) = start {
        words.push(Word { text: &text[start..], at: start, open: [open, false] });
    }
    words
}

/// Where the bracket that opens at each byte of a text closes; 0 where none opens, or none closes it.
fn brackets(text: &str) -> Vec<usize> {
    let (mut open, mut closed) = (Vec::new(), vec![0; text.len()]);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' => open.push(at),
            b']' => {
                if let Some(open) = open.pop() {
                    closed[open] = at;
                }
            }
            _ => {}
        }
    }
    closed
}

/// Letters and digits; no apostrophe, though Unicode calls some of them letters: another may stand in its place.
fn is_of_word(sign: char) -> bool {
    shown::is_of_word(sign) && !matches!(sign, '\u{2b9}'..='\u{2bf}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "On 12 May 2021, “armed units” of Azerbaijan’s army crossed the State border [sic] … and stayed.";

    fn check(quoted: &str, expected: Option<&str>) {
        assert_eq!(departure(quoted, TEXT).as_deref(), expected, "{quoted:?}");
    }

    #[test]
    fn what_stands_so_is_quoted() {
        check(TEXT, None);
        check("", None);
        check("armed units", None);
        check("\"armed units\" of Azerbaijan's army", None);
        check("“armed units” of Azerbaijan\u{2bc}s army", None);
        check("crossed\nthe\u{a0}State border", None);
        check("crossed the State border.", None);
        check("border [sic] … and", None);
    }

    #[test]
    fn what_is_left_out_or_put_in_is_marked() {
        check("On 12 May 2021 … crossed the State border", None);
        check("… armed units ... crossed …", None);
        check("On 12 May 2021 [in the morning], “armed units”", None);
        check("[C]rossed the State border", None);
        check("[They] crossed the State border [of Armenia]", None);
        check("army cross[es] the State border", None);
        check("[…]", None);
        check("crossed [they [the units] say] the State border", None);
        check("crossed [the State border [sic]", None);
        check("crossed [they the State border [sic]", Some("they the State border"));
    }

    #[test]
    fn what_departs_is_told_from_there_on() {
        check("armed units of Armenia’s army crossed", Some("Armenia’s army crossed"));
        check("On 12 May 2022", Some("2022"));
        check("They crossed the State border, by force, at dawn", Some("They crossed the State border, by …"));
        check("crossed the State border, by force, at dawn", Some("by force, at dawn"));
        check("crossed the State", None);
        check("crossed the Stat", Some("Stat"));
        check("rossed the State border", Some("rossed the State border"));
        check("crossed the State border … On 12 May 2021", Some("On 12 May 2021"));
        check("armed units crossed", Some("crossed"));
        check("Crossed the State border", Some("Crossed the State border"));
    }
}
