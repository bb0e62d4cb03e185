//! Which days each passage speaks of, and so under which periods it stands.

use std::cmp::Ordering;

use super::dictionary::offset;
use super::order::by_number;
use crate::corpus::{Bundle, Day, Document, FieldKind, Interval, Modality, Passage};

/// One time of a passage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Time {
    pub unit: u32,
    /// Its days, as an index into [`Spoken::spans`].
    pub span: u32,
    /// The day is the one on which a source was published, not one that is told of.
    pub published: bool,
}

/// The times of all passages, in order of the passages.
#[derive(Debug, Default)]
pub(super) struct Spoken {
    pub times: Vec<Time>,
    /// The days of all times, first and last as numbers: many passages speak of the same.
    pub spans: Vec<(i32, i32)>,
    /// Where the periods of each unit begin, and where the last one's end.
    starts: Vec<u32>,
    periods: Vec<u16>,
}

impl Spoken {
    /// The periods a unit speaks of, by index.
    pub(super) fn periods(&self, unit: u32) -> &[u16] {
        let at = unit as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(start), Some(end)) => &self.periods[*start as usize..*end as usize],
            _ => &[],
        }
    }

    /// The days that a unit speaks of, each from first to last.
    pub(super) fn of(&self, unit: u32) -> impl Iterator<Item = (i32, i32)> {
        let start = self.times.partition_point(|time| time.unit < unit);
        let times = self.times[start..].iter().take_while(move |time| time.unit == unit);
        times.map(|time| self.spans[time.span as usize])
    }

    /// The years that times of less than a year lie in: those a day without a year may belong to.
    pub(super) fn years(&self) -> std::ops::RangeInclusive<i32> {
        let year = |number: i32| Day::from_number(i64::from(number)).year;
        let short = || self.spans.iter().filter(|(from, to)| to.saturating_sub(*from) < 365);
        let (first, last) = (short().map(|(from, _)| *from).min(), short().map(|(_, to)| *to).max());
        first.map_or(0, year)..=last.map_or(-1, year)
    }

    pub(super) fn bytes(&self) -> usize {
        self.times.capacity() * size_of::<Time>()
            + self.spans.capacity() * 8
            + self.starts.capacity() * 4
            + self.periods.capacity() * 2
    }
}

/// An interval as numbers of days; an open end is far away.
pub(super) fn numbers(days: Interval) -> (i32, i32) {
    let number = |day: Option<Day>, open: i32| day.map_or(open, |day| i32::try_from(day.number()).unwrap_or(open));
    (number(days.earliest, i32::MIN), number(days.latest, i32::MAX))
}

/// Reads the times off the bundle's annotations.
pub(super) fn spoken(bundle: &Bundle) -> Spoken {
    let mut found = Spoken { starts: vec![0], ..Spoken::default() };
    let mut days: Vec<(i32, i32)> = Vec::new();
    let mut unit = 0;
    for document in &bundle.documents {
        for passage in &document.passages {
            days.extend(passage.times.iter().map(|time| numbers(time.days)));
            found.times.extend(passage.times.iter().map(|_| Time { unit, span: 0, published: false }));
            days.extend(published(passage).map(|day| (day, day)));
            found.times.resize(days.len(), Time { unit, span: 0, published: true });
            for (at, period) in bundle.periods.iter().enumerate() {
                if told(document, passage).any(|days| days.overlaps(period.days)) {
                    found.periods.push(u16::try_from(at).unwrap_or(u16::MAX));
                }
            }
            found.starts.push(offset(found.periods.len()));
            unit += 1;
        }
    }
    // In the order of the days: those before 1970, where they are counted from, come first.
    let number = |day: i32| u64::from(day.cast_unsigned() ^ 1 << 31);
    let numbers: Vec<u64> = days.iter().map(|(from, to)| number(*from) << 32 | number(*to)).collect();
    for at in by_number(&numbers, &|_, _| Ordering::Equal) {
        let days = days[at as usize];
        if found.spans.last() != Some(&days) {
            found.spans.push(days);
        }
        found.times[at as usize].span = offset(found.spans.len() - 1);
    }
    found
}

/// The days a passage can tell of: "in 2021", written in May of that year, cannot tell of its December.
fn told<'a>(document: &'a Document, passage: &'a Passage) -> impl Iterator<Item = Interval> + 'a {
    let written = document.written.days.latest;
    passage.times.iter().map(move |time| match written.filter(|_| time.modality == Modality::Told) {
        Some(written) => {
            let latest = time.days.latest.map_or(written, |latest| latest.min(written));
            Interval { latest: Some(latest), ..time.days }
        }
        None => time.days,
    })
}

/// The day a reference was published, where it names one.
fn published(passage: &Passage) -> Option<i32> {
    let field = passage.fields.iter().find(|field| field.kind == FieldKind::Published)?;
    let mut parts = field.edtf.as_ref()?.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let day = Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    i32::try_from(day.number()).ok()
}
