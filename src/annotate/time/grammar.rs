//! Absolute dates: days, months, years, decades and their parts, alone, in lists and in ranges.

use super::lexicon::{self, BEFORE_YEAR, NUMBERED};
use super::mention::{Part, Partial, Shape};
use super::token::{DASHES, Kind, Token};

/// Reads dates off the tokens of a passage. Every reading answers with what it found and the index after it.
pub struct Grammar<'a> {
    pub tokens: &'a [Token<'a>],
}

/// What a reading found: one expression, or the items of a list with the tokens of each.
pub type Found = Vec<(Shape, usize, usize)>;

impl Grammar<'_> {
    fn get(&self, at: usize) -> Option<&Token<'_>> {
        self.tokens.get(at)
    }

    pub fn before(&self, at: usize) -> Option<&Token<'_>> {
        self.tokens.get(at.checked_sub(1)?)
    }

    pub fn is(&self, at: usize, word: &str) -> bool {
        self.get(at).is_some_and(|token| token.is(word))
    }

    pub fn is_of(&self, at: usize, words: &str) -> bool {
        self.get(at).is_some_and(|token| token.is_of(words))
    }

    fn is_mark(&self, at: usize, marks: &str) -> bool {
        self.get(at).is_some_and(|token| token.is_mark(marks))
    }

    /// The expressions that begin at a token.
    pub fn dates(&self, at: usize) -> Option<Found> {
        self.resolution_year(at).or_else(|| self.days(at)).or_else(|| self.range_or_point(at))
    }

    fn range_or_point(&self, at: usize) -> Option<Found> {
        let (first, end) = self.point(at)?;
        // The second half of "pp. 1829–1905", of which the first was no year.
        let halved =
            self.tokens[at].glued && self.before(at).is_some_and(|before| before.glued && before.is_mark(DASHES));
        if halved && first.month == 0 && at >= 2 && self.tokens[at - 2].kind != Kind::Word {
            return None;
        }
        if let Some((shape, end)) = self.range(at, first, end) {
            return Some(vec![(shape, at, end)]);
        }
        // A year of three digits or a bare one must be said to be one, unless more than a year is told.
        Some(vec![(Shape::Point(first), at, end)])
    }

    fn range(&self, at: usize, first: Partial, end: usize) -> Option<(Shape, usize)> {
        let next = self.get(end)?;
        let until = next.is_of("to through until till");
        let dash = next.is_mark(DASHES);
        let between = next.is("and") && self.opens(at, "between");
        let slash = next.is_mark("/") && first.day == 0;
        if !(until || dash || between || slash) || next.is_mark("—") && !next.glued {
            return None;
        }
        let mut from = end + 1;
        if dash && self.is_of(from, "present") {
            return None;
        }
        from += usize::from(self.is(from, "the"));
        let short = |token: &Token| {
            let century = first.year.filter(|year| first.month == 0 && first.day == 0 && *year >= 1000)?;
            let year = century - century.rem_euclid(100) + i32::try_from(token.value).ok()?;
            (token.kind == Kind::Number && token.digits == 2 && token.glued && year > century).then_some(year)
        };
        if let Some((second, stop)) = self.point(from).filter(|(second, _)| self.may_end(first, *second)) {
            let (first, second) = complete(first, second)?;
            return Some((Shape::Range(first, second), stop));
        }
        let token = self.get(from)?;
        if let Some(year) = short(token).filter(|_| dash || slash) {
            if first.month > 0 {
                return None;
            }
            return Some((Shape::Range(first, Partial { part: Part::Whole, year: Some(year), ..first }), from + 1));
        }
        None
    }

    /// Whether a range from the one to the other makes sense.
    fn may_end(&self, first: Partial, second: Partial) -> bool {
        let years = first.month == 0 && first.day == 0;
        if years && second.month > 0 {
            return second.year.is_some() && first.year.is_some();
        }
        !(second.day > 0 && first.day == 0 && first.month > 0 && first.year.is_none() && second.year.is_none())
    }

    /// Whether the word stands before an expression, an article aside.
    fn opens(&self, at: usize, word: &str) -> bool {
        let at = if self.before(at).is_some_and(|token| token.is("the")) { at - 1 } else { at };
        self.before(at).is_some_and(|token| token.is(word))
    }

    /// One date, with the words for a part of it.
    pub fn point(&self, at: usize) -> Option<(Partial, usize)> {
        if let Some((part, next)) = self.part(at) {
            let (point, end) = self.whole(next)?;
            let part = if point.part == Part::Whole { part } else { point.part };
            return Some((Partial { part, ..point }, end));
        }
        self.whole(at)
    }

    /// "early", "mid-", "the end of", and the index of what they are a part of.
    pub fn part(&self, at: usize) -> Option<(Part, usize)> {
        let mut next = at;
        if self.is(next, "the") {
            next += 1;
        }
        let token = self.get(next)?;
        let adjective = [("early", Part::Early), ("mid", Part::Mid), ("late", Part::Late)];
        if let Some((_, part)) = adjective.into_iter().find(|(word, _)| token.is(word)) {
            next += 1;
            if self.is_of(next, "part half") && self.is(next + 1, "of") {
                next += 2;
            } else if self.is_mark(next, DASHES) || self.is(next, "in") {
                next += 1;
            }
            return Some((part, if self.is(next, "the") { next + 1 } else { next }));
        }
        let noun = if self.is_of(next + 1, "of in") { token } else { self.get(next + 1)? };
        let part = match () {
            () if noun.is_of("end close") && token.is_of("end close very") => Part::End,
            () if noun.is_of("beginning start outset") && token.is_of("beginning start outset very") => Part::Beginning,
            () if token.is_of("middle") => Part::Mid,
            () if noun.is_of("half") && token.is("first") => Part::FirstHalf,
            () if noun.is_of("half") && token.is_of("second latter") => Part::SecondHalf,
            () if noun.is_of("part months") && token.is_of("latter last final closing") => Part::Late,
            () if noun.is_of("part months") && token.is_of("first opening") => Part::Early,
            () => return None,
        };
        let of = if self.is_of(next + 1, "of") { next + 1 } else { next + 2 };
        let after = of + 1;
        self.is(of, "of").then_some((part, if self.is(after, "the") { after + 1 } else { after }))
    }

    /// A whole day, month, year, decade, century, season or feast.
    fn whole(&self, at: usize) -> Option<(Partial, usize)> {
        self.numeric(at)
            .or_else(|| self.feast(at))
            .or_else(|| self.day_month(at))
            .or_else(|| self.month_day(at))
            .or_else(|| self.season(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.century(at))
            .or_else(|| self.bare_year(at))
    }

    /// 2021-05-12, 12.05.2021 where it can be read in one way only.
    fn numeric(&self, at: usize) -> Option<(Partial, usize)> {
        let [a, first, b, second, c] = self.tokens.get(at..at + 5)? else { return None };
        let whole =
            [a, b, c].iter().all(|token| token.kind == Kind::Number) && [first, b, second, c].iter().all(|t| t.glued);
        if !whole || first.text != second.text || !first.is_mark("./-–") {
            return None;
        }
        let (year, month, day) = match (a.digits, c.digits) {
            (4, _) => (a.value, b.value, c.value),
            (_, 4) if a.value > 12 || a.value == b.value => (c.value, b.value, a.value),
            (_, 4) if b.value > 12 => (c.value, a.value, b.value),
            _ => return None,
        };
        let partial = Partial { year: i32::try_from(year).ok(), ..Partial::of(small(month)?, small(day)?) };
        (1..=12).contains(&partial.month).then_some((partial, at + 5))
    }

    /// "12 May 2021", "the 12th of May".
    fn day_month(&self, at: usize) -> Option<(Partial, usize)> {
        let (at, _) = self.skip_weekday(at);
        let at = if self.is(at, "the") { at + 1 } else { at };
        let day = self.day(at)?;
        let mut next = at + 1;
        // "18 (31) January": old and new style; the first is the one the text goes by.
        if self.is_mark(next, "(") && self.day(next + 1).is_some() && self.is_mark(next + 2, ")") {
            next += 3;
        }
        if self.is(next, "of") {
            next += 1;
        } else if self.is_mark(next, DASHES) && self.get(next + 1).is_some_and(|token| token.glued) {
            next += 1;
        }
        let month = lexicon::month(self.get(next)?)?;
        let next = self.skip_stop(next);
        let (year, end) = self.year_after(next);
        Some((Partial { year, ..Partial::of(month, day) }, end))
    }

    /// "May 12, 2021", "May 2021", "May".
    fn month_day(&self, at: usize) -> Option<(Partial, usize)> {
        let (at, _) = self.skip_weekday(at);
        let month = lexicon::month(self.get(at)?)?;
        let next = self.skip_stop(at);
        let spot = if self.is(next, "the") { next + 1 } else { next };
        if let Some(day) = self.day(spot).filter(|_| !self.is_count(spot)) {
            let mut after = spot + 1;
            if self.is_mark(after, "(") && self.day(after + 1).is_some() && self.is_mark(after + 2, ")") {
                after += 3;
            }
            let (year, end) = self.year_after(after);
            return Some((Partial { year, ..Partial::of(month, day) }, end));
        }
        let (year, end) = self.year_after(next);
        (year.is_some() || self.is_month(at)).then_some((Partial { year, ..Partial::of(month, 0) }, end))
    }

    /// Whether a lone month's name means the month: "May" and "March" are words, "June" and "April" are names.
    fn is_month(&self, at: usize) -> bool {
        let Some(token) = self.get(at) else { return false };
        let said = self
            .before(at)
            .is_some_and(|before| before.is_of(BEFORE_MONTH) || before.is_mark(",(/–-:") && !before.is_mark("."));
        let opening = self.before(at).is_none_or(|before| before.sentence != token.sentence);
        let next = self.get(at + 1);
        let name = next.is_some_and(|next| next.is_capital() && lexicon::month(next).is_none());
        if next.is_some_and(|next| next.is_capital() && next.is_of(EVENTS)) {
            return false;
        }
        let genitive = self.before(at).is_some_and(|before| before.is_capital()) && !said;
        if token.is_of("May March August") && !said {
            let article = self.before(at).is_some_and(|before| before.is_of("the a"));
            return article
                && next.is_some_and(|next| next.is_lower() && !next.is_of("on to of through from against for and"));
        }
        !(genitive && name) && (said || !opening || !name) && !token.text.ends_with(|c: char| matches!(c, '\'' | '’'))
    }

    /// Days that share a month: "12–15 November 2021", "12, 14 and 16 May", "May 12 and 14, 2021".
    fn days(&self, at: usize) -> Option<Found> {
        let (from, _) = self.skip_weekday(at);
        if let Some(month) = self.get(from).and_then(lexicon::month) {
            let next = self.skip_stop(from);
            let (items, end) = self.day_list(next)?;
            if items.len() < 2 || self.is_count(end - 1) || self.get(end).and_then(lexicon::month).is_some() {
                return None;
            }
            let (year, stop) = self.year_after(end);
            return Some(self.share(&items, Partial { year, ..Partial::of(month, 0) }, (at, stop)));
        }
        let from = if self.is(from, "the") { from + 1 } else { from };
        let (items, mut next) = self.day_list(from)?;
        if items.len() < 2 {
            return None;
        }
        next += usize::from(self.is(next, "of"));
        let month = lexicon::month(self.get(next)?)?;
        let (year, stop) = self.year_after(self.skip_stop(next));
        Some(self.share(&items, Partial { year, ..Partial::of(month, 0) }, (at, stop)))
    }

    /// Days with what stands between them: the day, its token, and whether it goes on to the next.
    fn day_list(&self, at: usize) -> Option<(Vec<Listed>, usize)> {
        let mut items = vec![Listed { day: self.day(at)?, at, to_next: false }];
        let mut next = at + 1;
        loop {
            let mut after = next;
            let comma = self.is_mark(after, ",");
            after += usize::from(comma);
            let and = self.is_of(after, "and or");
            after += usize::from(and);
            let to = !comma
                && !and
                && (self.is_of(after, "to through until till")
                    || self.is_mark(after, DASHES)
                    || self.is_mark(after, "/"));
            after += usize::from(to);
            if !(comma || and || to) || items.len() >= LONGEST_LIST {
                break;
            }
            after += usize::from(self.is(after, "the"));
            let Some(day) = self.day(after) else { break };
            if let Some(last) = items.last_mut() {
                let between = and && items_between(self, at);
                last.to_next = to || between;
            }
            items.push(Listed { day, at: after, to_next: false });
            next = after + 1;
        }
        Some((items, next))
    }

    /// The items of a list as expressions; the outermost take the month and the year with them.
    fn share(&self, items: &[Listed], month: Partial, (start, end): (usize, usize)) -> Found {
        let mut found = Found::new();
        let mut index = 0;
        while index < items.len() {
            let first = items[index];
            let pair = items.len() == 2 && items.get(1).is_some_and(|next| next.day == first.day + 1);
            let last = match items.get(index + 1) {
                Some(next) if (first.to_next || pair) && next.day > first.day => {
                    index += 1;
                    *next
                }
                _ => first,
            };
            index += 1;
            let from = if found.is_empty() { start } else { first.at };
            let to = if index == items.len() { end } else { last.at + 1 };
            let day = |day: u8| Partial { day, ..month };
            let shape = if last.day == first.day {
                Shape::Point(day(first.day))
            } else {
                Shape::Range(day(first.day), day(last.day))
            };
            found.push((shape, from, to));
        }
        found
    }

    fn feast(&self, at: usize) -> Option<(Partial, usize)> {
        let (month, day, year, length) = lexicon::feast(self.tokens.get(at..)?)?;
        // "White Christmas" is a song.
        let named = self
            .before(at)
            .is_some_and(|before| before.is_capital() && at >= 2 && before.sentence == self.tokens[at - 2].sentence);
        if named && !self.before(at).is_some_and(|before| before.is_of(BEFORE_MONTH)) {
            return None;
        }
        if year > 0 {
            return Some((Partial { year: Some(year), ..Partial::of(month, day) }, at + length));
        }
        let (year, end) = self.year_after(at + length);
        Some((Partial { year, ..Partial::of(month, day) }, end))
    }

    /// "spring 1941", "the winter of 1941–42", "in the autumn", "that summer".
    fn season(&self, at: usize) -> Option<(Partial, usize)> {
        let token = self.get(at)?;
        let month = lexicon::season(token)?;
        let (year, end) = self.year_after(at + 1);
        let short = self
            .get(end + 1)
            .filter(|next| year.is_some() && self.is_mark(end, "/-–") && next.glued && next.kind == Kind::Number);
        let end = if short.is_some() { end + 2 } else { end };
        let said = self
            .before(at)
            .is_some_and(|before| before.is_of("that in by late early mid following next previous same"));
        let article = self.before(at).is_some_and(|before| before.is("the"));
        let phrase = article && at >= 2 && self.is_of(at - 2, "in during by of until since");
        let idiom = token.is("fall") && !(article || said) || self.is(at + 1, "of") && year.is_none();
        let lone = (said || phrase) && !idiom && !self.get(at + 1).is_some_and(|next| next.is_capital());
        (year.is_some() || lone).then_some((Partial { year, ..Partial::of(month, 0) }, end))
    }

    /// "1990s", "'90s", "the 480s BC".
    fn decade(&self, at: usize) -> Option<(Partial, usize)> {
        let token = self.get(at)?;
        if token.kind != Kind::Decade {
            return None;
        }
        let value = i32::try_from(token.value).ok()?;
        let (era, end) = self.era(at + 1);
        let years = if value % 100 == 0 && token.digits == 4 && value < 1900 { 100 } else { 10 };
        let year = match (token.digits, era) {
            (_, Some(true)) => -(value + 8),
            (2, None) => 1900 + value,
            (4, _) => value,
            _ => return None,
        };
        Some((Partial { years, ..Partial::year(year) }, end))
    }

    fn century(&self, at: usize) -> Option<(Partial, usize)> {
        let number = lexicon::ordinal(self.get(at)?)?;
        let mut next = at + 1;
        next += usize::from(self.is_mark(next, DASHES));
        if !self.is(next, "century") || !(1..=21).contains(&number) {
            return None;
        }
        let (era, end) = self.era(next + 1);
        let year = if era == Some(true) { -number * 100 + 1 } else { number * 100 - 99 };
        Some((Partial { years: 100, ..Partial::year(year) }, end))
    }

    /// A year that stands for itself.
    fn bare_year(&self, at: usize) -> Option<(Partial, usize)> {
        if self.get(at)?.text == "AD" {
            let token = self.get(at + 1).filter(|token| token.kind == Kind::Number && token.digits <= 4)?;
            return Some((Partial::year(i32::try_from(token.value).ok()?), at + 2));
        }
        let (partial, end) = self.year(at)?;
        let before = self.before(at);
        let spoken = before.is_some_and(|before| before.is_of(BEFORE_YEAR));
        let range = self.is_mark(end, DASHES) && self.year(end + 1).is_some();
        let old = !partial.weak
            && partial.year.is_some_and(|year| (1000..1400).contains(&year))
            && self.era(end).0.is_none()
            && end == at + 1;
        let weak = partial.weak && !(spoken || range || before.is_some_and(|before| before.is_mark("(-–,")));
        (!weak && (!old || spoken || range) && self.is_year(at, spoken)).then_some((partial, end))
    }

    /// Whether the words around a number let it be a year.
    fn is_year(&self, at: usize, spoken: bool) -> bool {
        let before = self.before(at);
        let numbered = before.is_some_and(|before| {
            before.is_of(NUMBERED)
                || before.is_mark("#№$£€¥&/")
                || before.is_mark(".") && before.glued && at >= 2 && self.is_of(at - 2, NUMBERED)
        });
        let Some(next) = self.get(at + 1) else { return !numbered };
        let plural = next.is_lower()
            && next.text.ends_with('s')
            && next.text.len() > 3
            && !next.is_of("was this thus across towards versus less unless always perhaps besides");
        let many = |before: &Token| {
            before.is_of("in since until during the by year its his their")
                || at.checked_sub(2).is_some_and(|two| self.is(two, "the"))
        };
        let of_them = lexicon::is_counted(next)
            || plural
            || next.is_capital() && self.get(at + 2).is_some_and(lexicon::is_counted)
            || next.is_lower()
                && self.get(at + 2).is_some_and(lexicon::is_counted)
                && !next.is_of("and or to as with the of in by");
        let counted = of_them && !before.is_some_and(many);
        let tail = next.glued
            && (next.is_mark("%°/") && !self.get(at + 2).is_some_and(|t| t.digits > 0) || next.kind == Kind::Word);
        let round =
            !spoken && before.is_some_and(|before| before.is_of("about some")) && self.tokens[at].value % 100 == 0;
        let bracket = before.is_some_and(|before| before.is_mark("[")) && next.is_mark("]");
        !(numbered || counted || tail || round || bracket)
    }

    /// A year after a month or a day, a comma or "of" between them.
    fn year_after(&self, at: usize) -> (Option<i32>, usize) {
        let gap = usize::from(self.is_mark(at, ",") || self.is(at, "of"));
        match self.year(at + gap) {
            // "In May, 2000 soldiers": a comma makes it less sure.
            Some((partial, end)) if !partial.weak && !self.is_count(at + gap) => (partial.year, end),
            _ => (None, at),
        }
    }

    /// A number as a year, and the era after it.
    fn year(&self, at: usize) -> Option<(Partial, usize)> {
        let token = self.get(at)?;
        if token.kind != Kind::Number || token.digits > 4 || token.value == 0 {
            return None;
        }
        let value = i32::try_from(token.value).ok()?;
        match self.era(at + 1) {
            (Some(true), end) => return Some((Partial::year(1 - value), end)),
            (Some(false), end) => return Some((Partial::year(value), end)),
            _ => {}
        }
        // 479/478 BC, 499–494 BC: the era stands at the end of both.
        let pair = self.is_mark(at + 1, DASHES) || self.is_mark(at + 1, "/") || self.is_of(at + 1, "to and or until");
        if pair
            && self
                .get(at + 2)
                .is_some_and(|next| next.kind == Kind::Number && (next.value < token.value || next.digits < 3))
        {
            if let (Some(true), _) = self.era(at + 3) {
                return Some((Partial::year(1 - value), at + 1));
            }
        }
        let weak = token.digits < 4;
        let plausible =
            if weak { token.digits == 3 && !token.text.starts_with('0') } else { (1000..2100).contains(&value) };
        plausible.then_some((Partial { weak, ..Partial::year(value) }, at + 1))
    }

    /// Before Christ or after, where it is said.
    fn era(&self, at: usize) -> (Option<bool>, usize) {
        let Some(token) = self.get(at) else { return (None, at) };
        if token.text == "BC" || token.text == "BCE" {
            return (Some(true), at + 1);
        }
        if token.text == "AD" || token.text == "CE" {
            return (Some(false), at + 1);
        }
        let dotted = token.text == "B" && self.is_mark(at + 1, ".") && self.is(at + 2, "C");
        if dotted { (Some(true), at + 3 + usize::from(self.is_mark(at + 3, "."))) } else { (None, at) }
    }

    /// "resolution 822 (1993)".
    fn resolution_year(&self, at: usize) -> Option<Found> {
        let (year, end) = self.year(at)?;
        let number = at.checked_sub(2).and_then(|two| self.get(two))?;
        let bracketed = self.is_mark(at - 1, "(") && self.is_mark(end, ")");
        let symbol = number.digits > 0 || number.kind == Kind::Other;
        let date = at >= 3 && lexicon::month(&self.tokens[at - 3]).is_some();
        (bracketed && symbol && !year.weak && !date && number.digits < 4)
            .then(|| vec![(Shape::Resolution(year.year.unwrap_or_default()), at, end)])
    }

    fn day(&self, at: usize) -> Option<u8> {
        let token = self.get(at)?;
        let day = matches!(token.kind, Kind::Number | Kind::Ordinal) && token.digits <= 2;
        small(token.value).filter(|value| day && (1..=31).contains(value))
    }

    /// Whether the number at a token counts something.
    fn is_count(&self, at: usize) -> bool {
        let Some(next) = self.get(at + 1) else { return false };
        self.get(at).is_some_and(|token| token.kind == Kind::Number) && lexicon::is_counted(next)
            || self.get(at + 1).is_some_and(|next| next.is_lower())
                && self.get(at + 2).is_some_and(|next| lexicon::is_counted(next))
                && !next.is_of(NO_ADJECTIVE)
    }

    /// "Sunday, March 9".
    fn skip_weekday(&self, at: usize) -> (usize, bool) {
        if self.get(at).and_then(lexicon::weekday).is_none() {
            return (at, false);
        }
        let mut next = at + 1;
        next += usize::from(self.is_mark(next, ","));
        next += usize::from(self.is(next, "the") && self.day(next + 1).is_some());
        (next, true)
    }

    /// After the month at a token, its abbreviation's stop included.
    fn skip_stop(&self, at: usize) -> usize {
        let short = self.get(at).is_some_and(|token| token.text.len() <= 4 && !token.is_of("May June July"));
        if short && self.get(at + 1).is_some_and(|next| next.is_mark(".") && next.glued) { at + 2 } else { at + 1 }
    }
}

/// In days. No text lists more, and a column of numbers is not to be read over and over.
const LONGEST_LIST: usize = 16;

/// A day of a list.
#[derive(Clone, Copy)]
struct Listed {
    day: u8,
    at: usize,
    /// It is the first day of a range up to the next.
    to_next: bool,
}

fn items_between(grammar: &Grammar, at: usize) -> bool {
    grammar.opens(at, "between")
        || at >= 1 && lexicon::month(&grammar.tokens[at - 1]).is_some() && grammar.opens(at - 1, "between")
}

/// What makes a month's name part of an event's: "the October Revolution".
const EVENTS: &str = "Revolution Revolt Rebellion Uprising Rising Manifesto Theses Monarchy Days Crisis Decrees Decree Laws \
    Constitution Fourth Movement Plot Martyrs";

/// What is no adjective of the things counted after it.
const NO_ADJECTIVE: &str = "and or to as with the of in by at on for from when after before while where was were is are \
    had has have did a an many most all some few several no that who which against";

/// What stands before a month's name where it means the month.
const BEFORE_MONTH: &str = "in of by since until till from to and or during last late early mid before after between \
    through throughout next this that following until around on for late or";

fn small(value: u32) -> Option<u8> {
    u8::try_from(value).ok()
}

/// Gives each end of a range what only the other one says.
fn complete(mut first: Partial, mut second: Partial) -> Option<(Partial, Partial)> {
    if first.weak != second.weak && first.month == 0 && second.month == 0 && second.year.is_some_and(|year| year > 0) {
        return None;
    }
    let order = (first.month, first.day) <= (second.month, second.day);
    match (first.year, second.year) {
        (None, Some(year)) => first.year = Some(if order { year } else { year - 1 }),
        (Some(year), None) => second.year = Some(if order { year } else { year + 1 }),
        (Some(a), Some(b)) if a > b => return None,
        _ => {}
    }
    Some((first, second))
}
