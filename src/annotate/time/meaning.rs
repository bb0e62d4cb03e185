//! What the words for a date mean once its year, or the date it goes by, is known.

use super::mention::{Part, Partial, Relative, Unit};
use super::value::{Date, UNKNOWN_YEAR, Value, days_in};

/// What a relative expression means by a date.
pub fn shifted(base: Date, relative: Relative) -> Option<Value> {
    let Relative { unit, count, month, day, part } = relative;
    if unit == Unit::Decade {
        // The 480s BC are 489 to 480, astronomically -488 to -479.
        let first = if base.year > 0 { base.year - base.year % 10 } else { -8 - (1 - base.year) / 10 * 10 };
        let first = first.checked_add(count.checked_mul(10)?)?;
        return Some(point_value(Partial { years: 10, part, ..Partial::year(first) }));
    }
    let base = match unit {
        Unit::Month => Date { day: 0, ..base },
        Unit::Year => Date::year(base.year),
        _ => base,
    };
    let date = moved(base, unit, count)?;
    let partial = Partial {
        year: Some(date.year),
        month: if month > 0 { month } else { date.month },
        day: if day > 0 { day } else { date.day },
        part,
        ..Partial::of(0, 0)
    };
    Some(point_value(partial))
}

/// A date so many units on.
pub fn moved(date: Date, unit: Unit, count: i32) -> Option<Date> {
    let date = Date { rough: false, ..date };
    match unit {
        Unit::Day | Unit::Week => {
            let days = i64::from(count) * if unit == Unit::Week { 7 } else { 1 };
            (date.day > 0).then(|| Date::from_number(date.number() + days))
        }
        Unit::Month => {
            let months = i64::from(date.year) * 12 + i64::from(date.calendar_month().max(1)) - 1 + i64::from(count);
            let year = i32::try_from(months.div_euclid(12)).ok()?;
            let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
            Some(Date::new(year, month, date.day.min(days_in(year, month))))
        }
        Unit::Year | Unit::Decade => {
            let year = date.year.checked_add(count.checked_mul(if unit == Unit::Year { 1 } else { 10 })?)?;
            let last = if date.day > 0 { days_in(year, date.month) } else { 0 };
            Some(Date { year, day: date.day.min(last), ..date })
        }
    }
}

/// The date by which the next ones go.
pub fn anchor(point: Partial) -> Date {
    let date = Date::new(point.year.unwrap_or(UNKNOWN_YEAR), point.month, point.day);
    if point.month > 0 || point.years > 0 {
        return date;
    }
    let month = match point.part {
        Part::Whole | Part::FirstHalf => 0,
        Part::Beginning => 1,
        Part::Early => 2,
        Part::Mid => 6,
        Part::SecondHalf => 8,
        Part::Late => 10,
        Part::End => 12,
    };
    Date { month, rough: true, ..date }
}

pub fn point_value(point: Partial) -> Value {
    let year = point.year.unwrap_or(UNKNOWN_YEAR);
    let rough = |date: Date| Date { rough: date.rough || point.rough || point.part != Part::Whole, ..date };
    if point.years > 0 {
        let last = i32::from(point.years) - 1;
        let (from, to) = match point.part {
            _ if last > 9 => hundred(point.part),
            Part::Whole => (0, last),
            Part::Early => (0, 3),
            Part::Mid => (4, 6),
            Part::Late => (7, 9),
            Part::Beginning => (0, 1),
            Part::End => (8, 9),
            Part::FirstHalf => (0, 4),
            Part::SecondHalf => (5, 9),
        };
        return Value::between(
            rough(Date::year(year.saturating_add(from))),
            rough(Date::year(year.saturating_add(to))),
        );
    }
    if point.month > 0 {
        return Value::single(rough(Date { rough: false, ..Date::new(year, point.month, point.day) }));
    }
    let (from, to) = match point.part {
        Part::Whole => return Value::single(rough(Date::year(year))),
        Part::Early => (1, 4),
        Part::Mid => (5, 8),
        Part::Late => (9, 12),
        Part::Beginning => (1, 1),
        Part::End => (12, 12),
        Part::FirstHalf => (1, 6),
        Part::SecondHalf => (7, 12),
    };
    Value::between(rough(Date::new(year, from, 0)), rough(Date::new(year, to, 0)))
}

fn hundred(part: Part) -> (i32, i32) {
    match part {
        Part::Whole => (0, 99),
        Part::Early | Part::Beginning => (0, 32),
        Part::Mid => (33, 65),
        Part::Late | Part::End => (66, 99),
        Part::FirstHalf => (0, 49),
        Part::SecondHalf => (50, 99),
    }
}

pub fn range_value(first: Partial, second: Partial) -> Value {
    Value { start: point_value(first).start, end: point_value(second).end }
}
