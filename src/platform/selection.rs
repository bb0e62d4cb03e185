//! What is selected in the texts of the page.

use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::listener::{self, Listener};

#[wasm_bindgen]
extern "C" {
    /// The words that are selected in a text of the page; empty where there are none.
    #[wasm_bindgen(js_namespace = parallax, js_name = selected)]
    pub fn words() -> String;
    /// As JSON: `[{"passage":…,"from":…,"to":…}]`.
    #[wasm_bindgen(js_namespace = parallax, js_name = stretches)]
    fn stretches_as_json(which: &str) -> String;
}

#[wasm_bindgen]
extern "C" {
    /// As [`web_sys::Selection`].
    type Selected;
    /// A range is no element, but has its bounds as one has: what asks for them is in the program already.
    #[wasm_bindgen(method, catch, js_name = getRangeAt)]
    fn range_at(this: &Selected, at: u32) -> Result<web_sys::Element, JsValue>;
}

/// Whether what is selected ends in the lowest third of the window, and does not reach up into the highest.
pub fn is_low() -> bool {
    let Some(window) = super::window() else { return false };
    let root = window.document().and_then(|document| document.document_element());
    let height = root.map_or(0.0, |root| f64::from(root.client_height()));
    let selection = window.get_selection().ok().flatten().map(JsCast::unchecked_into::<Selected>);
    let bounds =
        selection.and_then(|selection| selection.range_at(0).ok()).map(|range| range.get_bounding_client_rect());
    bounds.is_some_and(|bounds| bounds.bottom() > height * 2.0 / 3.0 && bounds.top() > height / 3.0)
}

/// What is selected of a passage.
pub struct Stretch {
    /// Id of the passage.
    pub passage: String,
    /// Its first UTF-16 unit, as the passage is shown.
    pub from: u32,
    /// The unit behind its last.
    pub to: u32,
}

/// What is selected of each of the elements that this selector finds.
pub fn stretches(which: &str) -> Vec<Stretch> {
    let Ok(Value::Array(found)) = serde_json::from_str(&stretches_as_json(which)) else { return Vec::new() };
    let stretch = |found: &Value| {
        let place = |name: &str| found[name].as_u64().and_then(|at| u32::try_from(at).ok());
        Some(Stretch { passage: found["passage"].as_str()?.to_owned(), from: place("from")?, to: place("to")? })
    };
    found.iter().filter_map(stretch).collect()
}

/// Calls back when something else is selected.
pub fn on_change(callback: impl Fn() + 'static) -> Option<Listener> {
    let document = super::window()?.document()?;
    Some(listener::on(&document.into(), "selectionchange", move |_| callback()))
}

/// Nothing is selected any more.
pub fn clear() {
    if let Some(selection) = super::window().and_then(|window| window.get_selection().ok().flatten()) {
        let _ = selection.remove_all_ranges();
    }
}
