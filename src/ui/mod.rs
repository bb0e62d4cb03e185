//! Yew: the app, its pages and its parts. The only place that writes `html!`; what is shown is computed elsewhere.

mod about;
mod app;
mod claims;
mod compare;
mod edition;
mod header;
mod keys;
mod names;
mod notices;
mod panel;
mod parts;
mod passage;
mod read;
mod share;
mod shared;
mod sheet;
mod sources;
mod voices;

use yew::Renderer;

use crate::corpus::Bundle;
use crate::platform::edition::Edition;
use crate::platform::{fault, page};
use crate::words::{Key, load_error, say};

/// Mounts an edition of the app on the page's root with a bundle's JSON, or the page that says what is wrong with it.
pub fn mount(json: &str, edition: &str) {
    fault::install(fault::Words { title: say(Key::PanicTitle), again: say(Key::Retry) });
    let Some(root) = page::root() else { return };
    match Bundle::from_json(json) {
        Ok(bundle) => {
            let corpus = shared::Corpus::new(bundle);
            let edition = Edition::named(edition);
            Renderer::<app::App>::with_root_and_props(root, app::Props { corpus, edition }).render();
        }
        Err(error) => {
            let words = fault::Words { title: say(Key::FaultTitle), again: say(Key::Retry) };
            fault::show(words, &load_error(&error));
        }
    }
}
