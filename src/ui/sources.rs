//! Where everything comes from, under which terms, and how it was done.

use yew::prelude::*;

use super::parts::{definitions, grounded, licence, list, mark, origin, table};
use super::shared::Corpus;
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
    let method = bundle.method.iter().map(|section| {
        let paragraphs = section.paragraphs.iter().map(|paragraph| html! { <p>{ paragraph }</p> });
        html! { <section><h2>{ &section.title }</h2>{ for paragraphs }</section> }
    });
    html! {
        <div id="text" class="page">
            <h1 id="page-title" tabindex="-1">{ say(Key::SourcesTitle) }</h1>
            { for bundle.documents.iter().map(source) }
            <section>
                <h2>{ say(Key::PeriodsTitle) }</h2>
                <p>{ words::periods_note(bundle.periods.len()) }</p>
                { table(say(Key::PeriodsTitle), heads.to_vec(), periods.collect()) }
            </section>
            { for method }
        </div>
    }
}

fn source(document: &Document) -> Html {
    let lacks = list(document.lacks.iter().map(|lack| html! { { lack } }).collect());
    let [issuer, written] = origin(document);
    let rows = vec![
        (say(Key::Kind), html! { { &document.kind } }),
        issuer,
        written,
        (say(Key::Licence), grounded(licence(&document.licence), &document.licence.note)),
        (say(Key::Provenance), html! { { &document.provenance } }),
        (say(Key::Lacks), lacks),
        (say(Key::File), html! { <code>{ &document.file }</code> }),
        (say(Key::Digest), html! { <code class="digest">{ &document.sha256 }</code> }),
    ];
    html! {
        <section class="source">
            <h2>{ mark(&document.account) }{ words::title(document) }</h2>
            { definitions(rows) }
        </section>
    }
}
