//! What it means that an account has nothing on a period.

use crate::corpus::{Bundle, Document, Interval, Period};

/// Why a document says nothing of a period. In order of what the document could have done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Emptiness {
    /// It is older than the period: it could not know.
    NotYetWritten,
    /// It was, or may have been, written while the period lasted: it could know only part.
    WrittenDuring,
    /// An editor recorded that the period lies outside what it set out to tell.
    OutsidePurpose,
    /// It could have spoken and does not.
    Silent,
}

impl Emptiness {
    /// Whether the cell may be counted: who could not know, cannot be silent.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::Silent)
    }
}

/// The emptiness of an account's cell: of each of its documents, and of the account as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    /// Of the document that could have said most.
    pub of_account: Emptiness,
    /// Of each document, by its index in the bundle.
    pub of_documents: Vec<(usize, Emptiness)>,
}

impl Silence {
    /// Whether all documents say nothing for the same reason.
    #[must_use]
    pub fn is_of_one_kind(&self) -> bool {
        self.of_documents.iter().all(|(_, emptiness)| *emptiness == self.of_account)
    }
}

/// Why these documents say nothing of a period; `None` where there is no document at all.
#[must_use]
pub fn silence(bundle: &Bundle, documents: &[usize], period: &Period) -> Option<Silence> {
    let of_documents: Vec<_> = documents
        .iter()
        .filter_map(|&index| Some((index, emptiness(bundle, bundle.documents.get(index)?, period))))
        .collect();
    let of_account = of_documents.iter().map(|(_, emptiness)| *emptiness).max()?;
    Some(Silence { of_account, of_documents })
}

fn emptiness(bundle: &Bundle, document: &Document, period: &Period) -> Emptiness {
    let (written, days) = (document.written.days, period.days);
    if is_before(written, days) {
        Emptiness::NotYetWritten
    } else if written.overlaps(days) {
        Emptiness::WrittenDuring
    } else if bundle.purposes.iter().any(|p| p.document == document.id && p.periods.contains(&period.id)) {
        Emptiness::OutsidePurpose
    } else {
        Emptiness::Silent
    }
}

fn is_before(written: Interval, period: Interval) -> bool {
    matches!((written.latest, period.earliest), (Some(latest), Some(earliest)) if latest < earliest)
}
