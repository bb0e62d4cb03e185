//! A text as words, marks and whole quotations, and where its sentences end.

use std::ops::Range;

use super::class::{BE, HAVE, is};
use super::quote::Quote;
use super::verb::{VERBS, form};

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word or number.
    Word,
    /// A mark of punctuation.
    Mark,
    /// A whole quotation with its marks, by its number.
    Quote(usize),
}

/// One item of a text.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// Where it stands.
    pub range: Range<usize>,
    pub kind: Kind,
    /// As it is written.
    pub text: &'a str,
    /// As rules compare it: lower case, straight apostrophes, no brackets.
    pub word: String,
    /// Where what is said in parentheses right behind it ends; its own end where there is nothing of the kind.
    pub reach: usize,
}

impl Item<'_> {
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub fn is_mark(&self, mark: &str) -> bool {
        self.kind == Kind::Mark && self.text == mark
    }

    /// A dash that divides, not one that joins.
    pub fn is_dash(&self) -> bool {
        self.kind == Kind::Mark && matches!(self.text, "–" | "—" | "‒" | "―" | "-" | "--")
    }

    pub fn is_quote(&self) -> bool {
        matches!(self.kind, Kind::Quote(_))
    }

    pub fn is_capital(&self) -> bool {
        self.is_word() && self.text.starts_with(|c: char| c.is_uppercase() || c == '[')
    }

    pub fn is_number(&self) -> bool {
        self.is_word() && self.text.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// Abbreviations whose full stop ends no sentence. Lower case.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "st", "no", "nos", "prof", "gen", "col", "lt", "sgt", "hon", "sen", "rep", "gov", "app",
    "doc", "para", "paras", "p", "pp", "v", "vs", "cf", "ed", "eds", "sq", "mi", "jan", "feb", "aug", "sept", "oct",
    "nov", "dec", "inc", "ltd", "corp", "co", "art", "arts", "ibid", "approx", "al",
];

/// The items of a part of a text. Quotations directly in it are one item each; what stands in parentheses is left out,
/// as the sentence around it goes on without it.
pub fn items<'a>(text: &'a str, part: Range<usize>, quotes: &[Quote]) -> Vec<Item<'a>> {
    let mut items = all(text, part, quotes);
    let mut depth = 0_usize;
    let open = items.iter().filter(|item| item.is_mark("(")).count();
    let close = items.iter().filter(|item| item.is_mark(")")).count();
    if open != close || open == 0 {
        // A parenthesis that never closes sets nothing apart.
        return items;
    }
    let mut kept: Vec<Item> = Vec::new();
    for item in items.drain(..) {
        depth += usize::from(item.is_mark("("));
        let ends = item.is_mark(")");
        if depth == 0 || kept.is_empty() {
            kept.push(item);
        } else if let Some(last) = kept.last_mut() {
            last.reach = item.range.end;
        }
        depth = depth.saturating_sub(usize::from(ends));
    }
    kept
}

fn all<'a>(text: &'a str, part: Range<usize>, quotes: &[Quote]) -> Vec<Item<'a>> {
    let mut inside = quotes
        .iter()
        .enumerate()
        .filter(|(_, quote)| part.start <= quote.outer.start && quote.outer.end <= part.end)
        .peekable();
    let mut items: Vec<Item> = Vec::new();
    let mut at = part.start;
    while at < part.end {
        while inside.next_if(|(_, quote)| quote.outer.start < at).is_some() {}
        let (range, kind) = match inside.peek() {
            Some((index, quote)) if quote.outer.start == at => (quote.outer.clone(), Kind::Quote(*index)),
            next => {
                let end = next.map_or(part.end, |(_, quote)| quote.outer.start);
                match lexeme(&text[at..end]) {
                    Some((length, kind)) => (at..at + length, kind),
                    None => {
                        at += text[at..].chars().next().map_or(1, char::len_utf8);
                        continue;
                    }
                }
            }
        };
        let words = &text[range.clone()];
        let word = if kind == Kind::Word { plain(words) } else { String::new() };
        at = range.end;
        items.push(Item { reach: range.end, range, kind, text: words, word });
    }
    items
}

/// The first word or mark of a text that does not begin with space.
fn lexeme(text: &str) -> Option<(usize, Kind)> {
    let first = text.chars().next().filter(|c| !c.is_whitespace())?;
    let mut end = word(text);
    if end == 0 {
        let length = if text.starts_with("...") { 3 } else { first.len_utf8() };
        return Some((length, Kind::Mark));
    }
    if text[end..].starts_with('.') {
        let stem = &text[..end];
        let lower = stem.to_lowercase();
        let initial = stem.chars().count() == 1 && first.is_uppercase();
        if initial || stem.contains('.') || ABBREVIATIONS.contains(&lower.as_str()) && text[end + 1..].starts_with(' ')
        {
            end += 1;
        }
    }
    Some((end, Kind::Word))
}

/// The length of the word a text begins with: letters and digits, joined by apostrophes, hyphens, full stops and
/// the brackets of an editor ("condemn[ing]", "[t]his").
fn word(text: &str) -> usize {
    let mut end = 0;
    while let Some(c) = text[end..].chars().next() {
        let after = &text[end + c.len_utf8()..];
        let follows = after.starts_with(char::is_alphanumeric);
        let takes = c.is_alphanumeric()
            || is_mark_of_stress(c)
            || end > 0
                && follows
                && matches!(c, '\'' | '’' | 'ʼ' | '-' | '‐' | '‑' | '.' | ',' | '&' | '/' | '–')
                && (!matches!(c, ',' | '–') || is_digits(&text[..end], after))
                && (c != '.' || is_dotted(&text[..end], after))
            || c == '[' && bracketed(after, end)
            || c == ']' && text[..end].contains('[') && !text[..end].contains(']');
        if !takes {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// Combining marks belong to their letter.
const fn is_mark_of_stress(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn is_digits(before: &str, after: &str) -> bool {
    before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit())
}

/// "U.S.", "3.5", "e.g.", but not "war.They".
fn is_dotted(before: &str, after: &str) -> bool {
    let last = before.rsplit('.').next().unwrap_or(before);
    is_digits(before, after) || last.chars().count() == 1 && !after[..].starts_with("..")
}

/// Whether the brackets that open here hold a part of a word.
fn bracketed(after: &str, before: usize) -> bool {
    // No word is so long that its end must be looked for further.
    let after = &after[..after.floor_char_boundary(40)];
    let Some(close) = after.find(']').filter(|close| *close > 0) else { return false };
    let letters = after[..close].chars().all(char::is_alphabetic);
    letters && (before > 0 || after[close + 1..].starts_with(char::is_alphabetic))
}

fn plain(word: &str) -> String {
    let lower = word.chars().filter(|c| !matches!(c, '[' | ']')).flat_map(char::to_lowercase);
    lower.map(|c| if matches!(c, '’' | 'ʼ') { '\'' } else { c }).collect()
}

/// The sentences of a list of items, as ranges of it.
pub fn sentences(items: &[Item], quotes: &[Quote], text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..items.len() {
        if ends(items, at, quotes, text) {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < items.len() {
        found.push(start..items.len());
    }
    found
}

/// Whether a word is a verb of saying, or an auxiliary.
fn is_said(word: &str) -> bool {
    is(word, HAVE) || is(word, BE) || VERBS.iter().any(|verb| form(verb.word, word).is_some())
}

/// Whether a sentence ends with this item.
fn ends(items: &[Item], at: usize, quotes: &[Quote], text: &str) -> bool {
    let item = &items[at];
    let Some(next) = items.get(at + 1) else { return true };
    let opens = next.is_capital() || next.is_number() || next.is_quote() || matches!(next.text, "(" | "[");
    match item.kind {
        Kind::Mark => {
            matches!(item.text, "." | "!" | "?" | "…" | "...") && opens && {
                let cut = matches!(item.text, "…" | "...");
                !cut || next.range.start > item.range.end
            }
        }
        Kind::Quote(index) => quotes.get(index).is_some_and(|quote| {
            let inner = &text[quote.inner.clone()];
            let asks = inner.ends_with(['?', '!']);
            let stops = inner.ends_with(['.', '…']) || asks;
            // “Why?” Smith asked: a question may go on, and who asks is looked for behind it.
            stops && (next.is_capital() || next.is_number())
        }),
        Kind::Word => {
            // "in Washington, D.C. Smith confirmed"
            let initials = item.text.len() > 2 && item.text.ends_with('.') && item.text.matches('.').count() > 1;
            let verb =
                |at: usize| items.get(at).is_some_and(|item| item.range.start < item.range.end && is_said(&item.word));
            initials && next.is_capital() && verb(at + 2)
        }
    }
}
