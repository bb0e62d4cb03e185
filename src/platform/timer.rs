//! What is done after a while, unless it is dropped before.

use gloo::timers::callback::Timeout;

/// Something under way. Dropping it calls it off.
pub type Timer = Timeout;

/// Calls back after some milliseconds.
pub fn after(milliseconds: u32, callback: impl FnOnce() + 'static) -> Timer {
    // Boxed: the way out to the browser and back is built once.
    let callback: Box<dyn FnOnce()> = Box::new(callback);
    Timeout::new(milliseconds, callback)
}

/// Goes on in a task of its own.
#[cfg(target_arch = "wasm32")]
pub fn next(callback: impl FnOnce() + 'static) {
    after(0, callback).forget();
}
