//! Reading a source: JSON with the place of a fault.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use crate::corpus::{Diagnostic, Position};

/// Contents of the source files, by path from the project's root.
pub type Sources = BTreeMap<String, String>;

/// The text of a source; empty where it is missing.
pub fn text<'a>(sources: &'a Sources, file: &str) -> &'a str {
    sources.get(file).map_or("", String::as_str)
}

/// Where the words of a string stand in a JSON source, whatever escapes they need.
pub fn place(source: &str, string: &str) -> Position {
    let quoted = serde_json::to_string(string).unwrap_or_default();
    Position::of(quoted.get(1..quoted.len() - 1).unwrap_or_default(), source)
}

/// Reads a source as JSON of a known shape.
pub fn json<T: DeserializeOwned>(sources: &Sources, file: &str) -> Result<T, Diagnostic> {
    let Some(text) = sources.get(file) else {
        return Err(Diagnostic {
            file: file.to_owned(),
            position: Position::default(),
            reason: "the file is missing".into(),
            hint: "every document has a metadata file of its id, and the corpus its periods".into(),
        });
    };
    serde_json::from_str(text).map_err(|error| Diagnostic {
        file: file.to_owned(),
        position: Position {
            line: u32::try_from(error.line()).unwrap_or(u32::MAX),
            column: u32::try_from(error.column()).unwrap_or(u32::MAX),
        },
        reason: error.to_string(),
        hint: "the README says which fields the file has".into(),
    })
}

/// Reads a source that a corpus may do without.
pub fn optional<T: DeserializeOwned + Default>(sources: &Sources, file: &str, faults: &mut Vec<Diagnostic>) -> T {
    if !sources.contains_key(file) {
        return T::default();
    }
    json(sources, file).unwrap_or_else(|fault| {
        faults.push(fault);
        T::default()
    })
}
