//! Parallax: three accounts of one conflict, side by side, in their own words.
//!
//! The map of the code. Data flows one way:
//! original → [`import`] → [`corpus`] → [`compile`] → bundle (JSON) → [`compare`] → [`view`] → `ui`.
//!
//! | module | what it is for | what it never does |
//! |---|---|---|
//! | [`corpus`] | documents, blocks, passages, dates, periods; the bundle | reads files, knows the browser |
//! | [`import`] | an original becomes blocks and passages, by rule | changes an original, guesses what is lost |
//! | [`annotate`] | the engine: rules that date, place, attribute and relate what any text says | asks a browser, reads what comes later |
//! | [`compile`] | originals, metadata and editorial data become the bundle, or diagnostics | does I/O |
//! | [`measure`] | how near the engine comes to the editorial layer | decides which is right |
//! | [`compare`] | periods × accounts, and what an empty cell means | sets anything by hand |
//! | [`search`] | the index, the reader of queries, the ranking | knows the browser, shows anything |
//! | [`cite`] | what is cited, in three styles and three formats | asks what day it is, decides what is right |
//! | [`lexis`] | which words an account uses, how often, beside which others, in whose mouth | says what a word is used for |
//! | [`csv`] | tables for a spreadsheet | decides what stands in them |
//! | [`escape`] | how any text stands within HTML, and within an address | asks what the text is |
//! | [`notebook`] | the reader's highlights, notes and own account; changes, merging, files | keeps anything, asks what time it is |
//! | [`verify`] | the digest of an original | keeps anything |
//! | [`view`] | what the reader looks at, and the URL that holds it | touches the browser |
//! | [`words`] | the words of the interface | decides when they are said |
//! | `platform` | the only door to the browser | decides what is shown |
//! | `ui` | Yew components; the only place that writes `html!` | computes what a pure module could |
//!
//! Everything but `platform` and `ui` is pure and builds natively. These two do so where pages are set in advance: there is
//! no browser then, and nothing that asks for one is called.

pub mod annotate;
pub mod cite;
pub mod compare;
pub mod compile;
pub mod corpus;
pub mod csv;
pub mod escape;
pub mod import;
pub mod lexis;
pub mod measure;
pub mod notebook;
pub mod search;
pub mod verify;
pub mod view;
pub mod words;

#[cfg(any(target_arch = "wasm32", feature = "prerender"))]
mod platform;
#[cfg(any(target_arch = "wasm32", feature = "prerender"))]
pub mod ui;
