//! Which words does each account use, how often, beside which others, in whose mouth? As JSON.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use parallax::corpus::Bundle;
use parallax::lexis::{Collocates, Counts, Keyness, Lexis, Mouths, discussed};
use serde_json::{Map, Value, json};

use crate::corpus;

/// Prints the sizes, the keywords of each account and the words that are set side by side; or all of one word.
pub fn print(word: Option<&str>) -> Result<ExitCode> {
    let Some(bundle) = corpus::compile()? else { return Ok(ExitCode::FAILURE) };
    let lexis = Lexis::read(&bundle);
    let told = match word {
        Some(word) => match lexis.find(word) {
            Some(head) => of_word(&bundle, &lexis, head),
            None => bail!("no account says “{word}” in its running text"),
        },
        None => json!({
            "sizes": by_account(&bundle, lexis.sizes.iter().copied().map(counted)),
            "keywords": by_account(&bundle, (0_u32..).take(bundle.accounts.len()).map(|at| keyness(&lexis, &lexis.keyness(at)))),
            "words": discussed()
                .filter_map(|word| Some(of_word(&bundle, &lexis, lexis.find(word)?)))
                .collect::<Vec<_>>(),
        }),
    };
    println!("{}", serde_json::to_string_pretty(&told).context("the tables cannot be written as JSON")?);
    Ok(ExitCode::SUCCESS)
}

fn by_account(bundle: &Bundle, each: impl Iterator<Item = Value>) -> Value {
    Value::Object(bundle.accounts.iter().map(|account| account.id.clone()).zip(each).collect::<Map<_, _>>())
}

fn counted(Counts { own, reported, quoted }: Counts) -> Value {
    json!({ "own": own, "reported": reported, "quoted": quoted })
}

fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn named(lexis: &Lexis, head: u32) -> &str {
    &lexis.heads[head as usize].word
}

fn keyness(lexis: &Lexis, keyness: &Keyness) -> Value {
    let words = keyness.words.iter().map(|word| {
        json!({
            "word": named(lexis, word.head),
            "grammar": lexis.heads[word.head as usize].function,
            "here": word.here,
            "elsewhere": word.elsewhere,
            "log_ratio": rounded(word.ratio),
            "g2": rounded(word.evidence),
            "parts": word.parts,
            "dp": rounded(word.spread),
        })
    });
    json!({
        "own_words_here": keyness.here,
        "own_words_elsewhere": keyness.elsewhere,
        "tested": keyness.tested,
        "critical_g2": rounded(keyness.critical),
        "words": words.collect::<Vec<_>>(),
    })
}

fn of_word(bundle: &Bundle, lexis: &Lexis, head: u32) -> Value {
    let accounts = (0_u32..).zip(lexis.mouths(bundle, head)).map(|(at, mouths)| {
        let mut told = said(bundle, lexis, &mouths);
        told["collocates"] = collocates(lexis, &lexis.collocates(at, head));
        told
    });
    json!({
        "word": named(lexis, head),
        "forms": lexis.heads[head as usize].forms.iter().map(|(form, count)| (form.clone(), json!(count))).collect::<Map<_, _>>(),
        "accounts": by_account(bundle, accounts),
    })
}

fn said(bundle: &Bundle, lexis: &Lexis, mouths: &Mouths) -> Value {
    let who = mouths.mouths.iter().map(|(mouth, cases)| {
        let lines = cases.iter().map(|at| {
            let word = &lexis.words[*at as usize];
            let document = &bundle.documents[word.document as usize];
            let passage = &document.passages[word.passage as usize];
            let [left, right] = passage.around(&document.text, word.range);
            let found = passage.text_in(&document.text, word.range);
            json!({ "passage": passage.id, "line": format!("{left}[{found}]{right}") })
        });
        json!({ "who": mouth.name(bundle), "how": mouth.how(), "lines": lines.collect::<Vec<_>>() })
    });
    json!({ "counts": counted(mouths.counts), "said_by": who.collect::<Vec<_>>() })
}

fn collocates(lexis: &Lexis, found: &Collocates) -> Value {
    if found.too_few() {
        return Value::Null;
    }
    let words = found.words.iter().map(|word| {
        json!({
            "word": named(lexis, word.head),
            "near": word.near,
            "far": word.far,
            "log_ratio": rounded(word.ratio),
            "g2": rounded(word.evidence),
        })
    });
    Value::Array(words.collect())
}
