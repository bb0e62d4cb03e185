//! Relations: which passages of two accounts speak to each other, and what that rests on.

use serde::Serialize;

use super::named::named;
use super::record::record;

named! {
    /// Who made an annotation.
    #[derive(Default)]
    pub enum Layer {
        /// An editor, by reading.
        #[default]
        Editorial = "editorial",
        /// The engine, by rule.
        Engine = "engine",
    }
}

named! {
    /// How two passages stand to each other.
    pub enum RelationKind {
        /// Both tell of one event.
        SameEvent = "same-event",
        /// Both speak of one matter, at another time or of other people.
        SameTopic = "same-topic",
        /// One supports what the other says.
        Corroborates = "corroborates",
        /// They cannot both hold, or one denies the other.
        Contradicts = "contradicts",
    }
}

/// Two passages of different accounts, side by side for a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Relation {
    /// One passage.
    pub a: String,
    /// The other.
    pub b: String,
    /// How they stand to each other.
    pub relation: RelationKind,
    /// Who set them side by side.
    #[serde(skip_serializing_if = "is_editorial")]
    pub layer: Layer,
    /// The editor's reason, or what the engine found in both.
    pub reason: String,
    /// Whether no reader of the one should miss the other, as an editor judged.
    #[serde(skip_serializing_if = "is_false")]
    pub must: bool,
    /// The engine's score, in hundredths; 0 in the editorial layer.
    #[serde(skip_serializing_if = "is_zero")]
    pub score: u32,
    /// How a second reading differed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

record!(Relation { a, b, relation, reason; layer, must, score, note });

fn is_editorial(layer: &Layer) -> bool {
    *layer == Layer::Editorial
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(score: &u32) -> bool {
    *score == 0
}
