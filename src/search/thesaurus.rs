//! Everyday words and the words of such texts: "refugees" finds the displaced, "POW" the prisoners of war.
//!
//! The table is data: `assets/annotations/thesaurus.txt`. A line with `=` lists expressions for one thing, each of which
//! finds all others; one with `>` says what the expressions before it find besides themselves. Names of events stand in
//! `assets/annotations/events.txt`: before the mark what is asked for, behind it what the texts say.

use std::sync::Arc;

use super::forms::stem;
use super::order::sorted;
use super::token::Tokenizer;

const TABLE: &str = include_str!("../../assets/annotations/thesaurus.txt");
const EVENTS: &str = include_str!("../../assets/annotations/events.txt");

/// An expression as folded words.
pub(super) type Expression = Vec<String>;

/// What finds what stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// Another name for the same.
    Same,
    /// A name of an event, which texts name by words of their own.
    Event,
    /// A word that is related, and no more.
    Related,
}

/// An expression that is found besides another.
#[derive(Clone, Debug)]
pub(super) struct Find {
    pub words: Expression,
    /// As the table has it.
    pub told: String,
}

/// What an expression finds besides itself.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The stems of its words.
    pub key: Expression,
    pub words: Expression,
    pub finds: Arc<[Find]>,
    pub tie: Tie,
}

/// The tables, in order of the first stems, longer keys first.
#[derive(Clone, Debug)]
pub(super) struct Thesaurus(Vec<Entry>);

impl Default for Thesaurus {
    fn default() -> Self {
        Self::read(TABLE, EVENTS)
    }
}

impl Thesaurus {
    /// Reads a table of expressions and one of events. A line that is neither of the two is a comment.
    pub(super) fn read(table: &str, events: &str) -> Self {
        let mut tokenizer = Tokenizer::default();
        let mut words_of = |part: &str| -> Expression {
            let mut words = Vec::new();
            tokenizer.each(part, |folded, token| {
                if token.spans == 0 {
                    words.push(folded.to_owned());
                }
            });
            words
        };
        let mut expressions = |list: &str, mark: char| -> Vec<Find> {
            let parts = list.split(mark).map(|part| Find { words: words_of(part), told: part.trim().to_owned() });
            parts.filter(|find| !find.words.is_empty()).collect()
        };
        let entry = |words: Expression, finds: Arc<[Find]>, tie: Tie| {
            let key = words.iter().map(|word| stem(word)).collect();
            Entry { key, words, finds, tie }
        };
        let mut entries = Vec::new();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            if let Some((keys, finds)) = line.split_once('>') {
                let finds: Arc<[Find]> = expressions(finds, ',').into();
                entries.extend(
                    expressions(keys, ',').into_iter().map(|key| entry(key.words, finds.clone(), Tie::Related)),
                );
            } else if line.contains('=') {
                let all = expressions(line, '=');
                for (at, key) in all.iter().enumerate() {
                    let others = all.iter().enumerate().filter(|(other, _)| *other != at);
                    let finds = others.map(|(_, other)| other.clone()).collect();
                    entries.push(entry(key.words.clone(), finds, Tie::Same));
                }
            }
        }
        for line in events.lines().filter(|line| !line.starts_with('#')) {
            let Some((asked, named)) = line.split_once('>') else { continue };
            let finds: Arc<[Find]> = expressions(named, ',').into();
            let asked = asked.split(',').flat_map(alternatives).chain(named.split(',').map(str::to_owned));
            for key in asked.flat_map(|key| expressions(&key, ',')) {
                entries.push(entry(key.words, finds.clone(), Tie::Event));
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

/// All that "a/b c" stands for: "a c", "b c".
fn alternatives(expression: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for word in expression.split_whitespace() {
        all = all.iter().flat_map(|so_far| word.split('/').map(move |one| format!("{so_far} {one}"))).collect();
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(entries: &[Entry]) -> String {
        let told = entries.iter().map(|entry| {
            let finds: Vec<String> = entry.finds.iter().map(|find| find.words.join(" ")).collect();
            let mark = match entry.tie {
                Tie::Same => "=",
                Tie::Event => "!",
                Tie::Related => ">",
            };
            format!("{}{mark}{}", entry.key.join(" "), finds.join(","))
        });
        told.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn lines_are_read() {
        let thesaurus = Thesaurus::read(
            "# none = of this\nPOW = prisoners of war\nrefugees, the flight > displaced\n",
            "# none > of this\nfirst/second pact of 9/10 May > signed in May\n",
        );
        assert_eq!(told(thesaurus.beginning("pow")), "pow=prisoners of war");
        assert_eq!(told(thesaurus.beginning("prison")), "prison of war=pow");
        assert_eq!(told(thesaurus.beginning("refuge")), "refuge>displaced");
        assert_eq!(told(thesaurus.beginning("none")), "");
        let pacts = "first pact of 9 may!signed in may; first pact of 10 may!signed in may";
        assert_eq!(told(thesaurus.beginning("first")), pacts);
        assert_eq!(told(thesaurus.beginning("sign")), "sign in may!signed in may");
    }

    #[test]
    fn the_table_of_this_project_is_read() {
        let lines = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines {
            assert!(line.contains('=') ^ line.contains('>'), "{line}");
        }
        for line in EVENTS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            assert!(line.contains('>') && !line.contains('='), "{line}");
        }
        assert!(Thesaurus::default().0.len() > 100);
    }
}
