//! The ledger: questions and what each account answers; figures side by side; sources that accounts share.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::contents::contents;
use super::parts::select;
use super::shared::{Corpus, Shared};
use super::sheet::{Sheet, page, sheet};
use super::voices::quote;
use crate::compare::{Stance, figures, same, stances};
use crate::corpus::{Account, ByteRange, Claim, Figure, Standing};
use crate::view::{Action, Page, View, encode};
use crate::words::{self, Leaf, leaf};

const SEVERAL: &str = "ledger-figures";
const ALONE: &str = "ledger-figures-alone";
const SHARED: &str = "ledger-sources";

/// Sets the page: all questions, or those whose answers stand to each other as the reader asks.
pub fn ledger(shared: &Shared, view: &View) -> Html {
    let corpus = &shared.corpus;
    let bundle = &corpus.bundle;
    let (entry, only) = match &view.page {
        Page::Claims { entry, only } => (entry.as_deref(), *only),
        _ => (None, None),
    };
    let chosen = |claim: &&Claim| only.is_none_or(|only| claim.standing == only);
    let looked_for = |claim: &&Claim| entry == Some(claim.id.as_str());
    let shown: Vec<&Claim> = bundle.claims.iter().filter(|claim| chosen(claim) || looked_for(claim)).collect();
    let counted = bundle.claims.iter().filter(chosen).count();
    let is_shown = |topic: &&str| shown.iter().any(|claim| claim.topic == **topic);
    let topics = distinct(bundle.claims.iter().map(|claim| claim.topic.as_str()));
    let topics: Vec<&str> = topics.into_iter().filter(is_shown).collect();
    let [several, alone] = figures(bundle);
    let mut headings: Vec<_> = topics
        .iter()
        .map(|topic| {
            let of_topic = shown.iter().filter(|claim| claim.topic == *topic).count();
            (heading_of(topic), 2, words::counted(words::topic(topic), of_topic))
        })
        .collect();
    for (id, title, n) in [
        (SEVERAL, Leaf::FiguresSeveral, several.len()),
        (ALONE, Leaf::FiguresAlone, alone.iter().map(Vec::len).sum()),
        (SHARED, Leaf::SharedSources, bundle.sources.len()),
    ] {
        headings.push((id.to_owned(), 2, words::counted(leaf(title), n)));
    }
    let looked_at = entry.map(str::to_owned);
    let set_only = shared.act.reform(move |event: Event| {
        let only = Standing::named(&event.target_unchecked_into::<HtmlSelectElement>().value());
        Action::Refine(Page::Claims { entry: looked_at.clone(), only })
    });
    let options = [None].into_iter().chain(Standing::ALL.iter().copied().map(Some)).map(|option| {
        let n = bundle.claims.iter().filter(|claim| option.is_none_or(|option| claim.standing == option)).count();
        let name = option.map_or("", Standing::name).to_owned();
        (name, words::standing(option, n), only == option)
    });
    let text = page("page wide", |page| {
        page.title(leaf(Leaf::ClaimsTitle));
        page.line("p", "", &words::claims_note(bundle));
        page.within("div", "filter", |page| {
            page.put(select(leaf(Leaf::Show), options.collect(), set_only));
            page.within("p", "", |page| {
                page.set("role", "status");
                page.text(&words::questions(counted, bundle.claims.len(), shown.len() > counted));
            });
        });
        page.group(|page| {
            for topic in &topics {
                page.within("section", "", |page| {
                    page.key(topic);
                    heading(page, &heading_of(topic), words::topic(topic));
                    page.group(|page| {
                        for claim in shown.iter().filter(|claim| claim.topic == *topic) {
                            self::claim(page, corpus, view, claim);
                        }
                    });
                });
            }
        });
        heading(page, SEVERAL, leaf(Leaf::FiguresSeveral));
        page.line("p", "", leaf(Leaf::FiguresNote));
        for group in &several {
            self::several(page, corpus, view, group);
        }
        heading(page, ALONE, leaf(Leaf::FiguresAlone));
        page.within("details", "", |page| {
            if alone.iter().any(|group| entry == Some(group[0].group.as_str())) {
                page.set("open", "open");
            }
            page.line("summary", "", &words::figures_alone(alone.iter().map(Vec::len).sum()));
            for group in &alone {
                self::entry(page, corpus, view, &group[0].group, &group[0].counted, |page| {
                    page.within("ul", "", |page| group.iter().for_each(|one| figure(page, corpus, view, one)));
                });
            }
        });
        heading(page, SHARED, leaf(Leaf::SharedSources));
        page.line("p", "", leaf(Leaf::SharedSourcesNote));
        for source in &bundle.sources {
            self::entry(page, corpus, view, &source.id, &source.source, |page| {
                page.line("p", "", &source.note);
                page.within("ul", "", |page| {
                    for used in &source.uses {
                        quoted(page, corpus, view, &used.passage, used.range, "");
                    }
                });
            });
        }
    });
    sheet(|page| {
        page.within("div", "reading ledger", |page| {
            page.put(contents(headings));
            page.put(text);
        });
    })
}

/// The id of a topic's heading.
fn heading_of(topic: &str) -> String {
    format!("ledger-{topic}")
}

/// Sets a heading that the contents lead to.
fn heading(page: &mut Sheet, id: &str, words: &str) {
    page.within("h2", "", |page| {
        page.landing(id);
        page.text(words);
    });
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

/// Sets what a link can lead to: its heading is one, to be copied.
fn entry(page: &mut Sheet, corpus: &Corpus, view: &View, id: &str, heading: &str, set: impl FnOnce(&mut Sheet)) {
    let only = if let Page::Claims { only, .. } = &view.page { *only } else { None };
    let here = View { page: Page::Claims { entry: Some(id.to_owned()), only }, passage: None, ..view.clone() };
    page.within("article", "claim", |page| {
        page.key(id);
        page.landing(id);
        page.within("h3", "", |page| page.link(&encode(&here, &corpus.bundle), heading));
        set(page);
    });
}

/// Sets words of a passage as an item of a list, and the way to it.
fn quoted(page: &mut Sheet, corpus: &Corpus, view: &View, passage: &str, range: ByteRange, beside: &str) {
    let Some((document, found)) = corpus.bundle.passage(passage) else { return };
    page.within("li", "", |page| quote(page, corpus, view, found, &found.text_in(&document.text, range), beside));
}

fn claim(page: &mut Sheet, corpus: &Corpus, view: &View, claim: &Claim) {
    entry(page, corpus, view, &claim.id, &claim.question, |page| {
        let passages: Vec<&str> = claim.answers.iter().map(|answer| answer.passage.as_str()).collect();
        let stances = stances(&corpus.bundle, &corpus.grid, &passages, claim.since.as_deref());
        page.within("p", "", |page| {
            page.line("strong", "", &words::standing_of(claim.standing, &stances));
            page.text(" ");
            page.text(&claim.reason);
        });
        side_by_side(page, corpus, view, &passages, &stances, Leaf::NoAnswer, |page, at| {
            let answer = &claim.answers[at];
            let Some((document, _)) = corpus.bundle.passage(&answer.passage) else { return };
            quoted(page, corpus, view, &answer.passage, answer.range, &words::answered(answer, document));
        });
        page.note(claim.note.as_deref());
    });
}

/// Sets what stands in these passages in a column for each account; what an account does without, and whether it could
/// have known.
fn side_by_side(
    page: &mut Sheet,
    corpus: &Corpus,
    view: &View,
    passages: &[&str],
    stances: &[(&Account, Stance)],
    none: Leaf,
    mut set: impl FnMut(&mut Sheet, usize),
) {
    let columns = view.columns.iter().filter_map(|id| stances.iter().find(|(account, _)| account.id == *id));
    page.within("div", "answers", |page| {
        for (account, stance) in columns {
            page.within("div", "", |page| {
                page.within("h4", "", |page| {
                    page.mark(&account.id);
                    page.text(&account.short);
                });
                match stance {
                    Stance::Answers => page.within("ul", "", |page| {
                        let own = passages.iter().enumerate().filter(|(_, passage)| of(corpus, passage) == account.id);
                        own.for_each(|(at, _)| set(page, at));
                    }),
                    Stance::Silent => page.line("p", "empty silent", leaf(none)),
                    Stance::Outside => {
                        page.line("p", "empty outside-purpose", &words::outside(&corpus.bundle, account));
                    }
                    Stance::Older => {
                        page.line("p", "empty not-yet-written", &words::written_before(&corpus.bundle, account));
                    }
                }
            });
        }
    });
}

/// Figures of several accounts that answer one question stand side by side.
fn several(page: &mut Sheet, corpus: &Corpus, view: &View, group: &[&Figure]) {
    entry(page, corpus, view, &group[0].group, &group[0].counted, |page| {
        let passages: Vec<&str> = group.iter().map(|figure| figure.passage.as_str()).collect();
        let stances = stances(&corpus.bundle, &corpus.grid, &passages, None);
        let said = words::figures_of(same(group), &stances);
        page.within("p", "", |page| page.line("strong", "", &said));
        side_by_side(page, corpus, view, &passages, &stances, Leaf::NoFigure, |page, at| {
            figure(page, corpus, view, group[at])
        });
    });
}

fn figure(page: &mut Sheet, corpus: &Corpus, view: &View, figure: &Figure) {
    quoted(page, corpus, view, &figure.passage, figure.range, &words::figured(figure));
}

impl Sheet {
    /// Sets an editor's note; folded where it tells how the editors came to agree.
    pub fn note(&mut self, note: Option<&str>) {
        match note {
            Some(note) if words::tells_of_readings(note) => self.within("details", "checked", |page| {
                page.line("summary", "", leaf(Leaf::Checked));
                page.line("small", "", note);
            }),
            Some(note) => self.line("small", "checked", note),
            None => {}
        }
    }
}
