//! Who answers a question, who does not, and who could not.

use super::{Emptiness, Grid, silence};
use crate::corpus::{Account, Bundle, Day, Figure, Passage};

/// How an account stands to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// It answers.
    Answers,
    /// It could have answered and does not.
    Silent,
    /// It could have answered, but an editor recorded that what is asked about lies outside what it set out to tell.
    Outside,
    /// All its documents are older than what is asked about.
    Older,
}

/// How each account stands to the question that these passages answer, in the bundle's order; `since` is the first day that
/// the question asks about, where an editor says so. An account is called silent by the rule that holds for a cell of the
/// grid: not where each period in which the others answer lies outside its purpose. With `since`, the question is of more
/// than those periods, and nobody is outside.
#[must_use]
pub fn stances<'a>(
    bundle: &'a Bundle,
    grid: &Grid,
    answers: &[&str],
    since: Option<&str>,
) -> Vec<(&'a Account, Stance)> {
    let periods = periods_of(bundle, grid, answers);
    let answering: Vec<&str> =
        answers.iter().filter_map(|id| bundle.passage(id)).map(|(document, _)| document.account.as_str()).collect();
    let stance = |account: &Account| match answering.contains(&account.id.as_str()) {
        true => Stance::Answers,
        false if !could_answer(bundle, account, answers, since) => Stance::Older,
        false if since.is_none() && is_outside(bundle, account, &periods) => Stance::Outside,
        false => Stance::Silent,
    };
    bundle.accounts.iter().map(|account| (account, stance(account))).collect()
}

/// The period to which each of these passages belongs.
fn periods_of(bundle: &Bundle, grid: &Grid, passages: &[&str]) -> Vec<usize> {
    let documents = || bundle.documents.iter().enumerate();
    let place = |id: &&str| {
        documents()
            .find_map(|(d, document)| Some((d, document.passages.iter().position(|passage| passage.id == **id)?)))
    };
    passages.iter().filter_map(place).filter_map(|(d, p)| grid.periods_of(d, p).first().copied()).collect()
}

/// Whether all that an account could say of these periods lies outside its purpose.
fn is_outside(bundle: &Bundle, account: &Account, periods: &[usize]) -> bool {
    let written = bundle.documents.iter().enumerate().filter(|(_, document)| document.account == account.id);
    let written: Vec<usize> = written.map(|(at, _)| at).collect();
    let outside = |period: &usize| {
        silence(bundle, &written, &bundle.periods[*period])
            .is_some_and(|silence| silence.of_account == Emptiness::OutsidePurpose)
    };
    !periods.is_empty() && periods.iter().all(outside)
}

/// Whether a document of the account was written after what is asked about had begun: `since` then, or as the last thing that
/// some answer's passage speaks of; where they speak of no day, every account could have answered.
#[must_use]
pub fn could_answer(bundle: &Bundle, account: &Account, answers: &[&str], since: Option<&str>) -> bool {
    let written = bundle.documents.iter().filter(|document| document.account == account.id);
    let mut written = written.map(|document| document.written.days.latest);
    if let Some(since) = since {
        // Days are in the order of their letters.
        return written.any(|latest| latest.is_none_or(|latest| latest.to_string().as_str() >= since));
    }
    let passages = answers.iter().filter_map(|id| bundle.passage(id));
    let begun = |passage: &Passage| passage.times.iter().map(|time| time.days.earliest).max();
    let Some(first): Option<Option<Day>> = passages.filter_map(|(_, passage)| begun(passage)).min() else {
        return true;
    };
    written.any(|latest| latest.is_none() || latest >= first)
}

/// The figures that answer one question each, in order of their first: those that several accounts give, and those
/// that one account gives alone.
#[must_use]
pub fn figures(bundle: &Bundle) -> [Vec<Vec<&Figure>>; 2] {
    let mut groups: Vec<Vec<&Figure>> = Vec::new();
    for figure in &bundle.figures {
        match groups.iter_mut().find(|group| group[0].group == figure.group) {
            Some(group) => group.push(figure),
            None => groups.push(vec![figure]),
        }
    }
    let account = |figure: &Figure| bundle.passage(&figure.passage).map(|(document, _)| &document.account);
    let (several, alone) =
        groups.into_iter().partition(|group| group.iter().any(|figure| account(figure) != account(group[0])));
    [several, alone]
}

/// Whether all these figures are one number, of one precision.
#[must_use]
pub fn same(figures: &[&Figure]) -> bool {
    figures.windows(2).all(|two| two[0].told == two[1].told)
}
