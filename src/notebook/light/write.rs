//! Texts that are read back as what they were, and structures as plain words.

use super::{Block, Inline, is_followed};

/// A text that is read back as itself, letter by letter: signs that would act are escaped.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for line in text.split_inclusive(['\n', '\r']) {
        let start = line.trim_start();
        let digits = start.bytes().take_while(u8::is_ascii_digit).count();
        // The sign that would make it a quotation or an item; it stands behind the digits of a number.
        let acts =
            start.starts_with('>') || start.starts_with("- ") || (digits > 0 && start[digits..].starts_with('.'));
        let at = line.len() - start.len() + digits;
        for (offset, c) in line.char_indices() {
            if "\\*[]".contains(c) || (acts && offset == at) {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}

/// The words of a text without any form, for an index or a summary.
#[must_use]
pub fn plain(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(words) => lines.push(told(words)),
            Block::List { items, .. } => lines.extend(items.iter().map(|item| told(item))),
            Block::Quotation(inner) => lines.push(plain(inner)),
        }
    }
    lines.join("\n")
}

fn told(words: &[Inline]) -> String {
    let one = |word: &Inline| match word {
        Inline::Text(text) => text.clone(),
        Inline::Emphasis(words) | Inline::Strong(words) | Inline::Link { words, .. } => told(words),
        Inline::Break => "\n".to_owned(),
    };
    words.iter().map(one).collect()
}

/// A passage quoted into a text: its words as they are, then where they stand, with a link to the view.
#[must_use]
pub fn quotation(words: &str, citation: &str, address: &str) -> String {
    // A run of spaces or a line end at an edge would not be read back.
    let words: Vec<&str> = words.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect();
    let quoted = words.iter().map(|line| format!("> {}\n", escaped(line))).collect::<String>();
    format!("{quoted}>\n> — {}\n", link(citation, address))
}

/// Words that lead to an address; without it where it is none that is followed.
#[must_use]
pub fn link(words: &str, address: &str) -> String {
    let words = escaped(words.replace(['\n', '\r'], " ").trim());
    let address = address.replace(')', "%29").replace('(', "%28").replace(' ', "%20");
    if is_followed(&address) { format!("[{words}]({address})") } else { words }
}
