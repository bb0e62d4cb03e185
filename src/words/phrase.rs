//! Sentences with values in them.

use super::source::{issuer, written, years};
use super::{Key, date, say, side};
use crate::corpus::{Bundle, Document, LoadError};
use crate::escape;
use crate::view::{Layout, Notice, Page, View};

/// A count of things.
pub(super) fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// What the start page is.
#[must_use]
pub fn opening(documents: usize) -> String {
    format!(
        "Two sides and an encyclopedia on the conflict between Armenia and Azerbaijan over the region they call Artsakh, \
         Garabagh or Karabakh, and over their border: {documents} public documents, quoted word for word. Each row is a \
         period, each column an account; grey sentences speak of another time. A silent cell says whether its account could have known. This page does not say \
         who is right. The texts describe violence."
    )
}

/// What is said of keeping the app for reading without a network, by the state's name.
#[must_use]
pub fn offline(state: &str) -> Option<&'static str> {
    Some(say(match state {
        "preparing" => Key::OfflinePreparing,
        "ready" | "update" => Key::OfflineReady,
        "framed" => Key::OfflineFramed,
        "insecure" => Key::OfflineInsecure,
        "unsupported" => Key::OfflineUnsupported,
        "failed" => Key::OfflineFailed,
        "withdrawn" => Key::OfflineWithdrawn,
        _ => return None,
    }))
}

/// The code that puts a view into another page: allowed is what the view needs, and no more.
#[must_use]
pub fn frame_code(address: &str, title: &str) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"600\" loading=\"lazy\" \
         sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"></iframe>",
        escape::html(address),
        escape::html(title)
    )
}

/// Heading over two documents.
#[must_use]
pub fn side_by_side(first: &Document, second: &Document) -> String {
    format!("{} beside {}", first.title.short, second.title.short)
}

/// "and 4 more".
#[must_use]
pub fn and_more(n: usize) -> String {
    format!("and {n} more")
}

/// "and 4 further passages", where copied words name their sources.
#[must_use]
pub fn further_passages(n: usize) -> String {
    format!("and {}", count(n, "further passage", "further passages"))
}

/// Before the table of periods.
#[must_use]
pub fn periods_note(n: usize) -> String {
    format!("{n} periods, without gap or overlap. Their bounds are the editors’ choice; each has its reason.")
}

/// "3 passages".
#[must_use]
pub fn passages(n: usize) -> String {
    count(n, "passage", "passages")
}

/// "2 passages on a time that reaches beyond this period"; `only`: and none on the period itself.
#[must_use]
pub fn spanning(n: usize, only: bool) -> String {
    let none = if only { "Nothing on this period itself; " } else { "" };
    format!("{none}{} on a time that reaches beyond it", passages(n))
}

/// "Armenian accounts: 4 passages"; none where the account could not have known.
#[must_use]
pub fn in_column(account: &str, passages: Option<usize>) -> String {
    match passages {
        Some(n) => format!("{account}: {}", self::passages(n)),
        None => format!("{account}: {}", say(Key::NotYetWritten)),
    }
}

/// "Letter to the UN · written 12 January 2021", "3 documents · written 2021 to 2023".
#[must_use]
pub fn account_line(documents: &[&Document]) -> String {
    match documents {
        [] => String::new(),
        [one] => format!("{} · written {}", one.title.short, date(&one.written.edtf)),
        several => format!("{} documents · written {}", several.len(), years(several)),
    }
}

/// Name of a button that moves an account's column.
#[must_use]
pub fn move_column(account: &str, left: bool) -> String {
    format!("Move {account} {}", if left { "left" } else { "right" })
}

/// Name of a button that hides an account's column.
#[must_use]
pub fn hide_column(account: &str) -> String {
    format!("Hide {account}")
}

/// Whose name is asked for: a side or a speaker.
#[must_use]
pub fn heard(voice: &str, bundle: &Bundle) -> String {
    let speaker = || bundle.speaker(voice).map(|speaker| speaker.name.clone()).unwrap_or_default();
    bundle.account(voice).map_or_else(speaker, |account| side(&account.short))
}

/// What is shown where only what is said in one name is.
#[must_use]
pub fn only_heard(name: &str) -> String {
    format!("Shown: only what is said in the name of {name}, by itself or as others report it.")
}

/// What is read out before words that the reader has marked.
#[must_use]
pub fn highlight_begins(category: &str) -> String {
    format!("{category}: ")
}

/// Name of the button behind words that the reader has marked.
#[must_use]
pub fn highlight_ends(category: &str, note: &str) -> String {
    if note.is_empty() { format!("End of {category}: edit it") } else { format!("End of {category}, noted: {note}") }
}

/// Name of a button that shows an account's column.
#[must_use]
pub fn show_column(account: &str) -> String {
    format!("Show {account}")
}

/// Where a lane says what it says, for those who do not see it.
#[must_use]
pub fn lane(document: &Document, spoken: usize, periods: usize) -> String {
    format!("speaks of {spoken} of the {periods} periods it could know of; written {}.", written(document))
}

/// What could not be followed in a link.
#[must_use]
pub fn notice(notice: &Notice) -> String {
    match notice {
        Notice::TooLong(bytes) => {
            format!("The link is too long to be followed ({bytes} bytes). This is the start page.")
        }
        Notice::OtherVersion(version) => {
            format!("The link was made for another version of this app ({version}). It was followed as far as it goes.")
        }
        Notice::UnknownPage(page) => format!("The link names a page that does not exist: “{page}”."),
        Notice::UnknownDocument(id) => format!("The link names a document that is not here, or one too many: “{id}”."),
        Notice::UnknownPeriod(id) => format!("The link names a period that does not exist: “{id}”."),
        Notice::UnknownPassage(id) => format!("The link names a passage that does not exist: “{id}”."),
        Notice::UnknownAccount(id) => format!("The link names an account that is not here: “{id}”."),
        Notice::Unknown(part) => format!("A part of the link was not understood: “{part}”."),
    }
}

/// Why the bundle could not be read, and what to do.
#[must_use]
pub fn load_error(error: &LoadError) -> String {
    match error {
        LoadError::Damaged { line, column, reason } => format!(
            "The file corpus.json is damaged at line {line}, column {column}: {reason}. It may have been cut off on its way."
        ),
        LoadError::Misfit { place } => {
            format!(
                "The file corpus.json is not of the shape this app reads, at {place}. It may come from another version."
            )
        }
        LoadError::OtherFormat { found } => format!(
            "The file corpus.json is of another version (format {found}) than this app reads (format {}). One of the two comes from an old cache.",
            crate::corpus::FORMAT
        ),
        LoadError::Empty => "The file corpus.json holds no documents.".to_owned(),
        LoadError::Tiling { document } => {
            format!("The file corpus.json contradicts itself: the parts of {document} do not add up to its text.")
        }
        LoadError::Range { passage } => {
            format!("The file corpus.json contradicts itself: passage {passage} points outside its document.")
        }
    }
}

/// Why a page is not there.
#[must_use]
pub fn not_loaded(reason: &str) -> String {
    format!("This page could not be loaded. {reason}.")
}

/// "Compare: The war of autumn 2020 – Parallax".
#[must_use]
pub fn page_title(page: &str, subject: Option<&str>) -> String {
    let app = say(Key::AppName);
    subject.map_or_else(|| format!("{page} – {app}"), |subject| format!("{subject} – {page} – {app}"))
}

/// What a view is called by the title of its page: without the app's name.
#[must_use]
pub fn view_title(title: &str) -> &str {
    title.strip_suffix(say(Key::AppName)).and_then(|title| title.strip_suffix(" – ")).unwrap_or(title)
}

/// On paper: the texts that a view shows, who issued them, when, and under which terms.
#[must_use]
pub fn printed_sources(documents: &[&Document]) -> String {
    let source = |document: &&Document| {
        let url = document.licence.url.as_ref().map_or_else(String::new, |url| format!(", {url}"));
        let terms = format!("{}{url}", document.licence.name);
        format!("{}: {}, {}; {terms}", document.title.short, issuer(document), written(document))
    };
    format!("{}.", documents.iter().map(source).collect::<Vec<_>>().join(". "))
}

/// The way from selected words to every place where they stand.
#[must_use]
pub fn concordance_of(selected: &str) -> String {
    format!("{}: “{selected}”", say(Key::Concordance))
}

/// Where a period is that was chosen from the list.
#[must_use]
pub fn below(title: &str) -> String {
    format!("Below: {title}")
}

/// What a change of the arrangement has led to, for those who do not see it.
#[must_use]
pub fn arranged(before: &View, after: &View, bundle: &Bundle) -> Option<String> {
    let name = |id: &String| bundle.account(id).map_or_else(String::new, |account| account.name.clone());
    if before.own != after.own {
        let said = if after.own { show_column(say(Key::MyAccount)) } else { hide_column(say(Key::MyAccount)) };
        return Some(format!("{said}."));
    }
    if before.voice != after.voice && after.page == Page::Compare {
        let name = after.voice.as_ref().map(|voice| heard(voice, bundle));
        return Some(name.map_or_else(|| say(Key::EverythingShown).to_owned(), |name| only_heard(&name)));
    }
    if before.alone != after.alone {
        return Some(say(if after.alone { Key::OnePeriod } else { Key::EverythingShown }).to_owned());
    }
    if before.follow != after.follow {
        return Some(say(if after.follow { Key::Follows } else { Key::StaysPut }).to_owned());
    }
    if before.account != after.account && after.columns.contains(&before.account) {
        return Some(format!("{}.", name(&after.account)));
    }
    if (&before.columns, before.layout, before.split) == (&after.columns, after.layout, after.split) {
        return None;
    }
    let layout = say(match after.layout {
        Layout::Columns if after.split => Key::SplitDocuments,
        Layout::Columns => Key::LayoutColumns,
        Layout::Dates => Key::LayoutDates,
        Layout::Single => Key::LayoutSingle,
    });
    let names: Vec<String> = after.columns.iter().map(name).collect();
    Some(format!("{layout}: {}.", names.join(", ")))
}

/// The way to a hand-out of all that a page shows, or of the period that is chosen.
#[must_use]
pub fn to_handout_of(passages: usize, of_period: bool) -> String {
    let which = if of_period { "of this period" } else { "shown" };
    match passages {
        1 => format!("Make a hand-out of the passage {which}"),
        passages => format!("Make a hand-out of the {passages} passages {which}"),
    }
}

/// Why there is no such way, and what to do.
#[must_use]
pub fn too_many_for_handout(shown: usize, most: usize) -> String {
    format!(
        "A hand-out has room for {most} passages; {shown} are shown here. Go to one period or search first, or put \
         passages on it one by one, in their panels."
    )
}
