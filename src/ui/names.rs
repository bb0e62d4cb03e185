//! What each account calls the places; and who calls one of them what, where.

use yew::prelude::*;

use super::shared::{Corpus, Shared};
use super::sheet::{Sheet, page};
use super::voices::{heading, to_passage};
use crate::compare::{Names, Spelling};
use crate::corpus::{Observation, Place};
use crate::view::{Action, Page, View, encode};
use crate::words::{self, Leaf, leaf};

/// Sets the page: all places, or one.
pub fn names(shared: &Shared, view: &View, place: Option<&str>) -> Html {
    let corpus = &shared.corpus;
    let bundle = &corpus.bundle;
    let names = crate::compare::names(bundle, corpus.mentions());
    match names.iter().find(|names| Some(bundle.places[names.place].id.as_str()) == place) {
        Some(found) => page("page wide stretches", |page| one(page, corpus, view, found)),
        None => page("page wide", |page| all(page, corpus, view, &names)),
    }
}

fn one(page: &mut Sheet, corpus: &Corpus, view: &View, names: &Names) {
    let place = &corpus.bundle.places[names.place];
    page.within("p", "", |page| to(page, corpus, view, None, leaf(Leaf::AllNames)));
    page.title(&place.name);
    page.line("p", "", &words::place_line(place));
    page.note(place.note.as_deref());
    let of_place = |observation: &&Observation| observation.places.contains(&place.id);
    observed(page, corpus, view, corpus.bundle.naming.iter().filter(of_place), true);
    page.within("div", "answers", |page| {
        for (account, spellings) in corpus.bundle.accounts.iter().zip(&names.accounts) {
            page.within("section", "", |page| {
                heading(page, account);
                if spellings.is_empty() {
                    page.line("p", "", leaf(Leaf::NotNamed));
                }
                for spelling in spellings {
                    uses(page, corpus, view, spelling);
                }
            });
        }
    });
}

/// Sets a link to the page of a place, or of all.
fn to(page: &mut Sheet, corpus: &Corpus, view: &View, place: Option<&Place>, words: &str) {
    let there = Page::Names { place: place.map(|place| place.id.clone()) };
    page.link(&encode(&view.after(Action::Open(there), &corpus.bundle), &corpus.bundle), words);
}

/// Uses of a spelling that are shown at once.
const AT_ONCE: usize = 8;

/// A spelling, and the words around each of its uses.
fn uses(page: &mut Sheet, corpus: &Corpus, view: &View, spelling: &Spelling) {
    page.line("h3", "", &words::spelling(&spelling.words, spelling.uses.len()));
    lines(page, corpus, view, spelling, 0..spelling.uses.len().min(AT_ONCE));
    if spelling.uses.len() > AT_ONCE {
        page.within("details", "", |page| {
            page.line("summary", "", &words::and_more(spelling.uses.len() - AT_ONCE));
            lines(page, corpus, view, spelling, AT_ONCE..spelling.uses.len());
        });
    }
}

fn lines(page: &mut Sheet, corpus: &Corpus, view: &View, spelling: &Spelling, which: std::ops::Range<usize>) {
    page.within("ul", "", |page| {
        for (d, p, range) in &spelling.uses[which] {
            let document = &corpus.bundle.documents[*d];
            let passage = &document.passages[*p];
            let [before, after] = passage.around(&document.text, *range);
            page.within("li", "", |page| {
                page.text(&before);
                page.line("b", "", &spelling.words);
                page.text(&after);
                page.within("small", "", |page| to_passage(page, corpus, view, &passage.id));
            });
        }
    });
}

/// Observations that are shown at once.
const SEEN_AT_ONCE: usize = 8;

/// What editors have seen of the names, and the passages that show it; on the page of a place without the way to it.
fn observed<'a>(
    page: &mut Sheet,
    corpus: &Corpus,
    view: &View,
    observations: impl Iterator<Item = &'a Observation>,
    of_one: bool,
) {
    let observations: Vec<&Observation> = observations.collect();
    if observations.is_empty() {
        return;
    }
    let (first, more) = observations.split_at(observations.len().min(SEEN_AT_ONCE));
    let list = |page: &mut Sheet, observations: &[&Observation]| {
        page.within("ul", "", |page| {
            for observation in observations {
                page.within("li", "", |page| seen(page, corpus, view, observation, of_one));
            }
        });
    };
    page.within("section", "stretches observed", |page| {
        page.line("h2", "", leaf(Leaf::Observed));
        page.line("p", "", leaf(Leaf::ObservedNote));
        list(page, first);
        if !more.is_empty() {
            page.within("details", "", |page| {
                page.line("summary", "", &words::and_more(more.len()));
                list(page, more);
            });
        }
    });
}

fn seen(page: &mut Sheet, corpus: &Corpus, view: &View, observation: &Observation, of_one: bool) {
    page.text(&observation.observation);
    if !of_one {
        page.within("small", "", |page| {
            let places = observation.places.iter().filter_map(|id| corpus.bundle.place(id));
            in_line(page, places, |page, place| to(page, corpus, view, Some(place), &place.name));
        });
    }
    page.within("details", "", |page| {
        page.line("summary", "", &words::examples(observation.passages.len()));
        in_line(page, observation.passages.iter(), |page, id| to_passage(page, corpus, view, id));
    });
    page.note(observation.note.as_deref());
}

/// Sets things one after the other, with a point between them.
fn in_line<T>(page: &mut Sheet, all: impl Iterator<Item = T>, mut set: impl FnMut(&mut Sheet, T)) {
    for (i, one) in all.enumerate() {
        if i > 0 {
            page.text(" · ");
        }
        set(page, one);
    }
}

fn all(page: &mut Sheet, corpus: &Corpus, view: &View, names: &[Names]) {
    page.title(leaf(Leaf::NamesTitle));
    page.line("p", "", leaf(Leaf::NamesNote));
    observed(page, corpus, view, corpus.bundle.naming.iter(), false);
    let (various, alike): (Vec<&Names>, Vec<&Names>) = names.iter().partition(|names| names.spellings() > 1);
    page.line("h2", "", leaf(Leaf::NamedVariously));
    table(page, corpus, view, Leaf::NamedVariously, &various);
    page.within("details", "", |page| {
        page.line("summary", "", &words::one_spelling(alike.len()));
        table(page, corpus, view, Leaf::NamedAlike, &alike);
    });
}

fn table(page: &mut Sheet, corpus: &Corpus, view: &View, title: Leaf, all: &[&Names]) {
    page.table(corpus, leaf(title).to_owned(), leaf(Leaf::Place), |page| {
        for names in all {
            let place = &corpus.bundle.places[names.place];
            let head = |page: &mut Sheet| to(page, corpus, view, Some(place), &place.name);
            page.across(corpus, head, |page, account| page.text(&words::spellings(&names.accounts[account])));
        }
    });
}
