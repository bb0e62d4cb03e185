//! In which slices the rows of a comparison are set, where all of them at once would keep a reader waiting.
//!
//! First what was asked for, and no more than fills a screen; then what stands before it in its own row, what follows
//! within reach, the rows above from the first one down, and at last those below. What is set above moves little that
//! way: hardly anything stands below it yet.

use std::ops::Range;

/// Passages of each column that are set first.
const FIRST: usize = 4;

/// So many passages behind the first ones are set before the rows above.
const NEAR: usize = 8;

/// What of a row is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The column that is set where those before its passages are still to come; the others wait for them.
    column: usize,
    from: usize,
    to: usize,
}

impl Part {
    /// All of it.
    pub const WHOLE: Self = Self { column: 0, from: 0, to: usize::MAX };

    /// Which passages of a column are set, by their places in it.
    #[must_use]
    pub const fn of_column(self, column: usize) -> Range<usize> {
        if self.from == 0 || column == self.column { self.from..self.to } else { 0..0 }
    }
}

/// How far the rows of a comparison have been set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slices {
    /// How many passages the longest column of each row has.
    lengths: Vec<usize>,
    /// The row that was asked for, and what of it is set.
    at: usize,
    part: Part,
    /// How much is still to follow before the rows above.
    near: usize,
    above: Run,
    below: Run,
}

/// Rows that are set one after the other: the next one, and how much of it is set.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    next: usize,
    end: usize,
    set: usize,
}

impl Run {
    /// Sets no more than `most` passages; how many it were. A row without any counts as one.
    fn advance(&mut self, lengths: &[usize], most: usize) -> usize {
        let length = lengths[self.next].max(1);
        let more = most.min(length - self.set);
        self.set += more;
        if self.set == length {
            self.next += 1;
            self.set = 0;
        }
        more
    }

    const fn is_done(&self) -> bool {
        self.next >= self.end
    }

    const fn part(&self, row: usize) -> Option<Part> {
        match row {
            _ if row < self.next => Some(Part::WHOLE),
            _ if row == self.next && self.set > 0 => Some(Part { to: self.set, ..Part::WHOLE }),
            _ => None,
        }
    }
}

impl Slices {
    /// The first slice: `at` is the row that was asked for, `passage` the column and the place in it of the passage,
    /// where one was asked for. `lengths` says how many passages the longest column of each row has.
    #[must_use]
    pub fn new(lengths: Vec<usize>, at: usize, passage: Option<(usize, usize)>) -> Self {
        let at = at.min(lengths.len().saturating_sub(1));
        let (column, place) = passage.unwrap_or_default();
        // The end of the one before is in sight.
        let from = if place < FIRST { 0 } else { place - 1 };
        let part = Part { column, from, to: (place + 2).max(FIRST) };
        let above = Run { next: 0, end: at, set: 0 };
        let below = Run { next: at + 1, end: lengths.len(), set: 0 };
        Self { lengths, at, part, near: NEAR, above, below }
    }

    /// What of a row is set; none where nothing is.
    #[must_use]
    pub fn part(&self, row: usize) -> Option<Part> {
        match row {
            _ if row < self.at => self.above.part(row),
            _ if row > self.at => self.below.part(row),
            _ if self.is_row_begun() => Some(self.part),
            _ if self.part.from == 0 => Some(Part::WHOLE),
            _ => Some(Part { to: usize::MAX, ..self.part }),
        }
    }

    /// Whether something of the row that was asked for is still to follow.
    fn is_row_begun(&self) -> bool {
        self.lengths.get(self.at).is_some_and(|length| self.part.to < *length)
    }

    /// Whether all is set.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.part.from == 0 && self.above.is_done() && !self.is_row_begun() && self.below.is_done()
    }

    /// Sets so many passages more in the longest columns.
    pub fn more(&mut self, count: usize) {
        let mut left = count;
        while left > 0 && !self.is_done() {
            left -= self.step(left);
        }
    }

    /// Sets no more than `most` passages of one row; how many it were.
    fn step(&mut self, most: usize) -> usize {
        if self.part.from > 0 {
            let more = most.min(self.part.from);
            self.part.from -= more;
            return more;
        }
        let is_near = self.near > 0 && (self.is_row_begun() || !self.below.is_done());
        if !self.above.is_done() && !is_near {
            return self.above.advance(&self.lengths, most);
        }
        let most = if is_near && !self.above.is_done() { most.min(self.near) } else { most };
        let more = if self.is_row_begun() {
            let more = most.min(self.lengths[self.at] - self.part.to);
            self.part.to += more;
            more
        } else {
            self.below.advance(&self.lengths, most)
        };
        self.near = self.near.saturating_sub(more);
        more
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is set of each row: `-` nothing, `*` all of it, else from where to where in the first column.
    fn told(slices: &Slices) -> String {
        let parts = (0..slices.lengths.len()).map(|row| match slices.part(row).map(|part| part.of_column(0)) {
            None => "-".to_owned(),
            Some(Range { start: 0, end: usize::MAX }) => "*".to_owned(),
            Some(Range { start, end: usize::MAX }) => format!("{start}.."),
            Some(Range { start, end }) => format!("{start}..{end}"),
        });
        parts.collect::<Vec<_>>().join(" ")
    }

    /// The slices of so many passages, one after the other, until all is set.
    fn check(lengths: &[usize], at: usize, passage: Option<(usize, usize)>, count: usize, expected: &[&str]) {
        let mut slices = Slices::new(lengths.to_vec(), at, passage);
        let mut seen = vec![told(&slices)];
        while !slices.is_done() {
            slices.more(count);
            seen.push(told(&slices));
        }
        assert_eq!(seen, expected);
    }

    #[test]
    fn what_was_asked_for_comes_first() {
        check(&[2, 9, 3], 1, None, 6, &["- 0..4 -", "- * 0..1", "* * 0..3", "* * *"]);
        check(&[6], 0, None, 9, &["0..4", "*"]);
        check(&[3, 0], 0, None, 1, &["* -", "* *"]);
        check(&[], 0, None, 1, &[""]);
    }

    #[test]
    fn a_passage_far_down_comes_with_what_surrounds_it() {
        check(&[1, 30], 1, Some((0, 20)), 16, &["- 19..22", "- 3..22", "- *", "* *"]);
        check(&[5], 0, Some((0, 3)), 4, &["*"]);
        check(&[6], 0, Some((0, 3)), 4, &["0..5", "*"]);
    }

    #[test]
    fn other_columns_wait_for_what_stands_before() {
        let mut slices = Slices::new(vec![30], 0, Some((2, 20)));
        let part = |slices: &Slices, column| slices.part(0).map(|part| part.of_column(column));
        assert_eq!((part(&slices, 0), part(&slices, 2)), (Some(0..0), Some(19..22)));
        slices.more(19);
        assert_eq!((part(&slices, 0), part(&slices, 2)), (Some(0..22), Some(0..22)));
        slices.more(usize::MAX);
        assert_eq!(slices.part(0), Some(Part::WHOLE));
    }
}
