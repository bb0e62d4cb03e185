//! The words of the interface: one catalogue with typed keys, sentences with their values, dates.
//!
//! English first. Another language is another set of the same functions; no other module glues words together.

mod catalogue;
mod date;
mod layers;
pub mod notebook;
mod phrase;
mod prose;

pub use catalogue::{Key, say};
pub use date::date;
pub use layers::*;
pub use phrase::*;
pub use prose::READING;
