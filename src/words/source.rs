//! What names a document, and a place in it.

use super::{Leaf, date, leaf};
use crate::corpus::{BlockKind, Document, FieldKind, Passage};

/// What the view of an original shows.
#[must_use]
pub fn original(document: &Document) -> String {
    format!(
        "{}, {} bytes, as the file has them. Each block is named; what is not shown as text elsewhere is set in grey.",
        document.file,
        document.text.len()
    )
}

/// The name of a reference's field.
#[must_use]
pub const fn field(kind: FieldKind) -> &'static str {
    leaf(match kind {
        FieldKind::Author => Leaf::ReferenceAuthor,
        FieldKind::Title => Leaf::ReferenceTitle,
        FieldKind::Container => Leaf::ReferenceContainer,
        FieldKind::Published => Leaf::ReferencePublished,
        FieldKind::Archived => Leaf::ReferenceArchived,
        FieldKind::Retrieved => Leaf::ReferenceRetrieved,
        FieldKind::Language => Leaf::ReferenceLanguage,
        FieldKind::Quotation => Leaf::ReferenceQuotation,
        FieldKind::Doi => Leaf::ReferenceDoi,
        FieldKind::Issn => Leaf::ReferenceIssn,
        FieldKind::Isbn => Leaf::ReferenceIsbn,
        FieldKind::Reused => Leaf::ReferenceReusedName,
    })
}

/// Where a passage stands in its document: "¶58", "May 2021 ¶3", "note 7".
#[must_use]
pub fn place(document: &Document, passage: &Passage) -> String {
    let (head, last) = passage.id.rsplit_once('.').unwrap_or(("", &passage.id));
    let number = last.trim_start_matches(|c: char| c.is_alphabetic());
    let within = match passage.kind {
        BlockKind::Heading => return passage.text(&document.text),
        BlockKind::Footnote => return format!("note {number}"),
        BlockKind::Reference => return format!("reference {number}"),
        BlockKind::Infobox => return format!("infobox, line {number}"),
        BlockKind::Letterhead => return format!("letterhead, line {number}"),
        BlockKind::Signatory => return format!("signatory {number}"),
        BlockKind::Signature => return "signature".into(),
        BlockKind::Caption => format!("caption {number}"),
        BlockKind::Hatnote => format!("hatnote {number}"),
        BlockKind::Attribution => format!("attribution {number}"),
        _ => format!("¶{number}"),
    };
    match document.section(passage) {
        Some(section) => format!("{section}, {within}"),
        None if head.ends_with(".lead") => format!("opening, {within}"),
        None => within,
    }
}

/// The title as the page shows it: supplied ones in brackets.
#[must_use]
pub fn title(document: &Document) -> String {
    bracketed(&document.title.text, document.title.supplied)
}

/// The issuer as the page shows it.
#[must_use]
pub fn issuer(document: &Document) -> String {
    bracketed(&document.issuer.text, document.issuer.supplied)
}

fn bracketed(text: &str, supplied: bool) -> String {
    if supplied { format!("[{text}]") } else { text.to_owned() }
}

/// "12 January 2021", or "between 12 May 2021 and June 2021; no date in the text".
#[must_use]
pub fn written(document: &Document) -> String {
    let spoken = date(&document.written.edtf);
    if document.written.stated {
        return spoken;
    }
    match document.written.edtf.split_once('/') {
        Some((from, to)) => format!("between {} and {} (no date in the text)", date(from), date(to)),
        None => format!("{spoken} (computed; no date in the text)"),
    }
}

/// A passage by its document and its place in it: "Letter to the UN ¶58".
#[must_use]
pub fn named(document: &Document, passage: &Passage) -> String {
    format!("{} {}", document.title.short, place(document, passage))
}

/// "Sentence 2".
#[must_use]
pub fn sentence(number: usize) -> String {
    format!("Sentence {number}")
}

/// Name of the button that opens a passage's panel.
#[must_use]
pub fn open_passage(document: &Document, passage: &Passage) -> String {
    format!("{}: details", named(document, passage))
}

/// Name of a footnote's button.
#[must_use]
pub fn footnote(number: u16) -> String {
    format!("Footnote {number}")
}

/// A passage's text with its source.
#[must_use]
pub fn citation(document: &Document, passage: &Passage, link: &str) -> String {
    let source = match &document.symbol {
        Some(symbol) => format!("{}, {symbol}", title(document)),
        None => title(document),
    };
    format!(
        "“{}”\n— {}. {source}. {}. {}. {}. {link}",
        passage.text(&document.text),
        issuer(document),
        written(document),
        place(document, passage),
        document.licence.name
    )
}

/// The outcome of hashing an original.
#[must_use]
pub fn verified(document: &Document, found: &str, passage: &Passage) -> String {
    if found != document.sha256 {
        return format!(
            "The digests differ. On record: {}. Computed here: {found}. Do not rely on this text.",
            document.sha256
        );
    }
    let span = passage.span();
    let cut = match passage.runs.len() {
        1 => format!("this passage is its bytes {} to {}", span.start, span.end.saturating_sub(1)),
        pieces => format!(
            "this passage is cut from it in {pieces} pieces between bytes {} and {}",
            span.start,
            span.end.saturating_sub(1)
        ),
    };
    format!(
        "The digests agree: {} is byte for byte the file on record ({} bytes), and {cut}.",
        document.file,
        document.text.len()
    )
}

/// "2021 to 2023".
pub(super) fn years(documents: &[&Document]) -> String {
    let year = |document: &&Document| document.written.days.latest.map_or(0, |day| day.year);
    match (documents.first().map(year), documents.last().map(year)) {
        (Some(first), Some(last)) if first != last => format!("{first} to {last}"),
        (Some(only), _) => only.to_string(),
        _ => String::new(),
    }
}
