//! The rows of Compare are set in turn: a page of a hundred screens at once would keep the reader waiting, when it is
//! opened and whenever its columns change. Until then a row is as it was; what was never filled is as high as it is
//! estimated.

use std::rc::Rc;

use yew::prelude::*;

use super::Column;
use crate::platform::timer::Timer;
use crate::platform::{page, timer};
use crate::ui::shared::Marking;
use crate::view::{Layout, View};

/// Milliseconds from one row to the next: the browser paints, and hears the reader, between them.
const PAUSE: u32 = 16;

/// When a row is filled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Which round it is: another one begins as the columns, or what is marked in the texts, change.
    pub round: u32,
    /// How many rows are filled before.
    after: u32,
}

impl Turn {
    /// Whether nothing comes before.
    pub const fn is_first(self) -> bool {
        self.after == 0
    }

    /// Calls back when it has come.
    pub fn wait(self, callback: impl FnOnce() + 'static) -> Timer {
        timer::after(self.after * PAUSE, callback)
    }
}

/// A round in which all rows are filled.
#[derive(Default)]
pub struct Round {
    number: u32,
    /// The row that is filled first.
    first: usize,
    /// Whether the others wait: where the browser does not hold on to what is read, they would move it.
    waits: bool,
    /// What the rows are filled with.
    of: Option<Arrangement>,
}

type Arrangement = (Rc<[Column]>, Layout, Marking, bool);

impl Round {
    /// When the row at a place is filled: nearer ones first, of two the one below.
    pub fn turn(&self, at: usize) -> Turn {
        let after = 2 * at.abs_diff(self.first) - usize::from(at > self.first);
        Turn { round: self.number, after: if self.waits { after as u32 } else { 0 } }
    }
}

/// The round under way. The first one begins at the row that was asked for, each other at the one that is read.
#[hook]
pub fn use_round(asked: Option<usize>, read: Option<usize>, of: (&Rc<[Column]>, &View, bool)) -> Rc<Round> {
    let round = use_mut_ref(Rc::<Round>::default);
    let (columns, view, own) = of;
    let of = Some((columns.clone(), view.layout, Marking::of(view), own));
    let mut round = round.borrow_mut();
    if round.of != of {
        let first = if round.of.is_none() { asked } else { read }.unwrap_or_default();
        *round = Rc::new(Round { number: round.number + 1, first, waits: page::holds_still(), of });
    }
    round.clone()
}
