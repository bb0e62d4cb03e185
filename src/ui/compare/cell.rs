//! What one account says of one period, or what it means that it says nothing.

use yew::prelude::*;

use super::Column;
use crate::compare::{Cell, Emptiness, Entry, Hand, documents_of, hand, silence};
use crate::corpus::{Bundle, Day};
use crate::platform::page;
use crate::ui::lit::Seen;
use crate::ui::parts::folded;
use crate::ui::passage::{Place, passage};
use crate::ui::shared::{Corpus, Shared};
use crate::ui::sheet::{Sheet, sheet};
use crate::view::{Action, Layout};
use crate::words::{self, Key, say};

/// Sets one cell. `row` is the period, or none for passages without a time.
pub fn cell(shared: &Shared, row: Option<usize>, column: &Column, seen: &Seen, layout: Layout) -> Html {
    let corpus = &shared.corpus;
    let bundle = &corpus.bundle;
    let account = &bundle.accounts[column.account];
    let name = column.document.map_or(&account.name, |document| &bundle.documents[document].title.short);
    let entries = entries(shared, row, column);
    let (anchored, spanning): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| entry.anchored);
    let bytes = anchored.iter().map(|entry| length(corpus, entry)).sum();
    let is_short = bytes <= SHORT;
    sheet(|page| {
        page.within("div", "", |page| {
            // A column that moves takes what stands in it along.
            page.key(name);
            let short = if is_short { " short" } else { "" };
            let in_sight = if column.in_sight { " in-sight" } else { "" };
            page.set("class", &format!("cell{short}{in_sight}"));
            if !is_short {
                // It may end far above its neighbours, and says so as they are read on.
                page.set("data-end", say(Key::NothingMore));
            }
            estimated(page, bytes);
            page.within("h3", "cell-name", |page| {
                page.mark(&account.id);
                page.text(name);
            });
            page.within("div", "flow", |page| {
                page.group(|page| {
                    for entry in &anchored {
                        page.put(passage(shared, &Place::of(entry, seen, false)));
                    }
                });
                page.group(|page| {
                    if !spanning.is_empty() {
                        page.put(self::spanning(shared, row, column, seen));
                    } else if anchored.is_empty() {
                        page.put(empty(shared, row, column, layout));
                    }
                });
            });
        });
    })
}

/// Says how much an element holds that is not short, in half octaves of bytes: while it is out of sight it is not laid
/// out, and `sizes.css` makes it as high as this much takes.
pub fn estimated(page: &mut Sheet, bytes: u32) {
    if bytes > SHORT {
        page.set("data-size", &u64::from(bytes).pow(2).ilog2().to_string());
    }
}

fn spanning(shared: &Shared, row: Option<usize>, column: &Column, seen: &Seen) -> Html {
    html! { <Spanning shared={shared.clone()} {row} column={column.clone()} seen={seen.clone()} /> }
}

/// A cell of no more bytes than this fits on a screen: it can stay beside a long one as that is read.
const SHORT: u32 = 1023;

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
    let asked = use_state(|| false);
    let mut entries = entries(&props.shared, props.row, &props.column);
    let all = entries.len();
    entries.retain(|entry| !entry.anchored);
    sheet(|page| {
        folded(page, "spanning", &words::spanning(entries.len(), entries.len() == all), &asked, |page| {
            for entry in &entries {
                page.put(passage(&props.shared, &Place::of(entry, &props.seen, false)));
            }
        });
    })
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
    sheet(|page| {
        page.within("div", "by-date", |page| {
            estimated(page, dated.iter().map(|(_, entry)| length(corpus, entry)).sum());
            page.group(|page| {
                for (_, entry) in &dated {
                    page.put(passage(shared, &Place::of(entry, seen, true)));
                }
            });
            for column in columns {
                let entries = entries(shared, row, column);
                let rest = match entries.iter().find(|entry| !entry.anchored) {
                    Some(_) => spanning(shared, row, column, seen),
                    None if entries.is_empty() => empty(shared, row, column, Layout::Dates),
                    None => continue,
                };
                page.within("div", "cell", |page| {
                    page.line("h3", "cell-name", &corpus.bundle.accounts[column.account].name);
                    page.put(rest);
                });
            }
        });
    })
}

/// The documents of a column.
pub fn documents(bundle: &Bundle, column: &Column) -> Vec<usize> {
    column.document.map_or_else(|| documents_of(bundle, column.account), |document| vec![document])
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

/// How much a column says of a period, in bytes of its documents.
pub fn bytes(shared: &Shared, row: Option<usize>, column: &Column) -> u32 {
    let entries = entries(shared, row, column);
    entries.iter().filter(|entry| entry.anchored).map(|entry| length(&shared.corpus, entry)).sum()
}

/// How long a passage is, in bytes of its document: without what stands between its parts, such as a page's foot.
fn length(corpus: &Corpus, entry: &Entry) -> u32 {
    let passage = &corpus.bundle.documents[entry.document].passages[entry.passage];
    passage.runs.iter().map(|run| run.range.len()).sum()
}

/// The first day of the period that a passage speaks of.
fn earliest(corpus: &Corpus, row: Option<usize>, entry: &Entry) -> Option<Day> {
    let begin = row.and_then(|row| corpus.bundle.periods[row].days.earliest);
    let passage = &corpus.bundle.documents[entry.document].passages[entry.passage];
    entry.times.iter().map(|time| passage.times[*time].days.earliest.max(begin)).min().flatten()
}

/// An empty cell says which emptiness it is.
fn empty(shared: &Shared, row: Option<usize>, column: &Column, layout: Layout) -> Html {
    let corpus = &shared.corpus;
    let bundle = &corpus.bundle;
    let documents = documents(bundle, column);
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
            page.group(|page| second_hand(page, shared, row, column, layout));
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

/// Whether all accounts are in sight at a time: as `narrow.css` has it.
pub fn all_in_sight(layout: Layout) -> bool {
    layout != Layout::Single && !page::is_media("(max-width: 56rem)")
}

/// The way to what other accounts say in this one's name, where they do.
fn second_hand(page: &mut Sheet, shared: &Shared, row: Option<usize>, column: &Column, layout: Layout) {
    let bundle = &shared.corpus.bundle;
    // One of several documents may speak for no side.
    if documents(bundle, column).len() < documents_of(bundle, column.account).len() {
        return;
    }
    let side = &bundle.accounts[column.account].id;
    let heard = |cell: &Cell| {
        let second = |entry: &&Entry| {
            let document = &bundle.documents[entry.document];
            hand(bundle, document, &document.passages[entry.passage], side) == Some(Hand::Second)
        };
        cell.entries.iter().filter(|entry| entry.anchored).filter(second).count()
    };
    let counts: Vec<usize> = cells(&shared.corpus, row).iter().map(heard).collect();
    let count = counts.iter().sum();
    if count == 0 || shared.marking.voice.is_some() {
        return;
    }
    let most = (0..counts.len()).max_by_key(|at| counts[*at]).unwrap_or_default();
    let (act, side, most) = (shared.act.clone(), side.clone(), bundle.accounts[most].id.clone());
    let hear = Callback::from(move |_: MouseEvent| {
        // Where one account is in sight, it is the one that has most of them.
        if !all_in_sight(layout) {
            act.emit(Action::Face(most.clone()));
        }
        act.emit(Action::Hear(Some(side.clone())));
    });
    page.within("p", "", |page| {
        page.within("button", "hear", |page| {
            page.set("type", "button");
            page.click(hear);
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
