//! What an import says: what was left out of a file, and why a file is not read at all. The sentences stand in the
//! catalogue.

/// Bytes of a file, at most.
pub const BYTES_AT_MOST: usize = 10_000_000;
/// Arrays and objects inside each other, at most.
pub const DEPTH_AT_MOST: usize = 32;
/// The same in the app's own form, where what is kept of a file of others stands deeper than it did there.
pub(super) const OWN_DEPTH_AT_MOST: usize = DEPTH_AT_MOST + 8;
/// Highlights, categories, entries and answers, at most.
pub const ITEMS_AT_MOST: usize = 20_000;
/// Values of any kind in a file, at most.
pub const VALUES_AT_MOST: usize = 1_000_000;
/// Bytes of an id, at most.
pub const ID_AT_MOST: usize = 1_000;
/// Faults that are listed, at most; the others are counted.
pub const FAULTS_AT_MOST: usize = 100;

/// Something in a file that could not be taken over as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: names of members and numbers of items (from 0), parted by points; in a table its row, as a spreadsheet
    /// counts it; empty for the file as a whole.
    pub path: String,
    /// What.
    pub problem: Problem,
}

/// What is the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Something else was expected; it was left out.
    Expected(&'static str),
    /// An item without an id, or with one that is too long; it was left out.
    NoId,
    /// A member that an item cannot do without is missing; the item was left out.
    Missing(&'static str),
    /// Two items of one id that differ; the later was kept.
    Duplicate(String),
    /// No date with time and zone; the item counts as older than any other.
    NotADate(String),
    /// A name that this version does not know; the usual one stands in its place.
    Unknown(String),
    /// A member that has no place here; it was left out.
    NoPlace(String),
    /// A text that was written into the file does not stand there any more; what was exported is kept.
    Untold,
    /// No words to look for; the note is kept, without a place.
    NoQuote,
    /// Annotations that stand in another file, which is not fetched.
    Elsewhere(String),
    /// The file was written by a later version; what is not known is kept.
    Newer(u64),
    /// So many more faults.
    More(usize),
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Larger than [`BYTES_AT_MOST`].
    TooLarge {
        /// Its bytes.
        bytes: usize,
    },
    /// Nested deeper than [`DEPTH_AT_MOST`].
    TooDeep {
        /// Its depth.
        depth: usize,
    },
    /// More than [`ITEMS_AT_MOST`] things, or more than [`VALUES_AT_MOST`] values of any kind.
    TooMany {
        /// How many.
        items: usize,
        /// How many there may be.
        limit: usize,
    },
    /// Not UTF-8.
    NotText {
        /// The first byte that is none, from 0.
        at: usize,
    },
    /// Nothing in it.
    Empty,
    /// No JSON, or only a part of it.
    Damaged {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// Of another kind, or without its records.
    OtherKind,
}
