//! Passages: what the screen shows, as ranges of the original and nothing else.

use serde::Serialize;

use super::named::named;
use super::{BlockKind, ByteRange, Field, Interval, Stretch};

/// The kind of a passage is the kind of the blocks it is made of.
pub type PassageKind = BlockKind;

named! {
    /// How a run is set.
    #[derive(Default)]
    pub enum Style {
        /// As running text.
        #[default]
        Plain = "plain",
        /// Emphasized in the original.
        Emphasis = "emphasis",
        /// Strong in the original.
        Strong = "strong",
        /// The label of an infobox field, glued to its value in the snapshot.
        Label = "label",
        /// A footnote mark; the run's bytes are its number.
        Mark = "mark",
        /// The marker of a list item, or the number before a footnote or a reference.
        Marker = "marker",
    }
}

impl Style {
    /// Whether a run of this style belongs to the sentences, and not to the apparatus around them.
    #[must_use]
    pub const fn is_read(self) -> bool {
        !matches!(self, Self::Mark | Self::Marker)
    }
}

named! {
    /// What stands on screen before a run, in place of bytes of the original that are not shown.
    #[derive(Default)]
    pub enum Join {
        /// Nothing: only markup was left out.
        #[default]
        None = "none",
        /// A space: a line end, or a page break that cut the passage in two.
        Space = "space",
        /// A line break of the original.
        Line = "line",
    }
}

/// One stretch of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where its bytes stand.
    pub range: ByteRange,
    /// How it is set.
    pub style: Style,
    /// What stands before it.
    pub join: Join,
}

named! {
    /// What the text does with a date that lies after it was written, or with any other.
    #[derive(Default)]
    pub enum Modality {
        /// It speaks of something as having happened or being the case.
        #[default]
        Told = "told",
        /// It speaks of a plan, an appointment, a demand.
        Plan = "plan",
        /// It speaks of a threat or a danger.
        Threat = "threat",
    }
}

named! {
    /// What a date rests on.
    #[derive(Default)]
    pub enum Basis {
        /// Words of the passage that name the time.
        #[default]
        Words = "words",
        /// The heading it stands under.
        Heading = "heading",
        /// What the passages before it established.
        Context = "context",
        /// The document's own date: it speaks of its present.
        Written = "written",
    }
}

/// One time that a passage speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dating {
    /// The time, in EDTF (ISO 8601-2).
    pub edtf: String,
    /// The days it reaches from and to.
    pub days: Interval,
    /// The words that name it, where it rests on words.
    pub range: Option<ByteRange>,
    /// What it rests on.
    pub basis: Basis,
    /// Whether it is told, planned or threatened.
    pub modality: Modality,
}

named! {
    /// Why a passage carries no time.
    pub enum Undated {
        /// A definition, a rule, a treaty's text: it holds at no particular time.
        Timeless = "timeless",
        /// It speaks of a time, but neither it nor its surroundings say which.
        Unstated = "unstated",
        /// A name, a request about the document itself, a lead-in: it tells of nothing in time.
        Formal = "formal",
        /// A heading, a note, a reference, a name under a letter: it stands beside the running text. Set by rule.
        Apparatus = "apparatus",
    }
}

/// A passage: one paragraph, quotation, list item, footnote … of a document.
///
/// In JSON its ranges are written relative to its first byte: see `corpus/coded.rs`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "super::coded::Coded")]
pub struct Passage {
    /// Readable and stable: `letter.p12`, `article.may-2021.p3`.
    pub id: String,
    /// What it is.
    pub kind: PassageKind,
    /// The level of a heading.
    pub level: Option<u8>,
    /// Its text, as runs of the original in order.
    pub runs: Vec<Run>,
    /// Its sentences, each from first to last byte; empty where it is one sentence or none.
    pub sentences: Vec<ByteRange>,
    /// The times it speaks of (editorial layer).
    pub times: Vec<Dating>,
    /// Why it carries no time (editorial layer).
    pub undated: Option<Undated>,
    /// The editor's note on its dates: what is vague, contradictory, or was read in two ways.
    pub note: Option<String>,
    /// The typed fields of a reference.
    pub fields: Vec<Field>,
    /// The words and claims of others that it gives (editorial layer), outer ones before those inside them.
    pub speech: Vec<Stretch>,
}

/// A run cut to a range, with its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Where its bytes stand.
    pub range: ByteRange,
    /// How it is set.
    pub style: Style,
    /// What stands before it.
    pub join: Join,
    /// The bytes themselves.
    pub text: &'a str,
}

impl Passage {
    /// From the first to the last byte shown.
    #[must_use]
    pub fn span(&self) -> ByteRange {
        let start = self.runs.first().map_or(0, |run| run.range.start);
        ByteRange::new(start, self.runs.last().map_or(start, |run| run.range.end))
    }

    /// The sentences; the whole passage where it was not divided.
    #[must_use]
    pub fn sentences(&self) -> Vec<ByteRange> {
        if self.sentences.is_empty() { vec![self.span()] } else { self.sentences.clone() }
    }

    /// The number (from 1) of the sentence in which `offset` stands.
    #[must_use]
    pub fn sentence_at(&self, offset: u32) -> usize {
        self.sentences.iter().position(|sentence| offset < sentence.end).unwrap_or(0) + 1
    }

    /// The runs that lie in `range`, cut to it.
    pub fn pieces<'a>(&'a self, original: &'a str, range: ByteRange) -> impl Iterator<Item = Piece<'a>> {
        self.runs.iter().filter_map(move |run| {
            let cut = run.range.intersect(range)?;
            let join = if cut.start == run.range.start { run.join } else { Join::None };
            Some(Piece { range: cut, style: run.style, join, text: cut.slice(original)? })
        })
    }

    /// The text as it is read, without footnote marks and list markers; joins become a space.
    #[must_use]
    pub fn text(&self, original: &str) -> String {
        self.text_in(original, self.span())
    }

    /// The text of a part of the passage, likewise.
    #[must_use]
    pub fn text_in(&self, original: &str, range: ByteRange) -> String {
        let mut text = String::new();
        for piece in self.pieces(original, range).filter(|piece| piece.style.is_read()) {
            if piece.join != Join::None && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(piece.text);
        }
        text
    }

    /// Some words before a range and behind it, cut between words.
    #[must_use]
    pub fn around(&self, original: &str, range: ByteRange) -> [String; 2] {
        const BYTES: usize = 60;
        let span = self.span();
        let before = self.text_in(original, ByteRange::new(span.start, range.start));
        let after = self.text_in(original, ByteRange::new(range.end, span.end));
        let from = before.len().saturating_sub(BYTES);
        let from = if from == 0 {
            0
        } else {
            before[before.ceil_char_boundary(from)..]
                .find(' ')
                .map_or(before.len(), |at| before.ceil_char_boundary(from) + at)
        };
        let to = if after.len() <= BYTES {
            after.len()
        } else {
            after[..after.floor_char_boundary(BYTES)].rfind(' ').unwrap_or(0)
        };
        let (cut, more) = (if from > 0 { "…" } else { "" }, if to < after.len() { " …" } else { "" });
        [format!("{cut}{}", &before[from..]), format!("{}{more}", &after[..to])]
    }

    /// The footnote marks in it: number, and where they stand.
    pub fn marks<'a>(&'a self, original: &'a str) -> impl Iterator<Item = (u16, ByteRange)> + 'a {
        self.runs
            .iter()
            .filter(|run| run.style == Style::Mark)
            .filter_map(move |run| Some((run.range.slice(original)?.parse().ok()?, run.range)))
    }
}
