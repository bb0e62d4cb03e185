//! What edition this is, said quietly at the foot of every page; and the offer of a new release.

use yew::prelude::*;

use super::kept::use_kept;
use super::parts::button;
use super::sheet::{Sheet, sheet};
use crate::platform::edition::{self, Edition};
use crate::words::{self, Key, say};

/// The state of what is kept, followed.
#[hook]
pub fn use_offline() -> Option<String> {
    let state = use_state(edition::offline);
    let set = state.setter();
    use_kept(move || {
        // It may have changed between the first look and this one.
        set.set(edition::offline());
        edition::on_change(move || set.set(edition::offline()))
    });
    (*state).clone()
}

/// Offers a release that waits. The region stays on the page, so that what is written into it is announced.
pub fn update(offline: Option<&str>) -> Html {
    let waits = offline == Some("update");
    sheet(|page| {
        page.within("div", "update", |page| {
            page.set("role", "status");
            if waits {
                page.line("p", "", say(Key::UpdateThere));
                page.put(button(say(Key::UpdateNow), Callback::from(|_| edition::update())));
            }
        });
    })
}

/// Says what can be counted on where there is no network.
pub fn standing(edition: Edition, offline: Option<&str>) -> Html {
    let said = match edition {
        Edition::App => offline.and_then(words::offline),
        Edition::Embed => Some(say(Key::EditionEmbed)),
        Edition::File => Some(say(Key::EditionFile)),
    };
    sheet(|page| {
        page.within("p", "kept", |page| {
            page.group(|page| page.text(said.unwrap_or_default()));
            page.text(" ");
            to_file(page);
        });
    })
}

/// Sets the way to the whole as one file, where the host has it.
pub fn to_file(page: &mut Sheet) {
    page.group(|page| {
        if let Some(file) = edition::file() {
            page.within("a", "", |page| {
                page.set("href", &file);
                page.set("download", "");
                page.text(say(Key::TakeFile));
            });
        }
    });
}
