//! How the rows of Compare are set: what was asked for at once, the rest in slices while the reader reads.
//!
//! What is set above the reader moves nothing that is in sight: the page is scrolled by as much.

use std::cell::RefCell;
use std::rc::Rc;

use yew::functional::UseForceUpdateHandle;
use yew::prelude::*;

use super::cell::lists;
use super::{Column, PASSAGES, Props, ids};
use crate::compare::{Part, Slices};
use crate::platform::page::{self, Landmark};
use crate::platform::timer::{self, Timer};

/// Milliseconds that a slice takes at most and at least; the next one is shorter or longer, where it took others.
const MOST: f64 = 28.0;
const LEAST: f64 = 14.0;

/// Passages of a column in a slice: at first, at least, at most.
const SOME: usize = 6;
const FEW: usize = 3;
const MANY: usize = 48;

/// How far the rows are. Cheap to clone; equal when it is the same.
#[derive(Clone)]
pub struct Progress(Rc<RefCell<Inner>>);

struct Inner {
    slices: Slices,
    ids: Rc<[String]>,
    /// What sets each row anew, and what sets the whole.
    rows: Vec<Option<UseForceUpdateHandle>>,
    whole: UseForceUpdateHandle,
    /// The row that was chosen when it was set last.
    chosen: Option<usize>,
    /// How much the next slice has.
    count: usize,
    /// What was in sight before the slice that is being set, and when that began.
    before: Option<(Option<Landmark>, f64)>,
    timer: Option<Timer>,
}

impl PartialEq for Progress {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Progress {
    pub fn is_done(&self) -> bool {
        self.0.borrow().slices.is_done()
    }

    /// Sets what is left.
    fn finish(&self) {
        self.0.borrow_mut().set(usize::MAX);
    }

    /// Sets the next slice.
    fn advance(&self) {
        let ids = self.0.borrow().ids.clone();
        let before = page::landmark(ids.iter().cloned(), PASSAGES);
        let mut inner = self.0.borrow_mut();
        inner.before = Some((before, timer::now()));
        let count = inner.count;
        inner.set(count);
    }

    /// A slice is set: what was in sight stays, and the next one follows.
    fn settle(&self) {
        let before = self.0.borrow_mut().before.take();
        if let Some((landmark, began)) = before {
            // Scrolling calls back: nothing is held meanwhile.
            page::hold(landmark.as_ref());
            let took = timer::now() - began;
            let mut inner = self.0.borrow_mut();
            if took > MOST {
                inner.count = (inner.count / 2).max(FEW);
            } else if took < LEAST {
                inner.count = (inner.count * 2).min(MANY);
            }
            inner.timer = None;
        }
        let mut inner = self.0.borrow_mut();
        if inner.timer.is_none() && !inner.slices.is_done() {
            let progress = self.clone();
            inner.timer = Some(timer::after(0, move || progress.advance()));
        }
    }
}

impl Inner {
    /// Sets so many passages more.
    fn set(&mut self, count: usize) {
        let parts = |slices: &Slices| (0..self.rows.len()).map(|row| slices.part(row)).collect::<Vec<_>>();
        let before = parts(&self.slices);
        self.slices.more(count);
        for (at, row) in self.rows.iter().enumerate() {
            if let Some(row) = row
                && self.slices.part(at) != before[at]
            {
                row.force_update();
            }
        }
        if self.slices.is_done() {
            self.whole.force_update();
        }
    }
}

/// Follows the rows of Compare from the first slice to the last.
#[hook]
pub fn use_progress(props: &Props, columns: &[Column], chosen: Option<usize>) -> Progress {
    let whole = use_force_update();
    let progress = use_memo((), |()| {
        let rows = vec![None; props.shared.corpus.grid.rows.len() + 1];
        let slices = first(props, columns, chosen, props.left.as_ref());
        let ids = ids(&props.shared.corpus).collect();
        let inner = Inner { slices, ids, rows, whole, chosen, count: SOME, before: None, timer: None };
        Progress(Rc::new(RefCell::new(inner)))
    });
    let progress = Progress::clone(&progress);
    {
        let mut inner = progress.0.borrow_mut();
        if inner.chosen != chosen {
            inner.chosen = chosen;
            if chosen.is_some_and(|row| inner.slices.part(row).is_none()) {
                inner.slices = first(props, columns, chosen, None);
                inner.rows.iter().flatten().for_each(UseForceUpdateHandle::force_update);
            }
        }
    }
    {
        let progress = progress.clone();
        use_effect_with((), move |()| {
            progress.settle();
            let listener = page::on_print(move || progress.finish());
            move || drop(listener)
        });
    }
    progress
}

/// What of a row is set; none where nothing is. It is set anew when more is.
#[hook]
pub fn use_part(progress: &Progress, row: usize) -> Option<Part> {
    let again = use_force_update();
    progress.0.borrow_mut().rows[row] = Some(again);
    {
        let progress = progress.clone();
        use_effect(move || progress.settle());
    }
    progress.0.borrow().slices.part(row)
}

/// The first slice: what was in sight, or the chosen row with the passage that is shown, or the first row.
fn first(props: &Props, columns: &[Column], chosen: Option<usize>, left: Option<&Landmark>) -> Slices {
    let Props { shared, view, .. } = props;
    let corpus = &shared.corpus;
    let undated = corpus.grid.rows.len();
    let (at, passage) = match left {
        Some(left) => (ids(corpus).position(|id| id == left.row).unwrap_or(0), left.passage.as_deref()),
        None => (chosen.unwrap_or(0), view.passage.as_deref().filter(|_| chosen.is_some())),
    };
    let lists = |at: usize| lists(shared, (at < undated).then_some(at), columns, view.layout);
    let lengths = (0..=undated).map(|at| lists(at).iter().map(Vec::len).max().unwrap_or(0)).collect();
    let place = passage.and_then(|id| {
        lists(at).iter().enumerate().find_map(|(column, list)| {
            let place =
                list.iter().position(|entry| corpus.bundle.documents[entry.document].passages[entry.passage].id == id);
            Some((column, place?))
        })
    });
    let mut slices = Slices::new(lengths, at, place);
    // Where pages are set in advance, nothing follows.
    if cfg!(not(target_arch = "wasm32")) {
        slices.more(usize::MAX);
    }
    slices
}
