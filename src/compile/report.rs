//! What an editor's file has to do with the texts: words looked up in a passage, and what is wrong told with its place.

use super::Sources;
use super::source;
use crate::corpus::{ByteRange, Diagnostic, Document, Passage, Position, Reading};

/// Collects what is wrong with one file.
pub struct Report<'a> {
    file: &'a str,
    text: &'a str,
    faults: &'a mut Vec<Diagnostic>,
}

impl<'a> Report<'a> {
    pub fn new(file: &'a str, sources: &'a Sources, faults: &'a mut Vec<Diagnostic>) -> Self {
        Self { file, text: source::text(sources, file), faults }
    }

    /// A fault at the string that begins with `found`.
    pub fn fault(&mut self, found: &str, reason: String, hint: &str) {
        let quoted = serde_json::to_string(found).unwrap_or_default();
        let begins = quoted.strip_suffix('"').unwrap_or_default();
        self.faults.push(Diagnostic {
            file: self.file.to_owned(),
            position: Position::of(begins, self.text),
            reason,
            hint: hint.to_owned(),
        });
    }
}

/// Where words stand in a passage, markup and page breaks within them aside; `occurrence` counts from 1, and is the first where it is
/// not said.
pub fn find(passage: &Passage, text: &str, words: &str, occurrence: Option<usize>) -> Option<ByteRange> {
    let reading = Reading::of(passage, text);
    let (at, _) = reading.text.match_indices(words).nth(occurrence.unwrap_or(1).checked_sub(1)?)?;
    let (start, end) = (u32::try_from(at).ok()?, u32::try_from(at + words.len()).ok()?);
    reading.original(ByteRange::new(start, end))
}

impl Report<'_> {
    /// Where an editor's quotation stands in its passage; a fault where it does not.
    pub fn quoted(
        &mut self,
        documents: &[Document],
        passage: &str,
        words: &str,
        occurrence: Option<usize>,
    ) -> Option<ByteRange> {
        let found = documents.iter().find_map(|document| Some((document, document.passage(passage)?)));
        let Some((document, found)) = found else {
            self.fault(passage, format!("unknown passage “{passage}”"), "use an id that `cargo xtask corpus` writes");
            return None;
        };
        let range = find(found, &document.text, words, occurrence);
        if range.is_none() {
            let reason = format!("the words “{words}” do not stand in “{passage}”");
            self.fault(words, reason, "quote the words exactly as the passage has them");
        }
        range
    }
}
