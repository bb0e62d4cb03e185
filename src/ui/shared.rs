//! What every component may reach: the corpus, and the way to act on the view.

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{Grid, Lane, lanes};
use crate::corpus::Bundle;
use crate::view::Action;

/// The bundle and what is computed from it once. Cheap to clone; equal when it is the same one.
#[derive(Clone)]
pub struct Corpus(Rc<Inner>);

pub struct Inner {
    pub bundle: Bundle,
    pub grid: Grid,
    pub lanes: Vec<Lane>,
}

impl Corpus {
    pub fn new(bundle: Bundle) -> Self {
        let grid = Grid::new(&bundle);
        let lanes = lanes(&bundle, &grid);
        Self(Rc::new(Inner { bundle, grid, lanes }))
    }
}

impl Deref for Corpus {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl PartialEq for Corpus {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What the app hands to everything below it.
#[derive(Clone, PartialEq)]
pub struct Shared {
    pub corpus: Corpus,
    pub act: Callback<Action>,
}
