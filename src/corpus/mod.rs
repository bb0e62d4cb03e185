//! The data every other module speaks of: accounts, documents, blocks, passages, dates, periods.
//!
//! Pure data with its invariants. Nothing here reads files, knows the browser, or decides how a thing looks.

mod block;
mod bundle;
mod coded;
mod day;
mod diagnostic;
mod document;
mod field;
mod named;
mod passage;
mod period;
mod range;
pub(crate) mod record;
mod segment;

pub use block::{Block, BlockKind, Tiling};
pub use bundle::{Account, Bundle, FORMAT, LoadError, Section};
pub use day::{Day, Interval, TimeError, interval, month_name};
pub use diagnostic::{Diagnostic, Position};
pub use document::{Document, Issuer, Licence, Title, Written};
pub use field::{Field, FieldKind};
pub use passage::{Basis, Dating, Join, Modality, Passage, PassageKind, Piece, Run, Style, Undated};
pub use period::{Period, Purpose};
pub use range::ByteRange;
pub use segment::{Segment, segments};
