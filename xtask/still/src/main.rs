//! `still CORPUS`: sets views of the app in advance. Reads from standard input a JSON list of `[FRAGMENT, ROWS]`, where
//! ROWS is `null` or `[FROM, TO]`, the rows of Compare that are set; writes the list of their HTML.
//!
//! Apart from `xtask`, because it takes long to compile and only a release build needs it.

use std::ops::Range;
use std::{env, fs, io};

use anyhow::{Context, Result, anyhow};
use parallax::corpus::Bundle;
use parallax::ui;

fn main() -> Result<()> {
    let path = env::args_os().nth(1).context("name the compiled corpus")?;
    let json = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let bundle = Bundle::from_json(&json).map_err(|error| anyhow!("{}: {error:?}", path.display()))?;
    let views: Vec<(String, Option<(usize, usize)>)> =
        serde_json::from_reader(io::stdin()).context("standard input lists no views")?;
    let set = |(fragment, rows): &(String, Option<(usize, usize)>)| {
        let rows: Option<Range<usize>> = rows.map(|(from, to)| from..to);
        pollster::block_on(ui::prerender(bundle.clone(), fragment, rows))
    };
    let set: Vec<String> = views.iter().map(set).collect();
    serde_json::to_writer(io::stdout().lock(), &set)?;
    Ok(())
}
