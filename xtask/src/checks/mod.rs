//! `cargo xtask test`: all checks in one order, cheap ones first; stops at the first that fails. The last line it
//! prints is always `N passed, N failed`.

pub mod browser;
mod counts;

use std::fs;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use self::counts::Counts;
use crate::tools::Toolbox;
use crate::{packages, process, project, size, tools, trunk};

struct Step {
    name: &'static str,
    what: &'static str,
    /// Counts stay at zero for steps that run no tests.
    run: fn(&mut Counts) -> Result<()>,
}

const STEPS: [Step; 8] = [
    Step { name: "fmt", what: "formatting", run: |_| fmt() },
    Step { name: "clippy", what: "lints, native and for the browser, and of the documentation", run: |_| clippy() },
    Step { name: "deny", what: "licences and sources of dependencies, and what locks them", run: |_| deny() },
    Step { name: "native", what: "unit, integration and documentation tests", run: native },
    Step { name: "wasm", what: "WebAssembly tests, in Node", run: wasm },
    Step { name: "build", what: "release build", run: |_| trunk::build(None) },
    Step { name: "size", what: "sizes against the budgets", run: |_| size::check() },
    Step { name: "e2e", what: "tests in a real browser", run: browser::run },
];

struct Done {
    name: &'static str,
    time: Duration,
    counts: Counts,
    passed: bool,
}

/// Runs the steps named, or all of them, always in their own order.
pub fn run(names: &[String]) -> Result<ExitCode> {
    let steps = chosen(names)?;
    let mut done = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        println!("\n=== {}/{} {}: {} ===", index + 1, steps.len(), step.name, step.what);
        let start = Instant::now();
        let mut counts = Counts::default();
        let outcome = (step.run)(&mut counts);
        let time = start.elapsed();
        if let Err(error) = &outcome {
            eprintln!("error: {error:#}");
            println!("=== {} FAILED after {}; nothing after it was run ===", step.name, process::told_time(time));
            // A step that broke before or without counting is one failure.
            counts.failed = counts.failed.max(1);
        }
        done.push(Done { name: step.name, time, counts, passed: outcome.is_ok() });
        if outcome.is_err() {
            break;
        }
    }
    Ok(summary(&steps, &done))
}

fn chosen(names: &[String]) -> Result<Vec<&'static Step>> {
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != *name)) {
        let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        bail!("there is no step `{unknown}`; the steps are {}", known.join(", "));
    }
    Ok(STEPS.iter().filter(|step| names.is_empty() || names.iter().any(|name| name == step.name)).collect())
}

fn summary(steps: &[&Step], done: &[Done]) -> ExitCode {
    println!("\n=== summary ===");
    for Done { name, time, counts, passed } in done {
        let outcome = if *passed { "ok" } else { "FAILED" };
        let tests = if *counts == Counts::default() { String::new() } else { counts.to_string() };
        println!("{}", format!("{name:8} {outcome:8} {:>12}  {tests}", process::told_time(*time)).trim_end());
    }
    for step in &steps[done.len()..] {
        println!("{:8} not run", step.name);
    }
    let total: Counts = done.iter().map(|step| step.counts).sum();
    println!("\n{total}");
    if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn fmt() -> Result<()> {
    tools::rust_components()?;
    process::run(process::cargo().args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<()> {
    tools::rust_components()?;
    process::run(process::cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    tools::wasm_target()?;
    let mut browser = process::cargo();
    browser.args(["clippy", "--package", "parallax", "--target", tools::WASM_TARGET, "--lib", "--bins", "--tests"]);
    process::run(browser.args(["--", "-D", "warnings"]))?;
    let mut documentation = process::cargo();
    process::run(documentation.args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
}

/// Folders with npm packages: of the browser tests and of the benchmarks.
const WITH_PACKAGES: [&str; 3] = ["tests/e2e", "tests/lighthouse", "tests/peers"];

/// `--locked`: what is built is what `Cargo.lock` says, or it is a failure. What npm would install is looked at as well,
/// since the benchmarks' packages are installed by nobody else.
fn deny() -> Result<()> {
    let mut command = Toolbox::for_dependencies()?.command("cargo-deny")?;
    process::run(command.args(["--locked", "check", "licenses", "bans", "sources"]))?;
    let npm = packages::find_or_install(&packages::NPM)?;
    // Apart from what is installed, which some versions of npm clear even where they only try.
    let apart = project::target().join("npm");
    for folder in WITH_PACKAGES {
        fs::create_dir_all(&apart)?;
        for file in ["package.json", "package-lock.json"] {
            fs::copy(project::root().join(folder).join(file), apart.join(file))?;
        }
        let mut command = process::command(&npm);
        command.current_dir(&apart);
        command.args(["ci", "--dry-run", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]);
        process::run(&mut command)
            .with_context(|| format!("npm could not install what {folder}/package-lock.json says"))?;
    }
    Ok(())
}

fn native(counts: &mut Counts) -> Result<()> {
    counted(process::cargo().args(["test", "--workspace"]), counts::of_cargo, counts)
}

fn wasm(counts: &mut Counts) -> Result<()> {
    let toolbox = Toolbox::set_up()?;
    packages::find_or_install(&packages::NODE)?;
    let mut command = process::cargo();
    command
        .args(["test", "--package", "parallax", "--target", tools::WASM_TARGET, "--test", "wasm"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", toolbox.program("wasm-bindgen-test-runner"));
    counted(&mut command, counts::of_cargo, counts)
}

/// Runs a command that runs tests, and adds up what it reports.
fn counted(command: &mut Command, count: fn(&str) -> Counts, counts: &mut Counts) -> Result<()> {
    let (output, outcome) = process::run_keeping_output(command)?;
    *counts = count(&output);
    outcome?;
    if counts.failed > 0 {
        bail!("{} reports failed tests, though it ended well", process::told(command));
    }
    // A run without tests proves nothing, so it must not look like success.
    if counts.passed == 0 {
        bail!(
            "{} ended well but reports no test; are there tests, and is their report still read?",
            process::told(command)
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(words: &[&str]) -> Option<Vec<&'static str>> {
        let words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
        Some(chosen(&words).ok()?.iter().map(|step| step.name).collect())
    }

    #[test]
    fn steps_keep_their_order_whatever_the_order_they_are_named_in() {
        assert_eq!(names(&["size", "fmt"]), Some(vec!["fmt", "size"]));
        assert_eq!(names(&[]).map(|all| all.len()), Some(STEPS.len()));
        assert_eq!(names(&["fmt", "lint"]), None);
    }
}
