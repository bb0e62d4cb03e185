//! The engine: rules that annotate any English text. It knows no document and asks no browser.

pub mod place;
