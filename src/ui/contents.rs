//! The table of contents of a long page: ways to its headings.

use yew::prelude::*;

use super::sheet::{Sheet, sheet};
use crate::platform::page;
use crate::words::{Leaf, leaf};

/// A heading: its id, its level, its words.
pub type Heading = (String, u8, String);

/// Sets it, where there is a heading.
pub fn contents(headings: Vec<Heading>) -> Html {
    if headings.is_empty() {
        return html! {};
    }
    sheet(|page| {
        page.within("details", "contents", |page| {
            // Above the text, where there is no room beside it, it would be in the way.
            if !page::is_media("(max-width: 60rem)") {
                page.set("open", "open");
            }
            page.line("summary", "", leaf(Leaf::Contents));
            page.within("nav", "", |page| {
                page.set("aria-label", leaf(Leaf::Contents));
                page.within("ol", "", |page| page.group(|page| headings.into_iter().for_each(|one| entry(page, one))));
            });
        });
    })
}

fn entry(page: &mut Sheet, (id, level, words): Heading) {
    page.within("li", "", |page| {
        page.set("class", &format!("level-{level}"));
        page.set("aria-level", &level.saturating_sub(1).to_string());
        page.within("a", "", |page| {
            page.set("href", &format!("#{id}"));
            // A place on this page, not another view: the fragment stays as it is.
            page.click(Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                page::scroll_to(&id);
                page::focus(&id);
            }));
            page.text(&words);
        });
    });
}
