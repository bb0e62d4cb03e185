//! The expressions of an imported document: passage by passage, as ranges of the original.

use super::{Context, Expression, Role, Tagger};
use crate::corpus::{BlockKind, ByteRange, Document, Join, Passage};

/// The expressions of each passage of a document, in the order of its passages. Footnote marks and markers are not read.
#[must_use]
pub fn times_of_document(document: &Document) -> Vec<Vec<Expression>> {
    let mut tagger = Tagger::new(&Context { written: document.written.days });
    let read = |passage: &Passage| {
        let (text, origins) = read(passage, &document.text);
        let found = tagger.passage(&text, role(passage)).into_iter();
        found
            .filter_map(|expression| Some(Expression { range: origin(&origins, expression.range)?, ..expression }))
            .collect()
    };
    document.passages.iter().map(read).collect()
}

fn role(passage: &Passage) -> Role {
    match passage.kind {
        BlockKind::Heading => Role::Heading(passage.level.unwrap_or(0)),
        BlockKind::Paragraph | BlockKind::Quotation | BlockKind::ListItem => Role::Text,
        _ => Role::Apparatus,
    }
}

/// A passage as it is read, and where each stretch of that stands in the original.
fn read(passage: &Passage, original: &str) -> (String, Vec<(u32, u32)>) {
    let mut text = String::new();
    let mut origins = Vec::new();
    for piece in passage.pieces(original, passage.span()).filter(|piece| piece.style.is_read()) {
        if piece.join != Join::None && !text.is_empty() {
            text.push(' ');
        }
        origins.push((u32::try_from(text.len()).unwrap_or(u32::MAX), piece.range.start));
        text.push_str(piece.text);
    }
    (text, origins)
}

fn origin(origins: &[(u32, u32)], range: ByteRange) -> Option<ByteRange> {
    let at = |offset: u32| {
        let stretch = origins.partition_point(|(start, _)| *start <= offset).checked_sub(1)?;
        let (start, origin) = origins.get(stretch)?;
        Some(origin + (offset - start))
    };
    Some(ByteRange::new(at(range.start)?, at(range.end.checked_sub(1)?)? + 1))
}
