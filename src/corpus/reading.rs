//! A passage as it is read, and the way back to the bytes of the original.

use super::{ByteRange, Join, Passage};

/// The text of a passage, without footnote marks and markers; joins are spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The text.
    pub text: String,
    /// For each byte of it the byte of the original that it comes from.
    origins: Vec<u32>,
}

impl Reading {
    /// Reads a passage of this original.
    #[must_use]
    pub fn of(passage: &Passage, original: &str) -> Self {
        let mut text = String::new();
        let mut origins = Vec::new();
        let mut end = 0;
        for piece in passage.pieces(original, passage.span()).filter(|piece| piece.style.is_read()) {
            if piece.join != Join::None && !text.is_empty() {
                text.push(' ');
                // The first of the bytes that the space stands for.
                origins.push(end);
            }
            text.push_str(piece.text);
            origins.extend(piece.range.start..piece.range.end);
            end = piece.range.end;
        }
        Self { text, origins }
    }

    /// Where words of the text stand in the original; none for no words, or what lies outside the text.
    #[must_use]
    pub fn original(&self, words: ByteRange) -> Option<ByteRange> {
        let first = self.origins.get(words.start as usize)?;
        let last = self.origins.get(words.end.checked_sub(1)? as usize)?;
        Some(ByteRange::new(*first, last + 1))
    }

    /// Where words of the original stand in the text, those of them that are read.
    #[must_use]
    pub fn read(&self, words: ByteRange) -> ByteRange {
        let at = |byte: u32| self.origins.partition_point(|origin| *origin < byte);
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        // A space may stand for no byte at all, where a label is glued to its value: it is no part of the value.
        let start = at(words.start);
        let start = start + usize::from(self.origins.get(start + 1) == Some(&words.start));
        ByteRange::new(offset(start), offset(at(words.end)))
    }
}
