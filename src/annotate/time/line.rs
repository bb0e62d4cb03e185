//! Where a narrative stands in time.

use super::mention::Partial;
use super::value::Date;

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

impl Line {
    /// The narrative goes on to a date.
    pub fn go(&mut self, date: Date) {
        self.main = Some(date);
        if date.month > 0 && !date.rough {
            self.month = Some(date);
        }
    }

    /// As [`Self::go`]; but a bare year does not forget the month of that year.
    pub fn keep(&mut self, date: Date) {
        let same = self.main.filter(|main| main.year == date.year && date.month == 0);
        self.go(same.unwrap_or(date));
    }

    /// A number of three digits is a year before Christ where the narrative is in such years, and one after where it is in those.
    pub fn era(&self, point: Partial) -> Option<Partial> {
        let year = match point.year {
            Some(year) if point.weak => year,
            _ => return Some(point),
        };
        let near = |main: i32, year: i32| main.saturating_sub(year).abs() <= 150;
        let main = self.last.or(self.main).map(|main| main.year);
        let year = if main.is_some_and(|main| main <= 0 && near(main, 1 - year)) { 1 - year } else { year };
        // Beside a month it is a year in any event.
        let holds = point.month > 0 || main.is_some_and(|main| near(main, year));
        holds.then_some(Partial { year: Some(year), weak: false, ..point })
    }
}
