//! What is loaded when it is asked for, and what stands in its place until it is there.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::parts::button;
use super::sheet::{Sheet, page as sheet};
use crate::platform::{chunks, page};
use crate::words::{self, Key, say};

/// How far a chunk has come.
#[derive(Clone, PartialEq)]
pub enum Arrival {
    Here,
    UnderWay,
    /// Why it did not come.
    Failed(String),
}

/// Loads a chunk when it is wanted; how far it has come, and what asks for it again.
#[hook]
pub fn use_chunk(name: &'static str, wanted: bool) -> (Arrival, Callback<MouseEvent>) {
    let arrival = use_state_eq(|| if chunk::CUT { Arrival::UnderWay } else { Arrival::Here });
    let attempt = use_state_eq(|| 0);
    let again = {
        let attempt = attempt.clone();
        Callback::from(move |_| attempt.set(*attempt + 1))
    };
    let now = (*arrival).clone();
    use_effect_with((wanted, *attempt), move |(wanted, attempt)| {
        if !wanted || *arrival == Arrival::Here {
            return;
        }
        arrival.set(Arrival::UnderWay);
        let anew = *attempt > 0;
        spawn_local(async move {
            arrival.set(chunks::load(name, anew).await.map_or(Arrival::Here, Arrival::Failed));
        });
    });
    (now, again)
}

/// Sets what stands in the place of a page that is not there yet.
pub fn waiting(heading: &str, arrival: &Arrival, again: Callback<MouseEvent>) -> Html {
    sheet("page waiting", |page| {
        page.title(heading);
        page.group(|page| under_way(page, "page-title", arrival, again));
    })
}

/// Says under a title how far it has come, and offers to ask for it again.
pub fn under_way(sheet: &mut Sheet, title: &'static str, arrival: &Arrival, again: Callback<MouseEvent>) {
    let (role, words) = match arrival {
        Arrival::Failed(reason) => ("alert", words::not_loaded(reason)),
        _ => ("status", say(Key::Loading).to_owned()),
    };
    sheet.within("p", "", |sheet| {
        sheet.attribute("role", AttrValue::Static(role));
        sheet.text(&words);
    });
    if let Arrival::Failed(_) = arrival {
        // The button goes: whoever used it is not left without a place.
        let again = again.reform(move |event| {
            page::focus(title);
            event
        });
        sheet.put(button(say(Key::Retry), again));
    }
}
