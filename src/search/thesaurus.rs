//! Everyday words and the words of such texts: "refugees" finds the displaced, "POW" the prisoners of war.
//!
//! The table is data: `assets/annotations/thesaurus.txt`. A line with `=` lists expressions for one thing, each of which
//! finds all others; one with `>` says what the expressions before it find besides themselves.

use std::sync::Arc;

use super::forms::stem;
use super::order::sorted;
use super::token::Tokenizer;

const TABLE: &str = include_str!("../../assets/annotations/thesaurus.txt");

/// An expression as folded words.
pub(super) type Expression = Vec<String>;

/// What an expression finds besides itself.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The stems of its words.
    pub key: Expression,
    pub words: Expression,
    pub finds: Arc<[Expression]>,
    /// Another name for the same, not just a related word.
    pub same: bool,
}

/// The table, in order of the first stems, longer keys first.
#[derive(Clone, Debug)]
pub(super) struct Thesaurus(Vec<Entry>);

impl Default for Thesaurus {
    fn default() -> Self {
        Self::read(TABLE)
    }
}

impl Thesaurus {
    /// Reads a table. A line that is neither of the two is a comment.
    pub(super) fn read(table: &str) -> Self {
        let mut tokenizer = Tokenizer::default();
        let mut expressions = |list: &str, mark: char| -> Vec<Expression> {
            let parts = list.split(mark).map(|part| {
                let mut words = Vec::new();
                tokenizer.each(part, |folded, token| {
                    if token.spans == 0 {
                        words.push(folded.to_owned());
                    }
                });
                words
            });
            parts.filter(|words| !words.is_empty()).collect()
        };
        let stems = |words: &Expression| words.iter().map(|word| stem(word)).collect();
        let mut entries = Vec::new();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            if let Some((keys, finds)) = line.split_once('>') {
                let finds: Arc<[Expression]> = expressions(finds, ',').into();
                for key in expressions(keys, ',') {
                    entries.push(Entry { key: stems(&key), words: key, finds: finds.clone(), same: false });
                }
            } else if line.contains('=') {
                let all = expressions(line, '=');
                for (at, key) in all.iter().enumerate() {
                    let others = all.iter().enumerate().filter(|(other, _)| *other != at);
                    let finds = others.map(|(_, other)| other.clone()).collect();
                    entries.push(Entry { key: stems(key), words: key.clone(), finds, same: true });
                }
            }
        }
        Self(sorted(entries, &|a: &Entry, b: &Entry| (&a.key[0], b.key.len()).cmp(&(&b.key[0], a.key.len()))))
    }

    /// The entries whose keys begin with this stem, longer ones first.
    pub(super) fn beginning(&self, stem: &str) -> &[Entry] {
        let start = self.0.partition_point(|entry| entry.key[0].as_str() < stem);
        let length = self.0[start..].iter().take_while(|entry| entry.key[0] == stem).count();
        &self.0[start..start + length]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(entries: &[Entry]) -> String {
        let told = entries.iter().map(|entry| {
            let finds: Vec<String> = entry.finds.iter().map(|words| words.join(" ")).collect();
            format!("{}{}{}", entry.key.join(" "), if entry.same { "=" } else { ">" }, finds.join(","))
        });
        told.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn lines_are_read() {
        let thesaurus = Thesaurus::read("# none = of this\nPOW = prisoners of war\nrefugees, the flight > displaced\n");
        assert_eq!(told(thesaurus.beginning("pow")), "pow=prisoners of war");
        assert_eq!(told(thesaurus.beginning("prison")), "prison of war=pow");
        assert_eq!(told(thesaurus.beginning("refuge")), "refuge>displaced");
        assert_eq!(told(thesaurus.beginning("none")), "");
    }

    #[test]
    fn the_table_of_this_project_is_read() {
        let lines = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines {
            assert!(line.contains('=') ^ line.contains('>'), "{line}");
        }
        assert!(Thesaurus::default().0.len() > 100);
    }
}
