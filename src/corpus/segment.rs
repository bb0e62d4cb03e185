//! A passage cut where its style, its sentences, its dates or other marks change: the pieces a page is set from.

use super::{ByteRange, Join, Passage, Style};

/// A stretch of a passage that is one in style, sentence and date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Where its bytes stand.
    pub range: ByteRange,
    /// How it is set.
    pub style: Style,
    /// What stands before it.
    pub join: Join,
    /// Its sentence, from 0.
    pub sentence: usize,
    /// The date whose words it is, by index into the passage's times.
    pub dating: Option<usize>,
}

/// The segments of a passage, in order; together they are its runs. None reaches over an end of one of `marks`.
#[must_use]
pub fn segments(passage: &Passage, marks: &[ByteRange]) -> Vec<Segment> {
    let dated = passage.times.iter().filter_map(|time| time.range);
    let marked = dated.chain(marks.iter().copied()).flat_map(|range| [range.start, range.end]);
    let mut cuts: Vec<u32> = Vec::new();
    for cut in passage.sentences.iter().map(|sentence| sentence.end).chain(marked) {
        cuts.insert(cuts.partition_point(|other| *other < cut), cut);
    }
    let mut segments = Vec::new();
    for run in &passage.runs {
        let mut start = run.range.start;
        let inner = cuts.iter().copied().filter(|cut| run.range.start < *cut && *cut < run.range.end);
        for end in inner.chain([run.range.end]).filter(|end| *end > run.range.start) {
            if end <= start {
                continue;
            }
            let range = ByteRange::new(start, end);
            segments.push(Segment {
                range,
                style: run.style,
                join: if start == run.range.start { run.join } else { Join::None },
                sentence: sentence(passage, start, run.style),
                dating: passage.times.iter().position(|time| time.range.is_some_and(|words| words.contains(range))),
            });
            start = end;
        }
    }
    segments
}

/// A footnote mark belongs to the sentence it stands in or behind, everything else to the one that has not ended.
fn sentence(passage: &Passage, at: u32, style: Style) -> usize {
    let sentences = &passage.sentences;
    if style == Style::Mark {
        sentences.partition_point(|sentence| sentence.start <= at).saturating_sub(1)
    } else {
        sentences.partition_point(|sentence| sentence.end <= at).min(sentences.len().saturating_sub(1))
    }
}
