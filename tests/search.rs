//! The search over the real corpus: what is found, in what order, what is said of it, and that every highlight is the
//! text it claims to be.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use std::sync::OnceLock;

use common::bundle;
use parallax::compare::Grid;
use parallax::corpus::{BlockKind, Bundle, ByteRange, Document, Passage, Style};
use parallax::search::concordance::{Line, Order, Sameness, by_account, csv, sort};
use parallax::search::{Fault, Filters, Has, Hit, Index, Note, Query, Results, Title, pieces, within};
use proptest::prelude::*;

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| Index::build(bundle()))
}

fn search_in(query: &str, filters: &Filters, limit: usize) -> Results {
    index().search(bundle(), &Query::parse(query), filters, limit)
}

fn search(query: &str) -> Results {
    search_in(query, &Filters::default(), 1000)
}

fn of(hit: &Hit) -> (&'static Document, &'static Passage) {
    let document = &bundle().documents[hit.document as usize];
    (document, &document.passages[hit.passage as usize])
}

fn ids(results: &Results) -> Vec<&'static str> {
    results.hits.iter().map(|hit| of(hit).1.id.as_str()).collect()
}

fn first(query: &str, count: usize) -> Vec<&'static str> {
    ids(&search(query)).into_iter().take(count).collect()
}

fn marked(hit: &Hit) -> Vec<&'static str> {
    let (document, _) = of(hit);
    hit.highlights.iter().map(|range| range.slice(&document.text).unwrap()).collect()
}

#[track_caller]
fn check_first(query: &str, expected: &[&str], among: usize) {
    let found = first(query, among);
    for id in expected {
        assert!(found.contains(id), "“{query}” should find {id} among its first {among}: {found:?}");
    }
}

// Finding.

#[test]
fn exact_words_come_before_other_forms() {
    let results = search("occupying");
    let forms: Vec<bool> = results.hits.iter().map(|hit| marked(hit).contains(&"occupying")).collect();
    assert!(forms[0], "{:?}", marked(&results.hits[0]));
    assert!(forms.iter().any(|exact| !exact), "other forms are found, too");
    assert!(results.hits.iter().any(|hit| marked(hit).contains(&"occupied")));
}

#[test]
fn notation_does_not_matter() {
    for (one, other) in [
        ("ceasefire", "cease-fire"),
        ("ceasefire", "cease fire"),
        ("Əskipara", "eskipara"),
        ("Çelik", "celik"),
        ("İlham", "ilham"),
        ("Qızılhacılı", "qizilhacili"),
        ("Armenia’s", "Armenia's"),
        ("Armeniaʼs", "Armenia's"),
        ("Goris–Kapan", "Goris-Kapan"),
        ("15,000", "15000"),
        ("S/2020/1104", "s/2020/1104"),
    ] {
        let (mut a, mut b) = (ids(&search(one)), ids(&search(other)));
        a.sort_unstable();
        b.sort_unstable();
        assert!(!a.is_empty(), "{one}");
        assert_eq!(a, b, "{one}, {other}");
    }
}

/// Every Latin letter beyond ASCII that the corpus has, as it is typed on a plain keyboard.
#[test]
fn letters_are_typed_without_their_marks() {
    const PLAIN: [(&str, char); 14] = [
        ("Ç", 'C'),
        ("ç", 'c'),
        ("ćč", 'c'),
        ("Ö", 'O'),
        ("óö", 'o'),
        ("áä", 'a'),
        ("èéə", 'e'),
        ("Ə", 'E'),
        ("ïı", 'i'),
        ("İ", 'I'),
        ("ü", 'u'),
        ("ğ", 'g'),
        ("ş", 's'),
        ("Ž", 'Z'),
    ];
    let plain = |c: char| PLAIN.iter().find(|(letters, _)| letters.contains(c)).map(|(_, plain)| *plain);
    let mut checked = std::collections::BTreeSet::new();
    for document in &bundle().documents {
        let latin = |c: char| ('\u{c0}'..='\u{24f}').contains(&c) || c == 'ə';
        for word in document.text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.contains(latin)) {
            let typed: String = word.chars().map(|c| plain(c).unwrap_or(c)).collect();
            assert!(typed.is_ascii() || !typed.contains(latin), "{word}: a letter that the table above lacks");
            assert_eq!(ids(&search(&format!("{typed} "))), ids(&search(&format!("{word} "))), "{typed}, {word}");
            checked.insert(word);
        }
    }
    assert!(checked.len() > 20, "{checked:?}");
}

#[test]
fn british_and_american() {
    check_first("self defense", &["letter.p49", "letter.p50"], 10);
    check_first("41 square kilometers", &["article.november-2021.p4"], 3);
    check_first("41 km2", &["article.november-2021.p4"], 5);
}

#[test]
fn symbols_and_numbers() {
    check_first("S/2020/1104", &["letter.n52"], 1);
    check_first("40984/07", &["letter.n5"], 1);
    check_first("resolution 822", &["letter.p17", "letter.p18"], 4);
    check_first("7600", &["article.september-2022.p3", "article.september-2022.p4"], 5);
}

#[test]
fn the_id_of_a_passage_finds_it() {
    assert_eq!(ids(&search("letter.p12")), ["letter.p12"]);
    assert_eq!(ids(&search(" article.may-2021.p3 ")), ["article.may-2021.p3"]);
    assert!(search("letter.p9999").hits.len() > 1);
}

#[test]
fn running_text_comes_before_the_apparatus() {
    for query in ["ceasefire", "border", "prisoners of war", "Pashinyan"] {
        let results = search(query);
        let kinds: Vec<BlockKind> = results.hits.iter().take(5).map(|hit| of(hit).1.kind).collect();
        assert!(!kinds.contains(&BlockKind::Reference), "{query}: {kinds:?}");
        assert!(results.hits.iter().any(|hit| of(hit).1.kind == BlockKind::Reference), "{query}");
    }
}

#[test]
fn a_word_may_be_half_typed() {
    let results = search("Gegharku");
    assert!(!results.hits.is_empty());
    assert!(results.hits.iter().take(5).all(|hit| marked(hit).iter().any(|word| word.starts_with("Gegharku"))));
    assert!(search("Gegharku ").notes.iter().any(|note| matches!(note, Note::Corrected { .. } | Note::Unknown { .. })));
}

#[test]
fn questions_are_answered() {
    check_first("who shot first in September 2022?", &["article.september-2022.p1", "article.september-2022.p2"], 10);
    check_first("how many prisoners did Armenia release", &["article.december-2021.p5"], 10);
}

// Names.

#[test]
fn any_name_of_a_place_finds_all() {
    let place = bundle().places.iter().position(|place| place.id == "karabakh").unwrap();
    for query in ["Karabakh", "Artsakh", "Daghlyq Garabagh", "Nagorno Karabakh", "garabagh"] {
        let results = search(query);
        let spoken = |name: &str| results.hits.iter().any(|hit| marked(hit).iter().any(|word| word.contains(name)));
        assert!(spoken("Garabagh") && spoken("Artsakh") && spoken("Nagorno-Karabakh"), "{query}");
        let told = results.notes.iter().find_map(|note| match note {
            Note::NameVariants { place, typed, spellings } => Some((*place as usize, typed, spellings)),
            _ => None,
        });
        let (found, typed, spellings) = told.unwrap_or_else(|| panic!("{query}: {:?}", results.notes));
        assert_eq!((found, typed.as_str()), (place, query));
        let spellings: Vec<&str> =
            spellings.iter().map(|at| bundle().places[place].spellings[*at as usize].as_str()).collect();
        assert!(spellings.contains(&"Artsakh") || query == "Artsakh", "{spellings:?}");
    }
}

#[test]
fn the_name_typed_comes_first() {
    let results = search("Artsakh");
    assert!(marked(&results.hits[0]).contains(&"Artsakh"), "{:?}", marked(&results.hits[0]));
}

#[test]
fn us_is_no_country() {
    assert!(search("us").notes.iter().all(|note| !matches!(note, Note::NameVariants { .. })));
    assert!(search("US").notes.iter().any(|note| matches!(note, Note::NameVariants { .. })));
}

#[test]
fn expansions_are_said() {
    let results = search("POW");
    let told = results.notes.iter().find_map(|note| match note {
        Note::Expanded { from, to } => Some((from, to)),
        _ => None,
    });
    let (from, to) = told.unwrap();
    assert_eq!(from, "POW");
    assert!(to.contains(&"prisoners of war".to_owned()), "{to:?}");
    let results = search("Pashinian mistake");
    let told = Note::Expanded { from: "Pashinian".into(), to: vec!["pashinyan".into()] };
    assert!(results.notes.contains(&told), "{:?}", results.notes);
    check_first("Pashinian mistake", &["article.september-2023.p1"], 3);
    check_first("HRW", &["letter.p19", "article.other-organizations.p3"], 5);
}

/// Every passage that an event's names find, read and found to speak of it.
#[test]
fn an_event_is_found_by_any_of_its_names() {
    let check = |asked: &[&str], expected: &[&str]| {
        for query in asked {
            let results = search(query);
            let mut found = ids(&results);
            found.sort_unstable();
            assert_eq!(found, expected, "{query}");
            let is_told = |note: &Note| matches!(note, Note::Event { typed, to } if typed == query && !to.is_empty());
            assert!(results.notes.iter().any(is_told), "{query}: {:?}", results.notes);
            assert_eq!(results.complete, results.total, "{query}");
        }
    };
    check(
        &[
            "trilateral statement",
            "tripartite agreement",
            "November 2020 ceasefire",
            "November 2020 agreement",
            "statement of 9 November 2020",
            "Statement of November 10, 2020",
            "2020 truce",
        ],
        &[
            "article.current-situation.p1",
            "article.november-2021.p5",
            "article.other-organizations.p5",
            "article.r288",
            "article.r289",
            "article.r52",
            "article.reactions.p1",
            "article.situation-in-nagorno-karabakh-timeline.p7",
            "civil-15.p2",
            "civil-21.p1",
            "civil-21.p5",
            "letter.p70",
            "letter.p72",
            "stepanakert.p1",
        ],
    );
    check(&["1994 ceasefire", "truce of May 1994", "Bishkek Protocol"], &["letter.p34", "letter.p4"]);
    check(
        &["Almaty declaration", "Alma Ata declaration"],
        &[
            "article.april-2024.p1",
            "article.background.p4",
            "article.lead.p5",
            "article.r261",
            "article.r262",
            "article.r96",
        ],
    );
    check(&["Four-day war", "April 2016 war"], &["letter.p64"]);
    check(&["July 2020 clashes"], &["letter.p64", "letter.p65"]);
}

/// What the table of events gives as the words of the texts stands there.
#[test]
fn names_of_events_are_those_of_the_texts() {
    let table = include_str!("../assets/annotations/events.txt");
    let named = table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('>'));
    let names: Vec<&str> = named.flat_map(|(_, names)| names.split(',').map(str::trim)).collect();
    assert!(names.len() > 10);
    for name in names {
        let results = search(&format!("\"{name}\""));
        assert!(results.complete > 0, "“{name}” stands nowhere");
    }
}

/// A word by which one account judges does not bring along the words of another.
#[test]
fn words_that_judge_are_not_joined() {
    for query in ["occupied", "liberated", "invasion", "genocide", "massacre", "terrorists", "capitulation", "ceded"] {
        for note in search(query).notes {
            let Note::Expanded { to, .. } = note else { continue };
            assert!(to.iter().all(|word| word[..4] == query[..4]), "{query}: {to:?}");
        }
    }
}

// Typing errors.

#[test]
fn typing_errors_are_corrected_and_said() {
    for (query, expected, finds) in [
        ("genoside risk", "genocide", "article.genocide-risk-for-armenians.p1"),
        ("Lachin corridoor checkpoint", "corridor", "article.current-situation.p1"),
        ("Xocali massacre", "khojaly", "letter.p8"),
        ("Qubadli", "gubadly", "letter.p25"),
    ] {
        let results = search(query);
        let said = results
            .notes
            .iter()
            .any(|note| matches!(note, Note::Corrected { to, .. } if to.iter().any(|word| word == expected)));
        assert!(said, "{query}: {:?}", results.notes);
        check_first(query, &[finds], 10);
    }
}

#[test]
fn words_that_stand_somewhere_are_left_alone() {
    for query in ["war", "mines", "occupied territories", "Azerbaijan's", "ceasefire"] {
        let notes = search(query).notes;
        assert!(
            notes.iter().all(|note| !matches!(note, Note::Corrected { .. } | Note::Unknown { .. })),
            "{query}: {notes:?}"
        );
    }
}

#[test]
fn what_stands_nowhere_is_said() {
    let results = search("xylophone");
    assert!(results.hits.is_empty() && results.total == 0);
    assert_eq!(results.notes, [Note::Unknown { word: "xylophone".into() }]);
    let results = search("xylophone Lavrov");
    assert!(results.notes.contains(&Note::Unknown { word: "xylophone".into() }));
    check_first("xylophone Lavrov", &["article.countries.p7"], 3);
}

// Dates.

#[test]
fn dates_in_any_form_find_the_same() {
    let expected = ids(&search("12 May 2021"));
    for query in ["May 12, 2021", "2021-05-12", "12/05/2021", "12.05.2021", "12th of May 2021"] {
        assert_eq!(ids(&search(query)), expected, "{query}");
    }
    let days = ["article.lead.p1", "article.may-2021.p1", "civil-15.p1", "civil-21.p3", "article.background.p8"];
    check_first("12 May 2021", &days, 10);
    check_first("27/09/2020", &["letter.p66", "civil-21.p1"], 5);
    check_first("november 2020", &["letter.p70", "civil-15.p2", "civil-21.p1", "stepanakert.p1"], 10);
    check_first("May 12, 1992", &["letter.p12"], 1);
}

#[test]
fn how_a_date_was_read_is_said() {
    let dates = |query: &str| -> Vec<(String, bool)> {
        let notes = search(query).notes;
        notes
            .iter()
            .filter_map(|note| match note {
                Note::Date { days, ambiguous, .. } => Some((days.earliest.unwrap().to_string(), *ambiguous)),
                _ => None,
            })
            .collect()
    };
    assert_eq!(dates("12/05/2021"), [("2021-05-12".to_owned(), true)]);
    assert_eq!(dates("27/09/2020"), [("2020-09-27".to_owned(), false)]);
}

/// Whoever learnt a name in Russian, Armenian or Azerbaijani letters types it so.
#[test]
fn names_are_found_in_the_letters_of_other_scripts() {
    for (typed, name) in [
        ("Карабах", "Karabakh"),
        ("Шуша", "Shusha"),
        ("Ереван", "Yerevan"),
        ("Пашинян", "Pashinyan"),
        ("Алиев", "Aliyev"),
        ("Азербайджан", "Azerbaijan"),
        ("Армения", "Armenia"),
        ("Кельбаджар", "Kalbajar"),
        ("Արցախ", "Artsakh"),
        ("Երևան", "Yerevan"),
        ("Սյունիք", "Syunik"),
        ("Ղարաբաղ", "Garabagh"),
        ("Հայաստան", "Armenia"),
        ("Ադրբեջան", "Azerbaijan"),
        ("Azərbaycan", "Azerbaijan"),
        ("Ermənistan", "Armenia"),
    ] {
        let results = search(typed);
        let found = results.hits.iter().flat_map(marked).any(|words| words.contains(name));
        assert!(found, "“{typed}” should find {name}: {:?}", results.notes);
    }
    // And what a reference has in them is found by the name as English writes it.
    assert!(search("Pashinyan").hits.iter().flat_map(marked).any(|words| words == "Пашинян"));
}

// Phrases and exclusion.

#[test]
fn phrases_stand_word_for_word() {
    let results = search("\"creeping annexation\"");
    assert_eq!(results.complete, 2);
    for hit in results.hits.iter().filter(|hit| hit.has == Has::All) {
        assert!(marked(hit).iter().any(|words| words.to_lowercase() == "creeping annexation"), "{:?}", marked(hit));
    }
    let results = search("\"occupied territories\"");
    assert!(results.complete > 3);
    assert!(results.hits.iter().filter(|hit| hit.has == Has::All).all(|hit| {
        let (document, passage) = of(hit);
        passage.text(&document.text).to_lowercase().contains("occupied territories")
    }));
}

#[test]
fn a_rare_phrase_is_loosened_and_that_is_said() {
    let results = search("\"Operation Revenge\"");
    assert!(results.notes.contains(&Note::Loosened { phrase: "Operation Revenge".into() }), "{:?}", results.notes);
    let complete: Vec<bool> = results.hits.iter().map(|hit| hit.has == Has::All).collect();
    assert!(complete.iter().any(|is| *is) && complete.iter().any(|is| !is));
    assert!(complete.is_sorted_by_key(|is| !is), "whole phrases first: {complete:?}");
}

#[test]
fn excluded_words_exclude() {
    let with = search("genocide");
    let without = search("genocide -lemkin");
    assert!(without.total < with.total && without.total > 0);
    for hit in &without.hits {
        let (document, passage) = of(hit);
        assert!(!passage.text(&document.text).to_lowercase().contains("lemkin"), "{}", passage.id);
    }
    let phrase = search("ceasefire -\"cessation of hostilities\"");
    assert!(phrase.total > 0 && phrase.total < search("ceasefire").total);
}

// Filters.

#[test]
fn typed_fields_narrow() {
    let all = search("Azerbaijan");
    for (field, keeps) in [
        ("in:letter", (|hit| of(hit).0.id == "letter") as fn(&Hit) -> bool),
        ("in:armenian", |hit| of(hit).0.account == "armenian"),
        ("kind:footnotes", |hit| of(hit).1.kind == BlockKind::Footnote),
        ("date:2021-05-12", |hit| !of(hit).1.times.is_empty() || of(hit).1.kind == BlockKind::Reference),
        ("voice:\"Human Rights Watch\"", |hit| {
            let stretches = &of(hit).1.speech;
            stretches
                .iter()
                .flat_map(|stretch| &stretch.voices)
                .any(|voice| voice.speaker.contains("rights-watch") || voice.speaker == "hrw")
        }),
    ] {
        let results = search(&format!("Azerbaijan {field}"));
        assert!(results.total > 0 && results.total < all.total, "{field}: {}", results.total);
        assert!(results.hits.iter().all(keeps), "{field}");
        let expected = all.hits.iter().filter(|hit| keeps(hit)).count();
        assert!(results.hits.len() <= expected, "{field}");
    }
    for (one, other) in [
        ("in:armenia", "in:armenian"),
        ("in:wikipedia", "in:article"),
        ("in:\"Letter to the UN\"", "in:letter"),
        ("kind:note", "kind:footnotes"),
        ("period:\"autumn 2020\"", "period:2020-war"),
        ("date:2021-05", "date:2021-05-01..2021-05-31"),
        ("date:2021-05", "date:\"May 2021\""),
    ] {
        let (a, b) = (ids(&search(one)), ids(&search(other)));
        assert!(!a.is_empty(), "{one}");
        assert_eq!(a, b, "{one}, {other}");
    }
    assert!(search("blockade place:artsakh").total > 0);
    assert_eq!(ids(&search("blockade place:artsakh")), ids(&search("blockade place:karabakh")));
    assert_eq!(ids(&search("killings voice:HRW")), ids(&search("killings voice:\"Human Rights Watch\"")));
}

#[test]
fn clicked_filters_are_those_that_are_typed() {
    let period = bundle().periods.iter().position(|period| period.id == "2020-war").unwrap();
    let account = bundle().accounts.iter().position(|account| account.id == "armenian").unwrap();
    let filters = Filters {
        periods: vec![period.try_into().unwrap()],
        accounts: vec![account.try_into().unwrap()],
        ..Filters::default()
    };
    assert_eq!(ids(&search_in("statement", &filters, 1000)), ids(&search("statement period:2020-war in:armenian")));
}

#[test]
fn filters_alone_list_what_they_let_through() {
    let results = search("in:stepanakert");
    assert_eq!(results.hits.len(), common::document("stepanakert").passages.len());
    assert_eq!(results.total as usize, results.hits.len());
}

#[test]
fn unknown_values_are_plain_words() {
    let results = search("place:atlantis war");
    assert!(results.notes.iter().any(|note| matches!(note, Note::Plain { fault: Fault::UnknownValue, .. })));
    assert!(results.total > 0);
    let results = search("\"open quote war");
    assert!(results.notes.iter().any(|note| matches!(note, Note::Plain { fault: Fault::OpenQuote, .. })));
    assert!(results.total > 0);
}

// Counts.

#[test]
fn counts_add_up() {
    for query in ["war", "ceasefire", "12 May 2021", "in:letter", "Karabakh -Artsakh"] {
        let results = search(query);
        assert_eq!(results.total, results.accounts.iter().sum::<u32>(), "{query}");
        assert_eq!(results.total as usize, results.hits.len(), "{query}");
        for (account, count) in results.accounts.iter().enumerate() {
            let of_account = results.of_account(account.try_into().unwrap()).count();
            assert_eq!(*count as usize, of_account, "{query}");
        }
        assert!(results.complete <= results.total);
        assert!(results.hits.is_sorted_by(|a, b| a.score >= b.score), "{query}");
    }
}

/// The periods of a passage are those under which the comparison sets it.
#[test]
fn periods_are_those_of_the_grid() {
    let grid: &Grid = common::grid();
    for (at, period) in bundle().periods.iter().enumerate() {
        let expected: usize = grid.rows[at].cells.iter().map(|cell| cell.entries.len()).sum();
        let results = search(&format!("period:{}", period.id));
        assert_eq!(results.total as usize, expected, "{}", period.id);
        assert_eq!(results.periods[at] as usize, expected, "{}", period.id);
    }
}

/// What has everything comes first in its account, and is there however little is asked for.
#[test]
fn what_has_everything_is_not_crowded_out() {
    let query = "Lachin corridor peacekeepers";
    let all = search(query);
    assert!(all.complete > 0 && all.complete < all.total, "{} of {}", all.complete, all.total);
    for account in 0..3 {
        let complete = all.of_account(account).filter(|hit| hit.has == Has::All).count();
        let few = search_in(query, &Filters::default(), complete.max(1));
        assert_eq!(few.of_account(account).filter(|hit| hit.has == Has::All).count(), complete, "{account}");
    }
}

/// Who searches for a word learns which passages have only one that is related to it, and misses none that has the word.
#[test]
fn a_related_word_is_not_the_word() {
    let results = search("corridor");
    let (all, related): (Vec<&Hit>, Vec<&Hit>) = results.hits.iter().partition(|hit| hit.has == Has::All);
    assert_eq!((all.len(), related.len()), (results.complete as usize, results.related as usize));
    assert_eq!(results.complete + results.related, results.total);
    let has_word = |hit: &&Hit| {
        let (document, passage) = of(hit);
        passage.text(&document.text).to_lowercase().contains("corridor")
    };
    assert!(!all.is_empty() && all.iter().all(has_word));
    assert!(!related.is_empty() && !related.iter().any(has_word));
    // However few are asked for, those that have the word are there.
    // A heading lends what it has, not more: "post" stands in one, and is only part of "outpost".
    let outposts = search("outpost");
    assert!(outposts.total > outposts.complete);
    for hit in outposts.hits.iter().filter(|hit| hit.has == Has::All) {
        let (document, passage) = of(hit);
        assert!(passage.text(&document.text).to_lowercase().contains("outpost"), "{}", passage.id);
    }
    for account in 0..3 {
        let with = all.iter().filter(|hit| hit.account == account).count();
        let few = search_in("corridor", &Filters::default(), with.max(1));
        assert_eq!(few.of_account(account).filter(|hit| hit.has == Has::All).count(), with, "{account}");
    }
}

/// What stands beside a snippet is of the snippet, not of something else that its passage says as well.
#[test]
fn a_hit_names_the_voice_and_the_time_of_what_was_found() {
    for query in ["genocidal act", "corridor", "war", "Lachin", "peace treaty", "Pashinyan"] {
        for hit in &search(query).hits {
            let (_, passage) = of(hit);
            let found = within(&hit.highlights, hit.snippet);
            for voice in hit.voices(passage) {
                let says = passage.speech.iter().any(|stretch| {
                    let is_said = found.iter().any(|found| found.intersect(stretch.range).is_some());
                    stretch.voices[0].speaker == voice && (is_said || found.is_empty())
                });
                assert!(says, "{query}: {voice} does not say it in {}", passage.id);
            }
            if let Some(range) = hit.time(passage).and_then(|time| time.range) {
                assert!(range.intersect(hit.snippet).is_some(), "{query}: another time in {}", passage.id);
            }
        }
    }
    // So it is read in the texts themselves.
    let annexation = search("\"creeping annexation\"");
    let avedissian = annexation.hits.iter().find(|hit| of(hit).1.id == "article.inaction-of-the-european-union.p2");
    assert_eq!(avedissian.map(|hit| hit.voices(of(hit).1)), Some(vec!["karena-avedissian"]));
    let dated = search("12 November 2021");
    let (document, passage) = of(&dated.hits[0]);
    let time = dated.hits[0].time(passage).and_then(|time| time.range);
    assert_eq!(time.map(|range| shown(document, passage, range)).as_deref(), Some("Between 12 and 15 November 2021"));
    let act = search("\"genocidal act\"");
    let (_, passage) = of(&act.hits[0]);
    assert!(!act.hits[0].voices(passage).contains(&"coe-committee-of-ministers"), "{}", passage.id);
}

/// A passage that has one word of an expression does not have the expression.
#[test]
fn a_part_is_not_everything() {
    let results = search("prisoners of war");
    assert!(results.complete > 0 && results.complete < results.total);
    for hit in results.hits.iter().filter(|hit| hit.has == Has::All) {
        assert!(marked(hit).iter().any(|words| !words.eq_ignore_ascii_case("war")), "{:?}", marked(hit));
    }
}

/// The best of each account are there, whatever else there is; and the first are the best of all.
#[test]
fn no_account_crowds_out_another() {
    let few = search_in("border", &Filters::default(), 3);
    let all = search("border");
    assert_eq!(ids(&few)[..3], ids(&all)[..3]);
    for account in 0..3 {
        assert!(few.of_account(account).count() <= 3);
        assert_eq!(few.of_account(account).count(), all.of_account(account).count().min(3));
    }
    assert_eq!((few.total, few.accounts, few.periods), (all.total, all.accounts, all.periods));
}

#[test]
fn titles_are_found() {
    let titles = search("trilateral statement").titles;
    assert!(titles.iter().any(|hit| matches!(hit.title, Title::Period(_))), "{titles:?}");
    let titles = search("letter permanent representative").titles;
    assert!(titles.iter().any(|hit| matches!(hit.title, Title::Document(_))), "{titles:?}");
}

// Highlights.

/// What is shown of a range: its bytes, but for markup between two runs of it.
fn shown(document: &Document, passage: &Passage, range: ByteRange) -> String {
    passage.pieces(&document.text, range).filter(|piece| piece.style.is_read()).map(|piece| piece.text).collect()
}

/// Longer words that a query with others in it is not searched for.
const SKIPPED: [&str; 12] =
    ["about", "because", "being", "other", "should", "their", "there", "these", "those", "through", "which", "without"];

/// Each passage is looked for by its own longest words: it is found, and each highlight holds one of them.
#[test]
fn every_passage_is_found_by_its_words_and_highlighted_where_they_stand() {
    for document in &bundle().documents {
        for passage in &document.passages {
            let text = passage.text(&document.text);
            let says = |word: &&str| word.len() > 4 && !SKIPPED.contains(&word.to_lowercase().as_str());
            let mut words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(says).collect();
            words.sort_by_key(|word| std::cmp::Reverse(word.len()));
            words.truncate(3);
            if words.is_empty() {
                continue;
            }
            let results = search_in(&format!("{} in:{}", words.join(" "), document.id), &Filters::default(), 1000);
            let Some(hit) = results.hits.iter().find(|hit| of(hit).1.id == passage.id) else {
                panic!("{}: not found by {words:?}", passage.id)
            };
            check_marks(hit);
            let told: String =
                hit.highlights.iter().map(|range| shown(document, passage, *range).to_lowercase()).collect();
            for word in &words {
                let head: String = word.to_lowercase().chars().take(3).collect();
                assert!(told.contains(&head), "{}: “{word}” in {told:?}", passage.id);
            }
        }
    }
}

/// Highlights lie in the passage, in order, apart, on whole words; so does the snippet.
fn check_marks(hit: &Hit) {
    let (document, passage) = of(hit);
    let span = passage.span();
    let mut end = span.start;
    for range in &hit.highlights {
        assert!(range.slice(&document.text).is_some_and(|text| !text.is_empty()), "{}: {range:?}", passage.id);
        assert!(range.start >= end && span.contains(*range), "{}: {range:?} in {span:?}", passage.id);
        end = range.end;
        let before = document.text[span.start as usize..range.start as usize].chars().next_back();
        let text = range.slice(&document.text).unwrap();
        let run_begins = passage.runs.iter().any(|run| run.range.start == range.start);
        let whole = before.is_none_or(|c| !c.is_alphanumeric() || c == 'ʼ');
        assert!(whole || run_begins, "{}: “{text}” behind {before:?}", passage.id);
    }
    assert!(span.contains(hit.snippet) && hit.snippet.slice(&document.text).is_some(), "{}", passage.id);
    let shows = hit.highlights.iter().any(|range| range.intersect(hit.snippet).is_some());
    assert!(hit.highlights.is_empty() || shows, "{}: the snippet shows nothing of what was found", passage.id);
    let pieces = pieces(document, passage, hit);
    let shown: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(shown, passage.text_in(&document.text, hit.snippet), "{}", passage.id);
    let found: String = pieces.iter().filter(|piece| piece.found).map(|piece| piece.text.as_str()).collect();
    let marked = within(&hit.highlights, hit.snippet).into_iter().map(|range| passage.text_in(&document.text, range));
    assert_eq!(found, marked.collect::<String>(), "{}", passage.id);
}

#[test]
fn highlights_are_right_for_all_kinds_of_queries() {
    for query in [
        "war",
        "Artsakh",
        "12 May 2021",
        "cease-fire",
        "\"prisoners of war\"",
        "Əskipara",
        "Armenia's border",
        "HRW report",
        "refugees",
        "S/2020/1104",
        "United States",
        "occupying forces withdrawal",
        "a",
        "the",
        "who shot first",
    ] {
        for hit in &search(query).hits {
            check_marks(hit);
        }
    }
}

#[test]
fn genitives_are_highlighted_without_their_ending() {
    let hit = search("\"territorial integrity\" Armenia in:civil-21").hits.into_iter().next().unwrap();
    assert!(marked(&hit).contains(&"Armenia"), "{:?}", marked(&hit));
}

#[test]
fn footnote_marks_are_no_words() {
    for document in &bundle().documents {
        for passage in &document.passages {
            for run in passage.runs.iter().filter(|run| run.style == Style::Mark) {
                let number = run.range.slice(&document.text).unwrap();
                let results = search(&format!("{number} in:{}", document.id));
                let hit = results.hits.iter().find(|hit| of(hit).1.id == passage.id);
                let inside = hit.is_some_and(|hit| hit.highlights.iter().any(|range| run.range.contains(*range)));
                assert!(!inside, "{}: mark {number}", passage.id);
            }
        }
    }
}

// Concordance.

fn lines(words: &str, sameness: Sameness) -> Vec<Line> {
    index().concordance(bundle(), words, sameness)
}

#[test]
fn a_concordance_has_every_place() {
    for word in ["ceasefire", "genocide", "annexation", "Artsakh"] {
        let expected: usize = bundle()
            .documents
            .iter()
            .flat_map(|document| {
                document.passages.iter().map(move |passage| passage.text(&document.text).to_lowercase())
            })
            .map(|text| {
                let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
                words.filter(|other| other.split('-').any(|part| part == word.to_lowercase())).count()
            })
            .sum();
        let found = lines(word, Sameness::Exact);
        // "cease-fire" is a "ceasefire", too.
        assert!(found.len() >= expected && expected > 0, "{word}: {} of {expected}", found.len());
        for line in &found {
            let document = &bundle().documents[line.document as usize];
            assert_eq!(line.range.slice(&document.text).unwrap().to_lowercase().replace('-', ""), word.to_lowercase());
        }
        assert_eq!(by_account(bundle(), &found).iter().sum::<u32>() as usize, found.len());
    }
}

/// A line is a stretch of its passage, as it is read.
#[test]
fn lines_are_verbatim() {
    let found = lines("occupying", Sameness::Stem);
    assert!(found.iter().any(|line| line.keyword == "occupied"));
    for line in found {
        let document = &bundle().documents[line.document as usize];
        let text = document.passages[line.passage as usize].text(&document.text);
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().concat();
        let joined = plain(&[line.left.as_str(), &line.keyword, &line.right].concat());
        assert!(plain(&text).contains(&joined), "{joined}");
    }
}

#[test]
fn phrases_have_a_concordance() {
    let found = lines("territorial integrity", Sameness::Exact);
    assert!(found.len() > 10);
    assert!(found.iter().all(|line| line.keyword.to_lowercase() == "territorial integrity"));
    assert!(lines("xylophone", Sameness::Stem).is_empty() && lines("", Sameness::Exact).is_empty());
}

#[test]
fn lines_are_sorted_outward_from_the_keyword() {
    let mut found = lines("occupied", Sameness::Exact);
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && word.is_ascii());
        words.map(str::to_lowercase).collect()
    };
    sort(bundle(), &mut found, Order::Right);
    let behind: Vec<Option<String>> = found.iter().map(|line| words(&line.right).first().cloned()).collect();
    assert!(behind.is_sorted() && behind.first() != behind.last(), "{behind:?}");
    sort(bundle(), &mut found, Order::Left);
    let before: Vec<Option<String>> = found.iter().map(|line| words(&line.left).last().cloned()).collect();
    assert!(before.is_sorted() && before.first() != before.last(), "{before:?}");
    sort(bundle(), &mut found, Order::Date);
    let days: Vec<_> = found.iter().map_while(|line| line.day).collect();
    assert!(days.is_sorted() && !days.is_empty());
    assert!(found[days.len()..].iter().all(|line| line.day.is_none()));
    sort(bundle(), &mut found, Order::Text);
    assert!(found.is_sorted_by_key(|line| (line.account, line.document, line.passage)));
    sort(bundle(), &mut found, Order::Document);
    let written = |line: &Line| bundle().documents[line.document as usize].written.days.earliest;
    assert!(found.is_sorted_by_key(written));
}

#[test]
fn a_concordance_becomes_a_table() {
    let found = lines("genocide", Sameness::Exact);
    let table = csv(bundle(), &found);
    assert_eq!(table.lines().next(), Some("account,document,passage,date,left,keyword,right"));
    // No context holds a line break of its own: each line is a row.
    assert_eq!(table.matches("\r\n").count(), found.len() + 1);
    assert!(table.ends_with("\r\n"));
}

// Any query at all.

fn check_any(query: &str) {
    let parsed = Query::parse(query);
    for range in parsed.fields.iter().map(|field| field.range).chain(parsed.faults.iter().map(|(_, range)| *range)) {
        assert!(range.slice(query).is_some(), "{query:?}: {range:?}");
    }
    let results = index().search(bundle(), &parsed, &Filters::default(), 5);
    for note in &results.notes {
        if let Note::Plain { range, .. } = note {
            assert!(range.slice(query).is_some(), "{query:?}: {range:?}");
        }
    }
    assert!(results.hits.iter().all(|hit| hit.score.is_finite() && hit.score > 0.0), "{query:?}");
    results.hits.iter().for_each(check_marks);
}

#[test]
fn odd_queries_do_no_harm() {
    let long = "occupied ".repeat(300);
    for query in [
        "",
        " ",
        "\"",
        "\"\"",
        "-",
        "--",
        "-\"",
        ":",
        "place:",
        "place:\"",
        "date:0000-00-00",
        "date:2021-13",
        "\u{0}",
        "ʼ",
        "İ",
        "ﬁ",
        "e\u{301}",
        "31/12/9999",
        "99999999999999999999",
        "29 February 2021",
        "a/b/c/d/e/f/g/h/i/j",
        "–",
        "« »",
        "in:letter in:article",
        "-war",
        "-the",
        "“”",
        &long,
    ] {
        check_any(query);
    }
}

#[test]
fn a_corpus_without_anything_is_searched() {
    let mut empty: Bundle = bundle().clone();
    empty.documents.clear();
    let index = Index::build(&empty);
    let results = index.search(&empty, &Query::parse("war 2020 \"phrase\" -x place:karabakh"), &Filters::default(), 10);
    assert!(results.hits.is_empty() && results.total == 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_query_panics(query in any::<String>()) {
        check_any(&query);
    }

    #[test]
    fn no_query_of_likely_parts_panics(parts in prop::collection::vec(prop::sample::select(vec![
        "\"", "-", "“", "”", "place:", "date:", "in:letter", "kind:", "12", "May", "2021", "/", "Karabakh", "cease", "fire",
        " ", " ", " ", "war", "ʼs", "’", "İ", "Əskipara", "..", "voice:hrw", "the", "who", "shot", "first", "(", ")",
    ]), 0..14)) {
        check_any(&parts.concat());
    }

    /// The words of any stretch of any passage, typed as a phrase, find that passage.
    #[test]
    fn any_stretch_is_found_as_a_phrase(at in any::<prop::sample::Index>(), from in 0_usize..60, count in 1_usize..6) {
        let passages: Vec<(&Document, &Passage)> = bundle().documents.iter()
            .flat_map(|document| document.passages.iter().map(move |passage| (document, passage))).collect();
        let (document, passage) = *at.get(&passages);
        let text = passage.text(&document.text);
        let words: Vec<&str> = text.split_whitespace().skip(from).take(count).collect();
        let typed = words.join(" ").replace(['"', '“', '”', '„', '«', '»'], "");
        prop_assume!(typed.chars().any(char::is_alphanumeric));
        let results = search(&format!("\"{typed}\""));
        let found = results.hits.iter().any(|hit| of(hit).1.id == passage.id && hit.has == Has::All);
        prop_assert!(found, "{}: “{typed}”", passage.id);
    }
}
