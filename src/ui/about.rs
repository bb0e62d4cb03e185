//! What this is, and what it is not; for newcomers and for teachers.

use yew::prelude::*;

use super::parts::{definitions, link};
use super::shared::Corpus;
use crate::view::{Action, Page, View, encode};
use crate::words::{self, Key, say};

/// Sets the page.
pub fn about(corpus: &Corpus) -> Html {
    let start = View::start(&corpus.bundle);
    let to = |page: Page, key: Key| {
        let fragment = encode(&start.after(Action::Open(page), &corpus.bundle), &corpus.bundle);
        html! { <li>{ link(&fragment, html! { { say(key) } }, None) }</li> }
    };
    html! {
        <div id="text" class="page">
            <h1 id="page-title" tabindex="-1">{ say(Key::AboutTitle) }</h1>
            { for corpus.bundle.about.iter().map(|paragraph| html! { <p class="lead">{ paragraph }</p> }) }
            <ul class="ways">
                { to(Page::Compare, Key::AboutToCompare) }
                { to(Page::Sources, Key::AboutToSources) }
            </ul>
            <h2>{ say(Key::AboutReading) }</h2>
            { definitions(words::READING.iter().map(|(term, meaning)| (*term, html! { { *meaning } })).collect()) }
            <h2>{ say(Key::AboutTeachers) }</h2>
            { for corpus.bundle.teachers.iter().map(|paragraph| html! { <p>{ paragraph }</p> }) }
        </div>
    }
}
