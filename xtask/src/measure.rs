//! `cargo xtask measure`: how near the engine comes to the editorial layer, and where the two differ. The compiler puts
//! the same figures into the bundle, and the method page shows them.

use std::process::ExitCode;

use anyhow::Result;
use parallax::measure::compare;

use crate::{corpus, related};

/// Prints the table, and below it every case in which the layers differ.
pub fn print() -> Result<ExitCode> {
    let sources = corpus::sources()?;
    let Some(bundle) = corpus::compile_sources(&sources)? else { return Ok(ExitCode::FAILURE) };
    let comparisons = compare(&bundle, Some(&related::lexicon(&sources)?));
    println!("{:<44} {:>6} {:>10} {:>8} {:>8}", "", "cases", "precision", "recall", "F1");
    for comparison in &comparisons {
        let measure = comparison.measure();
        let shares = [measure.precision, Some(measure.recall), measure.f1].map(parallax::words::thousandths);
        let [precision, recall, f1] = shares;
        println!("{:<44} {:>6} {precision:>10} {recall:>8} {f1:>8}", measure.what, measure.cases);
    }
    for comparison in comparisons.iter().filter(|comparison| !comparison.remarks.is_empty()) {
        println!("\n{} – where the layers differ:", comparison.what);
        for remark in &comparison.remarks {
            let text = bundle.passage(&remark.passage).map_or("", |(document, _)| &document.text);
            let words = remark.range.slice(text).unwrap_or_default().replace('\n', " ");
            println!("  {}: {}", remark.passage, parallax::words::remark(remark, &words));
        }
    }
    Ok(ExitCode::SUCCESS)
}
