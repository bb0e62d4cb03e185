//! What an empty cell means: computed from the dates of the documents, in the bundle and in one made up for the test.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use common::{bundle, document, grid};
use parallax::compare::{Emptiness, Grid, documents_of, silence};
use parallax::corpus::{Bundle, Day, Document, Period, Purpose, interval};

use Emptiness::{NotYetWritten, OutsidePurpose, Silent, WrittenDuring};

fn index(id: &str) -> usize {
    bundle().documents.iter().position(|document| document.id == id).unwrap()
}

// The bundle.

#[test]
fn the_letter_could_not_know_what_came_after_it() {
    let letter = index("letter");
    let written = Day::new(2021, 1, 12);
    assert_eq!(document("letter").written.days.latest, Some(written));
    let mut later = 0;
    for period in &bundle().periods {
        let silence = silence(bundle(), &[letter], period).unwrap();
        assert_eq!(silence.of_documents, [(letter, silence.of_account)]);
        let expected = if period.days.earliest > Some(written) {
            later += 1;
            NotYetWritten
        } else if period.id == "after-2020" {
            WrittenDuring
        } else {
            Silent
        };
        assert_eq!(silence.of_account, expected, "{}", period.id);
    }
    assert_eq!(later, 7, "seven periods begin after the letter was written");
}

#[test]
fn every_empty_cell_of_the_letters_later_rows_is_told_as_such() {
    let azerbaijani = bundle().accounts.iter().position(|account| account.id == "azerbaijani").unwrap();
    for row in &grid().rows {
        let cell = &row.cells[azerbaijani];
        let later = bundle().periods[row.period].days.earliest > Some(Day::new(2021, 1, 12));
        assert_eq!(cell.entries.is_empty(), later, "row {}", row.period);
        if later {
            assert_eq!(cell.silence.as_ref().map(|silence| silence.of_account), Some(NotYetWritten));
        }
    }
}

fn check_document(id: &str, period: &str, expected: Emptiness) {
    let found = silence(bundle(), &[index(id)], bundle().period(period).unwrap()).unwrap();
    assert_eq!(found.of_account, expected, "{id} on {period}");
}

#[test]
fn documents_are_silent_as_their_dates_and_titles_have_it() {
    check_document("civil-15", "1992", OutsidePurpose);
    check_document("civil-15", "may-june-2021", WrittenDuring);
    check_document("civil-15", "july-november-2021", NotYetWritten);
    check_document("civil-21", "july-november-2021", Silent);
    check_document("civil-21", "november-december-2021", WrittenDuring);
    check_document("civil-21", "january-september-2022", NotYetWritten);
    check_document("stepanakert", "september-december-2022", Silent);
    check_document("stepanakert", "january-september-2023", WrittenDuring);
    check_document("stepanakert", "september-2023-2024", NotYetWritten);
    check_document("article", "1993-1994", OutsidePurpose);
    check_document("article", "september-december-2022", Silent);
    check_document("article", "september-2023-2024", WrittenDuring);
}

#[test]
fn an_account_is_as_silent_as_its_most_knowing_document() {
    for (account, named) in bundle().accounts.iter().enumerate() {
        let documents = documents_of(bundle(), account);
        let ids: Vec<&String> = documents.iter().map(|&d| &bundle().documents[d].id).collect();
        assert_eq!(ids, named.documents.iter().collect::<Vec<_>>(), "oldest first");
        for period in &bundle().periods {
            let whole = silence(bundle(), &documents, period).unwrap();
            let each: Vec<(usize, Emptiness)> =
                documents.iter().map(|&d| (d, silence(bundle(), &[d], period).unwrap().of_account)).collect();
            assert_eq!(whole.of_documents, each);
            assert_eq!(Some(whole.of_account), each.iter().map(|(_, emptiness)| *emptiness).max());
        }
    }
}

// A bundle made up for the test.

fn document_written(id: &str, account: &str, edtf: &str) -> Document {
    let mut document = document("civil-15").clone();
    document.id = id.into();
    document.account = account.into();
    document.written.edtf = edtf.into();
    document.written.days = interval(edtf).unwrap();
    document.passages.clear();
    document
}

fn period(id: &str, edtf: &str) -> Period {
    let days = interval(edtf).unwrap();
    Period { id: id.into(), edtf: edtf.into(), days, ..bundle().periods[0].clone() }
}

/// One account with these documents, one with none, and three periods: before 2001, 2001 to 2003, from 2004.
fn made_up(documents: &[(&str, &str)], outside: &[(&str, &str)]) -> Bundle {
    let mut made = bundle().clone();
    made.accounts.truncate(2);
    made.accounts[0].id = "told".into();
    made.accounts[0].documents = documents.iter().map(|(id, _)| (*id).to_owned()).collect();
    made.accounts[1].id = "mute".into();
    made.accounts[1].documents.clear();
    made.documents = documents.iter().map(|(id, written)| document_written(id, "told", written)).collect();
    made.periods = vec![
        period("before", "../2000-12-31"),
        period("during", "2001-01-01/2003-12-31"),
        period("after", "2004-01-01/2010-12-31"),
    ];
    made.purposes = outside
        .iter()
        .map(|(document, period)| Purpose {
            document: (*document).to_owned(),
            periods: vec![(*period).to_owned()],
            reason: "Its title says so.".into(),
            words: "Statement".into(),
        })
        .collect();
    made
}

/// Of one document written then: what it means that it has nothing on each of the three periods.
fn check_written(edtf: &str, expected: [Emptiness; 3]) {
    let made = made_up(&[("one", edtf)], &[]);
    let found: Vec<Emptiness> =
        Grid::new(&made).rows.iter().map(|row| row.cells[0].silence.as_ref().unwrap().of_account).collect();
    assert_eq!(found, expected, "written {edtf}");
}

#[test]
fn a_single_day_lies_in_one_period() {
    check_written("1999-05-05", [WrittenDuring, NotYetWritten, NotYetWritten]);
    check_written("2001-01-01", [Silent, WrittenDuring, NotYetWritten]);
    check_written("2003-12-31", [Silent, WrittenDuring, NotYetWritten]);
    check_written("2004-01-01", [Silent, Silent, WrittenDuring]);
    check_written("2011-01-01", [Silent, Silent, Silent]);
}

/// Who may have been writing while the period lasted, cannot be blamed for what he leaves out.
#[test]
fn a_document_whose_date_straddles_a_bound_was_written_during_both() {
    check_written("2000-12/2001-02", [WrittenDuring, WrittenDuring, NotYetWritten]);
    check_written("2002/2004", [Silent, WrittenDuring, WrittenDuring]);
    check_written("2000/2005", [WrittenDuring, WrittenDuring, WrittenDuring]);
    check_written("../2001-06-01", [WrittenDuring, WrittenDuring, NotYetWritten]);
    check_written("2003-06-01/..", [Silent, WrittenDuring, WrittenDuring]);
    check_written("2003~", [Silent, WrittenDuring, NotYetWritten]);
}

#[test]
fn a_purpose_excuses_only_what_could_have_been_told() {
    let made = made_up(&[("one", "2002-05-05")], &[("one", "before"), ("one", "during"), ("one", "after")]);
    let of = |period: usize| silence(&made, &[0], &made.periods[period]).unwrap().of_account;
    assert_eq!(of(0), OutsidePurpose);
    assert_eq!(of(1), WrittenDuring, "that it could know only part says more");
    assert_eq!(of(2), NotYetWritten, "that it could not know says more");
    let other = made_up(&[("one", "2002-05-05")], &[("two", "before")]);
    assert_eq!(silence(&other, &[0], &other.periods[0]).unwrap().of_account, Silent, "another document's purpose");
}

#[test]
fn all_four_kinds_stand_in_one_cell_and_the_account_takes_the_highest() {
    let documents = [("early", "1999"), ("then", "2002"), ("apart", "2005"), ("late", "2006")];
    let made = made_up(&documents, &[("apart", "during")]);
    let during = &made.periods[1];
    let all = silence(&made, &[0, 1, 2, 3], during).unwrap();
    assert_eq!(all.of_documents, [(0, NotYetWritten), (1, WrittenDuring), (2, OutsidePurpose), (3, Silent)]);
    assert_eq!(all.of_account, Silent);
    let check = |documents: &[usize], expected: Emptiness| {
        assert_eq!(silence(&made, documents, during).unwrap().of_account, expected, "{documents:?}");
    };
    check(&[0], NotYetWritten);
    check(&[0, 1], WrittenDuring);
    check(&[2, 0, 1], OutsidePurpose);
    check(&[3, 0], Silent);
    let cell = &Grid::new(&made).rows[1].cells[0];
    assert_eq!(cell.silence, Some(all), "the grid says the same");
}

#[test]
fn an_account_is_of_one_kind_where_its_documents_are() {
    let made = made_up(&[("early", "1999"), ("then", "2002"), ("later", "2003")], &[]);
    let check = |documents: &[usize], expected: bool| {
        assert_eq!(silence(&made, documents, &made.periods[1]).unwrap().is_of_one_kind(), expected, "{documents:?}");
    };
    check(&[0], true);
    check(&[1, 2], true);
    check(&[0, 1], false);
    check(&[2, 0, 1], false);
}

#[test]
fn only_silence_counts() {
    assert!(Silent.counts());
    for emptiness in [NotYetWritten, WrittenDuring, OutsidePurpose] {
        assert!(!emptiness.counts(), "{emptiness:?}");
    }
    assert!(NotYetWritten < WrittenDuring && WrittenDuring < OutsidePurpose && OutsidePurpose < Silent);
}

#[test]
fn an_account_without_documents_is_not_silent() {
    let made = made_up(&[("one", "2002")], &[]);
    assert_eq!(documents_of(&made, 1), [] as [usize; 0]);
    assert_eq!(silence(&made, &[], &made.periods[0]), None);
    assert_eq!(silence(&made, &[7], &made.periods[0]), None, "nor is one that is not there");
    assert!(Grid::new(&made).rows.iter().all(|row| row.cells[1].silence.is_none()));
}

/// A cell that holds one passage is not empty, whatever else the account does not say.
#[test]
fn a_cell_with_a_passage_is_not_silent() {
    let mut made = made_up(&[("one", "2005"), ("two", "2006")], &[]);
    let mut passage = document("civil-15").passage("civil-15.p1").unwrap().clone();
    passage.id = "one.p1".into();
    passage.times.truncate(1);
    passage.times[0].edtf = "2002-03".into();
    passage.times[0].days = interval("2002-03").unwrap();
    made.documents[0].passages.push(passage);
    let grid = Grid::new(&made);
    assert_eq!(grid.rows[1].cells[0].entries.len(), 1);
    assert_eq!(grid.rows[1].cells[0].silence, None);
    assert_eq!(grid.rows[0].cells[0].silence.as_ref().unwrap().of_account, Silent);
}
