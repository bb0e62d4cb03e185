//! What fields narrow a search to, and whether a passage passes.

use super::dictionary::offset;
use super::index::Index;
use super::query::{FieldClause, FilterField, Query};
use super::results::Filters;
use super::spoken::numbers;
use super::token::Tokenizer;
use super::{date, query::QueryWord};
use crate::corpus::{BlockKind, Bundle, Day, Interval};

/// The kinds by the names they may be called by; a plural will do as well.
const KINDS: [(&str, BlockKind); 15] = [
    ("heading", BlockKind::Heading),
    ("paragraph", BlockKind::Paragraph),
    ("quotation", BlockKind::Quotation),
    ("attribution", BlockKind::Attribution),
    ("list-item", BlockKind::ListItem),
    ("footnote", BlockKind::Footnote),
    ("note", BlockKind::Footnote),
    ("reference", BlockKind::Reference),
    ("source", BlockKind::Reference),
    ("caption", BlockKind::Caption),
    ("infobox", BlockKind::Infobox),
    ("signature", BlockKind::Signature),
    ("signatory", BlockKind::Signatory),
    ("letterhead", BlockKind::Letterhead),
    ("hatnote", BlockKind::Hatnote),
];

/// Adds what a field narrows to; whether its value is known.
pub(super) fn apply(bundle: &Bundle, clause: &FieldClause, filters: &mut Filters) -> bool {
    let value = folded(&clause.value);
    let before = filters.clone();
    match clause.field {
        // By the whole name first, then by a part of it: "in:wikipedia", "in:armenia".
        FilterField::In => {
            for fits in [named, named_in_part] {
                if *filters == before {
                    let accounts = bundle.accounts.iter().enumerate();
                    let accounts = accounts.filter(|(_, other)| fits(&value, &[&other.id, &other.name, &other.short]));
                    filters.accounts.extend(accounts.map(|(at, _)| offset(at)));
                }
                if *filters == before {
                    let documents = bundle.documents.iter().enumerate();
                    let documents = documents
                        .filter(|(_, other)| fits(&value, &[&other.id, &other.title.short, &other.title.text]));
                    filters.documents.extend(documents.map(|(at, _)| offset(at)));
                }
            }
        }
        FilterField::Period => {
            let periods = bundle.periods.iter().enumerate();
            let periods = periods.filter(|(_, other)| named(&value, &[&other.id, &other.short, &other.title]));
            filters.periods.extend(periods.map(|(at, _)| offset(at)));
            if filters.periods == before.periods
                && let Some(days) = days(&clause.value)
            {
                let periods = bundle.periods.iter().enumerate().filter(|(_, period)| period.days.overlaps(days));
                filters.periods.extend(periods.map(|(at, _)| offset(at)));
            }
        }
        FilterField::Voice => {
            let speakers = bundle.speakers.iter().enumerate();
            let side = bundle.accounts.iter().find(|account| folded(&account.id) == value).map(|account| &account.id);
            for fits in [named, named_in_part] {
                if *filters == before {
                    let speakers = speakers.clone().filter(|(_, other)| {
                        fits(&value, &[&other.id, &other.name]) || side.is_some() && other.side.as_ref() == side
                    });
                    filters.voices.extend(speakers.map(|(at, _)| offset(at)));
                }
            }
        }
        FilterField::Place => {
            let called = bundle.places.iter().enumerate().filter(|(_, place)| {
                let mut names: Vec<&str> = place.spellings.iter().map(String::as_str).collect();
                names.extend([place.id.as_str(), &place.name]);
                named(&value, &names)
            });
            filters.places.extend(called.map(|(at, _)| offset(at)));
        }
        FilterField::Kind => {
            let singular = value.strip_suffix("ies").map(|stem| format!("{stem}y"));
            let singular = singular.as_deref().or_else(|| value.strip_suffix('s')).unwrap_or(&value);
            let known = KINDS.iter().filter(|(name, _)| folded(name) == value || folded(name) == singular);
            filters.kinds.extend(known.map(|(_, kind)| *kind));
        }
        FilterField::Date => filters.days.extend(days(&clause.value)),
    }
    *filters != before
}

/// Words without case and marks, with single spaces: "2020-war" and "2020 War" are one.
fn folded(text: &str) -> String {
    let mut told = String::new();
    Tokenizer::default().each(text, |word, token| {
        if token.spans == 0 {
            if !told.is_empty() {
                told.push(' ');
            }
            told.push_str(word);
        }
    });
    told
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ').filter(|word| !word.is_empty())
}

fn named(value: &str, names: &[&str]) -> bool {
    !value.is_empty() && names.iter().any(|name| folded(name) == value)
}

/// Whether every word of a value begins a word of one of the names.
fn named_in_part(value: &str, names: &[&str]) -> bool {
    let begins =
        |name: &str, word: &str| words_of(name).any(|other| other == word || word.len() > 2 && other.starts_with(word));
    !value.is_empty()
        && names.iter().map(|name| folded(name)).any(|name| words_of(value).all(|word| begins(&name, word)))
}

/// The days of a date, or from one date to another: "2021-05", "2021-05..2021-06", "2021-05/2021-06".
fn days(value: &str) -> Option<Interval> {
    let one = |text: &str| -> Option<(Day, Day)> {
        let words: Vec<QueryWord> = Query::parse(text).words;
        let date = date::read(&words, text).filter(|date| date.words == words.len())?;
        let (from, to) = date.days(date.year?)?;
        Some((Day::from_number(i64::from(from)), Day::from_number(i64::from(to))))
    };
    if let Some((from, to)) = one(value) {
        return Some(Interval { earliest: Some(from), latest: Some(to) });
    }
    let (from, to) = value.split_once("..").or_else(|| value.split_once('/'))?;
    let open = |text: &str| text.is_empty() || text == "..";
    let (first, last) = (one(from), one(to));
    let known = (first.is_some() || open(from)) && (last.is_some() || open(to)) && (first.is_some() || last.is_some());
    known.then(|| Interval { earliest: first.map(|(day, _)| day), latest: last.map(|(_, day)| day) })
}

/// Filters, with what they compare made ready.
pub(super) struct Sieve<'a> {
    index: &'a Index,
    filters: &'a [Filters],
    /// For each filter the documents issued in the name of one of its voices.
    issued: Vec<Vec<u32>>,
}

impl<'a> Sieve<'a> {
    pub(super) fn new(index: &'a Index, bundle: &Bundle, filters: &'a [Filters]) -> Self {
        let issued = filters.iter().map(|filters| {
            let issuers = bundle.documents.iter().enumerate().filter(|(_, document)| {
                let issuer = document.issuer.speaker.as_ref();
                let speakers = filters.voices.iter().filter_map(|voice| bundle.speakers.get(*voice as usize));
                issuer.is_some_and(|issuer| speakers.into_iter().any(|speaker| speaker.id == *issuer))
            });
            issuers.map(|(at, _)| offset(at)).collect()
        });
        Self { index, filters, issued: issued.collect() }
    }

    /// Whether a passage passes all filters.
    pub(super) fn passes(&self, at: u32) -> bool {
        let (index, unit) = (self.index, &self.index.units[at as usize]);
        self.filters.iter().zip(&self.issued).all(|(filters, issued)| {
            let any = |list: &[u32], is: &dyn Fn(u32) -> bool| list.is_empty() || list.iter().any(|entry| is(*entry));
            let time = |days: &Interval| {
                let (from, to) = numbers(*days);
                index.spoken.of(at).any(|(first, last)| first <= to && from <= last)
            };
            any(&filters.accounts, &|account| index.accounts[unit.document as usize] == account)
                && any(&filters.documents, &|document| unit.document == document)
                && (filters.kinds.is_empty() || filters.kinds.contains(&unit.kind))
                && any(&filters.periods, &|period| index.spoken.periods(at).iter().any(|p| u32::from(*p) == period))
                && any(&filters.places, &|place| index.places.holds(place, at))
                && any(&filters.voices, &|voice| index.voices.holds(voice, at) || issued.contains(&unit.document))
                && (filters.days.is_empty() || filters.days.iter().any(time))
        })
    }
}
