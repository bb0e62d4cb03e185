//! The bundle: everything the app shows, as one JSON document with a versioned schema.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::record::{Read, Reader, record};
use super::{
    Claim, Document, Figure, Homonym, Measure, Observation, Passage, Period, Place, Publishers, Purpose, Relation,
    Remark, SharedSource, Speaker,
};

/// Version of the bundle's JSON; raised when a reader of the old one would misread the new.
pub const FORMAT: u32 = 1;

/// One side of the comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// Readable and stable.
    pub id: String,
    /// Its name on the page.
    pub name: String,
    /// One word for tight places.
    pub short: String,
    /// Its documents, oldest first.
    pub documents: Vec<String>,
}

record!(Account { id, name, short, documents });

/// A part of the method page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

record!(Section { title, paragraphs });

/// Accounts, documents and periods, ready to be shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bundle {
    /// [`FORMAT`] of the writer.
    pub format: u32,
    /// Title of the corpus.
    pub title: String,
    /// When the editorial layer was last changed, as an EDTF date.
    pub edited: String,
    /// What the comparison is and is not, for a newcomer.
    pub about: Vec<String>,
    /// What a teacher should know before a class reads it.
    pub teachers: Vec<String>,
    /// How it was done, how names are used, where it is weak.
    pub method: Vec<Section>,
    /// The accounts, in their first order.
    pub accounts: Vec<Account>,
    /// The documents, oldest first.
    pub documents: Vec<Document>,
    /// The periods, oldest first, without gap or overlap.
    pub periods: Vec<Period>,
    /// What lies outside a document's purpose.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<Purpose>,
    /// Everybody whose words or claims the documents give, in order of their ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<Speaker>,
    /// The gazetteer, in order of its ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// What looks like a name of a place and is none, or another's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub homonyms: Vec<Homonym>,
    /// What can be seen of the names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub naming: Vec<Observation>,
    /// Questions, and what the accounts answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Claim>,
    /// Numbers that the texts give.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// Sources that accounts share.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SharedSource>,
    /// Passages that speak to each other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation>,
    /// Who published the references: by kind, the most frequent first, then by country.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub publishers: Vec<Publishers>,
    /// How near the engine comes to the editorial layer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
    /// Where the engine differs from the editorial layer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Remark>,
}

record!(Bundle { format, title, edited, about, teachers, method, accounts, documents, periods; purposes, speakers, places, homonyms, naming, claims, figures, sources, relations, publishers, measures, remarks });

/// Why a bundle could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// Not JSON.
    Damaged {
        /// Line of the JSON, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What was wrong there.
        reason: String,
    },
    /// Not of the bundle's shape.
    Misfit {
        /// The path of the value, and what was expected there.
        place: String,
    },
    /// Written for another version of the app.
    OtherFormat {
        /// The version found.
        found: u64,
    },
    /// No account, or no document.
    Empty,
    /// The blocks of a document do not cover its original, or cut a character.
    Tiling {
        /// The document.
        document: String,
    },
    /// A range points outside its original, or cuts a character.
    Range {
        /// The passage it belongs to.
        passage: String,
    },
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged { line, column, reason } => {
                write!(f, "the bundle is damaged at line {line}, column {column}: {reason}")
            }
            Self::Misfit { place } => write!(f, "the bundle has another shape: {place}"),
            Self::OtherFormat { found } => {
                write!(f, "the bundle has format {found}, this app reads format {FORMAT}")
            }
            Self::Empty => write!(f, "the bundle holds no account or no document"),
            Self::Tiling { document } => write!(f, "the blocks of {document} do not cover its original"),
            Self::Range { passage } => write!(f, "passage {passage} points outside its document"),
        }
    }
}

impl std::error::Error for LoadError {}

impl LoadError {
    fn damaged(error: &serde_json::Error) -> Self {
        Self::Damaged { line: error.line(), column: error.column(), reason: error.to_string() }
    }
}

impl Bundle {
    /// Reads a bundle and checks what the rest of the app relies on.
    ///
    /// # Errors
    /// [`LoadError`], naming the place and the kind of fault.
    pub fn from_json(json: &str) -> Result<Self, LoadError> {
        Self::of(Self::parse(json.as_bytes())?)
    }

    /// The first half of the reading: JSON becomes a value.
    ///
    /// # Errors
    /// [`LoadError::Damaged`] where it is no JSON, in UTF-8.
    pub fn parse(json: &[u8]) -> Result<Value, LoadError> {
        // What is no UTF-8 is damaged from the first line on.
        let json = std::str::from_utf8(json).unwrap_or_default();
        serde_json::from_str(json).map_err(|error| LoadError::damaged(&error))
    }

    /// The second half: the value becomes a bundle, and is checked.
    ///
    /// # Errors
    /// [`LoadError`], but for damage.
    pub fn of(value: Value) -> Result<Self, LoadError> {
        // Another version may well have another shape: its number says more than the misfit.
        if let Some(found) = value.get("format").and_then(Value::as_u64).filter(|found| *found != u64::from(FORMAT)) {
            return Err(LoadError::OtherFormat { found });
        }
        let mut reader = Reader::default();
        let bundle = Self::read(value, &mut reader);
        match reader.misfit {
            Some(place) => Err(LoadError::Misfit { place }),
            None => bundle.checked(),
        }
    }

    fn checked(self) -> Result<Self, LoadError> {
        if self.accounts.is_empty() || self.documents.is_empty() {
            return Err(LoadError::Empty);
        }
        for document in &self.documents {
            let mut blocks = document.blocks.iter();
            let tiled = document.blocks.last().map_or(0, |block| block.range.end as usize) == document.text.len();
            if !tiled || blocks.any(|block| block.range.slice(&document.text).is_none()) {
                return Err(LoadError::Tiling { document: document.id.clone() });
            }
            for passage in &document.passages {
                let ranges = (passage.runs.iter().map(|run| run.range))
                    .chain(passage.sentences.iter().copied())
                    .chain(passage.times.iter().filter_map(|time| time.range))
                    .chain(passage.fields.iter().map(|field| field.range))
                    .chain(passage.speech.iter().map(|stretch| stretch.range));
                if !ranges.into_iter().all(|range| range.slice(&document.text).is_some()) {
                    return Err(LoadError::Range { passage: passage.id.clone() });
                }
            }
        }
        let quotes =
            (self.claims.iter().flat_map(|claim| &claim.answers).map(|answer| (&answer.passage, answer.range)))
                .chain(self.figures.iter().map(|figure| (&figure.passage, figure.range)))
                .chain(self.sources.iter().flat_map(|source| &source.uses).map(|quote| (&quote.passage, quote.range)))
                .chain(self.remarks.iter().map(|remark| (&remark.passage, remark.range)))
                .chain(self.homonyms.iter().map(|homonym| (&homonym.passage, homonym.range)));
        for (passage, range) in quotes {
            let whole = self.passage(passage).is_some_and(|(document, _)| range.slice(&document.text).is_some());
            if !whole {
                return Err(LoadError::Range { passage: passage.clone() });
            }
        }
        Ok(self)
    }

    /// The speaker with this id.
    #[must_use]
    pub fn speaker(&self, id: &str) -> Option<&Speaker> {
        self.speakers.iter().find(|speaker| speaker.id == id)
    }

    /// Whether a claim, a figure or a shared source has this id.
    #[must_use]
    pub fn has_entry(&self, id: &str) -> bool {
        self.claims.iter().any(|claim| claim.id == id)
            || self.figures.iter().any(|figure| figure.group == id)
            || self.sources.iter().any(|source| source.id == id)
    }

    /// The place with this id.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.id == id)
    }

    /// The document with this id.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == id)
    }

    /// The account with this id.
    #[must_use]
    pub fn account(&self, id: &str) -> Option<&Account> {
        self.accounts.iter().find(|account| account.id == id)
    }

    /// The period with this id.
    #[must_use]
    pub fn period(&self, id: &str) -> Option<&Period> {
        self.periods.iter().find(|period| period.id == id)
    }

    /// The document that a passage's id begins with, and the passage.
    #[must_use]
    pub fn passage(&self, id: &str) -> Option<(&Document, &Passage)> {
        let document = self.document(id.split('.').next()?)?;
        Some((document, document.passage(id)?))
    }

    /// The passage and the number (from 1) of the sentence that an id such as `letter.p8.s2` names.
    #[must_use]
    pub fn sentence(&self, id: &str) -> Option<(&Document, &Passage, usize)> {
        let (passage, number) = id.rsplit_once('.')?;
        let (document, passage) = self.passage(passage)?;
        let number =
            number.strip_prefix('s')?.parse().ok().filter(|number| (1..=passage.sentences().len()).contains(number))?;
        Some((document, passage, number))
    }
}
