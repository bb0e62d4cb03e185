//! What it costs a narrative to go from one date to another.
//!
//! It goes on in time more readily than back, and keeps to the years of its heading. The prices are hundredths of that of a date
//! told by the way.

use super::line::Line;
use super::mention::{Mention, Open};
use super::value::Date;

/// What it costs the main line to go from one date to another that names its year.
pub fn jump(from: Date, to: Date, mention: &Mention, line: &Line) -> i32 {
    let months = months_between(from, to);
    let price = match (months, from.month == 0 || to.month == 0) {
        (0.., true) => (8 * (months / 12)).min(120),
        (0.., _) => jump_price(months),
        (_, true) => back_price(40 + 20 * (-months / 12).min(12), mention, line),
        (_, false) => back_price((20 - 8 * months).min(280), mention, line),
    };
    price + outside(to, line) + future(to, line)
}

/// What it costs to go to a date whose year is to be found: a line that has no month keeps its year, and of two ways round the
/// shorter is taken, going on being shorter than going back.
pub fn undated_jump(from: Date, to: Date, mention: &Mention, line: &Line) -> i32 {
    let years = to.year.saturating_sub(from.year).clamp(-9, 9);
    let months = months_between(from, to);
    if from.month == 0 {
        // The month may have been told before the year was; from there it is as far as it was.
        let month = line.month.filter(|month| month.year != from.year);
        let since = month.map_or(0, |month| jump_price(months_between(month, to)).min(36));
        return years.abs() * 110 + since + outside(to, line) + future(to, line);
    }
    let price = match (months, mention.open) {
        (0, _) => i32::from(to.day > 0 && to.day < from.day) * 10,
        (1.., Open::Until) => months * 7,
        (1.., Open::Since) => months * 15,
        (1.., Open::Closed) => months * 10,
        // "In late 1949" says little of the month.
        _ if from.rough && years == 0 => 10 - 6 * months,
        (_, Open::Until) => 20 - 16 * months,
        (_, Open::Since) => 10 - 6 * months,
        _ if mention.back || line.fresh && line.bounds.is_some() => 10 - 6 * months,
        // Back over the turn of the year is further than within one.
        _ => 20 - 12 * months - 10 * years + if mention.leading { 15 } else { 0 },
    };
    price + outside(to, line) + future(to, line)
}

fn jump_price(months: i32) -> i32 {
    match months {
        0..=24 => months * 3,
        25.. => (72 + (months - 24) * 2 / 3).min(120),
        _ => (20 - 8 * months).min(60),
    }
}

fn back_price(price: i32, mention: &Mention, line: &Line) -> i32 {
    if mention.back || line.fresh { price / 2 } else { price }
}

/// From one month to another; of years alone, whole years.
pub fn months_between(from: Date, to: Date) -> i32 {
    let years = to.year.saturating_sub(from.year).clamp(-200, 200);
    let months = i32::from(to.calendar_month()) - i32::from(from.calendar_month());
    years * 12 + if from.month == 0 || to.month == 0 { 0 } else { months }
}

/// A heading's years hold for most of what stands under it, and the years next to them for some.
pub fn outside(to: Date, line: &Line) -> i32 {
    match line.bounds {
        Some((first, last)) if to.year < first.saturating_sub(1) || to.year > last.saturating_add(1) => 60,
        Some((first, last)) if to.year < first || to.year > last => 30,
        _ => 0,
    }
}

/// Nothing is told that lies after the document.
pub fn future(to: Date, line: &Line) -> i32 {
    let after = line.written.is_some_and(|written| {
        (to.year, to.month, to.day) > (written.year, if written.month == 0 { 99 } else { written.month }, 99)
    });
    if after { 200 } else { 0 }
}
