//! A bundle is read once: its words in order, its passages, what they name and who speaks in them.

use std::sync::OnceLock;

use super::names::{alone, longest_first, single, speakers};
use super::{Index, NONE, Name, Title, Unit, Word};
use crate::corpus::{BlockKind, Bundle, ByteRange, Document, Join, Passage};
use crate::search::dictionary::{Collector, offset};
use crate::search::lists::Lists;
use crate::search::order::sorted;
use crate::search::spoken::spoken;
use crate::search::thesaurus::Thesaurus;
use crate::search::token::{Token, Tokenizer};

pub(super) struct Builder {
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
    cited: (Collector, Vec<u16>),
    transcribed: Vec<(u32, u32)>,
    text: String,
    /// Where each piece of `text` begins, and where it comes from.
    pieces: Vec<(u32, u32)>,
}

impl Builder {
    pub(super) fn new(bundle: &Bundle) -> Self {
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

    pub(super) fn document(&mut self, bundle: &Bundle, number: u32, document: &Document) {
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
            let (ids, counts) = &mut self.cited;
            let cited = counts.get(ids.number(&passage.id) as usize).copied().unwrap_or_default();
            self.units.push(Unit {
                document: number,
                passage: offset(p),
                kind: passage.kind,
                heading,
                length,
                lead: heading == NONE && sections && passage.kind == BlockKind::Paragraph,
                cited: f32::from(cited).ln_1p(),
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
        let pieces = self.pieces.as_slice();
        // The piece at hand begins at `from` in what is read, and at `origin` in the original; the next one at `next`.
        let (mut piece, mut from, mut origin, mut next) = (0, 0, 0, 0);
        let mut length = 0;
        self.tokenizer.each(&self.text, |folded, Token { start, end, spans }| {
            let (start, end) = (offset(start), offset(end));
            // No token begins before the one that came before it.
            if start >= next {
                while pieces.get(piece).is_some_and(|piece| piece.0 <= start) {
                    piece += 1;
                }
                (from, origin) = pieces[piece - 1];
                next = pieces.get(piece).map_or(u32::MAX, |piece| piece.0);
            }
            let at = origin + start - from;
            let mut until = origin + end - from;
            if end > next {
                // A word whose letters were set in two ways goes on where its last letter stands.
                let rest = pieces[piece..].iter().take_while(|piece| piece.0 < end).last();
                until = rest.map_or(until, |(from, origin)| origin + end - from);
            }
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
        let (words, heads) = (self.words.as_slice(), self.heads.as_slice());
        for (at, word) in words.iter().enumerate().skip(first) {
            let Some(&(start, end @ 1..)) = heads.get(word.number() as usize) else { continue };
            if at < free || word.is_form() {
                continue;
            }
            for name in &mut self.names[start as usize..end as usize] {
                let (mut next, mut left) = (at, name.words.iter().peekable());
                while let (Some(expected), Some(found)) = (left.peek(), words.get(next)) {
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

    pub(super) fn finish(mut self, bundle: &Bundle) -> Index {
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
        let single = single(&speakers, &dictionary);
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
            sounds: OnceLock::new(),
            speakers,
            single,
            thesaurus: Thesaurus::default(),
            mean: mean.max(1.0),
            lists,
            dictionary,
        }
    }
}

/// Numbers for the ids of passages, and how often editors point to each.
fn cited(bundle: &Bundle) -> (Collector, Vec<u16>) {
    let answers = bundle.claims.iter().flat_map(|claim| &claim.answers).map(|answer| &answer.passage);
    let figures = bundle.figures.iter().map(|figure| &figure.passage);
    let sources = bundle.sources.iter().flat_map(|source| &source.uses).map(|quote| &quote.passage);
    let pairs = bundle.relations.iter().filter(|pair| pair.must).flat_map(|pair| [&pair.a, &pair.b]);
    let (mut ids, mut counts) = (Collector::default(), Vec::new());
    for id in answers.chain(figures).chain(sources).chain(pairs) {
        let at = ids.number(id) as usize;
        counts.resize(ids.len(), 0_u16);
        counts[at] = counts[at].saturating_add(1);
    }
    (ids, counts)
}
