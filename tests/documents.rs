//! The five originals as the importer reads them: nothing is changed, nothing is lost, and the odd places are read as
//! a person reads them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeMap;
use std::fs;

use common::{bundle, document, passage, root, sentences, text};
use parallax::corpus::{BlockKind, ByteRange, Day, Document, Join, Passage, Style, interval};
use sha2::{Digest, Sha256};

/// Id, file, digest and length. The digests were computed with `sha256sum` when the files came in.
const ORIGINALS: [(&str, &str, &str, usize); 5] = [
    ("letter", "004_572dabbab7d9b440.txt", "e4da156d94f9caa743bb906b380f9ec81ece7795198f2710c58c455d1c1b8aff", 54_401),
    ("civil-15", "000_83233e8ba6561dd9.txt", "569f724a2daa10312692630271be341e213431ad2869d1600ba5be831e774763", 4_044),
    ("civil-21", "001_db2f4157bb483d5a.txt", "7e812f195a5f95ff297190c4d3ded536fb3f586760ffd9dd2ebdca54586ec61c", 6_031),
    (
        "stepanakert",
        "002_96a5d791bb15053e.txt",
        "7d463be065d06af1fe848e618a1daea3ee8349e396a1e4622596fe5afb5388d5",
        3_547,
    ),
    (
        "article",
        "003_41d9780980deec22.txt",
        "f7c73266ebeea61b248e1b356fb87333908bfd7df0f7569e3c33eee5284b1982",
        176_199,
    ),
];

fn slice(document: &Document, range: ByteRange) -> &str {
    range.slice(&document.text).unwrap_or_else(|| panic!("{}: {range:?} is no stretch of the text", document.id))
}

fn of_kind(id: &str, kind: BlockKind) -> Vec<&'static Passage> {
    document(id).passages.iter().filter(|passage| passage.kind == kind).collect()
}

fn ids(passages: &[&Passage]) -> Vec<String> {
    passages.iter().map(|passage| passage.id.clone()).collect()
}

#[test]
fn the_originals_are_the_files_byte_for_byte() {
    assert_eq!(bundle().documents.len(), ORIGINALS.len());
    for (id, file, digest, length) in ORIGINALS {
        let document = document(id);
        let bytes = fs::read(root().join("assets/documents").join(file)).unwrap();
        assert_eq!(document.file, file);
        assert_eq!(bytes.len(), length, "{id}");
        assert!(bytes == document.text.as_bytes(), "{id}: the text differs from the file");
        let computed: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(computed, digest, "{id}");
        assert_eq!(document.sha256, digest, "{id}");
        assert_eq!(parallax::verify::digest(&document.text), digest, "{id}");
    }
}

/// The examples of FIPS 180-4, so that the page's digest is known to be SHA-256 and not merely the same everywhere.
#[test]
fn the_digest_is_sha_256() {
    let check = |text: &str, expected: &str| assert_eq!(parallax::verify::digest(text), expected, "{text}");
    check("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    check("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

#[test]
fn blocks_tile_each_original() {
    for document in &bundle().documents {
        let mut end = 0;
        for block in document.blocks.iter() {
            assert_eq!(block.range.start, end, "{}: a gap or an overlap", document.id);
            assert!(!block.range.is_empty(), "{}: an empty block at {end}", document.id);
            assert_eq!(block.level.is_some(), block.kind == BlockKind::Heading, "{}: {block:?}", document.id);
            let _ = slice(document, block.range);
            end = block.range.end;
        }
        assert_eq!(end as usize, document.text.len(), "{}", document.id);
    }
}

#[test]
fn what_is_no_text_is_known_exactly() {
    for document in &bundle().documents {
        for block in document.blocks.iter() {
            let source = slice(document, block.range);
            match block.kind {
                BlockKind::Blank => assert!(source.trim().is_empty(), "{}: {source:?}", document.id),
                BlockKind::PageBreak => assert_eq!(source, "---", "{}", document.id),
                _ => assert!(!source.trim().is_empty(), "{}: {block:?}", document.id),
            }
        }
    }
    let navigation = |id: &str| -> Vec<&str> {
        let document = document(id);
        let blocks = document.blocks.iter().filter(|block| block.kind == BlockKind::Navigation);
        blocks.map(|block| slice(document, block.range)).collect()
    };
    assert_eq!(navigation("letter"), [] as [&str; 0]);
    assert_eq!(navigation("civil-15"), ["Related Posts:"]);
    assert_eq!(navigation("civil-21"), [] as [&str; 0]);
    assert_eq!(navigation("stepanakert"), ["Print Friendly, PDF & Email"]);
    assert_eq!(navigation("article"), ARTICLE_NAVIGATION);
}

/// The head of the snapshot, the box of related conflicts, and everything under the last reference.
const ARTICLE_NAVIGATION: [&str; 38] = [
    "Misplaced Pages",
    "Article snapshot taken from Wikipedia with creative commons attribution-sharealike license. Give it a read and \
     then ask your questions in the chat. We can research this topic together.",
    "Nagorno-Karabakh conflict",
    "First Nagorno-Karabakh War (1988−1994)",
    "1994 ceasefire",
    "Ceasefire violations",
    "Second Nagorno-Karabakh War (2020)",
    "2020 ceasefire",
    "Ceasefire violations",
    "Azerbaijani offensive (2023)",
    "2023 ceasefire",
    "Post-Soviet conflicts",
    "Caucasus",
    "Central Asia",
    "Eastern Europe",
    "Armenia Armenia–Azerbaijan relations Azerbaijan",
    "History",
    "Nagorno-Karabakh",
    "conflict",
    "Incidents",
    "Related",
    "Category:Armenia–Azerbaijan relations",
    "Nagorno-Karabakh conflict",
    "Background",
    "First war (1988–1994)",
    "Interwar clashes",
    "Second war (2020)",
    "Post-ceasefire events",
    "Main locations",
    "Political leaders",
    "Military leaders",
    "Peace process",
    "International documents",
    "Post–Cold War conflicts in Europe",
    "Eastern Europe",
    "Southern Europe",
    "Related topics",
    "Categories:",
];

#[test]
fn runs_lie_in_blocks_of_their_kind_and_in_order() {
    for document in &bundle().documents {
        let mut shown: Vec<ByteRange> = Vec::new();
        for passage in &document.passages {
            assert!(!passage.runs.is_empty(), "{} is empty", passage.id);
            assert_eq!(passage.runs[0].join, Join::None, "{}", passage.id);
            assert_eq!(passage.level.is_some(), passage.kind == BlockKind::Heading, "{}", passage.id);
            let mut end = 0;
            for run in &passage.runs {
                assert!(end <= run.range.start && !run.range.is_empty(), "{}: {run:?} after {end}", passage.id);
                end = run.range.end;
                let _ = slice(document, run.range);
                let at = document.blocks.partition_point(|block| block.range.end <= run.range.start);
                let block = &document.blocks[at];
                assert!(block.range.contains(run.range), "{}: {run:?} leaves its block", passage.id);
                assert_eq!(block.kind, passage.kind, "{}", passage.id);
                assert!(block.kind.is_text(), "{} shows what is no text", passage.id);
            }
            shown.extend(passage.runs.iter().map(|run| run.range));
        }
        shown.sort();
        for pair in shown.windows(2) {
            assert!(pair[0].end <= pair[1].start, "{}: {:?} is shown twice", document.id, pair[1]);
        }
    }
}

/// The stretches of text blocks that no run shows: how often each kind of block has which.
fn hidden(id: &str) -> Vec<(BlockKind, String, usize)> {
    let document = document(id);
    let mut runs: Vec<ByteRange> = document.passages.iter().flat_map(|p| p.runs.iter().map(|run| run.range)).collect();
    runs.sort();
    let mut counts: BTreeMap<(BlockKind, String), usize> = BTreeMap::new();
    for block in document.blocks.iter().filter(|block| block.kind.is_text()) {
        let mut at = block.range.start;
        let within = runs.iter().filter(|run| block.range.contains(**run));
        let ends = within.map(|run| (run.start, run.end)).chain([(block.range.end, block.range.end)]);
        for (start, end) in ends {
            if at < start {
                let gap = slice(document, ByteRange::new(at, start)).to_owned();
                *counts.entry((block.kind, gap)).or_default() += 1;
            }
            at = end;
        }
    }
    counts.into_iter().map(|((kind, gap), count)| (kind, gap, count)).collect()
}

fn check_hidden(id: &str, expected: &[(BlockKind, &str, usize)]) {
    let mut expected: Vec<_> = expected.iter().map(|(kind, gap, n)| (*kind, (*gap).to_owned(), *n)).collect();
    expected.sort();
    assert_eq!(hidden(id), expected, "{id}");
}

/// Nothing that a reader would read is left out: the list is complete, and each entry is markup or white space.
#[test]
fn only_markup_and_white_space_is_hidden() {
    use BlockKind::{Footnote, Heading, Infobox, Letterhead, ListItem, Paragraph, Quotation, Reference, Signature};
    check_hidden(
        "letter",
        &[
            (Letterhead, "# ", 1),
            (Letterhead, "**", 12),
            (Letterhead, "  \n", 4),
            (Heading, "## **", 1),
            (Heading, "**", 1),
            // Marks of notes: one for each, 50 in paragraphs and three in quotations.
            (Paragraph, "<sup>", 50),
            (Paragraph, "</sup>", 50),
            (Quotation, "<sup>", 3),
            (Quotation, "</sup>", 3),
            // Nine links to resolutions, "[822 \(1993\)](#)".
            (Paragraph, "[", 9),
            (Paragraph, "\\", 18),
            (Paragraph, "](#)", 9),
            (Quotation, "*", 4),
            (Footnote, "<sup>", 53),
            (Footnote, "</sup> ", 50),
            (Footnote, "</sup> *", 3),
            (Footnote, "*", 17),
            (Footnote, "[", 101),
            (Footnote, "](#)", 99),
            (Footnote, "](http://www.primeminister.am/en/statements-and-messages/item/2019/08/05/Rally)", 1),
            (
                Footnote,
                "](http://www.primeminister.am/en/statements-and-messages/item/2020/-7/10/Nikol-Pashinyan-Security-Council-meeting/)",
                1,
            ),
            (Footnote, "<", 1),
            (Footnote, ">", 1),
            (Signature, "**", 1),
            (Signature, "**  \n", 1),
            (Signature, "  \n", 1),
        ],
    );
    check_hidden("civil-15", &[(ListItem, "  ", 3), (ListItem, " ", 5)]);
    check_hidden("civil-21", &[(ListItem, "  ", 4), (ListItem, " ", 4)]);
    check_hidden("stepanakert", &[]);
    check_hidden(
        "article",
        &[
            (Infobox, "  ", 6),
            (Infobox, " ", 7),
            (Infobox, "\u{a0}", 1),
            (Infobox, "\n    ", 2),
            (ListItem, "  ", 22),
            (ListItem, " ", 9),
            // Names that the flags' alternative texts doubled.
            (ListItem, " European Union ", 1),
            (ListItem, " Council of Europe ", 1),
            (ListItem, " Collective Security Treaty Organization ", 1),
            (ListItem, " NATO ", 1),
            (ListItem, " Canada ", 1),
            (ListItem, " Estonia ", 1),
            (ListItem, " France ", 1),
            (ListItem, " India ", 1),
            (ListItem, " Iran ", 1),
            (ListItem, " Pakistan ", 1),
            (ListItem, " Russia ", 1),
            (ListItem, " Turkey ", 1),
            (ListItem, " United States ", 1),
            (Reference, "  ", 395),
            // The caret of a reference that is cited more than once is a field of it.
            (Reference, " ^ ", 95),
            (Reference, " ", 300),
            (Reference, "\n    ", 2),
        ],
    );
}

/// Ids are unique: a link names one passage.
#[test]
fn ids_are_unique_and_begin_with_their_document() {
    for document in &bundle().documents {
        let mut ids: Vec<&str> = document.passages.iter().map(|passage| passage.id.as_str()).collect();
        assert!(ids.iter().all(|id| id.strip_prefix(&document.id).is_some_and(|rest| rest.starts_with('.'))));
        ids.sort_unstable();
        let before = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), before, "{}: an id stands twice", document.id);
    }
}

#[test]
fn each_document_has_as_many_passages_as_counted_by_hand() {
    let check = |id: &str, kind: BlockKind, expected: usize| {
        assert_eq!(of_kind(id, kind).len(), expected, "{id}: {kind:?}");
    };
    check("letter", BlockKind::Paragraph, 69);
    check("letter", BlockKind::Quotation, 4);
    check("letter", BlockKind::Footnote, 53);
    check("letter", BlockKind::Signature, 1);
    check("letter", BlockKind::Letterhead, 10);
    check("civil-15", BlockKind::Paragraph, 5);
    check("civil-15", BlockKind::ListItem, 5);
    check("civil-15", BlockKind::Signatory, 15);
    check("civil-21", BlockKind::Paragraph, 9);
    check("civil-21", BlockKind::ListItem, 4);
    check("civil-21", BlockKind::Signatory, 21);
    check("stepanakert", BlockKind::Paragraph, 7);
    check("article", BlockKind::Paragraph, 117);
    check("article", BlockKind::ListItem, 22);
    check("article", BlockKind::Quotation, 3);
    check("article", BlockKind::Attribution, 2);
    check("article", BlockKind::Caption, 6);
    check("article", BlockKind::Hatnote, 6);
    check("article", BlockKind::Infobox, 23);
    check("article", BlockKind::Reference, 395);
    check("article", BlockKind::Heading, 38);
    let titles: Vec<String> = (bundle().documents.iter())
        .flat_map(|document| &document.passages)
        .filter(|passage| passage.level == Some(1))
        .map(|passage| passage.id.clone())
        .collect();
    assert_eq!(titles, ["letter.title", "civil-15.title", "stepanakert.title", "article.title"], "civil-21 has none");
}

// The letter.

#[test]
fn the_letter_marks_each_of_its_53_notes_once_and_in_order() {
    let letter = document("letter");
    let notes = of_kind("letter", BlockKind::Footnote);
    let expected: Vec<String> = (1..=53).map(|number| format!("letter.n{number}")).collect();
    assert_eq!(ids(&notes), expected);
    let (running, noted): (Vec<_>, Vec<_>) =
        letter.passages.iter().partition(|passage| passage.kind != BlockKind::Footnote);
    let marks: Vec<u16> = running.iter().flat_map(|p| p.marks(&letter.text)).map(|(number, _)| number).collect();
    assert_eq!(marks, (1..=53).collect::<Vec<u16>>());
    assert!(noted.iter().all(|note| note.marks(&letter.text).next().is_none()), "a note is marked within a note");
    for number in 1..=53 {
        assert_eq!(
            letter.footnote(number).map(|note| letter.passages[note].id.clone()),
            Some(format!("letter.n{number}"))
        );
    }
    assert!(letter.footnote(0).is_none() && letter.footnote(54).is_none());
    for (number, before) in
        [(1, "USSR Constitution,"), (5, "humanity”."), (39, "on the ground"), (53, "reconciliation.\"")]
    {
        let (_, range) = running.iter().flat_map(|p| p.marks(&letter.text)).find(|(n, _)| *n == number).unwrap();
        let text = &letter.text[..range.start as usize - "<sup>".len()];
        assert!(text.ends_with(before), "mark {number}");
    }
}

#[test]
fn a_note_begins_with_its_number_and_does_not_read_it() {
    let (letter, note) = passage("letter.n8");
    assert_eq!(note.runs[0].style, Style::Marker);
    assert_eq!(slice(letter, note.runs[0].range), "8");
    assert_eq!(text("letter.n8"), "See S/23496 (29 January 1992).");
    assert_eq!(text("letter.n16"), "Ibid., p. xii.");
}

/// Each cut, by the words before it and behind it. Where notes stand at the foot of the page, they stand in between.
const CUTS: [(&str, &str, &str); 11] = [
    ("letter.p8", "which may amount to war crimes or crimes against", "humanity”."),
    ("letter.p13", "since May 1992, “[t]he district of Lachin, in", "particular the town of Lachin, was attacked"),
    ("letter.p20", "which has not suffered as severely under the", "shelling and bombing, Armenian soldiers pillaged"),
    ("letter.p32", "“[t]his unacceptable act occurred at", "the very moment when the nine were meeting"),
    (
        "letter.p39",
        "on the implementation of its relevant resolutions and on",
        "present and future cooperation between",
    ),
    (
        "letter.p46",
        "a long-awaited breakthrough in resolving the conflict and ending",
        "the occupation of the territories",
    ),
    (
        "letter.p51",
        "of the Azerbaijani internally displaced persons and the",
        "Republic of Armenia's responsibility, on war",
    ),
    ("letter.p55", "Armenia has demonstrated and", "continuously reiterated, by words and deeds"),
    ("letter.p59", "with ballistic missiles and unleash new war for", "new territories, declaring Daghlyq Garabagh"),
    ("letter.p64", "and the severe destruction of the civilian", "infrastructure, private and public property"),
    (
        "letter.p69",
        "military capability in the occupied territories of",
        "Azerbaijan was destroyed, the puppet regime's",
    ),
];

#[test]
fn what_a_page_break_cut_in_two_is_one_passage() {
    let letter = document("letter");
    for (id, before, behind) in CUTS {
        assert!(text(id).contains(&format!("{before} {behind}")), "{id}: {}", text(id));
        assert!(!letter.text.contains(&format!("{before} {behind}")), "{id} is not cut in the file");
        // The cut divides no sentence: one of them holds both sides.
        assert!(sentences(id).iter().any(|s| s.contains(before) && s.contains(behind)), "{id}: {:?}", sentences(id));
    }
    let joined: Vec<&str> = (letter.passages.iter())
        .filter(|p| p.kind != BlockKind::Footnote && p.runs.iter().any(|run| run.join == Join::Space))
        .map(|p| p.id.as_str())
        .collect();
    assert_eq!(joined, CUTS.map(|(id, ..)| id), "no other passage is put together");
    // Page 2 begins with a new paragraph, though the one before it is followed by a note.
    assert!(text("letter.p2").ends_with("of 1 December 1989."));
    assert!(text("letter.p3").starts_with("On the eve of the independence"));
}

#[test]
fn the_letters_block_quotations_are_found() {
    assert_eq!(ids(&of_kind("letter", BlockKind::Quotation)), ["letter.p23", "letter.p36", "letter.p49", "letter.p50"]);
    let check = |id: &str, introduced: &str, begins: &str, ends: &str| {
        let letter = document("letter");
        let at = letter.passages.iter().position(|passage| passage.id == id).unwrap();
        assert!(letter.passages[at - 1].text(&letter.text).ends_with(introduced), "{id}");
        assert!(text(id).starts_with(begins) && text(id).ends_with(ends), "{id}: {}", text(id));
    };
    check("letter.p23", "(1993) and 853 (1993):", "It is completely obvious", "other inhabited areas.");
    check("letter.p36", "position of the Organization:", "The position of the United Nations", "of Azerbaijan.");
    check("letter.p49", "in particular the following:", "Ceasefires, by their very nature", "of self-defence.");
    check("letter.p50", "exercise of self-defence.", "Evidently, the Republic of Armenia", "will have disappeared.");
    assert!(text("letter.p51").starts_with("The comprehensive analysis"), "the report's own words end before it");
}

#[test]
fn brackets_of_the_text_stay_and_markup_goes() {
    let check = |id: &str, words: &str| assert!(text(id).contains(words), "{id}: {}", text(id));
    check("letter.p9", "the Charter [of the United Nations], which");
    check("letter.p13", "“[t]he district of Lachin");
    check("letter.p29", "“particularly condemn[ing] the occupation");
    check("letter.p32", "“strongly condemn[ing] the offensive");
    check("letter.p32", "“ask[ing] for the immediate cessation");
    check("letter.p33", "the “[a]cquisition of territory");
    check("letter.p17", "resolution 822 (1993), reaffirming");
    check("letter.p18", "resolution 822 (1993), the CSCE");
    check("letter.p21", "resolution 853 (1993), condemning");
    check("letter.p22", "resolutions 822 (1993) and 853 (1993):");
    check("letter.p27", "resolution 874 (1993), reaffirming");
    check("letter.p29", "resolution 884 (1993), “particularly");
    check("letter.n4", "CM/Del/Concl(92)471bis.");
    check("letter.n42", "5 August 2019, www.primeminister.am/en/statements-and-messages/item/2019/08/05/Rally.");
    check("letter.n53", "Azerbaijan, https://en.president.az/articles/50072.");
    for passage in &document("letter").passages {
        let text = passage.text(&document("letter").text);
        for markup in ["\\", "](", "<", ">", "*", "#", "  ", "\n"] {
            assert!(!text.contains(markup), "{} shows {markup:?}: {text}", passage.id);
        }
    }
}

#[test]
fn emphasis_and_strength_are_styles() {
    let letter = document("letter");
    let of_style = |style: Style| -> Vec<(&str, &str)> {
        let passages = letter.passages.iter();
        let runs = passages.flat_map(|p| p.runs.iter().map(move |run| (p.id.as_str(), run)));
        runs.filter(|(_, run)| run.style == style).map(|(id, run)| (id, slice(letter, run.range))).collect()
    };
    assert_eq!(
        of_style(Style::Emphasis),
        [
            ("letter.p49", "prima facie"),
            ("letter.p49", "qua"),
            ("letter.n5", "Fatullayev v. Azerbaijan"),
            ("letter.n7", "Armenia and Azerbaijan: Anatomy of a Rivalry"),
            ("letter.n9", "Violence and Restraint in Civil War: Civilian Targeting in the Shadow of International Law"),
            ("letter.n11", "Chiragov and Others v. Armenia"),
            ("letter.n15", "Azerbaijan: Seven Years of Conflict in Nagorno-Karabakh"),
            ("letter.n16", "Ibid."),
            ("letter.n40", "Armnews"),
            ("letter.n40", "Azattyun"),
            ("letter.n41", "Azattyun"),
            ("letter.n41", "Lragir"),
        ]
    );
    let strong: Vec<&str> = of_style(Style::Strong).into_iter().map(|(_, words)| words).collect();
    assert_eq!(strong.len(), 11, "{strong:?}");
    assert_eq!(strong[0], "General Assembly");
    assert_eq!(strong[1], "Seventy-fifth session");
    assert!(strong[9].starts_with("Letter dated 12 January 2021 from the Permanent Representative"));
    assert_eq!(strong[10], "Aliyev");
}

#[test]
fn the_letters_head_and_signature_keep_their_lines() {
    let check = |id: &str, expected: &[&str]| {
        let (document, passage) = passage(id);
        let mut lines = vec![String::new()];
        for run in &passage.runs {
            if run.join == Join::Line {
                lines.push(String::new());
            }
            lines.last_mut().unwrap().push_str(slice(document, run.range));
        }
        assert_eq!(lines, expected, "{id}");
    };
    check("letter.head.1", &["General Assembly Security Council"]);
    check("letter.head.2", &["Distr.: General", "13 January 2021"]);
    check("letter.head.4", &["General Assembly", "Seventy-fifth session"]);
    check(
        "letter.head.7",
        &[
            "Protracted conflicts in the GUAM area and their implications",
            "for international peace, security and development",
        ],
    );
    check("letter.head.10", &["Security Council", "Seventy-sixth year"]);
    check("letter.signature.1", &["(Signed) Yashar Aliyev", "Ambassador", "Permanent Representative"]);
}

// The statements.

fn check_signatories(id: &str, expected: &[&str]) {
    let document = document(id);
    let read: Vec<String> =
        of_kind(id, BlockKind::Signatory).iter().map(|passage| passage.text(&document.text)).collect();
    assert_eq!(read, expected, "{id}");
    let lines: Vec<&str> = document.text.lines().collect();
    for name in expected {
        assert_eq!(lines.iter().filter(|line| *line == name).count(), 1, "{id}: {name} is a line of the file");
    }
}

#[test]
fn the_signatories_are_the_lines_of_the_files() {
    check_signatories(
        "civil-15",
        &[
            "Union of Informed Citizens NGO",
            "“Asparez” Journalists’ Club",
            "Analytical Centre on Globalization and Regional Cooperation",
            "Helsinki Citizens’ Assembly Vanadzor Office",
            "Peace Dialogue NGO",
            "“Helsinki Association Human Rights NGO",
            "“Restart Gyumri” Initiative Centre NGO",
            "“Restart Ijevan” Scientific-Educational NGO",
            "“Restart” Scientific-Educational NGO",
            "Political Dialogue NGO",
            "Protection of Rights Without Borders NGO",
            "Center for Human Rights Research NGO",
            "Public Journalism Club NGO",
            "Free Citizen NGO",
            "“For Equal Rights” Educational Center NGO",
        ],
    );
    check_signatories(
        "civil-21",
        &[
            "Transparency International Anti-corruption Center",
            "Protection of Rights Without Borders NGO",
            "Helsinki Citizens’ Assembly – Vanadzor",
            "Open Society Foundations Armenia",
            "Long-term Development Center",
            "Centre for Community Mobilization and Support NGO",
            "Goris Press Club",
            "“Free Citizen” CIST NGO",
            "Peace Dialogue",
            "Public Journalism Club",
            "“Freedom of Information Center” NGO",
            "“Educational Center for Equal Rights” NGO",
            "Yerevan Press Club",
            "Law Development and Protection Foundation",
            "“Democracy Today” NGO",
            "“Asparez” Journalistsʼ Club",
            "Analytical Centre on Globalization and Regional Cooperation",
            "Armenian Women's Initiative",
            "Committee to Protect Freedom of Expression",
            "“Restart Gyumri Initiatives Center” NGO",
            "Media Initiatives Center",
        ],
    );
}

fn markers(id: &str) -> Vec<&'static str> {
    let document = document(id);
    let items = of_kind(id, BlockKind::ListItem);
    let runs = items.iter().flat_map(|item| item.runs.iter().filter(|run| run.style == Style::Marker));
    runs.map(|run| slice(document, run.range)).collect()
}

#[test]
fn list_markers_are_kept_as_they_are_written() {
    // The second list has one dot leaders (U+2024) in place of full stops.
    assert_eq!(markers("civil-15"), ["1.", "2.", "3.", "1\u{2024}", "2\u{2024}"]);
    assert_eq!(markers("civil-21"), ["•"; 4]);
    assert!(text("civil-15.p9").starts_with("In order to protect"));
    assert!(text("civil-15.p10").contains("can be taken \u{a0}and necessary"), "the file's two spaces stay two");
}

#[test]
fn slips_of_the_pen_stand_as_they_are() {
    let check = |id: &str, words: &str| assert!(text(id).contains(words), "{id}: {}", text(id));
    check("civil-21.p6", "of that country.I Obviously, the Russian Federation");
    check("civil-21.p5", "thousands of citizens. including children");
    check("civil-21.p10", "assess thesuch attemps and actions;");
    check("civil-21.p13", "In in all relevant");
    check("civil-21.p13", "with the involvemnet of");
    check("letter.p7", "and armoured vehicles – occurred");
}

// The article.

#[test]
fn the_article_has_395_references_in_order() {
    let expected: Vec<String> = (1..=395).map(|number| format!("article.r{number}")).collect();
    assert_eq!(ids(&of_kind("article", BlockKind::Reference)), expected);
}

#[test]
fn doubled_names_are_shown_once() {
    let check = |id: &str, begins: &str| {
        assert!(text(id).starts_with(begins), "{id}: {}", text(id));
    };
    check("article.supranational-organizations.p1", "European Union – The European Parliament");
    check("article.supranational-organizations.p2", "Council of Europe – The organization");
    check("article.supranational-organizations.p4", "Collective Security Treaty Organization – a military");
    check("article.supranational-organizations.p5", "NATO – Javier Colomina");
    check("article.countries.p9", "United States – The State Department");
    // No flag doubled these: all of their words are text.
    check(
        "article.supranational-organizations.p3",
        "Organization for Security and Co-operation in Europe OSCE – The U.S. representative",
    );
    check("article.other-organizations.p2", "Freedom House – condemned");
    check("article.other-organizations.p4", "Armenian National Committee of America – Its");
}

#[test]
fn the_infobox_has_labels() {
    let article = document("article");
    let labels: Vec<(&str, &str, String)> = article
        .passages
        .iter()
        .flat_map(|p| p.runs.iter().map(move |run| (p, run)))
        .filter(|(_, run)| run.style == Style::Label)
        .map(|(p, run)| (p.id.as_str(), slice(article, run.range), p.text(&article.text)))
        .collect();
    assert_eq!(
        labels,
        [
            ("article.infobox.4", "Date", "Date 12 May 2021 – present".to_owned()),
            ("article.infobox.6", "Location", "Location Armenia–Azerbaijan border".to_owned()),
            ("article.infobox.7", "Status", "Status Ongoing".to_owned()),
        ]
    );
    assert!(article.text.contains("\nDate12 May 2021 – present\n"), "the file glues label and value");
    assert_eq!(text("article.infobox.18"), "2 servicemen captured (later released)");
    assert_eq!(text("article.infobox.22"), "38 servicemen captured (20 later released)");
}

#[test]
fn captions_hatnotes_and_attributions_are_told_from_the_text() {
    let check = |kind: BlockKind, expected: &[(&str, &str)]| {
        let passages = of_kind("article", kind);
        assert_eq!(ids(&passages), expected.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        for (id, begins) in expected {
            assert!(text(id).starts_with(begins), "{id}: {}", text(id));
        }
    };
    check(
        BlockKind::Caption,
        &[
            ("article.lead.c1", "Map showing the territories of Armenia occupied by Azerbaijan (2023)"),
            ("article.may-2021.c1", "Lake Sev as seen from the peak"),
            ("article.july-2021.c1", "Military positions of the Armenian forces"),
            ("article.september-2022.c1", "Azerbaijani strikes on Armenian territory between"),
            ("article.reactions.c1", "Following the 2020 Nagorno-Karabakh War, the Russian military increased"),
            ("article.countries.c1", "Arshak Karapetyan and Lynne Tracy"),
        ],
    );
    check(
        BlockKind::Hatnote,
        &[
            ("article.lead.h1", "(Redirected from 2021 Armenia–Azerbaijan border crisis)"),
            ("article.lead.h2", "This article needs to be updated."),
            ("article.lead.h3", "This article may contain an excessive number of citations."),
            ("article.background.h1", "Main articles: Armenia–Azerbaijan border"),
            ("article.september-2022.h1", "Main article: September 2022"),
            ("article.october-2022.h1", "Main article: European Union Monitoring Capacity"),
        ],
    );
    let treaty = "article.inaction-of-russia-and-the-collective-security-treaty-organization";
    check(
        BlockKind::Attribution,
        &[
            ("article.july-2021.a1", "—\u{200a}Ilham Aliev"),
            (&format!("{treaty}.a1"), "—\u{200a}CSTO charter, Article 4"),
        ],
    );
    check(
        BlockKind::Quotation,
        &[
            ("article.july-2021.p3", "While in Yerevan, Charles Michel"),
            ("article.countries.p10", "The United States is concerned"),
            (&format!("{treaty}.p2"), "In the case of aggression (an armed attack"),
        ],
    );
}

#[test]
fn headings_have_their_levels() {
    let article = document("article");
    let outline: Vec<(u8, &str)> =
        article.passages.iter().filter_map(|p| Some((p.level?, p.id.strip_prefix("article.")?))).collect();
    let sections: Vec<&str> = outline.iter().filter(|(level, _)| *level == 2).map(|(_, id)| *id).collect();
    assert_eq!(
        sections,
        [
            "background",
            "armenian-territory-occupied-by-azerbaijan",
            "timeline",
            "genocide-risk-for-armenians",
            "situation-in-nagorno-karabakh",
            "reactions",
            "analysis",
            "see-also",
            "references",
        ]
    );
    assert!(outline.iter().all(|(level, _)| (1..=3).contains(level)), "{outline:?}");
    // Two headings are "Timeline"; the later one is named after the section it stands in.
    assert!(outline.contains(&(3, "situation-in-nagorno-karabakh-timeline")));
}

// Sentences.

#[test]
fn sentences_cover_their_passages_in_order() {
    for document in &bundle().documents {
        for passage in document.passages.iter().filter(|passage| !passage.sentences.is_empty()) {
            assert!(passage.sentences.len() > 1, "{}: one sentence is not divided", passage.id);
            let mut end = 0;
            for sentence in &passage.sentences {
                assert!(end <= sentence.start && !sentence.is_empty(), "{}: {sentence:?}", passage.id);
                assert!(passage.span().contains(*sentence), "{}: {sentence:?}", passage.id);
                let words = passage.text_in(&document.text, *sentence);
                assert!(!words.is_empty() && words.trim() == words, "{}: {words:?}", passage.id);
                end = sentence.end;
            }
            let put_together: String = (passage.sentences.iter())
                .map(|sentence| passage.text_in(&document.text, *sentence))
                .collect::<String>()
                .split_whitespace()
                .collect();
            let whole: String = passage.text(&document.text).split_whitespace().collect();
            assert_eq!(put_together, whole, "{}: words stand in no sentence", passage.id);
        }
    }
}

fn check_sentence(id: &str, ends: &str, next_begins: &str) {
    let sentences = sentences(id);
    assert!(
        sentences.windows(2).any(|pair| pair[0].ends_with(ends) && pair[1].starts_with(next_begins)),
        "{id}: no sentence ends with {ends:?} before {next_begins:?}: {sentences:#?}"
    );
}

fn check_one_sentence(id: &str, words: &str) {
    let sentences = sentences(id);
    assert!(sentences.iter().any(|sentence| sentence.contains(words)), "{id}: {words:?} is cut: {sentences:#?}");
}

#[test]
fn sentences_end_where_a_reader_would_end_them() {
    // A full stop the snapshot lost, and a stray letter behind one.
    check_sentence("article.may-2021.p6", "situated within Azerbaijan SSR", "The map also shows");
    check_sentence("civil-21.p6", "of that country.I", "Obviously, the Russian Federation");
    check_sentence("letter.p8", "the Azerbaijan Republic”.", "The European Court of Human Rights");
    check_sentence("letter.p20", "captured on 23 July.", "Most of the city");
    check_sentence("civil-15.p5", "Articles 2 and 4 of the Treaty.", "Nevertheless, none of");
    check_sentence("stepanakert.p5", "and the Council of Europe.", "Ignoring the true intentions");
}

#[test]
fn full_stops_within_a_sentence_do_not_end_it() {
    check_one_sentence("civil-21.p5", "thousands of citizens. including children, their safety");
    check_one_sentence("civil-15.p1", "as deep as 3.5 kilometers");
    check_one_sentence("civil-15.p6", "any visible steps (e.g. demonstration of force) or made");
    check_one_sentence("letter.p22", "On 17 August 1993, H.E. Mr. Heydar Aliyev, Acting President");
    check_one_sentence("letter.p10", "in the region ... were looted");
    check_one_sentence("letter.p7", "participation of regiment No. 366 of the former USSR");
    check_one_sentence("letter.n5", "App. No. 40984/07, European Court of Human Rights, 22 April 2010, para. 87.");
    check_one_sentence("letter.n19", "from the Chargé d'affaires of the Permanent Mission");
    check_one_sentence("article.countries.p11", "statement, U.S. State Department spokesperson Ned Price");
    check_one_sentence("article.september-2022.p4", "at 12:20\u{a0}a.m., Secretary of the Security Council");
}

/// A footnote mark between two sentences is read with neither of them.
#[test]
fn marks_and_markers_are_no_words() {
    assert!(text("letter.p2").contains("contrary to the USSR Constitution, both Armenia"));
    assert!(text("letter.p59").contains("on the ground and has gradually"));
    assert!(text("civil-21.p10").starts_with("Notify the UN Security Council"));
    assert!(text("article.r9").starts_with("\"Armenian Defense Minister Resigns\""));
}

// The date of the article.

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// The infobox counts from 12 May 2021 to the day of the snapshot; its words are counted on here.
#[test]
fn the_article_is_dated_by_its_own_count() {
    let counted = text("article.infobox.5");
    assert_eq!(counted, "(3\u{a0}years, 7\u{a0}months, 1\u{a0}week and 5\u{a0}days)");
    let number = |unit: &str| -> u8 {
        let before = counted.split(unit).next().unwrap().trim_end();
        before.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap().parse().unwrap()
    };
    let (years, months, days) = (number("year"), number("month"), number("week") * 7 + number("day"));
    let (mut year, mut month, mut day) = (2021 + i32::from(years), 5 + months, 12 + days);
    while month > 12 {
        (year, month) = (year + 1, month - 12);
    }
    while day > days_in(year, month) {
        day -= days_in(year, month);
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
    let written = interval(&document("article").written.edtf).unwrap();
    assert_eq!(written.earliest, Some(Day::new(year, month, day)));
    assert_eq!((written.earliest, written.latest), (Some(Day::new(2024, 12, 24)), Some(Day::new(2024, 12, 24))));
}
