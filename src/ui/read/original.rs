//! The original, byte for byte, block by block: what a passage is made of, and what is not shown as text.

use yew::prelude::*;

use crate::corpus::{BlockKind, Document};
use crate::words;

/// Sets the original of a document.
pub fn original(document: &Document) -> Html {
    let blocks = document.blocks.iter().map(|block| {
        let text = block.range.slice(&document.text).unwrap_or_default();
        if block.kind == BlockKind::Blank {
            return html! { { text } };
        }
        html! {
            <span class={classes!("block", (!block.kind.is_text()).then_some("furniture"))}>
                <span class="block-kind">{ block.kind.name() }</span>
                { text }
            </span>
        }
    });
    html! {
        <div id="text" class="bytes" tabindex="-1">
            <p>{ words::original(document) }</p>
            <pre lang={document.language.clone()}>{ for blocks }</pre>
        </div>
    }
}
