//! Voices: whose words or claims a stretch of a passage is, below the document's author.

use serde::{Deserialize, Serialize};

use super::ByteRange;
use super::named::named;
use super::record::record;

named! {
    /// What kind of speaker somebody is.
    pub enum SpeakerKind {
        /// A state, its government, its ministries, armed forces, parliament, prosecutors.
        State = "state",
        /// A body of several states.
        Intergovernmental = "intergovernmental",
        /// A court.
        Court = "court",
        /// An organization of no state.
        NonGovernmental = "non-governmental",
        /// A newspaper, an agency, a broadcaster.
        Press = "press",
        /// A scholar.
        Scholar = "scholar",
        /// Anybody else with a name.
        Person = "person",
        /// "Critics", "locals", "one side": the text gives no name.
        Unnamed = "unnamed",
    }
}

named! {
    /// How somebody's words are given.
    pub enum Mode {
        /// Word for word.
        Quoted = "quoted",
        /// In the words of who reports them.
        Reported = "reported",
    }
}

/// Somebody whose words or claims the documents give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speaker {
    /// Readable and stable, without its `speaker:` prefix.
    pub id: String,
    /// The name, in plain English.
    pub name: String,
    /// What kind of speaker it is.
    pub kind: SpeakerKind,
    /// The account in whose side's name it speaks; none for whoever speaks for no side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
    /// The office a person held at the time, as the text gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// The editor's note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

record!(Speaker { id, name, kind; side, office, note });

/// The words that attribute a stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verb {
    /// Its base form: "state", "call for", "according to".
    pub lemma: String,
    /// Where it stands; for a block quotation in the passage before it.
    pub range: ByteRange,
}

/// One step of a stack of voices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Id of the speaker.
    pub speaker: String,
    /// How its words are given.
    pub mode: Mode,
    /// The words that attribute them, where there are any.
    pub verb: Option<Verb>,
}

/// A stretch of a passage that gives the words or claims of others (editorial layer).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where it stands.
    pub range: ByteRange,
    /// From the outside in: whom the document's author quotes or reports, then whom that speaker does. Never empty.
    pub voices: Vec<Voice>,
    /// The editor's note: what is unsure, or was read in two ways.
    pub note: Option<String>,
}
