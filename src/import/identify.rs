//! Ids of passages: readable, and stable as long as the original is.

use std::collections::BTreeMap;

use crate::corpus::{BlockKind, Passage, Style};

/// Names the passages: `document.section.p3`, without a section where the document has none.
///
/// A section takes its name from its heading. Where two headings have the same words, the later one is named after the
/// heading above it as well.
pub fn name(document: &str, text: &str, passages: &mut [Passage]) {
    let sectioned = passages.iter().any(|passage| passage.level.is_some_and(|level| level > 1));
    let mut section = if sectioned { format!("{document}.lead") } else { document.to_owned() };
    let mut path: Vec<(u8, String)> = Vec::new();
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for passage in passages {
        let number = marker(passage, text);
        passage.id = match passage.kind {
            BlockKind::Heading => {
                let level = passage.level.unwrap_or(2);
                if level == 1 {
                    format!("{document}.title")
                } else {
                    path.retain(|(above, _)| *above < level);
                    let own = slug(&passage.text(text));
                    let parent = path.last().map_or(String::new(), |(_, slug)| format!("{slug}-"));
                    path.push((level, own.clone()));
                    section = format!("{document}.{own}");
                    if counts.contains_key(&section) {
                        section = format!("{document}.{parent}{own}");
                    }
                    counts.insert(section.clone(), 1);
                    section.clone()
                }
            }
            BlockKind::Footnote => format!("{document}.n{number}"),
            BlockKind::Reference => format!("{document}.r{number}"),
            BlockKind::Infobox => numbered(&mut counts, format!("{document}.infobox.")),
            BlockKind::Letterhead => numbered(&mut counts, format!("{document}.head.")),
            BlockKind::Signature => numbered(&mut counts, format!("{document}.signature.")),
            BlockKind::Signatory => numbered(&mut counts, format!("{document}.s")),
            BlockKind::Caption => numbered(&mut counts, format!("{section}.c")),
            BlockKind::Hatnote => numbered(&mut counts, format!("{section}.h")),
            BlockKind::Attribution => numbered(&mut counts, format!("{section}.a")),
            _ => numbered(&mut counts, format!("{section}.p")),
        };
    }
}

fn numbered(counts: &mut BTreeMap<String, u32>, prefix: String) -> String {
    let count = counts.entry(prefix.clone()).or_default();
    *count += 1;
    format!("{prefix}{count}")
}

/// The number that stands before a footnote or reference.
fn marker(passage: &Passage, text: &str) -> String {
    let marker = passage.runs.iter().find(|run| run.style == Style::Marker);
    let digits = marker.and_then(|run| run.range.slice(text)).unwrap_or_default();
    digits.chars().filter(char::is_ascii_digit).collect()
}

fn slug(heading: &str) -> String {
    let mut slug = String::new();
    for c in heading.chars() {
        if c.is_alphanumeric() {
            slug.extend(c.to_lowercase());
        } else if !matches!(c, '\'' | '’' | 'ʼ') && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}
