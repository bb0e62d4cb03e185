//! What could not be followed in a link, or has not arrived, said once and politely.

use yew::prelude::*;

use crate::words::{Key, say};

/// The region stays on the page, so that what is written into it is announced.
pub fn notices(notices: &[String], dismiss: &Callback<MouseEvent>) -> Html {
    html! {
        <div class="notices" role="status">
            if !notices.is_empty() {
                <ul>{ for notices.iter().map(|notice| html! { <li>{ notice }</li> }) }</ul>
                <button type="button" onclick={dismiss}>{ say(Key::Dismiss) }</button>
            }
        </div>
    }
}
