//! What this is, and what it is not; for newcomers and for teachers.

use yew::prelude::*;

use super::edition::to_file;
use super::shared::Corpus;
use super::sheet::page;
use crate::view::{Action, Page, View, encode};
use crate::words::{self, Leaf, leaf};

/// Sets the page.
pub fn about(corpus: &Corpus) -> Html {
    let start = View::start(&corpus.bundle);
    page("page", |page| {
        page.title(leaf(Leaf::AboutTitle));
        for paragraph in &corpus.bundle.about {
            page.line("p", "lead", paragraph);
        }
        page.within("ul", "ways", |page| {
            for (there, key) in [(Page::Compare, Leaf::AboutToCompare), (Page::Sources, Leaf::AboutToSources)] {
                let fragment = encode(&start.after(Action::Open(there), &corpus.bundle), &corpus.bundle);
                page.within("li", "", |page| page.link(&fragment, leaf(key)));
            }
        });
        page.line("h2", "", leaf(Leaf::AboutReading));
        page.within("dl", "", |page| {
            for (term, meaning) in &words::READING {
                page.line("dt", "", term);
                page.line("dd", "", meaning);
            }
        });
        page.line("h2", "", leaf(Leaf::AboutTeachers));
        for paragraph in &corpus.bundle.teachers {
            page.line("p", "", paragraph);
        }
        page.line("p", "", leaf(Leaf::AboutClass));
        page.within("p", "", to_file);
        page.line("h2", "", leaf(Leaf::AboutMakers));
        for paragraph in words::MAKERS {
            page.line("p", "", paragraph);
        }
        page.line("p", "", &words::edited(&corpus.bundle));
        page.line("h2", "", leaf(Leaf::AboutAccess));
        for paragraph in words::ACCESS {
            page.line("p", "", paragraph);
        }
    })
}
