//! The index: which words stand in which passages, and what else is known of each passage.
//!
//! Flat vectors of `u32` throughout. Three are as long as the text has words: the words themselves in order (for
//! phrases, closeness and highlights), where each begins in its original, and how long it is. Two more are as long as
//! there are pairs of word and passage. All in all less than two bytes for each byte of text.

use std::cmp::Ordering;

use super::dictionary::{Collector, Dictionary, offset};
use super::forms::sound;
use super::order::sorted;
use super::spoken::{Spoken, spoken};
use super::thesaurus::Thesaurus;
use super::token::{Token, Tokenizer};
use crate::corpus::{BlockKind, Bundle, ByteRange, Document, Join, Passage, SpeakerKind};

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

/// Lists of passages with a count each, one list for each place, speaker or word.
#[derive(Debug, Default)]
pub(super) struct Lists {
    starts: Vec<u32>,
    units: Vec<u32>,
    counts: Vec<u8>,
}

impl Lists {
    /// The passages of one list, in order, and the count of each.
    pub(super) fn of(&self, list: u32) -> (&[u32], &[u8]) {
        let at = list as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(start), Some(end)) => {
                let range = *start as usize..*end as usize;
                (&self.units[range.clone()], &self.counts[range])
            }
            _ => (&[], &[]),
        }
    }

    /// How many passages a list has.
    pub(super) fn count(&self, list: u32) -> u32 {
        let at = list as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(start), Some(end)) => end - start,
            _ => 0,
        }
    }

    pub(super) fn holds(&self, list: u32, unit: u32) -> bool {
        self.of(list).0.binary_search(&unit).is_ok()
    }

    /// From pairs of list and unit, which are gone through twice; the units of one list come in order.
    fn collect(lists: usize, each: impl Fn(&mut dyn FnMut(usize, u32))) -> Self {
        let mut starts = vec![0_u32; lists + 1];
        let mut last = vec![NONE; lists];
        each(&mut |list, unit| {
            if last[list] != unit {
                last[list] = unit;
                starts[list + 1] += 1;
            }
        });
        for list in 0..lists {
            starts[list + 1] += starts[list];
        }
        let total = starts[lists] as usize;
        let (mut units, mut counts) = (vec![0; total], vec![0_u8; total]);
        let mut next = starts.clone();
        last.fill(NONE);
        each(&mut |list, unit| {
            if last[list] != unit {
                last[list] = unit;
                units[next[list] as usize] = unit;
                next[list] += 1;
            }
            let count = &mut counts[next[list] as usize - 1];
            *count = count.saturating_add(1);
        });
        Self { starts, units, counts }
    }

    fn of_pairs(lists: usize, pairs: &[(u32, u32)]) -> Self {
        Self::collect(lists, |visit| pairs.iter().for_each(|(list, unit)| visit(*list as usize, *unit)))
    }

    /// A list for each word: the units it stands in.
    fn of_words(words: &[Word], firsts: &[u32], vocabulary: usize) -> Self {
        Self::collect(vocabulary, |visit| {
            for (unit, bounds) in firsts.windows(2).enumerate() {
                for word in &words[bounds[0] as usize..bounds[1] as usize] {
                    visit(word.number() as usize, offset(unit));
                }
            }
        })
    }

    fn bytes(&self) -> usize {
        self.starts.capacity() * 4 + self.units.capacity() * 4 + self.counts.capacity()
    }
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
        if self.is_form() { self.0 & ((1 << 28) - 1) } else { self.0 }
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
    /// Words of names by how they sound, in order.
    sounds: Vec<(String, u32)>,
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
        let start = self.sounds.partition_point(|(other, _)| other.as_str() < sound);
        self.sounds[start..].iter().take_while(move |(other, _)| other == sound).map(|(_, word)| *word)
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

struct Builder {
    tokenizer: Tokenizer,
    collector: Collector,
    units: Vec<Unit>,
    firsts: Vec<u32>,
    words: Vec<Word>,
    starts: Vec<u32>,
    lengths: Vec<u8>,
    sections: Vec<(u32, u32)>,
    names: Vec<Name>,
    /// By the number of a word: the names that begin with it.
    heads: Vec<(u32, u32)>,
    places: Vec<(u32, u32)>,
    voices: Vec<(u32, u32)>,
    cited: Vec<(String, u32)>,
    transcribed: Vec<(u32, u32)>,
    text: String,
    /// Where each piece of `text` begins, and where it comes from.
    pieces: Vec<(u32, u32)>,
}

impl Builder {
    fn new(bundle: &Bundle) -> Self {
        let mut tokenizer = Tokenizer::default();
        let mut collector = Collector::default();
        let text: usize = bundle.documents.iter().map(|document| document.text.len()).sum();
        // English has a word in five or six bytes, and there are some forms besides.
        let room = text / 5;
        let mut names = Vec::new();
        for (of, place) in bundle.places.iter().enumerate() {
            for (spelling, text) in place.spellings.iter().enumerate() {
                let mut words = Vec::new();
                tokenizer.each(text, |folded, token| {
                    if token.spans == 0 {
                        words.push(collector.number(folded));
                    }
                });
                let letters = text.chars().filter(|c| c.is_alphabetic()).count();
                names.push(Name {
                    words,
                    of: offset(of),
                    spelling: offset(spelling),
                    stands: false,
                    capital: !text.starts_with(char::is_lowercase),
                    capitals: letters <= 3 && !text.contains(char::is_lowercase),
                });
            }
        }
        names.retain(|name| !name.words.is_empty());
        let names = sorted(names, &longest_first);
        let mut heads = vec![(0, 0); collector.len()];
        for (at, name) in names.iter().enumerate() {
            let head = &mut heads[name.words[0] as usize];
            *head = (if head.1 == 0 { offset(at) } else { head.0 }, offset(at + 1));
        }
        Self {
            tokenizer,
            collector,
            units: Vec::new(),
            firsts: vec![0],
            words: Vec::with_capacity(room),
            starts: Vec::with_capacity(room),
            lengths: Vec::with_capacity(room),
            sections: Vec::new(),
            names,
            heads,
            places: Vec::new(),
            voices: Vec::new(),
            cited: cited(bundle),
            transcribed: Vec::new(),
            text: String::new(),
            pieces: Vec::new(),
        }
    }

    fn document(&mut self, bundle: &Bundle, number: u32, document: &Document) {
        let sections = document.passages.iter().any(|passage| passage.level.is_some_and(|level| level > 1));
        // The headings that are open: unit, level.
        let mut open: Vec<(u32, u8)> = Vec::new();
        for (p, passage) in document.passages.iter().enumerate() {
            let unit = offset(self.units.len());
            if let (BlockKind::Heading, Some(level)) = (passage.kind, passage.level) {
                while let Some((heading, _)) = open.pop_if(|(_, other)| *other >= level) {
                    self.sections.push((heading, unit));
                }
            }
            let heading = open.last().map_or(NONE, |(heading, _)| *heading);
            // The title stands over everything, and says nothing of one passage more than of another.
            if let (BlockKind::Heading, Some(level @ 2..)) = (passage.kind, passage.level) {
                open.push((unit, level));
            }
            let length = self.passage(bundle, unit, document, passage);
            let cited = self.cited.binary_search_by(|(id, _)| id.as_str().cmp(&passage.id));
            let cited = cited.map_or(0, |at| self.cited[at].1);
            self.units.push(Unit {
                document: number,
                passage: offset(p),
                kind: passage.kind,
                heading,
                length,
                lead: heading == NONE && sections && passage.kind == BlockKind::Paragraph,
                cited: f32::from(u16::try_from(cited).unwrap_or(u16::MAX)).ln_1p(),
            });
            self.firsts.push(offset(self.words.len()));
            for stretch in &passage.speech {
                for voice in &stretch.voices {
                    if let Ok(speaker) = bundle.speakers.binary_search_by(|other| other.id.cmp(&voice.speaker)) {
                        self.voices.push((offset(speaker), unit));
                    }
                }
            }
        }
        let end = offset(self.units.len());
        self.sections.extend(open.into_iter().map(|(heading, _)| (heading, end)));
    }

    /// Reads the words of a passage; how many there are.
    fn passage(&mut self, bundle: &Bundle, unit: u32, document: &Document, passage: &Passage) -> u32 {
        self.read(passage, &document.text);
        let first = self.words.len();
        let (text, pieces) = (&self.text, &self.pieces);
        let mut piece = 0;
        let mut length = 0;
        self.tokenizer.each(text, |folded, Token { start, end, spans }| {
            // Tokens come nearly in order: a joined form is a few words behind at most.
            while pieces.get(piece).is_some_and(|(from, _)| *from > offset(start)) {
                piece -= 1;
            }
            while pieces.get(piece + 1).is_some_and(|(from, _)| *from <= offset(start)) {
                piece += 1;
            }
            let (from, origin) = pieces.get(piece).copied().unwrap_or_default();
            let at = origin + offset(start) - from;
            // A word whose letters were set in two ways goes on where its last letter stands.
            let last = pieces.iter().skip(piece).take_while(|(from, _)| *from < offset(end)).last();
            let (from, origin) = last.copied().unwrap_or((from, origin));
            let until = origin + offset(end) - from;
            let number = self.collector.number(folded);
            if let Some(form) = self.words.last().filter(|word| word.is_form() && word.spans() == 1) {
                self.transcribed.extend([(form.number(), number), (number, form.number())]);
            }
            self.words.push(Word::new(number, spans));
            self.starts.push(at);
            self.lengths.push(u8::try_from(until - at).unwrap_or(u8::MAX));
            length += u32::from(spans == 0);
        });
        self.name(bundle, unit, document, passage, first);
        length
    }

    /// The passage as it is read, and where its pieces come from.
    fn read(&mut self, passage: &Passage, original: &str) {
        self.text.clear();
        self.pieces.clear();
        for run in &passage.runs {
            let Some(text) = run.range.slice(original).filter(|_| run.style.is_read()) else {
                // A footnote's mark parts the words around it.
                self.text.push(' ');
                continue;
            };
            if run.join != Join::None {
                self.text.push(' ');
            }
            self.pieces.push((offset(self.text.len()), run.range.start));
            self.text.push_str(text);
        }
    }

    /// Notes the places that the words from `first` on name.
    fn name(&mut self, bundle: &Bundle, unit: u32, document: &Document, passage: &Passage, first: usize) {
        let original = document.text.as_bytes();
        let homonyms = || bundle.homonyms.iter().filter(|other| other.passage == passage.id);
        let mut free = first;
        for at in first..self.words.len() {
            let word = self.words[at];
            let Some((start, end)) = self.heads.get(word.number() as usize).copied().filter(|head| head.1 > 0) else {
                continue;
            };
            if at < free || word.is_form() {
                continue;
            }
            for name in &mut self.names[start as usize..end as usize] {
                let (mut next, mut left) = (at, name.words.iter().peekable());
                while let (Some(expected), Some(found)) = (left.peek(), self.words.get(next)) {
                    if !found.is_form() {
                        if found.number() != **expected {
                            break;
                        }
                        left.next();
                    }
                    next += 1;
                }
                let begin = self.starts[at] as usize;
                let letters = &original[begin..begin + usize::from(self.lengths[at])];
                let written = (!name.capital || !letters[0].is_ascii_lowercase())
                    && (!name.capitals || !letters.iter().any(u8::is_ascii_lowercase));
                if left.peek().is_some() || !written {
                    continue;
                }
                free = next;
                name.stands = true;
                let range = ByteRange::new(self.starts[at], self.starts[next - 1] + u32::from(self.lengths[next - 1]));
                let place = match homonyms().find(|other| other.range.contains(range)) {
                    None => Some(name.of),
                    Some(other) => (other.place.as_ref())
                        .and_then(|id| bundle.places.iter().position(|place| place.id == *id))
                        .map(offset),
                };
                self.places.extend(place.map(|place| (place, unit)));
                break;
            }
        }
    }

    fn finish(mut self, bundle: &Bundle) -> Index {
        let titles = (bundle.documents.iter().enumerate())
            .map(|(d, document)| (Title::Document(offset(d)), &document.title.text))
            .chain(bundle.periods.iter().enumerate().map(|(p, period)| (Title::Period(offset(p)), &period.title)));
        let mut of_titles = Vec::new();
        for (title, text) in titles {
            let mut words = Vec::new();
            self.tokenizer.each(text, |folded, _| words.push(self.collector.number(folded)));
            of_titles.push((title, words));
        }
        let (dictionary, numbers) = self.collector.sorted();
        let renumber = |word: &mut u32| *word = numbers[*word as usize];
        for word in &mut self.words {
            *word = Word(word.0 - word.number() + numbers[word.number() as usize]);
        }
        of_titles.iter_mut().flat_map(|(_, words)| words).for_each(renumber);
        self.names.iter_mut().flat_map(|name| &mut name.words).for_each(renumber);
        self.names = sorted(self.names, &longest_first);
        let lists = Lists::of_words(&self.words, &self.firsts, dictionary.len() as usize);
        for (one, other) in &mut self.transcribed {
            (*one, *other) = (numbers[*one as usize], numbers[*other as usize]);
        }
        self.transcribed = sorted(self.transcribed, &Ord::cmp);
        self.transcribed.dedup();
        let places = Lists::of_pairs(bundle.places.len(), &self.places);
        let speakers = speakers(bundle, &mut self.tokenizer);
        let of_names = sounds(&self.names, &speakers, &dictionary);
        let account = |document: &Document| bundle.accounts.iter().position(|account| account.id == document.account);
        let total: f64 = self.units.iter().map(|unit| f64::from(unit.length)).sum();
        #[expect(clippy::cast_possible_truncation, reason = "a mean of lengths")]
        let mean = (total / f64::from(offset(self.units.len().max(1)))) as f32;
        Index {
            sections: self.sections,
            accounts: bundle.documents.iter().map(|document| account(document).map_or(NONE, offset)).collect(),
            spoken: spoken(bundle),
            alone: alone(&self.names, &dictionary, &lists, &places),
            transcribed: self.transcribed,
            places,
            voices: Lists::of_pairs(bundle.speakers.len(), &self.voices),
            names: self.names,
            titles: of_titles,
            units: self.units,
            firsts: self.firsts,
            words: self.words,
            starts: self.starts,
            lengths: self.lengths,
            sounds: of_names,
            speakers,
            thesaurus: Thesaurus::default(),
            mean: mean.max(1.0),
            lists,
            dictionary,
        }
    }
}

/// Passages that editors point to, in order of their ids, and how often.
fn cited(bundle: &Bundle) -> Vec<(String, u32)> {
    let answers = bundle.claims.iter().flat_map(|claim| &claim.answers).map(|answer| &answer.passage);
    let figures = bundle.figures.iter().map(|figure| &figure.passage);
    let sources = bundle.sources.iter().flat_map(|source| &source.uses).map(|quote| &quote.passage);
    let pairs = bundle.relations.iter().filter(|pair| pair.must).flat_map(|pair| [&pair.a, &pair.b]);
    let mut ids: Vec<&String> = answers.chain(figures).chain(sources).chain(pairs).collect();
    ids = sorted(ids, &Ord::cmp);
    let mut counted: Vec<(String, u32)> = Vec::new();
    for id in ids {
        match counted.last_mut() {
            Some((last, count)) if last == id => *count += 1,
            _ => counted.push((id.clone(), 1)),
        }
    }
    counted
}

/// Speakers by their names. A person's last name alone is enough where nobody else has it.
fn speakers(bundle: &Bundle, tokenizer: &mut Tokenizer) -> Vec<(Vec<String>, u32)> {
    let mut named = Vec::new();
    for (at, speaker) in bundle.speakers.iter().enumerate().filter(|(_, other)| other.kind != SpeakerKind::Unnamed) {
        let mut words = Vec::new();
        tokenizer.each(&speaker.name, |folded, token| {
            if token.spans == 0 {
                words.push(folded.to_owned());
            }
        });
        let person = matches!(speaker.kind, SpeakerKind::Person | SpeakerKind::Scholar) || speaker.office.is_some();
        if let Some(last) = words.last().filter(|_| person && words.len() > 1) {
            named.push((vec![last.clone()], offset(at)));
        }
        named.push((words, offset(at)));
    }
    let alone = |words: &Vec<String>| named.iter().filter(|(other, _)| other == words).count() == 1;
    named.iter().filter(|(words, _)| !words.is_empty() && alone(words)).cloned().collect()
}

/// Words that stand in the names of one place, and of ten passages that have them in nine for the place.
fn alone(names: &[Name], dictionary: &Dictionary, lists: &Lists, places: &Lists) -> Vec<(u32, u32)> {
    let mut words: Vec<(u32, u32)> =
        names.iter().flat_map(|name| name.words.iter().map(|word| (*word, name.of))).collect();
    words = sorted(words, &Ord::cmp);
    words.dedup();
    let shared: Vec<u32> = words.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[0].0).collect();
    words.retain(|(word, place)| {
        let units = lists.of(*word).0;
        let named = units.iter().filter(|unit| places.holds(*place, **unit)).count();
        !shared.contains(word) && dictionary.word(*word).len() > 3 && !units.is_empty() && named * 10 >= units.len() * 9
    });
    words
}

/// Names in order of their first words, longer ones before those they begin with.
fn longest_first(a: &Name, b: &Name) -> Ordering {
    (a.words[0], b.words.len()).cmp(&(b.words[0], a.words.len()))
}

/// The words of all names by how they sound.
fn sounds(names: &[Name], speakers: &[(Vec<String>, u32)], dictionary: &Dictionary) -> Vec<(String, u32)> {
    let of_speakers = speakers.iter().flat_map(|(words, _)| words).filter_map(|word| dictionary.number(word));
    let words = names.iter().flat_map(|name| name.words.iter().copied()).chain(of_speakers);
    let mut sounds: Vec<(String, u32)> = words
        .filter(|word| dictionary.word(*word).len() > 3)
        .map(|word| (sound(dictionary.word(word)), word))
        .collect();
    sounds = sorted(sounds, &Ord::cmp);
    sounds.dedup();
    sounds
}
