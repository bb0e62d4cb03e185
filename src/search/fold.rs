//! Letters as they are compared: without case and without marks, so that "Qızılhacılı" is "qizilhacili".
//!
//! Tables of three Latin blocks, 656 bytes; Unicode's own tables would weigh more than the rest of the search. Greek,
//! Cyrillic and Armenian lose their case by arithmetic; all other letters stay as they are.

/// What a character is to the tokenizer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A letter or a digit.
    Word,
    /// An apostrophe, of any shape.
    Apostrophe,
    /// A hyphen, or an en dash that ties words together.
    Hyphen,
    /// A full stop; U+2024 stands for it in abbreviations.
    Point,
    /// Between the parts of a symbol: "S/2020/1104".
    Slash,
    /// A comma: between groups of digits it belongs to the number.
    Comma,
    /// Seen by nobody: combining marks, soft hyphens, joiners. No part of a word, no end of one.
    Hidden,
    /// Anything else parts words.
    Other,
}

/// The class of a character.
#[must_use]
pub const fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Class::Word,
        '\'' | '`' | '´' | '‘' | '’' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʿ' | '′' => Class::Apostrophe,
        '-' | '‐' | '‑' | '‒' | '–' | '−' => Class::Hyphen,
        '.' | '․' => Class::Point,
        '/' => Class::Slash,
        ',' => Class::Comma,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => Class::Hidden,
        '\0'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{e000}'..='\u{f8ff}' => {
            Class::Other
        }
        '\u{ff00}'..='\u{ff0f}' | '\u{fff0}'..='\u{1ffff}' => Class::Other,
        _ => Class::Word,
    }
}

/// U+00C0 to U+017F. A digit stands for two letters, `.` for a letter that stays as it is.
const LATIN: &[u8; 192] = b"aaaaaa1ceeeeiiiidnooooo.ouuuuy43aaaaaa1ceeeeiiiidnooooo.ouuuuy4yaaaaaacccccccc\
ddddeeeeeeeeeegggggggghhhhiiiiiiiiii55jjkkkllllllllllnnnnnnnnnoooooo22rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// U+0180 to U+024F.
const LATIN_B: &[u8; 208] =
    b"bbbb..occdddddeeeffgghiikkl.mnnooo..pprss..ttttuuuvyyzzz...z........666777888aaiioouuuuuuuuuu\
eaaaa11ggggkkoooozzj999ggh.nnaa11ooaaaaeeeeiiiioooorrrruuuussttyyhhndoozzaaeeooooooooyylntjdqaccltszqqbuveejjqqrryy";

/// U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &[u8; 256] =
    b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooo\
pppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasss3daaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee\
iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy";

const PAIRS: [&str; 9] = ["ae", "oe", "ss", "th", "ij", "dz", "lj", "nj", "dz"];

/// Appends a letter or digit, folded.
pub fn push(c: char, folded: &mut String) {
    if c.is_ascii() {
        folded.push(c.to_ascii_lowercase());
        return;
    }
    let code = c as usize;
    let entry = match code {
        0xc0..=0x17f => LATIN.get(code - 0xc0),
        0x180..=0x24f => LATIN_B.get(code - 0x180),
        0x1e00..=0x1eff => LATIN_ADDITIONAL.get(code - 0x1e00),
        // ə, the one letter of Azerbaijani beyond the blocks above.
        0x259 => Some(&b'e'),
        _ => None,
    };
    match entry {
        Some(digit @ b'1'..=b'9') => folded.push_str(PAIRS[usize::from(digit - b'1')]),
        Some(letter @ b'a'..=b'z') => folded.push(char::from(*letter)),
        _ => folded.push(small(c)),
    }
}

/// The small letter of scripts that have case and lie in one row.
fn small(c: char) -> char {
    let distance = match c {
        'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        'Ա'..='Ֆ' => 48,
        _ => 0,
    };
    char::from_u32(c as u32 + distance).unwrap_or(c)
}

/// How English writes a letter in names of Turkic languages where it does not just leave out the mark: "Askipara" for
/// "Əskipara", "Chelik" for "Çelik".
#[must_use]
pub const fn transcribed(c: char) -> Option<&'static str> {
    match c {
        'Ə' | 'ə' => Some("a"),
        'Ş' | 'ş' => Some("sh"),
        'Ç' | 'ç' => Some("ch"),
        'Ğ' | 'ğ' => Some("gh"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(word: &str) -> String {
        let mut folded = String::new();
        word.chars().filter(|c| class(*c) == Class::Word).for_each(|c| push(c, &mut folded));
        folded
    }

    #[test]
    fn letters_lose_case_and_marks() {
        for (word, expected) in [
            ("Əskipara", "eskipara"),
            ("Qızılhacılı", "qizilhacili"),
            ("İlham", "ilham"),
            ("I\u{307}lham", "ilham"),
            ("Çelik", "celik"),
            ("Aşağı", "asagi"),
            ("Mélanie", "melanie"),
            ("Željana", "zeljana"),
            ("Me\u{301}lanie", "melanie"),
            ("Straße", "strasse"),
            ("Æther", "aether"),
            ("Đà Nẵng", "danang"),
            ("ГРАНИЦА", "граница"),
            ("Ёлка", "ёлка"),
            ("ՀԱՅԱՍՏԱՆ", "հայաստան"),
            ("ΑΘΗΝΑ", "αθηνα"),
            ("日本", "日本"),
        ] {
            assert_eq!(folded(word), expected, "{word}");
        }
    }

    /// In Latin letters, the standard library's idea of a small letter without marks is the same.
    #[test]
    fn tables_hold_small_ascii_letters_only() {
        for table in [&LATIN[..], &LATIN_B[..], &LATIN_ADDITIONAL[..]] {
            assert!(table.iter().all(|b| matches!(b, b'a'..=b'z' | b'1'..=b'9' | b'.')));
        }
        for c in ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}') {
            let (mut capital, mut little) = (String::new(), String::new());
            push(c, &mut capital);
            // Letters of two code points, and the dotless i, are alike by the table alone.
            let mut lower = c.to_lowercase();
            if let (Some(letter), None) = (lower.next(), lower.next()) {
                push(letter, &mut little);
                let kept = capital.chars().eq([c]) || little.chars().eq([letter]);
                assert!(capital == little || kept, "{c} {capital} {little}");
            }
        }
    }
}
