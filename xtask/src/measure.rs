//! Scores the engine's times against the editorial layer of the corpus.
//!
//! The editorial layer dates passages: some of its entries read an expression, others say what a passage means. Only an entry
//! whose words are nothing but an expression of time is held against the engine; the rest is counted as interpretation. A span
//! that the editor closed with the document's own date is right where the engine leaves that end open.

use std::process::ExitCode;

use anyhow::Result;
use parallax::annotate::time::{Expression, ExpressionKind, times_of_document};
use parallax::corpus::{Basis, BlockKind, Bundle, ByteRange, Dating, Document, Passage};

use crate::corpus;

/// Words that may stand in an expression of time.
const WORDS: &str = "since by until till from to between and in at on the of end beginning start early late mid before \
    after over next last later following same day days month year years that two bc ad during for \
    january february march april may june july august september october november december";

#[derive(Default)]
struct Score {
    entries: usize,
    interpreted: usize,
    met: usize,
    exact: usize,
    found: usize,
    found_known: usize,
    wrong: Vec<String>,
}

/// Prints the score of each document.
pub fn times() -> Result<ExitCode> {
    let Some(bundle) = corpus::compile()? else { return Ok(ExitCode::FAILURE) };
    print(&bundle);
    Ok(ExitCode::SUCCESS)
}

fn print(bundle: &Bundle) {
    println!(
        "{:<14} {:>8} {:>7} {:>11} {:>10} {:>10}   not expressions",
        "", "entries", "exact", "lenient R", "lenient P", "lenient F1"
    );
    let mut all = Score::default();
    for document in &bundle.documents {
        let score = score(document);
        println!("{}", line(&document.id, &score));
        score.wrong.iter().for_each(|wrong| println!("    {wrong}"));
        all.entries += score.entries;
        all.interpreted += score.interpreted;
        all.met += score.met;
        all.exact += score.exact;
        all.found += score.found;
        all.found_known += score.found_known;
    }
    println!("{}", line("all", &all));
}

fn line(name: &str, score: &Score) -> String {
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    let (recall, precision) = (percent(score.met, score.entries), percent(score.found_known, score.found));
    let f1 = if recall + precision > 0.0 { 2.0 * recall * precision / (recall + precision) } else { 0.0 };
    format!(
        "{name:<14} {:>8} {:>6.1}% {recall:>10.1}% {precision:>9.1}% {f1:>9.1}%   {}",
        score.entries,
        percent(score.exact, score.entries),
        score.interpreted
    )
}

fn score(document: &Document) -> Score {
    let mut score = Score::default();
    for (passage, found) in document.passages.iter().zip(times_of_document(document)) {
        let running = matches!(
            passage.kind,
            BlockKind::Paragraph | BlockKind::Quotation | BlockKind::ListItem | BlockKind::Caption
        );
        let found: Vec<Expression> = found.into_iter().filter(|it| it.kind != ExpressionKind::ResolutionYear).collect();
        if running {
            of_passage(document, passage, &found, &mut score);
        }
    }
    score
}

fn of_passage(document: &Document, passage: &Passage, found: &[Expression], score: &mut Score) {
    let meets = |a: ByteRange, b: ByteRange| a.intersect(b).is_some();
    let text = |range: ByteRange| range.slice(&document.text).unwrap_or_default().replace('\n', " ");
    for entry in &passage.times {
        let Some(range) = entry.range else { continue };
        if !is_expression(&text(range), entry) {
            score.interpreted += 1;
            continue;
        }
        score.entries += 1;
        let met: Vec<&Expression> = found.iter().filter(|it| meets(it.range, range)).collect();
        score.met += usize::from(!met.is_empty());
        let exact = met.iter().any(|it| is_exact(it, entry));
        score.exact += usize::from(exact);
        if !exact {
            let values: Vec<&str> = met.iter().map(|it| it.edtf.as_str()).collect();
            score.wrong.push(format!("{}: “{}” is {}, found {:?}", passage.id, text(range), entry.edtf, values));
        }
    }
    for expression in found {
        score.found += 1;
        let known = passage.times.iter().filter_map(|entry| entry.range).any(|range| meets(range, expression.range));
        score.found_known += usize::from(known);
        if !known {
            score.wrong.push(format!("{}: no entry for “{}” {}", passage.id, text(expression.range), expression.edtf));
        }
    }
}

/// Whether the words of an entry are an expression of time and nothing else, and the entry what they say.
fn is_expression(words: &str, entry: &Dating) -> bool {
    let known = |word: &str| {
        word.is_empty()
            || word.bytes().all(|byte| byte.is_ascii_digit())
            || WORDS.split(' ').any(|known| word.eq_ignore_ascii_case(known))
            || (word.len() == 5 && word.ends_with("0s"))
    };
    let year = words.split(|c: char| !c.is_ascii_digit()).any(|word| word.len() == 4);
    let narrowed = entry.basis == Basis::Context && year;
    words.split(|c: char| !c.is_alphanumeric()).all(known) && !narrowed
}

/// Whether the days are the same, an end that either leaves open or closes with the document's own date aside.
fn is_exact(found: &Expression, entry: &Dating) -> bool {
    let (own, theirs) = (found.days, entry.days);
    let open_end = own.latest.is_none() && own.earliest.is_some() && own.earliest == theirs.earliest;
    let open_start = own.earliest.is_none() && own.latest.is_some() && own.latest == theirs.latest;
    own == theirs || open_end || open_start
}
