//! A document whole, with its structure; two side by side; or its original, byte for byte.

mod beside;
mod document;
mod original;
mod reference;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use beside::Beside;
use document::Whole;
use original::original;

use super::lit::Lit;
use super::parts::{self, link, mark, select};
use super::shared::Shared;
use super::sheet::{Sheet, sheet};
use crate::corpus::{BlockKind, Document, Passage};
use crate::platform::page;
use crate::view::{Action, Page, View, encode};
use crate::words::{self, Key, Leaf, leaf, say};

/// Sets the page for a document, with another beside it or as its original.
pub fn read(shared: &Shared, view: &View, lit: &Lit, document: &str, beside: Option<&str>, as_original: bool) -> Html {
    let bundle = &shared.corpus.bundle;
    let index = |id: &str| bundle.documents.iter().position(|document| document.id == id);
    let Some(d) = index(document) else { return html! {} };
    let document = &bundle.documents[d];
    let beside = beside.and_then(index);
    let content = match beside {
        _ if as_original => original(document),
        Some(second) => {
            let (shared, view, lit) = (shared.clone(), view.clone(), lit.clone());
            let follow = view.follow;
            html! { <Beside {shared} {view} {lit} first={d} {second} {follow} /> }
        }
        None => html! {
            <div id="text" class="reading">
                { contents(document) }
                <Whole
                    shared={shared.clone()}
                    document={d}
                    view={view.clone()}
                    lit={lit.clone()}
                    heading="page-title"
                    names_passages=true
                />
            </div>
        },
    };
    let heading = match beside {
        Some(second) => Some(words::side_by_side(document, &bundle.documents[second])),
        None => as_original.then(|| words::title(document)),
    };
    html! {
        <div class={classes!("read", beside.is_some().then_some("two"))}>
            { choice(shared, view, document, beside.map(|second| &bundle.documents[second]), as_original) }
            if let Some(heading) = heading {
                <h1 id="page-title" tabindex="-1">{ heading }</h1>
            }
            { content }
        </div>
    }
}

/// Which document, and which beside it.
fn choice(shared: &Shared, view: &View, chosen: &Document, beside: Option<&Document>, as_original: bool) -> Html {
    let Shared { corpus, act, .. } = shared;
    let bundle = &corpus.bundle;
    let to = |page: Page| encode(&view.after(Action::Open(page), bundle), bundle);
    let open = |document: &str, beside: Option<String>, original| Page::Read {
        document: document.to_owned(),
        beside,
        original,
    };
    let set_beside = {
        let document = chosen.id.clone();
        act.reform(move |event: Event| {
            let beside = event.target_unchecked_into::<HtmlSelectElement>().value();
            let beside = Some(beside).filter(|beside| !beside.is_empty());
            Action::Open(Page::Read { document: document.clone(), beside, original: false })
        })
    };
    let follow = act.reform(|event: Event| Action::Follow(event.target_unchecked_into::<HtmlInputElement>().checked()));
    let documents = bundle.documents.iter().map(|document| {
        let current = (document.id == chosen.id).then_some("true");
        let name = html! { <>{ mark(&document.account) }{ &document.title.short }</> };
        link(&to(open(&document.id, None, false)), name, current)
    });
    let mut others = vec![(String::new(), leaf(Leaf::BesideNone).to_owned(), beside.is_none())];
    others.extend(bundle.documents.iter().filter(|document| document.id != chosen.id).map(|document| {
        let selected = beside.is_some_and(|beside| beside.id == document.id);
        (document.id.clone(), document.title.short.clone(), selected)
    }));
    let other = leaf(if as_original { Leaf::ShowText } else { Leaf::ShowOriginal });
    html! {
        <div class="choose">
            <nav aria-label={say(Key::Document)}>{ parts::list(documents.collect()) }</nav>
            { select(leaf(Leaf::Beside), others, set_beside) }
            if beside.is_some() {
                { parts::choice("checkbox", leaf(Leaf::Follow), view.follow, follow) }
            } else {
                { link(&to(open(&chosen.id, None, !as_original)), html! { { other } }, None) }
                { link(&to(Page::Guided { document: chosen.id.clone() }), html! { { say(Key::Guided) } }, None) }
            }
        </div>
    }
}

/// The table of contents, where a document has sections.
fn contents(document: &Document) -> Html {
    let headings: Vec<_> = document
        .passages
        .iter()
        .filter(|passage| passage.kind == BlockKind::Heading && passage.level.is_some_and(|level| level > 1))
        .collect();
    if headings.is_empty() {
        return html! {};
    }
    sheet(|page| {
        page.within("details", "contents", |page| {
            page.set("open", "open");
            page.line("summary", "", leaf(Leaf::Contents));
            page.within("nav", "", |page| {
                page.set("aria-label", leaf(Leaf::Contents));
                page.within("ol", "", |page| {
                    for heading in headings {
                        entry(page, document, heading);
                    }
                });
            });
        });
    })
}

fn entry(page: &mut Sheet, document: &Document, heading: &Passage) {
    let id = heading.id.clone();
    page.within("li", "", |page| {
        page.set("class", &format!("level-{}", heading.level.unwrap_or(2)));
        page.within("a", "", |page| {
            page.set("href", &format!("#{id}"));
            // A place on this page, not another view: the fragment stays as it is.
            page.click(Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                page::scroll_to(&id);
                page::focus(&id);
            }));
            page.text(&heading.text(&document.text));
        });
    });
}
