//! Puts the first rows of the comparison into the page itself, so that text is there before the app is.
//!
//! Trunk calls this after a build, on its staging folder. Only `index.html` is written: other files carry digests.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use parallax::compare::{Cell, Grid};
use parallax::corpus::{Bundle, Period};
use parallax::words;

use crate::corpus;

/// Where the rows go.
const PLACE: &str = "<!-- the first rows -->";

/// Rows are taken until they hold this many bytes of text: about two screens.
const ENOUGH: usize = 3_000;

/// Writes the first rows into the page that Trunk has just built.
pub fn write(page: &Path) -> Result<ExitCode> {
    let html = fs::read_to_string(page).with_context(|| format!("cannot read {}", page.display()))?;
    if !html.contains(PLACE) {
        bail!("{} has no “{PLACE}”; put it back where the first rows belong", page.display());
    }
    let Some(bundle) = corpus::compile()? else { return Ok(ExitCode::FAILURE) };
    fs::write(page, html.replace(PLACE, &rows(&bundle))).with_context(|| format!("cannot write {}", page.display()))?;
    Ok(ExitCode::SUCCESS)
}

fn rows(bundle: &Bundle) -> String {
    let grid = Grid::new(bundle);
    let mut html = String::new();
    let mut text = 0;
    for row in &grid.rows {
        if text >= ENOUGH {
            break;
        }
        let period = &bundle.periods[row.period];
        let _ = write!(
            html,
            "<section class=\"row\"><div class=\"period-head\"><h2>{}</h2><p>{}</p></div><div class=\"cells\">",
            escaped(&period.title),
            escaped(&words::date(&period.edtf)),
        );
        for each in &row.cells {
            let name = escaped(&bundle.accounts[each.account].name);
            let _ = write!(html, "<div class=\"cell\"><h3 class=\"cell-name\">{name}</h3>");
            text += cell(bundle, period, each, &mut html);
            html.push_str("</div>");
        }
        html.push_str("</div></section>");
    }
    html
}

/// Adds the passages of a cell, or what its emptiness means; returns how many bytes of documents were added.
fn cell(bundle: &Bundle, period: &Period, cell: &Cell, html: &mut String) -> usize {
    if let Some(silence) = &cell.silence {
        let (what, why) = (words::emptiness(silence), words::why_account_empty(silence, bundle, period));
        let _ = write!(html, "<p class=\"empty\"><strong>{}</strong> {}</p>", escaped(what), escaped(&why));
    }
    let mut bytes = 0;
    for entry in cell.entries.iter().filter(|entry| entry.anchored) {
        let document = &bundle.documents[entry.document];
        let passage = &document.passages[entry.passage];
        let place = format!("{} {}", document.title.short, words::place(document, passage));
        let text = passage.text(&document.text);
        bytes += text.len();
        let _ = write!(
            html,
            "<article class=\"passage\"><p class=\"passage-head\">{}</p><div class=\"text\"><p>{}</p></div></article>",
            escaped(&place),
            escaped(&text),
        );
    }
    let spanning = cell.entries.iter().filter(|entry| !entry.anchored).count();
    if spanning > 0 {
        let _ = write!(html, "<p class=\"spanning\">{}</p>", escaped(&words::spanning(spanning)));
    }
    bytes
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("<b>&\"</b>"), "&lt;b&gt;&amp;&quot;&lt;/b&gt;");
    }

    #[test]
    fn the_first_rows_quote_the_documents() {
        let bundle = corpus::compile().ok().flatten().expect("the corpus compiles");
        let html = rows(&bundle);
        assert!(html.contains("Before 1987"), "{html}");
        assert!(html.contains("There were also major clashes") || html.contains("there were no enclaves"), "{html}");
        assert!(html.len() < 20_000, "{} bytes are more than a first text", html.len());
    }
}
