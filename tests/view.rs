//! What the reader looks at: the fragment that holds it, which any text decodes to, and what actions do to it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use common::bundle;
use parallax::corpus::Standing;
use parallax::notebook::{Handout, LINES_AT_MOST, PASSAGES_AT_MOST, Prompt, TASK_AT_MOST};
use parallax::search::concordance::{Order, Sameness};
use parallax::view::{Action, FRAGMENT_AT_MOST, Layout, Mark, Notice, Page, QUERY_AT_MOST, View, decode, encode};
use parallax::words::arranged;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Failures are told with the input that shows them; no file is written beside the tests.
fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

fn start() -> View {
    View::start(bundle())
}

fn read(document: &str) -> Page {
    Page::Read { document: document.into(), beside: None, original: false }
}

fn beside(document: &str, other: &str, original: bool) -> Page {
    Page::Read { document: document.into(), beside: Some(other.into()), original }
}

/// What every part of the page relies on.
fn check_valid(view: &View, from: &str) {
    let bundle = bundle();
    assert!(!view.columns.is_empty(), "{from:?}: no column");
    for (i, column) in view.columns.iter().enumerate() {
        assert!(bundle.account(column).is_some(), "{from:?}: unknown column {column:?}");
        assert!(!view.columns[..i].contains(column), "{from:?}: {column} twice");
    }
    assert!(view.columns.contains(&view.account), "{from:?}: {:?} is in sight, but hidden", view.account);
    if let Page::Read { document, beside, .. } = &view.page {
        assert!(bundle.document(document).is_some(), "{from:?}: unknown document {document:?}");
        if let Some(beside) = beside {
            assert!(bundle.document(beside).is_some(), "{from:?}: unknown document {beside:?}");
            assert_ne!(beside, document, "{from:?}: a document beside itself");
        }
    }
    if let Some(period) = &view.period {
        assert!(bundle.period(period).is_some(), "{from:?}: unknown period {period:?}");
    }
    if let Some(passage) = &view.passage {
        assert!(bundle.passage(passage).is_some(), "{from:?}: unknown passage {passage:?}");
    }
    if let Some(sentence) = view.sentence {
        let passage = view.passage.as_ref().and_then(|id| bundle.passage(id));
        let sentences = passage.map_or(0, |(_, passage)| passage.sentences().len());
        assert!((1..=sentences).contains(&sentence), "{from:?}: sentence {sentence} of {sentences}");
    }
}

// Any view.

fn documents() -> Vec<String> {
    bundle().documents.iter().map(|document| document.id.clone()).collect()
}

const ORDERS: [Order; 5] = [Order::Text, Order::Left, Order::Right, Order::Date, Order::Document];

/// Any text that may be looked for.
fn looked_for() -> impl Strategy<Value = String> {
    let cut = |mut text: String| {
        text.truncate(text.floor_char_boundary(QUERY_AT_MOST));
        text
    };
    let typed =
        select(vec!["cease-fire", "in:letter", "\"a b\"", "12 May 2021", "Əskipara", "+", "%41", "&q=", " ", "#"]);
    prop_oneof![
        1 => any::<String>(),
        2 => prop::collection::vec(typed, 0..8).prop_map(|pieces| pieces.join(" ")),
        1 => Just("“é ".repeat(200)),
    ]
    .prop_map(cut)
}

fn pages() -> impl Strategy<Value = Page> {
    let read = (select(documents()), proptest::option::of(select(documents())), any::<bool>());
    prop_oneof![
        3 => Just(Page::Compare),
        4 => read.prop_map(|(document, beside, original)| {
            let beside = beside.filter(|beside| *beside != document);
            Page::Read { document, beside, original }
        }),
        1 => proptest::option::of(Just("azerbaijan".to_owned())).prop_map(|speaker| Page::Voices { speaker }),
        1 => proptest::option::of(Just("karabakh".to_owned())).prop_map(|place| Page::Names { place }),
        1 => (proptest::option::of(Just("entry-may-2021".to_owned())), proptest::option::of(select(Standing::ALL.to_vec())))
            .prop_map(|(entry, only)| Page::Claims { entry, only }),
        1 => proptest::option::of("[^\u{0}]{1,40}").prop_map(|word| Page::Vocabulary { word }),
        2 => looked_for().prop_map(|query| Page::Search { query }),
        2 => (looked_for(), any::<bool>(), select(ORDERS.to_vec())).prop_map(|(words, stem, order)| {
            Page::Concordance { words, sameness: if stem { Sameness::Stem } else { Sameness::Exact }, order }
        }),
        1 => Just(Page::Notebook),
        1 => select(documents()).prop_map(|document| Page::Guided { document }),
        1 => looked_for().prop_map(|of| Page::Handout { of }),
        1 => Just(Page::Sources),
        1 => Just(Page::About),
    ]
}

fn passages() -> impl Strategy<Value = String> {
    let all: Vec<String> =
        bundle().documents.iter().flat_map(|document| document.passages.iter().map(|p| p.id.clone())).collect();
    select(all)
}

/// A passage, and perhaps one of its sentences.
fn shown() -> impl Strategy<Value = (String, Option<usize>)> {
    (passages(), proptest::option::of(any::<Index>())).prop_map(|(id, sentence)| {
        let (_, passage) = bundle().passage(&id).unwrap();
        let sentence = sentence.map(|index| index.index(passage.sentences().len()) + 1);
        (id, sentence)
    })
}

fn views() -> impl Strategy<Value = View> {
    let accounts: Vec<String> = bundle().accounts.iter().map(|account| account.id.clone()).collect();
    let periods: Vec<String> = bundle().periods.iter().map(|period| period.id.clone()).collect();
    let columns = proptest::sample::subsequence(accounts, 1..=3).prop_shuffle();
    let layout = select(vec![Layout::Columns, Layout::Dates, Layout::Single]);
    let chosen = (proptest::option::of(select(periods)), proptest::option::of(shown()));
    let mark = select(vec![Mark::Dates, Mark::Voices, Mark::Names]);
    let voice =
        proptest::option::of(select(vec!["azerbaijani".to_owned(), "armenian".into(), "human-rights-watch".into()]));
    let switches = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (pages(), columns, layout, any::<Index>(), chosen, switches, (mark, voice)).prop_map(
        |(page, columns, layout, account, (period, shown), (split, follow, own, alone), (mark, voice))| {
            let (passage, sentence) = shown.unzip();
            let account = account.get(&columns).clone();
            let sentence = sentence.flatten();
            View { page, columns, layout, account, split, period, alone, passage, sentence, follow, mark, voice, own }
        },
    )
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_view_has_a_fragment_that_decodes_to_it(view in views()) {
        check_valid(&view, "made up");
        let fragment = encode(&view, bundle());
        prop_assert!(fragment.is_ascii(), "{}", fragment);
        prop_assert!(fragment.len() <= FRAGMENT_AT_MOST, "{}", fragment);
        // What RFC 3986 allows in a fragment, and no space that a mail program would break the link at.
        let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/?%".contains(c);
        prop_assert!(fragment.chars().all(allowed), "{}", fragment);
        for written in [fragment.clone(), format!("#{fragment}")] {
            let decoded = decode(&written, bundle());
            prop_assert_eq!(&decoded.notices, &[], "{}", written);
            prop_assert_eq!(&decoded.view, &view, "{}", written);
        }
    }
}

// Any text.

/// Pieces that mean something to the codec, so that chance puts them together in ways a reader of links might meet.
fn pieces() -> impl Strategy<Value = String> {
    let known = [
        "v1",
        "v9",
        "v",
        "/",
        "//",
        "?",
        "&",
        "=",
        "+",
        "#",
        ".",
        ":",
        "%",
        "%2F",
        "%41",
        "%E2%80%9C",
        "%FF",
        "%zz",
        "\0",
        "compare",
        "read",
        "original",
        "search",
        "concordance",
        "q",
        "sort",
        "left",
        "forms",
        "any",
        "sources",
        "about",
        "columns",
        "layout",
        "dates",
        "single",
        "account",
        "split",
        "documents",
        "follow",
        "periods",
        "one",
        "off",
        "period",
        "period:",
        "show",
        "secret",
        "?secret=",
        ":~:text=",
        "letter",
        "article",
        "civil-15",
        "letter.p12",
        "letter.p8.s2",
        ".s1",
        "letter.",
        "armenian",
        "azerbaijani",
        "international",
        "2020-war",
        "1992",
        "“",
        "é",
    ];
    prop_oneof![
        9 => select(known.map(str::to_owned).to_vec()),
        1 => any::<String>(),
    ]
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(pieces(), 0..16).prop_map(|pieces| pieces.concat()),
        2 => any::<String>(),
        1 => "v1/(compare|read|original|search|concordance)/[a-z0-9.+%-]{0,20}(\\?[a-z]{1,8}=[a-z0-9.+%-]{0,20}){0,2}",
        1 => (pieces(), 1..6_usize).prop_map(|(piece, times)| piece.repeat(times * 4_000)),
    ]
}

fn check_decodes(text: &str) -> Result<(), TestCaseError> {
    let decoded = decode(text, bundle());
    check_valid(&decoded.view, text);
    let fragment = encode(&decoded.view, bundle());
    let again = decode(&fragment, bundle());
    prop_assert_eq!(&again.notices, &[], "{:?} became {}", text, fragment);
    prop_assert_eq!(&again.view, &decoded.view, "{:?} became {}", text, fragment);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_024, ..config() })]

    #[test]
    fn every_text_decodes_to_a_valid_view(text in texts()) {
        check_decodes(&text)?;
        check_decodes(&format!("#{text}"))?;
    }
}

#[test]
fn long_texts_are_not_looked_into() {
    for text in ["a", "%", "%41", "+", "&a=b", "/", "?", "“"] {
        for length in [FRAGMENT_AT_MOST, 65_536] {
            let long = text.repeat(length / text.len() + 1);
            assert!(long.len() > FRAGMENT_AT_MOST);
            let decoded = decode(&long, bundle());
            assert_eq!(decoded.view, start());
            assert_eq!(decoded.notices, [Notice::TooLong(long.len())]);
        }
    }
    // The longest hand-out, in the widest script.
    let passages: Vec<String> =
        (0..PASSAGES_AT_MOST).map(|n| format!("article.a-rather-long-heading-of-a-part.p{n}")).collect();
    let task = "\u{10ffff}".repeat(TASK_AT_MOST - 9) + " :~: ?&=#";
    let handout = Handout { passages, prompts: Prompt::ALL.to_vec(), lines: LINES_AT_MOST, task, ..Handout::default() };
    let there = View { page: Page::Handout { of: handout.written() }, ..View::start(bundle()) };
    let decoded = decode(&encode(&there, bundle()), bundle());
    assert_eq!((decoded.view.page, decoded.notices), (there.page, Vec::new()));
    let longest = format!("v1/compare?{}", "&".repeat(FRAGMENT_AT_MOST - "v1/compare?".len()));
    assert_eq!(longest.len(), FRAGMENT_AT_MOST);
    assert_eq!(decode(&longest, bundle()).notices, []);
}

// Cases by hand.

fn check(fragment: &str, expected: View, notices: &[Notice]) {
    let decoded = decode(fragment, bundle());
    assert_eq!(decoded.view, expected, "{fragment}");
    assert_eq!(decoded.notices, notices, "{fragment}");
}

fn check_start(fragment: &str) {
    check(fragment, start(), &[]);
}

#[test]
fn the_start_needs_no_fragment() {
    assert_eq!(encode(&start(), bundle()), "v1/compare");
    assert_eq!(start().columns, ["azerbaijani", "armenian", "international"]);
    for fragment in ["", "#", "v1", "#v1", "v1/", "/v1/", "compare", "v1/compare", "#/v1/compare", "v1/compare/", "?"] {
        check_start(fragment);
    }
}

#[test]
fn a_passage_can_be_cited_by_its_id() {
    let expected = View { page: read("letter"), passage: Some("letter.p12".into()), ..start() };
    check("#letter.p12", expected.clone(), &[]);
    check("letter.p12", expected.clone(), &[]);
    check("letter%2Ep12", expected.clone(), &[]);
    assert_eq!(encode(&expected, bundle()), "v1/read/letter?show=letter.p12");
    check(
        "#article.may-2021.p3",
        View { page: read("article"), passage: Some("article.may-2021.p3".into()), ..start() },
        &[],
    );
    check("#letter.p999", start(), &[Notice::UnknownPassage("letter.p999".into())]);
    check("#nobody.p1", start(), &[Notice::UnknownPassage("nobody.p1".into())]);
}

#[test]
fn a_sentence_can_be_cited_by_its_number() {
    let expected = |passage: &str, sentence: usize| View {
        page: read(passage.split('.').next().unwrap()),
        passage: Some(passage.into()),
        sentence: Some(sentence),
        ..start()
    };
    check("#letter.p8.s2", expected("letter.p8", 2), &[]);
    assert_eq!(encode(&expected("letter.p8", 2), bundle()), "v1/read/letter?show=letter.p8.s2");
    check("v1/read/letter?show=letter.p8.s5", expected("letter.p8", 5), &[]);
    check("article.may-2021.p6.s1", expected("article.may-2021.p6", 1), &[]);
    // One that is not divided is its own first sentence.
    check("letter.p73.s1", expected("letter.p73", 1), &[]);
    // Signatories are passages, not sentences.
    check("civil-15.s2", View { page: read("civil-15"), passage: Some("civil-15.s2".into()), ..start() }, &[]);
    check("civil-15.s2.s1", expected("civil-15.s2", 1), &[]);
    for unknown in ["letter.p8.s0", "letter.p8.s6", "letter.p8.s", "letter.p8.sx", "letter.p8.s-1", "letter.p8.s2.s2"] {
        check(unknown, start(), &[Notice::UnknownPassage(unknown.into())]);
    }
}

#[test]
fn a_period_can_be_cited_by_its_id() {
    let expected = View { period: Some("2020-war".into()), ..start() };
    check("#period:2020-war", expected.clone(), &[]);
    assert_eq!(encode(&expected, bundle()), "v1/compare/2020-war");
    check("v1/compare/2020-war", expected.clone(), &[]);
    check("v1/compare/%32020-war", expected, &[]);
    check("period:", start(), &[Notice::UnknownPeriod(String::new())]);
    check("period:nope", start(), &[Notice::UnknownPeriod("nope".into())]);
}

#[test]
fn the_whole_of_a_comparison() {
    let columns = vec!["armenian".to_owned(), "international".to_owned()];
    let expected = View {
        page: Page::Compare,
        account: "armenian".into(),
        columns,
        layout: Layout::Dates,
        period: Some("2020-war".into()),
        passage: Some("letter.p12".into()),
        ..start()
    };
    let fragment = "v1/compare/2020-war?columns=armenian+international&layout=dates&show=letter.p12";
    check(fragment, expected.clone(), &[]);
    assert_eq!(encode(&expected, bundle()), fragment);
    let single = View { layout: Layout::Single, account: "international".into(), split: true, ..expected };
    let fragment = "v1/compare/2020-war?columns=armenian+international&layout=single&account=international\
                    &split=documents&show=letter.p12";
    check(fragment, single.clone(), &[]);
    assert_eq!(encode(&single, bundle()), fragment);
}

#[test]
fn documents_are_read_alone_or_beside_each_other() {
    check("v1/read/letter", View { page: read("letter"), ..start() }, &[]);
    check("v1/read/letter+article", View { page: beside("letter", "article", false), ..start() }, &[]);
    check(
        "v1/original/letter",
        View { page: Page::Read { document: "letter".into(), beside: None, original: true }, ..start() },
        &[],
    );
    check("v1/original/article+letter", View { page: beside("article", "letter", true), ..start() }, &[]);
    check("v1/compare/1992?periods=one", View { alone: true, period: Some("1992".into()), ..start() }, &[]);
    check(
        "v1/read/letter?follow=off&period=1992",
        View { page: read("letter"), follow: false, period: Some("1992".into()), ..start() },
        &[],
    );
    check("v1/notebook?period=1992", View { page: Page::Notebook, period: Some("1992".into()), ..start() }, &[]);
    check("v1/guided/letter", View { page: Page::Guided { document: "letter".into() }, ..start() }, &[]);
    let of = "letter.p7 article.lead.p3 ask:differ lines:6 task:What do they count?".to_owned();
    check(
        "v1/handout?q=letter.p7+article.lead.p3+ask:differ+lines:6+task:What+do+they+count%3F",
        View { page: Page::Handout { of }, ..start() },
        &[],
    );
    check("v1/handout", View { page: Page::Handout { of: String::new() }, ..start() }, &[]);
    check("v1/compare?own=beside", View { own: true, ..start() }, &[]);
    check("v1/sources", View { page: Page::Sources, ..start() }, &[]);
    check("v1/about", View { page: Page::About, ..start() }, &[]);
    check("v1/read/nobody", start(), &[Notice::UnknownDocument("nobody".into())]);
    check(
        "v1/read/letter+nobody",
        View { page: read("letter"), ..start() },
        &[Notice::UnknownDocument("nobody".into())],
    );
    check(
        "v1/read/nobody+letter",
        View { page: read("letter"), ..start() },
        &[Notice::UnknownDocument("nobody".into())],
    );
    check("v1/read/", start(), &[Notice::UnknownDocument(String::new())]);
}

#[test]
fn what_is_looked_for_stands_in_the_fragment() {
    let search = |query: &str| View { page: Page::Search { query: query.into() }, ..start() };
    check("v1/search", search(""), &[]);
    check("search?q=", search(""), &[]);
    check("v1/search?q=cease-fire+in:letter", search("cease-fire in:letter"), &[]);
    check("v1/search?q=a%2Bb%20c", search("a+b c"), &[]);
    check("v1/search?q=%3Cscript%3E", search("<script>"), &[]);
    check("v1/search?sort=left", search(""), &[Notice::Unknown("sort".into())]);
    check("v1/search/war", search(""), &[Notice::Unknown("war".into())]);
    check("v1/about?q=war", View { page: Page::About, ..start() }, &[Notice::Unknown("q".into())]);
    assert_eq!(
        encode(&search("cease-fire in:letter  \"a & b\" "), bundle()),
        "v1/search?q=cease-fire+in:letter++%22a+%26+b%22+"
    );
    let long = "é".repeat(QUERY_AT_MOST);
    check(&format!("v1/search?q={long}"), search(&long[..QUERY_AT_MOST]), &[Notice::Unknown("q".into())]);
    let concordance = |words: &str, sameness, order| View {
        page: Page::Concordance { words: words.into(), sameness, order },
        ..start()
    };
    check("v1/concordance", concordance("", Sameness::Exact, Order::Text), &[]);
    let fragment = "v1/concordance?q=occupied&forms=any&sort=left";
    check(fragment, concordance("occupied", Sameness::Stem, Order::Left), &[]);
    assert_eq!(encode(&concordance("occupied", Sameness::Stem, Order::Left), bundle()), fragment);
    check(
        "v1/concordance?sort=round",
        concordance("", Sameness::Exact, Order::Text),
        &[Notice::Unknown("sort".into())],
    );
    check(
        "v1/concordance?forms=all",
        concordance("", Sameness::Exact, Order::Text),
        &[Notice::Unknown("forms".into())],
    );
}

#[test]
fn what_is_looked_for_changes_on_its_own_page_only() {
    let search = View { page: Page::search(), passage: Some("letter.p12".into()), ..start() };
    let war = Page::Search { query: "war".into() };
    assert_eq!(search.after(Action::Refine(war.clone()), bundle()), View { page: war.clone(), ..search.clone() });
    // What is written when typing pauses may come when another page is open.
    assert_eq!(start().after(Action::Refine(war), bundle()), start());
    assert_eq!(search.after(Action::Refine(Page::concordance("war".into())), bundle()), search);
}

#[test]
fn what_is_not_understood_is_told_and_left() {
    check("v1/compare/nope", start(), &[Notice::UnknownPeriod("nope".into())]);
    check("v1/nowhere", start(), &[Notice::UnknownPage("nowhere".into())]);
    check("v1/letter", start(), &[Notice::UnknownPage("letter".into())]);
    check("v1/compare?show=nobody.p1", start(), &[Notice::UnknownPassage("nobody.p1".into())]);
    check("v1/compare?account=nobody", start(), &[Notice::UnknownAccount("nobody".into())]);
    check("v1/compare?layout=round", start(), &[Notice::Unknown("layout".into())]);
    check("v1/compare?colour=blue", start(), &[Notice::Unknown("colour".into())]);
    check("v1/compare?%63olour", start(), &[Notice::Unknown("colour".into())]);
    check(
        "v1/compare?columns=nobody&layout=dates",
        View { layout: Layout::Dates, ..start() },
        &[Notice::UnknownAccount("nobody".into())],
    );
    check("v1/compare?columns=", start(), &[Notice::UnknownAccount(String::new())]);
}

#[test]
fn links_of_another_version_are_followed_as_far_as_they_go() {
    let other = || Notice::OtherVersion("v9".into());
    check("v9/compare", start(), &[other()]);
    check(
        "v9/read/letter?show=letter.p1",
        View { page: read("letter"), passage: Some("letter.p1".into()), ..start() },
        &[other()],
    );
    check(
        "v9/spiral?spin=2",
        start(),
        &[other(), Notice::UnknownPage("spiral".into()), Notice::Unknown("spin".into())],
    );
    check("v01/compare", start(), &[Notice::OtherVersion("v01".into())]);
    check("vote", start(), &[Notice::UnknownPage("vote".into())]);
}

#[test]
fn doubled_columns_are_shown_once() {
    check(
        "v1/compare?columns=armenian+armenian+azerbaijani",
        View { columns: vec!["armenian".into(), "azerbaijani".into()], account: "armenian".into(), ..start() },
        &[Notice::UnknownAccount("armenian".into())],
    );
    // The later of two columns keys holds.
    check(
        "v1/compare?columns=armenian&columns=international",
        View { columns: vec!["international".into()], account: "international".into(), ..start() },
        &[],
    );
}

#[test]
fn the_account_in_sight_is_one_that_is_shown() {
    let columns = || vec!["armenian".to_owned(), "international".to_owned()];
    let expected = |account: &str| View { columns: columns(), account: account.into(), ..start() };
    check("v1/compare?columns=armenian+international&account=international", expected("international"), &[]);
    check("v1/compare?account=international&columns=armenian+international", expected("international"), &[]);
    check("v1/compare?account=azerbaijani&columns=armenian+international", expected("armenian"), &[]);
}

/// A text directive is the browser's, a secret that of a host that embeds the page. Neither is told to the reader.
#[test]
fn what_is_not_the_apps_is_passed_over() {
    let with = || View { page: read("letter"), passage: Some("letter.p12".into()), ..start() };
    check_start("?secret=abc");
    check_start("#?secret=abc");
    check_start("v1/compare?secret=abc");
    check_start(":~:text=x");
    check_start("v1/compare:~:text=x");
    check("letter.p12:~:text=Security%20Council", with(), &[]);
    check("letter.p12?secret=abc", with(), &[]);
    check("v1/read/letter?show=letter.p12:~:text=a&text=b", with(), &[]);
}

#[test]
fn bytes_are_escaped_and_unescaped() {
    let unknown = |found: &str| Notice::UnknownPage(found.into());
    check("v1/%E2%80%9Cx%E2%80%9D", start(), &[unknown("“x”")]);
    check("v1/%e2%80%9c", start(), &[unknown("“")]);
    check("v1/%FF", start(), &[unknown("%FF")]);
    check("v1/%", start(), &[unknown("%")]);
    check("v1/%4", start(), &[unknown("%4")]);
    check("v1/%zz%41", start(), &[unknown("%zzA")]);
    check("v1/a+b", start(), &[unknown("a+b")]);
    check("v1/r%65ad/l%65tter", View { page: read("letter"), ..start() }, &[]);
    // An escaped plus parts nothing.
    check("v1/read/letter%2Barticle", start(), &[Notice::UnknownDocument("letter+article".into())]);
}

/// "What is not understood is left at the start's value, and a notice says so": so it is for what is left over, too.
#[test]
fn what_is_left_over_is_told() {
    let told = |fragment: &str| {
        let decoded = decode(fragment, bundle());
        assert!(!decoded.notices.is_empty(), "{fragment} is followed without a word: {:?}", decoded.view);
    };
    told("v1/read/letter+article+civil-15");
    told("v1/read/letter+letter");
    told("v1/compare/2020-war/letter");
    told("v1/about/letter");
    told("letter.p12/letter.p13");
}

/// Every segment of a path keeps its place: what stands behind the documents is not read as one.
#[test]
fn documents_stand_behind_the_page() {
    let decoded = decode("v1/read/letter/article", bundle());
    assert_eq!(decoded.view.page, read("letter"));
    let decoded = decode("v1/read", bundle());
    assert_eq!(decoded.view, start());
    assert!(!decoded.notices.contains(&Notice::UnknownDocument("read".into())), "no document “read” was asked for");
}

// Actions.

fn after(view: &View, action: Action) -> View {
    let view = view.after(action, bundle());
    check_valid(&view, "an action");
    view
}

fn columns(view: &View) -> Vec<&str> {
    view.columns.iter().map(String::as_str).collect()
}

#[test]
fn columns_move_as_far_as_there_is_room() {
    let check = |account: &str, by: isize, expected: [&str; 3]| {
        assert_eq!(columns(&after(&start(), Action::Move(account.into(), by))), expected, "{account} by {by}");
    };
    check("azerbaijani", 0, ["azerbaijani", "armenian", "international"]);
    check("azerbaijani", 1, ["armenian", "azerbaijani", "international"]);
    check("azerbaijani", 2, ["armenian", "international", "azerbaijani"]);
    check("azerbaijani", 3, ["armenian", "international", "azerbaijani"]);
    check("azerbaijani", isize::MAX, ["armenian", "international", "azerbaijani"]);
    check("azerbaijani", -1, ["azerbaijani", "armenian", "international"]);
    check("international", -1, ["azerbaijani", "international", "armenian"]);
    check("international", isize::MIN, ["international", "azerbaijani", "armenian"]);
    check("armenian", -1, ["armenian", "azerbaijani", "international"]);
    check("nobody", 1, ["azerbaijani", "armenian", "international"]);
    let view = after(&start(), Action::Move("azerbaijani".into(), 2));
    assert_eq!(view.account, "azerbaijani", "what is in sight stays in sight");
}

#[test]
fn columns_are_hidden_and_shown_and_the_last_one_stays() {
    let toggle = |view: &View, account: &str| after(view, Action::Toggle(account.into()));
    let two = toggle(&start(), "azerbaijani");
    assert_eq!(columns(&two), ["armenian", "international"]);
    assert_eq!(two.account, "armenian", "another account comes into sight");
    let one = toggle(&two, "international");
    assert_eq!(columns(&one), ["armenian"]);
    assert_eq!(toggle(&one, "armenian"), one);
    assert_eq!(toggle(&one, "nobody"), one);
    let back = toggle(&one, "azerbaijani");
    assert_eq!(columns(&back), ["armenian", "azerbaijani"], "what is shown again stands last");
    assert_eq!(back.account, "armenian");
}

#[test]
fn one_account_is_brought_into_sight() {
    assert_eq!(after(&start(), Action::Face("international".into())).account, "international");
    // A hidden account cannot be looked at, nor one that is not there.
    let hidden = after(&start(), Action::Toggle("international".into()));
    assert_eq!(after(&hidden, Action::Face("international".into())), hidden);
    assert_eq!(after(&start(), Action::Face("nobody".into())), start());
}

#[test]
fn a_sentence_is_pointed_at_while_its_passage_is_shown() {
    let shown = after(&start(), Action::Show("letter.p8".into()));
    let pointed = after(&shown, Action::Point(Some(2)));
    assert_eq!(pointed, View { sentence: Some(2), ..shown.clone() });
    assert_eq!(after(&pointed, Action::Point(None)), shown);
    assert_eq!(after(&pointed, Action::Hide), start());
    assert_eq!(after(&pointed, Action::Open(Page::Compare)), start());
    assert_eq!(after(&pointed, Action::Show("letter.p9".into())).sentence, None, "another passage, another sentence");
    // There are five, and none where no passage is shown.
    assert_eq!(after(&shown, Action::Point(Some(6))), shown);
    assert_eq!(after(&shown, Action::Point(Some(0))), shown);
    assert_eq!(after(&start(), Action::Point(Some(1))), start());
}

#[test]
fn other_actions_change_what_they_name() {
    let view = start();
    let check = |action: Action, expected: View| assert_eq!(after(&view, action), expected);
    check(Action::Open(Page::About), View { page: Page::About, ..start() });
    check(Action::Open(read("letter")), View { page: read("letter"), ..start() });
    check(Action::Choose(Some("1992".into())), View { period: Some("1992".into()), ..start() });
    check(Action::Choose(None), start());
    check(Action::Show("letter.p1".into()), View { passage: Some("letter.p1".into()), ..start() });
    check(Action::Hide, start());
    check(Action::LayOut(Layout::Dates), View { layout: Layout::Dates, ..start() });
    check(Action::LayOut(Layout::Single), View { layout: Layout::Single, ..start() });
    check(Action::Split(true), View { split: true, ..start() });
    check(Action::Split(false), start());
    check(Action::Follow(false), View { follow: false, ..start() });
    check(Action::Follow(true), start());
    let alone = View { alone: true, period: Some("1992".into()), ..start() };
    check(Action::Alone(Some("1992".into())), alone.clone());
    check(Action::Alone(Some("1066".into())), View { alone: true, ..start() });
    check(Action::Alone(None), start());
    let all = View { alone: false, ..alone.clone() };
    assert_eq!(alone.after(Action::Alone(None), bundle()), all, "the period stays chosen");
}

#[test]
fn a_new_page_closes_the_panel_and_keeps_the_rest() {
    let view = View {
        passage: Some("letter.p1".into()),
        period: Some("1992".into()),
        layout: Layout::Dates,
        split: true,
        ..start()
    };
    assert_eq!(after(&view, Action::Open(Page::Sources)), View { page: Page::Sources, passage: None, ..view.clone() });
    assert_eq!(after(&view, Action::Own(true)), View { own: true, ..view.clone() });
    assert_eq!(after(&view, Action::Hide), View { passage: None, ..view.clone() });
}

#[test]
fn ids_with_their_kind_open_their_page() {
    let check = |fragment: &str, page: Page| assert_eq!(decode(fragment, bundle()).view.page, page, "{fragment}");
    check("place:karabakh", Page::Names { place: Some("karabakh".into()) });
    check("speaker:human-rights-watch", Page::Voices { speaker: Some("human-rights-watch".into()) });
    check("claim:entry-may-2021", Page::claims(Some("entry-may-2021".into())));
    let unknown = |fragment: &str, page: Page, notice: &str| {
        let decoded = decode(fragment, bundle());
        assert_eq!((decoded.view.page, decoded.notices), (page, vec![Notice::Unknown(notice.into())]), "{fragment}");
    };
    unknown("place:atlantis", Page::Names { place: None }, "atlantis");
    unknown("v1/voices/nobody", Page::Voices { speaker: None }, "nobody");
    unknown("v1/claims/nothing", Page::claims(None), "nothing");
    check("v1/claims?answers=one-sided", Page::Claims { entry: None, only: Some(Standing::OneSided) });
    unknown("v1/claims?answers=true", Page::claims(None), "answers");
    check("v1/vocabulary?word=cease-fire", Page::Vocabulary { word: Some("cease-fire".into()) });
    check("v1/vocabulary?word=", Page::Vocabulary { word: None });
    unknown("v1/about?word=war", Page::About, "word");
    unknown("v1/guided/nothing", Page::Notebook, "nothing");
    unknown("v1/compare?own=elsewhere", Page::Compare, "own");
    unknown("v1/compare?voice=nobody", Page::Compare, "nobody");
}

#[test]
fn a_new_arrangement_is_told_in_words() {
    let check = |action: Action, expected: Option<&str>| {
        let told = arranged(&start(), &after(&start(), action.clone()), bundle());
        assert_eq!(told.as_deref(), expected, "{action:?}");
    };
    let [a, b, c] = ["Azerbaijani account", "Armenian accounts", "International account"];
    check(Action::Toggle("armenian".into()), Some(&format!("Columns: {a}, {c}.")));
    check(Action::Move("armenian".into(), -1), Some(&format!("Columns: {b}, {a}, {c}.")));
    check(Action::LayOut(Layout::Dates), Some(&format!("By date: {a}, {b}, {c}.")));
    check(Action::Split(true), Some(&format!("Split by document: {a}, {b}, {c}.")));
    check(Action::Follow(false), Some("It no longer follows."));
    check(Action::Face("armenian".into()), Some(&format!("{b}.")));
    check(Action::Hide, None);
    check(Action::Choose(Some("2020-war".into())), None);
}

fn actions() -> impl Strategy<Value = Action> {
    let account = || select(vec!["azerbaijani", "armenian", "international", "nobody"]).prop_map(str::to_owned);
    let periods: Vec<String> = bundle().periods.iter().map(|period| period.id.clone()).collect();
    prop_oneof![
        pages().prop_map(Action::Open),
        proptest::option::of(select(periods)).prop_map(Action::Choose),
        passages().prop_map(Action::Show),
        Just(Action::Hide),
        proptest::option::of(0..9_usize).prop_map(Action::Point),
        select(vec![Layout::Columns, Layout::Dates, Layout::Single]).prop_map(Action::LayOut),
        account().prop_map(Action::Face),
        (account(), any::<isize>()).prop_map(|(account, by)| Action::Move(account, by)),
        (account(), -3..4_isize).prop_map(|(account, by)| Action::Move(account, by)),
        account().prop_map(Action::Toggle),
        any::<bool>().prop_map(Action::Split),
        any::<bool>().prop_map(Action::Follow),
        select(vec![Mark::Dates, Mark::Voices, Mark::Names]).prop_map(Action::Mark),
        proptest::option::of(select(vec!["azerbaijani".to_owned(), "nobody".into()])).prop_map(Action::Hear),
    ]
}

proptest! {
    #![proptest_config(config())]

    /// Whatever a reader does, there is a link to where it led.
    #[test]
    fn actions_lead_from_valid_views_to_valid_views(actions in prop::collection::vec(actions(), 1..12)) {
        let mut view = start();
        for action in actions {
            let told = format!("{action:?}");
            view = view.after(action, bundle());
            check_valid(&view, &told);
            let decoded = decode(&encode(&view, bundle()), bundle());
            prop_assert_eq!(&decoded.view, &view, "{}", told);
            prop_assert_eq!(&decoded.notices, &[], "{}", told);
        }
    }
}
