//! The app's own form of a notebook: JSON, with everything. `assets/schema/notebook.v1.schema.json` describes it.

use serde_json::{Map, Value, json};

use super::fault::Problem;
use super::model::put_text;
use super::reading::Reading;
use super::register::{Held, Register, TOLD};
use super::{Asked, Moment, Notebook, Part, Registers, Slot};

/// What a file of this form calls itself.
pub const TYPE: &str = "parallax.notebook";
/// Version of the form; raised when a reader of the old one would misread the new.
pub const FORMAT: u64 = 1;

/// A notebook as JSON.
#[must_use]
pub fn json(notebook: &Notebook) -> String {
    format!("{:#}\n", Value::Object(record(notebook, |_| true)))
}

/// A notebook that [`json()`] has written, whatever its size; nobody else has. `None` where it is damaged.
#[must_use]
pub fn stored(json: &str) -> Option<Notebook> {
    let Ok(Value::Object(fields)) = serde_json::from_str(json) else { return None };
    (fields.get("type").is_some_and(|found| found == TYPE)).then(|| read(fields, &mut Reading::default()))
}

/// A notebook's record, with those of its things that are `kept`: told whether they are deleted.
pub(super) fn record(notebook: &Notebook, kept: fn(deleted: bool) -> bool) -> Map<String, Value> {
    let mut fields = notebook.more.clone();
    fields.insert("type".into(), json!(TYPE));
    fields.insert("format".into(), json!(FORMAT));
    put_text("id", Some(&notebook.id), &mut fields);
    fields.insert("title".into(), Value::Object(written(&notebook.title)));
    let categories = notebook.categories.iter().map(|(id, register)| Value::Object(named(id, register)));
    fields.insert("categories".into(), categories.collect());
    let highlights = notebook.highlights.iter().filter(|(_, highlight)| kept(highlight.value.is_none()));
    let highlights = highlights.map(|(id, register)| Value::Object(named(id, register)));
    fields.insert("highlights".into(), highlights.collect());
    let account = notebook.account.iter().filter(|(_, entry)| kept(entry.value.is_none()));
    let account = account.map(|(slot, register)| Value::Object(entry(slot, register)));
    fields.insert("account".into(), account.collect());
    let answers = notebook.answers.iter().filter(|(_, answer)| kept(answer.value.is_none()));
    let answers = answers.map(|(asked, register)| Value::Object(answer(asked, register)));
    fields.insert("answers".into(), answers.collect());
    fields
}

/// The record of an entry of the reader's account.
pub(super) fn entry(slot: &Slot, register: &Register<String>) -> Map<String, Value> {
    let mut fields = written(register);
    put_text("period", slot.period.as_deref(), &mut fields);
    put_text("part", Some(slot.part.name()), &mut fields);
    fields
}

/// The record of an answer.
pub(super) fn answer(asked: &Asked, register: &Register<String>) -> Map<String, Value> {
    let mut fields = written(register);
    put_text("prompt", Some(&asked.prompt), &mut fields);
    put_text("about", asked.about.as_deref(), &mut fields);
    fields
}

/// The record of a thing that has an id.
pub(super) fn named<V: Held>(id: &str, register: &Register<V>) -> Map<String, Value> {
    let mut fields = written(register);
    put_text("id", Some(id), &mut fields);
    fields
}

/// Writes into a record what a text or a table beside it tells otherwise. Where it tells nothing any more, a note is
/// empty, and a text is deleted.
pub(super) fn retell(name: &str, told: &str, at: Moment, fields: &mut Map<String, Value>) {
    let was = fields.get(name).and_then(Value::as_str).unwrap_or_default();
    if is_alike(was, told) {
        return;
    }
    let told = told.trim_end().trim_start_matches(['\r', '\n']);
    if name == "text" && told.is_empty() {
        fields.insert("deleted".into(), json!(true));
    } else {
        fields.remove("deleted");
        put_text(name, Some(told), fields);
    }
    date(at, fields);
}

/// Whether two texts differ in their line ends only, in blanks before them, and in empty lines around them: that is the
/// business of the program that saved the file.
pub(super) fn is_alike(one: &str, other: &str) -> bool {
    one.trim().lines().map(str::trim_end).eq(other.trim().lines().map(str::trim_end))
}

/// Dates a record as changed right after it was exported: whatever was changed in the app since counts more. Of what was
/// changed in one file several times the last import counts, which is `at`.
pub(super) fn date(at: Moment, fields: &mut Map<String, Value>) {
    put_text(TOLD, Some(&at.to_string()), fields);
    let before = fields.get("modified").and_then(Value::as_str).and_then(Moment::parse).unwrap_or_default();
    put_text("modified", Some(&Moment::default().after(before).to_string()), fields);
}

fn written<V: Held>(register: &Register<V>) -> Map<String, Value> {
    let mut fields = register.more.clone();
    put_text("created", Some(&register.created.to_string()), &mut fields);
    put_text("modified", Some(&register.modified.to_string()), &mut fields);
    match &register.value {
        Some(value) => value.write(&mut fields),
        None => drop(fields.insert("deleted".into(), json!(true))),
    }
    fields
}

/// Reads a notebook's record.
pub(super) fn read(mut fields: Map<String, Value>, reading: &mut Reading) -> Notebook {
    fields.remove("type");
    match fields.remove("format") {
        Some(Value::Number(found)) if found.as_u64() == Some(FORMAT) => {}
        Some(Value::Number(found)) if found.as_u64() > Some(FORMAT) => {
            reading.fault(Problem::Newer(found.as_u64().unwrap_or_default()));
        }
        _ => reading.fault_at("format", Problem::Expected("the number 1")),
    }
    let id = reading.id("id", &mut fields).unwrap_or_default();
    let title = fields.remove("title").and_then(|title| {
        reading.within("title", |reading| {
            let mut fields = reading.object(title)?;
            register(&mut fields, reading)
        })
    });
    let title = title.unwrap_or_else(nothing);
    let categories = shelf("categories", &mut fields, reading, |fields, reading| reading.id("id", fields));
    let highlights = shelf("highlights", &mut fields, reading, |fields, reading| reading.id("id", fields));
    let account = shelf("account", &mut fields, reading, |fields, reading| {
        let period = reading.text("period", fields);
        let part = reading.required("part", fields)?;
        match Part::named(&part) {
            Some(part) => Some(Slot { period, part }),
            None => {
                reading.fault_at("part", Problem::NoPlace(part));
                None
            }
        }
    });
    let answers = shelf("answers", &mut fields, reading, |fields, reading| {
        let about = reading.text("about", fields);
        Some(Asked { prompt: reading.required("prompt", fields)?, about })
    });
    Notebook { id, title, categories, highlights, account, answers, more: fields }
}

/// A register that holds nothing and is older than any other.
pub(super) fn nothing<V>() -> Register<V> {
    Register { created: Moment::default(), modified: Moment::default(), value: None, more: Map::new() }
}

fn shelf<K: Ord, V: Held>(
    name: &'static str,
    fields: &mut Map<String, Value>,
    reading: &mut Reading,
    key: impl Fn(&mut Map<String, Value>, &mut Reading) -> Option<K>,
) -> Registers<K, V> {
    let mut shelf = Registers::default();
    reading.list(name, fields, |value, reading| {
        let mut fields = reading.object(value)?;
        let told = ["id", "prompt", "part"].iter().find_map(|name| fields.get(*name)?.as_str().map(str::to_owned));
        let key = key(&mut fields, reading)?;
        let register = register(&mut fields, reading)?;
        put(&mut shelf, key, register, told.unwrap_or_default(), reading);
        Some(())
    });
    shelf
}

/// Puts a thing where no other of its key is; of two that differ, the later stays.
pub(super) fn put<K: Ord, V: Held>(
    shelf: &mut Registers<K, V>,
    key: K,
    register: Register<V>,
    told: String,
    reading: &mut Reading,
) {
    match shelf.get_mut(&key) {
        None => shelf.insert(key, register),
        Some(own) if *own == register => {}
        Some(own) => {
            own.merge(&register);
            reading.fault(Problem::Duplicate(told));
        }
    }
}

/// Reads what a record holds; `None` where it holds nothing that could be kept.
fn register<V: Held>(fields: &mut Map<String, Value>, reading: &mut Reading) -> Option<Register<V>> {
    if !fields.contains_key("modified") {
        reading.fault(Problem::NotADate(String::new()));
    }
    let created = reading.moment("created", fields);
    let modified = reading.moment("modified", fields).unwrap_or_default();
    let deleted = match fields.remove("deleted") {
        Some(Value::Bool(deleted)) => deleted,
        None => false,
        Some(_) => reading.within("deleted", |reading| reading.expected("true or false")).unwrap_or_default(),
    };
    let value = if deleted {
        // What a deleted thing held is nobody's business.
        V::read(fields, &mut Reading::default());
        None
    } else {
        Some(V::read(fields, reading)?)
    };
    Some(Register { created: created.unwrap_or(modified), modified, value, more: std::mem::take(fields) })
}
