//! Years, and what is longer or hangs on one: seasons, decades, centuries; and the years of resolutions.

use super::grammar::{Found, Grammar};
use super::lexicon::{self, BEFORE_YEAR, NUMBERED};
use super::mention::{Partial, Shape};
use super::token::{DASHES, Kind};

/// What may stand after "on 25 March 624": no number of things has it behind it.
const AFTER_LOW: &str = "the a an he she it they his her its their in at on by with from under when until";

impl Grammar<'_> {
    /// "spring 1941", "the winter of 1941–42", "in the autumn", "that summer".
    pub fn season(&self, at: usize) -> Option<(Partial, usize)> {
        let token = self.at(at);
        let month = lexicon::season(token)?;
        let (year, mut end) = self.year_after(at + 1);
        let second = self.at(end + 1);
        if year.is_some() && self.is_mark(end, "/-–") && second.glued && second.kind == Kind::Number {
            end += 2;
        }
        let before = self.before(at);
        let said = before.is("that in by late early mid following next previous same");
        let phrase = before.is("the") && self.is(at.wrapping_sub(2), "in during by of until since");
        let idiom = token.is("fall") && !(phrase || said) || self.is(at + 1, "of") || self.at(at + 1).is_capital();
        (year.is_some() || (said || phrase) && !idiom).then_some((Partial { year, ..Partial::of(month, 0) }, end))
    }

    /// "1990s", "'90s", "the 480s BC".
    pub fn decade(&self, at: usize) -> Option<(Partial, usize)> {
        let token = self.at(at);
        let value = i32::try_from(token.value).ok().filter(|_| token.kind == Kind::Decade)?;
        let (era, end) = self.era(at + 1);
        let years: u8 = if value % 100 == 0 && token.digits == 4 && value < 1900 { 100 } else { 10 };
        let year = match (token.digits, era) {
            // The 480s BC are 489 to 480, astronomically -488 to -479.
            (_, Some(true)) => -(value + i32::from(years) - 2),
            (2, None) => 1900 + value,
            (4, _) => value,
            _ => return None,
        };
        Some((Partial { years, ..Partial::year(year) }, end))
    }

    pub fn century(&self, at: usize) -> Option<(Partial, usize)> {
        let next = at + 1 + usize::from(self.is_mark(at + 1, DASHES));
        if !self.is(next, "century") {
            return None;
        }
        let number = lexicon::ordinal(self.at(at)).filter(|number| *number <= 21)?;
        let (era, end) = self.era(next + 1);
        let year = if era == Some(true) { 1 - number * 100 } else { number * 100 - 99 };
        Some((Partial { years: 100, ..Partial::year(year) }, end))
    }

    /// A year that stands for itself.
    pub fn bare_year(&self, at: usize) -> Option<(Partial, usize)> {
        if self.at(at).text == "AD" {
            let token = self.at(at + 1);
            let year = i32::try_from(token.value).ok().filter(|_| token.kind == Kind::Number && token.digits <= 4)?;
            return Some((Partial::year(year), at + 2));
        }
        let (partial, end) = self.year(at)?;
        let before = self.before(at);
        let spoken = before.is(BEFORE_YEAR) || self.is_mark(end, DASHES) && self.year(end + 1).is_some();
        let bracketed = before.is_mark("(-–,");
        // Numbers below 1400 are more often numbers, where no era is told and no word says that they are years.
        let second = before.is_mark(DASHES) && before.glued && self.at(at.wrapping_sub(2)).digits == 4;
        let early = end == at + 1 && self.at(at).digits == 4 && partial.year < Some(1400) && !second;
        let low = partial.weak && !bracketed || early;
        ((spoken || !low) && self.is_year(at, end)).then_some((partial, end))
    }

    /// Whether the words around a number let it be a year.
    fn is_year(&self, at: usize, end: usize) -> bool {
        let (before, next) = (self.before(at), self.at(end));
        let stop = before.is_mark(".") && before.glued && self.is(at.wrapping_sub(2), NUMBERED);
        let numbered = before.is(NUMBERED) || before.is_mark("#№$£€¥&/") || stop;
        let plural = next.is_lower() && next.text.len() > 3 && next.text.ends_with('s') && !next.is(lexicon::NO_PLURAL);
        let dated = before.is("in since until during the by year its his their") || self.is(at.wrapping_sub(2), "the");
        let of_them = next.is_capital() && lexicon::is_counted(self.at(end + 1));
        // "Between 1918 and 1920 influenza killed": after a year and "and" only what is counted makes it a number.
        let listed = before.is("and or to until through") && self.at(at.wrapping_sub(2)).digits == 4;
        let several = plural || of_them || self.is_count(end - 1);
        let counted = if listed { lexicon::is_counted(next) } else { several } && !dated;
        let tail = next.glued && (next.is_mark("%°/") && self.at(end + 1).digits == 0 || next.kind == Kind::Word);
        let round = before.is("about some") && self.at(at).text.ends_with("00");
        let marked = before.is_mark("[") && next.is_mark("]");
        !(numbered || counted || tail || round || marked)
    }

    /// A year after a month or a day, a comma or "of" between them.
    pub fn year_after(&self, at: usize) -> (Option<i32>, usize) {
        let from = self.skip(at, "of") + usize::from(self.is_mark(at, ","));
        // "In May, 2000 soldiers", "in May 2000 soldiers": the number is not the month's; "in May 1917 soldiers": it is.
        let counts = self.is_count(from) && (from > at || self.at(from).text.ends_with("00"));
        match self.year(from) {
            Some((partial, end)) if !partial.weak && !counts => (partial.year, end),
            _ => (None, at),
        }
    }

    /// A year of three digits after a month, where the clause ends: "in November 602,". It is before Christ where the text is in
    /// such years.
    pub fn low_year_after(&self, at: usize) -> Option<(i32, usize)> {
        let (partial, end) = self.year(at).filter(|(partial, _)| partial.weak)?;
        let year = partial.year.filter(|_| self.is_end(end) || self.is(end, AFTER_LOW))?;
        Some((year, end))
    }

    /// A number as a year, and the era after it.
    fn year(&self, at: usize) -> Option<(Partial, usize)> {
        let token = self.at(at);
        if token.kind != Kind::Number || token.digits > 4 || token.value == 0 {
            return None;
        }
        let value = i32::try_from(token.value).ok()?;
        if let (Some(before_christ), end) = self.era(at + 1) {
            return Some((Partial::year(if before_christ { 1 - value } else { value }), end));
        }
        // 479/478 BC, 499–494 BC: the era stands at the end of both.
        let pair = self.is_mark(at + 1, DASHES) || self.is_mark(at + 1, "/") || self.is(at + 1, "to and or until");
        let second = self.at(at + 2);
        if pair && second.kind == Kind::Number && second.value < token.value && self.era(at + 3).0 == Some(true) {
            return Some((Partial::year(1 - value), at + 1));
        }
        let weak = token.digits < 4;
        let plausible =
            if weak { token.digits == 3 && !token.text.starts_with('0') } else { (1000..2100).contains(&value) };
        plausible.then_some((Partial { weak, ..Partial::year(value) }, at + 1))
    }

    /// Whether the years before Christ are said, or those after.
    fn era(&self, at: usize) -> (Option<bool>, usize) {
        match self.at(at).text {
            "BC" | "BCE" => (Some(true), at + 1),
            "AD" | "CE" => (Some(false), at + 1),
            "B" if self.is_mark(at + 1, ".") && self.at(at + 2).text == "C" => {
                (Some(true), at + 3 + usize::from(self.is_mark(at + 3, ".")))
            }
            _ => (None, at),
        }
    }

    /// "resolution 822 (1993)".
    pub fn resolution_year(&self, at: usize) -> Option<Found> {
        let number = self.at(at.wrapping_sub(2));
        let symbol = number.kind == Kind::Other || number.digits > 0 && number.digits < 4;
        if !symbol || !self.before(at).is_mark("(") || !self.is_mark(at + 1, ")") {
            return None;
        }
        let (year, end) = self.year(at).filter(|(year, _)| !year.weak)?;
        // "May 12 (1941)" is a day.
        let date = lexicon::month(self.at(at.wrapping_sub(3))).is_some();
        year.year.filter(|_| !date).map(|year| vec![(Shape::Resolution(year), at, end)])
    }
}
