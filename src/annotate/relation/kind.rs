//! What kind of relation two passages stand in, and the grounds it is said to rest on.

use crate::corpus::RelationKind;

/// What a ground is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroundKind {
    /// Both speak of these days; `what` is an EDTF day or interval.
    Date,
    /// Both signal this topic; `what` is its id in the lexicon.
    Topic,
    /// Both name this place, by id.
    Place,
    /// Both quote or report this voice, by id.
    Voice,
    /// Both count this.
    Counted,
    /// Both use these words; `what` lists them as the passage asked about has them.
    Words,
}

impl GroundKind {
    /// Its name in data.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Topic => "topic",
            Self::Place => "place",
            Self::Voice => "voice",
            Self::Counted => "counted",
            Self::Words => "words",
        }
    }
}

/// One thing that two passages share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ground {
    /// What kind of thing.
    pub kind: GroundKind,
    /// Which one: see [`GroundKind`].
    pub what: String,
}

/// The relation by rule. Whether two passages bear each other out or contradict each other the engine does not say: that takes a
/// reader.
pub(super) const fn kind(one_event: bool) -> RelationKind {
    if one_event { RelationKind::SameEvent } else { RelationKind::SameTopic }
}
