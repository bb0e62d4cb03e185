//! The pages beside Compare: they are loaded when one of them is asked for.

use yew::prelude::*;

use super::about::about;
use super::claims::claims;
use super::names::names;
use super::read::read;
use super::shared::Shared;
use super::sources::sources;
use super::voices::voices;
use crate::view::{Page, View};

/// Sets a page.
type Set = fn(&Shared, &View) -> Html;

/// What sets them, once they are there.
pub fn pages() -> Set {
    *chunk::table!(pages: Set = (set as Set))
}

fn set(shared: &Shared, view: &View) -> Html {
    match &view.page {
        // The one is there from the beginning, the others have a chunk of their own.
        Page::Compare | Page::Search { .. } | Page::Concordance { .. } => html! {},
        Page::Read { document, beside, original } => read(shared, view, document, beside.as_deref(), *original),
        Page::Voices { speaker } => voices(shared, view, speaker.as_deref()),
        Page::Names { place } => names(shared, view, place.as_deref()),
        Page::Claims { .. } => claims(shared, view),
        Page::Sources => sources(&shared.corpus),
        Page::About => about(&shared.corpus),
    }
}
