//! Cuts the program: what is reached through a marked table only (`xtask/chunk`) goes into a chunk, a file that the
//! boot file joins to the program when it is asked for.
//!
//! The cut goes along what the linker says of who points where, so it comes before wasm-bindgen, which Trunk has called
//! already: it is called once more, on what is left of the program. Done after a release build, in the folder that
//! Trunk has just built.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::editions::digest::{DIGITS, digest};
use crate::imports::{digest_in, without_custom_sections, write};
use crate::tools::{Toolbox, WASM_TARGET};
use crate::{process, project};

/// Where the page names the chunks' files: before this.
const PLACE: &str = " data-corpus=";

/// The files of each chunk, as the page addresses them.
type Chunks = BTreeMap<String, Vec<String>>;

/// Replaces the program and its script by those of the program without its chunks; adds these, and names them in the
/// page.
pub fn cut(folder: &Path) -> Result<()> {
    let linked = project::target().join(WASM_TARGET).join("release/parallax.wasm");
    let workplace = project::target().join("chunks");
    if workplace.exists() {
        fs::remove_dir_all(&workplace).with_context(|| format!("cannot empty {}", workplace.display()))?;
    }
    let chunks = split(&linked, &workplace, folder)?;
    bind(&workplace)?;
    let digest = digest_in(folder)?;
    for ending in [".js", "_bg.wasm"] {
        let (from, to) =
            (workplace.join(format!("parallax{ending}")), folder.join(format!("parallax-{digest}{ending}")));
        fs::copy(&from, &to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    }
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    write(&page, with_chunks(&html, &chunks)?.as_bytes())
}

/// Cuts the program as it was linked. What is left of it stays in the workplace, the chunks go to the folder.
fn split(linked: &Path, workplace: &Path, folder: &Path) -> Result<Chunks> {
    let (parts, cut) = process::run_keeping_output(
        process::cargo().args(["run", "--quiet", "--package", "cut", "--"]).arg(linked).arg(workplace),
    )?;
    cut?;
    let mut chunks = Chunks::new();
    for line in parts.lines() {
        let (chunk, part) =
            line.split_once(' ').with_context(|| format!("`cut` says “{line}”, which names no part"))?;
        chunks.entry(chunk.to_owned()).or_default().push(put(workplace, part, folder)?);
    }
    if chunks.is_empty() {
        bail!("{} has no chunk; was it built with the feature `chunks`?", linked.display());
    }
    Ok(chunks)
}

/// Puts a part of a chunk into the folder, named by what it is; its address from the page.
fn put(workplace: &Path, part: &str, folder: &Path) -> Result<String> {
    let path = workplace.join(format!("{part}.wasm"));
    let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let bytes = without_custom_sections(&bytes)?;
    let digest = digest(&bytes);
    let part = part.trim_start_matches("split_").trim_start_matches("chunk_");
    let name = format!("chunk-{part}-{}.wasm", &digest[..DIGITS]);
    write(&folder.join(&name), &bytes)?;
    Ok(format!("./{name}"))
}

/// Calls wasm-bindgen as Trunk does, on what is left of the program.
fn bind(workplace: &Path) -> Result<()> {
    let mut bindgen = Toolbox::set_up()?.command("wasm-bindgen")?;
    // What the linker exports is what the chunks import.
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "parallax"]);
    bindgen.arg("--out-dir").arg(workplace).arg(workplace.join("parallax.wasm"));
    process::run(&mut bindgen)
}

/// The page with the chunks' files where the boot file looks for them.
fn with_chunks(html: &str, chunks: &Chunks) -> Result<String> {
    if html.matches(PLACE).count() != 1 {
        bail!("index.html does not have “{PLACE}” once; Trunk.toml says how it names the boot file");
    }
    let files = serde_json::to_string(chunks)?;
    Ok(html.replace(PLACE, &format!(" data-chunks='{files}'{PLACE}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_the_files_of_each_chunk() {
        let files = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let chunks = Chunks::from([
            ("search".to_owned(), files(&["./chunk-search-2.wasm", "./chunk-1-3.wasm"])),
            ("pages".to_owned(), files(&["./chunk-pages-1.wasm"])),
        ]);
        let page = "<script data-wasm=\"./a.wasm\" data-corpus=\"./corpus.json\"></script>";
        let expected = concat!(
            r#"<script data-wasm="./a.wasm" data-chunks='{"pages":["./chunk-pages-1.wasm"],"#,
            r#""search":["./chunk-search-2.wasm","./chunk-1-3.wasm"]}' data-corpus="./corpus.json"></script>"#,
        );
        assert_eq!(with_chunks(page, &chunks).expect("it has the place"), expected);
        assert!(with_chunks("<script></script>", &chunks).is_err());
    }
}
