//! Lines become blocks that tile the original.

use super::line::{Line, LineKind};
use crate::corpus::{Block, BlockKind, ByteRange};

/// Blocks that cover `text` without gap or overlap. Line ends between blocks are blank blocks; line ends within a
/// block belong to it.
pub fn tile(text: &str, lines: &[Line<'_>], kinds: &[LineKind]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut covered = 0;
    for (line, kind) in lines.iter().zip(kinds) {
        let (kind, level) = match kind {
            LineKind::Blank => continue,
            LineKind::Continues => {
                if let Some(last) = blocks.last_mut() {
                    last.range.end = line.range.end;
                    covered = line.range.end;
                    continue;
                }
                (BlockKind::Paragraph, None)
            }
            LineKind::Begins(kind) => (*kind, None),
            LineKind::Heading(level) => (BlockKind::Heading, Some(*level)),
        };
        cover(&mut blocks, &mut covered, line.range.start);
        blocks.push(Block { kind, range: line.range, level });
        covered = line.range.end;
    }
    cover(&mut blocks, &mut covered, u32::try_from(text.len()).unwrap_or(u32::MAX));
    blocks
}

fn cover(blocks: &mut Vec<Block>, covered: &mut u32, until: u32) {
    if *covered < until {
        blocks.push(Block { kind: BlockKind::Blank, range: ByteRange::new(*covered, until), level: None });
        *covered = until;
    }
}
