//! Compiles the sources under `assets/` to the corpus that the browser loads. Reading and writing files is done here;
//! what the sources mean is the compiler's (`parallax::compile`).

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use parallax::corpus::Bundle;

use crate::project::{self, write_if_changed};

const DOCUMENTS: &str = "assets/documents";
const ANNOTATIONS: &str = "assets/annotations";

/// Path from the root, with forward slashes → content.
pub type Sources = BTreeMap<String, String>;

/// Writes the corpus to `out`, or to standard output; or all that is wrong with it to standard error.
pub fn write(out: Option<&Path>) -> Result<ExitCode> {
    let Some(bundle) = compile()? else { return Ok(ExitCode::FAILURE) };
    let mut json = serde_json::to_string(&bundle).context("the corpus cannot be written as JSON")?;
    json.push('\n');
    match out {
        Some(path) => write_if_changed(path, &json)?,
        None => std::io::stdout().write_all(json.as_bytes()).context("writing the corpus to standard output")?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Compiles the corpus of this checkout. Where it has faults they are told, and there is none.
pub fn compile() -> Result<Option<Bundle>> {
    compile_sources(&sources()?)
}

/// All sources of the corpus of this checkout.
pub fn sources() -> Result<Sources> {
    read_sources(project::root())
}

/// As [`compile`], from sources that were read before.
pub fn compile_sources(sources: &Sources) -> Result<Option<Bundle>> {
    match parallax::compile::compile(sources) {
        Ok(bundle) => Ok(Some(bundle)),
        Err(diagnostics) => {
            for diagnostic in &diagnostics {
                eprintln!("{diagnostic}");
            }
            eprintln!("The corpus has {} to mend; nothing was written.", faults(diagnostics.len()));
            Ok(None)
        }
    }
}

fn read_sources(root: &Path) -> Result<Sources> {
    let mut sources = Sources::new();
    read_folder(root, &root.join(DOCUMENTS), &Take { extensions: &["json", "txt"], subfolders: false }, &mut sources)?;
    if sources.is_empty() {
        bail!("{DOCUMENTS} holds no .json and no .txt file, so there is no corpus to compile; is the checkout whole?");
    }
    read_folder(root, &root.join(ANNOTATIONS), &Take { extensions: &["json"], subfolders: true }, &mut sources)?;
    Ok(sources)
}

/// What to read from a folder.
struct Take {
    extensions: &'static [&'static str],
    subfolders: bool,
}

fn read_folder(root: &Path, folder: &Path, take: &Take, sources: &mut Sources) -> Result<()> {
    let told = project::relative(folder, root);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        // Git keeps no empty folders: a missing one is an empty one.
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error).with_context(|| format!("cannot read the folder {told}")),
    };
    for entry in entries {
        let path = entry.with_context(|| format!("cannot read the folder {told}"))?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden {
            continue;
        }
        if path.is_dir() {
            if take.subfolders {
                read_folder(root, &path, take, sources)?;
            }
        } else if path.extension().is_some_and(|ending| take.extensions.iter().any(|taken| ending == *taken)) {
            let key = project::relative(&path, root);
            let text = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {key}; sources must be readable files of UTF-8 text"))?;
            sources.insert(key, text);
        }
    }
    Ok(())
}

fn faults(count: usize) -> String {
    if count == 1 { "1 fault".to_owned() } else { format!("{count} faults") }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder that is gone when the test is over.
    struct Scratch(std::path::PathBuf);

    impl Scratch {
        fn new(name: &str, files: &[(&str, &str)]) -> Self {
            let root = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            for (path, content) in files {
                write_if_changed(&root.join(path), content).expect("the scratch folder can be written");
            }
            Self(root)
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn takes_documents_from_one_folder_and_annotations_from_a_tree() {
        let files = [
            ("assets/documents/letter.json", "{}"),
            ("assets/documents/letter.txt", "Sir,"),
            ("assets/documents/letter.pdf", "no"),
            ("assets/documents/drafts/old.txt", "no"),
            ("assets/annotations/periods.json", "[]"),
            ("assets/annotations/places/names.json", "[]"),
            ("assets/annotations/notes.md", "no"),
            ("assets/styles/app.css", "no"),
        ];
        let scratch = Scratch::new("sources", &files);
        let sources = read_sources(&scratch.0).expect("it reads");
        let keys: Vec<_> = sources.keys().map(String::as_str).collect();
        let expected = [
            "assets/annotations/periods.json",
            "assets/annotations/places/names.json",
            "assets/documents/letter.json",
            "assets/documents/letter.txt",
        ];
        assert_eq!(keys, expected);
        assert_eq!(sources["assets/documents/letter.txt"], "Sir,");
    }

    #[test]
    fn a_checkout_without_documents_is_told() {
        let scratch = Scratch::new("empty", &[("assets/annotations/periods.json", "[]")]);
        let error = read_sources(&scratch.0).expect_err("there is nothing to compile");
        assert!(error.to_string().contains(DOCUMENTS), "{error}");
    }

    #[test]
    fn an_unchanged_file_is_left_alone() {
        let scratch = Scratch::new("unchanged", &[("out/corpus.json", "{}\n")]);
        let path = scratch.0.join("out/corpus.json");
        let long_ago = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000);
        let file = fs::File::options().write(true).open(&path).expect("it opens");
        file.set_modified(long_ago).expect("its time can be set");
        let time = || fs::metadata(&path).and_then(|data| data.modified()).expect("it has a time");

        write_if_changed(&path, "{}\n").expect("it writes");
        assert_eq!(time(), long_ago);
        write_if_changed(&path, "{\"a\":1}\n").expect("it writes");
        assert_ne!(time(), long_ago);
    }
}
