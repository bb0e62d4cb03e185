//! Letters as they are compared: without case and without marks, so that "Qızılhacılı" is "qizilhacili".
//!
//! Tables of three Latin blocks, 656 bytes; Unicode's own tables would weigh more than the rest of the search. Letters of
//! Russian and of Armenian become those by which English transcribes them (BGN/PCGN, without its marks), since whoever
//! learnt a name in them types it so: "Карабах" and "Արցախ" are "karabakh" and "artsakh". Greek loses its case by
//! arithmetic; all other letters stay as they are.

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

/// U+0430 to U+044F, in the order of the capitals before them. A capital stands for several letters, a space for none.
const RUSSIAN: &[u8; 32] = b"abvgdEZziyklmnoprstufKTCSH y eUA";

/// U+0561 to U+0587, in the order of the capitals from U+0531 on; likewise.
const ARMENIAN: &[u8; 39] = b"abgdEzeytZilKTkhDGCmynSOCpjrsvtrTWpkofV";

const ARMENIAN_O: [char; 2] = ['Ո', 'ո'];

/// Appends a letter or digit, folded; `before` is what stands before it in its word.
pub fn push(c: char, before: &str, folded: &mut String) {
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
        0x410..=0x44f => RUSSIAN.get((code - 0x410) % 32),
        // Ё.
        0x401 | 0x451 => Some(&b'E'),
        0x531..=0x556 => ARMENIAN.get(code - 0x531),
        0x561..=0x587 => ARMENIAN.get(code - 0x561),
        _ => None,
    };
    // Where "e" and "o" are heard as "ye" and "vo".
    let begins = before.is_empty();
    match entry {
        // What Armenian writes as "o" and "v" is its "u"; where it begins the word, that "o" was taken for a "vo".
        Some(b'W') if before.ends_with(ARMENIAN_O) => {
            folded.truncate(folded.len() - if before.chars().nth(1).is_none() { 2 } else { 1 });
            folded.push('u');
        }
        Some(digit @ b'1'..=b'9') => folded.push_str(PAIRS[usize::from(digit - b'1')]),
        Some(letter @ b'a'..=b'z') => folded.push(char::from(*letter)),
        Some(b'.') | None => folded.push(small(c)),
        Some(sign) => folded.push_str(match sign {
            b'A' => "ya",
            b'C' => "ch",
            b'D' => "dz",
            b'E' if begins => "ye",
            b'E' => "e",
            b'G' => "gh",
            b'H' => "shch",
            b'K' => "kh",
            b'O' if begins => "vo",
            b'O' => "o",
            b'S' => "sh",
            b'T' => "ts",
            b'U' => "yu",
            b'V' if begins => "yev",
            b'V' => "ev",
            b'W' => "v",
            b'Z' => "zh",
            _ => "",
        }),
    }
}

/// The small letter of a script that has case and lies in one row.
fn small(c: char) -> char {
    let distance = match c {
        'Α'..='Ρ' | 'Σ'..='Ϋ' => 32,
        'Ѐ'..='Џ' => 80,
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
        for (at, c) in word.char_indices().filter(|(_, c)| class(*c) == Class::Word) {
            push(c, &word[..at], &mut folded);
        }
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
            ("ГРАНИЦА", "granitsa"),
            ("Ёлка", "yelka"),
            ("Эрдоган", "erdogan"),
            ("Ћирилица", "ћirilitsa"),
            ("Карабах", "karabakh"),
            ("Ереван", "yerevan"),
            ("Кельбаджар", "kelbadzhar"),
            ("Подъём", "podem"),
            ("ՀԱՅԱՍՏԱՆ", "hayastan"),
            ("Արցախ", "artsakh"),
            ("Երևան", "yerevan"),
            ("Գեղարքունիք", "gegharkunik"),
            ("ՇՈՒՇԻ", "shushi"),
            ("Ուրց", "urts"),
            ("Որոտան", "vorotan"),
            ("Վուրղուն", "vurghun"),
            ("Էջմիածին", "ejmiatsin"),
            ("և", "yev"),
            ("ΑΘΗΝΑ", "αθηνα"),
            ("日本", "日本"),
        ] {
            assert_eq!(folded(word), expected, "{word}");
        }
    }

    /// Capitals fold as the standard library's small letters do.
    #[test]
    fn tables_hold_small_letters_only() {
        for table in [&LATIN[..], &LATIN_B[..], &LATIN_ADDITIONAL[..]] {
            assert!(table.iter().all(|b| matches!(b, b'a'..=b'z' | b'1'..=b'9' | b'.')));
        }
        let latin = ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}');
        for c in latin.chain('Ѐ'..='џ').chain('Ա'..='Ֆ') {
            let (mut capital, mut little) = (String::new(), String::new());
            push(c, "", &mut capital);
            // Letters of two code points, and the dotless i, are alike by the table alone.
            let mut lower = c.to_lowercase();
            if let (Some(letter), None) = (lower.next(), lower.next()) {
                push(letter, "", &mut little);
                let kept = !matches!(c, 'Ѐ'..='Ֆ') && (capital.chars().eq([c]) || little.chars().eq([letter]));
                assert!(capital == little || kept, "{c} {capital} {little}");
            }
        }
    }
}
