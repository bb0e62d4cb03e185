//! The typed fields of a reference.

use serde::{Deserialize, Serialize};

use super::ByteRange;

/// What a field of a reference says. In the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// An author, as the reference spells the name.
    Author,
    /// Title, without its quotation marks.
    Title,
    /// Newspaper, site, journal, book or publisher.
    Container,
    /// Date of publication.
    Published,
    /// Date of the archived copy.
    Archived,
    /// Date it was retrieved.
    Retrieved,
    /// Language, where the reference names one.
    Language,
    /// The words it quotes from the source.
    Quotation,
    /// Digital object identifier.
    Doi,
    /// Serial number of a periodical.
    Issn,
    /// Book number.
    Isbn,
    /// The caret that says that the article cites the reference more than once.
    Reused,
}

/// One field of a reference: a range of the original, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What it says.
    pub kind: FieldKind,
    /// The words that say it.
    pub range: ByteRange,
    /// Their date in EDTF, where they are one.
    pub edtf: Option<String>,
}
