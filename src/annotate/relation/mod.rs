//! Relations: for a passage, what do the other accounts say on this, how does it stand to it, and on what does that
//! rest.
//!
//! The accounts of one conflict name places, persons and events differently, and a charge and its answer use the same
//! words with the actors changed. So passages are compared by what they are about and not by their wording: topics from
//! a [`Lexicon`], places and voices by id, times by their days, and words only last. [`relate`] takes the passages as
//! plain [`Subject`]s and knows nothing of documents; [`gather`] makes subjects of a bundle.

mod gather;
mod index;
mod kind;
mod lexicon;
mod subject;
mod terms;
mod text;
mod weights;

#[cfg(test)]
mod tests;

pub use gather::gather;
pub use index::{Index, Related};
pub use kind::{Ground, GroundKind};
pub use lexicon::{Lexicon, LexiconError};
pub use subject::Subject;
pub use weights::Weights;

/// Compares all subjects with one another.
#[must_use]
pub fn relate(subjects: &[Subject<'_>], lexicon: &Lexicon) -> Index {
    Index::new(subjects, lexicon, Weights::default())
}
