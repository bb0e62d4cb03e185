//! Words and sentences of the page on the vocabulary of the accounts, and on how it is counted.

use super::phrase::count;
use crate::lexis::{Counts, FLOOR, Head, Keyness, Mouth, Rate, Wording, hundredths};

/// The page's heading.
pub const TITLE: &str = "The words of the accounts";

/// What is counted.
pub const NOTE: &str = "Which words each account uses, how often, and in whose name. Counted is the running text: paragraphs, items \
    of lists, block quotations; not headings, captions, notes, references and names under a text. All forms of a word count \
    together: “occupied” and “occupying”. Words of others that an account quotes are counted apart; what it reports of others \
    is in its own words.";

/// What a figure does not say.
pub const CAUTION: &str = "A count says that a word is used. It does not say what for, nor whether it is right. A letter, \
    statements and an encyclopedia article differ in their words because they are different kinds of text, written at \
    different times. Read the lines before you draw a conclusion from a figure.";

/// The way to the page of a word.
pub const LOOK_UP: &str = "Look up a word";

/// What looks it up.
pub const SHOW: &str = "Show";

/// The way back from it.
pub const ALL: &str = "All words";

/// Over the sizes.
pub const SIZES: &str = "How much text each account has";

/// Heads of the sizes: what is counted, and the rows.
pub const SIZE_ROWS: [&str; 4] =
    ["Words of its own", "… of these, reporting what others say", "Words of others, quoted", "All running text"];

/// What stands at the head of a column of rows.
pub const COUNTED: &str = "Counted";

/// Over what each account says more.
pub const KEYWORDS: &str = "What each account says more than the others";

/// Heads of the table of keywords.
pub const KEYWORD_HEADS: [&str; 9] =
    ["Word", "Here", "Here per 1,000", "Elsewhere", "Elsewhere per 1,000", "Log ratio", "G²", "Parts of 10", "DP"];

/// So many of them are counts; the others are for who computes with them.
pub const KEYWORD_COUNTS: usize = 5;

/// What shows the others.
pub const FOR_RESEARCHERS: &str = "For researchers: how large and how sure the differences are";

/// What the columns mean: first those of counts, so many.
pub const COLUMNS_OF_COUNTS: usize = 2;

/// What the columns mean.
pub const COLUMNS: [(&str, &str); 5] = [
    (
        "Word",
        "In its most frequent form. Below it all its forms, as often as they stand in all accounts, quotations among them.",
    ),
    (
        "Here, elsewhere",
        "How often the word stands in the account’s own words and in those of the other accounts taken together; and how often in a thousand words.",
    ),
    (
        "Log ratio",
        "How much more frequent it is here: 1 is twice, 2 four times, 3 eight times. Where the others never say it, half a case is taken for none.",
    ),
    (
        "G²",
        "Log-likelihood: how sure it is that the difference is more than chance. It says nothing on how large the difference is.",
    ),
    (
        "Parts of 10, DP",
        "How evenly the word is spread: in how many of ten equal parts of the account it stands, and the deviation of proportions, from 0 (as evenly as all words) to 1. A word that fills few parts belongs to a passage or a document rather than to the whole account.",
    ),
];

/// Over the words in different mouths.
pub const MOUTHS: &str = "The same word in different mouths";

/// Before them.
pub const MOUTHS_NOTE: &str = "Words over whose use the accounts may differ, chosen by the editors. For each account: how often it says \
    the word itself and how often it quotes others who do, who they are, and lines that show it. Where a word is but a part of \
    the name of an organization (“Genocide Watch”), that is listed apart. Of whom or what the word is said, the lines say; it is not \
    sorted for you.";

/// In an account that does not say a word.
pub const NOT_SAID: &str = "Not said.";

/// Over the frequencies of a word.
pub const FREQUENCY: &str = "How often each account says it";

/// Rows of the table of a word's frequencies.
pub const FREQUENCY_ROWS: [&str; 4] = [
    "In its own words",
    "… of these, reporting what others say",
    "… of these, naming an organization that is called so",
    "In words of others that it quotes",
];

/// Over the collocates.
pub const COLLOCATES: &str = "Beside it";

/// Heads of the table of collocates.
pub const COLLOCATE_HEADS: [&str; 5] = ["Word", "Beside it", "Elsewhere here", "Log ratio", "G²"];

/// So many of them are counts.
pub const COLLOCATE_COUNTS: usize = 3;

/// Before the collocates.
pub const COLLOCATES_NOTE: &str = "Words that stand beside it in one sentence, up to five words before or behind, and are more frequent there than \
    in the rest of the same account; in the account’s own words. Words of grammar are left out.";

/// Where nothing stands beside a word often enough.
pub const NO_COLLOCATES: &str = "No word stands beside it so often that it is more than chance.";

/// Over the lines.
pub const LINES: &str = "Who says it, and where";

/// Before the files.
pub const FILES: &str = "As tables for a spreadsheet (CSV):";

/// Names of the files.
pub const FILE_NAMES: [&str; 5] =
    ["sizes", "what each account says more", "the words in different mouths", "all lines", "what stands beside it"];

/// Over the part of the method page.
pub const METHOD_TITLE: &str = "How words are counted";

/// How words are counted and compared, with the sources of the formulas.
pub const METHOD: [&str; 6] = [
    "Running text is what stands in paragraphs, items of lists and block quotations. A word is a run of letters, its accents and case left out, \
     without a genitive’s ending; numbers are no words. Parts tied by a hyphen are words of their own, unless the texts write them in one \
     as well (“cease-fire”, “ceasefire”). Forms of one stem (Snowball English) are one word where none is longer than the \
     shortest by more than three letters; the forms are always shown. What the editors marked as quoted is the quoted speaker’s, everything else \
     the account’s own, names of organizations among it.",
    "Keyness: the account’s own words against those of all others together. With a cases in c words here and b cases in d words \
     elsewhere, E1 = c(a + b)/(c + d), E2 = d(a + b)/(c + d), and G² = 2(a ln(a/E1) + b ln(b/E2)) (Rayson and Garside, Comparing corpora using frequency \
     profiling, 2000). The size of the difference is the log ratio, log2((a/c)/(b/d)), with 0.5 for a count of nothing (Hardie, Log Ratio – an informal \
     introduction, 2014).",
    "A word is listed where it stands at least five times in the account, in at least three of its ten equal parts, where both expected counts \
     are at least 1 (Rayson, Berridge and Francis, Extending the Cochran rule for the comparison of word frequencies between corpora, 2004), and \
     where G² reaches the value that chance exceeds once in twenty lists: 0.05 divided by the number of words tested (Bonferroni). Below five cases no \
     rate is given.",
    "Spread: DP = ½ Σ |v − s| over ten equal parts of the account, with each part’s share v of the word’s cases and s of all words, divided by \
     1 − min s (Gries, Dispersions and adjusted frequencies in corpora, 2008; Lijffijt and Gries, 2012). A word with few cases cannot be spread evenly over ten \
     parts: its DP is high in any event.",
    "Collocates: words within five words of the word and in the same sentence, compared with the rest of the same account by the same two formulas; \
     at least three cases beside it, and G² of 10.83 (p < 0.001). Where the account says the word less than five times, \
     none are given.",
    "What this cannot do: G² takes words for independent of one another, which those of a text are not; so it is rather a way to sort words than a proof. \
     The others taken together are mostly the longest of them. An account of few pages has few words that can be listed at all. Two words for one \
     thing (“UN”, “United Nations”) are two words.",
];

/// "7,655".
#[must_use]
pub fn number(count: u32) -> String {
    let digits = count.to_string();
    let mut told = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            told.push(',');
        }
        told.push(digit);
    }
    told
}

/// How often in a thousand words: "5.67", "too few", "none".
#[must_use]
pub fn rate(cases: u32, words: u32) -> String {
    match Rate::of(cases, words) {
        Rate::None => "none".to_owned(),
        Rate::Few => "too few".to_owned(),
        Rate::PerThousand(rate) => hundredths(rate),
    }
}

/// A count in so many words, with its rate: "21 in 3,701 words: 5.67 per 1,000".
#[must_use]
pub fn among(cases: u32, words: u32) -> String {
    let of = format!("{} in {} words", number(cases), number(words));
    match Rate::of(cases, words) {
        Rate::None => of,
        Rate::Few => format!("{of}: too few for a rate"),
        Rate::PerThousand(rate) => format!("{of}: {} per 1,000", hundredths(rate)),
    }
}

/// A figure with a sign that is read as a minus.
#[must_use]
pub fn figure(value: f64) -> String {
    hundredths(value).replace('-', "−")
}

/// How the sizes differ.
#[must_use]
pub fn sizes_note(sizes: &[Counts]) -> String {
    let own = || sizes.iter().map(|size| size.own);
    let (most, least) = (own().max().unwrap_or(0), own().min().unwrap_or(0));
    if least == 0 {
        return "An account has no running text of its own.".to_owned();
    }
    let times = hundredths((f64::from(most) / f64::from(least) * 10.0).round() / 10.0);
    format!(
        "The longest has {} times as many words of its own as the shortest. All counts below are to be read against these sizes: in a \
         short text a word has to be said more often before anything can be said of it.",
        times.trim_end_matches('0').trim_end_matches('.')
    )
}

/// What stands over a table for one account.
#[must_use]
pub fn of_account(what: &str, account: &str) -> String {
    format!("{what}: {account}")
}

/// Before the keywords of all accounts: how many are shown of each.
#[must_use]
pub fn keywords_note(shown: usize) -> String {
    format!(
        "Each account’s own words against those of the others taken together. For every account {} shown, the \
         surest first; words of grammar (“the”, “which”) are left out. Where a count is below {FLOOR}, it is too few for a rate.",
        count(shown, "word is", "words are")
    )
}

/// Under the keywords of an account: what was compared.
#[must_use]
pub fn compared(keyness: &Keyness) -> String {
    format!("{} words here against {} elsewhere.", number(keyness.here), number(keyness.elsewhere))
}

/// … and what of it was tested, and is not shown.
#[must_use]
pub fn tested(keyness: &Keyness, listed: usize) -> String {
    format!(
        "{} tested; {} sure enough (G² of {} and more), words of grammar apart. The file has all of them.",
        count(keyness.tested as usize, "word was", "words were"),
        count(listed, "is", "are"),
        hundredths(keyness.critical)
    )
}

/// A word and its forms: "occupied 32, occupying 12"; nothing where there is one form alone.
#[must_use]
pub fn forms(head: &Head) -> String {
    if head.forms.len() < 2 {
        return String::new();
    }
    let each: Vec<String> = head.forms.iter().map(|(form, count)| format!("{form} {count}")).collect();
    each.join(", ")
}

/// The forms in a sentence.
#[must_use]
pub fn forms_line(head: &Head) -> String {
    let each: Vec<String> = head.forms.iter().map(|(form, count)| format!("“{form}” {count}")).collect();
    format!("Forms in all accounts: {}.", each.join(", "))
}

/// How often an account says a word: "21 times in its own words (5.67 in a thousand), 7 of them reporting others; 14 quoted".
/// In how many of them it names an organization that is called so, is told as well.
#[must_use]
pub fn said(cases: Counts, named: u32, size: Counts) -> String {
    let mut told = Vec::new();
    if cases.own > 0 {
        let rate = match Rate::of(cases.own, size.own) {
            Rate::PerThousand(rate) => format!(" ({} in a thousand)", hundredths(rate)),
            _ => " (too few for a rate)".to_owned(),
        };
        let reported =
            if cases.reported > 0 { format!(", {} of them reporting others", cases.reported) } else { String::new() };
        let named = if named > 0 { format!(", {named} of them naming an organization") } else { String::new() };
        told.push(format!("{} in its own words{rate}{reported}{named}", count(cases.own as usize, "time", "times")));
    }
    if cases.quoted > 0 {
        told.push(format!("{} in words that it quotes", count(cases.quoted as usize, "time", "times")));
    }
    if told.is_empty() { NOT_SAID.to_owned() } else { format!("{}.", told.join("; ")) }
}

/// Who says a word, how, how often: "Letter to the UN, in its own name · 14".
#[must_use]
pub fn mouth(name: &str, mouth: Mouth, cases: usize) -> String {
    format!("{} · {cases}", out_of(name, mouth))
}

/// Before the way to a line's passage: whose words it gives.
#[must_use]
pub fn said_by(name: &str, mouth: Mouth) -> String {
    format!("{} · ", out_of(name, mouth))
}

fn out_of(name: &str, mouth: Mouth) -> String {
    let how = match (mouth, mouth.wording()) {
        (Mouth::Name(_), _) => "where it names an organization",
        (_, Wording::Own) => "in its own name",
        (_, Wording::Reported) => "reported",
        (_, Wording::Quoted) => "quoted",
    };
    if name.is_empty() { how.to_owned() } else { format!("{name}, {how}") }
}

/// Under the lines that are shown, where there are more.
#[must_use]
pub fn in_the_file(lines: usize) -> String {
    format!("{} more in the file below.", count(lines, "line is", "lines are"))
}

/// The name of a file; what it holds, by index into [`FILE_NAMES`].
#[must_use]
pub fn file(name: usize, word: &str) -> String {
    const NAMES: [&str; 5] = ["sizes", "keywords", "mouths", "lines", "collocates"];
    let name = NAMES.get(name).copied().unwrap_or_default();
    // A word of the texts may hold what a file's name may not.
    let word: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
    if word.is_empty() { format!("vocabulary-{name}.csv") } else { format!("vocabulary-{word}-{name}.csv") }
}

/// The way to all lines of a word.
#[must_use]
pub fn all_lines(word: &str, lines: u32) -> String {
    let lines =
        if lines == 1 { "the one line".to_owned() } else { format!("all {lines} lines, and what stands beside it") };
    format!("“{word}”: {lines}")
}

/// Where no account says a word.
#[must_use]
pub fn nowhere(word: &str) -> String {
    format!("No account says “{word}” in its running text.")
}

/// Where more than one word was typed.
#[must_use]
pub fn first_only(word: &str) -> String {
    format!("Words are counted one by one; this is “{word}”.")
}

/// Where an account says a word too rarely for collocates.
#[must_use]
pub fn too_few(cases: u32) -> String {
    format!("{} in its own words: too few to say what stands beside it.", count(cases as usize, "case", "cases"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted() {
        for (count, expected) in [(0, "0"), (999, "999"), (1000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567")]
        {
            assert_eq!(number(count), expected);
        }
    }

    #[test]
    fn small_numbers_are_said_to_be_small() {
        let size = Counts { own: 2000, reported: 0, quoted: 100 };
        let check = |own, reported, quoted, expected: &str| {
            assert_eq!(said(Counts { own, reported, quoted }, 0, size), expected);
        };
        check(0, 0, 0, "Not said.");
        check(1, 0, 0, "1 time in its own words (too few for a rate).");
        check(10, 3, 0, "10 times in its own words (5.00 in a thousand), 3 of them reporting others.");
        check(0, 0, 2, "2 times in words that it quotes.");
        let named = said(Counts { own: 3, reported: 0, quoted: 0 }, 2, size);
        assert_eq!(named, "3 times in its own words (too few for a rate), 2 of them naming an organization.");
        assert_eq!(rate(4, 2000), "too few");
        assert_eq!(rate(0, 2000), "none");
        assert_eq!(among(10, 2000), "10 in 2,000 words: 5.00 per 1,000");
        assert_eq!(among(3, 2000), "3 in 2,000 words: too few for a rate");
        assert_eq!(among(0, 0), "0 in 0 words");
    }
}
