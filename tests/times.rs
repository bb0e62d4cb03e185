//! What holds of the temporal tagger whatever the text: its ranges, its order, its EDTF, its steadiness under appended text;
//! and that it leaves the symbols and numbers of the five originals alone.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;

use parallax::annotate::time::{Context, Expression, ExpressionKind, times, times_of_document};
use parallax::corpus::{ByteRange, interval};
use proptest::prelude::*;

use common::{bundle, files, root};

const PIECES: &[&str] = &[
    "On",
    "in",
    "12",
    "May",
    "2021",
    "March",
    "1941",
    ",",
    ".",
    "-",
    "–",
    "/",
    "(",
    ")",
    "to",
    "and",
    "between",
    "the",
    "next",
    "day",
    "two",
    "years",
    "later",
    "480",
    "BC",
    "’90s",
    "1990s",
    "late",
    "mid",
    "end",
    "of",
    "that",
    "year",
    "S/2020/729",
    "12th",
    "31",
    "February",
    "0",
    "99999999999",
    "December",
    "until",
    "since",
    "had",
    "Friday",
    "’",
    "s",
    "1,275",
    "ə",
    "İ",
    "e\u{301}",
    "\u{a0}",
    "==",
    "#",
    "1914–18",
    "22/23",
    "for",
    "44",
    "days",
    "winter",
    "decade",
    "following",
    "previous",
    "AD",
    "century",
    "9/11",
    "999",
    "earlier",
    "same",
    "over",
    "last",
];

/// Texts of words that dates are made of, in any order, on several lines.
fn wording() -> impl Strategy<Value = String> {
    let word = proptest::sample::select(PIECES);
    let gap = proptest::sample::select(&[" ", " ", " ", " ", "", "\n", "\n\n", ". "][..]);
    proptest::collection::vec((word, gap), 0..60)
        .prop_map(|words| words.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

fn contexts() -> impl Strategy<Value = Context> {
    let written = proptest::sample::select(&["", "2021-01-12", "2021-05-12/2021-06", "1944", "-0479"][..]);
    written.prop_map(|edtf| Context { written: interval(edtf).unwrap_or_default() })
}

fn check(text: &str, found: &[Expression]) {
    let mut end = 0;
    for expression in found {
        let ByteRange { start, end: stop } = expression.range;
        assert!(end <= start && start < stop, "{expression:?} in {text:?}");
        assert!(expression.range.slice(text).is_some(), "{expression:?} in {text:?}");
        end = stop;
        let days = interval(&expression.edtf).unwrap_or_else(|error| panic!("{error} in {text:?}"));
        if !expression.edtf.contains('X') {
            assert_eq!(days, expression.days, "{expression:?} in {text:?}");
        }
        if let (Some(earliest), Some(latest)) = (expression.days.earliest, expression.days.latest) {
            assert!(earliest <= latest, "{expression:?} in {text:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ranges_are_sound_in_wordings(text in wording(), context in contexts()) {
        check(&text, &times(&text, &context));
    }

    #[test]
    fn ranges_are_sound_in_any_text(text in "\\PC{0,200}", context in contexts()) {
        check(&text, &times(&text, &context));
    }

    #[test]
    fn what_is_appended_changes_nothing_before(text in wording(), more in wording(), context in contexts()) {
        let before = times(&text, &context);
        let after = times(&format!("{text}\n\n{more}"), &context);
        prop_assert_eq!(&after[..before.len()], &before[..]);
    }
}

/// The symbols, numbers and addresses of a text, by what they begin with or how they are built.
fn symbols(text: &str) -> Vec<ByteRange> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim().trim_matches(|c: char| !c.is_alphanumeric());
        let address = word.contains("://") || bare.starts_with("www.") || bare.starts_with("10.") && bare.contains('/');
        let parts: Vec<&str> = bare.split('/').collect();
        let symbol = parts.len() > 1 && parts.iter().any(|part| part.starts_with(|c: char| c.is_ascii_digit()));
        let number = bare.len() > 9
            && bare.split('-').count() > 1
            && bare.chars().all(|c| c.is_ascii_digit() || c == '-' || c == 'X');
        if bare.bytes().any(|byte| byte.is_ascii_digit()) && (address || symbol || number) {
            let start = at + word.find(bare).unwrap();
            found.push(ByteRange::new(start as u32, (start + bare.len()) as u32));
        }
        at += word.len();
    }
    found
}

#[test]
fn symbols_of_the_originals_are_left_alone() {
    let mut seen = 0;
    let originals = files(&root().join("assets/documents"));
    for path in originals.iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt")) {
        let text = fs::read_to_string(path).unwrap();
        let found = times(&text, &Context::default());
        check(&text, &found);
        for symbol in symbols(&text) {
            seen += 1;
            let hit = found.iter().find(|it| it.range.intersect(symbol).is_some());
            assert!(hit.is_none(), "{}: {hit:?} in “{}”", path.display(), symbol.slice(&text).unwrap());
        }
    }
    assert!(seen > 60, "{seen} symbols were seen");
}

/// After these no number is a date.
#[test]
fn numbers_of_the_originals_are_left_alone() {
    let before = [
        "ISBN ",
        "ISSN ",
        "ISBN\u{a0}",
        "ISSN\u{a0}",
        "doi:",
        "No. ",
        "no. ",
        "Nos. ",
        "articles ",
        "article ",
        "para. ",
        "paras. ",
        "p. ",
        "pp. ",
        "Chapter ",
        "OCLC ",
        "regiment ",
    ];
    let mut seen = 0;
    for document in &bundle().documents {
        let text = &document.text;
        let found = times(text, &Context::default());
        for cue in before {
            for (at, _) in text.match_indices(cue) {
                let start = at + cue.len();
                let rest = &text[start..];
                let length = rest.find(|c: char| c.is_whitespace()).unwrap_or(rest.len());
                let number = ByteRange::new(start as u32, (start + length) as u32);
                if rest.starts_with(|c: char| c.is_ascii_digit()) && !text[..at].ends_with(char::is_alphanumeric) {
                    seen += 1;
                    let hit = found.iter().find(|it| it.range.intersect(number).is_some());
                    assert!(hit.is_none(), "{}: {hit:?} in “{cue}{}”", document.id, number.slice(text).unwrap());
                }
            }
        }
    }
    assert!(seen > 20, "{seen} numbers were seen");
}

#[test]
fn years_of_resolutions_are_typed_as_such() {
    let mut seen = 0;
    for (document, found) in bundle().documents.iter().map(|document| (document, times_of_document(document))) {
        for expression in found.iter().flatten().filter(|it| it.kind == ExpressionKind::ResolutionYear) {
            let year = expression.range.slice(&document.text).unwrap();
            let before = &document.text[..expression.range.start as usize];
            assert!(year.len() == 4 && before.ends_with('('), "{}: {year}", document.id);
            seen += 1;
        }
    }
    assert!(seen >= 9, "{seen} were seen");
}

#[test]
fn expressions_of_a_document_stand_in_their_passages() {
    for document in &bundle().documents {
        for (passage, found) in document.passages.iter().zip(times_of_document(document)) {
            for expression in &found {
                assert!(passage.span().contains(expression.range), "{}: {expression:?}", passage.id);
                assert!(expression.range.slice(&document.text).is_some(), "{}: {expression:?}", passage.id);
            }
            assert!(found.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start), "{}", passage.id);
        }
    }
}
