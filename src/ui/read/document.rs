//! A document's passages in its own order, its periods in the margin.

use yew::prelude::*;

use super::reference::references;
use crate::cite::Item;
use crate::corpus::{BlockKind, Document, Passage};
use crate::platform::{location, page};
use crate::ui::citing::Citing;
use crate::ui::lit::Lit;
use crate::ui::passage::Text;
use crate::ui::shared::Shared;
use crate::ui::sheet::{Sheet, sheet};
use crate::view::{Action, Page, View, encode};
use crate::words::{self, Leaf, leaf};

#[derive(PartialEq, Properties)]
pub struct Props {
    pub shared: Shared,
    /// Index of the document in the bundle.
    pub document: usize,
    pub view: View,
    pub lit: Lit,
    /// Id of the title's element.
    pub heading: AttrValue,
    /// Whether passages carry their own ids; false for the second of two documents, whose panes name them apart.
    pub names_passages: bool,
}

#[component]
pub fn Whole(props: &Props) -> Html {
    let shared = &props.shared;
    let document = &shared.corpus.bundle.documents[props.document];
    let is_head = |passage: &&Passage| passage.kind == BlockKind::Letterhead;
    let head = document.passages.iter().take_while(is_head).count();
    let in_head = |id: &String| document.passages[..head].iter().any(|passage| passage.id == *id);
    let whole = |kind: BlockKind| !matches!(kind, BlockKind::Footnote | BlockKind::Reference | BlockKind::Signatory);
    let set = |page: &mut Sheet, p: usize| page.put(set(shared, props, document, p, &document.passages[p]));
    sheet(|page| {
        page.within("article", "whole", |page| {
            page.set("lang", &document.language);
            page.group(|page| {
                if document.title.supplied {
                    page.within("div", "supplied", |page| page.put(title(props, words::title(document))));
                }
            });
            page.within("p", "byline", |page| {
                page.set("lang", "en");
                page.mark(&document.account);
                page.text(&words::byline(document));
            });
            page.put(citing(shared, document));
            page.group(|page| {
                if head > 0 {
                    page.within("details", "letterhead", |page| {
                        if props.view.passage.as_ref().is_some_and(in_head) {
                            page.set("open", "open");
                        }
                        page.within("summary", "", |page| {
                            page.set("lang", "en");
                            page.text(leaf(Leaf::Letterhead));
                        });
                        page.group(|page| (0..head).for_each(|p| set(page, p)));
                    });
                }
            });
            page.group(|page| {
                let running = (head..document.passages.len()).filter(|&p| whole(document.passages[p].kind));
                running.for_each(|p| set(page, p));
            });
            page.group(|page| signatories(page, props, document));
            page.put(references(document));
        });
    })
}

/// Who signed, in a list.
fn signatories(page: &mut Sheet, props: &Props, document: &Document) {
    let signed = || document.passages.iter().filter(|passage| passage.kind == BlockKind::Signatory);
    if signed().next().is_none() {
        return;
    }
    page.line("h2", "", leaf(Leaf::Signatories));
    page.within("ol", "signatories", |page| {
        for signatory in signed() {
            page.within("li", "", |page| {
                page.set("id", &id(props, signatory));
                page.text(&signatory.text(&document.text));
            });
        }
    });
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
    if stands_alone(props) {
        html! { <h1 {id} tabindex="-1">{ text }</h1> }
    } else {
        html! { <h2 {id} class="pane-title" tabindex="-1">{ text }</h2> }
    }
}

/// Whether no other document stands beside it.
fn stands_alone(props: &Props) -> bool {
    props.heading == "page-title"
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
            let lit = props.lit.of(&passage.id);
            return html! { <div {id} class={kind}><Text shared={shared.clone()} document={props.document} passage={p} {lit} /></div> };
        }
        _ => {}
    }
    let periods = shared.corpus.grid.periods_of(props.document, p);
    // Those to which it belongs come first; of them, the earliest.
    let first = &periods[..periods.len().min(MARGIN_AT_MOST)];
    let named = (0..shared.corpus.bundle.periods.len()).filter(|period| first.contains(period));
    let shown = props.view.passage.as_ref() == Some(&passage.id);
    html! {
        <div {id} class={classes!("set", shown.then_some("selected"))} data-passage={passage.id.clone()}>
            <div class="margin" lang="en">
                { opener(shared, document, passage, shown) }
                // A line of an infobox is shorter than the list of its periods; the panel has them.
                if !periods.is_empty() && passage.kind != BlockKind::Infobox {
                    <ul aria-label={leaf(Leaf::MarginPeriods)}>
                        { for named.map(|period| margin(shared, props, period)) }
                        if periods.len() > MARGIN_AT_MOST {
                            <li>{ words::and_more(periods.len() - MARGIN_AT_MOST) }</li>
                        }
                    </ul>
                }
            </div>
            <Text
                shared={shared.clone()}
                document={props.document}
                passage={p}
                lit={props.lit.of(&passage.id)}
                noted={stands_alone(props) && page::is_media(NOTED)}
            />
        </div>
    }
}

/// Windows that have a margin for footnotes (`assets/styles/read.css`).
const NOTED: &str = "screen and (min-width: 78rem)";

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
    let short = place.rsplit(',').next().unwrap_or(&place).trim_start().to_owned();
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
