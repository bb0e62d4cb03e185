//! Relations: what holds of any texts, and of the five documents.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use common::{bundle, sources};
use parallax::annotate::relation::{GroundKind, Index, Lexicon, Subject, gather, relate};
use parallax::corpus::{Day, Interval};
use proptest::prelude::*;
use proptest::sample::select;

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, cases, ..ProptestConfig::default() }
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon::from_json(&sources()["assets/annotations/concepts.json"]).unwrap())
}

// Any texts.

fn day() -> impl Strategy<Value = Option<Day>> {
    proptest::option::of((1900..2100_i32, 1..=12_u8, 1..=28_u8).prop_map(|(year, month, day)| Day { year, month, day }))
}

fn text() -> impl Strategy<Value = String> {
    const WORDS: [&str; 16] = [
        "prisoners",
        "the",
        "aggression",
        "Armenia’s",
        "by",
        "Azerbaijan",
        "denied",
        "roads.",
        "“blockade”",
        "not",
        "against",
        "of",
        "Article 2 (4)",
        "peacekeepers:",
        "did",
        "Shusha",
    ];
    prop_oneof![
        3 => proptest::collection::vec(select(&WORDS[..]), 0..30).prop_map(|words| words.join(" ")),
        1 => any::<String>(),
    ]
}

fn subjects() -> impl Strategy<Value = Vec<Subject<'static>>> {
    let account = select(&["one", "other", "third"][..]);
    let names = proptest::collection::vec(select(&["shusha", "lachin", "osce"][..]), 0..4);
    let times =
        proptest::collection::vec((day(), day()).prop_map(|(earliest, latest)| Interval { earliest, latest }), 0..3);
    let subject = (account, any::<bool>(), text(), text(), times, names).prop_map(
        |(account, running, text, heading, times, names)| Subject {
            account,
            document: account,
            running,
            text: Cow::Owned(text),
            notes: Cow::Owned(heading.clone()),
            heading: Cow::Owned(heading),
            times,
            present: Vec::new(),
            places: names.clone(),
            voices: names.clone(),
            counted: names,
        },
    );
    proptest::collection::vec(subject, 0..12)
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn any_texts_are_ranked_with_reason(subjects in subjects(), limit in 0..12_usize) {
        let index = relate(&subjects, lexicon());
        for of in 0..=subjects.len() {
            let ranked = index.ranked(of, limit);
            prop_assert!(ranked.len() <= limit);
            prop_assert!(of < subjects.len() || ranked.is_empty());
            // Each account is measured against its own usual score; within one the closest stands first.
            for account in ["one", "other", "third"] {
                let of_account = ranked.iter().filter(|related| subjects[related.subject].account == account);
                prop_assert!(of_account.map(|related| related.score).is_sorted_by(|a, b| a >= b));
            }
            for related in &ranked {
                let other = &subjects[related.subject];
                prop_assert!(other.running && other.account != subjects[of].account);
                prop_assert!(related.score.is_finite() && related.score >= index.weights().least);
                prop_assert_eq!(related.score, index.score(of, related.subject));
            }
            let found: BTreeSet<usize> = ranked.iter().map(|related| related.subject).collect();
            prop_assert_eq!(found.len(), ranked.len());
        }
    }

    #[test]
    fn likeness_is_mutual(subjects in subjects()) {
        let index = relate(&subjects, lexicon());
        for a in 0..subjects.len() {
            for b in 0..subjects.len() {
                prop_assert_eq!(index.score(a, b), index.score(b, a));
                if !(subjects[a].running && subjects[b].running) {
                    continue;
                }
                let kind = |of: usize, other: usize| {
                    let found = index.ranked(of, subjects.len()).into_iter().find(|related| related.subject == other);
                    found.map(|related| related.relation)
                };
                prop_assert_eq!(kind(a, b), kind(b, a));
            }
        }
    }

    #[test]
    fn any_text_makes_a_lexicon_or_an_error(json in any::<String>()) {
        let _ = Lexicon::from_json(&json);
    }
}

// The five documents.

fn index() -> &'static (Vec<&'static str>, Index) {
    static INDEX: OnceLock<(Vec<&'static str>, Index)> = OnceLock::new();
    INDEX.get_or_init(|| {
        let (ids, subjects): (Vec<_>, Vec<_>) = gather(bundle()).into_iter().unzip();
        (ids, relate(&subjects, lexicon()))
    })
}

fn place(id: &str) -> usize {
    index().0.iter().position(|known| *known == id).unwrap()
}

fn first(id: &str, limit: usize) -> Vec<&'static str> {
    let (ids, index) = index();
    index.ranked(place(id), limit).into_iter().map(|related| ids[related.subject]).collect()
}

#[test]
fn plain_parallels_are_found() {
    let check = |a: &str, b: &str| {
        assert!(first(a, 5).contains(&b), "{a}: {:?}, not {b}", first(a, 5));
        assert!(first(b, 5).contains(&a), "{b}: {:?}, not {a}", first(b, 5));
    };
    check("letter.p70", "civil-21.p1");
    check("civil-21.p5", "article.november-2021.p1");
    check("civil-15.p5", "article.supranational-organizations.p4");
    check("letter.p40", "stepanakert.p7");
}

#[test]
fn lead_ins_and_labels_have_no_parallel() {
    for id in ["civil-15.p8", "article.infobox.15", "article.infobox.9", "article.may-2021.c1"] {
        assert_eq!(first(id, 5), Vec::<&str>::new(), "{id}");
    }
}

#[test]
fn every_parallel_says_what_it_rests_on() {
    let (ids, index) = index();
    for of in 0..ids.len() {
        for related in index.ranked(of, 10) {
            let matter = |kind: GroundKind| kind != GroundKind::Date;
            let named = related.grounds.iter().any(|ground| matter(ground.kind) && !ground.what.is_empty());
            assert!(named, "{} and {}: {:?}", ids[of], ids[related.subject], related.grounds);
        }
    }
}
