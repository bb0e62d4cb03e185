//! What was measured, and what was counted, when the bundle was compiled.

use serde::Serialize;

use super::ByteRange;
use super::named::named;
use super::record::record;

/// How near the engine comes to the editorial layer in one kind of annotation. Shares are thousandths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// What is compared, in plain words.
    pub what: String,
    /// Cases in the editorial layer.
    pub cases: u32,
    /// The share of what the engine found that is the editors' as well; none where it ranks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<u32>,
    /// The share of what the editors have that the engine found.
    pub recall: u32,
    /// Their harmonic mean (van Rijsbergen 1979).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub f1: Option<u32>,
}

record!(Measure { what, cases, recall; precision, f1 });

/// Publishers of references that share their kind or their country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Publishers {
    /// The kind, in one plain word, or the country of the seat (ISO 3166-1 alpha-2).
    pub of: String,
    /// How many references they have.
    pub references: u32,
    /// Each publisher of a kind, with how many references it has; none for a country.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
}

record!(Publishers { of, references; names });

named! {
    /// In what the engine's annotation differs from the editors'.
    pub enum Difference {
        /// The engine dates words that no editor dated.
        TimeAdded = "time-added",
        /// The engine does not find a date.
        TimeMissed = "time-missed",
        /// The engine dates it otherwise.
        TimeOther = "time-other",
        /// The engine takes for somebody else's words what no editor marked.
        VoiceAdded = "voice-added",
        /// The engine does not find a voice.
        VoiceMissed = "voice-missed",
        /// The engine takes more or less for the speaker's.
        VoiceExtent = "voice-extent",
        /// The engine takes another verb for the one that attributes it.
        VoiceVerb = "voice-verb",
        /// The engine takes somebody else for the speaker.
        VoiceSpeaker = "voice-speaker",
    }
}

/// Where the engine differs from the editorial layer (engine's layer). Where nothing is said, both have the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// The passage.
    pub passage: String,
    /// The words, as the engine has them; as the editors have them where the engine has none.
    pub range: ByteRange,
    /// In what it differs.
    pub difference: Difference,
    /// What the engine says: a date in EDTF, a verb, the words for a speaker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
}

record!(Remark { passage, range, difference; says });
