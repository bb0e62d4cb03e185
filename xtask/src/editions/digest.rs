//! Files that are called by what they hold: whoever has the name can check the bytes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::read_bytes;

/// How many digits of the digest stand in a name. `assets/boot.js` reads them there.
pub const DIGITS: usize = 16;

/// SHA-256 in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Gives a file the digest of its bytes for a name, on the page as well.
pub fn rename(folder: &Path, name: &str, page: &mut String) -> Result<()> {
    let new = name_with_digest(name, &digest(&read_bytes(folder, name)?));
    let asked = format!("\"./{name}\"");
    if !page.contains(&asked) {
        bail!("the page does not ask for {asked}: Trunk.toml and index.html say what it asks for");
    }
    *page = page.replace(&asked, &format!("\"./{new}\""));
    fs::rename(folder.join(name), folder.join(&new)).with_context(|| format!("cannot rename {name} to {new}"))
}

/// `corpus.json` becomes `corpus-0123456789abcdef.json`; a digest that stands there already gives way.
fn name_with_digest(name: &str, digest: &str) -> String {
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    let (stem, suffix) = stem.strip_suffix("_bg").map_or((stem, ""), |stem| (stem, "_bg"));
    let stem = stem.split_once('-').map_or(stem, |(stem, _)| stem);
    format!("{stem}-{}{suffix}.{ending}", &digest[..DIGITS.min(digest.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_hold_the_digest_once() {
        let hex = digest(b"abc");
        // FIPS 180-2, appendix B.1.
        assert_eq!(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        let check = |name, expected| assert_eq!(name_with_digest(name, &hex), expected);
        check("corpus.json", "corpus-ba7816bf8f01cfea.json");
        check("parallax-0011223344556677_bg.wasm", "parallax-ba7816bf8f01cfea_bg.wasm");
        check("parallax-0011223344556677.js", "parallax-ba7816bf8f01cfea.js");
    }
}
