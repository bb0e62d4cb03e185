//! Puts the first view into the page itself, set from the app's own components, so that text is there before the app is.
//!
//! Trunk calls this after a build, on its staging folder. Only `index.html` is written: other files carry digests.

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use parallax::corpus::Bundle;
use parallax::ui;

use crate::corpus;

/// Where the view goes: behind this, which stays.
pub const PLACE: &str = "<!-- the first view -->";

/// About two screens: what comes later is there with the app.
const FIRST_ROWS: Range<usize> = 0..2;

/// Writes the first view into the page that Trunk has just built.
pub fn write(page: &Path) -> Result<ExitCode> {
    let html = fs::read_to_string(page).with_context(|| format!("cannot read {}", page.display()))?;
    if !html.contains(PLACE) {
        bail!("{} has no “{PLACE}”; put it back where the first view belongs", page.display());
    }
    let Some(bundle) = corpus::compile()? else { return Ok(ExitCode::FAILURE) };
    let view = set(bundle, "", Some(FIRST_ROWS));
    fs::write(page, html.replace(PLACE, &format!("{PLACE}{view}")))
        .with_context(|| format!("cannot write {}", page.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// A view as the app would set it.
pub fn set(bundle: Bundle, fragment: &str, rows: Option<Range<usize>>) -> String {
    pollster::block_on(ui::prerender(bundle, fragment, rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_view_is_the_apps_own() {
        let bundle = corpus::compile().ok().flatten().expect("the corpus compiles");
        let title = bundle.title.clone();
        let html = set(bundle, "", Some(FIRST_ROWS));
        assert!(html.contains(&format!("<h1 id=\"page-title\" tabindex=\"-1\">{title}</h1>")), "{html}");
        assert!(html.contains("There were also major clashes") || html.contains("there were no enclaves"), "{html}");
        assert!(html.len() < 60_000, "{} bytes are more than a first view", html.len());
    }
}
