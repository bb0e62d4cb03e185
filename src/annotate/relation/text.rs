//! Text as a row of content words: stems and sentences.

use snowball_stemmers_rs::{Algorithm, Stemmer};

/// A content word.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Its stem (Snowball English).
    pub stem: String,
    /// The word in lower case, without a genitive's ending.
    pub word: String,
    /// The sentence it stands in, from 0.
    pub sentence: usize,
}

/// Words that say nothing of the matter.
const FUNCTION_WORDS: [&str; 123] = [
    "a", "about", "after", "against", "alia", "also", "an", "and", "any", "are", "as", "at", "be", "been", "before",
    "being", "between", "both", "but", "by", "can", "cannot", "could", "did", "do", "does", "during", "e", "each",
    "for", "from", "h", "h.e", "had", "has", "have", "having", "he", "her", "him", "his", "i", "if", "in", "inter",
    "into", "is", "it", "its", "may", "might", "more", "most", "mr", "mrs", "must", "neither", "never", "no", "none",
    "nor", "not", "of", "off", "on", "only", "or", "other", "others", "out", "over", "per", "s", "said", "same",
    "saying", "shall", "she", "should", "so", "some", "such", "t", "than", "that", "the", "their", "them", "then",
    "there", "these", "they", "this", "those", "three", "through", "to", "toward", "towards", "two", "under", "up",
    "upon", "us", "very", "via", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom",
    "whose", "will", "with", "without", "would", "you", "your",
];

/// Reads words and stems them alike wherever they come from: texts, cues, names.
pub(super) struct Reader {
    stemmer: Stemmer,
}

impl Reader {
    pub(super) fn new() -> Self {
        Self { stemmer: Stemmer::create(Algorithm::English) }
    }

    /// The stem of a word in lower case.
    pub(super) fn stem(&self, word: &str) -> String {
        self.stemmer.stem(word).into_owned()
    }

    /// The content words of a text.
    pub(super) fn tokens(&self, text: &str) -> Vec<Token> {
        let mut found = Vec::new();
        let mut sentence = 0;
        let mut end = 0;
        for (start, raw) in words(text) {
            if ends_sentence(&text[end..start]) {
                sentence += 1;
            }
            end = start + raw.len();
            let word = plain(raw);
            if !is_function_word(&word) {
                found.push(Token { stem: self.stem(&word), word, sentence });
            }
        }
        found
    }
}

/// Whether a word in lower case says nothing of the matter.
pub(super) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.contains(&word)
}

/// In lower case, with straight apostrophes, without the ending of a genitive.
pub(super) fn plain(raw: &str) -> String {
    let word: String = raw.to_lowercase().chars().map(|c| if is_apostrophe(c) { '\'' } else { c }).collect();
    let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).unwrap_or(&word);
    bare.to_owned()
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Words with their offsets: letters and digits, held together by single hyphens, apostrophes and points.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut start = None;
    while let Some((at, c)) = chars.next() {
        // MODIFIER LETTER APOSTROPHE is a letter to Unicode, and an apostrophe in these texts.
        let letter = c.is_alphanumeric() && !is_apostrophe(c);
        if letter {
            start.get_or_insert(at);
            continue;
        }
        let joins = c == '-' || c == '.' || is_apostrophe(c);
        let goes_on = chars.peek().is_some_and(|(_, next)| next.is_alphanumeric() && !is_apostrophe(*next));
        if let Some(from) = start
            && !(joins && goes_on)
        {
            found.push((from, &text[from..at]));
            start = None;
        }
    }
    if let Some(from) = start {
        found.push((from, &text[from..]));
    }
    found
}

/// Whether what stands between two words ends a sentence: a final mark, closing quotes and brackets, then a space.
fn ends_sentence(between: &str) -> bool {
    let mut after_mark = false;
    for c in between.chars() {
        match c {
            '.' | '!' | '?' | ';' | ':' => after_mark = true,
            '"' | '”' | '’' | '\'' | ')' | ']' => {}
            c if c.is_whitespace() && after_mark => return true,
            _ => after_mark = false,
        }
    }
    false
}
