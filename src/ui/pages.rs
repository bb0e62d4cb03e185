//! The pages beside Compare, and what is known of a passage: they are loaded when one of them is asked for.

use yew::prelude::*;

use super::about::about;
use super::carrying::Carrying;
use super::citing::Citing;
use super::claims::claims;
use super::copying::Copying;
use super::known::{known, original};
use super::names::names;
use super::read::read;
use super::share;
use super::shared::{Corpus, Shared};
use super::sharing::Sharing;
use super::sheet::Sheet;
use super::sources::sources;
use super::voices::voices;
use crate::cite::Item;
use crate::corpus::{Document, Passage};
use crate::platform::location;
use crate::view::{Page, View};
use crate::words::Leaf;

/// What sets them.
pub struct Pages {
    /// Sets a page.
    pub page: fn(&Shared, &View) -> Html,
    /// Sets what is known of a passage.
    pub known: fn(&mut Sheet, &Corpus, &View, &Document, &Passage),
    /// Sets what copies a passage, and how it is cited.
    pub cited: fn(&Corpus, &View, &Passage) -> Html,
    /// Sets the bytes of a passage.
    pub original: fn(&mut Sheet, &Document, &Passage),
    /// Sets what fills in the sources of what is copied.
    pub carrying: fn(&Corpus) -> Html,
    /// Sets what the dialog for passing a view on offers.
    pub sharing: fn(&share::Props) -> Html,
}

/// What sets them, once they are there.
pub fn pages() -> &'static Pages {
    chunk::table!(pages: Pages = Pages { page: set, known, cited, original, carrying, sharing })
}

fn set(shared: &Shared, view: &View) -> Html {
    match &view.page {
        // The one is there from the beginning, the others have a chunk of their own.
        Page::Compare | Page::Search { .. } | Page::Concordance { .. } | Page::Vocabulary { .. } => html! {},
        Page::Read { document, beside, original } => read(shared, view, document, beside.as_deref(), *original),
        Page::Voices { speaker } => voices(shared, view, speaker.as_deref()),
        Page::Names { place } => names(shared, view, place.as_deref()),
        Page::Claims { .. } => claims(shared, view),
        Page::Sources => sources(&shared.corpus),
        Page::About => about(&shared.corpus),
    }
}

fn cited(corpus: &Corpus, view: &View, passage: &Passage) -> Html {
    let Some((document, _)) = corpus.bundle.passage(&passage.id) else { return html! {} };
    let item = Item::of_passage(document, passage, None, &location::address(&passage.id), None);
    let id = passage.id.clone();
    html! {
        <>
            <Copying key={id.clone()} corpus={corpus.clone()} passage={id.clone()} view={view.clone()} />
            <Citing key={format!("cite-{id}")} {item} words={Leaf::Cite} />
        </>
    }
}

fn carrying(corpus: &Corpus) -> Html {
    html! { <Carrying corpus={corpus.clone()} /> }
}

fn sharing(props: &share::Props) -> Html {
    html! { <Sharing ..props.clone() /> }
}
