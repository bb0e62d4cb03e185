//! Dates and times as an English reader would say them.

use crate::corpus::month_name;

/// An EDTF expression as an English reader would say it: "12–15 November 2021", "about May 1994". The expressions of a
/// bundle are valid, so their shape is enough to go by; one of another shape is shown as it is.
#[must_use]
pub fn date(edtf: &str) -> String {
    match edtf.split_once('/') {
        None => one(edtf),
        Some(("..", to)) => format!("to {}", one(to)),
        Some((from, "..")) => format!("from {}", one(from)),
        Some((from, to)) => between(&one(from), &one(to)),
    }
}

fn one(date: &str) -> String {
    let plain = date.trim_end_matches(['~', '?', '%']);
    let about = if plain.len() < date.len() { "about " } else { "" };
    let month = |digits: &str| digits.parse().ok().map(month_name).filter(|name| !name.is_empty());
    let mut parts = plain.split('-');
    let said = match (parts.next(), parts.next(), parts.next()) {
        (Some(year), None, _) => year.strip_suffix('X').map(|decade| format!("{decade}0s")),
        (Some(year), Some(digits), None) => {
            season(digits).or_else(|| month(digits)).map(|part| format!("{part} {year}"))
        }
        (Some(year), Some(digits), Some(day)) => {
            month(digits).map(|month| format!("{} {month} {year}", day.trim_start_matches('0')))
        }
        _ => None,
    };
    format!("{about}{}", said.as_deref().unwrap_or(plain))
}

/// The seasons of EDTF, level 1.
fn season(digits: &str) -> Option<&'static str> {
    match digits {
        "21" => Some("spring"),
        "22" => Some("summer"),
        "23" => Some("autumn"),
        "24" => Some("winter"),
        _ => None,
    }
}

fn between(from: &str, to: &str) -> String {
    // "12 November 2021" and "15 November 2021" share their tail: say it once.
    let vague = from.starts_with("about") || to.starts_with("about");
    let shared = from.match_indices(' ').map(|(tail, _)| &from[tail..]).find(|tail| to.ends_with(*tail) && !vague);
    let head = from.strip_suffix(shared.unwrap_or_default()).unwrap_or(from);
    let single = |words: &str| !words.contains(' ');
    if single(head) && (shared.is_some() || single(to)) { format!("{head}–{to}") } else { format!("{head} – {to}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(edtf: &str, expected: &str) {
        assert_eq!(date(edtf), expected, "{edtf}");
    }

    #[test]
    fn dates_are_spoken() {
        check("2021-05-12", "12 May 2021");
        check("2021-11-12/2021-11-15", "12–15 November 2021");
        check("2020-09-27/2020-11-10", "27 September – 10 November 2020");
        check("1993-07/1993-10", "July–October 1993");
        check("1991-12~", "about December 1991");
        check("1991-12~/1992-01~", "about December 1991 – about January 1992");
        check("198X", "1980s");
        check("1993", "1993");
        check("1928/1948", "1928–1948");
        check("../1986-12-31", "to 31 December 1986");
        check("1992-03/..", "from March 1992");
        check("2021-05-12/2023-01", "12 May 2021 – January 2023");
        check("2021-21", "spring 2021");
        check("2021-25", "2021-25");
    }
}
