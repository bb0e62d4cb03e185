//! A notebook as a table (RFC 4180), and back.
//!
//! The last column has the record of what stands in the row, as [`super::own`] writes it, so that nothing is lost. What is
//! changed in the columns `text`, `category` and `tags` is taken over; a quote is what the document says, and is not.

use serde_json::{Map, Value, json};

use super::fault::{ITEMS_AT_MOST, OWN_DEPTH_AT_MOST, Problem, Refusal, VALUES_AT_MOST};
use super::import::extent;
use super::reading::Reading;
use super::{Address, CATEGORIES, Moment, Notebook, Place, Register, own};
use crate::corpus::Bundle;
use crate::csv::{self, row, unguarded};
use crate::words::notebook as words;

/// The columns.
const HEAD: [&str; 13] = [
    "kind", "id", "category", "tags", "document", "passage", "place", "quote", "text", "created", "modified", "link",
    "record",
];

/// Bytes of the first line, at most.
const HEAD_AT_MOST: usize = 1_000;
/// Between keywords.
const BETWEEN: &str = "; ";

/// A line for each stretch of words that is highlighted, each entry and each answer. For entries and answers `id` is the
/// part or the prompt, `document` the document or the period they are about. The record of a highlight of several
/// stretches stands beside the first; that of the notebook holds what has no line.
#[must_use]
pub fn table(notebook: &Notebook, bundle: &Bundle, address: Address) -> String {
    let mut table = row(HEAD);
    let rest = own::record(notebook, |deleted| deleted);
    table.push_str(&text("notebook", &notebook.id, "", notebook.title(), "", &notebook.title, rest));
    for (id, register, highlight) in notebook.highlights() {
        let mut record = Value::Object(own::named(id, register)).to_string();
        let category = words::named(notebook, &highlight.category);
        let (created, modified) = (register.created.to_string(), register.modified.to_string());
        let tags = highlight.tags.join(BETWEEN);
        let start = ["highlight", id, category, &tags];
        if highlight.targets.is_empty() {
            let rest = ["", "", "orphaned", "", &highlight.note, &created, &modified, "", &record];
            table.push_str(&row(start.into_iter().chain(rest)));
        }
        for target in &highlight.targets {
            let found = target.find(bundle);
            let place = found.map_or("elsewhere", |(_, place)| Place::name(place));
            let document = found.map_or(target.document.as_str(), |(document, _)| &document.id);
            let passage = target.passage.as_deref().unwrap_or_default();
            let link = match (&target.passage, &target.source) {
                (Some(passage), _) => address.of_passage(passage),
                (None, Some(source)) => source.clone(),
                (None, None) => address.of_document(document),
            };
            // What belongs to the highlight as a whole stands beside its first stretch.
            let note = if record.is_empty() { "" } else { &highlight.note };
            let rest = [document, passage, place, target.words(), note, &created, &modified, &link, &record];
            table.push_str(&row(start.into_iter().chain(rest)));
            record.clear();
        }
    }
    for (slot, register) in notebook.account.iter() {
        if let Some(written) = &register.value {
            let about = slot.period.as_deref().unwrap_or_default();
            let link = slot.period.as_deref().map(|period| address.of_period(period)).unwrap_or_default();
            table.push_str(&text(
                "account",
                slot.part.name(),
                about,
                written,
                &link,
                register,
                own::entry(slot, register),
            ));
        }
    }
    for (asked, register) in notebook.answers.iter() {
        if let Some(written) = &register.value {
            let about = asked.about.as_deref().unwrap_or_default();
            table.push_str(&text("answer", &asked.prompt, about, written, "", register, own::answer(asked, register)));
        }
    }
    table
}

/// When something was written; nothing where it never was: the title of a notebook that nobody has named.
fn date(moment: Moment) -> String {
    if moment == Moment::default() { String::new() } else { moment.to_string() }
}

/// A line without a quote: what kind of text, which, what it is about.
fn text(
    kind: &str,
    id: &str,
    about: &str,
    text: &str,
    link: &str,
    register: &Register<String>,
    record: Map<String, Value>,
) -> String {
    let (created, modified) = (date(register.created), date(register.modified));
    row([kind, id, "", "", about, "", "", "", text, &created, &modified, link, &Value::Object(record).to_string()])
}

/// Whether a file is of this kind: its first line names the columns.
pub(super) fn is_table(file: &str) -> bool {
    let head = file.lines().next().filter(|head| head.len() < HEAD_AT_MOST).map(csv::rows).unwrap_or_default();
    ["kind", "record"].iter().all(|name| head.concat().iter().any(|cell| cell.trim() == *name))
}

/// Reads the records of a table, and what was changed in its columns for texts, categories and keywords; one of these
/// that is missing changes nothing.
///
/// # Errors
/// [`Refusal::TooMany`] where a limit is exceeded.
pub(super) fn read(file: &str, at: Moment, reading: &mut Reading) -> Result<Notebook, Refusal> {
    let cells = file.bytes().filter(|byte| b",;\t\n".contains(byte)).count();
    check(cells, VALUES_AT_MOST)?;
    let table = csv::rows(file);
    let column = |name| table.first()?.iter().position(|cell| cell.trim() == name);
    let columns = ["kind", "record", "text", "category", "tags", "id"].map(column);
    let mut notebook = Map::new();
    notebook.insert("format".to_owned(), json!(own::FORMAT));
    let mut things = Vec::new();
    let mut values = 0;
    // Rows are counted as a spreadsheet counts them, with the head.
    for (number, row) in (2..).zip(table.iter().skip(1)) {
        let [kind, record, text, category, tags, id] = columns.map(|at| Some(row.get(at?).map_or("", String::as_str)));
        let (kind, record) = (kind.unwrap_or_default(), record.unwrap_or_default());
        // Another stretch of a highlight, or nothing.
        if record.is_empty() && (kind.is_empty() || kind == "highlight") && text.unwrap_or_default().is_empty() {
            continue;
        }
        let (depth, more) = extent(record);
        values += more;
        check(values, VALUES_AT_MOST)?;
        let step = format!("row {number}");
        let thing = reading.within(&step, |reading| {
            let fields = if depth > OWN_DEPTH_AT_MOST { None } else { serde_json::from_str(record).ok() };
            let Some(Value::Object(mut fields)) = fields else {
                reading.fault_at("record", Problem::Expected("the record that was exported"));
                return None;
            };
            let (list, name) = match kind {
                "highlight" => ("highlights", "note"),
                "account" => ("account", "text"),
                "answer" => ("answers", "text"),
                "notebook" => ("", ""),
                _ => {
                    reading.fault_at("kind", Problem::NoPlace(kind.to_owned()));
                    return None;
                }
            };
            // Where a column was sorted without the others, nothing is known of what stands beside a record.
            let own = ["id", "part", "prompt"].iter().find_map(|name| fields.get(*name)?.as_str()).unwrap_or_default();
            let is_own = id.is_none_or(|id| own::is_alike(own, told(id, own)));
            if !is_own {
                reading.fault_at("id", Problem::Expected("the id of the record in this row"));
            } else if !list.is_empty() {
                retell(name, text, at, &mut fields);
            } else if let Some(title) = fields.get_mut("title").and_then(Value::as_object_mut) {
                retell("text", text, at, title);
            }
            if list.is_empty() {
                notebook = fields;
                return None;
            }
            Some((list, fields, is_own))
        });
        if let Some((list, fields, is_own)) = thing {
            things.push((step, list, fields, (category.filter(|_| is_own), tags.filter(|_| is_own))));
        }
        check(things.len(), ITEMS_AT_MOST)?;
    }
    let names = Names::of(&notebook);
    for (step, list, mut fields, (category, tags)) in things {
        if list == "highlights" {
            reading.within(&step, |reading| sort(&mut fields, (category, tags), &names, at, reading));
        }
        let list = notebook.entry(list).or_insert_with(|| json!([]));
        if let Some(list) = list.as_array_mut() {
            list.push(Value::Object(fields));
        }
    }
    Ok(own::read(notebook, reading))
}

fn check(items: usize, limit: usize) -> Result<(), Refusal> {
    if items > limit { Err(Refusal::TooMany { items, limit }) } else { Ok(()) }
}

/// What a cell says, where a text was written into it: without its apostrophe, unless that belongs to the text.
fn told<'a>(cell: &'a str, was: &str) -> &'a str {
    if own::is_alike(was, cell) { cell } else { unguarded(cell) }
}

fn retell(name: &str, cell: Option<&str>, at: Moment, fields: &mut Map<String, Value>) {
    if let Some(cell) = cell {
        let told = told(cell, fields.get(name).and_then(Value::as_str).unwrap_or_default()).to_owned();
        own::retell(name, &told, at, fields);
    }
}

/// What the categories are called in a table by their ids, and the other way round.
#[derive(Default)]
struct Names {
    named: Map<String, Value>,
    ids: Map<String, Value>,
}

impl Names {
    fn of(notebook: &Map<String, Value>) -> Self {
        let mut names = Self::default();
        let mut add = |id: &str, name: &str| {
            names.named.insert(id.to_owned(), json!(name));
            names.ids.insert(id.to_owned(), json!(id));
            names.ids.insert(name.trim().to_owned(), json!(id));
        };
        for id in CATEGORIES.iter().map(|(id, _)| *id).chain([""]) {
            add(id, words::category(id));
        }
        for category in notebook.get("categories").and_then(Value::as_array).into_iter().flatten() {
            let id = category.get("id").and_then(Value::as_str).unwrap_or_default();
            let name = category.get("name").and_then(Value::as_str).filter(|name| !name.is_empty());
            add(id, name.unwrap_or_else(|| words::category(id)));
        }
        names
    }
}

/// Takes over the category and the keywords of a highlight, where its row has others than its record.
fn sort(
    fields: &mut Map<String, Value>,
    (category, tags): (Option<&str>, Option<&str>),
    names: &Names,
    at: Moment,
    reading: &mut Reading,
) {
    let id = fields.get("category").and_then(Value::as_str).unwrap_or_default();
    let was = names.named.get(id).and_then(Value::as_str).unwrap_or_else(|| words::category(id));
    let told = category.map(|cell| self::told(cell, was)).filter(|told| !own::is_alike(was, told));
    if let Some(told) = told {
        match names.ids.get(told.trim()).and_then(Value::as_str) {
            Some(id) => own::retell("category", id, at, fields),
            None => reading.fault_at("category", Problem::Expected("the name of a category")),
        }
    }
    let was = fields.get("tags").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let was = was.collect::<Vec<_>>().join(BETWEEN);
    if let Some(cell) = tags.filter(|cell| !own::is_alike(&was, self::told(cell, &was))) {
        let tags = unguarded(cell).split(BETWEEN.trim()).map(str::trim).filter(|tag| !tag.is_empty());
        fields.insert("tags".to_owned(), tags.collect());
        own::date(at, fields);
    }
}
