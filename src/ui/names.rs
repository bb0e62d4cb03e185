//! What each account calls the places; and who calls one of them what, where.

use yew::prelude::*;

use super::parts::{link, list, mark, table};
use super::shared::{Corpus, Shared};
use super::voices::to_passage;
use crate::compare::{Names, Spelling};
use crate::corpus::Place;
use crate::view::{Action, Page, View, encode};
use crate::words::{self, Key, say};

/// Sets the page: all places, or one.
pub fn names(shared: &Shared, view: &View, place: Option<&str>) -> Html {
    let corpus = &shared.corpus;
    let bundle = &corpus.bundle;
    let names = crate::compare::names(bundle, corpus.mentions());
    let Some(found) = names.iter().find(|names| Some(bundle.places[names.place].id.as_str()) == place) else {
        return all(corpus, view, &names);
    };
    let place = &bundle.places[found.place];
    let accounts = bundle.accounts.iter().zip(&found.accounts).map(|(account, spellings)| {
        html! {
            <section>
                <h2>{ mark(&account.id) }{ &account.name }</h2>
                if spellings.is_empty() { <p>{ say(Key::NotNamed) }</p> }
                { for spellings.iter().map(|spelling| uses(corpus, view, spelling)) }
            </section>
        }
    });
    html! {
        <div id="text" class="page stretches">
            <p>{ to(corpus, view, None, say(Key::AllNames)) }</p>
            <h1 id="page-title" tabindex="-1">{ &place.name }</h1>
            <p>{ words::place_line(place) }</p>
            if let Some(note) = &place.note { <p>{ note }</p> }
            { for accounts }
        </div>
    }
}

/// A link to the page of a place, or of all.
pub fn to(corpus: &Corpus, view: &View, place: Option<&Place>, text: &str) -> Html {
    let page = Page::Names { place: place.map(|place| place.id.clone()) };
    link(&encode(&view.after(Action::Open(page), &corpus.bundle), &corpus.bundle), html! { { text.to_owned() } }, None)
}

/// Uses of a spelling that are shown at once.
const AT_ONCE: usize = 8;

/// A spelling, and the words around each of its uses.
fn uses(corpus: &Corpus, view: &View, spelling: &Spelling) -> Html {
    let lines = spelling.uses.iter().map(|(d, p, range)| {
        let document = &corpus.bundle.documents[*d];
        let passage = &document.passages[*p];
        let [before, after] = passage.around(&document.text, *range);
        html! {
            <>
                { before }<b>{ &spelling.words }</b>{ after }
                <small>{ to_passage(corpus, view, &passage.id, words::named(document, passage)) }</small>
            </>
        }
    });
    let mut lines: Vec<Html> = lines.collect();
    let rest = lines.split_off(lines.len().min(AT_ONCE));
    html! {
        <>
            <h3>{ words::spelling(&spelling.words, spelling.uses.len()) }</h3>
            { list(lines) }
            if !rest.is_empty() {
                <details><summary>{ words::and_more(rest.len()) }</summary>{ list(rest) }</details>
            }
        </>
    }
}

fn all(corpus: &Corpus, view: &View, names: &[Names]) -> Html {
    let bundle = &corpus.bundle;
    let heads = [say(Key::Place)].into_iter().chain(bundle.accounts.iter().map(|account| account.name.as_str()));
    let heads: Vec<Html> = heads.map(|head| html! { { head.to_owned() } }).collect();
    let tables = [(true, Key::NamedBySeveral), (false, Key::NamedByOne)].map(|(several, title)| {
        let rows = names.iter().filter(|names| (names.named_by() > 1) == several).map(|names| {
            let place = &bundle.places[names.place];
            let cells = names.accounts.iter().map(|spellings| html! { { words::spellings(spellings) } });
            (to(corpus, view, Some(place), &place.name), cells.collect())
        });
        html! { <section><h2>{ say(title) }</h2>{ table(say(title), heads.clone(), rows.collect()) }</section> }
    });
    html! {
        <div id="text" class="page wide">
            <h1 id="page-title" tabindex="-1">{ say(Key::NamesTitle) }</h1>
            <p>{ say(Key::NamesNote) }</p>
            { for tables }
        </div>
    }
}
