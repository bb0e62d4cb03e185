//! Periods: the rows in which the accounts are compared.

use serde::{Deserialize, Serialize};

use super::Interval;
use super::record::record;

/// One row of the comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// Readable and stable, without its `period:` prefix.
    pub id: String,
    /// A neutral title.
    pub title: String,
    /// A shorter one for the timeline.
    pub short: String,
    /// Its bounds, as an EDTF interval of days.
    pub edtf: String,
    /// Its first and last day; computed.
    #[serde(default)]
    pub days: Interval,
    /// The editor's reason why it begins where it does.
    pub begins: String,
    /// The editor's reason why it ends where it does.
    pub ends: String,
}

record!(Period { id, title, short, edtf, begins, ends; days });

/// An editor's finding that a time lies outside what a document set out to tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    /// The document.
    pub document: String,
    /// The periods.
    pub periods: Vec<String>,
    /// Why, with the words of the document it rests on.
    pub reason: String,
    /// Words of the document that state its purpose.
    pub words: String,
}

record!(Purpose { document, periods, reason, words });
