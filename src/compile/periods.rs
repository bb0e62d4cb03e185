//! The periods, and what lies outside a document's purpose.

use super::Sources;
use super::source;
use crate::corpus::{Day, Diagnostic, Document, Interval, Period, Position, Purpose, interval};

const PERIODS: &str = "assets/annotations/periods.json";
const PURPOSES: &str = "assets/annotations/purposes.json";

/// Reads the periods and checks that each begins on the day after the one before it ended.
pub fn read(sources: &Sources, faults: &mut Vec<Diagnostic>) -> Vec<Period> {
    let mut periods: Vec<Period> = match source::json(sources, PERIODS) {
        Ok(periods) => periods,
        Err(fault) => {
            faults.push(fault);
            return Vec::new();
        }
    };
    let text = source::text(sources, PERIODS);
    let fault = |period: &Period, reason: String, hint: &str| Diagnostic {
        file: PERIODS.into(),
        position: Position::of(&format!("\"{}\"", period.edtf), text),
        reason,
        hint: hint.into(),
    };
    let mut before: Option<(&Period, Interval)> = None;
    for (i, period) in periods.iter().enumerate() {
        let days = match interval(&period.edtf) {
            Ok(days) => days,
            Err(error) => {
                faults.push(fault(period, error.to_string(), "write `first-day/last-day`"));
                before = None;
                continue;
            }
        };
        if periods[..i].iter().any(|other| other.id == period.id) {
            faults.push(fault(period, format!("period “{}” stands twice", period.id), "ids of periods are unique"));
        }
        if let Some((previous, last)) = before {
            let gap = days.earliest.zip(last.latest).map(|(begin, end): (Day, Day)| begin.number() - end.number());
            if gap != Some(1) {
                let what = if gap.is_some_and(|gap| gap > 1) { "leaves a gap after" } else { "overlaps" };
                faults.push(fault(
                    period,
                    format!("period “{}” ({}) {what} “{}” ({})", period.id, period.edtf, previous.id, previous.edtf),
                    "a period begins on the day after the one before it ended",
                ));
            }
        }
        before = Some((period, days));
    }
    for period in &mut periods {
        period.days = interval(&period.edtf).unwrap_or_default();
    }
    periods
}

/// Reads what lies outside a document's purpose; `known` are the ids of all documents. The words it rests on must stand in the document.
pub fn purposes(
    sources: &Sources,
    known: &[&String],
    documents: &[Document],
    periods: &[Period],
    faults: &mut Vec<Diagnostic>,
) -> Vec<Purpose> {
    if !sources.contains_key(PURPOSES) {
        return Vec::new();
    }
    let purposes: Vec<Purpose> = match source::json(sources, PURPOSES) {
        Ok(purposes) => purposes,
        Err(fault) => {
            faults.push(fault);
            return Vec::new();
        }
    };
    let text = source::text(sources, PURPOSES);
    for purpose in &purposes {
        let mut fault = |found: &str, reason: String, hint: &str| {
            faults.push(Diagnostic {
                file: PURPOSES.into(),
                position: Position::of(&format!("\"{found}"), text),
                reason,
                hint: hint.into(),
            });
        };
        for id in &purpose.periods {
            if !periods.iter().any(|period| period.id == *id) {
                fault(id, format!("unknown period “{id}”"), "use an id of periods.json");
            }
        }
        if !known.contains(&&purpose.document) {
            fault(&purpose.document, format!("unknown document “{}”", purpose.document), "use the id of a document");
        }
        // A document that could not be read has its own fault; there is nothing to look the words up in.
        match documents.iter().find(|document| document.id == purpose.document) {
            None => {}
            Some(document) if !document.text.contains(&purpose.words) => fault(
                &purpose.words,
                format!("“{}” does not stand in {}", purpose.words, document.id),
                "quote the document's own words, exactly",
            ),
            Some(_) => {}
        }
    }
    purposes
}
