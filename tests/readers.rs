//! The readers on sources made up for the test: what a line is taken for, where a sentence ends, and how far an
//! editor's structure notes reach.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use parallax::corpus::{BlockKind, Passage};
use parallax::import::{Hint, Imported, Reader, import};

use BlockKind::{Attribution, Footnote, Hatnote, Heading, ListItem, Paragraph, Quotation, Reference, Signatory};

fn read(reader: Reader, text: &str) -> Imported {
    import(reader, "doc", text, &[]).unwrap()
}

/// What the passages are, and how each reads.
fn told(passages: &[Passage], text: &str) -> Vec<(BlockKind, String)> {
    passages.iter().map(|passage| (passage.kind, passage.text(text))).collect()
}

fn check(reader: Reader, text: &str, expected: &[(BlockKind, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(kind, words)| (*kind, (*words).to_owned())).collect();
    assert_eq!(told(&read(reader, text).passages, text), expected, "{text:?}");
}

// Sentences.

fn check_sentences(text: &str, expected: &[&str]) {
    let source = format!("{text}\n");
    let imported = read(Reader::Plain, &source);
    let passage = &imported.passages[0];
    let sentences: Vec<String> =
        passage.sentences().into_iter().map(|sentence| passage.text_in(&source, sentence)).collect();
    assert_eq!(sentences, expected);
}

#[test]
fn sentences_end_at_full_stops_and_marks() {
    check_sentences("One came. Two went. Three stayed.", &["One came.", "Two went.", "Three stayed."]);
    check_sentences("Who came? Nobody! So it was.", &["Who came?", "Nobody!", "So it was."]);
    check_sentences("One only.", &["One only."]);
    check_sentences("He said: “They came.” Then he left.", &["He said: “They came.”", "Then he left."]);
    check_sentences("It was so (see there). It is still.", &["It was so (see there).", "It is still."]);
}

#[test]
fn abbreviations_and_initials_end_no_sentence() {
    for whole in [
        "The letter of H.E. Mr. Ilham Aliyev was read.",
        "It is told by J. Smith and by K. L. Jones.",
        "Steps (e.g. Demonstrations of force) were not taken.",
        "See App. No. 40984/07 of that year.",
        "The U.S. Department of State wrote.",
        "It was signed by the Chargé d'affaires a.i. Somebody.",
        "As in Chiragov and Others v. Armenia of 2015.",
    ] {
        check_sentences(whole, &[whole]);
    }
}

#[test]
fn what_goes_on_in_small_letters_is_the_same_sentence() {
    for whole in [
        "The life of thousands of citizens. including children, was hard.",
        "“Who was it?” he asked.",
        "“Never!” they said, and left.",
        "He came as deep as 3.5 kilometers.",
        "Towns ... were looted.",
    ] {
        check_sentences(whole, &[whole]);
    }
}

#[test]
fn lost_full_stops_are_found_where_the_words_show_them() {
    check_sentences("It lies within SSR The map shows it.", &["It lies within SSR", "The map shows it."]);
    check_sentences("In that country.I Obviously, it is so.", &["In that country.I", "Obviously, it is so."]);
    // Not every "The" begins a sentence, and not every letter has strayed.
    for whole in [
        "They met in The Hague.",
        "It was told by the BBC The World programme.",
        "The OSCE The Hague office closed.",
        "See section A.I of it.",
        "In that country.I was there.",
    ] {
        check_sentences(whole, &[whole]);
    }
}

// Plain statements.

#[test]
fn a_statement_has_a_title_a_list_and_signatories() {
    check(
        Reader::Plain,
        "Statement on something\n\nWe state that:\n\n  1. It is so.\n2․ It was so.\n• It will be so.\n\nOne NGO\n\nTwo NGO\n\nThree \
         NGO\n\nRelated Posts:\n",
        &[
            (Heading, "Statement on something"),
            (Paragraph, "We state that:"),
            (ListItem, "It is so."),
            (ListItem, "It was so."),
            (ListItem, "It will be so."),
            (Signatory, "One NGO"),
            (Signatory, "Two NGO"),
            (Signatory, "Three NGO"),
        ],
    );
}

#[test]
fn what_only_looks_like_a_list_or_a_signature_is_text() {
    check(
        Reader::Plain,
        "We came in 2020.\n2020. That was the year.\n1.5 million came.\nOne NGO\nTwo NGO\n",
        &[
            (Paragraph, "We came in 2020."),
            (Paragraph, "2020. That was the year."),
            (Paragraph, "1.5 million came."),
            (Paragraph, "One NGO"),
            (Paragraph, "Two NGO"),
        ],
    );
}

#[test]
fn ids_count_each_kind_of_passage() {
    let text = "Title\n\nOne.\n\n1. Two.\n\nThree.\n\nA\n\nB\n\nC\n";
    let ids: Vec<String> = read(Reader::Plain, text).passages.into_iter().map(|passage| passage.id).collect();
    assert_eq!(ids, ["doc.title", "doc.p1", "doc.p2", "doc.p3", "doc.s1", "doc.s2", "doc.s3"]);
}

// Documents of the United Nations.

#[test]
fn a_paragraph_goes_on_behind_a_page_break() {
    let page = "## Title\n\nIt was a long\n\n---\n\n<sup>1</sup> A note.\n\nway to go.\n";
    check(
        Reader::UnDocument,
        page,
        &[(Heading, "Title"), (Paragraph, "It was a long way to go."), (Footnote, "A note.")],
    );
    let check_whole = |end: &str| {
        let page = format!("## Title\n\nIt was so{end}\n\n---\n\nAnother page.\n");
        let told = told(&read(Reader::UnDocument, &page).passages, &page);
        assert_eq!(told.len(), 3, "{end:?}: {told:?}");
    };
    for end in [".", "!", "?", ":", ".”", "…", "...", ".)", ".<sup>1</sup>"] {
        check_whole(end);
    }
}

#[test]
fn without_a_page_break_nothing_is_put_together() {
    check(
        Reader::UnDocument,
        "## Title\n\nIt was a long\n\nway to go.\n",
        &[(Heading, "Title"), (Paragraph, "It was a long"), (Paragraph, "way to go.")],
    );
}

#[test]
fn a_quotation_runs_from_its_colon_to_its_note() {
    check(
        Reader::UnDocument,
        "## Title\n\nHe said:\n\nOne.\n\nTwo.<sup>1</sup>\n\nThen he left.<sup>2</sup>\n\nShe said:\n\nThree.<sup>3</sup>\n",
        &[
            (Heading, "Title"),
            (Paragraph, "He said:"),
            (Quotation, "One."),
            (Quotation, "Two."),
            (Paragraph, "Then he left."),
            (Paragraph, "She said:"),
            (Quotation, "Three."),
        ],
    );
}

#[test]
fn markdown_is_taken_off_and_brackets_of_the_text_are_not() {
    let check = |line: &str, expected: &str| {
        let text = format!("## Title\n\n{line}\n");
        assert_eq!(told(&read(Reader::UnDocument, &text).passages, &text)[1].1, expected, "{line}");
    };
    check("See [S/26194](#), annex.", "See S/26194, annex.");
    check("See [822 \\(1993\\)](#).", "See 822 (1993).");
    check("It condemn[ed] that.", "It condemn[ed] that.");
    check("It [did] so in [S/1](#).", "It [did] so in S/1.");
    check("See *Ibid.*, p. 1.", "See Ibid., p. 1.");
    check("**Strong** and *soft*.", "Strong and soft.");
    check("See <https://example.org/a>.", "See https://example.org/a.");
    check("If 1 < 2 and 2 > 1.", "If 1 < 2 and 2 > 1.");
    check("A back\\slash stays.", "A back\\slash stays.");
    check("Noted,<sup>12</sup> and done.", "Noted, and done.");
    check("10<sup>th</sup> day.", "10<sup>th</sup> day.");
}

// Snapshots of Wikipedia.

#[test]
fn a_heading_is_short_and_stands_alone() {
    check(
        Reader::Wikipedia,
        "First line.\n\nHistory\n\nText of it.\n\nMay 2021\n\nIt was so.\nNot alone\nIt went on.\n\nIs a sentence.\n\nReactions\n\n— \
         Somebody\n\nMain article: Something\n",
        &[
            (Paragraph, "First line."),
            (Heading, "History"),
            (Paragraph, "Text of it."),
            (Heading, "May 2021"),
            (Paragraph, "It was so."),
            (Paragraph, "Not alone"),
            (Paragraph, "It went on."),
            (Paragraph, "Is a sentence."),
            (Heading, "Reactions"),
            (Attribution, "— Somebody"),
            (Hatnote, "Main article: Something"),
        ],
    );
    let long = "A line of many words that stands alone but goes on for longer than any heading of an article would";
    check(
        Reader::Wikipedia,
        &format!("x.\n\n{long}\n\ny.\n"),
        &[(Paragraph, "x."), (Paragraph, long), (Paragraph, "y.")],
    );
}

#[test]
fn months_stand_below_sections() {
    let text = "x.\n\nTimeline\n\ny.\n\nMay 2021\n\nz.\n\nMay 12021\n\nw.\n";
    let levels: Vec<u8> = read(Reader::Wikipedia, text).passages.iter().filter_map(|passage| passage.level).collect();
    assert_eq!(levels, [2, 3, 2]);
}

#[test]
fn references_are_a_list_at_the_end() {
    check(
        Reader::Wikipedia,
        "x.\n\n  1. No reference.\n\nReferences\n\n  1. ^ \"One\". Site.\n  2. \"Two\". Site.\n    Goes on.\nNavigation\n  3. Also.\n",
        &[
            (Paragraph, "x."),
            (ListItem, "No reference."),
            (Heading, "References"),
            (Reference, "\"One\". Site."),
            (Reference, "\"Two\". Site. Goes on."),
        ],
    );
}

#[test]
fn a_section_of_the_same_name_is_named_after_the_one_above() {
    let text = "x.\n\nHistory\n\ny.\n\nMay 2021\n\nz.\n\nArtsakh's “own” view\n\nw.\n\nMay 2021\n\nv.\n";
    let ids: Vec<String> = read(Reader::Wikipedia, text).passages.into_iter().map(|passage| passage.id).collect();
    assert_eq!(
        ids,
        [
            "doc.lead.p1",
            "doc.history",
            "doc.history.p1",
            "doc.may-2021",
            "doc.may-2021.p1",
            "doc.artsakhs-own-view",
            "doc.artsakhs-own-view.p1",
            "doc.artsakhs-own-view-may-2021",
            "doc.artsakhs-own-view-may-2021.p1",
        ]
    );
}

// Structure notes.

fn hint(begins: &str, kind: BlockKind) -> Hint {
    Hint { begins: begins.into(), through: None, kind, level: None }
}

fn check_hinted(hints: &[Hint], expected: &[BlockKind]) {
    let text = "Same one.\n\nOther.\n\nSame two.\n\nLast.\n";
    let imported = import(Reader::Plain, "doc", text, hints).unwrap_or_else(|errors| panic!("{errors:?}"));
    let kinds: Vec<BlockKind> = imported.passages.iter().map(|passage| passage.kind).collect();
    assert_eq!(kinds, expected);
}

#[test]
fn notes_have_the_last_word_and_go_through_the_text_once() {
    let caption = BlockKind::Caption;
    check_hinted(&[], &[Paragraph, Paragraph, Paragraph, Paragraph]);
    check_hinted(&[hint("Same", caption)], &[caption, Paragraph, Paragraph, Paragraph]);
    // The second note is about the next line that begins so, not about the same one.
    check_hinted(&[hint("Same", caption), hint("Same", Quotation)], &[caption, Paragraph, Quotation, Paragraph]);
    let through = Hint { through: Some("Same two".into()), ..hint("Other", caption) };
    check_hinted(&[through], &[Paragraph, caption, caption, Paragraph]);
    let heading = Hint { level: Some(2), ..hint("Other", Heading) };
    check_hinted(&[heading], &[Paragraph, Heading, Paragraph, Paragraph]);
    check_hinted(&[hint("Other", BlockKind::Navigation)], &[Paragraph, Paragraph, Paragraph]);
}

#[test]
fn notes_that_fit_no_line_are_told_all() {
    let text = "One.\n\nTwo.\n\nThree.\n";
    let check = |hints: &[Hint], expected: &[&str]| {
        let errors = import(Reader::Plain, "doc", text, hints).unwrap_err();
        let begins: Vec<&str> = errors.iter().map(|error| error.begins.as_str()).collect();
        assert_eq!(begins, expected);
    };
    check(&[hint("Four", Paragraph)], &["Four"]);
    check(&[hint("Four", Paragraph), hint("Two", Quotation), hint("Five", Paragraph)], &["Four", "Five"]);
    // Out of order: the line stands before the one of the note before.
    check(&[hint("Two", Quotation), hint("One", Quotation)], &["One"]);
    check(&[Hint { through: Some("One".into()), ..hint("Two", Quotation) }], &["One"]);
}
