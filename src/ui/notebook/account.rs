//! The reader's own account: a text for each period, and one for the whole.

use std::rc::Rc;

use yew::prelude::*;

use super::session::{Session, use_session};
use super::{described, light};
use crate::notebook::{Change, Part, Slot, misquoted};
use crate::platform::page;
use crate::ui::shared::Shared;
use crate::ui::sheet::{Sheet, sheet};
use crate::view::{Page, View, encode};
use crate::words::desk::{self, Desk, desk};
use crate::words::notebook as words;

/// The parts that an account is set out in, beside its text.
pub const PARTS: [Part; 5] = [Part::Question, Part::Claim, Part::Evidence, Part::CounterEvidence, Part::Reliability];

/// Sets the cell of a period.
pub fn entry(shared: &Shared, period: Option<&str>) -> Html {
    let period = period.map(str::to_owned);
    html! { <Entry shared={shared.clone()} {period} /> }
}

#[derive(PartialEq, Properties)]
struct Props {
    shared: Shared,
    period: Option<String>,
}

#[component]
fn Entry(props: &Props) -> Html {
    let session = use_session(&props.shared);
    let bundle = &props.shared.corpus.bundle;
    let there = View { page: Page::Notebook, period: props.period.clone(), ..View::start(bundle) };
    sheet(|page| {
        page.within("div", "entry", |page| {
            part(page, &session, props.period.as_deref(), Part::Text);
            page.within("p", "more", |page| {
                page.link(&encode(&there, bundle), desk(Desk::Parts));
            });
        });
    })
}

/// Sets a part of the account: what is written there, to be read and to be changed.
pub fn part(page: &mut Sheet, session: &Rc<Session>, period: Option<&str>, part: Part) {
    let bundle = &session.corpus.bundle;
    let slot = Slot { period: period.map(str::to_owned), part };
    let of = period.and_then(|id| bundle.period(id)).map_or(words::WHOLE, |period| period.title.as_str());
    let state = session.state();
    let text = state.notebook.written(&slot);
    let change = {
        let (session, slot) = (Rc::clone(session), slot.clone());
        Callback::from(move |text: String| session.change(vec![Change::Account(slot.clone(), Some(text))]))
    };
    let misquoted = misquoted(text, bundle);
    let told = format!("misquoted-{}-{}", period.unwrap_or_default(), part.name());
    let name = Some(desk::part_of(words::part(part), of));
    let by = (!misquoted.is_empty()).then(|| told.clone());
    page.put(described(None, words::part(part), name, by, text, change));
    // On paper, and where no field fits its text.
    light(page, text);
    page.group(|page| {
        if misquoted.is_empty() {
            return;
        }
        page.within("ul", "misquoted", |page| {
            page.set("id", &told);
            for misquoted in &misquoted {
                page.line("li", "", &words::misquoted(misquoted));
            }
        });
    });
}

/// Brings the entry of a period into sight.
pub fn reveal(period: &str) {
    page::scroll_to(&format!("entry-{period}"));
}
