//! A notebook as one Markdown text, to read, print or hand in; and back.
//!
//! Each text of the reader's stands between two comments that name its record, `<!-- highlights.3 -->` and
//! `<!-- /highlights.3 -->`; the records, those of [`super::own`], stand in a comment at the end. Whoever reads the
//! rendered text sees none of it. What is changed between two comments is taken over.

use serde_json::{Map, Value};

use super::fault::{Problem, Refusal};
use super::light::escaped;
use super::order::ordered;
use super::reading::Reading;
use super::{
    Address, Asked, Highlight, Moment, Notebook, Part, Place, Prompt, Register, Slot, Step, Target, misquoted, own,
};
use crate::corpus::{Bundle, Document};
use crate::words::named;
use crate::words::notebook as words;

/// Before the records, on their line.
const RECORD: &str = "<!-- parallax.notebook ";

/// In the records, where the app stood: its links are whole in the texts, so that they lead somewhere from the file, too.
const ADDRESS: &str = "parallax:address";

/// How a link begins that leads to a view of the app, wherever it stands.
const TO_VIEW: &str = "](#";

/// The lists of the records.
const HIGHLIGHTS: &str = "highlights";
const ACCOUNT: &str = "account";
const ANSWERS: &str = "answers";

/// Everything in it that was not deleted: highlights by document, then the reader's account, then the answers. Then the
/// records.
#[must_use]
pub fn markdown(notebook: &Notebook, bundle: &Bundle, address: Address) -> String {
    let mut out = String::new();
    let title = if notebook.title().is_empty() { words::UNTITLED } else { notebook.title() };
    heading(1, title, &mut out);
    highlights(notebook, bundle, address, &mut out);
    account(notebook, bundle, address, &mut out);
    answers(notebook, bundle, address, &mut out);
    let mut record = own::record(notebook, |_| true);
    record.insert(ADDRESS.into(), address.0.into());
    // Neither sign stands in JSON outside its texts, and no text can end the comment.
    let record = Value::Object(record).to_string();
    out + RECORD + &record.replace('<', "\\u003c").replace('>', "\\u003e") + " -->\n"
}

/// The records of a file, where it is of this kind. Whatever has wrapped them has put its line ends where blanks were.
///
/// # Errors
/// [`Refusal::TooMany`] where there are those of several notebooks.
pub(super) fn record(file: &str) -> Result<Option<String>, Refusal> {
    let (mut at, mut items, mut found) = (0, 0, "");
    for line in file.split_inclusive('\n') {
        if line.starts_with(RECORD) {
            items += 1;
            found = &file[at + RECORD.len()..];
        }
        at += line.len();
    }
    if items > 1 {
        return Err(Refusal::TooMany { items, limit: 1 });
    }
    let record = found.split('>').next().and_then(|record| record.strip_suffix("--"));
    Ok(record.map(|record| record.lines().map(str::trim_end).collect::<Vec<_>>().join(" ")))
}

/// Reads the records, and what was changed in the texts.
pub(super) fn read(file: &str, record: Value, at: Moment, reading: &mut Reading) -> Notebook {
    let mut record = reading.object(record).unwrap_or_default();
    let address = record.remove(ADDRESS);
    let to_view = whole(address.as_ref().and_then(Value::as_str).unwrap_or_default());
    let mut seen = Map::new();
    let mut lines = file.lines().peekable();
    while let Some(line) = lines.next() {
        let Some((list, number)) = bound(line).filter(|(list, _)| !list.starts_with('/')) else { continue };
        let told: Vec<&str> = std::iter::from_fn(|| lines.next_if(|line| bound(line).is_none())).collect();
        // Where its end is missing, what follows may not be the reader's.
        if lines.peek().and_then(|line| bound(line)).is_none_or(|(end, _)| end.strip_prefix('/') != Some(list)) {
            continue;
        }
        let told = without_comments(&told.join("\n"), false);
        let again = seen.insert(format!("{list}.{number}"), Value::Null).is_some();
        match record.get_mut(list).and_then(|list| list.get_mut(number)).and_then(Value::as_object_mut) {
            Some(fields) if !again => {
                let was = fields.get(text_of(list)).and_then(Value::as_str).unwrap_or_default();
                if !own::is_alike(&was.replace(TO_VIEW, &to_view), &told) {
                    own::retell(text_of(list), &told.replace(&to_view, TO_VIEW), at, fields);
                }
            }
            _ => reading.fault_at(&format!("{list}.{number}"), Problem::NoPlace(told.chars().take(40).collect())),
        }
    }
    for list in [HIGHLIGHTS, ACCOUNT, ANSWERS] {
        for (number, fields) in record.get(list).and_then(Value::as_array).into_iter().flatten().enumerate() {
            let name = format!("{list}.{number}");
            if fields.get("deleted").is_none() && !seen.contains_key(&name) {
                reading.fault_at(&name, Problem::Untold);
            }
        }
    }
    own::read(record, reading)
}

/// How a link to a view of the app at this address begins.
fn whole(address: &str) -> String {
    format!("]({address}#")
}

/// The member that a text between comments is of.
fn text_of(list: &str) -> &'static str {
    if list == HIGHLIGHTS { "note" } else { "text" }
}

/// The list and the number that a comment names; the list has a slash before it where a text ends.
fn bound(line: &str) -> Option<(&str, usize)> {
    let (list, number) = line.trim().strip_prefix("<!--")?.strip_suffix("-->")?.trim().split_once('.')?;
    Some((list, number.parse().ok()?))
}

/// A text of the reader's, between comments that name its record.
fn told(list: &str, number: usize, text: &str, address: Address, out: &mut String) {
    let text = without_comments(&text.trim_end().replace(TO_VIEW, &whole(address.0)), true);
    out.push_str(&format!("<!-- {list}.{number} -->\n{text}\n<!-- /{list}.{number} -->\n\n"));
}

/// What opens a comment within a text gets a backslash more, and so is none; or one less, which gives the text back.
fn without_comments(text: &str, more: bool) -> String {
    let mut parts = text.split("!--");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if out.trim_end_matches('\\').ends_with('<') {
            if more {
                out.push('\\');
            } else if out.ends_with('\\') {
                out.pop();
            }
        }
        out.push_str("!--");
        out.push_str(part);
    }
    out
}

fn heading(level: usize, text: &str, out: &mut String) {
    let text = text.replace(['\n', '\r'], " ");
    out.push_str(&format!("{} {}\n\n", "#".repeat(level), escaped(&text)));
}

fn paragraph(text: &str, out: &mut String) {
    let text = text.trim_end();
    if !text.is_empty() {
        out.push_str(text);
        out.push_str("\n\n");
    }
}

/// A highlight, and where its words stand now; `None` where it has none, or its document is not here.
type Placed<'a> = (&'a str, &'a Highlight, Option<(u32, &'a Document, Place)>);

fn highlights(notebook: &Notebook, bundle: &Bundle, address: Address, out: &mut String) {
    let all = notebook.highlights();
    if all.is_empty() {
        return;
    }
    heading(2, words::HIGHLIGHTS, out);
    let placed: Vec<Placed> = (all.iter())
        .map(|(id, _, highlight)| {
            let found = highlight.targets.first().and_then(|target| target.find(bundle));
            let place =
                |(document, place): (_, Place)| (place.range().map_or(u32::MAX, |range| range.start), document, place);
            (*id, *highlight, found.map(place))
        })
        .collect();
    let numbers: Vec<&str> = notebook.highlights.keys().map(String::as_str).collect();
    let documents: Vec<Option<&Document>> = bundle.documents.iter().map(Some).chain([None]).collect();
    for document in documents {
        let id = document.map(|document| &document.id);
        let here = placed.iter().filter(|(.., found)| found.map(|(_, document, _)| &document.id) == id);
        let here = ordered(here, |(.., found)| found.map(|(start, ..)| start));
        if here.is_empty() {
            continue;
        }
        heading(3, document.map_or(words::OTHER_DOCUMENTS, |document| &document.title.text), out);
        for (id, highlight, found) in here {
            one(notebook, highlight, found.map(|(_, _, place)| place), bundle, address, out);
            told(HIGHLIGHTS, numbers.binary_search(id).unwrap_or_default(), &highlight.note, address, out);
        }
    }
}

fn one(
    notebook: &Notebook,
    highlight: &Highlight,
    place: Option<Place>,
    bundle: &Bundle,
    address: Address,
    out: &mut String,
) {
    for target in &highlight.targets {
        let mut quote = String::new();
        for line in target.words().lines().map(str::trim).filter(|line| !line.is_empty()) {
            quote.push_str(&format!("> {}\n", escaped(line)));
        }
        if let Some(link) = link(target, bundle, address) {
            quote.push_str(&format!("> — {link}\n"));
        }
        paragraph(&quote, out);
    }
    let name = words::named(notebook, &highlight.category);
    let told = std::iter::once(name).chain(highlight.tags.iter().map(String::as_str)).map(escaped);
    paragraph(&format!("**{}**", told.collect::<Vec<_>>().join(" · ").replace(['\n', '\r'], " ")), out);
    if let Some(place) = words::place(place).filter(|_| !highlight.targets.is_empty()) {
        paragraph(&format!("*{place}*"), out);
    }
}

fn link(target: &Target, bundle: &Bundle, address: Address) -> Option<String> {
    let (name, address) = match (&target.passage, &target.source) {
        (Some(passage), _) => {
            let known = bundle.passage(passage).map(|(document, passage)| named(document, passage));
            (known.unwrap_or_else(|| passage.clone()), address.of_passage(passage))
        }
        (None, Some(source)) => (source.clone(), source.clone()),
        (None, None) if target.document.is_empty() => return None,
        (None, None) => (name(&target.document, bundle).to_owned(), address.of_document(&target.document)),
    };
    Some(super::light::link(&name, &address))
}

fn account(notebook: &Notebook, bundle: &Bundle, address: Address, out: &mut String) {
    let entries: Vec<(usize, &Slot, &str)> = notebook.account.iter().enumerate().filter_map(living).collect();
    if entries.is_empty() {
        return;
    }
    heading(2, words::ACCOUNT, out);
    let known = bundle.periods.iter().map(|period| (period.id.as_str(), period.title.as_str()));
    // Periods of this corpus in their order, then those that are not known here.
    let mut periods: Vec<(Option<&str>, &str)> =
        std::iter::once((None, words::WHOLE)).chain(known.map(|(id, name)| (Some(id), name))).collect();
    for (_, slot, _) in &entries {
        if !periods.iter().any(|(id, _)| *id == slot.period.as_deref()) {
            periods.extend(slot.period.as_deref().map(|id| (Some(id), id)));
        }
    }
    for (period, name) in periods {
        let here = || entries.iter().filter(|(_, slot, _)| slot.period.as_deref() == period);
        if here().next().is_none() {
            continue;
        }
        heading(3, name, out);
        for (number, slot, text) in here() {
            if slot.part != Part::Text || period.is_none() {
                heading(4, words::part(slot.part), out);
            }
            told(ACCOUNT, *number, text, address, out);
            for misquoted in misquoted(text, bundle) {
                paragraph(&format!("*{}*", escaped(&words::misquoted(&misquoted))), out);
            }
        }
    }
}

fn answers(notebook: &Notebook, bundle: &Bundle, address: Address, out: &mut String) {
    let answers: Vec<(usize, &Asked, &str)> = notebook.answers.iter().enumerate().filter_map(living).collect();
    if answers.is_empty() {
        return;
    }
    heading(2, words::GUIDED, out);
    let step = |asked: &Asked| Prompt::named(&asked.prompt).map(Prompt::step);
    for wanted in Step::ALL.iter().copied().map(Some).chain([None]) {
        let here = answers.iter().filter(|(_, asked, _)| step(asked) == wanted);
        let here = ordered(here, |(_, asked, _)| (&asked.about, Prompt::named(&asked.prompt)));
        if here.is_empty() {
            continue;
        }
        if let Some(step) = wanted {
            heading(3, words::step(step), out);
        }
        let mut about = None;
        for (number, asked, text) in here {
            if about != Some(&asked.about) {
                about = Some(&asked.about);
                if let Some(id) = &asked.about {
                    heading(4, name(id, bundle), out);
                }
            }
            let prompt = match Prompt::named(&asked.prompt) {
                Some(prompt) => words::prompt(prompt),
                None => &asked.prompt,
            };
            paragraph(&format!("**{}**", escaped(&prompt.replace(['\n', '\r'], " "))), out);
            told(ANSWERS, *number, text, address, out);
        }
    }
}

type Numbered<'a, K> = (usize, (&'a K, &'a Register<String>));

fn living<'a, K>((number, (key, register)): Numbered<'a, K>) -> Option<(usize, &'a K, &'a str)> {
    Some((number, key, register.value.as_deref()?))
}

/// The name of a document or a period.
fn name<'a>(id: &'a str, bundle: &'a Bundle) -> &'a str {
    let document = bundle.document(id).map(|document| document.title.short.as_str());
    document.or_else(|| bundle.period(id).map(|period| period.title.as_str())).unwrap_or(id)
}
