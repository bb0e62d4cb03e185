//! What is cited.

use crate::corpus::{BlockKind, Bundle, Day, Document, Interval, Passage};

/// What kind of text it is, as CSL names it.
///
/// Source: <https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types>
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A letter, a statement.
    Document,
    /// An entry of an encyclopedia.
    Entry,
    /// A view of the app.
    Webpage,
}

/// When it was issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Issued {
    /// The first and the last day that it may have been; one day where that is known.
    pub days: Interval,
    /// Whether the days are bounds that an editor set round a text without a date.
    pub about: bool,
}

/// A place in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locator {
    /// The section it is counted in, where paragraphs are counted by sections.
    pub section: Option<String>,
    /// What is counted; no more than the number is shown where it is a paragraph.
    pub kind: BlockKind,
    /// Its number.
    pub number: String,
}

/// What is cited, and everything that is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Readable and stable: the id of the passage or document.
    pub id: String,
    /// What kind of text it is.
    pub kind: Kind,
    /// Who issued it; no one person.
    pub author: Option<String>,
    /// The title.
    pub title: String,
    /// Whether an editor supplied the title, so that it describes and does not quote.
    pub supplied: bool,
    /// What it is an entry or a page of.
    pub container: Option<String>,
    /// When it was issued.
    pub issued: Issued,
    /// The symbol of a document of the United Nations.
    pub symbol: Option<String>,
    /// The place in it, where one is cited.
    pub locator: Option<Locator>,
    /// The words that are quoted, where some are.
    pub quote: Option<String>,
    /// BCP 47 language tag.
    pub language: String,
    /// Where it can be read.
    pub url: String,
    /// When it was read there, where that is known.
    pub accessed: Option<Day>,
    /// What else must be said: the terms of use, and what a date rests on.
    pub notes: Vec<String>,
}

impl Item {
    /// A whole document.
    #[must_use]
    pub fn of_document(document: &Document, url: &str, accessed: Option<Day>) -> Self {
        let days = document.written.days;
        let bracketed = |text: &str, supplied: bool| if supplied { format!("[{text}]") } else { text.to_owned() };
        let mut notes = vec![format!("{}: {}", document.licence.name, document.licence.note)];
        notes.extend(document.licence.url.clone());
        if !document.written.stated {
            notes.push(document.written.grounds.clone());
        }
        if document.title.supplied || document.issuer.supplied {
            notes.push("What stands in brackets was supplied by the editors.".to_owned());
        }
        Self {
            id: document.id.clone(),
            kind: if document.container.is_some() { Kind::Entry } else { Kind::Document },
            // Entries of encyclopedias are cited by their titles: they have too many authors, or none who is named.
            author: match document.container {
                Some(_) => None,
                None => Some(bracketed(&document.issuer.text, document.issuer.supplied)),
            },
            title: document.title.text.clone(),
            supplied: document.title.supplied,
            container: document.container.clone(),
            issued: Issued { days, about: !document.written.stated && days.earliest != days.latest },
            symbol: document.symbol.clone(),
            locator: None,
            quote: None,
            language: document.language.clone(),
            url: url.to_owned(),
            accessed,
            notes,
        }
    }

    /// A passage of a document, or words quoted from it.
    #[must_use]
    pub fn of_passage(
        document: &Document,
        passage: &Passage,
        quote: Option<&str>,
        url: &str,
        accessed: Option<Day>,
    ) -> Self {
        Self {
            id: passage.id.clone(),
            locator: Locator::of(document, passage),
            quote: quote.map(str::to_owned),
            ..Self::of_document(document, url, accessed)
        }
    }

    /// A view of the app.
    #[must_use]
    pub fn of_view(bundle: &Bundle, id: &str, title: &str, url: &str, accessed: Option<Day>) -> Self {
        Self {
            id: id.to_owned(),
            kind: Kind::Webpage,
            author: None,
            title: title.to_owned(),
            supplied: false,
            container: Some(bundle.title.clone()),
            // It changes with the corpus: what counts is when it was read.
            issued: Issued { days: Interval::default(), about: false },
            symbol: None,
            locator: None,
            quote: None,
            language: "en".to_owned(),
            url: url.to_owned(),
            accessed,
            notes: Vec::new(),
        }
    }
}

impl Locator {
    /// Where a passage stands; nothing for what is not counted, a heading or a signature.
    fn of(document: &Document, passage: &Passage) -> Option<Self> {
        let (_, last) = passage.id.rsplit_once('.')?;
        let number = last.trim_start_matches(|c: char| c.is_alphabetic());
        let counted = passage.kind != BlockKind::Heading && number.parse::<u32>().is_ok();
        counted.then(|| Self { section: document.section(passage), kind: passage.kind, number: number.to_owned() })
    }
}
