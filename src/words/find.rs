//! The words of the search and of the concordance: they come with their pages.

use super::catalogue::catalogue;
use super::date;
use super::phrase::{and_more, count, passages};
use crate::corpus::{BlockKind, Bundle, Day, Document, Interval, Passage};
use crate::search::{Fault, Hit, Note, Results};
use crate::words::named;

catalogue! { Term, tell:
    /// Names the ways between the pages of the search.
    Ways = "Ways to look for words";
    SearchField = "Search the texts, notes, references and titles";
    /// In the field, as long as nothing is typed: it has to stand in a narrow one.
    SearchHint = "Search the texts";
    Narrow = "Narrow the search";
    FieldIn = "In";
    FieldVoice = "Voice";
    FieldPlace = "Place";
    FieldKind = "Kind";
    FieldPeriod = "Period";
    Any = "any";
    ByPeriod = "Passages found, by the period they speak of";
    Previous = "Previous hit";
    Next = "Next hit";
    NotesTitle = "How it was read";
    TitlesTitle = "By title";
    NothingHere = "These words do not stand here. That does not mean that the account is silent on it.";
    HasAll = "With everything that was asked for";
    HasRelated = "With a related word instead";
    HasSome = "With some of it";
    NothingTried = "What was tried:";
    NothingWords = "Each word as it stands, its other forms, its other spellings, words one letter away, and names that mean the same place.";
    NothingNarrow = "Search without narrowing";
    NothingHint = "Fewer words find more; quotation marks ask for the very phrase; a minus before a word leaves out what has it.";
    Intro = "Five documents, with their notes, references and titles. Any spelling will do, and any way to write a date. The arrow keys go through what is found, Enter opens it.";
    Examples = "For instance";
    ExamplePhrase = "the very phrase";
    ExampleNames = "a place by any of its names";
    ExampleDay = "a day, however it is written";
    ExampleSymbol = "a document of the United Nations by its symbol";
    ExampleNot = "passages that do not have a word";
    ExampleVoice = "what somebody is quoted or reported as saying";
    ExampleIn = "in one account or document";
    ExampleDate = "what speaks of a month";
    CountsPassages = "Passages are counted here, each once, also notes, references and titles. “Words in context” counts every place where the very words stand; “Vocabulary” counts words of the running text, in all their forms.";
    CountsLines = "Every place is counted where the words stand, in notes and references too; the search counts passages, and other words for the same.";
    ConcordanceField = "Words";
    ConcordanceIntro = "Every place where a word or a phrase stands, with what stands before and behind it. Select a word in any text, or press w, to come here.";
    Forms = "Any form of the words";
    SortBy = "Sort by";
    SortText = "the order of the texts";
    SortLeft = "the words before";
    SortRight = "the words behind";
    SortDate = "the date spoken of";
    SortDocument = "when the document was written";
    Export = "Save as a table (CSV)";
    ExportFailed = "This browser could not make the file.";
    SpeaksOf = "speaks of";
    Passage = "passage";
    NoLines = "Not in this account.";
    WithoutDate = "no date";
}

/// What a kind of passage is called, for those one may ask for.
#[must_use]
pub const fn kind(kind: BlockKind) -> Option<&'static str> {
    match kind {
        BlockKind::Heading => Some("heading"),
        BlockKind::Paragraph => Some("paragraph"),
        BlockKind::Quotation => Some("quotation set apart"),
        BlockKind::ListItem => Some("list item"),
        BlockKind::Footnote => Some("footnote"),
        BlockKind::Reference => Some("reference"),
        BlockKind::Caption => Some("caption"),
        BlockKind::Infobox => Some("line of the infobox"),
        BlockKind::Signatory => Some("signatory"),
        _ => None,
    }
}

/// How many passages were found, and how many have everything, or a related word for some of it.
#[must_use]
pub fn found(results: &Results) -> String {
    let all = passages(results.total as usize);
    let complete = match results.complete {
        _ if results.total == 0 => return "Nothing found.".to_owned(),
        complete if complete == results.total => return format!("{all} found."),
        0 => "none has".to_owned(),
        1 => "1 has".to_owned(),
        complete => format!("{complete} have"),
    };
    match results.related {
        0 => format!("{all} found; {complete} everything that was asked for."),
        related => format!("{all} found; {complete} everything, {related} a related word."),
    }
}

/// Which of the hits Enter opens: "3 of 24: Letter to the UN ¶12".
#[must_use]
pub fn at_hit(at: usize, of: usize, document: &Document, passage: &Passage) -> String {
    format!("{at} of {of}: {}", named(document, passage))
}

/// Above the lists that narrow a search: what narrows it now, as "Narrow the search: Armenian accounts, footnote".
#[must_use]
pub fn narrowed(active: &[String]) -> String {
    let what = tell(Term::Narrow);
    if active.is_empty() { what.to_owned() } else { format!("{what}: {}", active.join(", ")) }
}

/// What was found in an account: "12 passages", "12 passages, the best 8 shown".
#[must_use]
pub fn in_account(found: usize, shown: usize) -> String {
    match found {
        0 => "no passages".to_owned(),
        _ if shown < found => format!("{}, the best {shown} shown", passages(found)),
        _ => passages(found),
    }
}

/// How much of what was found in an account is shown: "Shown: 16 of 45".
#[must_use]
pub fn shown(shown: usize, of: usize) -> String {
    format!("Shown: {shown} of {of}")
}

/// On the button that looks for the words alone: "Only “occupied”".
#[must_use]
pub fn only_words(words: &str) -> String {
    format!("Only “{words}”")
}

/// What was looked for besides what was typed, as it was typed.
#[must_use]
pub fn widened(note: &Note) -> Option<&str> {
    match note {
        Note::NameVariants { typed, .. } | Note::Event { typed, .. } => Some(typed),
        Note::Expanded { from, .. } => Some(from),
        _ => None,
    }
}

/// Name of the button that shows more of an account.
#[must_use]
pub fn more_of(more: usize, account: &str) -> String {
    format!("Show {more} more, {account}")
}

/// On that button: "Show 24 more".
#[must_use]
pub fn more(more: usize) -> String {
    format!("Show {more} more")
}

/// What a period's button says in full: "The first war, to the end of 1992: 12 passages".
#[must_use]
pub fn in_period(title: &str, found: usize) -> String {
    format!("{title}: {}", passages(found))
}

/// An option with what it would find: "1992 (12)".
#[must_use]
pub fn counted(words: &str, found: usize) -> String {
    format!("{words} ({found})")
}

/// Heading over a search that found nothing.
#[must_use]
pub fn nothing_for(query: &str) -> String {
    format!("Nothing for “{}”", query.trim().trim_matches('"'))
}

/// How many would be found without narrowing.
#[must_use]
pub fn without_narrowing(found: usize) -> String {
    format!("{}: {} found.", tell(Term::NothingNarrow), passages(found))
}

/// Name of the button that narrows the search: "Only what is said by Human Rights Watch".
#[must_use]
pub fn only(words: &str) -> String {
    format!("Only {words}")
}

/// How a query was understood.
#[must_use]
pub fn note(note: &Note, query: &str, bundle: &Bundle) -> String {
    match note {
        Note::NameVariants { place, typed, spellings } => {
            let Some(place) = bundle.places.get(*place as usize) else { return String::new() };
            let others: Vec<&str> =
                spellings.iter().filter_map(|at| place.spellings.get(*at as usize)).map(String::as_str).collect();
            format!("“{typed}” is one name of a place; also looked for: {}.", some(&others))
        }
        Note::Corrected { from, to } => {
            format!("“{from}” stands nowhere; looked for {} instead.", some(&quoted(to)))
        }
        Note::Expanded { from, to } => format!("For “{from}” also looked for: {}.", some(&quoted(to))),
        Note::Event { typed, to } => {
            // The names are long, and their words are marked in what is found.
            const SHOWN: usize = 4;
            let shown = quoted(&to[..to.len().min(SHOWN)]).join(", ");
            let more = to.len().saturating_sub(SHOWN);
            let more = if more == 0 { String::new() } else { format!(" {}", and_more(more)) };
            format!("“{typed}” names an event; also looked for what the texts call it: {shown}{more}.")
        }
        // A phrase is looked for as it is.
        Note::Unknown { word } if query.contains('"') => format!("“{word}” stands nowhere."),
        Note::Unknown { word } => format!("“{word}” stands nowhere, nor does any word near it."),
        Note::Date { typed, days, ambiguous } => {
            let hint = if *ambiguous { ", the day before the month" } else { "" };
            match span(*days) {
                Some(days) => format!("“{typed}” was read as a date: {days}{hint}."),
                None => format!("“{typed}” was read as a date, in any year{hint}."),
            }
        }
        Note::Loosened { phrase } => {
            format!("“{phrase}” hardly stands anywhere; passages that have its words apart come below.")
        }
        Note::Plain { range, fault } => {
            let part = range.slice(query).unwrap_or_default();
            let why = match fault {
                Fault::OpenQuote => "has no closing quotation mark",
                Fault::NoValue => "has nothing behind the colon",
                Fault::UnknownValue => "names nothing that is here",
                Fault::NoWord => "has no word",
            };
            format!("“{part}” {why}; it was searched as plain words.")
        }
    }
}

fn quoted(words: &[String]) -> Vec<String> {
    words.iter().map(|word| format!("“{word}”")).collect()
}

/// The first of a list, and how many more there are.
fn some(all: &[impl AsRef<str>]) -> String {
    const SHOWN: usize = 8;
    let shown: Vec<&str> = all.iter().take(SHOWN).map(AsRef::as_ref).collect();
    let shown = shown.join(", ");
    let more = all.len().saturating_sub(SHOWN);
    if more == 0 { shown } else { format!("{shown} {}", and_more(more)) }
}

/// Days as a reader would say them; none where they have no bounds.
fn span(days: Interval) -> Option<String> {
    let end = |day: Option<Day>| day.map_or_else(|| "..".to_owned(), |day| day.to_string());
    match (days.earliest, days.latest) {
        (None, None) => None,
        (Some(first), Some(last)) if first == last => Some(date(&first.to_string())),
        (first, last) => Some(date(&format!("{}/{}", end(first), end(last)))),
    }
}

/// Where a hit stands, for those who hear it: with its account, which others see.
#[must_use]
pub fn opens(hit: &Hit, bundle: &Bundle) -> String {
    let document = &bundle.documents[hit.document as usize];
    named(document, &document.passages[hit.passage as usize])
}

/// How many lines a concordance has: "43 lines in 21 passages."
#[must_use]
pub fn lines(lines: usize, shown: usize) -> String {
    let all = count(lines, "line", "lines");
    match lines {
        0 => "It stands nowhere.".to_owned(),
        _ if shown < lines => format!("{all}; the first of each account are shown."),
        _ => format!("{all}."),
    }
}

/// Over the lines of an account.
#[must_use]
pub fn lines_of(n: usize) -> String {
    count(n, "line", "lines")
}

/// Where words stand nowhere.
#[must_use]
pub fn no_lines(words: &str, exact: bool) -> String {
    if exact {
        format!("“{words}” stands nowhere in this form. “{}” may find more.", tell(Term::Forms))
    } else {
        format!("“{words}” stands nowhere, in no form. The search knows other spellings.")
    }
}

/// After the file was offered.
#[must_use]
pub fn exported(name: &str, lines: usize) -> String {
    format!(
        "{} handed to the browser as {name}. A frame may not be allowed to save files.",
        count(lines, "line", "lines")
    )
}
