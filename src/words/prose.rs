//! The longer texts: what this is, how it was done.

use super::Key;

/// What this is and is not, in three paragraphs of a line or two.
pub const ABOUT: [&str; 3] = [
    "This page sets three accounts of the conflict between Armenia and Azerbaijan side by side, period by period: a \
     letter of Azerbaijan to the United Nations, three Armenian statements, and a Wikipedia article.",
    "Every passage is quoted exactly from its document, with its place and the date it was written. Where an account \
     says nothing, its cell says whether it could have known.",
    "It does not say who is right, it is not a history of the conflict, and five documents do not speak for two \
     peoples. It shows who says what, when they wrote it, in which words, and where they are silent.",
];

/// How to read a cell.
pub const READING: [(&str, &str); 6] = [
    (
        "Not yet written",
        "The document is older than the period. It could not know; its silence says nothing, and counts in no figure.",
    ),
    ("Written during", "The document was written while the period lasted. It could know only part of it."),
    ("Silent", "The document is younger than the period. It could have spoken of it and does not."),
    (
        "Outside its purpose",
        "The document could have known, but its own title or opening limits it to other things. The words it rests on \
         are quoted.",
    ),
    (
        "Quieter sentences",
        "A passage that speaks of several periods stands in each. Sentences that name a time of another period are set \
         in a lighter colour.",
    ),
    ("Brackets", "A title or an issuer in brackets is not in the document; the editors supplied it."),
];

/// For teachers.
pub const TEACHERS: [&str; 3] = [
    "The documents describe war, killing, expulsion and the deaths of children, in the language of parties to the \
     conflict. Some of it is accusation, some of it demeans the other side. Read them yourself before a class does.",
    "The accounts are not of one kind or weight: a state’s letter to the United Nations, statements of organizations \
     and of a ministry, an encyclopedia article written by many hands. They differ in length by more than ten to one. \
     The columns are of one width all the same; length is not evidence.",
    "After January 2021 there is no Azerbaijani document here. What Azerbaijan then said can be read only as the \
     article reports it.",
];

/// How it was done, by heading.
pub const METHOD: [(Key, &[&str]); 4] = [
    (
        Key::MethodTitle,
        &[
            "Texts. Each original is kept byte for byte. A passage is a list of ranges of it; what the page shows is cut \
             from the original as you read, and the panel of each passage lets you compute its digest and see the bytes \
             around it. Every byte belongs to exactly one block: paragraph, quotation, footnote, page break and so on. \
             Where a page break cut a sentence in two, its halves are one passage again. Nothing is corrected: slips of \
             the pen and contradictions are shown as they stand.",
            "Dates. Which times a passage speaks of was set by reading, twice and independently, and is stored with the \
             words it rests on. Where the readings differed, the panel of the passage says how and why one was taken. \
             A date is never more exact than its words: “at the end of 1987” is about December 1987. Some dates rest on \
             a heading or on the passages around it, and say so.",
            "Periods. From the dates follows the row a passage stands in. One that begins or ends in a period is shown \
             there in full; one that merely spans it is folded at the end of the cell. A text cannot tell of what came \
             after it was written: dates end there, unless they are plans or threats.",
            "Empty cells. What an empty cell means is computed from the dates of the documents, never set by hand; only \
             “outside its purpose” is an editor’s finding, with the document’s own words beside it.",
        ],
    ),
    (
        Key::NamingTitle,
        &[
            "Each account keeps its own names and spellings. The letter’s Daghlyq Garabagh, the statements’ Artsakh and \
             the article’s Nagorno-Karabakh are not changed into one another. The page’s own words avoid all of them \
             where they can; the periods have neutral titles, and the same verbs are used of every side.",
            "Colours and patterns of the accounts are not those of any flag, and no meaning hangs on colour alone.",
        ],
    ),
    (
        Key::LimitsTitle,
        &[
            "The dating is a reading, not a measurement. Passages of broad claims carry wide spans, and another reader \
             would set some of them otherwise.",
            "The article’s reference marks are lost in its snapshot: its references can be read, but not which sentence \
             each one supports.",
            "Three statements bear no date, and the statement from Stepanakert names no issuer. What is given for them is \
             inferred, with its grounds, under each document above.",
            "The page has been tried in Chromium. Other browsers have not been tried yet.",
        ],
    ),
    (
        Key::LicencesTitle,
        &[
            "Each document keeps its own terms, named beside it and above. The code of this page is free software under \
             the MIT or the Apache 2.0 licence, as you choose.",
            "Nothing you do here leaves your browser. The page sets no cookie and asks no other site for anything. It \
             keeps two preferences, where the browser lets it: the theme, and whether single-key shortcuts are on.",
        ],
    ),
];
