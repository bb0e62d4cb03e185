//! Periods × accounts: which passages speak of which period, and what an empty cell means.
//!
//! Computed from dates alone; nothing here is set by hand. Pure: no browser, no clock.

mod answers;
mod emptiness;
mod grid;
mod lane;
mod names;
mod order;
mod voices;

pub use answers::{Stance, could_answer, figures, same, stances};
pub use emptiness::{Emptiness, Silence, silence};
pub use grid::{Cell, Entry, Grid, Row, documents_of};
pub use lane::{Lane, lanes};
pub use names::{Names, Spelling, names};
pub use voices::{Hand, Share, VoiceRow, hand, is_voice, said, shares, stretches, sum, voices};
