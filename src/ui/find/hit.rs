//! One hit: where it stands, what it says around the best spot, and ways to narrow the search by it.

use yew::prelude::*;

use super::Found;
use crate::corpus::{Dating, Day, Interval};
use crate::search::{FilterField, Hit, pieces};
use crate::ui::shared::Shared;
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
pub fn hit(place: &Place<'_>, hit: &Hit, at: usize, current: bool, again: bool) -> Html {
    let corpus = &place.shared.corpus;
    let document = &corpus.bundle.documents[hit.document as usize];
    let passage = &document.passages[hit.passage as usize];
    let span = passage.span();
    let opened = {
        let (found, query, id) = (place.found.clone(), place.query.to_owned(), passage.id.clone());
        Callback::from(move |_: MouseEvent| {
            found.0.opened.replace(Some((query.clone(), id.clone())));
        })
    };
    let date = passage.times.first();
    let date = date.and_then(|time| narrower(place, FilterField::Date, days(time), words::date(&time.edtf)));
    let mut speakers: Vec<&str> = Vec::new();
    for voice in passage.speech.iter().filter_map(|stretch| stretch.voices.first()) {
        if !speakers.contains(&voice.speaker.as_str()) && speakers.len() < VOICES {
            speakers.push(&voice.speaker);
        }
    }
    let voices = speakers.into_iter().filter_map(|id| {
        let speaker = corpus.bundle.speaker(id)?;
        narrower(place, FilterField::Voice, Some(speaker.id.clone()), speaker.name.clone())
    });
    html! {
        <li key={passage.id.clone()} class={classes!("hit", current.then_some("current"))} data-passage={passage.id.clone()}>
            <p class="hit-head">
                <a
                    id={if again { AGAIN.to_owned() } else { id(at) }}
                    class="place"
                    data-opens="passage"
                    href={format!("#{}", opens(place, hit))}
                    onclick={opened}
                >
                    { words::named(document, passage) }
                </a>
                { for date }
                { for voices }
            </p>
            <p class="snippet" lang={document.language.clone()}>
                if hit.snippet.start > span.start { { "… " } }
                { for pieces(document, passage, hit).into_iter().map(|piece| {
                    if piece.found { html! { <mark>{ piece.text }</mark> } } else { html! { { piece.text } } }
                }) }
                if hit.snippet.end < span.end { { " …" } }
            </p>
        </li>
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

/// A button that narrows the search.
fn narrower(place: &Place<'_>, field: FilterField, value: Option<String>, words: String) -> Option<Html> {
    let value = value?;
    let onclick = place.narrow.reform(move |_: MouseEvent| (field, Some(value.clone())));
    Some(html! {
        <button type="button" class="narrower" title={find::only(&words)} {onclick}>{ words }</button>
    })
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
