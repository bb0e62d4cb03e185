//! One period: its heading, and what each account says of it.

use std::rc::Rc;

use yew::prelude::*;

use super::Column;
use super::cell::{by_date, cell, entries};
use crate::compare::{Emptiness, documents_of, silence};
use crate::corpus::Period;
use crate::ui::later::Arrival;
use crate::ui::lit::Seen;
use crate::ui::notebook::notebook;
use crate::ui::parts::sign;
use crate::ui::shared::Shared;
use crate::ui::sheet::sheet;
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
    let counts: Vec<Option<usize>> = props.columns.iter().map(|column| count(shared, props.row, column)).collect();
    let to = |key: Key, text: &'static str, index: Option<usize>| {
        let period = index.and_then(|index| corpus.bundle.periods.get(index))?;
        let (id, name) = (period.id.clone(), format!("{}: {}", say(key), period.title));
        Some(sign(text, name, None, Some(shared.act.reform(move |_: MouseEvent| Action::Choose(Some(id.clone()))))))
    };
    let heading = html! {
        <div class="period-head">
            <h2 id={title_id.clone()} tabindex="-1">
                { period.map_or(say(Key::Undated), |period| &period.title) }
            </h2>
            <p>
                { period.map_or_else(|| say(Key::UndatedNote).to_owned(), |period| words::date(&period.edtf)) }
                <span class="counts">{ words::counts(&counts) }</span>
            </p>
            if let Some(row) = props.row {
                <p class="steps">
                    { for to(Key::PreviousPeriod, "↑", row.checked_sub(1)) }
                    { for to(Key::NextPeriod, "↓", Some(row + 1)) }
                </p>
            }
        </div>
    };
    let own = props.own.as_ref().map(|arrival| own(shared, period, arrival));
    let cells = match props.layout {
        Layout::Dates => html! { <>{ by_date(shared, props.row, &props.columns, &props.seen) }{ for own }</> },
        Layout::Columns | Layout::Single => html! {
            <div class="cells">
                { for props.columns.iter().map(|column| cell(shared, props.row, column, &props.seen)) }
                { for own }
            </div>
        },
    };
    html! {
        <section
            id={format!("period-{id}")}
            class={classes!("row", props.chosen.then_some("chosen"))}
            aria-labelledby={title_id}
        >
            { heading }
            { cells }
        </section>
    }
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
        let documents = match column.document {
            Some(document) => vec![document],
            None => documents_of(&corpus.bundle, column.account),
        };
        let silence = silence(&corpus.bundle, &documents, &corpus.bundle.periods[row])?;
        if silence.of_account == Emptiness::NotYetWritten {
            return None;
        }
    }
    Some(entries(shared, row, column).iter().filter(|entry| entry.anchored).count())
}
