//! Reader of United Nations documents in Markdown: letterhead, numbered footnotes at the foot of each page, page
//! breaks, unmarked block quotations, a signature.

use super::line::{Line, LineKind};
use crate::corpus::BlockKind;

pub fn classify(lines: &[Line<'_>]) -> Vec<LineKind> {
    let mut kinds = Vec::with_capacity(lines.len());
    let title = lines.iter().position(|line| line.text.starts_with("## "));
    let signature = lines.iter().position(|line| line.text.starts_with("(Signed)"));
    let mut quotation = Quotation::Outside;
    for (i, line) in lines.iter().enumerate() {
        let in_head = title.is_some_and(|title| i < title);
        let signed = signature.is_some_and(|signature| i >= signature);
        kinds.push(if line.is_blank() {
            LineKind::Blank
        } else if i > 0 && lines[i - 1].text.ends_with("  ") {
            // Two spaces at the end of a line: Markdown's line break within a paragraph.
            LineKind::Continues
        } else if line.text == "---" {
            LineKind::Begins(BlockKind::PageBreak)
        } else if line.text.starts_with("<sup>") {
            LineKind::Begins(BlockKind::Footnote)
        } else if in_head {
            LineKind::Begins(BlockKind::Letterhead)
        } else if line.text.starts_with("## ") {
            LineKind::Heading(1)
        } else if signed {
            LineKind::Begins(BlockKind::Signature)
        } else {
            LineKind::Begins(quotation.next(line.text))
        });
    }
    kinds
}

/// A block quotation is not marked in the source. It is introduced by a paragraph that ends with a colon, and it ends
/// with the paragraph that carries the footnote which names its source.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quotation {
    Outside,
    Introduced,
    Inside,
}

impl Quotation {
    fn next(&mut self, paragraph: &str) -> BlockKind {
        let quoted = *self != Self::Outside;
        *self = if quoted {
            if paragraph.ends_with("</sup>") { Self::Outside } else { Self::Inside }
        } else if paragraph.ends_with(':') {
            Self::Introduced
        } else {
            Self::Outside
        };
        if quoted { BlockKind::Quotation } else { BlockKind::Paragraph }
    }
}
