//! Where texts name places: every spelling of the gazetteer, the longest first, save where an editor knows better.

use crate::corpus::{BlockKind, Bundle, ByteRange, Document, Homonym, Place, Reading};

/// A place named in a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Index of the document.
    pub document: usize,
    /// Index of the passage in the document.
    pub passage: usize,
    /// The words.
    pub range: ByteRange,
    /// Index of the place.
    pub place: usize,
}

/// All mentions, in order of the texts. References name places in other people's headlines: they are left out.
#[must_use]
pub fn mentions(bundle: &Bundle) -> Vec<Mention> {
    mentions_in(&bundle.documents, &bundle.places, &bundle.homonyms)
}

/// The same of a bundle in the making.
#[must_use]
pub fn mentions_in(documents: &[Document], places: &[Place], homonyms: &[Homonym]) -> Vec<Mention> {
    let spellings = Spellings::of(places);
    let mut mentions = Vec::new();
    for (d, document) in documents.iter().enumerate() {
        for (p, passage) in document.passages.iter().enumerate() {
            if passage.kind == BlockKind::Reference {
                continue;
            }
            let reading = Reading::of(passage, &document.text);
            for (found, place) in spellings.find(&reading.text) {
                let Some(range) = reading.original(found) else { continue };
                let homonym = homonyms.iter().find(|other| other.passage == passage.id && other.range.contains(range));
                let place = match homonym {
                    None => Some(place),
                    Some(homonym) => {
                        homonym.place.as_ref().and_then(|id| places.iter().position(|place| place.id == *id))
                    }
                };
                mentions.extend(place.map(|place| Mention { document: d, passage: p, range, place }));
            }
        }
    }
    mentions
}

/// Spellings with the index of their place, the longest first.
struct Spellings<'a>(Vec<(&'a str, usize)>);

impl<'a> Spellings<'a> {
    fn of(places: &'a [Place]) -> Self {
        let places = places.iter().enumerate();
        let mut longest_first: Vec<(&str, usize)> = Vec::new();
        for (i, spelling) in places.flat_map(|(i, place)| place.spellings.iter().map(move |spelling| (i, spelling))) {
            let at = longest_first.partition_point(|(other, _)| other.len() >= spelling.len());
            longest_first.insert(at, (spelling, i));
        }
        Self(longest_first)
    }

    /// Each match, and its place. A match stands between characters that are no letters and no digits.
    fn find(&self, text: &str) -> Vec<(ByteRange, usize)> {
        let mut found = Vec::new();
        let mut free = 0;
        let mut before = ' ';
        for (at, character) in text.char_indices() {
            // Names begin with a capital: most positions are passed over at once.
            if at >= free && !before.is_alphanumeric() && !character.is_lowercase() && character.is_alphanumeric() {
                let whole = |spelling: &str| {
                    let rest = text[at..].strip_prefix(spelling);
                    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                };
                if let Some((spelling, place)) = self.0.iter().find(|(spelling, _)| whole(spelling)) {
                    free = at + spelling.len();
                    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
                    found.push((ByteRange::new(offset(at), offset(free)), *place));
                }
            }
            before = character;
        }
        found
    }
}
