//! Two copies of a notebook become one: two tabs, or an import.
//!
//! Of each thing the later version is kept (see [`Register::merge`]). In whatever order copies meet, and however often,
//! the result is the same.

use super::register::Held;
use super::{Change, Notebook, Registers};

impl Notebook {
    /// Takes over what is later in `other`. Gives the changes that take it back: with them nothing that stood here is
    /// lost, and an import can be undone.
    ///
    /// The id stays its own.
    pub fn merge(&mut self, other: &Self) -> Vec<Change> {
        let mut back = Vec::new();
        if let Some(before) = self.title.merge(&other.title)
            // No title and an empty one are the same to a reader.
            && before.as_deref().unwrap_or_default() != self.title()
        {
            back.push(Change::Title(before));
        }
        shelves(&mut self.categories, &other.categories, Change::Category, &mut back);
        shelves(&mut self.highlights, &other.highlights, Change::Highlight, &mut back);
        shelves(&mut self.account, &other.account, Change::Account, &mut back);
        shelves(&mut self.answers, &other.answers, Change::Answer, &mut back);
        for (name, value) in &other.more {
            // JSON has no order of its own: what is written decides.
            let written = value.to_string();
            let later = self.more.get(name).is_none_or(|own| own.to_string().as_str() < written.as_str());
            if later {
                self.more.insert(name.clone(), value.clone());
            }
        }
        back
    }
}

fn shelves<K: Ord + Clone, V: Held>(
    own: &mut Registers<K, V>,
    other: &Registers<K, V>,
    change: fn(K, Option<V>) -> Change,
    back: &mut Vec<Change>,
) {
    for (key, theirs) in other.iter() {
        let before = match own.get_mut(key) {
            Some(register) => register.merge(theirs),
            None => {
                own.insert(key.clone(), theirs.clone());
                theirs.value.is_some().then_some(None)
            }
        };
        back.extend(before.map(|before| change(key.clone(), before)));
    }
}
