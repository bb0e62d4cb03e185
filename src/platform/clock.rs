//! What day it is where the reader is.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::corpus::Day;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = parallax, js_name = today)]
    fn date() -> String;
}

/// Today, as the reader's clock has it.
pub fn today() -> Option<Day> {
    let date = date();
    let mut numbers = date.splitn(3, '-');
    let (year, month, day) = (numbers.next()?, numbers.next()?, numbers.next()?);
    Some(Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}
