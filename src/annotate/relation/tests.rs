//! Tiny cases for each rule of the engine, with their counter-cases.

use std::borrow::Cow;

use super::text::Reader;
use super::*;
use crate::corpus::{Interval, RelationKind, interval};

const LEXICON: &str = r#"{
  "note": "for tests",
  "concepts": [
    {"id": "aggression", "label": "Aggression", "cues": ["aggression", "aggressive"]},
    {"id": "crossing", "label": "Crossing", "cues": ["crossed & border", "cross & armenia/azerbaijan"]},
    {"id": "force", "label": "Force", "cues": ["=force"]},
    {"id": "rights", "label": "Rights", "cues": ["human rights", "!court human rights"]},
    {"id": "roads", "label": "Roads", "weight": 1.8, "cues": ["road", "highway"]},
    {"id": "prisoners", "label": "Prisoners", "weight": 2.8, "cues": ["prisoners", "detainees"]}
  ]
}"#;

fn lexicon() -> Lexicon {
    Lexicon::from_json(LEXICON).expect("the tests' lexicon reads")
}

fn days(edtf: &str) -> Interval {
    interval(edtf).expect("the tests' dates parse")
}

fn subject<'a>(account: &'a str, text: &'a str, times: &[&str]) -> Subject<'a> {
    let times = times.iter().map(|edtf| days(edtf)).collect();
    Subject { account, document: account, running: true, text: Cow::Borrowed(text), times, ..Subject::default() }
}

/// These subjects among sixty that have nothing to do with them or with each other: what two share is rare.
fn among_many(subjects: Vec<Subject<'_>>) -> Index {
    relate(&with_many(subjects), &lexicon())
}

fn with_many(mut subjects: Vec<Subject<'_>>) -> Vec<Subject<'_>> {
    for n in 0..60 {
        let text: String = (0..40).map(|word| format!("wave{n}moss{word} ")).collect();
        subjects.push(Subject { text: Cow::Owned(text), ..subject("third", "", &[]) });
    }
    subjects
}

// Text.

#[test]
fn words_keep_what_holds_them_together() {
    let check = |text: &str, expected: &[&str]| {
        let words: Vec<String> = Reader::new().tokens(text).into_iter().map(|token| token.word).collect();
        assert_eq!(words, expected, "{text}");
    };
    check("The co-chairs’ U.S. envoy", &["co-chairs", "u.s", "envoy"]);
    check("Armeniaʼs “border” – 3.5 km", &["armenia", "border", "3.5", "km"]);
    check("of the and", &[]);
    check("", &[]);
    check("’’ -- ..", &[]);
}

#[test]
fn sentences_end_at_a_mark_and_a_space() {
    let check = |text: &str, expected: &[usize]| {
        let found: Vec<usize> = Reader::new().tokens(text).into_iter().map(|token| token.sentence).collect();
        assert_eq!(found, expected, "{text}");
    };
    check("Roads closed. Villages cut", &[0, 0, 1, 1]);
    check("“Roads closed.” Villages cut", &[0, 0, 1, 1]);
    check("about 3.5 km", &[0, 0]);
    check("roads, villages", &[0, 0]);
}

// Topics.

#[test]
fn topics_are_found_by_their_cues() {
    let lexicon = lexicon();
    let check = |text: &str, expected: &[&str]| {
        let topics = lexicon.topics(&Reader::new().tokens(text));
        let found: Vec<&str> = topics.keys().map(|&topic| lexicon.id(topic)).collect();
        assert_eq!(found, expected, "{text}");
    };
    check("the highways were closed", &["roads"]);
    check("the use of force", &["force"]);
    check("the armed forces", &[]);
    check("soldiers crossed the state border", &["crossing"]);
    check("soldiers crossed. The border", &[]);
    check("human rights", &["rights"]);
    check("the European Court of Human Rights", &[]);
    check("the Court of Human Rights spoke of human rights", &["rights"]);
    check("", &[]);
}

#[test]
fn a_lexicon_that_says_nothing_is_refused() {
    let check = |from: &str, to: &str, told: &str| {
        let error = Lexicon::from_json(&LEXICON.replace(from, to)).map(|_| ()).expect_err("it is refused");
        assert!(error.to_string().contains(told), "{error}");
    };
    check("\"road\", \"highway\"", "\"of the\"", "“of”");
    check("\"highway\"", "\"road & cut off\"", "counts on “off”");
    check("\"highway\"", "\"road/in sight\"", "counts on “in”");
    check("\"road\", \"highway\"", "\"road & & way\"", "cannot be read");
    check("\"roads\"", "\"rights\"", "“rights” stands twice");
    check("1.8", "0", "weight 0");
    check("\"note\"", "\"nota\"", "nota");
}

// Relations.

#[test]
fn what_is_told_of_one_day_and_place_is_one_event() {
    let check = |a: &str, at: &str, b: &str, then: &str, expected: RelationKind| {
        let index = among_many(vec![subject("one", a, &[at]), subject("other", b, &[then])]);
        let found = index.ranked(0, 1);
        assert_eq!(found.first().map(|related| related.relation), Some(expected), "{a} / {b}");
    };
    let (day, year) = ("2020-09-27", "1992");
    let prisoners = "Prisoners and detainees were freed.";
    check(prisoners, day, "Detainees were freed.", day, RelationKind::SameEvent);
    check(prisoners, day, "The prisoners and detainees came home.", year, RelationKind::SameTopic);
    // That one denies what the other says, or says it of the other side, takes a reader.
    let (ours, theirs) = ("Armenia’s aggression began.", "There was no aggression by Armenia.");
    check(ours, day, theirs, day, RelationKind::SameEvent);
}

#[test]
fn grounds_say_what_is_shared() {
    let mut a = subject("one", "Prisoners were freed near the spruce road of spruce.", &["2021-05"]);
    let mut b = subject("other", "Detainees on the spruce highway, by spruce.", &["2021-05-12/2031"]);
    (a.places, b.places) = (vec!["shusha"], vec!["shusha"]);
    (a.voices, b.voices) = (vec!["osce"], vec!["osce"]);
    let found = among_many(vec![a, b]).ranked(0, 5);
    assert_eq!(found.len(), 1, "{found:?}");
    let told: Vec<(&str, &str)> = found[0].grounds.iter().map(|g| (g.kind.name(), g.what.as_str())).collect();
    for ground in [
        ("topic", "prisoners"),
        ("topic", "roads"),
        ("place", "shusha"),
        ("voice", "osce"),
        ("date", "2021-05-12/2021-05-31"),
        ("words", "spruce"),
    ] {
        assert!(told.contains(&ground), "{ground:?} in {told:?}");
    }
}

#[test]
fn days_that_no_text_names_are_no_ground() {
    let told = |present: bool| {
        let a = subject("one", "Prisoners and detainees.", &["2021-06-23"]);
        let mut b = subject("other", "Detainees and prisoners.", &["2021-06"]);
        if present {
            b.present = std::mem::take(&mut b.times);
        }
        let found = among_many(vec![a, b]).ranked(0, 1);
        (found[0].score, found[0].relation, found[0].grounds.iter().any(|ground| ground.kind == GroundKind::Date))
    };
    let ((one, event, named), (other, topic, unnamed)) = (told(false), told(true));
    assert_eq!((event, named, topic, unnamed), (RelationKind::SameEvent, true, RelationKind::SameTopic, false));
    assert!((one - other).abs() < f64::EPSILON, "it brings them as near");
}

#[test]
fn topics_of_one_family_bring_nearer_and_are_not_named() {
    let family = |topics: &str| {
        let lexicon = LEXICON.replace(
            "\"concepts\":",
            &format!("\"families\": [{{\"id\": \"family\", \"topics\": {topics}}}], \"concepts\":"),
        );
        Lexicon::from_json(&lexicon)
    };
    let subjects = with_many(vec![
        subject("one", "Prisoners on the road, by the highway.", &["2021-05-12"]),
        subject("other", "Human rights, and a highway: roads.", &["2021-05-12"]),
    ]);
    let check = |topics: &str, nearer: bool| {
        let lexicon = family(topics).expect("the family is of the lexicon's topics");
        let (with, without) = (relate(&subjects, &lexicon), relate(&subjects, &self::lexicon()));
        assert_eq!(with.score(0, 1) > without.score(0, 1), nearer, "{topics}");
        let grounds = with.ranked(0, 1).into_iter().flat_map(|related| related.grounds);
        let topics: Vec<String> =
            grounds.filter(|ground| ground.kind == GroundKind::Topic).map(|ground| ground.what).collect();
        assert_eq!(topics, ["roads"]);
    };
    check(r#"["prisoners", "rights"]"#, true);
    check(r#"["aggression", "force"]"#, false);
    let error = family(r#"["prisoners", "lakes"]"#).map(|_| ()).expect_err("lakes are no topic");
    assert!(error.to_string().contains("lakes"), "{error}");
}

#[test]
fn notes_lend_topics_but_no_figures() {
    let lexicon = LEXICON.replace("\"detainees\"", "\"detainees\", \"july 2020\"");
    let lexicon = Lexicon::from_json(&lexicon).expect("the tests' lexicon reads");
    let check = |notes: &'static str, expected: usize| {
        let noted = Subject { notes: Cow::Borrowed(notes), ..subject("one", "They wrote a letter.", &[]) };
        let other = subject("other", "Prisoners and detainees, prisoners and detainees.", &[]);
        let mut subjects = vec![noted, other];
        for n in 0..60 {
            let text: String = (0..40).map(|word| format!("wave{n}moss{word} ")).collect();
            subjects.push(Subject { text: Cow::Owned(text), ..subject("third", "", &[]) });
        }
        assert_eq!(relate(&subjects, &lexicon).ranked(0, 9).len(), expected, "{notes}");
    };
    check("On the prisoners, the prisoners and the detainees.", 1);
    check("Letter of 14 July 2020; letter of 20 July 2020; letter of 29 July 2020.", 0);
}

#[test]
fn an_account_with_much_to_say_leaves_room() {
    let matter = "Prisoners and detainees, prisoners and detainees, on the road.";
    let mut subjects = vec![subject("one", matter, &[])];
    subjects.extend((0..30).map(|_| subject("other", matter, &[])));
    subjects.push(subject("third", "Prisoners and detainees, prisoners and detainees.", &[]));
    let index = among_many(subjects);
    let found = index.ranked(0, 40);
    assert_eq!(found.first().map(|related| related.subject), Some(31), "the only one of its account stands first");
    assert!(found[0].score < found[1].score, "though another is closer");
    assert!(found[1..].windows(2).all(|pair| pair[0].score >= pair[1].score));
}

#[test]
fn nothing_is_invented() {
    let subjects = [
        subject("one", "We hereby state that:", &["2021-05-12"]),
        subject("other", "The lake seen from the mountain.", &["2021-05-12"]),
        subject("other", "", &[]),
    ];
    let index = relate(&subjects, &lexicon());
    for of in 0..5 {
        assert_eq!(index.ranked(of, 9), []);
    }
    assert_eq!(relate(&[], &lexicon()).ranked(0, 9), []);
}

#[test]
fn what_is_no_running_text_is_asked_but_never_answers() {
    let mut note = subject("one", "Prisoners and detainees.", &[]);
    note.running = false;
    let index = among_many(vec![note, subject("other", "Prisoners, prisoners and detainees.", &[])]);
    assert_eq!(index.ranked(0, 9).iter().map(|related| related.subject).collect::<Vec<_>>(), [1]);
    assert_eq!(index.ranked(1, 9), []);
}
