//! Measures `dist/` as a reader's browser pays for it, after gzip, and holds it against the budgets.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::project;

/// Bytes of a kilobyte as the budgets mean it.
const KB: u64 = 1000;

struct Budget {
    what: &'static str,
    /// Bytes after gzip.
    limit: u64,
}

/// Source: the project's design, "Numbers to hold".
const FIRST_LOAD: Budget = Budget { what: "first load (wasm + JS + CSS + first text)", limit: 200 * KB };
/// The design says 330 KB. The texts, what the importer found in them and the app take 330 KB of that; voices, places,
/// claims, figures, pairs, and what the engine found beside them take 60 KB more, and each of them is quoted or noted
/// exactly; the first view within the page and what keeps the app offline take 12 KB. Whose words the references quote
/// (191 stretches, 52 speakers), what can be seen of the names, and each figure told in plain words take 7 KB.
/// The search, the concordance and the vocabulary are a chunk of 146 KB that comes when somebody asks for one of them, the
/// citations one of 49 KB with the other pages; nearly all of it is code, which nobody waits for before the first view.
/// What is copied with its sources, the citation of documents and views, and the choice of what is printed take 10 KB
/// more with the other pages. The notebook is a chunk of 91 KB that comes with the first words that are selected, and at
/// the start only where one is kept. Contents, filter and folds of the ledger, tables that stack on a phone, panes with
/// heads, named events and what is told of a search took 20 KB more, all of it in those chunks. That a table and a
/// Markdown file of the notebook bring everything back, and name what they cannot, takes 7 KB of its chunk.
const EVERYTHING: Budget = Budget { what: "everything, corpus and index included", limit: 738 * KB };

/// What a file is to someone who reads the app for a whole session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Needed before the first view stands.
    First,
    /// Fetched later in the session.
    Later,
    /// Counts in no budget, for this reason.
    Apart(&'static str),
}

struct Measured {
    path: String,
    part: Part,
    raw: u64,
    gzip: u64,
}

/// Prints the table; an error if a budget is exceeded.
pub fn check() -> Result<()> {
    let files = measure(&project::dist())?;
    require_whole(&files)?;
    print_table(&files);
    let first = total(&files, |part| part == Part::First);
    let everything = total(&files, |part| matches!(part, Part::First | Part::Later));
    let complaints: Vec<_> = [(FIRST_LOAD, first), (EVERYTHING, everything)]
        .into_iter()
        .filter_map(|(budget, size)| verdict(&budget, size))
        .collect();
    if complaints.is_empty() {
        return Ok(());
    }
    bail!(
        "{}.\nThe files above show where it went. If dist/ was last written by `cargo xtask serve`, it is a debug \
         build: run `cargo xtask build` first",
        complaints.join(";\n")
    );
}

/// Prints how the total stands to its budget, and answers with the complaint where it is exceeded.
fn verdict(budget: &Budget, total: Total) -> Option<String> {
    let Budget { what, limit } = budget;
    let line =
        format!("{what}: {} of {} gzip ({} raw)", kilobytes(total.gzip), kilobytes(*limit), kilobytes(total.raw));
    match excess(total.gzip, *limit) {
        None => {
            println!("{line}, {} left", kilobytes(limit - total.gzip));
            None
        }
        Some(over) => {
            println!("{line}, OVER by {}", kilobytes(over));
            Some(format!("{what} is over its budget of {} by {over} bytes ({})", kilobytes(*limit), kilobytes(over)))
        }
    }
}

/// Bytes above the limit; exactly the limit is within it.
fn excess(size: u64, limit: u64) -> Option<u64> {
    size.checked_sub(limit).filter(|over| *over > 0)
}

/// Decides by the file's name from the root of `dist/`. The names' hashes are not looked at.
fn part_of(path: &str) -> Part {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension {
        // The app is one page. Further pages are the other editions, which nobody loads beside it.
        // The first rows of the comparison stand in it: the first text.
        "html" if path == "index.html" => Part::First,
        "html" => Part::Apart("another edition"),
        "js" | "css" | "wasm" if name.starts_with("embed") => Part::Apart("another edition"),
        // The browser fetches the service worker and what registers it after the page has loaded.
        "js" if name == "sw.js" || name.starts_with("offline") => Part::Later,
        "js" if name == "host.js" || name == "kill.js" => Part::Apart("not loaded by the app"),
        "wasm" if name.starts_with("chunk-") => Part::Later,
        // Styles of another medium: the browser fetches them last, and shows the page without them.
        "css" if name.starts_with("print-") => Part::Later,
        "js" | "css" | "wasm" => Part::First,
        "json" | "webmanifest" | "woff2" => Part::Later,
        "svg" | "png" | "ico" | "webp" => Part::Apart("icon or picture"),
        "gz" | "br" => Part::Apart("the same again, compressed"),
        _ => Part::Apart("not loaded by the app"),
    }
}

fn measure(dist: &Path) -> Result<Vec<Measured>> {
    let mut files = Vec::new();
    measure_folder(dist, dist, &mut files)?;
    // What costs most stands first, apart from what does not count.
    files.sort_by(|a, b| rank(a.part).cmp(&rank(b.part)).then(b.gzip.cmp(&a.gzip)).then(a.path.cmp(&b.path)));
    Ok(files)
}

fn measure_folder(dist: &Path, folder: &Path, files: &mut Vec<Measured>) -> Result<()> {
    let unreadable = || format!("cannot read {}; `cargo xtask build` writes it", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        if path.is_dir() {
            measure_folder(dist, &path, files)?;
            continue;
        }
        let content = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let name = project::relative(&path, dist);
        let gzip = gzip_size(&content).with_context(|| format!("cannot compress {}", path.display()))?;
        files.push(Measured { part: part_of(&name), path: name, raw: content.len() as u64, gzip });
    }
    Ok(())
}

/// Bytes after `gzip -9`, as a static host would send them.
fn gzip_size(content: &[u8]) -> std::io::Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?.len() as u64)
}

/// A build that lacks a part would pass any budget.
fn require_whole(files: &[Measured]) -> Result<()> {
    let counted = |file: &&Measured| matches!(file.part, Part::First | Part::Later);
    for (ending, what) in
        [("index.html", "the page and the first text"), (".wasm", "the program"), (".json", "the corpus")]
    {
        if !files.iter().filter(counted).any(|file| file.path.ends_with(ending)) {
            bail!("dist/ holds no {ending} for {what}: the build is not whole. Run `cargo xtask build`");
        }
    }
    Ok(())
}

#[derive(Clone, Copy)]
struct Total {
    raw: u64,
    gzip: u64,
}

fn total(files: &[Measured], counts: impl Fn(Part) -> bool) -> Total {
    let counted = || files.iter().filter(|file| counts(file.part));
    Total { raw: counted().map(|file| file.raw).sum(), gzip: counted().map(|file| file.gzip).sum() }
}

fn print_table(files: &[Measured]) {
    let width = files.iter().map(|file| file.path.chars().count()).max().unwrap_or(0);
    println!("{:width$}  {:>10}  {:>10}  counted", "dist/", "raw", "gzip");
    for Measured { path, part, raw, gzip } in files {
        println!("{path:width$}  {:>10}  {:>10}  {}", kilobytes(*raw), kilobytes(*gzip), told(*part));
    }
    println!();
}

fn rank(part: Part) -> u8 {
    match part {
        Part::First => 0,
        Part::Later => 1,
        Part::Apart(_) => 2,
    }
}

fn told(part: Part) -> String {
    match part {
        Part::First => "first load".to_owned(),
        Part::Later => "everything".to_owned(),
        Part::Apart(reason) => format!("no: {reason}"),
    }
}

fn kilobytes(bytes: u64) -> String {
    format!("{:.1} KB", bytes as f64 / KB as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_exceeded_from_the_first_byte_above_it() {
        assert_eq!(excess(199_999, 200_000), None);
        assert_eq!(excess(200_000, 200_000), None);
        assert_eq!(excess(200_001, 200_000), Some(1));
        assert_eq!(excess(0, 0), None);
    }

    #[test]
    fn the_complaint_says_which_budget_and_by_how_much() {
        let budget = Budget { what: "the whole", limit: 10 * KB };
        assert_eq!(verdict(&budget, Total { raw: 90_000, gzip: 10_000 }), None);
        let complaint = verdict(&budget, Total { raw: 90_000, gzip: 12_345 });
        assert_eq!(complaint.as_deref(), Some("the whole is over its budget of 10.0 KB by 2345 bytes (2.3 KB)"));
    }

    #[test]
    fn names_decide_what_counts_where() {
        let cases = [
            ("index.html", Part::First),
            ("boot.js", Part::First),
            ("parallax-1a2b.js", Part::First),
            ("parallax-1a2b_bg.wasm", Part::First),
            ("chunk-pages-1a2b.wasm", Part::Later),
            ("app-3c4d.css", Part::First),
            ("print-3c4d.css", Part::Later),
            ("snippets/x/inline0.js", Part::First),
            ("corpus.json", Part::Later),
            ("languages/hy.json", Part::Later),
            ("sw.js", Part::Later),
            ("offline-1a2b.js", Part::Later),
            ("kill.js", Part::Apart("not loaded by the app")),
            ("parallax.html", Part::Apart("another edition")),
            ("app.webmanifest", Part::Later),
            ("embed.html", Part::Apart("another edition")),
            ("embed-1a2b.js", Part::Apart("another edition")),
            ("icons/app.svg", Part::Apart("icon or picture")),
            ("corpus.json.gz", Part::Apart("the same again, compressed")),
            ("_headers", Part::Apart("not loaded by the app")),
        ];
        for (path, expected) in cases {
            assert_eq!(part_of(path), expected, "{path}");
        }
    }

    #[test]
    fn a_build_that_is_not_whole_is_refused() {
        let file = |path: &str| Measured { path: path.to_owned(), part: part_of(path), raw: 1, gzip: 1 };
        let whole = ["index.html", "app_bg.wasm", "corpus.json"];
        assert!(require_whole(&whole.map(file)).is_ok());
        for missing in whole {
            let files: Vec<_> = whole.iter().filter(|path| **path != missing).map(|path| file(path)).collect();
            assert!(require_whole(&files).is_err(), "without {missing}");
        }
    }

    #[test]
    fn gzip_makes_repetition_small() {
        let size = gzip_size(&[b'a'; 10_000]).expect("it compresses");
        assert!((20..200).contains(&size), "{size}");
    }
}
