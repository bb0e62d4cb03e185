//! Lines of an original, with where they stand.

use crate::corpus::{BlockKind, ByteRange};

/// One line, without its line end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// Where it stands.
    pub range: ByteRange,
    /// Its text.
    pub text: &'a str,
}

impl Line<'_> {
    /// Whether it holds nothing but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// What a reader takes a line for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Nothing on it.
    Blank,
    /// The first or only line of a block.
    Begins(BlockKind),
    /// A heading of this level.
    Heading(u8),
    /// A further line of the block above.
    Continues,
}

/// The lines of a text, in order.
#[must_use]
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    text.split('\n')
        .map(|line| {
            let range = ByteRange::new(start, start + byte_len(line));
            start = range.end + 1;
            Line { range, text: line }
        })
        .collect()
}

/// Originals are far below 4 GiB; an import over the limit is refused before it comes here.
fn byte_len(line: &str) -> u32 {
    u32::try_from(line.len()).unwrap_or(u32::MAX)
}

/// Whether a text ends as a sentence does, closing quotes and brackets aside.
#[must_use]
pub fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end().trim_end_matches(['”', '’', '"', '\'', ')', ']', '»']);
    bare.ends_with(['.', '!', '?', ':', ';', '…', '․'])
}
