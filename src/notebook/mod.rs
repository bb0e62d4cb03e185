//! The reader's own work: highlights with notes, an account of one's own beside the others, answers to a guided reading.
//!
//! Everything a [`Notebook`] holds is a [`Register`]: a value with its dates, of which the later one counts. A [`Change`]
//! gives what takes it back, a [`History`] undoes and redoes, and two copies merge without an umpire. Words are found
//! again by a [`Selector`] after the text has changed. [`import`] reads what [`json`], [`json_ld`], [`markdown`] and
//! [`table`] write, and what others may have written.
//!
//! No clock and no chance: moments and ids are given from outside.

mod address;
mod change;
mod fault;
mod handout;
mod history;
mod import;
pub mod light;
mod markdown;
mod marked;
mod merge;
mod model;
mod moment;
mod order;
mod own;
mod prompt;
mod quoted;
mod reading;
mod register;
mod registers;
mod selector;
mod shown;
mod table;
mod web;

pub use address::Address;
pub use change::Change;
pub use fault::{
    BYTES_AT_MOST, DEPTH_AT_MOST, FAULTS_AT_MOST, Fault, ID_AT_MOST, ITEMS_AT_MOST, Problem, Refusal, VALUES_AT_MOST,
};
pub use handout::{Handout, LINES_AT_MOST, PASSAGES_AT_MOST, TASK_AT_MOST};
pub use history::History;
pub use import::{Imported, import};
pub use markdown::markdown;
pub use marked::{Mark, marked};
pub use model::{Asked, CATEGORIES, Category, Highlight, Notebook, Part, Sign, Slot, Target};
pub use moment::Moment;
pub use order::ordered;
pub use own::{FORMAT, TYPE, json, stored};
pub use prompt::{Prompt, Step};
pub use quoted::{Misquoted, misquoted};
pub use register::Register;
pub use registers::Registers;
pub use selector::{Place, Selector, Span};
pub use shown::{selected, selected_as_read, shown, whole_words};
pub use table::table;
pub use web::json_ld;
