//! A document: its original, its metadata, and what the importer found in it.

use serde::{Deserialize, Serialize};

use super::record::record;
use super::{Interval, Passage, Tiling};

/// A title: as given, or supplied by the editor and then shown in brackets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// The words.
    pub text: String,
    /// Whether the editor supplied it.
    #[serde(default)]
    pub supplied: bool,
    /// A short name for tight places.
    pub short: String,
}

record!(Title { text, short; supplied });

/// Who issued a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issuer {
    /// The name, in the document's words where it has any.
    pub text: String,
    /// Whether the editor supplied it.
    #[serde(default)]
    pub supplied: bool,
    /// What the attribution rests on.
    pub grounds: String,
    /// Id of the speaker in whose name it is issued, where that is a side's authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
}

record!(Issuer { text, grounds; supplied, speaker });

/// When a document was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// The date, in EDTF.
    pub edtf: String,
    /// The days it reaches from and to; computed.
    #[serde(default)]
    pub days: Interval,
    /// Whether the document states it.
    pub stated: bool,
    /// What the date rests on.
    pub grounds: String,
}

record!(Written { edtf, stated, grounds; days });

/// The terms a text may be used under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// Its name.
    pub name: String,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What it means here.
    pub note: String,
}

record!(Licence { name, note; url });

/// One of the documents compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Readable and stable; the first part of its passages' ids.
    pub id: String,
    /// The account it belongs to.
    pub account: String,
    /// Its title.
    pub title: Title,
    /// Who issued it.
    pub issuer: Issuer,
    /// When it was written: the edge of what it could know.
    pub written: Written,
    /// What kind of text it is, in plain words.
    pub kind: String,
    /// What it is an entry of, where it is one: an encyclopedia.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub container: Option<String>,
    /// Document symbol, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// BCP 47 language tag.
    pub language: String,
    /// Terms of use.
    pub licence: Licence,
    /// Where the file comes from.
    pub provenance: String,
    /// What the file lacks or has lost.
    pub lacks: Vec<String>,
    /// Name of the original's file.
    pub file: String,
    /// SHA-256 of the original, in hexadecimal.
    pub sha256: String,
    /// The original, byte for byte.
    pub text: String,
    /// Its tiling. In JSON each block is its kind, its length in bytes and, for a heading, its level.
    pub blocks: Tiling,
    /// Its passages, in reading order; footnotes and references follow the running text.
    pub passages: Vec<Passage>,
}

record!(Document {
    id, account, title, issuer, written, kind, language, licence, provenance, lacks, file, sha256, text, blocks, passages;
    container, symbol
});

impl Document {
    /// The passage with this id.
    #[must_use]
    pub fn passage(&self, id: &str) -> Option<&Passage> {
        self.passages.iter().find(|passage| passage.id == id)
    }

    /// The heading of the section that a passage is counted in, where passages are counted by sections.
    #[must_use]
    pub fn section(&self, passage: &Passage) -> Option<String> {
        let (head, _) = passage.id.rsplit_once('.')?;
        let heading = self.passage(head.contains('.').then_some(head)?)?;
        Some(heading.text(&self.text))
    }

    /// Index of the footnote with this number.
    #[must_use]
    pub fn footnote(&self, number: u16) -> Option<usize> {
        let id = format!("{}.n{number}", self.id);
        self.passages.iter().position(|passage| passage.id == id)
    }
}
