//! What editors have seen of the names: each number that they give is counted, each name that they quote is looked up.

use serde::Deserialize;

use super::Sources;
use super::report::Report;
use super::source;
use crate::annotate::place::{Mention, mentions_in};
use crate::corpus::{BlockKind, Diagnostic, Document, Homonym, Observation, Passage, Place, Reading};

const NAMING: &str = "assets/annotations/naming.json";

/// An observation as the editor writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edited {
    observation: String,
    places: Vec<String>,
    counts: Vec<Count>,
    passages: Vec<String>,
    note: Option<String>,
}

/// How often each of some words stands in these documents together. References are left out: they give other people's
/// headlines.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Count {
    words: Vec<String>,
    #[serde(rename = "in")]
    documents: Vec<String>,
    times: usize,
}

/// Reads the observations.
pub fn read(
    sources: &Sources,
    documents: &[Document],
    places: &[Place],
    homonyms: &[Homonym],
    faults: &mut Vec<Diagnostic>,
) -> Vec<Observation> {
    let edited: Vec<Edited> = source::optional(sources, NAMING, faults);
    if edited.is_empty() {
        return Vec::new();
    }
    let counter = Counter { documents, places, mentions: mentions_in(documents, places, homonyms) };
    let mut report = Report::new(NAMING, sources, faults);
    let observations = edited.into_iter().map(|edited| {
        counter.check(&edited, &mut report);
        let Edited { observation, places, passages, note, .. } = edited;
        Observation { observation, places, passages, note }
    });
    observations.collect()
}

struct Counter<'a> {
    documents: &'a [Document],
    places: &'a [Place],
    mentions: Vec<Mention>,
}

impl Counter<'_> {
    fn check(&self, edited: &Edited, report: &mut Report) {
        let Edited { observation, places, counts, passages, .. } = edited;
        for id in places.iter().filter(|id| !self.places.iter().any(|place| place.id == **id)) {
            report.fault(id, format!("unknown place “{id}”"), "use an id of places.json");
        }
        for count in counts {
            self.count(count, report);
        }
        for number in numbers(observation).filter(|number| counts.iter().all(|count| count.times != *number)) {
            let reason = format!("nothing counts the {number} of “{observation}”");
            report.fault(observation, reason, "give a count with so many `times`, or say it without a number");
        }
        let mut read = Vec::new();
        for id in passages {
            let found = self.documents.iter().find_map(|document| Some((document, document.passage(id)?)));
            match found {
                Some((document, passage)) => read.push((passage, Reading::of(passage, &document.text))),
                None => {
                    let reason = format!("unknown passage “{id}”");
                    report.fault(id, reason, "use an id that `cargo xtask corpus` writes");
                }
            }
        }
        let names: Vec<&str> = quoted(observation).collect();
        for name in &names {
            let is = |count: &Count| count.words.iter().any(|words| words == name);
            let absent = counts.iter().any(|count| is(count) && count.times == 0);
            let there = read.iter().any(|(_, reading)| reading.text.contains(name));
            // A name that somebody never writes stands in a passage of somebody who does, or nowhere.
            if !there && !absent {
                let reason = format!("“{name}” stands in none of the passages of “{observation}”");
                report.fault(observation, reason, "list a passage that has it, or count it 0 times");
            }
        }
        for (passage, _) in read.iter().filter(|(passage, reading)| {
            passage.kind != BlockKind::Heading && !names.iter().any(|name| reading.text.contains(name))
        }) {
            let reason = format!("“{}” has none of the names of “{observation}”", passage.id);
            report.fault(observation, reason, "list passages that show it; of a document that does not, its title");
        }
    }

    fn count(&self, count: &Count, report: &mut Report) {
        let unknown = |id: &&String| !self.documents.iter().any(|document| document.id == **id);
        if let Some(id) = count.documents.iter().find(unknown) {
            return report.fault(id, format!("unknown document “{id}”"), "use the id of a document");
        }
        for words in &count.words {
            let spelling = self.places.iter().any(|place| place.spellings.contains(words));
            let documents = self.documents.iter().enumerate().filter(|(_, other)| count.documents.contains(&other.id));
            let found: usize = documents
                .map(
                    |(d, document)| {
                        if spelling { self.named(d, document, words) } else { occurrences(document, words) }
                    },
                )
                .sum();
            if found != count.times {
                let of = count.documents.join(", ");
                let reason = format!("“{words}” stands {found} times in {of}, not {}", count.times);
                report.fault(words, reason, "correct the count, and the sentence that gives it");
            }
        }
    }

    /// How often a place is called so: as the table of names counts it.
    fn named(&self, d: usize, document: &Document, words: &str) -> usize {
        let of_document = self.mentions.iter().filter(|mention| mention.document == d);
        of_document
            .filter(|mention| document.passages[mention.passage].text_in(&document.text, mention.range) == words)
            .count()
    }
}

/// How often words that are no spelling of a place stand in a document.
fn occurrences(document: &Document, words: &str) -> usize {
    let in_passage = |passage: &Passage| Reading::of(passage, &document.text).text.matches(words).count();
    document.passages.iter().filter(|passage| passage.kind != BlockKind::Reference).map(in_passage).sum()
}

/// What stands between curly quotation marks.
fn quoted(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split('“').skip(1).filter_map(|rest| rest.split('”').next())
}

/// The numbers that a sentence gives, in digits or as "once" and "twice"; years aside.
fn numbers(sentence: &str) -> impl Iterator<Item = usize> + '_ {
    let words = sentence.split(|c: char| !c.is_alphanumeric());
    words.filter_map(|word| match word {
        "once" | "Once" => Some(1),
        "twice" | "Twice" => Some(2),
        digits => digits.parse().ok().filter(|number| *number < 1000),
    })
}
