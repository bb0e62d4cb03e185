//! What every component may reach: the corpus, and the way to act on the view.

use std::cell::OnceCell;
use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use super::lit::Lit;
use crate::annotate::place::{Mention, mentions};
use crate::compare::{Grid, Lane, lanes};
use crate::corpus::Bundle;
use crate::platform::edition::Edition;
use crate::view::{Action, Mark, View};

/// The bundle and what is computed from it once. Cheap to clone; equal when it is the same one.
#[derive(Clone)]
pub struct Corpus(Rc<Inner>);

pub struct Inner {
    pub bundle: Bundle,
    pub grid: Grid,
    pub lanes: Vec<Lane>,
    mentions: OnceCell<Vec<Mention>>,
}

impl Inner {
    /// Where the texts name places; looked for when it is first asked for.
    pub fn mentions(&self) -> &[Mention] {
        self.mentions.get_or_init(|| mentions(&self.bundle))
    }
}

impl Corpus {
    pub fn new(bundle: Bundle) -> Self {
        let grid = Grid::new(&bundle);
        let lanes = lanes(&bundle, &grid);
        Self(Rc::new(Inner { bundle, grid, lanes, mentions: OnceCell::new() }))
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
    /// Takes what the reader has marked, when that changes.
    pub light: Callback<Lit>,
    pub marking: Marking,
    pub edition: Edition,
}

/// What is marked in the texts, and in whose name what is shown is said.
#[derive(Clone, PartialEq)]
pub struct Marking {
    pub mark: Mark,
    pub voice: Option<AttrValue>,
}

impl Marking {
    pub fn of(view: &View) -> Self {
        Self { mark: view.mark, voice: view.voice.clone().map(AttrValue::from) }
    }
}
