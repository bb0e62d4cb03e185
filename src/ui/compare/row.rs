//! One period: its heading, and what each account says of it.

use std::rc::Rc;

use yew::prelude::*;

use super::Column;
use super::cell::{all_in_sight, by_date, bytes, cell, documents, entries, estimated};
use super::turns::Turn;
use crate::compare::{Emptiness, silence};
use crate::corpus::Period;
use crate::platform::listener::Listener;
use crate::platform::page;
use crate::platform::timer::Timer;
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
    /// Whether a link asks for it, or for a passage in it.
    pub asked: bool,
    /// When it is filled.
    pub turn: Turn,
    pub seen: Seen,
    /// How far the reader's own account has come, where it is to stand beside the others.
    pub own: Option<Arrival>,
}

impl Props {
    /// Whether it does not wait.
    const fn is_due(&self) -> bool {
        self.turn.is_first() || self.asked
    }
}

/// A row, which knows when it is its turn to be set anew.
pub struct PeriodRow {
    /// Whether its passages stand in it, be it in an older arrangement.
    is_filled: bool,
    /// Until its turn.
    waits: Option<Timer>,
    /// Paper does not wait.
    _on_print: Option<Listener>,
}

/// It is its turn.
pub struct Fill;

impl PeriodRow {
    /// Fills the row, or has it wait.
    fn queue(&mut self, context: &Context<Self>) {
        let link = context.link().clone();
        let props = context.props();
        self.waits = (!props.is_due()).then(|| props.turn.wait(move || link.send_message(Fill)));
        self.is_filled |= self.waits.is_none();
    }
}

impl Component for PeriodRow {
    type Message = Fill;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let link = context.link().clone();
        let mut row =
            Self { is_filled: false, waits: None, _on_print: page::on_print(move || link.send_message(Fill)) };
        row.queue(context);
        row
    }

    fn changed(&mut self, context: &Context<Self>, before: &Props) -> bool {
        let props = context.props();
        if props.turn.round != before.turn.round {
            // In another layout what is there would stand wrong.
            self.is_filled &= props.layout == before.layout;
            self.queue(context);
            return self.waits.is_none() || !self.is_filled;
        }
        if self.is_filled || props.is_due() {
            self.is_filled = true;
            self.waits = None;
        }
        true
    }

    fn update(&mut self, _: &Context<Self>, Fill: Fill) -> bool {
        self.is_filled = true;
        self.waits.take().is_some()
    }

    fn view(&self, context: &Context<Self>) -> Html {
        set(context.props(), self.is_filled)
    }
}

/// Sets the row; one that is not yet `here` says which it is, and leaves room.
fn set(props: &Props, here: bool) -> Html {
    let period = props.row.map(|row| &props.shared.corpus.bundle.periods[row]);
    let id = period.map_or("undated", |period| &period.id);
    sheet(|page| {
        page.within("section", if props.chosen { "row chosen" } else { "row" }, |page| {
            page.set("id", &format!("period-{id}"));
            page.set("data-round", &props.turn.round.to_string());
            page.within("div", "period-head", |page| {
                page.within("h2", "", |page| {
                    page.landing(&format!("period-{id}-title"));
                    page.text(period.map_or(say(Key::Undated), |period| &period.title));
                });
                let dates = period.map_or(say(Key::UndatedNote).to_owned(), |period| words::date(&period.edtf));
                page.line("p", "", &dates);
                page.group(|page| {
                    if here {
                        head(page, props);
                    }
                });
            });
            page.group(|page| if here { cells(page, props) } else { room(page, props) });
        });
    })
}

/// How much each account has, and the ways to other rows.
fn head(page: &mut Sheet, props: &Props) {
    let Props { shared, row, columns, .. } = props;
    let corpus = &shared.corpus;
    let to = |key: Key, text: &'static str, index: Option<usize>| {
        let period = index.and_then(|index| corpus.bundle.periods.get(index))?;
        let (id, name) = (period.id.clone(), format!("{}: {}", say(key), period.title));
        Some(sign(text, name, None, Some(shared.act.reform(move |_: MouseEvent| Action::Choose(Some(id.clone()))))))
    };
    page.within("p", "counts", |page| {
        for column in columns.iter() {
            counted(page, shared, column, count(shared, *row, column));
        }
    });
    if let Some(row) = row {
        page.within("p", "steps", |page| {
            page.put(sign(say(Key::Top), say(Key::Top).to_owned(), None, Some(Callback::from(page::go_to_top))));
            page.perhaps(to(Key::PreviousPeriod, "↑", row.checked_sub(1)));
            page.perhaps(to(Key::NextPeriod, "↓", Some(row + 1)));
        });
    }
}

/// What each account says, and the reader's own.
fn cells(page: &mut Sheet, props: &Props) {
    let Props { shared, row, columns, seen, layout, .. } = props;
    let period = row.map(|row| &shared.corpus.bundle.periods[row]);
    let own = props.own.as_ref().map(|arrival| own(shared, period, arrival));
    match layout {
        Layout::Dates => {
            page.put(by_date(shared, *row, columns, seen));
            page.perhaps(own);
        }
        Layout::Columns | Layout::Single => page.within("div", "cells", |page| {
            page.group(|page| {
                for column in columns.iter() {
                    page.put(cell(shared, *row, column, seen, *layout));
                }
            });
            page.perhaps(own);
        }),
    }
}

/// As much room as the longest account in sight takes, or all of them behind one another.
fn room(page: &mut Sheet, props: &Props) {
    let Props { shared, row, columns, layout, .. } = props;
    let in_sight = columns.iter().filter(|column| column.in_sight || all_in_sight(*layout));
    let each = in_sight.map(|column| bytes(shared, *row, column));
    let bytes = if *layout == Layout::Dates { each.sum() } else { each.max().unwrap_or_default() };
    page.within("div", "coming", |page| estimated(page, bytes));
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
