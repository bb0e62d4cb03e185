//! The engine as a module of its own, to be timed in a browser: the same code that annotates the bundle.

use parallax::annotate::{place, time};
use parallax::corpus::Bundle;
use wasm_bindgen::prelude::wasm_bindgen;

/// A corpus, ready to be annotated.
#[wasm_bindgen]
pub struct Corpus(Bundle);

#[wasm_bindgen]
impl Corpus {
    /// Reads a bundle's JSON; what is wrong with it, in words.
    #[wasm_bindgen(constructor)]
    pub fn read(json: &str) -> Result<Corpus, String> {
        Bundle::from_json(json).map(Self).map_err(|error| error.to_string())
    }

    /// Dates every passage; how many expressions there are.
    pub fn times(&self) -> usize {
        self.0.documents.iter().flat_map(time::times_of_document).map(|found| found.len()).sum()
    }

    /// Finds every place; how many mentions there are.
    pub fn places(&self) -> usize {
        place::mentions(&self.0).len()
    }
}
