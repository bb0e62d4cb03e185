//! What stands at the head of a page on paper, and on paper alone: what it is, where it can be read, whose texts it shows.

use yew::prelude::*;

use super::shared::Corpus;
use super::sheet::sheet;
use crate::corpus::Document;
use crate::platform::location;
use crate::view::{Page, View, encode};
use crate::words;

/// Sets it. `address` is left out where others could not use it.
pub fn printed(corpus: &Corpus, view: &View, title: &str, address: bool) -> Html {
    let bundle = &corpus.bundle;
    let shown = |document: &&Document| match &view.page {
        Page::Read { document: one, beside, .. } => document.id == *one || Some(&document.id) == beside.as_ref(),
        Page::Guided { document: one } => document.id == *one,
        Page::Handout { of } => of.split(' ').any(|id| id.split('.').next() == Some(document.id.as_str())),
        Page::Sources | Page::About | Page::Names { .. } | Page::Voices { .. } | Page::Notebook => true,
        _ => view.columns.contains(&document.account),
    };
    let there = match view.page {
        // It would be long; each passage on it has an address of its own.
        Page::Handout { .. } => location::address("").trim_end_matches('#').to_owned(),
        _ => location::address(&encode(view, bundle)),
    };
    let documents: Vec<&Document> = bundle.documents.iter().filter(shown).collect();
    sheet(|page| {
        page.within("div", "printed", |page| {
            page.set("hidden", "hidden");
            page.within("p", "", |page| {
                page.line("strong", "", &bundle.title);
                page.text(" · ");
                page.text(title);
            });
            page.group(|page| {
                // A page that is set in advance knows no address.
                if address && !there.starts_with('#') {
                    page.line("p", "", &there);
                }
            });
            page.line("p", "", &words::printed_sources(&documents));
        });
    })
}
