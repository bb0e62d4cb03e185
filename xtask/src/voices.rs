//! What the engine hears in a plain text: whose words each stretch is, as JSON. A look at the rules at work.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result};
use parallax::annotate::voice::{Stretch, Words, voices};
use serde_json::{Value, json};

/// Prints the stretches of a file of paragraphs divided by blank lines.
pub fn write(path: &str) -> Result<ExitCode> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {path}; it must be UTF-8 text"))?;
    println!("{:#}", told(&text));
    Ok(ExitCode::SUCCESS)
}

fn told(text: &str) -> Value {
    voices(text).iter().map(|stretch| one(text, stretch)).collect()
}

fn one(text: &str, stretch: &Stretch) -> Value {
    let words = |words: Words| words.range.slice(text);
    json!({
        "start": stretch.range.start,
        "end": stretch.range.end,
        "text": stretch.range.slice(text),
        "mode": stretch.mode.name(),
        "speaker": stretch.speaker.and_then(|speaker| words(speaker.words)),
        "stands_for": stretch.speaker.and_then(|speaker| words(speaker.stands_for?)),
        "verb": stretch.verb.and_then(|verb| words(verb.words)),
        "lemma": stretch.verb.map(|verb| verb.lemma),
        "within": stretch.within,
        "unclosed": stretch.unclosed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_told() {
        let expected = json!([{
            "start": 15, "end": 27, "text": "it had begun", "mode": "reported", "speaker": "The court",
            "stands_for": null, "verb": "said", "lemma": "say", "within": null, "unclosed": false,
        }]);
        assert_eq!(told("The court said it had begun."), expected);
    }

    #[test]
    fn whose_words_they_are_may_stand_before() {
        let told = told("The court sat. It said that it had begun.\n\nThe minister denied it:\n\n> No.\n");
        assert_eq!((&told[0]["speaker"], &told[0]["stands_for"]), (&json!("It"), &json!("The court")));
    }
}
