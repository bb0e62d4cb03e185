//! The typed fields of a reference.

use super::ByteRange;
use super::named::named;

named! {
    /// What a field of a reference says. In the order in which they are shown.
    pub enum FieldKind {
        /// An author, as the reference spells the name.
        Author = "author",
        /// Title, without its quotation marks.
        Title = "title",
        /// Newspaper, site, journal, book or publisher.
        Container = "container",
        /// Date of publication.
        Published = "published",
        /// Date of the archived copy.
        Archived = "archived",
        /// Date it was retrieved.
        Retrieved = "retrieved",
        /// Language, where the reference names one.
        Language = "language",
        /// The words it quotes from the source.
        Quotation = "quotation",
        /// Digital object identifier.
        Doi = "doi",
        /// Serial number of a periodical.
        Issn = "issn",
        /// Book number.
        Isbn = "isbn",
        /// The caret that says that the article cites the reference more than once.
        Reused = "reused",
    }
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
