//! The same word in different mouths: who says it in which account, and where.

use super::{Counts, FLOOR, Lexis, Word, Wording};
use crate::corpus::{Bundle, SpeakerKind};
use crate::search::sorted;

const LIST: &str = include_str!("../../assets/annotations/vocabulary.txt");

/// The words that are set side by side for all accounts, in order.
pub fn discussed() -> impl Iterator<Item = &'static str> {
    LIST.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// How often, or that it is too rare to say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rate {
    /// Never.
    None,
    /// Fewer than [`FLOOR`] times: so few are no rate.
    Few,
    /// So often in a thousand words.
    PerThousand(f64),
}

impl Rate {
    /// The rate of so many cases in so many words.
    #[must_use]
    pub fn of(cases: u32, words: u32) -> Self {
        match cases {
            0 => Self::None,
            1..FLOOR => Self::Few,
            _ => Self::PerThousand(f64::from(cases) * 1000.0 / f64::from(words.max(1))),
        }
    }
}

/// Who says a word, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mouth {
    /// A document in its own name, by index.
    Document(u32),
    /// Nobody: a document, by index, names an organization that is called so ("Genocide Watch").
    Name(u32),
    /// A speaker, by index, whose words are given word for word or in those of the account.
    Speaker(u32, Wording),
    /// Somebody whom the bundle does not know.
    Unknown(Wording),
}

impl Mouth {
    /// Who says a word of the text.
    #[must_use]
    pub fn of(bundle: &Bundle, word: &Word) -> Self {
        match (word.wording, word.speaker) {
            (Wording::Own, _) if in_name(bundle, word) => Self::Name(word.document),
            (Wording::Own, _) => Self::Document(word.document),
            (wording, Some(speaker)) => Self::Speaker(speaker, wording),
            (wording, None) => Self::Unknown(wording),
        }
    }

    /// The name it goes by in tables.
    #[must_use]
    pub fn name(self, bundle: &Bundle) -> &str {
        match self {
            Self::Document(at) | Self::Name(at) => {
                bundle.documents.get(at as usize).map_or("", |document| &document.title.short)
            }
            Self::Speaker(at, _) => bundle.speakers.get(at as usize).map_or("", |speaker| &speaker.name),
            Self::Unknown(_) => "",
        }
    }

    /// How the word comes out of it, in tables.
    #[must_use]
    pub const fn how(self) -> &'static str {
        if self.is_name() { "named" } else { self.wording().name() }
    }

    const fn is_name(self) -> bool {
        matches!(self, Self::Name(_))
    }

    /// Whose wording it is.
    #[must_use]
    pub const fn wording(self) -> Wording {
        match self {
            Self::Document(_) | Self::Name(_) => Wording::Own,
            Self::Speaker(_, wording) | Self::Unknown(wording) => wording,
        }
    }
}

/// Whether a word is a part of the name, as the editors have it, of an organization that speaks in these documents. What a
/// state's bodies are called here is no name: "Government of Armenia".
fn in_name(bundle: &Bundle, word: &Word) -> bool {
    let Some(document) = bundle.documents.get(word.document as usize) else { return false };
    let (Some(said), start) = (word.range.slice(&document.text), word.range.start as usize) else { return false };
    bundle.speakers.iter().filter(|speaker| is_organization(speaker.kind)).any(|speaker| {
        let stands = |at| start.checked_sub(at).and_then(|from| document.text.get(from..));
        speaker.name.len() > said.len()
            && (speaker.name.match_indices(said))
                .any(|(at, _)| stands(at).is_some_and(|text| text.starts_with(&speaker.name)))
    })
}

const fn is_organization(kind: SpeakerKind) -> bool {
    use SpeakerKind::{Court, Intergovernmental, NonGovernmental, Press};
    matches!(kind, Intergovernmental | Court | NonGovernmental | Press)
}

/// Who says a word in one account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mouths {
    /// How often it stands.
    pub counts: Counts,
    /// Everybody who says it, and where, as indices into [`Lexis::words`]: first the documents in their own name and where they name
    /// somebody, then whom they report, then whom they quote; within each, who says it most first.
    pub mouths: Vec<(Mouth, Vec<u32>)>,
}

impl Mouths {
    /// How often, of its own words, the account names an organization with it.
    #[must_use]
    pub fn named(&self) -> u32 {
        let named = self.mouths.iter().filter(|(mouth, _)| mouth.is_name());
        u32::try_from(named.map(|(_, cases)| cases.len()).sum::<usize>()).unwrap_or(u32::MAX)
    }
}

impl Lexis {
    /// Who says a word: for each account in the bundle's order.
    #[must_use]
    pub fn mouths(&self, bundle: &Bundle, head: u32) -> Vec<Mouths> {
        let counts = self.counts(head);
        let mut accounts: Vec<Mouths> =
            counts.into_iter().map(|counts| Mouths { counts, mouths: Vec::new() }).collect();
        for at in self.heads.get(head as usize).map_or(&[][..], |head| &head.cases) {
            let word = &self.words[*at as usize];
            let mouth = Mouth::of(bundle, word);
            let mouths = &mut accounts[word.account as usize].mouths;
            match mouths.iter_mut().find(|(other, _)| *other == mouth) {
                Some((_, cases)) => cases.push(*at),
                None => mouths.push((mouth, vec![*at])),
            }
        }
        for account in &mut accounts {
            // Who comes first in the text stays first among equals.
            account.mouths = sorted(std::mem::take(&mut account.mouths), &|a: &(Mouth, Vec<u32>), b| {
                let first = |mouth: Mouth| (mouth.wording(), mouth.is_name());
                first(a.0).cmp(&first(b.0)).then(b.1.len().cmp(&a.1.len()))
            });
        }
        accounts
    }
}
