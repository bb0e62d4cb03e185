//! What can be set side by side: claims, figures, and the sources that accounts share.

use serde::Serialize;

use super::ByteRange;
use super::named::named;
use super::record::record;

named! {
    /// How the answers to a question stand to each other.
    pub enum Standing {
        /// They say the same.
        Agree = "agree",
        /// They say different things, which may all hold.
        Differ = "differ",
        /// They cannot all hold.
        Contradict = "contradict",
        /// Only one account answers.
        OneSided = "one-sided",
    }
}

/// Words of a passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// The passage.
    pub passage: String,
    /// The words.
    pub range: ByteRange,
}

record!(Quote { passage, range });

/// What one document, or a voice in it, answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The passage.
    pub passage: String,
    /// The words that answer.
    pub range: ByteRange,
    /// Who says so, where it is not the document itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// When it was said, in EDTF.
    pub date: String,
}

record!(Answer { passage, range, date; speaker });

/// A question that accounts answer (editorial layer).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Claim {
    /// Readable and stable, without its `claim:` prefix.
    pub id: String,
    /// What it is about, in one plain word.
    pub topic: String,
    /// A neutral question.
    pub question: String,
    /// How the answers stand to each other.
    pub standing: Standing,
    /// On what they agree or differ.
    pub reason: String,
    /// The answers, in order of the accounts.
    pub answers: Vec<Answer>,
    /// The editor's note: how a second reading differed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The first day that it asks about, as ISO 8601 has it, where its answers do not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
}

record!(Claim { id, topic, question, standing, reason, answers; note, since });

named! {
    /// What the words say of a figure's precision.
    pub enum Bound {
        /// At least so many.
        AtLeast = "at-least",
        /// At most so many.
        AtMost = "at-most",
        /// About so many.
        About = "about",
        /// More than so many.
        MoreThan = "more-than",
        /// Less than so many.
        LessThan = "less-than",
    }
}

/// A number that a text gives (editorial layer).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// Readable and stable, without its `figure:` prefix.
    pub id: String,
    /// The passage.
    pub passage: String,
    /// The words that give it.
    pub range: ByteRange,
    /// Its least and its greatest value; the same where it is one number. The greatest is none where only the least
    /// is said, the least none where only the greatest is.
    pub value: (Option<f64>, Option<f64>),
    /// The value in plain words, with its unit: "613 people", "more than 700,000 people". Computed.
    pub told: String,
    /// What the words say of its precision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// The unit, in one plain word: people, km2, villages.
    pub unit: String,
    /// What is counted.
    pub counted: String,
    /// The event or place it is about.
    pub subject: String,
    /// As of when, in EDTF.
    pub as_of: String,
    /// Who says so, where it is not the document itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Figures of one group answer one question.
    pub group: String,
    /// The text's own conversion to another unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub converted: Option<String>,
    /// The editor's note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Figure {
    /// Whether its value is the editors' reading of words: an order of magnitude ("thousands") whose bound is not the
    /// text's.
    #[must_use]
    pub const fn is_reading(&self) -> bool {
        self.bound.is_none() && (self.value.0.is_none() || self.value.1.is_none())
    }
}

record!(Figure { id, passage, range, value, told, unit, counted, subject, as_of, group; bound, by, converted, note });

/// A source that several passages lean on: their agreement is not that of several witnesses (editorial layer).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SharedSource {
    /// Readable and stable, without its `source:` prefix.
    pub id: String,
    /// What it is.
    pub source: String,
    /// Where it is used.
    pub uses: Vec<Quote>,
    /// What follows from it.
    pub note: String,
}

record!(SharedSource { id, source, uses, note });
