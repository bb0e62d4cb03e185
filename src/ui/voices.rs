//! Who is speaking in which account, how often, with which verbs; and where one speaker does.

use yew::prelude::*;

use super::shared::{Corpus, Shared};
use super::sheet::{Sheet, page};
use crate::compare::{Share, VoiceRow, shares, stretches, sum};
use crate::corpus::{Account, Mode, Passage, Speaker, Stretch};
use crate::view::{Action, Page, View, encode};
use crate::words::{self, Leaf, leaf};

/// Sets the page: all speakers, or one.
pub fn voices(shared: &Shared, view: &View, speaker: Option<&str>) -> Html {
    let corpus = &shared.corpus;
    match speaker.and_then(|id| corpus.bundle.speaker(id)) {
        Some(speaker) => page("page stretches", |page| one(page, corpus, view, speaker)),
        None => page("page wide", |page| all(page, corpus, view)),
    }
}

fn one(page: &mut Sheet, corpus: &Corpus, view: &View, speaker: &Speaker) {
    page.within("p", "", |page| to(page, corpus, view, None, leaf(Leaf::AllVoices)));
    page.title(&speaker.name);
    page.line("p", "", &words::speaker(speaker));
    page.note(speaker.note.as_deref());
    if let Some(side) = &speaker.side {
        hear(page, corpus, view, side);
    }
    for (a, account) in corpus.bundle.accounts.iter().enumerate() {
        heading(page, account);
        let mut heard = false;
        page.within("ul", "", |page| {
            for (of, passage, stretch) in stretches(&corpus.bundle) {
                if of == a && stretch.voices.last().is_some_and(|voice| voice.speaker == speaker.id) {
                    heard = true;
                    page.within("li", "", |page| set(page, corpus, view, passage, stretch));
                }
            }
        });
        if !heard {
            page.line("p", "", leaf(Leaf::NotHeard));
        }
    }
}

/// The heading over what stands in an account.
pub fn heading(page: &mut Sheet, account: &Account) {
    page.within("h2", "", |page| {
        page.mark(&account.id);
        page.text(&account.name);
    });
}

/// Sets a link to the page of a speaker, or of all.
pub fn to(page: &mut Sheet, corpus: &Corpus, view: &View, speaker: Option<&Speaker>, words: &str) {
    let there = Page::Voices { speaker: speaker.map(|speaker| speaker.id.clone()) };
    page.link(&encode(&view.after(Action::Open(there), &corpus.bundle), &corpus.bundle), words);
}

/// Sets the way to Compare with only what is said for a side.
fn hear(page: &mut Sheet, corpus: &Corpus, view: &View, side: &str) {
    let compare = view.after(Action::Open(Page::Compare), &corpus.bundle);
    let there = compare.after(Action::Hear(Some(side.to_owned())), &corpus.bundle);
    let name = corpus.bundle.account(side).map_or("", |account| &account.short);
    page.within("p", "", |page| page.link(&encode(&there, &corpus.bundle), &words::hear_side(name)));
}

/// A stretch in the words of the text, what attributes it, where it stands.
fn set(page: &mut Sheet, corpus: &Corpus, view: &View, passage: &Passage, stretch: &Stretch) {
    words_of(page, corpus, passage, stretch);
    beside(page, corpus, view, passage, &words::stack(stretch, &corpus.bundle));
}

/// Sets the words of a stretch: between quotation marks only where they are the speaker's own.
pub fn words_of(page: &mut Sheet, corpus: &Corpus, passage: &Passage, stretch: &Stretch) {
    let text = corpus.bundle.passage(&passage.id).map_or("", |(document, _)| &document.text);
    let quoted = stretch.voices.last().is_some_and(|voice| voice.mode == Mode::Quoted);
    let (tag, class) = if quoted { ("q", "") } else { ("span", "reported") };
    page.line(tag, class, &passage.text_in(text, stretch.range));
}

/// Sets words of a passage, what belongs to them, and the way to the passage.
pub fn quote(page: &mut Sheet, corpus: &Corpus, view: &View, passage: &Passage, words: &str, what: &str) {
    page.line("q", "", words);
    beside(page, corpus, view, passage, what);
}

fn beside(page: &mut Sheet, corpus: &Corpus, view: &View, passage: &Passage, what: &str) {
    page.within("small", "", |page| {
        page.text(what);
        if !what.is_empty() {
            page.text(" · ");
        }
        to_passage(page, corpus, view, &passage.id);
    });
}

/// Sets a link that opens a passage beside what is read.
pub fn to_passage(page: &mut Sheet, corpus: &Corpus, view: &View, id: &str) {
    let Some((document, passage)) = corpus.bundle.passage(id) else { return };
    let there = view.after(Action::Show(id.to_owned()), &corpus.bundle);
    page.link(&encode(&there, &corpus.bundle), &words::named(document, passage));
}

fn all(page: &mut Sheet, corpus: &Corpus, view: &View) {
    let bundle = &corpus.bundle;
    page.title(leaf(Leaf::VoicesTitle));
    page.line("p", "", leaf(Leaf::VoicesNote));
    let rows = shares(bundle);
    for side in bundle.accounts.iter().map(Some).chain([None]) {
        let id = side.map(|account| account.id.as_str());
        let of_side: Vec<&VoiceRow> =
            rows.iter().filter(|row| bundle.speakers[row.speaker].side.as_deref() == id).collect();
        if of_side.is_empty() {
            continue;
        }
        let title = words::speakers_of(side.map(|account| account.short.as_str()));
        page.line("h2", "", &title);
        if let Some(id) = id {
            hear(page, corpus, view, id);
        }
        let (first, others) = of_side.split_at(if of_side.len() > AT_ONCE + 2 { AT_ONCE } else { of_side.len() });
        let table = |page: &mut Sheet, title: String, sum: Option<&[Share]>, rows: &[&VoiceRow]| {
            page.table(corpus, title, leaf(Leaf::Speaker), |page| {
                if let Some(sum) = sum {
                    page.across(corpus, |page| page.text(leaf(Leaf::VoicesAll)), |page, a| share(page, &sum[a]));
                }
                for row in rows {
                    let speaker = &bundle.speakers[row.speaker];
                    let head = |page: &mut Sheet| {
                        to(page, corpus, view, Some(speaker), &speaker.name);
                        page.line("small", "", &words::speaker(speaker));
                    };
                    page.across(corpus, head, |page, a| share(page, &row.shares[a]));
                }
            });
        };
        table(page, title, Some(&sum(&of_side)), first);
        if !others.is_empty() {
            let less = words::heard_less(others.len());
            page.within("details", "", |page| {
                page.line("summary", "", &less);
                table(page, less.clone(), None, others);
            });
        }
    }
}

/// Speakers of a side that are shown at once: the same number for each, and no fold for one or two.
const AT_ONCE: usize = 8;

fn share(page: &mut Sheet, share: &Share) {
    page.text(&words::share(share));
    page.line("small", "", &words::verbs(share));
}

impl Sheet {
    /// Sets a table with a column for each account, named by its title.
    pub fn table(&mut self, corpus: &Corpus, title: String, head: &'static str, rows: impl FnOnce(&mut Self)) {
        self.within("table", "", |page| {
            page.set("role", "table");
            page.set("aria-label", &title);
            page.within("thead", "", |page| {
                page.within("tr", "", |page| {
                    page.set("role", "row");
                    page.line("th", "", head);
                    for account in &corpus.bundle.accounts {
                        page.line("th", "", &account.name);
                    }
                });
            });
            page.within("tbody", "", rows);
        });
    }

    /// Sets a row of it, with a cell for each account. Where it is narrow, they stand below one another, each under its
    /// account; the roles say that it is a table all the same.
    pub fn across(&mut self, corpus: &Corpus, head: impl FnOnce(&mut Self), mut cell: impl FnMut(&mut Self, usize)) {
        self.row(head, |page| {
            for (a, account) in corpus.bundle.accounts.iter().enumerate() {
                page.within("td", "", |page| {
                    page.set("role", "cell");
                    page.within("span", "of", |page| {
                        page.mark(&account.id);
                        page.text(&account.short);
                    });
                    cell(page, a);
                });
            }
        });
    }

    /// Sets a row of a table.
    pub fn row(&mut self, head: impl FnOnce(&mut Self), cells: impl FnOnce(&mut Self)) {
        self.within("tr", "", |page| {
            page.set("role", "row");
            page.within("th", "", |page| {
                page.set("scope", "row");
                page.set("role", "rowheader");
                head(page);
            });
            cells(page);
        });
    }
}
