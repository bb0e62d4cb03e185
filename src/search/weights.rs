//! The few numbers that the ranking rests on.

use crate::corpus::BlockKind;

/// How a passage is scored.
///
/// A query is a row of groups: a word with its forms, a name with its variants, a date, a phrase. Each group scores by
/// BM25 (Robertson, Zaragoza 2009): `idf × tf × (k₁ + 1) / (tf + k₁ × (1 − b + b × length / mean))`, where `tf` adds up
/// the group's members with the weights below, and `idf` is that of what was typed. The sum is then multiplied by what
/// part of the query was found, what kind of passage it is, how close together the words stand, and how often editors
/// point to the passage. Fitted on one reader's judged queries; near these values the result hardly changes, so they
/// are round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// BM25's k₁: mentions at which a word counts half of what it can count at most.
    pub saturation: f32,
    /// BM25's b: how far the length of a passage divides its mentions.
    pub length: f32,
    /// Another word of the same stem; the exact word counts 1.
    pub stem: f32,
    /// One that is much longer or shorter: "borderization" for "border".
    pub derived: f32,
    /// The other spelling of English.
    pub spelling: f32,
    /// A word that begins with the last word typed, where that is no word of its own.
    pub completion: f32,
    /// The same, where it is one.
    pub completion_of_word: f32,
    /// No more completions than these, the most frequent.
    pub completions: usize,
    /// Another name of a place.
    pub variant: f32,
    /// A passage that gives the words of a speaker who was named.
    pub voice: f32,
    /// Another expression for the same, from the thesaurus.
    pub same: f32,
    /// A related expression, from the thesaurus.
    pub related: f32,
    /// What a word was corrected to.
    pub corrected: f32,
    /// One word of an expression that was looked for as a whole.
    pub part: f32,
    /// The words of a phrase near one another, where the phrase itself stands hardly anywhere.
    pub loosened: f32,
    /// A word in the headings above a passage.
    pub heading: f32,
    /// What a group that only the headings have counts for completeness.
    pub heading_found: f32,
    /// A passage that speaks of exactly the days of a date.
    pub days: f32,
    /// A reference published on the day.
    pub published: f32,
    /// The idf of a date, in place of one by counting.
    pub date: f32,
    /// A word that says little: "say", "happen".
    pub weak: f32,
    /// How far the part of the query that was found multiplies the score: 0 not at all, 1 wholly.
    pub coverage: f32,
    /// A passage with a smaller part of the query than this is not found.
    pub least: f32,
    /// All words of the query within [`Self::window`] words, in place of anywhere.
    pub close: f32,
    /// That many words.
    pub window: u32,
    /// All neighbours of the query being neighbours in the passage.
    pub adjacent: f32,
    /// A passage before the first section of its document: it sums up what follows.
    pub lead: f32,
    /// For each unit of `ln(1 + n)`, where `n` is how often editors point to the passage.
    pub cited: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            saturation: 1.2,
            length: 0.2,
            stem: 0.8,
            derived: 0.15,
            spelling: 0.95,
            completion: 0.7,
            completion_of_word: 0.15,
            completions: 24,
            variant: 0.85,
            voice: 0.5,
            same: 0.85,
            related: 0.4,
            corrected: 0.9,
            part: 0.2,
            loosened: 0.1,
            heading: 0.75,
            heading_found: 0.7,
            days: 1.0,
            published: 0.3,
            date: 3.0,
            weak: 0.3,
            coverage: 1.0,
            least: 0.3,
            close: 0.3,
            window: 15,
            adjacent: 0.15,
            lead: 0.2,
            cited: 0.05,
        }
    }
}

impl Weights {
    /// What a kind of passage counts: running text first, then what stands beside it.
    #[must_use]
    pub const fn kind(kind: BlockKind) -> f32 {
        match kind {
            BlockKind::Paragraph | BlockKind::Quotation | BlockKind::ListItem => 1.0,
            BlockKind::Footnote => 0.6,
            BlockKind::Heading | BlockKind::Infobox | BlockKind::Signatory | BlockKind::Caption => 0.5,
            BlockKind::Reference | BlockKind::Letterhead => 0.4,
            _ => 0.3,
        }
    }
}
