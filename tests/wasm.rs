//! The table of what is the same everywhere, computed in WebAssembly, where a `usize` has 32 bits. Runs in Node.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

#[path = "common/expected.rs"]
mod expected;
#[path = "common/included.rs"]
mod included;

use std::sync::OnceLock;

use parallax::corpus::Bundle;
use wasm_bindgen_test::wasm_bindgen_test;

fn bundle() -> &'static Bundle {
    static BUNDLE: OnceLock<Bundle> = OnceLock::new();
    BUNDLE.get_or_init(|| expected::compiled(&included::sources()))
}

#[wasm_bindgen_test]
fn documents_have_their_digests() {
    expected::check_documents(bundle());
}

#[wasm_bindgen_test]
fn cells_hold_as_many_passages_as_counted() {
    expected::check_cells(bundle());
}

#[wasm_bindgen_test]
fn fragments_are_written_again() {
    expected::check_fragments(bundle());
}

#[wasm_bindgen_test]
fn words_are_counted() {
    expected::check_vocabulary(bundle());
}

#[wasm_bindgen_test]
fn the_bundle_reads_back() {
    expected::check_round_trip(bundle());
}
