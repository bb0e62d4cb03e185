//! Formats of reference managers. Whatever they know no field for stands in the note, so that nothing is lost.

use serde_json::{Map, Value, json};

use super::item::{Item, Kind};
use super::styled::place;
use crate::corpus::Day;

/// A list of items as CSL-JSON.
///
/// Source: <https://github.com/citation-style-language/schema>, `csl-data.json`; `custom` and EDTF are left out, which not
/// every manager reads.
#[must_use]
pub fn csl_json(items: &[Item]) -> String {
    let items: Vec<Value> = items.iter().map(csl).collect();
    format!("{:#}\n", Value::Array(items))
}

fn csl(item: &Item) -> Value {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            fields.insert(name.to_owned(), value);
        }
    };
    let kind = match item.kind {
        Kind::Document => "document",
        Kind::Entry => "entry-encyclopedia",
        Kind::Webpage => "webpage",
    };
    put("id", Some(json!(item.id)));
    put("type", Some(json!(kind)));
    put("author", item.author.as_ref().map(|name| json!([{ "literal": name }])));
    put("title", Some(json!(title(item))));
    put("container-title", item.container.as_ref().map(|container| json!(container)));
    put("issued", issued(item));
    put("number", item.symbol.as_ref().map(|symbol| json!(symbol)));
    put("locator", place(item).map(|place| json!(place)));
    put("language", Some(json!(item.language)));
    put("URL", Some(json!(item.url)));
    put("accessed", item.accessed.map(|day| json!({ "date-parts": [parts(day)] })));
    put("note", note(item).map(|note| json!(note)));
    Value::Object(fields)
}

fn issued(item: &Item) -> Option<Value> {
    let (first, last) = (item.issued.days.earliest?, item.issued.days.latest?);
    let ends = if first == last { json!([parts(first)]) } else { json!([parts(first), parts(last)]) };
    let mut date = json!({ "date-parts": ends });
    if item.issued.about {
        date["circa"] = json!(true);
    }
    Some(date)
}

fn parts(day: Day) -> Value {
    json!([day.year, day.month, day.day])
}

/// A title that an editor supplied stands in brackets: managers have no field for who gave it.
fn title(item: &Item) -> String {
    if item.supplied { format!("[{}]", item.title) } else { item.title.clone() }
}

/// What has no field of its own; the place and the words quoted stand first.
fn note(item: &Item) -> Option<String> {
    let quote = item.quote.as_ref().map(|quote| format!("“{quote}”"));
    let lines: Vec<String> = quote.into_iter().chain(item.notes.iter().cloned()).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn note_with_place(item: &Item) -> Option<String> {
    let place = place(item).map(|place| format!("{place}."));
    let lines: Vec<String> = place.into_iter().chain(note(item)).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// An item for BibTeX and biblatex, in UTF-8: as it is, but for the signs that TeX would act upon.
///
/// Source: <https://ctan.org/pkg/biblatex>, section 2; `@misc` and `year` are known to BibTeX as well.
#[must_use]
pub fn bibtex(item: &Item) -> String {
    let days = item.issued.days;
    // A comma or a point in a key would end it.
    let key: String = item.id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let date = match (days.earliest, days.latest) {
        (Some(first), Some(last)) if first == last => Some(iso(first, '-')),
        (Some(first), Some(last)) => {
            let about = if item.issued.about { "~" } else { "" };
            Some(format!("{}{about}/{}{about}", iso(first, '-'), iso(last, '-')))
        }
        _ => None,
    };
    let fields = [
        // Braces within keep a name of many words from being taken apart.
        ("author", item.author.as_ref().map(|author| format!("{{{}}}", tex(author)))),
        ("title", Some(format!("{{{}}}", tex(&title(item))))),
        ("booktitle", item.container.as_deref().map(tex)),
        ("year", days.earliest.map(|day| day.year.to_string())),
        ("date", date),
        ("number", item.symbol.as_deref().map(tex)),
        ("url", Some(item.url.replace(['{', '}', '\\'], ""))),
        ("urldate", item.accessed.map(|day| iso(day, '-'))),
        ("note", note_with_place(item).map(|note| tex(&note))),
        ("langid", Some(if item.language.starts_with("en") { "english".to_owned() } else { tex(&item.language) })),
    ];
    let kind = if item.kind == Kind::Entry { "inreference" } else { "misc" };
    let lines: String =
        (fields.iter()).filter_map(|(name, value)| Some(format!("  {name} = {{{}}},\n", value.as_ref()?))).collect();
    format!("@{kind}{{{key},\n{lines}}}\n")
}

/// The signs that TeX acts upon, made harmless.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str(r"\textbackslash{}"),
            '{' | '}' | '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            '~' => out.push_str(r"\textasciitilde{}"),
            '^' => out.push_str(r"\textasciicircum{}"),
            '\n' | '\r' => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

/// An item in RIS, in UTF-8, with the line ends that the format asks for.
///
/// Source: <https://en.wikipedia.org/wiki/RIS_(file_format)>, tags of 2001 and 2011.
#[must_use]
pub fn ris(item: &Item) -> String {
    let kind = match item.kind {
        Kind::Document => "GEN",
        Kind::Entry => "ENCYC",
        Kind::Webpage => "ELEC",
    };
    let issued = item.issued.days.earliest;
    let last = item.issued.days.latest.filter(|last| issued != Some(*last));
    // After the day the format has room for words.
    let date = issued.map(|first| {
        let about = if item.issued.about { "about, " } else { "" };
        let until = last.map_or(String::new(), |last| format!("{about}to {}", iso(last, '-')));
        format!("{}/{until}", iso(first, '/'))
    });
    let fields = [
        ("TY", Some(kind.to_owned())),
        ("ID", Some(item.id.clone())),
        // A comma parts a family name from others: one at the end says that there is none.
        ("AU", item.author.as_ref().map(|author| format!("{author},"))),
        ("TI", Some(title(item))),
        ("T2", item.container.clone()),
        ("PY", issued.map(|first| first.year.to_string())),
        ("DA", date),
        ("M1", item.symbol.clone()),
        ("LA", Some(item.language.clone())),
        ("UR", Some(item.url.clone())),
        ("Y2", item.accessed.map(|day| iso(day, '/'))),
        ("N1", note_with_place(item)),
        ("ER", Some(String::new())),
    ];
    let line = |(tag, value): (&str, Option<String>)| {
        let value = value?.replace(['\n', '\r'], " ");
        Some(format!("{tag}  - {value}\r\n"))
    };
    fields.into_iter().filter_map(line).collect()
}

/// An item as names and contents of `<meta>`, by which reference managers recognize a page.
///
/// Sources: <https://scholar.google.com/intl/en/scholar/inclusion.html#indexing> for `citation_…`,
/// <https://www.dublincore.org/specifications/dublin-core/dcq-html/> for the rest.
#[must_use]
pub fn metadata(item: &Item) -> Vec<(&'static str, String)> {
    let issued = item.issued.days.earliest.map(|first| match item.issued.about {
        true => first.year.to_string(),
        false => iso(first, '/'),
    });
    let fields = [
        ("citation_title", Some(title(item))),
        ("citation_author", item.author.clone()),
        ("citation_publication_date", issued),
        ("citation_language", Some(item.language.clone())),
        ("DC.isPartOf", item.container.clone()),
        ("DC.identifier", item.symbol.clone()),
        ("DC.rights", item.notes.first().cloned()),
    ];
    fields.into_iter().filter_map(|(name, content)| Some((name, content?))).collect()
}

fn iso(day: Day, between: char) -> String {
    format!("{:04}{between}{:02}{between}{:02}", day.year, day.month, day.day)
}
