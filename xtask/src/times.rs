//! Prints the expressions of time that the engine finds in a file, as JSON.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result, anyhow};
use parallax::annotate::time::{Context, ExpressionKind, times};
use parallax::corpus::interval;
use serde_json::json;

/// Prints what `times` finds in `file`, but for the years of resolutions: they date nothing.
pub fn print(file: &Path, written: Option<&str>) -> Result<ExitCode> {
    let context = context(written)?;
    let text = fs::read_to_string(file)
        .with_context(|| format!("cannot read {}; give the path of a readable file of UTF-8 text", file.display()))?;
    let day = |day: Option<parallax::corpus::Day>| day.map(|day| day.to_string());
    let found: Vec<_> = times(&text, &context)
        .into_iter()
        .filter(|expression| expression.kind != ExpressionKind::ResolutionYear)
        .map(|expression| {
            json!({
                "start": expression.range.start,
                "end": expression.range.end,
                "text": expression.range.slice(&text),
                "edtf": expression.edtf,
                "earliest": day(expression.days.earliest),
                "latest": day(expression.days.latest),
            })
        })
        .collect();
    let mut out = serde_json::to_string_pretty(&found).context("the expressions cannot be written as JSON")?;
    out.push('\n');
    std::io::stdout().write_all(out.as_bytes()).context("writing to standard output")?;
    Ok(ExitCode::SUCCESS)
}

/// The context of a document that was written then.
pub fn context(written: Option<&str>) -> Result<Context> {
    let Some(edtf) = written else { return Ok(Context::default()) };
    let days = interval(edtf).map_err(|error| {
        anyhow!("--written {edtf}: {error}; write it like 2021-05-12, 2021-05 or 2021-05-12/2021-06")
    })?;
    Ok(Context { written: days })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_is_none_is_told_with_a_way_out() {
        let error = context(Some("12 May 2021")).expect_err("it is no EDTF").to_string();
        for part in ["--written 12 May 2021", "no EDTF date", "2021-05-12"] {
            assert!(error.contains(part), "{error}");
        }
        assert!(context(Some("2021-05")).is_ok());
    }

    #[test]
    fn a_file_that_is_missing_is_named() {
        let error = print(Path::new("no-such-file.txt"), None).expect_err("there is none");
        assert!(format!("{error:#}").contains("no-such-file.txt"), "{error:#}");
    }
}
