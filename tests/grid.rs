//! Rows by the dates of passages made up for the test: where each stands, and where it belongs.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use common::{bundle, document};
use parallax::compare::{Entry, Grid};
use parallax::corpus::{Bundle, Dating, Modality, Period, interval};

/// Five periods, of which the first is open to the past.
const PERIODS: [(&str, &str); 5] = [
    ("a", "../1999-12-31"),
    ("b", "2000-01-01/2000-06-20"),
    ("c", "2000-06-21/2001-12-31"),
    ("d", "2002-01-01/2004-12-31"),
    ("e", "2005-01-01/2010-12-31"),
];

/// A bundle of one document with one passage of these times.
fn made_up(written: &str, times: &[(&str, Modality)]) -> Bundle {
    let mut made = bundle().clone();
    made.purposes.clear();
    made.accounts.truncate(1);
    made.accounts[0].documents = vec!["one".into()];
    let mut one = document("civil-15").clone();
    one.id = "one".into();
    one.account.clone_from(&made.accounts[0].id);
    one.written.edtf = written.into();
    one.written.days = interval(written).unwrap();
    let mut passage = one.passage("civil-15.p1").unwrap().clone();
    passage.id = "one.p1".into();
    let model = passage.times[0].clone();
    passage.times = times
        .iter()
        .map(|(edtf, modality)| Dating {
            edtf: (*edtf).into(),
            days: interval(edtf).unwrap(),
            modality: *modality,
            ..model.clone()
        })
        .collect();
    one.passages = vec![passage];
    made.documents = vec![one];
    let model = made.periods[0].clone();
    made.periods = PERIODS
        .iter()
        .map(|(id, edtf)| Period {
            id: (*id).into(),
            edtf: (*edtf).into(),
            days: interval(edtf).unwrap(),
            ..model.clone()
        })
        .collect();
    made
}

/// The rows of the only passage: a capital where it belongs, a small letter where it only spans the period.
fn rows(grid: &Grid) -> String {
    let entries = |row: usize| grid.rows[row].cells[0].entries.first();
    let letter = |row: usize, entry: &Entry| {
        let id = PERIODS[row].0;
        if entry.anchored { id.to_uppercase() } else { id.to_owned() }
    };
    (0..PERIODS.len()).filter_map(|row| Some(letter(row, entries(row)?))).collect()
}

fn check_all(written: &str, times: &[(&str, Modality)], expected: &str) {
    let found = rows(&Grid::new(&made_up(written, times)));
    assert_eq!(found, expected, "{times:?}, written {written}");
}

/// What is told in a document of 2010.
fn check(edtf: &str, expected: &str) {
    check_all("2010-10-10", &[(edtf, Modality::Told)], expected);
}

#[test]
fn a_time_stands_under_every_period_it_reaches() {
    check("2000-03-03", "B");
    check("2000-06-20", "B");
    check("2000-06-21", "C");
    check("1990", "A");
    check("2003", "D");
}

#[test]
fn a_span_belongs_where_it_begins() {
    check("2000-03-03/2005-05-05", "Bcde");
    check("1990/2003", "Abcd");
    check("2001/2010-10-10", "Cde");
}

#[test]
fn a_span_over_one_bound_belongs_to_both_sides() {
    check("2000-03-03/2000-08-08", "BC");
    check("2001-12-31/2002-01-01", "CD");
    check("1999-11-11/2000-01-01", "AB");
}

/// "Since 2004", told in 2005, has no end of its own.
#[test]
fn an_end_that_is_the_writing_is_no_end() {
    let told = |edtf: &str, written: &str, expected: &str| check_all(written, &[(edtf, Modality::Told)], expected);
    told("2004-04-04/2005-05-05", "2005-05-05", "De");
    told("2004-04-04/2005-05-05", "2005-05-06", "DE");
    told("2004-04-04/..", "2005-05-05", "De");
    told("2004-04-04/2005-05", "2005-05-05/2005-06", "DE");
}

/// For a month its middle counts: the bound of 20 June cuts it, and 15 June lies before.
#[test]
fn a_month_belongs_to_the_period_that_has_more_of_it() {
    check("2000-06", "Bc");
    check("2000-06~", "Bc");
    check("2000-06/2000-09", "BC");
    check("2000-05/2000-06", "Bc");
    check("2000-06-21/2000-07", "C");
}

#[test]
fn what_is_told_ends_with_the_writing() {
    let of_year = |modality: Modality, expected: &str| check_all("2000-03-03", &[("2000", modality)], expected);
    of_year(Modality::Told, "B");
    of_year(Modality::Plan, "Bc");
    of_year(Modality::Threat, "Bc");
    check_all("2000-03-03", &[("2005", Modality::Plan)], "E");
}

/// That it may have been written at any later time moves no date of its text.
#[test]
fn a_document_of_open_date_tells_of_no_more_than_its_dates() {
    let told = |edtf: &str, expected: &str| check_all("2004-04-04/..", &[(edtf, Modality::Told)], expected);
    told("2000-03-03", "B");
    told("1990/2003", "Abcd");
    told("2000-03-03/2000-08-08", "BC");
    told("2003-03-03/..", "De");
}

#[test]
fn an_open_beginning_belongs_nowhere_by_itself() {
    check("../1999-05-05", "a");
    check("../2000-03-03", "ab");
}

#[test]
fn a_broad_time_beside_a_close_one_only_spans() {
    let told = |times: &[&str], expected: &str| {
        let times: Vec<(&str, Modality)> = times.iter().map(|edtf| (*edtf, Modality::Told)).collect();
        check_all("2010-10-10", &times, expected);
    };
    told(&["1990/2003"], "Abcd");
    told(&["1990/2003", "2003-03-03"], "abcD");
    told(&["1990/2001"], "Abc");
    told(&["1990/2001", "2003-03-03"], "AbcD");
    // Where all are broad, each belongs where it begins.
    told(&["1990/2003", "2000-03-03/2009"], "ABcde");
}

#[test]
fn an_entry_names_its_times_and_its_other_rows() {
    let times = [("2000-03-03", Modality::Told), ("2003", Modality::Told), ("2000-04-04", Modality::Told)];
    let made = made_up("2010-10-10", &times);
    let grid = Grid::new(&made);
    let entry = |row: usize| &grid.rows[row].cells[0].entries[0];
    assert_eq!((entry(1).times.as_slice(), entry(1).also.as_slice()), ([0, 2].as_slice(), [3].as_slice()));
    assert_eq!((entry(3).times.as_slice(), entry(3).also.as_slice()), ([1].as_slice(), [1].as_slice()));
    assert!(grid.rows[0].cells[0].entries.is_empty() && grid.rows[0].cells[0].silence.is_some());
}

#[test]
fn rows_of_a_passage_begin_with_those_it_belongs_to() {
    let grid = Grid::new(&made_up("2010-10-10", &[("1990/2003", Modality::Told), ("2003-03-03", Modality::Told)]));
    assert_eq!(rows(&grid), "abcD");
    assert_eq!(grid.periods_of(0, 0), [3, 0, 1, 2]);
    assert_eq!(grid.periods_of(0, 1), [] as [usize; 0]);
    assert_eq!(grid.periods_of(1, 0), [] as [usize; 0]);
}

#[test]
fn a_document_of_no_account_stands_nowhere() {
    let mut made = made_up("2010-10-10", &[("2003", Modality::Told)]);
    made.documents[0].account = "nobody".into();
    let grid = Grid::new(&made);
    assert!(grid.rows.iter().all(|row| row.cells[0].entries.is_empty() && row.cells[0].silence.is_none()));
}

#[test]
fn a_document_speaks_mostly_of_one_period() {
    let grid = Grid::new(bundle());
    for (d, document) in bundle().documents.iter().enumerate() {
        let counts: Vec<usize> = grid
            .rows
            .iter()
            .map(|row| {
                row.cells
                    .iter()
                    .flat_map(|cell| &cell.entries)
                    .filter(|entry| entry.document == d && entry.anchored)
                    .count()
            })
            .collect();
        let most = grid.mostly_of(d).unwrap();
        assert!(counts.iter().all(|count| *count <= counts[most]) && counts[most] > 0, "{}: {counts:?}", document.id);
        assert!(counts[..most].iter().all(|count| *count < counts[most]), "{}: the first of several", document.id);
    }
    assert_eq!(grid.mostly_of(bundle().documents.len()), None);
}
