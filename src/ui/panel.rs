//! The panel of one passage: where it comes from, what dates it, its original, its verification.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::later::{Arrival, under_way};
use super::lit::Lit;
use super::notebook;
use super::pages::pages;
use super::parts::{definitions, licence, origin, select, sign};
use super::passage::Text;
use super::shared::Shared;
use super::sheet::{Sheet, sheet};
use crate::corpus::{Document, Passage};
use crate::view::{Action, Page, View, encode};
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
    let [issuer, written] = origin(document);
    let mut rows = vec![
        (say(Key::Document), html! { { words::title(document) } }),
        issuer,
        written,
        (say(Key::Dates), dates(document, passage)),
    ];
    if let Some(note) = &passage.note {
        rows.push((say(Key::EditorsNote), html! { { note } }));
    }
    rows.push((say(Key::Licence), licence(&document.licence)));
    sheet(|page| {
        page.within("aside", "panel", |page| {
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
            page.put(definitions(rows));
            page.group(|page| match noted.0 {
                Arrival::Here => page.put((notebook::notebook().passage)(shared, view, document, passage)),
                Arrival::Failed(_) => under_way(page, "panel-title", noted.0, noted.1.clone()),
                Arrival::UnderWay => {}
            });
            page.group(|page| match known.0 {
                Arrival::Here => (pages().known)(page, corpus, view, document, passage),
                // Where a page is under way, it says so itself.
                _ if view.page != Page::Compare => {}
                _ => page.within("div", "waiting", |page| under_way(page, "panel-title", known.0, known.1.clone())),
            });
            page.group(|page| notes(page, shared, d, passage));
            page.within("p", "ways", |page| {
                if !matches!(&view.page, Page::Read { .. }) {
                    page.link(&encode(&read, &corpus.bundle), say(Key::ReadInDocument));
                }
                for period in &periods {
                    let period = &corpus.bundle.periods[*period];
                    let there = View { page: Page::Compare, period: Some(period.id.clone()), ..view.clone() };
                    page.link(&encode(&there, &corpus.bundle), &words::see_in_compare(period));
                }
            });
            page.put(pointing(shared, view, passage));
            page.group(|page| {
                if *known.0 == Arrival::Here {
                    (pages().taken)(page, corpus, view, document, passage);
                }
            });
        });
    })
}

/// The choice of a sentence, which the link then points to.
fn pointing(shared: &Shared, view: &View, passage: &Passage) -> Html {
    if passage.sentences.is_empty() {
        return html! {};
    }
    let mut options = vec![(String::new(), say(Key::WholePassage).to_owned(), view.sentence.is_none())];
    options.extend(
        (1..=passage.sentences.len())
            .map(|number| (number.to_string(), words::sentence(number), view.sentence == Some(number))),
    );
    let point = shared
        .act
        .reform(|event: Event| Action::Point(event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok()));
    select(say(Key::PointTo), options, point)
}

fn dates(document: &Document, passage: &Passage) -> Html {
    if let Some(reason) = passage.undated {
        return html! { { words::undated(reason) } };
    }
    if passage.times.is_empty() {
        return html! { { say(Key::NoDates) } };
    }
    sheet(|page| {
        page.within("ul", "", |page| {
            for time in &passage.times {
                let quoted = time.range.map(|range| passage.text_in(&document.text, range));
                page.within("li", "", |page| {
                    page.within("span", "", |page| {
                        page.set("title", &time.edtf);
                        page.text(&words::dating(time, quoted.as_deref()));
                    });
                });
            }
        });
        page.line("small", "", say(Key::DatesLayer));
    })
}

fn notes(page: &mut Sheet, shared: &Shared, index: usize, passage: &Passage) {
    let document = &shared.corpus.bundle.documents[index];
    let numbers: Vec<u16> = passage.marks(&document.text).map(|(number, _)| number).collect();
    if numbers.is_empty() {
        return;
    }
    page.within("section", "", |page| {
        page.line("h3", "", say(Key::Footnotes));
        page.group(|page| {
            for number in numbers {
                if let Some(note) = document.footnote(number) {
                    page.put(html! { <Text key={number} shared={shared.clone()} document={index} passage={note} /> });
                }
            }
        });
    });
}
