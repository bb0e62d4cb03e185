//! Blocks: the tiling of an original. Every byte of it lies in exactly one block.

use std::ops::Deref;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::ByteRange;
use super::named::named;
use super::record::{Read, Reader};

named! {
    /// What a stretch of an original is.
    pub enum BlockKind {
        /// A heading; its level stands in [`Block::level`].
        Heading = "heading",
        /// Running text.
        Paragraph = "paragraph",
        /// A block quotation, marked or unmarked.
        Quotation = "quotation",
        /// The line that says whose the block quotation above it is ("— Ilham Aliev").
        Attribution = "attribution",
        /// An item of a list.
        ListItem = "list-item",
        /// A footnote, its number included.
        Footnote = "footnote",
        /// One numbered reference.
        Reference = "reference",
        /// The caption of a picture or map that the snapshot lost.
        Caption = "caption",
        /// A field or line of the article's infobox.
        Infobox = "infobox",
        /// The signature under a letter.
        Signature = "signature",
        /// One signatory of a statement.
        Signatory = "signatory",
        /// The head of a document: symbol, dates, agenda items.
        Letterhead = "letterhead",
        /// A note to the reader above a text: "Main article: …", maintenance tags.
        Hatnote = "hatnote",
        /// Navigation and other furniture of the page the text was taken from.
        Navigation = "navigation",
        /// A page break.
        PageBreak = "page-break",
        /// Line ends and blank lines between blocks.
        Blank = "blank",
    }
}

impl BlockKind {
    /// Whether a block of this kind is shown as text. The rest is seen in the original view only.
    #[must_use]
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Navigation | Self::PageBreak | Self::Blank)
    }
}

/// One block of an original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands.
    pub range: ByteRange,
    /// The level of a heading, 1 for the title.
    pub level: Option<u8>,
}

/// The blocks of an original, in order.
///
/// In JSON kinds and lengths: what has no offsets can have no gap and no overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tiling(pub Vec<Block>);

impl Deref for Tiling {
    type Target = [Block];

    fn deref(&self) -> &[Block] {
        &self.0
    }
}

impl Serialize for Tiling {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(|block| (block.kind, block.range.len(), block.level)))
    }
}

impl Read for Tiling {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let coded = Vec::<(BlockKind, u32, Option<u8>)>::read(value, reader);
        let mut start = 0;
        let blocks = coded.into_iter().map(|(kind, length, level)| {
            let range = ByteRange::new(start, start.saturating_add(length));
            start = range.end;
            Block { kind, range, level }
        });
        Self(blocks.collect())
    }
}
