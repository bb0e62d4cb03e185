//! What is the same wherever it is computed: one table for the machine that compiles the bundle and for the browser.

#![allow(clippy::unwrap_used)]

use parallax::compare::{Emptiness, Grid};
use parallax::compile::{Sources, compile};
use parallax::corpus::Bundle;
use parallax::lexis::{Lexis, hundredths};
use parallax::view::{decode, encode};

/// A document: its digest, its blocks, its passages.
pub const DOCUMENTS: [(&str, &str, usize, usize); 5] = [
    ("letter", "e4da156d94f9caa743bb906b380f9ec81ece7795198f2710c58c455d1c1b8aff", 324, 138),
    ("civil-15", "569f724a2daa10312692630271be341e213431ad2869d1600ba5be831e774763", 53, 26),
    ("civil-21", "7e812f195a5f95ff297190c4d3ded536fb3f586760ffd9dd2ebdca54586ec61c", 67, 34),
    ("stepanakert", "7d463be065d06af1fe848e618a1daea3ee8349e396a1e4622596fe5afb5388d5", 17, 8),
    ("article", "f7c73266ebeea61b248e1b356fb87333908bfd7df0f7569e3c33eee5284b1982", 1_299, 612),
];

/// A cell: period, account, how many passages stand in it, and how many of these belong there. Counted by hand from
/// the files of dates.
pub const CELLS: [(&str, &str, usize, usize); 10] = [
    ("before-1987", "azerbaijani", 1, 0),
    ("before-1987", "armenian", 0, 0),
    ("before-1987", "international", 6, 6),
    ("1992", "armenian", 0, 0),
    ("2020-war", "armenian", 5, 4),
    ("may-june-2021", "azerbaijani", 0, 0),
    ("may-june-2021", "armenian", 12, 11),
    ("november-december-2021", "armenian", 12, 11),
    ("september-december-2022", "armenian", 2, 2),
    ("september-2023-2024", "armenian", 0, 0),
];

/// What it means that a cell is empty.
pub const SILENCES: [(&str, &str, Emptiness); 4] = [
    ("1992", "armenian", Emptiness::Silent),
    ("may-june-2021", "azerbaijani", Emptiness::NotYetWritten),
    ("september-2023-2024", "azerbaijani", Emptiness::NotYetWritten),
    ("september-2023-2024", "armenian", Emptiness::NotYetWritten),
];

/// A fragment, how it is written again, and how many notices it gives.
pub const FRAGMENTS: [(&str, &str, usize); 13] = [
    ("", "v1/compare", 0),
    ("#letter.p12", "v1/read/letter?show=letter.p12", 0),
    ("#period:2020-war", "v1/compare/2020-war", 0),
    ("v1/read/letter+article", "v1/read/letter+article", 0),
    ("v1/original/civil-15", "v1/original/civil-15", 0),
    ("v1/sources", "v1/sources", 0),
    ("v1/vocabulary?word=Aşağı%20Əskipara", "v1/vocabulary?word=A%C5%9Fa%C4%9F%C4%B1%20%C6%8Fskipara", 0),
    (
        "v1/compare/2020-war?columns=armenian+international&layout=dates&show=letter.p12",
        "v1/compare/2020-war?columns=armenian+international&layout=dates&show=letter.p12",
        0,
    ),
    ("v1/read/l%65tter?follow=off", "v1/read/letter?follow=off", 0),
    ("v9/about", "v1/about", 1),
    ("v1/compare/nope", "v1/compare", 1),
    ("v1/%E2%80%9C%FF%", "v1/compare", 1),
    ("v1/compare?columns=armenian+armenian", "v1/compare?columns=armenian", 1),
];

/// The bundle of the sources, which have no fault.
pub fn compiled(sources: &Sources) -> Bundle {
    compile(sources).unwrap_or_else(|faults| {
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", told.join("\n"))
    })
}

pub fn check_documents(bundle: &Bundle) {
    assert_eq!(bundle.documents.len(), DOCUMENTS.len());
    for (id, digest, blocks, passages) in DOCUMENTS {
        let document = bundle.document(id).unwrap();
        assert_eq!(parallax::verify::digest(&document.text), digest, "{id}");
        assert_eq!((document.blocks.len(), document.passages.len()), (blocks, passages), "{id}");
    }
}

pub fn check_cells(bundle: &Bundle) {
    let grid = Grid::new(bundle);
    let cell = |period: &str, account: &str| {
        let period = bundle.periods.iter().position(|found| found.id == period).unwrap();
        let account = bundle.accounts.iter().position(|found| found.id == account).unwrap();
        &grid.rows[period].cells[account]
    };
    for (period, account, entries, anchored) in CELLS {
        let found = &cell(period, account).entries;
        let ids: Vec<&str> =
            found.iter().map(|entry| bundle.documents[entry.document].passages[entry.passage].id.as_str()).collect();
        assert_eq!(ids.len(), entries, "{account} on {period}: {ids:?}");
        assert_eq!(found.iter().filter(|entry| entry.anchored).count(), anchored, "{account} on {period}: {ids:?}");
    }
    for (period, account, emptiness) in SILENCES {
        let found = cell(period, account).silence.as_ref().map(|silence| silence.of_account);
        assert_eq!(found, Some(emptiness), "{account} on {period}");
    }
}

/// A keyword: its cases here and elsewhere, its log ratio, G² and DP.
type Keyword = (&'static str, [u32; 2], [&'static str; 3]);

/// Own and quoted words of the accounts, and a keyword of each.
pub const VOCABULARY: [([u32; 2], Keyword); 3] = [
    ([3701, 1754], ("resolution", [23, 0], ["6.88", "58.43", "0.51"])),
    ([1826, 0], ("violations", [15, 15], ["2.64", "22.19", "0.22"])),
    ([7655, 2066], ("soldiers", [46, 1], ["5.05", "42.06", "0.36"])),
];

pub fn check_vocabulary(bundle: &Bundle) {
    let lexis = Lexis::read(bundle);
    for (account, (words, (word, cases, figures))) in (0_u32..).zip(VOCABULARY) {
        let size = lexis.sizes[account as usize];
        assert_eq!([size.own, size.quoted], words, "{account}");
        let keyness = lexis.keyness(account);
        let found = keyness.words.iter().find(|found| lexis.heads[found.head as usize].word == word).unwrap();
        assert_eq!([found.here, found.elsewhere], cases, "{word}");
        assert_eq!([found.ratio, found.evidence, found.spread].map(hundredths), figures, "{word}");
    }
}

pub fn check_fragments(bundle: &Bundle) {
    for (fragment, expected, notices) in FRAGMENTS {
        let decoded = decode(fragment, bundle);
        assert_eq!(encode(&decoded.view, bundle), expected, "{fragment}");
        assert_eq!(decoded.notices.len(), notices, "{fragment}: {:?}", decoded.notices);
        let again = decode(expected, bundle);
        assert_eq!((again.view, again.notices.len()), (decoded.view, 0), "{expected}");
    }
}

/// What the browser does with the bundle: it reads the JSON, and has what was written.
pub fn check_round_trip(bundle: &Bundle) {
    let json = serde_json::to_string(bundle).unwrap();
    assert_eq!(Bundle::from_json(&json).as_ref(), Ok(bundle));
    assert!(Bundle::from_json(&json[..json.len() / 2]).is_err(), "half a bundle is none");
}
