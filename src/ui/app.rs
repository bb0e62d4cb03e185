//! The app: the view's state, its URL, its title and its focus.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::compare::{Compare, all_in_sight};
use super::edition::{standing, update, use_offline};
use super::find::find;
use super::header::{header, header_in_frame};
use super::kept::use_kept;
use super::keys::Keys;
use super::later::{Arrival, use_chunk, waiting};
use super::lit::Lit;
use super::notebook::{is_wanted, notebook};
use super::notices::notices;
use super::pages::pages;
use super::panel::panel;
use super::printed::printed;
use super::share::Share;
use super::shared::{Corpus, Marking, Shared};
use super::sheet::sheet;
use crate::platform::edition::Edition;
use crate::platform::{location, page, selection};
use crate::view::{Action, Page, View, decode, encode};
use crate::words::{self, Key, say};

/// The element that the app stands in.
const APP: &str = "app";

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub corpus: Corpus,
    pub edition: Edition,
    /// What is shown first.
    pub fragment: String,
    /// Which rows of Compare are set, where not all are.
    pub rows: Option<Range<usize>>,
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
    /// What the last action has led to, for those who do not see it.
    said: Option<String>,
    /// What takes the focus when the control that was used has moved or gone.
    focus: Option<String>,
    /// Counts what the reader asked for: the same twice is asked for twice.
    turn: u32,
    /// Whether the URL is rewritten in place: the view came from a link, not from an action.
    replace: bool,
}

impl State {
    fn of_fragment(corpus: Corpus, fragment: &str, turn: u32) -> Self {
        let decoded = decode(fragment, &corpus.bundle);
        let notices = decoded.notices.iter().map(words::notice).collect();
        let mut view = decoded.view;
        // The passage that a link asks for is in sight, whichever account was.
        if let Some((document, _)) = view.passage.as_ref().and_then(|id| corpus.bundle.passage(id))
            && view.page == Page::Compare
            && !all_in_sight(view.layout)
        {
            view = view.after(Action::Face(document.account.clone()), &corpus.bundle);
        }
        Self { corpus, view, notices, said: None, focus: None, turn, replace: true }
    }
}

impl Reducible for State {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let corpus = self.corpus.clone();
        Rc::new(match event {
            Event::Act(action) => {
                let focus = heir(&action, &self.view);
                // What is typed is no step of its own.
                let replace = matches!(action, Action::Refine(_));
                let view = self.view.after(action, &corpus.bundle);
                let said = words::arranged(&self.view, &view, &corpus.bundle);
                // While one chooses from the list, the focus stays there.
                let below = || corpus.bundle.period(view.period.as_ref().filter(|_| page::is_choosing())?);
                let said = said.or_else(|| below().map(|period| words::below(&period.title)));
                Self { corpus, view, notices: Vec::new(), said, focus, turn: self.turn + 1, replace }
            }
            Event::Follow(fragment) => Self::of_fragment(corpus, &fragment, self.turn + 1),
            Event::Dismiss => Self {
                corpus,
                view: self.view.clone(),
                notices: Vec::new(),
                said: None,
                focus: Some("content".to_owned()),
                turn: self.turn,
                replace: true,
            },
        })
    }
}

/// Moving a column moves its controls, hiding it takes them away: the focus goes to the one that undoes it.
fn heir(action: &Action, view: &View) -> Option<String> {
    match action {
        Action::Move(account, by) => {
            let at = view.columns.iter().position(|column| column == account)?.saturating_add_signed(*by);
            let at_end = if *by < 0 { at == 0 } else { at + 1 >= view.columns.len() };
            Some(format!("{}-{account}", if (*by < 0) == at_end { "right" } else { "left" }))
        }
        Action::Toggle(account) if view.columns.contains(account) => Some(format!("show-{account}")),
        Action::Toggle(account) => Some(format!("hide-{account}")),
        Action::Own(own) => Some(if *own { "hide-own" } else { "show-own" }.to_owned()),
        _ => None,
    }
}

#[component]
pub fn App(props: &Props) -> Html {
    let Props { corpus, edition, fragment, rows } = props.clone();
    let state = use_reducer(|| State::of_fragment(corpus, &fragment, 0));
    let view = &state.view;

    let dispatcher = state.dispatcher();
    use_kept(move || location::on_fragment(&fragment, move |new| dispatcher.dispatch(Event::Follow(new))));
    let offline = use_offline();
    let offline = offline.as_deref();
    let finds = is_find(&view.page);
    let (arrival, again) = use_chunk(match &view.page {
        Page::Compare => None,
        Page::Notebook | Page::Guided { .. } | Page::Handout { .. } => Some("notebook"),
        _ if finds => Some("find"),
        _ => Some("pages"),
    });
    // What is known of a passage comes with the pages.
    let (known, known_again) = use_chunk(view.passage.as_ref().map(|_| "pages"));
    // The notebook comes where its page or column is asked for, with the panel, and where one is kept.
    let wanted = edition != Edition::Embed && is_wanted(view);
    let (noted, noted_again) = use_chunk(wanted.then_some("notebook"));
    let lit = use_state_eq(Lit::default);
    // Rows above the one that is asked for grow with the reader's own account.
    let owned = view.page != Page::Compare || !(wanted && view.own) || noted != Arrival::UnderWay;
    let there = arrival == Arrival::Here;
    use_location(&state);
    let memory = use_mut_ref(Memory::default);
    use_title_and_focus(&state, there && owned, &memory);

    let act = use_callback(state.dispatcher(), |action, dispatcher| dispatcher.dispatch(Event::Act(action)));
    let dismiss = use_callback(state.dispatcher(), |_, dispatcher| dispatcher.dispatch(Event::Dismiss));
    let light = use_callback(lit.setter(), |light, lit| lit.set(light));
    let shared = Shared { corpus: state.corpus.clone(), act, light, marking: Marking::of(view), edition };
    let content = match &view.page {
        Page::Compare => {
            let (lit, notebook) = (Lit::clone(&lit), noted.clone());
            let first = memory.borrow().left_at(view, &state.corpus);
            html! { <Compare shared={shared.clone()} view={view.clone()} {rows} {first} {lit} {notebook} /> }
        }
        Page::Notebook | Page::Guided { .. } | Page::Handout { .. } if there => (notebook().page)(&shared, view),
        _ if there && finds => find()(&shared, view),
        _ if there => (pages().page)(&shared, view, &lit),
        _ => waiting(heading(view, &state.corpus), &arrival, again),
    };
    let title = title(view, &shared.corpus);
    let printed = printed(&shared.corpus, view, &title, edition != Edition::File);
    let share = match edition {
        Edition::App => html! { <Share corpus={shared.corpus.clone()} view={view.clone()} {title} /> },
        // A frame leads to the app; a file on a disk has no address that others could use.
        Edition::Embed | Edition::File => html! {},
    };
    sheet(|page| {
        page.within("a", "skip", |page| {
            page.set("href", "#content");
            page.click(Callback::from(skip));
            page.text(say(Key::SkipToContent));
        });
        page.put(match edition {
            Edition::Embed => header_in_frame(&shared.corpus, view),
            Edition::App | Edition::File => header(&shared.corpus, view, share),
        });
        page.put(printed);
        page.put(update(offline));
        page.put(notices(&state.notices, &dismiss));
        page.within("p", "unseen", |page| {
            page.set("role", "status");
            page.text(state.said.as_deref().unwrap_or_default());
        });
        page.within("div", if view.passage.is_some() { "desk with-panel" } else { "desk" }, |page| {
            page.within("main", "", |page| {
                page.landing("content");
                page.put(content);
            });
            page.put(panel(&shared, view, &lit, (&known, &known_again), (&noted, &noted_again)));
        });
        page.within("footer", "foot", |page| {
            page.put(standing(edition, offline));
            page.put(html! { <Keys shared={shared.clone()} view={view.clone()} /> });
        });
    })
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
    use_effect_with((fragment, state.replace, state.turn), move |(fragment, replace, _)| {
        let current = location::fragment();
        // A bare address stays bare until the reader does something.
        if current != *fragment && !(current.is_empty() && *fragment == start) {
            location::set_fragment(fragment, *replace);
        }
    });
}

/// What is remembered of the page while it changes.
#[derive(Default)]
struct Memory {
    /// The view before.
    view: Option<View>,
    /// The last view of Compare, the row that passed under its heads, and how far below the window's top it began;
    /// above the rows, where the app began.
    compare: Option<View>,
    row: Option<String>,
    top: f64,
    /// Whether another page was asked for meanwhile, which has not come.
    left: bool,
    /// What had the focus when the panel was opened.
    opener: Option<page::Focused>,
}

impl Memory {
    /// The row in which this view of Compare was left.
    fn left_at(&self, view: &View, corpus: &Corpus) -> Option<usize> {
        let row = self.row.as_ref().filter(|_| self.compare.as_ref() == Some(view))?;
        rows(corpus).position(|other| other == *row)
    }
}

/// Sets the title; after a change of view moves the focus to what has changed, and brings it into sight, as soon as it
/// is there.
#[hook]
fn use_title_and_focus(state: &UseReducerHandle<State>, there: bool, memory: &Rc<RefCell<Memory>>) {
    let memory = memory.clone();
    let corpus = state.corpus.clone();
    {
        let (memory, corpus) = (memory.clone(), corpus.clone());
        let remember = move || {
            let mut memory = memory.borrow_mut();
            // A shorter page that takes its place scrolls as well, before it is known here.
            if page::is_there("timeline") && memory.view.as_ref().is_some_and(|view| view.page == Page::Compare) {
                memory.row = page::topmost(None, rows(&corpus));
                memory.top = page::top(memory.row.as_deref().unwrap_or(APP));
            }
        };
        use_kept(move || page::on_scroll(None, remember));
    }
    use_effect_with((state.view.clone(), state.turn, state.focus.clone(), there), move |(view, _, focus, there)| {
        page::set_title(&title(view, &corpus));
        if !there {
            if memory.borrow().view.is_some() {
                page::focus("page-title");
            }
            memory.borrow_mut().left = true;
            return;
        }
        // Scrolling and focusing call back into the memory: it is not held while they are asked for.
        let (before, was, row, top, left) = {
            let mut memory = memory.borrow_mut();
            let left = std::mem::take(&mut memory.left);
            let before = memory.view.replace(view.clone());
            let was = memory.compare.clone();
            if view.page == Page::Compare {
                memory.compare = Some(view.clone());
            }
            (before, was, memory.row.clone(), memory.top, left)
        };
        let opened = before.is_some();
        let same_page = !left && before.as_ref().is_some_and(|before| before.page.is_same(&view.page));
        let enters = opened || page::has_focus();
        if !same_page {
            let left_at = (row.as_deref().unwrap_or(APP), top);
            arrive(view, (opened, enters), (was.as_ref() == Some(view)).then_some(left_at));
        } else if let Some(before) = &before {
            stay(view, before, row);
        }
        if let Some(focus) = focus {
            page::focus(focus);
        }
        let passage_before = before.and_then(|before| before.passage);
        match (&passage_before, &view.passage) {
            (None, Some(_)) => {
                // What a link to a passage has brought was opened by nothing here.
                memory.borrow_mut().opener = if same_page { page::focused() } else { None };
                if enters {
                    page::focus("panel-title");
                }
            }
            (Some(old), Some(new)) if old != new => page::focus("panel-title"),
            (Some(passage), None) if same_page => {
                let opener = memory.borrow_mut().opener.take();
                let row = row_of(view);
                if !opener.is_some_and(|element| page::restore(&element))
                    && !row.is_some_and(|row| page::focus_opener(&row, passage))
                    && !page::focus_opener("content", passage)
                {
                    page::focus("content");
                }
            }
            _ => {}
        }
    });
}

/// The id of the row of Compare that is chosen.
fn row_of(view: &View) -> Option<String> {
    view.period.as_ref().filter(|_| view.page == Page::Compare).map(|period| format!("period-{period}"))
}

/// Another page: its heading takes the focus. Where the app has just been opened, only what the link asked for does, and
/// only where the reader is in this page and not in one around it. Compare comes back where it was left.
fn arrive(view: &View, (opened, enters): (bool, bool), left_at: Option<(&str, f64)>) {
    // What was selected has gone, of which browsers say nothing.
    selection::clear();
    let row = row_of(view);
    let shown = match &view.page {
        Page::Read { .. } => view.passage.as_ref(),
        Page::Claims { entry, .. } => entry.as_ref(),
        _ => None,
    };
    match (&row, shown, left_at) {
        (.., Some((id, top))) => page::scroll_back(id, top),
        (Some(row), ..) => {
            page::scroll_to(row);
            if let Some(passage) = &view.passage {
                page::reveal_in_row(row, passage);
            }
        }
        (None, Some(passage), None) => page::scroll_to(passage),
        (None, None, None) if opened => page::scroll_to(APP),
        (None, None, None) => {}
    }
    if enters {
        // The hit that one comes back to, or the field where nothing is looked for yet.
        let place = match &view.page {
            Page::Search { .. } if page::is_there("hit-again") => {
                page::reveal("hit-again");
                "hit-again"
            }
            Page::Search { query: words } | Page::Concordance { words, .. } if words.is_empty() => "query",
            _ if opened => "page-title",
            _ => "",
        };
        let entry = shown.filter(|_| matches!(view.page, Page::Claims { .. })).cloned();
        let title = row.filter(|_| left_at.is_none()).map(|row| format!("{row}-title")).or(entry);
        page::focus(title.as_deref().unwrap_or(place));
    }
}

/// The same page: what was asked for comes into sight.
fn stay(view: &View, before: &View, row: Option<String>) {
    let chosen_again = before == view;
    match &view.page {
        Page::Compare if view.period.is_some() && (chosen_again || before.period != view.period) => {
            let row = row_of(view).unwrap_or_default();
            page::scroll_to(&row);
            if !page::is_choosing() {
                page::focus(&format!("{row}-title"));
            }
        }
        // Another account is as long or short as it is: the period stays in sight, not the pixel.
        Page::Compare
            if before.account != view.account || before.layout != view.layout || before.voice != view.voice =>
        {
            if let Some(row) = row {
                page::scroll_to(&row);
                // It stays there when the browser, on its way back, goes to the pixel.
                page::scroll_back(&row, page::top(&row));
            }
            if before.voice != view.voice {
                page::focus_if_lost(if view.voice.is_some() { "hear-all" } else { "content" });
            }
        }
        Page::Read { .. } if before.passage != view.passage => {
            if let Some(passage) = &view.passage {
                page::reveal(passage);
            }
        }
        _ => {}
    }
}

/// Ids of the rows of Compare, in order.
fn rows(corpus: &Corpus) -> impl Iterator<Item = String> + '_ {
    corpus.bundle.periods.iter().map(|period| format!("period-{}", period.id))
}

fn title(view: &View, corpus: &Corpus) -> String {
    let (page, subject) = named(view, corpus);
    words::page_title(say(page), subject)
}

/// Whether a page stands in the chunk of the search.
const fn is_find(page: &Page) -> bool {
    matches!(page, Page::Search { .. } | Page::Concordance { .. } | Page::Vocabulary { .. })
}

/// The heading of a page that is under way.
fn heading<'a>(view: &'a View, corpus: &'a Corpus) -> &'a str {
    let (page, subject) = named(view, corpus);
    // What is looked for is the page's subject, but no heading of it.
    subject.filter(|_| !is_find(&view.page)).unwrap_or(say(page))
}

/// The page, and what of it is shown.
fn named<'a>(view: &'a View, corpus: &'a Corpus) -> (Key, Option<&'a str>) {
    let bundle = &corpus.bundle;
    match &view.page {
        Page::Compare => {
            let period = view.period.as_ref().and_then(|id| bundle.period(id));
            (Key::Compare, Some(period.map_or(&bundle.title, |period| &period.title)))
        }
        Page::Read { document, .. } => {
            (Key::Read, bundle.document(document).map(|document| document.title.short.as_str()))
        }
        Page::Voices { speaker } => {
            let speaker = speaker.as_ref().and_then(|id| bundle.speaker(id));
            (Key::Voices, speaker.map(|speaker| speaker.name.as_str()))
        }
        Page::Names { place } => {
            let place = place.as_ref().and_then(|id| bundle.place(id));
            (Key::Names, place.map(|place| place.name.as_str()))
        }
        Page::Claims { .. } => (Key::Claims, None),
        Page::Vocabulary { word } => (Key::Vocabulary, word.as_deref()),
        Page::Search { query } => (Key::Search, Some(query.as_str()).filter(|query| !query.is_empty())),
        Page::Concordance { words, .. } => (Key::Concordance, Some(words.as_str()).filter(|words| !words.is_empty())),
        Page::Notebook => (Key::Notebook, None),
        Page::Guided { document } => {
            (Key::Guided, bundle.document(document).map(|document| document.title.short.as_str()))
        }
        Page::Handout { .. } => (Key::Handout, None),
        Page::Sources => (Key::Sources, None),
        Page::About => (Key::About, None),
    }
}
