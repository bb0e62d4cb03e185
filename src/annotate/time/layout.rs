//! The passages of a plain text by its lines: headings, paragraphs, and the lines of notes and references.

use std::ops::Range;

use super::Role;
use super::token::is_upper;

/// A longer line is no heading.
const HEADING: usize = 90;
/// A shorter line was not broken to fit a page.
const BROKEN: usize = 50;

/// The passages of a text with their roles, in order. What follows a passage has no say in where it ends or what it is, but for
/// the line that goes on with its last sentence.
pub fn passages(text: &str) -> Vec<(Range<usize>, Role)> {
    let mut found: Vec<(Range<usize>, Role)> = Vec::new();
    let mut start = 0;
    let mut blank = true;
    for line in text.split_inclusive('\n') {
        let range = start..start + line.trim_end().len();
        start += line.len();
        if text[range.clone()].trim().is_empty() {
            blank = true;
            continue;
        }
        let goes_on = !blank
            && found.last().is_some_and(|(last, role)| {
                *role == Role::Text && continues(last_line(&text[last.clone()]), &text[range.clone()])
            });
        match found.last_mut().filter(|_| goes_on) {
            Some((last, _)) => last.end = range.end,
            None => found.push((range.clone(), role(&text[range]))),
        }
        blank = false;
    }
    found
}

fn last_line(passage: &str) -> &str {
    passage.rsplit('\n').next().unwrap_or(passage)
}

/// Whether a line goes on with the sentence of the line before it.
fn continues(before: &str, line: &str) -> bool {
    let whole = before.trim_end().ends_with(['.', '!', '?', ':', '"', '”', '’', ')', ']']);
    let goes_on = line.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
    before.len() >= BROKEN && !whole && goes_on
}

fn role(line: &str) -> Role {
    let text = line.trim();
    if is_note(text) {
        return Role::Apparatus;
    }
    let marked = text.starts_with('#') || text.starts_with("==") && text.ends_with("==");
    let plain = text.trim_matches(['*', '#', '=', ' ', '_']);
    let short = plain.len() <= HEADING && plain.split_whitespace().count() <= 12;
    let sentence = plain.ends_with(['.', '!', '?', ';', ',', '"', '”']);
    let opens = plain.starts_with(|c: char| is_upper(c) || c.is_ascii_digit());
    let level = text.chars().take_while(|c| matches!(c, '#' | '=')).count();
    if marked || short && !sentence && opens { Role::Heading(u8::try_from(level).unwrap_or(0)) } else { Role::Text }
}

/// A footnote or a reference: "^ Smith (2021)", "[12] …", "… Retrieved 12 May 2021.", "ISBN …".
fn is_note(text: &str) -> bool {
    let numbered = text.strip_prefix('[').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let marked = numbered || text.starts_with(['^', '↑']) || text.starts_with("<sup>");
    marked
        || text
            .split(' ')
            .any(|word| matches!(word, "Retrieved" | "Archived" | "ISBN" | "ISSN" | "^") || word.starts_with("doi:"))
}
