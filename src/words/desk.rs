//! Words of the notebook's pages and controls: they come with its chunk.

use super::catalogue::catalogue;
use crate::corpus::{Document, Passage};

catalogue! { Desk, desk:
    WithWords = "With the selected words";
    Highlight = "Highlight";
    Category = "Category";
    Note = "Note";
    AddNote = "Add a note";
    Undo = "Undo";
    Redo = "Redo";
    Delete = "Delete";
    Done = "Done";
    KeptAtOnce = "What you write is kept at once.";
    FilesAndNotebooks = "Files and notebooks";
    Quote = "Quote in my own account";
    Quoted = "Quoted in your account.";
    ShowQuoted = "Show it";
    Mine = "Highlight or quote";
    MineHow = "Select words here with the keyboard, a finger or the mouse. With nothing selected, the whole passage is meant.";
    MineWords = "Words of the passage";
    MineHere = "Your highlights here";
    Edit = "Edit";
    Title = "Title of the notebook";
    Which = "Notebook";
    New = "New notebook";
    DeleteNotebook = "Delete this notebook …";
    DeleteTitle = "Delete this notebook?";
    DeleteNote = "Everything in it is deleted from this browser, and cannot be brought back unless you have exported it.";
    DeleteNow = "Delete it";
    Export = "Save as a file:";
    Import = "Import a file";
    ImportHint = "Each of these files can be imported again. What was changed between two comments of the Markdown file, or in the columns text, category and tags of the table, is taken over, unless it was changed here since.";
    Print = "Print";
    Opening = "The notebook is being opened …";
    Kept = "Kept in this browser, and nowhere else. Whoever clears the browser’s data deletes it: export it from time to time.";
    Parts = "Question, claim, evidence";
    NoHighlights = "None yet. Select words in any text, or open a passage, and highlight them.";
    GuidedNote = "Short questions in the order in which historians read. None of them has to be answered; what you write is kept in your notebook.";
    LookUp = "Look it up: what the document says of itself";
    Over = "Over when it was written";
    UnderWay = "Under way when it was written";
    Later = "Later than the text: it could not know";
    YouExpected = "You expected:";
    ReadIt = "Read the document, with its voices marked";
    OfPeriod = "The period that is compared";
    SeeBeside = "See the accounts of it side by side";
    Categories = "Categories";
    CategoryName = "Name";
    CategorySign = "Underlined with";
    NewCategory = "New category";
    AccountNote = "What you write is yours: no account’s words are changed, and nothing leaves this browser. A line that begins with a greater-than sign (>) is a quotation, one with a hyphen (-) an item; words between asterisks are *emphasized*, between two of them **strong**.";
    HandoutNote = "A sheet for a class: passages in their own words, questions, lines to write on. Its link holds all of it; keep or share the link to keep or share the hand-out. A passage is put on it in its panel.";
    HandoutMake = "Make one, or go on with the one you had";
    HandoutChange = "Change it: the task, the questions, the passages";
    HandoutEmpty = "There is no passage on it yet. Open one anywhere, and put it on the hand-out; or take those of a whole page from Share.";
    PutOn = "Put on a hand-out";
    TakeOff = "Take off the hand-out";
    Task = "Task, in your own words";
    Lines = "Lines to write on";
    BlankName = "Name:";
    BlankDate = "Date:";
}

/// What is said when words have been marked.
#[must_use]
pub fn highlighted(category: &str) -> String {
    format!("Highlighted: {category}.")
}

/// Name of a button that marks words.
#[must_use]
pub fn highlight_as(category: &str) -> String {
    format!("Highlight as {category}")
}

/// Why nothing is kept, and what to do.
#[must_use]
pub fn held(reason: &str) -> String {
    format!(
        "This browser keeps no notebook here ({reason}). What you write stays as long as this page is open. Export it \
         before you leave."
    )
}

/// Why a notebook is not kept: what stands in its place is left there.
pub const DAMAGED: &str = "what it keeps in the place of this notebook is damaged, and is left as it is";

/// Why a notebook is still there, and what to do.
#[must_use]
pub fn undeleted(reason: &str) -> String {
    format!("The browser could not delete it ({reason}). It is still here: try again, or clear the data of this site.")
}

/// When a notebook was last exported, by universal time.
#[must_use]
pub fn exported(when: Option<&str>) -> String {
    match when {
        Some(when) => format!("Last exported: {when} UTC."),
        None => "Not exported yet.".to_owned(),
    }
}

/// What an import has brought.
#[must_use]
pub fn imported(new: usize, changed: usize, faults: usize) -> String {
    let said = match (new, changed) {
        (0, 0) => "Imported. There was nothing that is not here already.".to_owned(),
        (0, 1) => "Imported. 1 item has changed.".to_owned(),
        (0, changed) => format!("Imported. {changed} items have changed."),
        (1, 0) => "Imported. 1 item is new.".to_owned(),
        (new, 0) => format!("Imported. {new} items are new."),
        (new, changed) => format!("Imported. New items: {new}; changed: {changed}."),
    };
    match faults {
        0 => said,
        1 => format!("{said} 1 thing could not be taken over as it stands:"),
        faults => format!("{said} {faults} things could not be taken over as they stand:"),
    }
}

/// The file that was chosen could not be read.
pub const UNREADABLE: &str = "The browser could not read the file. Choose it again.";

/// Where quoted words stand, beneath them.
#[must_use]
pub fn source(document: &Document, passage: &Passage) -> String {
    format!("{}, {}, {}", super::title(document), super::written(document), super::place(document, passage))
}

/// Name of a field of the reader's account of a period.
#[must_use]
pub fn part_of(part: &str, period: &str) -> String {
    format!("{part}: {period}")
}

/// What of the link to a hand-out could not be followed.
#[must_use]
pub fn left_out(words: &str) -> String {
    format!(
        "This is on the link, but is no passage or question of this release, or finds no room on a hand-out: {words}."
    )
}

/// Heading over the questions, with how many are asked.
#[must_use]
pub fn questions(asked: usize) -> String {
    match asked {
        0 => "Questions: none yet".to_owned(),
        asked => format!("Questions: {asked}"),
    }
}

/// How many lines stand under a question.
#[must_use]
pub fn lines(lines: usize) -> String {
    match lines {
        0 => "none".to_owned(),
        lines => format!("{lines} under each question"),
    }
}

/// The way to the hand-out that was worked on last.
#[must_use]
pub fn go_on(passages: usize) -> String {
    format!("Go on with the hand-out you had, {}", count(passages))
}

/// The way to the hand-out.
#[must_use]
pub fn to_handout(passages: usize) -> String {
    format!("Hand-out, {}", count(passages))
}

/// What is said when a passage has been put on or taken off.
#[must_use]
pub fn on_handout(passages: usize) -> String {
    format!("On the hand-out: {}.", count(passages))
}

/// What is said when there is no room for another.
#[must_use]
pub fn full(most: usize) -> String {
    format!("A hand-out has room for {most} passages. Take one off first.")
}

/// Name of a button that takes a passage off.
#[must_use]
pub fn take_off(passage: &str) -> String {
    format!("Take off the hand-out: {passage}")
}

fn count(passages: usize) -> String {
    match passages {
        1 => "1 passage".to_owned(),
        passages => format!("{passages} passages"),
    }
}
