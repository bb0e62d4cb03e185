//! The original, byte for byte, block by block: what a passage is made of, and what is not shown as text.

use yew::prelude::*;

use crate::corpus::{BlockKind, Document};
use crate::ui::sheet::sheet;
use crate::words;

/// Sets the original of a document.
pub fn original(document: &Document) -> Html {
    sheet(|page| {
        page.within("div", "bytes", |page| {
            page.set("id", "text");
            page.set("tabindex", "-1");
            page.line("p", "", &words::original(document));
            page.within("pre", "", |page| {
                page.set("lang", &document.language);
                for block in document.blocks.iter() {
                    let text = block.range.slice(&document.text).unwrap_or_default();
                    if block.kind == BlockKind::Blank {
                        page.text(text);
                        continue;
                    }
                    page.within("span", if block.kind.is_text() { "block" } else { "block furniture" }, |page| {
                        page.line("span", "block-kind", block.kind.name());
                        page.text(text);
                    });
                }
            });
        });
    })
}
