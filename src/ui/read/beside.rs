//! Two documents side by side. As one scrolls the first, the second goes to where it speaks of the same period; where
//! there is room for one only, the other lies behind it.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::document::Whole;
use crate::platform::page;
use crate::ui::lit::Lit;
use crate::ui::shared::{Corpus, Shared};
use crate::ui::sheet::sheet;
use crate::view::View;
use crate::words;

/// The panes, and what stands before the ids of the passages in them.
const PANES: [(&str, &str); 2] = [("text", ""), ("beside", "beside-")];

#[derive(PartialEq, Properties)]
pub struct Props {
    pub shared: Shared,
    /// Indices of the documents in the bundle.
    pub first: usize,
    pub second: usize,
    /// Whether the second follows the first.
    pub follow: bool,
    pub view: View,
    pub lit: Lit,
}

#[component]
pub fn Beside(props: &Props) -> Html {
    let corpus = props.shared.corpus.clone();
    // The period that is passed in each pane, and which pane is in front.
    let passed = [use_state_eq(|| None::<usize>), use_state_eq(|| None::<usize>)];
    let front = use_state_eq(|| None::<usize>);
    {
        let (corpus, set) = (corpus.clone(), [passed[0].setter(), passed[1].setter()]);
        let deps = (props.first, props.second, props.follow);
        use_effect_with(deps, move |&(first, second, follow)| {
            let last = Rc::new(Cell::new([None; 2]));
            let look = move |pane: usize| {
                let mut periods = last.get();
                let period = passing(&corpus, pane, [first, second][pane], periods[pane]);
                if period == periods[pane] {
                    return;
                }
                periods[pane] = period;
                last.set(periods);
                set[pane].set(period);
                if pane == 0
                    && follow
                    && let Some(id) = period.and_then(|period| first_of(&corpus, second, period))
                {
                    page::scroll_in_pane(PANES[1].0, &format!("{}{id}", PANES[1].1));
                }
            };
            let look = Rc::new(look);
            let listeners = [0, 1].map(|pane| {
                let look = look.clone();
                page::on_scroll(Some(PANES[pane].0), move || look(pane))
            });
            move || drop(listeners)
        });
    }
    let documents = [props.first, props.second];
    let told = |pane: usize| &corpus.bundle.documents[documents[pane]];
    let is_front = |pane: usize| front.unwrap_or_default() == pane;
    sheet(|page| {
        page.within("div", "pane-tabs", |page| {
            for pane in [0, 1] {
                let front = front.setter();
                page.within("button", "", |page| {
                    page.set("type", "button");
                    page.set("aria-pressed", if is_front(pane) { "true" } else { "false" });
                    page.click(Callback::from(move |_| front.set(Some(pane))));
                    page.text(&told(pane).title.short);
                });
            }
        });
        page.within("div", "panes", |page| {
            for pane in [0, 1] {
                page.within("section", if is_front(pane) { "pane front" } else { "pane" }, |page| {
                    page.set("id", PANES[pane].0);
                    page.set("tabindex", "0");
                    page.set("aria-label", &told(pane).title.short);
                    page.within("p", "pane-head", |page| {
                        page.mark(&told(pane).account);
                        page.line("b", "", &told(pane).title.short);
                        let period = passed[pane].map(|period| corpus.bundle.periods[period].short.as_str());
                        page.line("span", "", &words::passing(period));
                    });
                    page.put(html! {
                        <Whole
                            shared={props.shared.clone()}
                            document={documents[pane]}
                            view={props.view.clone()}
                            lit={props.lit.clone()}
                            heading={["first-title", "second-title"][pane]}
                            names_passages={pane == 0}
                        />
                    });
                });
            }
        });
    })
}

/// The period of the passage at the top of a pane: the one that was passed, as long as the passage speaks of it, else the
/// first that it belongs to.
fn passing(corpus: &Corpus, pane: usize, document: usize, last: Option<usize>) -> Option<usize> {
    let (pane, prefix) = PANES[pane];
    let passages = &corpus.bundle.documents[document].passages;
    let dated = passages.iter().filter(|passage| !passage.times.is_empty());
    let top = page::topmost(Some(pane), dated.map(|passage| format!("{prefix}{}", passage.id)))?;
    let index = passages.iter().position(|passage| passage.id == top[prefix.len()..])?;
    let periods = corpus.grid.periods_of(document, index);
    last.filter(|last| periods.contains(last)).or(periods.first().copied())
}

/// The first passage of a document that is anchored in a period.
fn first_of(corpus: &Corpus, document: usize, period: usize) -> Option<String> {
    let entries = corpus.grid.rows[period].cells.iter().flat_map(|cell| &cell.entries);
    let entry = entries.into_iter().find(|entry| entry.document == document && entry.anchored)?;
    Some(corpus.bundle.documents[document].passages[entry.passage].id.clone())
}
