//! Mounts the app in a browser.

use yew::Renderer;

use super::app::{App, Props};
use super::shared::Corpus;
use crate::corpus::Bundle;
use crate::platform::edition::Edition;
use crate::platform::{fault, location, page};
use crate::words::{Key, load_error, say};

/// Mounts an edition of the app on the page's root with a bundle's JSON, or the page that says what is wrong with it.
pub fn mount(json: &str, edition: &str) {
    fault::install(fault::Words { title: say(Key::PanicTitle), again: say(Key::Retry) });
    let Some(root) = page::root() else { return };
    match Bundle::from_json(json) {
        Ok(bundle) => {
            let (corpus, edition) = (Corpus::new(bundle), Edition::named(edition));
            let props = Props { corpus, edition, fragment: location::fragment(), rows: None };
            Renderer::<App>::with_root_and_props(root, props).render();
        }
        Err(error) => {
            let words = fault::Words { title: say(Key::FaultTitle), again: say(Key::Retry) };
            fault::show(words, &load_error(&error));
        }
    }
}
