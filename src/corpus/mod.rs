//! The data every other module speaks of: accounts, documents, blocks, passages, dates, periods.
//!
//! Pure data with its invariants. Nothing here reads files, knows the browser, or decides how a thing looks.

mod block;
mod bundle;
mod claim;
mod coded;
mod day;
mod diagnostic;
mod document;
mod field;
mod measure;
mod named;
mod passage;
mod period;
mod place;
mod range;
mod reading;
pub(crate) mod record;
mod relation;
mod segment;
mod voice;

pub use block::{Block, BlockKind, Tiling};
pub use bundle::{Account, Bundle, FORMAT, LoadError, Section};
pub use claim::{Answer, Bound, Claim, Figure, Quote, SharedSource, Standing};
pub use day::{Day, Interval, TimeError, interval, month_name};
pub use diagnostic::{Diagnostic, Position};
pub use document::{Document, Issuer, Licence, Title, Written};
pub use field::{Field, FieldKind};
pub use measure::{Difference, Measure, Publishers, Remark};
pub(crate) use named::names;
pub use passage::{Basis, Dating, Join, Modality, Passage, PassageKind, Piece, Run, Style, Undated};
pub use period::{Period, Purpose};
pub use place::{Homonym, Observation, Place};
pub use range::ByteRange;
pub use reading::Reading;
pub use relation::{Layer, Relation, RelationKind};
pub use segment::{Segment, segments};
pub use voice::{Mode, Speaker, SpeakerKind, Stretch, Verb, Voice};
