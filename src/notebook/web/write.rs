//! A notebook as an AnnotationCollection.

use serde_json::{Map, Value, json};

use super::super::address::Address;
use super::super::model::put_text;
use super::super::register::{Held, Register};
use super::super::{Asked, Highlight, Notebook, Part, Prompt, Slot, Target, own};
use super::{CONTEXT, FOREIGN, HIGHLIGHT, NAMESPACE, SELECTORS};
use crate::escape::percent;

type Fields = Map<String, Value>;

/// A notebook in JSON-LD. `name` gives the words for a category that the reader did not name.
#[must_use]
pub fn json_ld(notebook: &Notebook, address: Address, name: &dyn Fn(&str) -> String) -> String {
    let mut items = Vec::new();
    for (id, register, highlight) in notebook.highlights() {
        items.push(of_highlight(notebook, id, register, highlight, address, name));
    }
    for (slot, register) in notebook.account.iter() {
        items.extend(of_entry(notebook, slot, register, address));
    }
    for (asked, register) in notebook.answers.iter() {
        items.extend(of_answer(notebook, asked, register, address));
    }
    let id = format!("{NAMESPACE}{}", percent(&notebook.id));
    let collection = json!({
        "@context": [CONTEXT, { "parallax": NAMESPACE }],
        "id": id,
        "type": "AnnotationCollection",
        "label": notebook.title(),
        "total": items.len(),
        "first": {
            "id": format!("{id}/page"),
            "type": "AnnotationPage",
            "partOf": id,
            "startIndex": 0,
            "items": items,
        },
        "parallax:notebook": own::record(notebook, |deleted| deleted),
    });
    format!("{collection:#}\n")
}

/// What every annotation has.
fn annotation<V: Held>(id: String, motivation: &str, register: &Register<V>) -> Fields {
    let mut fields = Fields::new();
    let mut more = register.more.clone();
    match more.remove(FOREIGN) {
        Some(Value::Object(foreign)) => fields = foreign,
        Some(other) => drop(more.insert(FOREIGN.into(), other)),
        None => {}
    }
    put_text("id", Some(&id), &mut fields);
    put_text("type", Some("Annotation"), &mut fields);
    fields.entry("motivation").or_insert_with(|| json!(motivation));
    put_text("created", Some(&register.created.to_string()), &mut fields);
    put_text("modified", Some(&register.modified.to_string()), &mut fields);
    if !more.is_empty() {
        fields.insert("parallax:more".into(), Value::Object(more));
    }
    fields
}

fn body(text: &str, purpose: &str) -> Value {
    let format = if purpose == "tagging" || purpose == "classifying" { "text/plain" } else { "text/markdown" };
    json!({ "type": "TextualBody", "value": text, "format": format, "purpose": purpose })
}

fn of_highlight(
    notebook: &Notebook,
    id: &str,
    register: &Register<Highlight>,
    highlight: &Highlight,
    address: Address,
    name: &dyn Fn(&str) -> String,
) -> Value {
    let motivation = if highlight.note.is_empty() { "highlighting" } else { "commenting" };
    let mut fields = annotation(iri(id), motivation, register);
    let mut bodies = Vec::new();
    if !highlight.note.is_empty() {
        bodies.push(body(&highlight.note, "commenting"));
    }
    if !highlight.category.is_empty() {
        let own =
            notebook.categories.get(&highlight.category).and_then(|category| category.value.as_ref()?.name.clone());
        bodies.push(body(&own.unwrap_or_else(|| name(&highlight.category)), "classifying"));
    }
    bodies.extend(highlight.tags.iter().map(|tag| body(tag, "tagging")));
    if !bodies.is_empty() {
        fields.insert("body".into(), Value::Array(bodies));
    }
    put_text("parallax:category", Some(&highlight.category), &mut fields);
    let mut targets: Vec<Value> = highlight.targets.iter().map(|words| target(words, address)).collect();
    let target = match targets.len() {
        0 => {
            // The standard wants one; a note whose place was lost is about no words.
            fields.insert("parallax:targets".into(), json!(0));
            json!(address.0)
        }
        1 => targets.swap_remove(0),
        _ => Value::Array(targets),
    };
    fields.insert("target".into(), target);
    Value::Object(fields)
}

fn target(target: &Target, address: Address) -> Value {
    let mut more = target.more.clone();
    let mut fields = match more.remove(FOREIGN) {
        Some(Value::Object(foreign)) => foreign,
        Some(other) => {
            more.insert(FOREIGN.into(), other);
            Fields::new()
        }
        None => Fields::new(),
    };
    put_text("type", Some("SpecificResource"), &mut fields);
    let source = target.source.clone().unwrap_or_else(|| address.of_document(&target.document));
    put_text("source", Some(&source), &mut fields);
    if let Some(passage) = &target.passage {
        put_text("scope", Some(&address.of_passage(passage)), &mut fields);
    }
    let quote = &target.selector;
    let mut selectors = vec![json!({
        "type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix,
    })];
    if let Some(span) = quote.position {
        selectors.push(json!({ "type": "TextPositionSelector", "start": span.start, "end": span.end }));
    }
    match more.remove(SELECTORS) {
        Some(Value::Array(others)) => selectors.extend(others),
        Some(other) => drop(more.insert(SELECTORS.into(), other)),
        None => {}
    }
    fields.insert("selector".into(), Value::Array(selectors));
    put_text("parallax:document", Some(&target.document), &mut fields);
    put_text("parallax:passage", target.passage.as_deref(), &mut fields);
    put_text("parallax:source", target.source.as_deref(), &mut fields);
    put_text("parallax:words", target.words.as_deref(), &mut fields);
    if !more.is_empty() {
        fields.insert("parallax:more".into(), Value::Object(more));
    }
    Value::Object(fields)
}

fn of_entry(notebook: &Notebook, slot: &Slot, register: &Register<String>, address: Address) -> Option<Value> {
    let text = register.value.as_ref()?;
    let purpose = match slot.part {
        Part::Text => "describing",
        Part::Question => "questioning",
        Part::Reliability => "assessing",
        Part::Claim | Part::Evidence | Part::CounterEvidence => "commenting",
    };
    let period = slot.period.as_deref();
    let id = within(notebook, "account", &[slot.part.name(), period.unwrap_or_default()]);
    let mut fields = annotation(id, purpose, register);
    fields.insert("body".into(), body(text, purpose));
    let about = period.map_or_else(|| address.0.to_owned(), |period| address.of_period(period));
    put_text("target", Some(&about), &mut fields);
    put_text("parallax:part", Some(slot.part.name()), &mut fields);
    put_text("parallax:period", period, &mut fields);
    Some(Value::Object(fields))
}

fn of_answer(notebook: &Notebook, asked: &Asked, register: &Register<String>, address: Address) -> Option<Value> {
    let text = register.value.as_ref()?;
    let id = within(notebook, "answer", &[&asked.prompt, asked.about.as_deref().unwrap_or_default()]);
    let mut fields = annotation(id, "replying", register);
    fields.insert("body".into(), body(text, "replying"));
    let of_document = Prompt::named(&asked.prompt).is_none_or(Prompt::is_of_document);
    let target = match asked.about.as_deref() {
        Some(document) if of_document => address.of_document(document),
        Some(period) => address.of_period(period),
        None => address.0.to_owned(),
    };
    put_text("target", Some(&target), &mut fields);
    put_text("parallax:prompt", Some(&asked.prompt), &mut fields);
    put_text("parallax:about", asked.about.as_deref(), &mut fields);
    Some(Value::Object(fields))
}

/// A name for something of this notebook.
fn within(notebook: &Notebook, kind: &str, parts: &[&str]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| percent(part)).collect();
    format!("{NAMESPACE}{}/{kind}/{}", percent(&notebook.id), parts.join("/"))
}

/// The id of a highlight as an address: one that came as such stays what it is.
fn iri(id: &str) -> String {
    if is_iri(id) && !id.starts_with(HIGHLIGHT) { id.to_owned() } else { format!("{HIGHLIGHT}{}", percent(id)) }
}

/// Whether it has a scheme, and no sign that an address may not have.
fn is_iri(id: &str) -> bool {
    let Some((scheme, rest)) = id.split_once(':') else { return false };
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        && !rest.is_empty()
        && !rest.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
}
