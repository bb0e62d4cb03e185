//! The gazetteer: places, and every spelling by which the documents call them.

use serde::{Deserialize, Serialize};

use super::ByteRange;
use super::record::record;

/// A place under all its names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Neutral, readable and stable, without its `place:` prefix.
    pub id: String,
    /// A neutral heading: the accounts' names in alphabetical order where they differ.
    pub name: String,
    /// What kind of place it is, in one plain word.
    pub kind: String,
    /// Every spelling, as it stands in the texts.
    pub spellings: Vec<String>,
    /// Latitude and longitude (WGS 84, degrees), where the place is certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinates: Option<(f64, f64)>,
    /// The editor's note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

record!(Place { id, name, kind, spellings; coordinates, note });

/// Words that look like a name of a place and mean another place, or none (editorial layer).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Homonym {
    /// The passage.
    pub passage: String,
    /// The words.
    pub range: ByteRange,
    /// Id of the place that they mean; none for a person, a newspaper, an organization.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Why.
    pub reason: String,
}

record!(Homonym { passage, range, reason; place });

/// What can be seen of the names (editorial layer).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Observation {
    /// One sentence; every number in it was counted.
    pub observation: String,
    /// Ids of the places it is about.
    pub places: Vec<String>,
    /// Where it can be seen.
    pub passages: Vec<String>,
    /// The editor's note: how a second reading differed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

record!(Observation { observation, places, passages; note });
