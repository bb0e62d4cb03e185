//! What is loaded as it stands in `assets/`, without what only people read: the styles as one file, and the loader.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::project::{self, write_if_changed};

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

/// A stylesheet without comments, and without white space that means nothing. Strings stay as they are.
fn without_space(css: &str) -> String {
    let mut set = String::new();
    let mut rest = css;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("/*") => rest[2..].find("*/").map_or(rest.len(), |end| end + 4),
            '"' | '\'' => rest[1..].find(first).map_or(rest.len(), |end| end + 2),
            _ if first.is_whitespace() => rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (piece, behind) = rest.split_at(length);
        rest = behind;
        match first {
            '/' if length > 1 => {}
            // A fraction of one: the nought says nothing.
            '0' if rest.starts_with('.')
                && !set.ends_with(|c: char| c.is_ascii_alphanumeric() || "-_.".contains(c)) => {}
            // A space between selectors is one, and so is one before a colon. None stands beside these.
            _ if first.is_whitespace() => {
                if !set.is_empty() && !set.ends_with([' ', '{', '}', ';', ',', ':']) {
                    set.push(' ');
                }
            }
            '{' | '}' | ';' | ',' => {
                set.truncate(set.trim_end_matches(' ').len());
                if first == '}' {
                    set.truncate(set.trim_end_matches(';').len());
                }
                set.push(first);
            }
            _ => set.push_str(piece),
        }
    }
    set.truncate(set.trim_end().len());
    set
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
    fn styles_lose_what_means_nothing() {
        let check = |css: &str, expected: &str| assert_eq!(without_space(css), expected, "{css}");
        check("/* a */\na , b {\n  color : red;\n}\n", "a,b{color :red}");
        check("a :hover { width: calc(1px + 2px); }", "a :hover{width:calc(1px + 2px)}");
        check("q::before { content: \" · /* no */ ; \"; }", "q::before{content:\" · /* no */ ; \"}");
        check(
            "@media (a: b) and (c) {\n  p > a {\n    margin: 0 1px;\n  }\n}",
            "@media (a:b) and (c){p > a{margin:0 1px}}",
        );
        check("a { b: c /* d */ e; }", "a{b:c e}");
        check("a { b: 0.5rem 10.5rem calc(0.25rem + 0rem); }", "a{b:.5rem 10.5rem calc(.25rem + 0rem)}");
        check("a { b: url(\"#c\"); } /* open", "a{b:url(\"#c\")}");
        check("", "");
    }

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
    fn no_string_of_the_loader_runs_over_lines() {
        let script = source(LOADER).expect("it is there");
        assert!(script.lines().all(|line| line.matches('`').count() % 2 == 0));
    }
}
