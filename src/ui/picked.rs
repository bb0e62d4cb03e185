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
    few(page::selected_words())
}

fn few(words: String) -> Option<String> {
    Some(words).filter(|words| words.len() <= MOST && words.bytes().any(|byte| byte > b'@'))
}

/// The words that are selected, as that changes, if they are few; and whether any are.
#[hook]
pub fn use_picked() -> (Option<String>, bool) {
    let words = use_state_eq(|| (None::<String>, false));
    {
        let words = words.clone();
        use_effect_with((), move |()| {
            let listener = page::on_selection(move || {
                let all = page::selected_words();
                let any = !all.is_empty();
                words.set((few(all), any));
            });
            move || drop(listener)
        });
    }
    (*words).clone()
}

/// Sets the way to where else they stand.
pub fn way(corpus: &Corpus, view: &View, words: &str) -> Html {
    let there = view.after(Action::Open(Page::concordance(words.to_owned())), &corpus.bundle);
    sheet(|page| {
        page.within("a", "picked", |page| {
            page.set("href", &format!("#{}", encode(&there, &corpus.bundle)));
            page.text(&words::concordance_of(words));
        });
    })
}
