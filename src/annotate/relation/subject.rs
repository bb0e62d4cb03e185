//! What the engine is told of a passage.

use std::borrow::Cow;

use crate::corpus::Interval;

/// A passage with what the annotations know of it. Everything but the account and the text may be left empty.
#[derive(Clone, Debug, Default)]
pub struct Subject<'a> {
    /// Passages of one account are never related to each other.
    pub account: &'a str,
    /// Neighbours count within one document only.
    pub document: &'a str,
    /// Whether it may be named as a parallel. Headings and notes may be asked about, but are no answer.
    pub running: bool,
    /// Its words.
    pub text: Cow<'a, str>,
    /// The headings it stands under, without the title of the document.
    pub heading: Cow<'a, str>,
    /// What its footnotes and references say: their titles tell what the passage is about.
    pub notes: Cow<'a, str>,
    /// The days it speaks of, as its words, its headings or the passages before it tell.
    pub times: Vec<Interval>,
    /// The days it speaks of as its present: no text names them.
    pub present: Vec<Interval>,
    /// Ids of the places it names, each as often as it does.
    pub places: Vec<&'a str>,
    /// Ids of those whom it quotes or reports.
    pub voices: Vec<&'a str>,
    /// What it counts, in a few neutral words each: “civilians killed”.
    pub counted: Vec<&'a str>,
}
