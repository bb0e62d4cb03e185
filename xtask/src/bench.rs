//! `cargo xtask bench`: how long the engine takes for the whole corpus, in a browser; with `--find`, how long a reader
//! waits for the search. Measurements, not tests: they print and never fail for being slow.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::checks::browser;
use crate::tools::{Toolbox, WASM_TARGET};
use crate::{corpus, process, project};

/// Builds the engine for the browser, and times it there.
pub fn engine() -> Result<ExitCode> {
    let toolbox = Toolbox::set_up()?;
    let Some(bundle) = corpus::compile()? else { return Ok(ExitCode::FAILURE) };
    let target = project::target();
    process::run(process::cargo().args([
        "build",
        "--profile",
        "engine",
        "--package",
        "engine",
        "--target",
        WASM_TARGET,
    ]))?;
    let folder = target.join("bench");
    let module = target.join(WASM_TARGET).join("engine/engine.wasm");
    let mut bindgen = toolbox.command("wasm-bindgen")?;
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&folder).arg(&module);
    process::run(&mut bindgen)?;
    let json = serde_json::to_string(&bundle).context("the corpus cannot be written as JSON")?;
    fs::write(folder.join("corpus.json"), json).context("cannot write the corpus for the benchmark")?;
    fs::write(folder.join("index.html"), "<!doctype html><title>Engine</title>").context("cannot write its page")?;
    process::run(browser::script("engine.bench.mjs")?.env("DIST", &folder))?;
    Ok(ExitCode::SUCCESS)
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
