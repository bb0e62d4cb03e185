//! Copies a passage with its source, or a link to the view that shows it.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::parts::button;
use super::shared::Corpus;
use super::sheet::sheet;
use crate::corpus::BlockKind;
use crate::platform::{clipboard, location};
use crate::view::{View, encode};
use crate::words::{self, Leaf, leaf};

#[derive(PartialEq, Properties)]
pub struct Props {
    pub corpus: Corpus,
    pub passage: String,
    pub view: View,
}

/// Copies the passage with its citation, or a link to this view. Where the browser refuses, the text stands there to
/// be copied by hand.
#[component]
pub fn Copying(props: &Props) -> Html {
    let corpus = props.corpus.clone();
    let outcome = use_state(|| None::<Result<(), String>>);
    let Some((document, passage)) = corpus.bundle.passage(&props.passage) else { return html! {} };
    let link = location::address(&encode(&props.view, &corpus.bundle));
    let own = location::address(&passage.id);
    let copy = |text: String| {
        let outcome = outcome.clone();
        Callback::from(move |_: MouseEvent| {
            let (text, outcome) = (text.clone(), outcome.clone());
            spawn_local(async move {
                let done = clipboard::copy(&text).await;
                outcome.set(Some(if done { Ok(()) } else { Err(text) }));
            });
        })
    };
    // Furniture is never cited; a heading's words are its own citation.
    let citation = if passage.kind == BlockKind::Heading {
        words::title(document)
    } else {
        words::citation(document, passage, &own)
    };
    sheet(|page| {
        page.within("section", "copying", |page| {
            page.put(button(leaf(Leaf::CopyCitation), copy(citation)));
            page.put(button(leaf(Leaf::CopyLink), copy(link)));
            page.within("p", "", |page| {
                page.set("role", "status");
                page.text(match &*outcome {
                    None => "",
                    Some(Ok(())) => leaf(Leaf::Copied),
                    Some(Err(_)) => leaf(Leaf::CopyFailed),
                });
            });
            page.group(|page| {
                if let Some(Err(text)) = &*outcome {
                    page.put(html! {
                        <textarea readonly=true rows="6" aria-label={leaf(Leaf::CopyCitation)} value={text.clone()} />
                    });
                }
            });
        });
    })
}
