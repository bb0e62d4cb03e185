//! The keyboard: single keys that can be switched off, F6 from pane to pane, and the sheet that names them.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::later::{Arrival, use_chunk};
use super::pages::pages;
use super::picked::{picked, use_picked, way};
use super::shared::{Corpus, Shared};
use crate::platform::{page, storage};
use crate::view::{Action, Page, View};
use crate::words::{Key, say};

const SHEET: &str = "keys";
const PREFERENCE: &str = "keys";

/// The panes that F6 goes through, in order; those that are not there are passed over.
const PANES: [&str; 4] = ["timeline", "text", "beside", "panel"];

const ROWS: [(&str, Key); 12] = [
    ("j", Key::KeyNextPassage),
    ("k", Key::KeyPreviousPassage),
    ("]", Key::KeyNextPeriod),
    ("[", Key::KeyPreviousPeriod),
    ("o", Key::KeyOpen),
    ("Esc", Key::KeyClose),
    ("c", Key::KeyCompare),
    ("r", Key::KeyRead),
    ("s", Key::KeySources),
    ("/", Key::Search),
    ("w", Key::Concordance),
    ("?", Key::KeyHelp),
];

#[derive(PartialEq, Properties)]
pub struct Props {
    pub shared: Shared,
    pub view: View,
}

#[component]
pub fn Keys(props: &Props) -> Html {
    let Shared { corpus, act, .. } = props.shared.clone();
    let (picked, selecting) = use_picked();
    let picked = picked.map(|words| way(&corpus, &props.view, &words));
    // What is selected may be copied next: what names its sources is fetched before.
    let (arrival, _) = use_chunk(selecting.then_some("pages"));
    let carrying = (selecting && arrival == Arrival::Here).then(|| (pages().carrying)(&corpus));
    let single = use_state(|| storage::get(PREFERENCE).as_deref() != Some("off"));
    {
        let deps = (props.view.clone(), *single);
        use_effect_with(deps, move |(view, single)| {
            let (view, single) = (view.clone(), *single);
            let listener = page::on_key(move |event| press(event, &view, single, &corpus, &act));
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
    html! {
        <>
            { for picked }
            { for carrying }
            <button type="button" class="quiet" onclick={|_| page::open_dialog(SHEET)}>{ say(Key::Keys) }</button>
            <dialog id={SHEET} aria-labelledby="keys-title">
                <h2 id="keys-title">{ say(Key::KeysTitle) }</h2>
                <table>
                    <tbody>
                        { for ROWS.iter().map(|(key, what)| html! {
                            <tr><th scope="row"><kbd>{ *key }</kbd></th><td>{ say(*what) }</td></tr>
                        }) }
                        <tr><th scope="row"><kbd>{ "F6" }</kbd></th><td>{ say(Key::KeyPanes) }</td></tr>
                    </tbody>
                </table>
                <label class="choice">
                    <input type="checkbox" checked={*single} onchange={toggle} />
                    { say(Key::KeysSingle) }
                </label>
                if !*single {
                    <p class="aside">{ say(Key::KeysNone) }</p>
                }
                <button type="button" onclick={|_| page::close_dialog(SHEET)}>{ say(Key::Close) }</button>
            </dialog>
        </>
    }
}

fn press(event: &web_sys::KeyboardEvent, view: &View, single: bool, corpus: &Corpus, act: &Callback<Action>) {
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
        "?" => page::open_dialog(SHEET),
        _ => return,
    }
    event.prevent_default();
}

/// The period after or before the one that passes under the heads, or that was chosen.
fn neighbour(view: &View, corpus: &Corpus, forward: bool) -> Option<String> {
    let periods = &corpus.bundle.periods;
    let passing = page::topmost(None, periods.iter().map(|period| format!("period-{}", period.id)));
    let passing = passing.as_deref().and_then(|id| id.strip_prefix("period-"));
    let at = passing.or(view.period.as_deref()).and_then(|id| periods.iter().position(|period| period.id == id));
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
