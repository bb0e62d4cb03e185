//! Citations: what is cited, as data for reference managers and as a reader would write it by hand.
//!
//! An [`Item`] is made of a document, of a place in it, or of a view of the app. From it come [`csl_json`], [`bibtex`] and
//! [`ris`], and a [`Citation`] in each [`Style`]. Processors of CSL exist, but the smallest of them weighs several times
//! what the app does; three styles of three kinds of text are few rules, held here against the manuals' own examples.

mod carried;
mod exchange;
mod item;
mod styled;

pub use carried::carried;
pub use exchange::{bibtex, csl_json, metadata, ris};
pub use item::{Issued, Item, Kind, Locator};
pub use styled::{Citation, Style, Words, html, plain};
