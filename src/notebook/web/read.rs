//! Annotations of any program as a notebook.

use serde_json::{Map, Value};

use super::super::address::document_of;
use super::super::fault::Problem;
use super::super::model::CATEGORIES;
use super::super::reading::Reading;
use super::super::register::Register;
use super::super::{Asked, Highlight, Notebook, Part, Registers, Selector, Slot, Target, own};
use super::{FOREIGN, HIGHLIGHT, SELECTORS};
use crate::escape::from_percent;
use crate::verify::digest;

type Fields = Map<String, Value>;

/// Whether a file holds annotations.
pub fn is_annotations(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| is(item, "Annotation")),
        Value::Object(fields) => {
            ["AnnotationCollection", "AnnotationPage", "Annotation"].iter().any(|kind| is(value, kind))
                || fields.contains_key("@graph")
        }
        _ => false,
    }
}

/// Whether a record is of a type, however the type is written.
fn is(value: &Value, kind: &str) -> bool {
    let named = |value: &Value| {
        value.as_str().is_some_and(|name| name.rsplit(['#', '/', ':']).next().is_some_and(|name| name == kind))
    };
    let found = value.get("type").or_else(|| value.get("@type"));
    found.is_some_and(|found| match found {
        Value::Array(names) => names.iter().any(named),
        name => named(name),
    })
}

/// Reads annotations, in whatever they are wrapped.
pub fn read(value: Value, reading: &mut Reading) -> Notebook {
    let mut notebook = Notebook {
        id: String::new(),
        title: own::nothing(),
        categories: Registers::default(),
        highlights: Registers::default(),
        account: Registers::default(),
        answers: Registers::default(),
        more: Map::new(),
    };
    wrapped(value, &mut notebook, reading);
    notebook
}

/// A list, a collection, a page, or one annotation.
fn wrapped(value: Value, notebook: &mut Notebook, reading: &mut Reading) {
    if value.is_array() {
        reading.items(value, |item, reading| -> Option<()> {
            wrapped(item, notebook, reading);
            None
        });
        return;
    }
    if is(&value, "Annotation") {
        annotation(value, notebook, reading);
        return;
    }
    let holds = is(&value, "AnnotationCollection") || is(&value, "AnnotationPage") || value.get("@graph").is_some();
    if value.is_object() && !holds {
        reading.fault(Problem::Expected("an annotation"));
        return;
    }
    let Some(mut fields) = reading.object(value) else { return };
    if let Some(Value::Object(kept)) = fields.remove("parallax:notebook") {
        let kept = reading.within("parallax:notebook", |reading| own::read(kept, reading));
        let before = std::mem::replace(notebook, kept);
        if !before.is_empty() {
            notebook.merge(&before);
        }
    }
    if let Some(label) = reading.text("label", &mut fields).filter(|label| !label.is_empty())
        && notebook.title == own::nothing()
    {
        notebook.title.value = Some(label);
    }
    for name in ["first", "items", "@graph", "next"] {
        match fields.remove(name) {
            None | Some(Value::Null) => {}
            Some(Value::String(address)) => reading.fault_at(name, Problem::Elsewhere(address)),
            Some(inner) => reading.within(name, |reading| wrapped(inner, notebook, reading)),
        }
    }
    const KNOWN: [&str; 12] = [
        "@context",
        "id",
        "@id",
        "type",
        "@type",
        "total",
        "last",
        "startIndex",
        "partOf",
        "prev",
        "created",
        "modified",
    ];
    no_place(&fields, &KNOWN, reading);
}

fn annotation(value: Value, notebook: &mut Notebook, reading: &mut Reading) {
    // An annotation without an id gets one from what it says, so that it is the same when it is imported again.
    let made = || format!("urn:sha256:{}", digest(&value.to_string()));
    let id = match value.get("id").or_else(|| value.get("@id")).and_then(Value::as_str) {
        Some(id) => id.strip_prefix(HIGHLIGHT).map_or_else(|| id.to_owned(), from_percent),
        None => made(),
    };
    let Some(mut fields) = reading.object(value) else { return };
    for known in ["@context", "@id", "type", "@type"] {
        fields.remove(known);
    }
    if reading.id("id", &mut Map::from_iter([("id".to_owned(), Value::String(id.clone()))])).is_none() {
        return;
    }
    fields.remove("id");
    let created = reading.moment("created", &mut fields);
    let modified = reading.moment("modified", &mut fields).or(created).unwrap_or_default();
    let mut more = extra(&mut fields, reading);
    let (note, mut tags, mut classes) = bodies(&mut fields, reading);
    let part = reading.text("parallax:part", &mut fields);
    let prompt = reading.text("parallax:prompt", &mut fields);
    let period = reading.text("parallax:period", &mut fields);
    let about = reading.text("parallax:about", &mut fields);
    let category = reading.text("parallax:category", &mut fields);
    let none = fields.remove("parallax:targets").is_some_and(|number| number == 0);
    let target = fields.remove("target").unwrap_or_default();
    // What it is for follows from what it holds, unless another program said something else.
    let own = part.is_some() || prompt.is_some();
    if own || fields.get("motivation").is_some_and(|what| what == "highlighting" || what == "commenting") {
        fields.remove("motivation");
    }
    if !fields.is_empty() {
        more.insert(FOREIGN.into(), Value::Object(fields));
    }
    let created = created.unwrap_or(modified);
    if let Some(part) = part {
        match Part::named(&part) {
            Some(named) => {
                let register = Register { created, modified, value: Some(note), more };
                own::put(&mut notebook.account, Slot { period, part: named }, register, part, reading);
            }
            None => reading.fault_at("parallax:part", Problem::NoPlace(part)),
        }
        return;
    }
    if let Some(prompt) = prompt {
        let register = Register { created, modified, value: Some(note), more };
        own::put(&mut notebook.answers, Asked { prompt: prompt.clone(), about }, register, prompt, reading);
        return;
    }
    let category = category.unwrap_or_else(|| {
        classes.append(&mut tags);
        tags = classes;
        category_of(&mut tags)
    });
    let targets = if none { Vec::new() } else { reading.within("target", |reading| targets(target, reading)) };
    let value = Some(Highlight { category, note, tags, targets });
    own::put(&mut notebook.highlights, id.clone(), Register { created, modified, value, more }, id, reading);
}

/// What was kept of a later version.
fn extra(fields: &mut Fields, reading: &mut Reading) -> Fields {
    let Some(more) = fields.remove("parallax:more") else { return Map::new() };
    reading.within("parallax:more", |reading| reading.object(more)).unwrap_or_default()
}

/// Names the members that have no place here.
fn no_place(fields: &Fields, known: &[&str], reading: &mut Reading) {
    for name in fields.keys().filter(|name| !known.contains(&name.as_str())) {
        reading.fault_at(name, Problem::NoPlace(name.clone()));
    }
}

/// The category that one of these keywords names; it is taken out of them.
fn category_of(tags: &mut Vec<String>) -> String {
    let alike = |tag: &str, id: &str| tag.to_lowercase().replace(' ', "-") == id;
    for (at, tag) in tags.iter().enumerate() {
        if let Some((id, _)) = CATEGORIES.iter().find(|(id, _)| alike(tag, id)) {
            tags.remove(at);
            return (*id).to_owned();
        }
    }
    String::new()
}

/// The note, the keywords and the classes that the bodies give.
fn bodies(fields: &mut Fields, reading: &mut Reading) -> (String, Vec<String>, Vec<String>) {
    let (mut notes, mut tags, mut classes) = (Vec::new(), Vec::new(), Vec::new());
    notes.extend(reading.text("bodyValue", fields));
    let mut read = |body: Value, reading: &mut Reading| -> Option<()> {
        if let Value::String(address) = body {
            // A body elsewhere: its address is what it says.
            notes.push(address);
            return Some(());
        }
        let mut body = reading.object(body)?;
        let purpose = reading.text("purpose", &mut body).unwrap_or_default();
        let value = reading.text("value", &mut body);
        let value = value.or_else(|| reading.text("id", &mut body)).or_else(|| reading.text("source", &mut body));
        let Some(value) = value else {
            return reading.expected("a body with a text");
        };
        match purpose.as_str() {
            "tagging" => tags.push(value),
            "classifying" => classes.push(value),
            _ => notes.push(value),
        }
        no_place(&body, &["type", "@type", "id", "@id", "format"], reading);
        Some(())
    };
    match fields.remove("body") {
        None | Some(Value::Null) => {}
        Some(Value::Array(items)) => {
            reading.within("body", |reading| reading.items(Value::Array(items), &mut read));
        }
        Some(one) => {
            reading.within("body", |reading| read(one, reading));
        }
    }
    (notes.join("\n\n"), tags, classes)
}

fn targets(value: Value, reading: &mut Reading) -> Vec<Target> {
    match value {
        Value::Null => {
            reading.fault(Problem::NoQuote);
            Vec::new()
        }
        Value::Array(_) => reading.items(value, target),
        one => target(one, reading).into_iter().collect(),
    }
}

fn target(value: Value, reading: &mut Reading) -> Option<Target> {
    if let Value::String(source) = value {
        reading.fault(Problem::NoQuote);
        return Some(Target {
            document: document_of(&source).unwrap_or_default(),
            source: Some(source),
            ..Target::default()
        });
    }
    let mut fields = reading.object(value)?;
    let mut found = Target::default();
    let named = match fields.remove("source") {
        Some(Value::String(source)) => Some(source),
        Some(Value::Object(mut source)) => reading.within("source", |reading| {
            let id = reading.text("id", &mut source);
            no_place(&source, &["type", "@type"], reading);
            id
        }),
        Some(_) => reading.within("source", |reading| reading.expected("an address")),
        None => reading.text("id", &mut fields),
    };
    found.words = reading.text("parallax:words", &mut fields);
    found.passage = reading.text("parallax:passage", &mut fields);
    if found.passage.is_some() {
        fields.remove("scope");
    }
    match reading.text("parallax:document", &mut fields) {
        Some(document) => {
            found.document = document;
            found.source = reading.text("parallax:source", &mut fields);
        }
        None => {
            found.document = named.as_deref().and_then(document_of).unwrap_or_default();
            found.source = named;
        }
    }
    found.more = extra(&mut fields, reading);
    let mut others = Vec::new();
    match fields.remove("selector") {
        None | Some(Value::Null) => {}
        Some(Value::Array(items)) => {
            reading.within("selector", |reading| {
                reading.items(Value::Array(items), |item, reading| -> Option<()> {
                    selector(item, &mut found.selector, &mut others, true, reading);
                    None
                })
            });
        }
        Some(one) => {
            reading.within("selector", |reading| selector(one, &mut found.selector, &mut others, true, reading));
        }
    }
    if found.selector.exact.is_empty() {
        reading.fault(Problem::NoQuote);
    }
    if !others.is_empty() {
        found.more.insert(SELECTORS.into(), Value::Array(others));
    }
    fields.remove("type");
    fields.remove("@type");
    if !fields.is_empty() {
        found.more.insert(FOREIGN.into(), Value::Object(fields));
    }
    Some(found)
}

/// Reads a selector into `found`; one that cannot be followed is kept with `others`.
///
/// What a selector refines is a part of the document: a quote in it is one of the document too, a position is not.
fn selector(value: Value, found: &mut Selector, others: &mut Vec<Value>, whole: bool, reading: &mut Reading) {
    let quote = is(&value, "TextQuoteSelector") && found.exact.is_empty();
    let position = is(&value, "TextPositionSelector") && whole && found.position.is_none();
    let refined = value.get("refinedBy").cloned();
    let followed = (quote || position) && refined.is_none();
    if whole && !followed {
        others.push(value.clone());
    }
    if let Some(refined) = refined {
        reading.within("refinedBy", |reading| selector(refined, found, others, false, reading));
        return;
    }
    let Value::Object(mut fields) = value else {
        reading.fault(Problem::Expected("a selector"));
        return;
    };
    if quote {
        found.exact = reading.text("exact", &mut fields).unwrap_or_default();
        found.prefix = reading.text("prefix", &mut fields).unwrap_or_default();
        found.suffix = reading.text("suffix", &mut fields).unwrap_or_default();
    } else if position {
        found.position = reading.span(&mut fields);
    } else {
        return;
    }
    no_place(&fields, &["type", "@type"], reading);
}
