//! The state of a view.

use crate::corpus::{Bundle, Standing};
use crate::search::concordance::{Order, Sameness};

/// Which page is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The accounts side by side, in rows by period.
    Compare,
    /// One document whole, or two side by side.
    Read {
        /// The document.
        document: String,
        /// A second one beside it.
        beside: Option<String>,
        /// Whether the original's bytes are shown instead of the text.
        original: bool,
    },
    /// Who gets to speak in which account, or where one speaker does.
    Voices {
        /// The speaker.
        speaker: Option<String>,
    },
    /// What each account calls the places, or who calls one of them what.
    Names {
        /// The place.
        place: Option<String>,
    },
    /// The ledger of claims, the figures, the shared sources.
    Claims {
        /// The claim, figure or source that is looked for.
        entry: Option<String>,
        /// Only questions whose answers stand to each other so.
        only: Option<Standing>,
    },
    /// Which words the accounts use, or who says one of them.
    Vocabulary {
        /// The word, as somebody typed it.
        word: Option<String>,
    },
    /// The passages that have what is looked for, by account.
    Search {
        /// As it was typed.
        query: String,
    },
    /// Every line in which words stand.
    Concordance {
        /// As they were typed.
        words: String,
        /// Which words are the same.
        sameness: Sameness,
        /// What the lines are sorted by.
        order: Order,
    },
    /// What the reader has marked, noted and written.
    Notebook,
    /// A document read in the order in which historians read, with questions.
    Guided {
        /// The document.
        document: String,
    },
    /// Passages, questions and lines for a class.
    Handout {
        /// What is on it, as one text.
        of: String,
    },
    /// Provenance, licences, method.
    Sources,
    /// What this is, and what it is not.
    About,
}

impl Page {
    /// The ledger, and what of it is looked for.
    #[must_use]
    pub const fn claims(entry: Option<String>) -> Self {
        Self::Claims { entry, only: None }
    }

    /// The search, with nothing typed yet.
    #[must_use]
    pub const fn search() -> Self {
        Self::Search { query: String::new() }
    }

    /// The concordance of words, as they stand, in the order of the texts.
    #[must_use]
    pub const fn concordance(words: String) -> Self {
        Self::Concordance { words, sameness: Sameness::Exact, order: Order::Text }
    }

    /// Whether two are one page, whatever is looked for on it.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Search { .. }, Self::Search { .. })
            | (Self::Concordance { .. }, Self::Concordance { .. })
            | (Self::Handout { .. }, Self::Handout { .. }) => true,
            (Self::Claims { entry, .. }, Self::Claims { entry: other, .. }) => entry == other,
            _ => self == other,
        }
    }
}

/// How Compare lays out its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Accounts in parallel columns.
    #[default]
    Columns,
    /// All passages of a period in one column, in order of the dates they speak of.
    Dates,
    /// One account at a time.
    Single,
}

/// What is marked in the texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Dates only.
    #[default]
    Dates,
    /// Whose words they are.
    Voices,
    /// Names of places.
    Names,
}

/// Everything a link keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The page.
    pub page: Page,
    /// Ids of the accounts shown, in order. Never empty.
    pub columns: Vec<String>,
    /// How Compare lays out its rows.
    pub layout: Layout,
    /// The account in sight where only one is.
    pub account: String,
    /// Whether accounts are split into their documents.
    pub split: bool,
    /// The chosen period.
    pub period: Option<String>,
    /// Whether Compare shows it alone; the first one, where none is chosen.
    pub alone: bool,
    /// The passage whose panel is open.
    pub passage: Option<String>,
    /// The sentence of it that is pointed at, from 1.
    pub sentence: Option<usize>,
    /// Whether what stands beside the text one scrolls follows it: a second document, or a short column.
    pub follow: bool,
    /// What is marked in the texts.
    pub mark: Mark,
    /// Only what is said in this name is shown: id of a speaker, or of the account whose side is meant.
    pub voice: Option<String>,
    /// Whether the reader's own account stands beside the others.
    pub own: bool,
}

impl View {
    /// The view one starts from.
    #[must_use]
    pub fn start(bundle: &Bundle) -> Self {
        let columns: Vec<String> = bundle.accounts.iter().map(|account| account.id.clone()).collect();
        Self {
            page: Page::Compare,
            account: columns.first().cloned().unwrap_or_default(),
            columns,
            layout: Layout::Columns,
            split: false,
            period: None,
            alone: false,
            passage: None,
            sentence: None,
            follow: true,
            mark: Mark::Dates,
            voice: None,
            own: false,
        }
    }
}
