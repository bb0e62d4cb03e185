//! What a date means where it stands: a passage is read along the main line of the narrative, dates told by the way
//! beside it, and of all such readings the cheapest is taken.
//!
//! A main line goes on in time more readily than back; a date out of the line costs more than one told by the way, which in
//! turn is dear where it opens a sentence and cheap in brackets, after "since" or after "had". A date without a year takes it
//! from the line or from what was just told beside it. The prices are hundredths of that of a date told by the way.

use super::find;
use super::line::Line;
use super::meaning::{anchor, moved, point_value, range_value, shifted};
use super::mention::{Mention, Open, Part, Partial, Relative, Shape, Unit};
use super::price::{future, jump, months_between, outside, undated_jump};
use super::value::{Date, UNKNOWN_YEAR, Value, WINTER};

/// How many readings are kept beside each other.
const WIDTH: usize = 12;

/// What it costs the main line to follow a year, or to go back, where that is named in passing.
const PASSING: i32 = 25;

/// What it costs not to wait for the end of a state.
const LASTING: i32 = 20;

/// What it costs to tell by the way, in the midst of a sentence, what came years later.
const REMARK: i32 = 40;

/// In months: how far ahead is far, and what it costs to come back from there.
const FAR: i32 = 18;
const RETURN: i32 = 45;

/// In months, and a year: what lies ages on, in the writers' own time, is a remark and not the narrative.
const AGES: i32 = 360;
const MODERN: i32 = 1990;

/// What it costs on top to tell by the way what opens a sentence.
const LEADING: i32 = 130;

/// No passage names more years to choose from.
const MANY_YEARS: usize = 24;

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
            let taken = choices.len();
            Step { index, mention, reading, named: &named, choices: &mut choices, next: &mut next }.take();
            if choices.len() == taken {
                keep_cheapest(&mut next, *reading);
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
            Shape::Range(first, _) if !first.weak => first.year,
            _ => None,
        };
        if let Some(year) = year.filter(|year| years.len() < MANY_YEARS && !years.contains(year)) {
            years.push(year);
        }
    }
    years
}

impl Reading {
    /// After a date was named.
    fn after(mut self, date: Date, mention: &Mention) -> Self {
        self.line.last = Some(date);
        self.line.fresh = false;
        self.last_sentence = Some(mention.sentence);
        if date.day > 0 {
            self.line.last_day = Some(date);
            self.day_sentence = mention.sentence;
        }
        self
    }
}

/// One expression in one reading of what stands before it.
struct Step<'a> {
    index: usize,
    mention: &'a Mention,
    reading: &'a Reading,
    named: &'a [i32],
    choices: &'a mut Vec<Choice>,
    next: &'a mut Vec<Reading>,
}

impl Step<'_> {
    /// Reads the expression in every way there is.
    fn take(&mut self) {
        let reading = self.reading;
        let line = &reading.line;
        match self.mention.shape {
            Shape::Point(point) => match line.era(point) {
                Some(point) if point.year.is_some() => self.named(anchor(point), None, point_value(point)),
                Some(point) => self.without_year(point, None),
                None => {}
            },
            Shape::Range(first, second) => match (line.era(first), line.era(second)) {
                (Some(first), Some(second)) if first.year.is_some() => {
                    let last = (second.day > 0).then(|| anchor(second));
                    self.named(anchor(first), last, range_value(first, second));
                }
                (Some(first), Some(second)) => self.without_year(first, Some(second)),
                _ => {}
            },
            Shape::Resolution(year) => self.push(Some(Value::single(Date::year(year))), *reading),
            Shape::Relative(relative) => self.by_last(relative),
            Shape::Written(relative) => {
                let base = line.written.or(if relative.unit == Unit::Day { None } else { line.main });
                self.push(base.and_then(|base| shifted(base, relative)), *reading);
            }
            Shape::Lasting(unit, count, next) => self.lasting(unit, count, next),
            Shape::Past(unit, count) => self.past(unit, count),
            Shape::Weekday(day) => self.weekday(day),
            Shape::DayOfMonth { day, same } => self.day_of_month(day, same),
        }
    }

    /// What the words mean with an end left open, where they leave one; `None` where there is no such date.
    fn value(&self, value: Value) -> Option<Value> {
        let part = match self.mention.shape {
            Shape::Point(point) => point.part,
            Shape::Relative(relative) => relative.part,
            _ => Part::Whole,
        };
        let vague = value.start != value.end && !matches!(part, Part::Whole | Part::Beginning | Part::End);
        let value = match self.mention.open {
            // "By mid-2007" is about then, and says no more.
            _ if vague => value,
            Open::Closed => value,
            Open::Since => Value { start: value.start, end: None },
            Open::Until => Value { start: None, end: value.end },
        };
        value.is_sound().then_some(value)
    }

    /// A way to read it, and the reading that comes of it.
    fn push(&mut self, value: Option<Value>, reading: Reading) {
        if let Some(value) = value.and_then(|value| self.value(value)) {
            self.choices.push(Choice { mention: self.index, value, before: self.reading.choice });
            keep_cheapest(self.next, Reading { choice: Some(self.choices.len() - 1), ..reading });
        }
    }

    /// A date that names its year: on the main line, or told by the way. What goes by it goes by its last day, where it has
    /// one.
    fn named(&mut self, date: Date, last: Option<Date>, value: Value) {
        let (reading, mention) = (self.reading, self.mention);
        if mention.is_lifetime() {
            return self.push(Some(value), *reading);
        }
        if mention.is_age() && reading.line.main.is_some() {
            // A decade has no year for the months that are told next.
            return self.push(Some(value), reading.after(date, mention));
        }
        let last = last.unwrap_or(date);
        let line = &reading.line;
        let mut main = *reading;
        let mut remark = false;
        main.line.parted = None;
        if let Some(from) = line.main {
            let months = months_between(from, date);
            let strays = if date.month == 0 { from.year != date.year } else { months < 0 };
            let passing = if strays && !mention.leading { PASSING } else { 0 };
            let on = jump(from, date, mention, line) + passing;
            let back = line.parted.map_or(on, |parted| RETURN + jump(parted, date, mention, line));
            main.cost += on.min(back);
            main.line.parted = Some(from).filter(|_| months > FAR);
            remark = months > AGES && date.year >= MODERN;
        }
        main.line.keep(date);
        main.beside = None;
        self.push(Some(value), main.after(last, mention));
        let expected = line.loose || outside(date, line) < 60;
        let leading = mention.leading && mention.aside < 100 && expected && !remark;
        // A day is seldom told by the way.
        let price = if date.day > 0 { 130 } else { 100 } - mention.aside + if leading { LEADING } else { 0 };
        // "A prisoner since 1808": since then is not then.
        let beside = if mention.open == Open::Since { reading.beside } else { Some((date, mention.sentence)) };
        let aside = Reading { cost: reading.cost + price.max(5), beside, ..*reading };
        self.push(Some(value), aside.after(last, mention));
    }

    /// A date that does not name its year: it takes one from the line, from what was told beside it, or from nearby.
    fn without_year(&mut self, first: Partial, second: Option<Partial>) {
        let (reading, mention) = (self.reading, self.mention);
        let line = &reading.line;
        let taken = self.choices.len();
        let dated = Undated { first, second, mention, line };
        if let (1 | -1, Some(base)) = (mention.turn, line.last.or(line.main)) {
            return self.turned(&dated, base);
        }
        let from_beside = match reading.beside {
            Some((_, sentence)) if sentence == mention.sentence => 60,
            Some(_) => 10,
            None => 0,
        };
        // Without a line, from the years that the passage names, or that of writing.
        let alone = line.written.map(|written| written.year);
        let years = match line.main {
            Some(main) => &[main.year],
            None if self.named.is_empty() => alone.as_slice(),
            None => self.named,
        };
        let around: &[i32] = if line.main.is_some() { &[0, -1, 1] } else { &[0, -1] };
        for year in years.iter().flat_map(|year| around.iter().map(move |away| year + away)) {
            let (value, date, price) = dated.in_year(year, line.main);
            let mut option = Reading { cost: reading.cost + price + from_beside, ..*reading };
            if mention.open == Open::Until || mention.aside > 0 {
                // It says how long a state lasts, and the narrative does not wait for it.
                let stays = Reading { cost: option.cost + LASTING, ..option };
                self.push(Some(value), stays.after(date, mention));
            }
            if date.is_season() {
                // "In winter" names no month, and moves nothing.
                self.push(Some(value), option);
                continue;
            }
            option.line.go(date);
            option.line.parted = None;
            self.push(Some(value), option.after(date, mention));
        }
        if let Some(parted) = line.parted {
            let (value, date, price) = dated.in_year(parted.year, Some(parted));
            let mut option = Reading { cost: reading.cost + RETURN + price, ..*reading };
            option.line.go(date);
            option.line.parted = None;
            self.push(Some(value), option.after(date, mention));
        }
        if let Some((beside, sentence)) = reading.beside {
            let away = i32::try_from(mention.sentence.saturating_sub(sentence)).unwrap_or(9).min(9);
            for year in [beside.year, beside.year + 1] {
                let (value, date, price) = dated.in_year(year, Some(beside));
                let cost = reading.cost + 25 + price + 50 * away;
                let option = Reading { cost, beside: Some((date, mention.sentence)), ..*reading };
                self.push(Some(value), option.after(date, mention));
            }
        }
        if self.choices.len() == taken && line.main.is_none() {
            self.push(Some(dated.value(UNKNOWN_YEAR)), *reading);
        }
    }

    /// "The following June", "the previous June".
    fn turned(&mut self, dated: &Undated, base: Date) {
        let month = i32::from(anchor(dated.first).calendar_month());
        let on = month - if base.month == 0 { 0 } else { i32::from(base.calendar_month()) };
        let year = match (self.mention.turn, base.month) {
            (turn, 0) => base.year + i32::from(turn),
            (1, _) => base.year + i32::from(on <= 0),
            _ => base.year - i32::from(on >= 0),
        };
        let (value, date, _) = dated.in_year(year, None);
        let mut option = *self.reading;
        if option.beside.is_some() || self.mention.turn < 0 {
            option.beside = Some((date, self.mention.sentence));
        } else if !date.is_season() {
            option.line.go(date);
        }
        self.push(Some(value), option.after(date, self.mention));
    }

    /// "the next day", "two years later": by the date that was named last.
    fn by_last(&mut self, relative: Relative) {
        let (reading, mention) = (self.reading, self.mention);
        let line = &reading.line;
        let near_day = reading.last_sentence.is_some() && mention.sentence <= reading.day_sentence + 1;
        let same_month = |day: &Date| {
            let with = |last: Date| last.year == day.year && (last.month == 0 || last.rough || last.month == day.month);
            near_day || line.last.is_none_or(with)
        };
        let monthly = |date: &Date| date.month > 0 && !date.is_season() && !date.rough;
        let spoken_of = |(_, sentence): (Date, u32)| sentence + 1 >= mention.sentence;
        let base = match relative.unit {
            Unit::Day | Unit::Week => line.last_day.filter(same_month),
            Unit::Month => line.last.filter(monthly).or(line.main.filter(monthly)),
            _ if reading.last_sentence == Some(mention.sentence) => line.last,
            _ if reading.beside.is_some_and(spoken_of) => line.last,
            _ => line.main.or(line.last),
        };
        let Some(value) = base.and_then(|base| shifted(base, relative)) else { return };
        let Some(date) = value.start else { return };
        let date = if relative.part == Part::Whole { Date { rough: false, ..date } } else { Date::year(date.year) };
        let mut option = *reading;
        let beside = Some((date, mention.sentence));
        match option.beside {
            Some(_) if relative.count < 0 => {}
            Some(_) if relative.unit != Unit::Decade => option.beside = beside,
            _ if relative.count >= 0 => {
                if relative.unit == Unit::Year && relative.count > 1 && !mention.leading {
                    // "Goya painted it six years later": the narrative need not go there.
                    let aside = Reading { cost: option.cost + REMARK, beside, ..option };
                    self.push(Some(value), aside.after(date, mention));
                    option.cost += (8 * relative.count).min(120) + PASSING;
                }
                option.line.keep(date);
            }
            _ => {}
        }
        self.push(Some(value), option.after(date, mention));
    }

    fn lasting(&mut self, unit: Unit, count: i32, next: bool) {
        let line = &self.reading.line;
        let start = match unit {
            Unit::Day | Unit::Week => line.last_day.filter(|_| self.mention.sentence <= self.reading.day_sentence + 3),
            _ => line.last.filter(|last| last.month > 0 && !last.is_season()),
        };
        let Some(start) = start else { return };
        let start = if next { moved(start, Unit::Day, 1).unwrap_or(start) } else { start };
        // The day, or the month, that it would end with belongs to what comes after.
        let last = if start.day > 0 { Unit::Day } else { Unit::Month };
        let end = moved(start, unit, count).and_then(|behind| moved(behind, last, -1));
        self.push(end.map(|end| Value::between(start, end)), *self.reading);
    }

    fn past(&mut self, unit: Unit, count: i32) {
        let Some(end) = self.reading.line.written else { return };
        let start = moved(end, unit, -count).map(|start| match unit {
            Unit::Year if count > 1 => Date::year(start.year),
            Unit::Year | Unit::Month => Date { day: 0, ..start },
            _ => start,
        });
        self.push(start.map(|start| Value::between(start.rough(), end)), *self.reading);
    }

    /// The next day of that number.
    fn day_of_month(&mut self, day: u8, same: bool) {
        let (reading, mention) = (self.reading, self.mention);
        let named = reading.line.last.filter(|last| last.month > 0 && !last.is_season() && !last.rough);
        let Some(base) = named.filter(|_| !reading.line.fresh) else { return };
        let turns = !same && day < base.day && !mention.back;
        let month = if turns { moved(Date { day: 0, ..base }, Unit::Month, 1) } else { Some(base) };
        let Some(date) = month.map(|month| Date { day, ..month }) else { return };
        let mut option = *reading;
        match option.beside {
            Some((_, sentence)) if sentence + 1 >= mention.sentence => option.beside = Some((date, mention.sentence)),
            _ => option.line.go(date),
        }
        self.push(Some(Value::single(date)), option.after(date, mention));
    }

    /// The next day of that name.
    fn weekday(&mut self, day: u8) {
        let near = self.mention.sentence <= self.reading.day_sentence + 2;
        let Some(base) = self.reading.line.last_day.filter(|_| near) else { return };
        // 1 January 1970 was a Thursday.
        let ahead = (i64::from(day) - (base.number() + 3)).rem_euclid(7);
        let date = Date::from_number(base.number() + ahead);
        self.push(Some(Value::single(date)), self.reading.after(date, self.mention));
    }
}

/// A date, or a range, of which the year is to be found.
struct Undated<'a> {
    first: Partial,
    second: Option<Partial>,
    mention: &'a Mention,
    line: &'a Line,
}

impl Undated<'_> {
    fn value(&self, year: i32) -> Value {
        let first = Partial { year: Some(year), ..self.first };
        let Some(second) = self.second else { return point_value(first) };
        let turn = (second.month, second.day) < (first.month, first.day);
        range_value(first, Partial { year: Some(year.saturating_add(i32::from(turn))), ..second })
    }

    /// What it means in a year, where the line stands after it, and what it costs to go there.
    fn in_year(&self, year: i32, from: Option<Date>) -> (Value, Date, i32) {
        let value = self.value(year);
        let start = anchor(Partial { year: Some(year), ..self.first });
        // Of a range that turns the year, the end may be where the line is.
        let end = value.end.filter(|_| self.second.is_some()).unwrap_or(start);
        let price = |to: Date| match from {
            Some(from) => undated_jump(from, to, self.mention, self.line),
            None => future(to, self.line),
        };
        (value, Date { rough: false, ..end }, price(start).min(price(end)))
    }
}

/// Where a heading puts the narrative: its first date, and the first and last year that its dates name.
pub fn of_heading(dated: &[Dated]) -> Option<(Date, (i32, i32))> {
    let mut found: Option<(Date, (i32, i32))> = None;
    let told = dated.iter().filter(|dated| !matches!(dated.mention.shape, Shape::Resolution(_)));
    for date in told.flat_map(|dated| [dated.value.start, dated.value.end]).flatten() {
        if date.year != UNKNOWN_YEAR {
            let year = date.year + i32::from(date.month == WINTER);
            let (main, (first, last)) = found.unwrap_or((date, (date.year, year)));
            found = Some((main, (first.min(year), last.max(year))));
        }
    }
    found
}
