//! What does the search find? As JSON, best first; and how well it does on judged queries.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use parallax::corpus::Bundle;
use parallax::search::{Filters, Hit, Index, Query, Results};
use serde_json::{Value, json};

use crate::corpus;

/// So many are printed unless another number is asked for.
pub const LIMIT: usize = 10;

/// Judged passages are looked for among so many.
const FIRST: usize = 10;

/// Prints the passages found, best first.
pub fn print(query: &str, limit: usize, notes: bool) -> Result<ExitCode> {
    if query.trim().is_empty() {
        bail!("give a query, such as `cargo xtask search occupied territories`, or --score and a file of judged ones");
    }
    let Some(bundle) = corpus::compile()? else { return Ok(ExitCode::FAILURE) };
    let results = Index::build(&bundle).search(&bundle, &Query::parse(query), &Filters::default(), limit);
    let hits: Vec<Value> = results.hits.iter().take(limit).map(|hit| told(&bundle, hit)).collect();
    println!("{}", serde_json::to_string_pretty(&hits).context("the passages cannot be written as JSON")?);
    if notes {
        tell(&results);
    }
    Ok(ExitCode::SUCCESS)
}

fn told(bundle: &Bundle, hit: &Hit) -> Value {
    let document = &bundle.documents[hit.document as usize];
    let passage = &document.passages[hit.passage as usize];
    let words: Vec<&str> = hit.highlights.iter().filter_map(|range| range.slice(&document.text)).collect();
    json!({
        "passage": passage.id,
        "document": document.id,
        "account": document.account,
        "score": (f64::from(hit.score) * 1000.0).round() / 1000.0,
        "text": passage.text(&document.text),
        "snippet": passage.text_in(&document.text, hit.snippet),
        "found": words,
    })
}

fn tell(results: &Results) {
    eprintln!("{} found, {} with everything, {} with a related word", results.total, results.complete, results.related);
    for note in &results.notes {
        eprintln!("{note:?}");
    }
    for title in &results.titles {
        eprintln!("{title:?}");
    }
}

/// A query and the passages that a reader judged to answer it.
struct Judged {
    query: String,
    why: String,
    must: Vec<String>,
}

/// Prints how many of the passages of each query are among the first ten, and those that are not.
pub fn score(path: &Path) -> Result<ExitCode> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let queries = judged(&text).with_context(|| format!("{} holds no judged queries", path.display()))?;
    let Some(bundle) = corpus::compile()? else { return Ok(ExitCode::FAILURE) };
    let index = Index::build(&bundle);
    let (mut complete, mut recall) = (0_u32, 0.0);
    for Judged { query, why, must } in &queries {
        if let Some(unknown) = must.iter().find(|id| bundle.passage(id).is_none()) {
            bail!("there is no passage `{unknown}`, which the query “{query}” asks for");
        }
        let results = index.search(&bundle, &Query::parse(query), &Filters::default(), 200);
        let id = |hit: &Hit| &bundle.documents[hit.document as usize].passages[hit.passage as usize].id;
        let first: BTreeSet<&String> = results.hits.iter().take(FIRST).map(id).collect();
        let missed: Vec<String> = (must.iter().filter(|id| !first.contains(id)))
            .map(|id_missed| match results.hits.iter().position(|hit| id(hit) == id_missed) {
                Some(rank) => format!("{id_missed} (rank {})", rank + 1),
                None => format!("{id_missed} (not found)"),
            })
            .collect();
        recall += ratio(must.len() - missed.len(), must.len());
        if missed.is_empty() {
            complete += 1;
            continue;
        }
        println!("“{query}” ({why})\n    misses {}", missed.join(", "));
    }
    println!(
        "queries with all their passages among the first {FIRST}: {complete} of {} ({:.3})",
        queries.len(),
        ratio(complete as usize, queries.len())
    );
    println!("mean recall@{FIRST}: {:.3}", recall / ratio(queries.len(), 1));
    Ok(ExitCode::SUCCESS)
}

fn ratio(part: usize, of: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(part) / number(of.max(1))
}

fn judged(json: &str) -> Result<Vec<Judged>> {
    let json: Value = serde_json::from_str(json)?;
    let queries = json["queries"].as_array().context("give an object with a list `queries`")?;
    let read = queries.iter().map(|entry| {
        let query = entry["query"].as_str().context("a query has no `query`")?.to_owned();
        let why = entry["why"].as_str().unwrap_or_default().to_owned();
        let must = entry["must"].as_array().with_context(|| format!("“{query}” has no list `must`"))?;
        let must = must.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        Ok(Judged { query, why, must })
    });
    read.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judged_queries_are_read() {
        let read =
            judged(r#"{"queries":[{"query":"war","why":"broad","must":["letter.p1"],"also":[]}]}"#).expect("it reads");
        assert!(read.len() == 1 && read[0].query == "war" && read[0].must == ["letter.p1"]);
        assert!(judged("[]").is_err());
        assert!(judged(r#"{"queries":[{"query":"war"}]}"#).is_err());
    }
}
