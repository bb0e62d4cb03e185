//! What only a release for a known address can say: a static oEmbed answer, from which pages that are given the app's
//! address find out how to embed it, and the app's id, which browsers resolve against the site and not the folder.
//!
//! Source: <https://oembed.com/>, sections 2.3.4 (rich) and 4 (discovery).

use std::path::Path;

use anyhow::{Result, bail};
use parallax::words;
use serde_json::json;

use super::portable::EMBED;
use super::{read, write_file};

/// The variable that names the address of the release to this step.
pub const ADDRESS: &str = "PARALLAX_ADDRESS";

const ANSWER: &str = "oembed.json";
const MANIFEST: &str = "app.webmanifest";
const TITLE: &str = "Three accounts of one conflict";

/// An address that a release can be built for.
pub fn checked(address: &str) -> Result<String> {
    let plain = !address.contains(['"', '<', '>', '?', '#', ' ']);
    if !plain || !(address.starts_with("https://") || address.starts_with("http://")) {
        bail!("{address} is no address of a site; give one such as https://example.org/parallax/");
    }
    Ok(if address.ends_with('/') { address.to_owned() } else { format!("{address}/") })
}

/// Writes the answer, and says on the page where it is.
pub fn write(folder: &Path, address: &str, page: &mut String) -> Result<()> {
    let address = checked(address)?;
    write_file(folder, ANSWER, serde_json::to_string_pretty(&answer(&address))?)?;
    let link = format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{address}{ANSWER}\" title=\"{TITLE}\">"
    );
    *page = page.replacen("</head>", &format!("{link}</head>"), 1);
    let mut manifest: serde_json::Value = serde_json::from_str(&read(folder, MANIFEST)?)?;
    manifest["id"] = path_of(&address).into();
    write_file(folder, MANIFEST, serde_json::to_string_pretty(&manifest)?)
}

/// `/parallax/` of `https://example.org/parallax/`.
fn path_of(address: &str) -> &str {
    let host = address.find("//").map_or(0, |at| at + 2);
    address[host..].find('/').map_or("/", |at| &address[host + at..])
}

fn answer(address: &str) -> serde_json::Value {
    json!({
        "version": "1.0",
        "type": "rich",
        "title": TITLE,
        "provider_name": "Parallax",
        "provider_url": address,
        "width": 800,
        "height": 600,
        "html": words::frame_code(&format!("{address}{EMBED}"), TITLE),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_has_what_a_rich_one_must_have() {
        let answer = answer("https://example.org/a/");
        for (key, value) in [("version", "1.0"), ("type", "rich")] {
            assert_eq!(answer[key], value);
        }
        assert!(answer["width"].is_u64() && answer["height"].is_u64());
        let html = answer["html"].as_str().expect("it is text");
        assert!(html.starts_with("<iframe src=\"https://example.org/a/embed.html\" title=\"Three accounts"), "{html}");
    }

    #[test]
    fn the_id_is_the_folder() {
        assert_eq!(path_of("https://a.org/b/c/"), "/b/c/");
        assert_eq!(path_of("https://a.org/"), "/");
    }

    #[test]
    fn an_address_is_one_of_a_site() {
        assert_eq!(checked("https://a.org/b").expect("it is one"), "https://a.org/b/");
        for bad in ["a.org", "file:///a", "javascript:alert(1)", "https://a.org/?b", "https://a.org/\"b"] {
            assert!(checked(bad).is_err(), "{bad}");
        }
    }
}
