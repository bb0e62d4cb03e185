//! A view to pass on: its link, the code that puts it into another page, how it is cited, what of it is printed, and what
//! can be made a hand-out of.

use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::citing::Citing;
use super::edition::to_file;
use super::parts::{button, choice};
use super::share::{DIALOG, Props};
use super::sheet::{Sheet, sheet};
use crate::cite::Item;
use crate::notebook::PASSAGES_AT_MOST;
use crate::platform::{clipboard, clock, location, page, share, styles};
use crate::view::{Action, Layout, Page, View, encode};
use crate::words::{self, Key, Leaf, frame_code, leaf, say};

/// Link and code stand there to be copied by hand as well: a browser may refuse the clipboard.
#[component]
pub fn Sharing(props: &Props) -> Html {
    let said = use_state(|| "");
    use_memo((), |()| styles::add(styles::sheet!("sharing")));
    let own = use_state(|| false);
    let fragment = encode(&props.view, &props.corpus.bundle);
    let address = location::address(&fragment);
    let code = frame_code(&location::address_for_frames(&fragment), &props.title);
    let row = |page: &mut Sheet, id: &'static str, words: Leaf, text: &str, copying: &'static str| {
        page.within("label", "", |page| {
            page.set("for", id);
            page.text(leaf(words));
        });
        let (whole, said) = (text.to_owned(), said.clone());
        let copy = Callback::from(move |_: MouseEvent| {
            let (text, said) = (whole.clone(), said.clone());
            spawn_local(async move {
                let done = clipboard::copy(&text).await;
                if !done {
                    page::select(id);
                }
                said.set(if done { leaf(Leaf::Copied) } else { leaf(Leaf::CopyFailed) });
            });
        });
        page.within("div", "to-copy", |page| {
            page.put(html! { <input {id} type="text" readonly=true value={text.to_owned()} /> });
            page.put(button(copying, copy));
        });
    };
    sheet(|page| {
        row(page, "share-link", Leaf::ShareLink, &address, leaf(Leaf::CopyLink));
        page.group(|page| {
            if share::is_there() {
                page.put(button(leaf(Leaf::ShareOut), hand_out(props, &address, &said)));
            }
        });
        row(page, "share-frame", Leaf::ShareFrame, &code, leaf(Leaf::CopyFrame));
        page.within("p", "", |page| {
            page.set("role", "status");
            page.text(*said);
        });
        page.within("p", "", to_file);
        let name = words::view_title(&props.title);
        let item = Item::of_view(&props.corpus.bundle, "view", name, &address, clock::today());
        page.put(html! { <Citing {item} words={Leaf::CiteView} /> });
        printing(page, &props.view, &own);
        page.group(|page| for_class(page, props));
    })
}

/// The way to a hand-out of what the page shows: of the chosen period, where periods are compared.
fn for_class(page: &mut Sheet, props: &Props) {
    let row = props.view.period.as_ref().filter(|_| props.view.page == Page::Compare);
    let shown = page::passages_shown(&row.map_or("text".to_owned(), |period| format!("period-{period}")));
    if shown.is_empty() || matches!(props.view.page, Page::Handout { .. }) {
        return;
    }
    page.within("section", "", |page| {
        page.line("h3", "", say(Key::Handout));
        if shown.len() > PASSAGES_AT_MOST {
            return page.line("p", "", &words::too_many_for_handout(shown.len(), PASSAGES_AT_MOST));
        }
        let bundle = &props.corpus.bundle;
        let there = props.view.after(Action::Open(Page::Handout { of: shown.join(" ") }), bundle);
        page.within("p", "", |page| {
            page.within("a", "", |page| {
                page.set("href", &format!("#{}", encode(&there, bundle)));
                page.click(Callback::from(|_| page::close_dialog(DIALOG)));
                page.text(&words::to_handout_of(shown.len(), row.is_some()));
            });
        });
    });
}

/// Hands the address to whatever the system shares with. What the reader breaks off is not spoken of.
fn hand_out(props: &Props, address: &str, said: &UseStateHandle<&'static str>) -> Callback<MouseEvent> {
    let (title, address, said) = (props.title.clone(), address.to_owned(), said.clone());
    Callback::from(move |_| {
        let (title, address, said) = (title.clone(), address.clone(), said.clone());
        spawn_local(async move {
            said.set(if share::share(&title, &address).await { "" } else { leaf(Leaf::ShareFailed) });
        });
    })
}

/// What of the view is printed. Marks on the page say so to the styles as long as it is printed.
fn printing(page: &mut Sheet, view: &View, own: &UseStateHandle<bool>) {
    let compares = view.page == Page::Compare;
    let can_own = compares && view.layout != Layout::Dates;
    let print = |words: Leaf, whole: bool| {
        let own = **own && can_own;
        let print = move |_: MouseEvent| {
            let mut marks = Vec::new();
            if whole {
                marks.push((".comparison", "data-whole", ""));
            }
            if own {
                marks.push((".head-row, .cells", "data-own", leaf(Leaf::PrintedOwn)));
            }
            page::close_dialog(DIALOG);
            page::print(&marks);
        };
        button(leaf(words), Callback::from(print))
    };
    let set_own = {
        let own = own.clone();
        Callback::from(move |event: Event| own.set(event.target_unchecked_into::<HtmlInputElement>().checked()))
    };
    page.within("section", "printing", |page| {
        page.line("h3", "", leaf(Leaf::Print));
        page.group(|page| {
            if can_own {
                page.put(choice("checkbox", leaf(Leaf::PrintOwn), **own, set_own));
            }
        });
        page.group(|page| match (compares, &view.period) {
            (false, _) => page.put(print(Leaf::PrintPage, false)),
            (true, _) if view.alone => page.put(print(Leaf::PrintPeriod, true)),
            (true, Some(_)) => {
                page.put(print(Leaf::PrintPeriod, false));
                page.put(print(Leaf::PrintAll, true));
            }
            (true, None) => {
                page.put(print(Leaf::PrintAll, true));
                page.line("small", "", leaf(Leaf::PrintOne));
            }
        });
    });
}
