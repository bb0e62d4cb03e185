//! Dates by other dates: "the next day", "two years later", "that month", "for 44 days", "on Tuesday".

use super::grammar::Grammar;
use super::lexicon;
use super::mention::{Part, Relative, Shape, Unit};
use super::token::Kind;

const SINGULAR: [(&str, Unit); 5] = [
    ("day morning afternoon evening", Unit::Day),
    ("week", Unit::Week),
    ("month", Unit::Month),
    ("year", Unit::Year),
    ("decade", Unit::Decade),
];

const PLURAL: [(&str, Unit); 5] = [
    ("days", Unit::Day),
    ("weeks", Unit::Week),
    ("months", Unit::Month),
    ("years", Unit::Year),
    ("decades", Unit::Decade),
];

const FORWARD: &str = "next following subsequent succeeding ensuing";
const BACKWARD: &str = "previous preceding prior";

impl Grammar<'_> {
    /// The relative expression that begins at a token, and the index after it.
    pub fn relative(&self, at: usize) -> Option<(Shape, usize)> {
        self.counted(at)
            .or_else(|| self.lasting(at))
            .or_else(|| self.part_of_relative(at))
            .or_else(|| self.today(at))
            .or_else(|| self.weekday(at))
    }

    fn unit(&self, at: usize, of: &[(&str, Unit)]) -> Option<Unit> {
        of.iter().find(|(words, _)| self.is_of(at, words)).map(|(_, unit)| *unit)
    }

    /// "later that month", "the end of the year", "early the next year", "that day".
    fn part_of_relative(&self, at: usize) -> Option<(Shape, usize)> {
        let (part, next, bare) = self.relative_part(at);
        let (relative, end) = self.pointed(next, bare)?;
        Some((Shape::Relative(Relative { part, ..relative }), end))
    }

    /// The words for a part, the index after them, and whether "the year" may follow instead of "that year".
    fn relative_part(&self, at: usize) -> (Part, usize, bool) {
        if self.is_of(at, "later earlier") {
            let gap = usize::from(self.is_of(at + 1, "in on"));
            return (Part::Whole, at + 1 + gap, gap > 0);
        }
        let article = usize::from(self.is(at, "the"));
        if self.is_of(at + article, "rest remainder course") && self.is(at + article + 1, "of") {
            return (Part::Whole, at + article + 2, true);
        }
        // The article after "of" belongs to what follows.
        match self.part(at) {
            Some((part, next)) if self.is(next - 1, "the") && next >= at + 2 => (part, next - 1, true),
            Some((part, next)) => (part, next, false),
            None => (Part::Whole, at, false),
        }
    }

    /// "the next day", "that same year", "the year before", "this month"; with `bare` also "the year".
    pub fn pointed(&self, at: usize, bare: bool) -> Option<(Relative, usize)> {
        let relative = |unit, count| Relative { unit, count, month: 0, day: 0, part: Part::Whole };
        if !self.is_of(at, "the that this") {
            return None;
        }
        let article = self.is(at, "the");
        let mut next = at + 1;
        next += usize::from(self.is(next, "very"));
        let count = match () {
            () if self.is_of(next, "same") => Some(0),
            () if self.is_of(next, FORWARD) && article => Some(1),
            () if self.is_of(next, BACKWARD) && article => Some(-1),
            () => None,
        };
        let noun = next + usize::from(count.is_some());
        let unit = self.unit(noun, &SINGULAR)?;
        let time_of_day = self.is_of(noun, "morning afternoon evening");
        if let Some(count) = count {
            return Some((relative(unit, count), noun + 1)).filter(|_| count != 0 || !time_of_day);
        }
        if !article || bare {
            let hyphen = self.tokens.get(noun + 1).is_some_and(|token| token.glued && token.is_mark("-"));
            return (!time_of_day && !hyphen).then_some((relative(unit, 0), noun + 1));
        }
        let count = match () {
            () if self.is(noun + 1, "before") && self.is_end(noun + 2) => -1,
            () if self.is(noun + 1, "after") && self.is_end(noun + 2) => 1,
            () if self.is(noun + 1, "following")
                && !self.is_of(noun + 2, "the a an his her its their this that")
                && !self.tokens.get(noun + 2).is_some_and(|next| next.is_capital()) =>
            {
                1
            }
            () => return None,
        };
        (!time_of_day).then_some((relative(unit, count), noun + 2))
    }

    /// Whether a clause ends before a token: "a month after the attack" goes by the attack, which has no date here.
    fn is_end(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_none_or(|next| !matches!(next.kind, Kind::Word | Kind::Number) || next.is_of("and but when"))
    }

    /// "two days later", "a year earlier", "five years previously", "a week after".
    fn counted(&self, at: usize) -> Option<(Shape, usize)> {
        let number = lexicon::count(self.tokens.get(at)?)?;
        let unit = self.unit(at + 1, if number == 1 { &SINGULAR } else { &PLURAL })?;
        if self.is_of(at + 1, "morning afternoon evening") {
            return None;
        }
        let (unit, number) = if unit == Unit::Decade { (Unit::Year, number * 10) } else { (unit, number) };
        let count = match () {
            () if self.is_of(at + 2, "later afterwards afterward hence") => number,
            () if self.is_of(at + 2, "earlier previously") => -number,
            () if self.is(at + 2, "after") && self.is_end(at + 3) => number,
            () if self.is_of(at + 2, "before prior") && self.is_end(at + 3) => -number,
            () if self.is(at + 2, "ago") => {
                return Some((
                    Shape::Written(Relative { unit, count: -number, month: 0, day: 0, part: Part::Whole }),
                    at + 3,
                ));
            }
            () => return None,
        };
        Some((Shape::Relative(Relative { unit, count, month: 0, day: 0, part: Part::Whole }), at + 3))
    }

    /// "for 44 days", "over the next two days", "over the last year".
    fn lasting(&self, at: usize) -> Option<(Shape, usize)> {
        let before = self.before(at)?;
        if before.is("for") && !self.is(at, "the") {
            let number = lexicon::count(self.tokens.get(at)?)?;
            let unit = self.unit(at + 1, if number == 1 { &SINGULAR } else { &PLURAL })?;
            let goes_on = self.is_of(at + 2, "later earlier before after ago");
            let clear = matches!(unit, Unit::Day | Unit::Week | Unit::Month) && !self.is_of(at, "a an one");
            return (clear && !goes_on).then_some((Shape::Lasting(unit, number, false), at + 2));
        }
        if !before.is_of("over in during within for") || !self.is(at, "the") {
            return None;
        }
        let last = self.is_of(at + 1, "last past");
        if last && let Some(unit) = self.unit(at + 2, &SINGULAR) {
            let part_of = self.is(at + 3, "of") || unit == Unit::Day;
            return (!part_of).then_some((Shape::Past(unit, 1), at + 3));
        }
        let number = lexicon::count(self.tokens.get(at + 2)?)?;
        let unit = self.unit(at + 3, &PLURAL)?;
        match () {
            () if self.is(at + 4, "of") => None,
            () if last => Some((Shape::Past(unit, number), at + 4)),
            () if self.is_of(at + 1, FORWARD) => Some((Shape::Lasting(unit, number, true), at + 4)),
            () => None,
        }
    }

    /// "today", "yesterday", "last year", and "next month" without an article.
    fn today(&self, at: usize) -> Option<(Shape, usize)> {
        let written = |unit, count| Shape::Written(Relative { unit, count, month: 0, day: 0, part: Part::Whole });
        let days = [("yesterday", -1), ("today", 0), ("tomorrow", 1)];
        if let Some((_, count)) = days.into_iter().find(|(word, _)| self.is(at, word)) {
            return Some((written(Unit::Day, count), at + 1));
        }
        let count = if self.is(at, "last") { -1 } else { 1 };
        let article =
            self.before(at).is_some_and(|before| before.is_of("the its his her their very at a this our your"));
        let unit = self.unit(at + 1, &SINGULAR[1..])?;
        (self.is_of(at, "last next") && !article).then_some((written(unit, count), at + 2))
    }

    fn weekday(&self, at: usize) -> Option<(Shape, usize)> {
        let day = lexicon::weekday(self.tokens.get(at)?)?;
        let said =
            self.before(at).is_some_and(|before| before.is_of("on last next by until since from late early this that"));
        let name = self.tokens.get(at + 1).is_some_and(|next| next.is_capital());
        (said && !name).then_some((Shape::Weekday(day), at + 1))
    }
}
