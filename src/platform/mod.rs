//! The only door to the browser. Every call is made as if it could fail: a sandboxed frame has no storage, no
//! clipboard and no history.

pub mod chunks;
pub mod clipboard;
pub mod fault;
pub mod location;
pub mod page;
pub mod storage;
