//! The search: a field, how the query was read, what was found by period, and the hits of each account in a column of
//! its own.
//!
//! The field keeps the focus: the arrows choose among the hits from there, and Enter opens the one that is chosen. What
//! stands around the hits has its place before anything is typed, so that nothing moves while one types.

use yew::prelude::*;

use super::hit::{self, Place};
use super::narrow::{narrowing, periods, use_fold, use_narrow_window};
use super::typing::{use_rest, use_typing, use_wishes};
use super::{Found, accounts, bar, ways};
use crate::corpus::{Account, Document, Passage};
use crate::platform::page;
use crate::search::{FilterField, Filters, Has, Hit, Note, Query, Results, Title};
use crate::ui::compare::moves;
use crate::ui::parts::sign;
use crate::ui::shared::Shared;
use crate::ui::sheet::{Sheet, page as page_of, sheet};
use crate::view::{Action, Page, View, encode};
use crate::words::find::{self, Term, tell};
use crate::words::{self, Key, say};

/// Hits of an account that are shown at once, and so many more at each wish.
const FIRST: usize = 8;
const MORE: usize = 24;

/// So many of them are set at a key; the others follow when typing rests.
const AT_ONCE: usize = 3;

/// The parts of a column, by how much of what was asked for their passages have.
const HAS: [(Has, Term); 3] = [(Has::All, Term::HasAll), (Has::Related, Term::HasRelated), (Has::Part, Term::HasSome)];

/// What finds something, and why.
const EXAMPLES: [(&str, Term); 8] = [
    ("\"territorial integrity\"", Term::ExamplePhrase),
    ("Garabagh", Term::ExampleNames),
    ("12.5.2021", Term::ExampleDay),
    ("S/2020/90", Term::ExampleSymbol),
    ("mines -maps", Term::ExampleNot),
    ("voice:\"Human Rights Watch\"", Term::ExampleVoice),
    ("refugees in:international", Term::ExampleIn),
    ("border date:2021-05", Term::ExampleDate),
];

#[derive(PartialEq, Properties)]
pub struct Props {
    pub shared: Shared,
    pub view: View,
    pub found: Found,
    /// As it stands in the address.
    pub query: String,
}

/// What was found, and what for.
#[derive(PartialEq)]
struct Answer {
    query: Query,
    results: Results,
}

#[component]
pub fn Search(props: &Props) -> Html {
    let Props { shared, view, found, query: viewed } = props;
    let corpus = &shared.corpus;
    let bundle = &corpus.bundle;
    let write = shared.act.reform(|query: String| Action::Refine(Page::Search { query }));
    let typing = use_typing(viewed, write);
    let text = &typing.text;
    let (limits, more) = use_wishes(text, bundle.accounts.len(), FIRST, MORE);
    // Of which query, and which of its hits.
    let chosen = use_state_eq(|| (String::new(), 0));
    let again = use_state(|| found.0.opened.take().filter(|(query, _)| query == viewed));

    let answer = {
        let (found, corpus) = (found.clone(), corpus.clone());
        use_memo((text.clone(), limits.iter().copied().max().unwrap_or(FIRST)), move |(text, limit)| {
            let query = Query::parse(text);
            let results = found.0.index.search(&corpus.bundle, &query, &Filters::default(), *limit);
            Answer { query, results }
        })
    };
    let Answer { query, results } = &*answer;
    let rests = use_rest(text);
    let narrow_window = use_narrow_window();
    let fold = use_fold(narrow_window);
    let hits = shown(results, view, corpus.bundle.accounts.as_slice(), &limits);
    let again = again.as_ref().filter(|(query, _)| query == text);
    let again = again.and_then(|(_, id)| hits.iter().position(|hit| passage_of(shared, hit).1.id == *id));
    let by_hand = (chosen.0 == *text).then_some(chosen.1).filter(|at| *at < hits.len());
    let at = by_hand.or(again).unwrap_or(0);

    use_effect_with(by_hand, |by_hand| {
        if let Some(at) = by_hand {
            page::reveal(&hit::id(*at));
        }
    });

    let narrow = {
        // The same one at every key: the lists, which have it, are not set anew for it.
        let latest = use_mut_ref(|| (Query::default(), Callback::noop()));
        latest.replace((query.clone(), typing.change.clone()));
        use_callback((), move |(field, value): (FilterField, Option<String>), ()| {
            let (query, change) = latest.borrow().clone();
            change.emit(query.with_field(field, value.as_deref()));
        })
    };
    let step = {
        let (text, count) = (text.clone(), hits.len());
        Callback::from(move |forward: bool| {
            let next = if forward { at + 1 } else { at.saturating_sub(1) };
            // The first step chooses the best one, which is the one that Enter leads to anyway.
            let next = if by_hand.is_none() && again.is_none() && forward { 0 } else { next };
            if next < count {
                chosen.set((text.clone(), next));
            }
        })
    };
    let leave = {
        let there = View { page: Page::Search { query: text.clone() }, ..view.clone() };
        typing.leave(encode(&there, bundle))
    };
    let keys = {
        let (leave, step, any) = (leave.clone(), step.clone(), !hits.is_empty());
        let link = if again == Some(at) { hit::AGAIN.to_owned() } else { hit::id(at) };
        let is_chosen = by_hand.or(again).is_some();
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "ArrowDown" => step.emit(true),
                "ArrowUp" => step.emit(false),
                "Enter" if any && !event.is_composing() => {
                    leave.emit(());
                    // What nobody has chosen is not opened: all that was found would be gone from sight.
                    if is_chosen { page::follow(&link) } else { page::focus(&link) }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let status = match by_hand {
        Some(at) => {
            let (document, passage) = passage_of(shared, hits[at]);
            find::at_hit(at + 1, hits.len(), document, passage)
        }
        None if query.is_empty() => String::new(),
        None => find::found(results),
    };
    let turn = |page: &mut Sheet, forward: bool, mark: &'static str, term: Term| {
        let onclick = step.reform(move |_: MouseEvent| forward);
        page.put(sign(mark, tell(term).to_owned(), None, (!hits.is_empty()).then_some(onclick)));
    };
    let place = Place { shared, view, found, query: text, narrow: &narrow };
    // Who goes through the hits goes through all of them.
    let at_once = if rests || by_hand.is_some() || again.is_some() { usize::MAX } else { AT_ONCE };
    page_of("find", |page| {
        let ways = ways(corpus, view, &query.without_fields().replace('"', ""));
        bar(page, say(Key::Search), ways, |page| {
            page.put(typing.field(Term::SearchField, Term::SearchHint, &leave, keys));
            page.within("p", "steps", |page| {
                turn(page, false, "↑", Term::Previous);
                turn(page, true, "↓", Term::Next);
            });
            page.within("p", "", |page| {
                page.set("role", "status");
                page.text(&status);
            });
        });
        let in_list = (narrow_window && !query.is_empty()).then_some(results.periods.as_slice());
        narrowing(page, corpus, query, in_list, fold, &narrow);
        page.put(reading(shared, view, query, results, &typing.change));
        page.group(|page| {
            if query.is_empty() {
                return page.put(examples(shared, view));
            }
            // Where nothing is found nothing stands above the words that say so, but for the period that is asked for.
            let any = results.total > 0;
            page.group(|page| {
                if !narrow_window && (any || query.values(FilterField::Period).next().is_some()) {
                    periods(page, corpus, query, &results.periods, &narrow);
                }
            });
            page.group(|page| {
                if any {
                    page.put(heads(shared, view, results, &limits));
                }
            });
            page.group(|page| {
                if !any {
                    return page.put(nothing(shared, view, found, query));
                }
                page.within("div", "cells", |page| {
                    for (account, name) in accounts(corpus, view) {
                        let of = Column { account, name, results, limit: limits[account], at_once };
                        column(page, &place, &hits, at, again, &of, &more);
                    }
                });
                page.line("p", "counts", tell(Term::CountsPassages));
            });
        });
    })
}

/// The hits that are shown, those that have most of what was asked for first.
fn shown<'a>(results: &'a Results, view: &View, accounts: &[Account], limits: &[usize]) -> Vec<&'a Hit> {
    let mut left: Vec<usize> = (accounts.iter().zip(limits))
        .map(|(account, limit)| if view.columns.contains(&account.id) { *limit } else { 0 })
        .collect();
    let mut hits: Vec<&Hit> = Vec::new();
    for (has, _) in HAS {
        hits.extend(results.hits.iter().filter(|hit| hit.has == has));
    }
    hits.retain(|hit| {
        let left = &mut left[hit.account as usize];
        let shown = *left > 0;
        *left = left.saturating_sub(1);
        shown
    });
    hits
}

fn passage_of<'a>(shared: &'a Shared, hit: &Hit) -> (&'a Document, &'a Passage) {
    let document = &shared.corpus.bundle.documents[hit.document as usize];
    (document, &document.passages[hit.passage as usize])
}

/// How the query was read, and which titles have its words. Its place is kept free.
fn reading(shared: &Shared, view: &View, query: &Query, results: &Results, change: &Callback<String>) -> Html {
    let bundle = &shared.corpus.bundle;
    sheet(|page| {
        page.within("div", "reading-notes", |page| {
            if query.is_empty() {
                page.line("p", "", tell(Term::Intro));
                return;
            }
            page.within("ul", "", |page| {
                page.set("aria-label", tell(Term::NotesTitle));
                for note in &results.notes {
                    page.within("li", "", |page| {
                        page.text(&find::note(note, &query.text, bundle));
                        page.group(|page| only(page, query, note, change));
                    });
                }
                if !results.titles.is_empty() {
                    page.within("li", "", |page| {
                        page.text(tell(Term::TitlesTitle));
                        page.text(": ");
                        for (at, hit) in results.titles.iter().enumerate() {
                            if at > 0 {
                                page.text(", ");
                            }
                            title(page, shared, view, hit.title);
                        }
                    });
                }
            });
        });
    })
}

/// Sets what looks for the words that were typed alone, where others were looked for besides.
fn only(page: &mut Sheet, query: &Query, note: &Note, change: &Callback<String>) {
    let Some(words) = find::widened(note) else { return };
    let Some(exact) = query.exactly(words) else { return };
    page.text(" ");
    page.within("button", "narrower", |page| {
        page.set("type", "button");
        page.click(change.reform(move |_| {
            // The button goes with the note.
            page::focus("query");
            exact.clone()
        }));
        page.text(&find::only_words(words));
    });
}

/// Sets the way to a document or a period.
fn title(page: &mut Sheet, shared: &Shared, view: &View, title: Title) {
    let bundle = &shared.corpus.bundle;
    let (there, words) = match title {
        Title::Document(at) => {
            let Some(document) = bundle.documents.get(at as usize) else { return };
            let there = Page::Read { document: document.id.clone(), beside: None, original: false };
            (view.after(Action::Open(there), bundle), &document.title.short)
        }
        Title::Period(at) => {
            let Some(period) = bundle.periods.get(at as usize) else { return };
            let there = view.after(Action::Open(Page::Compare), bundle);
            (there.after(Action::Choose(Some(period.id.clone())), bundle), &period.title)
        }
    };
    page.link(&encode(&there, bundle), words);
}

/// The heads of the columns, with what was found in each; what is hidden has its count, too.
fn heads(shared: &Shared, view: &View, results: &Results, limits: &[usize]) -> Html {
    let corpus = &shared.corpus;
    let count = |account: usize| results.accounts.get(account).copied().unwrap_or_default() as usize;
    sheet(|page| {
        page.within("div", "heads", |page| {
            page.within("div", "head-row", |page| {
                for (at, account) in accounts(corpus, view) {
                    page.within("div", "head", |page| {
                        page.within("p", "head-name", |page| page.account(account));
                        page.line("p", "head-line", &find::in_account(count(at), limits[at]));
                        if view.columns.len() > 1 {
                            page.within("p", "head-moves", |page| moves(page, shared, view, account));
                        }
                    });
                }
            });
        });
        page.group(|page| {
            let hidden = corpus.bundle.accounts.iter().enumerate();
            let hidden: Vec<_> = hidden.filter(|(_, account)| !view.columns.contains(&account.id)).collect();
            if hidden.is_empty() {
                return;
            }
            page.within("p", "hidden-accounts", |page| {
                page.text(say(Key::Hidden));
                for (at, account) in hidden {
                    let id = account.id.clone();
                    page.within("button", "", |page| {
                        page.set("type", "button");
                        page.set("id", &format!("show-{id}"));
                        page.set("aria-label", &words::show_column(&account.name));
                        page.click(shared.act.reform(move |_| Action::Toggle(id.clone())));
                        page.text(&find::counted(&account.short, count(at)));
                    });
                }
            });
        });
    })
}

/// What a column is set from.
struct Column<'a> {
    account: usize,
    name: &'a Account,
    results: &'a Results,
    limit: usize,
    /// How many hits are set, where not all are that are shown.
    at_once: usize,
}

fn column(
    page: &mut Sheet,
    place: &Place<'_>,
    hits: &[&Hit],
    at: usize,
    again: Option<usize>,
    column: &Column<'_>,
    more: &Callback<usize>,
) {
    let Column { account, name, results, limit, at_once } = *column;
    let found = results.accounts.get(account).copied().unwrap_or_default() as usize;
    let of_account: Vec<(usize, &&Hit)> =
        hits.iter().enumerate().filter(|(_, hit)| hit.account as usize == account).take(at_once).collect();
    // Where all have as much, nothing is to be told apart.
    let Results { complete, related, total, .. } = results;
    let mixed = ![*complete, *related, total - complete - related].contains(total);
    page.within("section", "cell", |page| {
        page.key(&name.id);
        page.set("aria-label", &name.name);
        page.within("h2", "cell-name", |page| {
            page.account(name);
            page.text(" ");
            page.line("small", "", &find::in_account(found, limit));
        });
        page.group(|page| {
            if found == 0 {
                page.line("p", "none", tell(Term::NothingHere));
            }
        });
        for (has, term) in HAS {
            page.group(|page| {
                let mut part = of_account.iter().filter(|(_, hit)| hit.has == has).peekable();
                if part.peek().is_none() {
                    return;
                }
                page.group(|page| {
                    if mixed {
                        page.line("h3", "has", tell(term));
                    }
                });
                page.within("ol", "hits", |page| {
                    for (place_of, one) in part {
                        hit::hit(page, place, one, *place_of, *place_of == at, again == Some(*place_of));
                    }
                });
            });
        }
        page.group(|page| {
            let next = found.saturating_sub(limit).min(MORE);
            // It would move when the other hits come.
            if next > 0 && at_once == usize::MAX {
                page.within("p", "more", |page| {
                    page.text(&find::shown(limit, found));
                    page.within("button", "", |page| {
                        page.set("type", "button");
                        page.set("aria-label", &find::more_of(next, &name.name));
                        page.click(more.reform(move |_| account));
                        page.text(&find::more(next));
                    });
                });
            }
        });
    });
}

/// What may be tried, each of which finds something.
fn examples(shared: &Shared, view: &View) -> Html {
    let bundle = &shared.corpus.bundle;
    sheet(|page| {
        page.within("section", "examples", |page| {
            page.line("h2", "", tell(Term::Examples));
            page.within("dl", "", |page| {
                for (query, why) in EXAMPLES {
                    let there = Page::Search { query: query.to_owned() };
                    let there = encode(&view.after(Action::Open(there), bundle), bundle);
                    page.within("dt", "", |page| page.link(&there, query));
                    page.line("dd", "", tell(why));
                }
            });
        });
    })
}

/// What was tried in vain, and what might help.
fn nothing(shared: &Shared, view: &View, found: &Found, query: &Query) -> Html {
    let bundle = &shared.corpus.bundle;
    sheet(|page| {
        page.within("section", "nothing", |page| {
            page.line("h2", "", &find::nothing_for(&query.text));
            if !query.text.contains('"') {
                page.within("p", "", |page| {
                    page.line("strong", "", tell(Term::NothingTried));
                    page.text(" ");
                    page.text(tell(Term::NothingWords));
                });
            }
            page.group(|page| {
                if query.fields.is_empty() {
                    return;
                }
                let wide = query.without_fields();
                let results = found.0.index.search(bundle, &Query::parse(&wide), &Filters::default(), 1);
                if results.total == 0 {
                    return;
                }
                let there = view.after(Action::Open(Page::Search { query: wide }), bundle);
                page.within("p", "", |page| {
                    page.link(&encode(&there, bundle), &find::without_narrowing(results.total as usize));
                });
            });
            page.line("p", "", tell(Term::NothingHint));
        });
    })
}
