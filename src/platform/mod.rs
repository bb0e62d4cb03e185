//! The only door to the browser. Every call is made as if it could fail: a sandboxed frame has no storage, no
//! clipboard and no history.

pub mod chance;
pub mod chunks;
pub mod clipboard;
pub mod clock;
pub mod edition;
#[cfg(target_arch = "wasm32")]
pub mod fault;
pub mod files;
pub mod listener;
pub mod location;
pub mod page;
pub mod selection;
pub mod share;
pub mod shelf;
pub mod storage;
pub mod styles;
pub mod timer;

use web_sys::Window;

/// The browser's window. There is none where pages are set in advance.
fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}
