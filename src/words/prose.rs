//! How to read the page, whatever documents it compares.

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
