//! Words copied from a text bring along where they come from.

use yew::prelude::*;

use super::shared::Corpus;
use crate::cite::{Item, carried};
use crate::platform::{clipboard, location};
use crate::view::{Page, View, encode};
use crate::words;

/// Passages that are named one by one.
const NAMED: usize = 8;

#[derive(PartialEq, Properties)]
pub struct Props {
    pub corpus: Corpus,
}

/// Shows nothing; as long as it is there, what is copied is filled in.
#[component]
pub fn Carrying(props: &Props) -> Html {
    let corpus = props.corpus.clone();
    use_effect_with(corpus, |corpus| {
        let corpus = corpus.clone();
        let listener = clipboard::on_copy(move |ids, words| fill(&corpus, ids, words));
        move || drop(listener)
    });
    html! {}
}

fn fill(corpus: &Corpus, ids: &[&str], words: &str) -> (String, String) {
    let sources: Vec<Item> = ids.iter().take(NAMED).filter_map(|id| source(corpus, id)).collect();
    let more = ids.len().checked_sub(NAMED).filter(|more| *more > 0).map(words::further_passages);
    carried(words, &sources, more.as_deref())
}

/// A passage with the address that shows it in its document.
fn source(corpus: &Corpus, id: &str) -> Option<Item> {
    let bundle = &corpus.bundle;
    let (document, passage) = bundle.passage(id)?;
    let page = Page::Read { document: document.id.clone(), beside: None, original: false };
    let there = View { page, passage: Some(id.to_owned()), ..View::start(bundle) };
    Some(Item::of_passage(document, passage, None, &location::address(&encode(&there, bundle)), None))
}
