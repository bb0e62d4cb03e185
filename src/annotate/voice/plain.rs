//! A plain text: its paragraphs, and which of them are block quotations.

use std::ops::Range;

use super::{Plain, Stretch, Words, voices_of};
use crate::corpus::{BlockKind, ByteRange};

/// A line that signs a quotation is short.
const SIGNATURE_WORDS: usize = 14;

/// The stretches of a plain text whose paragraphs are divided by blank lines. Ranges are bytes of the whole text, and
/// every `passage` is 0.
#[must_use]
pub fn voices(text: &str) -> Vec<Stretch> {
    let parts = paragraphs(text);
    let plain: Vec<Plain> =
        (0..parts.len()).map(|at| Plain { kind: kind(text, &parts, at), text: &text[parts[at].clone()] }).collect();
    let mut found: Vec<Stretch> = Vec::new();
    for (index, stretches) in voices_of(&plain).into_iter().enumerate() {
        let first = u32::try_from(found.len()).unwrap_or(u32::MAX);
        let moved = |range: ByteRange, by: usize| {
            let by = u32::try_from(parts[by].start).unwrap_or(u32::MAX);
            ByteRange::new(range.start.saturating_add(by), range.end.saturating_add(by))
        };
        let whole = |words: Words| Words { passage: 0, range: moved(words.range, words.passage as usize) };
        found.extend(stretches.into_iter().map(|stretch| Stretch {
            range: moved(stretch.range, index),
            speaker: stretch.speaker.map(|mut speaker| {
                speaker.words = whole(speaker.words);
                speaker.stands_for = speaker.stands_for.map(whole);
                speaker
            }),
            verb: stretch.verb.map(|mut verb| {
                verb.words = whole(verb.words);
                verb
            }),
            within: stretch.within.map(|outer| outer + first),
            ..stretch
        }));
    }
    found
}

/// The paragraphs of a text, without the space around them.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    let mut open = false;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        match found.last_mut() {
            _ if words.is_empty() => open = false,
            Some(last) if open => last.end = start + words.len(),
            _ => {
                found.push(start..start + words.len());
                open = true;
            }
        }
    }
    found
}

/// What a paragraph is, by how it begins and what stands around it.
fn kind(text: &str, parts: &[Range<usize>], at: usize) -> BlockKind {
    let part = |at: usize| parts.get(at).map_or("", |part| &text[part.clone()]);
    let own = part(at);
    let first = own.split_whitespace().next().unwrap_or_default();
    let number = first.trim_end_matches(['.', ')', '․']);
    if own.starts_with('#') {
        BlockKind::Heading
    } else if own.starts_with("> ") {
        BlockKind::Quotation
    } else if is_signature(own) && at > 0 {
        BlockKind::Attribution
    } else if matches!(first, "-" | "*" | "•" | "–") || number.len() < first.len() && number.parse::<u16>().is_ok()
    {
        BlockKind::ListItem
    } else if is_signature(part(at + 1)) {
        BlockKind::Quotation
    } else {
        BlockKind::Paragraph
    }
}

/// "— Name, office".
fn is_signature(text: &str) -> bool {
    text.starts_with(['—', '―']) && text.split_whitespace().count() <= SIGNATURE_WORDS && !text.ends_with('.')
}
