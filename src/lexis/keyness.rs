//! What an account says more than the others taken together.

use super::score::{critical, dispersion, expected, log_likelihood, log_ratio};
use super::{FLOOR, Lexis};
use crate::search::sorted;

/// Into so many equal parts an account's own words are cut, in their order, to see how a word is spread.
const PARTS: usize = 10;

/// A keyword stands in so many of these parts.
pub const PARTS_AT_LEAST: u32 = 3;

/// Both counts that are expected are no smaller: below that, G² is no longer near χ². Source: P. Rayson, D. Berridge and B.
/// Francis, Extending the Cochran rule for the comparison of word frequencies between corpora, JADT 2004, pp. 926–936.
pub const EXPECTED_AT_LEAST: f64 = 1.0;

/// A word that an account says more than the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Keyword {
    /// The word, by index into [`Lexis::heads`].
    pub head: u32,
    /// How often it stands in the account's own words.
    pub here: u32,
    /// How often in those of the others.
    pub elsewhere: u32,
    /// How much more frequent it is here: [`log_ratio`].
    pub ratio: f64,
    /// How sure that is: [`log_likelihood`].
    pub evidence: f64,
    /// In how many of ten equal parts of the account it stands.
    pub parts: u32,
    /// How unevenly it is spread over them: [`dispersion`].
    pub spread: f64,
}

/// The keywords of an account.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyness {
    /// The account, by index.
    pub account: u32,
    /// Own words of the account.
    pub here: u32,
    /// Own words of the others.
    pub elsewhere: u32,
    /// How many words were tested: those with [`FLOOR`] cases here.
    pub tested: u32,
    /// The G² that a keyword has at least: significant at 0.05 after Bonferroni's correction for the tests.
    pub critical: f64,
    /// The keywords, surest first; words of grammar among them.
    pub words: Vec<Keyword>,
}

impl Lexis {
    /// What an account says more than the others, in its own words and theirs.
    #[must_use]
    pub fn keyness(&self, account: u32) -> Keyness {
        let own = |account: usize| self.sizes.get(account).map_or(0, |size| size.own);
        let here = own(account as usize);
        let elsewhere = (0..self.sizes.len()).filter(|other| *other != account as usize).map(own).sum();
        let place = self.places(account);
        let mut tested = 0;
        let mut words = Vec::new();
        for head in 0..u32::try_from(self.heads.len()).unwrap_or(u32::MAX) {
            let mut counts = [0; 2];
            let mut parts = [(0, 0); PARTS];
            for at in &self.heads[head as usize].cases {
                let word = &self.words[*at as usize];
                if word.wording.is_own() {
                    counts[usize::from(word.account != account)] += 1;
                    if word.account == account {
                        parts[place(*at)].0 += 1;
                    }
                }
            }
            let [a, b] = counts;
            if a < FLOOR {
                continue;
            }
            tested += 1;
            let standing = parts.iter().filter(|part| part.0 > 0).count();
            let standing = u32::try_from(standing).unwrap_or(u32::MAX);
            let ratio = log_ratio(a, b, here, elsewhere);
            let enough = expected(a, b, here, elsewhere).into_iter().all(|count| count >= EXPECTED_AT_LEAST);
            if ratio <= 0.0 || !enough || standing < PARTS_AT_LEAST {
                continue;
            }
            // The parts are equal but for one word: their sizes are those of the whole, cut.
            for (at, part) in (0_u32..).zip(parts.iter_mut()) {
                part.1 = share(here, at + 1) - share(here, at);
            }
            let evidence = log_likelihood(a, b, here, elsewhere);
            words.push(Keyword {
                head,
                here: a,
                elsewhere: b,
                ratio,
                evidence,
                parts: standing,
                spread: dispersion(&parts),
            });
        }
        let critical = critical(tested);
        words.retain(|word| word.evidence >= critical);
        // Equals stay in the order of the words.
        let words = sorted(words, &|a: &Keyword, b: &Keyword| b.evidence.total_cmp(&a.evidence));
        Keyness { account, here, elsewhere, tested, critical, words }
    }

    /// In which of the equal parts of an account's own words the word at an index stands.
    fn places(&self, account: u32) -> impl Fn(u32) -> usize {
        let own = self.words.iter().enumerate().filter(|(_, word)| word.account == account && word.wording.is_own());
        let own: Vec<u32> = own.filter_map(|(at, _)| u32::try_from(at).ok()).collect();
        let size = u32::try_from(own.len()).unwrap_or(u32::MAX);
        let starts: Vec<u32> = (1..10).filter_map(|part| own.get(share(size, part) as usize)).copied().collect();
        move |at| starts.partition_point(|start| *start <= at)
    }
}

/// Where so many tenths of a size end.
fn share(size: u32, tenths: u32) -> u32 {
    u32::try_from(u64::from(size) * u64::from(tenths) / 10).unwrap_or(u32::MAX)
}
