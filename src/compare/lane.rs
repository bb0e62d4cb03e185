//! Lanes: for each document, how much it says of each period, and where its knowledge ends.

use super::Grid;
use crate::corpus::{Bundle, Interval};

/// One document on the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Index of the document in the bundle.
    pub document: usize,
    /// When it was written: nothing later could be known to it.
    pub written: Interval,
    /// Passages anchored in each period, in the order of the periods.
    pub passages: Vec<usize>,
    /// Bytes of text in those passages, in the same order.
    pub bytes: Vec<u32>,
}

/// A lane for each document, in the bundle's order.
#[must_use]
pub fn lanes(bundle: &Bundle, grid: &Grid) -> Vec<Lane> {
    let mut lanes: Vec<Lane> = bundle
        .documents
        .iter()
        .enumerate()
        .map(|(document, source)| {
            let written = source.written.days;
            let periods = grid.rows.len();
            Lane { document, written, passages: vec![0; periods], bytes: vec![0; periods] }
        })
        .collect();
    for (r, row) in grid.rows.iter().enumerate() {
        for entry in row.cells.iter().flat_map(|cell| &cell.entries).filter(|entry| entry.anchored) {
            if let Some(lane) = lanes.iter_mut().find(|lane| lane.document == entry.document) {
                let passage = &bundle.documents[entry.document].passages[entry.passage];
                lane.passages[r] += 1;
                lane.bytes[r] += passage.runs.iter().map(|run| run.range.len()).sum::<u32>();
            }
        }
    }
    lanes
}
