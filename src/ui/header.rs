//! The head of every page: the corpus's title, the pages, the theme, the help.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::parts::{link, select};
use super::shared::Corpus;
use crate::platform::{location, page, storage};
use crate::view::{Action, Page, View, encode};
use crate::words::{Key, say};

const THEMES: [(&str, Key); 3] = [("", Key::ThemeSystem), ("light", Key::ThemeLight), ("dark", Key::ThemeDark)];

/// Sets the way to a page.
fn to(corpus: &Corpus, view: &View, page: Page, key: Key) -> Html {
    let current = std::mem::discriminant(&page) == std::mem::discriminant(&view.page);
    let fragment = encode(&view.after(Action::Open(page), &corpus.bundle), &corpus.bundle);
    link(&fragment, html! { { say(key) } }, current.then_some("page"))
}

/// Sets the head of the page, with what shares the view.
pub fn header(corpus: &Corpus, view: &View, share: Html) -> Html {
    let to = |page: Page, key: Key| html! { <li>{ to(corpus, view, page, key) }</li> };
    let document = match &view.page {
        Page::Read { document, .. } => document.clone(),
        _ => corpus.bundle.documents.first().map(|document| document.id.clone()).unwrap_or_default(),
    };
    html! {
        <header class="masthead">
            <p class="brand">{ &corpus.bundle.title }</p>
            <nav aria-label={say(Key::Pages)}>
                <ul>
                    { to(Page::Compare, Key::Compare) }
                    { to(Page::Read { document, beside: None, original: false }, Key::Read) }
                    { to(Page::Voices { speaker: None }, Key::Voices) }
                    { to(Page::Names { place: None }, Key::Names) }
                    { to(Page::Claims { entry: None }, Key::Claims) }
                    { to(Page::Vocabulary { word: None }, Key::Vocabulary) }
                    { to(Page::Notebook, Key::Notebook) }
                    { to(Page::Sources, Key::SourcesShort) }
                    { to(Page::About, Key::About) }
                    { to(Page::search(), Key::Search) }
                </ul>
            </nav>
            { share }
            <ThemeChoice />
        </header>
    }
}

/// Sets the head of a view in a frame: what it is, and the way to the whole.
pub fn header_in_frame(corpus: &Corpus, view: &View) -> Html {
    let there = location::address(&encode(view, &corpus.bundle));
    html! {
        <header class="masthead">
            <p class="brand">{ &corpus.bundle.title }</p>
            { to(corpus, view, Page::search(), Key::Search) }
            <a href={there} target="_blank" rel="noopener">{ say(Key::OpenFull) }</a>
        </header>
    }
}

#[component]
fn ThemeChoice() -> Html {
    let chosen = use_state(|| storage::get("theme").unwrap_or_default());
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let theme = event.target_unchecked_into::<HtmlSelectElement>().value();
            page::set_theme(Some(theme.as_str()).filter(|theme| !theme.is_empty()));
            storage::set("theme", &theme);
            chosen.set(theme);
        })
    };
    let options = THEMES.iter().map(|(value, key)| ((*value).to_owned(), say(*key).to_owned(), *chosen == *value));
    select(say(Key::Theme), options.collect(), choose)
}
