//! Mounts the app, nothing more.

// In the browser nothing runs before the boot file calls.
#![cfg_attr(target_arch = "wasm32", no_main)]

/// Called by the boot file with the bundle's JSON, once both have been loaded, and with the edition's name.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn start(corpus: Vec<u8>, edition: &str) {
    parallax::ui::mount(&corpus, edition);
}

/// Smaller than the standard allocator.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
