//! Voices: what holds of any text, whatever the rules find in it; and how near they come to an editor.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use common::bundle;
use parallax::annotate::voice::{Counts, Fault, Given, Mode, Plain, Stretch, Words, score, voices, voices_of};
use parallax::corpus::{BlockKind, ByteRange};
use proptest::prelude::*;
use proptest::sample::select;

/// Failures are told with the input that shows them; no file is written beside the tests.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, cases, ..ProptestConfig::default() }
}

/// What the rules know, so that chance puts it together as no author has it.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "“",
        "”",
        "‘",
        "’",
        "\"",
        "'",
        "«",
        "»",
        "„",
        "ʼ",
        ",",
        ".",
        ";",
        ":",
        "...",
        "…",
        " – ",
        "—",
        "(",
        ")",
        "[",
        "]",
        "\n",
        "\n\n",
        "> ",
        "— ",
        "# ",
        "1. ",
        "said ",
        "said that ",
        "says ",
        "stating ",
        "claims ",
        "reported ",
        "that ",
        "adding that ",
        "according to ",
        "According to ",
        "Per ",
        "by ",
        "as ",
        "to ",
        "of ",
        "for ",
        "on ",
        "with ",
        "and ",
        "but ",
        "which ",
        "who ",
        "he ",
        "it ",
        "the ministry ",
        "the institute ",
        "The ",
        "a ",
        "was ",
        "has ",
        "not ",
        "called for ",
        "called on ",
        "called ",
        "accusing ",
        "expressing deep concern ",
        "condemn[ing] ",
        "[t]he ",
        "claim ",
        "Ann Lee",
        "Kenya ",
        "Kenya's ",
        "U.S. ",
        "D.C. ",
        "3 May ",
        "2001",
        "by saying ",
        "the following:",
        "statement ",
        "later on the same day ",
        "\u{301}",
        "\u{a0}",
        "é",
        "😀",
        "İ",
        "\0",
        "\u{feff}",
        "ə",
    ];
    prop_oneof![
        16 => select(known.map(str::to_owned).to_vec()),
        4 => "[A-Za-z][a-z]{1,8} ",
        1 => any::<String>(),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
}

fn check_words(words: Words, texts: &[&str]) -> Result<(), TestCaseError> {
    let words_of = texts.get(words.passage as usize).and_then(|text| words.range.slice(text));
    prop_assert!(words_of.is_some_and(|words| !words.trim().is_empty()), "{words:?}");
    Ok(())
}

/// Ranges lie in their texts and cut no letter; a stretch lies in the one it is said to lie in.
fn check_stretches(found: &[Stretch], own: &str, texts: &[&str]) -> Result<(), TestCaseError> {
    for (index, stretch) in found.iter().enumerate() {
        let words = stretch.range.slice(own);
        prop_assert!(words.is_some_and(|words| !words.is_empty() && words.trim() == words), "{stretch:?}: {words:?}");
        if let Some(within) = stretch.within {
            prop_assert!((within as usize) < index, "{stretch:?}");
            prop_assert!(found[within as usize].range.contains(stretch.range), "{stretch:?}");
        }
        for words in stretch.speaker.iter().flat_map(|speaker| [Some(speaker.words), speaker.stands_for]).flatten() {
            check_words(words, texts)?;
        }
        if let Some(verb) = stretch.verb {
            check_words(verb.words, texts)?;
            prop_assert!(!verb.lemma.is_empty());
        }
        prop_assert!(!stretch.unclosed || stretch.mode == Mode::Quoted);
    }
    let places: Vec<_> = found.iter().map(|stretch| (stretch.range, stretch.mode)).collect();
    for (index, place) in places.iter().enumerate() {
        prop_assert!(!places[..index].contains(place), "{place:?} stands twice");
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn any_text_is_read(text in text()) {
        check_stretches(&voices(&text), &text, &[&text])?;
    }

    #[test]
    fn any_unicode_is_read(text in any::<String>()) {
        check_stretches(&voices(&text), &text, &[&text])?;
    }

    #[test]
    fn paragraphs_that_follow_change_nothing(text in text(), more in "[A-Z][a-z]{1,8} (said|left|that|“no”|\"no\")[ a-z]{0,20}\\.") {
        let longer = format!("{text}.\n\n{more}");
        let before = voices(&format!("{text}."));
        prop_assert_eq!(&voices(&longer)[..before.len()], &before[..]);
    }

    #[test]
    fn passages_of_any_kind_are_read(texts in prop::collection::vec((text(), kinds()), 0..6)) {
        let plain: Vec<Plain> = texts.iter().map(|(text, kind)| Plain { kind: *kind, text }).collect();
        let found = voices_of(&plain);
        prop_assert_eq!(found.len(), plain.len());
        let all: Vec<&str> = texts.iter().map(|(text, _)| text.as_str()).collect();
        for (stretches, text) in found.iter().zip(&all) {
            check_stretches(stretches, text, &all)?;
        }
    }

    /// What the engine finds is all right where an editor gives the very same.
    #[test]
    fn what_is_given_as_found_is_right(text in text()) {
        let plain = [Plain { kind: BlockKind::Paragraph, text: &text }];
        let found = &voices_of(&plain)[0];
        let name = |stretch: &Stretch| stretch.speaker.and_then(|speaker| speaker.name().range.slice(&text)).unwrap_or("");
        let given: Vec<Given> = found.iter().map(|stretch| Given {
            range: stretch.range,
            mode: stretch.mode,
            lemma: stretch.verb.map(|verb| verb.lemma),
            speaker: name(stretch),
        }).collect();
        let score = score(&plain, 0, found, &given);
        for counts in [score.quoted, score.quoted_exactly, score.reported, score.reported_words, score.verbs] {
            prop_assert_eq!((counts.found, counts.given), (0, 0), "{:?}", score);
        }
    }
}

fn kinds() -> impl Strategy<Value = BlockKind> {
    use BlockKind::{Attribution, Caption, Footnote, Heading, Infobox, ListItem, Paragraph, Quotation};
    select(vec![Attribution, Caption, Footnote, Heading, Infobox, ListItem, Paragraph, Paragraph, Quotation, Quotation])
}

#[test]
fn every_passage_of_the_corpus_is_read() {
    for document in &bundle().documents {
        let texts: Vec<String> = document.passages.iter().map(|passage| passage.text(&document.text)).collect();
        let plain: Vec<Plain> =
            document.passages.iter().zip(&texts).map(|(passage, text)| Plain { kind: passage.kind, text }).collect();
        let all: Vec<&str> = texts.iter().map(String::as_str).collect();
        for (index, found) in voices_of(&plain).iter().enumerate() {
            check_stretches(found, all[index], &all)
                .unwrap_or_else(|error| panic!("{}: {error}", document.passages[index].id));
        }
    }
}

/// A text without a paragraph's end, and marks without end, must not take time that grows with their square.
#[test]
fn long_texts_are_read_in_time() {
    let long = [
        "The mayor said that it was “late, and the other said ".repeat(1_000),
        "“".repeat(5_000),
        "'a ".repeat(5_000),
        "‘a’s ".repeat(5_000),
        "(".repeat(5_000),
        "[a".repeat(5_000),
        "said ".repeat(5_000),
        "a, ".repeat(5_000),
        "“no” ".repeat(3_000),
    ];
    for text in &long {
        let start = std::time::Instant::now();
        let found = voices(text);
        let took = start.elapsed();
        assert!(
            took.as_secs() < 20,
            "{:?}…: {} stretches in {took:?}",
            &text[..text.floor_char_boundary(40)],
            found.len()
        );
    }
}

// The score.

#[track_caller]
fn check_score(
    text: &str,
    given: &[(&str, Mode, Option<&str>, &str)],
    expected: [(u32, u32, u32); 4],
    faults: &[Fault],
) {
    let plain = [Plain { kind: BlockKind::Paragraph, text }];
    let given: Vec<Given> = given
        .iter()
        .map(|(words, mode, lemma, speaker)| {
            let start = u32::try_from(text.find(words).unwrap()).unwrap();
            let range = ByteRange::new(start, start + u32::try_from(words.len()).unwrap());
            Given { range, mode: *mode, lemma: *lemma, speaker }
        })
        .collect();
    let score = score(&plain, 0, &voices_of(&plain)[0], &given);
    let counts = |counts: Counts| (counts.both, counts.found, counts.given);
    let told = [counts(score.quoted), counts(score.reported), counts(score.verbs), counts(score.speakers)];
    assert_eq!((told, &score.faults[..]), (expected, faults), "{text}");
}

#[test]
fn what_differs_is_counted() {
    let text = "The Kenyan ministry said that it was late.";
    let given = ("it was late", Mode::Reported, Some("say"), "Ministry of Trade of Kenya");
    check_score(text, &[given], [(0, 0, 0), (1, 0, 0), (1, 0, 0), (1, 0, 0)], &[]);
    check_score(text, &[], [(0, 0, 0), (0, 1, 0), (0, 1, 0), (0, 1, 0)], &[Fault::Invented(0)]);
    let other = ("it was late", Mode::Reported, Some("claim"), "Ghana");
    let faults = [Fault::Verb(0, 0), Fault::Speaker(0, 0)];
    check_score(text, &[other], [(0, 0, 0), (1, 0, 0), (0, 1, 1), (0, 1, 1)], &faults);
    let short = ("late", Mode::Reported, Some("say of"), "Kenyan ministry");
    check_score(text, &[short], [(0, 0, 0), (1, 0, 0), (1, 0, 0), (1, 0, 0)], &[Fault::Extent(0, 0)]);
    let missed = ("The", Mode::Quoted, None, "Kenya");
    let faults = [Fault::Missed(0), Fault::Invented(0)];
    check_score(text, &[missed], [(0, 0, 1), (0, 1, 0), (0, 1, 0), (0, 1, 1)], &faults);
    check_score(
        text,
        &[given, ("it was late", Mode::Reported, Some("say"), "Ghana")],
        [(0, 0, 0), (1, 0, 0), (1, 0, 0), (1, 0, 0)],
        &[],
    );
}

#[test]
fn shares_of_nothing_are_whole() {
    let none = Counts::default();
    assert_eq!((none.precision(), none.recall(), none.f1()), (1.0, 1.0, 1.0));
    let some = Counts { both: 1, found: 1, given: 3 };
    assert_eq!((some.precision(), some.recall()), (0.5, 0.25));
    assert!((some.f1() - 1.0 / 3.0).abs() < 1e-9);
}
