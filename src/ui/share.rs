//! The way to pass a view on. What the dialog offers comes with the pages, when it is first opened.

use yew::prelude::*;

use super::later::{Arrival, under_way, use_chunk};
use super::pages::pages;
use super::parts::button;
use super::shared::Corpus;
use super::sheet::sheet;
use crate::platform::page;
use crate::view::View;
use crate::words::{Key, say};

/// The id of the dialog.
pub const DIALOG: &str = "share";

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub corpus: Corpus,
    pub view: View,
    /// Of the view, for those who cannot see it.
    pub title: String,
}

#[component]
pub fn Share(props: &Props) -> Html {
    let asked = use_state_eq(|| false);
    let (arrival, again) = use_chunk(asked.then_some("pages"));
    let open = {
        let asked = asked.clone();
        Callback::from(move |_| {
            asked.set(true);
            page::open_dialog(DIALOG);
        })
    };
    sheet(|page| {
        page.within("button", "quiet", |page| {
            page.set("type", "button");
            page.click(open);
            page.text(say(Key::Share));
        });
        page.within("dialog", "", |page| {
            page.set("id", DIALOG);
            page.set("aria-labelledby", "share-title");
            page.within("h2", "", |page| {
                page.landing("share-title");
                page.text(say(Key::ShareTitle));
            });
            page.group(|page| match arrival {
                _ if !*asked => {}
                Arrival::Here => page.put((pages().sharing)(props)),
                _ => under_way(page, "share-title", &arrival, again),
            });
            page.put(button(say(Key::Close), Callback::from(|_| page::close_dialog(DIALOG))));
        });
    })
}
