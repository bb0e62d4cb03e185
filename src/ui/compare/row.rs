//! One period: its heading, and what each account says of it.

use std::rc::Rc;

use yew::prelude::*;

use super::Column;
use super::cell::{by_date, cell, documents, entries};
use super::turns::{Turn, use_turn};
use crate::compare::{Emptiness, silence};
use crate::corpus::Period;
use crate::platform::page;
use crate::ui::later::Arrival;
use crate::ui::lit::Seen;
use crate::ui::notebook::notebook;
use crate::ui::parts::sign;
use crate::ui::shared::Shared;
use crate::ui::sheet::{Sheet, sheet};
use crate::view::{Action, Layout};
use crate::words::{self, Key, say};

#[derive(PartialEq, Properties)]
pub struct Props {
    pub shared: Shared,
    /// Index of the period; `None` for the row of passages without a time.
    pub row: Option<usize>,
    pub columns: Rc<[Column]>,
    pub layout: Layout,
    pub chosen: bool,
    /// When it is filled.
    pub turn: Turn,
    pub seen: Seen,
    /// How far the reader's own account has come, where it is to stand beside the others.
    pub own: Option<Arrival>,
}

#[component]
pub fn PeriodRow(props: &Props) -> Html {
    let shared = &props.shared;
    let corpus = &shared.corpus;
    let period = props.row.map(|row| &corpus.bundle.periods[row]);
    let id = period.map_or("undated", |period| &period.id);
    let title_id = format!("period-{id}-title");
    let to = |key: Key, text: &'static str, index: Option<usize>| {
        let period = index.and_then(|index| corpus.bundle.periods.get(index))?;
        let (id, name) = (period.id.clone(), format!("{}: {}", say(key), period.title));
        Some(sign(text, name, None, Some(shared.act.reform(move |_: MouseEvent| Action::Choose(Some(id.clone()))))))
    };
    let heading = sheet(|page| {
        page.within("div", "period-head", |page| {
            page.within("h2", "", |page| {
                page.landing(&title_id);
                page.text(period.map_or(say(Key::Undated), |period| &period.title));
            });
            page.line("p", "", &period.map_or(say(Key::UndatedNote).to_owned(), |period| words::date(&period.edtf)));
            page.within("p", "counts", |page| {
                for column in props.columns.iter() {
                    counted(page, shared, column, count(shared, props.row, column));
                }
            });
            if let Some(row) = props.row {
                page.within("p", "steps", |page| {
                    page.put(sign(
                        say(Key::Top),
                        say(Key::Top).to_owned(),
                        None,
                        Some(Callback::from(page::go_to_top)),
                    ));
                    page.put(html! { { for to(Key::PreviousPeriod, "↑", row.checked_sub(1)) } });
                    page.put(html! { { for to(Key::NextPeriod, "↓", Some(row + 1)) } });
                });
            }
        });
    });
    let own = props.own.as_ref().map(|arrival| own(shared, period, arrival));
    let here = use_turn(props.turn, props.chosen || props.seen.shown.is_some());
    let Props { row, columns, seen, layout, .. } = props;
    let cells = match layout {
        Layout::Dates => html! { <>{ by_date(shared, *row, columns, seen, here) }{ for own }</> },
        Layout::Columns | Layout::Single => html! {
            <div class="cells">
                { for columns.iter().map(|column| cell(shared, *row, column, seen, *layout, here)) }
                { for own }
            </div>
        },
    };
    html! {
        <section
            id={format!("period-{id}")}
            class={classes!("row", props.chosen.then_some("chosen"))}
        >
            { heading }
            { cells }
        </section>
    }
}

/// How many passages a column has, behind the mark of its account.
fn counted(page: &mut Sheet, shared: &Shared, column: &Column, count: Option<usize>) {
    let bundle = &shared.corpus.bundle;
    let account = &bundle.accounts[column.account];
    let name = column.document.map_or(&account.name, |document| &bundle.documents[document].title.short);
    page.within("span", "", |page| {
        page.mark(&account.id);
        page.line("span", "unseen", &words::in_column(name, count));
        page.within("span", "", |page| {
            page.set("aria-hidden", "true");
            page.text(&count.map_or_else(|| "–".to_owned(), |count| count.to_string()));
        });
    });
}

/// The reader's own account of the period, or of the whole where there is none.
fn own(shared: &Shared, period: Option<&Period>, arrival: &Arrival) -> Html {
    sheet(|page| {
        page.within("div", "cell own in-sight", |page| {
            page.within("h3", "cell-name", |page| {
                page.mark("own");
                page.text(say(Key::MyAccount));
            });
            page.group(|page| match arrival {
                Arrival::Here => page.put((notebook().entry)(shared, period.map(|period| period.id.as_str()))),
                Arrival::UnderWay => page.line("p", "empty", say(Key::Loading)),
                Arrival::Failed(reason) => page.line("p", "empty", &words::not_loaded(reason)),
            });
        });
    })
}

/// How many passages a column has in a row; none where it could not have any.
fn count(shared: &Shared, row: Option<usize>, column: &Column) -> Option<usize> {
    let corpus = &shared.corpus;
    if let Some(row) = row {
        let documents = documents(&corpus.bundle, column);
        let silence = silence(&corpus.bundle, &documents, &corpus.bundle.periods[row])?;
        if silence.of_account == Emptiness::NotYetWritten {
            return None;
        }
    }
    Some(entries(shared, row, column).iter().filter(|entry| entry.anchored).count())
}
