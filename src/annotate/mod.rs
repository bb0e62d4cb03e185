//! The engine: annotations that rules in code read off any text, each of them open about being the engine's.

pub mod place;
pub mod relation;
pub mod time;
pub mod voice;
