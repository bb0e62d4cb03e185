//! Dates in queries, in any usual notation. Small: the tagger of times in `annotate` reads whole texts.

use super::query::QueryWord;
use crate::corpus::Day;

/// A date in a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct QueryDate {
    pub year: Option<i32>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    /// Months that it reaches over, from its month on.
    pub months: u8,
    /// Years that it reaches over.
    pub years: i32,
    /// How many words of the query it was read from.
    pub words: usize,
    /// "12/05/2021": the two numbers could stand for each other.
    pub ambiguous: bool,
}

/// The words by which texts write the months.
const MONTHS: [(&str, u8); 24] = [
    ("january", 1),
    ("jan", 1),
    ("february", 2),
    ("feb", 2),
    ("march", 3),
    ("mar", 3),
    ("april", 4),
    ("apr", 4),
    ("may", 5),
    ("june", 6),
    ("jun", 6),
    ("july", 7),
    ("jul", 7),
    ("august", 8),
    ("aug", 8),
    ("september", 9),
    ("sept", 9),
    ("sep", 9),
    ("october", 10),
    ("oct", 10),
    ("november", 11),
    ("nov", 11),
    ("december", 12),
    ("dec", 12),
];

const SEASONS: [(&str, u8); 5] = [("spring", 3), ("summer", 6), ("autumn", 9), ("fall", 9), ("winter", 12)];

/// The words by which texts write a month.
pub(super) fn month_words(month: u8) -> impl Iterator<Item = &'static str> {
    MONTHS.iter().filter(move |(_, other)| *other == month).map(|(word, _)| *word)
}

fn month(word: &str) -> Option<u8> {
    MONTHS.iter().find(|(other, _)| *other == word).map(|(_, month)| *month)
}

fn number(word: &str) -> Option<u32> {
    word.bytes().all(|byte| byte.is_ascii_digit()).then(|| word.parse().ok()).flatten()
}

fn year(word: &str) -> Option<i32> {
    let year = number(word).filter(|_| word.len() == 4)?;
    i32::try_from(year).ok().filter(|year| (1000..=2199).contains(year))
}

fn day(word: &str) -> Option<u8> {
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    number(bare).filter(|_| bare.len() <= 2).and_then(|day| u8::try_from(day).ok()).filter(|day| (1..=31).contains(day))
}

impl QueryDate {
    const fn of(year: Option<i32>, month: Option<u8>, day: Option<u8>, words: usize) -> Self {
        Self { year, month, day, months: 1, years: 1, words, ambiguous: false }
    }

    /// First and last day in this year, as numbers; none for a day that does not exist.
    pub(super) fn days(&self, year: i32) -> Option<(i32, i32)> {
        let number = |year, month, day| i32::try_from(Day::new(year, month, day).number()).ok();
        let (month, months) = self.month.map_or((1, 12), |month| (month, self.months));
        let from = number(year, month, self.day.unwrap_or(1))?;
        let over = month + months;
        let (next_year, next) = if over > 12 { (year + self.years, over - 12) } else { (year + self.years - 1, over) };
        let end = number(next_year, next, 1)? - 1;
        match self.day {
            Some(_) => (from <= end).then_some((from, from)),
            None => Some((from, end)),
        }
    }

    /// Whether it names a month or a day.
    pub(super) const fn is_precise(&self) -> bool {
        self.month.is_some()
    }
}

/// The date that begins with the first of these words.
pub(super) fn read(words: &[QueryWord], text: &str) -> Option<QueryDate> {
    let chunk = words.first()?.chunk;
    let word = |at: usize| words.get(at).filter(|word| word.chunk == chunk).map(|word| word.folded.as_str());
    // The mark between two words, if nothing else is there.
    let mark = |at: usize| {
        let (one, next) = (words.get(at)?, words.get(at + 1)?);
        let between = text.get(one.range.end as usize..next.range.start as usize)?;
        let mut chars = between.chars();
        let mark = chars.next()?;
        (chars.next().is_none() && matches!(mark, '-' | '/' | '.' | '–' | '‑')).then_some(mark)
    };
    let first = word(0)?;
    // 2021-05-12, 2021-05; 12/05/2021, 05/2021.
    if mark(0).is_some() {
        let (a, b) = (number(first)?, number(word(1)?)?);
        if let (Some(c), Some(_)) = (word(2).and_then(number), mark(1)) {
            let (year, month, day) = match (first.len(), word(2).map(str::len)) {
                (4, Some(1 | 2)) => (a, b, c),
                (1 | 2, Some(4)) if b > 12 => (c, a, b),
                (1 | 2, Some(4)) => (c, b, a),
                _ => return None,
            };
            if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
                return None;
            }
            let small = |n: u32| u8::try_from(n).ok();
            let ambiguous = first.len() < 4 && a <= 12 && b <= 12 && a != b;
            let read = QueryDate { ambiguous, ..QueryDate::of(i32::try_from(year).ok(), small(month), small(day), 3) };
            return Some(read).filter(|date| date.year.is_some_and(|year| date.days(year).is_some()));
        }
        let (years, months) = if first.len() == 4 { (a, b) } else { (b, a) };
        let two = first.len() == 4 && word(1)?.len() == 2 || first.len() <= 2 && word(1)?.len() == 4;
        let plausible = two && (1..=12).contains(&months) && (1000..=2199).contains(&years);
        if plausible {
            return Some(QueryDate::of(i32::try_from(years).ok(), u8::try_from(months).ok(), None, 2));
        }
    }
    // 12 May 2021, 12th of May.
    if let Some(date) = day(first) {
        let of = usize::from(word(1) == Some("of"));
        let month = month(word(1 + of)?)?;
        let year = word(2 + of).and_then(year);
        return valid(QueryDate::of(year, Some(month), Some(date), 2 + of + usize::from(year.is_some())));
    }
    // May 12, 2021; May 12; May 2021.
    if let Some(month) = month(first) {
        if let Some(year) = word(1).and_then(year) {
            return Some(QueryDate::of(Some(year), Some(month), None, 2));
        }
        let date = word(1).and_then(day)?;
        let year = word(2).and_then(year);
        return valid(QueryDate::of(year, Some(month), Some(date), 2 + usize::from(year.is_some())));
    }
    if let Some((_, month)) = SEASONS.iter().find(|(name, _)| *name == first) {
        let of = usize::from(word(1) == Some("of"));
        let year = word(1 + of).and_then(year)?;
        return Some(QueryDate { months: 3, ..QueryDate::of(Some(year), Some(*month), None, 2 + of) });
    }
    if let Some(decade) = first.strip_suffix('s').and_then(year).filter(|decade| decade % 10 == 0) {
        return Some(QueryDate { years: 10, ..QueryDate::of(Some(decade), None, None, 1) });
    }
    // "2020/90" is a part of a symbol.
    let alone = !matches!(mark(0), Some('/' | '.'));
    year(first).filter(|_| alone).map(|year| QueryDate::of(Some(year), None, None, 1))
}

/// A leap year stands for any year.
fn valid(date: QueryDate) -> Option<QueryDate> {
    date.days(date.year.unwrap_or(2000)).map(|_| date)
}

#[cfg(test)]
mod tests {
    use super::super::query::Query;
    use super::*;

    fn check(text: &str, expected: Option<(&str, usize)>) {
        let query = Query::parse(text);
        let date = read(&query.words, text);
        let told = date.map(|date| {
            let part = |number: Option<u8>| number.map(|number| format!("-{number:02}")).unwrap_or_default();
            let year = date.year.map_or("XXXX".to_owned(), |year| year.to_string());
            (format!("{year}{}{}", part(date.month), part(date.day)), date.words)
        });
        assert_eq!(told, expected.map(|(text, words)| (text.to_owned(), words)), "{text}");
    }

    #[test]
    fn dates_in_any_form() {
        for text in ["12 May 2021", "May 12, 2021", "2021-05-12", "12/05/2021", "12.05.2021", "12th May 2021"] {
            check(text, Some(("2021-05-12", 3)));
        }
        check("12th of May 2021", Some(("2021-05-12", 4)));
        check("27/09/2020", Some(("2020-09-27", 3)));
        check("09/27/2020", Some(("2020-09-27", 3)));
        check("november 2020", Some(("2020-11", 2)));
        check("2021-05", Some(("2021-05", 2)));
        check("05/2021", Some(("2021-05", 2)));
        check("sept 2022 attack", Some(("2022-09", 2)));
        check("12 May", Some(("XXXX-05-12", 2)));
        check("may 12", Some(("XXXX-05-12", 2)));
        check("autumn of 2020", Some(("2020-09", 3)));
        check("1990s", Some(("1990", 1)));
        check("2020", Some(("2020", 1)));
        check("S/2020/1104", None);
        check("2020/90", None);
        check("30 February 2020", None);
        check("may the war end", None);
        check("15,000", None);
        check("31", None);
    }

    #[test]
    fn the_days_of_a_date() {
        let days = |text: &str| {
            let date = read(&Query::parse(text).words, text).expect("a date");
            let (from, to) = date.days(date.year.unwrap_or(2021)).expect("days");
            to - from + 1
        };
        assert_eq!(days("12 May 2021"), 1);
        assert_eq!(days("February 2020"), 29);
        assert_eq!(days("December 2020"), 31);
        assert_eq!(days("2020"), 366);
        assert_eq!(days("1990s"), 3652);
        assert_eq!(days("winter 2020"), 90);
    }
}
