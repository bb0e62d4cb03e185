//! A text as structures.

use super::{Block, Inline};

/// Quotations inside each other, at most; further marks are text.
const QUOTED_AT_MOST: usize = 4;
/// Bytes of an address, at most.
const ADDRESS_AT_MOST: usize = 2_000;

/// Reads a text.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.split('\n').collect();
    read(&lines, 0)
}

fn read(lines: &[&str], quoted: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let kind = kind(lines[at], quoted);
        let next = match kind {
            Kind::Empty => at + 1,
            Kind::Quoted => {
                let next = run(lines, at, |line| matches!(self::kind(line, quoted), Kind::Quoted));
                let inner: Vec<&str> = lines[at..next].iter().map(|line| unquoted(line)).collect();
                blocks.push(Block::Quotation(read(&inner, quoted + 1)));
                next
            }
            Kind::Item { numbered } => {
                // A line that is indented goes on with the item before it.
                let more = |line: &str| match self::kind(line, quoted) {
                    Kind::Item { numbered: other } => numbered == other,
                    Kind::Text => line.starts_with("  "),
                    _ => false,
                };
                let next = run(lines, at, more);
                let mut items: Vec<String> = Vec::new();
                for line in &lines[at..next] {
                    match (item(line), items.last_mut()) {
                        (Some((_, text)), _) => items.push(text.to_owned()),
                        (None, Some(last)) => {
                            last.push('\n');
                            last.push_str(line.trim_start());
                        }
                        (None, None) => {}
                    }
                }
                blocks.push(Block::List { numbered, items: items.iter().map(|item| inlines(item)).collect() });
                next
            }
            Kind::Text => {
                let next = run(lines, at, |line| matches!(self::kind(line, quoted), Kind::Text));
                let text: Vec<&str> = lines[at..next].iter().map(|line| line.trim()).collect();
                blocks.push(Block::Paragraph(inlines(&text.join("\n"))));
                next
            }
        };
        at = next;
    }
    blocks
}

/// The first line behind `at` that does not go on.
fn run(lines: &[&str], at: usize, goes_on: impl Fn(&str) -> bool) -> usize {
    lines[at + 1..].iter().position(|line| !goes_on(line)).map_or(lines.len(), |more| at + 1 + more)
}

enum Kind {
    Empty,
    Quoted,
    Item { numbered: bool },
    Text,
}

fn kind(line: &str, quoted: usize) -> Kind {
    let start = line.trim_start();
    if start.is_empty() {
        Kind::Empty
    } else if start.starts_with('>') && quoted < QUOTED_AT_MOST {
        Kind::Quoted
    } else {
        item(line).map_or(Kind::Text, |(numbered, _)| Kind::Item { numbered })
    }
}

fn unquoted(line: &str) -> &str {
    let inner = line.trim_start().strip_prefix('>').unwrap_or(line);
    inner.strip_prefix(' ').unwrap_or(inner)
}

/// Whether an item is numbered, and its text.
fn item(line: &str) -> Option<(bool, &str)> {
    let line = line.trim_start();
    if let Some(text) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
        return Some((false, text.trim()));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let text = line[digits..].strip_prefix(". ")?;
    (1..=3).contains(&digits).then(|| (true, text.trim()))
}

/// What is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Emphasis,
    Strong,
    Link,
}

impl Mark {
    const fn sign(self) -> &'static str {
        match self {
            Self::Emphasis => "*",
            Self::Strong => "**",
            Self::Link => "[",
        }
    }
}

/// Reads the words of a block. Each mark is open at most once, so that nothing stands deeper than three.
fn inlines(text: &str) -> Vec<Inline> {
    let mut reader = Words { open: vec![(None, Vec::new())], text: String::new() };
    let mut rest = text;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let mut taken = c.len_utf8();
        let next = after.chars().next();
        match c {
            '\\' if next.is_some_and(|next| next.is_ascii_punctuation()) => {
                reader.text.extend(next);
                taken += 1;
            }
            '\n' => {
                reader.flush();
                reader.push(Inline::Break);
            }
            '*' => {
                // Of three that close, the inner mark takes the first.
                let inner = rest.starts_with("***") && reader.innermost() == Some(Mark::Emphasis);
                let strong = after.starts_with('*') && !inner;
                let (mark, width) = if strong { (Mark::Strong, 2) } else { (Mark::Emphasis, 1) };
                taken = width;
                let behind = rest[width..].chars().next();
                if reader.is_open(mark) && !before.is_whitespace() {
                    reader.close(mark, &mark.sign().repeat(2), |inner| match mark {
                        Mark::Strong => Inline::Strong(inner),
                        _ => Inline::Emphasis(inner),
                    });
                } else if !reader.is_open(mark) && behind.is_some_and(|behind| !behind.is_whitespace()) {
                    reader.start(mark);
                } else {
                    reader.text.push_str(mark.sign());
                }
            }
            '[' if !reader.is_open(Mark::Link) => reader.start(Mark::Link),
            ']' if reader.is_open(Mark::Link) => match address(after) {
                Some((address, width)) => {
                    taken += width;
                    let source = format!("[]({address})");
                    reader.close(Mark::Link, &source, |words| Inline::Link { address, words });
                }
                None => {
                    reader.text.push(']');
                    reader.give_up(Mark::Link);
                }
            },
            c => reader.text.push(c),
        }
        before = rest[..taken].chars().next_back().unwrap_or(c);
        rest = &rest[taken..];
    }
    reader.finish()
}

/// The address in brackets that a text begins with, if it is one that may be followed, and how many bytes it takes.
fn address(text: &str) -> Option<(String, usize)> {
    let inner = text.strip_prefix('(')?;
    let end = inner.find(|c: char| c == ')' || c == '[' || c == '<' || c.is_whitespace() || c.is_control())?;
    let address = &inner[..end];
    (inner[end..].starts_with(')') && is_followed(address)).then(|| (address.to_owned(), end + 2))
}

/// Whether a link may lead there: to the web, or to a view of this app.
#[must_use]
pub fn is_followed(address: &str) -> bool {
    let begins = |scheme: &str| {
        address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && address.len() > scheme.len()
    };
    let known = begins("https://") || begins("http://") || begins("#");
    known && address.len() <= ADDRESS_AT_MOST && !address.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// Appends words; text joins the text before it.
fn join(words: &mut Vec<Inline>, word: Inline) {
    match (words.last_mut(), word) {
        (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
        (_, word) => words.push(word),
    }
}

struct Words {
    /// What is open, from outside in, with the words in it; the first is the block itself.
    open: Vec<(Option<Mark>, Vec<Inline>)>,
    text: String,
}

impl Words {
    fn is_open(&self, mark: Mark) -> bool {
        self.open.iter().any(|(open, _)| *open == Some(mark))
    }

    fn innermost(&self) -> Option<Mark> {
        self.open.last().and_then(|(mark, _)| *mark)
    }

    fn push(&mut self, inline: Inline) {
        if let Some((_, words)) = self.open.last_mut() {
            join(words, inline);
        }
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            let text = std::mem::take(&mut self.text);
            self.push(Inline::Text(text));
        }
    }

    fn start(&mut self, mark: Mark) {
        self.flush();
        self.open.push((Some(mark), Vec::new()));
    }

    /// Closes a mark; what was opened in it and not closed was none.
    fn close(&mut self, mark: Mark, source: &str, make: impl FnOnce(Vec<Inline>) -> Inline) {
        self.flush();
        while self.open.last().is_some_and(|(open, _)| *open != Some(mark)) {
            self.dissolve();
        }
        let Some((_, inner)) = self.open.pop() else { return };
        if inner.is_empty() {
            // Nothing stands between the signs: they are signs.
            self.text.push_str(source);
        } else {
            self.push(make(inner));
        }
    }

    /// An opening sign was a sign only, and its words belong to what is around it.
    fn give_up(&mut self, mark: Mark) {
        self.flush();
        let Some(at) = self.open.iter().position(|(open, _)| *open == Some(mark)) else { return };
        let inner = std::mem::take(&mut self.open[at].1);
        // What was opened behind it stays open.
        self.open.remove(at);
        if let Some((_, outer)) = self.open.get_mut(at - 1) {
            join(outer, Inline::Text(mark.sign().to_owned()));
            inner.into_iter().for_each(|word| join(outer, word));
        }
    }

    fn dissolve(&mut self) {
        if let Some(mark) = self.innermost() {
            self.give_up(mark);
        }
    }

    fn finish(mut self) -> Vec<Inline> {
        self.flush();
        while self.open.len() > 1 {
            self.dissolve();
        }
        self.open.pop().map(|(_, words)| words).unwrap_or_default()
    }
}
