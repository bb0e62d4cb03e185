//! Ids hold: what was once released is cited in links and footnotes elsewhere, and still leads where it led.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;
use std::fs;

use common::{bundle, root};
use parallax::view::{Page, View, decode};

/// One id to a line: `letter`, `letter.p12`, `period:2020-war`, `account:armenian`. Never remove a line, and never
/// change one. An id that has to go is kept resolving in the code, not taken from this list.
const RELEASED: &str = "tests/released_ids.txt";

fn released() -> Vec<String> {
    fs::read_to_string(root().join(RELEASED)).unwrap().lines().map(str::to_owned).collect()
}

/// Every id of the bundle, in the form of the list.
fn current() -> BTreeSet<String> {
    let bundle = bundle();
    let documents = bundle.documents.iter().map(|document| document.id.clone());
    let passages = bundle.documents.iter().flat_map(|document| &document.passages).map(|passage| passage.id.clone());
    let periods = bundle.periods.iter().map(|period| format!("period:{}", period.id));
    let accounts = bundle.accounts.iter().map(|account| format!("account:{}", account.id));
    documents.chain(passages).chain(periods).chain(accounts).collect()
}

#[test]
fn every_released_id_still_resolves() {
    let bundle = bundle();
    for id in released() {
        let resolves = match id.split_once(':') {
            Some(("period", period)) => bundle.period(period).is_some(),
            Some(("account", account)) => bundle.account(account).is_some(),
            Some((other, _)) => panic!("{RELEASED}: {other} is no kind of id"),
            None if id.contains('.') => bundle.passage(&id).is_some_and(|(_, passage)| passage.id == id),
            None => bundle.document(&id).is_some(),
        };
        assert!(resolves, "{id} was released and leads nowhere now");
    }
}

/// The links that people write by hand are made of nothing but the id.
#[test]
fn every_released_id_is_followed_as_a_link() {
    let bundle = bundle();
    for id in released() {
        let (fragment, expected) = match id.split_once(':') {
            Some(("period", period)) => (id.clone(), View { period: Some(period.to_owned()), ..View::start(bundle) }),
            Some((_, account)) => {
                let columns = vec![account.to_owned()];
                let view = View { columns, account: account.to_owned(), ..View::start(bundle) };
                (format!("v1/compare?columns={account}"), view)
            }
            None => {
                let document = id.split('.').next().unwrap().to_owned();
                let page = Page::Read { document, beside: None, original: false };
                let view = View { page, ..View::start(bundle) };
                if id.contains('.') {
                    (id.clone(), View { passage: Some(id.clone()), ..view })
                } else {
                    (format!("v1/read/{id}"), view)
                }
            }
        };
        let decoded = decode(&format!("#{fragment}"), bundle);
        assert_eq!(decoded.notices, [], "{fragment}");
        assert_eq!(decoded.view, expected, "{fragment}");
    }
}

#[test]
fn the_list_is_in_order_and_whole() {
    let released = released();
    assert!(released.len() > 800, "{} ids: lines are missing", released.len());
    let mut seen = BTreeSet::new();
    for id in &released {
        assert!(!id.is_empty() && id.trim() == id, "{RELEASED}: {id:?}");
        assert!(seen.insert(id.clone()), "{RELEASED}: {id} stands twice");
    }
    let missing: Vec<String> = current().difference(&seen).cloned().collect();
    assert!(
        missing.is_empty(),
        "add at the end of {RELEASED}, with the release that has them:\n{}",
        missing.join("\n")
    );
}

/// An id with such a character would be cut or changed on its way through a link.
#[test]
fn ids_stand_in_links_as_they_are() {
    for id in current() {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.' | ':');
        assert!(id.chars().all(plain), "{id}");
        assert!(id.len() <= 120, "{id} is long for a link");
    }
}
