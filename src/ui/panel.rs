//! The panel of one passage: its text at once; what is known of it, and what can be done with it, as soon as it is there.

use yew::prelude::*;

use super::compare::all_in_sight;
use super::later::{Arrival, under_way};
use super::lit::Lit;
use super::notebook;
use super::pages::pages;
use super::parts::sign;
use super::passage::Text;
use super::shared::Shared;
use super::sheet::sheet;
use crate::platform::edition::Edition;
use crate::view::{Action, Layout, Page, View, encode};
use crate::words::{self, Key, say};

/// How far a chunk has come, and what asks for it again.
pub type Coming<'a> = (&'a Arrival, &'a Callback<MouseEvent>);

/// Sets the panel of the view's passage, if it has one. What is known of the passage comes with the pages.
pub fn panel(shared: &Shared, view: &View, lit: &Lit, known: Coming<'_>, noted: Coming<'_>) -> Html {
    let Shared { corpus, act, .. } = shared;
    let Some((document, passage)) = view.passage.as_ref().and_then(|id| corpus.bundle.passage(id)) else {
        return html! {};
    };
    let d = corpus.bundle.documents.iter().position(|other| other.id == document.id).unwrap_or_default();
    let p = document.passages.iter().position(|other| other.id == passage.id).unwrap_or_default();
    let periods = corpus.grid.periods_of(d, p);
    let read =
        View { page: Page::Read { document: document.id.clone(), beside: None, original: false }, ..view.clone() };
    let close = act.reform(|_: MouseEvent| Action::Hide);
    // It does not lie over the column of its passage: of all, or of the two for which there is room.
    let place = |account: &String| view.columns.iter().position(|column| column == account);
    let last = view.columns.len().saturating_sub(1);
    let rightmost = if all_in_sight(view.layout) { last } else { last.min(place(&view.account).unwrap_or(0) + 1) };
    let is_rightmost = view.page == Page::Compare
        && view.layout == Layout::Columns
        && !view.own
        && last > 0
        && place(&document.account) == Some(rightmost);
    sheet(|page| {
        page.within("aside", if is_rightmost { "panel left" } else { "panel" }, |page| {
            // Another passage begins at its beginning, with everything folded.
            page.key(&passage.id);
            page.set("id", "panel");
            page.set("aria-labelledby", "panel-title");
            page.within("div", "panel-head", |page| {
                page.within("h2", "", |page| {
                    page.landing("panel-title");
                    page.text(&words::named(document, passage));
                });
                page.put(sign("×", say(Key::Close).to_owned(), None, Some(close)));
            });
            page.put(html! {
                <Text key={passage.id.clone()} shared={shared.clone()} document={d} passage={p} pointed={view.sentence} lit={lit.of(&passage.id)} />
            });
            page.within("p", "ways", |page| {
                if !matches!(&view.page, Page::Read { .. }) {
                    page.link(&encode(&read, &corpus.bundle), say(Key::ReadInDocument));
                }
                if !periods.is_empty() {
                    page.line("span", "", say(Key::InCompare));
                }
                let in_order = corpus.bundle.periods.iter().enumerate().filter(|(at, _)| periods.contains(at));
                for (_, period) in in_order {
                    let there = View { page: Page::Compare, period: Some(period.id.clone()), ..view.clone() };
                    page.within("a", "", |page| {
                        page.set("href", &format!("#{}", encode(&there, &corpus.bundle)));
                        page.set("title", &period.title);
                        page.text(&period.short);
                    });
                }
            });
            page.group(|page| match known.0 {
                Arrival::Here => (pages().taken)(page, shared, view, document, passage),
                // Where a page is under way, it says so itself.
                _ if view.page != Page::Compare => {}
                _ => page.within("div", "waiting", |page| under_way(page, "panel-title", known.0, known.1.clone())),
            });
            page.group(|page| match noted.0 {
                // A frame keeps nothing.
                _ if shared.edition == Edition::Embed => {}
                Arrival::Here => page.put((notebook::notebook().passage)(shared, view, document, passage)),
                Arrival::Failed(_) => under_way(page, "panel-title", noted.0, noted.1.clone()),
                Arrival::UnderWay => {}
            });
            page.group(|page| {
                if *known.0 == Arrival::Here {
                    (pages().known)(page, shared, view, document, passage);
                }
            });
        });
    })
}
