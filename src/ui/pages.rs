//! The pages beside Compare: they are loaded when one of them is asked for.

use yew::prelude::*;

use super::about::about;
use super::claims::claims;
use super::names::names;
use super::read::read;
use super::shared::Shared;
use super::sources::sources;
use super::vocabulary::Vocabulary;
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
        // It is there from the beginning.
        Page::Compare => html! {},
        Page::Read { document, beside, original } => read(shared, view, document, beside.as_deref(), *original),
        Page::Voices { speaker } => voices(shared, view, speaker.as_deref()),
        Page::Names { place } => names(shared, view, place.as_deref()),
        Page::Claims { .. } => claims(shared, view),
        Page::Vocabulary { word } => {
            let (shared, view, word) = (shared.clone(), view.clone(), word.clone().map(AttrValue::from));
            html! { <Vocabulary {shared} {view} {word} /> }
        }
        Page::Sources => sources(&shared.corpus),
        Page::About => about(&shared.corpus),
    }
}
