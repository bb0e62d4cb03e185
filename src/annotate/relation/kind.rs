//! What kind of relation two passages stand in, and the grounds it is said to rest on.

use super::roles::Charges;
use crate::corpus::RelationKind;

/// What a ground is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroundKind {
    /// Both speak of these days; `what` is an EDTF day or interval.
    Date,
    /// Both signal this topic; `what` is its id in the lexicon.
    Topic,
    /// Both make this charge, each against the other side; `what` is the topic's id.
    Mirrored,
    /// One denies what the other charges; `what` is the topic's id.
    Denied,
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
            Self::Mirrored => "mirrored",
            Self::Denied => "denied",
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

/// How two passages use the charges that both of them make: concepts, in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Stance {
    /// The same side acts in both.
    pub alike: Vec<usize>,
    /// Another side acts in each.
    pub mirrored: Vec<usize>,
    /// One denies it, the other asserts it, and no rule says that they speak of different actors.
    pub denied: Vec<usize>,
}

impl Stance {
    pub(super) fn between(a: &Charges, b: &Charges) -> Self {
        let mut stance = Self::default();
        for (&concept, one) in a {
            let Some(other) = b.get(&concept) else { continue };
            let told = !one.actors.is_empty() && !other.actors.is_empty();
            let apart = told && one.actors.is_disjoint(&other.actors);
            if one.denied != other.denied && !apart {
                stance.denied.push(concept);
            } else if apart {
                stance.mirrored.push(concept);
            } else if told && one.actors == other.actors && one.denied == other.denied {
                stance.alike.push(concept);
            }
        }
        stance
    }
}

/// The relation by rule.
///
/// It is cautious: without one event there is no contradiction, for mirrored charges on different matters both may hold.
/// Support asks for an event too, or for a `leading` charge (one of the strongest grounds) told of the same side.
pub(super) fn decide(one_event: bool, same_time: bool, stance: &Stance, leading: &[usize]) -> RelationKind {
    let leads = |concepts: &[usize]| concepts.iter().copied().find(|concept| leading.contains(concept));
    match (leads(&stance.denied), leads(&stance.mirrored), leads(&stance.alike)) {
        (Some(_), ..) | (None, Some(_), _) if one_event => RelationKind::Contradicts,
        (None, None, Some(_)) if one_event || same_time => RelationKind::Corroborates,
        _ if one_event => RelationKind::SameEvent,
        _ => RelationKind::SameTopic,
    }
}
