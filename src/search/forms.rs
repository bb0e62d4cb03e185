//! The other forms of a word: its stem's, the other spelling of English, and what it may be a misspelling of.

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::dictionary::Dictionary;

/// The stem of a folded word (Snowball English).
pub(crate) fn stem(word: &str) -> String {
    Stemmer::create(Algorithm::English).stem(word).into_owned()
}

/// The words of one stem, the word itself left out.
///
/// Only the words that begin like the stem are stemmed; its last letter left out where an ending may have put it there
/// ("occupi" is the stem of "occupy"). So no stem is computed when the index is built, and none is kept.
pub(super) fn of_stem(dictionary: &Dictionary, word: &str, mut take: impl FnMut(u32)) {
    if !word.is_ascii() || word.len() < 3 || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return;
    }
    let stemmer = Stemmer::create(Algorithm::English);
    let stem = stemmer.stem(word);
    let put = usize::from(stem.ends_with(['i', 'e', 'l']));
    let shared = stem.len().saturating_sub(put).max(2).min(word.len());
    if !stem.starts_with(&word[..shared]) {
        return;
    }
    for number in dictionary.beginning(&word[..shared]) {
        let other = dictionary.word(number);
        // No ending that a stem loses is longer than this.
        if other.len() <= stem.len() + 9 && other != word && other.is_ascii() && stemmer.stem(other) == stem {
            take(number);
        }
    }
}

/// British and American: a part of a word, and what stands for it on the other side.
const SPELLINGS: [(&str, &str); 9] = [
    ("our", "or"),
    ("or", "our"),
    ("is", "iz"),
    ("iz", "is"),
    ("yz", "ys"),
    ("nce", "nse"),
    ("nse", "nce"),
    ("ll", "l"),
    ("ogue", "og"),
];

const ENDINGS: [(&str, &str); 6] =
    [("tre", "ter"), ("tres", "ters"), ("ter", "tre"), ("ters", "tres"), ("amme", "am"), ("am", "amme")];

/// The other spellings of a word that the corpus has.
pub(super) fn spellings(dictionary: &Dictionary, word: &str, mut take: impl FnMut(&str)) {
    if word.len() < 5 {
        return;
    }
    let mut check = |other: String| {
        let mut known = dictionary.number(&other).is_some();
        if !known {
            of_stem(dictionary, &other, |_| known = true);
        }
        if known {
            take(&other);
        }
    };
    for (from, to) in SPELLINGS {
        for (at, _) in word.match_indices(from).filter(|(at, _)| *at > 0) {
            check([&word[..at], to, &word[at + from.len()..]].concat());
        }
    }
    for (from, to) in ENDINGS {
        if let Some(bare) = word.strip_suffix(from) {
            check([bare, to].concat());
        }
    }
}

/// The words within so many edits of a word: letters left out, put in, changed, or two changed about.
///
/// A look at every word of the dictionary; most are passed over by their length.
pub(super) fn near(dictionary: &Dictionary, word: &str, edits: usize, mut take: impl FnMut(u32)) {
    let bytes = word.as_bytes();
    for number in 0..dictionary.len() {
        let other = dictionary.word(number).as_bytes();
        if other.len().abs_diff(bytes.len()) <= edits && within(bytes, other, edits) {
            take(number);
        }
    }
}

/// A name as it sounds, whatever transcription it is written in: "Xocalı" and "Khojaly", "Qubadlı" and "Gubadly".
///
/// Letters that stand for one another in transcriptions of Azerbaijani, Armenian and Russian names become one; letters
/// that are said twice, too.
pub(super) fn sound(word: &str) -> String {
    const PAIRS: [(&str, char); 7] =
        [("kh", 'h'), ("gh", 'k'), ("sh", 's'), ("ch", 'C'), ("dzh", 'j'), ("zh", 'j'), ("dj", 'j')];
    let mut sound = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let pair = PAIRS.iter().find(|(letters, _)| rest.starts_with(letters));
        let (letter, length) = match (pair, first) {
            (Some((letters, letter)), _) => (*letter, letters.len()),
            (None, 'q' | 'g') => ('k', 1),
            (None, 'x') => ('h', 1),
            (None, 'c') => ('j', 1),
            (None, 'y') => ('i', 1),
            (None, 'w') => ('v', 1),
            (None, 'e') => ('a', 1),
            (None, 'u') => ('o', 1),
            _ => (first, first.len_utf8()),
        };
        if !sound.ends_with(letter) {
            sound.push(letter);
        }
        rest = &rest[length..];
    }
    sound
}

/// Whether two words are no more than so many edits apart (bytes of folded words; nearly always ASCII).
fn within(mut a: &[u8], mut b: &[u8], edits: usize) -> bool {
    while let ([x, rest_a @ ..], [y, rest_b @ ..]) = (a, b)
        && x == y
    {
        (a, b) = (rest_a, rest_b);
    }
    while let ([rest_a @ .., x], [rest_b @ .., y]) = (a, b)
        && x == y
    {
        (a, b) = (rest_a, rest_b);
    }
    if a.is_empty() || b.is_empty() {
        return a.len().max(b.len()) <= edits;
    }
    if edits == 0 || a.len().abs_diff(b.len()) > edits {
        return false;
    }
    if let ([x1, x2, rest_a @ ..], [y1, y2, rest_b @ ..]) = (a, b)
        && x1 == y2
        && x2 == y1
        && within(rest_a, rest_b, edits - 1)
    {
        return true;
    }
    within(&a[1..], &b[1..], edits - 1) || within(&a[1..], b, edits - 1) || within(a, &b[1..], edits - 1)
}

#[cfg(test)]
mod tests {
    use super::super::dictionary::Collector;
    use super::*;

    fn dictionary(words: &str) -> Dictionary {
        let mut collector = Collector::default();
        words.split(' ').for_each(|word| {
            collector.number(word);
        });
        collector.sorted().0
    }

    #[test]
    fn forms_of_one_stem() {
        let words = "occupation occupied occupiers occupies occupy occupying occult war wars warning";
        let dictionary = dictionary(words);
        let check = |word: &str, expected: &str| {
            let mut found = Vec::new();
            of_stem(&dictionary, word, |number| found.push(dictionary.word(number)));
            assert_eq!(found.join(" "), expected, "{word}");
        };
        check("occupying", "occupied occupiers occupies occupy");
        check("war", "wars");
        check("və", "");
    }

    #[test]
    fn two_spellings_of_english() {
        let dictionary = dictionary("defence kilometres armoured borderization program recognised");
        let check = |word: &str, expected: &str| {
            let mut found = Vec::new();
            spellings(&dictionary, word, |other| found.push(other.to_owned()));
            assert_eq!(found.join(" "), expected, "{word}");
        };
        check("defense", "defence");
        check("kilometers", "kilometres");
        check("armored", "armoured");
        check("borderisation", "borderization");
        check("programme", "program");
        check("recognized", "recognised");
        check("force", "");
    }

    #[test]
    fn names_in_other_transcriptions() {
        for (a, b) in [
            ("xocali", "khojaly"),
            ("qubadli", "gubadly"),
            ("kelbajar", "kelbadjar"),
            ("qarabag", "garabagh"),
            ("cebrayil", "jabrayil"),
            ("shoushi", "shushi"),
            ("pashinian", "pashinyan"),
        ] {
            assert_eq!(sound(a), sound(b), "{a} {b}");
        }
        assert_ne!(sound("shusha"), sound("zangilan"));
    }

    #[test]
    fn edits() {
        for (a, b, edits) in [
            ("karabach", "karabakh", 1),
            ("corridoor", "corridor", 1),
            ("genocid", "genocide", 1),
            ("massacer", "massacre", 1),
            ("war", "war", 0),
            ("demarkation", "demarcation", 1),
            ("nagorono", "nagorno", 1),
            ("ceasfier", "ceasefire", 2),
        ] {
            assert!(within(a.as_bytes(), b.as_bytes(), edits), "{a} {b}");
            assert!(edits == 0 || !within(a.as_bytes(), b.as_bytes(), edits - 1), "{a} {b}");
        }
    }
}
