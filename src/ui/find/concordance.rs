//! The concordance: every place where words stand, account by account, aligned on them.
//!
//! A line is a piece of text that is read from left to right; that its parts stand below those of other lines is the
//! work of the styles alone. Where there is no room for that, each line is set as running text.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::typing::{use_rest, use_typing, use_wishes};
use super::{Found, accounts, bar, ways};
use crate::corpus::{Account, Dating};
use crate::platform::files;
use crate::search::concordance::{Line, Order, Sameness, csv, sort};
use crate::ui::parts::{button, choice, select};
use crate::ui::shared::Shared;
use crate::ui::sheet::{Sheet, page as page_of, sheet};
use crate::view::{Action, ORDERS, Page, View, encode};
use crate::words::find::{self, Term, tell};
use crate::words::{self, Key, say};

/// Lines of an account that are shown at once, and so many more at each wish.
const FIRST: usize = 50;
const MORE: usize = 200;

/// So many of them are set at a key; the others follow when typing rests.
const AT_ONCE: usize = 14;

/// What the lines are sorted by, in words.
const fn by(order: Order) -> Term {
    match order {
        Order::Text => Term::SortText,
        Order::Left => Term::SortLeft,
        Order::Right => Term::SortRight,
        Order::Date => Term::SortDate,
        Order::Document => Term::SortDocument,
    }
}

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
    let rests = use_rest(text);
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
        let of = ORDERS.iter().find(|(name, _)| *name == value);
        look(sameness, of.map_or(Order::Text, |(_, order)| *order))
    });
    let options = ORDERS.iter().map(|(value, of)| ((*value).to_owned(), tell(by(*of)).to_owned(), *of == order));
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
    // What fills a screen comes at once, the other lines when typing rests.
    let at_once = if rests { usize::MAX } else { AT_ONCE };
    page_of("find", |page| {
        bar(page, say(Key::Concordance), ways(corpus, &view, text.trim()), |page| {
            page.put(typing.field(Term::ConcordanceField, Term::ConcordanceField, &leave, Callback::noop()));
            page.within("p", "", |page| {
                page.set("role", "status");
                page.text(&status);
            });
        });
        page.within("div", "narrow lists", |page| {
            page.put(choice("checkbox", tell(Term::Forms), sameness == Sameness::Stem, forms));
            page.put(select(tell(Term::SortBy), options.collect(), sorted));
            page.group(|page| {
                if !lines.is_empty() {
                    page.put(button(tell(Term::Export), save));
                    page.line("p", "counts", tell(Term::CountsLines));
                }
            });
        });
        page.group(|page| {
            if blank {
                return page.put(examples(shared, &view));
            }
            page.group(|page| {
                for (at, account) in accounts(corpus, &view) {
                    let of = Column {
                        account,
                        count: of_account(at).count(),
                        limit: limits[at],
                        more: more.reform(move |_: MouseEvent| at),
                    };
                    account_lines(page, shared, &view, of_account(at).take(limits[at].min(at_once)), &of);
                }
            });
            page.group(|page| {
                if all == 0 {
                    page.line("p", "nothing", &find::no_lines(text.trim(), sameness == Sameness::Exact));
                }
            });
        });
    })
}

/// What the lines of an account are set with.
struct Column<'a> {
    account: &'a Account,
    count: usize,
    limit: usize,
    more: Callback<MouseEvent>,
}

fn account_lines<'a>(
    page: &mut Sheet,
    shared: &Shared,
    view: &View,
    lines: impl Iterator<Item = &'a Line>,
    column: &Column<'_>,
) {
    let Column { account, count, limit, more } = column;
    page.within("section", "kwic", |page| {
        page.key(&account.id);
        page.set("aria-label", &account.name);
        page.within("div", "kwic-head", |page| {
            page.within("h2", "", |page| {
                page.account(account);
                page.text(" ");
                page.line("small", "", &find::lines_of(*count));
            });
            page.group(|page| {
                if *count > 0 {
                    // Over columns that only the eye has: a line is read as one.
                    page.within("p", "", |page| {
                        page.set("aria-hidden", "true");
                        page.line("span", "year", tell(Term::SpeaksOf));
                        page.text(tell(Term::Passage));
                    });
                }
            });
        });
        if *count == 0 {
            return page.line("p", "none", tell(Term::NoLines));
        }
        page.within("ol", "", |page| lines.for_each(|one| line(page, shared, view, one)));
        page.group(|page| {
            let next = count.saturating_sub(*limit).min(MORE);
            if next > 0 {
                page.within("button", "", |page| {
                    page.set("type", "button");
                    page.set("aria-label", &find::more_of(next, &account.name));
                    page.click(more.clone());
                    page.text(&find::more(next));
                });
            }
        });
    });
}

/// A line: what stands before the words, the words, what stands behind them; where that is, and of when it speaks.
fn line(page: &mut Sheet, shared: &Shared, view: &View, line: &Line) {
    let bundle = &shared.corpus.bundle;
    let document = &bundle.documents[line.document as usize];
    let passage = &document.passages[line.passage as usize];
    let there = encode(&view.after(Action::Show(passage.id.clone()), bundle), bundle);
    let selected = view.passage.as_ref() == Some(&passage.id);
    let year = line.day.map_or_else(|| "–".to_owned(), |day| day.year.to_string());
    let of_year = |time: &&Dating| time.days.earliest == line.day;
    let date = match line.day {
        Some(_) => passage.times.iter().find(of_year).map_or_else(String::new, |time| words::date(&time.edtf)),
        None => tell(Term::WithoutDate).to_owned(),
    };
    page.within("li", if selected { "line selected" } else { "line" }, |page| {
        page.key(&format!("{}-{}", passage.id, line.range.start));
        page.set("data-passage", &passage.id);
        page.within("span", "before", |page| {
            page.set("lang", &document.language);
            page.line("span", "", &line.left);
        });
        page.within("span", "behind", |page| {
            page.set("lang", &document.language);
            page.line("mark", "", &line.keyword);
            page.text(&line.right);
        });
        page.within("small", "", |page| {
            page.within("span", "year", |page| {
                page.set("title", &date);
                page.text(&year);
            });
            page.within("a", "", |page| {
                page.set("data-opens", "passage");
                page.set("href", &format!("#{there}"));
                page.text(&words::named(document, passage));
            });
        });
    });
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
