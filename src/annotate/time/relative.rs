//! Dates by other dates: "the next day", "two years later", "that month", "for 44 days", "on Tuesday".

use super::grammar::Grammar;
use super::lexicon;
use super::mention::{Part, Relative, Shape, Unit};
use super::token::Kind;

const UNITS: [(&str, &str, Unit); 6] = [
    ("day", "days", Unit::Day),
    ("week", "weeks", Unit::Week),
    ("month", "months", Unit::Month),
    ("year", "years", Unit::Year),
    ("decade", "decades", Unit::Decade),
    ("morning afternoon evening", "", Unit::Day),
];

const FORWARD: &str = "next following subsequent succeeding ensuing";
const BACKWARD: &str = "previous preceding prior";
const TIME_OF_DAY: &str = "morning afternoon evening";

impl Grammar<'_> {
    /// The relative expression that begins at a token, and the index after it.
    pub fn relative(&self, at: usize) -> Option<(Shape, usize)> {
        self.counted(at)
            .or_else(|| self.lasting(at))
            .or_else(|| self.part_of_relative(at))
            .or_else(|| self.today(at))
            .or_else(|| self.weekday(at))
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
            None if self.is(after, "before") && self.is_end(after + 1) => (-1, after + 1),
            None if self.is(after, "after") && self.is_end(after + 1) => (1, after + 1),
            None if self.is(after, "following") && !self.is_noun(after + 1) => (1, after + 1),
            None => return None,
        };
        let vague = hyphen || count == 0 && self.is(noun, TIME_OF_DAY);
        (!vague).then_some((Relative::of(unit, count), end))
    }

    /// Whether a clause ends before a token: "a month after the attack" goes by the attack, which has no date here.
    fn is_end(&self, at: usize) -> bool {
        !matches!(self.at(at).kind, Kind::Word | Kind::Number) || self.is(at, "and but when")
    }

    fn is_noun(&self, at: usize) -> bool {
        self.is(at, "the a an his her its their this that") || self.at(at).is_capital()
    }

    /// "two days later", "a year earlier", "five years previously", "a week after".
    fn counted(&self, at: usize) -> Option<(Shape, usize)> {
        let number = lexicon::count(self.at(at))?;
        let unit = self.unit(at + 1, number).filter(|_| !self.is(at + 1, TIME_OF_DAY))?;
        let (unit, number) = if unit == Unit::Decade { (Unit::Year, number * 10) } else { (unit, number) };
        let end = self.is_end(at + 3);
        let count = match () {
            () if self.is(at + 2, "later afterwards afterward hence") || self.is(at + 2, "after") && end => number,
            () if self.is(at + 2, "earlier previously") || self.is(at + 2, "before prior") && end => -number,
            () if self.is(at + 2, "ago") => return Some((Shape::Written(Relative::of(unit, -number)), at + 3)),
            () => return None,
        };
        Some((Shape::Relative(Relative::of(unit, count)), at + 3))
    }

    /// "for 44 days", "over the next two days", "over the last year".
    fn lasting(&self, at: usize) -> Option<(Shape, usize)> {
        let before = self.before(at);
        if !self.is(at, "the") {
            let number = lexicon::count(self.at(at)).filter(|number| before.is("for") && *number > 1)?;
            let unit = self.unit(at + 1, number)?;
            let goes_on = self.is(at + 2, "later earlier before after ago");
            let clear = !matches!(unit, Unit::Year | Unit::Decade) && !goes_on;
            return clear.then_some((Shape::Lasting(unit, number, false), at + 2));
        }
        if !before.is("over in during within for") {
            return None;
        }
        let last = self.is(at + 1, "last past");
        let (unit, number, end) = match self.unit(at + 2, 1).filter(|unit| last && *unit != Unit::Day) {
            Some(unit) => (unit, 1, at + 3),
            None => {
                let number = lexicon::count(self.at(at + 2))?;
                (self.unit(at + 3, number)?, number, at + 4)
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
