//! Voices: the stretches that the engine takes for somebody else's words against those that the editors marked.

use super::Comparison;
use crate::annotate::voice::{Counts, Fault, Given, Plain, Score, Stretch, score, voices_of};
use crate::corpus::{BlockKind, Bundle, Difference, Document, Reading, Remark};

/// Stretches quoted and reported, their verbs and speakers.
pub fn compare(bundle: &Bundle) -> Vec<Comparison> {
    let mut all = Score::default();
    let mut remarks = Vec::new();
    for document in &bundle.documents {
        of_document(bundle, document, &mut all, &mut remarks);
    }
    let told = |what: &str, counts: Counts| Comparison {
        both: counts.both as usize,
        engine: Some(counts.found as usize),
        editorial: counts.given as usize,
        ..Comparison::of(what)
    };
    let mut quoted = told("Quotations found", all.quoted);
    quoted.remarks = remarks;
    vec![
        quoted,
        told("Reported claims found", all.reported),
        told("Verbs of attribution", all.verbs),
        told("Speakers", all.speakers),
    ]
}

fn of_document(bundle: &Bundle, document: &Document, all: &mut Score, remarks: &mut Vec<Remark>) {
    let readings: Vec<Reading> = document.passages.iter().map(|passage| Reading::of(passage, &document.text)).collect();
    let plain = document.passages.iter().zip(&readings);
    let plain: Vec<Plain> = plain.map(|(passage, reading)| Plain { kind: passage.kind, text: &reading.text }).collect();
    for (index, found) in voices_of(&plain).iter().enumerate() {
        let passage = &document.passages[index];
        // What a reference quotes is known from its form: there is nothing to find.
        if passage.kind == BlockKind::Reference {
            continue;
        }
        let named: Vec<String> = passage.speech.iter().map(|stretch| name(bundle, stretch)).collect();
        let given: Vec<Given> = (passage.speech.iter().zip(&named))
            .filter_map(|(stretch, speaker)| {
                let voice = stretch.voices.last()?;
                Some(Given {
                    range: readings[index].read(stretch.range),
                    mode: voice.mode,
                    lemma: voice.verb.as_ref().map(|verb| verb.lemma.as_str()),
                    speaker,
                })
            })
            .collect();
        let score = score(&plain, index, found, &given);
        let speaker = |stretch: &Stretch| {
            let words = stretch.speaker?.words;
            words.range.slice(&readings.get(words.passage as usize)?.text).map(str::to_owned)
        };
        remarks.extend(score.faults.iter().filter_map(|fault| {
            let (difference, range, says) = match *fault {
                Fault::Missed(editor) => (Difference::VoiceMissed, given[editor].range, None),
                Fault::Invented(engine) => (Difference::VoiceAdded, found[engine].range, speaker(&found[engine])),
                Fault::Extent(_, engine) => (Difference::VoiceExtent, found[engine].range, None),
                Fault::Verb(_, engine) => {
                    let verb = found[engine].verb.map(|verb| verb.lemma.to_owned());
                    (Difference::VoiceVerb, found[engine].range, verb)
                }
                Fault::Speaker(_, engine) => (Difference::VoiceSpeaker, found[engine].range, speaker(&found[engine])),
            };
            let range = readings[index].original(range)?;
            Some(Remark { passage: passage.id.clone(), range, difference, says })
        }));
        all.add(&score);
    }
}

/// All words that name the speaker of a stretch.
fn name(bundle: &Bundle, stretch: &crate::corpus::Stretch) -> String {
    let speaker = stretch.voices.last().and_then(|voice| bundle.speaker(&voice.speaker));
    speaker.map_or_else(String::new, |speaker| {
        let office = speaker.office.as_deref().unwrap_or_default();
        let note = speaker.note.as_deref().unwrap_or_default();
        format!("{} {office} {note}", speaker.name)
    })
}
