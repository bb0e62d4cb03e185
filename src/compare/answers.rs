//! Who could have answered a question.

use crate::corpus::{Account, Bundle, Day, Passage};

/// Whether a document of the account was written after the last thing that some answer's passage speaks of had begun;
/// where they speak of no day, every account could have answered.
#[must_use]
pub fn could_answer(bundle: &Bundle, account: &Account, answers: &[&str]) -> bool {
    let passages = answers.iter().filter_map(|id| bundle.passage(id));
    let begun = |passage: &Passage| passage.times.iter().map(|time| time.days.earliest).max();
    let Some(first): Option<Option<Day>> = passages.filter_map(|(_, passage)| begun(passage)).min() else {
        return true;
    };
    let written = bundle.documents.iter().filter(|document| document.account == account.id);
    written.map(|document| document.written.days.latest).any(|latest| latest.is_none() || latest >= first)
}
