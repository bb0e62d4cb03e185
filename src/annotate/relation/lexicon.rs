//! The lexicon of topics: a table of what texts about a conflict speak of, and the words that signal it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Deserialize;

use super::text::{Reader, Token, is_function_word, plain};

/// The JSON of the lexicon.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(rename = "note")]
    _note: String,
    concepts: Vec<Row>,
    #[serde(default)]
    families: Vec<FamilyRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    label: String,
    #[serde(default = "one")]
    weight: f64,
    cues: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FamilyRow {
    id: String,
    topics: Vec<String>,
}

const fn one() -> f64 {
    1.0
}

/// Why a lexicon cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LexiconError {
    /// What is wrong, with the entry it stands in.
    pub reason: String,
    /// How to mend it.
    pub hint: String,
}

impl fmt::Display for LexiconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.reason, self.hint)
    }
}

impl std::error::Error for LexiconError {}

/// One place of a phrase: any of these.
type Alternatives = Vec<Form>;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    Stem(String),
    /// The very word (`=force` is not “forces”).
    Word(String),
}

impl Form {
    fn fits(&self, token: &Token) -> bool {
        match self {
            Self::Stem(stem) => *stem == token.stem,
            Self::Word(word) => *word == token.word,
        }
    }
}

/// Words that follow one another, function words apart.
#[derive(Clone, Debug)]
pub(super) struct Phrase(Vec<Alternatives>);

impl Phrase {
    fn new(text: &str, reader: &Reader) -> Self {
        let places = text.split_whitespace().map(|place| {
            let words = place.split('/').filter_map(|word| match word.strip_prefix('=') {
                Some(exact) => Some(Form::Word(exact.to_owned())),
                None => Some(plain(word)).filter(|word| !is_function_word(word)).map(|w| Form::Stem(reader.stem(&w))),
            });
            words.collect::<Alternatives>()
        });
        Self(places.filter(|place| !place.is_empty()).collect())
    }

    /// Whether it stands at `at`, within one sentence.
    pub(super) fn stands_at(&self, tokens: &[Token], at: usize) -> bool {
        let Some(here) = tokens.get(at..at.saturating_add(self.0.len())) else { return false };
        let one_sentence = here.first().map(|token| token.sentence) == here.last().map(|token| token.sentence);
        one_sentence && here.iter().zip(&self.0).all(|(token, place)| place.iter().any(|form| form.fits(token)))
    }

    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }
}

/// A phrase, or two that stand close together.
#[derive(Clone, Debug)]
struct Cue(Phrase, Option<Phrase>);

/// The words between two parts of a cue are at most this many.
const WINDOW: usize = 12;

#[derive(Clone, Debug)]
struct Concept {
    id: String,
    label: String,
    weight: f64,
    cues: Vec<Cue>,
    except: Vec<Phrase>,
}

/// The topics, ready to be found in texts.
#[derive(Clone, Debug)]
pub struct Lexicon {
    concepts: Vec<Concept>,
    /// Concept → those that stand in one family with it.
    kin: Vec<BTreeSet<usize>>,
    /// By the first word of a phrase: which phrases of which concept to try there.
    starts: BTreeMap<Form, Vec<(usize, Part)>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    First(usize),
    Second(usize),
    Except(usize),
}

/// The topics of a text: concept → the tokens at which it is signalled, in order.
pub(super) type Topics = BTreeMap<usize, BTreeSet<usize>>;

impl Lexicon {
    /// Reads `assets/annotations/concepts.json`.
    ///
    /// # Errors
    /// [`LexiconError`] where it is not of the table's shape, an id stands twice, a family names no concept, or a cue has
    /// no content word.
    pub fn from_json(json: &str) -> Result<Self, LexiconError> {
        let fault = |reason: String, hint: &str| LexiconError { reason, hint: hint.to_owned() };
        let table: Table = serde_json::from_str(json)
            .map_err(|error| fault(error.to_string(), "write concepts and families as the existing ones are"))?;
        let reader = Reader::new();
        let mut concepts: Vec<Concept> = Vec::new();
        for row in table.concepts {
            if concepts.iter().any(|concept| concept.id == row.id) {
                return Err(fault(format!("concept “{}” stands twice", row.id), "merge the two"));
            }
            if !(row.weight.is_finite() && row.weight > 0.0) {
                return Err(fault(format!("concept “{}” has weight {}", row.id, row.weight), "give it one above 0"));
            }
            let (mut cues, mut except) = (Vec::new(), Vec::new());
            for cue in &row.cues {
                if let Some(word) =
                    cue.split(|c: char| c.is_whitespace() || "/&!".contains(c)).find(|w| is_function_word(w))
                {
                    let reason =
                        format!("cue “{cue}” of concept “{}” counts on “{word}”, which is passed over", row.id);
                    return Err(fault(reason, "leave function words out"));
                }
                let parts: Vec<Phrase> =
                    cue.trim_start_matches('!').split('&').map(|part| Phrase::new(part, &reader)).collect();
                let mut parts = if parts.iter().any(|part| part.len() == 0) { Vec::new() } else { parts }.into_iter();
                match (cue.starts_with('!'), parts.next(), parts.next(), parts.next()) {
                    (true, Some(phrase), None, None) => except.push(phrase),
                    (false, Some(first), second, None) => cues.push(Cue(first, second)),
                    _ => {
                        let reason = format!("cue “{cue}” of concept “{}” cannot be read", row.id);
                        return Err(fault(reason, "give it a content word in each of its one or two parts"));
                    }
                }
            }
            let Row { id, label, weight, .. } = row;
            concepts.push(Concept { id, label, weight, cues, except });
        }
        let kin = kin(&table.families, &concepts).map_err(|(family, topic)| {
            let reason = format!("family “{family}” has “{topic}”, which is no concept");
            fault(reason, "give it ids of concepts")
        })?;
        let mut starts: BTreeMap<Form, Vec<(usize, Part)>> = BTreeMap::new();
        for (c, concept) in concepts.iter().enumerate() {
            let cues = concept.cues.iter().enumerate().flat_map(|(n, Cue(first, second))| {
                std::iter::once((Part::First(n), first))
                    .chain(second.iter().map(move |phrase| (Part::Second(n), phrase)))
            });
            let except = concept.except.iter().enumerate().map(|(n, phrase)| (Part::Except(n), phrase));
            for (part, phrase) in cues.chain(except) {
                for form in phrase.0.iter().take(1).flatten() {
                    starts.entry(form.clone()).or_default().push((c, part));
                }
            }
        }
        Ok(Self { concepts, kin, starts })
    }

    /// The id of a concept.
    pub(super) fn id(&self, concept: usize) -> &str {
        self.concepts.get(concept).map_or("", |concept| &concept.id)
    }

    /// All concepts with their places in the table.
    pub(super) fn ids(&self) -> impl Iterator<Item = (usize, &str)> {
        self.concepts.iter().map(|concept| concept.id.as_str()).enumerate()
    }

    pub(super) fn weight(&self, concept: usize) -> f64 {
        self.concepts.get(concept).map_or(1.0, |concept| concept.weight)
    }

    /// The concepts that stand in one family with it, itself aside.
    pub(super) fn kin(&self, concept: usize) -> impl Iterator<Item = usize> {
        self.kin.get(concept).into_iter().flatten().copied()
    }

    /// The neutral name of a topic, by its id.
    #[must_use]
    pub fn label(&self, id: &str) -> Option<&str> {
        self.concepts.iter().find(|concept| concept.id == id).map(|concept| concept.label.as_str())
    }

    fn phrase(&self, concept: usize, part: Part) -> Option<&Phrase> {
        let concept = self.concepts.get(concept)?;
        match part {
            Part::First(n) => concept.cues.get(n).map(|cue| &cue.0),
            Part::Second(n) => concept.cues.get(n).and_then(|cue| cue.1.as_ref()),
            Part::Except(n) => concept.except.get(n),
        }
    }

    /// The topics of a text.
    pub(super) fn topics(&self, tokens: &[Token]) -> Topics {
        let mut found: BTreeMap<(usize, Part), Vec<usize>> = BTreeMap::new();
        for (at, token) in tokens.iter().enumerate() {
            for key in [Form::Stem(token.stem.clone()), Form::Word(token.word.clone())] {
                for &(concept, part) in self.starts.get(&key).into_iter().flatten() {
                    if self.phrase(concept, part).is_some_and(|phrase| phrase.stands_at(tokens, at)) {
                        found.entry((concept, part)).or_default().push(at);
                    }
                }
            }
        }
        let excepted = |concept: usize, at: usize, length: usize| {
            found.range((concept, Part::Except(0))..=(concept, Part::Except(usize::MAX))).any(|(&(_, part), starts)| {
                let other = self.phrase(concept, part).map_or(0, Phrase::len);
                starts.iter().any(|&start| start < at + length && at < start + other)
            })
        };
        let mut topics = Topics::new();
        for (&(concept, part), starts) in &found {
            let Part::First(n) = part else { continue };
            let Some(Cue(first, second)) = self.concepts.get(concept).and_then(|found| found.cues.get(n)) else {
                continue;
            };
            let seconds = found.get(&(concept, Part::Second(n))).map_or(&[][..], Vec::as_slice);
            for &at in starts {
                let near = |other: &usize| {
                    at.abs_diff(*other) <= WINDOW
                        && tokens.get(at).map(|token| token.sentence) == tokens.get(*other).map(|token| token.sentence)
                };
                if (second.is_none() || seconds.iter().any(near)) && !excepted(concept, at, first.len()) {
                    topics.entry(concept).or_default().insert(at);
                }
            }
        }
        topics
    }
}

/// Concept → its kin; or a family's id and what it names that is no concept.
fn kin(families: &[FamilyRow], concepts: &[Concept]) -> Result<Vec<BTreeSet<usize>>, (String, String)> {
    let mut kin = vec![BTreeSet::new(); concepts.len()];
    for family in families {
        let place = |topic: &String| {
            let found = concepts.iter().position(|concept| concept.id == *topic);
            found.ok_or_else(|| (family.id.clone(), topic.clone()))
        };
        let members: BTreeSet<usize> = family.topics.iter().map(place).collect::<Result<_, _>>()?;
        for &member in &members {
            if let Some(kin) = kin.get_mut(member) {
                kin.extend(members.iter().filter(|&&other| other != member));
            }
        }
    }
    Ok(kin)
}
