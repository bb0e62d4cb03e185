//! Words without what stands around them: space, quotation marks, the full stop that divides fields.

use std::ops::Range;

/// Quotation marks that close one another; those of one row may nest.
const MARKS: [&str; 2] = ["\"“”", "'‘’"];

/// The words in a part of a text.
pub fn trimmed(text: &str, part: Range<usize>) -> Range<usize> {
    let mut from = part.start;
    let mut words = &text[part];
    loop {
        let start = words.trim_start();
        from += words.len() - start.len();
        let end = start.trim_end_matches(|c: char| c.is_whitespace() || c == ',');
        let bare = if end.ends_with('.') && !end.ends_with("...") && !ends_with_initial(end) {
            &end[..end.len() - 1]
        } else {
            let (before, after) = marks_around(end);
            from += before;
            &end[before..end.len() - after]
        };
        if bare.len() == words.len() {
            return from..from + bare.len();
        }
        words = bare;
    }
}

/// Whether the full stop at the end is that of an initial: "Falk, Thomas O."
fn ends_with_initial(text: &str) -> bool {
    let mut before = text.trim_end_matches('.').chars().rev();
    before.next().is_some_and(char::is_uppercase) && before.next() == Some(' ')
}

/// The lengths of the marks around a text that is one quotation; also of one that opens and never closes.
fn marks_around(text: &str) -> (usize, usize) {
    let Some(first) = text.chars().next().filter(|c| MARKS.iter().any(|marks| marks.contains(*c))) else {
        return (0, 0);
    };
    match closing(text) {
        Some(end) if end == text.len() => (first.len_utf8(), text.chars().next_back().map_or(0, char::len_utf8)),
        // A single mark alone may be an apostrophe.
        None if MARKS[0].contains(first) => (first.len_utf8(), 0),
        _ => (0, 0),
    }
}

/// Where the quotation that a text begins with ends, closing mark and the quotations it holds included.
pub fn closing(text: &str) -> Option<usize> {
    let marks = MARKS.iter().find(|marks| text.starts_with(|c| marks.contains(c)))?;
    let mut depth = 0_usize;
    let mut before = ' ';
    let mut opens = true;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let in_word = before.is_alphanumeric() && text[end..].starts_with(char::is_alphanumeric);
        if !marks.contains(c) {
            opens = c.is_whitespace() || "([«—–/".contains(c);
        } else if !in_word {
            // A straight mark opens as long as no letter stands before it.
            opens = matches!(c, '“' | '‘') || opens && !matches!(c, '”' | '’');
            depth = if opens { depth + 1 } else { depth.checked_sub(1)? };
            if depth == 0 {
                return Some(end);
            }
        }
        before = c;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(&text[trimmed(text, 0..text.len())], expected, "{text}");
    }

    #[test]
    fn words_stand_alone() {
        check(" Eurasianet. ", "Eurasianet");
        check("10 May 2024,", "10 May 2024");
        check("this week...", "this week...");
        check("Falk, Thomas O. ", "Falk, Thomas O.");
        check("\"An \"obstacle\" fell..\"", "An \"obstacle\" fell");
        check("\"It is imperative.”", "It is imperative");
        check("\"Never closed", "Never closed");
        check("'No one's border passes.'", "No one's border passes");
        check("'So', said one, 'it is.'", "'So', said one, 'it is.'");
        check(" . ", "");
    }

    #[test]
    fn quotations_close_where_they_opened() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(closing(text).map(|end| &text[..end]), expected);
        check("\"A: \"b\"\". C", Some("\"A: \"b\"\""));
        check("\"\"A\". B\". C", Some("\"\"A\". B\""));
        check("“A.” B", Some("“A.”"));
        check("\"A", None);
        check("”", None);
        check("A", None);
    }
}
