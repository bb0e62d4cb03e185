//! One hit: where it stands, what it says around the best spot, and ways to narrow the search by it.

use yew::prelude::*;

use super::Found;
use crate::corpus::{Dating, Day, Document, Interval, Passage};
use crate::search::{FilterField, Hit, pieces};
use crate::ui::shared::Shared;
use crate::ui::sheet::Sheet;
use crate::view::{Action, Page, View, encode};
use crate::words::{self, find};

/// Voices of a passage that are offered.
const VOICES: usize = 2;

/// What a hit is set with.
pub struct Place<'a> {
    pub shared: &'a Shared,
    pub view: &'a View,
    pub found: &'a Found,
    /// What was asked for.
    pub query: &'a str,
    pub narrow: &'a Callback<(FilterField, Option<String>)>,
}

/// The id of the link of a hit, by its place among all.
pub fn id(at: usize) -> String {
    format!("hit-{at}")
}

/// The id of the hit that was opened and is come back to.
pub const AGAIN: &str = "hit-again";

/// Sets a hit. `at` is its place among all, `current` whether Enter opens it, `again` whether it is come back to.
pub fn hit(page: &mut Sheet, place: &Place<'_>, hit: &Hit, at: usize, current: bool, again: bool) {
    let corpus = &place.shared.corpus;
    let document = &corpus.bundle.documents[hit.document as usize];
    let passage = &document.passages[hit.passage as usize];
    page.within("li", if current { "hit current" } else { "hit" }, |page| {
        page.key(&passage.id);
        page.set("data-passage", &passage.id);
        page.within("p", "hit-head", |page| {
            page.within("a", "place", |page| {
                page.set("id", &if again { AGAIN.to_owned() } else { id(at) });
                page.set("data-opens", "passage");
                page.set("href", &format!("#{}", opens(place, hit)));
                let (found, query, id) = (place.found.clone(), place.query.to_owned(), passage.id.clone());
                page.click(Callback::from(move |_| {
                    found.0.opened.replace(Some((query.clone(), id.clone())));
                }));
                page.text(&words::named(document, passage));
            });
            page.group(|page| narrowers(page, place, passage, hit));
        });
        page.within("p", "snippet", |page| snippet(page, document, passage, hit));
    });
}

/// Sets the ways to narrow the search by what a passage speaks of, and by whom it quotes: as far as what is shown tells.
fn narrowers(page: &mut Sheet, place: &Place<'_>, passage: &Passage, hit: &Hit) {
    if let Some(time) = hit.time(passage)
        && let Some(days) = days(time)
    {
        narrower(page, place, FilterField::Date, days, &words::date(&time.edtf));
    }
    let bundle = &place.shared.corpus.bundle;
    for speaker in hit.voices(passage).into_iter().take(VOICES).filter_map(|id| bundle.speaker(id)) {
        narrower(page, place, FilterField::Voice, speaker.id.clone(), &speaker.name);
    }
}

/// Sets the words around the best spot.
fn snippet(page: &mut Sheet, document: &Document, passage: &Passage, hit: &Hit) {
    page.set("lang", &document.language);
    let span = passage.span();
    if hit.snippet.start > span.start {
        page.text("… ");
    }
    for piece in pieces(document, passage, hit) {
        if piece.found {
            page.line("mark", "", &piece.text);
        } else {
            page.text(&piece.text);
        }
    }
    if hit.snippet.end < span.end {
        page.text(" …");
    }
}

/// Where a hit leads: to its row of Compare with the panel open, or into its document where it stands in no row.
fn opens(place: &Place<'_>, hit: &Hit) -> String {
    let corpus = &place.shared.corpus;
    let bundle = &corpus.bundle;
    let document = &bundle.documents[hit.document as usize];
    let passage = &document.passages[hit.passage as usize];
    let periods = corpus.grid.periods_of(hit.document as usize, hit.passage as usize);
    let id = |period: &usize| &bundle.periods[*period].id;
    // The one that was chosen before, if it stands there as well.
    let period = periods.iter().map(id).find(|id| Some(*id) == place.view.period.as_ref()).or(periods.first().map(id));
    let there = match period {
        Some(_) => Page::Compare,
        None => Page::Read { document: document.id.clone(), beside: None, original: false },
    };
    let mut view = place.view.after(Action::Open(there), bundle);
    if period.is_some() {
        view = view.after(Action::Choose(period.cloned()), bundle);
    }
    encode(&view.after(Action::Show(passage.id.clone()), bundle), bundle)
}

/// Sets a button that narrows the search.
fn narrower(page: &mut Sheet, place: &Place<'_>, field: FilterField, value: String, words: &str) {
    page.within("button", "narrower", |page| {
        page.set("type", "button");
        page.set("aria-label", &find::only(words));
        page.set("title", &find::only(words));
        page.click(place.narrow.reform(move |_| (field, Some(value.clone()))));
        page.text(words);
    });
}

/// Days as the query has them.
fn days(time: &Dating) -> Option<String> {
    match time.days {
        Interval { earliest: Some(first), latest: Some(last) } if first == last => Some(first.to_string()),
        Interval { earliest, latest } => {
            let end = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
            (earliest.is_some() || latest.is_some()).then(|| format!("{}..{}", end(earliest), end(latest)))
        }
    }
}
