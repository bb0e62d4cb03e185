//! What edition this is, said quietly at the foot of every page; and the offer of a new release.

use yew::prelude::*;

use super::parts::button;
use super::sheet::sheet;
use crate::platform::edition::{self, Edition};
use crate::words::{self, Key, say};

/// The state of what is kept, followed.
#[hook]
fn use_offline() -> Option<String> {
    let state = use_state(edition::offline);
    let set = state.setter();
    use_effect_with((), move |()| {
        // It may have changed between the first look and this one.
        set.set(edition::offline());
        let listener = edition::on_change(move || set.set(edition::offline()));
        move || drop(listener)
    });
    (*state).clone()
}

/// Offers a release that waits. The region stays on the page, so that what is written into it is announced.
#[component]
pub fn Update() -> Html {
    let waits = use_offline().as_deref() == Some("update");
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

#[derive(PartialEq, Properties)]
pub struct Props {
    pub edition: Edition,
}

/// Says what can be counted on where there is no network.
#[component]
pub fn Standing(props: &Props) -> Html {
    let offline = use_offline();
    let said = match props.edition {
        Edition::App => offline.as_deref().and_then(words::offline),
        Edition::Embed => Some(say(Key::EditionEmbed)),
        Edition::File => Some(say(Key::EditionFile)),
    };
    sheet(|page| {
        page.within("p", "kept", |page| {
            page.group(|page| page.text(said.unwrap_or_default()));
            page.text(" ");
            page.group(|page| {
                if let Some(file) = edition::file() {
                    page.within("a", "", |page| {
                        page.set("href", &file);
                        page.set("download", "");
                        page.text(say(Key::TakeFile));
                    });
                }
            });
        });
    })
}
