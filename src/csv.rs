//! Tables as comma-separated values (RFC 4180), for spreadsheets, and back.
//!
//! A cell that a spreadsheet would take for a formula gets an apostrophe before it: words of a text that somebody
//! brought must run nothing. Numbers stay numbers.
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

/// The rows of a table that a spreadsheet has saved: its cells may be parted by semicolons or tabs as well, whichever comes
/// first in it.
#[must_use]
pub fn rows(table: &str) -> Vec<Vec<String>> {
    let between = table.chars().find(|c| ",;\t\n".contains(*c)).filter(|c| *c != '\n').unwrap_or(',');
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = table.chars().peekable();
    while let Some(c) = signs.next() {
        match c {
            '"' if quoted && signs.peek() == Some(&'"') => cell.extend(signs.next()),
            // Within a cell that does not begin with it, it is a sign like any other.
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            c if c == between && !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && signs.peek() == Some(&'\n') => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

/// A cell without the apostrophe that keeps it from being computed.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
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
    fn tables_are_read_as_spreadsheets_save_them() {
        for (table, expected) in [
            ("a,b\r\n1,2\r\n", vec![vec!["a", "b"], vec!["1", "2"]]),
            ("a;b\n\"1;\"\"\";\"2\n\"", vec![vec!["a", "b"], vec!["1;\"", "2\n"]]),
            ("\"a\"\t\"b\"\n1,\t", vec![vec!["a", "b"], vec!["1,", ""]]),
            ("a,5\" wide\n", vec![vec!["a", "5\" wide"]]),
            ("a\nb,c\n", vec![vec!["a"], vec!["b", "c"]]),
            ("a\r,b\n\n", vec![vec!["a\r", "b"], vec![""]]),
            ("a,\"never closed\n", vec![vec!["a", "never closed\n"]]),
            ("", vec![]),
        ] {
            assert_eq!(rows(table), expected, "{table:?}");
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let cells = ["", "=1", "'=1", "a,b", "\"", "\"\"x", " y ", "1\r\n2", "3\r", "\t4", "5"];
        let [read] = &rows(&row(cells))[..] else { panic!() };
        let read: Vec<&str> = read.iter().map(|cell| unguarded(cell)).collect();
        // Of what only looks guarded, the reader of a table has to know what was written.
        let expected: Vec<&str> = cells.iter().map(|cell| if *cell == "'=1" { "=1" } else { cell }).collect();
        assert_eq!(read, expected);
    }

    #[test]
    fn cells_are_parted_by_commas() {
        assert_eq!(row(["a", "", "b,c"]), "a,,\"b,c\"\r\n");
        assert_eq!(row([]), "\r\n");
    }
}
