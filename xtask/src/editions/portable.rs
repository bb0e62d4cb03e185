//! The editions that fetch nothing: `embed.html` for frames, and `parallax.html`, one file to be taken along.
//!
//! A sandboxed frame has no origin: it may fetch nothing, and to one engine `'self'` means nobody there. A page opened
//! from a stick may load nothing at all. So program, corpus, script and styles stand within the page.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::{Compression, GzBuilder};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::{asset, file_named, read, read_bytes, write_file};
use crate::assets::{BEFORE, without_remarks};
use crate::imports::LEFT as EXPORTS;
use crate::prerender;

/// Names of the editions.
pub const EMBED: &str = "embed.html";
pub const FILE: &str = "parallax.html";

/// Where wasm-bindgen's script says what it gives to others.
const EXPORTED: &str = "export function ";

/// Writes both editions from the app's parts.
pub fn write(folder: &Path, page: &str) -> Result<()> {
    let glue = classic(&read(folder, &file_named(folder, "parallax-", ".js")?)?)?;
    let program = packed(&read_bytes(folder, &file_named(folder, "parallax-", "_bg.wasm")?)?)?;
    let corpus = packed(&read_bytes(folder, &file_named(folder, "corpus-", ".json")?)?)?;
    let mut chunks = Map::new();
    for (chunk, files) in chunks_of(page)? {
        let files = files.iter().map(|file| packed(&read_bytes(folder, file)?)).collect::<Result<Vec<_>>>()?;
        chunks.insert(chunk, files.into());
    }
    let chunks = Value::Object(chunks);
    let start = BEFORE.into_iter().chain(["portable/start.js"]).map(asset).collect::<Result<String>>()?;
    let start = without_remarks(&start);
    let frame = without_remarks(&asset("portable/frame.js")?);
    let edition = |name: &str, more: &str, attributes: &str, boot: &str| -> Result<()> {
        let script = format!(
            "(()=>{{\"use strict\";\nconst EDITION=\"{name}\";\nconst PARALLAX={glue};\n\
             const PACKED={{program:\"{program}\",corpus:\"{corpus}\",chunks:{chunks}}};\n{start}{more}}})();\n"
        );
        let html = alone(folder, attributes, &script, boot)?;
        write_file(folder, if name == "embed" { EMBED } else { FILE }, html)
    };
    // A frame shows a view of its own: it is not asked to show another one first.
    edition("embed", &frame, " data-density=\"compact\"", &without_view(page)?)?;
    edition("file", "", "", root(page)?)
}

/// A page that asks for nothing: its policy allows what stands in it, by digest, and nothing else.
fn alone(folder: &Path, attributes: &str, script: &str, boot: &str) -> Result<String> {
    if script.contains("</script") {
        bail!("the script would end within itself: it holds “</script”");
    }
    let styles =
        read(folder, &file_named(folder, "app-", ".css")?)? + &read(folder, &file_named(folder, "print-", ".css")?)?;
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; \
         form-action 'none'",
        source(script),
        source(&styles)
    );
    let icon = BASE64_STANDARD.encode(asset("icons/icon.svg")?);
    let places = [
        ("attributes", attributes),
        ("policy", &policy),
        ("icon", &icon),
        ("styles", &styles),
        ("boot", boot),
        ("script", script),
    ];
    filled(&asset("portable/alone.html")?, &places)
}

/// The files of each chunk, as the page names them for the boot file.
fn chunks_of(page: &str) -> Result<BTreeMap<String, Vec<String>>> {
    let (_, rest) = page.split_once(" data-chunks='").context("the page names no chunks")?;
    let (chunks, _) = rest.split_once('\'').context("the page's list of chunks does not end")?;
    Ok(serde_json::from_str(chunks)?)
}

/// wasm-bindgen's script as an expression: an object of what it exports.
fn classic(script: &str) -> Result<String> {
    if script.matches(EXPORTS).count() != 1 {
        bail!("wasm-bindgen's script is of another shape: it does not end in {EXPORTS}");
    }
    let body = script.replace(EXPORTED, "function ").replace(EXPORTS, "");
    if body.lines().any(|line| line.starts_with("export ") || line.starts_with("import ")) {
        bail!("wasm-bindgen's script imports or exports more than is known here");
    }
    Ok(format!("(()=>{{\n{body}return{{initSync,start}};\n}})()"))
}

/// gzip in base64: half of the bytes themselves in base64. Without a time stamp, so that two builds are alike.
fn packed(bytes: &[u8]) -> Result<String> {
    let mut gzip = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(BASE64_STANDARD.encode(gzip.finish()?))
}

/// A script or a style as a policy names it: <https://www.w3.org/TR/CSP3/#grammardef-hash-source>
fn source(content: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(content.as_bytes())))
}

/// What stands on the app's page before the app does.
fn root(page: &str) -> Result<&str> {
    let start = page.find("<div id=\"app\">").context("the page has no <div id=\"app\">")?;
    let end = page.rfind("</body>").context("the page has no </body>")?;
    Ok(page[start..end].trim_end())
}

/// The same without the first view: a frame shows one of its own.
fn without_view(page: &str) -> Result<String> {
    let root = root(page)?;
    let start = root.find(prerender::PLACE).context("the page does not say where its first view begins")?;
    let end = root.rfind("<aside class=\"boot\"").context("the page does not say that it is loading")?;
    Ok(format!("{}{}", &root[..start], &root[end..]))
}

/// A template with its places filled.
pub fn filled(template: &str, places: &[(&str, &str)]) -> Result<String> {
    let mut set = String::new();
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        let (name, after) = behind.split_once('}').context("a place of the template does not end")?;
        let value = places.iter().find(|(place, _)| *place == name);
        let (_, value) = value.with_context(|| format!("nothing is known of the template's place {{{name}}}"))?;
        set.push_str(before);
        set.push_str(value);
        rest = after;
    }
    set.push_str(rest);
    Ok(set)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_becomes_an_expression() {
        let module = format!("{EXPORTED}start(a) {{}}\nconst b = 1;\n{EXPORTS}\n");
        let set = classic(&module).expect("it is one");
        assert!(set.contains("function start(a) {}") && set.ends_with("return{initSync,start};\n})()"), "{set}");
        assert!(!set.contains("export") && !set.contains("import"), "{set}");
        assert!(classic("export const a = 1;").is_err());
        assert!(classic(&format!("{module}export {{ c }};\n")).is_err());
    }

    #[test]
    fn what_is_packed_is_the_same_each_time() {
        assert_eq!(packed(b"abc").expect("it is packed"), packed(b"abc").expect("it is packed"));
    }

    #[test]
    fn templates_are_filled_once() {
        assert_eq!(filled("a {b} c", &[("b", "{d}")]).expect("it is filled"), "a {d} c");
        assert!(filled("a {x} c", &[("b", "")]).is_err());
        assert!(filled("a {b", &[("b", "")]).is_err());
    }
}
