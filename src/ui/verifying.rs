//! A passage held against its original, when the reader asks for it.

use yew::prelude::*;

use super::parts::button;
use super::shared::Corpus;
use super::sheet::sheet;
use crate::verify;
use crate::words::{self, Leaf, leaf};

#[derive(PartialEq, Properties)]
pub struct Props {
    pub corpus: Corpus,
    /// Index of the document in the bundle.
    pub document: usize,
    /// Index of the passage in the document.
    pub passage: usize,
}

/// Hashes the original when asked to, and says what came of it.
#[component]
pub fn Verification(props: &Props) -> Html {
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
            page.within("p", "", |page| page.line("small", "", leaf(Leaf::VerifyNote)));
            page.put(button(leaf(Leaf::Verify), verify));
            page.within("p", "outcome", |page| {
                page.set("role", "status");
                page.text(outcome.as_deref().unwrap_or_default());
            });
            page.group(|page| {
                if outcome.is_some() {
                    page.line("code", "digest", &corpus.bundle.documents[props.document].sha256);
                }
            });
        });
    })
}
