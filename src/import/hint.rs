//! The editor's structure notes: what a line is, where the snapshot lost what a rule would need.

use std::fmt;

use serde::Deserialize;

use super::line::{Line, LineKind};
use crate::corpus::BlockKind;

/// The structure notes of one document.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hints {
    /// The document.
    pub document: String,
    /// What the notes rest on.
    pub grounds: String,
    /// The notes, in the order of the text.
    pub lines: Vec<Hint>,
}

/// One structure note.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hint {
    /// How the line begins. The next such line after the one before is meant.
    pub begins: String,
    /// How the last line begins, where the note holds for several; blank lines stay blank.
    #[serde(default)]
    pub through: Option<String>,
    /// What it is.
    pub kind: BlockKind,
    /// The level of a heading.
    #[serde(default)]
    pub level: Option<u8>,
}

/// A structure note that does not fit the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HintError {
    /// The beginning that was looked for.
    pub begins: String,
}

impl fmt::Display for HintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no line begins with “{}” after the line of the note before", self.begins)
    }
}

impl std::error::Error for HintError {}

/// Lets the notes have the last word over what the reader took the lines for.
pub fn apply(hints: &[Hint], lines: &[Line<'_>], kinds: &mut [LineKind]) -> Result<(), Vec<HintError>> {
    let mut errors = Vec::new();
    let mut next = 0;
    for hint in hints {
        let find = |from: usize, begins: &str| {
            lines[from..].iter().position(|line| line.text.starts_with(begins)).map(|found| from + found)
        };
        let Some(first) = find(next, &hint.begins) else {
            errors.push(HintError { begins: hint.begins.clone() });
            continue;
        };
        let last = match &hint.through {
            None => first,
            Some(through) => match find(first, through) {
                Some(last) => last,
                None => {
                    errors.push(HintError { begins: through.clone() });
                    continue;
                }
            },
        };
        for (index, kind) in kinds.iter_mut().enumerate().take(last + 1).skip(first) {
            if index == first || !matches!(kind, LineKind::Blank | LineKind::Continues) {
                *kind = hint.level.map_or(LineKind::Begins(hint.kind), LineKind::Heading);
            }
        }
        next = last + 1;
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}
