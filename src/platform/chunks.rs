//! Chunks of the program that come later: the boot file fetches them and joins them to the program.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = parallax, js_name = load)]
    async fn load_chunk(name: &str, anew: bool) -> JsValue;
}

/// Loads a chunk, past the cache where it is tried anew; why it could not be loaded, or nothing when it is there.
pub async fn load(name: &str, anew: bool) -> Option<String> {
    load_chunk(name, anew).await.as_string()
}
