//! `cargo xtask bench`: how long the engine takes for the whole corpus, in a browser; `bench page`: Lighthouse on the start
//! page; `bench waits`: how long a reader waits for what they do; `bench load`: the app with larger corpora; `bench
//! search`: the search beside other libraries.
//! Measurements, not tests: they print and never fail for being slow.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use crate::checks::browser;
use crate::many::repeated;
use crate::tools::{Toolbox, WASM_TARGET};
use crate::{corpus, process, project};

/// So often everything is typed, unless another number is asked for; larger corpora less often.
pub const ROUNDS: u32 = 5;

/// How many times larger corpora are than the one there is.
const LARGER: [u32; 2] = [10, 100];

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
    script.env("DIST", &folder);
    measured("search", script, readme, rounds)
}

/// Has Lighthouse measure the start page of `dist/`.
pub fn page(readme: bool, rounds: u32) -> Result<ExitCode> {
    let mut script = browser::script_with("page.bench.mjs", "tests/lighthouse")?;
    script.env("DIST", built()?);
    measured("page", script, readme, rounds)
}

/// Times what a reader does in `dist/`, on a slowed processor.
pub fn waits(readme: bool, rounds: u32) -> Result<ExitCode> {
    let mut script = browser::script("waits.bench.mjs")?;
    script.env("DIST", built()?);
    measured("waits", script, readme, rounds)
}

/// Has the app of `dist/` open the corpus as it is and many times over, at full speed.
pub fn load(readme: bool, rounds: u32) -> Result<ExitCode> {
    let Some(bundle) = corpus::compile()? else { return Ok(ExitCode::FAILURE) };
    let folder = project::target().join("bench").join("load");
    fs::create_dir_all(&folder).context("cannot make the folder of the larger corpora")?;
    for copies in LARGER {
        let json = serde_json::to_string(&repeated(&bundle, copies)).context("a corpus cannot be written as JSON")?;
        fs::write(folder.join(format!("{copies}.json")), json).context("cannot write a larger corpus")?;
    }
    let mut script = browser::script("load.bench.mjs")?;
    script
        .env("DIST", built()?)
        .env("CORPORA", folder)
        .env("LARGER", LARGER.map(|copies| copies.to_string()).join(" "));
    measured("load", script, readme, rounds)
}

fn built() -> Result<PathBuf> {
    let dist = project::dist();
    if !dist.join("index.html").is_file() {
        bail!("dist/ holds no index.html to measure; run `cargo xtask build` first");
    }
    Ok(dist)
}

/// Runs a benchmark; `readme`: what it prints also takes the place of what it printed last time.
fn measured(name: &str, mut script: Command, readme: bool, rounds: u32) -> Result<ExitCode> {
    let (told, ended) = process::run_keeping_output(script.env("ROUNDS", rounds.to_string()))?;
    ended?;
    if readme {
        let path = project::root().join("README.md");
        let before = fs::read_to_string(&path).context("cannot read README.md")?;
        let [begin, end] = marks(name);
        let Some(after) = replaced(&before, name, &told) else {
            bail!("README.md lacks the lines `{begin}` and `{end}`, between which the tables stand");
        };
        project::write_if_changed(&path, &after)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Between which lines of the README the tables of a benchmark stand.
fn marks(name: &str) -> [String; 2] {
    let begin = format!("<!-- bench {name}: printed by `cargo xtask bench {name} --readme` -->");
    [begin, format!("<!-- bench {name}: end -->")]
}

/// A text with something else between the marks of a benchmark.
fn replaced(text: &str, name: &str, told: &str) -> Option<String> {
    let [begin, end] = marks(name);
    let (before, rest) = text.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}\n\n{}\n\n{end}{after}", told.trim()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_take_the_place_of_older_ones() {
        let [begin, end] = marks("page");
        let text = format!("a\n{begin}\nold\n{end}\nb\n");
        let once = replaced(&text, "page", "new\n").unwrap_or_default();
        assert_eq!(once, format!("a\n{begin}\n\nnew\n\n{end}\nb\n"));
        assert_eq!(replaced(&once, "page", "new"), Some(once.clone()));
        assert_eq!(replaced(&once, "search", "new"), None);
    }
}
