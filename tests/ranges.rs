//! Ranges: the arithmetic, cuts of real passages at any place, and originals of any kind that a reader might meet.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use common::{bundle, passage};
use parallax::corpus::{Basis, BlockKind, ByteRange, Dating, Document, Join, Modality, Passage, Run, Style, segments};
use parallax::import::{Imported, Reader, import};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Failures are told with the input that shows them; no file is written beside the tests.
fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

fn range() -> impl Strategy<Value = ByteRange> {
    let end = prop_oneof![4 => 0..40_u32, 1 => any::<u32>()];
    (end.clone(), end).prop_map(|(start, end)| ByteRange::new(start, end))
}

/// The bytes of a short range, counted one by one.
fn bytes(range: ByteRange) -> Vec<u32> {
    (0..40).filter(|byte| range.start <= *byte && *byte < range.end).collect()
}

// Arithmetic.

#[test]
fn ranges_are_half_open() {
    let range = ByteRange::new(3, 5);
    assert_eq!((range.len(), range.is_empty()), (2, false));
    assert_eq!(range.slice("abcdefg"), Some("de"));
    assert_eq!((ByteRange::new(4, 4).len(), ByteRange::new(4, 4).is_empty()), (0, true));
    assert_eq!(ByteRange::new(4, 4).slice("abcdefg"), Some(""));
    assert_eq!((ByteRange::new(5, 3).len(), ByteRange::new(5, 3).is_empty()), (0, true));
    assert_eq!(ByteRange::new(5, 3).slice("abcdefg"), None);
    assert_eq!(serde_json::to_string(&range).unwrap(), "[3,5]");
}

#[test]
fn only_whole_characters_are_sliced() {
    let check = |start: u32, end: u32, expected: Option<&str>| {
        assert_eq!(ByteRange::new(start, end).slice("a“é"), expected, "{start}..{end}");
    };
    check(0, 6, Some("a“é"));
    check(1, 4, Some("“"));
    check(4, 6, Some("é"));
    check(1, 3, None);
    check(2, 4, None);
    check(4, 5, None);
    check(0, 7, None);
    check(6, 6, Some(""));
    check(7, 7, None);
    check(u32::MAX, u32::MAX, None);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn intersections_are_the_bytes_of_both(a in range(), b in range()) {
        let both = a.intersect(b);
        prop_assert_eq!(both, b.intersect(a));
        prop_assert!(both.is_none_or(|both| !both.is_empty() && a.contains(both) && b.contains(both)));
        let shared: Vec<u32> = bytes(a).into_iter().filter(|byte| bytes(b).contains(byte)).collect();
        if a.end <= 40 && b.end <= 40 {
            prop_assert_eq!(both.map(bytes).unwrap_or_default(), shared);
        }
        prop_assert_eq!(a.intersect(a).is_some(), !a.is_empty());
    }

    #[test]
    fn what_is_contained_has_no_byte_outside(a in range(), b in range()) {
        if a.contains(b) && !b.is_empty() {
            prop_assert_eq!(a.intersect(b), Some(b));
            prop_assert!(a.len() >= b.len());
        }
        if a.contains(b) && b.contains(a) {
            prop_assert_eq!(a, b);
        }
        prop_assert!(a.contains(a));
    }

    #[test]
    fn slices_are_the_texts_own(text in any::<String>(), range in range()) {
        let expected = (range.start <= range.end).then(|| text.get(range.start as usize..range.end as usize)).flatten();
        prop_assert_eq!(range.slice(&text), expected);
        if let Some(slice) = range.slice(&text) {
            prop_assert_eq!(slice.len(), range.len() as usize);
        }
    }
}

// Cuts of real passages.

/// The id of any passage: what fails is told by it.
fn ids() -> impl Strategy<Value = &'static str> {
    let passages = bundle().documents.iter().flat_map(|document| &document.passages);
    select(passages.map(|passage| passage.id.as_str()).collect::<Vec<_>>())
}

/// A place between two characters of a passage's stretch of the original, its ends included.
fn place(document: &Document, passage: &Passage, index: Index) -> u32 {
    let span = passage.span();
    let at = (span.start as usize..=span.end as usize).nth(index.index(span.len() as usize + 1)).unwrap();
    u32::try_from(document.text.floor_char_boundary(at)).unwrap()
}

/// Places between two characters, in order.
fn places(document: &Document, passage: &Passage, indices: &[Index]) -> Vec<u32> {
    let mut places: Vec<u32> = indices.iter().map(|index| place(document, passage, *index)).collect();
    places.sort_unstable();
    places
}

/// The bytes that pieces show, with their styles.
fn shown(document: &Document, passage: &Passage, range: ByteRange) -> Vec<(Style, char)> {
    let pieces = passage.pieces(&document.text, range);
    pieces.flat_map(|piece| piece.text.chars().map(move |c| (piece.style, c))).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn pieces_of_neighbours_are_the_pieces_of_both(
        id in ids(),
        indices in prop::collection::vec(any::<Index>(), 0..6),
    ) {
        let (document, passage) = passage(id);
        let span = passage.span();
        let cuts = [vec![span.start], places(document, passage, &indices), vec![span.end]].concat();
        let parts: Vec<(Style, char)> = (cuts.windows(2))
            .flat_map(|pair| shown(document, passage, ByteRange::new(pair[0], pair[1])))
            .collect();
        prop_assert_eq!(&parts, &shown(document, passage, span), "{} at {:?}", passage.id, cuts);
        let whole: String = passage.runs.iter().map(|run| run.range.slice(&document.text).unwrap()).collect();
        prop_assert_eq!(parts.into_iter().map(|(_, c)| c).collect::<String>(), whole);
    }

    #[test]
    fn pieces_lie_in_their_range_and_join_at_their_beginning(
        id in ids(),
        (first, second) in any::<(Index, Index)>(),
    ) {
        let (document, passage) = passage(id);
        let ends = places(document, passage, &[first, second]);
        let range = ByteRange::new(ends[0], ends[1]);
        for piece in passage.pieces(&document.text, range) {
            prop_assert!(range.contains(piece.range) && !piece.range.is_empty());
            prop_assert_eq!(piece.range.slice(&document.text), Some(piece.text));
            let run = passage.runs.iter().find(|run| run.range.contains(piece.range)).unwrap();
            prop_assert_eq!(piece.style, run.style);
            let begins = piece.range.start == run.range.start;
            prop_assert_eq!(piece.join, if begins { run.join } else { Join::None });
        }
    }

    #[test]
    fn words_are_the_same_however_a_passage_is_cut(
        id in ids(),
        indices in prop::collection::vec(any::<Index>(), 0..6),
    ) {
        let (document, passage) = passage(id);
        let span = passage.span();
        let cuts = [vec![span.start], places(document, passage, &indices), vec![span.end]].concat();
        let bare = |text: String| text.split_whitespace().collect::<String>();
        let parts: String = (cuts.windows(2))
            .map(|pair| bare(passage.text_in(&document.text, ByteRange::new(pair[0], pair[1]))))
            .collect();
        prop_assert_eq!(parts, bare(passage.text(&document.text)));
        prop_assert_eq!(passage.text_in(&document.text, span), passage.text(&document.text));
        // A range beyond the passage shows no more than the passage.
        let all = ByteRange::new(0, u32::try_from(document.text.len()).unwrap());
        prop_assert_eq!(passage.text_in(&document.text, all), passage.text(&document.text));
    }

    /// Sentences and dates may lie anywhere: the segments are the runs all the same, and each is one in all respects.
    #[test]
    fn segments_are_the_runs(
        id in ids(),
        sentences in prop::collection::vec(any::<Index>(), 0..8),
        times in prop::collection::vec(any::<(Index, Index)>(), 0..4),
    ) {
        let (document, passage) = passage(id);
        let mut cut = passage.clone();
        let mut ends = places(document, passage, &sentences);
        ends.push(passage.span().end);
        ends.dedup();
        let mut start = passage.span().start;
        cut.sentences = ends.into_iter().map(|end| ByteRange::new(std::mem::replace(&mut start, end), end)).collect();
        cut.times = times
            .into_iter()
            .map(|(first, second)| {
                let ends = places(document, passage, &[first, second]);
                dating(ByteRange::new(ends[0], ends[1]))
            })
            .collect();
        check_segments(document, &cut)?;
    }
}

fn dating(range: ByteRange) -> Dating {
    let (edtf, days) = ("1992".to_owned(), parallax::corpus::interval("1992").unwrap());
    Dating { edtf, days, range: Some(range), basis: Basis::Words, modality: Modality::Told }
}

fn check_segments(document: &Document, passage: &Passage) -> Result<(), TestCaseError> {
    let segments = segments(passage, &[]);
    // Put together again, they are the runs.
    let mut runs: Vec<Run> = Vec::new();
    for segment in &segments {
        prop_assert!(!segment.range.is_empty());
        prop_assert!(segment.range.slice(&document.text).is_some());
        let begins = passage.runs.iter().any(|run| run.range.start == segment.range.start);
        match runs.last_mut().filter(|_| !begins) {
            Some(last) => {
                prop_assert_eq!((last.range.end, last.style), (segment.range.start, segment.style));
                prop_assert_eq!(segment.join, Join::None);
                last.range.end = segment.range.end;
            }
            None => runs.push(Run { range: segment.range, style: segment.style, join: segment.join }),
        }
    }
    prop_assert_eq!(&runs, &passage.runs);
    for segment in &segments {
        for (index, time) in passage.times.iter().enumerate() {
            let words = time.range.unwrap_or(ByteRange::new(0, 0));
            let both = segment.range.intersect(words);
            prop_assert!(both.is_none_or(|both| both == segment.range), "{:?} is cut by a date", segment.range);
            if both.is_some() {
                prop_assert!(segment.dating.is_some_and(|dating| dating <= index));
            }
        }
        if let Some(dating) = segment.dating {
            prop_assert!(passage.times[dating].range.is_some_and(|words| words.contains(segment.range)));
        }
        if !passage.sentences.is_empty() {
            prop_assert!(segment.sentence < passage.sentences.len());
            // White space between two sentences goes with the later one; words go with their own.
            for (index, sentence) in passage.sentences.iter().enumerate().filter(|_| segment.style.is_read()) {
                let within = segment.range.intersect(*sentence).is_some();
                prop_assert!(!within || index == segment.sentence, "{:?} holds words of sentence {index}", segment);
            }
        }
    }
    Ok(())
}

#[test]
fn every_passage_has_segments() {
    for document in &bundle().documents {
        for passage in &document.passages {
            check_segments(document, passage).unwrap_or_else(|error| panic!("{}: {error}", passage.id));
            let numbers: Vec<usize> = segments(passage, &[]).iter().map(|segment| segment.sentence).collect();
            assert!(numbers.is_sorted(), "{}: {numbers:?}", passage.id);
        }
    }
}

/// A mark stands behind the sentence it belongs to, before or behind its full stop.
#[test]
fn marks_belong_to_the_sentence_before_them() {
    let check = |id: &str, mark: &str, sentence: usize| {
        let (document, passage) = passage(id);
        let found = segments(passage, &[])
            .into_iter()
            .find(|segment| segment.style == Style::Mark && segment.range.slice(&document.text) == Some(mark));
        assert_eq!(found.map(|segment| segment.sentence), Some(sentence), "{id}: {mark}");
    };
    check("letter.p2", "1", 0);
    check("letter.p8", "4", 1);
    check("letter.p8", "5", 2);
    check("letter.p8", "7", 4);
    check("letter.p59", "39", 0);
    check("letter.p14", "12", 0);
}

#[test]
fn sentences_are_found_by_their_offsets() {
    for document in &bundle().documents {
        for passage in &document.passages {
            for (index, sentence) in passage.sentences().into_iter().enumerate() {
                for offset in [sentence.start, sentence.end - 1] {
                    assert_eq!(passage.sentence_at(offset), index + 1, "{}: {offset}", passage.id);
                }
            }
        }
    }
}

#[test]
fn a_sentence_begins_where_the_one_before_it_ends() {
    let mut passage = passage("letter.p8").1.clone();
    let span = passage.span();
    passage.sentences = vec![ByteRange::new(span.start, span.start + 10), ByteRange::new(span.start + 10, span.end)];
    for (offset, expected) in [(0, 1), (9, 1), (10, 2), (11, 2)] {
        assert_eq!(passage.sentence_at(span.start + offset), expected, "{offset}");
    }
    passage.sentences.clear();
    assert_eq!(passage.sentence_at(span.start + 10), 1, "what is not divided is one sentence");
    assert_eq!(passage.sentences(), [span]);
}

// Originals of any kind.

const READERS: [Reader; 3] = [Reader::UnDocument, Reader::Wikipedia, Reader::Plain];

fn check_imported(text: &str, imported: &Imported) -> Result<(), TestCaseError> {
    let mut end = 0;
    for block in &imported.blocks {
        prop_assert_eq!(block.range.start, end, "the blocks leave a gap or overlap");
        prop_assert!(!block.range.is_empty());
        prop_assert!(block.range.slice(text).is_some());
        end = block.range.end;
    }
    prop_assert_eq!(end as usize, text.len());
    let mut shown: Vec<ByteRange> = Vec::new();
    for passage in &imported.passages {
        let span = passage.span();
        prop_assert!(!passage.runs.is_empty() && passage.runs[0].join == Join::None);
        prop_assert!(passage.kind.is_text());
        prop_assert!(passage.id.starts_with("doc."), "{}", passage.id);
        let runs: Vec<ByteRange> = passage.runs.iter().map(|run| run.range).collect();
        for (name, ranges) in [("runs", &runs), ("sentences", &passage.sentences)] {
            let mut end = span.start;
            for range in ranges {
                prop_assert!(end <= range.start && !range.is_empty(), "{} {name}: {ranges:?}", passage.id);
                prop_assert!(range.slice(text).is_some(), "{} {name}: {range:?}", passage.id);
                end = range.end;
            }
            prop_assert!(end <= span.end);
        }
        for run in &runs {
            let block = imported.blocks.iter().find(|block| block.range.contains(*run));
            prop_assert_eq!(block.map(|block| block.kind), Some(passage.kind));
        }
        for field in &passage.fields {
            prop_assert_eq!(passage.kind, BlockKind::Reference);
            prop_assert!(span.contains(field.range) && !field.range.is_empty(), "{:?}", field);
            prop_assert!(field.range.slice(text).is_some(), "{:?}", field);
        }
        shown.extend(runs);
        let document = Document { text: text.to_owned(), ..common::document("civil-21").clone() };
        check_segments(&document, passage)?;
    }
    shown.sort();
    prop_assert!(shown.windows(2).all(|pair| pair[0].end <= pair[1].start), "a byte is shown twice");
    Ok(())
}

fn check_import(text: &str) -> Result<(), TestCaseError> {
    for reader in READERS {
        let imported = import(reader, "doc", text, &[]);
        prop_assert!(imported.is_ok(), "no note, no fault");
        check_imported(text, &imported.unwrap())?;
        prop_assert_eq!(import(reader, "doc", text, &[]), import(reader, "doc", text, &[]));
    }
    Ok(())
}

/// What the readers know, so that chance puts it together as no source has it yet.
fn pieces() -> impl Strategy<Value = String> {
    let known = [
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "  ",
        "    ",
        "  \n",
        "\u{a0}",
        "• ",
        "1. ",
        "2․ ",
        "395. ",
        "1234. ",
        "1.",
        "---",
        "\n---\n",
        "## ",
        "# ",
        "**",
        "*",
        "<sup>1</sup>",
        "\n<sup>2</sup> ",
        "<sup>",
        "</sup>",
        "<sup>x</sup>",
        "[",
        "](#)",
        "](",
        ")",
        "\\(",
        "\\",
        "<http://a.b/>",
        "<https",
        "<",
        ">",
        ":",
        ";",
        ".",
        ". ",
        "?",
        "!",
        "“",
        "”",
        "\"",
        "'",
        "(Signed) ",
        "Main article: ",
        "— ",
        "\n\nReferences\n\n",
        "\nReferences\n",
        "May 2021",
        "Date12 May 2021",
        "Status",
        "^ ",
        "NATO NATO – ",
        " – ",
        "–",
        "A. B.",
        "Doe, Jane; ",
        " (13 October 2023). ",
        "Archived from the original on 15 October 2023. ",
        "Archived 14 September 2022 at the Wayback Machine. ",
        "Retrieved 16 October 2023. ",
        "(in Armenian)",
        "doi:10.1/2. ",
        "ISSN 1867-9323. ",
        "ISBN 978-3-031-31143-7. ",
        "within Azerbaijan SSR The map also shows ",
        "of that country.I Obviously, it ",
        "H.E. Mr. ",
        "e.g. ",
        "the ",
        "Թ",
        "é",
        "😀",
        "\u{301}",
        "\u{2024}",
        "\u{feff}",
        "\0",
        "Related Posts:",
        "Print Friendly, PDF & Email",
    ];
    prop_oneof![
        12 => select(known.map(str::to_owned).to_vec()),
        3 => "[A-Z][a-z]{1,8} ",
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..config() })]

    #[test]
    fn any_text_is_tiled_and_its_ranges_slice(pieces in prop::collection::vec(pieces(), 0..40)) {
        check_import(&pieces.concat())?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..config() })]

    /// Part of one original, read as each kind of source: what an editor meets who names the wrong reader.
    #[test]
    fn originals_are_tiled_by_every_reader(
        id in select(bundle().documents.iter().map(|document| document.id.as_str()).collect::<Vec<_>>()),
        (from, length) in (any::<Index>(), 0..6_000_usize),
    ) {
        let document = common::document(id);
        let from = document.text.floor_char_boundary(from.index(document.text.len()));
        let to = document.text.floor_char_boundary((from + length).min(document.text.len()));
        check_import(&document.text[from..to])?;
    }
}

/// Texts that readers have stumbled over, or might.
#[test]
fn odd_texts_are_imported() {
    for text in [
        "",
        "\n",
        "\n\n\n",
        " ",
        "x",
        "x\n",
        "\nx",
        "é",
        "  \nx",
        "x\n  \ny",
        "---",
        "**",
        "*",
        "[",
        "](",
        "[a](",
        "\\",
        "<sup>1</sup>",
        "<sup>1",
        "<sup></sup>",
        "<sup>99999</sup> x",
        "•",
        "• ",
        "1. ",
        "References",
        "x\n\nReferences\n\n",
        "x\n\nReferences\n\n  1. ^ ",
        "x\n\nReferences\n\n  1. \"",
        "x\n\nReferences\n\n  1. ^ \"a\" (",
        "x\n\nReferences\n\n  65536. \"a\"",
        "x\n\nReferences\n\n  7. Doe, J. (13 October 2023).",
        "Date",
        "x.\r\n\r\ny.\r\n",
        // A full stop that was lost and a letter that strayed, in one stretch that Unicode does not divide.
        "In that country.I Obviously they met within Azerbaijan SSR The map also shows it.",
        "It lies within Azerbaijan SSR The map shows that country.I Obviously it does.",
    ] {
        let caught = std::panic::catch_unwind(|| check_import(text));
        match caught {
            Ok(Ok(())) => {}
            Ok(Err(error)) => panic!("{text:?}: {error}"),
            Err(_) => panic!("{text:?}: the importer panics"),
        }
    }
}
