//! A view as the fragment of a URL, and back.
//!
//! `v1/PAGE/SUBJECT?key=value&…`, readable, with nothing in it that is as at the start:
//! - `v1/compare/2020-war?columns=armenian+international&layout=dates&show=letter.p12`
//! - `v1/read/letter`, `v1/read/letter+article?show=article.may-2021.p1`, `v1/original/letter`
//! - `v1/voices`, `v1/voices/azerbaijan`, `v1/names/karabakh`, `v1/claims/entry-may-2021`
//! - `v1/vocabulary`, `v1/vocabulary?word=ceasefire`
//! - `v1/search?q=cease-fire+in:letter`, `v1/concordance?q=occupied&forms=any&sort=left`
//! - `v1/notebook`, `v1/guided/letter`, `v1/compare?own=beside`
//! - `v1/handout?q=letter.p7+article.lead.p3+ask:differ+lines:6`
//! - `v1/sources`, `v1/about`
//! - `letter.p12`, `letter.p8.s2` (a sentence of it), `period:2020-war`, `place:karabakh`, `speaker:azerbaijan` and `claim:…` alone, to be typed or
//!   cited
//!
//! Any fragment decodes. What is not understood is left at the start's value, and a [`Notice`] says so.

mod decode;
mod encode;

pub use decode::decode;
pub use encode::encode;

use super::View;
use crate::search::concordance::Order;

/// Version of the fragment's form.
pub const VERSION: &str = "v1";

/// Longest fragment that is looked into, in bytes: a hand-out with all its passages, and the longest task in any script.
pub const FRAGMENT_AT_MOST: usize = 16_384;

/// Longest text that is looked for, in bytes; a longer one is cut, and that is told.
pub const QUERY_AT_MOST: usize = 600;

/// What a concordance may be sorted by; first what it is sorted by at the start.
pub const ORDERS: [(&str, Order); 5] = [
    ("text", Order::Text),
    ("left", Order::Left),
    ("right", Order::Right),
    ("date", Order::Date),
    ("document", Order::Document),
];

/// Something in a fragment that could not be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Longer than [`FRAGMENT_AT_MOST`]; it was not looked into.
    TooLong(usize),
    /// Written for another version of the app; read as far as it goes.
    OtherVersion(String),
    /// No such page.
    UnknownPage(String),
    /// No such document.
    UnknownDocument(String),
    /// No such period.
    UnknownPeriod(String),
    /// No such passage.
    UnknownPassage(String),
    /// No such account, or the same one twice.
    UnknownAccount(String),
    /// A key or value that means nothing here.
    Unknown(String),
}

/// A view, and what in its fragment could not be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The nearest valid view.
    pub view: View,
    /// What was not understood.
    pub notices: Vec<Notice>,
}
