//! Tests of whole references.

use proptest::prelude::*;

use super::*;
use crate::corpus::{BlockKind, Join, Run};

/// A reference as a passage: number, caret, text.
fn passage(text: &str) -> Passage {
    let number = text.find(' ').unwrap_or(0);
    let from = number + text[number..].len() - text[number..].trim_start_matches([' ', '^']).len();
    let run = |range: Range<usize>, style| Run {
        range: ByteRange::new(range.start as u32, range.end as u32),
        style,
        join: Join::None,
    };
    Passage {
        id: "r".into(),
        kind: BlockKind::Reference,
        level: None,
        runs: vec![run(0..number, Style::Marker), run(from..text.len(), Style::Plain)],
        sentences: Vec::new(),
        times: Vec::new(),
        undated: None,
        speech: Vec::new(),
        note: None,
        fields: Vec::new(),
    }
}

/// Every range of a reference.
fn ranges(reference: &Reference) -> Vec<(&'static str, ByteRange)> {
    let Reference { authors, title, container, published, archived, retrieved, .. } = reference;
    let date = |date: &Option<DatedField>| date.as_ref().map(|date| date.range);
    let single = [
        ("title", *title),
        ("in", *container),
        ("published", date(published)),
        ("archived", date(archived)),
        ("retrieved", date(retrieved)),
        ("language", reference.language),
        ("doi", reference.doi),
        ("issn", reference.issn),
        ("isbn", reference.isbn),
        ("quotation", reference.quotation),
    ];
    let authors = authors.iter().map(|author| ("by", *author));
    authors.chain(single.into_iter().filter_map(|(name, range)| Some((name, range?)))).collect()
}

/// Compares the fields, divided by " | ".
fn check(text: &str, expected: &str) {
    let reference = parse(&passage(text), text);
    let field = |(name, range): (&str, ByteRange)| format!("{name} {}", range.slice(text).unwrap_or("?"));
    assert_eq!(ranges(&reference).into_iter().map(field).collect::<Vec<_>>().join(" | "), expected, "{text}");
}

#[test]
fn number_and_caret_are_read() {
    for (text, expected) in [("9. ^ \"A\". B.", (9, true)), ("395. \"A ^ b\". C.", (395, false))] {
        let reference = parse(&passage(text), text);
        assert_eq!((reference.number, reference.reused.is_some()), expected, "{text}");
    }
}

#[test]
fn templates_are_read() {
    check(
        "1. ^ de B, F; Q, A (3 May 2023). \"C \"d\"\" (PDF). The Guardian. Reuters. ISSN 0261-3077. Archived (PDF) from the \
         original on 15 May 2023. Retrieved 16 May 2023. ...he said.",
        "by de B, F | by Q, A | title C \"d\" | in The Guardian | published 3 May 2023 | archived 15 May 2023 | \
         retrieved 16 May 2023 | issn 0261-3077 | quotation ...he said",
    );
    check("2. \"A\" [B?]. C (in Russian). D: E. 1975.", "title A | in C | published 1975 | language Russian");
    check(
        "3. \"A\". Archived from the original on 1 May 2021. Retrieved 2 May 2021. B.",
        "title A | archived 1 May 2021 | retrieved 2 May 2021 | quotation B",
    );
    check(
        "4. A (2023), B (eds.), \"C\", D: E, F and G, Cham: H, pp. 1–2, ISBN 978-3",
        "by A | title C | in D: E, F and G | published 2023 | isbn 978-3",
    );
    check("5. @A (1 May 2024). \"B\" (Tweet) – via Twitter.", "by @A | title B | in Twitter | published 1 May 2024");
    check(
        "6. A (2020). \"B\". C. D did, in 2021, e.",
        "by A | title B | in C | published 2020 | quotation D did, in 2021, e",
    );
    check("7. A (2020). \"B\". C. 1 May 2021.", "by A | title B | in C | published 2020");
}

#[test]
fn references_by_hand_are_read() {
    check("1. Foreign ministers' meeting", "title Foreign ministers' meeting");
    check(
        "2. A, S., & B, L. (2023). What? (Brief, 30). Berlin: C",
        "by A, S. | by B, L. | title What? | in C | published 2023",
    );
    check(
        "3. “A.” Archived 3 May 2024 at the Wayback Machine B, Accessed 13 Feb. 2024.",
        "title A | in B | archived 3 May 2024 | retrieved 13 Feb. 2024",
    );
    check(
        "4. A? B, C, retrieved 10 May 2024, Of \"d\" e.",
        "title A? B | in C | retrieved 10 May 2024 | quotation Of \"d\" e",
    );
    check("5. A. \"B.\" C, 3 May. 2024, \"It is.”", "by A | title B | in C | published 3 May. 2024 | quotation It is");
    check(
        "6. A, B. \"D.\" e, F and g/B A.-2nd ed.-London: H (2010). p. 3-4",
        "by A, B. | title D | in e, F and g | published 2010",
    );
}

#[test]
fn only_words_of_the_source_go_on_to_the_next_line() {
    let text = "1. \"A\". B. Retrieved 1 May 2021. C.\n    ";
    let fields = "title A | in B | retrieved 1 May 2021 | quotation C";
    check(&format!("{text}D e."), &format!("{fields}.\n    D e"));
    check(&format!("{text}Map: \"D\". E. Retrieved 2 May 2022."), fields);
}

/// Pieces of which references are made, and some that break them.
const PIECES: [&str; 24] = [
    "A",
    "é",
    "Ազ",
    " ",
    ". ",
    ", ",
    "; ",
    ".",
    "\"",
    "“",
    "”",
    "'",
    "(",
    ")",
    "(in ",
    "[",
    "2021",
    "3 May 2021",
    "Retrieved ",
    "Archived ",
    " at the Wayback Machine",
    "doi:",
    ".-",
    "\n",
];

proptest! {
    #[test]
    fn any_text_is_read(pieces in prop::collection::vec(prop_oneof![
        4 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ], 0..40)) {
        let text = format!("1. {}", pieces.concat());
        let passage = passage(&text);
        for (name, range) in ranges(&parse(&passage, &text)) {
            prop_assert!(passage.span().contains(range) && !range.is_empty(), "{name} {range:?}");
            prop_assert!(range.slice(&text).is_some(), "{name} {range:?} cuts a character");
        }
    }

    #[test]
    fn a_passage_that_does_not_fit_its_text_is_survived(text in any::<String>(), ends in prop::array::uniform4(0_u32..40)) {
        let mut passage = passage("1. A");
        passage.runs[0].range = ByteRange::new(ends[0], ends[1]);
        passage.runs[1].range = ByteRange::new(ends[2], ends[3]);
        let _ = parse(&passage, &text);
    }
}
