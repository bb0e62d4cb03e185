//! The tables as comma-separated values: every figure that the page shows, and what it leaves out for brevity.

use super::{Lexis, Mouth, Rate, discussed, hundredths};
use crate::corpus::Bundle;
use crate::csv::row;

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// The words of each account.
    Sizes,
    /// What each account says more than the others, words of grammar among it.
    Keywords,
    /// How often each account says the words that are set side by side, in whose name.
    Discussed,
    /// Every case of a word: who says it, where, with the words around it.
    Lines(u32),
    /// What stands beside a word in each account.
    Collocates(u32),
}

impl Table {
    /// The table as RFC 4180 has it, with a first line of names.
    #[must_use]
    pub fn csv(self, bundle: &Bundle, lexis: &Lexis) -> String {
        let mut rows = Rows(String::new());
        match self {
            Self::Sizes => sizes(&mut rows, bundle, lexis),
            Self::Keywords => keywords(&mut rows, bundle, lexis),
            Self::Discussed => mouths(&mut rows, bundle, lexis),
            Self::Lines(head) => lines(&mut rows, bundle, lexis, head),
            Self::Collocates(head) => collocates(&mut rows, bundle, lexis, head),
        }
        rows.0
    }
}

struct Rows(String);

impl Rows {
    fn put(&mut self, cells: &[&str]) {
        self.0.push_str(&row(cells.iter().copied()));
    }
}

fn rate(cases: u32, words: u32) -> String {
    match Rate::of(cases, words) {
        Rate::None => hundredths(0.0),
        // So few are no rate.
        Rate::Few => String::new(),
        Rate::PerThousand(rate) => hundredths(rate),
    }
}

fn accounts<'a>(bundle: &'a Bundle, lexis: &Lexis) -> impl Iterator<Item = (u32, &'a str)> {
    (0_u32..).zip(bundle.accounts.iter().map(|account| account.id.as_str())).take(lexis.sizes.len())
}

fn sizes(rows: &mut Rows, bundle: &Bundle, lexis: &Lexis) {
    rows.put(&["account", "documents", "own words", "of them reports", "quoted words", "all words"]);
    for (size, account) in lexis.sizes.iter().zip(&bundle.accounts) {
        let numbers = [size.own, size.reported, size.quoted, size.all()].map(|count| count.to_string());
        let documents = account.documents.len().to_string();
        let [own, reported, quoted, all] = &numbers;
        rows.put(&[&account.id, &documents, own, reported, quoted, all]);
    }
}

/// "occupied 20; occupying 3".
fn forms(lexis: &Lexis, head: u32) -> String {
    let forms = lexis.heads.get(head as usize).map_or(&[][..], |head| &head.forms);
    forms.iter().map(|(form, count)| format!("{form} {count}")).collect::<Vec<_>>().join("; ")
}

fn word(lexis: &Lexis, head: u32) -> &str {
    lexis.heads.get(head as usize).map_or("", |head| &head.word)
}

fn keywords(rows: &mut Rows, bundle: &Bundle, lexis: &Lexis) {
    rows.put(&[
        "account",
        "word",
        "forms in all accounts",
        "word of grammar",
        "here",
        "own words here",
        "per thousand here",
        "elsewhere",
        "own words elsewhere",
        "per thousand elsewhere",
        "log ratio",
        "G2",
        "critical G2",
        "parts of ten",
        "DP",
    ]);
    for (at, account) in accounts(bundle, lexis) {
        let keyness = lexis.keyness(at);
        for one in &keyness.words {
            let function = lexis.heads.get(one.head as usize).is_some_and(|head| head.function);
            rows.put(&[
                account,
                word(lexis, one.head),
                &forms(lexis, one.head),
                if function { "yes" } else { "no" },
                &one.here.to_string(),
                &keyness.here.to_string(),
                &rate(one.here, keyness.here),
                &one.elsewhere.to_string(),
                &keyness.elsewhere.to_string(),
                &rate(one.elsewhere, keyness.elsewhere),
                &hundredths(one.ratio),
                &hundredths(one.evidence),
                &hundredths(keyness.critical),
                &one.parts.to_string(),
                &hundredths(one.spread),
            ]);
        }
    }
}

fn mouths(rows: &mut Rows, bundle: &Bundle, lexis: &Lexis) {
    rows.put(&["word", "account", "who", "how", "cases", "words counted in", "per thousand"]);
    for (name, head) in discussed().filter_map(|name| Some((name, lexis.find(name)?))) {
        for ((_, account), mouths) in accounts(bundle, lexis).zip(lexis.mouths(bundle, head)) {
            let size =
                bundle.accounts.iter().zip(&lexis.sizes).find(|(one, _)| one.id == account).map(|(_, size)| *size);
            let size = size.unwrap_or_default();
            let totals = [("own words", mouths.counts.own, size.own), ("quoted", mouths.counts.quoted, size.quoted)];
            for (how, cases, words) in totals {
                rows.put(&[name, account, "", how, &cases.to_string(), &words.to_string(), &rate(cases, words)]);
            }
            for (mouth, cases) in &mouths.mouths {
                rows.put(&[name, account, mouth.name(bundle), mouth.how(), &cases.len().to_string(), "", ""]);
            }
        }
    }
}

fn lines(rows: &mut Rows, bundle: &Bundle, lexis: &Lexis, head: u32) {
    rows.put(&["account", "document", "passage", "who", "how", "left", "word", "right"]);
    for word in lexis.cases(head) {
        let Some(document) = bundle.documents.get(word.document as usize) else { continue };
        let Some(passage) = document.passages.get(word.passage as usize) else { continue };
        let mouth = Mouth::of(bundle, word);
        let [left, right] = passage.around(&document.text, word.range);
        rows.put(&[
            &document.account,
            &document.id,
            &passage.id,
            mouth.name(bundle),
            mouth.how(),
            &left,
            &passage.text_in(&document.text, word.range),
            &right,
        ]);
    }
}

fn collocates(rows: &mut Rows, bundle: &Bundle, lexis: &Lexis, head: u32) {
    rows.put(&[
        "account",
        "word",
        "cases",
        "collocate",
        "forms in all accounts",
        "near",
        "words near",
        "far",
        "words far",
        "log ratio",
        "G2",
    ]);
    for (at, account) in accounts(bundle, lexis) {
        let found = lexis.collocates(at, head);
        for one in &found.words {
            rows.put(&[
                account,
                word(lexis, head),
                &found.cases.to_string(),
                word(lexis, one.head),
                &forms(lexis, one.head),
                &one.near.to_string(),
                &found.near.to_string(),
                &one.far.to_string(),
                &found.far.to_string(),
                &hundredths(one.ratio),
                &hundredths(one.evidence),
            ]);
        }
    }
}
