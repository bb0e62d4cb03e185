//! The keyboard: single keys that can be switched off, F6 from pane to pane, and the way to the list of them.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::compare::passing;
use super::later::use_dialog;
use super::pages::pages;
use super::picked::{picked, use_picked};
use super::shared::{Corpus, Shared};
use super::sheet::sheet;
use crate::platform::{page, storage};
use crate::view::{Action, Page, View};
use crate::words::{Key, say};

const PREFERENCE: &str = "keys";

/// The panes that F6 goes through, in order; those that are not there are passed over.
const PANES: [&str; 4] = ["timeline", "text", "beside", "panel"];

#[derive(PartialEq, Properties)]
pub struct Props {
    pub shared: Shared,
    pub view: View,
}

#[component]
pub fn Keys(props: &Props) -> Html {
    let Shared { corpus, act, .. } = props.shared.clone();
    let (stand, carrying) = use_picked(&props.shared, &props.view);
    let single = use_state(|| storage::get(PREFERENCE).as_deref() != Some("off"));
    let list = use_dialog("keys", "keys-title");
    let help = list.open.clone();
    {
        let deps = (props.view.clone(), *single);
        use_effect_with(deps, move |(view, single)| {
            let (view, single) = (view.clone(), *single);
            let listener = page::on_key(move |event| press(event, &view, single, &corpus, &act, &help));
            move || drop(listener)
        });
    }
    let toggle = {
        let single = single.clone();
        Callback::from(move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            storage::set(PREFERENCE, if on { "on" } else { "off" });
            single.set(on);
        })
    };
    sheet(|page| {
        page.group(|page| page.put(stand));
        page.group(|page| page.put(html! { { for carrying } }));
        list.set(page, say(Key::Keys), say(Key::KeysTitle), || (pages().keys)(*single, toggle));
    })
}

fn press(
    event: &web_sys::KeyboardEvent,
    view: &View,
    single: bool,
    corpus: &Corpus,
    act: &Callback<Action>,
    help: &Callback<()>,
) {
    if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let key = event.key();
    if key == "F6" {
        event.prevent_default();
        return cycle(event.shift_key());
    }
    if page::is_typing(event) || page::is_in_dialog() {
        return;
    }
    if key == "Escape" {
        if view.passage.is_some() {
            act.emit(Action::Hide);
        }
        return;
    }
    if !single {
        return;
    }
    let document = || corpus.bundle.documents.first().map(|document| document.id.clone()).unwrap_or_default();
    match key.as_str() {
        "j" => page::step_passage(true),
        "k" => page::step_passage(false),
        "]" | "[" if view.page == Page::Compare => {
            if let Some(period) = neighbour(view, corpus, key == "]") {
                act.emit(Action::Choose(Some(period)));
            }
        }
        "o" => {
            if let Some(passage) = page::focused_passage() {
                act.emit(Action::Show(passage));
            }
        }
        "c" => act.emit(Action::Open(Page::Compare)),
        "r" => act.emit(Action::Open(Page::Read { document: document(), beside: None, original: false })),
        "s" => act.emit(Action::Open(Page::Sources)),
        "/" if page::is_there("query") => page::select("query"),
        "/" => act.emit(Action::Open(Page::search())),
        "w" => act.emit(Action::Open(Page::concordance(picked().unwrap_or_default()))),
        "m" => drop(page::enter("picked")),
        "n" => act.emit(Action::Open(Page::Notebook)),
        "?" => help.emit(()),
        _ => return,
    }
    event.prevent_default();
}

/// The period after or before the one that passes under the heads, or that was chosen.
fn neighbour(view: &View, corpus: &Corpus, forward: bool) -> Option<String> {
    let periods = &corpus.bundle.periods;
    let chosen = || periods.iter().position(|period| view.period.as_ref() == Some(&period.id));
    let at = passing(corpus).or_else(chosen);
    let to = match (at, forward) {
        (Some(at), true) => at + 1,
        (Some(at), false) => at.checked_sub(1)?,
        (None, _) => 0,
    };
    periods.get(to).map(|period| period.id.clone())
}

fn cycle(back: bool) {
    let at = PANES.iter().position(|pane| page::has_focus_within(pane));
    let count = PANES.len();
    let from = at.unwrap_or(if back { 0 } else { count - 1 });
    for step in 1..=count {
        let to = if back { (from + count - step) % count } else { (from + step) % count };
        if page::enter(PANES[to]) {
            return;
        }
    }
}
