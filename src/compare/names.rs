//! What each account calls a place.

use super::order::by_count;
use crate::annotate::place::Mention;
use crate::corpus::{Bundle, ByteRange};

/// One spelling in one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The words.
    pub words: String,
    /// Where they stand: index of the document, of the passage, and the bytes.
    pub uses: Vec<(usize, usize, ByteRange)>,
}

/// A place, and its spellings in each account in the bundle's order, the most frequent first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// Index of the place.
    pub place: usize,
    /// Spellings by account.
    pub accounts: Vec<Vec<Spelling>>,
}

impl Names {
    /// How often the place is named.
    #[must_use]
    pub fn total(&self) -> usize {
        self.accounts.iter().flatten().map(|spelling| spelling.uses.len()).sum()
    }

    /// How many spellings it has, over all accounts.
    #[must_use]
    pub fn spellings(&self) -> usize {
        let mut words: Vec<&str> = Vec::new();
        for spelling in self.accounts.iter().flatten() {
            if !words.contains(&spelling.words.as_str()) {
                words.push(&spelling.words);
            }
        }
        words.len()
    }
}

/// All places that are named, in the bundle's order: that of their headings.
#[must_use]
pub fn names(bundle: &Bundle, mentions: &[Mention]) -> Vec<Names> {
    let mut names: Vec<Names> = (0..bundle.places.len())
        .map(|place| Names { place, accounts: vec![Vec::new(); bundle.accounts.len()] })
        .collect();
    for mention in mentions {
        let document = &bundle.documents[mention.document];
        let Some(account) = bundle.accounts.iter().position(|account| account.id == document.account) else { continue };
        let words = document.passages[mention.passage].text_in(&document.text, mention.range);
        let spellings = &mut names[mention.place].accounts[account];
        let place = (mention.document, mention.passage, mention.range);
        match spellings.iter_mut().find(|spelling| spelling.words == words) {
            Some(spelling) => spelling.uses.push(place),
            None => spellings.push(Spelling { words, uses: vec![place] }),
        }
    }
    for spellings in names.iter_mut().flat_map(|names| &mut names.accounts) {
        *spellings = by_count(std::mem::take(spellings), |spelling| spelling.uses.len());
    }
    names.retain(|names| names.total() > 0);
    names
}
