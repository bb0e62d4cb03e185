//! Absolute dates as they are put together: a date alone, a part of one, a range of two.
//!
//! Days and months are read in `days`, years and what is longer in `years`, expressions that go by another date in `relative`.

use super::mention::{Part, Partial, Shape};
use super::token::{DASHES, END, Kind, Token};

/// Reads dates off the tokens of a passage. A reading answers with what it found and the index after it.
pub struct Grammar<'a> {
    pub tokens: &'a [Token<'a>],
}

/// Expressions with their first token and the one after their last.
pub type Found = Vec<(Shape, usize, usize)>;

const ADJECTIVES: [(&str, Part); 3] = [("early", Part::Early), ("mid", Part::Mid), ("late", Part::Late)];

/// "the end of", "the latter part of": the words, those that may stand before them, and the part.
const NOUNS: [(&str, &str, Part); 9] = [
    ("end close", "", Part::End),
    ("beginning start outset", "", Part::Beginning),
    ("middle", "", Part::Mid),
    ("half", "first", Part::FirstHalf),
    ("half", "second latter", Part::SecondHalf),
    ("part months", "latter last final closing", Part::Late),
    ("part months", "early first opening", Part::Early),
    ("days weeks", "last final closing", Part::End),
    ("days weeks", "first opening", Part::Beginning),
];

impl Grammar<'_> {
    /// The token at an index; past the last one, [`END`].
    pub fn at(&self, at: usize) -> &Token<'_> {
        self.tokens.get(at).unwrap_or(&END)
    }

    /// The token before an index.
    pub fn before(&self, at: usize) -> &Token<'_> {
        self.at(at.wrapping_sub(1))
    }

    pub fn is(&self, at: usize, words: &str) -> bool {
        self.at(at).is(words)
    }

    pub fn is_mark(&self, at: usize, marks: &str) -> bool {
        self.at(at).is_mark(marks)
    }

    /// The index after a word, where it stands at this one.
    pub fn skip(&self, at: usize, words: &str) -> usize {
        at + usize::from(self.is(at, words))
    }

    /// Whether one of the words stands before an expression, an article aside.
    pub fn opens(&self, at: usize, words: &str) -> bool {
        let before = self.before(at);
        before.is(words) || before.is("the") && self.is(at.wrapping_sub(2), words)
    }

    /// The expressions that begin at a token.
    pub fn dates(&self, at: usize) -> Option<Found> {
        self.resolution_year(at).or_else(|| self.days(at)).or_else(|| self.range_or_point(at))
    }

    fn range_or_point(&self, at: usize) -> Option<Found> {
        let (first, end) = self.point(at)?;
        // The second half of "pp. 1829–1905", of which the first was no year.
        let halved = self.at(at).glued && self.before(at).glued && self.before(at).is_mark(DASHES);
        if halved && first.month == 0 && self.at(at.wrapping_sub(2)).digits > 0 {
            return None;
        }
        let (shape, end) = self.range(at, first, end).unwrap_or((Shape::Point(first), end));
        Some(vec![(shape, at, end)])
    }

    fn range(&self, at: usize, first: Partial, end: usize) -> Option<(Shape, usize)> {
        let next = self.at(end);
        let dash = next.is_mark(DASHES) && (next.glued || !next.is_mark("—"));
        let slash = next.is_mark("/") && first.day == 0;
        if !(dash || slash || next.is("to through until till") || next.is("and") && self.opens(at, "between")) {
            return None;
        }
        let from = self.skip(end + 1, "the");
        let (first, second, end) = match self.point(from) {
            Some((second, stop)) => (first, second, stop),
            None if dash || slash => (first, short_year(first, self.at(from))?, from + 1),
            None => return None,
        };
        let (first, second) = complete(first, second)?;
        Some((Shape::Range(first, second), end))
    }

    /// One date, with the words for a part of it.
    pub fn point(&self, at: usize) -> Option<(Partial, usize)> {
        let Some((part, next)) = self.part(at) else { return self.whole(at) };
        let (point, end) = self.whole(next)?;
        Some((Partial { part, ..point }, end))
    }

    /// "early", "mid-", "the end of", and the index of what they are a part of.
    pub fn part(&self, at: usize) -> Option<(Part, usize)> {
        let at = self.skip(at, "the");
        if !self.is(at + 1, "part months")
            && let Some((_, part)) = ADJECTIVES.iter().find(|(word, _)| self.is(at, word))
        {
            let next = at + 1 + usize::from(self.is_mark(at + 1, DASHES) || self.is(at + 1, "in"));
            return Some((*part, self.skip(next, "the")));
        }
        let found = |(words, before, part): &(&str, &str, Part)| {
            let noun = self.skip(at, before);
            let of = noun + 1;
            let whole = self.is(noun, words) && self.is(of, "of") && (noun > at || before.is_empty());
            whole.then(|| (*part, self.skip(of + 1, "the")))
        };
        NOUNS.iter().find_map(found)
    }

    /// A whole day, month, year, decade, century, season or feast.
    fn whole(&self, at: usize) -> Option<(Partial, usize)> {
        self.numeric(at)
            .or_else(|| self.feast(at))
            .or_else(|| self.day_month(at))
            .or_else(|| self.month_day(at))
            .or_else(|| self.season(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.century(at))
            .or_else(|| self.bare_year(at))
    }
}

/// The second year of "1914–18".
fn short_year(first: Partial, token: &Token) -> Option<Partial> {
    let from = first.year.filter(|year| first.month == 0 && *year >= 1000)?;
    let year = from - from % 100 + i32::try_from(token.value).ok()?;
    let short = token.kind == Kind::Number && token.digits == 2 && token.glued && year > from;
    // "1914/1915": in front of a stroke a year is none but for the one that stands before it.
    let next = token.digits == 4 && token.glued && i64::from(token.value) == i64::from(from) + 1;
    let year = if next { from + 1 } else { year };
    (short || next).then_some(Partial { part: Part::Whole, year: Some(year), ..first })
}

/// Gives each end of a range what only the other one says; `None` where they are no range.
fn complete(mut first: Partial, mut second: Partial) -> Option<(Partial, Partial)> {
    let years = [first, second].map(|end| end.month == 0);
    let dated = first.year.is_some() && second.year.is_some();
    let mixed = years[0] != years[1] || (first.day > 0) != (second.day > 0);
    let weak = first.weak != second.weak && years == [true; 2] && second.year > Some(0);
    if mixed && !dated || weak {
        return None;
    }
    let order = (first.month, first.day) <= (second.month, second.day);
    match (first.year, second.year) {
        (None, Some(year)) => first.year = Some(year - i32::from(!order)),
        (Some(year), None) => second.year = Some(year + i32::from(!order)),
        (Some(a), Some(b)) if a > b => return None,
        _ => {}
    }
    Some((first, second))
}
