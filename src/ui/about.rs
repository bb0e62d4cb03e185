//! What this is, and what it is not; for newcomers and for teachers.

use yew::prelude::*;

use super::shared::Corpus;
use super::sheet::page;
use crate::view::{Action, Page, View, encode};
use crate::words::{self, Key, say};

/// Sets the page.
pub fn about(corpus: &Corpus) -> Html {
    let start = View::start(&corpus.bundle);
    page("page", |page| {
        page.title(say(Key::AboutTitle));
        for paragraph in &corpus.bundle.about {
            page.line("p", "lead", paragraph);
        }
        page.within("ul", "ways", |page| {
            for (there, key) in [(Page::Compare, Key::AboutToCompare), (Page::Sources, Key::AboutToSources)] {
                let fragment = encode(&start.after(Action::Open(there), &corpus.bundle), &corpus.bundle);
                page.within("li", "", |page| page.link(&fragment, say(key)));
            }
        });
        page.line("h2", "", say(Key::AboutReading));
        page.within("dl", "", |page| {
            for (term, meaning) in &words::READING {
                page.line("dt", "", term);
                page.line("dd", "", meaning);
            }
        });
        page.line("h2", "", say(Key::AboutTeachers));
        for paragraph in &corpus.bundle.teachers {
            page.line("p", "", paragraph);
        }
    })
}
