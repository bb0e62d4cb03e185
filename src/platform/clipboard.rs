//! The clipboard.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::Event;

use super::listener::{self, Listener};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = parallax)]
    fn taken(event: &Event) -> String;
    #[wasm_bindgen(js_namespace = parallax)]
    fn carry(event: &Event, plain: &str, rich: &str);
}

/// Copies a text. `false` where the browser does not allow it.
pub async fn copy(text: &str) -> bool {
    let Some(window) = super::window().filter(web_sys::Window::is_secure_context) else { return false };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

/// Asks what is copied, when words of passages are: of the passages by their ids and the words as they are, the plain
/// text and the HTML. Whatever else is copied is left to the browser.
pub fn on_copy(fill: impl Fn(&[&str], &str) -> (String, String) + 'static) -> Option<Listener> {
    let document = super::window()?.document()?;
    Some(listener::before(&document, "copy", move |event| {
        let taken = taken(event);
        let (ids, words) = taken.split_once('\n').unwrap_or_default();
        let ids: Vec<&str> = ids.split_whitespace().collect();
        if !ids.is_empty() {
            let (plain, rich) = fill(&ids, words);
            carry(event, &plain, &rich);
        }
    }))
}
