//! Originals, metadata and editorial data become the bundle, or a list of what is wrong with them.
//!
//! The compiler reads no files: the caller hands it the sources by path. A fault in one source does not hide the
//! faults in the others.

mod claims;
mod entries;
mod metadata;
mod naming;
mod periods;
mod places;
mod publishers;
mod relations;
mod report;
mod source;
mod times;
mod voices;

pub use source::Sources;

use crate::corpus::{Bundle, Diagnostic, Document, FORMAT, Interval, Position, Speaker};
use crate::import::{Hints, import};
use crate::measure::{self, Comparison};
use metadata::{Corpus, Metadata};

/// Where the description of the corpus stands: its title, its accounts and their documents.
pub const CORPUS: &str = "assets/documents/corpus.json";

/// Compiles the bundle from sources keyed by their path from the project's root.
///
/// # Errors
/// Every fault found, in order of file and place.
pub fn compile(sources: &Sources) -> Result<Bundle, Vec<Diagnostic>> {
    let mut faults = Vec::new();
    let corpus: Corpus = source::json(sources, CORPUS).map_err(|fault| vec![fault])?;
    listed_once(sources, &corpus).map_err(|fault| vec![fault])?;
    let mut documents = Vec::new();
    for id in corpus.accounts.iter().flat_map(|account| &account.documents) {
        match document(sources, id) {
            Ok(document) => documents.push(document),
            Err(mut found) => faults.append(&mut found),
        }
    }
    for document in &documents {
        let listed = |account: &&crate::corpus::Account| account.documents.contains(&document.id);
        let account = corpus.accounts.iter().find(listed).map_or("", |account| &account.id);
        if account != document.account {
            let file = metadata::path(&document.id);
            let known = corpus.accounts.iter().any(|account| account.id == document.account);
            let (reason, hint) = if known {
                let reason = format!("it says account “{}”, but is listed under “{account}”", document.account);
                (reason, format!("name the account that lists it in {CORPUS}"))
            } else {
                (format!("unknown account “{}”", document.account), format!("use the id of an account in {CORPUS}"))
            };
            let position = Position::of(&format!("\"{}\"", document.account), source::text(sources, &file));
            faults.push(Diagnostic { file, position, reason, hint });
        }
    }
    let before = faults.len();
    let periods = periods::read(sources, &mut faults);
    // Periods with faults of their own hold nothing against a date.
    let whole = faults.len() == before;
    let days: Vec<Interval> = periods.iter().filter(|_| whole).map(|period| period.days).collect();
    let speakers = voices::speakers(sources, &corpus.accounts, &mut faults);
    for document in &mut documents {
        times::annotate(sources, &days, document, &mut faults);
        voices::annotate(sources, &speakers, document, &mut faults);
        in_whose_name(sources, &speakers, document, &mut faults);
    }
    let known: Vec<&String> = corpus.accounts.iter().flat_map(|account| &account.documents).collect();
    let purposes = periods::purposes(sources, &known, &documents, &periods, &mut faults);
    let places = places::read(sources, &mut faults);
    // What joins documents is looked up when they are all there: one that could not be read has its own fault.
    let whole = documents.len() == known.len();
    let joined = if whole { sources } else { &Sources::new() };
    let homonyms = places::homonyms(joined, &places, &documents, &mut faults);
    let naming = naming::read(joined, &documents, &places, &homonyms, &mut faults);
    let claims = claims::claims(joined, &documents, &mut faults);
    let figures = claims::figures(joined, &documents, &mut faults);
    let shared = claims::shared_sources(joined, &documents, &mut faults);
    claims::apart(joined, &claims, &figures, &shared, &mut faults);
    let relations = relations::read(joined, &documents, &mut faults);
    let lexicon = relations::lexicon(sources, &mut faults);
    let publishers = publishers::read(joined, &documents, &mut faults);
    if faults.is_empty() {
        documents.sort_by_key(|document| document.written.days.earliest);
        let Corpus { title, edited, about, teachers, method, accounts } = corpus;
        let mut bundle = Bundle {
            format: FORMAT,
            title,
            edited,
            about,
            teachers,
            method,
            accounts,
            documents,
            periods,
            purposes,
            speakers,
            places,
            homonyms,
            naming,
            claims,
            figures,
            sources: shared,
            relations,
            publishers,
            measures: Vec::new(),
            remarks: Vec::new(),
        };
        let comparisons = measure::compare(&bundle, lexicon.as_ref());
        if let Some(lexicon) = &lexicon {
            let by_rule = relations::by_rule(&bundle, lexicon);
            bundle.relations.extend(by_rule);
        }
        bundle.measures = comparisons.iter().map(Comparison::measure).collect();
        bundle.remarks = comparisons.into_iter().flat_map(|comparison| comparison.remarks).collect();
        Ok(bundle)
    } else {
        faults.sort();
        Err(faults)
    }
}

/// The speaker in whose name a document is issued is known.
fn in_whose_name(sources: &Sources, speakers: &[Speaker], document: &Document, faults: &mut Vec<Diagnostic>) {
    let Some(id) = &document.issuer.speaker else { return };
    if !speakers.iter().any(|speaker| speaker.id == *id) {
        let file = metadata::path(&document.id);
        report::Report::new(&file, sources, faults).fault(
            id,
            format!("unknown speaker “{id}”"),
            "use an id of speakers.json, or leave it out",
        );
    }
}

/// Every account and every document stands once: an id names one thing.
fn listed_once(sources: &Sources, corpus: &Corpus) -> Result<(), Diagnostic> {
    let accounts: Vec<&String> = corpus.accounts.iter().map(|account| &account.id).collect();
    let documents: Vec<&String> = corpus.accounts.iter().flat_map(|account| &account.documents).collect();
    for (what, ids) in [("account", accounts), ("document", documents)] {
        if let Some(twice) = ids.iter().enumerate().find(|(i, id)| ids[..*i].contains(id)).map(|(_, id)| *id) {
            return Err(Diagnostic {
                file: CORPUS.into(),
                position: Position::of(&format!("\"{twice}\""), source::text(sources, CORPUS)),
                reason: format!("{what} “{twice}” stands twice"),
                hint: "list every account once, and every document under one account".into(),
            });
        }
    }
    Ok(())
}

fn document(sources: &Sources, id: &str) -> Result<Document, Vec<Diagnostic>> {
    let file = metadata::path(id);
    let mut metadata: Metadata = source::json(sources, &file).map_err(|fault| vec![fault])?;
    let original = format!("assets/documents/{}", metadata.file);
    let Some(text) = sources.get(&original) else {
        return Err(vec![Diagnostic {
            position: Position::of(&metadata.file, source::text(sources, &file)),
            file,
            reason: format!("the original “{}” is missing", metadata.file),
            hint: "put the original, unchanged, beside its metadata".into(),
        }]);
    };
    let digest = crate::verify::digest(text);
    if digest != metadata.sha256 {
        return Err(vec![Diagnostic {
            position: Position::of("\"sha256\"", source::text(sources, &file)),
            file,
            reason: format!("the original has SHA-256 {digest}, the metadata says {}", metadata.sha256),
            hint: "an original is never changed: restore it, or give a new source a new document".into(),
        }]);
    }
    match crate::corpus::interval(&metadata.written.edtf) {
        Ok(days) => metadata.written.days = days,
        Err(error) => {
            return Err(vec![Diagnostic {
                position: Position::of("\"written\"", source::text(sources, &file)),
                file,
                reason: error.to_string(),
                hint: "write the date as EDTF, an interval where only its bounds are known".into(),
            }]);
        }
    }
    let structure = format!("assets/annotations/structure/{id}.json");
    let hints = if sources.contains_key(&structure) {
        let hints: Hints = source::json(sources, &structure).map_err(|fault| vec![fault])?;
        if hints.document != id {
            return Err(vec![Diagnostic {
                position: source::place(source::text(sources, &structure), &hints.document),
                file: structure,
                reason: format!("the file is about “{}”", hints.document),
                hint: "name the file's document".into(),
            }]);
        }
        hints.lines
    } else {
        Vec::new()
    };
    let imported = import(metadata.reader, id, text, &hints).map_err(|errors| {
        let notes = source::text(sources, &structure);
        let fault = |error: crate::import::HintError| Diagnostic {
            file: structure.clone(),
            position: source::place(notes, &error.begins),
            reason: error.to_string(),
            hint: "quote the beginning of a line of the original, in the order of the text".into(),
        };
        errors.into_iter().map(fault).collect::<Vec<_>>()
    })?;
    Ok(metadata.into_document(id, text, imported))
}
