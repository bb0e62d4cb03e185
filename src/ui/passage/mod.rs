//! One passage: its head, its text with footnotes opening in place.

mod text;

pub use text::Text;

use yew::prelude::*;

use super::lit::Seen;
use super::parts::mark;
use super::shared::Shared;
use crate::compare::{Entry, Hand, hand, voices};
use crate::corpus::Undated;
use crate::view::Action;
use crate::words::{self, Key, say};

/// Where and how a passage is shown in Compare.
pub struct Place<'a> {
    entry: &'a Entry,
    seen: &'a Seen,
    /// Whether its head names the account, too.
    by_account: bool,
}

impl<'a> Place<'a> {
    pub const fn of(entry: &'a Entry, seen: &'a Seen, by_account: bool) -> Self {
        Self { entry, seen, by_account }
    }
}

/// Sets a passage as it stands in a cell of Compare.
pub fn passage(shared: &Shared, place: &Place<'_>) -> Html {
    let bundle = &shared.corpus.bundle;
    let entry = place.entry;
    let document = &bundle.documents[entry.document];
    let passage = &document.passages[entry.passage];
    let selected = place.seen.shown.as_deref() == Some(passage.id.as_str());
    let show = {
        let id = passage.id.clone();
        shared.act.reform(move |_: MouseEvent| Action::Show(id.clone()))
    };
    let account = bundle.account(&document.account).filter(|_| place.by_account);
    let here: Vec<String> = entry.times.iter().map(|time| words::date(&passage.times[*time].edtf)).collect();
    let also: Vec<&str> = entry.also.iter().map(|period| bundle.periods[*period].short.as_str()).collect();
    let heard = shared.marking.voice.as_ref().and_then(|voice| hand(bundle, document, passage, voice));
    let second = heard == Some(Hand::Second);
    let voices = voices(bundle, passage, shared.marking.voice.as_deref().filter(|_| second));
    html! {
        <article
            key={passage.id.clone()}
            class={classes!("passage", selected.then_some("selected"))}
            data-passage={passage.id.clone()}
            data-account={account.map(|account| account.id.clone())}
        >
            <p class="passage-head">
                if let Some(account) = account {
                    { mark(&account.id) }
                    <span class="account-name">{ &account.short }</span>
                }
                <button
                    type="button"
                    class="place"
                    data-opens="passage"
                    aria-label={words::open_passage(document, passage)}
                    aria-expanded={selected.to_string()}
                    onclick={show}
                >
                    { words::named(document, passage) }
                </button>
                <span class="when">{ dates(&here, passage.undated) }</span>
                if second {
                    <strong class="second">{ say(Key::SecondHand) }</strong>
                }
                if !also.is_empty() || !voices.is_empty() {
                    <span class="more">
                        if !also.is_empty() {
                            <span class="also">{ words::also_under(&also) }</span>
                        }
                        if !voices.is_empty() {
                            <span class="voices">{ words::voices(&voices) }</span>
                        }
                    </span>
                }
            </p>
            <Text
                shared={shared.clone()}
                document={entry.document}
                passage={entry.passage}
                times={told_apart(passage, entry)}
                lit={place.seen.lit.of(&passage.id)}
            />
        </article>
    }
}

/// Which times are meant, where sentences can be told apart by them: the passage speaks of other periods too, and each
/// time of this one stands in words. A time that the whole passage rests on makes no sentence quieter.
fn told_apart(passage: &crate::corpus::Passage, entry: &Entry) -> Option<Vec<usize>> {
    let worded = entry.times.iter().all(|time| passage.times[*time].range.is_some());
    (!entry.also.is_empty() && worded).then(|| entry.times.clone())
}

fn dates(here: &[String], undated: Option<Undated>) -> String {
    let mut distinct: Vec<&str> = Vec::new();
    for date in here {
        if !distinct.contains(&date.as_str()) {
            distinct.push(date);
        }
    }
    match undated {
        Some(reason) => words::undated(reason).to_owned(),
        None => distinct.join("; "),
    }
}
