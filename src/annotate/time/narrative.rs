//! What a date means where it stands: a passage is read along the main line of the narrative, dates told by the way
//! beside it, and of all such readings the cheapest is taken.
//!
//! A main line goes on in time more readily than back; a date out of the line costs more than one told by the way, which in
//! turn is dear where it opens a sentence and cheap in brackets, after "since" or after "had". A date without a year takes it
//! from the line or from what was just told beside it. The prices are hundredths of that of a date told by the way.

use super::find;
use super::mention::{Mention, Open, Part, Partial, Relative, Shape, Unit};
use super::value::{Date, UNKNOWN_YEAR, Value, WINTER, days_in};

/// How many readings are kept beside each other.
const WIDTH: usize = 12;

/// What the text before a passage has established.
#[derive(Clone, Copy, Debug, Default)]
pub struct Line {
    /// Where the narrative stands.
    pub main: Option<Date>,
    /// Where it last stood in a month that is known.
    pub month: Option<Date>,
    /// The date that was named last.
    pub last: Option<Date>,
    /// The last one with a day.
    pub last_day: Option<Date>,
    /// When the document was written, where that is known.
    pub written: Option<Date>,
    /// The first and last year of the heading.
    pub bounds: Option<(i32, i32)>,
    /// They are those of a heading further up.
    pub loose: bool,
    /// Nothing has been dated since the last heading.
    pub fresh: bool,
    /// Where the narrative stood before it went far ahead.
    pub parted: Option<Date>,
}

/// A dated expression.
#[derive(Clone, Copy, Debug)]
pub struct Dated {
    pub mention: Mention,
    pub value: Value,
}

#[derive(Clone, Copy)]
struct Reading {
    cost: i32,
    line: Line,
    /// What is told beside the main line, and in which sentence it was last spoken of.
    beside: Option<(Date, u32)>,
    /// The sentence of the date that was named last, and of the last with a day.
    last_sentence: Option<u32>,
    day_sentence: u32,
    /// The last choice in the list of all.
    choice: Option<usize>,
}

struct Choice {
    mention: usize,
    value: Value,
    before: Option<usize>,
}

/// Dates the expressions of a passage and moves the line on.
pub fn read(text: &str, line: &mut Line) -> Vec<Dated> {
    let mentions = find::mentions(text);
    let named = named_years(&mentions);
    let mut choices: Vec<Choice> = Vec::new();
    let mut readings =
        vec![Reading { cost: 0, line: *line, beside: None, last_sentence: None, day_sentence: 0, choice: None }];
    for (index, mention) in mentions.iter().enumerate() {
        let mut next: Vec<Reading> = Vec::new();
        for reading in &readings {
            let options = options(reading, mention, &named);
            if options.is_empty() {
                keep_cheapest(&mut next, *reading);
            }
            for (value, mut option) in options {
                choices.push(Choice { mention: index, value, before: reading.choice });
                option.choice = Some(choices.len() - 1);
                keep_cheapest(&mut next, option);
            }
        }
        readings = next;
    }
    let Some(best) = readings.first() else { return Vec::new() };
    let main = best.line.main.map(|main| main.year);
    let bounds = line.bounds.filter(|(first, last)| main.is_none_or(|year| (*first..=*last).contains(&year)));
    *line = Line { fresh: line.fresh && mentions.is_empty(), bounds, ..best.line };
    let mut found = Vec::new();
    let mut at = best.choice;
    while let Some(choice) = at.and_then(|at| choices.get(at)) {
        found.push(Dated { mention: mentions[choice.mention], value: choice.value });
        at = choice.before;
    }
    found.reverse();
    found
}

/// Puts a reading where its cost says; of two that cost the same the one that came first stays first.
fn keep_cheapest(readings: &mut Vec<Reading>, reading: Reading) {
    let at = readings.iter().position(|other| other.cost > reading.cost).unwrap_or(readings.len());
    if at < WIDTH {
        readings.truncate(WIDTH - 1);
        readings.insert(at, reading);
    }
}

/// The years that a passage names, each once.
fn named_years(mentions: &[Mention]) -> Vec<i32> {
    let mut years = Vec::new();
    for mention in mentions {
        let year = match mention.shape {
            Shape::Point(point) if !point.weak && point.years == 0 => point.year,
            Shape::Range(first, _) => first.year,
            _ => None,
        };
        if let Some(year) = year.filter(|year| years.len() < 24 && !years.contains(year)) {
            years.push(year);
        }
    }
    years
}

/// The ways to read an expression.
fn options(reading: &Reading, mention: &Mention, named: &[i32]) -> Vec<(Value, Reading)> {
    match mention.shape {
        Shape::Point(point) if point.weak => weak(reading, mention, point),
        Shape::Range(first, second) if first.weak => match (era(reading, first), era(reading, second)) {
            (Some(first), Some(second)) => named_date(reading, mention, Shape::Range(first, second)),
            _ => Vec::new(),
        },
        Shape::Point(Partial { year: Some(_), .. }) | Shape::Range(Partial { year: Some(_), .. }, _) => {
            named_date(reading, mention, mention.shape)
        }
        Shape::Point(_) | Shape::Range(..) => without_year(reading, mention, named),
        Shape::Resolution(year) => vec![(Value::single(Date::year(year)), *reading)],
        Shape::Relative(relative) => by_last(reading, mention, relative),
        Shape::Written(relative) => {
            let base = reading.line.written.or(if relative.unit == Unit::Day { None } else { reading.line.main });
            let date = base.and_then(|base| shifted(base, relative));
            date.and_then(|value| keep(value, mention, *reading)).into_iter().collect()
        }
        Shape::Lasting(unit, count, next) => {
            let start = match unit {
                Unit::Day | Unit::Week => {
                    reading.line.last_day.filter(|_| mention.sentence <= reading.day_sentence + 1)
                }
                _ => reading.line.last.filter(|last| last.month > 0 && !last.is_season()),
            };
            let start = if next { start.and_then(|start| moved(start, Unit::Day, 1).or(Some(start))) } else { start };
            let end = start.and_then(|start| moved(start, unit, if unit == Unit::Day { count - 1 } else { count }));
            let value = start.zip(end).map(|(start, end)| Value::between(start, end));
            value.and_then(|value| keep(value, mention, *reading)).into_iter().collect()
        }
        Shape::Past(unit, count) => {
            let end = reading.line.written;
            let start = end.and_then(|end| moved(end, unit, -count)).map(|start| match unit {
                Unit::Year if count > 1 => Date::year(start.year),
                Unit::Year | Unit::Month => Date { day: 0, ..start },
                _ => start,
            });
            let value = start.zip(end).map(|(start, end)| Value::between(start.rough(), end));
            value.and_then(|value| keep(value, mention, *reading)).into_iter().collect()
        }
        Shape::Weekday(day) => weekday(reading, mention, day),
    }
}

/// A value that exists, with its reading.
fn keep(value: Value, mention: &Mention, reading: Reading) -> Option<(Value, Reading)> {
    let vague = value.start != value.end && !matches!(part_of(mention), Part::Whole | Part::Beginning | Part::End);
    let value = match mention.open {
        // "By mid-2007" is about then, and says no more.
        _ if vague => value,
        Open::Closed => value,
        Open::Since => Value { start: value.start, end: None },
        Open::Until => Value { start: None, end: value.end },
    };
    value.is_sound().then_some((value, reading))
}

fn part_of(mention: &Mention) -> Part {
    match mention.shape {
        Shape::Point(point) => point.part,
        Shape::Relative(relative) => relative.part,
        _ => Part::Whole,
    }
}

/// A number of three digits is a year before Christ where the narrative is in such years, and one after where it is in those.
fn era(reading: &Reading, point: Partial) -> Option<Partial> {
    let year = point.year?;
    if !point.weak {
        return Some(point);
    }
    let main = reading.line.last.or(reading.line.main)?.year;
    let near = |year: i32| (main.saturating_sub(year)).abs() <= 150;
    [1 - year, year].into_iter().find(|year| near(*year) && (*year > 0) == (main > 0)).map(|year| Partial {
        year: Some(year),
        weak: false,
        ..point
    })
}

fn weak(reading: &Reading, mention: &Mention, point: Partial) -> Vec<(Value, Reading)> {
    era(reading, point).map_or_else(Vec::new, |point| named_date(reading, mention, Shape::Point(point)))
}

/// A date that names its year: on the main line, or told by the way.
fn named_date(reading: &Reading, mention: &Mention, shape: Shape) -> Vec<(Value, Reading)> {
    let (value, anchor) = match shape {
        Shape::Point(point) => (point_value(point), anchor(point)),
        Shape::Range(first, second) => (range_value(first, second), anchor(first)),
        _ => return Vec::new(),
    };
    let Some((value, _)) = keep(value, mention, *reading) else { return Vec::new() };
    let mut main = *reading;
    main.cost += reading.line.main.map_or(0, |from| jump(from, anchor, mention, &reading.line));
    let strays =
        |from: Date| if anchor.month == 0 { from.year != anchor.year } else { months_between(from, anchor) < 0 };
    if !mention.leading && reading.line.main.is_some_and(strays) {
        main.cost += PASSING;
    }
    main.line.parted = reading.line.main.filter(|from| months_between(*from, anchor) > FAR);
    main.line.go(kept(reading.line.main, anchor));
    main.beside = None;
    let mut aside = *reading;
    aside.cost += (aside_price(anchor) - mention.aside
        + if mention.leading && mention.aside < 100 && (reading.line.loose || outside(anchor, &reading.line) < 60) {
            LEADING
        } else {
            0
        })
    .max(5);
    aside.beside = Some((anchor, mention.sentence));
    let both = [main, aside].map(|reading| (value, named(reading, anchor, mention)));
    both.into_iter().collect()
}

impl Line {
    fn go(&mut self, date: Date) {
        self.main = Some(date);
        if date.month > 0 && !date.rough {
            self.month = Some(date);
        }
    }
}

/// What it costs to tell a date by the way: a day is seldom told so.
fn aside_price(date: Date) -> i32 {
    if date.day > 0 { 130 } else { 100 }
}

/// What it costs the main line to follow a year, or to go back, where that is named in passing.
const PASSING: i32 = 25;

/// What it costs not to wait for the end of a state.
const LASTING: i32 = 20;

/// In months: how far ahead is far.
const FAR: i32 = 18;

/// What it costs to come back from there.
const RETURN: i32 = 45;

/// What it costs on top to tell by the way what opens a sentence.
const LEADING: i32 = 130;

/// Where the line stands after a date; a bare year does not forget the month of that year.
fn kept(main: Option<Date>, anchor: Date) -> Date {
    main.filter(|main| main.year == anchor.year && anchor.month == 0).unwrap_or(anchor)
}

fn named(mut reading: Reading, date: Date, mention: &Mention) -> Reading {
    reading.line.last = Some(date);
    reading.line.fresh = false;
    reading.last_sentence = Some(mention.sentence);
    if date.day > 0 {
        reading.line.last_day = Some(date);
        reading.day_sentence = mention.sentence;
    }
    reading
}

/// What it costs the main line to go from one date to another that names its year.
fn jump(from: Date, to: Date, mention: &Mention, line: &Line) -> i32 {
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
fn undated_jump(from: Date, to: Date, mention: &Mention, line: &Line) -> i32 {
    let years = to.year.saturating_sub(from.year).clamp(-9, 9);
    let months = months_between(from, to);
    let price = match months {
        // The year was told since the month was: to the same month of another year it is as far as it was.
        _ if from.month == 0 => {
            years.abs() * 110
                + line
                    .month
                    .filter(|month| month.year != from.year)
                    .map_or(0, |month| jump_price(months_between(month, to)).min(36))
        }
        0 => {
            if to.day > 0 && to.day < from.day {
                10
            } else {
                0
            }
        }
        1.. if mention.open == Open::Until => months * 7,
        1.. if mention.open == Open::Since => months * 15,
        1.. => months * 10,
        // "In late 1949" says little of the month.
        _ if from.rough && years == 0 => (20 - 12 * months) / 2,
        _ if mention.open == Open::Until => 20 - 16 * months,
        _ if mention.open == Open::Since => 10 - 6 * months,
        _ if mention.back || line.fresh && line.bounds.is_some() => 10 - 6 * months,
        _ => 20 - 12 * months,
    };
    price + outside(to, line) + future(to, line)
}

fn jump_price(months: i32) -> i32 {
    match months {
        0..=12 => months * 3,
        13.. => (36 + (months - 12) * 2 / 3).min(120),
        _ => (20 - 8 * months).min(60),
    }
}

fn back_price(price: i32, mention: &Mention, line: &Line) -> i32 {
    if mention.back || line.fresh { price / 2 } else { price }
}

/// From one month to another; of years alone, whole years.
fn months_between(from: Date, to: Date) -> i32 {
    let years = to.year.saturating_sub(from.year).clamp(-200, 200);
    let months = i32::from(to.calendar_month()) - i32::from(from.calendar_month());
    years * 12 + if from.month == 0 || to.month == 0 { 0 } else { months }
}

/// A heading's years hold for most of what stands under it, and the years next to them for some.
fn outside(to: Date, line: &Line) -> i32 {
    match line.bounds {
        Some((first, last)) if to.year < first.saturating_sub(1) || to.year > last.saturating_add(1) => 60,
        Some((first, last)) if to.year < first || to.year > last => 30,
        _ => 0,
    }
}

/// Nothing is told that lies after the document.
fn future(to: Date, line: &Line) -> i32 {
    let after = line.written.is_some_and(|written| {
        (to.year, to.month, to.day) > (written.year, if written.month == 0 { 99 } else { written.month }, 99)
    });
    if after { 200 } else { 0 }
}

/// A date that does not name its year: it takes one from the line, from what was told beside it, or from nearby.
fn without_year(reading: &Reading, mention: &Mention, named: &[i32]) -> Vec<(Value, Reading)> {
    let (first, second) = match mention.shape {
        Shape::Point(point) => (point, None),
        Shape::Range(first, second) => (first, Some(second)),
        _ => return Vec::new(),
    };
    let dated = |year: i32| {
        let first = Partial { year: Some(year), ..first };
        let value = match second {
            Some(second) => {
                let turn = (second.month, second.day) < (first.month, first.day);
                range_value(first, Partial { year: Some(year.saturating_add(i32::from(turn))), ..second })
            }
            None => point_value(first),
        };
        let ends = [Some(anchor(first)), value.end.filter(|end| second.is_some() && end.year != UNKNOWN_YEAR)];
        keep(value, mention, *reading).map(|(value, _)| (value, ends))
    };
    // Of a range that turns the year, the end may be where the line is.
    let turn = |from: Date, ends: [Option<Date>; 2]| {
        let prices = ends.into_iter().flatten().map(|end| undated_jump(from, end, mention, &reading.line));
        prices.min().unwrap_or(0)
    };
    let date_of = |ends: [Option<Date>; 2]| ends.into_iter().flatten().last().map(|date| Date { rough: false, ..date });
    let mut found = Vec::new();
    let main_years = match reading.line.main {
        Some(main) => vec![main.year - 1, main.year, main.year + 1],
        None if named.is_empty() => reading.line.written.map(|written| written.year).into_iter().collect(),
        None => named.iter().flat_map(|year| [year - 1, *year]).collect(),
    };
    for year in main_years {
        let Some((value, ends)) = dated(year) else { continue };
        let Some(date) = date_of(ends) else { continue };
        let mut option = *reading;
        let price = reading.line.main.map_or_else(|| future(date, &reading.line), |main| turn(main, ends));
        let from_beside = match reading.beside {
            Some((_, sentence)) if sentence == mention.sentence => 60,
            Some(_) => 10,
            None => 0,
        };
        option.cost += price + from_beside;
        if mention.open == Open::Until || mention.aside > 0 {
            // It says how long a state lasts, and the narrative does not wait for it.
            let cost = option.cost + LASTING;
            found.push((value, self::named(Reading { cost, ..option }, date, mention)));
        }
        if date.is_season() {
            // "In winter" names no month, and moves nothing.
            found.push((value, option));
            continue;
        }
        option.line.go(date);
        option.line.parted = None;
        found.push((value, self::named(option, date, mention)));
    }
    if let Some(parted) = reading.line.parted
        && let Some((value, ends)) = dated(parted.year)
        && let Some(date) = date_of(ends)
    {
        let mut option = *reading;
        option.cost += RETURN + turn(parted, ends);
        option.line.go(date);
        option.line.parted = None;
        found.push((value, self::named(option, date, mention)));
    }
    if let Some((beside, sentence)) = reading.beside {
        for year in [beside.year, beside.year + 1] {
            let Some((value, ends)) = dated(year) else { continue };
            let Some(date) = date_of(ends) else { continue };
            let mut option = *reading;
            let away = i32::try_from(mention.sentence.saturating_sub(sentence)).unwrap_or(9).min(9);
            option.cost += 25 + turn(beside, ends) + 50 * away;
            option.beside = Some((date, mention.sentence));
            found.push((value, self::named(option, date, mention)));
        }
    }
    if found.is_empty()
        && reading.line.main.is_none()
        && let Some((value, _)) = dated(UNKNOWN_YEAR)
    {
        found.push((value, *reading));
    }
    found
}

/// "the next day", "two years later": by the date that was named last.
fn by_last(reading: &Reading, mention: &Mention, relative: Relative) -> Vec<(Value, Reading)> {
    let line = &reading.line;
    let here = reading.last_sentence == Some(mention.sentence);
    let same_month = |day: &Date| {
        mention.sentence <= reading.day_sentence + 1 && reading.last_sentence.is_some()
            || line
                .last
                .is_none_or(|last| last.year == day.year && (last.month == 0 || last.rough || last.month == day.month))
    };
    let monthly = |date: &Date| date.month > 0 && !date.is_season() && !date.rough;
    let base = match relative.unit {
        Unit::Day | Unit::Week => line.last_day.filter(same_month),
        Unit::Month => line.last.filter(monthly).or(line.main.filter(monthly)),
        Unit::Year | Unit::Decade
            if here
                || reading
                    .beside
                    .is_some_and(|(_, sentence)| sentence + 1 >= mention.sentence && relative.count == 0) =>
        {
            line.last.or(line.main)
        }
        Unit::Year | Unit::Decade => line.main.or(line.last),
    };
    let Some(value) = base.and_then(|base| shifted(base, relative)) else { return Vec::new() };
    let Some((value, mut option)) = keep(value, mention, *reading) else { return Vec::new() };
    if let Some(date) = value.start.or(value.end) {
        let date = if relative.part == Part::Whole { Date { rough: false, ..date } } else { Date::year(date.year) };
        if relative.count >= 0 || option.beside.is_none() {
            match option.beside {
                Some(_) if relative.unit != Unit::Decade => option.beside = Some((date, mention.sentence)),
                _ if relative.count >= 0 => option.line.go(kept(option.line.main, date)),
                _ => {}
            }
        }
        option = named(option, date, mention);
    }
    vec![(value, option)]
}

/// What a relative expression means by a date.
fn shifted(base: Date, relative: Relative) -> Option<Value> {
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
fn moved(date: Date, unit: Unit, count: i32) -> Option<Date> {
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

/// The next day of that name.
fn weekday(reading: &Reading, mention: &Mention, day: u8) -> Vec<(Value, Reading)> {
    let near = reading.line.last_day.filter(|_| mention.sentence <= reading.day_sentence + 2);
    let Some(base) = near else { return Vec::new() };
    // 1 January 1970 was a Thursday.
    let ahead = (i64::from(day) - (base.number() + 3)).rem_euclid(7);
    let date = Date::from_number(base.number() + ahead);
    keep(Value::single(date), mention, named(*reading, date, mention)).into_iter().collect()
}

/// The date by which the next ones go.
fn anchor(point: Partial) -> Date {
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

fn point_value(point: Partial) -> Value {
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

fn range_value(first: Partial, second: Partial) -> Value {
    Value { start: point_value(first).start, end: point_value(second).end }
}

/// The first and last year that a heading's dates name.
pub fn years_of(dated: &[Dated]) -> Option<(i32, i32)> {
    let years =
        dated.iter().flat_map(|dated| [dated.value.start, dated.value.end]).flatten().map(|date| match date.month {
            WINTER => date.year + 1,
            _ => date.year,
        });
    let (first, last) = years.fold((i32::MAX, i32::MIN), |(first, last), year| (first.min(year), last.max(year)));
    (first <= last && first != UNKNOWN_YEAR).then_some((first, last))
}
