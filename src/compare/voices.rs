//! Who speaks: in whose name a passage is said, and who gets to speak in which account.

use super::order::by_count;
use crate::corpus::{Bundle, ByteRange, Document, Mode, Passage, Speaker, Stretch};

/// How somebody's voice stands in a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// The document itself is issued in that name.
    First,
    /// The document quotes or reports it.
    Second,
}

/// Whether a speaker goes by `voice`: its own id, or the account of the side in whose name it speaks.
fn speaks_as(speaker: &Speaker, voice: &str) -> bool {
    speaker.id == voice || speaker.side.as_deref() == Some(voice)
}

fn speaks(bundle: &Bundle, stretch: &Stretch, voice: &str) -> bool {
    stretch.voices.iter().any(|step| bundle.speaker(&step.speaker).is_some_and(|speaker| speaks_as(speaker, voice)))
}

/// Whether a passage is said in a name: that of a speaker, or of all who speak for the side of an account.
#[must_use]
pub fn hand(bundle: &Bundle, document: &Document, passage: &Passage, voice: &str) -> Option<Hand> {
    let issuer = document.issuer.speaker.as_ref().and_then(|id| bundle.speaker(id));
    if issuer.is_some_and(|issuer| speaks_as(issuer, voice)) {
        return Some(Hand::First);
    }
    passage.speech.iter().any(|stretch| speaks(bundle, stretch, voice)).then_some(Hand::Second)
}

/// The stretches of a passage that are said in a name.
#[must_use]
pub fn said(bundle: &Bundle, passage: &Passage, voice: &str) -> Vec<ByteRange> {
    let said = passage.speech.iter().filter(|stretch| speaks(bundle, stretch, voice));
    said.map(|stretch| stretch.range).collect()
}

/// The names of those whom a passage itself quotes or reports, in order; before them those who speak as `asked`, whoever reports
/// them.
#[must_use]
pub fn voices<'a>(bundle: &'a Bundle, passage: &Passage, asked: Option<&str>) -> Vec<&'a str> {
    let (mut names, mut heard) = (Vec::new(), 0);
    for stretch in &passage.speech {
        for (step, voice) in stretch.voices.iter().enumerate() {
            let Some(speaker) = bundle.speaker(&voice.speaker) else { continue };
            let is_asked = asked.is_some_and(|asked| speaks_as(speaker, asked));
            if (is_asked || step == 0) && !names.contains(&speaker.name.as_str()) {
                names.insert(if is_asked { heard } else { names.len() }, speaker.name.as_str());
                heard += usize::from(is_asked);
            }
        }
    }
    names
}

/// Whether a text can be looked for what is said in this name.
#[must_use]
pub fn is_voice(bundle: &Bundle, voice: &str) -> bool {
    bundle.speakers.iter().any(|speaker| speaks_as(speaker, voice))
}

/// How often somebody speaks in an account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Stretches given word for word.
    pub quoted: usize,
    /// Stretches given in other words.
    pub reported: usize,
    /// The verbs that attribute them, in base form, the most frequent first.
    pub verbs: Vec<(String, usize)>,
}

/// A speaker, and its share in each account in the bundle's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoiceRow {
    /// Index of the speaker.
    pub speaker: usize,
    /// One share for each account.
    pub shares: Vec<Share>,
}

impl VoiceRow {
    /// All stretches in all accounts.
    #[must_use]
    pub fn total(&self) -> usize {
        self.shares.iter().map(|share| share.quoted + share.reported).sum()
    }
}

/// Who gets to speak, the most frequent first. A stretch counts for the last of its voices: whoever stands before it
/// has a stretch of its own.
#[must_use]
pub fn shares(bundle: &Bundle) -> Vec<VoiceRow> {
    let mut rows: Vec<VoiceRow> = (0..bundle.speakers.len())
        .map(|speaker| VoiceRow { speaker, shares: vec![Share::default(); bundle.accounts.len()] })
        .collect();
    for (account, _, stretch) in stretches(bundle) {
        let Some(voice) = stretch.voices.last() else { continue };
        let Some(speaker) = bundle.speakers.iter().position(|speaker| speaker.id == voice.speaker) else { continue };
        let share = &mut rows[speaker].shares[account];
        match voice.mode {
            Mode::Quoted => share.quoted += 1,
            Mode::Reported => share.reported += 1,
        }
        if let Some(verb) = &voice.verb {
            match share.verbs.iter_mut().find(|(lemma, _)| *lemma == verb.lemma) {
                Some((_, count)) => *count += 1,
                None => share.verbs.push((verb.lemma.clone(), 1)),
            }
        }
    }
    for share in rows.iter_mut().flat_map(|row| &mut row.shares) {
        share.verbs = by_count(std::mem::take(&mut share.verbs), |(_, count)| *count);
    }
    rows.retain(|row| row.total() > 0);
    by_count(rows, VoiceRow::total)
}

/// What these have together, in each account; without verbs.
#[must_use]
pub fn sum(rows: &[&VoiceRow]) -> Vec<Share> {
    let accounts = rows.first().map_or(0, |row| row.shares.len());
    let of = |a: usize, count: fn(&Share) -> usize| rows.iter().map(|row| count(&row.shares[a])).sum();
    (0..accounts)
        .map(|a| Share { quoted: of(a, |one| one.quoted), reported: of(a, |one| one.reported), verbs: Vec::new() })
        .collect()
}

/// All stretches with the index of their account and their passage, in order of the accounts and texts.
pub fn stretches(bundle: &Bundle) -> impl Iterator<Item = (usize, &Passage, &Stretch)> {
    bundle.accounts.iter().enumerate().flat_map(move |(a, account)| {
        let documents = bundle.documents.iter().filter(move |document| document.account == account.id);
        let passages = documents.flat_map(|document| &document.passages);
        passages.flat_map(move |passage| passage.speech.iter().map(move |stretch| (a, passage, stretch)))
    })
}
