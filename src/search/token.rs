//! A text as words: folded, with the bytes they stand at.
//!
//! A word is a run of letters and digits. Apostrophes within it are left out ("O’Neill" is "oneill"), and a genitive's
//! ending is no part of it ("Azerbaijanʼs" is "azerbaijan"). Words tied together by hyphens or slashes are words of
//! their own, and one [joined](Token::spans) word besides: "cease-fire" is "cease", "fire" and "ceasefire"; "S/2020/1104"
//! is also "s20201104", and "15,000" is also "15000".

use super::fold::{self, Class, class};

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
    /// 0 for a plain word. Otherwise it is another form of so many words that follow: joined, or transcribed.
    pub spans: u8,
}

/// No word is longer; what goes on is another word.
const LONGEST: usize = 60;
/// No more parts than these are joined.
const MOST_JOINED: usize = 7;

/// Splits texts into words. Keeps its buffers from one text to the next.
#[derive(Default)]
pub struct Tokenizer {
    /// The folded parts of the words that are tied together, one after another.
    folded: String,
    parts: Vec<Part>,
    transcribed: String,
    transcribes: bool,
}

struct Part {
    start: usize,
    end: usize,
    /// Where its letters begin in `folded`.
    folded: usize,
}

impl Tokenizer {
    /// Hands over every word of a text with its folded letters, in order; a joined word comes before its parts.
    pub fn each(&mut self, text: &str, mut emit: impl FnMut(&str, Token)) {
        self.clear();
        let bytes = text.as_bytes();
        let mut at = 0;
        let mut tied = false;
        while at < bytes.len() {
            if !tied || self.parts.len() > MOST_JOINED {
                if !self.parts.is_empty() {
                    self.flush(&mut emit);
                }
                // Nearly all words are plain letters, with a space, two marks or the end behind them: none goes on there.
                let (end, small) = plain(bytes, at);
                let divides =
                    |at: usize| bytes.get(at).is_none_or(|byte| byte.is_ascii() && PLAIN[usize::from(*byte)] == 0);
                if end == at && divides(at) {
                    at += 1;
                    continue;
                }
                if end > at && (bytes.get(end) == Some(&b' ') || divides(end) && divides(end + 1)) {
                    let token = Token { start: at, end, spans: 0 };
                    if small {
                        emit(&text[at..end], token);
                    } else {
                        self.folded.push_str(&text[at..end]);
                        self.folded.make_ascii_lowercase();
                        emit(&self.folded, token);
                        self.folded.clear();
                    }
                    (at, tied) = (end + 1, false);
                    continue;
                }
            }
            let (c, length) = character(text, at);
            match class(c) {
                Class::Word => {
                    at = self.word(text, at);
                    let next = character(text, at);
                    tied = ties(text, at, next, self.parts.last());
                    if tied {
                        at += next.1;
                    }
                }
                _ => at += length,
            }
        }
        self.flush(&mut emit);
    }

    fn clear(&mut self) {
        self.folded.clear();
        self.parts.clear();
        self.transcribed.clear();
        self.transcribes = false;
    }

    /// Reads the word at `at`; where it ends, with the ending of a genitive.
    fn word(&mut self, text: &str, mut at: usize) -> usize {
        let (start, folded) = (at, self.folded.len());
        at = plain(text.as_bytes(), start).0;
        self.folded.push_str(&text[start..at]);
        self.folded[folded..].make_ascii_lowercase();
        if self.transcribes {
            self.transcribed.push_str(&self.folded[folded..]);
        }
        let mut end = at;
        let mut single = at == start + 1;
        let mut abbreviation = false;
        loop {
            let (c, length) = character(text, at);
            if length == 0 {
                break;
            }
            match class(c) {
                Class::Word => {
                    if end - start > LONGEST {
                        break;
                    }
                    single = end == start || single && abbreviation;
                    let before = &text[start..at];
                    if !c.is_ascii() && !self.transcribes && fold::transcribed(c).is_some() {
                        self.transcribes = true;
                        self.transcribed.push_str(&self.folded[folded..]);
                    }
                    if self.transcribes {
                        match fold::transcribed(c) {
                            Some(letters) => self.transcribed.push_str(letters),
                            None => fold::push(c, before, &mut self.transcribed),
                        }
                    }
                    fold::push(c, before, &mut self.folded);
                    at += length;
                    end = at;
                }
                Class::Hidden => at += length,
                Class::Apostrophe => {
                    let (next, more) = character(text, at + length);
                    if class(next) != Class::Word {
                        break;
                    }
                    let after = character(text, at + length + more).0;
                    if matches!(next, 's' | 'S') && class(after) != Class::Word {
                        self.part(start, end, folded);
                        return at + length + more;
                    }
                    single = false;
                    at += length;
                }
                Class::Point if single && !text.as_bytes()[start].is_ascii_digit() => {
                    // "U.S.": single letters with points between them are one word.
                    let (next, more) = character(text, at + length);
                    let after = character(text, at + length + more).0;
                    if class(next) != Class::Word || next.is_ascii_digit() || class(after) == Class::Word {
                        break;
                    }
                    abbreviation = true;
                    at += length;
                }
                _ => break,
            }
        }
        self.part(start, end, folded);
        at
    }

    fn part(&mut self, start: usize, end: usize, folded: usize) {
        // A "ь" alone folds to nothing, and is no word.
        if self.folded.len() > folded {
            self.parts.push(Part { start, end, folded });
        }
    }

    fn flush(&mut self, emit: &mut impl FnMut(&str, Token)) {
        let [first, rest @ ..] = self.parts.as_slice() else { return };
        let end = rest.last().unwrap_or(first).end;
        let whole = |spans| Token { start: first.start, end, spans };
        if (1..MOST_JOINED).contains(&rest.len()) && self.folded.len() <= LONGEST * 2 {
            emit(&self.folded, whole(u8::try_from(rest.len() + 1).unwrap_or(0)));
        }
        if rest.is_empty() && self.transcribes {
            emit(&self.transcribed, whole(1));
        }
        let mut part = first;
        for next in rest {
            emit(&self.folded[part.folded..next.folded], Token { start: part.start, end: part.end, spans: 0 });
            part = next;
        }
        emit(&self.folded[part.folded..], Token { start: part.start, end: part.end, spans: 0 });
        self.clear();
    }
}

/// Where the plain letters and digits that stand from `at` on end, or a word that is too long; and whether all are small.
fn plain(bytes: &[u8], at: usize) -> (usize, bool) {
    let mut all = SMALL;
    let mut length = 0;
    for byte in &bytes[at..bytes.len().min(at + LONGEST)] {
        let plain = PLAIN[usize::from(*byte)];
        if plain == 0 {
            break;
        }
        all &= plain;
        length += 1;
    }
    (at + length, all == SMALL)
}

/// What is no capital.
const SMALL: u8 = 3;

/// 0 for a byte that is no plain letter and no digit, else [`SMALL`], or 1 for a capital.
const PLAIN: [u8; 256] = {
    let mut plain = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        plain[byte as usize] = match byte {
            b'a'..=b'z' | b'0'..=b'9' => SMALL,
            b'A'..=b'Z' => 1,
            _ => 0,
        };
        byte += 1;
    }
    plain
};

/// The character at `at` and its length in bytes; at the end one that is no word, of no length.
fn character(text: &str, at: usize) -> (char, usize) {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => (char::from(*byte), 1),
        Some(_) => text[at..].chars().next().map_or(('\0', 0), |c| (c, c.len_utf8())),
        None => ('\0', 0),
    }
}

/// Whether the mark behind a word ties it to the next.
fn ties(text: &str, at: usize, (mark, length): (char, usize), word: Option<&Part>) -> bool {
    let kind = class(mark);
    if !matches!(kind, Class::Hyphen | Class::Slash | Class::Comma) {
        return false;
    }
    let rest = &text.as_bytes()[at + length..];
    if kind != Class::Comma {
        return class(character(text, at + length).0) == Class::Word;
    }
    let digits = |bytes: &[u8]| bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let before = word.is_some_and(|word| {
        let bytes = &text.as_bytes()[word.start..word.end];
        bytes.len() <= 3 && digits(bytes) == bytes.len()
    });
    before && digits(rest) == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let mut told = Vec::new();
        Tokenizer::default().each(text, |folded, token| {
            assert!(text.is_char_boundary(token.start) && text.is_char_boundary(token.end));
            assert!(token.start < token.end);
            told.push(if token.spans > 0 { format!("{folded}+{}", token.spans) } else { folded.to_owned() });
        });
        told.join(" ")
    }

    #[test]
    fn words() {
        for (text, expected) in [
            ("The Republic of Azerbaijan.", "the republic of azerbaijan"),
            ("Azerbaijanʼs, Armenia's and Baku’s", "azerbaijan armenia and baku"),
            ("the forces’ positions", "the forces positions"),
            ("O’Neill and ‘levelled’", "oneill and levelled"),
            ("cease-fire, cease–fire", "ceasefire+2 cease fire ceasefire+2 cease fire"),
            ("war — peace – now", "war peace now"),
            ("S/2020/1104", "s20201104+3 s 2020 1104"),
            ("15,000 of 1,275,300", "15000+2 15 000 of 1275300+3 1 275 300"),
            ("in 2020, 300", "in 2020 300"),
            ("the U.S. and the U․S. State", "the us and the us state"),
            ("No. 366. J.S. Davidson", "no 366 js davidson"),
            ("Goris\u{a0}–\u{a0}Kapan", "goris kapan"),
            ("Aşağı Əskipara", "ashaghi+1 asagi askipara+1 eskipara"),
            ("İlham Çelik", "ilham chelik+1 celik"),
            ("co\u{ad}operation", "cooperation"),
            ("44-day", "44day+2 44 day"),
            ("— … “”", ""),
            ("", ""),
            ("3.5 km", "3 5 km"),
            ("a--b x''y A. B U.S", "a b x y a b us"),
            ("don't, can' t", "dont can t"),
            ("1,,234 word-", "1 234 word"),
            ("a-\u{301}b é a É ABC def", "a b e a e abc def"),
            ("Ь съ-ь ъ-Ереван", "s yerevan"),
            ("well-to-do. end", "welltodo+3 well to do end"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn offsets_are_those_of_the_text() {
        let text = "«Aşağı Əskipara», Azerbaijanʼs cease–fire";
        let mut told = Vec::new();
        Tokenizer::default().each(text, |_, token| told.push(&text[token.start..token.end]));
        assert_eq!(told, ["Aşağı", "Aşağı", "Əskipara", "Əskipara", "Azerbaijan", "cease–fire", "cease", "fire"]);
        // The index counts on it that none begins before the one that came before it.
        let mut last = 0;
        Tokenizer::default().each(text, |_, token| {
            assert!(last <= token.start);
            last = token.start;
        });
    }

    #[test]
    fn long_runs_are_cut() {
        for (length, behind) in [(500, ""), (60, " "), (60, ", "), (61, " "), (61, ", "), (121, "")] {
            let text = "a".repeat(length) + behind;
            let (mut longest, mut whole) = (0, 0);
            Tokenizer::default().each(&text, |_, token| {
                longest = longest.max(token.end - token.start);
                whole += token.end - token.start;
            });
            assert!((1..=100).contains(&longest) && whole == length, "{length} {longest} {whole}");
        }
    }
}
