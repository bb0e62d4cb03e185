//! The words of the interface: one catalogue with typed keys, sentences with their values, dates.
//!
//! English first. Another language is another set of the same functions; no other module glues words together.

mod catalogue;
mod date;
mod dating;
pub mod desk;
pub mod find;
mod layers;
mod leaf;
pub mod notebook;
mod phrase;
mod prose;
mod silence;
mod source;
pub mod vocabulary;

pub use catalogue::{Key, say};
pub use date::date;
pub use dating::{also_under, basis, dating, modality, undated};
pub use layers::*;
pub use leaf::{Leaf, leaf};
pub use phrase::*;
pub use prose::{ACCESS, MAKERS, READING};
pub use silence::{emptiness, why_account_empty, why_empty};
pub use source::*;
