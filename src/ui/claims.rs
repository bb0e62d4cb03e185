//! The ledger: questions and what each account answers; figures side by side; sources that accounts share.

use yew::prelude::*;

use super::shared::{Corpus, Shared};
use super::sheet::{Sheet, page};
use super::voices::quote;
use crate::compare::could_answer;
use crate::corpus::{ByteRange, Claim};
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
        page.attribute("id", AttrValue::from(id.to_owned()));
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
        page.within("div", "answers", |page| {
            for account in view.columns.iter().filter_map(|id| corpus.bundle.account(id)) {
                page.within("div", "", |page| {
                    page.within("h4", "", |page| {
                        page.mark(&account.id);
                        page.text(&account.short);
                    });
                    let answers = claim.answers.iter().filter(|answer| of(corpus, &answer.passage) == account.id);
                    let mut silent = true;
                    page.within("ul", "", |page| {
                        for answer in answers {
                            silent = false;
                            quoted(page, corpus, view, &answer.passage, answer.range, &words::answered(answer));
                        }
                    });
                    if silent {
                        let could = could_answer(&corpus.bundle, account, claim);
                        page.line("p", "none", if could { leaf(Leaf::NoAnswer) } else { say(Key::NotYetWritten) });
                    }
                });
            }
        });
        if let Some(note) = &claim.note {
            page.line("small", "", note);
        }
    });
}

fn figures(page: &mut Sheet, corpus: &Corpus, view: &View) {
    let figures = &corpus.bundle.figures;
    page.table(corpus, leaf(Leaf::Figures).to_owned(), leaf(Leaf::Figure), |page| {
        for group in distinct(figures.iter().map(|figure| figure.group.as_str())) {
            let of_group = || figures.iter().filter(|figure| figure.group == group);
            let counted = of_group().next().map_or("", |figure| &figure.counted);
            page.row(
                |page| {
                    page.attribute("id", AttrValue::from(group.to_owned()));
                    page.text(counted);
                },
                |page| {
                    for account in &corpus.bundle.accounts {
                        page.within("td", "", |page| {
                            page.within("ul", "", |page| {
                                for figure in of_group().filter(|figure| of(corpus, &figure.passage) == account.id) {
                                    quoted(page, corpus, view, &figure.passage, figure.range, &words::figured(figure));
                                }
                            });
                        });
                    }
                },
            );
        }
    });
}
