//! A snippet: what was found in it and what stands between, who says it, and of when.

use super::{Hit, within};
use crate::corpus::{ByteRange, Dating, Document, Join, Passage};

/// A stretch of a snippet, as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its words: those of the original, without footnote marks and list markers; joins become a space.
    pub text: String,
    /// Whether it was found.
    pub found: bool,
}

/// The snippet of a hit in pieces; together they are the words of the passage from its first byte to its last.
#[must_use]
pub fn pieces(document: &Document, passage: &Passage, hit: &Hit) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for run in passage.pieces(&document.text, hit.snippet).filter(|run| run.style.is_read()) {
        let mut join = run.join != Join::None && !pieces.is_empty();
        let mut at = run.range.start;
        while at < run.range.end {
            let found = hit.highlights.iter().find(|range| range.start <= at && at < range.end);
            let end = match found {
                Some(found) => found.end.min(run.range.end),
                None => {
                    let next = hit.highlights.iter().map(|range| range.start).find(|start| *start > at);
                    next.unwrap_or(run.range.end).min(run.range.end)
                }
            };
            // A space belongs to what was found only where that goes on behind it.
            let through = found.is_some_and(|found| found.start < at);
            if join {
                push(&mut pieces, " ", through);
            }
            join = false;
            push(&mut pieces, ByteRange::new(at, end).slice(&document.text).unwrap_or_default(), found.is_some());
            at = end;
        }
    }
    pieces
}

impl Hit {
    /// Of the times that a passage speaks of the first that was found, or that the snippet names, or that holds for the
    /// passage as a whole.
    #[must_use]
    pub fn time<'p>(&self, passage: &'p Passage) -> Option<&'p Dating> {
        let named = |time: &&Dating| time.range.is_some_and(|range| range.intersect(self.snippet).is_some());
        let met = |time: &&Dating| {
            time.range.is_some_and(|range| self.highlights.iter().any(|found| found.intersect(range).is_some()))
        };
        let times = || passage.times.iter();
        times()
            .find(|time| named(time) && met(time))
            .or_else(|| times().find(named))
            .or_else(|| times().find(|time| time.range.is_none()))
    }

    /// Ids of the speakers, each once, whose words or claims are what was found in the snippet; where nothing is marked
    /// in it, all of it was.
    #[must_use]
    pub fn voices<'p>(&self, passage: &'p Passage) -> Vec<&'p str> {
        let mut found = within(&self.highlights, self.snippet);
        if found.is_empty() {
            found.push(self.snippet);
        }
        let mut speakers: Vec<&str> = Vec::new();
        for stretch in &passage.speech {
            let says = found.iter().any(|found| found.intersect(stretch.range).is_some());
            if let Some(voice) = stretch.voices.first().filter(|_| says)
                && !speakers.contains(&voice.speaker.as_str())
            {
                speakers.push(&voice.speaker);
            }
        }
        speakers
    }
}

/// Adds words to the last piece, or as a new one where it is of another kind.
fn push(pieces: &mut Vec<Piece>, text: &str, found: bool) {
    match pieces.last_mut() {
        Some(last) if last.found == found => last.text.push_str(text),
        _ => pieces.push(Piece { text: text.to_owned(), found }),
    }
}
