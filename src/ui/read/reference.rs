//! The references of a document: as they stand, and their typed fields.

use yew::prelude::*;

use crate::corpus::{BlockKind, ByteRange, Document, Field, FieldKind, Passage, Style};
use crate::ui::parts::definitions;
use crate::words::{self, Key, say};

/// Sets the list, if the document has one.
pub fn references(document: &Document) -> Html {
    let mut references = document.passages.iter().filter(|passage| passage.kind == BlockKind::Reference).peekable();
    if references.peek().is_none() {
        return html! {};
    }
    html! {
        <>
            <p class="lost" lang="en">{ say(Key::ReferencesLost) }</p>
            <ol class="references">{ for references.map(|reference| item(document, reference)) }</ol>
        </>
    }
}

fn item(document: &Document, reference: &Passage) -> Html {
    let body = reference.runs.iter().find(|run| run.style != Style::Marker).map_or(0, |run| run.range.start);
    let text = reference.text_in(&document.text, ByteRange::new(body, reference.span().end));
    let fields = reference.fields.iter().map(|field| (words::field(field.kind), html! { { value(document, field) } }));
    html! {
        <li id={reference.id.clone()}>
            <details>
                <summary>{ text }</summary>
                <div lang="en">{ definitions(fields.collect()) }</div>
            </details>
        </li>
    }
}

fn value(document: &Document, field: &Field) -> String {
    match (&field.edtf, field.kind) {
        (Some(edtf), _) => words::date(edtf),
        (None, FieldKind::Reused) => say(Key::ReferenceReused).to_owned(),
        (None, _) => field.range.slice(&document.text).unwrap_or_default().to_owned(),
    }
}
