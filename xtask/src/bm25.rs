//! BM25 over stems, as search engines have it out of the box: what the engine's relations are held against.

use std::collections::BTreeMap;

use snowball_stemmers_rs::{Algorithm, Stemmer};

/// Mentions at which a stem counts half of what it can count at most, and how far a text's length divides it: the values
/// that Lucene starts from (Robertson and Zaragoza 2009).
const K1: f64 = 1.2;
const B: f64 = 0.75;

/// The best first: for each text, the others that share stems with it.
pub struct Bm25 {
    texts: Vec<BTreeMap<String, f64>>,
    /// Stem → how rare it is.
    rarity: BTreeMap<String, f64>,
    /// Each text's length in parts of the mean.
    lengths: Vec<f64>,
}

impl Bm25 {
    pub fn new<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let stemmer = Stemmer::create(Algorithm::English);
        let texts: Vec<BTreeMap<String, f64>> = texts.map(|text| stems(&stemmer, text)).collect();
        let mut having: BTreeMap<String, f64> = BTreeMap::new();
        for stem in texts.iter().flat_map(BTreeMap::keys) {
            *having.entry(stem.clone()).or_default() += 1.0;
        }
        let all = texts.iter().map(|_| 1.0).sum::<f64>();
        let rarity = having.into_iter().map(|(stem, n)| (stem, ((all - n + 0.5) / (n + 0.5)).ln_1p())).collect();
        let lengths: Vec<f64> = texts.iter().map(|text| text.values().sum()).collect();
        let mean = lengths.iter().sum::<f64>() / all.max(1.0);
        Self { texts, rarity, lengths: lengths.iter().map(|length| length / mean.max(f64::EPSILON)).collect() }
    }

    /// How well the text at `answer` answers the one at `query`, all of whose stems are asked for.
    pub fn score(&self, query: usize, answer: usize) -> f64 {
        let (text, length) = (&self.texts[answer], self.lengths[answer]);
        let part = |(stem, _): (&String, &f64)| {
            let mentions = text.get(stem)?;
            Some(self.rarity.get(stem)? * mentions * (K1 + 1.0) / (mentions + K1 * (1.0 - B + B * length)))
        };
        self.texts[query].iter().filter_map(part).sum()
    }
}

fn stems(stemmer: &Stemmer, text: &str) -> BTreeMap<String, f64> {
    let mut stems = BTreeMap::new();
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    for word in words {
        *stems.entry(stemmer.stem(&word.to_lowercase()).into_owned()).or_default() += 1.0;
    }
    stems
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two of three texts have the stem, one of them twice.
    #[test]
    fn scores_are_those_of_the_formula() {
        let found = Bm25::new(["occupied", "occupies, occupying", "a very small talk"].into_iter());
        let mean = 7.0 / 3.0;
        let by_hand = 1.6_f64.ln() * 2.0 * 2.2 / (2.0 + 1.2 * (0.25 + 0.75 * 2.0 / mean));
        assert!((found.score(0, 1) - by_hand).abs() < 1e-12, "{} is not {by_hand}", found.score(0, 1));
        assert!(found.score(0, 2) == 0.0 && found.score(2, 0) == 0.0);
    }
}
