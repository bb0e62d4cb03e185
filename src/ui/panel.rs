//! The panel of one passage: where it comes from, what dates it, its original, its verification.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::later::{Arrival, under_way};
use super::pages::pages;
use super::parts::{button, definitions, licence, origin, select, sign};
use super::passage::Text;
use super::shared::{Corpus, Shared};
use super::sheet::{Sheet, sheet};
use crate::corpus::{Document, Passage};
use crate::verify;
use crate::view::{Action, Page, View, encode};
use crate::words::{self, Key, say};

/// Sets the panel of the view's passage, if it has one. What is known of the passage comes with the pages.
pub fn panel(shared: &Shared, view: &View, arrival: &Arrival, again: Callback<MouseEvent>) -> Html {
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
                <Text key={passage.id.clone()} shared={shared.clone()} document={d} passage={p} pointed={view.sentence} />
            });
            page.put(definitions(rows));
            page.group(|page| match arrival {
                Arrival::Here => (pages().known)(page, corpus, view, document, passage),
                // Where a page is under way, it says so itself.
                _ if view.page != Page::Compare => {}
                _ => page.within("div", "waiting", |page| under_way(page, "panel-title", arrival, again)),
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
                if *arrival == Arrival::Here {
                    page.put((pages().cited)(corpus, view, passage));
                    (pages().original)(page, document, passage);
                }
            });
            page.put(html! {
                <Verification key={passage.id.clone()} corpus={corpus.clone()} document={d} passage={p} />
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

#[derive(PartialEq, Properties)]
struct VerificationProps {
    corpus: Corpus,
    document: usize,
    passage: usize,
}

/// Hashes the original when asked to, and says what came of it.
#[component]
fn Verification(props: &VerificationProps) -> Html {
    let corpus = props.corpus.clone();
    let outcome = use_state(|| None::<String>);
    let verify = {
        let (outcome, d, p) = (outcome.clone(), props.document, props.passage);
        let corpus = corpus.clone();
        Callback::from(move |_: MouseEvent| {
            let document = &corpus.bundle.documents[d];
            let found = verify::digest(&document.text);
            outcome.set(Some(words::verified(document, &found, &document.passages[p])));
        })
    };
    sheet(|page| {
        page.within("section", "", |page| {
            page.within("p", "", |page| page.line("small", "", say(Key::VerifyNote)));
            page.put(button(say(Key::Verify), verify));
            page.within("p", "outcome", |page| {
                page.set("role", "status");
                page.text(outcome.as_deref().unwrap_or_default());
            });
            if outcome.is_some() {
                page.line("code", "digest", &corpus.bundle.documents[props.document].sha256);
            }
        });
    })
}
