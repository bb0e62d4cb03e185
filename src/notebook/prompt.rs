//! The guided reading: short questions in the order in which historians read. The same for every account, none of them
//! required. Their words stand in the catalogue.

use crate::corpus::names;

names! {
    /// The order of reading.
    pub enum Step {
        /// Before the text.
        Before = "before",
        /// What its author could know.
        Horizon = "horizon",
        /// The words themselves.
        Close = "close",
        /// Beside the other accounts.
        Beside = "beside",
    }
}

names! {
    /// A question.
    pub enum Prompt {
        /// Who wrote it.
        Who = "who",
        /// When it was written.
        When = "when",
        /// For whom.
        Whom = "whom",
        /// What it will say: asked before it is read.
        Predict = "predict",
        /// What had happened when it was written.
        Happened = "happened",
        /// What had not.
        NotYet = "not-yet",
        /// Words that carry a judgement.
        Loaded = "loaded",
        /// Whose word it takes.
        Sources = "sources",
        /// Whether it said what was predicted.
        Surprise = "surprise",
        /// What the accounts agree on.
        Agree = "agree",
        /// Where they differ.
        Differ = "differ",
        /// What an account leaves out that another tells.
        LeftOut = "left-out",
        /// What would settle it.
        Missing = "missing",
    }
}

impl Prompt {
    /// When it is asked.
    #[must_use]
    pub const fn step(self) -> Step {
        match self {
            Self::Who | Self::When | Self::Whom | Self::Predict => Step::Before,
            Self::Happened | Self::NotYet => Step::Horizon,
            Self::Loaded | Self::Sources | Self::Surprise => Step::Close,
            Self::Agree | Self::Differ | Self::LeftOut | Self::Missing => Step::Beside,
        }
    }

    /// Whether it is asked of each document; the others are asked of a period.
    #[must_use]
    pub const fn is_of_document(self) -> bool {
        !matches!(self.step(), Step::Beside)
    }
}
