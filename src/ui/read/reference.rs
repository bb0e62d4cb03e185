//! The references of a document: as they stand, and their typed fields.

use yew::prelude::*;

use crate::corpus::{BlockKind, ByteRange, Document, Field, FieldKind, Passage, Style};
use crate::ui::sheet::{Sheet, sheet};
use crate::words::{self, Leaf, leaf};

/// Sets the list, if the document has one.
pub fn references(document: &Document) -> Html {
    let mut references = document.passages.iter().filter(|passage| passage.kind == BlockKind::Reference).peekable();
    if references.peek().is_none() {
        return html! {};
    }
    sheet(|page| {
        page.within("p", "lost", |page| {
            page.set("lang", "en");
            page.text(leaf(Leaf::ReferencesLost));
        });
        page.within("ol", "references", |page| {
            for reference in references {
                item(page, document, reference);
            }
        });
    })
}

fn item(page: &mut Sheet, document: &Document, reference: &Passage) {
    let body = reference.runs.iter().find(|run| run.style != Style::Marker).map_or(0, |run| run.range.start);
    let text = reference.text_in(&document.text, ByteRange::new(body, reference.span().end));
    page.within("li", "", |page| {
        page.set("id", &reference.id);
        page.within("details", "", |page| {
            page.line("summary", "", &text);
            page.within("div", "", |page| {
                page.set("lang", "en");
                page.within("dl", "", |page| {
                    for field in &reference.fields {
                        page.line("dt", "", words::field(field.kind));
                        let value = value(document, field);
                        page.within("dd", "", |page| {
                            if let Some(language) = language(&value) {
                                page.set("lang", language);
                            }
                            page.text(&value);
                        });
                    }
                });
            });
        });
    });
}

/// The language of words that English has no letters for: Armenian, Russian, Azerbaijani.
fn language(words: &str) -> Option<&'static str> {
    words.chars().find_map(|c| match c {
        '\u{531}'..='\u{587}' => Some("hy"),
        '\u{400}'..='\u{4ff}' => Some("ru"),
        'Ə' | 'ə' => Some("az"),
        _ => None,
    })
}

fn value(document: &Document, field: &Field) -> String {
    match (&field.edtf, field.kind) {
        (Some(edtf), _) => words::date(edtf),
        (None, FieldKind::Reused) => leaf(Leaf::ReferenceReused).to_owned(),
        (None, _) => field.range.slice(&document.text).unwrap_or_default().to_owned(),
    }
}
