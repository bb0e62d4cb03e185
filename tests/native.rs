//! The table of what is the same everywhere, computed here. `wasm.rs` computes it as the browser does.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;
#[path = "common/expected.rs"]
mod expected;
#[path = "common/included.rs"]
mod included;

use common::bundle;

/// What the browser's test compiles is what stands in the folders.
#[test]
fn the_included_sources_are_the_sources() {
    let (included, read) = (included::sources(), common::sources());
    assert_eq!(included.keys().collect::<Vec<_>>(), read.keys().collect::<Vec<_>>(), "mend tests/common/included.rs");
    assert!(included == read, "an included file differs from the one that is read");
    assert!(expected::compiled(&included) == *bundle());
}

#[test]
fn documents_have_their_digests() {
    expected::check_documents(bundle());
}

#[test]
fn cells_hold_as_many_passages_as_counted() {
    expected::check_cells(bundle());
}

#[test]
fn fragments_are_written_again() {
    expected::check_fragments(bundle());
}

#[test]
fn words_are_counted() {
    expected::check_vocabulary(bundle());
}

#[test]
fn the_bundle_reads_back() {
    expected::check_round_trip(bundle());
}
