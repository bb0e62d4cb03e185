//! The tools of the build: the wasm target, clippy and rustfmt by rustup, the rest by `cargo install`.
//! A tool of exactly the right version on PATH is used as it is; else it goes into a folder of its own under
//! `$CARGO_HOME`, so that no version a person installed is ever overwritten.

use std::collections::VecDeque;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::{lockfile, packages, process, project};

const TRUNK_VERSION: &str = "0.21.14";
const DENY_VERSION: &str = "0.20.2";
/// What the browser runs, as the compiler names it.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// How much of a failed installation's output is shown: cargo's errors end it, with their causes.
const LAST_LINES: usize = 25;
/// How often a running installation says that it is alive.
const SIGN_OF_LIFE: Duration = Duration::from_secs(20);

/// A tool that comes from the crates registry.
struct Tool {
    krate: &'static str,
    version: String,
    /// What it installs; each answers `--version` with `name version`.
    programs: &'static [&'static str],
    /// Features to compile it with.
    features: &'static [&'static str],
    /// Trunk only waits for others, so it may be slow; wasm-bindgen rewrites the whole module at every build.
    opt_level: &'static str,
}

/// Tools that are ready to use.
pub struct Toolbox {
    /// Folders that must stand in front of PATH: trunk itself looks there for wasm-bindgen.
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// Trunk and wasm-bindgen, which make the app.
    pub fn set_up() -> Result<Self> {
        wasm_target()?;
        Self::of(&[trunk(), wasm_bindgen()?])
    }

    /// What holds the dependencies against `deny.toml`.
    pub fn for_dependencies() -> Result<Self> {
        Self::of(&[cargo_deny()])
    }

    /// Finds the tools, and installs what is missing. Takes milliseconds when nothing is.
    fn of(tools: &[Tool]) -> Result<Self> {
        let mut folders = Vec::new();
        let mut installed = false;
        for tool in tools {
            if tool.is_on_path() {
                continue;
            }
            let home = tool.home()?;
            if !tool.is_in(&home.join("bin")) {
                tool.install(&home)?;
                installed = true;
            }
            folders.push(home.join("bin"));
        }
        if installed {
            // They share many dependencies, so it is kept until here; then it would only take room.
            let _ = fs::remove_dir_all(build_folder()?);
        }
        Ok(Self { folders })
    }

    /// `program`, which may be one of the tools, with the tools in front of its PATH.
    pub fn command(&self, program: &str) -> Result<Command> {
        let mut command = process::command(self.program(program));
        command.env("PATH", self.path()?);
        // Trunk 0.21.14 reads it as a boolean and aborts on `NO_COLOR=1`.
        command.env_remove("NO_COLOR");
        Ok(command)
    }

    /// Where `program` is: in a tool's folder, or else to be looked for on PATH.
    pub fn program(&self, program: &str) -> PathBuf {
        let in_folder = self.folders.iter().map(|folder| executable(folder, program)).find(|path| path.is_file());
        in_folder.or_else(|| process::find(program)).unwrap_or_else(|| PathBuf::from(program))
    }

    fn path(&self) -> Result<OsString> {
        let before = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&before));
        env::join_paths(folders).context("a folder on PATH has a name that PATH cannot hold")
    }
}

impl Tool {
    fn is_on_path(&self) -> bool {
        self.programs.iter().all(|program| process::find(program).is_some_and(|path| self.answers(&path)))
    }

    fn is_in(&self, folder: &Path) -> bool {
        self.programs.iter().all(|program| self.answers(&executable(folder, program)))
    }

    fn answers(&self, program: &Path) -> bool {
        let mut question = process::command(program);
        question.arg("--version").env_remove("NO_COLOR");
        process::ask(&mut question).is_some_and(|answer| answer.split_whitespace().nth(1) == Some(&self.version))
    }

    fn home(&self) -> Result<PathBuf> {
        Ok(tools_folder()?.join(format!("{}-{}", self.krate, self.version)))
    }

    fn install(&self, home: &Path) -> Result<()> {
        // The crate `cc` lets a person name another compiler.
        if cfg!(unix) && env::var_os("CC").is_none() {
            packages::find_or_install(&packages::C_COMPILER)?;
        }
        println!("Installing {} {}; this takes a few minutes the first time …", self.krate, self.version);
        let start = Instant::now();
        if let Err(locked) = self.cargo_install(home, true) {
            // A mirror of the registry may lack one of the very versions the tool was locked with.
            println!("  Not with the dependencies it was released with ({}).", locked.reason());
            println!("  Trying again with the newest ones that fit …");
            if let Err(failed) = self.cargo_install(home, false) {
                bail!(
                    "{} {} could not be installed. The last lines of cargo's output:\n\n{}\n\n\
                     Is the crates registry within reach, and is there room on the disk? Run this command again to \
                     go on where it stopped, or install it yourself: `cargo install {} --version {} --locked`",
                    self.krate,
                    self.version,
                    failed.last_lines(),
                    self.krate,
                    self.version
                );
            }
        }
        if !self.is_in(&home.join("bin")) {
            bail!(
                "{} {} was installed into {} but does not answer `--version` as it should. \
                 Remove that folder and run this command again",
                self.krate,
                self.version,
                home.display()
            );
        }
        println!("Installed {} {} in {}.", self.krate, self.version, process::told_time(start.elapsed()));
        Ok(())
    }

    fn cargo_install(&self, home: &Path, locked: bool) -> Result<(), FailedInstall> {
        let build_folder = build_folder().map_err(FailedInstall::from_error)?;
        let mut command = process::cargo();
        command.args(["install", self.krate, "--version", &self.version, "--force", "--root"]).arg(home);
        if locked {
            command.arg("--locked");
        }
        if !self.features.is_empty() {
            command.args(["--no-default-features", "--features", &self.features.join(",")]);
        }
        // The tools' own release profiles optimize for people who download them: trunk's fat LTO alone takes many
        // times as long as all the rest.
        command
            .env("CARGO_TARGET_DIR", build_folder)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level)
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .env("CARGO_TERM_COLOR", "never")
            .env_remove("CARGO_BUILD_TARGET");
        watch(&mut command)
    }
}

fn trunk() -> Tool {
    Tool {
        krate: "trunk",
        version: TRUNK_VERSION.to_owned(),
        programs: &["trunk"],
        features: &["rustls"],
        opt_level: "0",
    }
}

/// Trunk demands the version that the crate in `Cargo.lock` has, to the last digit.
fn wasm_bindgen() -> Result<Tool> {
    let path = project::root().join("Cargo.lock");
    let text = fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}; `cargo generate-lockfile` writes it", path.display()))?;
    let version = lockfile::version_of("wasm-bindgen", &text).with_context(|| {
        format!("{} names no package wasm-bindgen; `cargo generate-lockfile` writes it anew", path.display())
    })?;
    Ok(Tool {
        krate: "wasm-bindgen-cli",
        version: version.to_owned(),
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        features: &[],
        opt_level: "1",
    })
}

fn cargo_deny() -> Tool {
    Tool {
        krate: "cargo-deny",
        version: DENY_VERSION.to_owned(),
        programs: &["cargo-deny"],
        features: &[],
        opt_level: "0",
    }
}

/// Makes sure that the compiler can compile for the browser.
pub fn wasm_target() -> Result<()> {
    let mut question = process::command("rustc");
    question.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    // The folder is named whether it is there or not; this also works for a Rust that did not come by rustup.
    if process::ask(&mut question).is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    println!("Installing the compiler's target {WASM_TARGET} …");
    rustup(&["target", "add", WASM_TARGET])
}

/// Makes sure that `cargo fmt` and `cargo clippy` are there.
pub fn rust_components() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if process::ask(process::cargo().args([subcommand, "--version"])).is_none() {
            println!("Installing {component} …");
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(words: &[&str]) -> Result<()> {
    if process::find("rustup").is_none() {
        bail!(
            "this needs `rustup {}`, and rustup is not on PATH. Install it from https://rustup.rs and run this \
             command again; with a Rust from your system's packages, install its package of the same name instead",
            words.join(" ")
        );
    }
    process::run(process::command("rustup").args(words))
}

/// `$CARGO_HOME/xtask-tools`.
fn tools_folder() -> Result<PathBuf> {
    let cargo_home = env::var_os("CARGO_HOME").filter(|value| !value.is_empty()).map(PathBuf::from);
    let cargo_home = cargo_home
        .or_else(|| Some(env::home_dir()?.join(".cargo")))
        .context("neither CARGO_HOME nor a home folder is known; set CARGO_HOME to a folder for cargo's files")?;
    Ok(project::root().join(cargo_home).join("xtask-tools"))
}

/// Where the tools are compiled; removed when they are installed.
fn build_folder() -> Result<PathBuf> {
    Ok(tools_folder()?.join("build"))
}

fn executable(folder: &Path, program: &str) -> PathBuf {
    folder.join(format!("{program}{}", env::consts::EXE_SUFFIX))
}

/// What is left of a `cargo install` that failed.
struct FailedInstall(VecDeque<String>);

impl FailedInstall {
    fn from_error(error: anyhow::Error) -> Self {
        Self(VecDeque::from([format!("error: {error:#}")]))
    }

    fn last_lines(&self) -> String {
        self.0.iter().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
    }

    /// Cargo's own first words on it.
    fn reason(&self) -> &str {
        let error = self.0.iter().find_map(|line| line.strip_prefix("error: "));
        error.or(self.0.back().map(String::as_str)).unwrap_or("cargo said nothing")
    }
}

/// Runs a `cargo install`, keeping its last lines and showing no more than signs of life.
fn watch(command: &mut Command) -> Result<(), FailedInstall> {
    let mut lines = VecDeque::new();
    match watch_lines(command, &mut lines) {
        Ok(true) => Ok(()),
        Ok(false) => Err(FailedInstall(lines)),
        Err(error) => Err(FailedInstall::from_error(error)),
    }
}

fn watch_lines(command: &mut Command, last: &mut VecDeque<String>) -> Result<bool> {
    // Cargo tells everything on standard error.
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().with_context(|| process::could_not_start(command))?;
    let start = Instant::now();
    let mut next_sign = SIGN_OF_LIFE;
    let mut compiled = 0;
    if let Some(output) = child.stderr.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = String::from_utf8_lossy(&line.context("reading cargo's output")?).into_owned();
            compiled += usize::from(line.trim_start().starts_with("Compiling "));
            if last.len() == LAST_LINES {
                last.pop_front();
            }
            last.push_back(line);
            if start.elapsed() >= next_sign {
                println!("  … {compiled} packages so far, {}", process::told_time(start.elapsed()));
                next_sign = start.elapsed() + SIGN_OF_LIFE;
            }
        }
    }
    Ok(child.wait().context("waiting for cargo")?.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_installation_tells_cargos_own_reason() {
        let lines =
            ["    Updating crates.io index", "error: failed to compile `trunk`", "", "Caused by:", "  no such version"];
        let failed = FailedInstall(lines.map(str::to_owned).into());
        assert_eq!(failed.reason(), "failed to compile `trunk`");
        assert!(failed.last_lines().ends_with("  no such version"));
        assert_eq!(FailedInstall(VecDeque::new()).reason(), "cargo said nothing");
    }

    #[test]
    fn the_version_must_be_the_same_to_the_last_digit() {
        let mut tool = trunk();
        // rustc stands in for a tool: it is on every machine that runs this, and answers `name version …`.
        let rustc = process::find("rustc").expect("rustc is on PATH");
        let version = process::ask(process::command(&rustc).arg("--version")).expect("rustc answers");
        tool.version = version.split_whitespace().nth(1).expect("it names its version").to_owned();
        assert!(tool.answers(&rustc));
        tool.version.push('0');
        assert!(!tool.answers(&rustc));
        assert!(!tool.answers(Path::new("no-such-program-anywhere")));
    }
}
