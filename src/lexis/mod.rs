//! The vocabulary of the accounts: how often each says a word, what it says more than the others, beside which words, and
//! in whose mouth.
//!
//! What is counted:
//! - **Running text**: paragraphs, items of lists, block quotations. Headings, letterheads, signatures, signatories, captions,
//!   infoboxes, footnotes and references stand beside it, and are left out.
//! - **Words** are those of the search ([`crate::search`]): folded, a genitive's ending left out, parted at hyphens. What
//!   has no letter is no word. Words tied by a hyphen are one word where the texts write it in one as well: "cease-fire",
//!   as there is "ceasefire".
//! - **Forms** of one word are counted together: those of one stem (Snowball English) that are no more than three letters longer than the
//!   shortest. "occupied" and "occupying" are one word, "internal" and "international" are two.
//! - **Quotations** are counted apart: a word that the editors mark as somebody else's, given word for word, is no word of
//!   the account. A report is: the claim is somebody else's, the wording is the account's.
//!
//! A figure is given only where there is enough to give one: [`FLOOR`], [`PARTS_AT_LEAST`], [`EXPECTED_AT_LEAST`].

mod collocates;
mod keyness;
mod score;
mod table;
mod text;
mod uses;

pub use collocates::{Collocate, Collocates, NEAR_AT_LEAST, SURE, WINDOW};
pub use keyness::{EXPECTED_AT_LEAST, Keyness, Keyword, PARTS_AT_LEAST};
pub use score::{critical, dispersion, expected, hundredths, log_likelihood, log_ratio};
pub use table::Table;
pub use text::{Counts, Head, Lexis, Word, Wording};
pub use uses::{Mouth, Mouths, Rate, discussed};

/// A word that stands so many times and no fewer has a rate, may be a keyword, and has collocates.
pub const FLOOR: u32 = 5;
