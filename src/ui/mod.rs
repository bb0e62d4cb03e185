//! Yew: the app, its pages and its parts. The only place that writes `html!`; what is shown is computed elsewhere.

mod about;
mod app;
mod claims;
mod compare;
mod header;
mod keys;
mod later;
mod names;
mod notices;
mod pages;
mod panel;
mod parts;
mod passage;
mod read;
mod shared;
mod sheet;
mod sources;
mod voices;

use yew::Renderer;

use crate::corpus::Bundle;
use crate::platform::{fault, page};
use crate::words::{Key, load_error, say};

/// Mounts the app on the page's root with a bundle's JSON, or the page that says what is wrong with it.
pub fn mount(json: &str) {
    fault::install(fault::Words { title: say(Key::PanicTitle), again: say(Key::Retry) });
    let Some(root) = page::root() else { return };
    match Bundle::from_json(json) {
        Ok(bundle) => {
            let corpus = shared::Corpus::new(bundle);
            Renderer::<app::App>::with_root_and_props(root, app::Props { corpus }).render();
        }
        Err(error) => {
            let words = fault::Words { title: say(Key::FaultTitle), again: say(Key::Retry) };
            fault::show(words, &load_error(&error));
        }
    }
}
