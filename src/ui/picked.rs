//! From any word in any text to every place where it stands: select it, and the way is there.
//!
//! A selection is what mouse, finger and keyboard share: a double click, a long press, or the arrows with Shift where a
//! browser lets one move a caret through a text. The way is a link at the edge of the window, so it is pressed or tabbed
//! to like any other, and nothing moves when it comes; `w` takes it at once. No menu of the browser is replaced.

use yew::prelude::*;

use super::shared::Corpus;
use super::sheet::sheet;
use crate::platform::page;
use crate::view::{Action, Page, View, encode};
use crate::words;

/// Longest selection, in bytes, that is words and no passage.
const MOST: usize = 60;

/// The words that are selected, if they are few.
pub fn picked() -> Option<String> {
    Some(page::selected_words()).filter(|words| is_short(words))
}

/// Whether these are words and no passage.
pub fn is_short(words: &str) -> bool {
    words.len() <= MOST && words.bytes().any(|byte| byte > b'@')
}

/// The words that are selected, as that changes.
#[hook]
pub fn use_picked() -> Option<String> {
    let words = use_state_eq(|| None::<String>);
    {
        let words = words.clone();
        use_effect_with((), move |()| {
            let listener = page::on_selection(move || {
                words.set(Some(page::selected_words()).filter(|words| !words.is_empty()));
            });
            move || drop(listener)
        });
    }
    (*words).clone()
}

/// Sets the way to where else they stand.
pub fn way(corpus: &Corpus, view: &View, words: &str) -> Html {
    let there = view.after(Action::Open(Page::concordance(words.to_owned())), &corpus.bundle);
    sheet(|page| page.link(&encode(&there, &corpus.bundle), &words::concordance_of(words)))
}
