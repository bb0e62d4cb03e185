//! A notebook as a table (RFC 4180). Not meant to be read back.

use super::{Address, Moment, Notebook, Place, Register};
use crate::corpus::Bundle;
use crate::csv::row;

/// The columns.
const HEAD: [&str; 12] =
    ["kind", "id", "category", "tags", "document", "passage", "place", "quote", "text", "created", "modified", "link"];

/// A line for each stretch of words that is highlighted, each entry and each answer. For entries and answers `id` is the
/// part or the prompt, `document` the document or the period they are about.
#[must_use]
pub fn table(notebook: &Notebook, bundle: &Bundle, address: Address) -> String {
    let mut table = row(HEAD);
    table.push_str(&text("notebook", &notebook.id, "", notebook.title(), "", &notebook.title));
    for (id, register, highlight) in notebook.highlights() {
        let own = notebook.categories.get(&highlight.category).and_then(|own| own.value.as_ref()?.name.as_deref());
        let category = own.unwrap_or(&highlight.category);
        let (created, modified) = (register.created.to_string(), register.modified.to_string());
        let tags = highlight.tags.join("; ");
        let start = ["highlight", id, category, &tags];
        if highlight.targets.is_empty() {
            let rest = ["", "", "orphaned", "", &highlight.note, &created, &modified, ""];
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
            let rest = [document, passage, place, target.words(), &highlight.note, &created, &modified, &link];
            table.push_str(&row(start.into_iter().chain(rest)));
        }
    }
    for (slot, register) in &notebook.account {
        if let Some(written) = &register.value {
            let about = slot.period.as_deref().unwrap_or_default();
            let link = slot.period.as_deref().map(|period| address.of_period(period)).unwrap_or_default();
            table.push_str(&text("account", slot.part.name(), about, written, &link, register));
        }
    }
    for (asked, register) in &notebook.answers {
        if let Some(written) = &register.value {
            let about = asked.about.as_deref().unwrap_or_default();
            table.push_str(&text("answer", &asked.prompt, about, written, "", register));
        }
    }
    table
}

/// When something was written; nothing where it never was: the title of a notebook that nobody has named.
fn date(moment: Moment) -> String {
    if moment == Moment::default() { String::new() } else { moment.to_string() }
}

/// A line without a quote: what kind of text, which, what it is about.
fn text(kind: &str, id: &str, about: &str, text: &str, link: &str, register: &Register<String>) -> String {
    let (created, modified) = (date(register.created), date(register.modified));
    row([kind, id, "", "", about, "", "", "", text, &created, &modified, link])
}
