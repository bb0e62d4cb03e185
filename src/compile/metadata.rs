//! The corpus's description and a document's metadata, as the editor writes them.

use serde::Deserialize;

use crate::corpus::{Account, Document, Issuer, Licence, Section, Tiling, Title, Written};
use crate::import::{Imported, Reader};

/// The corpus as a whole.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corpus {
    pub title: String,
    pub edited: String,
    pub about: Vec<String>,
    pub teachers: Vec<String>,
    pub method: Vec<Section>,
    pub accounts: Vec<Account>,
}

/// One document.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metadata {
    pub account: String,
    pub reader: Reader,
    pub file: String,
    pub sha256: String,
    title: Title,
    issuer: Issuer,
    pub written: Written,
    kind: String,
    container: Option<String>,
    symbol: Option<String>,
    language: String,
    licence: Licence,
    provenance: String,
    lacks: Vec<String>,
}

/// Where a document's metadata stand.
pub fn path(id: &str) -> String {
    format!("assets/documents/{id}.json")
}

impl Metadata {
    pub fn into_document(self, id: &str, text: &str, imported: Imported) -> Document {
        Document {
            id: id.to_owned(),
            account: self.account,
            title: self.title,
            issuer: self.issuer,
            written: self.written,
            kind: self.kind,
            container: self.container,
            symbol: self.symbol,
            language: self.language,
            licence: self.licence,
            provenance: self.provenance,
            lacks: self.lacks,
            file: self.file,
            sha256: self.sha256,
            text: text.to_owned(),
            blocks: Tiling(imported.blocks),
            passages: imported.passages,
        }
    }
}
