//! The measures: how sure a difference is, how large it is, how evenly a word is spread.

/// A count as a number to compute with.
pub(super) fn number(count: u32) -> f64 {
    f64::from(count)
}

/// A figure with two decimals, as tables show it.
#[must_use]
pub fn hundredths(value: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "no figure here is larger")]
    let rounded = (value * 100.0).round() as i64;
    let sign = if rounded < 0 { "-" } else { "" };
    let rounded = rounded.unsigned_abs();
    format!("{sign}{}.{:02}", rounded / 100, rounded % 100)
}

/// The counts to expect if a word were equally frequent in two texts: `here` and `elsewhere` times in so many words.
#[must_use]
pub fn expected(here: u32, elsewhere: u32, words_here: u32, words_elsewhere: u32) -> [f64; 2] {
    let all = number(words_here) + number(words_elsewhere);
    if all <= 0.0 {
        return [0.0, 0.0];
    }
    let both = number(here) + number(elsewhere);
    [number(words_here) * both / all, number(words_elsewhere) * both / all]
}

/// Log-likelihood G²: how sure it is that the frequencies differ.
///
/// `G² = 2 (a ln(a / E1) + b ln(b / E2))`, with the counts `a` and `b`, and the expected counts `E1 = c (a + b) / (c + d)` and
/// `E2 = d (a + b) / (c + d)` in texts of `c` and `d` words. A count of nothing adds nothing. Source: P. Rayson and R.
/// Garside, Comparing corpora using frequency profiling, Proceedings of the Workshop on Comparing Corpora, ACL 2000, pp. 1–6.
#[must_use]
pub fn log_likelihood(here: u32, elsewhere: u32, words_here: u32, words_elsewhere: u32) -> f64 {
    let [e1, e2] = expected(here, elsewhere, words_here, words_elsewhere);
    let part = |count: u32, expected: f64| {
        if count == 0 || expected <= 0.0 { 0.0 } else { number(count) * (number(count) / expected).ln() }
    };
    (2.0 * (part(here, e1) + part(elsewhere, e2))).max(0.0)
}

/// Log ratio: how often the frequency doubles. 1 is twice as frequent here, 2 four times, −1 half as frequent.
///
/// `log2((a / c) / (b / d))`; a count of nothing is taken for half a case. Source: A. Hardie, Log Ratio – an informal
/// introduction, ESRC Centre for Corpus Approaches to Social Science, Lancaster, 28 April 2014.
#[must_use]
pub fn log_ratio(here: u32, elsewhere: u32, words_here: u32, words_elsewhere: u32) -> f64 {
    let rate = |count: u32, words: u32| number(count).max(0.5) / number(words.max(1));
    (rate(here, words_here) / rate(elsewhere, words_elsewhere)).log2()
}

/// Deviation of proportions, normalized: 0 for a word that is spread over the parts as all words are, 1 for one that stands in the
/// smallest alone.
///
/// `DP = ½ Σ |vᵢ − sᵢ|`, with the share `vᵢ` of the word's cases and the share `sᵢ` of all words that part `i` has; divided by
/// `1 − min sᵢ`. Sources: S. Th. Gries, Dispersions and adjusted frequencies in corpora, International Journal of Corpus
/// Linguistics 13 (2008), pp. 403–437; J. Lijffijt and S. Th. Gries, correction, the same 17 (2012), pp. 147–149.
/// `parts` are a part's cases and its words.
#[must_use]
pub fn dispersion(parts: &[(u32, u32)]) -> f64 {
    let sum = |of: fn(&(u32, u32)) -> u32| parts.iter().map(|part| number(of(part))).sum::<f64>();
    let (cases, words) = (sum(|part| part.0), sum(|part| part.1));
    if cases <= 0.0 || words <= 0.0 {
        return 0.0;
    }
    let share = |part: &(u32, u32)| number(part.1) / words;
    let deviation: f64 = parts.iter().map(|part| (number(part.0) / cases - share(part)).abs()).sum();
    let least = parts.iter().map(share).fold(1.0, f64::min);
    if least >= 1.0 { 0.0 } else { (deviation / 2.0 / (1.0 - least)).clamp(0.0, 1.0) }
}

/// The G² from which on a difference is significant at 0.05 when so many words are tested at once (Bonferroni): the value that χ² with
/// one degree of freedom exceeds with a probability of 0.05 divided by the number of tests.
#[must_use]
pub fn critical(tests: u32) -> f64 {
    let level = 0.05 / number(tests.max(1));
    // χ² with one degree of freedom is the square of a normal deviate.
    let (mut low, mut high) = (1.5_f64, 40.0_f64);
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        if 2.0 * upper_tail(middle) > level { low = middle } else { high = middle }
    }
    low * low
}

/// The probability that a normal deviate exceeds `x`, for `x` of 1.5 and more, as a continued fraction. Source: M. Abramowitz
/// and I. A. Stegun, Handbook of Mathematical Functions, 26.2.14.
fn upper_tail(x: f64) -> f64 {
    let fraction = (1..=120_u32).rev().fold(x, |below, at| x + number(at) / below);
    (-x * x / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt() / fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: f64, expected: f64, within: f64) {
        assert!((found - expected).abs() <= within, "{found}, not {expected}");
    }

    #[test]
    fn figures_have_two_decimals() {
        for (value, expected) in
            [(0.0, "0.00"), (-0.001, "0.00"), (1.005, "1.00"), (-0.25, "-0.25"), (33.271, "33.27"), (12.996, "13.00")]
        {
            assert_eq!(hundredths(value), expected);
        }
    }

    /// Ten cases in 1,000 words, five in 2,000. E1 = 1000 × 15 / 3000 = 5, E2 = 2000 × 15 / 3000 = 10.
    /// G² = 2 × (10 ln(10 / 5) + 5 ln(5 / 10)) = 2 × (10 × 0.693147 − 5 × 0.693147) = 2 × 3.465736 = 6.931472.
    #[test]
    fn log_likelihood_by_hand() {
        assert_eq!(expected(10, 5, 1000, 2000), [5.0, 10.0]);
        check(log_likelihood(10, 5, 1000, 2000), 6.931_472, 1e-6);
    }

    /// Twelve cases in 2,000 words, none in 6,000. E1 = 2000 × 12 / 8000 = 3; what is not there adds nothing.
    /// G² = 2 × 12 ln(12 / 3) = 24 × 1.386294 = 33.271065.
    #[test]
    fn log_likelihood_with_nothing_elsewhere() {
        check(log_likelihood(12, 0, 2000, 6000), 33.271_065, 1e-6);
    }

    /// Thirty cases in 10,000 words, 90 in 30,000: the same rate. E1 = 30, E2 = 90, both logarithms are 0.
    #[test]
    fn equal_rates_do_not_differ() {
        check(log_likelihood(30, 90, 10_000, 30_000), 0.0, 1e-12);
        check(log_ratio(30, 90, 10_000, 30_000), 0.0, 1e-12);
    }

    /// Ten in 1,000 is 0.01; five in 2,000 is 0.0025: four times as frequent, log2 4 = 2.
    /// Twelve in 2,000 is 0.006; half a case in 6,000 is 0.00008333: 72 times, log2 72 = 6.169925.
    #[test]
    fn log_ratio_by_hand() {
        check(log_ratio(10, 5, 1000, 2000), 2.0, 1e-12);
        check(log_ratio(5, 10, 2000, 1000), -2.0, 1e-12);
        check(log_ratio(12, 0, 2000, 6000), 6.169_925, 1e-6);
    }

    /// Cases 1, 2, 3, 4, 5 of 15 in five parts of 9, 10, 10,
    /// 10, 11 words of 50. Shares of cases .0667 .1333 .2 .2667 .3333, of words .18 .2 .2 .2 .22: the deviations are .1133 .0667 0 .0667 .1133, half their
    /// sum is .18; divided by 1 − .18 it is .219512.
    #[test]
    fn dispersion_by_hand() {
        check(dispersion(&[(1, 9), (2, 10), (3, 10), (4, 10), (5, 11)]), 0.219_512, 1e-6);
        check(dispersion(&[(3, 10), (3, 10)]), 0.0, 1e-12);
        check(dispersion(&[(3, 10), (0, 10)]), 1.0, 1e-12);
        check(dispersion(&[(3, 10)]), 0.0, 1e-12);
        check(dispersion(&[]), 0.0, 1e-12);
    }

    /// Values of the tables of χ² with one degree of freedom: 3.841 at 0.05, 6.635 at 0.01, 10.828 at 0.001, 15.137 at 0.0001.
    #[test]
    fn critical_values_are_those_of_the_tables() {
        for (tests, value) in [(1, 3.841_459), (5, 6.634_897), (50, 10.827_566), (500, 15.136_705)] {
            check(critical(tests), value, 1e-5);
        }
        check(critical(0), critical(1), 0.0);
    }

    #[test]
    fn texts_without_words_differ_in_nothing() {
        check(log_likelihood(0, 0, 0, 0), 0.0, 0.0);
        assert!(log_ratio(0, 0, 0, 0).is_finite());
        assert!(log_likelihood(u32::MAX, 1, 1, u32::MAX).is_finite());
    }
}
