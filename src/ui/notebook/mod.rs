//! The reader's notebook: highlights, an account of one's own, a guided reading. A chunk of its own.
//!
//! It comes when its page or the reader's column is asked for, with the panel of a passage, when words are selected, and
//! at the start where a notebook is kept: the texts show then what was marked in them.

mod account;
mod book;
mod guided;
mod handout;
mod mine;
mod session;
mod stand;
mod transfer;

use std::cell::Cell;

use yew::prelude::*;

use super::shared::Shared;
use super::sheet::{Sheet, sheet};
use crate::corpus::{ByteRange, Document, Passage};
use crate::notebook::light::{Block, Inline, blocks};
use crate::notebook::{Change, Part, Slot};
use crate::platform::{location, storage, styles};
use crate::view::{Page, View};
use crate::words::desk::source;

/// Under this name the id of the notebook is kept that was open last.
const KEPT: &str = "notebook";
/// Under this name it is kept which notebook was exported last, and when.
const EXPORTED: &str = "exported";

/// What sets it.
pub struct Desk {
    /// Sets one of its pages.
    pub page: fn(&Shared, &View) -> Html,
    /// Sets the reader's account of a period, or of the whole.
    pub entry: fn(&Shared, Option<&str>) -> Html,
    /// Sets what a reader can do with a passage.
    pub passage: fn(&Shared, &View, &Document, &Passage) -> Html,
    /// Sets what stands by on every page: what can be done with the words that are selected.
    pub stand: fn(&Shared, &View, Option<String>) -> Html,
}

/// What sets it, once it is there.
pub fn notebook() -> &'static Desk {
    chunk::table!(notebook: Desk = Desk { page, entry: account::entry, passage: with_passage, stand: stand::stand })
}

/// Whether a view shows something of the notebook, or one is kept in this browser.
pub fn is_wanted(view: &View) -> bool {
    let shown = view.own || view.passage.is_some() || matches!(view.page, Page::Notebook | Page::Guided { .. });
    shown || storage::get(KEPT).is_some()
}

/// Adds the styles, where they are not there yet.
fn dress() {
    thread_local!(static DRESSED: Cell<bool> = const { Cell::new(false) });
    if !DRESSED.replace(true) {
        styles::add(styles::sheet!("notebook"));
    }
}

fn page(shared: &Shared, view: &View) -> Html {
    dress();
    let (shared, view) = (shared.clone(), view.clone());
    match &view.page {
        Page::Guided { document } => {
            let document = document.clone();
            html! { <guided::Guided {document} {shared} {view} /> }
        }
        Page::Handout { of } => handout::handout(&shared, &view, of),
        _ => html! { <book::Book {shared} {view} /> },
    }
}

fn with_passage(shared: &Shared, view: &View, document: &Document, passage: &Passage) -> Html {
    sheet(|page| {
        page.put(mine::mine(shared, view, document, passage));
        page.put(handout::putting(shared, view, passage));
    })
}

/// A text of the reader's, whatever its length; with a name where its words do not tell all.
fn field(id: Option<String>, words: &str, name: Option<String>, text: &str, change: Callback<String>) -> Html {
    described(id, words, name, None, text, change)
}

/// The same, with the id of what is said of the text.
fn described(
    id: Option<String>,
    words: &str,
    name: Option<String>,
    by: Option<String>,
    text: &str,
    change: Callback<String>,
) -> Html {
    let input =
        change.reform(|event: InputEvent| event.target_unchecked_into::<web_sys::HtmlTextAreaElement>().value());
    // Browsers that do not fit a field to its text show as many lines as it has.
    let rows = (text.lines().count() + 1).clamp(2, 20).to_string();
    html! {
        <label class="field">
            <span>{ words.to_owned() }</span>
            <textarea {id} {rows} aria-label={name} aria-describedby={by} value={text.to_owned()} oninput={input} />
        </label>
    }
}

/// Sets a text of the reader's as it reads.
fn light(page: &mut Sheet, text: &str) {
    page.within("div", "light", |page| set_blocks(page, &blocks(text)));
}

fn set_blocks(page: &mut Sheet, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(words) => page.within("p", "", |page| set_words(page, words)),
            Block::Quotation(inner) => page.within("blockquote", "", |page| set_blocks(page, inner)),
            Block::List { numbered, items } => {
                page.within(if *numbered { "ol" } else { "ul" }, "", |page| {
                    for item in items {
                        page.within("li", "", |page| set_words(page, item));
                    }
                });
            }
        }
    }
}

fn set_words(page: &mut Sheet, words: &[Inline]) {
    for word in words {
        match word {
            Inline::Text(text) => page.text(text),
            Inline::Emphasis(inner) => page.within("em", "", |page| set_words(page, inner)),
            Inline::Strong(inner) => page.within("strong", "", |page| set_words(page, inner)),
            Inline::Break => page.within("br", "", |_| {}),
            Inline::Link { address, words } => page.within("a", "", |page| {
                page.set("href", address);
                page.set("rel", "noreferrer");
                set_words(page, words);
            }),
        }
    }
}

/// What quotes words of a passage in the reader's account: of the view's period where the passage stands in it, else of
/// the first in which it stands, else of the whole; behind the `changes` that are made with it. Which period it is.
fn quoted(
    session: &session::Session,
    view: &View,
    document: &Document,
    passage: &Passage,
    range: ByteRange,
    changes: &mut Vec<Change>,
) -> Option<String> {
    let corpus = &session.corpus;
    let d = corpus.bundle.documents.iter().position(|other| other.id == document.id).unwrap_or_default();
    let p = document.passages.iter().position(|other| other.id == passage.id).unwrap_or_default();
    let periods = corpus.grid.periods_of(d, p);
    let ids = || periods.iter().map(|period| &corpus.bundle.periods[*period].id);
    let period = ids().find(|id| view.period.as_ref() == Some(*id)).or(ids().next()).cloned();
    let slot = Slot { period: period.clone(), part: Part::Text };
    let words = passage.text_in(&document.text, range);
    // A view of this app wherever it stands: the link holds on another host and in the file, too.
    let quotation = crate::notebook::light::quotation(&words, &source(document, passage), &format!("#{}", passage.id));
    let state = session.state();
    let told = |change: &Change| match change {
        Change::Account(of, text) if *of == slot => text.clone(),
        _ => None,
    };
    let before = changes.iter().rev().find_map(told).unwrap_or_else(|| state.notebook.written(&slot).to_owned());
    let before = before.trim_end();
    let text = if before.is_empty() { quotation } else { format!("{before}\n\n{quotation}") };
    changes.push(Change::Account(slot, Some(text)));
    period
}

/// Where the app stands, without a fragment.
fn address() -> String {
    location::address("").trim_end_matches('#').to_owned()
}
