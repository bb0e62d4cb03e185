//! A document whole, with its structure; two side by side; or its original, byte for byte.

mod beside;
mod document;
mod original;
mod reference;

use std::cell::Cell;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use beside::Beside;
use document::Whole;
use original::original;

use super::contents::{Heading, contents};
use super::lit::Lit;
use super::parts::{self, select};
use super::shared::Shared;
use super::sheet::{Sheet, sheet};
use crate::corpus::{BlockKind, Document, Passage};
use crate::platform::styles;
use crate::view::{Action, Page, View, encode};
use crate::words::{self, Key, Leaf, leaf, say};

/// Sets the page for a document, with another beside it or as its original.
pub fn read(shared: &Shared, view: &View, lit: &Lit, document: &str, beside: Option<&str>, as_original: bool) -> Html {
    let bundle = &shared.corpus.bundle;
    let index = |id: &str| bundle.documents.iter().position(|document| document.id == id);
    let Some(d) = index(document) else { return html! {} };
    let document = &bundle.documents[d];
    let beside = beside.and_then(index);
    if beside.is_some() || as_original {
        dress();
    }
    let alone = |heading: &'static str| {
        let (shared, view, lit) = (shared.clone(), view.clone(), lit.clone());
        let key = shared.corpus.bundle.documents[d].id.clone();
        html! { <Whole {key} {shared} document={d} {view} {lit} {heading} names_passages=true /> }
    };
    sheet(|page| {
        page.within("div", if beside.is_some() { "read two" } else { "read" }, |page| {
            page.within("div", "choose", |page| {
                choice(page, shared, view, document, beside.map(|second| &bundle.documents[second]), as_original);
            });
            page.group(|page| {
                if let Some(second) = beside {
                    // Each names itself at the head of its pane.
                    page.within("div", "unseen", |page| {
                        page.title(&words::side_by_side(document, &bundle.documents[second]));
                    });
                } else if as_original {
                    page.title(&words::title(document));
                }
            });
            page.group(|page| match beside {
                _ if as_original => page.put(original(document)),
                Some(second) => {
                    let (shared, view, lit, follow) = (shared.clone(), view.clone(), lit.clone(), view.follow);
                    page.put(html! { <Beside {shared} {view} {lit} first={d} {second} {follow} /> });
                }
                None => page.within("div", "reading", |page| {
                    page.set("id", "text");
                    page.put(contents(headings(document)));
                    page.put(alone("page-title"));
                }),
            });
        });
    })
}

thread_local! {
    static DRESSED: Cell<bool> = const { Cell::new(false) };
}

/// Adds the styles that a document alone does without.
fn dress() {
    if !DRESSED.replace(true) {
        styles::add(styles::sheet!("panes"));
    }
}

/// Which document, and which beside it.
fn choice(
    page: &mut Sheet,
    shared: &Shared,
    view: &View,
    chosen: &Document,
    beside: Option<&Document>,
    as_original: bool,
) {
    let Shared { corpus, act, .. } = shared;
    let bundle = &corpus.bundle;
    let to = |page: Page| encode(&view.after(Action::Open(page), bundle), bundle);
    let open = |document: &str, beside: Option<String>, original| Page::Read {
        document: document.to_owned(),
        beside,
        original,
    };
    // The one list chooses the document, the other what stands beside it.
    let set = |of: Option<String>| {
        act.reform(move |event: Event| {
            let id = Some(event.target_unchecked_into::<HtmlSelectElement>().value()).filter(|id| !id.is_empty());
            let (document, beside) = match &of {
                Some(document) => (document.clone(), id),
                None => (id.unwrap_or_default(), None),
            };
            Action::Open(Page::Read { document, beside, original: false })
        })
    };
    let follow = act.reform(|event: Event| Action::Follow(event.target_unchecked_into::<HtmlInputElement>().checked()));
    let named = |document: &Document, selected: bool| (document.id.clone(), document.title.short.clone(), selected);
    let all = bundle.documents.iter().map(|document| named(document, document.id == chosen.id)).collect();
    let mut others = vec![(String::new(), leaf(Leaf::BesideNone).to_owned(), beside.is_none())];
    others.extend(
        bundle
            .documents
            .iter()
            .filter(|document| document.id != chosen.id)
            .map(|document| named(document, beside.is_some_and(|beside| beside.id == document.id))),
    );
    page.within("nav", "", |page| {
        page.set("aria-label", say(Key::Document));
        page.within("ul", "", |page| {
            for document in &bundle.documents {
                page.within("li", "", |page| {
                    page.within("a", "", |page| {
                        page.set("href", &format!("#{}", to(open(&document.id, None, false))));
                        if document.id == chosen.id {
                            page.set("aria-current", "true");
                        }
                        page.mark(&document.account);
                        page.text(&document.title.short);
                    });
                });
            }
        });
    });
    // Where there is little room, in the place of the list.
    page.put(select(say(Key::Document), all, set(None)));
    page.put(select(leaf(Leaf::Beside), others, set(Some(chosen.id.clone()))));
    page.group(|page| {
        if beside.is_some() {
            page.put(parts::choice("checkbox", leaf(Leaf::Follow), view.follow, follow));
        } else {
            let other = leaf(if as_original { Leaf::ShowText } else { Leaf::ShowOriginal });
            page.link(&to(open(&chosen.id, None, !as_original)), other);
            page.link(&to(Page::Guided { document: chosen.id.clone() }), say(Key::Guided));
        }
    });
}

/// The headings of a document that its table of contents leads to.
fn headings(document: &Document) -> Vec<Heading> {
    let deeper =
        |passage: &&Passage| passage.kind == BlockKind::Heading && passage.level.is_some_and(|level| level > 1);
    let heading = |passage: &Passage| (passage.id.clone(), passage.level.unwrap_or(2), passage.text(&document.text));
    document.passages.iter().filter(deeper).map(heading).collect()
}
