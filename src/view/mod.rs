//! What the reader looks at: state, actions, and the fragment of the URL that holds it all.
//!
//! Pure: a reducer and a codec. Any fragment decodes to a valid view.

mod action;
mod codec;
mod state;

pub use action::Action;
pub use codec::{Decoded, FRAGMENT_AT_MOST, Notice, ORDERS, QUERY_AT_MOST, VERSION, decode, encode};
pub use state::{Layout, Mark, Page, View};
