//! Where everything comes from, under which terms, and how it was done.

use yew::prelude::*;

use super::parts::{definitions, grounded, licence, origin, table};
use super::shared::Corpus;
use super::sheet::{Sheet, page, sheet};
use crate::corpus::{Document, Measure, Publishers};
use crate::words::{self, Key, Leaf, leaf, say};

/// Sets the page.
pub fn sources(corpus: &Corpus) -> Html {
    let bundle = &corpus.bundle;
    let periods = bundle.periods.iter().map(|period| {
        let head = grounded(html! { { &period.title } }, &words::date(&period.edtf));
        (head, vec![html! { { &period.begins } }, html! { { &period.ends } }])
    });
    let heads = [say(Key::Period), leaf(Leaf::PeriodBegins), leaf(Leaf::PeriodEnds)].map(|head| html! { { head } });
    page("page", |page| {
        page.title(leaf(Leaf::SourcesTitle));
        for document in &bundle.documents {
            source(page, document);
        }
        page.within("section", "", |page| {
            page.line("h2", "", leaf(Leaf::PeriodsTitle));
            page.line("p", "", &words::periods_note(bundle.periods.len()));
            page.put(table(leaf(Leaf::PeriodsTitle), heads.to_vec(), periods.collect()));
        });
        page.within("section", "measured", |page| measured(page, &bundle.measures));
        page.within("section", "", |page| {
            page.line("h2", "", words::vocabulary::METHOD_TITLE);
            for paragraph in words::vocabulary::METHOD {
                page.line("p", "", paragraph);
            }
        });
        page.within("section", "", |page| cited(page, &bundle.publishers));
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

/// How near the engine comes to the editorial layer, as the compiler measured it.
fn measured(page: &mut Sheet, measures: &[Measure]) {
    let heads =
        [Leaf::Measured, Leaf::Cases, Leaf::Precision, Leaf::Recall, Leaf::F1].map(|key| html! { { leaf(key) } });
    let rows = measures.iter().map(|measure| {
        let shares = [measure.precision, Some(measure.recall), measure.f1].map(words::thousandths);
        let cells = [measure.cases.to_string()].into_iter().chain(shares);
        (html! { { &measure.what } }, cells.map(|cell| html! { { cell } }).collect())
    });
    page.line("h2", "", leaf(Leaf::MeasuredTitle));
    page.line("p", "", leaf(Leaf::MeasuredNote));
    page.put(table(leaf(Leaf::MeasuredTitle), heads.to_vec(), rows.collect()));
}

/// Who published the article's references, by kind and by country.
fn cited(page: &mut Sheet, publishers: &[Publishers]) {
    page.line("h2", "", leaf(Leaf::CitedTitle));
    page.line("p", "", &words::cited(publishers));
    let mut countries = Vec::new();
    page.within("dl", "", |page| {
        for group in publishers {
            let told = format!("{} {}", group.of, group.references);
            if group.names.is_empty() {
                countries.push(told);
            } else {
                page.line("dt", "", &told);
                page.line("dd", "", &group.names.join(", "));
            }
        }
        page.line("dt", "", leaf(Leaf::CitedCountries));
        page.line("dd", "", &countries.join(", "));
    });
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
        (leaf(Leaf::Kind), html! { { &document.kind } }),
        issuer,
        written,
        (say(Key::Licence), grounded(licence(&document.licence), &document.licence.note)),
        (leaf(Leaf::Provenance), html! { { &document.provenance } }),
        (leaf(Leaf::Lacks), lacks),
        (leaf(Leaf::File), code("", &document.file)),
        (leaf(Leaf::Digest), code("digest", &document.sha256)),
    ];
    page.within("section", "source", |page| {
        page.within("h2", "", |page| {
            page.mark(&document.account);
            page.text(&words::title(document));
        });
        page.put(definitions(rows));
    });
}
