//! How the comparison is laid out, and which accounts are shown.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::passing;
use crate::compare::is_voice;
use crate::platform::edition::Edition;
use crate::ui::parts::{choice, select};
use crate::ui::shared::Shared;
use crate::ui::sheet::{Sheet, sheet};
use crate::view::{Action, Layout, Mark, View};
use crate::words::{self, Key, say};

const LAYOUTS: [(Layout, Key); 3] =
    [(Layout::Columns, Key::LayoutColumns), (Layout::Dates, Key::LayoutDates), (Layout::Single, Key::LayoutSingle)];

#[derive(PartialEq, Properties)]
pub struct Props {
    pub shared: Shared,
    pub view: View,
}

/// The controls. Where there is little room, only the way to a period and what shows the others stand open.
#[component]
pub fn Arrange(props: &Props) -> Html {
    let Props { shared, view } = props;
    let Shared { corpus, act, .. } = shared;
    let open = use_state_eq(|| false);
    let layouts = LAYOUTS.iter().map(|(layout, key)| {
        let layout = *layout;
        choice("radio", say(*key), view.layout == layout, act.reform(move |_: Event| Action::LayOut(layout)))
    });
    let split = act.reform(|event: Event| Action::Split(event.target_unchecked_into::<HtmlInputElement>().checked()));
    let follow = act.reform(|event: Event| Action::Follow(event.target_unchecked_into::<HtmlInputElement>().checked()));
    let alone = {
        let (corpus, chosen) = (corpus.clone(), view.period.clone());
        act.reform(move |event: Event| {
            let read = passing(&corpus).map(|at| corpus.bundle.periods[at].id.clone());
            let one = event.target_unchecked_into::<HtmlInputElement>().checked();
            Action::Alone(one.then(|| read.or_else(|| chosen.clone()).unwrap_or_default()))
        })
    };
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
    sheet(|page| {
        page.within("section", "arrange", |page| {
            page.set("aria-label", say(Key::Arrange));
            page.put(select(say(Key::GoToPeriod), periods, go));
            page.within("button", "unfold", |page| {
                page.set("type", "button");
                page.set("aria-expanded", if *open { "true" } else { "false" });
                page.set("aria-controls", "choices");
                let (open, now) = (open.setter(), *open);
                page.click(Callback::from(move |_: MouseEvent| open.set(!now)));
                page.text(say(Key::MoreArrange));
            });
            page.within("div", if *open { "choices open" } else { "choices" }, |page| {
                page.set("id", "choices");
                page.put(select(say(Key::HearLabel), heard, hear));
                page.put(select(say(Key::MarkLabel), marks, mark));
                page.within("fieldset", "", |page| {
                    page.line("legend", "", say(Key::Layout));
                    for layout in layouts {
                        page.put(layout);
                    }
                });
                page.put(choice("checkbox", say(Key::OnePeriod), view.alone, alone));
                page.group(|page| {
                    if view.layout != Layout::Dates {
                        page.put(choice("checkbox", say(Key::SplitDocuments), view.split, split));
                    }
                });
                page.group(|page| {
                    if view.layout == Layout::Columns {
                        page.within("span", "if-beside", |page| {
                            page.put(choice("checkbox", say(Key::FollowColumns), view.follow, follow));
                        });
                    }
                });
                page.group(|page| hidden(page, shared, view));
            });
        });
    })
}

/// What is not shown, and what shows it.
fn hidden(page: &mut Sheet, shared: &Shared, view: &View) {
    let accounts = shared.corpus.bundle.accounts.iter().filter(|account| !view.columns.contains(&account.id));
    let accounts = accounts.map(|of| (of.id.as_str(), &of.name, &of.short, Action::Toggle(of.id.clone())));
    let mine = say(Key::MyAccount).to_owned();
    let offers = !view.own && shared.edition != Edition::Embed;
    let own = offers.then_some(("own", &mine, &mine, Action::Own(true)));
    let hidden: Vec<_> = accounts.chain(own).collect();
    if hidden.is_empty() {
        return;
    }
    page.within("p", "hidden-accounts", |page| {
        page.text(say(Key::Hidden));
        for (id, name, short, action) in hidden {
            page.within("button", "", |page| {
                page.set("type", "button");
                page.set("id", &format!("show-{id}"));
                page.set("aria-label", &words::show_column(name));
                page.click(shared.act.reform(move |_: MouseEvent| action.clone()));
                page.text(short);
            });
        }
    });
}
