//! What the browser remembers of a reader's preferences. No storage is no error.

fn storage() -> Option<web_sys::Storage> {
    super::window()?.local_storage().ok()?
}

/// A preference, where one is kept.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(&format!("parallax.{key}")).ok()?
}

/// Keeps a preference, where it can be kept.
pub fn set(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&format!("parallax.{key}"), value);
    }
}
