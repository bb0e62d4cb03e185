//! Puts the first view into the page itself, set by the app's own components, so that text is there before the app is.
//!
//! Done after a release build, on the folder that Trunk has just built. Only `index.html` is written: other files carry
//! digests.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::process;

/// Where the view goes: behind this, which stays.
pub const PLACE: &str = "<!-- the first view -->";

/// A fragment, and which rows of Compare are set, where not all are: from, to.
pub type View = (String, Option<(usize, usize)>);

/// More than a screen: what comes later is there with the app.
const FIRST_ROWS: (usize, usize) = (0, 1);

/// Writes the first view into the page that Trunk has just built, and leaves its indents and empty lines out.
pub fn write(page: &Path, corpus: &Path) -> Result<()> {
    let html = fs::read_to_string(page).with_context(|| format!("cannot read {}", page.display()))?;
    if !html.contains(PLACE) {
        bail!("{} has no “{PLACE}”; put it back where the first view belongs", page.display());
    }
    let view = set(corpus, &[(String::new(), Some(FIRST_ROWS))])?.concat();
    let lines: Vec<&str> = html.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    fs::write(page, lines.join("\n").replace(PLACE, &format!("{PLACE}{view}")))
        .with_context(|| format!("cannot write {}", page.display()))
}

/// Views as the app would set them.
pub fn set(corpus: &Path, views: &[View]) -> Result<Vec<String>> {
    let mut still = process::cargo();
    still.args(["run", "--quiet", "--package", "still", "--"]).arg(corpus);
    still.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = still.spawn().with_context(|| process::could_not_start(&still))?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(&serde_json::to_vec(views)?).context("cannot name the views")?;
    }
    let output = child.wait_with_output().context("cannot read the views")?;
    if !output.status.success() {
        bail!("{} failed; what it said stands above", process::told(&still));
    }
    let set: Vec<String> = serde_json::from_slice(&output.stdout).context("what was set is no list of views")?;
    if set.len() != views.len() {
        bail!("{} views were set, and {} were asked for", set.len(), views.len());
    }
    Ok(set)
}
