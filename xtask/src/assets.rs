//! What is loaded as it stands in `assets/`, without what only people read: the styles as one file, and the loader.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::project::{self, write_if_changed};
use crate::styles::without_space;

/// In the order of the cascade.
const STYLES: [&str; 10] =
    ["tokens", "prose", "controls", "panel", "timeline", "compare", "narrow", "sizes", "pages", "read"];

/// What only paper needs: a sheet of its own, which no browser waits for.
const PAPER: &str = "print";

const LOADER: &str = "boot.js";

/// Stand before every loader.
pub const BEFORE: [&str; 2] = ["fault.js", "aid.js"];

/// Writes `app.css`, `print.css` and `boot.js` into a folder.
pub fn write(folder: &Path) -> Result<ExitCode> {
    let mut styles = String::new();
    for name in STYLES {
        let _ = writeln!(styles, "{}", source(&format!("styles/{name}.css"))?);
    }
    write_if_changed(&folder.join("app.css"), &without_space(&styles))?;
    let paper = format!("{}\n", source(&format!("styles/{PAPER}.css"))?);
    write_if_changed(&folder.join("print.css"), &without_space(&paper))?;
    let mut loader = String::new();
    for name in BEFORE.into_iter().chain([LOADER]) {
        loader += &source(name)?;
    }
    write_if_changed(&folder.join(LOADER), &without_remarks(&loader))?;
    Ok(ExitCode::SUCCESS)
}

fn source(name: &str) -> Result<String> {
    let path = project::root().join("assets").join(name);
    fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}

/// A script without the lines that are comments, and without indents. Only for scripts in which no string and no
/// comment runs over lines of code: our own, and those that wasm-bindgen writes.
pub fn without_remarks(script: &str) -> String {
    let mut set = String::new();
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            let _ = writeln!(set, "{line}");
        }
        in_comment &= !line.ends_with("*/");
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_keep_their_rules() {
        for name in STYLES.into_iter().chain([PAPER]) {
            let css = source(&format!("styles/{name}.css")).expect("it is there");
            let set = without_space(&css);
            assert_eq!(set.matches('{').count(), set.matches('}').count(), "{name}");
            assert_eq!(without_space(&set), set, "{name}: twice is once");
        }
    }

    #[test]
    fn scripts_lose_their_remarks() {
        let check = |script: &str, expected: &str| assert_eq!(without_remarks(script), expected, "{script}");
        check("// a\n  const b = 1; // c\n\n/** d */\ne();\n", "const b = 1; // c\ne();\n");
        check("/**\n * a\n */\nb();", "b();\n");
        check("/* a\nb */\nc();", "c();\n");
        check("fetch(\"https://a\");", "fetch(\"https://a\");\n");
    }

    /// What `without_remarks` asks for.
    #[test]
    fn no_string_of_a_script_runs_over_lines() {
        let mut scripts = 0;
        for folder in ["", "pwa", "portable"] {
            for entry in fs::read_dir(project::root().join("assets").join(folder)).expect("the folder is there") {
                let path = entry.expect("it can be read").path();
                if path.extension().is_some_and(|ending| ending == "js") {
                    let script = fs::read_to_string(&path).expect("it is a text");
                    let is_whole = |line: &str| line.matches('`').count().is_multiple_of(2);
                    assert!(script.lines().all(is_whole), "{}", path.display());
                    scripts += 1;
                }
            }
        }
        assert!(scripts > BEFORE.len(), "the scripts stand elsewhere");
    }
}
