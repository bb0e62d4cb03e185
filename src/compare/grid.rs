//! The grid: rows by period, a cell for each account.

use super::{Silence, silence};
use crate::corpus::{Bundle, Dating, Day, Document, Interval, Modality, Passage, Undated};

/// One passage in one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Index of the document in the bundle.
    pub document: usize,
    /// Index of the passage in the document.
    pub passage: usize,
    /// Which of the passage's times fall into this period, by index.
    pub times: Vec<usize>,
    /// Whether one of them belongs here: lies within the period, begins in it, or reaches into it from the period
    /// before. Where none does, the passage only spans the period.
    pub anchored: bool,
    /// The other periods it stands under, by index.
    pub also: Vec<usize>,
}

/// What one account says of one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Index of the account in the bundle.
    pub account: usize,
    /// Passages in document order.
    pub entries: Vec<Entry>,
    /// What it means that there are none.
    pub silence: Option<Silence>,
}

/// One period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Index of the period in the bundle.
    pub period: usize,
    /// A cell for each account, in the bundle's order.
    pub cells: Vec<Cell>,
}

/// The whole comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// A row for each period, oldest first.
    pub rows: Vec<Row>,
    /// Passages that carry no time, by account.
    pub undated: Vec<Cell>,
}

impl Grid {
    /// Computes the grid of a bundle.
    #[must_use]
    pub fn new(bundle: &Bundle) -> Self {
        let periods: Vec<Interval> = bundle.periods.iter().map(|period| period.days).collect();
        let mut rows: Vec<Row> = (0..periods.len()).map(|period| Row { period, cells: cells(bundle) }).collect();
        let mut undated = cells(bundle);
        for (d, document) in bundle.documents.iter().enumerate() {
            let Some(account) = bundle.accounts.iter().position(|account| account.id == document.account) else {
                continue;
            };
            for (p, passage) in document.passages.iter().enumerate() {
                if passage.undated.is_some_and(|reason| reason != Undated::Apparatus) {
                    let entry = Entry { document: d, passage: p, times: vec![], anchored: true, also: vec![] };
                    undated[account].entries.push(entry);
                }
                let found = spoken_of(document, passage, &periods);
                for (period, times, anchored) in &found {
                    let also = found.iter().map(|(other, ..)| *other).filter(|other| other != period).collect();
                    let entry = Entry { document: d, passage: p, times: times.clone(), anchored: *anchored, also };
                    rows[*period].cells[account].entries.push(entry);
                }
            }
        }
        for row in &mut rows {
            for cell in row.cells.iter_mut().filter(|cell| cell.entries.is_empty()) {
                let documents = documents_of(bundle, cell.account);
                cell.silence = silence(bundle, &documents, &bundle.periods[row.period]);
            }
        }
        Self { rows, undated }
    }

    /// The periods under which a passage stands, those it is anchored in first.
    #[must_use]
    pub fn periods_of(&self, document: usize, passage: usize) -> Vec<usize> {
        let (mut anchored, mut spanned) = (Vec::new(), Vec::new());
        for row in &self.rows {
            for entry in row.cells.iter().flat_map(|cell| &cell.entries) {
                if entry.document == document && entry.passage == passage {
                    if entry.anchored { &mut anchored } else { &mut spanned }.push(row.period);
                }
            }
        }
        anchored.append(&mut spanned);
        anchored
    }

    /// The period in which most of a document's passages are anchored, the first of several; none where it speaks of none.
    #[must_use]
    pub fn mostly_of(&self, document: usize) -> Option<usize> {
        let of = |row: &Row| {
            let entries = row.cells.iter().flat_map(|cell| &cell.entries);
            entries.filter(|entry| entry.document == document && entry.anchored).count()
        };
        let most = self.rows.iter().rev().max_by_key(|row| of(row))?;
        (of(most) > 0).then_some(most.period)
    }
}

/// Indices of an account's documents, oldest first.
#[must_use]
pub fn documents_of(bundle: &Bundle, account: usize) -> Vec<usize> {
    let id = bundle.accounts.get(account).map(|account| account.id.as_str());
    (0..bundle.documents.len()).filter(|&d| Some(bundle.documents[d].account.as_str()) == id).collect()
}

fn cells(bundle: &Bundle) -> Vec<Cell> {
    (0..bundle.accounts.len()).map(|account| Cell { account, entries: Vec::new(), silence: None }).collect()
}

/// The periods a passage speaks of: the period, which of its times fall into it, whether one is anchored there.
fn spoken_of(document: &Document, passage: &Passage, periods: &[Interval]) -> Vec<(usize, Vec<usize>, bool)> {
    let written = document.written.days.latest;
    let days = |time: &Dating| {
        let mut days = time.days;
        // "In 2021", written in May of that year, cannot tell of its December.
        if let Some(written) = written.filter(|_| time.modality == Modality::Told) {
            days.latest = Some(days.latest.map_or(written, |latest| latest.min(written)));
        }
        days
    };
    let times: Vec<Interval> = passage.times.iter().map(days).collect();
    // "For more than thirty years", said beside a date of today, tells of today.
    let breadth = |time: &Interval| periods.iter().filter(|period| time.overlaps(**period)).count();
    let closest = times.iter().map(breadth).filter(|breadth| *breadth > 0).min().unwrap_or(0);
    let mut found = Vec::new();
    for (index, &period) in periods.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| periods[before]);
        let mut here = Vec::new();
        let mut anchored = false;
        for (t, &time) in times.iter().enumerate() {
            if time.overlaps(period) {
                here.push(t);
                let broad = breadth(&time) > BROAD && closest <= BROAD;
                anchored |= !broad && belongs(&passage.times[t].edtf, time, period, before, written);
            }
        }
        if !here.is_empty() {
            found.push((index, here, anchored));
        }
    }
    found
}

/// A time that reaches over more periods than this is broad.
const BROAD: usize = 3;

/// Whether a time belongs to a period rather than merely spanning it: it begins there; or it names an end that lies
/// there, and has begun no earlier than in the period before. "Since 1992" ends where the document was written: that
/// end is not named.
fn belongs(edtf: &str, time: Interval, period: Interval, before: Option<Interval>, written: Option<Day>) -> bool {
    let (from, to) = edtf.split_once('/').unwrap_or((edtf, edtf));
    let (begins, ends) = (told(from, time.earliest), told(to, time.latest));
    let ends_here = from != to && written.is_none_or(|written| time.latest < Some(written)) && period.holds(ends);
    period.holds(begins) || (ends_here && before.is_some_and(|before| before.holds(begins)))
}

/// The day to go by for one end of a time: for a month its middle, so that a month which a bound of periods cuts
/// belongs to the period that has more of it.
fn told(part: &str, day: Option<Day>) -> Option<Day> {
    let is_month = part.trim_end_matches(['~', '?', '%']).len() == "1992-02".len();
    day.map(|day| if is_month { Day { day: 15, ..day } } else { day })
}
