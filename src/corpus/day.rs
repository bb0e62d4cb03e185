//! Days, and the days that an EDTF expression reaches from and to.
//!
//! EDTF is parsed where the bundle is compiled, and the days are written into it: the browser need not parse it again.

use std::fmt;

use edtf_core::{Bound, Edtf};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::record::{Read, Reader};

/// A calendar day, in order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Year of the Gregorian calendar.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// Earliest and latest day, both included. An open end is `None`.
///
/// In JSON two numbers, `[19921201, 19921231]`; 0 for an open end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct Interval {
    /// `None`: open towards the past.
    pub earliest: Option<Day>,
    /// `None`: open towards the future.
    pub latest: Option<Day>,
}

/// Why an expression is no usable time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeError {
    /// The expression.
    pub edtf: String,
    /// What is wrong with it.
    pub reason: String,
}

impl fmt::Display for TimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is no EDTF date: {}", self.edtf, self.reason)
    }
}

impl std::error::Error for TimeError {}

impl Day {
    /// The day `year-month-day`; the caller vouches that it exists.
    #[must_use]
    pub const fn new(year: i32, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }

    /// Days since 1 January 1970 (Howard Hinnant's `days_from_civil`).
    #[must_use]
    pub fn number(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let month = (i64::from(self.month) + 9) % 12;
        let of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day with this number; the inverse of [`Self::number`] (`civil_from_days`, of the same author).
    #[must_use]
    pub fn from_number(number: i64) -> Self {
        let shifted = number + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        let part = |number: i64| u8::try_from(number).unwrap_or_default();
        Self::new(i32::try_from(year).unwrap_or_default(), part(month), part(day))
    }

    fn from_bound(bound: Bound) -> Option<Self> {
        match bound {
            Bound::Date(date) => Some(Self::new(i32::try_from(date.year).ok()?, date.month, date.day)),
            _ => None,
        }
    }

    /// Year, month and day as the digits of one number.
    fn digits(self) -> u32 {
        u32::try_from(self.year).unwrap_or_default() * 10_000 + u32::from(self.month) * 100 + u32::from(self.day)
    }

    fn from_digits(digits: u32) -> Option<Self> {
        let part = |number: u32| u8::try_from(number % 100).unwrap_or_default();
        let year = i32::try_from(digits / 10_000).unwrap_or_default();
        (digits > 0).then(|| Self::new(year, part(digits / 100), part(digits)))
    }
}

impl From<(u32, u32)> for Interval {
    fn from((earliest, latest): (u32, u32)) -> Self {
        Self { earliest: Day::from_digits(earliest), latest: Day::from_digits(latest) }
    }
}

impl Read for Interval {
    fn read(value: Value, reader: &mut Reader) -> Self {
        Self::from(<(u32, u32)>::read(value, reader))
    }
}

impl From<Interval> for (u32, u32) {
    fn from(days: Interval) -> Self {
        (days.earliest.map_or(0, Day::digits), days.latest.map_or(0, Day::digits))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Interval {
    /// Whether a day lies in it.
    #[must_use]
    pub fn holds(self, day: Option<Day>) -> bool {
        day.is_some() && self.overlaps(Self { earliest: day, latest: day })
    }

    /// Whether the two have a day in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let before = |latest: Option<Day>, earliest: Option<Day>| matches!((latest, earliest), (Some(latest), Some(earliest)) if latest < earliest);
        !before(self.latest, other.earliest) && !before(other.latest, self.earliest)
    }
}

/// The earliest and latest day of an EDTF expression. A `~` or `?` does not move them.
///
/// # Errors
/// [`TimeError`] where the expression does not parse or has an unknown end.
pub fn interval(edtf: &str) -> Result<Interval, TimeError> {
    let fault = |reason: String| TimeError { edtf: edtf.to_owned(), reason };
    let parsed = Edtf::parse(edtf).map_err(|error| fault(error.to_string()))?;
    let bounds = parsed.bounds();
    for bound in [bounds.earliest, bounds.latest] {
        if bound == Bound::Unknown {
            return Err(fault("an end is unknown; write `..` for an open one".into()));
        }
    }
    Ok(Interval { earliest: Day::from_bound(bounds.earliest), latest: Day::from_bound(bounds.latest) })
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English name of a month, 1 to 12.
#[must_use]
pub fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_numbered() {
        assert_eq!(Day::new(1970, 1, 1).number(), 0);
        assert_eq!(Day::new(2000, 3, 1).number(), 11_017);
        assert_eq!(Day::new(2021, 5, 12).number() - Day::new(2020, 5, 12).number(), 365);
        for number in -200_000..200_000 {
            assert_eq!(Day::from_number(number).number(), number);
        }
    }

    #[test]
    fn unknown_ends_are_refused() {
        assert!(interval("1985/").is_err());
        assert!(interval("12 May 2021").is_err());
    }
}
