//! The editorial layer of time: which times each passage speaks of.

use serde::Deserialize;

use super::Sources;
use super::entries::Entries;
use super::report::{Report, find};
use super::source;
use crate::corpus::{Basis, Dating, Diagnostic, Document, Interval, Modality, Passage, Undated, interval};

/// The dates of one document, as the editor writes them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Times {
    document: String,
    #[allow(dead_code, reason = "kept in the source for its readers")]
    editor: String,
    #[allow(dead_code, reason = "kept in the source for its readers")]
    edited: String,
    passages: Entries<Entry>,
}

/// The dates of one passage, or the reason it has none.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    #[serde(default)]
    times: Vec<Time>,
    #[serde(default)]
    none: Option<Undated>,
    #[serde(default)]
    note: Option<String>,
}

/// One date. Its words stand in the passage exactly as they are written here.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Time {
    edtf: String,
    #[serde(default)]
    words: Option<String>,
    /// Which occurrence of the words is meant, from 1.
    #[serde(default)]
    occurrence: Option<usize>,
    #[serde(default)]
    basis: Basis,
    #[serde(default)]
    modality: Modality,
}

/// Where the dates of a document stand.
fn path(document: &str) -> String {
    format!("assets/annotations/times/{document}.json")
}

/// Writes the editor's dates into the document's passages. What lies in none of the periods would stand nowhere; without
/// periods, nothing is said of it.
pub fn annotate(sources: &Sources, periods: &[Interval], document: &mut Document, faults: &mut Vec<Diagnostic>) {
    let file = path(&document.id);
    let times: Times = match source::json(sources, &file) {
        Ok(times) => times,
        Err(fault) => return faults.push(fault),
    };
    let mut report = Report::new(&file, sources, faults);
    if times.document != document.id {
        report.fault(&times.document, format!("the file is about “{}”", times.document), "name the file's document");
    }
    for id in times.passages.iter().map(|(id, _)| id) {
        if document.passage(id).is_none() {
            report.fault(id, format!("unknown passage “{id}”"), "use an id that `cargo xtask corpus` writes");
        }
    }
    let written = document.written.days.latest;
    let text = std::mem::take(&mut document.text);
    for passage in &mut document.passages {
        let Some(entry) = times.passages.get(&passage.id) else {
            if must_be_dated(passage) {
                report.fault(
                    &document.id,
                    format!("passage “{}” has neither a time nor a reason for having none", passage.id),
                    "read it, and add it to the file",
                );
            } else {
                passage.undated = Some(Undated::Apparatus);
            }
            continue;
        };
        if entry.times.is_empty() == entry.none.is_none() {
            report.fault(
                &passage.id,
                format!("passage “{}” needs either times or a reason for having none", passage.id),
                "give `times` or `none`, not both",
            );
        }
        passage.undated = entry.none;
        passage.note.clone_from(&entry.note);
        for time in &entry.times {
            match date(time, passage, &text, written).and_then(|dating| placed(dating, periods)) {
                Ok(dating) => passage.times.push(dating),
                Err((reason, hint)) => {
                    report.fault(&passage.id, format!("passage “{}”: {reason}", passage.id), hint);
                }
            }
        }
        passage.times.sort_by_key(|dating| dating.range.map_or(u32::MAX, |range| range.start));
    }
    document.text = text;
}

/// Running text is dated, or an editor says why it is not. What stands beside it may be dated.
fn must_be_dated(passage: &Passage) -> bool {
    use crate::corpus::BlockKind::{Caption, ListItem, Paragraph, Quotation};
    matches!(passage.kind, Paragraph | Quotation | ListItem | Caption)
}

/// A date that some period holds a part of.
fn placed(dating: Dating, periods: &[Interval]) -> Result<Dating, (String, &'static str)> {
    if periods.is_empty() || periods.iter().any(|period| period.overlaps(dating.days)) {
        return Ok(dating);
    }
    Err((
        format!("{} lies in no period", dating.edtf),
        "correct the date, or let the first or last period of periods.json reach as far",
    ))
}

fn date(
    time: &Time,
    passage: &Passage,
    text: &str,
    written: Option<crate::corpus::Day>,
) -> Result<Dating, (String, &'static str)> {
    let days = interval(&time.edtf).map_err(|error| (error.to_string(), "write the date as EDTF (ISO 8601-2)"))?;
    // Of a span, each end: what is told of began and ended before it was written down.
    let ends = time.edtf.split_once('/').and_then(|(_, end)| interval(end).ok()).and_then(|end| end.earliest);
    let late = days.earliest.max(ends).zip(written).is_some_and(|(latest, written)| latest > written);
    if late && time.modality == Modality::Told {
        return Err((
            format!("{} lies after the document was written", time.edtf),
            "mark it as a plan or a threat, or correct the date",
        ));
    }
    let range = match &time.words {
        Some(words) => Some(find(passage, text, words, time.occurrence).ok_or_else(|| {
            (format!("the words “{words}” do not stand in it"), "quote the words exactly as the passage has them")
        })?),
        None if time.basis == Basis::Words => {
            return Err((
                format!("{} rests on words, but none are given", time.edtf),
                "quote the words, or say which `basis` the date has",
            ));
        }
        None => None,
    };
    Ok(Dating { edtf: time.edtf.clone(), days, range, basis: time.basis, modality: time.modality })
}
