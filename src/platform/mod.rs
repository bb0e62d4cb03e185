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

/// Whether it runs in a browser; pages are set in advance where there is none.
pub const IS_THERE: bool = cfg!(target_arch = "wasm32");

/// The browser's window, if it is there.
fn window() -> Option<Window> {
    if IS_THERE { web_sys::window() } else { None }
}
