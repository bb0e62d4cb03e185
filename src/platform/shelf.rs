//! The shelf of notebooks that the browser keeps (IndexedDB), each as a text under its id.
//!
//! One turn at the shelf reads and writes: whoever has it, in whatever tab, has what the one before left. The libraries
//! that wrap IndexedDB bring its whole interface along; three calls of our own (`assets/aid.js`) are a tenth of that.

use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Array, Error, Promise};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = parallax, js_name = notebooks)]
    fn all_of_them() -> Promise;
    #[wasm_bindgen(js_namespace = parallax, js_name = keep)]
    fn keep_one(id: &str, change: &Closure<dyn FnMut(Option<String>) -> Option<String>>) -> Promise;
    #[wasm_bindgen(catch, js_namespace = parallax)]
    fn listen(told: &Closure<dyn FnMut(String)>) -> Result<(), JsValue>;
}

/// Why the browser keeps nothing, in its own words.
fn reason(error: &JsValue) -> String {
    error.dyn_ref::<Error>().map_or_else(|| format!("{error:?}"), |error| String::from(error.message()))
}

/// Everything on the shelf.
///
/// # Errors
/// Why there is no shelf: a frame or a private window may have none.
pub async fn all() -> Result<Vec<String>, String> {
    let found = JsFuture::from(all_of_them()).await.map_err(|error| reason(&error))?;
    Ok(Array::from(&found).iter().filter_map(|text| text.as_string()).collect())
}

/// Puts in the place of what is kept under an id what `change` makes of it; nothing takes it away.
///
/// # Errors
/// Why it could not be kept: there is no shelf, or it is full.
pub async fn keep(id: &str, change: impl FnMut(Option<String>) -> Option<String> + 'static) -> Result<(), String> {
    let change = Closure::new(change);
    JsFuture::from(keep_one(id, &change)).await.map(drop).map_err(|error| reason(&error))
}

/// Calls back with the id of what another tab has changed, as long as the page is open.
pub fn on_change(callback: impl FnMut(String) + 'static) {
    let told = Closure::new(callback);
    if listen(&told).is_ok() {
        told.forget();
    }
}
