//! What a browser has that a computation must not: a clock, and chance.

use web_sys::js_sys::{Date, Math};

/// Milliseconds since 1 January 1970, UTC.
pub fn now() -> u64 {
    Date::now() as u64
}

/// Letters and digits that nobody else will draw.
pub fn id() -> String {
    let draw = || (Math::random() * f64::from(u32::MAX)) as u32;
    format!("{:x}{:08x}{:08x}", now(), draw(), draw())
}
