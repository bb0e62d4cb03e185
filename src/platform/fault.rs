//! The panel that stands in place of the app: when the bundle cannot be read, and after a panic, when the module is
//! dead and nothing of ours runs any more. The boot files put it there (`assets/fault.js`).

use wasm_bindgen::prelude::wasm_bindgen;

/// Words of the panel. The last is a link: it needs no code of ours to work.
#[derive(Clone, Copy)]
pub struct Words {
    pub title: &'static str,
    pub again: &'static str,
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = parallax, js_name = fault)]
    fn put(title: &str, reason: &str, again: &str);
}

/// Puts the panel on the page when the app panics.
pub fn install(words: Words) {
    std::panic::set_hook(Box::new(move |info| {
        let reason = info.to_string();
        web_sys::console::error_1(&reason.as_str().into());
        show(words, &reason);
    }));
}

/// Puts the panel on the page.
pub fn show(words: Words, reason: &str) {
    put(words.title, reason, words.again);
}
