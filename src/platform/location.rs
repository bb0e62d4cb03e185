//! The fragment of the address, and its history.

use wasm_bindgen::JsValue;

use super::listener::{self, Listener};

/// The fragment, without the `#` that it begins with where there is one.
pub fn fragment() -> String {
    let hash = super::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.get(1..).unwrap_or_default().to_owned()
}

/// The page for frames, beside the app's own.
const EMBED: &str = "embed.html";

/// The address of the app with another fragment, whatever page of it this is.
pub fn address(fragment: &str) -> String {
    let href = super::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let page = href.split(['#', '?']).next().unwrap_or_default();
    // Some hosts leave the ending away.
    let short = EMBED.strip_suffix(".html").unwrap_or(EMBED);
    let folder = page.strip_suffix(EMBED).or_else(|| page.strip_suffix(short).filter(|folder| folder.ends_with('/')));
    format!("{}#{fragment}", folder.unwrap_or(page))
}

/// The address of the page for frames that stands beside the app.
pub fn address_for_frames(fragment: &str) -> String {
    let address = address("");
    let folder = address.rfind('/').map_or("", |end| &address[..=end]);
    format!("{folder}{EMBED}#{fragment}")
}

/// Puts a fragment into the address: as a new step of the history, or in place of the last.
pub fn set_fragment(fragment: &str, replace: bool) {
    let Some(history) = super::window().and_then(|window| window.history().ok()) else { return };
    let url = format!("#{fragment}");
    // A frame may not be allowed a history; the view itself does not depend on it.
    let _ = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    };
}

/// Calls back with the new fragment when the reader follows a link or moves through the history, and at once where that
/// was done since the fragment was `known`.
pub fn on_fragment(known: &str, callback: impl Fn(String) + 'static) -> Option<Listener> {
    let window = super::window()?;
    let now = fragment();
    if now != known {
        callback(now);
    }
    Some(listener::on(&window, "popstate", move |_| callback(fragment())))
}
