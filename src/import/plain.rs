//! Reader of plain statements: a line is a paragraph, a run of short lines at the end is the list of signatories.

use super::line::{Line, LineKind, ends_sentence};
use crate::corpus::BlockKind;

/// Lines that content management systems leave under a text.
const FURNITURE: [&str; 2] = ["Related Posts:", "Print Friendly, PDF & Email"];

/// A title is short and does not end as a sentence does.
const TITLE_AT_MOST: usize = 160;
const SIGNATORY_AT_MOST: usize = 100;

pub fn classify(lines: &[Line<'_>]) -> Vec<LineKind> {
    let mut kinds: Vec<LineKind> = lines.iter().map(kind).collect();
    let written: Vec<usize> =
        (0..lines.len()).filter(|&i| kinds[i] == LineKind::Begins(BlockKind::Paragraph)).collect();
    if let Some(&first) = written.first()
        && lines[first].text.len() <= TITLE_AT_MOST
        && !ends_sentence(lines[first].text)
    {
        kinds[first] = LineKind::Heading(1);
    }
    let signatories = written
        .iter()
        .rev()
        .take_while(|&&i| lines[i].text.len() <= SIGNATORY_AT_MOST && !ends_sentence(lines[i].text));
    let signatories: Vec<usize> = signatories.copied().collect();
    if signatories.len() >= 3 {
        for i in signatories {
            kinds[i] = LineKind::Begins(BlockKind::Signatory);
        }
    }
    kinds
}

fn kind(line: &Line<'_>) -> LineKind {
    if line.is_blank() {
        LineKind::Blank
    } else if FURNITURE.contains(&line.text.trim()) {
        LineKind::Begins(BlockKind::Navigation)
    } else if list_marker(line.text).is_some() {
        LineKind::Begins(BlockKind::ListItem)
    } else {
        LineKind::Begins(BlockKind::Paragraph)
    }
}

/// Where the marker of a list item stands in its line, and where its text begins. A marker is a bullet, or a number
/// with a full stop or a one dot leader (U+2024, as one of the statements has it).
pub fn list_marker(line: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let start = line.len() - line.trim_start().len();
    let rest = &line[start..];
    let marker = if rest.starts_with('•') {
        '•'.len_utf8()
    } else {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let dot = rest[digits..].chars().next().filter(|c| matches!(c, '.' | '․'))?;
        if digits == 0 || digits > 3 {
            return None;
        }
        digits + dot.len_utf8()
    };
    let text = rest[marker..].strip_prefix(' ')?;
    Some((start..start + marker, line.len() - text.trim_start().len()))
}
