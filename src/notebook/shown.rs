//! From what is selected on a page to the words of the original.

use crate::corpus::{ByteRange, Join, Passage, Reading, Style};

/// The words between two places of a passage as it is shown: UTF-16 units of its text, without the footnote marks, as a
/// browser counts them. Spaces at the edges, and the markers of list items, are left out; `None` where nothing is left.
#[must_use]
pub fn selected(passage: &Passage, original: &str, from: u32, to: u32) -> Option<ByteRange> {
    let mut at = 0;
    let mut found: Option<ByteRange> = None;
    for piece in passage.pieces(original, passage.span()) {
        at += u32::from(piece.join != Join::None);
        if piece.style == Style::Mark {
            continue;
        }
        for (offset, sign) in piece.text.char_indices() {
            if (from..to).contains(&at) && !sign.is_whitespace() && piece.style.is_read() {
                let start = piece.range.start + u32::try_from(offset).unwrap_or_default();
                let end = start + u32::try_from(sign.len_utf8()).unwrap_or_default();
                found = Some(ByteRange::new(found.map_or(start, |found| found.start), end));
            }
            at += u32::try_from(sign.len_utf16()).unwrap_or_default();
        }
    }
    found
}

/// The same for a passage as it is read, in a field that holds nothing else.
#[must_use]
pub fn selected_as_read(passage: &Passage, original: &str, from: u32, to: u32) -> Option<ByteRange> {
    let reading = Reading::of(passage, original);
    let mut at = 0;
    let mut found: Option<ByteRange> = None;
    for (offset, sign) in reading.text.char_indices() {
        if (from..to).contains(&at) && !sign.is_whitespace() {
            let start = u32::try_from(offset).unwrap_or_default();
            let end = start + u32::try_from(sign.len_utf8()).unwrap_or_default();
            found = Some(ByteRange::new(found.map_or(start, |found| found.start), end));
        }
        at += u32::try_from(sign.len_utf16()).unwrap_or_default();
    }
    reading.original(found?)
}

/// The range with the words whole in which it begins and ends: what is read decides, not the markup between.
///
/// A word is a row of letters and digits, with the signs within it that Unicode's rules for words keep in it (UAX #29,
/// `MidLetter`, `MidNum`): an apostrophe or a point between letters, a comma or a point between digits.
#[must_use]
pub fn whole_words(passage: &Passage, original: &str, range: ByteRange) -> ByteRange {
    // Each sign that is read, with its bytes, and whether something else is shown before it.
    let mut signs: Vec<(char, ByteRange, bool)> = Vec::new();
    let mut apart = true;
    for piece in passage.pieces(original, passage.span()) {
        apart |= piece.join != Join::None;
        if !piece.style.is_read() {
            apart = true;
            continue;
        }
        for (offset, sign) in piece.text.char_indices() {
            let start = piece.range.start + u32::try_from(offset).unwrap_or_default();
            let end = start + u32::try_from(sign.len_utf8()).unwrap_or_default();
            signs.push((sign, ByteRange::new(start, end), std::mem::take(&mut apart)));
        }
    }
    let Some(mut first) = signs.iter().position(|(_, of, _)| of.start >= range.start) else { return range };
    let Some(mut last) = signs.iter().rposition(|(_, of, _)| of.end <= range.end) else { return range };
    if last < first {
        return range;
    }
    let sign = |at: usize| signs.get(at).map(|(sign, ..)| *sign);
    // Whether the sign at `at` is of one word with the one before it.
    let goes_on = |at: usize| {
        let Some((here, _, false)) = signs.get(at) else { return false };
        let (Some(before), next) = (at.checked_sub(1).and_then(sign), sign(at + 1).filter(|_| !signs[at + 1].2)) else {
            return false;
        };
        let beyond = at.checked_sub(2).and_then(sign).filter(|_| !signs[at - 1].2);
        is_of_word(before) && is_of_word(*here)
            || is_of_word(before) && next.is_some_and(|next| is_within(before, *here, next))
            || is_of_word(*here) && beyond.is_some_and(|beyond| is_within(beyond, before, *here))
    };
    while first > 0 && goes_on(first) {
        first -= 1;
    }
    while last + 1 < signs.len() && goes_on(last + 1) {
        last += 1;
    }
    ByteRange::new(signs[first].1.start, signs[last].1.end)
}

/// Letters and digits of ASCII, and what lies beyond it but for signs and punctuation: the tables that know every letter
/// weigh more than all that is done here.
pub(super) fn is_of_word(sign: char) -> bool {
    sign.is_ascii_alphanumeric()
        || sign >= '\u{c0}'
            && !matches!(sign, '×' | '÷' | '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{2bff}' | '\u{3000}'..='\u{303f}')
}

/// Whether a sign between these two leaves them one word.
fn is_within(before: char, sign: char, behind: char) -> bool {
    let digits = before.is_ascii_digit() && behind.is_ascii_digit();
    let letters = [before, behind].into_iter().all(|sign| is_of_word(sign) && !sign.is_ascii_digit());
    match sign {
        '\'' | '’' => letters,
        '.' => letters || digits,
        ',' => digits,
        _ => false,
    }
}

/// The words of a range that are shown, from the first to the last byte; `None` where none of them are.
#[must_use]
pub fn shown(passage: &Passage, original: &str, range: ByteRange) -> Option<ByteRange> {
    let mut pieces = passage.pieces(original, range).filter(|piece| piece.style.is_read()).map(|piece| piece.range);
    let first = pieces.next()?;
    Some(ByteRange::new(first.start, pieces.last().unwrap_or(first).end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{BlockKind, Run};

    const ORIGINAL: &str = "1. Əli | crossed3 the 😀 line.";

    fn range(words: &str) -> ByteRange {
        let start = u32::try_from(ORIGINAL.find(words).unwrap_or_default()).unwrap_or_default();
        ByteRange::new(start, start + u32::try_from(words.len()).unwrap_or_default())
    }

    /// Shown as `1. Əli crossed the 😀 line.`, with a mark behind `crossed`.
    fn passage() -> Passage {
        let run = |words: &str, style, join| Run { range: range(words), style, join };
        Passage {
            id: "letter.p1".into(),
            kind: BlockKind::Paragraph,
            level: None,
            runs: vec![
                run("1. ", Style::Marker, Join::None),
                run("Əli", Style::Plain, Join::None),
                run("crossed", Style::Emphasis, Join::Space),
                run("3", Style::Mark, Join::None),
                run(" the 😀 line.", Style::Plain, Join::None),
            ],
            sentences: Vec::new(),
            times: Vec::new(),
            undated: None,
            note: None,
            fields: Vec::new(),
            speech: Vec::new(),
        }
    }

    #[test]
    fn what_is_selected_is_found_in_the_original() {
        let shown = "1. Əli crossed the 😀 line.";
        let units = |bytes: usize| u32::try_from(shown[..bytes].encode_utf16().count()).unwrap_or_default();
        for words in ["Əli", "crossed", "Əli crossed", "the 😀 line", "line.", "crossed the", " the ", "1. Əli"] {
            let start = shown.find(words).unwrap_or_default();
            let found = selected(&passage(), ORIGINAL, units(start), units(start + words.len()));
            let read = found.map(|found| passage().text_in(ORIGINAL, found));
            assert_eq!(read.as_deref(), Some(words.trim_start_matches("1. ").trim()), "{words:?}");
        }
        for (from, to) in [(0, 3), (6, 7), (5, 5), (9, 4), (90, 95)] {
            assert_eq!(selected(&passage(), ORIGINAL, from, to), None, "{from}..{to}");
        }
        assert_eq!(selected(&passage(), ORIGINAL, 0, u32::MAX), Some(range("Əli | crossed3 the 😀 line.")));
    }

    #[test]
    fn what_is_selected_as_it_is_read() {
        let read = "Əli crossed the 😀 line.";
        let units = |bytes: usize| u32::try_from(read[..bytes].encode_utf16().count()).unwrap_or_default();
        for words in ["Əli", "crossed the", " the 😀", "line.", read] {
            let start = read.find(words).unwrap_or_default();
            let found = selected_as_read(&passage(), ORIGINAL, units(start), units(start + words.len()));
            let found = found.map(|found| passage().text_in(ORIGINAL, found));
            assert_eq!(found.as_deref(), Some(words.trim()), "{words:?}");
        }
        assert_eq!(selected_as_read(&passage(), ORIGINAL, 3, 4), None);
        assert_eq!(selected_as_read(&passage(), ORIGINAL, 4, 2), None);
    }

    #[test]
    fn words_are_taken_whole() {
        let check = |original: &str, cut: &str, expected: &str| {
            let end = u32::try_from(original.len()).unwrap_or_default();
            let whole = Run { range: ByteRange::new(0, end), style: Style::Plain, join: Join::None };
            let passage = Passage { runs: vec![whole], ..passage() };
            let start = u32::try_from(original.find(cut).unwrap_or_default()).unwrap_or_default();
            let range = ByteRange::new(start, start + u32::try_from(cut.len()).unwrap_or_default());
            let found = whole_words(&passage, original, range);
            assert_eq!(found.slice(original), Some(expected), "{cut:?} of {original:?}");
            assert_eq!(whole_words(&passage, original, found), found, "{cut:?}: whole words stay");
        };
        let text = "Council of the United Nations, Azerbaijan’s 15,000 men";
        check(text, "of the U", "of the United");
        check(text, "ouncil of", "Council of");
        check(text, "United", "United");
        check(text, "ations,", "Nations,");
        check(text, "baijan", "Azerbaijan’s");
        check(text, "s 15", "Azerbaijan’s 15,000");
        check(text, ", ", ", ");
        check(text, "men", "men");
        check("the U.S. said", "S", "U.S");
        check("cease-fire", "cease", "cease");
        check("Ə\u{307}li İlham", "\u{307}l", "Ə\u{307}li");
    }

    #[test]
    fn words_are_whole_as_they_are_read() {
        let whole = |words| whole_words(&passage(), ORIGINAL, range(words));
        assert_eq!(whole("li | cro"), range("Əli | crossed"), "a join parts words, markup does not");
        assert_eq!(whole("rossed3 th"), range("crossed3 the"), "a mark is no letter");
    }

    #[test]
    fn what_is_shown_of_a_range() {
        assert_eq!(shown(&passage(), ORIGINAL, range("1. Əli | ")), Some(range("Əli")));
        assert_eq!(shown(&passage(), ORIGINAL, range("li | cross")), Some(range("li | cross")));
        assert_eq!(shown(&passage(), ORIGINAL, range(" | ")), None);
    }
}
