//! The rules of the house, read off the sources: who may touch the browser, what a pure module never asks, how a file
//! begins, and what stands in no file at all.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::path::PathBuf;

use common::{files, relative, root};

/// The files of a folder with this ending: their paths from the root, and what they hold.
fn sources(folder: &str, ending: &str) -> Vec<(String, String)> {
    let found: Vec<(String, String)> = files(&root().join(folder))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == ending))
        .map(|path| (relative(&path), fs::read_to_string(path).unwrap()))
        .collect();
    assert!(!found.is_empty(), "no .{ending} under {folder}: the rule checks nothing");
    found
}

/// The lines of code with their numbers: no comments, which may speak of anything.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(number, line)| (number + 1, line));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// Whether a name stands in a line as a word of its own.
fn names(line: &str, name: &str) -> bool {
    let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(name)
        .any(|(at, found)| !word(line[..at].chars().next_back()) && !word(line[at + found.len()..].chars().next()))
}

/// Every line of code in `files` that names one of `forbidden`.
fn found(files: &[(String, String)], forbidden: &[&str]) -> Vec<String> {
    let lines = files.iter().flat_map(|(path, text)| code(text).map(move |(number, line)| (path, number, line)));
    let found = lines.filter(|(.., line)| forbidden.iter().any(|name| names(line, name)));
    found.map(|(path, number, line)| format!("{path}:{number}: {}", line.trim())).collect()
}

fn check_none(files: &[(String, String)], forbidden: &[&str], rule: &str) {
    let found = found(files, forbidden);
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}

fn outside(files: Vec<(String, String)>, folders: &[&str]) -> Vec<(String, String)> {
    files.into_iter().filter(|(path, _)| !folders.iter().any(|folder| path.starts_with(folder))).collect()
}

#[test]
fn what_is_looked_for_would_be_found() {
    let file = |text: &str| [("a.rs".to_owned(), text.to_owned())];
    let check = |text: &str, name: &str, expected: usize| {
        assert_eq!(found(&file(text), &[name]).len(), expected, "{name} in {text:?}");
    };
    check("use web_sys::Node;", "web_sys", 1);
    check("let x = web_sys_like;", "web_sys", 0);
    check("let my_web_sys = 1;", "web_sys", 0);
    check("// web_sys", "web_sys", 0);
    check("    //! web_sys\nuse gloo::x;\nfn f() { gloo::y() }", "gloo", 2);
    check("html! { <p/> }", "html!", 1);
    check("use std::fs;", "std::fs", 1);
}

// The browser.

#[test]
fn only_the_platform_and_the_components_know_the_browser() {
    let pure = outside(sources("src", "rs"), &["src/platform/", "src/ui/", "src/main.rs"]);
    assert!(pure.len() > 30, "{} pure files", pure.len());
    check_none(
        &pure,
        &["web_sys", "js_sys", "gloo", "wasm_bindgen", "wasm_bindgen_futures", "yew"],
        "only src/platform and src/ui may know the browser",
    );
}

/// `platform` is the only door: a component takes its events from Yew, and the types of the elements they come from.
#[test]
fn components_ask_the_platform() {
    let components = sources("src/ui", "rs");
    let others = ["js_sys", "gloo", "wasm_bindgen", "wasm_bindgen_futures"];
    check_none(&components, &others, "src/ui asks src/platform");
    for (path, text) in components {
        for (number, line) in code(&text) {
            let foreign = foreign(line);
            assert!(foreign.is_empty(), "{path}:{number}: src/ui may not use web_sys::{}", foreign.join(", web_sys::"));
        }
    }
}

/// What a line takes from `web_sys` that is no type of an event or of its element.
fn foreign(line: &str) -> Vec<&str> {
    const TYPES: [&str; 4] = ["HtmlInputElement", "HtmlSelectElement", "HtmlTextAreaElement", "KeyboardEvent"];
    let mut found: Vec<&str> = line.split("web_sys::").skip(1).flat_map(imported).collect();
    found.retain(|name| !TYPES.contains(name));
    if line.matches("web_sys").count() > line.matches("web_sys::").count() {
        found.push("(the crate)");
    }
    found
}

/// The names that follow `web_sys::`, one or several in braces.
fn imported(rest: &str) -> Vec<&str> {
    match rest.strip_prefix('{') {
        Some(list) => list.split('}').next().unwrap_or_default().split(',').map(str::trim).collect(),
        None => vec![rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()],
    }
}

#[test]
fn what_components_may_not_take_would_be_found() {
    let check = |line: &str, expected: &[&str]| assert_eq!(foreign(line), expected, "{line}");
    check("use web_sys::{HtmlInputElement, HtmlSelectElement};", &[]);
    check("fn press(event: &web_sys::KeyboardEvent, view: &View) {", &[]);
    check("use web_sys::{HtmlInputElement, Window};", &["Window"]);
    check("web_sys::window().unwrap()", &["window"]);
    check("web_sys::console::log_1(&it);", &["console"]);
    check("use web_sys::*;", &[""]);
    check("use web_sys as browser;", &["(the crate)"]);
}

#[test]
fn only_components_write_html() {
    check_none(&outside(sources("src", "rs"), &["src/ui/"]), &["html!", "html_nested!"], "only src/ui writes html!");
    let components = sources("src/ui", "rs");
    assert!(!found(&components, &["html!"]).is_empty(), "the components write some");
    check_none(&components, &["from_html_unchecked", "set_inner_html", "inner_html"], "text is never set as markup");
}

// Purity.

#[test]
fn pure_modules_ask_nothing_of_the_machine() {
    check_none(
        &outside(sources("src", "rs"), &["src/platform/", "src/ui/"]),
        &["std::fs", "std::env", "std::time", "std::net", "std::process", "std::thread", "SystemTime", "Instant"],
        "a pure module reads no files and knows no clock",
    );
}

/// Their order differs from run to run, and what is compiled must not.
#[test]
fn nothing_is_kept_in_an_order_of_chance() {
    check_none(&sources("src", "rs"), &["HashMap", "HashSet", "RandomState"], "use BTreeMap and BTreeSet");
}

/// A `usize` has 32 bits in the browser and 64 where the bundle is compiled.
#[test]
fn what_is_written_as_json_has_no_usize() {
    let mut serialized = 0;
    for (path, text) in sources("src", "rs") {
        let lines: Vec<(usize, &str)> = code(&text).collect();
        let derives =
            lines.iter().enumerate().filter(|(_, (_, line))| line.contains("derive(") && names(line, "Serialize"));
        for (index, _) in derives {
            serialized += 1;
            let indent = |line: &str| line.len() - line.trim_start().len();
            let own = indent(lines[index].1);
            for (number, line) in &lines[index + 1..] {
                assert!(!names(line, "usize") && !names(line, "isize"), "{path}:{number}: {}", line.trim());
                // The end of the type: its closing bracket, or the end of its only line.
                if indent(line) == own && (line.trim_start().starts_with('}') || line.trim_end().ends_with(';')) {
                    break;
                }
            }
        }
    }
    assert!(serialized >= 10, "{serialized} types were checked");
}

// Files.

#[test]
fn every_file_says_what_it_is_for() {
    for folder in ["src", "xtask", "tests"] {
        for (path, text) in sources(folder, "rs") {
            let role = text.lines().next().unwrap_or_default().strip_prefix("//! ").unwrap_or_default();
            assert!(role.len() > 5, "{path}: the first line says what the file is for");
        }
    }
}

/// Nothing is loaded from elsewhere, nothing is run that is not in a file of its own.
#[test]
fn pages_styles_and_scripts_keep_to_themselves() {
    let mut pages = sources("assets/styles", "css");
    pages.extend(sources("assets", "js"));
    pages.push(("index.html".into(), fs::read_to_string(root().join("index.html")).unwrap()));
    assert!(pages.len() >= 4);
    for (path, text) in pages {
        for forbidden in ["style=", "eval(", "Function(", "http://", "https://", "@import", "javascript:", "onclick="] {
            if let Some(at) = text.find(forbidden).filter(|_| !(path.ends_with(".js") && forbidden == "onclick=")) {
                panic!("{path}:{}: {forbidden}", text[..at].matches('\n').count() + 1);
            }
        }
    }
}

/// Folders that are built or fetched, and the originals, which are not the project's words.
const NOT_OURS: [&str; 5] = ["target", "dist", "node_modules", ".git", "test-results"];

fn ours() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !NOT_OURS.contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if !relative(&path).starts_with("assets/documents/") || !name.ends_with(".txt") {
                found.push(path);
            }
        }
    }
    found
}

/// Whose machine a file was made on is nobody's business. The names are put together here, so as not to stand here.
#[test]
fn no_file_names_a_home_directory() {
    let homes =
        [["/ho", "me/"].concat(), ["/Us", "ers/"].concat(), ["/ro", "ot/"].concat(), ["\\Us", "ers\\"].concat()];
    let files = ours();
    assert!(files.len() > 80, "{} files were read", files.len());
    for path in files {
        // A picture or the like has no lines to speak of, and is read all the same.
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        for home in &homes {
            if let Some(at) = text.find(home) {
                panic!("{}:{}: {home}", relative(&path), text[..at].matches('\n').count() + 1);
            }
        }
    }
}
