//! Styles that come with a chunk of the program.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = parallax)]
    fn dress(css: &str) -> Result<(), JsValue>;
}

/// A style sheet of `assets/styles`, as `xtask/styles.rs` has written it.
macro_rules! sheet {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name, ".css"))
    };
}
pub(crate) use sheet;

/// Adds a style sheet to the page. A browser that builds none shows the page without these styles.
pub fn add(css: &str) {
    let _ = dress(css);
}
