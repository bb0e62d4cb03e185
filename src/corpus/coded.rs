//! A passage as the bundle's JSON has it: ranges as distances, which are short and compress well.
//!
//! `at` is the passage's first byte. A run is `[gap, length]`, the gap counted from the end of the run before it,
//! followed by its style and its join. A sentence is `[gap, length]` likewise. Words of
//! dates, of others and fields of references are `[offset, length]`, counted from `at`.

use serde::Serialize;
use serde_json::Value;

use super::record::{Read, Reader, record};
use super::{
    Basis, BlockKind, ByteRange, Dating, Field, FieldKind, Interval, Join, Modality, Mode, Passage, Run, Stretch,
    Style, Undated, Verb, Voice,
};

/// The JSON of a [`Passage`].
#[derive(Serialize)]
pub struct Coded {
    id: String,
    kind: BlockKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    at: u32,
    runs: Vec<CodedRun>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sentences: Vec<(u32, u32)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    times: Vec<CodedDating>,
    #[serde(skip_serializing_if = "Option::is_none")]
    undated: Option<Undated>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<CodedField>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    speech: Vec<CodedStretch>,
}

record!(Coded { id, kind, at, runs; level, sentences, times, undated, note, fields, speech });

type CodedRun = (u32, u32, Style, Join);

#[derive(Serialize)]
struct CodedDating {
    edtf: String,
    days: Interval,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<(u32, u32)>,
    #[serde(skip_serializing_if = "is_default")]
    basis: Basis,
    #[serde(skip_serializing_if = "is_default")]
    modality: Modality,
}

record!(CodedDating { edtf, days; words, basis, modality });

type CodedField = (FieldKind, u32, u32, Option<String>);

/// Offset, length, voices, note.
type CodedStretch = (u32, u32, Vec<CodedVoice>, Option<String>);

/// Speaker, mode, and the verb: its base form, the distance from the passage's first byte to it, its length. The distance is
/// negative where the verb stands in the passage before.
type CodedVoice = (String, Mode, Option<(String, i32, u32)>);

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Sums that a damaged file makes too large end at the largest number; the bundle's check then refuses the range.
fn range(start: u32, length: u32) -> ByteRange {
    ByteRange::new(start, start.saturating_add(length))
}

fn voiced(at: u32, (speaker, mode, verb): CodedVoice) -> Voice {
    let verb =
        verb.map(|(lemma, offset, length)| Verb { lemma, range: range(at.saturating_add_signed(offset), length) });
    Voice { speaker, mode, verb }
}

fn coded(at: u32, Voice { speaker, mode, verb }: Voice) -> CodedVoice {
    let distance = |range: ByteRange| i32::try_from(i64::from(range.start) - i64::from(at)).unwrap_or(i32::MIN);
    (speaker, mode, verb.map(|verb| (verb.lemma, distance(verb.range), verb.range.len())))
}

impl Read for Passage {
    fn read(value: Value, reader: &mut Reader) -> Self {
        Self::from(Coded::read(value, reader))
    }
}

impl From<Coded> for Passage {
    fn from(coded: Coded) -> Self {
        let at = coded.at;
        let step = |end: &mut u32, gap: u32, length: u32| {
            let found = range(end.saturating_add(gap), length);
            *end = found.end;
            found
        };
        let (mut run_end, mut sentence_end) = (at, at);
        let runs = coded.runs.into_iter().map(|(gap, length, style, join)| Run {
            range: step(&mut run_end, gap, length),
            style,
            join,
        });
        let runs = runs.collect();
        let sentences = coded.sentences.into_iter().map(|(gap, length)| step(&mut sentence_end, gap, length)).collect();
        let from_start = |(offset, length): (u32, u32)| range(at.saturating_add(offset), length);
        Self {
            id: coded.id,
            kind: coded.kind,
            level: coded.level,
            runs,
            sentences,
            times: coded
                .times
                .into_iter()
                .map(|time| Dating {
                    edtf: time.edtf,
                    days: time.days,
                    range: time.words.map(from_start),
                    basis: time.basis,
                    modality: time.modality,
                })
                .collect(),
            undated: coded.undated,
            note: coded.note,
            fields: coded
                .fields
                .into_iter()
                .map(|(kind, offset, length, edtf)| Field { kind, range: from_start((offset, length)), edtf })
                .collect(),
            speech: coded
                .speech
                .into_iter()
                .map(|(offset, length, voices, note)| Stretch {
                    range: from_start((offset, length)),
                    voices: voices.into_iter().map(|voice| voiced(at, voice)).collect(),
                    note,
                })
                .collect(),
        }
    }
}

impl From<Passage> for Coded {
    fn from(passage: Passage) -> Self {
        let at = passage.span().start;
        let gaps = |ranges: Vec<ByteRange>| {
            let mut end = at;
            let mut coded = Vec::with_capacity(ranges.len());
            for range in ranges {
                coded.push((range.start - end, range.len()));
                end = range.end;
            }
            coded
        };
        // A reference's caret stands before its text, behind its number: every offset is counted from the number on.
        let from_start = |range: ByteRange| (range.start - at, range.len());
        let placed = gaps(passage.runs.iter().map(|run| run.range).collect());
        Self {
            runs: placed
                .into_iter()
                .zip(&passage.runs)
                .map(|((gap, length), run)| (gap, length, run.style, run.join))
                .collect(),
            sentences: gaps(passage.sentences),
            times: passage
                .times
                .into_iter()
                .map(|time| CodedDating {
                    edtf: time.edtf,
                    days: time.days,
                    words: time.range.map(from_start),
                    basis: time.basis,
                    modality: time.modality,
                })
                .collect(),
            fields: passage
                .fields
                .into_iter()
                .map(|field| {
                    let (offset, length) = from_start(field.range);
                    (field.kind, offset, length, field.edtf)
                })
                .collect(),
            speech: passage
                .speech
                .into_iter()
                .map(|stretch| {
                    let (offset, length) = from_start(stretch.range);
                    (offset, length, stretch.voices.into_iter().map(|voice| coded(at, voice)).collect(), stretch.note)
                })
                .collect(),
            id: passage.id,
            kind: passage.kind,
            level: passage.level,
            at,
            undated: passage.undated,
            note: passage.note,
        }
    }
}
