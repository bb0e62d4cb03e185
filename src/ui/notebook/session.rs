//! The notebook that is open: what it holds, how it came here, and where it is kept.

use std::cell::{Cell, Ref, RefCell};
use std::mem::take;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::{EXPORTED, KEPT};
use crate::notebook::{
    Category, Change, Highlight, History, Moment, Notebook, Refusal, Registers, Target, import, json, stored,
};
use crate::platform::{chance, clock, page, shelf, storage};
use crate::ui::lit::Lit;
use crate::ui::shared::{Corpus, Shared};
use crate::words::desk;

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
    /// Why it could not be deleted.
    pub undeleted: Option<String>,
    /// What was last seen on the shelf in this notebook's place.
    seen: Option<String>,
    /// Whether the shelf is to be gone to, whether with something of the reader's, and whether somebody is on the way.
    ahead: bool,
    changed: bool,
    writing: bool,
    /// Whether what stands in its place on the shelf cannot be read, and is left there.
    damaged: bool,
}

/// What the marks in the texts come from.
type Marking = (Registers<String, Category>, Registers<String, Highlight>);

/// Lives as long as the page.
pub struct Session {
    pub corpus: Corpus,
    light: Callback<Lit>,
    state: RefCell<State>,
    /// What the texts show of it.
    marking: RefCell<Marking>,
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
        super::dress();
        let session = Rc::new(Session {
            corpus: shared.corpus.clone(),
            light: shared.light.clone(),
            state: RefCell::new(State::of(blank())),
            marking: RefCell::default(),
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

/// The notebook with this id, if it is on the shelf.
async fn on_shelf(id: &str) -> Option<Notebook> {
    let texts = shelf::all().await.ok()?;
    texts.iter().filter_map(|text| stored(text)).find(|notebook| notebook.id == id)
}

/// A new notebook. Its title is older than any that a reader gave.
fn blank() -> Notebook {
    Notebook::new(&chance::id(), "", Moment::default())
}

/// This moment.
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
            undeleted: None,
            seen: None,
            ahead: false,
            changed: false,
            writing: false,
            damaged: false,
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
            if let Some(notebook) = on_shelf(&id).await
                && session.leave().await
            {
                storage::set(KEPT, &id);
                session.replace(notebook);
            }
        });
    }

    /// Begins a new notebook. It comes to the shelf with the first thing that is written into it.
    pub fn begin(self: &Rc<Self>) {
        let session = Rc::clone(self);
        spawn_local(async move {
            if session.leave().await {
                session.replace(blank());
            }
        });
    }

    /// Deletes the notebook from the shelf, begins a new one, and calls back; or says why it is still there.
    pub fn delete(self: &Rc<Self>, done: impl FnOnce() + 'static) {
        let session = Rc::clone(self);
        let id = self.state.borrow().notebook.id.clone();
        let was_kept = self.state.borrow().standing == Standing::Kept;
        spawn_local(async move {
            // Where nothing is kept there is nothing to delete it from.
            if let Err(reason) = shelf::keep(&id, |_| None).await
                && was_kept
            {
                session.state.borrow_mut().undeleted = Some(reason);
                return session.tell();
            }
            session.state.borrow_mut().shelf.retain(|(other, _)| *other != id);
            session.replace(blank());
            done();
        });
    }

    /// Takes over what a file has brought: into the notebook it is a copy of, which is opened for it; as a notebook of
    /// its own, where it is a copy of none; else, and where nothing can be kept, into the one that is open. How many
    /// things are new there, and how many have changed.
    ///
    /// # Errors
    /// Where together they would be more than could be taken over from a file again.
    pub async fn take_over(self: &Rc<Self>, other: &Notebook) -> Result<(usize, usize), Refusal> {
        let is_elsewhere = {
            let state = self.state.borrow();
            !other.id.is_empty() && other.id != state.notebook.id && state.standing == Standing::Kept
        };
        let elsewhere = if is_elsewhere {
            let known = on_shelf(&other.id).await;
            Some(known.unwrap_or_else(|| Notebook::new(&other.id, "", Moment::default())))
        } else {
            None
        };
        {
            let mut together = elsewhere.as_ref().unwrap_or(&self.state.borrow().notebook).clone();
            together.merge(other);
            import(json(&together).as_bytes(), Moment::default())?;
        }
        if let Some(notebook) = elsewhere
            && self.leave().await
        {
            self.replace(notebook);
        }
        let (new, changed) = {
            let mut state = self.state.borrow_mut();
            let State { notebook, history, .. } = &mut *state;
            let before = notebook.count();
            let changed = history.merge(notebook, other);
            let new = notebook.count().saturating_sub(before);
            (new, changed.saturating_sub(new))
        };
        self.changed();
        Ok((new, changed))
    }

    /// Whether the notebook can be left for another: everything of it stands on the shelf, or does so now.
    async fn leave(self: &Rc<Self>) -> bool {
        loop {
            {
                let state = self.state.borrow();
                if !state.changed && !state.writing {
                    return true;
                }
            }
            if !self.put().await {
                return false;
            }
        }
    }

    /// Puts another notebook in the place of the one that is open.
    fn replace(&self, notebook: Notebook) {
        {
            let mut state = self.state.borrow_mut();
            let next = State { standing: state.standing.clone(), shelf: take(&mut state.shelf), ..State::of(notebook) };
            *state = next;
        }
        self.tell();
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
        let lit = {
            let Notebook { categories, highlights, .. } = &self.state.borrow().notebook;
            let mut before = self.marking.borrow_mut();
            let is_other = before.0 != *categories || before.1 != *highlights;
            is_other.then(|| {
                *before = (categories.clone(), highlights.clone());
                Lit::of_notebook(&self.state.borrow().notebook, &self.corpus.bundle)
            })
        };
        if let Some(lit) = lit {
            self.light.emit(lit);
        }
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
            while take(&mut session.state.borrow_mut().ahead) {
                session.put().await;
            }
            session.state.borrow_mut().writing = false;
            session.tell();
        });
    }

    /// One turn at the shelf. Whether what is open can be kept.
    async fn put(self: &Rc<Self>) -> bool {
        let id = self.state.borrow().notebook.id.clone();
        storage::set(KEPT, &id);
        let own = Rc::clone(self);
        let turn = id.clone();
        let kept = shelf::keep(&id, move |stored| own.joined(&turn, stored)).await;
        let kept = if take(&mut self.state.borrow_mut().damaged) { Err(desk::DAMAGED.to_owned()) } else { kept };
        let is_kept = kept.is_ok();
        {
            let mut state = self.state.borrow_mut();
            if state.notebook.id != id {
                // Another one was opened meanwhile.
                return is_kept;
            }
            if !is_kept {
                state.seen = None;
                state.changed = true;
            }
            state.standing = kept.map_or_else(Standing::Held, |()| Standing::Kept);
            let title = state.notebook.title().to_owned();
            match state.shelf.iter_mut().find(|(other, _)| *other == id) {
                Some(known) => known.1 = title,
                None => state.shelf.push((id, title)),
            }
        }
        self.tell();
        is_kept
    }

    /// What is to stand on the shelf: what is open, and what another tab has put there meanwhile.
    fn joined(&self, id: &str, stored: Option<String>) -> Option<String> {
        let mut state = self.state.borrow_mut();
        if state.notebook.id != id {
            // Another one was opened meanwhile.
            return stored;
        }
        let changed = take(&mut state.changed);
        if stored.is_none() && state.seen.is_some() && !changed {
            // Another tab has deleted it. It stays open here, and comes back with the next thing that is written.
            return None;
        }
        if stored != state.seen
            && let Some(text) = &stored
        {
            let Some(other) = self::stored(text) else {
                state.damaged = true;
                return stored;
            };
            state.notebook.merge(&other);
        }
        state.seen = Some(json(&state.notebook));
        state.seen.clone()
    }
}

impl State {
    fn list(&mut self, texts: &[String]) -> Vec<Notebook> {
        let found: Vec<Notebook> = texts.iter().filter_map(|text| stored(text)).collect();
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
