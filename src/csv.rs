//! Tables as comma-separated values (RFC 4180), for spreadsheets.
//!
//! A cell that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets do not show: words
//! of a text that somebody brought must run nothing. Numbers stay numbers.
//! Source: <https://owasp.org/www-community/attacks/CSV_Injection>.

/// One line of a table, with its line end.
#[must_use]
pub fn row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            line.push(',');
        }
        push(&mut line, cell);
    }
    line.push_str("\r\n");
    line
}

/// Appends a cell: in quotation marks where it holds what would part it or what would be trimmed.
fn push(line: &mut String, cell: &str) {
    let guarded = is_formula(cell);
    let quoted = cell.contains([',', '"', '\r', '\n', '\t']) || cell.starts_with(' ') || cell.ends_with(' ');
    if quoted {
        line.push('"');
    }
    if guarded {
        line.push('\'');
    }
    for c in cell.chars() {
        if c == '"' {
            line.push('"');
        }
        line.push(c);
    }
    if quoted {
        line.push('"');
    }
}

/// Whether a spreadsheet would compute it: it begins like a formula, and is no number.
fn is_formula(cell: &str) -> bool {
    let number = || cell.strip_prefix(['-', '+']).unwrap_or(cell).bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let begins =
        cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    begins && !(number() && cell.bytes().any(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        for (cell, expected) in [
            ("plain", "plain"),
            ("a, b", "\"a, b\""),
            ("“curly”", "“curly”"),
            ("say \"so\"", "\"say \"\"so\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            (" before", "\" before\""),
            ("", ""),
        ] {
            assert_eq!(row([cell]), format!("{expected}\r\n"));
        }
    }

    #[test]
    fn nothing_is_a_formula() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
            ("+cmd", "'+cmd"),
            ("-cmd", "'-cmd"),
            ("-", "'-"),
            ("@SUM(1)", "'@SUM(1)"),
            ("\t=1", "\"'\t=1\""),
            (" =1", "\"' =1\""),
            ("-1.25", "-1.25"),
            ("+3", "+3"),
            ("-1-1", "'-1-1"),
            ("– and", "– and"),
            ("a=b", "a=b"),
        ] {
            assert_eq!(row([cell]), format!("{expected}\r\n"));
        }
    }

    #[test]
    fn cells_are_parted_by_commas() {
        assert_eq!(row(["a", "", "b,c"]), "a,,\"b,c\"\r\n");
        assert_eq!(row([]), "\r\n");
    }
}
