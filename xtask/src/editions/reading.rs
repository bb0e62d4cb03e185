//! Pages to be read as they are: one for each document, one for each period, set from the app's own components. They need
//! no program, and machines can read them.

use std::path::Path;

use anyhow::{Context, Result, bail};
use parallax::cite::{Item, metadata};
use parallax::corpus::Bundle;
use parallax::escape;
use parallax::words;

use super::headers::policy;
use super::portable::filled;
use super::{asset, file_named, write_file};
use crate::corpus;
use crate::prerender::{View, set};

struct Page {
    /// Its address from the root of the app.
    path: String,
    title: String,
    description: String,
    /// What reference managers recognize it by.
    metadata: Vec<(&'static str, String)>,
    content: String,
}

/// Writes `read/…` and `period/…`, and `read/index.html`, which lists them.
pub fn write(folder: &Path, app: &str) -> Result<()> {
    let Some(bundle) = corpus::compile()? else { bail!("the corpus does not compile") };
    let styles = file_named(folder, "app-", ".css")?;
    let paper = file_named(folder, "print-", ".css")?;
    let icon = file_named(folder, "icon-", ".svg")?;
    let policy = policy(app)?;
    let template = asset("portable/page.html")?;
    for part in ["read", "period"] {
        std::fs::create_dir_all(folder.join(part)).with_context(|| format!("cannot create the folder {part}"))?;
    }
    let (mut pages, views): (Vec<Page>, Vec<View>) = documents(&bundle).chain(periods(&bundle)).unzip();
    let corpus = folder.join(file_named(folder, "corpus-", ".json")?);
    for (page, content) in pages.iter_mut().zip(set(&corpus, &views)?) {
        page.content = from_below(&content);
    }
    pages.push(list(&bundle, &pages));
    for page in pages {
        let (skip, content) = with_skip(&page.content);
        let places = [
            ("skip", skip),
            ("policy", policy),
            ("styles", &styles),
            ("paper", &paper),
            ("icon", &icon),
            ("title", &escape::html(&page.title)),
            ("description", &escape::html(&page.description)),
            ("metadata", &tags(&page.metadata)),
            ("content", content),
        ];
        write_file(folder, &page.path, filled(&template, &places)?)?;
    }
    Ok(())
}

fn documents(bundle: &Bundle) -> impl Iterator<Item = (Page, View)> {
    bundle.documents.iter().map(|document| {
        let page = Page {
            path: format!("read/{}.html", document.id),
            title: words::page_title(&document.title.short, Some(&bundle.title)),
            description: words::title(document),
            metadata: metadata(&Item::of_document(document, "", None)),
            content: String::new(),
        };
        (page, (format!("v1/read/{}", document.id), None))
    })
}

fn periods(bundle: &Bundle) -> impl Iterator<Item = (Page, View)> {
    bundle.periods.iter().enumerate().map(|(row, period)| {
        let page = Page {
            path: format!("period/{}.html", period.id),
            title: words::page_title(&period.title, Some(&bundle.title)),
            description: words::opening(bundle.documents.len()),
            metadata: Vec::new(),
            content: String::new(),
        };
        (page, (format!("v1/compare/{}", period.id), Some((row, row + 1))))
    })
}

fn list(bundle: &Bundle, pages: &[Page]) -> Page {
    let item = |page: &Page| format!("<li><a href=\"../{}\">{}</a></li>", page.path, escape::html(&page.title));
    Page {
        path: "read/index.html".to_owned(),
        title: bundle.title.clone(),
        description: words::opening(bundle.documents.len()),
        metadata: Vec::new(),
        content: format!(
            "<main><div class=\"page\"><h1>{}</h1><p class=\"lead\">{}</p><ul>{}</ul></div></main>",
            escape::html(&bundle.title),
            escape::html(&words::opening(bundle.documents.len())),
            pages.iter().map(item).collect::<String>()
        ),
    }
}

fn tags(metadata: &[(&'static str, String)]) -> String {
    let tag =
        |(name, content): &(&str, String)| format!("<meta name=\"{name}\" content=\"{}\">", escape::html(content));
    metadata.iter().map(tag).collect::<Vec<_>>().join("\n    ")
}

/// Views lead to the app, which stands one folder above.
fn from_below(html: &str) -> String {
    html.replace("href=\"#v1", "href=\"../index.html#v1")
}

/// The link past the head, which has to come first on a page, and the rest.
fn with_skip(content: &str) -> (&str, &str) {
    let end = if content.starts_with("<a ") { content.find("</a>").map_or(0, |end| end + 4) } else { 0 };
    content.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn views_lead_to_the_app() {
        let html = from_below("<a href=\"#v1/claims\">Claims</a><a href=\"https://a/#v1\">b</a><a href=\"#r1\">1</a>");
        assert_eq!(
            html,
            "<a href=\"../index.html#v1/claims\">Claims</a><a href=\"https://a/#v1\">b</a><a href=\"#r1\">1</a>"
        );
    }

    #[test]
    fn the_link_past_the_head_comes_first() {
        assert_eq!(with_skip("<a href=\"#content\">Skip</a><main></main>").1, "<main></main>");
        assert_eq!(with_skip("<main><a>b</a></main>").0, "");
    }
}
