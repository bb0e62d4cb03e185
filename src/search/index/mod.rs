//! The index: which words stand in which passages, and what else is known of each passage.
//!
//! Flat vectors of `u32` throughout. Three are as long as the text has words: the words themselves in order (for
//! phrases, closeness and highlights), where each begins in its original, and how long it is. Two more are as long as
//! there are pairs of word and passage. All in all less than two bytes for each byte of text.

mod build;
mod names;

use std::sync::OnceLock;

use super::dictionary::{Dictionary, offset};
use super::lists::Lists;
use super::spoken::Spoken;
use super::thesaurus::Thesaurus;
use crate::corpus::{BlockKind, Bundle, ByteRange};

use build::Builder;

/// No heading above.
pub(super) const NONE: u32 = u32::MAX;

/// A passage, as the index knows it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub document: u32,
    /// Index in the document.
    pub passage: u32,
    pub kind: BlockKind,
    /// The unit of the heading it stands under, or [`NONE`].
    pub heading: u32,
    /// Words in it.
    pub length: u32,
    /// It stands before the first section of its document.
    pub lead: bool,
    /// How often editors point to it: claims, figures, shared sources, pairs; as `ln(1 + n)`.
    pub cited: f32,
}

/// A word of the text as [`Index::words`] has it. A form that spans words has the highest bit set, then three bits for how many words
/// that follow it is a form of, then the word's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word(pub u32);

impl Word {
    const FORM: u32 = 1 << 31;

    fn new(number: u32, spans: u8) -> Self {
        if spans == 0 { Self(number) } else { Self(Self::FORM | u32::from(spans) << 28 | number) }
    }

    pub(super) const fn number(self) -> u32 {
        self.0 & ((1 << 28) - 1)
    }

    /// Whether it is another form of words that follow.
    pub(super) const fn is_form(self) -> bool {
        self.0 & Self::FORM != 0
    }

    /// How many words it is a form of; 1 for a plain word.
    pub(super) const fn spans(self) -> usize {
        if self.is_form() { (self.0 >> 28 & 7) as usize } else { 1 }
    }
}

/// The name of a place, as words.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub words: Vec<u32>,
    /// Index of the place, or of the speaker.
    pub of: u32,
    /// Index of the spelling among those of the place.
    pub spelling: u32,
    /// Whether any text has it.
    pub stands: bool,
    /// Only a capital letter makes it a name.
    capital: bool,
    /// "US" is no "us".
    capitals: bool,
}

/// What can be searched besides passages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Title {
    /// The title of a document, by index.
    Document(u32),
    /// The name of a period, by index.
    Period(u32),
}

/// A bundle's words, ready to be searched.
#[derive(Debug)]
pub struct Index {
    pub(super) dictionary: Dictionary,
    pub(super) lists: Lists,
    pub(super) units: Vec<Unit>,
    /// Where the words of each unit begin, and where the last one's end.
    pub(super) firsts: Vec<u32>,
    pub(super) words: Vec<Word>,
    /// First byte of each word in its original.
    pub(super) starts: Vec<u32>,
    /// Bytes of each word.
    lengths: Vec<u8>,
    /// Headings of sections: their unit, and behind the last unit below them.
    pub(super) sections: Vec<(u32, u32)>,
    /// The account of each document.
    pub(super) accounts: Vec<u32>,
    pub(super) spoken: Spoken,
    pub(super) places: Lists,
    pub(super) voices: Lists,
    /// Longest first within one beginning; in order of their first words.
    pub(super) names: Vec<Name>,
    pub(super) titles: Vec<(Title, Vec<u32>)>,
    /// Words that hardly stand anywhere but in the names of one place ("Garabagh"), and the place.
    alone: Vec<(u32, u32)>,
    /// Words, and how English may transcribe them; both ways, in order.
    transcribed: Vec<(u32, u32)>,
    /// Speakers by the words of their names; persons by the last one, too.
    pub(super) speakers: Vec<(Vec<String>, u32)>,
    /// Names of speakers that are one word of the texts: how it sounds, and the word.
    pub(super) single: Vec<(String, u32)>,
    /// Words of names by how they sound, in order; once a word was typed that stands nowhere.
    sounds: OnceLock<Vec<(String, u32)>>,
    pub(super) thesaurus: Thesaurus,
    /// Words of the average unit.
    pub(super) mean: f32,
}

impl Index {
    /// Indexes a bundle.
    #[must_use]
    pub fn build(bundle: &Bundle) -> Self {
        let mut builder = Builder::new(bundle);
        for (d, document) in bundle.documents.iter().enumerate() {
            builder.document(bundle, offset(d), document);
        }
        builder.finish(bundle)
    }

    /// How many bytes it holds on the heap.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.dictionary.bytes()
            + self.lists.bytes()
            + self.units.capacity() * size_of::<Unit>()
            + (self.firsts.capacity() + self.words.capacity() + self.starts.capacity()) * 4
            + self.lengths.capacity()
            + self.sections.capacity() * 8
            + self.spoken.bytes()
            + self.places.bytes()
            + self.voices.bytes()
    }

    /// How many different words there are.
    #[must_use]
    pub fn vocabulary(&self) -> u32 {
        self.dictionary.len()
    }

    /// The place in whose names alone a word stands.
    pub(super) fn named_alone(&self, word: u32) -> Option<u32> {
        self.alone.binary_search_by_key(&word, |(word, _)| *word).ok().map(|at| self.alone[at].1)
    }

    /// The words of names that sound like this.
    pub(super) fn sounding(&self, sound: &str) -> impl Iterator<Item = u32> {
        let sounds = self.sounds.get_or_init(|| names::sounds(&self.names, &self.speakers, &self.dictionary));
        let start = sounds.partition_point(|(other, _)| other.as_str() < sound);
        sounds[start..].iter().take_while(move |(other, _)| other == sound).map(|(_, word)| *word)
    }

    /// The words that are a word in another transcription.
    pub(super) fn transcribed(&self, word: u32) -> impl Iterator<Item = u32> {
        let start = self.transcribed.partition_point(|(other, _)| *other < word);
        self.transcribed[start..].iter().take_while(move |(other, _)| *other == word).map(|(_, other)| *other)
    }

    /// The places of a unit's words in the flat vectors.
    pub(super) fn positions(&self, unit: u32) -> std::ops::Range<usize> {
        let at = unit as usize;
        match (self.firsts.get(at), self.firsts.get(at + 1)) {
            (Some(start), Some(end)) => *start as usize..*end as usize,
            _ => 0..0,
        }
    }

    /// Where the word at a position stands in its original.
    pub(super) fn range(&self, position: usize) -> ByteRange {
        let start = self.starts[position];
        ByteRange::new(start, start + u32::from(self.lengths[position]))
    }
}
