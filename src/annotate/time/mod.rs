//! Finds expressions of time in English narrative and dates them: EDTF, earliest and latest day.
//!
//! Three steps, each its own module: `token` (words and numbers, symbols sealed off), `find` (expressions as they are worded), and
//! `narrative` (what each means where it stands). A passage never looks at the passages after it: what is appended to a text
//! does not change what was found before.

mod days;
mod document;
mod find;
mod grammar;
mod layout;
mod lexicon;
mod line;
mod meaning;
mod mention;
mod narrative;
mod price;
mod relative;
mod token;
mod value;
mod years;

#[cfg(test)]
mod tests;

pub use document::times_of_document;

use crate::corpus::{ByteRange, Day, Interval};
use line::Line;
use mention::Shape;
use value::Date;

/// What is known of a document before its text is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// When it was written; both ends open where that is not known.
    pub written: Interval,
}

/// What an expression does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpressionKind {
    /// It names a day, a month, a season or a year.
    Date,
    /// It names a time between two dates, or from or to one.
    Span,
    /// It is the year in the name of a resolution, "822 (1993)", and dates nothing.
    ResolutionYear,
}

/// An expression of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Its bytes in the text.
    pub range: ByteRange,
    /// What it means, in EDTF (ISO 8601-2). A year that nothing tells is `XXXX`.
    pub edtf: String,
    /// The days that reaches from and to; both open where the year is not known.
    pub days: Interval,
    /// What it does.
    pub kind: ExpressionKind,
}

/// The role of a passage in the narrative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Its dates are where the narrative stands from here on, up to the next heading of its level or one above; 0 is a
    /// level that is not known.
    Heading(u8),
    /// Running text.
    Text,
    /// A note, a reference, a caption: its dates are its own, and the narrative does not follow them.
    Apparatus,
}

/// Reads a document passage by passage, in order, and remembers where its narrative stands.
#[derive(Clone, Debug)]
pub struct Tagger {
    line: Line,
    /// The level of the last heading with a date.
    level: u8,
}

impl Tagger {
    /// At the beginning of a document.
    #[must_use]
    pub fn new(context: &Context) -> Self {
        let date = |day: Day| Date::new(day.year, day.month, day.day);
        Self { line: Line { written: context.written.latest.map(date), ..Line::default() }, level: 0 }
    }

    /// The expressions of the next passage, in order, as ranges of it.
    pub fn passage(&mut self, text: &str, role: Role) -> Vec<Expression> {
        let dated = match role {
            Role::Text => narrative::read(text, &mut self.line),
            Role::Apparatus => narrative::read(text, &mut self.line.clone()),
            Role::Heading(level) => {
                let mut own = Line { bounds: None, fresh: true, ..self.line };
                let dated = narrative::read(text, &mut own);
                self.line = match narrative::of_heading(&dated) {
                    Some((main, bounds)) => {
                        self.level = level;
                        Line { main: Some(main), bounds: Some(bounds), fresh: true, loose: false, parted: None, ..own }
                    }
                    None if level > 0 && level <= self.level => Line { fresh: true, bounds: None, ..self.line },
                    None => Line { fresh: true, loose: true, ..self.line },
                };
                dated
            }
        };
        dated.into_iter().filter_map(|dated| expression(&dated)).collect()
    }
}

fn expression(dated: &narrative::Dated) -> Option<Expression> {
    let offset = |at: usize| u32::try_from(at).ok();
    let kind = match (dated.mention.shape, dated.value.start == dated.value.end) {
        (Shape::Resolution(_), _) => ExpressionKind::ResolutionYear,
        (_, true) => ExpressionKind::Date,
        (_, false) => ExpressionKind::Span,
    };
    let range = ByteRange::new(offset(dated.mention.start)?, offset(dated.mention.end)?);
    Some(Expression { range, edtf: dated.value.to_string(), days: dated.value.days(), kind })
}

/// The expressions of a whole text, in order. Headings and paragraphs are told apart by its lines.
#[must_use]
pub fn times(text: &str, context: &Context) -> Vec<Expression> {
    let mut tagger = Tagger::new(context);
    let mut found = Vec::new();
    for (range, role) in layout::passages(text) {
        let Some(start) = u32::try_from(range.start).ok() else { break };
        for expression in tagger.passage(&text[range], role) {
            let range = ByteRange::new(
                expression.range.start.saturating_add(start),
                expression.range.end.saturating_add(start),
            );
            found.push(Expression { range, ..expression });
        }
    }
    found
}
