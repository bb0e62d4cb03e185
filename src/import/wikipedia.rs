//! Reader of a flattened Wikipedia snapshot: headings are short lines that stand alone, references a numbered list.

use super::line::{Line, LineKind, ends_sentence};
use super::plain::list_marker;
use crate::corpus::{BlockKind, month_name};

const HEADING_AT_MOST: usize = 80;

pub fn classify(lines: &[Line<'_>]) -> Vec<LineKind> {
    let mut kinds: Vec<LineKind> = Vec::with_capacity(lines.len());
    let mut references = References::Before;
    for (i, line) in lines.iter().enumerate() {
        let alone = i > 0 && lines[i - 1].is_blank() && lines.get(i + 1).is_none_or(Line::is_blank);
        references = references.next(line, alone);
        let in_list = matches!(
            kinds.iter().rev().find(|kind| **kind != LineKind::Continues),
            Some(LineKind::Begins(BlockKind::ListItem | BlockKind::Reference))
        );
        kinds.push(if line.is_blank() {
            LineKind::Blank
        } else if references == References::After {
            LineKind::Begins(BlockKind::Navigation)
        } else if line.text.starts_with("    ") && in_list {
            LineKind::Continues
        } else if list_marker(line.text).is_some() {
            LineKind::Begins(if references == References::Within { BlockKind::Reference } else { BlockKind::ListItem })
        } else if line.text.starts_with("Main article") {
            LineKind::Begins(BlockKind::Hatnote)
        } else if line.text.starts_with('—') {
            LineKind::Begins(BlockKind::Attribution)
        } else if alone && line.text.len() <= HEADING_AT_MOST && !ends_sentence(line.text) {
            LineKind::Heading(if is_month(line.text) { 3 } else { 2 })
        } else {
            LineKind::Begins(BlockKind::Paragraph)
        });
    }
    kinds
}

/// Where a line stands to the list of references; what follows the list is navigation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum References {
    Before,
    Within,
    After,
}

impl References {
    fn next(self, line: &Line<'_>, alone: bool) -> Self {
        match self {
            Self::Before if alone && line.text == "References" => Self::Within,
            Self::Within if !line.is_blank() && !line.text.starts_with("  ") => Self::After,
            other => other,
        }
    }
}

/// "May 2021": a heading of the timeline.
fn is_month(line: &str) -> bool {
    line.split_once(' ').is_some_and(|(month, year)| {
        (1..=12).any(|number| month_name(number) == month)
            && year.len() == 4
            && year.bytes().all(|b| b.is_ascii_digit())
    })
}
