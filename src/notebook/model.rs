//! What a notebook holds.

use serde_json::{Map, Value};

use super::fault::Problem;
use super::order::ordered;
use super::reading::Reading;
use super::register::{Held, Register};
use super::{Moment, Registers, Selector};
use crate::corpus::{Bundle, ByteRange, Document, Passage, names};

names! {
    /// How highlights of a category are underlined: told apart without colour.
    #[derive(Default)]
    pub enum Sign {
        /// One line.
        #[default]
        Solid = "solid",
        /// Two lines.
        Double = "double",
        /// Dashes.
        Dashed = "dashed",
        /// Dots.
        Dotted = "dotted",
        /// A wave.
        Wavy = "wavy",
    }
}

/// A kind of highlight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Category {
    /// The reader's name for it; `None` where it is called what the interface calls it.
    pub name: Option<String>,
    /// How it is marked.
    pub sign: Sign,
}

/// The categories that every notebook begins with.
pub const CATEGORIES: [(&str, Sign); 5] = [
    ("claim", Sign::Solid),
    ("evidence", Sign::Double),
    ("loaded-word", Sign::Wavy),
    ("question", Sign::Dotted),
    ("attribution", Sign::Dashed),
];

/// Words of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// Id of the document; empty where it is not known.
    pub document: String,
    /// Id of the passage that the words stood in.
    pub passage: Option<String>,
    /// Where the document is read, as another program names it.
    pub source: Option<String>,
    /// The words as they are read, where the original has markup or a page break among them.
    pub words: Option<String>,
    /// Where they stand.
    pub selector: Selector,
    /// Members that this version does not know.
    pub more: Map<String, Value>,
}

/// Words that a reader marked, and what the reader says to them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Highlight {
    /// Id of its category; empty where it has none.
    pub category: String,
    /// The reader's note; may be empty.
    pub note: String,
    /// Further keywords, from other programs.
    pub tags: Vec<String>,
    /// The words; most have one stretch.
    pub targets: Vec<Target>,
}

names! {
    /// The parts of the reader's own account.
    pub enum Part {
        /// What happened, as the reader tells it.
        Text = "text",
        /// The central question.
        Question = "question",
        /// What the reader holds.
        Claim = "claim",
        /// What speaks for it.
        Evidence = "evidence",
        /// What speaks against it.
        CounterEvidence = "counter-evidence",
        /// How far the sources can be relied on.
        Reliability = "reliability",
    }
}

/// A place in the reader's own account.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// Id of the period; `None` for the account as a whole.
    pub period: Option<String>,
    /// The part.
    pub part: Part,
}

/// A question of the guided reading, asked of something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asked {
    /// Id of the prompt: see [`super::Prompt`]. One of a later version may not be known here.
    pub prompt: String,
    /// Id of the document or the period; `None` where it is asked once.
    pub about: Option<String>,
}

/// What a reader has marked, noted and written.
///
/// Texts are Markdown-light: see [`super::light`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notebook {
    /// Its id; given from outside.
    pub id: String,
    /// Its title.
    pub title: Register<String>,
    /// Categories that the reader changed or made; the others are as in [`CATEGORIES`].
    pub categories: Registers<String, Category>,
    /// Highlights by id.
    pub highlights: Registers<String, Highlight>,
    /// My own account.
    pub account: Registers<Slot, String>,
    /// Answers to the prompts.
    pub answers: Registers<Asked, String>,
    /// Members that this version does not know.
    pub more: Map<String, Value>,
}

impl Held for Category {
    fn write(&self, fields: &mut Map<String, Value>) {
        put_text("name", self.name.as_deref(), fields);
        put_text("sign", Some(self.sign.name()), fields);
    }

    fn read(fields: &mut Map<String, Value>, reading: &mut Reading) -> Option<Self> {
        let name = reading.text("name", fields);
        let sign = reading.text("sign", fields).and_then(|sign| {
            let known = Sign::named(&sign);
            if known.is_none() {
                reading.fault_at("sign", Problem::Unknown(sign));
            }
            known
        });
        Some(Self { name, sign: sign.unwrap_or_default() })
    }
}

impl Held for Highlight {
    fn write(&self, fields: &mut Map<String, Value>) {
        put_text("category", Some(&self.category), fields);
        put_text("note", Some(&self.note), fields);
        if !self.tags.is_empty() {
            fields.insert("tags".into(), self.tags.iter().cloned().map(Value::String).collect());
        }
        fields.insert("targets".into(), self.targets.iter().map(Target::written).collect());
    }

    fn read(fields: &mut Map<String, Value>, reading: &mut Reading) -> Option<Self> {
        let category = reading.text("category", fields).unwrap_or_default();
        let note = reading.text("note", fields).unwrap_or_default();
        let tags = reading.list("tags", fields, |tag, reading| match tag {
            Value::String(tag) => Some(tag),
            _ => reading.expected("a text"),
        });
        let targets = reading.list("targets", fields, Target::read);
        Some(Self { category, note, tags, targets })
    }
}

impl Target {
    /// Words of a passage; `None` where the range is no range of the document.
    #[must_use]
    pub fn of(document: &Document, passage: &Passage, range: ByteRange) -> Option<Self> {
        let selector = Selector::of(&document.text, range)?;
        let words = passage.text_in(&document.text, range);
        Some(Self {
            document: document.id.clone(),
            passage: Some(passage.id.clone()),
            source: None,
            words: (words != selector.exact).then_some(words),
            selector,
            more: Map::new(),
        })
    }

    /// The words as they are read.
    #[must_use]
    pub fn words(&self) -> &str {
        self.words.as_deref().unwrap_or(&self.selector.exact)
    }

    /// The document it stands in, and where. A document that is not known by its id is looked for by the words: where
    /// only one has them, it is likely meant.
    #[must_use]
    pub fn find<'a>(&self, bundle: &'a Bundle) -> Option<(&'a Document, super::Place)> {
        if let Some(document) = bundle.document(&self.document) {
            return Some((document, self.selector.find(&document.text)));
        }
        let mut found = bundle.documents.iter().filter_map(|document| {
            let range = self.selector.find(&document.text).range()?;
            Some((document, super::Place::Moved(range)))
        });
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// Reads its record.
    fn read(value: Value, reading: &mut Reading) -> Option<Self> {
        let mut fields = reading.object(value)?;
        let document = reading.text("document", &mut fields).unwrap_or_default();
        let passage = reading.text("passage", &mut fields);
        let source = reading.text("source", &mut fields);
        let words = reading.text("words", &mut fields);
        let selector = Selector {
            exact: reading.text("exact", &mut fields).unwrap_or_default(),
            prefix: reading.text("prefix", &mut fields).unwrap_or_default(),
            suffix: reading.text("suffix", &mut fields).unwrap_or_default(),
            position: reading.span(&mut fields),
        };
        if selector.exact.is_empty() {
            reading.fault(Problem::NoQuote);
        }
        Some(Self { document, passage, source, words, selector, more: fields })
    }

    /// Its record.
    pub(super) fn written(&self) -> Value {
        let mut fields = self.more.clone();
        put_text("document", Some(&self.document), &mut fields);
        put_text("passage", self.passage.as_deref(), &mut fields);
        put_text("source", self.source.as_deref(), &mut fields);
        put_text("words", self.words.as_deref(), &mut fields);
        put_text("exact", Some(&self.selector.exact), &mut fields);
        put_text("prefix", Some(&self.selector.prefix), &mut fields);
        put_text("suffix", Some(&self.selector.suffix), &mut fields);
        if let Some(span) = self.selector.position {
            fields.insert("start".into(), span.start.into());
            fields.insert("end".into(), span.end.into());
        }
        Value::Object(fields)
    }
}

/// Sets a member, where there is a text.
pub(super) fn put_text(name: &str, text: Option<&str>, fields: &mut Map<String, Value>) {
    if let Some(text) = text {
        fields.insert(name.to_owned(), Value::String(text.to_owned()));
    }
}

impl Notebook {
    /// An empty one.
    #[must_use]
    pub fn new(id: &str, title: &str, at: Moment) -> Self {
        Self {
            id: id.to_owned(),
            title: Register::new(title.to_owned(), at),
            categories: Registers::default(),
            highlights: Registers::default(),
            account: Registers::default(),
            answers: Registers::default(),
            more: Map::new(),
        }
    }

    /// Its title; may be empty.
    #[must_use]
    pub fn title(&self) -> &str {
        self.title.value.as_deref().unwrap_or_default()
    }

    /// The categories: those of every notebook first, unless the reader took one away, then the reader's own.
    #[must_use]
    pub fn categories(&self) -> Vec<(&str, Category)> {
        let first = CATEGORIES.into_iter().filter_map(|(id, sign)| match self.categories.get(id) {
            Some(changed) => Some((id, changed.value.clone()?)),
            None => Some((id, Category { name: None, sign })),
        });
        let own = self.categories.iter().filter(|(id, _)| CATEGORIES.iter().all(|(known, _)| known != id));
        let own = ordered(own, |(id, category)| (category.created, *id));
        let own = own.into_iter().filter_map(|(id, category)| Some((id.as_str(), category.value.clone()?)));
        first.chain(own).collect()
    }

    /// The highlights that are not deleted, in the order in which they were made.
    #[must_use]
    pub fn highlights(&self) -> Vec<(&str, &Register<Highlight>, &Highlight)> {
        let found = self.highlights.iter();
        let found = found.filter_map(|(id, register)| Some((id.as_str(), register, register.value.as_ref()?)));
        ordered(found, |(id, register, _)| (register.created, *id))
    }

    /// What stands in a place of the reader's account.
    #[must_use]
    pub fn written(&self, slot: &Slot) -> &str {
        self.account.get(slot).and_then(|entry| entry.value.as_deref()).unwrap_or_default()
    }

    /// What the reader answered.
    #[must_use]
    pub fn answered(&self, asked: &Asked) -> &str {
        self.answers.get(asked).and_then(|answer| answer.value.as_deref()).unwrap_or_default()
    }

    /// How many highlights, entries and answers it holds that were not deleted.
    #[must_use]
    pub fn count(&self) -> usize {
        let living = |texts: usize, register: &Register<String>| texts + usize::from(register.value.is_some());
        let written = self.account.values().fold(0, living) + self.answers.values().fold(0, living);
        written + self.highlights.values().filter(|highlight| highlight.value.is_some()).count()
    }

    /// How many things it holds, deleted ones too.
    #[must_use]
    pub fn len(&self) -> usize {
        self.categories.len() + self.highlights.len() + self.account.len() + self.answers.len()
    }

    /// Whether the reader has left nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
