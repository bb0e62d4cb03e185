//! Calls trunk: the release build, and the server that builds anew at every change.

use std::env;
use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::editions::oembed;
use crate::process;
use crate::tools::Toolbox;

pub const DEFAULT_PORT: u16 = 8080;

/// How many ports after the wanted one are tried.
const PORTS_TRIED: u16 = 100;

/// The release build, into `dist/`; for a site of a known address where one is given.
pub fn build(address: Option<&str>) -> Result<()> {
    let toolbox = Toolbox::set_up()?;
    let mut trunk = toolbox.command("trunk")?;
    trunk.args(["build", "--release"]);
    if let Some(address) = address {
        trunk.env(oembed::ADDRESS, oembed::checked(address)?);
    }
    // Joined with the flags of `.cargo/config.toml`. Where this machine keeps its crates is nobody's business, and would
    // make the same release differ from machine to machine.
    let remapped: Vec<String> =
        registries().iter().map(|sources| format!("--remap-path-prefix={}=", sources.display())).collect();
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapped.join(" "));
    process::run(&mut trunk)
}

/// Where cargo keeps the sources of crates, whose paths panics name: a folder for each registry. Flags are parted by
/// spaces, so a path that holds one cannot be named.
fn registries() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    let folders = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut folders: Vec<PathBuf> =
        folders.filter(|folder| !folder.to_string_lossy().contains(char::is_whitespace)).collect();
    folders.sort();
    folders
}

/// Builds, serves on this machine only, and builds again at every change, until it is stopped.
pub fn serve(wanted: u16) -> Result<ExitCode> {
    let toolbox = Toolbox::set_up()?;
    let port = free_port(wanted)?;
    if port != wanted {
        println!("Port {wanted} is taken; using {port}.");
    }
    let address = Ipv4Addr::LOCALHOST;
    println!(
        "\n    http://{address}:{port}/\n\nThe page is there as soon as the first build is done. Ctrl+C stops it.\n"
    );
    let mut trunk = toolbox.command("trunk")?;
    trunk.arg("serve").args(["--address", &address.to_string(), "--port", &port.to_string()]);
    hand_over(&mut trunk)
}

/// On Unix trunk takes this very process over: whoever stops `cargo xtask serve` stops the server, and no server is
/// left behind holding the port.
#[cfg(unix)]
fn hand_over(trunk: &mut Command) -> Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    let error = trunk.exec();
    Err(error).with_context(|| process::could_not_start(trunk))
}

#[cfg(not(unix))]
fn hand_over(trunk: &mut Command) -> Result<ExitCode> {
    process::run(trunk)?;
    Ok(ExitCode::SUCCESS)
}

/// The first port from `wanted` on that nobody listens on.
fn free_port(wanted: u16) -> Result<u16> {
    let last = wanted.saturating_add(PORTS_TRIED);
    (wanted..=last).find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok()).with_context(|| {
        format!("no port from {wanted} to {last} can be used; name another one: `cargo xtask serve --port N`")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_passed_over() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
        let port = taken.local_addr().expect("it has an address").port();
        let found = free_port(port);
        assert!(found.is_ok_and(|found| found > port));
    }
}
