//! Voices: which stretches of a text are somebody else's words or claims, whose they are, and which verb says so.
//!
//! Rules for English prose, and nothing else: no list of persons or bodies. What is found is a proposal that an editor
//! corrects; [`score`] says how near it comes.

mod attribution;
mod class;
mod complement;
mod item;
mod phrase;
mod plain;
mod quote;
mod read;
mod score;
#[cfg(test)]
mod tests;
mod verb;

pub use plain::voices;
pub use score::{Counts, Fault, Given, Score, score};

use self::read::{Reader, Voice};
use crate::corpus::{BlockKind, ByteRange};

/// How words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// In other words: "she said that …".
    Reported,
    /// As they were said: in quotation marks, or set as a block.
    Quoted,
}

impl Mode {
    /// Its name, as it is written in data.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quoted => "quoted",
            Self::Reported => "reported",
        }
    }
}

/// Words of a passage. A block quotation's speaker stands in another passage than the quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// The number of the passage among those read together, from 0.
    pub passage: u32,
    /// Bytes of its text.
    pub range: ByteRange,
}

/// Who speaks, as the text names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The words of the attribution.
    pub words: Words,
    /// Where these only point back ("he", "the ministry"): the words they most likely stand for.
    pub stands_for: Option<Words>,
}

impl Speaker {
    /// The words that name the speaker.
    #[must_use]
    pub fn name(self) -> Words {
        self.stands_for.unwrap_or(self.words)
    }
}

/// The words that attribute: "stated", "expressing deep concern", "According to".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saying {
    /// Where they stand.
    pub words: Words,
    /// The base form: "state", "express concern", "according to".
    pub lemma: &'static str,
}

/// A stretch of a passage that is somebody else's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its bytes: what stands between the marks, or the reported words without their attribution.
    pub range: ByteRange,
    /// Verbatim or not.
    pub mode: Mode,
    /// Whose words they are, where the text says so.
    pub speaker: Option<Speaker>,
    /// What attributes them.
    pub verb: Option<Saying>,
    /// The stretch of the same passage it lies in, by its number. Of the same speaker where a report holds verbatim
    /// words; of another where a voice speaks inside a voice.
    pub within: Option<u32>,
    /// Whether the quotation opens and never closes, so that its end is a guess.
    pub unclosed: bool,
}

/// A passage to be read: what it is, and its text.
#[derive(Clone, Copy, Debug)]
pub struct Plain<'a> {
    /// What it is: block quotations take their speaker from around them, headings and references have no voices.
    pub kind: BlockKind,
    /// Its text.
    pub text: &'a str,
}

/// The stretches of each of a document's passages, in their order.
#[must_use]
pub fn voices_of(passages: &[Plain]) -> Vec<Vec<Stretch>> {
    let mut heard = None;
    (0..passages.len()).map(|index| passage(passages, index, &mut heard)).collect()
}

/// `heard` is who spoke last under the same heading.
fn passage(passages: &[Plain], index: usize, heard: &mut Option<Words>) -> Vec<Stretch> {
    let reader = |index: usize| Reader::new(passages[index].text, u32::try_from(index).unwrap_or(u32::MAX));
    match passages[index].kind {
        BlockKind::Paragraph | BlockKind::ListItem => {
            let (found, last) = reader(index).after(*heard).running();
            *heard = last;
            found
        }
        BlockKind::Heading => {
            *heard = None;
            Vec::new()
        }
        BlockKind::Caption => reader(index).running().0,
        BlockKind::Footnote => reader(index).note(),
        BlockKind::Quotation => {
            let before = (0..index).rev().find(|at| passages[*at].kind != BlockKind::Quotation);
            let before = before.filter(|at| passages[*at].text.trim_end().ends_with(':'));
            let mut voice = before.map_or_else(Voice::default, |at| reader(at).introduces());
            let after = (index..passages.len()).find(|at| passages[*at].kind != BlockKind::Quotation);
            if let Some(signed) = after.filter(|at| passages[*at].kind == BlockKind::Attribution) {
                voice.speaker = signature(passages[signed].text, signed).or(voice.speaker);
            }
            reader(index).whole(Mode::Quoted, voice)
        }
        BlockKind::Infobox => {
            let label =
                |at: &usize| passages[*at].kind != BlockKind::Infobox || passages[*at].text.trim_end().ends_with(':');
            let label = (0..index).rev().find(label).filter(|at| passages[*at].kind == BlockKind::Infobox);
            let own = passages[index].text.trim_end().ends_with(':');
            let speaker = label.filter(|_| !own).and_then(|at| {
                let name = passages[at].text.trim_end().strip_suffix(':')?.strip_prefix("Per ")?;
                Some(Speaker { words: words(at, 4, name), stands_for: None })
            });
            speaker.map_or_else(Vec::new, |speaker| {
                reader(index).whole(Mode::Reported, Voice { speaker: Some(speaker), verb: None })
            })
        }
        _ => Vec::new(),
    }
}

/// The name in "— Name, office".
fn signature(text: &str, passage: usize) -> Option<Speaker> {
    let name = text.trim_start_matches(|c: char| c.is_whitespace() || "—–-―".contains(c));
    let start = text.len() - name.len();
    let name = name.trim_end();
    (!name.is_empty()).then(|| Speaker { words: words(passage, start, name), stands_for: None })
}

fn words(passage: usize, start: usize, name: &str) -> Words {
    Words { passage: u32::try_from(passage).unwrap_or(u32::MAX), range: read::bytes(start..start + name.len()) }
}
