//! What the keys do, and the switch for those of a single letter. It comes with the pages, when it is first asked for.

use yew::prelude::*;

use super::parts::choice;
use super::sheet::{Sheet, sheet};
use crate::words::{Key, Leaf, leaf, say};

const ROWS: [(&str, &str); 15] = [
    ("j", leaf(Leaf::KeyNextPassage)),
    ("k", leaf(Leaf::KeyPreviousPassage)),
    ("] (right bracket)", say(Key::NextPeriod)),
    ("[ (left bracket)", say(Key::PreviousPeriod)),
    ("o", leaf(Leaf::KeyOpen)),
    ("Esc", leaf(Leaf::KeyClose)),
    ("c", say(Key::Compare)),
    ("r", say(Key::Read)),
    ("s", say(Key::Sources)),
    ("/", say(Key::Search)),
    ("w", say(Key::Concordance)),
    ("m", leaf(Leaf::KeyMark)),
    ("n", say(Key::Notebook)),
    ("?", leaf(Leaf::KeyHelp)),
    ("F6", leaf(Leaf::KeyPanes)),
];

/// Sets it.
pub fn key_list(single: bool, toggle: Callback<Event>) -> Html {
    sheet(|page| {
        page.within("table", "", |page| {
            page.within("tbody", "", |page| {
                for (key, what) in ROWS {
                    page.within("tr", "", |page| row(page, key, what));
                }
            });
        });
        page.put(choice("checkbox", leaf(Leaf::KeysSingle), single, toggle));
        page.group(|page| {
            if !single {
                page.line("p", "aside", leaf(Leaf::KeysNone));
            }
        });
    })
}

fn row(page: &mut Sheet, key: &str, what: &str) {
    page.within("th", "", |page| {
        page.set("scope", "row");
        page.line("kbd", "", key);
    });
    page.line("td", "", what);
}
