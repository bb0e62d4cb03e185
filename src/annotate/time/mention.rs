//! Expressions of time as the text words them, before anything around them tells what they lack.

/// Which part of a period is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Part {
    #[default]
    Whole,
    /// "early"
    Early,
    /// "mid-", "the middle of"
    Mid,
    /// "late"
    Late,
    /// "the beginning of"
    Beginning,
    /// "the end of"
    End,
    /// "the first half of"
    FirstHalf,
    /// "the second half of"
    SecondHalf,
}

/// A date of which the year may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Partial {
    /// `None`: the text around it tells.
    pub year: Option<i32>,
    /// 1 to 12, a season's code, or 0.
    pub month: u8,
    /// 1 to 31, or 0.
    pub day: u8,
    pub part: Part,
    /// "about"
    pub rough: bool,
    /// How many years: 10 of a decade, 100 of a century, 0 of a date.
    pub years: u8,
    /// A number of at most three digits, which is a year only where the text is in such years.
    pub weak: bool,
}

/// What relative expressions count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Day,
    Week,
    Month,
    Year,
    Decade,
}

/// An expression that means a date by another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relative {
    pub unit: Unit,
    /// How many units on; negative: back.
    pub count: i32,
    /// The month and day named in it: "March 9 of that year".
    pub month: u8,
    pub day: u8,
    pub part: Part,
}

/// What an expression says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Point(Partial),
    Range(Partial, Partial),
    /// By the date that was named last.
    Relative(Relative),
    /// By the day on which the document was written.
    Written(Relative),
    /// So many units from the date that was named last, or from the day after it.
    Lasting(Unit, i32, bool),
    /// So many units up to the day on which the document was written.
    Past(Unit, i32),
    /// 0 to 6: the next such day.
    Weekday(u8),
    /// "the 14th": the next such day of a month, or that of the month that was named last.
    DayOfMonth {
        day: u8,
        same: bool,
    },
    /// The year of a resolution; it dates nothing.
    Resolution(i32),
}

/// Which end of it the words leave open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Neither.
    Closed,
    /// "since", "after"
    Since,
    /// "until", "by", "before"
    Until,
}

/// An expression of time in a passage.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    pub start: usize,
    pub end: usize,
    pub shape: Shape,
    pub open: Open,
    pub sentence: u32,
    /// It stands in brackets.
    pub bracketed: bool,
    /// It opens its sentence: "In 1941, …".
    pub leading: bool,
    /// What speaks for its being told by the way, in hundredths of the price of that.
    pub aside: i32,
    /// The sentence looks back: "had".
    pub back: bool,
    /// "The following June", "the previous June": 1 for the first one after what was named last, -1 for the last before.
    pub turn: i8,
}

impl Mention {
    /// "(1804–1884)": nothing goes by it.
    pub const fn is_lifetime(&self) -> bool {
        matches!(self.shape, Shape::Range(first, second) if first.month == 0 && second.month == 0) && self.bracketed
    }
}

impl Mention {
    /// "The 1920s", "the 19th century".
    pub const fn is_age(&self) -> bool {
        matches!(self.shape, Shape::Point(point) if point.years > 0)
    }
}

impl Relative {
    pub const fn of(unit: Unit, count: i32) -> Self {
        Self { unit, count, month: 0, day: 0, part: Part::Whole }
    }
}

impl Partial {
    pub const fn of(month: u8, day: u8) -> Self {
        Self { year: None, month, day, part: Part::Whole, rough: false, years: 0, weak: false }
    }

    pub const fn year(year: i32) -> Self {
        Self { year: Some(year), ..Self::of(0, 0) }
    }
}
