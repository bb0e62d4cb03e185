//! Which edition this is, and what has become of keeping it for reading without a network.
//!
//! The script that keeps it (`assets/pwa/offline.js`) tells by an attribute of the root and an event.

use super::listener::{self, Listener};

/// Where the app runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// A page of its own, on a host.
    App,
    /// In a frame of another page.
    Embed,
    /// One file, wherever it lies.
    File,
}

impl Edition {
    /// As the boot files call it.
    pub fn named(name: &str) -> Self {
        match name {
            "embed" => Self::Embed,
            "file" => Self::File,
            _ => Self::App,
        }
    }
}

fn root(attribute: &str) -> Option<String> {
    super::window()?.document()?.document_element()?.get_attribute(attribute)
}

/// The state of what is kept, as the script calls it.
pub fn offline() -> Option<String> {
    root("data-offline")
}

/// Where the whole can be fetched as one file, if the host has it.
pub fn file() -> Option<String> {
    root("data-file")
}

/// Calls back when one of the two has changed.
pub fn on_change(callback: impl Fn() + 'static) -> Option<Listener> {
    let document = super::window()?.document()?;
    Some(listener::on(&document, "parallax-offline", move |_| callback()))
}

/// The reader agrees to the release that waits: the page loads anew.
pub fn update() {
    let Some(document) = super::window().and_then(|window| window.document()) else { return };
    if let Ok(event) = web_sys::Event::new("parallax-update") {
        let _ = document.dispatch_event(&event);
    }
}
