//! The search, the concordance and the vocabulary: a chunk of its own, loaded when one of them is asked for.
//!
//! Everything that only they need stands in it: the index, the reader of queries, the thesaurus, their words and their
//! styles. The index is built when the chunk has come, once for the session.

mod concordance;
mod hit;
mod narrow;
mod search;
mod typing;
mod vocabulary;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::shared::{Corpus, Shared};
use super::sheet::{Sheet, sheet};
use crate::corpus::Account;
use crate::platform::styles;
use crate::search::Index;
use crate::view::{Action, Page, View, encode};
use crate::words::find::{Term, tell};
use crate::words::{Key, say};

use concordance::Concordance;
use search::Search;
use vocabulary::Vocabulary;

/// Sets a page.
type Set = fn(&Shared, &View) -> Html;

/// What sets the pages of the search, once it is there.
pub fn find() -> Set {
    *chunk::table!(find: Set = (set as Set))
}

fn set(shared: &Shared, view: &View) -> Html {
    let found = found(&shared.corpus);
    let (shared, view) = (shared.clone(), view.clone());
    match &view.page {
        Page::Search { query } => html! { <Search query={query.clone()} {shared} {found} {view} /> },
        Page::Concordance { words, sameness, order } => {
            let (words, sameness, order) = (words.clone(), *sameness, *order);
            html! { <Concordance {words} {sameness} {order} {shared} {found} {view} /> }
        }
        Page::Vocabulary { word } => {
            let word = word.clone().map(AttrValue::from);
            html! { <Vocabulary {word} {shared} {view} /> }
        }
        _ => html! {},
    }
}

/// What is kept for the session. Cheap to clone; equal when it is the same.
#[derive(Clone)]
struct Found(Rc<Session>);

struct Session {
    corpus: Corpus,
    index: Index,
    /// The hit that was opened last, and what had been asked for: who comes back is there again.
    opened: RefCell<Option<(String, String)>>,
}

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

thread_local! {
    static SESSION: RefCell<Option<Found>> = const { RefCell::new(None) };
}

/// The index of a corpus, built at the first call; the styles come with it.
fn found(corpus: &Corpus) -> Found {
    SESSION.with_borrow_mut(|session| match session {
        Some(found) if found.0.corpus == *corpus => found.clone(),
        _ => {
            styles::add(concat!(
                styles::sheet!("find/search"),
                styles::sheet!("find/concordance"),
                styles::sheet!("find/paper"),
                styles::sheet!("find/vocabulary"),
            ));
            let index = Index::build(&corpus.bundle);
            let found = Found(Rc::new(Session { corpus: corpus.clone(), index, opened: RefCell::default() }));
            session.insert(found).clone()
        }
    })
}

/// Sets the bar on top: the page's name and the ways from it, and what is typed into, which stays in sight.
fn bar(page: &mut Sheet, title: &str, ways: Html, search: impl FnOnce(&mut Sheet)) {
    page.within("div", "find-bar", |page| {
        page.within("div", "find-head", |page| {
            page.title(title);
            page.put(ways);
        });
        page.within("div", "find-search", |page| {
            page.set("role", "search");
            search(page);
        });
    });
}

/// The ways to the other pages of the search; what is looked for goes along.
fn ways(corpus: &Corpus, view: &View, words: &str) -> Html {
    let pages = [
        (Page::Search { query: words.to_owned() }, Key::Search),
        (Page::concordance(words.to_owned()), Key::Concordance),
    ];
    sheet(|page| {
        page.within("nav", "find-ways", |page| {
            page.set("aria-label", tell(Term::Ways));
            page.within("ul", "", |page| {
                for (there, key) in pages {
                    if !there.is_same(&view.page) {
                        let there = encode(&view.after(Action::Open(there), &corpus.bundle), &corpus.bundle);
                        page.within("li", "", |page| page.link(&there, say(key)));
                    }
                }
            });
        });
    })
}

/// The accounts that are shown, in the reader's order: each with its place in the bundle.
fn accounts<'a>(corpus: &'a Corpus, view: &'a View) -> impl Iterator<Item = (usize, &'a Account)> {
    let accounts = &corpus.bundle.accounts;
    view.columns.iter().filter_map(|id| {
        let at = accounts.iter().position(|account| account.id == *id)?;
        Some((at, &accounts[at]))
    })
}

impl Sheet {
    /// Sets the sign and the name of an account.
    fn account(&mut self, account: &Account) {
        self.mark(&account.id);
        self.line("strong", "", &account.name);
    }
}
