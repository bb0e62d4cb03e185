//! The ledger: questions and what each account answers; figures side by side; sources that accounts share.

use yew::prelude::*;

use super::shared::{Corpus, Shared};
use super::sheet::{Sheet, page};
use super::voices::quote;
use crate::compare::could_answer;
use crate::corpus::{ByteRange, Claim, Figure};
use crate::view::View;
use crate::words::{self, Key, Leaf, leaf, say};

/// Sets the page.
pub fn claims(shared: &Shared, view: &View) -> Html {
    let corpus = &shared.corpus;
    let bundle = &corpus.bundle;
    let topics = distinct(bundle.claims.iter().map(|claim| claim.topic.as_str()));
    page("page wide", |page| {
        page.title(leaf(Leaf::ClaimsTitle));
        page.line("p", "", &words::claims_note(bundle));
        for topic in &topics {
            page.line("h2", "", words::topic(topic));
            for claim in bundle.claims.iter().filter(|claim| claim.topic == *topic) {
                self::claim(page, corpus, view, claim);
            }
        }
        page.line("h2", "", leaf(Leaf::Figures));
        page.line("p", "", leaf(Leaf::FiguresNote));
        figures(page, corpus, view);
        page.line("h2", "", leaf(Leaf::SharedSources));
        page.line("p", "", leaf(Leaf::SharedSourcesNote));
        for source in &bundle.sources {
            entry(page, &source.id, &source.source, |page| {
                page.line("p", "", &source.note);
                page.within("ul", "", |page| {
                    for used in &source.uses {
                        quoted(page, corpus, view, &used.passage, used.range, "");
                    }
                });
            });
        }
    })
}

/// In order of their first occurrence.
fn distinct<'a>(all: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut distinct = Vec::new();
    for one in all {
        if !distinct.contains(&one) {
            distinct.push(one);
        }
    }
    distinct
}

/// The account of a passage.
fn of<'a>(corpus: &'a Corpus, passage: &str) -> &'a str {
    corpus.bundle.passage(passage).map_or("", |(document, _)| &document.account)
}

/// Sets what a link can lead to.
fn entry(page: &mut Sheet, id: &str, heading: &str, set: impl FnOnce(&mut Sheet)) {
    page.within("article", "claim", |page| {
        page.landing(id);
        page.line("h3", "", heading);
        set(page);
    });
}

/// Sets words of a passage as an item of a list, and the way to it.
fn quoted(page: &mut Sheet, corpus: &Corpus, view: &View, passage: &str, range: ByteRange, beside: &str) {
    let Some((document, found)) = corpus.bundle.passage(passage) else { return };
    page.within("li", "", |page| quote(page, corpus, view, found, &found.text_in(&document.text, range), beside));
}

fn claim(page: &mut Sheet, corpus: &Corpus, view: &View, claim: &Claim) {
    entry(page, &claim.id, &claim.question, |page| {
        page.within("p", "", |page| {
            page.line("strong", "standing", words::standing(claim.standing));
            page.text(" ");
            page.text(&claim.reason);
        });
        let passages: Vec<&str> = claim.answers.iter().map(|answer| answer.passage.as_str()).collect();
        side_by_side(page, corpus, view, &passages, Leaf::NoAnswer, |page, at| {
            let answer = &claim.answers[at];
            quoted(page, corpus, view, &answer.passage, answer.range, &words::answered(answer));
        });
        if let Some(note) = &claim.note {
            page.line("small", "", note);
        }
    });
}

/// Sets what stands in these passages in a column for each account; what an account does without, and whether it could
/// have known.
fn side_by_side(
    page: &mut Sheet,
    corpus: &Corpus,
    view: &View,
    passages: &[&str],
    none: Leaf,
    mut set: impl FnMut(&mut Sheet, usize),
) {
    page.within("div", "answers", |page| {
        for account in view.columns.iter().filter_map(|id| corpus.bundle.account(id)) {
            page.within("div", "", |page| {
                page.within("h4", "", |page| {
                    page.mark(&account.id);
                    page.text(&account.short);
                });
                let mut silent = true;
                page.within("ul", "", |page| {
                    for (at, _) in passages.iter().enumerate().filter(|(_, passage)| of(corpus, passage) == account.id)
                    {
                        silent = false;
                        set(page, at);
                    }
                });
                if silent {
                    let could = could_answer(&corpus.bundle, account, passages);
                    page.line("p", "none", if could { leaf(none) } else { say(Key::NotYetWritten) });
                }
            });
        }
    });
}

/// Figures that answer one question stand side by side; behind them those that nothing stands beside.
fn figures(page: &mut Sheet, corpus: &Corpus, view: &View) {
    let figures = &corpus.bundle.figures;
    let groups = distinct(figures.iter().map(|figure| figure.group.as_str())).into_iter();
    let groups = groups.map(|group| figures.iter().filter(|figure| figure.group == group).collect::<Vec<_>>());
    let (several, alone): (Vec<_>, Vec<_>) = groups.partition(|group| group.len() > 1);
    for group in several {
        entry(page, &group[0].group, &group[0].counted, |page| {
            let passages: Vec<&str> = group.iter().map(|figure| figure.passage.as_str()).collect();
            side_by_side(page, corpus, view, &passages, Leaf::NoFigure, |page, at| {
                figure(page, corpus, view, group[at])
            });
        });
    }
    page.line("h2", "", leaf(Leaf::FiguresAlone));
    for group in alone {
        entry(page, &group[0].group, &group[0].counted, |page| {
            page.within("ul", "", |page| figure(page, corpus, view, group[0]));
        });
    }
}

fn figure(page: &mut Sheet, corpus: &Corpus, view: &View, figure: &Figure) {
    quoted(page, corpus, view, &figure.passage, figure.range, &words::figured(figure));
}
