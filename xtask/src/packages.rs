//! Programs that come from the system's package manager: found on PATH, else installed by the first package manager
//! that is there and may be used, else named together with the way to get them.

use std::env;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;

/// A package manager.
struct Manager {
    program: &'static str,
    /// What it is told before it installs, where its lists may be old or missing.
    refresh: Option<&'static [&'static str]>,
    /// What it is told to install, without asking back; the packages follow.
    install: &'static [&'static str],
    /// Whether only root may install.
    as_root: bool,
}

/// Those of Debian and Ubuntu, Fedora, Arch, openSUSE, Alpine and macOS. Only the first was tried.
const MANAGERS: [Manager; 6] = [
    Manager {
        program: "apt-get",
        refresh: Some(&["update"]),
        install: &["install", "-y", "--no-install-recommends"],
        as_root: true,
    },
    Manager { program: "dnf", refresh: None, install: &["install", "-y"], as_root: true },
    Manager { program: "pacman", refresh: None, install: &["-S", "--noconfirm", "--needed"], as_root: true },
    Manager { program: "zypper", refresh: None, install: &["--non-interactive", "install"], as_root: true },
    Manager { program: "apk", refresh: None, install: &["add", "--update-cache"], as_root: true },
    Manager { program: "brew", refresh: None, install: &["install"], as_root: false },
];

/// A program the project needs and does not build itself.
pub struct Package {
    /// What it is and what needs it, for messages.
    pub what: &'static str,
    /// Names it goes by on PATH, best first.
    pub programs: &'static [&'static str],
    /// The packages that bring it, for each of [`MANAGERS`]; none where it comes another way.
    pub packages: [&'static [&'static str]; MANAGERS.len()],
}

/// The `ring` crate inside trunk compiles C. Rust links with `cc` on most systems, so it is nearly always there.
pub const C_COMPILER: Package = Package {
    what: "a C compiler (to compile trunk)",
    programs: &["cc", "gcc", "clang"],
    packages: [&["build-essential"], &["gcc"], &["gcc"], &["gcc"], &["build-base"], &[]],
};

pub const NODE: Package = Package {
    what: "Node (to run tests)",
    programs: &["node"],
    packages: [
        &["nodejs", "npm"],
        &["nodejs", "npm"],
        &["nodejs", "npm"],
        &["nodejs", "npm"],
        &["nodejs", "npm"],
        &["node"],
    ],
};

pub const NPM: Package = Package {
    what: "npm (to install what the browser tests and the benchmarks need)",
    // On Windows npm is a script and no executable.
    programs: if cfg!(windows) { &["npm.cmd"] } else { &["npm"] },
    packages: [&["npm"], &["npm"], &["npm"], &["npm"], &["npm"], &["node"]],
};

/// The fonts are there for the Armenian and Azerbaijani letters, which a bare server would draw as boxes.
pub const CHROMIUM: Package = Package {
    what: "Chromium (for the browser tests)",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    packages: [
        &["chromium", "fonts-dejavu-core", "fonts-noto-core"],
        &["chromium", "dejavu-sans-fonts"],
        &["chromium", "ttf-dejavu"],
        &["chromium", "dejavu-fonts"],
        &["chromium", "font-dejavu"],
        &[],
    ],
};

/// The extended support release is what Debian has; another system's own Firefox will do.
pub const FIREFOX: Package = Package {
    what: "Firefox (for the main journeys in a second engine)",
    programs: &["firefox-esr", "firefox"],
    packages: [&["firefox-esr"], &["firefox"], &["firefox"], &["MozillaFirefox"], &["firefox-esr"], &[]],
};

/// It brings the small browser that it drives.
pub const WEBKIT_DRIVER: Package = Package {
    what: "WebKitGTK and its driver (for the main journeys in a third engine)",
    programs: &["WebKitWebDriver"],
    packages: [&["webkit2gtk-driver"], &[], &[], &[], &[], &[]],
};

/// WebKitGTK's browser cannot do without one.
pub const DISPLAY: Package = Package {
    what: "Xvfb (a display without a screen, for WebKitGTK)",
    programs: &["Xvfb"],
    packages: [&["xvfb"], &["xorg-x11-server-Xvfb"], &["xorg-server-xvfb"], &["xorg-x11-server-Xvfb"], &["xvfb"], &[]],
};

/// Whether this is a machine on which every package is known to be had: the CI's, with Debian's package manager.
pub fn all_to_be_had() -> bool {
    env::var_os("CI").is_some_and(|value| !value.is_empty()) && process::find(MANAGERS[0].program).is_some()
}

/// The path of the program, after installing it if need be.
pub fn find_or_install(package: &Package) -> Result<PathBuf> {
    if let Some(found) = find(package) {
        return Ok(found);
    }
    let usable = |(manager, _): &(&Manager, _)| process::find(manager.program).is_some();
    let there = MANAGERS.iter().zip(package.packages).filter(|(_, names)| !names.is_empty()).find(usable);
    let Some((manager, names)) = there else {
        bail!("{}", by_hand(package, None));
    };
    let by_hand = || by_hand(package, Some((manager, names)));
    let Some(prefix) = (if manager.as_root { as_root() } else { Some(&[] as &[_]) }) else {
        bail!("{}", by_hand());
    };
    println!("Installing {} by {}: {} …", package.what, manager.program, names.join(" "));
    if let Some(refresh) = manager.refresh {
        process::run(&mut command(&[prefix, &[manager.program], refresh])).with_context(by_hand)?;
    }
    process::run(&mut command(&[prefix, &[manager.program], manager.install, names])).with_context(by_hand)?;
    find(package).with_context(by_hand)
}

fn find(package: &Package) -> Option<PathBuf> {
    package.programs.iter().find_map(|program| process::find(program))
}

fn by_hand(package: &Package, way: Option<(&Manager, &[&str])>) -> String {
    let names = package.programs.join(", ");
    let way = match way {
        Some((manager, names)) => {
            let root = if manager.as_root { " as root" } else { "" };
            format!("`{} {} {}`{root}", manager.program, manager.install.join(" "), names.join(" "))
        }
        None => "from its own site or with a package manager".to_owned(),
    };
    format!(
        "{} is missing: none of {names} is on PATH. Install it by hand, {way}; then run this command again",
        package.what
    )
}

/// The words in front of a command for root, or `None` where there is no right to be root.
fn as_root() -> Option<&'static [&'static str]> {
    if process::ask(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(&[]);
    }
    process::find("sudo")?;
    let without_password = process::ask(Command::new("sudo").args(["-n", "true"])).is_some();
    // Where a person sits at the terminal, sudo may ask them; a script would hang.
    let may_ask = std::io::stdin().is_terminal() && env::var_os("CI").is_none();
    (without_password || may_ask).then_some(&["sudo"])
}

/// A command of these words. `env` stands inside, because sudo drops variables set outside.
fn command(words: &[&[&str]]) -> Command {
    let (prefix, rest) = words.split_first().map_or((&[] as &[&str], words), |(first, rest)| (*first, rest));
    let quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "HOMEBREW_NO_AUTO_UPDATE=1"];
    let mut words = prefix.iter().chain(&quiet).chain(rest.iter().copied().flatten());
    let mut command = process::command(words.next().copied().unwrap_or("env"));
    command.args(words);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_is_known_to_every_linux_package_manager() {
        for package in [&C_COMPILER, &NODE, &NPM, &CHROMIUM, &FIREFOX, &DISPLAY] {
            for (manager, names) in MANAGERS.iter().zip(package.packages).filter(|(manager, _)| manager.as_root) {
                assert!(!names.is_empty(), "{} by {}", package.what, manager.program);
            }
        }
    }

    #[test]
    fn debians_package_manager_knows_every_package() {
        assert_eq!(MANAGERS[0].program, "apt-get");
        for package in [&C_COMPILER, &NODE, &NPM, &CHROMIUM, &FIREFOX, &WEBKIT_DRIVER, &DISPLAY] {
            assert!(!package.packages[0].is_empty(), "{}", package.what);
        }
    }

    #[test]
    fn a_command_is_put_together_in_order() {
        let apt = &MANAGERS[0];
        let command = command(&[&["sudo"], &[apt.program], apt.install, &["chromium"]]);
        let words: Vec<_> = std::iter::once(command.get_program()).chain(command.get_args()).collect();
        let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
        assert_eq!(words[0], "sudo");
        assert_eq!(words[1], "env");
        assert_eq!(words[words.len() - 5..], ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]);
    }

    #[test]
    fn what_cannot_be_installed_is_told_with_the_way_to_get_it() {
        let told = by_hand(&CHROMIUM, Some((&MANAGERS[2], CHROMIUM.packages[2])));
        assert!(told.contains("`pacman -S --noconfirm --needed chromium ttf-dejavu` as root"), "{told}");
        assert!(by_hand(&CHROMIUM, None).contains("from its own site"));
    }
}
