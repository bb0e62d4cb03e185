//! The app: the view's state, its URL, its title and its focus.

use std::rc::Rc;

use yew::prelude::*;

use super::about::about;
use super::compare::Compare;
use super::header::header;
use super::keys::Keys;
use super::notices::notices;
use super::panel::panel;
use super::read::read;
use super::shared::{Corpus, Shared};
use super::sources::sources;
use crate::platform::{location, page};
use crate::view::{Action, Page, View, decode, encode};
use crate::words::{self, Key, say};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub corpus: Corpus,
}

/// What happens to the app's state.
enum Event {
    Act(Action),
    Follow(String),
    Dismiss,
}

struct State {
    corpus: Corpus,
    view: View,
    /// What the reader is told, once.
    notices: Vec<String>,
    /// Whether the URL is rewritten in place: the view came from a link, not from an action.
    replace: bool,
}

impl State {
    fn of_fragment(corpus: Corpus, fragment: &str) -> Self {
        let decoded = decode(fragment, &corpus.bundle);
        let notices = decoded.notices.iter().map(words::notice).collect();
        Self { corpus, view: decoded.view, notices, replace: true }
    }
}

impl Reducible for State {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let corpus = self.corpus.clone();
        Rc::new(match event {
            Event::Act(action) => {
                let view = self.view.after(action, &corpus.bundle);
                Self { corpus, view, notices: Vec::new(), replace: false }
            }
            Event::Follow(fragment) => Self::of_fragment(corpus, &fragment),
            Event::Dismiss => Self { corpus, view: self.view.clone(), notices: Vec::new(), replace: true },
        })
    }
}

#[component]
pub fn App(props: &Props) -> Html {
    let corpus = props.corpus.clone();
    let state = use_reducer(|| State::of_fragment(corpus, &location::fragment()));
    let view = &state.view;

    {
        let dispatcher = state.dispatcher();
        use_effect_with((), move |()| {
            let listener = location::on_fragment(move |fragment| dispatcher.dispatch(Event::Follow(fragment)));
            move || drop(listener)
        });
    }
    use_location(&state);
    use_title_and_focus(&state);

    let act = use_callback(state.dispatcher(), |action, dispatcher| dispatcher.dispatch(Event::Act(action)));
    let dismiss = use_callback(state.dispatcher(), |_, dispatcher| dispatcher.dispatch(Event::Dismiss));
    let shared = Shared { corpus: state.corpus.clone(), act };
    let content = match &view.page {
        Page::Compare => html! { <Compare shared={shared.clone()} view={view.clone()} /> },
        Page::Read { document, beside, original } => read(&shared, view, document, beside.as_deref(), *original),
        Page::Sources => sources(&shared.corpus),
        Page::About => about(&shared.corpus),
    };
    let desk = classes!("desk", view.passage.is_some().then_some("with-panel"));
    html! {
        <>
            <a class="skip" href="#content" onclick={skip}>{ say(Key::SkipToContent) }</a>
            { header(&shared.corpus, view) }
            { notices(&state.notices, &dismiss) }
            <div class={desk}>
                <main id="content" tabindex="-1">{ content }</main>
                { panel(&shared, view) }
            </div>
            <Keys {shared} view={view.clone()} />
        </>
    }
}

/// The skip link's target is an element, not a view: the fragment stays as it is.
fn skip(event: MouseEvent) {
    event.prevent_default();
    page::enter("content");
}

/// Keeps the address in step with the view.
#[hook]
fn use_location(state: &UseReducerHandle<State>) {
    let fragment = encode(&state.view, &state.corpus.bundle);
    let start = encode(&View::start(&state.corpus.bundle), &state.corpus.bundle);
    use_effect_with((fragment, state.replace), move |(fragment, replace)| {
        let current = location::fragment();
        // A bare address stays bare until the reader does something.
        if current != *fragment && !(current.is_empty() && *fragment == start) {
            location::set_fragment(fragment, *replace);
        }
    });
}

/// Sets the title; after a change of view moves the focus to what has changed, and brings it into sight.
#[hook]
fn use_title_and_focus(state: &UseReducerHandle<State>) {
    let before = use_mut_ref(|| None::<View>);
    let opener = use_mut_ref(|| None);
    let corpus = state.corpus.clone();
    use_effect_with(state.view.clone(), move |view| {
        page::set_title(&title(view, &corpus));
        let before = before.borrow_mut().replace(view.clone());
        let same_page = before.as_ref().is_some_and(|before| before.page == view.page);
        match &view.page {
            Page::Compare => {
                if let Some(period) = &view.period
                    && !(same_page && before.as_ref().and_then(|before| before.period.as_ref()) == Some(period))
                {
                    let row = format!("period-{period}");
                    page::scroll_to(&row);
                    if before.is_some() {
                        page::focus(&format!("{row}-title"));
                    }
                } else if before.is_some() && !same_page {
                    page::scroll_to("app");
                    page::focus("page-title");
                }
            }
            Page::Read { .. } => {
                let shown = view.passage.as_ref().filter(|_| !same_page);
                match shown {
                    Some(passage) => page::scroll_to(passage),
                    None if !same_page => page::scroll_to("app"),
                    None => {}
                }
                if before.is_some() && !same_page {
                    page::focus("page-title");
                }
            }
            Page::Sources | Page::About => {
                if before.is_some() && !same_page {
                    page::scroll_to("app");
                    page::focus("page-title");
                }
            }
        }
        let passage_before = before.as_ref().and_then(|before| before.passage.clone());
        match (&passage_before, &view.passage) {
            (None, Some(_)) => {
                *opener.borrow_mut() = page::focused();
                if before.is_some() {
                    page::focus("panel-title");
                }
            }
            (Some(old), Some(new)) if old != new => page::focus("panel-title"),
            (Some(_), None) if same_page => {
                let restored = opener.borrow_mut().take().is_some_and(|element| page::restore(&element));
                if !restored {
                    page::focus("content");
                }
            }
            _ => {}
        }
    });
}

fn title(view: &View, corpus: &Corpus) -> String {
    let bundle = &corpus.bundle;
    match &view.page {
        Page::Compare => {
            let period = view.period.as_ref().and_then(|id| bundle.period(id));
            words::page_title(say(Key::Compare), period.map(|period| period.title.as_str()))
        }
        Page::Read { document, .. } => {
            let document = bundle.document(document);
            words::page_title(say(Key::Read), document.map(|document| document.title.short.as_str()))
        }
        Page::Sources => words::page_title(say(Key::Sources), None),
        Page::About => words::page_title(say(Key::About), None),
    }
}
