//! Blocks become passages. What a page break cut in two is one passage again.

use super::line::ends_sentence;
use crate::corpus::{Block, BlockKind, Join, Passage, Run, Style};

/// Passages in reading order; footnotes follow the running text.
pub fn assemble(text: &str, blocks: &[Block], inline: fn(&str, &Block) -> Vec<Run>) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let mut notes: Vec<Passage> = Vec::new();
    let mut page_ended = false;
    for block in blocks {
        match block.kind {
            BlockKind::Blank | BlockKind::Navigation => continue,
            BlockKind::PageBreak => {
                page_ended = true;
                continue;
            }
            _ => {}
        }
        let mut runs = inline(text, block);
        if runs.is_empty() {
            continue;
        }
        if block.kind == BlockKind::Footnote {
            page_ended = true;
            notes.push(new(block, runs));
            continue;
        }
        if let Some(last) = passages.last_mut()
            && page_ended
            && last.kind == block.kind
            && is_cut(last, text)
        {
            runs[0].join = Join::Space;
            last.runs.append(&mut runs);
        } else {
            passages.push(new(block, runs));
        }
        page_ended = false;
    }
    // References stand last in their source already; a stable order keeps everything else where it was.
    passages.append(&mut notes);
    passages
}

fn new(block: &Block, runs: Vec<Run>) -> Passage {
    Passage {
        id: String::new(),
        kind: block.kind,
        level: block.level,
        runs,
        sentences: Vec::new(),
        times: Vec::new(),
        undated: None,
        speech: Vec::new(),
        note: None,
        fields: Vec::new(),
    }
}

/// A paragraph that does not end as a sentence does goes on behind the page break.
fn is_cut(passage: &Passage, text: &str) -> bool {
    let last = passage.runs.iter().rev().find(|run| run.style != Style::Mark);
    last.and_then(|run| run.range.slice(text)).is_some_and(|end| !ends_sentence(end))
}
