//! Words that are copied, and with them where they come from.

use super::item::Item;
use super::styled::{Style, html, plain};
use crate::escape;

/// Copied words as plain text and as HTML: exactly as they are, then a note for each source, then, where some have none,
/// what is said of those. The HTML is a quotation with links to the sources, and safe whatever the words are.
#[must_use]
pub fn carried(words: &str, sources: &[Item], more: Option<&str>) -> (String, String) {
    let (mut text, mut rich) = (format!("{words}\n"), "<blockquote".to_owned());
    if let Some(first) = sources.first() {
        rich += &format!(" cite=\"{}\"", escape::html(&first.url));
    }
    let lines = words.lines().filter(|line| !line.trim().is_empty());
    rich +=
        &format!(">{}</blockquote>", lines.map(|line| format!("<p>{}</p>", escape::html(line))).collect::<String>());
    for source in sources {
        let (cited, url) = (source.cited(Style::Chicago).full, escape::html(&source.url));
        text += &format!("\n{}", plain(&cited));
        rich += &format!("<p>{}</p>", html(&cited).replace(&url, &format!("<a href=\"{url}\">{url}</a>")));
    }
    if let Some(more) = more {
        text += &format!("\n{more}");
        rich += &format!("<p>{}</p>", escape::html(more));
    }
    (text, rich)
}
