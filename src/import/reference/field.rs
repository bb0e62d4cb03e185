//! Labelled fields of a reference: which begins here, and which words are its own.

use std::ops::Range;

use crate::corpus::{interval, month_name};

/// What a labelled stretch of a reference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Published,
    Archived,
    Retrieved,
    Language,
    Doi,
    Issn,
    Isbn,
    /// Known, but not kept: pages, volumes, other identifiers.
    Apparatus,
}

/// How fields begin, in any case of letters; the first that fits holds. A date without label is that of publication.
const LABELS: [(&str, Field); 15] = [
    ("archived from the original on", Field::Archived),
    ("archived (pdf) from the original on", Field::Archived),
    ("archived", Field::Archived),
    ("retrieved", Field::Retrieved),
    ("accessed", Field::Retrieved),
    ("(in", Field::Language),
    ("doi:", Field::Doi),
    ("issn", Field::Issn),
    ("isbn", Field::Isbn),
    ("s2cid", Field::Apparatus),
    ("vol.", Field::Apparatus),
    ("pp.", Field::Apparatus),
    ("p.", Field::Apparatus),
    ("(", Field::Published),
    ("", Field::Published),
];

/// What may follow a field and still belongs to it.
const CLOSES: [&str; 4] = [" at the Wayback Machine", ")", ".", ","];

/// A field that a text begins with.
pub struct Found {
    pub field: Field,
    /// Its words, without the label.
    pub words: Range<usize>,
    /// The date, where it is one.
    pub edtf: String,
    /// Where it ends, closing bracket or full stop included.
    pub end: usize,
}

impl Found {
    pub fn shifted(self, by: usize) -> Self {
        Self { words: self.words.start + by..self.words.end + by, end: self.end + by, ..self }
    }
}

/// The field that a text begins with, if any.
pub fn find(text: &str) -> Option<Found> {
    LABELS.iter().find_map(|&(label, field)| labelled(text, label, field)).or_else(|| numbers(text))
}

fn labelled(text: &str, label: &str, field: Field) -> Option<Found> {
    let rest = text.get(label.len()..).filter(|_| text[..label.len()].eq_ignore_ascii_case(label))?;
    // The space after a label may be a hard one.
    let value = if label.is_empty() { rest } else { rest.trim_start() };
    if value.len() == rest.len() && label.ends_with(|c: char| c.is_alphanumeric() || c == '.') {
        return None;
    }
    let (length, edtf) = match field {
        Field::Published | Field::Archived | Field::Retrieved => date(value)?,
        Field::Language => (value.find(')').filter(|_| value.starts_with(char::is_uppercase))?, String::new()),
        _ => (value.find(char::is_whitespace).unwrap_or(value.len()), String::new()),
    };
    let closes = CLOSES.iter().find(|closes| value[length..].starts_with(**closes)).map_or(0, |closes| closes.len());
    // A date that words go on from ("2023 report") is part of them.
    let ends = edtf.is_empty() || closes > 0 || value.len() == length;
    let from = text.len() - value.len();
    ends.then_some(Found { field, words: from..from + length, edtf, end: from + length + closes })
}

/// "15 (1): 34–44": volume, issue and pages.
fn numbers(text: &str) -> Option<Found> {
    let end = text.find(". ").unwrap_or(text.len());
    let numeric = text[..end].contains(|c: char| c.is_ascii_digit()) && !text[..end].contains(char::is_alphabetic);
    numeric.then(|| Found { field: Field::Apparatus, words: 0..end, edtf: String::new(), end })
}

/// The date that a text begins with, "13 October 2023", "3 May. 2024", "November 2022" or "2023": length and EDTF.
fn date(text: &str) -> Option<(usize, String)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (day, rest) = match digits(text) {
        4 => return Some((4, text[..4].to_owned())),
        count @ 1..=2 => (text[..count].parse::<u8>().ok(), text[count..].strip_prefix(' ')?),
        _ => (None, text),
    };
    let name = &rest[..rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len())];
    let month = (1..=12).find(|month| name.len() >= 3 && month_name(*month).starts_with(name))?;
    let rest = rest[name.len()..].trim_start_matches('.').strip_prefix(' ')?;
    let year = rest.get(..4).filter(|_| digits(rest) == 4)?;
    let edtf = day.map_or(format!("{year}-{month:02}"), |day| format!("{year}-{month:02}-{day:02}"));
    interval(&edtf).is_ok().then_some((text.len() - rest.len() + 4, edtf))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(Field, &str, &str)>) {
        let found = find(text);
        let found = found.as_ref().map(|found| (found.field, &text[found.words.clone()], found.edtf.as_str()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn dates_are_read_with_their_labels() {
        check("13 October 2023. Rest", Some((Field::Published, "13 October 2023", "2023-10-13")));
        check("3 May. 2024, Rest", Some((Field::Published, "3 May. 2024", "2024-05-03")));
        check("November 2022", Some((Field::Published, "November 2022", "2022-11")));
        check("(2020): 147.", Some((Field::Published, "2020", "2020")));
        check("Accessed 13 Feb. 2024.", Some((Field::Retrieved, "13 Feb. 2024", "2024-02-13")));
        check("retrieved 10 May 2024, Of", Some((Field::Retrieved, "10 May 2024", "2024-05-10")));
        check(
            "Archived (PDF) from the original on 2 August 2021.",
            Some((Field::Archived, "2 August 2021", "2021-08-02")),
        );
        check("Archived 1 May 2022 at the Wayback Machine Site", Some((Field::Archived, "1 May 2022", "2022-05-01")));
    }

    #[test]
    fn other_labels_are_known() {
        check("(in Armenian). 12", Some((Field::Language, "Armenian", "")));
        check("ISSN\u{a0}2195-1349", Some((Field::Issn, "2195-1349", "")));
        check("doi:10.3138/GSI-2023-0009 Rest", Some((Field::Doi, "10.3138/GSI-2023-0009", "")));
        check("15 (1): 34–44. doi:10", Some((Field::Apparatus, "15 (1): 34–44", "")));
    }

    #[test]
    fn what_only_looks_like_a_field_is_none() {
        for text in
            ["31 February 2023.", "2023 report", "5 Ma 2023", "Retrieved data", "(in part)", "Vol", "p.m. of", ""]
        {
            check(text, None);
        }
    }
}
