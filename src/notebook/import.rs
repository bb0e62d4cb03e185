//! A file that anybody may have written becomes a notebook, or is refused with the reason.

use serde_json::Value;

use super::fault::{BYTES_AT_MOST, DEPTH_AT_MOST, Fault, ITEMS_AT_MOST, OWN_DEPTH_AT_MOST, Refusal, VALUES_AT_MOST};
use super::reading::Reading;
use super::{Moment, Notebook, markdown, own, table, web};

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// What could be taken over; to be merged into the reader's notebook.
    pub notebook: Notebook,
    /// What could not.
    pub faults: Vec<Fault>,
}

/// Reads what is exported here, in each of its forms, or Web Annotations of another program. What somebody
/// has changed in the texts of a table or of a Markdown file is taken over, and dated right after the export; of several
/// changes of one file the one that is imported last, `at` the latest moment.
///
/// # Errors
/// [`Refusal`] where nothing can be taken over, or where a limit is exceeded.
pub fn import(bytes: &[u8], at: Moment) -> Result<Imported, Refusal> {
    if bytes.len() > BYTES_AT_MOST {
        return Err(Refusal::TooLarge { bytes: bytes.len() });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| Refusal::NotText { at: error.valid_up_to() })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let mut reading = Reading::default();
    let notebook = if table::is_table(text) {
        table::read(text, at, &mut reading)?
    } else if let Some(record) = markdown::record(text)? {
        markdown::read(text, parsed(&record)?, at, &mut reading)
    } else {
        match parsed(text) {
            Ok(Value::Object(fields)) if fields.get("type").is_some_and(|found| found == own::TYPE) => {
                own::read(fields, &mut reading)
            }
            Ok(value) => {
                check_depth(extent(text).0, DEPTH_AT_MOST)?;
                if !web::is_annotations(&value) {
                    return Err(Refusal::OtherKind);
                }
                web::read(value, &mut reading)
            }
            Err(refusal) if text.trim_start().starts_with(['{', '[']) => return Err(refusal),
            Err(_) => return Err(Refusal::OtherKind),
        }
    };
    if notebook.len() > ITEMS_AT_MOST {
        return Err(Refusal::TooMany { items: notebook.len(), limit: ITEMS_AT_MOST });
    }
    Ok(Imported { notebook, faults: reading.faults() })
}

/// Reads JSON that anybody may have written.
fn parsed(json: &str) -> Result<Value, Refusal> {
    let (depth, values) = extent(json);
    check_depth(depth, OWN_DEPTH_AT_MOST)?;
    if values > VALUES_AT_MOST {
        return Err(Refusal::TooMany { items: values, limit: VALUES_AT_MOST });
    }
    serde_json::from_str(json).map_err(|error| Refusal::Damaged { line: error.line(), column: error.column() })
}

fn check_depth(depth: usize, limit: usize) -> Result<(), Refusal> {
    if depth > limit { Err(Refusal::TooDeep { depth }) } else { Ok(()) }
}

/// How deep brackets stand inside each other, and about how many values there are; found without building any.
pub(super) fn extent(json: &str) -> (usize, usize) {
    let (mut depth, mut deepest, mut values) = (0_usize, 0, 1_usize);
    let (mut in_text, mut escaped) = (false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'[' | b'{' => {
                depth += 1;
                values += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
    }
    (deepest, values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_texts_do_not_count() {
        for (json, expected) in [
            ("1", (0, 1)),
            ("[]", (1, 2)),
            ("[[1,2],{}]", (2, 6)),
            (r#"{"a":"[[[["}"#, (1, 2)),
            (r#"["\"[","\\",[]]"#, (2, 5)),
            ("]]][", (1, 2)),
        ] {
            assert_eq!(extent(json), expected, "{json}");
        }
    }
}
