//! Starting other programs: where they are found, how their failure is told, how their output is kept while it is shown.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::project;

/// The cargo that started us, so that its children use the same toolchain.
pub fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")))
}

/// `program`, to be run in the project's root.
pub fn command(program: impl Into<OsString>) -> Command {
    let mut command = Command::new(program.into());
    command.current_dir(project::root());
    command
}

/// The first file of that name on PATH: the one a shell would start.
pub fn find(program: &str) -> Option<PathBuf> {
    // A script on Windows brings its own ending.
    let ending = if program.contains('.') { "" } else { env::consts::EXE_SUFFIX };
    let file = format!("{program}{ending}");
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(&file)).find(|candidate| candidate.is_file())
}

/// Runs to the end with the terminal as its own; any other exit code than 0 is an error.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| could_not_start(command))?;
    succeeded(command, status)
}

/// As [`run`], and keeps what the program wrote to standard output while passing it on. Standard error stays the
/// terminal's, so that cargo goes on showing its progress there.
///
/// The output comes back for a program that failed, too: its last lines often hold the counts.
pub fn run_keeping_output(command: &mut Command) -> Result<(String, Result<()>)> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| could_not_start(command))?;
    let mut kept = Vec::new();
    if let Some(mut from) = child.stdout.take() {
        let mut chunk = [0; 8192];
        loop {
            let length = from.read(&mut chunk).with_context(|| format!("reading the output of {}", told(command)))?;
            if length == 0 {
                break;
            }
            kept.extend_from_slice(&chunk[..length]);
            let mut terminal = std::io::stdout().lock();
            terminal
                .write_all(&chunk[..length])
                .and_then(|()| terminal.flush())
                .context("writing to standard output")?;
        }
    }
    let status = child.wait().with_context(|| format!("waiting for {}", told(command)))?;
    Ok((String::from_utf8_lossy(&kept).into_owned(), succeeded(command, status)))
}

/// Standard output of a short question such as `--version`; nothing where the program is missing or failed.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command as one would type it: without the folder that its program was found in.
pub fn told(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or(command.get_program());
    let line: Vec<_> = std::iter::once(program).chain(command.get_args()).map(OsStr::to_string_lossy).collect();
    format!("`{}`", line.join(" "))
}

/// What stands in front of the system's reason when a program could not be started at all.
pub fn could_not_start(command: &Command) -> String {
    format!("could not start {}; is it installed and on PATH?", told(command))
}

/// A duration as people say it.
pub fn told_time(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("{} failed ({status}); its messages stand above", told(command));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_in_the_unit_that_fits() {
        assert_eq!(told_time(Duration::from_millis(340)), "0.3 s");
        assert_eq!(told_time(Duration::from_millis(59_900)), "59.9 s");
        assert_eq!(told_time(Duration::from_secs(185)), "3 min 05 s");
    }

    #[test]
    fn commands_are_told_as_one_types_them() {
        let mut command = Command::new("/some/toolchain/bin/cargo");
        assert_eq!(told(command.args(["test", "--workspace"])), "`cargo test --workspace`");
    }

    #[test]
    fn a_missing_program_is_named_in_the_error() {
        let error = run(&mut command("no-such-program-anywhere")).expect_err("it must not start");
        assert!(error.to_string().contains("no-such-program-anywhere"), "{error}");
    }
}
