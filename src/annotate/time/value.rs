//! Dates of day, month, season or year precision, and what becomes of them: EDTF, and earliest and latest day.

use std::fmt::{self, Display, Write};

use crate::corpus::{Day, Interval};

/// The year of a date whose year nothing in the text tells.
pub const UNKNOWN_YEAR: i32 = i32::MIN;
/// Month codes of EDTF for the four seasons: spring 21, summer 22, autumn 23, winter 24.
pub const SPRING: u8 = 21;
/// December of its year to February of the next.
pub const WINTER: u8 = 24;

/// A year, a month, a season or a day. Years before Christ are astronomical: 480 BC is -479.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Date {
    pub year: i32,
    /// 1 to 12, a season's code, or 0 for a year.
    pub month: u8,
    /// 1 to 31, or 0 for a month or a year.
    pub day: u8,
    /// Only about then: `~`.
    pub rough: bool,
}

/// From one date to another, both included. `None` is an open end; a single date is both ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    pub start: Option<Date>,
    pub end: Option<Date>,
}

impl Date {
    pub const fn new(year: i32, month: u8, day: u8) -> Self {
        Self { year, month, day, rough: false }
    }

    pub const fn year(year: i32) -> Self {
        Self::new(year, 0, 0)
    }

    pub const fn rough(self) -> Self {
        Self { rough: true, ..self }
    }

    pub const fn is_season(self) -> bool {
        self.month >= SPRING
    }

    /// The month it may be compared by; of a season the second, of winter December, its only one in the same year.
    pub fn calendar_month(self) -> u8 {
        match self.month {
            SPRING..WINTER => (self.month - SPRING) * 3 + 4,
            WINTER => 12,
            month => month,
        }
    }

    /// The day as a number that can be counted on (days since 1970).
    pub fn number(self) -> i64 {
        self.first().number()
    }

    fn first(self) -> Day {
        match self.month {
            0 => Day::new(self.year, 1, 1),
            SPRING..=WINTER => Day::new(self.year, (self.month - SPRING) * 3 + 3, 1),
            month => Day::new(self.year, month, self.day.max(1)),
        }
    }

    fn last(self) -> Day {
        let (year, month) = match self.month {
            0 => (self.year, 12),
            WINTER => (self.year.saturating_add(1), 2),
            SPRING..WINTER => (self.year, (self.month - SPRING) * 3 + 5),
            month => (self.year, month),
        };
        let day = if self.day > 0 { self.day } else { days_in(year, month) };
        Day::new(year, month, day)
    }

    /// The date of a day counted from 1970.
    pub fn from_number(number: i64) -> Self {
        let Day { year, month, day } = Day::from_number(number);
        Self::new(year, month, day)
    }
}

/// The number of days of a month.
pub fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Value {
    pub const fn single(date: Date) -> Self {
        Self { start: Some(date), end: Some(date) }
    }

    pub const fn between(start: Date, end: Date) -> Self {
        Self { start: Some(start), end: Some(end) }
    }

    /// The earliest and latest day. Of a date without a year neither is known.
    pub fn days(self) -> Interval {
        let known = |date: Option<Date>| date.filter(|date| date.year != UNKNOWN_YEAR);
        Interval { earliest: known(self.start).map(Date::first), latest: known(self.end).map(Date::last) }
    }

    /// Whether both of its ends exist in the calendar and stand in order.
    pub fn is_sound(self) -> bool {
        let exists = |date: Date| {
            let month = date.month <= 12 || (date.is_season() && date.day == 0);
            let year = if date.year == UNKNOWN_YEAR { 2000 } else { date.year };
            month && (-9999..=9999).contains(&year) && date.day <= days_in(year, date.month)
        };
        let days = self.days();
        let ordered = days.earliest.zip(days.latest).is_none_or(|(first, last)| first <= last);
        self.start.is_none_or(exists) && self.end.is_none_or(exists) && ordered
    }
}

impl Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            UNKNOWN_YEAR => f.write_str("XXXX")?,
            year if year < 0 => write!(f, "-{:04}", year.unsigned_abs())?,
            year => write!(f, "{year:04}")?,
        }
        for part in [self.month, self.day].into_iter().take_while(|part| *part > 0) {
            write!(f, "-{part:02}")?;
        }
        if self.rough { f.write_char('~') } else { Ok(()) }
    }
}

impl Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(start), true) = (self.start, self.start == self.end) {
            return start.fmt(f);
        }
        let end = |f: &mut fmt::Formatter<'_>, date: Option<Date>| match date {
            Some(date) => date.fmt(f),
            None => f.write_str(".."),
        };
        end(f, self.start)?;
        f.write_char('/')?;
        end(f, self.end)
    }
}
