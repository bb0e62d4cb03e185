//! The page that stands when the bundle cannot be read.

use yew::prelude::*;

use crate::corpus::LoadError;
use crate::platform::location;
use crate::words::{self, Key, say};

#[derive(PartialEq, Properties)]
pub struct Props {
    pub error: LoadError,
}

#[component]
pub fn Fault(props: &Props) -> Html {
    html! {
        <main class="fault" role="alert">
            <h1>{ say(Key::FaultTitle) }</h1>
            <p>{ words::load_error(&props.error) }</p>
            <button type="button" onclick={|_| location::reload()}>{ say(Key::Retry) }</button>
        </main>
    }
}
