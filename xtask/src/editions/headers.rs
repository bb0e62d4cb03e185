//! What a host should send along, for hosts that read a `_headers` file (Netlify, Cloudflare Pages and others).

use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result};

use super::portable::{EMBED, FILE};
use super::{read, write_file};

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Where the policy stands on a page.
const POLICY: &str = "http-equiv=\"Content-Security-Policy\" content=\"";

/// The content security policy that a page brings along.
pub fn policy(page: &str) -> Result<&str> {
    let (_, rest) = page.split_once(POLICY).context("the page has no content security policy")?;
    let (policy, _) = rest.split_once('"').context("the policy on the page does not end")?;
    Ok(policy)
}

/// Writes `_headers`: for every page the policy that it brings along, and how long what may be kept.
pub fn write(folder: &Path, page: &str) -> Result<()> {
    let mut set = String::new();
    let (embed, file) = (read(folder, EMBED)?, read(folder, FILE)?);
    let pages = ["/", "/index.html", "/read/*", "/period/*"].map(|path| (path.to_owned(), page));
    // Some hosts leave the ending away.
    let both = |name: &str| [format!("/{name}"), format!("/{}", name.trim_end_matches(".html"))];
    let alone = both(EMBED).map(|path| (path, &embed[..])).into_iter().chain(both(FILE).map(|path| (path, &file[..])));
    for (path, page) in pages.into_iter().chain(alone) {
        let _ = write!(set, "{path}\n  Content-Security-Policy: {}\n  Cache-Control: no-cache\n", policy(page)?);
    }
    for path in ["/sw.js", "/app.webmanifest"] {
        let _ = write!(set, "{path}\n  Cache-Control: no-cache\n");
    }
    for path in ["/app-*", "/boot-*", "/chunk-*", "/corpus-*", "/offline-*", "/parallax-*", "/print-*"] {
        let _ = write!(set, "{path}\n  Cache-Control: {FOR_EVER}\n");
    }
    set.push_str("/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n");
    write_file(folder, "_headers", set)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_the_pages_own() {
        let page = r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'">"#;
        assert_eq!(policy(page).expect("it has one"), "default-src 'none'; img-src 'self'");
        assert!(policy("<title>none</title>").is_err());
    }
}
