//! `cut PROGRAM FOLDER`: cuts a program, as it was linked, into what is needed at once (`parallax.wasm`) and chunks.
//! For each chunk and each file of it (without its ending `.wasm`) prints a line with both names.
//!
//! Apart from `xtask`, because it takes long to compile and only a release build needs it.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::{Options, transform};

fn main() -> Result<()> {
    let mut paths = env::args_os().skip(1).map(PathBuf::from);
    let (Some(program), Some(folder)) = (paths.next(), paths.next()) else {
        return Err(anyhow!("name the program and the folder"));
    };
    let linked = fs::read(&program).with_context(|| format!("cannot read {}", program.display()))?;
    let main = folder.join("parallax.wasm");
    let mut options = Options::new(&linked);
    options.output_dir = &folder;
    options.main_out_path = &main;
    let cut = transform(options)
        .map_err(|error| anyhow!("{error:#}"))
        .with_context(|| format!("{} cannot be cut; was it linked with --emit-relocs?", program.display()))?;
    let mut lines: Vec<String> = Vec::new();
    for (chunk, parts) in cut.prefetch_map {
        lines.extend(parts.iter().map(|part| format!("{chunk} {part}")));
    }
    lines.sort();
    for line in lines {
        println!("{line}");
    }
    Ok(())
}
