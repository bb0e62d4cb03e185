//! The words of the notebook: categories, parts, prompts, and what an import says.

use crate::notebook::{
    BYTES_AT_MOST, DEPTH_AT_MOST, Fault, ID_AT_MOST, Misquoted, Notebook, Part, Place, Problem, Prompt, Refusal, Sign,
    Step,
};

/// Title of a notebook that has none.
pub const UNTITLED: &str = "My notebook";
/// Heading over the highlights.
pub const HIGHLIGHTS: &str = "Highlights and notes";
/// Heading over the reader's own account.
pub const ACCOUNT: &str = "My own account";
/// Heading over what of it belongs to no single period.
pub const WHOLE: &str = "As a whole";
/// Heading over the guided reading.
pub const GUIDED: &str = "Guided reading";
/// Heading over what stands in a document that is not here.
pub const OTHER_DOCUMENTS: &str = "In other documents";

/// What a category is called until the reader names it. One that the reader made, and left without a name, by its id.
#[must_use]
pub fn category(id: &str) -> &str {
    match id {
        "claim" => "Claim",
        "evidence" => "Evidence",
        "loaded-word" => "Loaded word",
        "question" => "Question",
        "attribution" => "On whose word",
        "" => "No category",
        other => other,
    }
}

/// What the reader calls a category.
#[must_use]
pub fn named<'a>(notebook: &'a Notebook, id: &'a str) -> &'a str {
    let own = notebook.categories.get(id).and_then(|own| own.value.as_ref()?.name.as_deref());
    own.filter(|name| !name.is_empty()).unwrap_or_else(|| category(id))
}

/// A quotation in the reader's account does not stand so in the passage that it names.
#[must_use]
pub fn misquoted(of: &Misquoted<'_>) -> String {
    let place = super::named(of.document, of.passage);
    let words = &of.words;
    format!(
        "{place} does not say so, from “{words}” on. Set … where words are left out, and [brackets] around your own."
    )
}

/// How the words of a category are underlined.
#[must_use]
pub const fn sign(sign: Sign) -> &'static str {
    match sign {
        Sign::Solid => "one line",
        Sign::Double => "two lines",
        Sign::Dashed => "dashes",
        Sign::Dotted => "dots",
        Sign::Wavy => "a wave",
    }
}

/// What a part of the reader's account is called.
#[must_use]
pub const fn part(part: Part) -> &'static str {
    match part {
        Part::Text => "What happened",
        Part::Question => "Central question",
        Part::Claim => "My claim",
        Part::Evidence => "Evidence for it",
        Part::CounterEvidence => "Evidence against it",
        Part::Reliability => "How far the sources can be relied on",
    }
}

/// What a step of the guided reading is called.
#[must_use]
pub const fn step(step: Step) -> &'static str {
    match step {
        Step::Before => "Before the text",
        Step::Horizon => "What it could know",
        Step::Close => "Reading closely",
        Step::Beside => "Beside the other accounts",
    }
}

/// A question of the guided reading.
#[must_use]
pub const fn prompt(prompt: Prompt) -> &'static str {
    match prompt {
        Prompt::Who => "Who wrote this, and in whose name?",
        Prompt::When => "When was it written, and how do we know?",
        Prompt::Whom => "Whom does it address, and what should they do?",
        Prompt::Predict => "What do you expect it to say? Write it down before you read.",
        Prompt::Happened => "What had already happened when it was written?",
        Prompt::NotYet => "What had not happened yet, so that its author could not know?",
        Prompt::Loaded => "Which words carry a judgement? What would a plainer word be?",
        Prompt::Sources => "On whose word does it rest? Who is quoted, who is only reported?",
        Prompt::Surprise => "Which of your expectations did it meet, and which not?",
        Prompt::Agree => "What do the accounts agree on?",
        Prompt::Differ => "Where do they differ: in facts, in names, in causes?",
        Prompt::LeftOut => "What does one of them tell that another leaves out? Could the other have known?",
        Prompt::Missing => "What source that is not here would help to decide?",
    }
}

/// What is said of a highlight whose words do not stand where they stood; nothing where they do.
#[must_use]
pub const fn place(place: Option<Place>) -> Option<&'static str> {
    match place {
        Some(Place::Same(_)) => None,
        Some(Place::Found(_)) => Some("The text has changed; the words were found again."),
        Some(Place::Moved(_)) => Some("These may be the words that were meant. Please check."),
        Some(Place::Orphaned) => Some("The words no longer stand in the text. They are kept here as they were."),
        None => Some("The document is not here. The words are kept as they were."),
    }
}

/// Why a file was not read, and what can be done.
#[must_use]
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::TooLarge { bytes } => format!(
            "The file has {bytes} bytes; a notebook may have {BYTES_AT_MOST}. Export fewer notes at a time, and import \
             the files one after the other."
        ),
        Refusal::TooDeep { depth } => format!(
            "The file is nested {depth} deep; a notebook is nested {DEPTH_AT_MOST} deep at most. It was not written by \
             a program for notes."
        ),
        Refusal::TooMany { items, limit } => {
            format!("The file holds {items} items; a notebook may hold {limit}. Split it, and import its parts.")
        }
        Refusal::NotText { at } => {
            format!("The file is no text in UTF-8: byte {at} is none. Save it as UTF-8, or choose the exported file.")
        }
        Refusal::Empty => "The file is empty. Export it again.".to_owned(),
        Refusal::Damaged { line, column } => format!(
            "The file is damaged, or only a part of it: it ends or breaks at line {line}, column {column}. Nothing was \
             changed. Copy or export it again."
        ),
        Refusal::OtherKind => {
            "The file is no notebook: it is none of the forms that are exported here, or its records \
                               are missing. Choose the file as it was saved, or a backup."
                .to_owned()
        }
    }
}

/// What could not be taken over, where it stands, and what can be done.
#[must_use]
pub fn fault(fault: &Fault) -> String {
    let said = match &fault.problem {
        Problem::Expected(what) => {
            format!("expected {what}; it was left out. Mend it in the file, and import it again.")
        }
        Problem::NoId => {
            format!(
                "there is no id of 1 to {ID_AT_MOST} bytes; the item was left out if it is no notebook. Give it one."
            )
        }
        Problem::Missing(name) => {
            format!("“{name}” is missing; the item was left out. Add it, and import the file again.")
        }
        Problem::Duplicate(id) => {
            format!("there are two different items “{id}”; the later one was kept. Give the other an id of its own.")
        }
        Problem::NotADate(text) if text.is_empty() => {
            "there is no date; whatever is dated counts more than this. Add one such as 2021-05-12T08:30:00Z."
                .to_owned()
        }
        Problem::NotADate(text) => format!(
            "“{text}” is no date with time and zone from 1970 to 9000; whatever is dated counts more than this. Write it \
             as 2021-05-12T08:30:00Z."
        ),
        Problem::Unknown(name) => format!("“{name}” is not known here; the usual one stands in its place."),
        Problem::NoPlace(name) => {
            format!("“{name}” has no place in a notebook; it was left out. It stays in the file.")
        }
        Problem::Untold => {
            "this text is not in the file; what was exported is kept. Delete it in the notebook if it is to go."
                .to_owned()
        }
        Problem::NoQuote => {
            "there are no words to look for; the note is kept without a place. Highlight the words anew.".to_owned()
        }
        Problem::Elsewhere(address) => {
            format!("more stands at {address}, which is not fetched. Download it, and import that file too.")
        }
        Problem::Newer(format) => format!(
            "written by a later version (format {format}); what is not known here is kept, but not shown. Update the app."
        ),
        Problem::More(count) => format!("{count} more faults are not listed."),
    };
    if fault.path.is_empty() { said } else { format!("{}: {said}", fault.path) }
}
