//! The company a word keeps in an account: what stands beside it more often than elsewhere in the same account.

use super::score::{log_likelihood, log_ratio};
use super::{FLOOR, Lexis};
use crate::search::sorted;

/// So many words before it and behind it, within a sentence.
pub const WINDOW: usize = 5;

/// A collocate stands beside the word so many times.
pub const NEAR_AT_LEAST: u32 = 3;

/// The G² a collocate has at least: χ² with one degree of freedom at 0.001.
pub const SURE: f64 = 10.83;

/// A word beside another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Collocate {
    /// The word, by index into [`Lexis::heads`].
    pub head: u32,
    /// How often it stands beside the word.
    pub near: u32,
    /// How often elsewhere in the account.
    pub far: u32,
    /// How much more frequent it is beside the word: [`log_ratio`].
    pub ratio: f64,
    /// How sure that is: [`log_likelihood`].
    pub evidence: f64,
}

/// What stands beside a word in an account.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collocates {
    /// How often the word stands in the account's own words. Where that is less than [`FLOOR`], nothing was looked for.
    pub cases: u32,
    /// Words that stand beside it.
    pub near: u32,
    /// All other words of the account.
    pub far: u32,
    /// Its collocates, surest first. Words of grammar are left out.
    pub words: Vec<Collocate>,
}

impl Collocates {
    /// Whether the word is too rare here for collocates.
    #[must_use]
    pub const fn too_few(&self) -> bool {
        self.cases < FLOOR
    }
}

impl Lexis {
    /// The collocates of a word in an account, both in its own words. What stands beside two cases counts once.
    #[must_use]
    pub fn collocates(&self, account: u32, head: u32) -> Collocates {
        let own = |at: usize| {
            let word = self.words.get(at).filter(|word| word.account == account && word.wording.is_own())?;
            Some(word)
        };
        let mut near = vec![false; self.words.len()];
        let mut found = Collocates::default();
        let cases = self.heads.get(head as usize).map_or(&[][..], |head| &head.cases);
        for at in cases.iter().map(|at| *at as usize) {
            let Some(word) = own(at) else { continue };
            found.cases += 1;
            let window = at.saturating_sub(WINDOW)..(at + WINDOW + 1).min(near.len());
            for other in window.filter(|other| own(*other).is_some_and(|own| own.sentence == word.sentence)) {
                near[other] = true;
            }
        }
        let mut counts: Vec<[u32; 2]> = vec![[0; 2]; self.heads.len()];
        for (at, near) in near.into_iter().enumerate() {
            if let Some(word) = own(at).filter(|word| word.head != head) {
                counts[word.head as usize][usize::from(!near)] += 1;
                *(if near { &mut found.near } else { &mut found.far }) += 1;
            }
        }
        if found.too_few() {
            return found;
        }
        for (other, [near, far]) in (0_u32..).zip(counts) {
            let ratio = log_ratio(near, far, found.near, found.far);
            let evidence = log_likelihood(near, far, found.near, found.far);
            let function = self.heads[other as usize].function;
            if near >= NEAR_AT_LEAST && ratio > 0.0 && evidence >= SURE && !function {
                found.words.push(Collocate { head: other, near, far, ratio, evidence });
            }
        }
        let words = std::mem::take(&mut found.words);
        found.words = sorted(words, &|a: &Collocate, b: &Collocate| b.evidence.total_cmp(&a.evidence));
        found
    }
}
