//! Changes of a notebook, as commands: each gives the change that takes it back.

use super::register::{Held, Register};
use super::{Asked, Category, Highlight, Moment, Notebook, Registers, Slot};

/// What is to be set; `None` deletes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The title.
    Title(Option<String>),
    /// A category: made, renamed, marked in another way, taken away.
    Category(String, Option<Category>),
    /// A highlight with its note.
    Highlight(String, Option<Highlight>),
    /// A part of the reader's account.
    Account(Slot, Option<String>),
    /// An answer to a prompt.
    Answer(Asked, Option<String>),
}

impl Change {
    /// Whether both are about the same thing.
    #[must_use]
    pub fn is_about_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Title(_), Self::Title(_)) => true,
            (Self::Category(a, _), Self::Category(b, _)) | (Self::Highlight(a, _), Self::Highlight(b, _)) => a == b,
            (Self::Account(a, _), Self::Account(b, _)) => a == b,
            (Self::Answer(a, _), Self::Answer(b, _)) => a == b,
            _ => false,
        }
    }
}

impl Notebook {
    /// Whether a change is one of a text alone, as a reader types it: what is made, deleted or chosen is none.
    pub(super) fn is_typing(&self, change: &Change) -> bool {
        match change {
            Change::Title(_) | Change::Account(..) | Change::Answer(..) => true,
            Change::Highlight(id, Some(new)) => {
                let old = self.highlights.get(id).and_then(|register| register.value.as_ref());
                old.is_some_and(|old| Highlight { note: new.note.clone(), ..old.clone() } == *new)
            }
            Change::Category(id, Some(new)) => {
                let old = self.categories.get(id).and_then(|register| register.value.as_ref());
                old.is_some_and(|old| Category { name: new.name.clone(), ..old.clone() } == *new)
            }
            Change::Highlight(_, None) | Change::Category(_, None) => false,
        }
    }

    /// Makes a change, and gives the one that takes it back. `None` where nothing changes; then nothing is dated anew.
    ///
    /// A text that is empty is none: it is deleted.
    pub fn apply(&mut self, change: Change, at: Moment) -> Option<Change> {
        let some = |text: Option<String>| text.filter(|text| !text.is_empty());
        match change {
            Change::Title(title) => {
                let title = some(title);
                (title != self.title.value).then(|| Change::Title(self.title.set(title, at)))
            }
            Change::Category(id, category) => {
                set(&mut self.categories, id, category, at).map(|(id, before)| Change::Category(id, before))
            }
            Change::Highlight(id, highlight) => {
                set(&mut self.highlights, id, highlight, at).map(|(id, before)| Change::Highlight(id, before))
            }
            Change::Account(slot, text) => {
                set(&mut self.account, slot, some(text), at).map(|(slot, before)| Change::Account(slot, before))
            }
            Change::Answer(asked, text) => {
                set(&mut self.answers, asked, some(text), at).map(|(asked, before)| Change::Answer(asked, before))
            }
        }
    }
}

/// The key, and what stood there before; `None` where the same stood there.
fn set<K: Ord + Clone, V: Held>(
    shelf: &mut Registers<K, V>,
    key: K,
    value: Option<V>,
    at: Moment,
) -> Option<(K, Option<V>)> {
    match shelf.get_mut(&key) {
        Some(register) => (register.value != value).then(|| (key, register.set(value, at))),
        None => {
            shelf.insert(key.clone(), Register::new(value?, at));
            Some((key, None))
        }
    }
}
