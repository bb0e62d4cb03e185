//! The bundle as JSON: its schema, its round trip, what its reader refuses, and that it holds each text once.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::sync::OnceLock;

use common::{bundle, root, sources};
use jsonschema::Validator;
use parallax::compile::compile;
use parallax::corpus::{Bundle, FORMAT, LoadError};
use serde_json::{Value, json};

const SCHEMA: &str = "assets/schema/corpus.v1.schema.json";

/// What editors write is read by people, who know documents and paragraphs, not ids.
#[test]
fn no_note_names_an_id() {
    fn notes<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
        match value {
            Value::Object(fields) => {
                let told = ["note", "reason", "observation"].iter().filter_map(|name| fields.get(*name)?.as_str());
                found.extend(told);
                fields.values().for_each(|value| notes(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| notes(value, found)),
            _ => {}
        }
    }
    let value: Value = serde_json::from_str(json()).unwrap();
    let mut found = Vec::new();
    notes(&value, &mut found);
    assert!(found.len() > 300, "{} notes", found.len());
    let words = |note: &'static str| note.split(|c: char| !c.is_alphanumeric() && c != '.' && c != '-');
    for note in found.into_iter().map(|note| &*note.to_owned().leak()) {
        for word in words(note).map(|word| word.trim_end_matches('.')) {
            let document = word.contains('-') && bundle().document(word).is_some();
            assert!(!document && bundle().passage(word).is_none(), "“{word}” is an id: {note}");
        }
    }
}

fn schema() -> Value {
    serde_json::from_str(&fs::read_to_string(root().join(SCHEMA)).unwrap()).unwrap()
}

fn validator() -> &'static Validator {
    static VALIDATOR: OnceLock<Validator> = OnceLock::new();
    VALIDATOR.get_or_init(|| jsonschema::draft202012::new(&schema()).unwrap())
}

fn json() -> &'static str {
    static JSON: OnceLock<String> = OnceLock::new();
    JSON.get_or_init(|| serde_json::to_string(bundle()).unwrap())
}

/// The bundle with its two shortest documents only: what is broken in it is found sooner.
fn short() -> &'static Value {
    static SHORT: OnceLock<Value> = OnceLock::new();
    SHORT.get_or_init(|| {
        let mut value: Value = serde_json::from_str(json()).unwrap();
        let documents = value["documents"].as_array_mut().unwrap();
        documents.retain(|document| document["id"] == "civil-15" || document["id"] == "letter");
        assert_eq!(documents.len(), 2);
        for joining in ["homonyms", "claims", "figures", "sources", "relations", "remarks"] {
            assert!(value.as_object_mut().unwrap().remove(joining).is_some(), "{joining}");
        }
        value
    })
}

// The schema.

#[test]
fn the_schema_is_one() {
    let schema = schema();
    jsonschema::draft202012::meta::validate(&schema)
        .unwrap_or_else(|error| panic!("{}: {error}", error.instance_path()));
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["properties"]["format"]["const"], FORMAT, "the schema describes the format that is written");
    assert!(SCHEMA.contains(&format!(".v{FORMAT}.")));
}

/// Whoever reads the schema finds what every property is, and no object takes properties that are not described.
#[test]
fn the_schema_describes_every_property() {
    fn walk(value: &Value, path: &str) {
        if let Some(properties) = value.get("properties").and_then(Value::as_object)
            && value.get("type").is_some()
        {
            assert_eq!(value["additionalProperties"], false, "{path} takes anything");
            for (name, property) in properties {
                assert!(property["description"].is_string(), "{path}/{name} has no description");
            }
        }
        match value {
            Value::Object(members) => members.iter().for_each(|(key, value)| walk(value, &format!("{path}/{key}"))),
            Value::Array(members) => {
                members.iter().enumerate().for_each(|(i, value)| walk(value, &format!("{path}/{i}")))
            }
            _ => {}
        }
    }
    walk(&schema(), "");
}

#[test]
fn the_bundle_fits_the_schema() {
    let value: Value = serde_json::from_str(json()).unwrap();
    let errors: Vec<String> = (validator().iter_errors(&value))
        .take(5)
        .map(|error| format!("{}: {}", error.instance_path(), error.masked()))
        .collect();
    assert_eq!(errors, [] as [String; 0]);
    assert!(validator().is_valid(short()), "what is broken below is whole before");
}

/// Breaks the value at a JSON pointer, and expects the schema to refuse it at the place `found`.
fn check_refused(pointer: &str, found: &str, damage: impl FnOnce(&mut Value)) {
    let mut value = short().clone();
    damage(value.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")));
    let places: Vec<String> =
        validator().iter_errors(&value).map(|error| error.instance_path().as_str().to_owned()).collect();
    assert!(places.iter().any(|place| place == found), "{pointer}: expected a fault at {found:?}, found {places:?}");
}

fn check_needs(pointer: &str, member: &str) {
    check_refused(pointer, pointer, |value| {
        value.as_object_mut().unwrap().remove(member).unwrap_or_else(|| panic!("{pointer} has no {member}"));
    });
}

fn check_refuses(pointer: &str, value: Value) {
    check_refused(pointer, pointer, |place| *place = value);
}

#[test]
fn missing_members_are_refused() {
    for member in ["format", "title", "edited", "about", "teachers", "method", "accounts", "documents", "periods"] {
        check_needs("", member);
    }
    let document = [
        "id",
        "account",
        "title",
        "issuer",
        "written",
        "kind",
        "language",
        "licence",
        "provenance",
        "lacks",
        "file",
        "sha256",
        "text",
        "blocks",
        "passages",
    ];
    for member in document {
        check_needs("/documents/0", member);
    }
    for member in ["id", "kind", "at", "runs"] {
        check_needs("/documents/0/passages/5", member);
    }
    for member in ["id", "title", "short", "edtf", "days", "begins", "ends"] {
        check_needs("/periods/0", member);
    }
    for member in ["id", "name", "short", "documents"] {
        check_needs("/accounts/0", member);
    }
    for member in ["document", "periods", "reason", "words"] {
        check_needs("/purposes/0", member);
    }
    check_needs("/documents/0/written", "stated");
    check_needs("/documents/0/written", "days");
    check_needs("/documents/0/passages/11/times/0", "days");
    check_needs("/documents/0/issuer", "grounds");
    check_needs("/documents/0/licence", "note");
}

#[test]
fn members_that_are_not_described_are_refused() {
    for pointer in [
        "",
        "/accounts/0",
        "/method/0",
        "/documents/0",
        "/documents/0/title",
        "/documents/0/issuer",
        "/documents/0/written",
        "/documents/0/licence",
        "/documents/0/passages/11",
        "/documents/0/passages/11/times/0",
        "/periods/0",
        "/purposes/0",
    ] {
        check_refused(pointer, pointer, |value| {
            value.as_object_mut().unwrap().insert("extra".into(), json!(1));
        });
    }
}

#[test]
fn wrong_kinds_and_forms_are_refused() {
    check_refuses("/format", json!(2));
    check_refuses("/format", json!("1"));
    check_refuses("/title", json!(""));
    check_refuses("/edited", json!("21 November 2026"));
    check_refuses("/accounts", json!([]));
    check_refuses("/accounts/0/id", json!("Azerbaijani account"));
    check_refuses("/periods/0/edtf", json!("1992"));
    check_refuses("/purposes/0/periods", json!([]));
    check_refuses("/documents/0/sha256", json!("e4da156d"));
    check_refuses("/documents/0/language", json!("English (UK)"));
    check_refuses("/documents/0/file", json!("../letter.txt"));
    check_refuses("/documents/0/lacks", json!("nothing"));
    check_refuses("/documents/0/written/stated", json!("yes"));
    check_refuses("/documents/0/blocks/0/0", json!("poem"));
    check_refuses("/documents/0/blocks/0/1", json!(0));
    check_refuses("/documents/0/blocks/0/1", json!(-1));
    check_refuses("/documents/0/blocks/0/1", json!(1.5));
    check_refuses("/documents/0/blocks/0", json!(["blank", 1]));
    check_refuses("/documents/0/blocks/0", json!(["blank", 1, null, null]));
    check_refuses("/documents/0/passages/0/kind", json!("poem"));
    check_refuses("/documents/0/passages/0/kind", json!("page-break"));
    check_refuses("/documents/0/passages/0/id", json!("letter"));
    check_refuses("/documents/0/passages/0/id", json!("letter.a b"));
    check_refuses("/documents/0/passages/0/at", json!(4_294_967_296_u64));
    check_refuses("/documents/0/passages/0/runs", json!([]));
    check_refuses("/documents/0/passages/0/runs/0", json!([0, 5, "plain"]));
    check_refuses("/documents/0/passages/0/runs/0/2", json!("bold"));
    check_refuses("/documents/0/passages/0/runs/0/3", json!("tab"));
    check_refuses("/documents/0/passages/11/times/0/edtf", json!("May 1992"));
    check_refuses("/documents/0/passages/11/times/0/days/0", json!("1992-02-01"));
    check_refuses("/documents/0/passages/11/times/0/days/1", json!(1992));
    check_refuses("/documents/0/passages/11/times/0/days", json!([19_920_201]));
    for (member, value) in [("basis", "guess"), ("modality", "hope"), ("edtf", "")] {
        let time = "/documents/0/passages/11/times/0";
        check_refused(time, &format!("{time}/{member}"), |found| found[member] = json!(value));
    }
}

#[test]
fn contradictions_are_refused() {
    // A level belongs to headings, and each heading has one.
    let headed = "/documents/0/passages/10";
    assert_eq!(short().pointer(headed).unwrap()["kind"], "heading");
    check_needs(headed, "level");
    check_refused("/documents/0/passages/11", "/documents/0/passages/11", |value| value["level"] = json!(2));
    check_refused("/documents/0/blocks/0", "/documents/0/blocks/0/2", |value| *value = json!(["blank", 1, 2]));
    check_refused("/documents/0/blocks/0", "/documents/0/blocks/0/2", |value| *value = json!(["heading", 1, null]));
    // Times, or a reason for having none.
    check_refused("/documents/0/passages/11", "/documents/0/passages/11", |value| value["undated"] = json!("formal"));
    // A date that rests on words has them.
    check_needs("/documents/0/passages/11/times/0", "words");
    // Fields belong to references.
    check_refused("/documents/0/passages/11", "/documents/0/passages/11/kind", |value| {
        value["fields"] = json!([["title", 0, 5, null]]);
    });
}

// The round trip.

#[test]
fn the_bundle_reads_back_as_it_was_written() {
    let read = Bundle::from_json(json()).unwrap();
    assert_eq!(&read, bundle());
    assert!(serde_json::to_string(&read).unwrap() == json(), "written again, it differs");
    assert_eq!(read.format, FORMAT);
}

#[test]
fn compiling_twice_gives_the_same_bytes() {
    let compiled = || serde_json::to_string(&compile(&sources()).unwrap()).unwrap();
    assert!(compiled() == compiled());
    assert!(compiled() == json());
}

#[test]
fn white_space_in_the_json_means_nothing() {
    let value: Value = serde_json::from_str(json()).unwrap();
    let pretty = serde_json::to_string_pretty(&value).unwrap();
    assert_eq!(Bundle::from_json(&pretty).as_ref(), Ok(bundle()));
}

#[test]
fn what_is_looked_up_is_found() {
    let bundle = bundle();
    assert_eq!(bundle.document("letter").map(|d| d.account.as_str()), Some("azerbaijani"));
    assert_eq!(bundle.account("armenian").map(|a| a.documents.len()), Some(3));
    assert_eq!(bundle.period("2020-war").map(|p| p.edtf.as_str()), Some("2020-09-27/2020-11-10"));
    let (document, passage) = bundle.passage("article.may-2021.p3").unwrap();
    assert_eq!((document.id.as_str(), passage.id.as_str()), ("article", "article.may-2021.p3"));
    for id in ["", "letter", "letter.", "letter.p0", "letter.p999", "nobody.p1", ".", "article.p1"] {
        assert!(bundle.passage(id).is_none(), "{id}");
    }
}

// What the reader refuses.

fn check_damaged(json: &str, line: usize, column: usize, reason: &str) {
    match Bundle::from_json(json) {
        Err(LoadError::Damaged { line: l, column: c, reason: r }) => {
            assert_eq!((l, c), (line, column), "{r}");
            assert!(r.contains(reason), "{r}");
        }
        other => panic!("expected damage at {line}:{column}, found {:?}", other.err()),
    }
}

fn check_misfit(json: &str, place: &str) {
    match Bundle::from_json(json) {
        Err(LoadError::Misfit { place: found }) => assert_eq!(found, place),
        other => panic!("expected a misfit at {place}, found {:?}", other.err()),
    }
}

#[test]
fn damage_is_told_with_its_place() {
    check_damaged("", 1, 0, "EOF while parsing");
    check_damaged("{", 1, 1, "EOF while parsing");
    check_damaged("<!doctype html>", 1, 1, "expected value");
    check_damaged(&json()[..json().len() / 2], 1, json().len() / 2, "EOF while parsing");
    let trailing = format!("{}{{}}", json());
    check_damaged(&trailing, 1, json().len() + 1, "trailing characters");
}

/// The first value that does not fit is named by its path.
#[test]
fn what_does_not_fit_is_told_with_its_path() {
    check_misfit("[]", ": expected an object");
    check_misfit("{\"format\": 1}", "title: expected a string");
    check_misfit("{\"format\": 1, \"title\": 7}", "title: expected a string");
    let check = |pointer: &str, wrong: Value, place: &str| {
        let mut value: Value = serde_json::from_str(json()).unwrap();
        *value.pointer_mut(pointer).unwrap() = wrong;
        check_misfit(&value.to_string(), place);
    };
    check(
        "/documents/0/passages/3/runs/0",
        json!([0, 1]),
        "documents.0.passages.3.runs.0: expected an array, of the right length",
    );
    check("/documents/1/written/stated", json!("yes"), "documents.1.written.stated: expected true or false");
    check("/periods/2/days", json!([-1, 2]), "periods.2.days: expected a whole number");
    check("/claims/0/answers/0/range", Value::Null, "claims.0.answers.0.range: expected an array, of the right length");
    let blocks = json!([["blanc", 1, null]]);
    let names = "heading, paragraph, quotation, attribution, list-item, footnote, reference, caption, infobox, signature, \
                 signatory, letterhead, hatnote, navigation, page-break, blank";
    check("/documents/0/blocks", blocks, &format!("documents.0.blocks.0: expected one of {names}"));
    check("/about", json!({}), "about: expected an array, of the right length");
    let unknown = json!({"id": "a", "name": "A", "short": "A", "documents": [], "colour": "red"});
    check("/accounts/0", unknown, "accounts.0: expected no field “colour”");
}

#[test]
fn another_format_is_told_by_its_number() {
    let check = |json: &str, found: u64| {
        assert_eq!(Bundle::from_json(json), Err(LoadError::OtherFormat { found }));
    };
    check("{\"format\": 2}", 2);
    check("{\"format\": 0, \"what\": [\"was\", \"before\"]}", 0);
    check(&json().replacen("\"format\":1", "\"format\":2", 1), 2);
    let told = LoadError::OtherFormat { found: 2 }.to_string();
    assert_eq!(told, "the bundle has format 2, this app reads format 1");
}

#[test]
fn a_bundle_without_accounts_or_documents_is_refused() {
    for member in ["accounts", "documents"] {
        let mut bundle = short().clone();
        bundle[member] = json!([]);
        assert_eq!(Bundle::from_json(&bundle.to_string()).err(), Some(LoadError::Empty), "no {member}");
    }
}

/// Breaks a number in the letter, and expects the passage to be named.
fn check_range(passage: &str, pointer: &str, value: Value) {
    let mut bundle = short().clone();
    let passages = bundle["documents"][0]["passages"].as_array_mut().unwrap();
    let found = passages.iter_mut().find(|found| found["id"] == passage).unwrap();
    *found.pointer_mut(pointer).unwrap_or_else(|| panic!("{passage} has no {pointer}")) = value;
    let read = Bundle::from_json(&bundle.to_string());
    assert_eq!(read.err(), Some(LoadError::Range { passage: passage.to_owned() }), "{pointer}");
}

#[test]
fn ranges_outside_the_text_are_refused() {
    assert!(Bundle::from_json(&short().to_string()).is_ok(), "what is broken below is whole before");
    check_range("letter.p11", "/at", json!(54_401));
    check_range("letter.p11", "/at", json!(u32::MAX));
    check_range("letter.p11", "/runs/0/1", json!(60_000));
    check_range("letter.p11", "/runs/0/1", json!(u32::MAX));
    check_range("letter.p11", "/runs/0/0", json!(u32::MAX));
    check_range("letter.p11", "/sentences/1/0", json!(60_000));
    check_range("letter.p11", "/sentences/1/1", json!(u32::MAX));
    check_range("letter.p11", "/times/0/words/0", json!(60_000));
    check_range("letter.p11", "/times/0/words/1", json!(u32::MAX));
}

#[test]
fn ranges_that_cut_a_character_are_refused() {
    // “On 9 May 1992, the city of Shusha in Daghlyq Garabagh –”: the dash has three bytes.
    let (letter, passage) = common::passage("letter.p11");
    let dash = letter.text[passage.span().start as usize..].find('–').unwrap();
    check_range("letter.p11", "/runs/0/1", json!(dash + 1));
    check_range("letter.p11", "/times/0/words", json!([dash + 2, 1]));
    check_range("letter.p11", "/sentences/0", json!([0, dash + 1]));
    assert_eq!(
        LoadError::Range { passage: "letter.p11".into() }.to_string(),
        "passage letter.p11 points outside its document"
    );
}

/// The view of an original is set from the blocks: a tiling that does not fit would leave bytes of it unseen.
#[test]
fn a_tiling_that_does_not_fit_its_text_is_refused() {
    let check = |what: &str, damage: &dyn Fn(&mut Vec<Value>)| {
        let mut bundle = short().clone();
        damage(bundle["documents"][1]["blocks"].as_array_mut().unwrap());
        assert!(Bundle::from_json(&bundle.to_string()).is_err(), "a tiling that {what} is taken");
    };
    check("ends before the text", &|blocks| {
        blocks.pop();
    });
    check("goes on behind the text", &|blocks| blocks.push(json!(["blank", 1, null])));
    check("is longer than any text", &|blocks| blocks.push(json!(["blank", u32::MAX, null])));
    // A signatory begins with “, which has three bytes: the line end before it takes the first of them.
    let statement = common::document("civil-15");
    let quoted = |block: &parallax::corpus::Block| block.range.slice(&statement.text).unwrap().starts_with('“');
    let at = statement.blocks.iter().position(quoted).unwrap();
    check("cuts a character", &|blocks| {
        for (block, by) in [(at - 1, 1), (at, -1)] {
            blocks[block][1] = json!(blocks[block][1].as_i64().unwrap() + by);
        }
    });
}

// One copy of each text.

const STRETCH: usize = 80;

/// Every string of a value with the path to it, its keys included.
fn strings<'a>(value: &'a Value, path: &str, found: &mut Vec<(String, &'a str)>) {
    match value {
        Value::String(text) => found.push((path.to_owned(), text)),
        Value::Array(members) => members.iter().for_each(|member| strings(member, &format!("{path}/*"), found)),
        Value::Object(members) => members.iter().for_each(|(key, member)| {
            found.push((path.to_owned(), key));
            strings(member, &format!("{path}/{key}"), found);
        }),
        _ => {}
    }
}

/// Every stretch of 80 characters.
fn stretches(text: &str) -> impl Iterator<Item = &str> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    (STRETCH..starts.len()).map(move |end| &text[starts[end - STRETCH]..starts[end]]).collect::<Vec<_>>().into_iter()
}

/// A text without what it quotes in its quotation marks: an editor may quote a line, not a paragraph.
fn without_quotations(text: &str) -> String {
    let mut parts = text.split('“');
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('”') {
            Some((quoted, behind)) if quoted.chars().count() <= QUOTED_AT_MOST => rest.push_str(behind),
            _ => rest.push_str(part),
        }
    }
    rest
}

const QUOTED_AT_MOST: usize = 150;

/// Passages are ranges of the originals. A bundle that also held their words would be one that could contradict itself.
#[test]
fn no_text_stands_in_the_bundle_twice() {
    let value: Value = serde_json::from_str(json()).unwrap();
    let originals: BTreeSet<&str> = bundle().documents.iter().flat_map(|document| stretches(&document.text)).collect();
    let mut all = Vec::new();
    strings(&value, "", &mut all);
    let mut texts = 0;
    for (path, text) in all {
        match path.as_str() {
            "/documents/*/text" => texts += 1,
            // A title is metadata, though two of them are long.
            "/documents/*/title/text" => {}
            "/purposes/*/words" | "/speakers/*/office" => {
                assert!(text.chars().count() <= QUOTED_AT_MOST, "{path} quotes too much: {text}")
            }
            _ => {
                let own = without_quotations(text);
                let copied = stretches(&own).find(|stretch| originals.contains(stretch));
                assert_eq!(copied, None, "{path} copies an original");
            }
        }
    }
    assert_eq!(texts, bundle().documents.len());
    assert!(originals.len() > 200_000, "{} stretches were compared", originals.len());
}
