//! Styles that come with a chunk of the program.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = parallax)]
    fn dress(css: &str) -> Result<(), JsValue>;
}

/// Adds a style sheet to the page. A browser that builds none shows the page without these styles.
pub fn add(css: &str) {
    let _ = dress(css);
}
