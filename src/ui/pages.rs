//! The pages beside Compare, and what is known of a passage: they are loaded when one of them is asked for.

use yew::prelude::*;

use super::about::about;
use super::carrying::Carrying;
use super::citing::Citing;
use super::claims::claims;
use super::known::{known, original};
use super::names::names;
use super::read::read;
use super::shared::{Corpus, Shared};
use super::sheet::Sheet;
use super::sources::sources;
use super::voices::voices;
use crate::corpus::{Document, Passage};
use crate::view::{Page, View};

/// What sets them.
pub struct Pages {
    /// Sets a page.
    pub page: fn(&Shared, &View) -> Html,
    /// Sets what is known of a passage.
    pub known: fn(&mut Sheet, &Corpus, &View, &Document, &Passage),
    /// Sets how a passage is cited.
    pub cited: fn(&Corpus, &Passage) -> Html,
    /// Sets the bytes of a passage.
    pub original: fn(&mut Sheet, &Document, &Passage),
    /// Sets what fills in the sources of what is copied.
    pub carrying: fn(&Corpus) -> Html,
}

/// What sets them, once they are there.
pub fn pages() -> &'static Pages {
    chunk::table!(pages: Pages = Pages { page: set, known, cited, original, carrying })
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

fn cited(corpus: &Corpus, passage: &Passage) -> Html {
    html! { <Citing key={passage.id.clone()} corpus={corpus.clone()} passage={passage.id.clone()} /> }
}

fn carrying(corpus: &Corpus) -> Html {
    html! { <Carrying corpus={corpus.clone()} /> }
}
