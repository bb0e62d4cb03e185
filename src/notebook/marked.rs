//! Where in the texts a notebook's highlights stand.

use std::cmp::Reverse;

use super::{Notebook, Sign, shown};
use crate::corpus::{Bundle, ByteRange};

/// Words of a passage that are highlighted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark<'a> {
    /// Where they stand: from the first to the last byte that is shown.
    pub range: ByteRange,
    /// Id of the highlight.
    pub highlight: &'a str,
    /// Id of its category.
    pub category: &'a str,
    /// How they are underlined.
    pub sign: Sign,
    /// What the reader says to them; may be empty.
    pub note: &'a str,
}

/// What is highlighted, by the ids of the passages. In each the marks that begin first come first, and of those the
/// longer ones: whoever sets them in this order sets the outermost first.
#[must_use]
pub fn marked<'a>(notebook: &'a Notebook, bundle: &'a Bundle) -> Vec<(&'a str, Vec<Mark<'a>>)> {
    let categories = notebook.categories();
    let mut passages: Vec<(&str, Vec<Mark>)> = Vec::new();
    for (id, _, highlight) in notebook.highlights() {
        let category = categories.iter().find(|(id, _)| *id == highlight.category);
        let sign = category.map(|(_, category)| category.sign).unwrap_or_default();
        for target in &highlight.targets {
            let Some((document, place)) = target.find(bundle) else { continue };
            let Some(range) = place.range() else { continue };
            for passage in document.passages.iter().filter(|passage| passage.span().intersect(range).is_some()) {
                let Some(range) = shown(passage, &document.text, range) else { continue };
                let mark = Mark { range, highlight: id, category: &highlight.category, sign, note: &highlight.note };
                match passages.iter_mut().find(|(id, _)| *id == passage.id) {
                    Some((_, marks)) => {
                        let order = |mark: &Mark| (mark.range.start, Reverse(mark.range.end));
                        marks.insert(marks.partition_point(|other| order(other) <= order(&mark)), mark);
                    }
                    None => passages.push((&passage.id, vec![mark])),
                }
            }
        }
    }
    passages
}
