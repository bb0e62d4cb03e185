//! The rows of Compare are filled in turn: a page of a hundred screens at once would keep the reader waiting, when it is
//! opened and whenever its columns change. What is not yet filled is as high as it is estimated.

use std::rc::Rc;

use yew::prelude::*;

use super::Column;
use crate::platform::timer::Timer;
use crate::platform::{page, timer};
use crate::ui::kept::use_kept;
use crate::ui::shared::Marking;
use crate::view::{Layout, View};

/// Milliseconds from one row to the next: the browser paints, and hears the reader, between them.
const PAUSE: u32 = 16;

/// When a row is filled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Which round it is: another one begins as the columns, or what is marked in the texts, change.
    round: u32,
    /// How many rows are filled before.
    after: u32,
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

/// Whether a row is filled: in its turn, or before, where it is asked for or the page is printed.
#[hook]
pub fn use_turn(turn: Turn, at_once: bool) -> bool {
    let again = use_force_update();
    let filling = use_mut_ref(Filling::default);
    let fill = {
        let filling = filling.clone();
        move || {
            let mut filling = filling.borrow_mut();
            filling.filled = filling.wanted;
            again.force_update();
        }
    };
    {
        let fill = fill.clone();
        use_kept(move || page::on_print(fill));
    }
    let mut filling = filling.borrow_mut();
    filling.wanted = turn.round;
    if at_once || turn.after == 0 {
        filling.filled = turn.round;
    }
    let here = filling.filled == turn.round;
    filling.timer = (!here).then(|| timer::after(turn.after * PAUSE, fill));
    here
}

/// How far a row is.
#[derive(Default)]
struct Filling {
    /// The round that it was filled in last, and the one that is wanted.
    filled: u32,
    wanted: u32,
    timer: Option<Timer>,
}
