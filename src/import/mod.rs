//! An original becomes blocks and passages. One reader per kind of source; the originals are never changed.
//!
//! A reader says what each line is. The editor's structure notes have the last word where the snapshot lost what a
//! rule would need (heading levels, captions). From there on all sources take the same way: lines → blocks that tile
//! the original → passages as ranges → sentences.

mod block;
mod hint;
mod identify;
mod inline;
mod line;
mod passage;
mod plain;
mod reference;
mod sentence;
mod un_document;
mod wikipedia;

use serde::Deserialize;

pub use hint::{Hint, HintError, Hints};
pub use line::{Line, LineKind, lines};
pub use reference::{DatedField, Reference};
pub use sentence::sentences;

use crate::corpus::{Block, BlockKind, Passage};

/// The kind of source an original is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reader {
    /// A document of the United Nations, as Markdown with footnotes at the foot of each page.
    UnDocument,
    /// A flattened snapshot of a Wikipedia article.
    Wikipedia,
    /// Plain text: a line is a paragraph.
    Plain,
}

/// What a reader found in an original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The tiling of the original.
    pub blocks: Vec<Block>,
    /// The passages, running text first.
    pub passages: Vec<Passage>,
}

/// The references of a list, parsed: what [`Passage::fields`] is made from.
#[must_use]
pub fn references(imported: &Imported, text: &str) -> Vec<Reference> {
    let references = imported.passages.iter().filter(|passage| passage.kind == BlockKind::Reference);
    references.map(|passage| reference::parse(passage, text)).collect()
}

/// Reads an original. `document` is the first part of the ids.
///
/// # Errors
/// [`HintError`] for each structure note that does not fit the text.
pub fn import(reader: Reader, document: &str, text: &str, hints: &[Hint]) -> Result<Imported, Vec<HintError>> {
    let lines = lines(text);
    let mut kinds = match reader {
        Reader::UnDocument => un_document::classify(&lines),
        Reader::Wikipedia => wikipedia::classify(&lines),
        Reader::Plain => plain::classify(&lines),
    };
    hint::apply(hints, &lines, &mut kinds)?;
    let blocks = block::tile(text, &lines, &kinds);
    let inline = match reader {
        Reader::UnDocument => inline::markdown,
        Reader::Wikipedia => inline::wikipedia,
        Reader::Plain => inline::plain,
    };
    let mut passages = passage::assemble(text, &blocks, inline);
    identify::name(document, text, &mut passages);
    for passage in &mut passages {
        if passage.kind == BlockKind::Reference {
            passage.fields = reference::parse(passage, text).into_fields();
        } else {
            passage.sentences = sentences(passage, text);
        }
    }
    Ok(Imported { blocks, passages })
}
