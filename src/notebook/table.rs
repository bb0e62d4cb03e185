//! A notebook as a table (RFC 4180), and back.
//!
//! The last column has the record of what stands in the row, as [`super::own`] writes it, so that nothing is lost. What is
//! changed in the columns `text`, `category` and `tags` is taken over; a quote is what the document says, and is not.

use serde_json::{Map, Value, json};

use super::fault::{Problem, Refusal};
use super::import::check;
use super::reading::Reading;
use super::{Address, CATEGORIES, Moment, Notebook, Place, Register, own};
use crate::corpus::Bundle;
use crate::csv::{self, row, unguarded};

/// The columns.
const HEAD: [&str; 13] = [
    "kind", "id", "category", "tags", "document", "passage", "place", "quote", "text", "created", "modified", "link",
    "record",
];

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
        let own = notebook.categories.get(&highlight.category).and_then(|own| own.value.as_ref()?.name.as_deref());
        let mut record = Value::Object(own::named(id, register)).to_string();
        let category = own.unwrap_or(&highlight.category);
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
            let rest = [document, passage, place, target.words(), &highlight.note, &created, &modified, &link, &record];
            table.push_str(&row(start.into_iter().chain(rest)));
            record.clear();
        }
    }
    for (slot, register) in &notebook.account {
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
    for (asked, register) in &notebook.answers {
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

/// The rows of a file, where it is of this kind: its first line names the columns.
pub(super) fn rows(file: &str) -> Option<Vec<Vec<String>>> {
    let head = csv::rows(file.lines().next()?);
    let is_head = ["kind", "record"].iter().all(|name| head.concat().iter().any(|cell| cell == name));
    is_head.then(|| csv::rows(file))
}

/// Reads the records of a table, and what was changed in its columns; a column that is missing changes nothing.
///
/// # Errors
/// [`Refusal`] where a limit is exceeded.
pub(super) fn read<'t>(table: &'t [Vec<String>], at: Moment, reading: &mut Reading) -> Result<Notebook, Refusal> {
    let column = |name| table.first()?.iter().position(|cell| cell.trim() == name);
    let columns = ["kind", "record", "text", "category", "tags"].map(column);
    let cells = |row: &'t Vec<String>| columns.map(|at| Some(row.get(at?).map_or("", String::as_str)));
    let rows: Vec<[Option<&str>; 5]> = table.iter().skip(1).map(cells).collect();
    check(&rows.iter().filter_map(|row| row[1]).collect::<String>())?;
    let mut notebook = Map::new();
    notebook.insert("format".to_owned(), json!(own::FORMAT));
    let mut things = Vec::new();
    // Rows are counted as a spreadsheet counts them, with the head.
    for (number, [kind, record, text, category, tags]) in (2..).zip(rows) {
        let (kind, record) = (kind.unwrap_or_default(), record.unwrap_or_default());
        if record.is_empty() && (kind.is_empty() || kind == "highlight") {
            continue;
        }
        let step = format!("row {number}");
        let thing = reading.within(&step, |reading| {
            let Ok(Value::Object(mut fields)) = serde_json::from_str(record) else {
                reading.fault_at("record", Problem::Expected("the record that was exported"));
                return None;
            };
            let (list, name) = match kind {
                "highlight" => ("highlights", "note"),
                "account" => ("account", "text"),
                "answer" => ("answers", "text"),
                "notebook" => {
                    if let Some(title) = fields.get_mut("title").and_then(Value::as_object_mut) {
                        retell("text", text, at, title);
                    }
                    notebook = fields;
                    return None;
                }
                _ => {
                    reading.fault_at("kind", Problem::NoPlace(kind.to_owned()));
                    return None;
                }
            };
            retell(name, text, at, &mut fields);
            Some((list, fields))
        });
        if let Some((list, fields)) = thing {
            things.push((step, list, fields, category, tags));
        }
    }
    let names = names(&notebook);
    for (step, list, mut fields, category, tags) in things {
        if list == "highlights" {
            reading.within(&step, |reading| sort(&mut fields, category, tags, &names, at, reading));
        }
        let list = notebook.entry(list).or_insert_with(|| json!([]));
        if let Some(list) = list.as_array_mut() {
            list.push(Value::Object(fields));
        }
    }
    Ok(own::read(notebook, reading))
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

/// What the categories are called in a table, by their ids.
fn names(notebook: &Map<String, Value>) -> Vec<(String, String)> {
    let own = notebook.get("categories").and_then(Value::as_array).into_iter().flatten().filter_map(|category| {
        let id = category.get("id")?.as_str()?.to_owned();
        let name = category.get("name").and_then(Value::as_str).map(str::to_owned);
        Some((id.clone(), name.unwrap_or(id)))
    });
    CATEGORIES.iter().map(|(id, _)| ((*id).to_owned(), (*id).to_owned())).chain(own).collect()
}

/// Takes over the category and the keywords of a highlight, where its row has others than its record.
fn sort(
    fields: &mut Map<String, Value>,
    category: Option<&str>,
    tags: Option<&str>,
    names: &[(String, String)],
    at: Moment,
    reading: &mut Reading,
) {
    let id = fields.get("category").and_then(Value::as_str).unwrap_or_default();
    let was = names.iter().rfind(|(known, _)| known == id).map_or(id, |(_, name)| name);
    let told = category.map(|cell| told(cell, was)).filter(|told| !own::is_alike(was, told));
    if let Some(told) = told {
        match names.iter().rfind(|(id, name)| id == told || name == told) {
            Some((id, _)) => own::retell("category", id, at, fields),
            None if told.is_empty() => own::retell("category", "", at, fields),
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
