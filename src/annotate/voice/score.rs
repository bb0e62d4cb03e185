//! How near the engine's stretches come to those that an editor set.

use super::{Mode, Plain, Speaker, Stretch};
use crate::corpus::ByteRange;

/// A stretch that an editor set: the innermost of its voices.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// Bytes of the passage's text.
    pub range: ByteRange,
    /// Verbatim or not.
    pub mode: Mode,
    /// The base form of the verb, where there is one.
    pub lemma: Option<&'a str>,
    /// The speaker's name, and further words that name the speaker (office, country).
    pub speaker: &'a str,
}

/// What was found and right, found and not given, given and not found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In both.
    pub both: u32,
    /// The engine's alone.
    pub found: u32,
    /// The editor's alone.
    pub given: u32,
}

impl Counts {
    /// The share of what the engine found that is right.
    #[must_use]
    pub fn precision(self) -> f64 {
        share(self.both, self.both + self.found)
    }

    /// The share of what the editor gave that was found.
    #[must_use]
    pub fn recall(self) -> f64 {
        share(self.both, self.both + self.given)
    }

    /// Their harmonic mean (van Rijsbergen 1979).
    #[must_use]
    pub fn f1(self) -> f64 {
        share(2 * self.both, 2 * self.both + self.found + self.given)
    }

    /// Counts of several passages together.
    pub fn add(&mut self, other: Self) {
        self.both += other.both;
        self.found += other.found;
        self.given += other.given;
    }
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 1.0 } else { f64::from(part) / f64::from(whole) }
}

/// Where the two differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The editor's stretch of this number has no counterpart.
    Missed(usize),
    /// The engine's stretch of this number has none.
    Invented(usize),
    /// These two overlap, and one is more than twice as long: editor's, engine's.
    Extent(usize, usize),
    /// These two have different verbs.
    Verb(usize, usize),
    /// These two have different speakers.
    Speaker(usize, usize),
}

/// The counts of a passage or of many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Quoted stretches that share at least half of the shorter one.
    pub quoted: Counts,
    /// Quoted stretches with the same bytes, marks and punctuation at the edges aside.
    pub quoted_exactly: Counts,
    /// Reported stretches that share at least half of the shorter one.
    pub reported: Counts,
    /// Words inside reported stretches.
    pub reported_words: Counts,
    /// Verbs of all stretches, by their first word: a right verb needs a right stretch.
    pub verbs: Counts,
    /// Speakers of all stretches, likewise.
    pub speakers: Counts,
    /// Where they differ, worst first: in the order of the passage within a kind.
    pub faults: Vec<Fault>,
}

impl Score {
    /// Adds another passage's counts; faults are numbered by passage and stay with it.
    pub fn add(&mut self, other: &Self) {
        self.quoted.add(other.quoted);
        self.quoted_exactly.add(other.quoted_exactly);
        self.reported.add(other.reported);
        self.reported_words.add(other.reported_words);
        self.verbs.add(other.verbs);
        self.speakers.add(other.speakers);
    }
}

/// Compares what was found in the passage `index` with what was given for it.
///
/// The same bytes given to several speakers (one joint report) count once; any of their speakers is right.
#[must_use]
pub fn score(passages: &[Plain], index: usize, found: &[Stretch], given: &[Given]) -> Score {
    let mut score = Score::default();
    let Some(passage) = passages.get(index) else { return score };
    let text = passage.text;
    let first =
        |at: usize| given[..at].iter().all(|other| other.range != given[at].range || other.mode != given[at].mode);
    let counted: Vec<usize> = (0..given.len()).filter(|at| first(*at)).collect();
    let pairs = pairs(text, found, given, &counted);
    for mode in [Mode::Quoted, Mode::Reported] {
        let of_mode = |(editor, _): &&(usize, usize)| given[*editor].mode == mode;
        let both = count(pairs.iter().filter(of_mode));
        let counts = Counts {
            both,
            found: count(found.iter().filter(|stretch| stretch.mode == mode)) - both,
            given: count(counted.iter().filter(|at| given[**at].mode == mode)) - both,
        };
        if mode == Mode::Reported {
            score.reported = counts;
            continue;
        }
        let exact =
            |(editor, engine): &&(usize, usize)| bare(text, given[*editor].range) == bare(text, found[*engine].range);
        let exactly = count(pairs.iter().filter(of_mode).filter(exact));
        let missed = counts.both - exactly;
        score.quoted = counts;
        score.quoted_exactly = Counts { both: exactly, found: counts.found + missed, given: counts.given + missed };
    }
    score.reported_words = words(text, found, given);
    for at in &counted {
        if !pairs.iter().any(|(editor, _)| editor == at) {
            score.faults.push(Fault::Missed(*at));
            score.verbs.given += u32::from(given[*at].lemma.is_some());
            score.speakers.given += 1;
        }
    }
    for (at, stretch) in found.iter().enumerate() {
        if !pairs.iter().any(|(_, engine)| *engine == at) {
            score.faults.push(Fault::Invented(at));
            score.verbs.found += u32::from(stretch.verb.is_some());
            score.speakers.found += u32::from(stretch.speaker.is_some());
        }
    }
    for &(editor, engine) in &pairs {
        let (one, other) = (given[editor], found[engine]);
        let (short, long) = (one.range.len().min(other.range.len()), one.range.len().max(other.range.len()));
        if long > 2 * short {
            score.faults.push(Fault::Extent(editor, engine));
        }
        let same = given.iter().filter(|same| same.range == one.range && same.mode == one.mode);
        let verb = other.verb.map(|verb| verb.lemma);
        tell(&mut score, Fault::Verb(editor, engine), one.lemma.is_some(), verb.is_some(), same_verb(one.lemma, verb));
        let named =
            other.speaker.is_some_and(|speaker| same.clone().any(|same| is_named(passages, speaker, same.speaker)));
        tell(&mut score, Fault::Speaker(editor, engine), true, other.speaker.is_some(), named);
    }
    score
}

fn tell(score: &mut Score, fault: Fault, given: bool, found: bool, right: bool) {
    let counts = if matches!(fault, Fault::Verb(..)) { &mut score.verbs } else { &mut score.speakers };
    if given && found && right {
        counts.both += 1;
        return;
    }
    counts.given += u32::from(given);
    counts.found += u32::from(found);
    if given || found {
        score.faults.push(fault);
    }
}

/// One to one, the greatest overlap first.
fn pairs(text: &str, found: &[Stretch], given: &[Given], counted: &[usize]) -> Vec<(usize, usize)> {
    let mut close: Vec<(u32, usize, usize)> = Vec::new();
    for &editor in counted {
        for (engine, stretch) in found.iter().enumerate().filter(|(_, stretch)| stretch.mode == given[editor].mode) {
            let (one, other) = (bare(text, given[editor].range), bare(text, stretch.range));
            let Some(both) = one.intersect(other) else { continue };
            if 2 * both.len() >= one.len().min(other.len()) {
                // What lies outside the overlap tells two nested candidates apart.
                let union = one.len() + other.len() - both.len();
                close.push((both.len().saturating_mul(1000) / union.max(1), editor, engine));
            }
        }
    }
    close.sort_by_key(|(likeness, editor, engine)| (std::cmp::Reverse(*likeness), *editor, *engine));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, editor, engine) in close {
        if pairs.iter().all(|(a, b)| *a != editor && *b != engine) {
            pairs.push((editor, engine));
        }
    }
    pairs.sort_unstable();
    pairs
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

/// A range without marks, space and punctuation at its edges.
fn bare(text: &str, range: ByteRange) -> ByteRange {
    let Some(part) = range.slice(text) else { return range };
    let edge = |c: char| !c.is_alphanumeric() && !matches!(c, '[' | ']');
    let start = part.len() - part.trim_start_matches(edge).len();
    let end = part.trim_end_matches(edge).len();
    if start >= end {
        return range;
    }
    super::read::bytes(range.start as usize + start..range.start as usize + end)
}

fn words(text: &str, found: &[Stretch], given: &[Given]) -> Counts {
    let mut counts = Counts::default();
    let found: Vec<ByteRange> = found.iter().filter(|one| one.mode == Mode::Reported).map(|one| one.range).collect();
    let given: Vec<ByteRange> = given.iter().filter(|one| one.mode == Mode::Reported).map(|one| one.range).collect();
    let mut at = 0;
    for word in text.split(char::is_whitespace) {
        let own = super::read::bytes(at..at + word.len());
        at += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        let inside = |ranges: &[ByteRange]| ranges.iter().any(|range| range.intersect(own).is_some());
        match (inside(&found), inside(&given)) {
            (true, true) => counts.both += 1,
            (true, false) => counts.found += 1,
            (false, true) => counts.given += 1,
            (false, false) => {}
        }
    }
    counts
}

/// The same verb, whatever fixed parts were recorded with it: "warn", "warn of".
fn same_verb(one: Option<&str>, other: Option<&str>) -> bool {
    let verb = |lemma: &str| lemma.split(' ').next().map(str::to_lowercase);
    one.and_then(verb) == other.and_then(verb)
}

/// Whether the words of an attribution name this speaker: the head of one stands in the other.
fn is_named(passages: &[Plain], speaker: Speaker, name: &str) -> bool {
    let words = speaker.name();
    let text =
        passages.get(words.passage as usize).and_then(|passage| words.range.slice(passage.text)).unwrap_or_default();
    let (own, other) = (tokens(text), tokens(name));
    let head = head(text);
    let known = |word: &str| other.iter().any(|other| same_word(word, other));
    let initials = other.iter().filter_map(|word| word.chars().next()).collect::<String>();
    match head {
        Some(head) if known(&head) || head.len() > 1 && initials.contains(&head) => true,
        // "the Azerbaijani side", "official Yerevan": the head says only that somebody speaks.
        Some(head) if is_general(&head) => own.iter().any(|word| word.len() > 3 && known(word)),
        Some(_) => other.last().is_some_and(|last| own.iter().any(|word| same_word(word, last))),
        None => false,
    }
}

/// Heads that name nobody by themselves.
const GENERAL: [&str; 16] = [
    "side",
    "authorities",
    "government",
    "leadership",
    "officials",
    "forces",
    "party",
    "army",
    "representatives",
    "media",
    "outlets",
    "politicians",
    "analysts",
    "statement",
    "parliament",
    "organization",
];

fn is_general(head: &str) -> bool {
    GENERAL.contains(&head)
}

/// The head of a noun phrase: its last word before a preposition or comma, the last name where one stands there.
fn head(text: &str) -> Option<String> {
    let end = [" of ", " for ", " at ", " in ", " on ", " from ", " to ", " by ", ", "]
        .iter()
        .filter_map(|stop| text.find(stop))
        .min();
    tokens(&text[..end.unwrap_or(text.len())]).pop()
}

fn tokens(text: &str) -> Vec<String> {
    // "U.S." is one word.
    let whole = text
        .split(char::is_whitespace)
        .map(|word| if is_dotted(word) { word.replace('.', "") } else { word.to_owned() });
    let whole: Vec<String> = whole.collect();
    let words = whole.iter().flat_map(|word| word.split(|c: char| !c.is_alphanumeric()));
    words
        .filter(|word| word.len() > 1 && !matches!(*word, "of" | "the" | "The" | "and" | "for"))
        .map(str::to_lowercase)
        .collect()
}

fn is_dotted(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() < 2)
}

/// The same word but for its ending: "Azerbaijan", "Azerbaijani".
fn same_word(one: &str, other: &str) -> bool {
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    one == other || common >= 5 || common >= 4 && common + 1 >= one.chars().count().max(other.chars().count())
}
