//! The head of every page: the corpus's title, the pages, the theme, the help.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::parts::select;
use super::shared::Corpus;
use super::sheet::{Sheet, sheet};
use crate::platform::{location, page, storage};
use crate::view::{Action, Page, View, encode};
use crate::words::{Key, say};

const THEMES: [(&str, Key); 3] = [("", Key::ThemeSystem), ("light", Key::ThemeLight), ("dark", Key::ThemeDark)];

/// Sets the way to a page.
fn to(page: &mut Sheet, corpus: &Corpus, view: &View, there: Page, key: Key) {
    let current = std::mem::discriminant(&there) == std::mem::discriminant(&view.page);
    let fragment = encode(&view.after(Action::Open(there), &corpus.bundle), &corpus.bundle);
    page.within("a", "", |page| {
        page.set("href", &format!("#{fragment}"));
        if current {
            page.set("aria-current", "page");
        }
        page.text(say(key));
    });
}

/// Sets the head of the page, with what shares the view.
pub fn header(corpus: &Corpus, view: &View, share: Html) -> Html {
    let document = match &view.page {
        Page::Read { document, .. } => document.clone(),
        _ => corpus.bundle.documents.first().map(|document| document.id.clone()).unwrap_or_default(),
    };
    let pages = [
        (Page::Compare, Key::Compare),
        (Page::Read { document, beside: None, original: false }, Key::Read),
        (Page::Voices { speaker: None }, Key::Voices),
        (Page::Names { place: None }, Key::Names),
        (Page::claims(None), Key::Claims),
        (Page::Vocabulary { word: None }, Key::Vocabulary),
        (Page::Notebook, Key::Notebook),
        (Page::Sources, Key::SourcesShort),
        (Page::About, Key::About),
    ];
    sheet(|page| {
        page.within("header", "masthead", |page| {
            page.line("p", "brand", say(Key::AppName));
            page.within("nav", "", |page| {
                page.set("aria-label", say(Key::Pages));
                page.within("ul", "", |page| {
                    for (there, key) in pages {
                        page.within("li", "", |page| to(page, corpus, view, there, key));
                    }
                });
            });
            to(page, corpus, view, Page::search(), Key::Search);
            page.put(share);
            page.put(html! { <ThemeChoice /> });
        });
    })
}

/// Sets the head of a view in a frame: what it is, and the way to the whole.
pub fn header_in_frame(corpus: &Corpus, view: &View) -> Html {
    let there = location::address(&encode(view, &corpus.bundle));
    sheet(|page| {
        page.within("header", "masthead", |page| {
            page.line("p", "brand", &corpus.bundle.title);
            to(page, corpus, view, Page::search(), Key::Search);
            page.within("a", "", |page| {
                page.set("href", &there);
                page.set("target", "_blank");
                page.set("rel", "noopener");
                page.text(say(Key::OpenFull));
            });
        });
    })
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
