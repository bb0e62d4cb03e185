//! What the reader has marked, by passage: what the texts need to know of the notebook to show it.

use std::rc::Rc;

use yew::AttrValue;

use crate::corpus::{Bundle, ByteRange};
use crate::notebook::{Mark, Notebook, marked};
use crate::words::notebook::named;

/// Words of a passage that the reader has marked.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// Where they stand: from the first to the last byte that is shown.
    pub range: ByteRange,
    /// Id of the highlight.
    pub highlight: AttrValue,
    /// How they are underlined.
    pub sign: &'static str,
    /// The name of their category.
    pub category: AttrValue,
    /// What the reader says to them; may be empty.
    pub note: AttrValue,
}

/// What a part of Compare knows of its passages beside their texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// Id of the passage whose panel is open.
    pub shown: Option<AttrValue>,
    /// What the reader has marked in them.
    pub lit: Lit,
}

/// Everything that is marked. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lit(Rc<Vec<(String, Rc<[Stretch]>)>>);

impl Lit {
    /// What a notebook marks.
    pub fn of_notebook(notebook: &Notebook, bundle: &Bundle) -> Self {
        let stretch = |mark: Mark| Stretch {
            range: mark.range,
            highlight: mark.highlight.to_owned().into(),
            sign: mark.sign.name(),
            category: named(notebook, mark.category).to_owned().into(),
            note: mark.note.to_owned().into(),
        };
        let passages = marked(notebook, bundle).into_iter();
        Self(Rc::new(passages.map(|(id, marks)| (id.to_owned(), marks.into_iter().map(stretch).collect())).collect()))
    }

    /// What is marked in a passage, if anything is.
    pub fn of(&self, passage: &str) -> Option<Rc<[Stretch]>> {
        self.0.iter().find(|(id, _)| id == passage).map(|(_, stretches)| Rc::clone(stretches))
    }

    /// What is marked in the passages that `is_here` knows.
    pub fn among(&self, is_here: impl Fn(&str) -> bool) -> Self {
        if self.0.is_empty() {
            return self.clone();
        }
        Self(Rc::new(self.0.iter().filter(|(passage, _)| is_here(passage)).cloned().collect()))
    }
}
