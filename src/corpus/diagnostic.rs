//! What is wrong with a source of the corpus: where, why, and how to mend it.

use std::fmt;

/// A place in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// From 1; 0 where the fault is the file's as a whole.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
}

impl Position {
    /// The place of the first occurrence of `needle`; the whole file where it does not occur.
    #[must_use]
    pub fn of(needle: &str, source: &str) -> Self {
        source.find(needle).map_or_else(Self::default, |offset| Self::at(offset, source))
    }

    /// The place of a byte offset.
    #[must_use]
    pub fn at(offset: usize, source: &str) -> Self {
        let before = &source[..source.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line: u32::try_from(before.matches('\n').count()).unwrap_or(u32::MAX).saturating_add(1),
            column: u32::try_from(before[line_start..].chars().count()).unwrap_or(u32::MAX).saturating_add(1),
        }
    }
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file, as a path from the project's root.
    pub file: String,
    /// The place in it.
    pub position: Position,
    /// What is wrong, with the offending input.
    pub reason: String,
    /// How to mend it.
    pub hint: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if self.position.line > 0 {
            write!(f, ":{}:{}", self.position.line, self.position.column)?;
        }
        write!(f, ": {}\n  hint: {}", self.reason, self.hint)
    }
}

impl std::error::Error for Diagnostic {}
