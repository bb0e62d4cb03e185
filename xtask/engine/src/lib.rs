//! The engine as a module of its own, to be timed in a browser: the same code that annotates the bundle.

use parallax::annotate::relation::{Lexicon, Subject, gather, relate};
use parallax::annotate::{place, time, voice};
use parallax::corpus::{Bundle, Reading};
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

    /// Finds every voice; how many stretches there are.
    pub fn voices(&self) -> usize {
        let found = self.0.documents.iter().map(|document| {
            let readings: Vec<Reading> =
                document.passages.iter().map(|passage| Reading::of(passage, &document.text)).collect();
            let plain = document.passages.iter().zip(&readings);
            let plain: Vec<voice::Plain> =
                plain.map(|(passage, reading)| voice::Plain { kind: passage.kind, text: &reading.text }).collect();
            voice::voices_of(&plain).iter().map(Vec::len).sum::<usize>()
        });
        found.sum()
    }

    /// Relates every passage of running text to those of the other accounts; how many parallels there are.
    pub fn relations(&self) -> usize {
        let Ok(lexicon) = Lexicon::from_json(include_str!("../../../assets/annotations/concepts.json")) else {
            return 0;
        };
        let subjects: Vec<Subject<'_>> = gather(&self.0).into_iter().map(|(_, subject)| subject).collect();
        let index = relate(&subjects, &lexicon);
        let running = (0..subjects.len()).filter(|at| subjects[*at].running);
        running.map(|at| index.ranked(at, 5).len()).sum()
    }

    /// Finds every place; how many mentions there are.
    pub fn places(&self) -> usize {
        place::mentions(&self.0).len()
    }
}
