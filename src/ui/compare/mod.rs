//! The start page: accounts side by side, in rows by period.

mod arrange;
mod cell;
mod heads;
mod row;
mod timeline;
mod turns;

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

pub use cell::all_in_sight;
pub use heads::moves;

use arrange::Arrange;
use heads::heads;
use row::PeriodRow;
use timeline::timeline;
use turns::use_round;

use super::later::Arrival;
use super::lit::{Lit, Seen};
use super::shared::{Corpus, Shared};
use super::sheet::sheet;
use crate::compare::documents_of;
use crate::platform::edition::Edition;
use crate::platform::page;
use crate::ui::kept::use_kept;
use crate::view::{Layout, View};
use crate::words::{self, Key, say};

#[derive(PartialEq, Properties)]
pub struct Props {
    pub shared: Shared,
    pub view: View,
    /// Which rows are set, where not all are.
    pub rows: Option<Range<usize>>,
    /// The row that is set first, where it is not the chosen one.
    pub first: Option<usize>,
    /// What the reader has marked.
    #[prop_or_default]
    pub lit: Lit,
    /// How far the reader's notebook has come.
    pub notebook: Arrival,
}

/// One column: an account, or one of its documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Index of the account in the bundle.
    pub account: usize,
    /// Index of the document, where accounts are split.
    pub document: Option<usize>,
    /// Whether it is the one in sight where only one is.
    pub in_sight: bool,
}

fn columns(view: &View, corpus: &Corpus) -> Rc<[Column]> {
    let bundle = &corpus.bundle;
    view.columns
        .iter()
        .filter_map(|id| bundle.accounts.iter().position(|account| account.id == *id))
        .flat_map(|account| {
            let in_sight = bundle.accounts[account].id == view.account;
            let documents = documents_of(bundle, account);
            // In order of dates there are no columns to split.
            let split: Vec<Option<usize>> = if view.split && view.layout != Layout::Dates {
                documents.into_iter().map(Some).collect()
            } else {
                vec![None]
            };
            split.into_iter().map(move |document| Column { account, document, in_sight })
        })
        .collect()
}

/// The rows in which a passage stands; none of the periods where it carries no time.
fn rows_of(corpus: &Corpus, id: &str) -> Vec<Option<usize>> {
    let bundle = &corpus.bundle;
    let Some((document, passage)) = bundle.passage(id) else { return Vec::new() };
    let d = bundle.documents.iter().position(|other| other.id == document.id).unwrap_or_default();
    let p = document.passages.iter().position(|other| other.id == passage.id).unwrap_or_default();
    let rows: Vec<_> = corpus.grid.periods_of(d, p).into_iter().map(Some).collect();
    if rows.is_empty() { vec![None] } else { rows }
}

#[component]
pub fn Compare(props: &Props) -> Html {
    let shared = &props.shared;
    let corpus = shared.corpus.clone();
    let view = &props.view;
    let passing = use_passing(&corpus);
    let tabled = use_state(|| false);
    // Names wrap, text grows, and a line may be added to them: what sticks below the heads asks how high they are.
    use_kept(|| page::stick(".heads"));
    let columns = columns(view, &corpus);
    let chosen = view.period.as_ref().and_then(|id| corpus.bundle.periods.iter().position(|p| p.id == *id));
    let shown = view.passage.as_ref().map(|id| AttrValue::from(id.clone()));
    // Only the rows that hold the passage need to know: the others are not set anew.
    let rows_of_shown = view.passage.as_ref().map(|id| rows_of(&corpus, id)).unwrap_or_default();
    let seen = |row: Option<usize>| Seen {
        shown: shown.clone().filter(|_| rows_of_shown.contains(&row)),
        lit: props.lit.among(|passage| rows_of(&corpus, passage).contains(&row)),
    };
    // The period that is asked for, or the first one in which the passage stands.
    let asked = chosen.map(Some).or(rows_of_shown.first().copied());
    // A frame keeps nothing.
    let own = (view.own && shared.edition != Edition::Embed).then(|| props.notebook.clone());
    let layout = match view.layout {
        Layout::Columns => "columns",
        Layout::Dates => "dates",
        Layout::Single => "single",
    };
    let following = if view.follow { " following" } else { "" };
    let alone = view.alone.then(|| chosen.unwrap_or(0)).map(|row| row..row + 1);
    let part = alone.or(props.rows.clone());
    let undated = part.is_none().then_some(None);
    let periods = part.unwrap_or(0..corpus.grid.rows.len());
    let round = use_round(props.first.or(chosen), passing, (&columns, view, own.is_some()));
    let rows = periods.map(Some).chain(undated).map(|row| {
        html! {
            <PeriodRow
                shared={shared.clone()}
                key={row.map_or(-1, |row| row as i32)}
                {row}
                columns={columns.clone()}
                layout={view.layout}
                chosen={row.is_some() && row == chosen}
                asked={asked == Some(row)}
                turn={round.turn(row.unwrap_or(corpus.grid.rows.len()))}
                seen={seen(row)}
                own={own.clone()}
            />
        }
    });
    sheet(|page| {
        page.put(opening(&corpus));
        page.put(timeline(&corpus, view, passing, &tabled));
        page.put(html! { <Arrange shared={shared.clone()} view={view.clone()} /> });
        page.within("div", "", |page| {
            let wide = columns.len() + usize::from(own.is_some());
            page.set("id", "text");
            page.set("class", &format!("comparison {layout}{following} columns-{wide}"));
            page.put(heads(shared, view, &columns));
            page.group(|page| rows.for_each(|row| page.put(row)));
        });
        page.group(|page| {
            if !view.alone {
                page.line("p", "end", say(Key::EndOfAccounts));
            }
        });
    })
}

/// What the page is.
fn opening(corpus: &Corpus) -> Html {
    sheet(|page| {
        page.within("div", "opening", |page| {
            page.title(&corpus.bundle.title);
            page.within("p", "", |page| {
                page.text(&words::opening(corpus.bundle.documents.len()));
                page.text(" ");
                page.line("span", "begin", say(Key::Begin));
            });
        });
    })
}

/// The period that passes under the head of the page as one scrolls.
#[hook]
fn use_passing(corpus: &Corpus) -> Option<usize> {
    let passing = use_state_eq(|| None::<usize>);
    let (corpus, set) = (corpus.clone(), passing.setter());
    use_kept(move || page::on_scroll(None, move || set.set(self::passing(&corpus))));
    *passing
}

/// The period that stands under the head of the page; none above the first.
pub fn passing(corpus: &Corpus) -> Option<usize> {
    let periods = &corpus.bundle.periods;
    let top = page::topmost(None, periods.iter().map(|period| format!("period-{}", period.id)));
    top.and_then(|id| periods.iter().position(|period| id.strip_prefix("period-") == Some(&period.id)))
}
