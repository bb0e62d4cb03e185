//! How a passage or a document is cited: in three styles as text, or in a format of reference managers.

use std::process::ExitCode;

use anyhow::{Result, bail};
use parallax::cite::{Item, Style, bibtex, csl_json, plain, ris};
use parallax::view::{Page, View, encode};

use crate::corpus;

/// Where the app is taken to stand, unless another address is given.
pub const ADDRESS: &str = "http://127.0.0.1:8080/";

/// Prints it; without a format, in all styles.
pub fn print(id: &str, format: Option<&str>, address: &str) -> Result<ExitCode> {
    let Some(bundle) = corpus::compile_sources(&corpus::sources()?)? else { return Ok(ExitCode::FAILURE) };
    let view = |document: &str, passage: Option<&str>| {
        let page = Page::Read { document: document.to_owned(), beside: None, original: false };
        let view = View { page, passage: passage.map(str::to_owned), ..View::start(&bundle) };
        format!("{address}#{}", encode(&view, &bundle))
    };
    let item = match (bundle.passage(id), bundle.document(id)) {
        (Some((document, passage)), _) => {
            Item::of_passage(document, passage, None, &view(&document.id, Some(id)), None)
        }
        (None, Some(document)) => Item::of_document(document, &view(id, None), None),
        (None, None) => bail!("the corpus has no passage and no document `{id}`; passages are called like letter.p65"),
    };
    match format {
        None => {
            for style in Style::ALL {
                let cited = item.cited(style);
                println!("{}\n  {}", style.name(), plain(&cited.full));
                if let Some(in_text) = cited.in_text {
                    println!("  {}", plain(&in_text));
                }
            }
        }
        Some("csl") => print!("{}", csl_json(&[item])),
        Some("bibtex") => print!("{}", bibtex(&item)),
        Some("ris") => print!("{}", ris(&item)),
        Some(other) => bail!("`{other}` is no format of citations; there are csl, bibtex and ris"),
    }
    Ok(ExitCode::SUCCESS)
}
