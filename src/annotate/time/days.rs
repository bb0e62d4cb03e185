//! Days and months: "12 May 2021", "May 12, 2021", "12–15 November", "12, 14 and 16 May", "Christmas Day".

use super::grammar::{Found, Grammar};
use super::lexicon;
use super::mention::{Partial, Shape};
use super::token::{DASHES, Kind};
use super::value::days_in;

/// What stands before a month's name where it means the month.
const BEFORE_MONTH: &str = "in of by since until till from to and or during last late early mid before after between \
    through throughout next this that following previous preceding around on for";

/// What makes a month's name part of an event's: "the October Revolution".
const EVENTS: &str = "Revolution Revolt Rebellion Uprising Rising Manifesto Theses Monarchy Days Crisis Decrees Decree Laws \
    Constitution Fourth Movement Plot Martyrs";

/// In days. No text lists more, and a column of numbers is not to be read over and over.
const LONGEST_LIST: usize = 16;

/// A day of a list.
#[derive(Clone, Copy)]
struct Listed {
    day: u8,
    at: usize,
    /// It is the first day of a range up to the next.
    to_next: bool,
}

impl Grammar<'_> {
    /// 2021-05-12, 25.05.2021; what can be read in two ways was sealed off before.
    pub fn numeric(&self, at: usize) -> Option<(Partial, usize)> {
        let [a, first, b, second, c] = self.tokens.get(at..at + 5)? else { return None };
        let numbers = [a, b, c].iter().all(|token| token.kind == Kind::Number);
        let glued = [first, b, second, c].iter().all(|token| token.glued);
        if !numbers || !glued || first.text != second.text || !first.is_mark("./-–") {
            return None;
        }
        let (year, month, day) = match (a.digits, c.digits) {
            (4, _) => (a, b, c),
            (_, 4) if b.value > 12 => (c, a, b),
            (_, 4) => (c, b, a),
            _ => return None,
        };
        let found = Partial::of(u8::try_from(month.value).ok()?, u8::try_from(day.value).ok()?);
        Some((Partial { year: i32::try_from(year.value).ok(), ..found }, at + 5))
    }

    /// "the first day of May", "the last day of May 2021".
    fn edge_of_month(&self, at: usize) -> Option<(Partial, usize)> {
        let last = self.is(at, "last final");
        let said = (last || self.is(at, "first")) && self.is(at + 1, "day") && self.is(at + 2, "of");
        let month = lexicon::month(self.at(at + 3)).filter(|_| said)?;
        let (year, end) = self.year_after(self.skip_stop(at + 3));
        // Of a February whose year is not told, the last day is not known either.
        let known = !last || month != 2 || year.is_some();
        let day = if last { days_in(year.unwrap_or(1), month) } else { 1 };
        known.then_some((Partial { year, ..Partial::of(month, day) }, end))
    }

    /// "12 May 2021", "the 12th of May".
    pub fn day_month(&self, at: usize) -> Option<(Partial, usize)> {
        let at = self.skip(self.skip_weekday(at), "the");
        if let Some(found) = self.edge_of_month(at) {
            return Some(found);
        }
        let day = self.day(at)?;
        let next = self.skip_new_style(at + 1);
        let dash = self.is_mark(next, DASHES) && self.at(next + 1).glued;
        let next = if dash { next + 1 } else { self.skip(next, "of") };
        let month = lexicon::month(self.at(next))?;
        Some(self.with_year(Partial::of(month, day), self.skip_stop(next)))
    }

    /// A month, or a day of it, and the year behind it.
    fn with_year(&self, point: Partial, at: usize) -> (Partial, usize) {
        if let Some((year, end)) = self.low_year_after(at) {
            return (Partial { year: Some(year), weak: true, ..point }, end);
        }
        let (year, end) = self.year_after(at);
        (Partial { year, ..point }, end)
    }

    /// "May 12, 2021", "May 2021", "May".
    pub fn month_day(&self, at: usize) -> Option<(Partial, usize)> {
        let at = self.skip_weekday(at);
        let month = lexicon::month(self.at(at))?;
        let next = self.skip_stop(at);
        let spot = self.skip(next, "the");
        if let Some(day) = self.day(spot).filter(|_| !self.is_count(spot)) {
            let (year, end) = self.year_after(self.skip_new_style(spot + 1));
            return Some((Partial { year, ..Partial::of(month, day) }, end));
        }
        let (point, end) = self.with_year(Partial::of(month, 0), next);
        (point.year.is_some() || self.is_month(at)).then_some((point, end))
    }

    /// Whether a lone month's name means the month: "May" and "March" are words, "June" and "April" are names.
    fn is_month(&self, at: usize) -> bool {
        let (token, before, next) = (self.at(at), self.before(at), self.at(at + 1));
        let said = before.is(BEFORE_MONTH) || before.is_mark(",(/–-:");
        let name = next.is_capital() && lexicon::month(next).is_none();
        if next.is_capital() && next.is(EVENTS) {
            return false;
        }
        if token.is("May March August") && !said {
            return before.is("the a") && next.is_lower() && !next.is("on to of through from against for and");
        }
        let opening = before.sentence != token.sentence || at == 0;
        !name || said || !(opening || before.is_capital())
    }

    /// Days that share a month: "12–15 November 2021", "12, 14 and 16 May", "May 12 and 14, 2021".
    pub fn days(&self, at: usize) -> Option<Found> {
        let from = self.skip_weekday(at);
        if let Some(month) = lexicon::month(self.at(from)) {
            let (items, end) = self.day_list(self.skip_stop(from))?;
            if items.len() < 2 || self.is_count(end - 1) || lexicon::month(self.at(end)).is_some() {
                return None;
            }
            let (year, stop) = self.year_after(end);
            return Some(share(&items, Partial { year, ..Partial::of(month, 0) }, (at, stop)));
        }
        let (items, next) = self.day_list(self.skip(from, "the"))?;
        let next = self.skip(next, "of");
        let month = lexicon::month(self.at(next)).filter(|_| items.len() >= 2)?;
        let (year, stop) = self.year_after(self.skip_stop(next));
        Some(share(&items, Partial { year, ..Partial::of(month, 0) }, (at, stop)))
    }

    fn day_list(&self, at: usize) -> Option<(Vec<Listed>, usize)> {
        let mut items = vec![Listed { day: self.day(at)?, at, to_next: false }];
        let month_first = lexicon::month(self.before(at)).is_some();
        let between = self.opens(if month_first { at - 1 } else { at }, "between");
        let mut next = at + 1;
        while items.len() < LONGEST_LIST {
            let comma = next + usize::from(self.is_mark(next, ","));
            let and = self.skip(comma, "and or");
            let to = and == next
                && (self.is(and, "to through until till") || self.is_mark(and, "/") || self.is_mark(and, DASHES));
            let after = and + usize::from(to);
            let spot = self.skip(after, "the");
            let Some(day) = self.day(spot).filter(|_| after > next) else { break };
            if let Some(last) = items.last_mut() {
                last.to_next = to || between && and > comma;
            }
            items.push(Listed { day, at: spot, to_next: false });
            next = spot + 1;
        }
        Some((items, next))
    }

    /// A day with a name of its own.
    pub fn feast(&self, at: usize) -> Option<(Partial, usize)> {
        let (month, day, year, length) = lexicon::feast(self.tokens.get(at..)?)?;
        let before = self.before(at);
        // "White Christmas" is a song.
        let name = before.is_capital() && before.glued || before.is_capital() && !before.is(BEFORE_MONTH);
        if name {
            return None;
        }
        if year > 0 {
            return Some((Partial { year: Some(year), ..Partial::of(month, day) }, at + length));
        }
        let (year, end) = self.year_after(at + length);
        Some((Partial { year, ..Partial::of(month, day) }, end))
    }

    pub fn day(&self, at: usize) -> Option<u8> {
        let token = self.at(at);
        let day = u8::try_from(token.value).ok()?;
        (matches!(token.kind, Kind::Number | Kind::Ordinal) && (1..=31).contains(&day)).then_some(day)
    }

    /// Whether the number at a token counts something: "May 14 soldiers", "May 14 armed soldiers".
    pub fn is_count(&self, at: usize) -> bool {
        let (next, second) = (self.at(at + 1), self.at(at + 2));
        lexicon::is_counted(next) || next.is_lower() && lexicon::is_counted(second) && !next.is(lexicon::NO_ADJECTIVE)
    }

    /// "Sunday, March 9".
    fn skip_weekday(&self, at: usize) -> usize {
        if lexicon::weekday(self.at(at)).is_none() {
            return at;
        }
        at + 1 + usize::from(self.is_mark(at + 1, ","))
    }

    /// "18 (31) January": old and new style; the first is the one the text goes by.
    fn skip_new_style(&self, at: usize) -> usize {
        let both = self.is_mark(at, "(") && self.day(at + 1).is_some() && self.is_mark(at + 2, ")");
        if both { at + 3 } else { at }
    }

    /// After the month at a token, its abbreviation's stop included.
    fn skip_stop(&self, at: usize) -> usize {
        let short = self.at(at).text.len() <= 4 && !self.is(at, "May June July");
        at + 1 + usize::from(short && self.is_mark(at + 1, ".") && self.at(at + 1).glued)
    }
}

/// The items of a list as expressions; the outermost take the month and the year with them.
fn share(items: &[Listed], month: Partial, (start, end): (usize, usize)) -> Found {
    let mut found = Found::new();
    let mut rest = items.iter();
    while let Some(first) = rest.next() {
        let from = if found.is_empty() { start } else { first.at };
        let pair =
            |next: &&Listed| next.day > first.day && (first.to_next || items.len() == 2 && next.day == first.day + 1);
        let last = rest.clone().next().filter(pair);
        if last.is_some() {
            rest.next();
        }
        let to = if rest.len() == 0 { end } else { last.unwrap_or(first).at + 1 };
        let day = |item: &Listed| Partial { day: item.day, ..month };
        let shape = match last {
            Some(last) => Shape::Range(day(first), day(last)),
            None => Shape::Point(day(first)),
        };
        found.push((shape, from, to));
    }
    found
}
