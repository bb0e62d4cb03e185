//! The pages beside Compare, and what is known of a passage: they are loaded when one of them is asked for.

use yew::prelude::*;

use super::about::about;
use super::carrying::Carrying;
use super::citing::Citing;
use super::claims::ledger;
use super::copying::Copying;
use super::key_list::key_list;
use super::known::{grounds, original, pointing, related};
use super::lit::Lit;
use super::names::names;
use super::read::read;
use super::share;
use super::shared::{Corpus, Shared};
use super::sharing::Sharing;
use super::sheet::Sheet;
use super::sources::sources;
use super::verifying::Verification;
use super::voices::voices;
use crate::cite::Item;
use crate::corpus::{Document, Passage};
use crate::platform::location;
use crate::view::{Page, View};
use crate::words::Leaf;

/// What sets them.
pub struct Pages {
    /// Sets a page.
    pub page: fn(&Shared, &View, &Lit) -> Html,
    /// Sets what is known of a passage.
    pub known: fn(&mut Sheet, &Shared, &View, &Document, &Passage),
    /// Sets what can be taken from a passage: its words with their source, its citation.
    pub taken: fn(&mut Sheet, &Shared, &View, &Document, &Passage),
    /// Sets what fills in the sources of what is copied.
    pub carrying: fn(&Corpus) -> Html,
    /// Sets what the keys do.
    pub keys: fn(bool, Callback<Event>) -> Html,
    /// Sets what the dialog for passing a view on offers.
    pub sharing: fn(&share::Props) -> Html,
}

/// What sets them, once they are there.
pub fn pages() -> &'static Pages {
    chunk::table!(pages: Pages = Pages { page: set, known, taken, carrying, keys: key_list, sharing })
}

fn set(shared: &Shared, view: &View, lit: &Lit) -> Html {
    match &view.page {
        // The one is there from the beginning, the others have a chunk of their own.
        Page::Compare
        | Page::Search { .. }
        | Page::Concordance { .. }
        | Page::Vocabulary { .. }
        | Page::Notebook
        | Page::Guided { .. }
        | Page::Handout { .. } => html! {},
        Page::Read { document, beside, original } => read(shared, view, lit, document, beside.as_deref(), *original),
        Page::Voices { speaker } => voices(shared, view, speaker.as_deref()),
        Page::Names { place } => names(shared, view, place.as_deref()),
        Page::Claims { .. } => ledger(shared, view),
        Page::Sources => sources(&shared.corpus),
        Page::About => about(&shared.corpus),
    }
}

fn taken(page: &mut Sheet, shared: &Shared, view: &View, document: &Document, passage: &Passage) {
    let corpus = &shared.corpus;
    page.put(pointing(shared, view, passage));
    let (corpus, id) = (corpus.clone(), passage.id.clone());
    page.put(html! { <Copying key={id.clone()} {corpus} passage={id.clone()} view={view.clone()} /> });
    let item = Item::of_passage(document, passage, None, &location::address(&id), None);
    page.put(html! { <Citing key={id} {item} words={Leaf::Cite} /> });
}

/// What is known of a passage, what that rests on, its bytes, and the proof that they are the original's.
fn known(page: &mut Sheet, shared: &Shared, view: &View, document: &Document, passage: &Passage) {
    let corpus = shared.corpus.clone();
    related(page, shared, view, document, passage);
    grounds(page, &corpus, document, passage);
    original(page, document, passage);
    let d = corpus.bundle.documents.iter().position(|other| other.id == document.id).unwrap_or_default();
    let p = document.passages.iter().position(|other| other.id == passage.id).unwrap_or_default();
    page.put(html! { <Verification key={passage.id.clone()} {corpus} document={d} passage={p} /> });
}

fn carrying(corpus: &Corpus) -> Html {
    html! { <Carrying corpus={corpus.clone()} /> }
}

fn sharing(props: &share::Props) -> Html {
    html! { <Sharing ..props.clone() /> }
}
