//! The periods, the dates of the passages, and the rows these put them in.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;

use common::{bundle, document, grid, passage};
use parallax::compare::{Entry, lanes};
use parallax::corpus::{Basis, BlockKind, Dating, Day, Document, Interval, Modality, Passage, Undated, interval};

/// Every passage, with its document.
fn passages() -> impl Iterator<Item = (&'static Document, &'static Passage)> {
    bundle().documents.iter().flat_map(|document| document.passages.iter().map(move |passage| (document, passage)))
}

/// Every dating, with its passage and document.
fn datings() -> impl Iterator<Item = (&'static Document, &'static Passage, &'static Dating)> {
    passages().flat_map(|(document, passage)| passage.times.iter().map(move |time| (document, passage, time)))
}

/// Every entry of every row, with the period's index.
fn entries() -> impl Iterator<Item = (usize, &'static Entry)> {
    let cells = grid().rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row.period, cell)));
    cells.flat_map(|(period, cell)| cell.entries.iter().map(move |entry| (period, entry)))
}

fn periods_of(id: &str, anchored: bool) -> Vec<&'static str> {
    let d = bundle().documents.iter().position(|document| id.starts_with(&format!("{}.", document.id))).unwrap();
    let p = bundle().documents[d].passages.iter().position(|passage| passage.id == id).unwrap();
    let here =
        entries().filter(|(_, entry)| entry.document == d && entry.passage == p && (entry.anchored || !anchored));
    here.map(|(period, _)| bundle().periods[period].id.as_str()).collect()
}

// Days.

#[test]
fn edtf_reaches_from_and_to() {
    let day = |digits: u32| {
        let part = |number: u32| u8::try_from(number % 100).unwrap();
        (digits > 0).then(|| Day::new(i32::try_from(digits / 10_000).unwrap(), part(digits / 100), part(digits)))
    };
    let check = |edtf: &str, earliest: u32, latest: u32| {
        let found = interval(edtf).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(found, Interval { earliest: day(earliest), latest: day(latest) }, "{edtf}");
        let written = serde_json::to_string(&found).unwrap();
        assert_eq!(written, format!("[{earliest},{latest}]"), "{edtf} in JSON");
        assert_eq!(serde_json::from_str::<Interval>(&written).unwrap(), found, "{edtf} from JSON");
    };
    check("2021-05-12", 20_210_512, 20_210_512);
    check("2021-05", 20_210_501, 20_210_531);
    check("2020-02", 20_200_201, 20_200_229);
    check("1900-02", 19_000_201, 19_000_228);
    check("1992", 19_920_101, 19_921_231);
    check("198X", 19_800_101, 19_891_231);
    check("1991-12~", 19_911_201, 19_911_231);
    check("1992~/2020-11~", 19_920_101, 20_201_130);
    check("../1986-12-31", 0, 19_861_231);
    check("1992-03/..", 19_920_301, 0);
    check("2022-09-12/2022-09-14", 20_220_912, 20_220_914);
}

#[test]
fn what_is_no_date_is_refused() {
    for text in
        ["", "May 1992", "12 May 2021", "2021-13", "2021-02-30", "2021-05-12/", "/2021", "2021/2020", "92", ".."]
    {
        assert!(interval(text).is_err(), "{text:?} is taken for {:?}", interval(text));
    }
    let error = interval("May 1992").unwrap_err();
    assert_eq!(error.edtf, "May 1992");
    assert!(error.to_string().starts_with("“May 1992” is no EDTF date: "), "{error}");
}

#[test]
fn intervals_overlap_where_they_share_a_day() {
    let check = |a: &str, b: &str, expected: bool| {
        let (x, y) = (interval(a).unwrap(), interval(b).unwrap());
        assert_eq!(x.overlaps(y), expected, "{a} and {b}");
        assert_eq!(y.overlaps(x), expected, "{b} and {a}");
    };
    check("2020-11-10", "2020-11-10/2021-05-11", true);
    check("2020-11-10", "2020-11-11/2021-05-11", false);
    check("1992", "1992-12-31", true);
    check("1992", "1993-01-01", false);
    check("../1986-12-31", "1915", true);
    check("../1986-12-31", "1987", false);
    check("1986/..", "2024", true);
    check("../1986", "1985/..", true);
    check("../1986", "1987/..", false);
}

// Periods.

#[test]
fn periods_follow_each_other_without_gap_or_overlap() {
    let periods = &bundle().periods;
    assert!((10..=16).contains(&periods.len()), "{} periods", periods.len());
    for period in periods {
        assert_eq!(period.days, interval(&period.edtf).unwrap(), "{}", period.id);
    }
    assert_eq!(periods[0].days.earliest, None, "the first period is open to the past");
    assert!(periods[0].days.latest < Some(Day::new(1987, 1, 1)), "and ends before the conflict begins");
    assert_eq!(periods.last().unwrap().days.latest, Some(Day::new(2024, 12, 31)));
    for pair in periods.windows(2) {
        let (end, begin) = (pair[0].days.latest.unwrap(), pair[1].days.earliest.unwrap());
        assert_eq!(begin.number() - end.number(), 1, "{} to {}", pair[0].id, pair[1].id);
        assert!(pair[1].days.latest.unwrap() >= begin, "{}", pair[1].id);
    }
}

#[test]
fn each_period_is_named_and_has_its_reasons() {
    let mut seen = BTreeSet::new();
    for period in &bundle().periods {
        assert!(seen.insert(("id", &period.id)), "{} stands twice", period.id);
        assert!(seen.insert(("short", &period.short)), "two periods are called {:?}", period.short);
        assert!(seen.insert(("title", &period.title)), "two periods are called {:?}", period.title);
        for words in [&period.title, &period.short, &period.begins, &period.ends] {
            assert!(!words.trim().is_empty() && words.trim() == words, "{}: {words:?}", period.id);
        }
        assert!(period.begins.len() > 20 && period.ends.len() > 4, "{}: a reason is a sentence", period.id);
        assert!(period.short.len() <= period.title.len(), "{}", period.id);
    }
}

/// Titles name no side and take none.
#[test]
fn titles_of_periods_are_neutral() {
    for period in &bundle().periods {
        for name in
            ["Armenia", "Azerbaijan", "Artsakh", "Karabakh", "aggression", "liberation", "occupation", "victory"]
        {
            assert!(!period.title.contains(name) && !period.short.contains(name), "{}: {name}", period.id);
        }
    }
}

// Dates.

#[test]
fn every_passage_has_times_or_a_reason_for_having_none() {
    use BlockKind::{Caption, ListItem, Paragraph, Quotation};
    let mut checked = 0;
    for (_, passage) in passages() {
        assert_ne!(passage.times.is_empty(), passage.undated.is_none(), "{} has both or neither", passage.id);
        // An editor read all running text: no rule speaks for it.
        if matches!(passage.kind, Paragraph | Quotation | ListItem | Caption) {
            assert_ne!(passage.undated, Some(Undated::Apparatus), "{}", passage.id);
            checked += 1;
        }
    }
    assert_eq!(checked, (69 + 4) + (5 + 5) + (9 + 4) + 7 + (117 + 3 + 22 + 6));
}

#[test]
fn every_date_parses_to_the_days_it_says() {
    for (_, passage, time) in datings() {
        let days = interval(&time.edtf).unwrap_or_else(|error| panic!("{}: {error}", passage.id));
        assert_eq!(time.days, days, "{}: {}", passage.id, time.edtf);
    }
    for document in &bundle().documents {
        assert_eq!(document.written.days, interval(&document.written.edtf).unwrap(), "{}", document.id);
        assert!(document.written.days.latest.is_some(), "{} may have been written at any time", document.id);
    }
}

#[test]
fn nothing_is_told_that_came_after_the_document() {
    for (document, passage, time) in datings().filter(|(.., time)| time.modality == Modality::Told) {
        let written = document.written.days.latest;
        assert!(time.days.earliest <= written, "{}: {} after {written:?}", passage.id, time.edtf);
    }
    let ahead = datings().filter(|(document, _, time)| time.days.earliest > document.written.days.latest).count();
    assert_eq!(ahead, 0, "no plan of these documents begins after they were written");
}

#[test]
fn words_of_dates_stand_in_their_passages() {
    for (document, passage, time) in datings() {
        match time.range {
            Some(range) => {
                let words = range.slice(&document.text).unwrap_or_else(|| panic!("{}: {range:?}", passage.id));
                assert!(passage.span().contains(range), "{}: {words:?} stands outside", passage.id);
                assert!(!words.trim().is_empty() && words.trim() == words, "{}: {words:?}", passage.id);
                let read = passage.text_in(&document.text, range);
                assert!(!read.is_empty() && read.len() <= words.len(), "{}: {words:?} is markup", passage.id);
            }
            None => assert_ne!(time.basis, Basis::Words, "{}: {} rests on no words", passage.id, time.edtf),
        }
    }
}

/// A panel lists the dates as the passage has their words; what rests on no words comes last.
#[test]
fn dates_are_in_the_order_of_their_words() {
    for (_, passage) in passages() {
        let places: Vec<u32> =
            passage.times.iter().map(|time| time.range.map_or(u32::MAX, |range| range.start)).collect();
        assert!(places.is_sorted(), "{}: {places:?}", passage.id);
    }
}

/// Where the words hold a whole date, it is the one that was written down.
#[test]
fn full_dates_in_words_are_the_dates_given() {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut checked = 0;
    for (document, passage, time) in datings() {
        let Some(range) = time.range else { continue };
        let words = passage.text_in(&document.text, range);
        let parts: Vec<&str> = words.split(' ').collect();
        let [day, month, year] = parts[..] else { continue };
        let Some(month) = MONTHS.iter().position(|name| *name == month) else { continue };
        let (Ok(day), Ok(year)) = (day.parse::<u8>(), year.parse::<i32>()) else { continue };
        assert_eq!(time.edtf, format!("{year:04}-{:02}-{day:02}", month + 1), "{}: {words}", passage.id);
        checked += 1;
    }
    assert!(checked > 50, "{checked} full dates were checked");
}

// Rows.

#[test]
fn each_dated_passage_stands_in_a_row() {
    let standing: BTreeSet<(usize, usize)> = entries().map(|(_, entry)| (entry.document, entry.passage)).collect();
    let anchored: BTreeSet<(usize, usize)> =
        entries().filter(|(_, entry)| entry.anchored).map(|(_, entry)| (entry.document, entry.passage)).collect();
    for (d, document) in bundle().documents.iter().enumerate() {
        for (p, passage) in document.passages.iter().enumerate() {
            assert_eq!(standing.contains(&(d, p)), !passage.times.is_empty(), "{}", passage.id);
            // A passage that belongs nowhere would be folded wherever it stands.
            assert_eq!(
                anchored.contains(&(d, p)),
                !passage.times.is_empty(),
                "{} is shown in full nowhere",
                passage.id
            );
        }
    }
}

/// Computed once more, by day numbers: the rows are those of the dates, and nothing else.
#[test]
fn rows_follow_from_the_dates_alone() {
    let numbers =
        |days: Interval| (days.earliest.map_or(i64::MIN, Day::number), days.latest.map_or(i64::MAX, Day::number));
    for (d, document) in bundle().documents.iter().enumerate() {
        let (_, written) = numbers(document.written.days);
        for (p, passage) in document.passages.iter().enumerate() {
            for (index, period) in bundle().periods.iter().enumerate() {
                let (first, last) = numbers(period.days);
                let expected: Vec<usize> = (0..passage.times.len())
                    .filter(|&t| {
                        let (begin, end) = numbers(passage.times[t].days);
                        // What is told ends where the document was written, at the latest.
                        let end = if passage.times[t].modality == Modality::Told { end.min(written) } else { end };
                        begin <= last && first <= end
                    })
                    .collect();
                let found = entries().find(|(row, entry)| (*row, entry.document, entry.passage) == (index, d, p));
                let times = found.map_or(&[][..], |(_, entry)| &entry.times);
                assert_eq!(times, expected, "{} under {}", passage.id, period.id);
            }
        }
    }
}

#[test]
fn cells_are_in_order_and_know_of_each_other() {
    assert_eq!(grid().rows.len(), bundle().periods.len());
    for (index, row) in grid().rows.iter().enumerate() {
        assert_eq!(row.period, index);
        assert_eq!(row.cells.iter().map(|cell| cell.account).collect::<Vec<_>>(), [0, 1, 2]);
        for cell in &row.cells {
            assert_eq!(cell.entries.is_empty(), cell.silence.is_some(), "an empty cell says why, and no other");
            let order: Vec<_> = cell.entries.iter().map(|entry| (entry.document, entry.passage)).collect();
            assert!(order.is_sorted() && order.windows(2).all(|pair| pair[0] != pair[1]), "row {index}");
            for entry in &cell.entries {
                let document = &bundle().documents[entry.document];
                assert_eq!(document.account, bundle().accounts[cell.account].id);
                let mut all = entry.also.clone();
                all.push(index);
                all.sort_unstable();
                let mut expected = grid().periods_of(entry.document, entry.passage);
                expected.sort_unstable();
                assert_eq!(all, expected, "{}", document.passages[entry.passage].id);
            }
        }
    }
}

fn check_under(id: &str, expected: &[&str]) {
    let found = periods_of(id, false);
    for period in expected {
        assert!(found.contains(period), "{id} does not stand under {period}, but under {found:?}");
    }
}

#[test]
fn known_passages_stand_where_a_reader_expects_them() {
    check_under("letter.p1", &["1987-1991"]);
    check_under("letter.p11", &["1992"]);
    check_under("letter.p34", &["1994-2014"]);
    check_under("letter.p66", &["2020-war"]);
    check_under("letter.p70", &["2020-war", "after-2020"]);
    check_under("civil-15.p1", &["may-june-2021"]);
    check_under("civil-21.p4", &["november-december-2021"]);
    check_under("civil-21.p1", &["2020-war"]);
    check_under("stepanakert.p1", &["2020-war", "january-september-2023"]);
    let nagorno_karabakh = "article.situation-in-nagorno-karabakh-timeline";
    check_under(&format!("{nagorno_karabakh}.p2"), &["july-november-2021", "january-september-2022"]);
    check_under(&format!("{nagorno_karabakh}.p9"), &["september-2023-2024"]);
    check_under("article.genocide-risk-for-armenians.p1", &["before-1987"]);
    check_under("article.september-2022.p1", &["september-december-2022"]);
    check_under("article.background.p6", &["after-2020"]);
}

fn check_anchored(id: &str, expected: &[&str]) {
    assert_eq!(periods_of(id, true), expected, "{id}");
}

#[test]
fn a_date_belongs_where_it_begins() {
    check_anchored("letter.p12", &["1992"]);
    check_anchored("letter.p43", &["1993-1994"]);
    // "Since March 1992" runs to the date of the letter, and is shown in full where it begins.
    check_anchored("letter.p42", &["1992"]);
    assert_eq!(
        periods_of("letter.p42", false),
        ["1992", "1993-1994", "1994-2014", "2015-2020", "2020-war", "after-2020"]
    );
    check_anchored("article.may-2021.p1", &["may-june-2021"]);
    // A month that a bound cuts belongs to the period that has more of it.
    check_anchored("article.countries.p3", &["may-june-2021"]);
    assert_eq!(periods_of("article.countries.p3", false), ["after-2020", "may-june-2021"]);
    check_anchored("article.countries.p1", &["september-december-2022"]);
}

/// "For more than thirty years", said beside a date of today, tells of today.
#[test]
fn a_broad_time_beside_a_close_one_only_spans() {
    check_anchored("letter.p66", &["2020-war"]);
    check_anchored("letter.p68", &["2020-war"]);
    check_under("letter.p66", &["1987-1991", "1992", "1994-2014", "2020-war"]);
    // Where there is no other, it belongs where it begins.
    check_anchored("letter.p42", &["1992"]);
    check_anchored("letter.p47", &["1987-1991"]);
}

#[test]
fn passages_without_a_time_stand_apart() {
    for (account, cell) in grid().undated.iter().enumerate() {
        let id = &bundle().accounts[account].id;
        let expected: Vec<&str> = passages()
            .filter(|(document, _)| document.account == *id)
            .filter(|(_, passage)| passage.undated.is_some_and(|reason| reason != Undated::Apparatus))
            .map(|(_, passage)| passage.id.as_str())
            .collect();
        let found: Vec<&str> = (cell.entries.iter())
            .map(|entry| bundle().documents[entry.document].passages[entry.passage].id.as_str())
            .collect();
        assert_eq!(found, expected, "{id}");
        assert!(cell.entries.iter().all(|entry| entry.times.is_empty() && entry.also.is_empty()), "{id}");
    }
    let check = |id: &str, expected: Undated| assert_eq!(passage(id).1.undated, Some(expected), "{id}");
    check("letter.n1", Undated::Apparatus);
    check("letter.p73", Undated::Formal);
    check("civil-15.p4", Undated::Formal);
    check("civil-15.p8", Undated::Formal);
    check("article.may-2021.c1", Undated::Unstated);
    check("article.borderization-of-armenia.p1", Undated::Timeless);
    check("article.inaction-of-russia-and-the-collective-security-treaty-organization.p2", Undated::Timeless);
}

#[test]
fn lanes_count_what_is_anchored() {
    let lanes = lanes(bundle(), grid());
    assert_eq!(lanes.len(), bundle().documents.len());
    for (index, lane) in lanes.iter().enumerate() {
        assert_eq!(lane.document, index);
        assert_eq!(lane.written, bundle().documents[index].written.days);
        for (period, (&count, &bytes)) in lane.passages.iter().zip(&lane.bytes).enumerate() {
            let here = entries().filter(|(row, entry)| *row == period && entry.document == index && entry.anchored);
            let passages: Vec<&Passage> =
                here.map(|(_, entry)| &bundle().documents[index].passages[entry.passage]).collect();
            assert_eq!(count, passages.len());
            let shown: u32 = passages.iter().flat_map(|passage| &passage.runs).map(|run| run.range.len()).sum();
            assert_eq!(bytes, shown);
        }
    }
    let letter = lanes.iter().position(|lane| bundle().documents[lane.document].id == "letter").unwrap();
    let after = bundle().periods.iter().position(|period| period.id == "may-june-2021").unwrap();
    assert!(lanes[letter].passages[after..].iter().all(|count| *count == 0), "the letter knows nothing of 2022");
}

#[test]
fn documents_are_in_order_of_their_dates() {
    let order: Vec<&str> = bundle().documents.iter().map(|document| document.id.as_str()).collect();
    assert_eq!(order, ["letter", "civil-15", "civil-21", "stepanakert", "article"]);
    for account in &bundle().accounts {
        for id in &account.documents {
            assert_eq!(document(id).account, account.id, "{id}");
        }
    }
}
