//! Yew: the app, its pages and its parts. The only place that writes `html!`; what is shown is computed elsewhere.

mod about;
mod app;
mod carrying;
mod citing;
mod claims;
mod compare;
mod contents;
mod copying;
mod edition;
mod find;
mod header;
mod kept;
mod key_list;
mod keys;
mod known;
mod later;
mod lit;
#[cfg(target_arch = "wasm32")]
mod mount;
mod names;
mod notebook;
mod notices;
mod pages;
mod panel;
mod parts;
mod passage;
mod picked;
#[cfg(not(target_arch = "wasm32"))]
mod prerender;
mod printed;
mod read;
mod share;
mod shared;
mod sharing;
mod sheet;
mod sources;
mod verifying;
mod voices;

#[cfg(target_arch = "wasm32")]
pub use mount::mount;
#[cfg(not(target_arch = "wasm32"))]
pub use prerender::prerender;
