//! What the compiler says of faulty sources: the file, the place, the reason and the way to mend it, fault by fault.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use parallax::compile::{Sources, compile};
use parallax::corpus::{Diagnostic, Position};
use serde_json::Value;

const CORPUS: &str = "assets/documents/corpus.json";
const LETTER: &str = "assets/annotations/times/letter.json";
const CIVIL_15: &str = "assets/annotations/times/civil-15.json";
const PERIODS: &str = "assets/annotations/periods.json";
const PURPOSES: &str = "assets/annotations/purposes.json";
const STRUCTURE: &str = "assets/annotations/structure/article.json";

/// The sources without the article, which is longer than all the rest and has a part in few of these faults.
fn sources() -> Sources {
    let mut sources = common::sources();
    edit(&mut sources, CORPUS, "\"documents\": [\"article\"]", "\"documents\": []");
    let mut purposes: Value = serde_json::from_str(&sources[PURPOSES]).unwrap();
    purposes.as_array_mut().unwrap().retain(|purpose| purpose["document"] != "article");
    sources.insert(PURPOSES.into(), serde_json::to_string_pretty(&purposes).unwrap());
    for joining in ["homonyms", "naming", "claims", "figures", "sources", "pairs", "publishers"] {
        sources.remove(&format!("assets/annotations/{joining}.json")).unwrap();
    }
    sources
}

/// A source with one place of it changed. The place must stand there once, or the test is about something else.
fn edit(sources: &mut Sources, file: &str, found: &str, replacement: &str) {
    let text = sources.get_mut(file).unwrap_or_else(|| panic!("no {file}"));
    assert_eq!(text.matches(found).count(), 1, "{file}: {found:?} stands there another number of times");
    *text = text.replace(found, replacement);
}

/// Line and column (in characters) of the first occurrence of some words, found by looking through the lines.
fn place(sources: &Sources, file: &str, words: &str) -> Position {
    for (number, line) in sources[file].split('\n').enumerate() {
        if let Some((before, _)) = line.split_once(words) {
            let column = u32::try_from(before.chars().count()).unwrap() + 1;
            return Position { line: u32::try_from(number).unwrap() + 1, column };
        }
    }
    panic!("{file} does not have {words:?}");
}

/// What is expected of one fault: file, words it is placed at (none: the file as a whole), reason, hint.
type Expected<'a> = (&'a str, Option<&'a str>, &'a str, &'a str);

fn check_sources(sources: &Sources, expected: &[Expected<'_>]) {
    let expected: Vec<Diagnostic> = expected
        .iter()
        .map(|(file, words, reason, hint)| Diagnostic {
            file: (*file).to_owned(),
            position: words.map_or_else(Position::default, |words| place(sources, file, words)),
            reason: (*reason).to_owned(),
            hint: (*hint).to_owned(),
        })
        .collect();
    assert_eq!(faults(sources), expected);
}

fn faults(sources: &Sources) -> Vec<Diagnostic> {
    compile(sources).err().unwrap_or_default()
}

/// One change in one file, and every fault it makes.
fn check(file: &str, found: &str, replacement: &str, expected: &[Expected<'_>]) {
    let mut sources = sources();
    edit(&mut sources, file, found, replacement);
    check_sources(&sources, expected);
}

/// One change in one file that is no fault.
fn check_taken(file: &str, found: &str, replacement: &str) {
    let mut sources = sources();
    edit(&mut sources, file, found, replacement);
    assert_eq!(faults(&sources), [], "{replacement}");
}

#[test]
fn the_sources_have_no_faults() {
    for sources in [common::sources(), sources()] {
        assert_eq!(faults(&sources), [], "what is broken below is whole before");
    }
}

// Positions.

#[test]
fn positions_count_lines_and_characters_from_one() {
    let check = |needle: &str, source: &str, line: u32, column: u32| {
        assert_eq!(Position::of(needle, source), Position { line, column }, "{needle:?} in {source:?}");
    };
    check("a", "a", 1, 1);
    check("b", "ab", 1, 2);
    check("b", "a\nb", 2, 1);
    check("b", "“é”b", 1, 4);
    check("b", "x\n“é”b\nb", 2, 4);
    check("nowhere", "a\nb", 0, 0);
    assert_eq!(Position::at(2, "“b"), Position { line: 1, column: 1 }, "within a character: at its beginning");
}

#[test]
fn a_diagnostic_is_told_with_its_place_and_hint() {
    let mut diagnostic = Diagnostic {
        file: "a.json".into(),
        position: Position { line: 3, column: 7 },
        reason: "it is wrong".into(),
        hint: "mend it".into(),
    };
    assert_eq!(diagnostic.to_string(), "a.json:3:7: it is wrong\n  hint: mend it");
    diagnostic.position = Position::default();
    assert_eq!(diagnostic.to_string(), "a.json: it is wrong\n  hint: mend it");
}

// Times.

#[test]
fn an_unknown_passage() {
    check(
        LETTER,
        "\"letter.p73\":",
        "\"letter.p73\": {\"none\": \"formal\"},\n    \"letter.p74\":",
        &[(
            LETTER,
            Some("\"letter.p74\""),
            "unknown passage “letter.p74”",
            "use an id that `cargo xtask corpus` writes",
        )],
    );
}

#[test]
fn a_passage_that_nobody_dated() {
    check(
        CIVIL_15,
        "    \"civil-15.p8\": {\"none\": \"formal\"},\n",
        "",
        &[(
            CIVIL_15,
            Some("\"civil-15\""),
            "passage “civil-15.p8” has neither a time nor a reason for having none",
            "read it, and add it to the file",
        )],
    );
}

#[test]
fn times_and_none_together_or_neither() {
    let fault = [(
        CIVIL_15,
        Some("\"civil-15.p8\""),
        "passage “civil-15.p8” needs either times or a reason for having none",
        "give `times` or `none`, not both",
    )];
    let before = "\"civil-15.p8\": {\"none\": \"formal\"}";
    let time = "\"times\": [{\"edtf\": \"2021-05\", \"basis\": \"context\"}]";
    check(CIVIL_15, before, &format!("\"civil-15.p8\": {{{time}, \"none\": \"formal\"}}"), &fault);
    check(CIVIL_15, before, "\"civil-15.p8\": {}", &fault);
    check(CIVIL_15, before, "\"civil-15.p8\": {\"note\": \"Not read yet.\"}", &fault);
    check_taken(CIVIL_15, before, &format!("\"civil-15.p8\": {{{time}}}"));
}

/// It would compile, and stand nowhere.
#[test]
fn a_date_that_lies_in_no_period() {
    let before = "\"letter.p73\": {\"none\": \"formal\"}";
    let with = |edtf: &str| {
        format!(
            "\"letter.p73\": {{\"times\": [{{\"edtf\": \"{edtf}\", \"basis\": \"context\", \"modality\": \"plan\"}}]}}"
        )
    };
    let fault = [(
        LETTER,
        Some("\"letter.p73\""),
        "passage “letter.p73”: 2025 lies in no period",
        "correct the date, or let the first or last period of periods.json reach as far",
    )];
    check(LETTER, before, &with("2025"), &fault);
    check_taken(LETTER, before, &with("2024"));
    // A part of it is enough.
    check_taken(LETTER, before, &with("2024/2030"));
    check_taken(LETTER, before, &with("2020/.."));
    check_taken(LETTER, before, &with("1900"));
    // The periods looked back without a bound: with one, what lies before it is refused likewise.
    let mut sources = sources();
    edit(&mut sources, PERIODS, "\"../1986-12-31\"", "\"1910-01-01/1986-12-31\"");
    assert_eq!(faults(&sources), [], "nothing is dated before");
    edit(&mut sources, LETTER, before, &with("1900"));
    let told = faults(&sources);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!(told[0].reason, "passage “letter.p73”: 1900 lies in no period");
}

/// The letter was written on 12 January 2021.
#[test]
fn a_date_after_the_document() {
    let before = "\"letter.p73\": {\"none\": \"formal\"}";
    let with = |edtf: &str, modality: &str| {
        format!("\"letter.p73\": {{\"times\": [{{\"edtf\": \"{edtf}\", \"basis\": \"context\"{modality}}}]}}")
    };
    let refused = |edtf: &str, modality: &str| {
        check(
            LETTER,
            before,
            &with(edtf, modality),
            &[(
                LETTER,
                Some("\"letter.p73\""),
                &format!("passage “letter.p73”: {edtf} lies after the document was written"),
                "mark it as a plan or a threat, or correct the date",
            )],
        );
    };
    refused("2021-01-13", "");
    refused("2021-02", "");
    refused("2021-05-12/2021-06", ", \"modality\": \"told\"");
    // What is told of has ended by then, too.
    refused("2020-11-10/2021-02", "");
    check_taken(LETTER, before, &with("2021-01-13", ", \"modality\": \"plan\""));
    check_taken(LETTER, before, &with("2021-01-13", ", \"modality\": \"threat\""));
    check_taken(LETTER, before, &with("2020-11-10/2021-02", ", \"modality\": \"plan\""));
    check_taken(LETTER, before, &with("2021-01-12", ""));
    // A month or an open end may reach beyond the letter; the letter then tells of its beginning.
    check_taken(LETTER, before, &with("2021-01", ""));
    check_taken(LETTER, before, &with("2020-11-10/2021-01", ""));
    check_taken(LETTER, before, &with("2020-11-10/..", ""));
}

/// A document whose date is known by its bounds only could still know of the last of its days.
#[test]
fn a_date_within_the_days_a_document_may_be_of() {
    let before = "\"civil-15.p8\": {\"none\": \"formal\"}";
    let with =
        |edtf: &str| format!("\"civil-15.p8\": {{\"times\": [{{\"edtf\": \"{edtf}\", \"basis\": \"context\"}}]}}");
    check_taken(CIVIL_15, before, &with("2021-06-30"));
    check(
        CIVIL_15,
        before,
        &with("2021-07-01"),
        &[(
            CIVIL_15,
            Some("\"civil-15.p8\""),
            "passage “civil-15.p8”: 2021-07-01 lies after the document was written",
            "mark it as a plan or a threat, or correct the date",
        )],
    );
}

#[test]
fn words_that_do_not_stand_in_the_passage() {
    let refused = |found: &str, replacement: &str, told: &str| {
        check(
            LETTER,
            found,
            replacement,
            &[(
                LETTER,
                Some("\"letter.p12\""),
                &format!("passage “letter.p12”: the words “{told}” do not stand in it"),
                "quote the words exactly as the passage has them",
            )],
        );
    };
    let before = "\"letter.p12\": {\"times\": [{\"words\": \"12 May 1992\"";
    let with = |words: &str| format!("\"letter.p12\": {{\"times\": [{{\"words\": \"{words}\"");
    refused(before, &with("12th May 1992"), "12th May 1992");
    refused(before, &with("12 may 1992"), "12 may 1992");
    refused(before, &with(""), "");
    // These stand in the passage before it.
    refused(before, &with("9 May 1992"), "9 May 1992");
    refused(before, &format!("{}, \"occurrence\": 2", with("12 May 1992")), "12 May 1992");
    refused(before, &format!("{}, \"occurrence\": 0", with("12 May 1992")), "12 May 1992");
    check_taken(LETTER, before, &format!("{}, \"occurrence\": 1", with("12 May 1992")));
    check_taken(LETTER, before, &with("On 12 May 1992, the Security Council"));
}

/// Words are looked for in the text as it is read: a page break and the notes at its foot do not part them.
#[test]
fn words_on_both_sides_of_a_page_break() {
    check_taken(
        LETTER,
        "\"letter.p20\": {\"times\": [",
        "\"letter.p20\": {\"times\": [{\"words\": \"under the shelling and bombing\", \"edtf\": \"1993-07\"}, ",
    );
    check_taken(
        LETTER,
        "\"letter.p17\": {\"times\": [",
        "\"letter.p17\": {\"times\": [{\"words\": \"resolution 822 (1993), reaffirming\", \"edtf\": \"1993-04\"}, ",
    );
}

#[test]
fn a_date_that_rests_on_words_has_them() {
    check(
        LETTER,
        "\"letter.p12\": {\"times\": [{\"words\": \"12 May 1992\", \"edtf\": \"1992-05-12\"}]",
        "\"letter.p12\": {\"times\": [{\"edtf\": \"1992-05-12\"}]",
        &[(
            LETTER,
            Some("\"letter.p12\""),
            "passage “letter.p12”: 1992-05-12 rests on words, but none are given",
            "quote the words, or say which `basis` the date has",
        )],
    );
}

#[test]
fn a_date_that_is_no_edtf() {
    let before = "\"letter.p12\": {\"times\": [{\"words\": \"12 May 1992\", \"edtf\": \"1992-05-12\"}]";
    for edtf in ["12 May 1992", "1992-13", "1992-05-32", "1992-05-12/", ""] {
        let error = parallax::corpus::interval(edtf).unwrap_err().to_string();
        assert!(error.starts_with(&format!("“{edtf}” is no EDTF date: ")), "{error}");
        check(
            LETTER,
            before,
            &before.replace("1992-05-12", edtf),
            &[(
                LETTER,
                Some("\"letter.p12\""),
                &format!("passage “letter.p12”: {error}"),
                "write the date as EDTF (ISO 8601-2)",
            )],
        );
    }
}

#[test]
fn a_file_about_another_document() {
    check(
        CIVIL_15,
        "\"document\": \"civil-15\"",
        "\"document\": \"civil-16\"",
        &[(CIVIL_15, Some("\"civil-16\""), "the file is about “civil-16”", "name the file's document")],
    );
}

#[test]
fn a_missing_file_of_times() {
    let mut sources = sources();
    sources.remove(CIVIL_15);
    check_sources(
        &sources,
        &[(
            CIVIL_15,
            None,
            "the file is missing",
            "every document has a metadata file of its id, and the corpus its periods",
        )],
    );
}

// Periods.

const FOLLOWS: &str = "a period begins on the day after the one before it ended";

/// The bounds of a period, as its source has them.
fn days_of(id: &str) -> String {
    let periods: Value = serde_json::from_str(&common::sources()[PERIODS]).unwrap();
    let period = periods.as_array().unwrap().iter().find(|period| period["id"] == id).unwrap();
    period["edtf"].as_str().unwrap().to_owned()
}

/// Gives a period other bounds, and expects the one fault that it does not follow the one before it.
fn check_follows(id: &str, days: &str, what: &str, other: &str) {
    check(
        PERIODS,
        &format!("\"{}\"", days_of(id)),
        &format!("\"{days}\""),
        &[(
            PERIODS,
            Some(&format!("\"{days}\"")),
            &format!("period “{id}” ({days}) {what} “{other}” ({})", days_of(other)),
            FOLLOWS,
        )],
    );
}

#[test]
fn periods_that_overlap() {
    check_follows("1993-1994", "1992-12-31/1994-05-11", "overlaps", "1992");
    check_follows("1993-1994", "../1994-05-11", "overlaps", "1992");
}

#[test]
fn a_gap_between_periods() {
    check_follows("1993-1994", "1993-01-02/1994-05-11", "leaves a gap after", "1992");
    check_follows("1993-1994", "1994/1994-05-11", "leaves a gap after", "1992");
}

#[test]
fn periods_out_of_order() {
    let mut sources = sources();
    let (early, late, next) = (days_of("1993-1994"), days_of("1994-2014"), days_of("2015-2020"));
    edit(&mut sources, PERIODS, &format!("\"{early}\""), "\"swapped\"");
    edit(&mut sources, PERIODS, &format!("\"{late}\""), &format!("\"{early}\""));
    edit(&mut sources, PERIODS, "\"swapped\"", &format!("\"{late}\""));
    let gap = |id: &str, days: &str, other: &str, others: &str| {
        format!("period “{id}” ({days}) leaves a gap after “{other}” ({others})")
    };
    let overlap = format!("period “1994-2014” ({early}) overlaps “1993-1994” ({late})");
    check_sources(
        &sources,
        &[
            (PERIODS, Some(&format!("\"{late}\"")), &gap("1993-1994", &late, "1992", &days_of("1992")), FOLLOWS),
            (PERIODS, Some(&format!("\"{early}\"")), &overlap, FOLLOWS),
            (PERIODS, Some(&format!("\"{next}\"")), &gap("2015-2020", &next, "1994-2014", &early), FOLLOWS),
        ],
    );
}

#[test]
fn a_period_that_stands_twice() {
    let mut sources = sources();
    edit(&mut sources, PERIODS, "\"id\": \"may-june-2021\"", "\"id\": \"after-2020\"");
    check_sources(
        &sources,
        &[(
            PERIODS,
            Some("\"2021-05-12/2021-06-30\""),
            "period “after-2020” stands twice",
            "ids of periods are unique",
        )],
    );
}

/// One fault, one diagnostic: the period behind the faulty one is in order.
#[test]
fn a_period_that_is_no_edtf() {
    let error = parallax::corpus::interval("1993").unwrap();
    assert!(error.earliest.is_some(), "a plain year would be taken");
    let reason = parallax::corpus::interval("1993 to 1994").unwrap_err().to_string();
    check(
        PERIODS,
        "\"1993-01-01/1994-05-11\"",
        "\"1993 to 1994\"",
        &[(PERIODS, Some("\"1993 to 1994\""), &reason, "write `first-day/last-day`")],
    );
}

#[test]
fn missing_periods() {
    let mut sources = sources();
    sources.remove(PERIODS);
    sources.remove(PURPOSES);
    check_sources(
        &sources,
        &[(
            PERIODS,
            None,
            "the file is missing",
            "every document has a metadata file of its id, and the corpus its periods",
        )],
    );
}

// Purposes.

/// The purposes with one finding only, so that each of its words stands there once.
fn purposes(document: &str, period: &str, words: &str) -> Sources {
    let mut sources = sources();
    let purpose = serde_json::json!([{
        "document": document, "periods": ["1992", period], "words": words, "reason": "Its title says so."
    }]);
    sources.insert(PURPOSES.into(), serde_json::to_string_pretty(&purpose).unwrap());
    sources
}

const TITLE: &str = "Statement on the Threats Made by the President of Azerbaijan against Artsakh";

#[test]
fn a_purpose_of_something_unknown() {
    assert_eq!(faults(&purposes("stepanakert", "1993-1994", TITLE)), [], "what is broken below is whole before");
    check_sources(
        &purposes("stepanakert", "1995", TITLE),
        &[(PURPOSES, Some("\"1995\""), "unknown period “1995”", "use an id of periods.json")],
    );
    check_sources(
        &purposes("nobody", "1993-1994", TITLE),
        &[(PURPOSES, Some("\"nobody\""), "unknown document “nobody”", "use the id of a document")],
    );
}

#[test]
fn words_of_a_purpose_that_do_not_stand_in_the_document() {
    let refused = |words: &str| {
        check_sources(
            &purposes("stepanakert", "1993-1994", words),
            &[(
                PURPOSES,
                Some(&format!("\"{words}\"")),
                &format!("“{words}” does not stand in stepanakert"),
                "quote the document's own words, exactly",
            )],
        );
    };
    refused("Statement on the threats made by the President");
    refused("on the violation of the territorial integrity of Armenia");
}

#[test]
fn purposes_may_be_left_out() {
    let mut sources = sources();
    sources.remove(PURPOSES);
    assert_eq!(compile(&sources).unwrap().purposes, []);
}

// Documents.

const STEPANAKERT: &str = "assets/documents/stepanakert.json";
const ORIGINAL: &str = "assets/documents/002_96a5d791bb15053e.txt";

/// All sources but the purposes, which name documents.
fn without_purposes() -> Sources {
    let mut sources = common::sources();
    sources.remove(PURPOSES);
    sources
}

#[test]
fn a_changed_original() {
    let refused = |change: fn(&mut String)| {
        let mut sources = sources();
        sources.remove(PURPOSES);
        change(sources.get_mut(ORIGINAL).unwrap());
        let digest = parallax::verify::digest(&sources[ORIGINAL]);
        let recorded = "7d463be065d06af1fe848e618a1daea3ee8349e396a1e4622596fe5afb5388d5";
        check_sources(
            &sources,
            &[(
                STEPANAKERT,
                Some("\"sha256\""),
                &format!("the original has SHA-256 {digest}, the metadata says {recorded}"),
                "an original is never changed: restore it, or give a new source a new document",
            )],
        );
    };
    refused(|text| text.push('\n'));
    refused(|text| *text = text.replace('\n', "\r\n"));
    refused(|text| *text = text.replace("belligerent and provocative", "provocative"));
    refused(|text| text.insert(0, '\u{feff}'));
}

#[test]
fn a_missing_original() {
    let mut sources = without_purposes();
    sources.remove(ORIGINAL);
    check_sources(
        &sources,
        &[(
            STEPANAKERT,
            Some("002_96a5d791bb15053e.txt"),
            "the original “002_96a5d791bb15053e.txt” is missing",
            "put the original, unchanged, beside its metadata",
        )],
    );
}

/// A document that cannot be read is one fault. What others say of it is none.
#[test]
fn a_changed_original_that_a_purpose_names() {
    let mut sources = sources();
    sources.get_mut(ORIGINAL).unwrap().push('\n');
    let told: Vec<String> = faults(&sources).iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1, "{}", told.join("\n"));
}

#[test]
fn a_date_of_writing_that_is_no_edtf() {
    let mut sources = without_purposes();
    edit(&mut sources, STEPANAKERT, "\"2023-05-28/2023-06\"", "\"early summer 2023\"");
    let reason = parallax::corpus::interval("early summer 2023").unwrap_err().to_string();
    check_sources(
        &sources,
        &[(
            STEPANAKERT,
            Some("\"written\""),
            &reason,
            "write the date as EDTF, an interval where only its bounds are known",
        )],
    );
}

#[test]
fn an_unknown_account() {
    let mut sources = sources();
    edit(&mut sources, STEPANAKERT, "\"account\": \"armenian\"", "\"account\": \"artsakh\"");
    check_sources(
        &sources,
        &[(
            STEPANAKERT,
            Some("\"artsakh\""),
            "unknown account “artsakh”",
            "use the id of an account in assets/documents/corpus.json",
        )],
    );
}

/// An account names its documents, and each document its account: the grid goes by the one, the page by the other.
#[test]
fn a_document_in_another_account_than_it_says() {
    let mut sources = sources();
    edit(&mut sources, STEPANAKERT, "\"account\": \"armenian\"", "\"account\": \"international\"");
    let faults = faults(&sources);
    assert_eq!(faults.len(), 1, "a document of two accounts is taken: {faults:#?}");
    assert_eq!(faults[0].file, STEPANAKERT);
    assert_eq!(faults[0].position, place(&sources, STEPANAKERT, "\"international\""));
}

/// Listed twice, a document would be read twice, and its ids would name two passages each.
#[test]
fn a_document_that_is_listed_twice() {
    let refused = |found: &str, replacement: &str| {
        let mut sources = sources();
        edit(&mut sources, CORPUS, found, replacement);
        let faults = faults(&sources);
        assert_eq!(faults.len(), 1, "{replacement}: {faults:#?}");
        assert_eq!(faults[0].file, CORPUS);
        assert!(faults[0].reason.contains("“civil-15”"), "{}", faults[0]);
    };
    refused("[\"civil-15\", \"civil-21\"", "[\"civil-15\", \"civil-15\", \"civil-21\"");
    refused("\"documents\": []", "\"documents\": [\"civil-15\"]");
}

#[test]
fn an_account_that_stands_twice() {
    let mut sources = sources();
    edit(&mut sources, CORPUS, "\"id\": \"international\"", "\"id\": \"armenian\"");
    let faults = faults(&sources);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert_eq!(faults[0].file, CORPUS);
    assert!(faults[0].reason.contains("“armenian”"), "{}", faults[0]);
}

#[test]
fn missing_metadata() {
    let mut sources = without_purposes();
    sources.remove(STEPANAKERT);
    check_sources(
        &sources,
        &[(
            STEPANAKERT,
            None,
            "the file is missing",
            "every document has a metadata file of its id, and the corpus its periods",
        )],
    );
}

// Structure notes.

#[test]
fn a_structure_note_that_matches_no_line() {
    let hint = "quote the beginning of a line of the original, in the order of the text";
    let refused = |found: &str, replacement: &str, words: &str| {
        let mut sources = without_purposes();
        edit(&mut sources, STRUCTURE, found, replacement);
        let reason = format!("no line begins with “{words}” after the line of the note before");
        check_sources(&sources, &[(STRUCTURE, Some(words), &reason, hint)]);
    };
    refused("\"begins\": \"Lake Sev as seen\"", "\"begins\": \"Lake Sevan as seen\"", "Lake Sevan as seen");
    refused("\"through\": \"Eastern Europe\"", "\"through\": \"Northern Europe\"", "Northern Europe");
}

#[test]
fn structure_notes_about_another_document() {
    let mut sources = without_purposes();
    edit(&mut sources, STRUCTURE, "\"document\": \"article\"", "\"document\": \"letter\"");
    let faults = faults(&sources);
    assert_eq!(faults.len(), 1, "notes about another document are taken: {faults:#?}");
    assert_eq!(faults[0].file, STRUCTURE);
    assert!(faults[0].reason.contains("“letter”"), "{}", faults[0]);
}

/// A note with quotation marks has a place as well, though the file writes them with a backslash.
#[test]
fn a_structure_note_with_quotation_marks_has_a_place() {
    let mut sources = without_purposes();
    edit(&mut sources, STRUCTURE, "\\\"Borderization\\\" of Armenia", "\\\"Borderisation\\\" of Armenia");
    let faults = faults(&sources);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert!(faults[0].reason.contains("“\"Borderisation\" of Armenia”"), "{}", faults[0]);
    assert_eq!(faults[0].position.line, place(&sources, STRUCTURE, "Borderisation").line, "{}", faults[0]);
}

// Files that are no JSON, or not of their shape.

fn check_json(file: &str, found: &str, replacement: &str, at: &str, reason: &str) {
    let mut sources = without_purposes();
    edit(&mut sources, file, found, replacement);
    let faults = faults(&sources);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert_eq!(faults[0].file, file);
    assert_eq!(faults[0].position.line, place(&sources, file, at).line, "{}", faults[0]);
    assert!(faults[0].position.column > 0, "{}", faults[0]);
    assert!(faults[0].reason.starts_with(reason), "{}", faults[0]);
    assert_eq!(faults[0].hint, "the README says which fields the file has");
}

#[test]
fn broken_json_is_told_with_its_line() {
    check_json(
        CIVIL_15,
        "\"civil-15.p4\": {\"none\": \"formal\"},",
        "\"civil-15.p4\": {\"none\": \"formal\"}",
        "\"civil-15.p5\"",
        "expected `,` or `}`",
    );
    check_json(
        CIVIL_15,
        "\"civil-15.p4\": {\"none\": \"formal\"}",
        "\"civil-15.p4\": {\"none\": \"dull\"}",
        "dull",
        "unknown variant `dull`, expected one of `timeless`, `unstated`, `formal`",
    );
    check_json(
        CIVIL_15,
        "\"civil-15.p4\": {\"none\": \"formal\"}",
        "\"civil-15.p4\": {\"nothing\": \"formal\"}",
        "nothing",
        "unknown field `nothing`",
    );
    check_json(STEPANAKERT, "\"language\": \"en\",", "\"lang\": \"en\",", "\"lang\"", "unknown field `lang`");
    check_json(CORPUS, "\"short\": \"Armenian\",", "\"short\": 7,", "\"short\": 7", "invalid type: integer `7`");
    check_json(STRUCTURE, "\"level\": 1", "\"level\": \"one\"", "\"one\"", "invalid type: string \"one\"");
}

/// Two entries for one passage are a slip: only one of them would be read.
#[test]
fn a_passage_that_is_dated_twice() {
    let mut sources = sources();
    edit(
        &mut sources,
        CIVIL_15,
        "\"civil-15.p4\": {\"none\": \"formal\"},",
        "\"civil-15.p4\": {\"none\": \"formal\"},\n    \"civil-15.p4\": {\"none\": \"timeless\"},",
    );
    let faults = faults(&sources);
    assert_eq!(faults.len(), 1, "the second entry is taken in place of the first: {faults:#?}");
    assert!(faults[0].reason.contains("civil-15.p4"), "{faults:#?}");
}

#[test]
fn the_corpus_itself() {
    let mut sources = sources();
    sources.remove(CORPUS);
    check_sources(
        &sources,
        &[(
            CORPUS,
            None,
            "the file is missing",
            "every document has a metadata file of its id, and the corpus its periods",
        )],
    );
    assert_eq!(faults(&Sources::new()).len(), 1);
}

// Several at once.

#[test]
fn all_faults_are_told_at_once_in_order() {
    let mut sources = sources();
    edit(&mut sources, LETTER, "\"letter.p73\": {\"none\": \"formal\"}", "\"letter.p73\": {}");
    edit(&mut sources, LETTER, "\"words\": \"9 May 1992\"", "\"words\": \"9 June 1992\"");
    edit(&mut sources, CIVIL_15, "\"words\": \"Since May 12, 2021\"", "\"words\": \"Since May 2021\"");
    edit(&mut sources, PERIODS, "\"2023-01-01/2023-09-18\"", "\"2023-01-01/2023-09-17\"");
    edit(&mut sources, CIVIL_15, "\"civil-15.p8\": {\"none\"", "\"civil-15.p88\": {\"none\"");
    let quote = "quote the words exactly as the passage has them";
    check_sources(
        &sources,
        &[
            (
                PERIODS,
                Some("\"2023-09-19/2024-12-31\""),
                "period “september-2023-2024” (2023-09-19/2024-12-31) leaves a gap after “january-september-2023” \
                 (2023-01-01/2023-09-17)",
                FOLLOWS,
            ),
            (
                CIVIL_15,
                Some("\"civil-15\""),
                "passage “civil-15.p8” has neither a time nor a reason for having none",
                "read it, and add it to the file",
            ),
            (
                CIVIL_15,
                Some("\"civil-15.p1\""),
                "passage “civil-15.p1”: the words “Since May 2021” do not stand in it",
                quote,
            ),
            (
                CIVIL_15,
                Some("\"civil-15.p88\""),
                "unknown passage “civil-15.p88”",
                "use an id that `cargo xtask corpus` writes",
            ),
            (LETTER, Some("\"letter.p11\""), "passage “letter.p11”: the words “9 June 1992” do not stand in it", quote),
            (
                LETTER,
                Some("\"letter.p73\""),
                "passage “letter.p73” needs either times or a reason for having none",
                "give `times` or `none`, not both",
            ),
        ],
    );
}
