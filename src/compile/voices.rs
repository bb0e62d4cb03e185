//! The editorial layer of voices: who speaks in a document, and where.

use serde::Deserialize;

use super::Sources;
use super::entries::Entries;
use super::report::{Report, find};
use super::source;
use crate::corpus::{
    Account, BlockKind, ByteRange, Diagnostic, Document, FieldKind, Mode, Passage, Speaker, Stretch, Verb, Voice,
};

const SPEAKERS: &str = "assets/annotations/speakers.json";

/// The voices of one document, as the editor writes them.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Voices {
    document: String,
    #[allow(dead_code, reason = "kept in the source for its readers")]
    editor: String,
    #[allow(dead_code, reason = "kept in the source for its readers")]
    edited: String,
    passages: Entries<Vec<Speech>>,
}

/// One stretch; without words it is the whole passage, of a reference what it quotes from its source.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Speech {
    words: Option<String>,
    occurrence: Option<usize>,
    voices: Vec<Step>,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    speaker: String,
    mode: Mode,
    verb: Option<Attribution>,
}

/// The words that attribute a stretch; in another passage where they introduce a block quotation.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Attribution {
    words: String,
    occurrence: Option<usize>,
    passage: Option<String>,
    lemma: String,
}

/// Reads the speakers.
pub fn speakers(sources: &Sources, accounts: &[Account], faults: &mut Vec<Diagnostic>) -> Vec<Speaker> {
    let speakers: Vec<Speaker> = source::optional(sources, SPEAKERS, faults);
    let mut report = Report::new(SPEAKERS, sources, faults);
    for (i, speaker) in speakers.iter().enumerate() {
        if i > 0 && speakers[i - 1].id >= speaker.id {
            report.fault(
                &speaker.id,
                format!("speaker “{}” stands twice or out of order", speaker.id),
                "list every speaker once, in order of the ids",
            );
        }
        if let Some(side) = speaker.side.as_ref().filter(|side| !accounts.iter().any(|account| account.id == **side)) {
            report.fault(
                side,
                format!("unknown side “{side}” of “{}”", speaker.id),
                "use the id of an account, or none",
            );
        }
    }
    speakers
}

/// Writes the editor's voices into the document's passages.
pub fn annotate(sources: &Sources, speakers: &[Speaker], document: &mut Document, faults: &mut Vec<Diagnostic>) {
    let file = format!("assets/annotations/voices/{}.json", document.id);
    let voices: Voices = source::optional(sources, &file, faults);
    let mut report = Report::new(&file, sources, faults);
    if !voices.document.is_empty() && voices.document != document.id {
        report.fault(&voices.document, format!("the file is about “{}”", voices.document), "name the file's document");
    }
    let mut found = Vec::new();
    for (id, speeches) in voices.passages.iter() {
        let Some(index) = document.passages.iter().position(|passage| passage.id == *id) else {
            report.fault(id, format!("unknown passage “{id}”"), "use an id that `cargo xtask corpus` writes");
            continue;
        };
        for speech in speeches {
            match stretch(speech, index, document, speakers) {
                Ok(stretch) => found.push((index, stretch)),
                Err((at, reason, hint)) => report.fault(&at, format!("passage “{id}”: {reason}"), hint),
            }
        }
    }
    for (index, stretch) in found {
        document.passages[index].speech.push(stretch);
    }
    // The importer has found what references quote: whose words they are is left to say.
    let unsaid = document.passages.iter().filter(|passage| quotation(passage).is_some() && passage.speech.is_empty());
    for passage in unsaid.filter(|_| !voices.document.is_empty()) {
        let reason = format!("reference “{}” quotes its source, and nothing says whose words they are", passage.id);
        report.fault(&document.id, reason, "name the speaker, with no `words`: what it quotes is known");
    }
}

/// What a reference quotes from its source.
fn quotation(passage: &Passage) -> Option<ByteRange> {
    passage.fields.iter().find(|field| field.kind == FieldKind::Quotation).map(|field| field.range)
}

/// A stretch of a passage; or what is wrong with it: the string it stands at, the reason, the way out.
fn stretch(
    speech: &Speech,
    index: usize,
    document: &Document,
    speakers: &[Speaker],
) -> Result<Stretch, (String, String, &'static str)> {
    const EXACTLY: &str = "quote the words exactly as the passage has them";
    let passage = &document.passages[index];
    let range = match &speech.words {
        None => match (passage.kind, quotation(passage)) {
            (_, Some(range)) => range,
            (BlockKind::Reference, None) => {
                let reason = "the reference quotes nothing from its source".to_owned();
                return Err((passage.id.clone(), reason, "give the `words`, or leave it out"));
            }
            (_, None) => passage.span(),
        },
        Some(words) => find(passage, &document.text, words, speech.occurrence)
            .ok_or_else(|| (words.clone(), format!("the words “{words}” do not stand in it"), EXACTLY))?,
    };
    if speech.voices.is_empty() {
        return Err((passage.id.clone(), "a stretch without a voice".into(), "name whose words they are"));
    }
    let voices = speech.voices.iter().map(|step| {
        if !speakers.iter().any(|speaker| speaker.id == step.speaker) {
            let reason = format!("unknown speaker “{}”", step.speaker);
            return Err((step.speaker.clone(), reason, "use an id of speakers.json"));
        }
        let verb = step.verb.as_ref().map(|verb| {
            let attributing = verb.passage.as_ref().unwrap_or(&passage.id);
            let range = document
                .passage(attributing)
                .and_then(|passage| find(passage, &document.text, &verb.words, verb.occurrence))
                .ok_or_else(|| {
                    let reason = format!("the words “{}” do not stand in “{attributing}”", verb.words);
                    (verb.words.clone(), reason, EXACTLY)
                })?;
            Ok(Verb { lemma: verb.lemma.clone(), range })
        });
        Ok(Voice { speaker: step.speaker.clone(), mode: step.mode, verb: verb.transpose()? })
    });
    Ok(Stretch { range, voices: voices.collect::<Result<_, _>>()?, note: speech.note.clone() })
}
