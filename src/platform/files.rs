//! Files that the reader takes away.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;
use web_sys::js_sys::{Promise, Uint8Array};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = parallax, js_name = save)]
    fn offer(name: &str, kind: &str, text: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = parallax, js_name = read)]
    fn bytes(field: &HtmlInputElement) -> Promise;
}

/// The bytes of the file that was chosen in a field; none where there is none, or it cannot be read.
pub async fn read(field: &HtmlInputElement) -> Option<Vec<u8>> {
    Some(Uint8Array::from(JsFuture::from(bytes(field)).await.ok()?).to_vec())
}

/// Offers a text as a file. `false` where it could not be made; whether the reader or the frame allows it is not told.
pub fn save(name: &str, kind: &str, text: &str) -> bool {
    offer(name, kind, text).is_ok()
}

/// Offers comma-separated values as a file. The mark before them tells spreadsheets that they are UTF-8.
pub fn save_table(name: &str, table: &str) -> bool {
    save(name, "text/csv;charset=utf-8", &["\u{feff}", table].concat())
}
