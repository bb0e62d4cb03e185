//! The concordance: every place where words stand, account by account, aligned on them.
//!
//! A line is a piece of text that is read from left to right; that its parts stand below those of other lines is the
//! work of the styles alone. Where there is no room for that, each line is set as running text.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::typing::{use_typing, use_wishes};
use super::{Found, accounts, ways};
use crate::corpus::Account;
use crate::platform::files;
use crate::search::concordance::{Line, Order, Sameness, csv, sort};
use crate::ui::parts::{button, choice, select};
use crate::ui::shared::Shared;
use crate::ui::sheet::sheet;
use crate::view::{Action, Page, View, encode};
use crate::words::find::{self, Term, tell};
use crate::words::{self, Key, say};

/// Lines of an account that are shown at once, and so many more at each wish.
const FIRST: usize = 50;
const MORE: usize = 200;

/// What the lines may be sorted by: as a list has it, and in words.
const ORDERS: [(&str, Order, Term); 5] = [
    ("text", Order::Text, Term::SortText),
    ("left", Order::Left, Term::SortLeft),
    ("right", Order::Right, Term::SortRight),
    ("date", Order::Date, Term::SortDate),
    ("document", Order::Document, Term::SortDocument),
];

/// Words that several accounts use, each in its way.
const EXAMPLES: [&str; 6] = ["occupied", "aggression", "liberated", "ceasefire", "genocide", "corridor"];

#[derive(PartialEq, Properties)]
pub struct Props {
    pub shared: Shared,
    pub view: View,
    pub found: Found,
    /// As they stand in the address.
    pub words: String,
    pub sameness: Sameness,
    pub order: Order,
}

#[component]
pub fn Concordance(props: &Props) -> Html {
    let Props { shared, view, found, words: viewed, sameness, order } = props;
    let (sameness, order) = (*sameness, *order);
    let corpus = &shared.corpus;
    let bundle = &corpus.bundle;
    let write = shared.act.reform(move |words: String| Action::Refine(Page::Concordance { words, sameness, order }));
    let typing = use_typing(viewed, write);
    let text = &typing.text;
    let (limits, more) = use_wishes(text, bundle.accounts.len(), FIRST, MORE);
    let view = View { page: Page::Concordance { words: text.clone(), sameness, order }, ..view.clone() };
    let outcome = use_state(|| None::<String>);

    let unsorted = {
        let (found, corpus) = (found.clone(), corpus.clone());
        use_memo((text.clone(), sameness as u8), move |(text, _)| {
            found.0.index.concordance(&corpus.bundle, text, sameness)
        })
    };
    let lines = {
        let (lines, corpus) = (unsorted.clone(), corpus.clone());
        use_memo((unsorted, order as u8), move |_| {
            let mut lines = Vec::clone(&lines);
            sort(&corpus.bundle, &mut lines, order);
            lines
        })
    };
    {
        let outcome = outcome.clone();
        use_effect_with((text.clone(), sameness as u8, order as u8), move |_| outcome.set(None));
    }

    let look = {
        let words = text.clone();
        move |sameness: Sameness, order: Order| {
            Action::Refine(Page::Concordance { words: words.clone(), sameness, order })
        }
    };
    let forms = {
        let look = look.clone();
        shared.act.reform(move |event: Event| {
            let any = event.target_unchecked_into::<HtmlInputElement>().checked();
            look(if any { Sameness::Stem } else { Sameness::Exact }, order)
        })
    };
    let sorted = shared.act.reform(move |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        let of = ORDERS.iter().find(|(name, ..)| *name == value);
        look(sameness, of.map_or(Order::Text, |(_, order, _)| *order))
    });
    let options = ORDERS.iter().map(|(value, of, words)| ((*value).to_owned(), tell(*words).to_owned(), *of == order));
    let leave = typing.leave(encode(&view, bundle));
    let save = {
        let (lines, corpus, outcome) = (lines.clone(), corpus.clone(), outcome.clone());
        let name = format!("concordance-{}.csv", plain(text));
        Callback::from(move |_: MouseEvent| {
            let saved = files::save_table(&name, &csv(&corpus.bundle, &lines));
            outcome.set(Some(if saved {
                find::exported(&name, lines.len())
            } else {
                tell(Term::ExportFailed).to_owned()
            }));
        })
    };
    let of_account = |account: usize| lines.iter().filter(move |line| line.account as usize == account);
    let shown: usize = accounts(corpus, &view).map(|(at, _)| of_account(at).count().min(limits[at])).sum();
    let all: usize = accounts(corpus, &view).map(|(at, _)| of_account(at).count()).sum();
    let blank = text.trim().is_empty();
    let status = match &*outcome {
        Some(said) => said.clone(),
        None if blank => String::new(),
        None => find::lines(all, shown),
    };
    html! {
        <div id="text" class="find">
            <div class="find-head">
                <h1 id="page-title" tabindex="-1">{ say(Key::Concordance) }</h1>
                { ways(corpus, &view, text.trim()) }
            </div>
            <div class="find-bar" role="search">
                { typing.field(Term::ConcordanceField, &leave, Callback::noop()) }
                <p role="status">{ status }</p>
            </div>
            <div class="narrow">
                { choice("checkbox", tell(Term::Forms), sameness == Sameness::Stem, forms) }
                { select(tell(Term::SortBy), options.collect(), sorted) }
                if !lines.is_empty() {
                    { button(tell(Term::Export), save) }
                }
            </div>
            if blank {
                { examples(shared, &view) }
            } else {
                { for accounts(corpus, &view).map(|(at, account)| {
                    account_lines(shared, &view, account, of_account(at).take(limits[at]), of_account(at).count(), &more.reform(move |_: MouseEvent| at))
                }) }
                if all == 0 {
                    <p class="nothing">{ find::no_lines(text.trim(), sameness == Sameness::Exact) }</p>
                }
            }
        </div>
    }
}

fn account_lines<'a>(
    shared: &Shared,
    view: &View,
    account: &Account,
    lines: impl Iterator<Item = &'a Line>,
    count: usize,
    more: &Callback<MouseEvent>,
) -> Html {
    let lines: Vec<Html> = lines.map(|one| line(shared, view, one)).collect();
    let next = (count - lines.len()).min(MORE);
    html! {
        <section key={account.id.clone()} class="kwic" aria-label={account.name.clone()}>
            <h2>
                { sheet(|page| page.account(account)) }
                <small>{ find::lines_of(count) }</small>
            </h2>
            if lines.is_empty() {
                <p class="none">{ tell(Term::NoLines) }</p>
            } else {
                <ol>{ for lines }</ol>
            }
            if next > 0 {
                <button type="button" aria-label={find::more_of(next, &account.name)} onclick={more}>
                    { find::more(next) }
                </button>
            }
        </section>
    }
}

/// A line: what stands before the words, the words, what stands behind them; where that is, and of when it speaks.
fn line(shared: &Shared, view: &View, line: &Line) -> Html {
    let bundle = &shared.corpus.bundle;
    let document = &bundle.documents[line.document as usize];
    let passage = &document.passages[line.passage as usize];
    let there = encode(&view.after(Action::Show(passage.id.clone()), bundle), bundle);
    let selected = view.passage.as_ref() == Some(&passage.id);
    let year = line.day.map_or_else(|| "–".to_owned(), |day| day.year.to_string());
    let date = match line.day {
        Some(_) => passage.times.first().map_or_else(String::new, |time| words::date(&time.edtf)),
        None => tell(Term::WithoutDate).to_owned(),
    };
    html! {
        <li
            key={format!("{}-{}", passage.id, line.range.start)}
            class={classes!("line", selected.then_some("selected"))}
            data-passage={passage.id.clone()}
        >
            <span class="before" lang={document.language.clone()}><span>{ &line.left }</span></span>
            <span class="behind" lang={document.language.clone()}><mark>{ &line.keyword }</mark>{ &line.right }</span>
            <small>
                <span class="year" title={date}>{ year }</span>
                <a data-opens="passage" href={format!("#{there}")}>{ words::named(document, passage) }</a>
            </small>
        </li>
    }
}

/// Words whose use differs, to begin with.
fn examples(shared: &Shared, view: &View) -> Html {
    let bundle = &shared.corpus.bundle;
    sheet(|page| {
        page.within("section", "examples", |page| {
            page.line("p", "", tell(Term::ConcordanceIntro));
            page.line("h2", "", tell(Term::Examples));
            page.within("ul", "", |page| {
                for words in EXAMPLES {
                    let there = Page::concordance(words.to_owned());
                    let there = encode(&view.after(Action::Open(there), bundle), bundle);
                    page.within("li", "", |page| page.link(&there, words));
                }
            });
        });
    })
}

/// Words as a part of a file's name.
fn plain(words: &str) -> String {
    let parts = words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-").to_lowercase()
}
