//! Sharing by way of the system, where the browser offers it.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = parallax, js_name = shares)]
    fn can_share() -> bool;
    #[wasm_bindgen(js_namespace = parallax, js_name = share)]
    async fn hand_out(title: &str, url: &str) -> JsValue;
}

/// Whether the browser offers it.
pub fn is_there() -> bool {
    can_share()
}

/// Shares an address. `false` where it failed; what the reader breaks off did not fail.
pub async fn share(title: &str, url: &str) -> bool {
    hand_out(title, url).await.is_truthy()
}
