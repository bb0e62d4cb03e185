//! Where everything comes from, under which terms, and how it was done.

use yew::prelude::*;

use super::parts::{definitions, grounded, licence, origin, table};
use super::shared::Corpus;
use super::sheet::{Sheet, page, sheet};
use crate::corpus::Document;
use crate::words::{self, Key, say};

/// Sets the page.
pub fn sources(corpus: &Corpus) -> Html {
    let bundle = &corpus.bundle;
    let periods = bundle.periods.iter().map(|period| {
        let head = grounded(html! { { &period.title } }, &words::date(&period.edtf));
        (head, vec![html! { { &period.begins } }, html! { { &period.ends } }])
    });
    let heads = [Key::Period, Key::PeriodBegins, Key::PeriodEnds].map(|key| html! { { say(key) } });
    page("page", |page| {
        page.title(say(Key::SourcesTitle));
        for document in &bundle.documents {
            source(page, document);
        }
        page.within("section", "", |page| {
            page.line("h2", "", say(Key::PeriodsTitle));
            page.line("p", "", &words::periods_note(bundle.periods.len()));
            page.put(table(say(Key::PeriodsTitle), heads.to_vec(), periods.collect()));
        });
        for section in &bundle.method {
            page.within("section", "", |page| {
                page.line("h2", "", &section.title);
                for paragraph in &section.paragraphs {
                    page.line("p", "", paragraph);
                }
            });
        }
    })
}

fn source(page: &mut Sheet, document: &Document) {
    let lacks = sheet(|page| {
        page.within("ul", "", |page| {
            for lack in &document.lacks {
                page.line("li", "", lack);
            }
        });
    });
    let code = |class: &'static str, words: &str| sheet(|page| page.line("code", class, words));
    let [issuer, written] = origin(document);
    let rows = vec![
        (say(Key::Kind), html! { { &document.kind } }),
        issuer,
        written,
        (say(Key::Licence), grounded(licence(&document.licence), &document.licence.note)),
        (say(Key::Provenance), html! { { &document.provenance } }),
        (say(Key::Lacks), lacks),
        (say(Key::File), code("", &document.file)),
        (say(Key::Digest), code("digest", &document.sha256)),
    ];
    page.within("section", "source", |page| {
        page.within("h2", "", |page| {
            page.mark(&document.account);
            page.text(&words::title(document));
        });
        page.put(definitions(rows));
    });
}
