//! The gazetteer, and the words that only look like a name in it.

use serde::Deserialize;

use super::Sources;
use super::report::Report;
use super::source;
use crate::corpus::{Diagnostic, Document, Homonym, Place};

const PLACES: &str = "assets/annotations/places.json";
const HOMONYMS: &str = "assets/annotations/homonyms.json";

/// A homonym as the editor writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    passage: String,
    words: String,
    occurrence: Option<usize>,
    place: Option<String>,
    reason: String,
}

/// Reads the places. The bundle has them in the order of their headings, in which a reader looks for one.
pub fn read(sources: &Sources, faults: &mut Vec<Diagnostic>) -> Vec<Place> {
    let mut places: Vec<Place> = source::optional(sources, PLACES, faults);
    let mut report = Report::new(PLACES, sources, faults);
    for (i, place) in places.iter().enumerate() {
        if i > 0 && places[i - 1].id >= place.id {
            let reason = format!("place “{}” stands twice or out of order", place.id);
            report.fault(&place.id, reason, "list every place once, in order of the ids");
        }
        for spelling in &place.spellings {
            if let Some(other) = places[..i].iter().find(|other| other.spellings.contains(spelling)) {
                report.fault(
                    spelling,
                    format!("“{spelling}” is a spelling of “{}” and of “{}”", other.id, place.id),
                    "give it to the place it means most often, and list the rest in homonyms.json",
                );
            }
        }
    }
    places.sort_by_cached_key(|place| (alphabetical(&place.name), place.id.clone()));
    places
}

/// What a heading is sorted by: its letters without case and marks.
fn alphabetical(name: &str) -> String {
    let plain = |c: char| match c {
        'ə' => 'e',
        'ş' => 's',
        'ç' => 'c',
        'ğ' => 'g',
        'ı' => 'i',
        'ö' => 'o',
        'ü' => 'u',
        c => c,
    };
    name.chars().filter(|c| c.is_alphanumeric() || *c == ' ').flat_map(char::to_lowercase).map(plain).collect()
}

/// Reads the homonyms.
pub fn homonyms(
    sources: &Sources,
    places: &[Place],
    documents: &[Document],
    faults: &mut Vec<Diagnostic>,
) -> Vec<Homonym> {
    let exceptions: Vec<Exception> = source::optional(sources, HOMONYMS, faults);
    let mut report = Report::new(HOMONYMS, sources, faults);
    let mut homonyms = Vec::new();
    for exception in exceptions {
        let Exception { passage, words, occurrence, place, reason } = exception;
        if let Some(place) = place.as_ref().filter(|id| !places.iter().any(|place| place.id == **id)) {
            report.fault(place, format!("unknown place “{place}”"), "use an id of places.json, or none");
        }
        if let Some(range) = report.quoted(documents, &passage, &words, occurrence) {
            homonyms.push(Homonym { passage, range, place, reason });
        }
    }
    homonyms
}
