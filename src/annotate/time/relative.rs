//! Dates by other dates: "the next day", "two years later", "that month", "for 44 days", "on Tuesday".

use super::grammar::Grammar;
use super::lexicon;
use super::mention::{Part, Relative, Shape, Unit};
use super::token::{DASHES, Kind, Token};

const UNITS: [(&str, &str, Unit); 6] = [
    ("day", "days", Unit::Day),
    ("week", "weeks", Unit::Week),
    ("month", "months", Unit::Month),
    ("year", "years", Unit::Year),
    ("decade", "decades", Unit::Decade),
    ("morning afternoon evening", "", Unit::Day),
];

/// What turns to what comes after, between an article and a time: "the following June".
pub const FORWARD: &str = "next following subsequent succeeding ensuing";

/// What turns to what came before.
pub const BACKWARD: &str = "previous preceding prior";

/// What a clause may begin with.
const SUBJECTS: &str = "the a an he she it they we his her its their";

/// What may stand after "on the 14th": after most other words it is the 14th of them.
const AFTER_DAY: &str = "a an the and but or he she it they his her its their this that these both all by in at with to of \
    when where who which after before while from under for on as was were had did could only but there until till then";

const TIME_OF_DAY: &str = "morning afternoon evening";

fn follows_day(next: &Token) -> bool {
    next.is(AFTER_DAY) || next.text.ends_with("ed")
}

impl Grammar<'_> {
    /// The relative expression that begins at a token, and the index after it.
    pub fn relative(&self, at: usize) -> Option<(Shape, usize)> {
        self.counted(at)
            .or_else(|| self.lasting(at))
            .or_else(|| self.part_of_relative(at))
            .or_else(|| self.today(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.day_of_month(at))
    }

    /// "on the 14th", "the night of the 14th", "the 14th of that month".
    fn day_of_month(&self, at: usize) -> Option<(Shape, usize)> {
        let (number, before, of) = (self.at(at + 1), self.before(at), at + 2);
        // "On the eighth": a number in words, where nothing follows of which it could be the eighth.
        let ends = before.is("on") && !matches!(self.at(of).kind, Kind::Word | Kind::Number);
        let day = match number.kind {
            _ if !self.is(at, "the") => None,
            Kind::Ordinal => self.day(at + 1),
            Kind::Word if ends => lexicon::ordinal(number).and_then(|day| u8::try_from(day).ok()),
            _ => None,
        }?;
        if self.is(of, "of")
            && let Some((relative, end)) = self.pointed(of + 1, true)
        {
            let same = Shape::DayOfMonth { day, same: true };
            return (relative.unit == Unit::Month && relative.count == 0).then_some((same, end));
        }
        let said = before.is("on by until till since from to and")
            || before.is("of") && self.is(at.wrapping_sub(2), "night morning afternoon evening dawn dusk eve");
        let next = self.at(of);
        let noun = next.is_capital() || next.is_mark(DASHES) && next.glued || next.is_lower() && !follows_day(next);
        (said && !noun).then_some((Shape::DayOfMonth { day, same: false }, of))
    }

    /// The unit at a token, in the form that goes with a number.
    fn unit(&self, at: usize, number: i32) -> Option<Unit> {
        let found = UNITS.iter().find(|(one, many, _)| self.is(at, if number == 1 { one } else { many }));
        found.map(|(.., unit)| *unit)
    }

    /// "later that month", "the end of the year", "early the next year", "that day".
    fn part_of_relative(&self, at: usize) -> Option<(Shape, usize)> {
        let (part, next, bare) = self.relative_part(at);
        let (relative, end) = self.pointed(next, bare)?;
        Some((Shape::Relative(Relative { part, ..relative }), end))
    }

    /// The words for a part, the index after them, and whether "the year" may follow instead of "that year".
    fn relative_part(&self, at: usize) -> (Part, usize, bool) {
        if self.is(at, "later earlier") {
            let next = self.skip(at + 1, "in on");
            return (Part::Whole, next, next > at + 1);
        }
        let noun = self.skip(at, "the");
        if self.is(noun, "rest remainder course") && self.is(noun + 1, "of") {
            return (Part::Whole, noun + 2, true);
        }
        match self.part(at) {
            // The article after "of" belongs to what follows.
            Some((part, next)) if self.is(next - 1, "the") && next >= at + 2 => (part, next - 1, true),
            Some((part, next)) => (part, next, false),
            None => (Part::Whole, at, false),
        }
    }

    /// "the next day", "that same year", "the year before", "this month"; with `bare` also "the year".
    pub fn pointed(&self, at: usize, bare: bool) -> Option<(Relative, usize)> {
        // "Next morning they attacked."
        let opens = self.is(at, "next") && self.at(at).is_capital();
        if let Some(Unit::Day) = self.unit(at + 1, 1).filter(|_| opens) {
            return Some((Relative::of(Unit::Day, 1), at + 2));
        }
        if !self.is(at, "the that this") {
            return None;
        }
        let article = self.is(at, "the");
        let next = self.skip(at + 1, "very");
        let said = match () {
            () if self.is(next, "same") => Some(0),
            () if self.is(next, FORWARD) && article => Some(1),
            () if self.is(next, BACKWARD) && article => Some(-1),
            () => None,
        };
        let noun = next + usize::from(said.is_some());
        let unit = self.unit(noun, 1)?;
        let after = noun + 1;
        let hyphen = self.is_mark(after, "-") && self.at(after).glued;
        let (count, end) = match said {
            Some(count) => (count, after),
            None if !article || bare => (0, after),
            None if self.is(after, "before") && (self.is_end(after + 1) || self.looks_back(after + 1)) => {
                (-1, after + 1)
            }
            None if self.is(after, "after") && self.after_that(after + 1).1 => (1, self.after_that(after + 1).0),
            None if self.is(after, "following") && !self.is_noun(after + 1) => (1, after + 1),
            None => return None,
        };
        let vague = hyphen || count == 0 && self.is(noun, TIME_OF_DAY);
        (!vague).then_some((Relative::of(unit, count), end))
    }

    /// After "two days after" or "two days after that": the index behind it, and whether it does not go by what follows.
    fn after_that(&self, at: usize) -> (usize, bool) {
        let end = self.skip(at, "that");
        let next = self.at(end);
        (end, self.is_end(end) || end > at && (next.is_capital() || next.is(SUBJECTS)))
    }

    /// "The year before he had been made a marshal": the clause is not what happened after.
    fn looks_back(&self, at: usize) -> bool {
        (self.is(at, "he she it they we") || self.at(at).is_capital()) && self.is(at + 1, "had")
    }

    /// Whether a clause ends before a token: "a month after the attack" goes by the attack, which has no date here.
    pub fn is_end(&self, at: usize) -> bool {
        !matches!(self.at(at).kind, Kind::Word | Kind::Number) || self.is(at, "and but when")
    }

    fn is_noun(&self, at: usize) -> bool {
        self.is(at, "the a an his her its their this that") || self.at(at).is_capital()
    }

    /// "two days later", "a year earlier", "five years previously", "a week after", "two days after that".
    fn counted(&self, at: usize) -> Option<(Shape, usize)> {
        let (unit, number, at) = self.length(at)?;
        let (that, end) = self.after_that(at + 1);
        let (count, stop) = match () {
            () if self.is(at, "later afterwards afterward hence") => (number, at + 1),
            () if self.is(at, "after") && end => (number, that),
            () if self.is(at, "earlier previously") => (-number, at + 1),
            () if self.is(at, "before prior") && end => (-number, that),
            () if self.is(at, "ago") => return Some((Shape::Written(Relative::of(unit, -number)), at + 1)),
            () => return None,
        };
        Some((Shape::Relative(Relative::of(unit, count)), stop))
    }

    /// "two days", "half a year", "a fortnight", "a couple of weeks", "thirty-five years": in units that can be counted on.
    fn length(&self, at: usize) -> Option<(Unit, i32, usize)> {
        let half = self.is(at, "half") && self.is(at + 1, "a");
        let at = if half { at + 1 } else { at };
        if self.is(at, "a") && self.is(at + 1, "fortnight") && !half {
            return Some((Unit::Week, 2, at + 2));
        }
        let (number, next) = match () {
            () if self.is(at, "a") && self.is(at + 1, "couple") && self.is(at + 2, "of") => (2, at + 3),
            () if self.is(at, "a") && self.is(at + 1, "dozen") => (12, at + 2),
            () => self.count(at)?,
        };
        let unit = self.unit(next, number).filter(|_| !self.is(next, TIME_OF_DAY));
        let (unit, number) = match unit {
            Some(Unit::Decade) => (Unit::Year, number * 10),
            None if self.is(next, if number == 1 { "century" } else { "centuries" }) => (Unit::Year, number * 100),
            unit => (unit?, number),
        };
        match (half, unit) {
            (false, _) => Some((unit, number, next + 1)),
            (true, Unit::Year) if number == 1 => Some((Unit::Month, 6, next + 1)),
            (true, Unit::Year) => Some((unit, number / 2, next + 1)),
            (true, _) => None,
        }
    }

    /// A count in words or digits, and the index after it.
    fn count(&self, at: usize) -> Option<(i32, usize)> {
        let number = lexicon::count(self.at(at))?;
        let tens = (20..100).contains(&number) && number % 10 == 0 && self.at(at).kind == Kind::Word;
        let ones = lexicon::count(self.at(at + 2)).filter(|ones| tens && self.is_mark(at + 1, "-") && *ones < 10);
        Some(ones.map_or((number, at + 1), |ones| (number + ones, at + 3)))
    }

    /// "for 44 days", "over the next two days", "over the last year".
    fn lasting(&self, at: usize) -> Option<(Shape, usize)> {
        let before = self.before(at);
        if !self.is(at, "the") {
            let (number, next) = self.count(at).filter(|(number, _)| before.is("for") && *number > 1)?;
            let unit = self.unit(next, number)?;
            let goes_on = self.is(next + 1, "later earlier before after ago");
            let clear = !matches!(unit, Unit::Year | Unit::Decade) && !goes_on;
            return clear.then_some((Shape::Lasting(unit, number, false), next + 1));
        }
        if !before.is("over in during within for") {
            return None;
        }
        let last = self.is(at + 1, "last past");
        let (unit, number, end) = match self.unit(at + 2, 1).filter(|unit| last && *unit != Unit::Day) {
            Some(unit) => (unit, 1, at + 3),
            None => {
                let (number, next) = self.count(at + 2)?;
                (self.unit(next, number)?, number, next + 1)
            }
        };
        match () {
            () if self.is(end, "of") => None,
            () if last => Some((Shape::Past(unit, number), end)),
            () if self.is(at + 1, FORWARD) => Some((Shape::Lasting(unit, number, true), end)),
            () => None,
        }
    }

    /// "today", "yesterday", "last year", and "next month" without an article.
    fn today(&self, at: usize) -> Option<(Shape, usize)> {
        let days = [("yesterday", -1), ("today", 0), ("tomorrow", 1)];
        if let Some((_, count)) = days.into_iter().find(|(word, _)| self.is(at, word)) {
            return Some((Shape::Written(Relative::of(Unit::Day, count)), at + 1));
        }
        let count = if self.is(at, "last") { -1 } else { 1 };
        let article = self.before(at).is("the its his her their very at a this our your");
        let unit = self.unit(at + 1, 1).filter(|unit| *unit != Unit::Day && !article && self.is(at, "last next"))?;
        Some((Shape::Written(Relative::of(unit, count)), at + 2))
    }

    fn weekday(&self, at: usize) -> Option<(Shape, usize)> {
        let day = lexicon::weekday(self.at(at))?;
        let said = self.before(at).is("on last next by until since from late early this that");
        (said && !self.at(at + 1).is_capital()).then_some((Shape::Weekday(day), at + 1))
    }
}
