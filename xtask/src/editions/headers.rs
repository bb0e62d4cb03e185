//! What a host should send along, for hosts that read a `_headers` file (Netlify, Cloudflare Pages and others).

use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result};

use super::write_file;

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Where the policy stands on a page.
const POLICY: &str = "http-equiv=\"Content-Security-Policy\" content=\"";

/// The content security policy that a page brings along.
pub fn policy(page: &str) -> Result<&str> {
    let (_, rest) = page.split_once(POLICY).context("the page has no content security policy")?;
    let (policy, _) = rest.split_once('"').context("the policy on the page does not end")?;
    Ok(policy)
}

/// Writes `_headers`: the page's own policy for every page that loads its parts, and how long what may be kept.
///
/// The single file is left out: it brings its own policy, with the digests of what stands in it.
pub fn write(folder: &Path, page: &str) -> Result<()> {
    let policy = policy(page)?;
    let mut set = String::new();
    for path in ["/", "/index.html", "/embed.html", "/read/*", "/period/*"] {
        let _ = write!(set, "{path}\n  Content-Security-Policy: {policy}\n  Cache-Control: no-cache\n");
    }
    for path in ["/sw.js", "/app.webmanifest", "/parallax.html"] {
        let _ = write!(set, "{path}\n  Cache-Control: no-cache\n");
    }
    for path in ["/app-*", "/boot-*", "/corpus-*", "/embed-*", "/offline-*", "/parallax-*"] {
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
