//! What a search gives back: plain data, by index into the bundle, without a sentence for the reader.

use super::index::Title;
use super::query::Fault;
use crate::corpus::{BlockKind, ByteRange, Interval};

/// Narrows a search. Each list that is not empty asks for one of its entries; all lists must agree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Accounts, by index.
    pub accounts: Vec<u32>,
    /// Documents, by index.
    pub documents: Vec<u32>,
    /// Periods that a passage speaks of, by index.
    pub periods: Vec<u32>,
    /// Speakers whose words or claims a passage gives, or in whose name its document is issued, by index.
    pub voices: Vec<u32>,
    /// Places that a passage names, by index.
    pub places: Vec<u32>,
    /// What a passage is.
    pub kinds: Vec<BlockKind>,
    /// Days that a passage speaks of; a reference, the day it was published.
    pub days: Vec<Interval>,
}

impl Filters {
    /// Whether nothing is narrowed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Something the reader should be told about how a query was understood.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// A name was typed, and the place's other names were looked for as well.
    NameVariants {
        /// The place, by index.
        place: u32,
        /// As it was typed.
        typed: String,
        /// The other spellings that were found, by index among the place's spellings.
        spellings: Vec<u32>,
    },
    /// A word stands nowhere; words one or two letters away from it were looked for instead.
    Corrected {
        /// As it was typed.
        from: String,
        /// Folded words.
        to: Vec<String>,
    },
    /// Words were looked for besides those typed, with less weight.
    Expanded {
        /// As it was typed.
        from: String,
        /// Expressions that stand somewhere.
        to: Vec<String>,
    },
    /// An event was named, and what the texts call it was looked for as well.
    Event {
        /// As it was typed.
        typed: String,
        /// What texts call it.
        to: Vec<String>,
    },
    /// A word stands nowhere, nor does any near it. The others were searched.
    Unknown {
        /// As it was typed.
        word: String,
    },
    /// A date was read.
    Date {
        /// As it was typed.
        typed: String,
        /// The days; open where no year was given.
        days: Interval,
        /// Day and month could stand for each other: the day was read first.
        ambiguous: bool,
    },
    /// A phrase stands hardly anywhere: passages that have its words apart were added below.
    Loosened {
        /// As it was typed, without quotation marks.
        phrase: String,
    },
    /// A part of the query was searched as plain words.
    Plain {
        /// The bytes of the query.
        range: ByteRange,
        /// Why.
        fault: Fault,
    },
}

/// How much of what was asked for a passage has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Has {
    /// Some of it, or instead of some only a word that begins alike or derives from it.
    Part,
    /// Each thing, but instead of some a related word.
    Related,
    /// Each word in any form or by another name, each phrase, each date, or who speaks; a heading's words count for what
    /// stands below it.
    All,
}

/// A passage that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The document, by index.
    pub document: u32,
    /// The passage, by index in the document.
    pub passage: u32,
    /// The heading it stands under, by index in the document.
    pub heading: Option<u32>,
    /// Its account, by index.
    pub account: u32,
    /// Above 0; higher is better. Comparable within one search only.
    pub score: f32,
    /// How much of what was asked for it has.
    pub has: Has,
    /// The words found, in bytes of the original, in order, none within another.
    pub highlights: Vec<ByteRange>,
    /// The stretch around the best spot, in bytes of the original; the whole passage where it is short.
    pub snippet: ByteRange,
}

/// A title that has all the words.
#[derive(Clone, Debug, PartialEq)]
pub struct TitleHit {
    /// Whose title it is.
    pub title: Title,
    /// The part of the title that was asked for, 0 to 1.
    pub score: f32,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// How the query was understood, where that is not plain.
    pub notes: Vec<Note>,
    /// How many passages were found.
    pub total: u32,
    /// How many of them have everything that was asked for.
    pub complete: u32,
    /// How many have it but for a related word.
    pub related: u32,
    /// How many were found in each account, by index.
    pub accounts: Vec<u32>,
    /// How many were found that speak of each period, by index.
    pub periods: Vec<u32>,
    /// Of each account those that have most of what was asked for, the best of them; best first over all.
    pub hits: Vec<Hit>,
    /// Documents and periods by their titles, best first.
    pub titles: Vec<TitleHit>,
}

impl Results {
    /// The hits of one account, best first.
    pub fn of_account(&self, account: u32) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(move |hit| hit.account == account)
    }
}
