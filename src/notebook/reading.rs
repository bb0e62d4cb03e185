//! Reading records that anybody may have written: what fits is taken, what does not is named with its place.

use serde_json::{Map, Value};

use super::fault::{FAULTS_AT_MOST, Fault, ID_AT_MOST, Problem};
use super::{Moment, Span};

/// Where one is in a file, and what was found wrong.
#[derive(Default)]
pub struct Reading {
    path: Vec<String>,
    faults: Vec<Fault>,
    more: usize,
}

impl Reading {
    /// Everything that was found wrong.
    pub fn faults(mut self) -> Vec<Fault> {
        if self.more > 0 {
            self.faults.push(Fault { path: String::new(), problem: Problem::More(self.more) });
        }
        self.faults
    }

    /// Reads something inside.
    pub fn within<T>(&mut self, step: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step.to_owned());
        let read = read(self);
        self.path.pop();
        read
    }

    /// Notes a fault here.
    pub fn fault(&mut self, problem: Problem) {
        if self.faults.len() < FAULTS_AT_MOST {
            self.faults.push(Fault { path: self.path.join("."), problem });
        } else {
            self.more += 1;
        }
    }

    /// Notes a fault of a member.
    pub fn fault_at(&mut self, name: &str, problem: Problem) {
        self.within(name, |reading| reading.fault(problem));
    }

    /// Notes that something else was expected here.
    pub fn expected<T>(&mut self, what: &'static str) -> Option<T> {
        self.fault(Problem::Expected(what));
        None
    }

    /// An object.
    pub fn object(&mut self, value: Value) -> Option<Map<String, Value>> {
        match value {
            Value::Object(fields) => Some(fields),
            _ => self.expected("an object"),
        }
    }

    /// Takes a text; none where it is missing or null.
    pub fn text(&mut self, name: &'static str, fields: &mut Map<String, Value>) -> Option<String> {
        match fields.remove(name)? {
            Value::String(text) => Some(text),
            Value::Null => None,
            _ => self.within(name, |reading| reading.expected("a text")),
        }
    }

    /// Takes a text that must be there.
    pub fn required(&mut self, name: &'static str, fields: &mut Map<String, Value>) -> Option<String> {
        if !fields.contains_key(name) {
            self.fault(Problem::Missing(name));
        }
        self.text(name, fields)
    }

    /// Takes an id.
    pub fn id(&mut self, name: &'static str, fields: &mut Map<String, Value>) -> Option<String> {
        let id = self.text(name, fields).filter(|id| !id.is_empty() && id.len() <= ID_AT_MOST);
        if id.is_none() {
            self.fault(Problem::NoId);
        }
        id
    }

    /// Takes a moment; none where it is missing.
    pub fn moment(&mut self, name: &'static str, fields: &mut Map<String, Value>) -> Option<Moment> {
        let text = self.text(name, fields)?;
        let moment = Moment::parse(&text);
        if moment.is_none() {
            self.fault_at(name, Problem::NotADate(text.chars().take(40).collect()));
        }
        moment
    }

    /// Takes a position: both ends, the first not behind the last.
    pub fn span(&mut self, fields: &mut Map<String, Value>) -> Option<Span> {
        let (start, end) = (fields.remove("start"), fields.remove("end"));
        if start.is_none() && end.is_none() {
            return None;
        }
        let number = |value: Option<Value>| u32::try_from(value?.as_u64()?).ok();
        match (number(start), number(end)) {
            (Some(start), Some(end)) if start <= end => Some(Span { start, end }),
            _ => self.within("start", |reading| reading.expected("two whole numbers, the smaller first")),
        }
    }

    /// Takes a list, and reads its items; those that give nothing are left out.
    pub fn list<T>(
        &mut self,
        name: &'static str,
        fields: &mut Map<String, Value>,
        read: impl FnMut(Value, &mut Self) -> Option<T>,
    ) -> Vec<T> {
        match fields.remove(name) {
            None | Some(Value::Null) => Vec::new(),
            Some(value) => self.within(name, |reading| reading.items(value, read)),
        }
    }

    /// Reads the items of a list, likewise.
    pub fn items<T>(&mut self, value: Value, mut read: impl FnMut(Value, &mut Self) -> Option<T>) -> Vec<T> {
        let Value::Array(items) = value else {
            self.fault(Problem::Expected("a list"));
            return Vec::new();
        };
        let items = items.into_iter().enumerate();
        items.filter_map(|(index, item)| self.within(&index.to_string(), |reading| read(item, reading))).collect()
    }
}
