//! The search as a module of its own, to be timed in a browser: the same code, the same allocator and the same
//! optimization that the app has.

#[path = "../../src/many.rs"]
mod many;

use parallax::corpus::{BlockKind, Bundle, ByteRange, Passage};
use parallax::search::{Filters, Hit, Index, Query, within};
use serde_json::json;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// So many hits are shown.
const SHOWN: usize = 10;

/// A corpus and, once it was built, its index.
#[wasm_bindgen]
pub struct Corpus {
    bundle: Bundle,
    index: Option<Index>,
}

#[wasm_bindgen]
impl Corpus {
    /// Reads a bundle's JSON, and repeats it so many times; what is wrong with it, in words.
    #[wasm_bindgen(constructor)]
    pub fn read(json: &str, copies: u32) -> Result<Corpus, String> {
        let bundle = Bundle::from_json(json).map_err(|error| error.to_string())?;
        let bundle = if copies > 1 { many::repeated(&bundle, copies) } else { bundle };
        Ok(Self { bundle, index: None })
    }

    /// Every passage as other libraries are given it: `[id, heading above, text]`, as JSON.
    pub fn passages(&self) -> String {
        let mut told = Vec::new();
        for document in &self.bundle.documents {
            let mut heading = String::new();
            for passage in &document.passages {
                let text = passage.text(&document.text);
                told.push(json!([passage.id, heading, text]));
                if passage.kind == BlockKind::Heading {
                    heading = text;
                }
            }
        }
        json!(told).to_string()
    }

    /// Bytes of all texts.
    pub fn bytes(&self) -> usize {
        self.bundle.documents.iter().map(|document| document.text.len()).sum()
    }

    /// Builds the index anew; how many bytes it holds.
    pub fn build(&mut self) -> usize {
        self.index.insert(Index::build(&self.bundle)).bytes()
    }

    /// The snippets of the first hits as HTML, with what was found marked.
    pub fn answer(&self, typed: &str) -> String {
        let mut html = String::with_capacity(1 << 13);
        for hit in self.found(typed) {
            let document = &self.bundle.documents[hit.document as usize];
            show(&document.passages[hit.passage as usize], &document.text, &hit, &mut html);
        }
        html
    }

    /// The ids of the first hits, one in each line.
    pub fn first(&self, typed: &str) -> String {
        let id = |hit: &Hit| self.bundle.documents[hit.document as usize].passages[hit.passage as usize].id.clone();
        self.found(typed).iter().map(id).collect::<Vec<_>>().join("\n")
    }

    fn found(&self, typed: &str) -> Vec<Hit> {
        let Some(index) = &self.index else { return Vec::new() };
        let mut hits = index.search(&self.bundle, &Query::parse(typed), &Filters::default(), SHOWN).hits;
        hits.truncate(SHOWN);
        hits
    }
}

fn show(passage: &Passage, original: &str, hit: &Hit, html: &mut String) {
    let mut from = hit.snippet.start;
    html.push_str("<li>");
    for found in within(&hit.highlights, hit.snippet) {
        escape(&passage.text_in(original, ByteRange::new(from, found.start)), html);
        html.push_str("<mark>");
        escape(&passage.text_in(original, found), html);
        html.push_str("</mark>");
        from = found.end;
    }
    escape(&passage.text_in(original, ByteRange::new(from, hit.snippet.end)), html);
}

fn escape(text: &str, html: &mut String) {
    if !text.bytes().any(|byte| matches!(byte, b'&' | b'<')) {
        html.push_str(text);
        return;
    }
    for part in text.split_inclusive(['&', '<']) {
        match part.as_bytes().last() {
            Some(b'&') => html.extend([&part[..part.len() - 1], "&amp;"]),
            Some(b'<') => html.extend([&part[..part.len() - 1], "&lt;"]),
            _ => html.push_str(part),
        }
    }
}
