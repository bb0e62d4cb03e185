//! What is done after a while, unless it is dropped before.

use gloo::timers::callback::Timeout;

/// Milliseconds since the page was opened.
pub fn now() -> f64 {
    super::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// Something under way. Dropping it calls it off.
pub type Timer = Timeout;

/// Calls back after some milliseconds.
pub fn after(milliseconds: u32, callback: impl FnOnce() + 'static) -> Timer {
    Timeout::new(milliseconds, callback)
}
