//! A document's passages in its own order, its periods in the margin.

use yew::prelude::*;

use super::reference::references;
use crate::cite::Item;
use crate::corpus::{BlockKind, Document, Passage};
use crate::platform::location;
use crate::ui::citing::Citing;
use crate::ui::parts::mark;
use crate::ui::passage::Text;
use crate::ui::shared::Shared;
use crate::view::{Action, Page, View, encode};
use crate::words::{self, Leaf, leaf};

#[derive(PartialEq, Properties)]
pub struct Props {
    pub shared: Shared,
    /// Index of the document in the bundle.
    pub document: usize,
    pub view: View,
    /// Id of the title's element.
    pub heading: AttrValue,
    /// Whether passages carry their own ids; false for the second of two documents, whose panes name them apart.
    pub names_passages: bool,
}

#[component]
pub fn Whole(props: &Props) -> Html {
    let shared = &props.shared;
    let document = &shared.corpus.bundle.documents[props.document];
    let supplied = document.title.supplied;
    let running = document
        .passages
        .iter()
        .enumerate()
        .filter(|(_, passage)| {
            !matches!(passage.kind, BlockKind::Footnote | BlockKind::Reference | BlockKind::Signatory)
        })
        .map(|(p, passage)| set(shared, props, document, p, passage));
    let signatories: Vec<usize> =
        (0..document.passages.len()).filter(|&p| document.passages[p].kind == BlockKind::Signatory).collect();
    html! {
        <article class="whole" lang={document.language.clone()}>
            if supplied {
                <div class="supplied">{ title(props, words::title(document)) }</div>
            }
            <p class="byline" lang="en">
                { mark(&document.account) }
                { format!("{} · {}", words::issuer(document), words::written(document)) }
            </p>
            { citing(shared, document) }
            { for running }
            if !signatories.is_empty() {
                <h2>{ leaf(Leaf::Signatories) }</h2>
                <ol class="signatories">
                    { for signatories.iter().map(|p| html! {
                        <li id={id(props, &document.passages[*p])}>
                            { document.passages[*p].text(&document.text) }
                        </li>
                    }) }
                </ol>
            }
            { references(document) }
        </article>
    }
}

/// How the document is cited; not on a page that is set in advance, which knows no address.
fn citing(shared: &Shared, document: &Document) -> Html {
    let bundle = &shared.corpus.bundle;
    let page = Page::Read { document: document.id.clone(), beside: None, original: false };
    let address = location::address(&encode(&View { page, ..View::start(bundle) }, bundle));
    if address.starts_with('#') {
        return html! {};
    }
    let item = Item::of_document(document, &address, None);
    html! { <div class="byline" lang="en"><Citing key={document.id.clone()} {item} words={Leaf::CiteDocument} /></div> }
}

/// The title: the heading of the page, or of one of its panes.
fn title(props: &Props, text: String) -> Html {
    let id = props.heading.clone();
    if id == "page-title" {
        html! { <h1 {id} tabindex="-1">{ text }</h1> }
    } else {
        html! { <h2 {id} class="pane-title" tabindex="-1">{ text }</h2> }
    }
}

fn id(props: &Props, passage: &Passage) -> String {
    if props.names_passages { passage.id.clone() } else { format!("beside-{}", passage.id) }
}

fn set(shared: &Shared, props: &Props, document: &Document, p: usize, passage: &Passage) -> Html {
    let id = id(props, passage);
    let text = passage.text(&document.text);
    match (passage.kind, passage.level) {
        (BlockKind::Heading, Some(1)) => {
            return html! { <div {id} class="title">{ title(props, text) }</div> };
        }
        (BlockKind::Heading, Some(2)) => return html! { <h2 {id} tabindex="-1">{ text }</h2> },
        (BlockKind::Heading, _) => return html! { <h3 {id} tabindex="-1">{ text }</h3> },
        (BlockKind::Letterhead | BlockKind::Hatnote | BlockKind::Signature | BlockKind::Infobox, _)
            if passage.times.is_empty() =>
        {
            let kind = if passage.kind == BlockKind::Signature { "signature" } else { "apparatus" };
            return html! { <div {id} class={kind}><Text shared={shared.clone()} document={props.document} passage={p} /></div> };
        }
        _ => {}
    }
    let periods = shared.corpus.grid.periods_of(props.document, p);
    let shown = props.view.passage.as_ref() == Some(&passage.id);
    html! {
        <div {id} class={classes!("set", shown.then_some("selected"))} data-passage={passage.id.clone()}>
            <div class="margin" lang="en">
                { opener(shared, document, passage, shown) }
                if !periods.is_empty() {
                    <ul aria-label={leaf(Leaf::MarginPeriods)}>
                        { for periods.iter().take(MARGIN_AT_MOST).map(|period| margin(shared, props, *period)) }
                        if periods.len() > MARGIN_AT_MOST {
                            <li>{ words::and_more(periods.len() - MARGIN_AT_MOST) }</li>
                        }
                    </ul>
                }
            </div>
            <Text shared={shared.clone()} document={props.document} passage={p} />
        </div>
    }
}

/// Periods named in the margin; the panel names all.
const MARGIN_AT_MOST: usize = 3;

fn margin(shared: &Shared, props: &Props, period: usize) -> Html {
    let corpus = &shared.corpus;
    let period = &corpus.bundle.periods[period];
    let view = View { page: Page::Compare, period: Some(period.id.clone()), passage: None, ..props.view.clone() };
    html! {
        <li>
            <a
                href={format!("#{}", encode(&view, &corpus.bundle))}
                title={format!("{}: {}", leaf(Leaf::BackToCompare), period.title)}
            >
                { &period.short }
            </a>
        </li>
    }
}

/// The number in the margin, which opens the passage's panel.
fn opener(shared: &Shared, document: &Document, passage: &Passage, shown: bool) -> Html {
    let id = passage.id.clone();
    let place = words::place(document, passage);
    let short = place.rsplit(", ").next().unwrap_or(&place).to_owned();
    html! {
        <button
            type="button"
            class="place"
            data-opens="passage"
            aria-label={words::open_passage(document, passage)}
            aria-expanded={shown.to_string()}
            onclick={shared.act.reform(move |_: MouseEvent| Action::Show(id.clone()))}
        >
            { short }
        </button>
    }
}
