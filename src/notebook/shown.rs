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
    fn what_is_shown_of_a_range() {
        assert_eq!(shown(&passage(), ORIGINAL, range("1. Əli | ")), Some(range("Əli")));
        assert_eq!(shown(&passage(), ORIGINAL, range("li | cross")), Some(range("li | cross")));
        assert_eq!(shown(&passage(), ORIGINAL, range(" | ")), None);
    }
}
