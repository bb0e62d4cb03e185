//! The engine: what rules can say of any text. Pure; knows no corpus and no editor's data.

pub mod voice;
