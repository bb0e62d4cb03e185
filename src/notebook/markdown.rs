//! A notebook as one Markdown text, to read, print or hand in. Not meant to be read back.

use super::light::{escaped, is_followed};
use super::order::ordered;
use super::{Address, Asked, Highlight, Notebook, Part, Place, Prompt, Register, Slot, Step, Target};
use crate::corpus::{Bundle, Document};
use crate::words::named;
use crate::words::notebook as words;

/// Everything in it that was not deleted: highlights by document, then the reader's account, then the answers.
#[must_use]
pub fn markdown(notebook: &Notebook, bundle: &Bundle, address: Address) -> String {
    let mut out = String::new();
    let title = if notebook.title().is_empty() { words::UNTITLED } else { notebook.title() };
    heading(1, title, &mut out);
    highlights(notebook, bundle, address, &mut out);
    account(notebook, bundle, &mut out);
    answers(notebook, bundle, &mut out);
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
type Placed<'a> = (&'a Highlight, Option<(u32, &'a Document, Place)>);

fn highlights(notebook: &Notebook, bundle: &Bundle, address: Address, out: &mut String) {
    let all = notebook.highlights();
    if all.is_empty() {
        return;
    }
    heading(2, words::HIGHLIGHTS, out);
    let placed: Vec<Placed> = (all.iter())
        .map(|(_, _, highlight)| {
            let found = highlight.targets.first().and_then(|target| target.find(bundle));
            let place =
                |(document, place): (_, Place)| (place.range().map_or(u32::MAX, |range| range.start), document, place);
            (*highlight, found.map(place))
        })
        .collect();
    let documents: Vec<Option<&Document>> = bundle.documents.iter().map(Some).chain([None]).collect();
    for document in documents {
        let id = document.map(|document| &document.id);
        let here = placed.iter().filter(|(_, found)| found.map(|(_, document, _)| &document.id) == id);
        let here = ordered(here, |(_, found)| found.map(|(start, ..)| start));
        if here.is_empty() {
            continue;
        }
        heading(3, document.map_or(words::OTHER_DOCUMENTS, |document| &document.title.text), out);
        for (highlight, found) in here {
            one(notebook, highlight, found.map(|(_, _, place)| place), bundle, address, out);
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
    paragraph(&highlight.note, out);
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
    let name = escaped(&name.replace(['\n', '\r'], " "));
    let address = address.replace('(', "%28").replace(')', "%29").replace(' ', "%20");
    Some(if is_followed(&address) { format!("[{name}]({address})") } else { name })
}

fn account(notebook: &Notebook, bundle: &Bundle, out: &mut String) {
    let entries: Vec<(&Slot, &str)> = (notebook.account.iter()).filter_map(living).collect();
    if entries.is_empty() {
        return;
    }
    heading(2, words::ACCOUNT, out);
    let known = bundle.periods.iter().map(|period| (period.id.as_str(), period.title.as_str()));
    // Periods of this corpus in their order, then those that are not known here.
    let mut periods: Vec<(Option<&str>, &str)> =
        std::iter::once((None, words::WHOLE)).chain(known.map(|(id, name)| (Some(id), name))).collect();
    for (slot, _) in &entries {
        if !periods.iter().any(|(id, _)| *id == slot.period.as_deref()) {
            periods.extend(slot.period.as_deref().map(|id| (Some(id), id)));
        }
    }
    for (period, name) in periods {
        let here: Vec<&(&Slot, &str)> = entries.iter().filter(|(slot, _)| slot.period.as_deref() == period).collect();
        if here.is_empty() {
            continue;
        }
        heading(3, name, out);
        for (slot, text) in here {
            if slot.part != Part::Text || period.is_none() {
                heading(4, words::part(slot.part), out);
            }
            paragraph(text, out);
        }
    }
}

fn answers(notebook: &Notebook, bundle: &Bundle, out: &mut String) {
    let answers: Vec<(&Asked, &str)> = notebook.answers.iter().filter_map(living).collect();
    if answers.is_empty() {
        return;
    }
    heading(2, words::GUIDED, out);
    let step = |asked: &Asked| Prompt::named(&asked.prompt).map(Prompt::step);
    for wanted in Step::ALL.iter().copied().map(Some).chain([None]) {
        let here = answers.iter().filter(|(asked, _)| step(asked) == wanted);
        let here = ordered(here, |(asked, _)| (&asked.about, Prompt::named(&asked.prompt)));
        if here.is_empty() {
            continue;
        }
        if let Some(step) = wanted {
            heading(3, words::step(step), out);
        }
        let mut about = None;
        for (asked, text) in here {
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
            paragraph(text, out);
        }
    }
}

fn living<'a, K>((key, register): (&'a K, &'a Register<String>)) -> Option<(&'a K, &'a str)> {
    Some((key, register.value.as_deref()?))
}

/// The name of a document or a period.
fn name<'a>(id: &'a str, bundle: &'a Bundle) -> &'a str {
    let document = bundle.document(id).map(|document| document.title.short.as_str());
    document.or_else(|| bundle.period(id).map(|period| period.title.as_str())).unwrap_or(id)
}
