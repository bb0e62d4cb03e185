//! One thing of a notebook with its dates: what it holds now, or that it was deleted.
//!
//! The last writer counts. What was deleted leaves its date behind, so that an older copy does not bring it back.

use serde_json::{Map, Value};

use super::Moment;
use super::reading::Reading;

/// The member that says when a change that somebody made in a file was imported.
pub const TOLD: &str = "told";

/// Something that is changed as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register<V> {
    /// When it was first made.
    pub created: Moment,
    /// When it was last changed or deleted.
    pub modified: Moment,
    /// What it holds; `None` where it was deleted.
    pub value: Option<V>,
    /// Members of its record that this version does not know, kept for those who do.
    pub more: Map<String, Value>,
}

/// What a register can hold: it is written into, and read from, members of a record.
pub trait Held: Clone + PartialEq {
    /// Writes its members.
    fn write(&self, fields: &mut Map<String, Value>);

    /// Takes its members out of a record; `None` where they say nothing that could be kept.
    fn read(fields: &mut Map<String, Value>, reading: &mut Reading) -> Option<Self>;
}

impl Held for String {
    fn write(&self, fields: &mut Map<String, Value>) {
        fields.insert("text".into(), Value::String(self.clone()));
    }

    fn read(fields: &mut Map<String, Value>, reading: &mut Reading) -> Option<Self> {
        reading.required("text", fields)
    }
}

impl<V: Held> Register<V> {
    /// A new thing.
    #[must_use]
    pub fn new(value: V, at: Moment) -> Self {
        Self { created: at, modified: at, value: Some(value), more: Map::new() }
    }

    /// Sets or deletes it. It is dated later than before, whatever the clock says. Gives back what it held.
    pub fn set(&mut self, value: Option<V>, at: Moment) -> Option<V> {
        self.modified = at.after(self.modified);
        std::mem::replace(&mut self.value, value)
    }

    /// Takes over what another copy holds, where that is later. Whether the value is another one now, and which it was.
    ///
    /// The order is total: by date; of the same date what was imported last comes last, then what was deleted; then by what
    /// is written in the file.
    /// So copies agree in whatever order they meet.
    pub fn merge(&mut self, other: &Self) -> Option<Option<V>> {
        self.created = self.created.min(other.created);
        if !self.is_before(other) {
            return None;
        }
        self.modified = other.modified;
        self.more.clone_from(&other.more);
        let before = std::mem::replace(&mut self.value, other.value.clone());
        (before != self.value).then_some(before)
    }

    fn is_before(&self, other: &Self) -> bool {
        let (own, theirs) = (self.rank(), other.rank());
        own < theirs || (own == theirs && self.written() < other.written())
    }

    fn rank(&self) -> (Moment, &str, bool) {
        let told = self.more.get(TOLD).and_then(Value::as_str).unwrap_or_default();
        (self.modified, told, self.value.is_none())
    }

    fn written(&self) -> String {
        let mut fields = Map::new();
        if let Some(value) = &self.value {
            value.write(&mut fields);
        }
        format!("{}{}", Value::Object(fields), Value::Object(self.more.clone()))
    }
}
