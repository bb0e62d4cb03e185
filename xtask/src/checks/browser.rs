//! The tests in a real browser: `tests/e2e/*.test.mjs`, run by Node against `dist/` with the system's Chromium.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use super::counts::{self, Counts};
use crate::{packages, process, project};

/// What the main journeys need in engines other than Chromium, by the variable that names it to them.
const ENGINES: [(&str, &packages::Package); 3] =
    [("FIREFOX", &packages::FIREFOX), ("WEBKIT_DRIVER", &packages::WEBKIT_DRIVER), ("XVFB", &packages::DISPLAY)];

pub fn run(counts: &mut Counts) -> Result<()> {
    let dist = project::dist();
    if !dist.join("index.html").is_file() {
        bail!("dist/ holds no index.html to test; run `cargo xtask build` first");
    }
    let tests = test_files(&folder())?;
    let mut command = node()?;
    command
        // One file at a time: browsers side by side would disturb each other's time measurements.
        .args(["--test", "--test-concurrency=1"])
        .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
        // And a table of what the project promises, by the ids that tests bear.
        .arg(format!("--test-reporter={}", folder().join("promises.mjs").display()))
        .arg("--test-reporter-destination=stdout")
        // Node 20 reads no patterns here, so the files are named.
        .args(tests)
        .env("DIST", dist);
    for (variable, package) in ENGINES {
        other_engine(&mut command, variable, package)?;
    }
    super::counted(&mut command, counts::of_node, counts)
}

/// A script of the folder that drives the browser, ready to be run.
pub fn script(name: &str) -> Result<Command> {
    let mut command = node()?;
    command.arg(folder().join(name));
    Ok(command)
}

fn folder() -> PathBuf {
    project::root().join("tests/e2e")
}

/// As [`script`], for one that needs the packages of another folder as well.
pub fn script_with(name: &str, packages: &str) -> Result<Command> {
    install_modules(&project::root().join(packages))?;
    script(name)
}

/// Node with all that a script for the browser needs.
fn node() -> Result<Command> {
    let node = packages::find_or_install(&packages::NODE)?;
    install_modules(&folder())?;
    let mut command = process::command(node);
    command.env("CHROMIUM", chromium()?);
    Ok(command)
}

fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let unreadable = || format!("cannot read the folder {}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        bail!("{} holds no *.test.mjs, so there is nothing to run in the browser", folder.display());
    }
    Ok(files)
}

/// Fetches what the tests import, when it is missing or older than the list of it.
fn install_modules(folder: &Path) -> Result<()> {
    let lockfile = folder.join("package-lock.json");
    // npm writes this file last, so an installation that broke off does not count as one.
    let installed = changed(&folder.join("node_modules/.package-lock.json"));
    let wanted = changed(&lockfile).or_else(|| changed(&folder.join("package.json")));
    if wanted.is_none() || (installed.is_some() && installed >= wanted) {
        return Ok(());
    }
    let npm = packages::find_or_install(&packages::NPM)?;
    println!("Installing what the browser tests import …");
    let mut command = process::command(npm);
    command
        .current_dir(folder)
        .arg(if lockfile.is_file() { "ci" } else { "install" })
        .args(["--no-audit", "--no-fund"])
        // The system's Chromium is used.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run(&mut command)
        .context("the browser tests' packages could not be installed; is the npm registry within reach?")
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|data| data.modified()).ok()
}

/// Names a program of another engine to the tests. Where it cannot be had, they are told why, and report what they
/// did not try; the CI has to try it all.
fn other_engine(command: &mut Command, variable: &str, package: &packages::Package) -> Result<()> {
    match named_or_installed(variable, package) {
        Ok(path) => {
            command.env(variable, path);
        }
        Err(error) if packages::all_to_be_had() => return Err(error),
        Err(error) => {
            println!("Not all engines are tried: {error:#}");
            command.env_remove(variable).env(format!("{variable}_MISSING"), format!("{error:#}"));
        }
    }
    Ok(())
}

fn chromium() -> Result<PathBuf> {
    named_or_installed("CHROMIUM", &packages::CHROMIUM)
}

/// The program that a variable of the environment names, or else the system's.
fn named_or_installed(variable: &str, package: &packages::Package) -> Result<PathBuf> {
    let Some(named) = env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from) else {
        return packages::find_or_install(package)
            .with_context(|| format!("none was found; the variable {variable} may also name one, by its full path"));
    };
    if !named.is_file() {
        bail!("{variable}={}: there is no such file; name the program's full path, or unset it", named.display());
    }
    Ok(named)
}
