//! How the comparison is laid out, and which accounts are shown.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::compare::is_voice;
use crate::ui::parts::{choice, select};
use crate::ui::shared::Shared;
use crate::view::{Action, Layout, Mark, View};
use crate::words::{self, Key, say};

const LAYOUTS: [(Layout, Key); 3] =
    [(Layout::Columns, Key::LayoutColumns), (Layout::Dates, Key::LayoutDates), (Layout::Single, Key::LayoutSingle)];

/// Sets the controls.
pub fn arrange(shared: &Shared, view: &View) -> Html {
    let Shared { corpus, act, .. } = shared;
    let layouts = LAYOUTS.iter().map(|(layout, key)| {
        let layout = *layout;
        choice("radio", say(*key), view.layout == layout, act.reform(move |_: Event| Action::LayOut(layout)))
    });
    let split = act.reform(|event: Event| Action::Split(event.target_unchecked_into::<HtmlInputElement>().checked()));
    let follow = act.reform(|event: Event| Action::Follow(event.target_unchecked_into::<HtmlInputElement>().checked()));
    let go = act.reform(|event: Event| {
        let period = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::Choose(Some(period).filter(|period| !period.is_empty()))
    });
    let mut periods = vec![(String::new(), say(Key::AllPeriods).to_owned(), view.period.is_none())];
    periods.extend(
        corpus
            .bundle
            .periods
            .iter()
            .map(|period| (period.id.clone(), period.title.clone(), view.period.as_ref() == Some(&period.id))),
    );
    let marked = |mark: Mark, value: &str, key: Key| (value.to_owned(), say(key).to_owned(), view.mark == mark);
    let marks = vec![
        marked(Mark::Dates, "", Key::MarkDates),
        marked(Mark::Voices, "voices", Key::MarkVoices),
        marked(Mark::Names, "names", Key::MarkNames),
    ];
    let mark = act.reform(|event: Event| {
        Action::Mark(match event.target_unchecked_into::<HtmlSelectElement>().value().as_str() {
            "voices" => Mark::Voices,
            "names" => Mark::Names,
            _ => Mark::Dates,
        })
    });
    let bundle = &corpus.bundle;
    let mut heard = vec![(String::new(), say(Key::HearEveryone).to_owned(), view.voice.is_none())];
    let sides = bundle.accounts.iter().filter(|account| is_voice(bundle, &account.id));
    heard
        .extend(sides.map(|account| {
            (account.id.clone(), words::side(&account.short), view.voice.as_ref() == Some(&account.id))
        }));
    let one = view.voice.as_ref().and_then(|voice| bundle.speaker(voice));
    heard.extend(one.map(|speaker| (speaker.id.clone(), speaker.name.clone(), true)));
    let hear = act.reform(|event: Event| {
        let voice = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::Hear(Some(voice).filter(|voice| !voice.is_empty()))
    });
    let hidden: Vec<_> = corpus.bundle.accounts.iter().filter(|account| !view.columns.contains(&account.id)).collect();
    html! {
        <section class="arrange" aria-label={say(Key::Arrange)}>
            { select(say(Key::GoToPeriod), periods, go) }
            { select(say(Key::HearLabel), heard, hear) }
            { select(say(Key::MarkLabel), marks, mark) }
            <fieldset>
                <legend>{ say(Key::Layout) }</legend>
                { for layouts }
            </fieldset>
            if view.layout != Layout::Dates {
                { choice("checkbox", say(Key::SplitDocuments), view.split, split) }
            }
            if view.layout == Layout::Columns {
                { choice("checkbox", say(Key::FollowColumns), view.follow, follow) }
            }
            if !hidden.is_empty() || !view.own {
                <p class="hidden-accounts">
                    { say(Key::Hidden) }
                    { for hidden.iter().map(|account| {
                        let id = account.id.clone();
                        html! {
                            <button
                                type="button"
                                id={format!("show-{}", account.id)}
                                aria-label={words::show_column(&account.name)}
                                onclick={act.reform(move |_: MouseEvent| Action::Toggle(id.clone()))}
                            >
                                { &account.short }
                            </button>
                        }
                    }) }
                    if !view.own {
                        <button
                            type="button"
                            id="show-own"
                            aria-label={words::show_column(say(Key::MyAccount))}
                            onclick={act.reform(|_: MouseEvent| Action::Own(true))}
                        >
                            { say(Key::MyAccount) }
                        </button>
                    }
                </p>
            }
        </section>
    }
}
