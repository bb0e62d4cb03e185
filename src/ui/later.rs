//! What is loaded when it is asked for, and what stands in its place until it is there.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::parts::button;
use super::sheet::{Sheet, page as sheet};
use crate::platform::{self, chunks, page};
use crate::words::{self, Key, say};

/// How far a chunk has come.
#[derive(Clone, PartialEq)]
pub enum Arrival {
    Here,
    UnderWay,
    /// Why it did not come.
    Failed(String),
}

/// Loads a chunk where one is wanted; how far it has come, and what asks for it again.
#[hook]
pub fn use_chunk(wanted: Option<&'static str>) -> (Arrival, Callback<MouseEvent>) {
    // Those that are there, and how far the last one has come that was not.
    let there = use_mut_ref(Vec::<&'static str>::new);
    let arrival = use_state(|| Arrival::UnderWay);
    let attempt = use_state_eq(|| 0);
    let again = {
        let attempt = attempt.clone();
        Callback::from(move |_| attempt.set(*attempt + 1))
    };
    let is_there = !chunk::CUT || wanted.is_none_or(|name| there.borrow().contains(&name));
    let now = match &*arrival {
        _ if is_there => Arrival::Here,
        // The one before is there; this one has not been asked for yet.
        Arrival::Here => Arrival::UnderWay,
        other => other.clone(),
    };
    use_effect_with((wanted, *attempt), move |(wanted, attempt)| {
        let Some(name) = wanted.filter(|_| !is_there) else { return };
        arrival.set(Arrival::UnderWay);
        let anew = *attempt > 0;
        spawn_local(async move {
            let failed = chunks::load(name, anew).await;
            if failed.is_none() {
                there.borrow_mut().push(name);
            }
            arrival.set(failed.map_or(Arrival::Here, Arrival::Failed));
        });
    });
    (now, again)
}

/// A dialog whose content comes with the chunk of the pages when it is opened first.
pub struct Dialog {
    id: &'static str,
    title: &'static str,
    is_asked: bool,
    arrival: Arrival,
    again: Callback<MouseEvent>,
    /// Opens it.
    pub open: Callback<()>,
}

/// A dialog with this id, and the id of its title.
#[hook]
pub fn use_dialog(id: &'static str, title: &'static str) -> Dialog {
    let asked = use_state_eq(|| false);
    let (arrival, again) = use_chunk(asked.then_some("pages"));
    let open = use_callback(asked.setter(), move |(), asked| {
        asked.set(true);
        page::open_dialog(id);
    });
    Dialog { id, title, is_asked: *asked, arrival, again, open }
}

impl Dialog {
    /// Sets the button that opens it, and the dialog.
    pub fn set(self, sheet: &mut Sheet, name: &str, heading: &str, content: impl FnOnce() -> Html) {
        let Self { id, title, is_asked, arrival, again, open } = self;
        sheet.within("button", "quiet", |sheet| {
            sheet.set("type", "button");
            sheet.click(open.reform(|_| ()));
            sheet.text(name);
        });
        // On a page that is set in advance it could not be opened.
        if !platform::IS_THERE {
            return;
        }
        sheet.within("dialog", "", |sheet| {
            sheet.set("id", id);
            sheet.set("aria-labelledby", title);
            sheet.within("h2", "", |sheet| {
                sheet.landing(title);
                sheet.text(heading);
            });
            sheet.group(|sheet| match arrival {
                _ if !is_asked => {}
                Arrival::Here => sheet.put(content()),
                _ => under_way(sheet, title, &arrival, again),
            });
            sheet.put(button(say(Key::Close), Callback::from(move |_| page::close_dialog(id))));
        });
    }
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
