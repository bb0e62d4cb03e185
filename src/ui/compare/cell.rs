//! What one account says of one period, or what it means that it says nothing.

use yew::prelude::*;

use super::Column;
use crate::compare::{Cell, Emptiness, Entry, Hand, documents_of, hand, silence};
use crate::corpus::Day;
use crate::ui::lit::Seen;
use crate::ui::parts::mark;
use crate::ui::passage::{Place, passage};
use crate::ui::shared::{Corpus, Shared};
use crate::ui::sheet::{Sheet, sheet};
use crate::view::Action;
use crate::words::{self, Key, say};

/// Sets one cell. `row` is the period, or none for passages without a time.
pub fn cell(shared: &Shared, row: Option<usize>, column: &Column, seen: &Seen) -> Html {
    let corpus = &shared.corpus;
    let bundle = &corpus.bundle;
    let account = &bundle.accounts[column.account];
    let name = column.document.map_or(&account.name, |document| &bundle.documents[document].title.short);
    let entries = entries(shared, row, column);
    let (anchored, spanning): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| entry.anchored);
    let length = |entry: &&Entry| bundle.documents[entry.document].passages[entry.passage].span().len();
    let short = (anchored.iter().map(length).sum::<u32>() <= SHORT).then_some("short");
    html! {
        <div class={classes!("cell", short, column.in_sight.then_some("in-sight"))}>
            <h3 class="cell-name">
                { mark(&account.id) }
                { name }
            </h3>
            <div class="flow">
                { for anchored.iter().map(|entry| passage(shared, &Place::of(entry, seen, false))) }
                if !spanning.is_empty() {
                    <Spanning shared={shared.clone()} {row} column={column.clone()} seen={seen.clone()} />
                }
                if anchored.is_empty() && spanning.is_empty() {
                    { empty(shared, row, column) }
                }
            </div>
        </div>
    }
}

/// A cell of no more bytes than this fits on a screen: it can stay beside a long one as that is read.
const SHORT: u32 = 1000;

#[derive(PartialEq, Properties)]
struct SpanningProps {
    shared: Shared,
    row: Option<usize>,
    column: Column,
    seen: Seen,
}

/// Passages that merely span the period, folded. They stand in full under other periods, so they are set only when
/// they are asked for: there are more of them than of all others.
#[component]
fn Spanning(props: &SpanningProps) -> Html {
    let open = use_state(|| false);
    let entries = entries(&props.shared, props.row, &props.column).into_iter();
    let entries: Vec<_> = entries.filter(|entry| !entry.anchored).collect();
    let toggle = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            open.set(!*open);
        })
    };
    html! {
        <details class="spanning" open={*open}>
            <summary onclick={toggle} data-printed={say(Key::FoldedOnPaper)}>{ words::spanning(entries.len()) }</summary>
            if *open {
                { for entries.iter().map(|entry| {
                    passage(&props.shared, &Place::of(entry, &props.seen, false))
                }) }
            }
        </details>
    }
}

/// Sets all passages of a period in one column, in order of the dates they speak of; empty accounts follow.
pub fn by_date(shared: &Shared, row: Option<usize>, columns: &[Column], seen: &Seen) -> Html {
    let corpus = &shared.corpus;
    let mut dated: Vec<(Option<Day>, &Entry)> = Vec::new();
    for entry in columns.iter().flat_map(|column| entries(shared, row, column)).filter(|entry| entry.anchored) {
        let day = earliest(corpus, row, entry);
        // Passages of one day stay in the order of the columns and of their documents.
        dated.insert(dated.partition_point(|(other, _)| *other <= day), (day, entry));
    }
    let empty_columns = columns.iter().filter(|column| entries(shared, row, column).is_empty());
    html! {
        <div class="by-date">
            { for dated.iter().map(|(_, entry)| passage(shared, &Place::of(entry, seen, true))) }
            { for columns.iter().filter(|column| entries(shared, row, column).iter().any(|entry| !entry.anchored)).map(|column| {
                html! {
                    <div class="cell">
                        <h3 class="cell-name">{ &corpus.bundle.accounts[column.account].name }</h3>
                        <Spanning shared={shared.clone()} {row} column={column.clone()} seen={seen.clone()} />
                    </div>
                }
            }) }
            { for empty_columns.map(|column| html! {
                <div class="cell">
                    <h3 class="cell-name">{ &corpus.bundle.accounts[column.account].name }</h3>
                    { empty(shared, row, column) }
                </div>
            }) }
        </div>
    }
}

fn cells(corpus: &Corpus, row: Option<usize>) -> &[Cell] {
    row.map_or(&corpus.grid.undated, |row| &corpus.grid.rows[row].cells)
}

/// What a column has in a row, of that what is said in the name that is asked for.
pub fn entries<'a>(shared: &'a Shared, row: Option<usize>, column: &Column) -> Vec<&'a Entry> {
    let bundle = &shared.corpus.bundle;
    let heard = |entry: &&Entry| {
        let document = &bundle.documents[entry.document];
        let passage = &document.passages[entry.passage];
        shared.marking.voice.as_ref().is_none_or(|voice| hand(bundle, document, passage, voice).is_some())
    };
    let of_column = |entry: &&Entry| column.document.is_none_or(|document| document == entry.document);
    cells(&shared.corpus, row)[column.account].entries.iter().filter(of_column).filter(heard).collect()
}

/// The first day of the period that a passage speaks of.
fn earliest(corpus: &Corpus, row: Option<usize>, entry: &Entry) -> Option<Day> {
    let begin = row.and_then(|row| corpus.bundle.periods[row].days.earliest);
    let passage = &corpus.bundle.documents[entry.document].passages[entry.passage];
    entry.times.iter().map(|time| passage.times[*time].days.earliest.max(begin)).min().flatten()
}

/// An empty cell says which emptiness it is.
fn empty(shared: &Shared, row: Option<usize>, column: &Column) -> Html {
    let corpus = &shared.corpus;
    let bundle = &corpus.bundle;
    let documents = match column.document {
        Some(document) => vec![document],
        None => documents_of(bundle, column.account),
    };
    let Some(period) = row.map(|row| &bundle.periods[row]) else {
        return sheet(|page| page.line("p", "empty", say(Key::NothingHere)));
    };
    let Some(silence) = silence(bundle, &documents, period) else { return html! {} };
    let of_column = |entry: &&Entry| column.document.is_none_or(|document| document == entry.document);
    let others = cells(corpus, row)[column.account].entries.iter().filter(of_column).count();
    if others > 0 {
        return sheet(|page| page.line("p", "empty", &words::nothing_heard(others)));
    }
    let class = if silence.is_of_one_kind() { kind(silence.of_account) } else { "empty" };
    sheet(|page| {
        page.within("div", class, |page| {
            page.within("p", "", |page| {
                page.line("strong", "", words::emptiness(&silence));
                page.text(" ");
                page.text(&words::why_account_empty(&silence, bundle, period));
            });
            page.group(|page| second_hand(page, shared, row, column));
            page.group(|page| {
                if silence.of_documents.len() > 1 {
                    page.within("details", "", |page| {
                        page.line("summary", "", say(Key::EachDocument));
                        page.within("ul", "", |page| {
                            for (document, emptiness) in &silence.of_documents {
                                let document = &bundle.documents[*document];
                                page.line("li", "", &words::why_empty(*emptiness, document, period, bundle));
                            }
                        });
                    });
                }
            });
        });
    })
}

/// The way to what other accounts say in this one's name, where they do.
fn second_hand(page: &mut Sheet, shared: &Shared, row: Option<usize>, column: &Column) {
    let bundle = &shared.corpus.bundle;
    let side = &bundle.accounts[column.account].id;
    let others = cells(&shared.corpus, row).iter().flat_map(|cell| &cell.entries);
    let heard = others.filter(|entry| {
        let document = &bundle.documents[entry.document];
        hand(bundle, document, &document.passages[entry.passage], side) == Some(Hand::Second)
    });
    let count = heard.count();
    if count == 0 || shared.marking.voice.is_some() {
        return;
    }
    let (act, side) = (&shared.act, side.clone());
    page.within("p", "", |page| {
        page.within("button", "hear", |page| {
            page.set("type", "button");
            page.click(act.reform(move |_| Action::Hear(Some(side.clone()))));
            page.text(&words::hear_second_hand(count));
        });
    });
}

/// The classes of a cell that is empty in one way.
const fn kind(emptiness: Emptiness) -> &'static str {
    match emptiness {
        Emptiness::NotYetWritten => "empty not-yet-written",
        Emptiness::WrittenDuring => "empty written-during",
        Emptiness::OutsidePurpose => "empty outside-purpose",
        Emptiness::Silent => "empty silent",
    }
}
