//! Undo and redo: a small history of steps.
//!
//! What is undone is a change like any other and is dated when it is undone; another tab that takes it over later does
//! not bring back what was taken away.

use super::{Change, Moment, Notebook};

/// Steps that can be taken back.
const STEPS: usize = 200;
/// Changes of the same text that follow each other within so many milliseconds are one step.
const TOGETHER: u64 = 1_500;

/// Steps that can be taken back, and those that were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    done: Vec<Vec<Change>>,
    undone: Vec<Vec<Change>>,
    /// When the last step was made, while it may still grow.
    open: Option<Moment>,
}

impl History {
    /// Makes changes as one step. Whether anything changed.
    pub fn apply(&mut self, notebook: &mut Notebook, changes: Vec<Change>, at: Moment) -> bool {
        let typed = matches!(changes.as_slice(), [change] if notebook.is_typing(change));
        let back = all(notebook, changes, at);
        if back.is_empty() {
            return false;
        }
        let soon = |open: Moment| at.milliseconds().saturating_sub(open.milliseconds()) <= TOGETHER;
        let follows = typed
            && self.open.is_some_and(soon)
            && matches!(self.done.last().map(Vec::as_slice), Some([last]) if last.is_about_same(&back[0]));
        self.undone.clear();
        if !follows {
            self.push(back);
        }
        self.open = typed.then_some(at);
        true
    }

    /// Takes over another copy, as one step. How many things changed.
    pub fn merge(&mut self, notebook: &mut Notebook, other: &Notebook) -> usize {
        let back = notebook.merge(other);
        let changed = back.len();
        self.open = None;
        if changed > 0 {
            self.undone.clear();
            self.push(back);
        }
        changed
    }

    /// Takes the last step back. Whether there was one.
    pub fn undo(&mut self, notebook: &mut Notebook, at: Moment) -> bool {
        self.open = None;
        let Some(step) = self.done.pop() else { return false };
        self.undone.push(all(notebook, step, at));
        true
    }

    /// Makes the last step again that was taken back. Whether there was one.
    pub fn redo(&mut self, notebook: &mut Notebook, at: Moment) -> bool {
        self.open = None;
        let Some(step) = self.undone.pop() else { return false };
        self.done.push(all(notebook, step, at));
        true
    }

    /// Whether a step can be taken back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether a step can be made again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    fn push(&mut self, back: Vec<Change>) {
        if self.done.len() == STEPS {
            self.done.remove(0);
        }
        self.done.push(back);
    }
}

/// Makes all changes; what takes them back, last one first.
fn all(notebook: &mut Notebook, changes: Vec<Change>, at: Moment) -> Vec<Change> {
    let mut back: Vec<Change> = changes.into_iter().filter_map(|change| notebook.apply(change, at)).collect();
    back.reverse();
    back
}
