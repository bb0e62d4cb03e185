//! A view to pass on: its link, and the code that puts it into another page.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::parts::button;
use super::shared::Corpus;
use super::sheet::{Sheet, sheet};
use crate::platform::{clipboard, location, page};
use crate::view::{View, encode};
use crate::words::{Key, frame_code, say};

const DIALOG: &str = "share";

#[derive(PartialEq, Properties)]
pub struct Props {
    pub corpus: Corpus,
    pub view: View,
    /// Of the view, for those who cannot see the frame.
    pub title: String,
}

/// Both stand there to be copied by hand as well: a browser may refuse the clipboard.
#[component]
pub fn Share(props: &Props) -> Html {
    let said = use_state(|| None::<Key>);
    let fragment = encode(&props.view, &props.corpus.bundle);
    let code = frame_code(&location::address_for_frames(&fragment), &props.title);
    let row = |page: &mut Sheet, id: &'static str, words: Key, text: String, copying: Key| {
        page.within("label", "", |page| {
            page.set("for", id);
            page.text(say(words));
        });
        page.put(html! { <textarea {id} readonly=true rows="3" value={text.clone()} /> });
        let said = said.clone();
        let copy = Callback::from(move |_| {
            let (text, said) = (text.clone(), said.clone());
            spawn_local(async move {
                let done = clipboard::copy(&text).await;
                if !done {
                    page::select(id);
                }
                said.set(Some(if done { Key::Copied } else { Key::CopyFailed }));
            });
        });
        page.put(button(say(copying), copy));
    };
    sheet(|page| {
        page.within("button", "quiet", |page| {
            page.set("type", "button");
            page.click(Callback::from(|_| page::open_dialog(DIALOG)));
            page.text(say(Key::Share));
        });
        page.within("dialog", "", |page| {
            page.set("id", DIALOG);
            page.set("aria-labelledby", "share-title");
            page.within("h2", "", |page| {
                page.set("id", "share-title");
                page.text(say(Key::ShareTitle));
            });
            row(page, "share-link", Key::ShareLink, location::address(&fragment), Key::CopyLink);
            row(page, "share-frame", Key::ShareFrame, code, Key::CopyFrame);
            page.within("p", "", |page| {
                page.set("role", "status");
                page.group(|page| page.text(said.map_or("", say)));
            });
            page.put(button(say(Key::Close), Callback::from(|_| page::close_dialog(DIALOG))));
        });
    })
}
