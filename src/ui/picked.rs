//! From any word in any text to every place where it stands: select it, and the way is there.
//!
//! A selection is what mouse, finger and keyboard share: a double click, a long press, or the arrows with Shift where a
//! browser lets one move a caret through a text. The way is a link at the edge of the window, so it is pressed or tabbed
//! to like any other, and nothing moves when it comes; `w` takes it at once. No menu of the browser is replaced.

use yew::prelude::*;

use super::kept::use_kept;
use super::later::{Arrival, use_chunk};
use super::notebook::{is_wanted, notebook};
use super::pages::pages;
use super::shared::{Corpus, Shared};
use super::sheet::sheet;
use crate::platform::edition::Edition;
use crate::platform::selection;
use crate::view::{Action, Page, View, encode};
use crate::words;

/// Longest selection, in bytes, that is words and no passage.
const MOST: usize = 60;

/// The words that are selected, if they are few.
pub fn picked() -> Option<String> {
    Some(selection::words()).filter(|words| is_short(words))
}

/// Whether these are words and no passage.
pub fn is_short(words: &str) -> bool {
    words.len() <= MOST && words.bytes().any(|byte| byte > b'@')
}

/// What can be done with the words that are selected: what stands at the edge of the window, and what goes along when
/// they are copied.
#[hook]
pub fn use_picked(shared: &Shared, view: &View) -> (Html, Option<Html>) {
    let words = use_words();
    // What names the sources of what is copied is fetched before.
    let (sources, _) = use_chunk(words.is_some().then_some("pages"));
    let carrying = (words.is_some() && sources == Arrival::Here).then(|| (pages().carrying)(&shared.corpus));
    // The notebook comes when words are selected, and stays.
    let noted = use_mut_ref(|| false);
    *noted.borrow_mut() |= shared.edition != Edition::Embed && (words.is_some() || is_wanted(view));
    let noted = *noted.borrow();
    let (desk, _) = use_chunk(noted.then_some("notebook"));
    let stand = if noted && desk == Arrival::Here {
        (notebook().stand)(shared, view, words)
    } else {
        let short = words.filter(|words| is_short(words));
        html! { { for short.map(|words| html! { <div class="picked">{ way(&shared.corpus, view, &words) }</div> }) } }
    };
    (stand, carrying)
}

/// The words that are selected, as that changes.
#[hook]
fn use_words() -> Option<String> {
    let words = use_state_eq(|| None::<String>);
    let set = words.setter();
    use_kept(move || selection::on_change(move || set.set(Some(selection::words()).filter(|words| !words.is_empty()))));
    (*words).clone()
}

/// Sets the way to where else they stand.
pub fn way(corpus: &Corpus, view: &View, words: &str) -> Html {
    let there = view.after(Action::Open(Page::concordance(words.to_owned())), &corpus.bundle);
    sheet(|page| page.link(&encode(&there, &corpus.bundle), &words::concordance_of(words)))
}
