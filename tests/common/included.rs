//! The sources as part of the program: in the browser there is no folder to read them from.

use parallax::compile::Sources;

/// Includes files by their path from the root.
macro_rules! files {
    ($($path:literal,)*) => {
        [$(($path, include_str!(concat!("../../", $path))),)*]
    };
}

const FILES: [(&str, &str); 34] = files![
    "assets/annotations/claims.json",
    "assets/annotations/concepts.json",
    "assets/annotations/figures.json",
    "assets/annotations/homonyms.json",
    "assets/annotations/naming.json",
    "assets/annotations/pairs.json",
    "assets/annotations/periods.json",
    "assets/annotations/places.json",
    "assets/annotations/publishers.json",
    "assets/annotations/purposes.json",
    "assets/annotations/sources.json",
    "assets/annotations/speakers.json",
    "assets/annotations/structure/article.json",
    "assets/annotations/times/article.json",
    "assets/annotations/times/civil-15.json",
    "assets/annotations/times/civil-21.json",
    "assets/annotations/times/letter.json",
    "assets/annotations/times/stepanakert.json",
    "assets/annotations/voices/article.json",
    "assets/annotations/voices/civil-15.json",
    "assets/annotations/voices/civil-21.json",
    "assets/annotations/voices/letter.json",
    "assets/annotations/voices/stepanakert.json",
    "assets/documents/000_83233e8ba6561dd9.txt",
    "assets/documents/001_db2f4157bb483d5a.txt",
    "assets/documents/002_96a5d791bb15053e.txt",
    "assets/documents/003_41d9780980deec22.txt",
    "assets/documents/004_572dabbab7d9b440.txt",
    "assets/documents/article.json",
    "assets/documents/civil-15.json",
    "assets/documents/civil-21.json",
    "assets/documents/corpus.json",
    "assets/documents/letter.json",
    "assets/documents/stepanakert.json",
];

/// The sources, as the compiler takes them.
pub fn sources() -> Sources {
    FILES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}
