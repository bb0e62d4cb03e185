//! `cargo xtask bench`: how long the engine takes for the whole corpus, in a browser; `bench find`: how long a reader waits
//! for the search; `bench search`: the search beside other libraries. Measurements, not tests: they print and never fail
//! for being slow.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::checks::browser;
use crate::tools::{Toolbox, WASM_TARGET};
use crate::{corpus, process, project};

/// So often everything is typed, unless another number is asked for; larger corpora less often.
pub const ROUNDS: u32 = 5;

/// Builds the engine for the browser, and times it there.
pub fn engine() -> Result<ExitCode> {
    let Some(folder) = module("engine", "engine")? else { return Ok(ExitCode::FAILURE) };
    fs::write(folder.join("index.html"), "<!doctype html><title>Engine</title>").context("cannot write its page")?;
    process::run(browser::script("engine.bench.mjs")?.env("DIST", &folder))?;
    Ok(ExitCode::SUCCESS)
}

/// Builds the search as the app has it, and times it beside other libraries; `readme`: what is printed also takes the
/// place of what was printed last time.
pub fn search(readme: bool, rounds: u32) -> Result<ExitCode> {
    let Some(folder) = module("finder", "release")? else { return Ok(ExitCode::FAILURE) };
    let mut script = browser::script_with("search.bench.mjs", "tests/peers")?;
    script.env("DIST", &folder).env("ROUNDS", rounds.to_string());
    let (told, ended) = process::run_keeping_output(&mut script)?;
    ended?;
    if readme {
        let path = project::root().join("README.md");
        let before = fs::read_to_string(&path).context("cannot read README.md")?;
        let Some(after) = replaced(&before, &told) else {
            bail!("README.md lacks the lines `{BEGIN}` and `{END}`, between which the tables stand");
        };
        project::write_if_changed(&path, &after)?;
    }
    Ok(ExitCode::SUCCESS)
}

const BEGIN: &str = "<!-- bench search: printed by `cargo xtask bench search --readme` -->";
const END: &str = "<!-- bench search: end -->";

/// A text with something else between the two marks.
fn replaced(text: &str, told: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n\n{}\n\n{END}{after}", told.trim()))
}

/// Builds a crate for the browser, as a module in a folder beside the corpus; nothing where the corpus has faults.
fn module(name: &str, profile: &str) -> Result<Option<PathBuf>> {
    let toolbox = Toolbox::set_up()?;
    let Some(bundle) = corpus::compile()? else { return Ok(None) };
    let target = project::target();
    let build = ["build", "--profile", profile, "--package", name, "--target", WASM_TARGET];
    process::run(process::cargo().args(build))?;
    let folder = target.join("bench").join(name);
    let module = target.join(WASM_TARGET).join(profile).join(name).with_extension("wasm");
    let mut bindgen = toolbox.command("wasm-bindgen")?;
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&folder).arg(&module);
    process::run(&mut bindgen)?;
    let json = serde_json::to_string(&bundle).context("the corpus cannot be written as JSON")?;
    fs::write(folder.join("corpus.json"), json).context("cannot write the corpus for the benchmark")?;
    Ok(Some(folder))
}

/// Times what a reader does on the pages of the search, on a slowed processor.
pub fn find() -> Result<ExitCode> {
    let dist = project::dist();
    if !dist.join("index.html").is_file() {
        bail!("dist/ holds no index.html to measure; run `cargo xtask build` first");
    }
    process::run(browser::script("find.bench.mjs")?.env("DIST", dist))?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_take_the_place_of_older_ones() {
        let text = format!("a\n{BEGIN}\nold\n{END}\nb\n");
        let once = replaced(&text, "new\n").unwrap_or_default();
        assert_eq!(once, format!("a\n{BEGIN}\n\nnew\n\n{END}\nb\n"));
        assert_eq!(replaced(&once, "new"), Some(once));
        assert_eq!(replaced("a\nb\n", "new"), None);
    }
}
