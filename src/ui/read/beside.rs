//! Two documents side by side. As one scrolls the first, the second goes to where it speaks of the same period.

use yew::prelude::*;

use super::document::Whole;
use crate::platform::page;
use crate::ui::lit::Lit;
use crate::ui::shared::{Corpus, Shared};
use crate::view::View;

const FIRST: &str = "text";
const SECOND: &str = "beside";

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
    let deps = (props.first, props.second, props.follow);
    {
        let corpus = corpus.clone();
        use_effect_with(deps, move |&(first, second, follow)| {
            let last = std::cell::Cell::new(None);
            let listener = follow.then(|| {
                page::on_scroll(Some(FIRST), move || {
                    let period = passing(&corpus, first, last.get());
                    if period != last.replace(period)
                        && let Some(id) = period.and_then(|period| first_of(&corpus, second, period))
                    {
                        page::scroll_in_pane(SECOND, &format!("beside-{id}"));
                    }
                })
            });
            move || drop(listener)
        });
    }
    let name = |d: usize| corpus.bundle.documents[d].title.short.clone();
    html! {
        <div class="panes">
            <section id={FIRST} class="pane" tabindex="0" aria-label={name(props.first)}>
                <Whole shared={props.shared.clone()} document={props.first} view={props.view.clone()} lit={props.lit.clone()} heading="first-title" names_passages=true />
            </section>
            <section id={SECOND} class="pane" tabindex="0" aria-label={name(props.second)}>
                <Whole shared={props.shared.clone()} document={props.second} view={props.view.clone()} lit={props.lit.clone()} heading="second-title" names_passages=false />
            </section>
        </div>
    }
}

/// The period of the passage at the top of the first pane: the one that was followed, as long as the passage speaks of
/// it, else the first that it belongs to.
fn passing(corpus: &Corpus, document: usize, last: Option<usize>) -> Option<usize> {
    let passages = &corpus.bundle.documents[document].passages;
    let dated = passages.iter().enumerate().filter(|(_, passage)| !passage.times.is_empty());
    let top = page::topmost(Some(FIRST), dated.map(|(_, passage)| passage.id.clone()))?;
    let index = passages.iter().position(|passage| passage.id == top)?;
    let periods = corpus.grid.periods_of(document, index);
    last.filter(|last| periods.contains(last)).or(periods.first().copied())
}

/// The first passage of a document that is anchored in a period.
fn first_of(corpus: &Corpus, document: usize, period: usize) -> Option<String> {
    let entries = corpus.grid.rows[period].cells.iter().flat_map(|cell| &cell.entries);
    let entry = entries.into_iter().find(|entry| entry.document == document && entry.anchored)?;
    Some(corpus.bundle.documents[document].passages[entry.passage].id.clone())
}
