//! Claims, figures and shared sources: editorial data that quotes passages of several documents.

use serde::Deserialize;
use serde_json::Number;

use super::Sources;
use super::report::Report;
use super::source;
use crate::corpus::{Answer, Bound, Claim, Diagnostic, Document, Figure, Quote, SharedSource, Standing, interval};

const CLAIMS: &str = "assets/annotations/claims.json";
const FIGURES: &str = "assets/annotations/figures.json";
const SOURCES: &str = "assets/annotations/sources.json";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EditedClaim {
    id: String,
    topic: String,
    question: String,
    standing: Standing,
    reason: String,
    answers: Vec<EditedAnswer>,
    note: Option<String>,
    /// In EDTF: what the question asks about begins then.
    since: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EditedAnswer {
    account: String,
    passage: String,
    words: String,
    occurrence: Option<usize>,
    speaker: Option<String>,
    date: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EditedFigure {
    id: String,
    passage: String,
    words: String,
    occurrence: Option<usize>,
    value: Option<f64>,
    min: Option<f64>,
    max: Option<f64>,
    bound: Option<Bound>,
    unit: String,
    counted: String,
    subject: String,
    as_of: String,
    by: Option<String>,
    converted: Option<Converted>,
    group: String,
    note: Option<String>,
}

/// The text's own conversion.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Converted {
    value: Option<Number>,
    min: Option<Number>,
    max: Option<Number>,
    unit: String,
}

impl Converted {
    fn told(self) -> String {
        let Self { value, min, max, unit } = self;
        let numbers: Vec<String> = [value, min, max].into_iter().flatten().map(|number| number.to_string()).collect();
        format!("{} {unit}", numbers.join("–"))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EditedSource {
    id: String,
    source: String,
    uses: Vec<EditedQuote>,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EditedQuote {
    passage: String,
    words: String,
    occurrence: Option<usize>,
}

/// Reads the ledger of claims.
pub fn claims(sources: &Sources, documents: &[Document], faults: &mut Vec<Diagnostic>) -> Vec<Claim> {
    let edited: Vec<EditedClaim> = source::optional(sources, CLAIMS, faults);
    let mut report = Report::new(CLAIMS, sources, faults);
    report.unique(edited.iter().map(|claim| claim.id.as_str()));
    let claims = edited.into_iter().map(|claim| {
        let mut accounts: Vec<&str> = claim.answers.iter().map(|answer| answer.account.as_str()).collect();
        accounts.dedup();
        if (claim.standing == Standing::OneSided) != (accounts.len() == 1) {
            let reason =
                format!("“{}” is {}, with answers of {} accounts", claim.id, claim.standing.name(), accounts.len());
            report.fault(&claim.id, reason, "it is one-sided where one account answers, and only there");
        }
        let answers = claim.answers.iter().filter_map(|answer| {
            let range = report.quoted(documents, &answer.passage, &answer.words, answer.occurrence)?;
            report.dated(&answer.date);
            let of = documents.iter().find(|document| document.passage(&answer.passage).is_some());
            if of.is_some_and(|document| document.account != answer.account) {
                let reason = format!("“{}” does not belong to account “{}”", answer.passage, answer.account);
                report.fault(&answer.passage, reason, "name the account of the passage");
            }
            let (passage, speaker) = (answer.passage.clone(), answer.speaker.clone());
            Some(Answer { passage, range, speaker, date: answer.date.clone() })
        });
        let answers = answers.collect();
        let since = claim.since.and_then(|since| {
            report.dated(&since);
            let first = interval(&since).ok()?.earliest;
            if first.is_none() {
                let hint = "say when what is asked about begins, or leave it out";
                report.fault(&since, format!("“{since}” has no first day"), hint);
            }
            Some(first?.to_string())
        });
        Claim {
            answers,
            since,
            id: claim.id,
            topic: claim.topic,
            question: claim.question,
            standing: claim.standing,
            reason: claim.reason,
            note: claim.note,
        }
    });
    claims.collect()
}

/// Reads the figures.
pub fn figures(sources: &Sources, documents: &[Document], faults: &mut Vec<Diagnostic>) -> Vec<Figure> {
    let edited: Vec<EditedFigure> = source::optional(sources, FIGURES, faults);
    let mut report = Report::new(FIGURES, sources, faults);
    report.unique(edited.iter().map(|figure| figure.id.as_str()));
    let figures = edited.into_iter().filter_map(|figure| {
        let range = report.quoted(documents, &figure.passage, &figure.words, figure.occurrence)?;
        report.dated(&figure.as_of);
        let value = figure.value.map_or((figure.min, figure.max), |value| (Some(value), Some(value)));
        if value == (None, None) {
            report.fault(&figure.id, format!("“{}” has no value", figure.id), "give `value`, or `min` or `max`");
        }
        Some(Figure {
            told: told(value, figure.bound, &figure.unit),
            id: figure.id,
            passage: figure.passage,
            range,
            value,
            bound: figure.bound,
            unit: figure.unit,
            counted: figure.counted,
            subject: figure.subject,
            as_of: figure.as_of,
            by: figure.by,
            group: figure.group,
            converted: figure.converted.map(Converted::told),
            note: figure.note,
        })
    });
    figures.collect()
}

/// A value in plain words.
fn told((least, greatest): (Option<f64>, Option<f64>), bound: Option<Bound>, unit: &str) -> String {
    let number = match (least, greatest) {
        (Some(least), Some(greatest)) if least != greatest => format!("{}–{}", grouped(least), grouped(greatest)),
        (least, greatest) => least.or(greatest).map(grouped).unwrap_or_default(),
    };
    let open = match (least, greatest) {
        (_, None) => Some(Bound::AtLeast),
        (None, _) => Some(Bound::AtMost),
        _ => None,
    };
    let bound = bound.or(open).map_or_else(String::new, |bound| format!("{} ", bound.name().replace('-', " ")));
    let unit = match unit {
        "km2" => "km²",
        "people" if number == "1" => "person",
        unit if number == "1" => unit.trim_end_matches('s'),
        unit => unit,
    };
    format!("{bound}{number} {unit}")
}

/// A number with a comma between thousands.
fn grouped(number: f64) -> String {
    let plain = number.to_string();
    let (whole, rest) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    rest.map_or(grouped.clone(), |rest| format!("{grouped}.{rest}"))
}

/// Reads the sources that several passages lean on.
pub fn shared_sources(sources: &Sources, documents: &[Document], faults: &mut Vec<Diagnostic>) -> Vec<SharedSource> {
    let edited: Vec<EditedSource> = source::optional(sources, SOURCES, faults);
    let mut report = Report::new(SOURCES, sources, faults);
    report.unique(edited.iter().map(|source| source.id.as_str()));
    let shared = edited.into_iter().map(|source| {
        let uses = source.uses.into_iter().filter_map(|quote| {
            let range = report.quoted(documents, &quote.passage, &quote.words, quote.occurrence)?;
            Some(Quote { passage: quote.passage, range })
        });
        SharedSource { uses: uses.collect(), id: source.id, source: source.source, note: source.note }
    });
    shared.collect()
}

/// An entry of the ledger is led to by its id: claims, groups of figures and sources share none.
pub fn apart(
    sources: &Sources,
    claims: &[Claim],
    figures: &[Figure],
    shared: &[SharedSource],
    faults: &mut Vec<Diagnostic>,
) {
    let mut taken: Vec<&str> = claims.iter().map(|claim| claim.id.as_str()).collect();
    let mut groups: Vec<&str> = figures.iter().map(|figure| figure.group.as_str()).collect();
    groups.sort_unstable();
    groups.dedup();
    let shared = shared.iter().map(|source| source.id.as_str()).collect();
    for (file, ids) in [(FIGURES, groups), (SOURCES, shared)] {
        let mut report = Report::new(file, sources, faults);
        for id in ids.iter().filter(|id| taken.contains(id)) {
            report.fault(id, format!("“{id}” is the id of another entry of the ledger"), "give it one of its own");
        }
        taken.extend(ids);
    }
}

impl Report<'_> {
    /// Ids name one thing each.
    fn unique<'a>(&mut self, ids: impl Iterator<Item = &'a str>) {
        let mut seen: Vec<&str> = Vec::new();
        for id in ids {
            if seen.contains(&id) {
                self.fault(id, format!("“{id}” stands twice"), "give every entry an id of its own");
            }
            seen.push(id);
        }
    }

    /// A date is EDTF.
    fn dated(&mut self, edtf: &str) {
        if let Err(error) = interval(edtf) {
            self.fault(edtf, error.to_string(), "write the date as EDTF (ISO 8601-2)");
        }
    }
}
