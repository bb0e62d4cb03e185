//! The search: a field, how the query was read, what was found by period, and the hits of each account in a column of
//! its own.
//!
//! The field keeps the focus: the arrows choose among the hits from there, and Enter opens the one that is chosen. What
//! stands around the hits has its place before anything is typed, so that nothing moves while one types.

use yew::prelude::*;

use super::hit::{self, Place};
use super::narrow::{Narrow, asked, periods};
use super::typing::{use_typing, use_wishes};
use super::{Found, accounts, ways};
use crate::corpus::{Account, Document, Passage};
use crate::platform::page;
use crate::search::{FilterField, Filters, Hit, Query, Results, Title};
use crate::ui::compare::moves;
use crate::ui::parts::sign;
use crate::ui::shared::Shared;
use crate::ui::sheet::{Sheet, sheet};
use crate::view::{Action, Page, View, encode};
use crate::words::find::{self, Term, tell};
use crate::words::{self, Key, say};

/// Hits of an account that are shown at once, and so many more at each wish.
const FIRST: usize = 8;
const MORE: usize = 24;

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
        let (query, change) = (query.clone(), typing.change.clone());
        Callback::from(move |(field, value): (FilterField, Option<String>)| {
            change.emit(query.with_field(field, value.as_deref()));
        })
    };
    let step = {
        let (text, count) = (text.clone(), hits.len());
        Callback::from(move |forward: bool| {
            let next = if forward { at + 1 } else { at.saturating_sub(1) };
            // The first step chooses the best one, which is the one that Enter would open anyway.
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
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "ArrowDown" => step.emit(true),
                "ArrowUp" => step.emit(false),
                "Enter" if any && !event.is_composing() => {
                    leave.emit(());
                    page::follow(&link);
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
    let turn = |forward: bool, mark: &'static str, term: Term| {
        let onclick = step.reform(move |_: MouseEvent| forward);
        sign(mark, tell(term).to_owned(), None, (!hits.is_empty()).then_some(onclick))
    };
    let place = Place { shared, view, found, query: text, narrow: &narrow };
    html! {
        <div id="text" class="find">
            <div class="find-head">
                <h1 id="page-title" tabindex="-1">{ say(Key::Search) }</h1>
                { ways(corpus, view, &query.without_fields().replace('"', "")) }
            </div>
            <div class="find-bar" role="search">
                { typing.field(Term::SearchField, &leave, keys) }
                <p class="steps">
                    { turn(false, "↑", Term::Previous) }
                    { turn(true, "↓", Term::Next) }
                </p>
                <p role="status">{ status }</p>
            </div>
            <Narrow corpus={corpus.clone()} asked={asked(query)} narrow={narrow.clone()} />
            { reading(shared, view, query, results) }
            if query.is_empty() {
                { examples(shared, view) }
            } else {
                { periods(corpus, query, &results.periods, &narrow) }
                { heads(shared, view, results, &limits) }
                if results.total == 0 {
                    { nothing(shared, view, found, query) }
                } else {
                    <div class="cells">
                        { for accounts(corpus, view).map(|(account, name)| {
                            let of = Column { account, name, results, limit: limits[account] };
                            column(&place, &hits, at, again, &of, &more)
                        }) }
                    </div>
                    <p class="end">{ tell(Term::EndOfFound) }</p>
                }
            }
        </div>
    }
}

/// The hits that are shown, best first.
fn shown<'a>(results: &'a Results, view: &View, accounts: &[Account], limits: &[usize]) -> Vec<&'a Hit> {
    let mut left: Vec<usize> = (accounts.iter().zip(limits))
        .map(|(account, limit)| if view.columns.contains(&account.id) { *limit } else { 0 })
        .collect();
    let mut hits: Vec<&Hit> = results.hits.iter().collect();
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
fn reading(shared: &Shared, view: &View, query: &Query, results: &Results) -> Html {
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
                    page.line("li", "", &find::note(note, &query.text, bundle));
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
}

fn column(
    place: &Place<'_>,
    hits: &[&Hit],
    at: usize,
    again: Option<usize>,
    column: &Column<'_>,
    more: &Callback<usize>,
) -> Html {
    let Column { account, name, results, limit } = *column;
    let found = results.accounts.get(account).copied().unwrap_or_default() as usize;
    let of_account = hits.iter().enumerate().filter(|(_, hit)| hit.account as usize == account);
    let list =
        of_account.map(|(place_of, one)| hit::hit(place, one, place_of, place_of == at, again == Some(place_of)));
    let next = found.saturating_sub(limit).min(MORE);
    html! {
        <section key={name.id.clone()} class="cell" aria-label={name.name.clone()}>
            <h2 class="cell-name">
                { sheet(|page| page.account(name)) }
                <small>{ find::in_account(found, limit) }</small>
            </h2>
            if found == 0 {
                <p class="none">{ tell(Term::NothingHere) }</p>
            }
            <ol class="hits">{ for list }</ol>
            if next > 0 {
                <button
                    type="button"
                    aria-label={find::more_of(next, &name.name)}
                    onclick={more.reform(move |_: MouseEvent| account)}
                >
                    { find::more(next) }
                </button>
            }
        </section>
    }
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
            page.within("p", "", |page| {
                page.line("strong", "", tell(Term::NothingTried));
                page.text(" ");
                page.text(tell(Term::NothingWords));
            });
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
