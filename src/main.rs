//! Mounts the app, nothing more.

/// Called by the boot file with the bundle's JSON, once both have been loaded, and with the edition's name.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn start(corpus: &str, edition: &str) {
    parallax::ui::mount(corpus, edition);
}

/// Smaller than the standard allocator.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
