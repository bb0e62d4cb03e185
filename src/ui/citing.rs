//! How a passage, a document or a view is cited: as text in a style of the reader's, and as a file for a reference
//! manager.

use web_sys::HtmlSelectElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::parts::{button, select};
use super::sheet::{Sheet, sheet};
use crate::cite::{Item, Style, Words, bibtex, csl_json, plain, ris};
use crate::platform::{clipboard, files, storage};
use crate::words::{Leaf, leaf};

/// Under this name the style is kept that was chosen last.
const PREFERENCE: &str = "style";

/// A file for reference managers: what it is called, its ending, its type, and what writes it.
type Format = (&'static str, &'static str, &'static str, fn(&Item) -> String);

const FORMATS: [Format; 3] = [
    ("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", |item| csl_json(std::slice::from_ref(item))),
    ("BibTeX", "bib", "application/x-bibtex", bibtex),
    ("RIS", "ris", "application/x-research-info-systems", ris),
];

#[derive(PartialEq, Properties)]
pub struct Props {
    pub item: Item,
    /// What is offered.
    pub words: Leaf,
}

/// What is copied stands there to be read, and to be selected by hand where a browser refuses to copy.
#[component]
pub fn Citing(props: &Props) -> Html {
    let named = |name: &str| Style::ALL.into_iter().find(|style| style.name() == name);
    let style = use_state(|| storage::get(PREFERENCE).and_then(|name| named(&name)).unwrap_or(Style::Apa));
    let said = use_state(|| "");
    let item = &props.item;
    let mut cited = item.cited(*style);
    // What is quoted goes before what stands in the text, or in the note.
    if let Some(quote) = &item.quote {
        let words = Words { text: format!("“{quote}” "), italic: false };
        cited.in_text.as_mut().unwrap_or(&mut cited.full).insert(0, words);
    }
    let styles = Style::ALL.map(|one| (one.name().to_owned(), one.name().to_owned(), one == *style));
    let choose = {
        let (style, said) = (style.clone(), said.clone());
        Callback::from(move |event: Event| {
            if let Some(chosen) = named(&event.target_unchecked_into::<HtmlSelectElement>().value()) {
                storage::set(PREFERENCE, chosen.name());
                style.set(chosen);
                said.set("");
            }
        })
    };
    let copy = |words: &[Words]| {
        let (text, said) = (plain(words), said.clone());
        Callback::from(move |_: MouseEvent| {
            let (text, said) = (text.clone(), said.clone());
            spawn_local(async move {
                said.set(if clipboard::copy(&text).await { leaf(Leaf::Copied) } else { leaf(Leaf::SelectToCopy) });
            });
        })
    };
    sheet(|page| {
        page.within("details", "citing", |page| {
            page.line("summary", "", leaf(props.words));
            page.put(select(leaf(Leaf::CiteStyle), styles.to_vec(), choose));
            page.within("p", "cited", |page| set(page, &cited.full));
            page.put(button(leaf(Leaf::CopyReference), copy(&cited.full)));
            page.group(|page| {
                if let Some(in_text) = &cited.in_text {
                    page.within("p", "cited", |page| set(page, in_text));
                    page.put(button(leaf(Leaf::CopyInText), copy(in_text)));
                }
            });
            page.within("p", "", |page| {
                page.set("role", "status");
                page.text(*said);
            });
            page.within("p", "files", |page| {
                page.text(leaf(Leaf::CiteFiles));
                for (name, ending, kind, write) in FORMATS {
                    let (item, file) = (item.clone(), format!("{}.{ending}", item.id));
                    page.text(" ");
                    let save = move |_| {
                        files::save(&file, kind, &write(&item));
                    };
                    page.put(button(name, Callback::from(save)));
                }
            });
            page.within("ul", "", |page| {
                for note in &item.notes {
                    page.line("li", "", note);
                }
            });
        });
    })
}

fn set(page: &mut Sheet, cited: &[Words]) {
    for Words { text, italic } in cited {
        if *italic { page.line("cite", "", text) } else { page.text(text) }
    }
}
