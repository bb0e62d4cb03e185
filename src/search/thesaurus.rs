//! Everyday words and the words of such texts: "refugees" finds the displaced, "POW" the prisoners of war.
//!
//! The table is data: `assets/annotations/thesaurus.txt`. A line with `=` lists expressions for one thing, each of which
//! finds all others; one with `>` says what the expressions before it find besides themselves. Names of events stand in
//! `assets/annotations/events.txt`: before the mark what is asked for, behind it what the texts say.

use std::sync::OnceLock;

use super::forms::stem;
use super::order::{keep, sorted};
use super::plan::Phrase;
use super::token::Tokenizer;

const TABLE: &str = include_str!("../../assets/annotations/thesaurus.txt");
const EVENTS: &str = include_str!("../../assets/annotations/events.txt");

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

impl Tie {
    /// What parts the expressions of a line.
    const fn mark(self) -> char {
        if matches!(self, Self::Same) { '=' } else { ',' }
    }
}

/// A folded word of what is asked for.
#[derive(Debug)]
pub(super) struct Word {
    pub stem: String,
    pub word: String,
}

/// An expression that is found besides another.
#[derive(Debug)]
pub(super) struct Find {
    /// Folded.
    pub words: Vec<String>,
    /// As the table has it.
    pub told: &'static str,
    row: OnceLock<Phrase>,
}

impl Find {
    /// Its words in all their forms, as `of` has them; it is asked once.
    pub(super) fn row(&self, of: impl FnOnce(&[String]) -> Phrase) -> &Phrase {
        self.row.get_or_init(|| of(&self.words))
    }
}

/// What an expression finds besides itself. It is read when a word is looked for that begins as it does.
#[derive(Debug)]
pub(super) struct Entry {
    pub tie: Tie,
    /// The word it begins with, folded.
    first: String,
    asked: &'static str,
    named: &'static str,
    read: OnceLock<(Vec<Vec<Word>>, Vec<Find>)>,
}

impl Entry {
    fn read(&self) -> &(Vec<Vec<Word>>, Vec<Find>) {
        self.read.get_or_init(|| {
            let mut tokenizer = Tokenizer::default();
            let finds = self.named.split(self.tie.mark()).map(|told| {
                let words = words(&mut tokenizer, told);
                Find { words, told: told.trim(), row: OnceLock::new() }
            });
            let finds = finds.collect();
            let mut key = Vec::new();
            for part in self.asked.split_whitespace() {
                let words = words(&mut tokenizer, part).into_iter().map(|word| Word { stem: stem(&word), word });
                if part.contains('/') { key.push(words.collect()) } else { key.extend(words.map(|word| vec![word])) }
            }
            (key, finds)
        })
    }

    /// For each place the words that may stand there: in "a/b c", either of two stands in the first.
    pub(super) fn key(&self) -> &[Vec<Word>] {
        &self.read().0
    }

    /// What it finds: of several expressions for one thing the others.
    pub(super) fn finds(&self) -> impl Iterator<Item = &Find> {
        let (key, finds) = self.read();
        let itself = |find: &Find| {
            key.len() == find.words.len()
                && key.iter().zip(&find.words).all(|(place, word)| place.iter().any(|other| other.word == *word))
        };
        finds.iter().filter(move |find| self.tie != Tie::Same || !itself(find))
    }
}

fn words(tokenizer: &mut Tokenizer, text: &str) -> Vec<String> {
    let mut words = Vec::new();
    tokenizer.each(text, |folded, token| {
        if token.spans == 0 {
            words.push(folded.to_owned());
        }
    });
    words
}

/// The tables, in order of the first words.
#[derive(Debug)]
pub(super) struct Thesaurus(Vec<Entry>);

impl Default for Thesaurus {
    fn default() -> Self {
        Self::read(TABLE, EVENTS)
    }
}

impl Thesaurus {
    /// Reads a table of expressions and one of events. A line that is neither of the two is a comment.
    fn read(table: &'static str, events: &'static str) -> Self {
        let mut tokenizer = Tokenizer::default();
        let mut entries = Vec::new();
        let mut add = |asked: &'static str, named: &'static str, tie: Tie| {
            for asked in asked.split(tie.mark()) {
                let first = asked.split_whitespace().next().unwrap_or_default();
                let either = if first.contains('/') { usize::MAX } else { 1 };
                for first in words(&mut tokenizer, first).into_iter().take(either) {
                    entries.push(Entry { tie, first, asked, named, read: OnceLock::new() });
                }
            }
        };
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            match line.split_once('>') {
                Some((asked, named)) => add(asked, named, Tie::Related),
                None if line.contains('=') => add(line, line, Tie::Same),
                None => {}
            }
        }
        for line in events.lines().filter(|line| !line.starts_with('#')) {
            if let Some((asked, named)) = line.split_once('>') {
                add(asked, named, Tie::Event);
                add(named, named, Tie::Event);
            }
        }
        Self(sorted(entries, &|a: &Entry, b: &Entry| a.first.cmp(&b.first)))
    }

    /// The entries whose keys begin with this stem, longer ones first.
    pub(super) fn beginning(&self, stem: &str) -> Vec<&Entry> {
        // An ending may have put its last letter there: "occupi" is the stem of "occupy". Short words are looked for as
        // they are. That no first word of the tables has a stem that is further from it, a test holds.
        let short = stem.len() < 3;
        let shared = &stem.as_bytes()[..stem.len() - usize::from(!short)];
        let start = self.0.partition_point(|entry| entry.first.as_bytes() < shared);
        let near = self.0[start..].iter().take_while(|entry| entry.first.as_bytes().starts_with(shared));
        let mut entries = Vec::new();
        for entry in near.filter(|entry| !short || entry.first == stem) {
            let first = entry.key().first();
            if first.is_some_and(|place| place.iter().any(|word| word.word == entry.first && word.stem == stem)) {
                keep(&mut entries, usize::MAX, entry, |a, b| a.key().len() > b.key().len());
            }
        }
        entries
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(entries: Vec<&Entry>) -> String {
        let told = entries.into_iter().map(|entry| {
            let finds: Vec<String> = entry.finds().map(|find| find.words.join(" ")).collect();
            let stems = |place: &Vec<Word>| place.iter().map(|word| word.stem.as_str()).collect::<Vec<_>>().join("/");
            let key: Vec<String> = entry.key().iter().map(stems).collect();
            let mark = match entry.tie {
                Tie::Same => "=",
                Tie::Event => "!",
                Tie::Related => ">",
            };
            format!("{}{mark}{}", key.join(" "), finds.join(","))
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
        for first in ["first", "second"] {
            let pacts = told(thesaurus.beginning(first));
            assert_eq!(pacts, "first/second pact of 9/10 may!signed in may");
        }
        assert_eq!(told(thesaurus.beginning("sign")), "sign in may!signed in may");
    }

    #[test]
    fn the_table_of_this_project_is_read() {
        let lines = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines {
            assert!(line.contains('=') ^ line.contains('>'), "{line}");
            assert!(!line.contains('=') || !line.contains(','), "{line}");
        }
        for line in EVENTS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            assert!(line.contains('>') && !line.contains('='), "{line}");
        }
        let thesaurus = Thesaurus::default();
        assert!(thesaurus.0.len() > 100);
        let mut tokenizer = Tokenizer::default();
        for entry in &thesaurus.0 {
            assert!(!entry.key().is_empty() && entry.finds().all(|find| !find.words.is_empty()), "{}", entry.named);
            for side in
                entry.asked.split_whitespace().filter(|part| part.contains('/')).flat_map(|part| part.split('/'))
            {
                assert_eq!(words(&mut tokenizer, side).len(), 1, "{}", entry.asked);
            }
            let found = thesaurus.beginning(&stem(&entry.first));
            assert!(found.iter().any(|other| std::ptr::eq(*other, entry)), "{}", entry.asked);
        }
    }
}
