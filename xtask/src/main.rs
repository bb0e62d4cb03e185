//! `cargo xtask`: the commands a person and the CI run alike. Reads the arguments, calls one module each.

mod arguments;
mod assets;
mod bench;
mod bm25;
mod checks;
mod chunks;
mod cite;
mod corpus;
mod editions;
mod imports;
mod lockfile;
mod many;
mod measure;
mod narratives;
mod packages;
mod prerender;
mod process;
mod project;
mod related;
mod reproduce;
mod search;
mod search_bench;
mod size;
mod styles;
mod times;
mod tools;
mod trunk;
mod vocabulary;
mod voices;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::arguments::Arguments;

const HELP: &str = "\
cargo xtask <command>

  serve [--port N]     set up what is missing, then build, watch and serve the app
                       (http://127.0.0.1:8080/, or the next free port)
  build [--at URL]     set up what is missing, then the release build into dist/, and its sizes
                       (--at: with an answer to sites that ask how to embed it, oembed.json)
  corpus [--out FILE]  compile assets/documents and assets/annotations to JSON
                       (to standard output without --out)
  related PASSAGE [--limit N] [--engine]
                       what the other accounts say on it, as JSON: curated pairs, then the engine's
                       (--engine: the engine's alone)
  related --score FILE how many of the pairs in FILE the engine finds among its first five
  search QUERY [--limit N] [--notes]
                       what the search finds, best first, as JSON (--notes: and how it read the query)
  search --score FILE  how many of the passages judged in FILE it finds among its first ten
  search --bench [--times N]
                       how long indexing and each keystroke take, at 1, 10 and 100 times the corpus
  cite ID [--as FORMAT] [--at URL]
                       how a passage or a document is cited, in three styles
                       (--as: as csl, bibtex or ris)
  vocabulary [WORD]    what each account says more than the others, and who says the words that differ,
                       as JSON (WORD: who says it, and beside which words)
  times [--written EDTF] FILE
                       the expressions of time in a text, dated, as JSON
  narratives [--errors] [--written EDTF] DIR
                       score them on narratives with TIMEX2 (WikiWars' key.xml files)
  measure              how near the engine comes to the editorial layer, and where they differ
  bench                how long the engine takes for the whole corpus, in a browser
  bench page [--readme] [--rounds N]
                       Lighthouse on the start page of dist/, as for a phone (--readme: into the README)
  bench waits [--readme] [--rounds N]
                       how long a reader waits for what they do in dist/, at a sixth of the
                       processor's speed
  bench load [--readme] [--rounds N]
                       dist/ with 10 and 100 times the corpus: first view, memory, period, search
  bench search [--readme] [--rounds N]
                       the search beside other libraries, in a browser
  assets --out FOLDER  for trunk: the styles as one file, and the loader, without comments
  finish               for trunk: of a release build, cut off chunks, put the first view into the
                       page, and make the editions: kept offline, in a frame, in one file
  reproduce            build the release twice from nothing, and compare every byte
  size                 sizes of dist/ after gzip, against the budgets
  test [STEP...]       all checks, or only the steps named:
                       fmt clippy deny native wasm build size e2e
  voices FILE          whose words the engine takes each stretch of a plain text for, as JSON
  help                 this text";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_else(|| "help".to_owned());
    // This one writes to a program that it starts, and says so when that ends early.
    if command != "finish" {
        sigpipe::reset();
    }
    match run(&command, Arguments::new(words)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Commands say for themselves what went wrong in the material they check, and answer with an exit code; an `Err` is
/// a command that could not do its work.
fn run(command: &str, mut arguments: Arguments) -> Result<ExitCode> {
    match command {
        "serve" => {
            let port = arguments.number("--port")?.unwrap_or(trunk::DEFAULT_PORT);
            arguments.finish()?;
            trunk::serve(port)
        }
        "build" => {
            let address = arguments.value("--at")?;
            arguments.finish()?;
            trunk::build(address.as_deref())?;
            size::check()?;
            Ok(ExitCode::SUCCESS)
        }
        "corpus" => {
            let out = arguments.value("--out")?;
            arguments.finish()?;
            corpus::write(out.as_deref().map(Path::new))
        }
        "related" => {
            let (limit, engine) = (arguments.number("--limit")?, arguments.flag("--engine"));
            let pairs = arguments.value("--score")?;
            let words = arguments.rest()?;
            match (pairs, &words[..]) {
                (Some(pairs), []) => related::score(Path::new(&pairs)),
                (None, [passage]) => related::print(passage, limit.unwrap_or(related::LIMIT), engine),
                _ => {
                    bail!("give one passage, such as `cargo xtask related letter.p70`, or --score and a file of pairs")
                }
            }
        }
        "search" => {
            let (limit, notes) = (arguments.number("--limit")?, arguments.flag("--notes"));
            let (bench, times) = (arguments.flag("--bench"), arguments.number("--times")?);
            let judged = arguments.value("--score")?;
            if bench {
                arguments.finish()?;
                return search_bench::run(times.unwrap_or(search_bench::TIMES));
            }
            match judged {
                Some(judged) => {
                    arguments.finish()?;
                    search::score(Path::new(&judged))
                }
                None => search::print(&arguments.words().join(" "), limit.unwrap_or(search::LIMIT), notes),
            }
        }
        "cite" => {
            let (format, address) = (arguments.value("--as")?, arguments.value("--at")?);
            cite::print(&arguments.only("ID")?, format.as_deref(), address.as_deref().unwrap_or(cite::ADDRESS))
        }
        "vocabulary" => vocabulary::print(Some(arguments.rest()?.join(" ")).as_deref().filter(|word| !word.is_empty())),
        "times" => {
            let written = arguments.value("--written")?;
            times::print(Path::new(&arguments.only("FILE")?), written.as_deref())
        }
        "measure" => {
            arguments.finish()?;
            measure::print()
        }
        "narratives" => {
            let written = arguments.value("--written")?;
            let errors = arguments.flag("--errors");
            let context = times::context(written.as_deref())?;
            narratives::measure(Path::new(&arguments.only("DIR")?), &context, errors)
        }
        "bench" => {
            let (readme, rounds) = (arguments.flag("--readme"), arguments.number("--rounds")?);
            let times = rounds.unwrap_or(bench::ROUNDS);
            match arguments.rest()?.iter().map(String::as_str).collect::<Vec<_>>()[..] {
                [] if !readme && rounds.is_none() => bench::engine(),
                ["page"] => bench::page(readme, times),
                ["waits"] => bench::waits(readme, times),
                ["load"] => bench::load(readme, times),
                ["search"] => bench::search(readme, times),
                _ => bail!("give `bench` nothing, or `page`, `waits`, `load` or `search` with --readme and --rounds N"),
            }
        }
        "assets" => {
            let out = arguments.value("--out")?.context("name the folder: `cargo xtask assets --out FOLDER`")?;
            arguments.finish()?;
            assets::write(Path::new(&out))
        }
        "finish" => {
            arguments.finish()?;
            let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
            let staging = staging.context("TRUNK_STAGING_DIR is not set; trunk calls this command after a build")?;
            // Source: https://trunkrs.dev/advanced/hooks.html
            let release = std::env::var("TRUNK_PROFILE").as_deref() == Ok("release");
            if release {
                chunks::cut(&staging)?;
                imports::shorten(&staging)?;
                prerender::write(&staging.join(editions::PAGE), &staging.join("corpus.json"))?;
                editions::write(&staging)?;
            }
            Ok(ExitCode::SUCCESS)
        }
        "reproduce" => {
            arguments.finish()?;
            reproduce::run()
        }
        "size" => {
            arguments.finish()?;
            size::check()?;
            Ok(ExitCode::SUCCESS)
        }
        "voices" => match arguments.rest()?.as_slice() {
            [file] => voices::write(file),
            _ => bail!("`cargo xtask voices` needs one file of plain text"),
        },
        "test" => checks::run(&arguments.rest()?),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        unknown => bail!("there is no command `{unknown}`.\n\n{HELP}"),
    }
}
