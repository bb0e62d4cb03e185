//! How near the engine comes to the editorial layer: precision, recall, F1 for each kind of annotation, and the cases
//! in which the two differ. Where an editor interprets instead of reading, there is nothing to compare.

mod relations;
mod times;
mod voices;

use crate::annotate::relation::Lexicon;
use crate::corpus::{Bundle, Measure, Remark};

/// A comparison of the two layers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// What is compared, in plain words.
    pub what: String,
    /// In both layers, and the same.
    pub both: usize,
    /// In the engine's alone, or other there; none where the engine ranks, and only what it misses can be wrong.
    pub engine: Option<usize>,
    /// In the editors' alone, or other there.
    pub editorial: usize,
    /// The cases in which they differ, in the order of the texts.
    pub remarks: Vec<Remark>,
}

impl Comparison {
    fn of(what: &str) -> Self {
        Self { what: what.to_owned(), engine: Some(0), ..Self::default() }
    }

    /// What of it stands on the method page: shares in thousandths.
    #[must_use]
    pub fn measure(&self) -> Measure {
        let share = |part: usize, whole: usize| {
            let thousandths = (1000 * part + whole / 2).checked_div(whole).unwrap_or(1000);
            u32::try_from(thousandths).unwrap_or(1000)
        };
        Measure {
            what: self.what.clone(),
            cases: u32::try_from(self.both + self.editorial).unwrap_or(u32::MAX),
            precision: self.engine.map(|engine| share(self.both, self.both + engine)),
            recall: share(self.both, self.both + self.editorial),
            f1: self.engine.map(|engine| share(2 * self.both, 2 * self.both + engine + self.editorial)),
        }
    }
}

/// All comparisons of a corpus; those of relations where there is a lexicon of topics.
#[must_use]
pub fn compare(bundle: &Bundle, lexicon: Option<&Lexicon>) -> Vec<Comparison> {
    let mut all = times::compare(&bundle.documents);
    all.extend(voices::compare(bundle));
    if let Some(lexicon) = lexicon {
        all.extend(relations::compare(bundle, lexicon));
    }
    all
}
