//! The notebook: words that are found again when a text changes, the laws of merging, undo, every file out and in, and
//! files that nobody should have written.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::sync::OnceLock;

use common::{bundle, document, passage, root};
use parallax::corpus::{ByteRange, Document, Join, Style, segments};
use parallax::csv;
use parallax::notebook::light::{Block, blocks, escaped, plain, quotation};
use parallax::notebook::{
    Address, Asked, BYTES_AT_MOST, CATEGORIES, Category, Change, DEPTH_AT_MOST, FAULTS_AT_MOST, FORMAT, Fault,
    Highlight, History, ITEMS_AT_MOST, Imported, Moment, Notebook, Part, Place, Problem, Prompt, Refusal, Register,
    Selector, Sign, Slot, Span, Target, import, json, json_ld, markdown, marked, misquoted, selected, shown, stored,
    table,
};
use parallax::words::notebook as words;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const APP: Address = Address("https://example.org/parallax/");
const SCHEMA: &str = "assets/schema/notebook.v1.schema.json";

fn at(milliseconds: u64) -> Moment {
    Moment::new(1_600_000_000_000 + milliseconds)
}

fn ld(notebook: &Notebook) -> String {
    json_ld(notebook, APP, &|id| words::category(id).to_owned())
}

fn read(text: &str) -> Imported {
    import(text.as_bytes(), at(1_000)).unwrap_or_else(|refusal| panic!("{refusal:?}"))
}

// Quotations in the reader's account.

/// What the app quotes stands so, whatever words are chosen; with one word changed it is told which.
#[test]
fn a_quotation_is_held_against_its_passage() {
    for document in &bundle().documents {
        for passage in &document.passages {
            for range in passage.sentences() {
                let words = passage.text_in(&document.text, range);
                let quoted = |words: &str| quotation(words, "Source, para. 1", &format!("#{}", passage.id));
                let said = format!("My own words.\n\n{}\nMore of them.", quoted(&words));
                assert_eq!(misquoted(&said, bundle()), [], "{}: {words}", passage.id);
                let changed = format!("{words} indubitably");
                let [found] = &misquoted(&quoted(&changed), bundle())[..] else { panic!("{}: {changed}", passage.id) };
                assert_eq!((found.passage.id.as_str(), found.words.as_str()), (passage.id.as_str(), "indubitably"));
            }
        }
    }
}

#[test]
fn only_quotations_that_name_a_passage_are_held_against_one() {
    let (_, p12) = passage("letter.p12");
    let told = |text: &str| -> Vec<String> { misquoted(text, bundle()).into_iter().map(|one| one.words).collect() };
    let none: [String; 0] = [];
    for text in [
        "> These are nobody’s words.",
        "> Nobody’s words, as [the letter](#letter.p12) has it",
        "> Nobody’s words\n>\n> — [A passage of another release](#letter.p99999)",
        "> Nobody’s words\n>\n> — [The web](https://example.org/#letter.p12)",
        "Nobody’s words\n\n— [Letter](#letter.p12)",
        "",
    ] {
        assert_eq!(told(text), none, "{text}");
    }
    // Several may stand in one quotation, and each is held against its own; what is said behind the name is no quotation.
    let words = p12.text(&document("letter").text);
    let text = format!(
        "> {}\n> — [Letter](#letter.p12), emphasis mine\n> Nobody’s *own* words\n> — [Letter](#letter.p12)",
        escaped(&words)
    );
    assert_eq!(told(&text), ["Nobody’s own words"]);
    let mut notebook = Notebook::new("n", "", at(0));
    notebook.apply(Change::Account(Slot { period: None, part: Part::Text }, Some(text)), at(2));
    let file = markdown(&notebook, bundle(), APP);
    assert!(file.contains("does not say so, from “Nobody’s own words” on"), "{file}");
}

// Anchors.

/// A change of a text: bytes `start..end` are replaced.
#[derive(Clone, Debug)]
struct Edit {
    start: usize,
    end: usize,
    with: String,
}

impl Edit {
    /// An edit somewhere; ends are moved to the next border of characters.
    fn of(text: &str, start: usize, length: usize, with: &str) -> Self {
        let start = text.ceil_char_boundary(start % (text.len() + 1));
        Self { start, end: text.ceil_char_boundary((start + length).min(text.len())), with: with.to_owned() }
    }

    fn make(&self, text: &str) -> String {
        format!("{}{}{}", &text[..self.start], self.with, &text[self.end..])
    }
}

/// Makes edits one after the other; where the range stands afterwards, `None` where an edit touched it.
fn edited(text: &str, range: ByteRange, edits: &[(usize, usize, String)]) -> (String, Option<ByteRange>) {
    let mut text = text.to_owned();
    let mut stands = Some((range.start as usize, range.end as usize));
    for (start, length, with) in edits {
        let edit = Edit::of(&text, *start, *length, with);
        text = edit.make(&text);
        stands = stands.and_then(|(from, to)| {
            if edit.end <= from {
                let by = |at: usize| at - (edit.end - edit.start) + edit.with.len();
                Some((by(from), by(to)))
            } else {
                (edit.start >= to).then_some((from, to))
            }
        });
    }
    let byte = |at: usize| u32::try_from(at).unwrap();
    (text, stands.map(|(from, to)| ByteRange::new(byte(from), byte(to))))
}

fn edits() -> impl Strategy<Value = Vec<(usize, usize, String)>> {
    let with = prop_oneof![Just(String::new()), "[a-zA-ZəƏ ,.]{1,40}", "[ \n]{1,3}"];
    prop::collection::vec((0..400_000_usize, 0..300_usize, with), 1..6)
}

/// A range of a passage of the corpus, at borders of characters.
fn ranges() -> impl Strategy<Value = (&'static Document, ByteRange)> {
    (0..1_000_000_usize, 0..1_000_000_usize, 1..200_usize).prop_filter_map("no empty range", |(which, from, length)| {
        let documents = &bundle().documents;
        let document = &documents[which % documents.len()];
        let passage = &document.passages[from % document.passages.len()];
        let span = passage.span();
        let text = &document.text;
        let start = text.ceil_char_boundary(span.start as usize + from % (span.len() as usize).max(1));
        let end = text.ceil_char_boundary((start + length).min(span.end as usize));
        let range = ByteRange::new(u32::try_from(start).ok()?, u32::try_from(end).ok()?);
        (!range.is_empty()).then_some((document, range))
    })
}

/// How many occurrences of the quote have all its context.
fn whole(selector: &Selector, text: &str) -> usize {
    let all = format!("{}{}{}", selector.prefix, selector.exact, selector.suffix);
    text.char_indices().filter(|(at, _)| text[*at..].starts_with(&all)).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn an_unchanged_text_has_every_place((document, range) in ranges()) {
        let selector = Selector::of(&document.text, range).unwrap();
        let found = selector.find(&document.text);
        if whole(&selector, &document.text) == 1 || found == Place::Same(range) {
            prop_assert_eq!(found, Place::Same(range));
        } else {
            prop_assert_eq!(found.range(), Some(range));
        }
        let span = selector.position.unwrap();
        let points: String = document.text.chars().skip(span.start as usize).take((span.end - span.start) as usize).collect();
        prop_assert_eq!(points, selector.exact, "positions are code points");
    }

    /// What nobody touched is found where it is now; whatever is told without a word of doubt is right.
    #[test]
    fn words_are_found_again_after_edits((document, range) in ranges(), edits in edits()) {
        let selector = Selector::of(&document.text, range).unwrap();
        let once = whole(&selector, &document.text) == 1;
        let (text, stands) = edited(&document.text, range, &edits);
        let found = selector.find(&text);
        if let Some(found) = found.range() {
            prop_assert_eq!(found.slice(&text), Some(selector.exact.as_str()), "never other words");
        }
        match (found, stands) {
            (Place::Same(found) | Place::Found(found), Some(stands)) if once => prop_assert_eq!(found, stands),
            // An edit that left it as it was, or the edits together did.
            (Place::Same(_) | Place::Found(_), None) if once => prop_assert_eq!(whole(&selector, &text), 1),
            _ => {}
        }
        if let Some(stands) = stands {
            // Its context is whole: nothing but the place may have changed.
            let whole_here = text[..stands.start as usize].ends_with(&selector.prefix)
                && text[stands.end as usize..].starts_with(&selector.suffix);
            if once && whole_here && whole(&selector, &text) == 1 {
                prop_assert!(matches!(found, Place::Same(at) | Place::Found(at) if at == stands), "{:?}", found);
            }
        }
    }

    /// Where the quote was cut out, nothing is told without doubt.
    #[test]
    fn words_that_are_gone_are_orphaned((document, range) in ranges()) {
        let selector = Selector::of(&document.text, range).unwrap();
        let text = document.text.replace(&selector.exact, "");
        if !text.contains(&selector.exact) {
            prop_assert_eq!(selector.find(&text), Place::Orphaned);
        }
        let here = Edit { start: range.start as usize, end: range.end as usize, with: "¤".into() }.make(&document.text);
        let found = selector.find(&here);
        if whole(&selector, &document.text) == 1 {
            prop_assert!(matches!(found, Place::Moved(_) | Place::Orphaned), "{:?}", found);
        }
    }

    /// Texts of few letters, where everything stands everywhere.
    #[test]
    fn no_place_has_other_words(text in "[aəb ]{0,80}", other in "[aəb ]{0,80}", from in 0..80_usize, length in 1..9_usize) {
        let start = text.ceil_char_boundary(from.min(text.len()));
        let end = text.ceil_char_boundary((start + length).min(text.len()));
        let range = ByteRange::new(u32::try_from(start).unwrap(), u32::try_from(end).unwrap());
        let Some(selector) = Selector::of(&text, range) else { prop_assert!(range.is_empty()); return Ok(()) };
        prop_assert_eq!(selector.find(&text).range(), Some(range));
        match selector.find(&other) {
            Place::Orphaned => {}
            found => prop_assert_eq!(found.range().unwrap().slice(&other), Some(selector.exact.as_str())),
        }
    }

    #[test]
    fn any_selector_in_any_text(exact in ".{0,6}", prefix in ".{0,6}", suffix in ".{0,6}", text in ".{0,60}", start: u32, end: u32) {
        let selector = Selector { exact, prefix, suffix, position: Some(Span { start, end }) };
        if let Some(range) = selector.find(&text).range() {
            prop_assert_eq!(range.slice(&text), Some(selector.exact.as_str()));
        }
    }
}

#[test]
fn t2_a_document_that_is_not_known_is_found_by_the_words() {
    let (letter, p12) = passage("letter.p12");
    let mut target = Target::of(letter, p12, p12.span()).unwrap();
    assert_eq!(target.find(bundle()), Some((letter, Place::Same(p12.span()))));
    target.document = "renamed".into();
    assert_eq!(target.find(bundle()), Some((letter, Place::Moved(p12.span()))));
    target.selector.exact = "¤ no such words ¤".into();
    assert_eq!(target.find(bundle()), None);
}

/// What a page break or markup stands in is quoted as the original has it, and shown as it is read.
#[test]
fn t2_every_passage_can_be_highlighted() {
    for document in &bundle().documents {
        for passage in &document.passages {
            let target = Target::of(document, passage, passage.span()).unwrap();
            assert_eq!(target.words(), passage.text(&document.text), "{}", passage.id);
        }
    }
}

// Overlaps.

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever overlaps: each byte once, no segment half in a highlight, each highlight with one beginning and one end.
    #[test]
    fn highlights_overlap_cleanly(marks in prop::collection::vec((0..700_u32, 1..300_u32), 0..8)) {
        let (document, p12) = passage("letter.p12");
        let start = p12.span().start;
        let marks: Vec<ByteRange> = marks
            .into_iter()
            .filter_map(|(from, length)| shown(p12, &document.text, ByteRange::new(start + from, start + from + length)))
            .collect();
        let segments = segments(p12, &marks);
        let set: u32 = segments.iter().map(|segment| segment.range.len()).sum();
        prop_assert_eq!(set, p12.runs.iter().map(|run| run.range.len()).sum::<u32>());
        for mark in &marks {
            for segment in &segments {
                prop_assert_eq!(mark.contains(segment.range), mark.intersect(segment.range).is_some());
            }
            prop_assert_eq!(segments.iter().filter(|segment| segment.range.start == mark.start).count(), 1);
            prop_assert_eq!(segments.iter().filter(|segment| segment.range.end == mark.end).count(), 1);
        }
    }
}

/// What the texts show: each highlight under its passage with the category's sign, the outermost first.
#[test]
fn highlights_are_marked_from_the_outside_in() {
    let (document, p12) = passage("letter.p12");
    let start = p12.span().start;
    let mut notebook = Notebook::new("n", "", at(0));
    for (id, category, from, to) in [("a", "question", 20, 40), ("b", "own", 10, 60), ("c", "claim", 10, 30)] {
        let target = Target::of(document, p12, ByteRange::new(start + from, start + to)).unwrap();
        let highlight = Highlight { category: category.into(), targets: vec![target], ..Highlight::default() };
        notebook.apply(Change::Highlight(id.into(), Some(highlight)), at(1));
    }
    notebook
        .apply(Change::Category("own".into(), Some(Category { name: Some("Mine".into()), sign: Sign::Wavy })), at(2));
    let marked = marked(&notebook, bundle());
    let [(id, marks)] = &marked[..] else { panic!("one passage: {marked:?}") };
    assert_eq!(*id, "letter.p12");
    let seen: Vec<_> = marks.iter().map(|mark| (mark.highlight, mark.sign)).collect();
    assert_eq!(seen, [("b", Sign::Wavy), ("c", Sign::Solid), ("a", Sign::Dotted)]);
    assert_eq!(notebook.count(), 3);
    notebook.apply(Change::Highlight("a".into(), None), at(3));
    assert_eq!(notebook.count(), 2, "what was deleted does not count");
}

/// What a browser counts of a passage as it is shown leads to the same words of the original: every sentence of every
/// passage, selected from its first to its last sign.
#[test]
fn every_sentence_can_be_selected() {
    for document in &bundle().documents {
        for passage in &document.passages {
            for sentence in passage.sentences() {
                let Some(words) = shown(passage, &document.text, sentence) else { continue };
                let units = |until: u32| {
                    let before = passage.pieces(&document.text, ByteRange::new(passage.span().start, until));
                    let mut units = 0;
                    for piece in before {
                        units += u32::from(piece.join != Join::None);
                        if piece.style != Style::Mark {
                            units += u32::try_from(piece.text.encode_utf16().count()).unwrap();
                        }
                    }
                    units
                };
                // What begins a run has its join before it, which is no part of the words.
                let found = selected(passage, &document.text, units(words.start), units(words.end)).unwrap();
                let read = |range| passage.text_in(&document.text, range).trim().to_owned();
                assert_eq!(read(found), read(words), "{}", passage.id);
            }
        }
    }
}

// Notebooks of any kind.

fn words_of() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("<script>alert(1)</script>".to_owned()),
        Just("=1+1, \"quoted\"\r\nnext".to_owned()),
        Just("İlham Əliyev, Շուշի\u{0}\u{202e}".to_owned()),
        ".{1,20}",
    ]
}

fn ids() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-e]",
        Just("https://example.org/anno/1".to_owned()),
        Just("urn:parallax:highlight:x".to_owned()),
        Just("Ə b/%20".to_owned()),
    ]
}

fn more() -> impl Strategy<Value = Map<String, Value>> {
    let value = prop_oneof![Just(json!(null)), Just(json!({ "a": [1, "b"] })), any::<i32>().prop_map(|n| json!(n))];
    prop::collection::btree_map("x-[a-c]", value, 0..2).prop_map(|more| more.into_iter().collect())
}

fn register<V: std::fmt::Debug + Clone>(value: impl Strategy<Value = V>) -> impl Strategy<Value = Register<V>> {
    // Few moments, so that copies often bear the same date.
    (0..4_u64, 0..6_u64, prop::option::weighted(0.8, value), more()).prop_map(|(created, modified, value, more)| {
        Register { created: at(created), modified: at(modified), value, more }
    })
}

fn targets() -> impl Strategy<Value = Target> {
    let position = prop::option::of((0..9_u32, 0..9_u32).prop_map(|(start, more)| Span { start, end: start + more }));
    let selector = (words_of(), ".{0,5}", ".{0,5}", position).prop_map(|(exact, prefix, suffix, position)| Selector {
        exact,
        prefix,
        suffix,
        position,
    });
    let other = || prop::option::of(words_of());
    ("[a-z]{0,4}", other(), other(), other(), selector, more()).prop_map(
        |(document, passage, source, words, selector, more)| Target {
            document,
            passage,
            source,
            words,
            selector,
            more,
        },
    )
}

fn highlights() -> impl Strategy<Value = Highlight> {
    let text = prop_oneof![Just(String::new()), words_of()];
    (ids(), text, prop::collection::vec(words_of(), 0..2), prop::collection::vec(targets(), 0..3))
        .prop_map(|(category, note, tags, targets)| Highlight { category, note, tags, targets })
}

fn slots() -> impl Strategy<Value = Slot> {
    (prop::option::of("[a-b]"), prop::sample::select(Part::ALL)).prop_map(|(period, part)| Slot { period, part })
}

fn asked() -> impl Strategy<Value = Asked> {
    (prop_oneof![Just("who"), Just("of-a-later-version")], prop::option::of("[a-b]"))
        .prop_map(|(prompt, about)| Asked { prompt: prompt.to_owned(), about })
}

fn notebooks() -> impl Strategy<Value = Notebook> {
    let category = (prop::option::of(words_of()), prop::sample::select(Sign::ALL))
        .prop_map(|(name, sign)| Category { name, sign });
    (
        register(words_of()),
        prop::collection::btree_map(ids(), register(category), 0..3),
        prop::collection::btree_map(ids(), register(highlights()), 0..4),
        prop::collection::btree_map(slots(), register(words_of()), 0..3),
        prop::collection::btree_map(asked(), register(words_of()), 0..3),
        more(),
    )
        .prop_map(|(title, categories, highlights, account, answers, more)| Notebook {
            id: "one of many".into(),
            title,
            categories: categories.into_iter().collect(),
            highlights: highlights.into_iter().collect(),
            account: account.into_iter().collect(),
            answers: answers.into_iter().collect(),
            more,
        })
}

fn changes() -> impl Strategy<Value = Change> {
    let text = || prop::option::of(words_of());
    let category = prop::option::of(words_of().prop_map(|name| Category { name: Some(name), sign: Sign::Dotted }));
    prop_oneof![
        text().prop_map(Change::Title),
        (ids(), category).prop_map(|(id, category)| Change::Category(id, category)),
        (ids(), prop::option::of(highlights())).prop_map(|(id, highlight)| Change::Highlight(id, highlight)),
        (slots(), text()).prop_map(|(slot, text)| Change::Account(slot, text)),
        (asked(), text()).prop_map(|(asked, text)| Change::Answer(asked, text)),
    ]
}

/// What a reader sees of it: values without dates, and nothing of what was deleted.
fn seen(notebook: &Notebook) -> Value {
    let mut value: Value = serde_json::from_str(&json(notebook)).unwrap();
    for shelf in ["categories", "highlights", "account", "answers"] {
        let items = value[shelf].as_array_mut().unwrap();
        items.retain(|item| item.get("deleted").is_none());
        items.iter_mut().for_each(undated);
    }
    undated(&mut value["title"]);
    value
}

fn undated(item: &mut Value) {
    item.as_object_mut().unwrap().retain(|name, _| name != "created" && name != "modified");
}

fn merged(a: &Notebook, b: &Notebook) -> Notebook {
    let mut result = a.clone();
    result.merge(b);
    result
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn merging_is_the_same_in_any_order(a in notebooks(), b in notebooks(), c in notebooks()) {
        prop_assert_eq!(merged(&a, &a), a.clone(), "idempotent");
        let ab = merged(&a, &b);
        prop_assert_eq!(&ab, &merged(&b, &a), "commutative");
        prop_assert_eq!(&merged(&ab, &b), &ab, "nothing is taken over twice");
        prop_assert_eq!(merged(&ab, &c), merged(&a, &merged(&b, &c)), "associative");
        for (key, register) in ab.highlights.iter() {
            let later = |own: &Notebook| own.highlights.get(key).is_none_or(|own| own.modified <= register.modified);
            prop_assert!(later(&a) && later(&b), "the later one counts");
        }
    }

    /// A merge can be undone, and the undoing holds against another merge with the same copy.
    #[test]
    fn a_merge_can_be_undone(a in notebooks(), b in notebooks()) {
        let mut notebook = a.clone();
        let mut history = History::default();
        let changed = history.merge(&mut notebook, &b) > 0;
        prop_assert_eq!(changed, history.can_undo());
        if changed {
            prop_assert!(history.undo(&mut notebook, at(1_000)));
            let values = |notebook: &Notebook| {
                let mut seen = seen(notebook);
                strip(&mut seen);
                seen
            };
            prop_assert_eq!(values(&notebook), values(&a));
            notebook.merge(&b);
            prop_assert_eq!(values(&notebook), values(&a), "nothing comes back");
        }
    }

    #[test]
    fn every_change_can_be_undone_and_made_again(start in notebooks(), steps in prop::collection::vec(prop::collection::vec(changes(), 1..4), 1..8)) {
        let mut notebook = start.clone();
        let mut history = History::default();
        let mut states = vec![seen(&notebook)];
        let mut clock = 10_000;
        for step in steps {
            // Far enough apart that no two are one step.
            clock += 10_000;
            if history.apply(&mut notebook, step, at(clock)) {
                states.push(seen(&notebook));
            }
        }
        for state in states.iter().rev().skip(1) {
            clock += 1;
            prop_assert!(history.undo(&mut notebook, at(clock)));
            prop_assert_eq!(&seen(&notebook), state);
        }
        prop_assert!(!history.can_undo());
        for state in states.iter().skip(1) {
            clock += 1;
            prop_assert!(history.redo(&mut notebook, at(clock)));
            prop_assert_eq!(&seen(&notebook), state);
        }
        prop_assert!(!history.can_redo());
    }

    // Files.

    #[test]
    fn t2_own_json_loses_nothing(notebook in notebooks()) {
        let text = json(&notebook);
        let value: Value = serde_json::from_str(&text).unwrap();
        prop_assert!(validator().is_valid(&value), "{:?}", validator().iter_errors(&value).map(|e| e.to_string()).collect::<Vec<_>>());
        prop_assert_eq!(read(&text), Imported { notebook, faults: Vec::new() });
    }

    #[test]
    fn t2_web_annotations_lose_nothing(notebook in notebooks()) {
        let text = ld(&notebook);
        prop_assert_eq!(read(&text), Imported { notebook, faults: Vec::new() }, "{}", text);
    }

    #[test]
    fn t2_markdown_loses_nothing(notebook in notebooks(), crlf: bool) {
        let text = markdown(&notebook, bundle(), APP);
        prop_assert!(text.starts_with("# "));
        let text = if crlf { text.replace('\n', "\r\n") } else { text };
        prop_assert_eq!(read(&text), Imported { notebook, faults: Vec::new() }, "{}", text);
    }

    #[test]
    fn t2_tables_lose_nothing(notebook in notebooks(), between in prop::sample::select(vec![",", ";", "\t"]), from_end: bool) {
        let mut all = csv::rows(&table(&notebook, bundle(), APP));
        if from_end {
            all[1..].reverse();
        }
        // As a spreadsheet saves it that parts cells otherwise, and puts each into quotation marks.
        let line = |row: &Vec<String>| row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(between);
        let saved = all.iter().map(line).collect::<Vec<_>>().join("\n");
        for text in [saved, table(&notebook, bundle(), APP)] {
            prop_assert_eq!(read(&text), Imported { notebook: notebook.clone(), faults: Vec::new() }, "{}", text);
        }
    }

    #[test]
    fn what_is_changed_in_a_file_is_taken_over(
        notebook in notebooks(),
        new in "[ a*>=<!\\-\\\\]{0,9}!|=\"İlham\"\n\n> Հ",
        which in any::<prop::sample::Index>(),
    ) {
        let mut expected = notebook.clone();
        let notes = expected.highlights.values_mut().filter_map(|it| Some((&mut it.modified, &mut it.value.as_mut()?.note, &mut it.more)));
        let texts = expected.account.values_mut().chain(expected.answers.values_mut());
        let mut texts: Vec<_> = notes.chain(texts.filter_map(|it| Some((&mut it.modified, it.value.as_mut()?, &mut it.more)))).collect();
        prop_assume!(!texts.is_empty());
        let (modified, text, more) = texts.swap_remove(which.index(texts.len()));
        more.insert("told".into(), json!(at(1_000).to_string()));
        *modified = modified.after(*modified);
        *text = new;
        // The texts of one beside the records of the other.
        let records = markdown(&notebook, bundle(), APP);
        let records = records.rsplit_once("\n<!-- ").unwrap().1;
        let changed = markdown(&expected, bundle(), APP);
        let changed = format!("{}\n<!-- {records}", changed.rsplit_once("\n<!-- ").unwrap().0);
        prop_assert_eq!(read(&changed), Imported { notebook: expected.clone(), faults: Vec::new() }, "{}", changed);
        let before = csv::rows(&table(&notebook, bundle(), APP));
        let mut changed = String::new();
        for (row, before) in csv::rows(&table(&expected, bundle(), APP)).iter().zip(&before) {
            let (_, told) = row.split_last().unwrap();
            changed.push_str(&csv::row(told.iter().chain(before.last()).map(String::as_str)));
        }
        prop_assert_eq!(read(&changed), Imported { notebook: expected, faults: Vec::new() }, "{}", changed);
    }

    #[test]
    fn tables_have_equal_rows(notebook in notebooks()) {
        for row in csv::rows(&table(&notebook, bundle(), APP)) {
            prop_assert_eq!(row.len(), 13, "{:?}", row);
            for cell in row {
                prop_assert!(!cell.starts_with(['=', '@', '\t']), "{}", cell);
            }
        }
    }

    #[test]
    fn b6_files_of_which_a_part_is_missing(notebook in notebooks(), from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        for text in [markdown(&notebook, bundle(), APP), table(&notebook, bundle(), APP)] {
            let (from, to) = (text.floor_char_boundary(from.index(text.len())), text.floor_char_boundary(to.index(text.len())));
            let (from, to) = (from.min(to), from.max(to));
            for part in [&text[..from], &text[from..to], &text[to..], &[&text[..from], &text[to..]].concat()] {
                if let Ok(Imported { notebook: read, .. }) = import(part.as_bytes(), at(1_000)) {
                    prop_assert!(read.len() <= notebook.len(), "{}", part);
                }
            }
        }
    }

    #[test]
    fn b6_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = import(&bytes, at(1_000));
    }

    /// A notebook in which any value became another one, or whose end is missing.
    #[test]
    fn b6_damaged_files(notebook in notebooks(), which in 0..500_usize, with in 0..9_usize, half in any::<prop::sample::Index>(), linked: bool) {
        let text = if linked { ld(&notebook) } else { json(&notebook) };
        let end = text.floor_char_boundary(half.index(text.len()));
        if text[end..].trim().is_empty() {
            prop_assert!(import(&text.as_bytes()[..end], at(1_000)).is_ok());
        } else {
            let damaged = matches!(import(&text.as_bytes()[..end], at(1_000)), Err(Refusal::Damaged { .. } | Refusal::Empty));
            prop_assert!(damaged);
        }
        let mut value: Value = serde_json::from_str(&text).unwrap();
        let others = [
            json!(null), json!(true), json!(-1), json!(1e300), json!(""), json!([]), json!({}), json!([[{}]]), json!("\u{0}<script>"),
        ];
        let mut left = which;
        replace(&mut value, &mut left, &others[with]);
        if let Ok(Imported { notebook, faults }) = import(value.to_string().as_bytes(), at(1_000)) {
            for fault in &faults {
                prop_assert!(words::fault(fault).len() > 10);
            }
            // What was taken over is whole: it is written and read back without a fault, but for notes without words.
            let again = read(&json(&notebook));
            prop_assert_eq!(&again.notebook.highlights, &notebook.highlights);
            let lost = |fault: &Fault| fault.problem != Problem::NoQuote && fault.problem != Problem::NoId;
            prop_assert!(!again.faults.iter().any(lost), "{:?}", again.faults);
        }
    }

    #[test]
    fn b6_markdown_light_takes_anything(text in "[ *>\\\\\\[\\]()#a1.\n-]{0,60}") {
        let read = blocks(&text);
        let lines: Vec<&str> = text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect();
        prop_assert_eq!(plain(&blocks(&escaped(&text))), lines.join("\n"), "what is escaped is text");
        let letters = |text: &str| text.chars().filter(|c| *c == 'a').count();
        // Addresses are followed, not told; of everything else no letter is lost.
        prop_assert!(letters(&plain(&read)) <= letters(&text));
        if !text.contains("](#") {
            prop_assert_eq!(letters(&plain(&read)), letters(&text));
        }
    }

    #[test]
    fn quotations_say_what_they_quote(text in "[ *>\\\\\\[\\]()#a1.\n_-]{0,60}|.{0,60}", citation in ".{0,20}") {
        let read = blocks(&quotation(&text, &citation, "https://example.org/#letter.p12"));
        let [Block::Quotation(inner)] = read.as_slice() else { panic!("{read:?}") };
        let lines: Vec<&str> = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect();
        let told = plain(inner);
        prop_assert!(told.starts_with(&lines.join("\n")), "{:?} of {:?}", told, text);
    }
}

/// Takes out what is no value of the reader's: the members that nobody here knows.
fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| !name.starts_with("x-"));
            fields.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

/// Puts another value in the place of one, counted from the root.
fn replace(value: &mut Value, left: &mut usize, with: &Value) {
    if *left == 0 {
        *value = with.clone();
        *left = usize::MAX;
        return;
    }
    *left -= 1;
    let inner: Vec<&mut Value> = match value {
        Value::Object(fields) => fields.values_mut().collect(),
        Value::Array(items) => items.iter_mut().collect(),
        _ => Vec::new(),
    };
    for value in inner {
        if *left < usize::MAX / 2 {
            replace(value, left, with);
        }
    }
}

/// A table of three notes, in which somebody has changed cells.
fn table_with(change: impl Fn(&mut Vec<Vec<String>>)) -> Imported {
    let mut notebook = Notebook::new("n1", "Mine", at(0));
    let own = Category { name: Some("Thesis".into()), sign: Sign::Wavy };
    notebook.apply(Change::Category("c1".into(), Some(own)), at(1));
    for id in ["a", "b", "c"] {
        let highlight = Highlight { category: "claim".into(), note: id.into(), ..Highlight::default() };
        notebook.apply(Change::Highlight(id.into(), Some(highlight)), at(1));
    }
    let mut rows = csv::rows(&table(&notebook, bundle(), APP));
    assert_eq!(rows.len(), 5);
    change(&mut rows);
    read(&rows.iter().map(|row| csv::row(row.iter().map(String::as_str))).collect::<String>())
}

#[test]
fn a_file_that_is_changed_again_is_taken_over_again_but_for_what_was_changed_here_since() {
    let claim = Slot { period: None, part: Part::Claim };
    let mut notebook = Notebook::new("n1", "Mine", at(0));
    notebook.apply(Change::Account(claim.clone(), Some("First".into())), at(1));
    let exported = markdown(&notebook, bundle(), APP);
    for (number, new) in ["Zebra", "Apple", "", "Mango", "Mango"].into_iter().enumerate() {
        let file = exported.replacen("First", new, 1);
        let imported = import(file.as_bytes(), at(1_000 + number as u64)).unwrap();
        notebook.merge(&imported.notebook);
        assert_eq!(notebook.written(&claim), new);
    }
    assert_eq!(notebook.merge(&read(&exported).notebook), [], "an older copy brings nothing back");
    notebook.apply(Change::Account(claim.clone(), Some("Here".into())), at(2_000));
    notebook.merge(&import(exported.replacen("First", "There", 1).as_bytes(), at(3_000)).unwrap().notebook);
    assert_eq!(notebook.written(&claim), "Here");
}

#[test]
fn highlights_can_be_sorted_in_a_table() {
    let imported = table_with(|rows| {
        rows[1][8] = "Yours".into();
        assert_eq!((rows[2][2].as_str(), rows[2][8].as_str()), ("Claim", "a"));
        rows[2][2] = "Thesis ".into();
        rows[3][2] = "Loaded word".into();
        rows[3][3] = "border; 2021".into();
        rows[4][2] = String::new();
    });
    assert_eq!(imported.faults, []);
    assert_eq!(imported.notebook.title(), "Yours");
    let highlight = |id: &str| imported.notebook.highlights[id].clone();
    let categories = ["a", "b", "c"].map(|id| highlight(id).value.unwrap().category);
    assert_eq!(categories, ["c1", "loaded-word", ""]);
    assert_eq!(highlight("b").value.unwrap().tags, ["border", "2021"]);
    assert!(["a", "b", "c"].iter().all(|id| highlight(id).modified > at(1)));
}

#[test]
fn what_is_wrong_in_a_table_is_named_with_its_row() {
    let fault = |path: &str, problem: Problem| Fault { path: path.to_owned(), problem };
    let record = || Problem::Expected("the record that was exported");
    let imported = table_with(|rows| {
        rows[2][2] = "Of another kind".into();
        rows[3][12] = "{".into();
        rows[4][0] = "figure".into();
        rows.push(vec!["account".into(), "text".into()]);
        rows.push(Vec::new());
    });
    let expected = [
        fault("row 4.record", record()),
        fault("row 5.kind", Problem::NoPlace("figure".into())),
        fault("row 6.record", record()),
        fault("row 3.category", Problem::Expected("the name of a category")),
    ];
    assert_eq!(imported.faults, expected);
    assert_eq!(imported.notebook.highlights.len(), 1);
    // Columns that somebody has taken out change nothing; a table without its first row is no notebook, but its notes
    // are.
    let imported = table_with(|rows| {
        rows.remove(1);
        for row in rows {
            row.drain(2..12);
        }
    });
    assert_eq!(imported.faults, [fault("", Problem::NoId)]);
    let notes: Vec<_> = imported.notebook.highlights.values().map(|it| it.value.clone().unwrap().note).collect();
    assert_eq!(notes, ["a", "b", "c"]);
}

#[test]
fn a_text_that_is_not_found_in_a_file_is_kept_and_named() {
    let whole = whole_corpus();
    let text = markdown(&whole, bundle(), APP);
    let changed = text
        .replace("<!-- /highlights.3 -->\n", "")
        .replace("<!-- highlights.7 -->", "<!-- highlights.999999 -->")
        .replace("<!-- /highlights.7 -->", "<!-- /highlights.999999 -->")
        .replace("<!-- account.2 -->", " <!--account.2-->\n\n")
        .replacen("# Whose", "<!-- answers.0 -->\nTwice\n<!-- /answers.0 -->\n# Whose", 1);
    let imported = read(&changed);
    let differ = imported.notebook.answers.iter().filter(|(asked, it)| whole.answers[*asked] != **it).count();
    assert_eq!((&imported.notebook.highlights, &imported.notebook.account), (&whole.highlights, &whole.account));
    assert_eq!(differ, 1);
    let paths: Vec<&str> = imported.faults.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(paths, ["highlights.999999", "answers.0", "highlights.3", "highlights.7"]);
    // Mail wraps lines; two files in one are two notebooks.
    let (texts, record) = text.rsplit_once("\n<!-- ").unwrap();
    let wrapped = format!("{texts}\n<!-- {}", record.replace(", ", ",\r\n"));
    assert_ne!(wrapped, text);
    assert_eq!(read(&wrapped), Imported { notebook: whole, faults: Vec::new() });
    let both = import([text.as_str(), &text].concat().as_bytes(), at(1_000));
    assert_eq!(both, Err(Refusal::TooMany { items: 2, limit: 1 }));
    assert_eq!(import(texts.as_bytes(), at(1_000)), Err(Refusal::OtherKind));
}

#[test]
fn what_was_never_written_has_no_date() {
    let unnamed = Notebook::new("n1", "", Moment::default());
    let table = csv::rows(&table(&unnamed, bundle(), APP));
    assert_eq!((table[1][9].as_str(), table[1][10].as_str()), ("", ""), "{:?}", table[1]);
}

// The schema.

fn validator() -> &'static jsonschema::Validator {
    static VALIDATOR: OnceLock<jsonschema::Validator> = OnceLock::new();
    VALIDATOR.get_or_init(|| {
        let schema: Value = serde_json::from_str(&fs::read_to_string(root().join(SCHEMA)).unwrap()).unwrap();
        jsonschema::draft202012::meta::validate(&schema).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(schema["properties"]["format"]["const"], FORMAT);
        jsonschema::draft202012::new(&schema).unwrap()
    })
}

#[test]
fn the_schema_refuses_what_is_no_notebook() {
    let good: Value = serde_json::from_str(&json(&whole_corpus())).unwrap();
    assert!(validator().is_valid(&good));
    let bad: [fn(&mut Value); 8] = [
        |value| value["format"] = json!(2),
        |value| value["title"]["modified"] = json!("yesterday"),
        |value| value["highlights"][0]["id"] = json!(""),
        |value| value["highlights"][0]["targets"] = json!("letter"),
        |value| drop(value["highlights"][0]["targets"][0].as_object_mut().unwrap().remove("end")),
        |value| value["account"][0]["part"] = json!("conclusion"),
        |value| drop(value["answers"][0].as_object_mut().unwrap().remove("text")),
        |value| value["categories"][0]["sign"] = json!("red"),
    ];
    for (at, spoil) in bad.into_iter().enumerate() {
        let mut value = good.clone();
        spoil(&mut value);
        assert!(!validator().is_valid(&value), "fault {at} is not seen");
    }
}

// The whole corpus.

/// A notebook with a highlight and a note in every passage, an entry for every period, an answer to every prompt.
fn whole_corpus() -> Notebook {
    let mut notebook = Notebook::new("n1", "Whose 2020?", at(0));
    let mut history = History::default();
    let mut changes =
        vec![Change::Category("loaded-word".into(), Some(Category { name: Some("Judging".into()), sign: Sign::Wavy }))];
    for document in &bundle().documents {
        for (number, passage) in document.passages.iter().enumerate() {
            let target = Target::of(document, passage, passage.span()).unwrap();
            let category = CATEGORIES[number % CATEGORIES.len()].0.to_owned();
            let note = format!("*Note* {number} on {}", document.id);
            let highlight = Highlight { category, note, tags: Vec::new(), targets: vec![target] };
            changes.push(Change::Highlight(format!("h-{}", passage.id), Some(highlight)));
        }
        for prompt in Prompt::ALL.iter().filter(|prompt| prompt.is_of_document()) {
            let asked = Asked { prompt: prompt.name().to_owned(), about: Some(document.id.clone()) };
            changes.push(Change::Answer(asked, Some("Perhaps.".into())));
        }
    }
    for period in &bundle().periods {
        for part in Part::ALL {
            let slot = Slot { period: Some(period.id.clone()), part: *part };
            changes.push(Change::Account(slot, Some(format!("{}: {}", period.title, words::part(*part)))));
        }
    }
    assert!(history.apply(&mut notebook, changes, at(1)));
    notebook
}

/// Exported, wiped, imported: in each form.
#[test]
fn t2_a_notebook_of_the_whole_corpus() {
    let notebook = whole_corpus();
    assert!(notebook.highlights.len() > 800, "{}", notebook.highlights.len());
    for text in [json(&notebook), ld(&notebook), markdown(&notebook, bundle(), APP), table(&notebook, bundle(), APP)] {
        assert!(text.len() < BYTES_AT_MOST);
        let imported = read(&text);
        assert_eq!(imported.faults, []);
        let mut wiped = Notebook::new("n1", "", Moment::new(0));
        wiped.merge(&imported.notebook);
        assert_eq!(wiped.highlights, notebook.highlights);
        assert_eq!(wiped.account, notebook.account);
        assert_eq!(wiped.answers, notebook.answers);
        assert_eq!(wiped.title(), "Whose 2020?");
        for (_, _, highlight) in wiped.highlights() {
            let (_, place) = highlight.targets[0].find(bundle()).unwrap();
            assert!(matches!(place, Place::Same(_)), "{highlight:?}: {place:?}");
        }
        assert_eq!(wiped.merge(&imported.notebook), [], "imported twice, nothing doubles");
    }
    let table = csv::rows(&table(&notebook, bundle(), APP));
    assert_eq!(table.len(), 2 + notebook.highlights.len() + notebook.account.len() + notebook.answers.len());
    assert!(table.iter().filter(|row| row[0] == "highlight").all(|row| row[6] == "same"));
    let text = markdown(&notebook, bundle(), APP);
    for expected in [
        "# Whose 2020?\n",
        "**Judging**",
        "\n## My own account\n",
        "[Letter to the UN ¶12](https://example.org/parallax/#letter.p12)",
        "\n## Guided reading\n",
    ] {
        assert!(text.contains(expected), "{expected}");
    }
    assert!(!text.contains("\n\n\n"));
}

#[test]
fn t2_what_lost_its_words_is_told() {
    let (letter, p12) = passage("letter.p12");
    let mut target = Target::of(letter, p12, p12.span()).unwrap();
    target.selector = Selector { exact: "¤ these words are gone".into(), ..target.selector };
    let highlight = Highlight { targets: vec![target], note: "kept".into(), ..Highlight::default() };
    let mut notebook = Notebook::new("n", "", at(0));
    notebook.apply(Change::Highlight("h".into(), Some(highlight)), at(1));
    let row = &csv::rows(&table(&notebook, bundle(), APP))[2];
    assert_eq!((row[6].as_str(), row[8].as_str()), ("orphaned", "kept"));
    assert!(markdown(&notebook, bundle(), APP).contains("no longer stand in the text"));
}

// Categories, changes.

#[test]
fn categories_are_renamed_taken_away_and_made() {
    let mut notebook = Notebook::new("n", "", at(0));
    let names = |notebook: &Notebook| {
        notebook.categories().into_iter().map(|(id, _)| words::named(notebook, id)).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(names(&notebook), "Claim, Evidence, Loaded word, Question, On whose word");
    let named = |name: &str| Some(Category { name: Some(name.to_owned()), sign: Sign::Solid });
    notebook.apply(Change::Category("evidence".into(), named("Proof")), at(1));
    notebook.apply(Change::Category("question".into(), named("?")), at(2));
    notebook.apply(Change::Category("question".into(), None), at(3));
    notebook.apply(Change::Category("b".into(), named("First")), at(4));
    notebook.apply(Change::Category("a".into(), named("Second")), at(5));
    assert_eq!(names(&notebook), "Claim, Proof, Loaded word, On whose word, First, Second");
    let signs: std::collections::BTreeSet<Sign> = CATEGORIES.iter().map(|(_, sign)| *sign).collect();
    assert_eq!(signs.len(), CATEGORIES.len(), "each is told apart without colour");
}

#[test]
fn typing_is_one_step() {
    let mut notebook = Notebook::new("n", "", at(0));
    let mut history = History::default();
    let slot = Slot { period: None, part: Part::Claim };
    let write = |text: &str, when: u64, notebook: &mut Notebook, history: &mut History| {
        history.apply(notebook, vec![Change::Account(slot.clone(), Some(text.to_owned()))], at(when))
    };
    assert!(write("B", 100, &mut notebook, &mut history));
    assert!(write("Bo", 300, &mut notebook, &mut history));
    assert!(!write("Bo", 301, &mut notebook, &mut history), "nothing changes");
    assert!(write("Both", 900, &mut notebook, &mut history));
    assert!(write("Both sides", 9_000, &mut notebook, &mut history), "another step");
    let slot = Slot { period: None, part: Part::Claim };
    assert!(history.undo(&mut notebook, at(9_001)));
    assert_eq!(notebook.written(&slot), "Both");
    assert!(history.undo(&mut notebook, at(9_002)));
    assert_eq!(notebook.written(&slot), "");
    assert!(!history.undo(&mut notebook, at(9_003)));
    assert!(history.redo(&mut notebook, at(9_004)));
    assert_eq!(notebook.written(&slot), "Both");
}

/// So is a note, and the name of a category; what made the highlight is another step.
#[test]
fn typing_a_note_is_one_step() {
    let mut notebook = Notebook::new("n", "", at(0));
    let mut history = History::default();
    let highlight = |category: &str, note: &str| {
        let highlight = Highlight { category: category.into(), note: note.into(), ..Highlight::default() };
        Change::Highlight("h".into(), Some(highlight))
    };
    let named =
        |name: &str| Change::Category("c".into(), Some(Category { name: Some(name.into()), sign: Sign::Dotted }));
    let steps = [
        vec![highlight("claim", "")],
        vec![highlight("claim", "W")],
        vec![highlight("claim", "Wh")],
        vec![highlight("claim", "Why")],
        vec![highlight("proof", "Why")],
        vec![named("A")],
        vec![named("As")],
        vec![named("Asks")],
    ];
    for (step, changes) in (1..).zip(steps) {
        assert!(history.apply(&mut notebook, changes, at(step)));
    }
    let told = |notebook: &Notebook| {
        let highlight = notebook.highlights.get("h").and_then(|register| register.value.clone());
        let category = notebook.categories.get("c").and_then(|register| register.value.clone()?.name);
        (highlight.map(|highlight| format!("{}: {}", highlight.category, highlight.note)), category)
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(told(&notebook), (some("proof: Why"), some("Asks")));
    for expected in [
        (some("proof: Why"), some("A")),
        (some("proof: Why"), None),
        (some("claim: Why"), None),
        (some("claim: "), None),
        (None, None),
    ] {
        assert!(history.undo(&mut notebook, at(100)));
        assert_eq!(told(&notebook), expected);
    }
    assert!(!history.undo(&mut notebook, at(101)));
}

/// What was taken over from another program stands deeper in the app's own form than it did there.
#[test]
fn what_was_taken_over_is_read_again() {
    let depth = DEPTH_AT_MOST - 2;
    let deep = format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    for place in
        [format!(r#""x": {deep}"#), format!(r#""target": {{ "source": "x", "x": {} }}"#, &deep[1..deep.len() - 1])]
    {
        let taken = read(&format!(r#"{{ "type": "Annotation", {place} }}"#)).notebook;
        assert_eq!(taken.highlights.len(), 1);
        assert_eq!(read(&json(&taken)).notebook, taken);
        assert_eq!(read(&table(&taken, bundle(), APP)).notebook.highlights, taken.highlights);
        assert_eq!(stored(&json(&taken)), Some(taken));
    }
    assert_eq!(stored("{}"), None);
    assert_eq!(stored("{"), None);
}

/// A link to a passage leads there from a Markdown file as well, and is as it was when the file comes back.
#[test]
fn links_of_a_markdown_file_are_whole() {
    let mut notebook = Notebook::new("n", "", at(0));
    let slot = Slot { period: None, part: Part::Text };
    let text = "> words\n> — [Letter](#letter.p7)\n\n[mine](https://example.org/parallax/#letter.p8)";
    notebook.apply(Change::Account(slot.clone(), Some(text.into())), at(1));
    let file = markdown(&notebook, bundle(), APP);
    assert!(file.contains("[Letter](https://example.org/parallax/#letter.p7)"), "{file}");
    assert_eq!(read(&file).notebook, notebook, "nothing was changed");
    let changed = read(&file.replacen("> words", "> other words", 1)).notebook;
    assert!(
        changed.written(&slot).starts_with("> other words\n> — [Letter](#letter.p7)"),
        "{}",
        changed.written(&slot)
    );
}

/// No title and an empty one are the same to a reader.
#[test]
fn an_empty_title_is_no_change() {
    let mut own = Notebook::new("n", "", Moment::default());
    let taken = read(r#"{ "type": "Annotation", "id": "urn:1", "target": "x" }"#).notebook;
    assert_eq!(own.merge(&taken).len(), 1, "the highlight alone");
}

/// A clock that was set back makes no change older than the one before it.
#[test]
fn a_change_is_later_than_what_it_changes() {
    let mut notebook = Notebook::new("n", "first", at(500));
    let copy = notebook.clone();
    notebook.apply(Change::Title(Some("second".into())), at(3));
    assert_eq!(merged(&copy, &notebook).title(), "second");
}

// Files that others wrote.

#[test]
fn b1_limits_are_told_with_the_figure() {
    let refused = |text: &str| import(text.as_bytes(), at(1_000)).unwrap_err();
    assert_eq!(refused(&" ".repeat(BYTES_AT_MOST + 1)), Refusal::TooLarge { bytes: BYTES_AT_MOST + 1 });
    let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(refused(&deep(DEPTH_AT_MOST + 1)), Refusal::TooDeep { depth: DEPTH_AT_MOST + 1 });
    assert_eq!(refused(&deep(1_000_000)), Refusal::TooDeep { depth: 1_000_000 });
    assert_eq!(refused(&deep(DEPTH_AT_MOST)), Refusal::OtherKind);
    let many: Vec<Value> = (0..=ITEMS_AT_MOST)
        .map(|number| json!({ "prompt": number.to_string(), "text": "", "created": "2021-01-01T00:00:00Z", "modified": "2021-01-01T00:00:00Z" }))
        .collect();
    let many = json!({ "type": "parallax.notebook", "format": 1, "id": "n", "answers": many });
    let expected = Refusal::TooMany { items: ITEMS_AT_MOST + 1, limit: ITEMS_AT_MOST };
    assert_eq!(refused(&many.to_string()), expected);
    assert!(words::refusal(&expected).contains("20001") && words::refusal(&expected).contains("20000"));
    assert!(matches!(refused(&format!("[{}0]", "0,".repeat(1_000_000))), Refusal::TooMany { items: 1_000_002, .. }));
    let rows = format!("kind,record\n{}", "\n".repeat(1_000_000));
    assert!(matches!(refused(&rows), Refusal::TooMany { items: 1_000_002, .. }));
    // Deep records are those of single rows.
    let deep = format!("kind,record\n{}", format!("account,{}\n", "{".repeat(DEPTH_AT_MOST + 1)).repeat(33));
    assert_eq!(read(&deep).faults.len(), 33 + 1);
    // The same text again and again, which is long: read once.
    let blank = json!({ "id": "h", "note": " ".repeat(100_000), "modified": "2021-01-01T00:00:00Z" });
    let record = json!({ "type": "parallax.notebook", "format": 1, "id": "n", "highlights": [blank] });
    let text = "<!-- highlights.0 -->\nx\n<!-- /highlights.0 -->\n".repeat(20_000);
    assert_eq!(read(&format!("{text}<!-- parallax.notebook {record} -->")).faults.len(), FAULTS_AT_MOST + 1);
    assert_eq!(import(b"{\"a\": \"\xff\"}", at(1_000)).unwrap_err(), Refusal::NotText { at: 7 });
    assert_eq!(refused(""), Refusal::Empty);
    assert_eq!(refused("\u{feff} \n"), Refusal::Empty);
    assert_eq!(refused("{\n\"a\": }"), Refusal::Damaged { line: 2, column: 6 });
    for other in ["{}", "1", "null", "\"text\"", "[1, 2]", r#"{"format": 1, "documents": []}"#] {
        assert_eq!(refused(other), Refusal::OtherKind, "{other}");
    }
}

fn faults(value: Value) -> (Notebook, Vec<(String, Problem)>) {
    let imported = read(&value.to_string());
    (imported.notebook, imported.faults.into_iter().map(|fault| (fault.path, fault.problem)).collect())
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let dated = |value: Value| {
        let mut value = value;
        value["created"] = json!("2021-01-01T00:00:00Z");
        value["modified"] = json!("2021-01-02T00:00:00Z");
        value
    };
    let (notebook, faults) = faults(json!({
        "type": "parallax.notebook", "format": 7, "id": "n", "title": dated(json!({ "text": 5 })), "mood": "good",
        "categories": { "claim": 1 },
        "highlights": [
            dated(json!({ "id": "a", "category": "claim", "note": ["x"], "targets": [{ "document": "letter", "exact": "x", "start": 5, "end": 3 }] })),
            dated(json!({ "id": "", "note": "lost" })),
            17,
            dated(json!({ "id": "b", "note": "first", "stars": 5, "targets": [{}] })),
            dated(json!({ "id": "b", "note": "second" })),
            { "id": "c", "note": "undated", "modified": "yesterday" },
            dated(json!({ "id": "d", "deleted": true, "note": "old" })),
        ],
        "account": [dated(json!({ "part": "conclusion", "text": "x" })), dated(json!({ "part": "claim" }))],
    }));
    let told: Vec<(&str, Problem)> = faults.iter().map(|(path, problem)| (path.as_str(), problem.clone())).collect();
    assert_eq!(
        told,
        [
            ("", Problem::Newer(7)),
            ("title.text", Problem::Expected("a text")),
            ("categories", Problem::Expected("a list")),
            ("highlights.0.note", Problem::Expected("a text")),
            ("highlights.0.targets.0.start", Problem::Expected("two whole numbers, the smaller first")),
            ("highlights.1", Problem::NoId),
            ("highlights.2", Problem::Expected("an object")),
            ("highlights.3.targets.0", Problem::NoQuote),
            ("highlights.4", Problem::Duplicate("b".into())),
            ("highlights.5.modified", Problem::NotADate("yesterday".into())),
            ("account.0.part", Problem::NoPlace("conclusion".into())),
            ("account.1", Problem::Missing("text")),
        ]
    );
    assert_eq!(notebook.highlights.keys().collect::<Vec<_>>(), ["a", "b", "c", "d"]);
    assert_eq!(notebook.highlights["c"].modified, Moment::new(0));
    assert_eq!(notebook.highlights["d"].value, None);
    assert_eq!(notebook.more["mood"], "good", "kept for a later version");
    let said = words::fault(&Fault { path: faults[3].0.clone(), problem: faults[3].1.clone() });
    assert!(said.starts_with("highlights.0.note: expected a text"), "{said}");
}

#[test]
fn faults_are_listed_up_to_a_limit() {
    let items = vec![json!(1); 500];
    let (_, faults) = faults(json!({ "type": "parallax.notebook", "format": 1, "id": "n", "highlights": items }));
    assert_eq!(faults.len(), FAULTS_AT_MOST + 1);
    assert_eq!(faults.last().unwrap().1, Problem::More(500 - FAULTS_AT_MOST));
}

/// Annotations as other programs write them: the examples follow the shapes of the standard's section 4.
#[test]
fn annotations_of_other_programs() {
    let (notebook, faults) = faults(json!([
        {
            "@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/anno1", "type": "Annotation",
            "motivation": "questioning", "creator": "http://example.org/user1", "created": "2021-05-12T08:30:00Z",
            "body": [
                { "type": "TextualBody", "value": "Who says so?", "purpose": "questioning", "language": "en" },
                { "type": "TextualBody", "value": "Loaded word", "purpose": "tagging" },
                { "type": "TextualBody", "value": "history", "purpose": "tagging" },
            ],
            "target": {
                "source": "https://other.example/app/#v1/original/letter",
                "selector": [
                    { "type": "TextPositionSelector", "start": 4, "end": 8 },
                    { "type": "TextQuoteSelector", "exact": "anno", "prefix": "this is an ", "suffix": "tation" },
                    { "type": "CssSelector", "value": "#x" },
                ],
            },
        },
        { "type": ["Annotation"], "bodyValue": "A plain word", "target": "http://example.org/page" },
        {
            "@type": "oa:Annotation", "@id": "urn:x:2", "body": "http://example.org/body",
            "target": [{ "source": { "id": "http://example.org/a", "format": "text/html" }, "selector": {
                "type": "FragmentSelector", "value": "p1",
                "refinedBy": { "type": "TextQuoteSelector", "exact": "inside" },
            } }],
        },
        { "id": "urn:x:3", "type": "Annotation" },
        { "type": "Person" },
    ]));
    assert_eq!(notebook.highlights.len(), 4);
    let highlight = |id: &str| notebook.highlights[id].value.as_ref().unwrap();
    let first = highlight("http://example.org/anno1");
    assert_eq!((first.note.as_str(), first.category.as_str()), ("Who says so?", "loaded-word"));
    assert_eq!(first.tags, ["history"]);
    let target = &first.targets[0];
    assert_eq!((target.document.as_str(), target.selector.exact.as_str()), ("letter", "anno"));
    assert_eq!(target.selector.position, Some(Span { start: 4, end: 8 }));
    assert_eq!(notebook.highlights["http://example.org/anno1"].created, Moment::parse("2021-05-12T08:30:00Z").unwrap());
    let second = highlight("urn:x:2");
    assert_eq!(
        (second.note.as_str(), second.targets[0].selector.exact.as_str()),
        ("http://example.org/body", "inside")
    );
    let told: Vec<(&str, &Problem)> = faults.iter().map(|(path, problem)| (path.as_str(), problem)).collect();
    let expected = [
        ("0.body.0.language", &Problem::NoPlace("language".into())),
        ("1.target", &Problem::NoQuote),
        ("2.target.0.source.format", &Problem::NoPlace("format".into())),
        ("3.target", &Problem::NoQuote),
        ("4", &Problem::Expected("an annotation")),
    ];
    assert_eq!(told, expected);
    // What is not understood goes out again as it came in.
    let out: Value = serde_json::from_str(&ld(&notebook)).unwrap();
    let annotation =
        out["first"]["items"].as_array().unwrap().iter().find(|item| item["id"] == "http://example.org/anno1").unwrap();
    assert_eq!(annotation["creator"], "http://example.org/user1");
    assert_eq!(annotation["motivation"], "questioning");
    assert_eq!(annotation["target"]["selector"][2]["type"], "CssSelector");
    assert_eq!(read(&out.to_string()).notebook.highlights, notebook.highlights);
}

/// The same file imported twice makes nothing double, even where annotations have no ids.
#[test]
fn annotations_without_ids_are_the_same_again() {
    let file = json!({ "type": "Annotation", "bodyValue": "x", "target": { "source": "a", "selector": { "type": "TextQuoteSelector", "exact": "x" } } });
    let mut notebook = Notebook::new("n", "", at(0));
    assert_eq!(notebook.merge(&read(&file.to_string()).notebook).len(), 1);
    assert_eq!(notebook.merge(&read(&file.to_string()).notebook), []);
}

#[test]
fn pages_that_stand_elsewhere_are_not_fetched() {
    let (notebook, faults) = faults(json!({
        "type": "AnnotationCollection", "label": "Class 9b", "total": 2, "creator": "x", "first": "https://example.org/page1",
    }));
    assert_eq!(notebook.title(), "Class 9b");
    assert_eq!(
        faults,
        [
            ("first".to_owned(), Problem::Elsewhere("https://example.org/page1".to_owned())),
            ("creator".to_owned(), Problem::NoPlace("creator".to_owned())),
        ]
    );
}

/// What others read: the shape of the standard, with the quote, its position in code points, and addresses.
#[test]
fn annotations_as_the_standard_has_them() {
    let mut notebook = Notebook::new("n 1", "T", at(0));
    let (letter, p12) = (document("letter"), passage("letter.p12").1);
    let target = Target::of(letter, p12, p12.sentences()[0]).unwrap();
    let highlight =
        Highlight { category: "claim".into(), note: "n".into(), tags: Vec::new(), targets: vec![target.clone()] };
    notebook.apply(Change::Highlight("h1".into(), Some(highlight)), at(1));
    notebook
        .apply(Change::Account(Slot { period: Some("2020-war".into()), part: Part::Text }, Some("Mine".into())), at(2));
    let out: Value = serde_json::from_str(&ld(&notebook)).unwrap();
    assert_eq!(out["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(
        (&out["type"], &out["total"], &out["first"]["type"]),
        (&json!("AnnotationCollection"), &json!(2), &json!("AnnotationPage"))
    );
    let first = &out["first"]["items"][0];
    assert_eq!(
        (&first["id"], &first["type"], &first["motivation"]),
        (&json!("urn:parallax:highlight:h1"), &json!("Annotation"), &json!("commenting"))
    );
    assert_eq!(first["created"], "2020-09-13T12:26:40.001Z");
    assert_eq!(
        first["body"][0],
        json!({ "type": "TextualBody", "value": "n", "format": "text/markdown", "purpose": "commenting" })
    );
    assert_eq!(first["body"][1]["value"], "Claim");
    assert_eq!(first["target"]["source"], "https://example.org/parallax/#v1/original/letter");
    assert_eq!(first["target"]["scope"], "https://example.org/parallax/#letter.p12");
    assert_eq!(first["target"]["selector"][0]["exact"], target.selector.exact);
    assert_eq!(first["target"]["selector"][1]["start"], target.selector.position.unwrap().start);
    let second = &out["first"]["items"][1];
    assert_eq!(
        (&second["motivation"], &second["target"]),
        (&json!("describing"), &json!("https://example.org/parallax/#period:2020-war"))
    );
}

// The guided reading.

#[test]
fn prompts_come_in_the_order_of_reading() {
    assert!(Prompt::ALL.windows(2).all(|pair| pair[0].step() <= pair[1].step()));
    for prompt in Prompt::ALL {
        assert!(words::prompt(*prompt).ends_with(['?', '.']) && words::prompt(*prompt).len() < 90);
        assert_eq!(Prompt::named(prompt.name()), Some(*prompt));
        assert!(words::step(prompt.step()).len() > 3);
    }
}
