//! What the tests share: the sources as the compiler takes them, and what is compiled from them, once.

#![allow(dead_code, reason = "each test uses the part it needs")]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use parallax::compare::Grid;
use parallax::compile::{Sources, compile};
use parallax::corpus::{Bundle, Document, Passage};

/// The root of the checkout.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every source the compiler takes, by its path from the root.
pub fn sources() -> Sources {
    let mut sources = Sources::new();
    for (folder, endings) in [("assets/documents", &["json", "txt"][..]), ("assets/annotations", &["json"])] {
        for path in files(&root().join(folder)) {
            if path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known)) {
                sources.insert(relative(&path), fs::read_to_string(&path).unwrap());
            }
        }
    }
    sources
}

/// All files below a folder, in order of their paths.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

/// A path from the root, with forward slashes.
pub fn relative(path: &Path) -> String {
    let parts = path.strip_prefix(root()).unwrap().components();
    parts.map(|part| part.as_os_str().to_str().unwrap()).collect::<Vec<_>>().join("/")
}

/// The bundle of this checkout.
pub fn bundle() -> &'static Bundle {
    static BUNDLE: OnceLock<Bundle> = OnceLock::new();
    BUNDLE.get_or_init(|| {
        compile(&sources()).unwrap_or_else(|faults| {
            let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
            panic!("the corpus of this checkout has faults:\n{}", told.join("\n"))
        })
    })
}

/// Its grid.
pub fn grid() -> &'static Grid {
    static GRID: OnceLock<Grid> = OnceLock::new();
    GRID.get_or_init(|| Grid::new(bundle()))
}

/// A document of the bundle.
pub fn document(id: &str) -> &'static Document {
    bundle().document(id).unwrap_or_else(|| panic!("no document {id}"))
}

/// A passage of the bundle, with its document.
pub fn passage(id: &str) -> (&'static Document, &'static Passage) {
    bundle().passage(id).unwrap_or_else(|| panic!("no passage {id}"))
}

/// The text of a passage, as it is read.
pub fn text(id: &str) -> String {
    let (document, passage) = passage(id);
    passage.text(&document.text)
}

/// The sentences of a passage, as they are read.
pub fn sentences(id: &str) -> Vec<String> {
    let (document, passage) = passage(id);
    passage.sentences().into_iter().map(|sentence| passage.text_in(&document.text, sentence)).collect()
}
