//! Mounts the app in a browser.

use yew::Renderer;

use super::app::{App, Props};
use super::shared::Corpus;
use crate::corpus::{Bundle, LoadError};
use crate::platform::edition::Edition;
use crate::platform::{fault, location, page, timer};
use crate::words::{Key, load_error, say};

/// Mounts an edition of the app on the page's root with a bundle's JSON, or the page that says what is wrong with it. Each
/// step is a task of its own: between them the browser paints, and hears the reader.
pub fn mount(json: &[u8], edition: &str) {
    fault::install(fault::Words { title: say(Key::PanicTitle), again: say(Key::Retry) });
    let edition = Edition::named(edition);
    match Bundle::parse(json) {
        Ok(value) => timer::next(move || match Bundle::of(value) {
            Ok(bundle) => timer::next(move || {
                let corpus = Corpus::new(bundle);
                timer::next(move || render(corpus, edition));
            }),
            Err(error) => refuse(&error),
        }),
        Err(error) => refuse(&error),
    }
}

fn render(corpus: Corpus, edition: Edition) {
    let Some(root) = page::root() else { return };
    let props = Props { corpus, edition, fragment: location::fragment(), rows: None };
    Renderer::<App>::with_root_and_props(root, props).render();
    page::begun();
}

fn refuse(error: &LoadError) {
    fault::show(fault::Words { title: say(Key::FaultTitle), again: say(Key::Retry) }, &load_error(error));
    page::begun();
}
