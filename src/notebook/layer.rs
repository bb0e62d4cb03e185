//! Highlights that overlap, laid over the segments a passage is set from.

use crate::corpus::{ByteRange, Passage, Segment, segments};

/// A segment, and which highlights lie on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layered {
    /// The segment.
    pub segment: Segment,
    /// Indices of the highlights on it: what begins first stands first, then what is longer, then by index.
    pub on: Vec<usize>,
    /// Those of them that begin here.
    pub begin: Vec<usize>,
    /// Those of them that end here.
    pub end: Vec<usize>,
}

/// The segments of a passage with the highlights on each; none reaches over an end of a highlight or of `marks`.
///
/// Together they are the runs of the passage, each byte once. A highlight may have several ranges, by the same index.
#[must_use]
pub fn layered(passage: &Passage, highlights: &[(usize, ByteRange)], marks: &[ByteRange]) -> Vec<Layered> {
    let mut order: Vec<(usize, ByteRange)> = highlights.to_vec();
    order.retain(|(_, range)| !range.is_empty());
    order.sort_by_key(|(index, range)| (range.start, std::cmp::Reverse(range.end), *index));
    let cuts: Vec<ByteRange> = order.iter().map(|(_, range)| *range).chain(marks.iter().copied()).collect();
    let mut layers: Vec<Layered> = (segments(passage, &cuts).into_iter())
        .map(|segment| {
            let mut on: Vec<usize> = Vec::new();
            for (index, _) in order.iter().filter(|(_, range)| range.contains(segment.range)) {
                if !on.contains(index) {
                    on.push(*index);
                }
            }
            Layered { segment, on, begin: Vec::new(), end: Vec::new() }
        })
        .collect();
    for at in 0..layers.len() {
        let beside = |other: Option<usize>| other.and_then(|other| layers.get(other)).map(|layer| layer.on.clone());
        let before = beside(at.checked_sub(1)).unwrap_or_default();
        let after = beside(Some(at + 1)).unwrap_or_default();
        let layer = &mut layers[at];
        layer.begin = layer.on.iter().copied().filter(|index| !before.contains(index)).collect();
        layer.end = layer.on.iter().copied().filter(|index| !after.contains(index)).collect();
    }
    layers
}
