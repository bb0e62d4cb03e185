//! Programs that come from the system's package manager: found on PATH, else installed by apt where that is allowed,
//! else named together with the way to get them.

use std::env;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;

/// A program the project needs and does not build itself.
pub struct Package {
    /// What it is and what needs it, for messages.
    pub what: &'static str,
    /// Names it goes by on PATH, best first.
    pub programs: &'static [&'static str],
    /// The Debian and Ubuntu packages that bring it.
    pub apt: &'static [&'static str],
}

/// The `ring` crate inside trunk compiles C. Rust links with `cc` on most systems, so it is nearly always there.
pub const C_COMPILER: Package =
    Package { what: "a C compiler (to compile trunk)", programs: &["cc", "gcc", "clang"], apt: &["build-essential"] };

pub const NODE: Package = Package { what: "Node (to run tests)", programs: &["node"], apt: &["nodejs", "npm"] };

pub const NPM: Package = Package {
    what: "npm (to install what the browser tests need)",
    // On Windows npm is a script and no executable.
    programs: if cfg!(windows) { &["npm.cmd"] } else { &["npm"] },
    apt: &["npm"],
};

/// The fonts are there for the Armenian and Azerbaijani letters, which a bare server would draw as boxes.
pub const CHROMIUM: Package = Package {
    what: "Chromium (for the browser tests)",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    apt: &["chromium", "fonts-dejavu-core", "fonts-noto-core"],
};

/// The path of the program, after installing it if need be.
pub fn find_or_install(package: &Package) -> Result<PathBuf> {
    if let Some(found) = find(package) {
        return Ok(found);
    }
    let Some(prefix) = apt_prefix() else {
        bail!("{}", by_hand(package));
    };
    println!("Installing {} by apt: {} …", package.what, package.apt.join(" "));
    process::run(apt(&prefix).arg("update")).with_context(|| by_hand(package))?;
    let install = ["install", "-y", "--no-install-recommends"];
    process::run(apt(&prefix).args(install).args(package.apt)).with_context(|| by_hand(package))?;
    find(package).with_context(|| by_hand(package))
}

fn find(package: &Package) -> Option<PathBuf> {
    package.programs.iter().find_map(|program| process::find(program))
}

fn by_hand(package: &Package) -> String {
    let names = package.programs.join(", ");
    format!(
        "{} is missing: none of {names} is on PATH. Install it by hand, for example `apt-get install {}` as root, \
         or the package of that kind of your own system; then run this command again",
        package.what,
        package.apt.join(" ")
    )
}

/// The words in front of `apt-get …`, or `None` where there is no apt or no right to use it.
fn apt_prefix() -> Option<Vec<&'static str>> {
    process::find("apt-get")?;
    if process::ask(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(vec![]);
    }
    process::find("sudo")?;
    let without_password = process::ask(Command::new("sudo").args(["-n", "true"])).is_some();
    // Where a person sits at the terminal, sudo may ask them; a script would hang.
    let may_ask = std::io::stdin().is_terminal() && env::var_os("CI").is_none();
    (without_password || may_ask).then(|| vec!["sudo"])
}

fn apt(prefix: &[&'static str]) -> Command {
    // `env` inside, because sudo drops variables set outside.
    let words = prefix.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    let mut words = words.copied();
    let mut command = process::command(words.next().unwrap_or("apt-get"));
    command.args(words);
    command
}
