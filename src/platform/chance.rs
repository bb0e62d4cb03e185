//! Chance, which a computation must not have.

use web_sys::js_sys::Math;

use super::clock;

/// Letters and digits that nobody else will draw.
pub fn id() -> String {
    let draw = || (Math::random() * f64::from(u32::MAX)) as u32;
    format!("{:x}{:08x}{:08x}", clock::now(), draw(), draw())
}
