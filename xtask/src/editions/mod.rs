//! From one release build, the editions that readers meet: the app with what keeps it offline, the page for frames,
//! and the single file. Trunk calls this last, on its staging folder.

pub mod digest;
mod headers;
mod keeper;
pub mod oembed;
mod portable;
mod reading;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::assets::without_remarks;
use crate::project;

/// The app's page.
pub const PAGE: &str = "index.html";

/// Files that the browser may keep for ever are called by the digest of their bytes; the page, the manifest and the
/// worker keep their names.
const CALLED_BY_DIGEST: [&str; 3] = ["corpus.json", "boot.js", "offline.js"];

/// Writes everything of a release that is not the app itself.
pub fn write(folder: &Path) -> Result<()> {
    script(folder, "pwa/offline.js", "offline.js")?;
    script(folder, "pwa/kill.js", "kill.js")?;
    script(folder, "portable/host.js", "host.js")?;
    let mut page = read(folder, PAGE)?.replacen(" data-js=", " data-offline=\"./offline.js\" data-js=", 1);
    for name in CALLED_BY_DIGEST {
        digest::rename(folder, name, &mut page)?;
    }
    let program = file_named(folder, "parallax-", "_bg.wasm")?;
    let script = file_named(folder, "parallax-", ".js")?;
    for name in [&program, &script] {
        digest::rename(folder, name, &mut page)?;
    }
    if let Ok(address) = std::env::var(oembed::ADDRESS) {
        oembed::write(folder, &address, &mut page)?;
    }
    write_file(folder, PAGE, &page)?;
    portable::write(folder, &page)?;
    reading::write(folder, &page)?;
    headers::write(folder, &page)?;
    keeper::write(folder)
}

/// A script of the project's, without what only people read.
fn script(folder: &Path, source: &str, name: &str) -> Result<()> {
    write_file(folder, name, without_remarks(&asset(source)?))
}

fn asset(name: &str) -> Result<String> {
    let path = project::root().join("assets").join(name);
    fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}

fn read(folder: &Path, name: &str) -> Result<String> {
    let path = folder.join(name);
    fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}

fn read_bytes(folder: &Path, name: &str) -> Result<Vec<u8>> {
    let path = folder.join(name);
    fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
}

fn write_file(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
    let path = folder.join(name);
    fs::write(&path, content).with_context(|| format!("cannot write {}", path.display()))
}

/// The one file of the folder that is called so.
fn file_named(folder: &Path, start: &str, end: &str) -> Result<String> {
    let names = files(folder)?;
    let found: Vec<_> = names.iter().filter(|name| name.starts_with(start) && name.ends_with(end)).collect();
    match found[..] {
        [name] => Ok(name.clone()),
        _ => anyhow::bail!("{} holds {} files {start}…{end}, and should hold one", folder.display(), found.len()),
    }
}

/// Names of the chunks of the program.
fn chunks(folder: &Path) -> Result<Vec<String>> {
    Ok(files(folder)?.into_iter().filter(|name| name.starts_with("chunk-")).collect())
}

/// Names of the files that stand in the folder itself, in order.
fn files(folder: &Path) -> Result<Vec<String>> {
    let unreadable = || format!("cannot read {}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        if entry.file_type().with_context(unreadable)?.is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}
