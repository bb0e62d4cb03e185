//! How to read the page, whatever documents it compares.

/// How to read a cell.
pub const READING: [(&str, &str); 6] = [
    (
        "Written before this",
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

/// Who made it, and how it is corrected.
pub const MAKERS: [&str; 2] = [
    "The documents are their authors’; nothing in them was changed. What is said about them is the work of the project’s \
     editors, who are not named, or of rules in its code. Each judgement says which of the two made it. An editor’s rests \
     on words of the text that are quoted, and can be checked there; the notes say where two readings differed.",
    "Who finds a mistake, in a date, a name, a voice or an answer, can have it corrected in the project’s repository: its \
     README says in which file each kind of judgement stands, and how it is changed.",
];

/// What was done for readers who see, hear or move otherwise, and what was not.
pub const ACCESS: [&str; 4] = [
    "Tested by program, in Chromium: each view with axe-core, in light, dark and forced colours, 320, 768 and 1280 pixels \
     wide; text spaced wider and at twice its size; less motion; journeys by the keyboard alone. The main journeys also in \
     Firefox and WebKitGTK.",
    "The tree that Chromium gives to screen readers was read page by page, the longest pages in part, and what is told of \
     each step was followed by the keyboard.",
    "Accounts are told apart by name and pattern, never by colour alone. Single-key shortcuts can be switched off.",
    "Not tested: screen readers as people use them (NVDA, JAWS, VoiceOver, TalkBack), speech input, and readers with \
     disabilities themselves. A program finds only part of what stands in somebody’s way.",
];
