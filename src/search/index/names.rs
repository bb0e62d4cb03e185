//! The names of places and speakers: which words stand for one of them alone, and how they sound.

use std::cmp::Ordering;

use super::Name;
use crate::corpus::{Bundle, SpeakerKind};
use crate::search::dictionary::{Collector, Dictionary, offset};
use crate::search::forms::sound;
use crate::search::lists::Lists;
use crate::search::order::sorted;
use crate::search::token::Tokenizer;

/// Speakers by their names. A person's last name alone is enough where nobody else has it.
pub(super) fn speakers(bundle: &Bundle, tokenizer: &mut Tokenizer) -> Vec<(Vec<String>, u32)> {
    let mut named = Vec::new();
    for (at, speaker) in bundle.speakers.iter().enumerate().filter(|(_, other)| other.kind != SpeakerKind::Unnamed) {
        let mut words = Vec::new();
        tokenizer.each(&speaker.name, |folded, token| {
            if token.spans == 0 {
                words.push(folded.to_owned());
            }
        });
        let person = matches!(speaker.kind, SpeakerKind::Person | SpeakerKind::Scholar) || speaker.office.is_some();
        if let Some(last) = words.last().filter(|_| person && words.len() > 1) {
            named.push((vec![last.clone()], offset(at)));
        }
        named.push((words, offset(at)));
    }
    let (mut names, mut counts) = (Collector::default(), Vec::new());
    let mut number = |words: &Vec<String>| names.number(&words.join(" ")) as usize;
    for (words, _) in &named {
        let at = number(words);
        counts.resize(counts.len().max(at + 1), 0);
        counts[at] += 1;
    }
    named.retain(|(words, _)| !words.is_empty() && counts[number(words)] == 1);
    named
}

/// Words that stand in the names of one place, and of ten passages that have them in nine for the place.
pub(super) fn alone(names: &[Name], dictionary: &Dictionary, lists: &Lists, places: &Lists) -> Vec<(u32, u32)> {
    let mut words: Vec<(u32, u32)> =
        names.iter().flat_map(|name| name.words.iter().map(|word| (*word, name.of))).collect();
    words = sorted(words, &Ord::cmp);
    words.dedup();
    let shared: Vec<u32> = words.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[0].0).collect();
    words.retain(|(word, place)| {
        let units = lists.of(*word).0;
        let named = || units.iter().filter(|unit| places.holds(*place, **unit)).count();
        let own = shared.binary_search(word).is_err() && dictionary.word(*word).len() > 3;
        own && !units.is_empty() && named() * 10 >= units.len() * 9
    });
    words
}

/// Names in order of their first words, longer ones before those they begin with.
pub(super) fn longest_first(a: &Name, b: &Name) -> Ordering {
    (a.words[0], b.words.len()).cmp(&(b.words[0], a.words.len()))
}

/// The words of all names by how they sound.
pub(super) fn sounds(names: &[Name], speakers: &[(Vec<String>, u32)], dictionary: &Dictionary) -> Vec<(String, u32)> {
    let of_speakers = speakers.iter().flat_map(|(words, _)| words).filter_map(|word| dictionary.number(word));
    let words = names.iter().flat_map(|name| name.words.iter().copied()).chain(of_speakers);
    let mut sounds: Vec<(String, u32)> = words
        .filter(|word| dictionary.word(*word).len() > 3)
        .map(|word| (sound(dictionary.word(word)), word))
        .collect();
    sounds = sorted(sounds, &Ord::cmp);
    sounds.dedup();
    sounds
}

/// The names of speakers that are one word of the texts, by how they sound.
pub(super) fn single(speakers: &[(Vec<String>, u32)], dictionary: &Dictionary) -> Vec<(String, u32)> {
    let names = speakers.iter().filter_map(|(words, _)| match &words[..] {
        [name] => dictionary.number(name).map(|number| (sound(name), number)),
        _ => None,
    });
    names.collect()
}
