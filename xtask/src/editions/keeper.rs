//! The service worker: what it keeps, by name, digest and type.

use std::path::Path;

use anyhow::{Result, bail};
use serde_json::{Map, Value, json};

use super::digest::digest;
use super::headers::policy;
use super::{PAGE, asset, chunks, file_named, read, read_bytes, write_file};
use crate::assets::without_remarks;

/// Where the list goes in the worker's source.
const PLACE: &str = "const RELEASE = {};";

/// The page says which release it is of: behind this.
const HEAD: &str = "<meta charset=\"utf-8\">";

/// Names the release on the page and writes `sw.js`. Nothing that it keeps may change afterwards.
pub fn write(folder: &Path) -> Result<()> {
    let mut kept = Map::new();
    let mut all = String::new();
    for name in names(folder)? {
        let hex = digest(&read_bytes(folder, &name)?);
        all.push_str(&hex);
        kept.insert(name.clone(), json!([hex, media_type(&name)?]));
    }
    let worker = asset("pwa/sw.js")?;
    let release = &digest((all + &worker).as_bytes())[..16];

    let page = read(folder, PAGE)?;
    let meta = format!("{HEAD}<meta name=\"parallax-release\" content=\"{release}\">");
    let page = page.replacen(HEAD, &meta, 1);
    write_file(folder, PAGE, &page)?;
    kept.insert(PAGE.to_owned(), json!([digest(page.as_bytes()), media_type(PAGE)?]));

    let list = json!({ "release": release, "policy": policy(&page)?, "files": Value::Object(kept) });
    if worker.matches(PLACE).count() != 1 {
        bail!("assets/pwa/sw.js does not have “{PLACE}” once: put it back where the list of files belongs");
    }
    write_file(folder, "sw.js", without_remarks(&worker.replace(PLACE, &format!("const RELEASE = {list};"))))
}

/// What the app asks for in a session, the page among it.
fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = vec![PAGE.to_owned(), "app.webmanifest".to_owned()];
    for (start, end) in [
        ("app-", ".css"),
        ("boot-", ".js"),
        ("corpus-", ".json"),
        ("icon-", ".svg"),
        ("offline-", ".js"),
        ("print-", ".css"),
        ("parallax-", ".js"),
        ("parallax-", "_bg.wasm"),
    ] {
        names.push(file_named(folder, start, end)?);
    }
    names.extend(chunks(folder)?);
    Ok(names)
}

/// The type under which a file is kept, whatever the host calls it.
fn media_type(name: &str) -> Result<&'static str> {
    Ok(match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        _ => bail!("{name}: nothing says what type a file of this ending is; add it in xtask/src/editions/keeper.rs"),
    })
}
