//! What the parser found in a reference.

use crate::corpus::{ByteRange, Field, FieldKind};

/// A field that names a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedField {
    /// The words that name it.
    pub range: ByteRange,
    /// The date, in EDTF.
    pub edtf: String,
}

/// One numbered reference. A field is absent where the reference does not give it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// The passage that holds its text.
    pub passage: String,
    /// Its number in the list.
    pub number: u16,
    /// The caret that marks it as cited more than once.
    pub reused: Option<ByteRange>,
    /// Authors as the reference spells them, in order.
    pub authors: Vec<ByteRange>,
    /// Title, without its quotation marks.
    pub title: Option<ByteRange>,
    /// Newspaper, site, journal, book or publisher.
    pub container: Option<ByteRange>,
    /// Date of publication.
    pub published: Option<DatedField>,
    /// Date of the archived copy.
    pub archived: Option<DatedField>,
    /// Date it was retrieved.
    pub retrieved: Option<DatedField>,
    /// Language, where the reference names one.
    pub language: Option<ByteRange>,
    /// The words it quotes from the source.
    pub quotation: Option<ByteRange>,
    /// Digital object identifier.
    pub doi: Option<ByteRange>,
    /// Serial number of a periodical.
    pub issn: Option<ByteRange>,
    /// Book number.
    pub isbn: Option<ByteRange>,
}

impl Reference {
    /// The fields it has, in the order in which they are shown.
    #[must_use]
    pub fn into_fields(self) -> Vec<Field> {
        let plain = |kind, range: Option<ByteRange>| range.map(|range| Field { kind, range, edtf: None });
        let dated = |kind, field: Option<DatedField>| {
            field.map(|field| Field { kind, range: field.range, edtf: Some(field.edtf) })
        };
        let authors = self.authors.into_iter().filter_map(|author| plain(FieldKind::Author, Some(author)));
        let rest = [
            plain(FieldKind::Title, self.title),
            plain(FieldKind::Container, self.container),
            dated(FieldKind::Published, self.published),
            dated(FieldKind::Archived, self.archived),
            dated(FieldKind::Retrieved, self.retrieved),
            plain(FieldKind::Language, self.language),
            plain(FieldKind::Quotation, self.quotation),
            plain(FieldKind::Doi, self.doi),
            plain(FieldKind::Issn, self.issn),
            plain(FieldKind::Isbn, self.isbn),
            plain(FieldKind::Reused, self.reused),
        ];
        authors.chain(rest.into_iter().flatten()).collect()
    }
}
