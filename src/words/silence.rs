//! What an empty cell says, and why it is empty.

use super::phrase::count;
use super::source::{written, years};
use super::{Key, say};
use crate::compare::{Emptiness, Silence};
use crate::corpus::{Bundle, Document, Period};

/// What an empty cell means, in one word or two: that of all its documents, or that they differ.
#[must_use]
pub fn emptiness(silence: &Silence) -> &'static str {
    if !silence.is_of_one_kind() {
        return say(Key::NothingSaid);
    }
    say(match silence.of_account {
        Emptiness::NotYetWritten => Key::NotYetWritten,
        Emptiness::WrittenDuring => Key::WrittenDuring,
        Emptiness::OutsidePurpose => Key::OutsidePurpose,
        Emptiness::Silent => Key::Silent,
    })
}

/// Why an account says nothing of a period, in a sentence with the dates it rests on.
#[must_use]
pub fn why_account_empty(silence: &Silence, bundle: &Bundle, period: &Period) -> String {
    if let [(document, emptiness)] = silence.of_documents.as_slice() {
        return why_empty(*emptiness, &bundle.documents[*document], period, bundle);
    }
    let documents: Vec<&Document> =
        silence.of_documents.iter().map(|(document, _)| &bundle.documents[*document]).collect();
    let of = |kind: Emptiness| silence.of_documents.iter().filter(|(_, emptiness)| *emptiness == kind).count();
    let parts = [
        (of(Emptiness::Silent), "could have spoken of it", "could have spoken of it"),
        (of(Emptiness::OutsidePurpose), "outside its purpose", "outside their purpose"),
        (of(Emptiness::WrittenDuring), "written while it lasted", "written while it lasted"),
        (of(Emptiness::NotYetWritten), "written before it", "written before it"),
    ];
    let parts = parts.iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(*n, one, many));
    format!(
        "Of {} documents, written {}, none speaks of this period: {}.",
        documents.len(),
        years(&documents),
        parts.collect::<Vec<_>>().join(", ")
    )
}

/// Why a document says nothing of a period, in a sentence with the dates it rests on.
#[must_use]
pub fn why_empty(emptiness: Emptiness, document: &Document, period: &Period, bundle: &Bundle) -> String {
    let name = &document.title.short;
    let when = written(document);
    match emptiness {
        Emptiness::NotYetWritten => {
            format!("{name}: written {when}. It could not know.")
        }
        Emptiness::WrittenDuring => {
            format!("{name}: written {when}, while this period lasted. It could know only part of it.")
        }
        Emptiness::OutsidePurpose => {
            let purpose = bundle
                .purposes
                .iter()
                .find(|purpose| purpose.document == document.id && purpose.periods.contains(&period.id));
            let reason = purpose.map(|purpose| format!(" {} (“{}”)", purpose.reason, purpose.words));
            format!("{name}: written {when}.{}", reason.unwrap_or_default())
        }
        Emptiness::Silent => {
            format!("{name}: written {when}, after this period. It could have spoken of it, and does not.")
        }
    }
}
