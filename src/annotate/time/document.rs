//! The expressions of an imported document: passage by passage, as ranges of the original.

use super::{Context, Expression, Role, Tagger};
use crate::corpus::{BlockKind, Document, Passage, Reading};

/// The expressions of each passage of a document, in the order of its passages. Footnote marks and markers are not read.
#[must_use]
pub fn times_of_document(document: &Document) -> Vec<Vec<Expression>> {
    let mut tagger = Tagger::new(&Context { written: document.written.days });
    let read = |passage: &Passage| {
        let reading = Reading::of(passage, &document.text);
        let found = tagger.passage(&reading.text, role(passage)).into_iter();
        found
            .filter_map(|expression| Some(Expression { range: reading.original(expression.range)?, ..expression }))
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
