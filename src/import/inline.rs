//! What a block shows: its bytes without markup, as runs.

use super::plain::list_marker;
use crate::corpus::{Block, BlockKind, ByteRange, Join, Run, Style};

/// Collects runs; markup between them is simply not collected.
struct Runs {
    offset: u32,
    runs: Vec<Run>,
    join: Join,
}

impl Runs {
    fn new(block: &Block) -> Self {
        Self { offset: block.range.start, runs: Vec::new(), join: Join::None }
    }

    /// Adds the bytes `start..end` of the block.
    fn add(&mut self, start: usize, end: usize, style: Style) {
        if start >= end {
            return;
        }
        let at = |offset: usize| self.offset + u32::try_from(offset).unwrap_or(u32::MAX);
        let range = ByteRange::new(at(start), at(end));
        if let Some(last) = self.runs.last_mut()
            && last.range.end == range.start
            && last.style == style
            && self.join == Join::None
        {
            last.range.end = range.end;
            return;
        }
        self.runs.push(Run { range, style, join: std::mem::take(&mut self.join) });
    }

    /// Says what stands before the next run.
    fn join(&mut self, join: Join) {
        if !self.runs.is_empty() {
            self.join = join;
        }
    }
}

/// Runs of a block of plain text.
pub fn plain(text: &str, block: &Block) -> Vec<Run> {
    let mut runs = Runs::new(block);
    let source = block.range.slice(text).unwrap_or_default();
    let start = marker(source, block.kind, &mut runs);
    body(source, start, &mut runs);
    runs.runs
}

/// Runs of a block of a Wikipedia snapshot.
pub fn wikipedia(text: &str, block: &Block) -> Vec<Run> {
    let mut runs = Runs::new(block);
    let source = block.range.slice(text).unwrap_or_default();
    let mut start = marker(source, block.kind, &mut runs);
    match block.kind {
        BlockKind::Reference => {
            // The caret says that a reference is cited more than once; it is kept as a field.
            if let Some(rest) = source[start..].strip_prefix("^ ") {
                start = source.len() - rest.len();
            }
        }
        BlockKind::ListItem => start += doubled_name(&source[start..]),
        BlockKind::Infobox => {
            let label = label(source);
            runs.add(start, start + label, Style::Label);
            start += label;
            runs.join(Join::Space);
        }
        _ => {}
    }
    body(source, start, &mut runs);
    runs.runs
}

/// Labels of an infobox. The snapshot glues them to their values: "Date12 May 2021".
const LABELS: [&str; 4] = ["Date", "Location", "Status", "Result"];

fn label(line: &str) -> usize {
    LABELS.into_iter().find(|label| line.starts_with(label)).map_or(0, str::len)
}

/// A flag's alternative text stands before the name it repeats: "NATO NATO – …". The first is not shown.
fn doubled_name(item: &str) -> usize {
    let Some((name, _)) = item.split_once(" – ") else { return 0 };
    let half = name.len() / 2;
    let doubled =
        name.is_char_boundary(half) && name[half..].strip_prefix(' ').is_some_and(|again| again == &name[..half]);
    if doubled { half + 1 } else { 0 }
}

/// Adds the marker of a list item or reference; returns where the text begins.
fn marker(source: &str, kind: BlockKind, runs: &mut Runs) -> usize {
    if !matches!(kind, BlockKind::ListItem | BlockKind::Reference | BlockKind::Infobox) {
        return source.len() - source.trim_start().len();
    }
    let Some((marker, start)) = list_marker(source) else { return source.len() - source.trim_start().len() };
    runs.add(marker.start, marker.end, Style::Marker);
    runs.join(Join::Space);
    start
}

/// Adds the lines of a block from `start` on.
fn body(source: &str, start: usize, runs: &mut Runs) {
    let mut at = start;
    for line in source[start..].split('\n') {
        let from = at + line.len() - line.trim_start().len();
        runs.add(from, at + line.trim_end().len(), Style::Plain);
        at += line.len() + 1;
        runs.join(Join::Space);
    }
}

/// Runs of a block of Markdown with `<sup>` footnote marks.
pub fn markdown(text: &str, block: &Block) -> Vec<Run> {
    let mut runs = Runs::new(block);
    let source = block.range.slice(text).unwrap_or_default();
    let mut style = Style::Plain;
    let mut at = source.len() - source.trim_start_matches(['#', ' ']).len();
    let mut from = at;
    // Each turn steps over one piece of markup, or one character of text.
    while at < source.len() {
        let rest = &source[at..];
        let (skip, then) = if rest.starts_with("**") {
            (2, Then::Toggle(Style::Strong))
        } else if rest.starts_with('*') {
            (1, Then::Toggle(Style::Emphasis))
        } else if let Some(number) = note(rest) {
            (("<sup></sup>").len() + number, Then::Note(number))
        } else if rest.starts_with("  \n") {
            (3, Then::Break)
        } else if rest.starts_with(['[', '<', '>', '\\']) && is_markup(source, at) {
            (1, Then::Go)
        } else if rest.starts_with("](") {
            (rest.find(')').map_or(2, |close| close + 1), Then::Go)
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        runs.add(from, at, style);
        match then {
            Then::Toggle(to) => style = if style == to { Style::Plain } else { to },
            Then::Note(number) => {
                let digits = at + "<sup>".len();
                let first = block.kind == BlockKind::Footnote && at == 0;
                runs.add(digits, digits + number, if first { Style::Marker } else { Style::Mark });
                if first {
                    runs.join(Join::Space);
                }
            }
            Then::Break => runs.join(Join::Line),
            Then::Go => {}
        }
        at += skip;
        if runs.join == Join::Space {
            at += source[at..].len() - source[at..].trim_start().len();
        }
        from = at;
    }
    runs.add(from, at, style);
    runs.runs
}

enum Then {
    Toggle(Style),
    Note(usize),
    Break,
    Go,
}

/// The number of digits of a footnote mark that stands here.
fn note(rest: &str) -> Option<usize> {
    let digits = rest.strip_prefix("<sup>")?;
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    digits[count..].starts_with("</sup>").then_some(count).filter(|count| *count > 0)
}

/// Whether the character at `at` is markup: the bracket of a link, the brackets of an address, an escape. Brackets
/// that the text itself uses ("condemn[ing]") are text.
fn is_markup(source: &str, at: usize) -> bool {
    let rest = &source[at..];
    match rest.as_bytes()[0] {
        b'[' => rest.find(']').is_some_and(|close| rest[close..].starts_with("](")),
        b'<' => rest.starts_with("<http"),
        b'>' => source[..at].rfind('<').is_some_and(|open| source[open..].starts_with("<http")),
        _ => rest[1..].starts_with(['(', ')', '[', ']', '*', '_']),
    }
}
