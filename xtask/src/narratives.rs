//! Scores the engine's dates on narratives with inline TIMEX2 (WikiWars: Mazur and Dale, EMNLP 2010).
//!
//! Scored are values of day, month, year and decade precision. A prediction that meets only other TIMEX2 is ignored. Lenient:
//! any overlap, many to many. Value: earliest and latest day are the gold value's, the part of it that `MOD` names, an open interval
//! with the gold's end, or one range over several gold mentions.

use std::fs;
use std::ops::{AddAssign, Range};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use parallax::annotate::time::{Context, Expression, ExpressionKind, times};
use parallax::corpus::{Day, Interval, interval};

/// An annotation of the narrative; `days` only where it is scored.
struct Gold {
    range: Range<usize>,
    value: String,
    part: String,
    days: Option<Interval>,
}

/// Counts of one narrative, or of all.
#[derive(Clone, Copy, Default)]
struct Score {
    predicted: usize,
    gold: usize,
    predicted_hits: usize,
    gold_hits: usize,
    predicted_right: usize,
    gold_right: usize,
    exact: usize,
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.predicted += other.predicted;
        self.gold += other.gold;
        self.predicted_hits += other.predicted_hits;
        self.gold_hits += other.gold_hits;
        self.predicted_right += other.predicted_right;
        self.gold_right += other.gold_right;
        self.exact += other.exact;
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        f64::from(u32::try_from(part).unwrap_or(0)) / f64::from(u32::try_from(whole).unwrap_or(1))
    }
}

fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

impl Score {
    fn line(&self, name: &str) -> String {
        let (precision, recall) = (ratio(self.predicted_hits, self.predicted), ratio(self.gold_hits, self.gold));
        let value = f1(ratio(self.predicted_right, self.predicted), ratio(self.gold_right, self.gold));
        let strict = f1(ratio(self.exact, self.predicted), ratio(self.exact, self.gold));
        let accuracy = ratio(self.gold_right, self.gold_hits);
        format!(
            "{name:<24} {:>5} {:>5}   {precision:.3} {recall:.3} {:.3}   {value:.3} ({accuracy:.3})   {strict:.3}",
            self.gold,
            self.predicted,
            f1(precision, recall),
        )
    }
}

/// Scores every narrative of a folder; with `errors` the wrong ones are shown in their context.
pub fn measure(folder: &Path, context: &Context, errors: bool) -> Result<ExitCode> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .with_context(|| format!("cannot read the folder {}; give the folder of the key.xml files", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "xml"))
        .collect();
    files.sort();
    if files.is_empty() {
        bail!("{} holds no .xml file; give the folder of the key.xml files", folder.display());
    }
    println!("{:<24} {:>5} {:>5}   lenient P R F1      value F1 (accuracy)   strict F1", "", "gold", "found");
    let mut all = Score::default();
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let source = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let (text, gold) = read(&source).with_context(|| format!("{} is no narrative with TIMEX2", file.display()))?;
        let found: Vec<Expression> =
            times(&text, context).into_iter().filter(|it| it.kind != ExpressionKind::ResolutionYear).collect();
        let mut wrong = Vec::new();
        let score = score(&text, &gold, &found, &mut wrong);
        println!("{}", score.line(&name));
        if errors {
            wrong.sort();
            wrong.iter().for_each(|(_, line)| println!("    {line}"));
        }
        all += score;
    }
    println!("{}", all.line("all"));
    Ok(ExitCode::SUCCESS)
}

/// The text between `<TEXT>` and `</TEXT>` without its tags, and its annotations.
fn read(source: &str) -> Option<(String, Vec<Gold>)> {
    let body = &source[source.find("<TEXT>")? + "<TEXT>".len()..source.find("</TEXT>")?];
    let mut text = String::new();
    let mut gold = Vec::new();
    let mut open: Vec<(usize, String, String)> = Vec::new();
    let mut rest = body;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let end = at + rest[at..].find('>')?;
        let tag = &rest[at + 1..end];
        if tag == "/TIMEX2" {
            let (start, value, part) = open.pop()?;
            let days = days(&value);
            gold.push(Gold { range: start..text.len(), value, part, days });
        } else if tag.starts_with("TIMEX2") {
            open.push((text.len(), attribute(tag, "val"), attribute(tag, "mod")));
        }
        rest = &rest[end + 1..];
    }
    text.push_str(rest);
    gold.sort_by_key(|gold| gold.range.start);
    Some((text, gold))
}

fn attribute(tag: &str, name: &str) -> String {
    let value = tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
    value.map_or_else(String::new, |(value, _)| value.to_owned())
}

/// The days of a value of day, month, year or decade precision; of no other.
fn days(value: &str) -> Option<Interval> {
    let (before_christ, date) = match value.strip_prefix("BC") {
        Some(date) => (true, date),
        None => (false, value),
    };
    let parts: Vec<&str> = date.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let numeric = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if !numeric || !matches!(lengths[..], [4] | [4, 2] | [4, 2, 2] | [3]) {
        return None;
    }
    let number: i32 = parts[0].parse().ok()?;
    if lengths == [3] {
        let first = if before_christ { -(number * 10 + 8) } else { number * 10 };
        return Some(Interval { earliest: Some(Day::new(first, 1, 1)), latest: Some(Day::new(first + 9, 12, 31)) });
    }
    let year = if before_christ { 1 - number } else { number };
    let sign = if year < 0 { "-" } else { "" };
    let rest: String = parts[1..].iter().map(|part| format!("-{part}")).collect();
    interval(&format!("{sign}{:04}{rest}", year.abs())).ok()
}

fn score(text: &str, gold: &[Gold], found: &[Expression], wrong: &mut Vec<(usize, String)>) -> Score {
    let range = |expression: &Expression| expression.range.start as usize..expression.range.end as usize;
    let meets = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    let mut score = Score::default();
    for expression in found {
        let own = range(expression);
        let met: Vec<&Gold> = gold.iter().filter(|gold| meets(&gold.range, &own)).collect();
        let scored: Vec<&&Gold> = met.iter().filter(|gold| gold.days.is_some()).collect();
        if scored.is_empty() && !met.is_empty() {
            continue;
        }
        score.predicted += 1;
        if scored.is_empty() {
            wrong.push((own.start, format!("false  {}", told(text, &own, &expression.edtf, ""))));
            continue;
        }
        score.predicted_hits += 1;
        score.predicted_right += usize::from(scored.iter().any(|gold| is_right(expression, gold, &scored)));
        score.exact += usize::from(scored.iter().any(|gold| gold.range == own));
    }
    for mention in gold.iter().filter(|gold| gold.days.is_some()) {
        score.gold += 1;
        let met: Vec<&Expression> = found.iter().filter(|it| meets(&range(it), &mention.range)).collect();
        if met.is_empty() {
            wrong.push((mention.range.start, format!("missed {}", told(text, &mention.range, "", &mention.value))));
            continue;
        }
        score.gold_hits += 1;
        let right = met.iter().any(|expression| {
            let scored: Vec<&Gold> =
                gold.iter().filter(|gold| gold.days.is_some() && meets(&gold.range, &range(expression))).collect();
            let scored: Vec<&&Gold> = scored.iter().collect();
            is_right(expression, mention, &scored)
        });
        if right {
            score.gold_right += 1;
        } else {
            let values: Vec<&str> = met.iter().map(|it| it.edtf.as_str()).collect();
            let value = format!("{} {}", mention.value, mention.part);
            wrong.push((
                mention.range.start,
                format!("value  {}", told(text, &mention.range, &values.join(" "), value.trim())),
            ));
        }
    }
    score
}

/// Whether a prediction has the value of a gold mention, or is one range over several.
fn is_right(found: &Expression, gold: &Gold, over: &[&&Gold]) -> bool {
    let Some(days) = gold.days else { return false };
    let own = found.days;
    if own == days {
        return true;
    }
    let inside =
        own.earliest.is_some() && own.earliest >= days.earliest && own.latest.is_some() && own.latest <= days.latest;
    let part = match gold.part.as_str() {
        "START" => {
            inside && own.earliest == days.earliest
                || own.earliest.is_none()
                    && own.latest.is_some()
                    && own.latest <= days.latest
                    && own.latest >= days.earliest
        }
        "END" => {
            inside && own.latest == days.latest
                || own.latest.is_none()
                    && own.earliest.is_some()
                    && own.earliest >= days.earliest
                    && own.earliest <= days.latest
        }
        "MID" => inside,
        _ => false,
    };
    let open = own.earliest.is_none() && own.latest.is_some() && own.latest == days.latest
        || own.latest.is_none() && own.earliest.is_some() && own.earliest == days.earliest;
    let earliest = over.iter().filter_map(|gold| gold.days?.earliest).min();
    let latest = over.iter().filter_map(|gold| gold.days?.latest).max();
    let several = over.len() > 1 && own.earliest == earliest && own.latest == latest;
    part || open || several
}

fn told(text: &str, range: &Range<usize>, found: &str, gold: &str) -> String {
    let from = text.floor_char_boundary(range.start.saturating_sub(70));
    let to = text.ceil_char_boundary((range.end + 40).min(text.len()));
    let words = format!("{}⟦{}⟧{}", &text[from..range.start], &text[range.clone()], &text[range.end..to]);
    format!("found {found:<12} gold {gold:<12} {}", words.replace('\n', " ⏎ "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: [usize; 4]) {
        let (text, gold) = read(&format!("<TEXT>{source}</TEXT>")).expect("it is well formed");
        let found = times(&text, &Context::default());
        let score = score(&text, &gold, &found, &mut Vec::new());
        assert_eq!([score.gold, score.predicted, score.gold_hits, score.gold_right], expected, "{source}");
    }

    #[test]
    fn hits_misses_and_what_is_ignored() {
        check("On <TIMEX2 val=\"1980-09-17\">17 September 1980</TIMEX2> it began.", [1, 1, 1, 1]);
        check("On <TIMEX2 val=\"1980-09-18\">17 September 1980</TIMEX2> it began.", [1, 1, 1, 0]);
        check("In <TIMEX2 val=\"1980-SU\">the summer of 1980</TIMEX2> it began.", [0, 0, 0, 0]);
        check("In 1980 it began.", [0, 1, 0, 0]);
        check("<TIMEX2 val=\"1980\">The year of the fox</TIMEX2> began.", [1, 0, 0, 0]);
        check("By <TIMEX2 val=\"1980\" mod=\"END\">the end of 1980</TIMEX2> it was over.", [1, 1, 1, 1]);
        check("Since <TIMEX2 val=\"BC0480\">480 BC</TIMEX2> it was over.", [1, 1, 1, 1]);
        check("From <TIMEX2 val=\"1980\">1980</TIMEX2>-<TIMEX2 val=\"1988\">1988</TIMEX2>.", [2, 1, 2, 2]);
    }

    #[test]
    fn only_calendar_dates_are_scored() {
        for value in ["P3D", "1980-SU", "1980-XX", "19", "PAST_REF", "1980-09-17T05:00", ""] {
            assert!(days(value).is_none(), "{value}");
        }
        for (value, first) in [("1980", "1980-01-01"), ("198", "1980-01-01"), ("BC0480", "-479-01-01")] {
            assert_eq!(days(value).and_then(|days| days.earliest).map(|day| day.to_string()).as_deref(), Some(first));
        }
    }
}
