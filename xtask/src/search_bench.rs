//! How long the search takes: indexing, and each keystroke of typed queries, on the corpus and on many times as much. A
//! measurement, not a test: it prints and never fails for being slow.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;
use parallax::search::{Filters, Index, Query};

use crate::many::repeated;
use crate::{corpus, process};

/// Each keystroke is timed so often, and the best is kept: the machine's own unrest is not what is measured.
pub const TIMES: u32 = 5;

/// As readers type: letter by letter.
const TYPED: [&str; 20] = [
    "occupied territories",
    "nagorno karabakh",
    "cease-fire violations",
    "12 May 2021",
    "who shot first in september 2022",
    "prisoners of war",
    "Pashinian strategic mistake",
    "\"creeping annexation\" border",
    "S/2020/1104",
    "the war of the year 2020 -letter",
    "refugees displaced people",
    "HRW war crimes",
    "Lachin corridoor checkpoint",
    "armenia azerbaijan border conflict",
    "why did the international community do nothing",
    "place:karabakh blockade",
    "European Parliament condemned",
    "a i s t",
    "killed by snipers",
    "resolution 822 security council",
];

/// Prints a table; a program that was not built for speed builds one that is, and lets it print.
pub fn run(times: u32) -> Result<ExitCode> {
    if cfg!(debug_assertions) {
        let times = times.to_string();
        let built = ["run", "--quiet", "--profile", "engine", "--package", "xtask", "--"];
        process::run(process::cargo().args(built).args(["search", "--bench", "--times", &times]))?;
        return Ok(ExitCode::SUCCESS);
    }
    print(times)
}

fn print(times: u32) -> Result<ExitCode> {
    let Some(bundle) = corpus::compile()? else { return Ok(ExitCode::FAILURE) };
    println!("corpus   text MB   words   index ms   bytes per byte of text   keystroke ms: p50   p99   slowest");
    for copies in [1, 10, 100] {
        let many = repeated(&bundle, copies);
        let text: usize = many.documents.iter().map(|document| document.text.len()).sum();
        let (mut indexing, index) = timed(|| Index::build(&many));
        for _ in 1..times.min(if copies == 100 { 2 } else { times }) {
            indexing = indexing.min(timed(|| Index::build(&many)).0);
        }
        let mut keystrokes: Vec<(Duration, String)> = Vec::new();
        for query in TYPED {
            for (end, c) in query.char_indices() {
                let typed = &query[..end + c.len_utf8()];
                let search = || index.search(&many, &Query::parse(typed), &Filters::default(), 10);
                let best = (0..times).map(|_| timed(search).0).min().unwrap_or_default();
                keystrokes.push((best, typed.to_owned()));
            }
        }
        keystrokes.sort();
        let part = |percent: usize| keystrokes[(keystrokes.len() - 1) * percent / 100].0;
        let slowest = keystrokes.last().map(|(_, typed)| typed.as_str()).unwrap_or_default();
        println!(
            "{copies:>5} ×   {:>7.2}   {:>5}   {:>8.2}   {:>22.2}   {:>17.3}   {:>5.3}   {:.3} ({slowest})",
            megabytes(text),
            index.vocabulary(),
            milliseconds(indexing),
            megabytes(index.bytes()) / megabytes(text),
            milliseconds(part(50)),
            milliseconds(part(99)),
            milliseconds(part(100)),
        );
    }
    Ok(ExitCode::SUCCESS)
}

fn timed<T>(work: impl Fn() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed(), done)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn megabytes(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1e6
}
