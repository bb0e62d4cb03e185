//! The notebook that is open: what it holds, how it came here, and where it is kept.

use std::cell::{Cell, Ref, RefCell};
use std::cmp::Reverse;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::{EXPORTED, KEPT};
use crate::notebook::{Change, Highlight, History, Moment, Notebook, Target, import, json, shown};
use crate::platform::{chance, clock, page, shelf, storage, styles};
use crate::ui::lit::{Lit, Stretch};
use crate::ui::shared::{Corpus, Shared};
use crate::words::notebook::category;

/// Where a notebook is kept.
#[derive(Clone, PartialEq)]
pub enum Standing {
    /// The shelf is being looked through.
    Opening,
    /// On the browser's shelf.
    Kept,
    /// Only here, as long as the page is open, for this reason.
    Held(String),
}

/// What is open.
pub struct State {
    pub notebook: Notebook,
    pub history: History,
    pub standing: Standing,
    /// Ids and titles of those on the shelf.
    pub shelf: Vec<(String, String)>,
    /// The highlight that is being edited.
    pub edited: Option<String>,
    /// What was last seen on the shelf in this notebook's place.
    seen: Option<String>,
    /// Whether the shelf is to be gone to, whether with something of the reader's, and whether somebody is on the way.
    ahead: bool,
    changed: bool,
    writing: bool,
}

/// Lives as long as the page.
pub struct Session {
    pub corpus: Corpus,
    light: Callback<Lit>,
    state: RefCell<State>,
    listeners: RefCell<Vec<(u32, Callback<()>)>>,
    /// Counts what was told.
    told: Cell<u32>,
}

thread_local! {
    static SESSION: RefCell<Option<Rc<Session>>> = const { RefCell::new(None) };
}

/// The session; opened at the first call.
pub fn session(shared: &Shared) -> Rc<Session> {
    let known = SESSION.with_borrow(|session| session.clone());
    known.unwrap_or_else(|| {
        styles::add(include_str!("../../../assets/styles/notebook.css"));
        let session = Rc::new(Session {
            corpus: shared.corpus.clone(),
            light: shared.light.clone(),
            state: RefCell::new(State::of(blank())),
            listeners: RefCell::default(),
            told: Cell::default(),
        });
        SESSION.set(Some(Rc::clone(&session)));
        spawn_local(Rc::clone(&session).open());
        session
    })
}

/// The session, for a component that is set anew when it changes.
#[hook]
pub fn use_session(shared: &Shared) -> Rc<Session> {
    let session = session(shared);
    let turn = use_force_update();
    {
        let session = Rc::clone(&session);
        let shown = session.told.get();
        use_effect_with((), move |()| {
            // Something may have been told between the first setting and now.
            if session.told.get() != shown {
                turn.force_update();
            }
            let id = session.listen(Callback::from(move |()| turn.force_update()));
            move || session.listeners.borrow_mut().retain(|(other, _)| *other != id)
        });
    }
    session
}

/// A new notebook. Its title is older than any that a reader gave.
fn blank() -> Notebook {
    Notebook::new(&chance::id(), "", Moment::default())
}

pub fn now() -> Moment {
    Moment::new(clock::now())
}

impl State {
    fn of(notebook: Notebook) -> Self {
        Self {
            notebook,
            history: History::default(),
            standing: Standing::Opening,
            shelf: Vec::new(),
            edited: None,
            seen: None,
            ahead: false,
            changed: false,
            writing: false,
        }
    }

    /// Whether something would be lost if the page were left now.
    fn is_at_risk(&self) -> bool {
        !self.notebook.is_empty() && (self.ahead || self.writing || matches!(self.standing, Standing::Held(_)))
    }
}

impl Session {
    /// What is open. To be let go before anything is changed.
    pub fn state(&self) -> Ref<'_, State> {
        self.state.borrow()
    }

    fn listen(&self, callback: Callback<()>) -> u32 {
        let mut listeners = self.listeners.borrow_mut();
        let id = listeners.last().map_or(0, |(id, _)| id + 1);
        listeners.push((id, callback));
        id
    }

    /// Looks through the shelf, and opens the notebook that was open last.
    async fn open(self: Rc<Self>) {
        page::keep_open_while({
            let session = Rc::clone(&self);
            move || session.state.borrow().is_at_risk()
        });
        match shelf::all().await {
            Ok(texts) => {
                {
                    let mut state = self.state.borrow_mut();
                    state.standing = Standing::Kept;
                    state.take(&texts, storage::get(KEPT).as_deref());
                }
                let session = Rc::clone(&self);
                shelf::on_change(move |id| spawn_local(Rc::clone(&session).follow(id)));
            }
            Err(reason) => self.state.borrow_mut().standing = Standing::Held(reason),
        }
        self.tell();
        if self.state.borrow().ahead {
            self.write();
        }
    }

    /// Another tab has changed a notebook.
    async fn follow(self: Rc<Self>, id: String) {
        if self.state.borrow().notebook.id == id {
            return self.go();
        }
        if let Ok(texts) = shelf::all().await {
            self.state.borrow_mut().list(&texts);
            self.tell();
        }
    }

    /// Opens another notebook of the shelf.
    pub fn turn_to(self: &Rc<Self>, id: String) {
        let session = Rc::clone(self);
        spawn_local(async move {
            if let Ok(texts) = shelf::all().await {
                storage::set(KEPT, &id);
                let mut state = State::of(blank());
                state.standing = Standing::Kept;
                state.take(&texts, Some(&id));
                session.replace(state);
            }
        });
    }

    /// Begins a new notebook. It comes to the shelf with the first thing that is written into it.
    pub fn begin(self: &Rc<Self>) {
        self.put_away(blank());
    }

    /// Opens a notebook that is not on the shelf yet.
    pub fn put_away(self: &Rc<Self>, notebook: Notebook) {
        let mut state = State::of(notebook);
        {
            let before = self.state.borrow();
            state.standing = before.standing.clone();
            state.shelf = before.shelf.clone();
        }
        self.replace(state);
        if !self.state.borrow().notebook.is_empty() {
            self.write();
        }
    }

    fn replace(self: &Rc<Self>, state: State) {
        *self.state.borrow_mut() = state;
        self.tell();
    }

    /// Deletes the notebook from the shelf, and begins a new one.
    pub fn delete(self: &Rc<Self>) {
        let session = Rc::clone(self);
        let id = self.state.borrow().notebook.id.clone();
        spawn_local(async move {
            // Nothing is lost where there was nothing to delete it from.
            let _ = shelf::keep(&id, |_| None).await;
            session.state.borrow_mut().shelf.retain(|(other, _)| *other != id);
            session.begin();
        });
    }

    /// Makes changes as one step, and keeps them.
    pub fn change(self: &Rc<Self>, changes: Vec<Change>) {
        let changed = {
            let mut state = self.state.borrow_mut();
            let State { notebook, history, .. } = &mut *state;
            history.apply(notebook, changes, now())
        };
        if changed {
            self.changed();
        }
    }

    /// Takes over what a file has brought. How many things are new.
    pub fn merge(self: &Rc<Self>, other: &Notebook) {
        let changed = {
            let mut state = self.state.borrow_mut();
            let State { notebook, history, .. } = &mut *state;
            history.merge(notebook, other)
        };
        if changed {
            self.changed();
        }
    }

    pub fn undo(self: &Rc<Self>) {
        self.step(History::undo);
    }

    pub fn redo(self: &Rc<Self>) {
        self.step(History::redo);
    }

    fn step(self: &Rc<Self>, step: fn(&mut History, &mut Notebook, Moment) -> bool) {
        let stepped = {
            let mut state = self.state.borrow_mut();
            let State { notebook, history, .. } = &mut *state;
            step(history, notebook, now())
        };
        if stepped {
            self.changed();
        }
    }

    /// Opens a highlight to be edited, or closes it.
    pub fn edit(&self, highlight: Option<String>) {
        self.state.borrow_mut().edited = highlight;
        self.tell();
    }

    /// Marks words; the id of the highlight.
    pub fn highlight(self: &Rc<Self>, category: &str, targets: Vec<Target>) -> String {
        let id = chance::id();
        let highlight = Highlight { category: category.to_owned(), targets, ..Highlight::default() };
        self.change(vec![Change::Highlight(id.clone(), Some(highlight))]);
        id
    }

    /// When the notebook was last exported.
    pub fn exported(&self) -> Option<Moment> {
        let of_notebook = storage::get(EXPORTED)?;
        let (id, moment) = of_notebook.split_once(' ')?;
        Moment::parse(moment).filter(|_| id == self.state.borrow().notebook.id)
    }

    /// Notes that it has been exported.
    pub fn note_export(&self) {
        storage::set(EXPORTED, &format!("{} {}", self.state.borrow().notebook.id, now()));
        self.tell();
    }

    fn changed(self: &Rc<Self>) {
        self.tell();
        self.write();
    }

    /// Everybody who shows something of it shows it anew.
    fn tell(&self) {
        self.told.set(self.told.get() + 1);
        let lit = lit(&self.state.borrow().notebook, &self.corpus);
        self.light.emit(lit);
        let listeners: Vec<Callback<()>> =
            self.listeners.borrow().iter().map(|(_, callback)| callback.clone()).collect();
        for listener in listeners {
            listener.emit(());
        }
    }

    /// Takes what the reader has written to the shelf.
    fn write(self: &Rc<Self>) {
        self.state.borrow_mut().changed = true;
        self.go();
    }

    /// Goes to the shelf: one at a time, until nothing is ahead of what stands there.
    fn go(self: &Rc<Self>) {
        {
            let mut state = self.state.borrow_mut();
            state.ahead = true;
            if state.writing || state.standing == Standing::Opening {
                return;
            }
            state.writing = true;
        }
        let session = Rc::clone(self);
        spawn_local(async move {
            loop {
                let id = {
                    let mut state = session.state.borrow_mut();
                    if !std::mem::take(&mut state.ahead) {
                        state.writing = false;
                        break;
                    }
                    state.notebook.id.clone()
                };
                storage::set(KEPT, &id);
                let own = Rc::clone(&session);
                let turn = id.clone();
                let kept = shelf::keep(&id, move |stored| own.joined(&turn, stored)).await;
                {
                    let mut state = session.state.borrow_mut();
                    if kept.is_err() {
                        state.seen = None;
                    }
                    state.standing = kept.map_or_else(Standing::Held, |()| Standing::Kept);
                    let title = state.notebook.title().to_owned();
                    match state.shelf.iter_mut().find(|(other, _)| *other == id) {
                        Some(known) => known.1 = title,
                        None => state.shelf.push((id, title)),
                    }
                }
                session.tell();
            }
        });
    }

    /// What is to stand on the shelf: what is open, and what another tab has put there meanwhile.
    fn joined(&self, id: &str, stored: Option<String>) -> Option<String> {
        let mut state = self.state.borrow_mut();
        if state.notebook.id != id {
            // Another one was opened meanwhile.
            return stored;
        }
        let changed = std::mem::take(&mut state.changed);
        if stored.is_none() && state.seen.is_some() && !changed {
            // Another tab has deleted it. It stays open here, and comes back with the next thing that is written.
            return None;
        }
        if stored != state.seen
            && let Some(other) = stored.as_ref().and_then(|text| import(text.as_bytes()).ok())
        {
            state.notebook.merge(&other.notebook);
        }
        state.seen = Some(json(&state.notebook));
        state.seen.clone()
    }
}

impl State {
    fn list(&mut self, texts: &[String]) -> Vec<Notebook> {
        let found: Vec<Notebook> =
            texts.iter().filter_map(|text| Some(import(text.as_bytes()).ok()?.notebook)).collect();
        self.shelf = found.iter().map(|found| (found.id.clone(), found.title().to_owned())).collect();
        found
    }

    /// Opens one of those on the shelf: the one with this id, or else the first. What was written meanwhile goes along.
    fn take(&mut self, texts: &[String], id: Option<&str>) {
        let mut found = self.list(texts);
        let at = found.iter().position(|found| Some(found.id.as_str()) == id).unwrap_or(0);
        if at < found.len() {
            let mut notebook = found.swap_remove(at);
            notebook.merge(&self.notebook);
            self.notebook = notebook;
        }
    }
}

/// What is marked in the texts, by passage: the highlights that begin first, and of those the longer ones, outermost.
fn lit(notebook: &Notebook, corpus: &Corpus) -> Lit {
    let categories = notebook.categories();
    let mut stretches: Vec<(&str, Vec<Stretch>)> = Vec::new();
    for (id, _, highlight) in notebook.highlights() {
        let of = categories.iter().find(|(id, _)| *id == highlight.category).map(|(_, category)| category);
        let name = of.and_then(|of| of.name.clone()).unwrap_or_else(|| category(&highlight.category).to_owned());
        let sign = of.map(|of| of.sign).unwrap_or_default().name();
        for target in &highlight.targets {
            let Some((document, place)) = target.find(&corpus.bundle) else { continue };
            let Some(range) = place.range() else { continue };
            for passage in document.passages.iter().filter(|passage| passage.span().intersect(range).is_some()) {
                let Some(range) = shown(passage, &document.text, range) else { continue };
                let stretch = Stretch {
                    range,
                    highlight: id.to_owned().into(),
                    sign,
                    category: name.clone().into(),
                    note: highlight.note.clone().into(),
                };
                match stretches.iter_mut().find(|(id, _)| *id == passage.id) {
                    Some((_, of_passage)) => {
                        let outer = |other: &Stretch| {
                            (other.range.start, Reverse(other.range.end)) <= (range.start, Reverse(range.end))
                        };
                        of_passage.insert(of_passage.partition_point(outer), stretch);
                    }
                    None => stretches.push((&passage.id, vec![stretch])),
                }
            }
        }
    }
    Lit::new(stretches)
}
