//! `cargo xtask reproduce`: builds the release twice, from nothing and in different places, and compares every byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::editions::digest::digest;
use crate::{process, project};

/// Builds two copies of what git knows of this checkout, and says which files differ.
pub fn run() -> Result<ExitCode> {
    let place = project::target().join("reproduce");
    if place.exists() {
        fs::remove_dir_all(&place).with_context(|| format!("cannot empty {}", place.display()))?;
    }
    // Names of different length: a path that went into a file would show.
    let first = built(&place.join("one"))?;
    let second = built(&place.join("another-one"))?;
    let names: std::collections::BTreeSet<_> = first.keys().chain(second.keys()).collect();
    let differing: Vec<_> = names.into_iter().filter(|name| first.get(*name) != second.get(*name)).collect();
    for (name, digest) in &first {
        println!("{}  {name}", &digest[..16]);
    }
    if differing.is_empty() {
        println!("\nTwo clean builds: {} files, every byte alike.", first.len());
        return Ok(ExitCode::SUCCESS);
    }
    bail!("two clean builds differ in {differing:?}; they stand in {}", place.display());
}

/// The digests of the files of a release that is built from a copy in this folder.
fn built(folder: &Path) -> Result<BTreeMap<String, String>> {
    let source = folder.join("source");
    copy(&source)?;
    println!("Building in {} …", source.display());
    let mut build = process::cargo();
    build.current_dir(&source).args(["xtask", "build"]).env("CARGO_TARGET_DIR", folder.join("target"));
    process::run(&mut build)?;
    let mut digests = BTreeMap::new();
    digests_of(&source.join("dist"), &source.join("dist"), &mut digests)?;
    if digests.is_empty() {
        bail!("{} holds no files", source.join("dist").display());
    }
    Ok(digests)
}

/// Copies what git knows of, as it stands.
fn copy(to: &Path) -> Result<()> {
    let mut list = process::command("git");
    list.current_dir(project::root()).args(["ls-files", "-z"]);
    let output = list.output().context("git could not be started; it says which files belong to the project")?;
    if !output.status.success() {
        bail!("git does not say which files belong to the project: {}", String::from_utf8_lossy(&output.stderr));
    }
    for name in String::from_utf8(output.stdout)?.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (project::root().join(name), to.join(name));
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).with_context(|| format!("cannot create the folder {}", folder.display()))?;
        }
        fs::copy(&from, &to).with_context(|| format!("cannot copy {name}"))?;
    }
    Ok(())
}

fn digests_of(root: &Path, folder: &Path, digests: &mut BTreeMap<String, String>) -> Result<()> {
    let unreadable = || format!("cannot read {}", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        if path.is_dir() {
            digests_of(root, &path, digests)?;
        } else {
            let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            digests.insert(project::relative(&path, root), digest(&bytes));
        }
    }
    Ok(())
}
