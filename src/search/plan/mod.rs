//! From what was typed to what is looked for: each word with its forms, names with their variants, dates, expressions.

mod clauses;
mod expand;
mod groups;
mod inflect;
mod known;
mod little;

use super::index::Index;
use super::query::{Query, QueryWord};
use super::results::{Filters, Note};
use super::thesaurus::Thesaurus;
use super::weights::Weights;
use crate::corpus::Bundle;

pub(crate) use little::is_function_word;

use known::Known;

/// Words in a row; for each place in it the words that may stand there.
pub(super) type Phrase = Vec<Vec<u32>>;

/// One thing that is looked for.
#[derive(Clone, Debug)]
pub(super) enum Source {
    Word(u32),
    Phrase(Phrase),
    /// Its words near one another, in any order.
    Near(Phrase),
    Place(u32),
    Voice(u32),
    /// Days, each from first to last.
    Days(Vec<(i32, i32)>),
}

#[derive(Clone, Debug)]
pub(super) struct Member {
    pub source: Source,
    pub weight: f32,
    /// Not highlighted where anything else is.
    pub faint: bool,
}

/// What counts as one thing asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    pub members: Vec<Member>,
    /// So many of the members are what was typed; how rare they are is how rare the group is.
    pub typed: usize,
    pub importance: f32,
    /// A passage without it is not found.
    pub required: bool,
    pub dated: bool,
}

impl Group {
    fn add(&mut self, source: Source, weight: f32) {
        self.members.push(Member { source, weight, faint: false });
    }

    fn add_faint(&mut self, source: Source, weight: f32) {
        self.members.push(Member { source, weight, faint: true });
    }

    /// What was added so far is what was typed.
    fn end_of_typed(&mut self) {
        self.typed = self.members.len();
    }
}

/// A query, as the index can answer it.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub groups: Vec<Group>,
    pub excluded: Vec<Group>,
    pub filters: Vec<Filters>,
    pub notes: Vec<Note>,
}

/// Plans a query.
pub(super) fn plan(index: &Index, bundle: &Bundle, weights: &Weights, query: &Query, filters: &Filters) -> Plan {
    let mut planner = Planner { index, bundle, thesaurus: &index.thesaurus, weights, plan: Plan::default() };
    planner.plan.notes.extend(query.faults.iter().map(|(fault, range)| Note::Plain { range: *range, fault: *fault }));
    if !filters.is_empty() {
        planner.plan.filters.push(filters.clone());
    }
    let mut plain: Vec<QueryWord> = query.words.clone();
    planner.fields(query, &mut plain);
    for (words, range) in &query.phrases {
        planner.phrase(words, query, *range);
    }
    for words in &query.excluded {
        planner.exclusion(words);
    }
    let known = planner.know(query, &plain);
    planner.words(query, &plain, &known);
    planner.plan
}

struct Planner<'a> {
    index: &'a Index,
    bundle: &'a Bundle,
    thesaurus: &'a Thesaurus,
    weights: &'a Weights,
    plan: Plan,
}

/// A row of one word is a word.
fn single(mut row: Phrase) -> Source {
    match &mut row[..] {
        [words] if words.len() == 1 => Source::Word(words[0]),
        _ => Source::Phrase(row),
    }
}

/// Words as they were typed; those that come from a field may not stand in a row.
fn typed<'q>(query: &Query, words: impl Iterator<Item = &'q QueryWord> + Clone) -> String {
    let (Some(first), Some(last)) = (words.clone().next(), words.clone().last()) else { return String::new() };
    let range = first.range.start as usize..last.range.end as usize;
    let told = query.text.get(range).filter(|told| !told.is_empty()).map(str::to_owned);
    told.unwrap_or_else(|| words.map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" "))
}

fn typed_known(query: &Query, known: &[Known<'_>]) -> String {
    typed(query, known.iter().map(|known| known.word))
}
