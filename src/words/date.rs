//! Dates and times as an English reader would say them.

use edtf_core::{Date, Edtf, IntervalEndpoint};

use crate::corpus::{Day, month_name};

/// An EDTF expression as an English reader would say it: "12–15 November 2021", "about May 1994".
#[must_use]
pub fn date(edtf: &str) -> String {
    match Edtf::parse(edtf) {
        Ok(Edtf::Date(date)) => one(&date),
        Ok(Edtf::Interval(interval)) => match (interval.start, interval.end) {
            (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)) => between(&start, &end),
            (IntervalEndpoint::Date(start), _) => format!("from {}", one(&start)),
            (_, IntervalEndpoint::Date(end)) => format!("to {}", one(&end)),
            _ => edtf.to_owned(),
        },
        _ => edtf.to_owned(),
    }
}

fn one(date: &Date) -> String {
    let about = if date.is_approximate() || date.is_uncertain() { "about " } else { "" };
    format!("{about}{}", plain(date))
}

fn plain(date: &Date) -> String {
    let bounds = Edtf::Date(*date).bounds();
    let (Some(from), Some(to)) = (Day::from_bound(bounds.earliest), Day::from_bound(bounds.latest)) else {
        return date.to_string();
    };
    if from == to {
        format!("{} {} {}", from.day, month_name(from.month), from.year)
    } else if (from.year, from.month) == (to.year, to.month) {
        format!("{} {}", month_name(from.month), from.year)
    } else if from.year == to.year && date.month.is_none() {
        from.year.to_string()
    } else if from.year == to.year {
        format!("{}–{} {}", month_name(from.month), month_name(to.month), from.year)
    } else if from.year % 10 == 0 && to.year == from.year + 9 {
        format!("{}s", from.year)
    } else {
        format!("{}–{}", from.year, to.year)
    }
}

fn between(start: &Date, end: &Date) -> String {
    let (from, to) = (one(start), one(end));
    // "12 November 2021" and "15 November 2021" share their tail: say it once.
    let mut shared = 0;
    for (tail, _) in from.match_indices(' ') {
        if let Some(head) = to.strip_suffix(&from[tail..])
            && !head.is_empty()
            && !from.starts_with("about")
            && !to.starts_with("about")
        {
            shared = from.len() - tail;
            break;
        }
    }
    let head = &from[..from.len() - shared];
    if head.contains(' ') || to.contains(' ') && shared == 0 {
        format!("{head} – {to}")
    } else {
        format!("{head}–{to}")
    }
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
        check("2021-21", "March–May 2021");
    }
}
