//! What is done after a while, unless it is dropped before.

use gloo::timers::callback::Timeout;

/// Something under way. Dropping it calls it off.
pub type Timer = Timeout;

/// Calls back after some milliseconds.
pub fn after(milliseconds: u32, callback: impl FnOnce() + 'static) -> Timer {
    Timeout::new(milliseconds, callback)
}
