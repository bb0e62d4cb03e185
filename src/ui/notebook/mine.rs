//! What a reader can do with a passage, in its panel: by keyboard as well as otherwise.

use std::rc::Rc;

use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::quoted;
use super::session::use_session;
use crate::corpus::{Document, Passage};
use crate::notebook::{CATEGORIES, Notebook, Target, selected_as_read, whole_words};
use crate::ui::parts::{button, select};
use crate::ui::shared::Shared;
use crate::ui::sheet::sheet;
use crate::view::View;
use crate::words::desk::{self, Desk, desk};
use crate::words::notebook as words;

/// Sets it.
pub fn mine(shared: &Shared, view: &View, _: &Document, passage: &Passage) -> Html {
    let (shared, view, id) = (shared.clone(), view.clone(), passage.id.clone());
    html! { <Mine key={passage.id.clone()} {shared} {view} passage={id} /> }
}

#[derive(PartialEq, Properties)]
struct Props {
    shared: Shared,
    view: View,
    passage: String,
}

#[component]
fn Mine(props: &Props) -> Html {
    let session = use_session(&props.shared);
    let words_field = use_node_ref();
    let chosen = use_state(|| String::from(CATEGORIES[0].0));
    let said = use_state(String::new);
    // The highlight that was made last: a note to it is the next thing.
    let made = use_state(|| None::<String>);
    let corpus = &props.shared.corpus;
    let Some((document, passage)) = corpus.bundle.passage(&props.passage) else { return html! {} };
    // What is selected in the field, or all of it.
    let range = {
        let (field, corpus, id) = (words_field.clone(), corpus.clone(), props.passage.clone());
        move || {
            let (document, passage) = corpus.bundle.passage(&id)?;
            let field = field.cast::<HtmlTextAreaElement>()?;
            let (from, to) = (field.selection_start().ok()??, field.selection_end().ok()??);
            if from == to {
                return Some(passage.span());
            }
            let range = selected_as_read(passage, &document.text, from, to)?;
            Some(whole_words(passage, &document.text, range))
        }
    };
    let range = Rc::new(range);
    let mark = {
        let (session, range, chosen, said) = (Rc::clone(&session), Rc::clone(&range), chosen.clone(), said.clone());
        let made = made.clone();
        let id = props.passage.clone();
        Callback::from(move |_: MouseEvent| {
            let Some((document, passage)) = session.corpus.bundle.passage(&id) else { return };
            let targets: Vec<_> = range().and_then(|range| Target::of(document, passage, range)).into_iter().collect();
            if !targets.is_empty() {
                made.set(Some(session.highlight(&chosen, targets)));
                said.set(desk::highlighted(words::named(&session.state().notebook, &chosen)));
            }
        })
    };
    let quote = {
        let (session, said, view, id) = (Rc::clone(&session), said.clone(), props.view.clone(), props.passage.clone());
        let made = made.clone();
        Callback::from(move |_: MouseEvent| {
            let Some((document, passage)) = session.corpus.bundle.passage(&id) else { return };
            if let Some(range) = range() {
                let mut changes = Vec::new();
                quoted(&session, &view, document, passage, range, &mut changes);
                session.change(changes);
                made.set(None);
                said.set(desk(Desk::Quoted).to_owned());
            }
        })
    };
    let unchanged = {
        let text = passage.text(&document.text);
        Callback::from(move |event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().set_value(&text))
    };
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| chosen.set(event.target_unchecked_into::<HtmlSelectElement>().value()))
    };
    let state = session.state();
    let categories = options(&state.notebook, &chosen);
    let here: Vec<(String, String, String)> = (state.notebook.highlights().into_iter())
        .filter(|(_, _, highlight)| {
            highlight.targets.iter().any(|target| target.passage.as_ref() == Some(&props.passage))
        })
        .map(|(id, _, highlight)| {
            let said: Vec<&str> = highlight.targets.iter().map(|target| target.words()).collect();
            (id.to_owned(), words::named(&state.notebook, &highlight.category).to_owned(), said.join(" … "))
        })
        .collect();
    sheet(|page| {
        page.within("details", "mine", |page| {
            page.line("summary", "", desk(Desk::Mine));
            page.within("p", "", |page| page.line("small", "", desk(Desk::MineHow)));
            // A field that is read only has no caret in some browsers, and without one no keyboard selects: in this one
            // the words stay what they are.
            page.put(html! {
                <textarea
                    ref={words_field}
                    id="mine-words"
                    aria-readonly="true"
                    inputmode="none"
                    oninput={unchanged}
                    rows="5"
                    lang={document.language.clone()}
                    aria-label={desk(Desk::MineWords)}
                    value={passage.text(&document.text)}
                />
            });
            page.put(select(desk(Desk::Category), categories, choose));
            page.put(button(desk(Desk::Highlight), mark));
            page.put(button(desk(Desk::Quote), quote));
            page.within("p", "", |page| {
                page.set("role", "status");
                page.text(&said);
            });
            page.group(|page| {
                let Some(id) = made.as_ref().filter(|id| here.iter().any(|(other, ..)| other == *id)) else { return };
                page.within("button", "", |page| {
                    page.set("type", "button");
                    page.set("data-highlight", id);
                    page.text(desk(Desk::AddNote));
                });
            });
            page.group(|page| {
                if here.is_empty() {
                    return;
                }
                page.line("h3", "", desk(Desk::MineHere));
                page.within("ul", "", |page| {
                    for (id, category, words) in &here {
                        page.within("li", "", |page| {
                            page.line("strong", "", category);
                            page.text(" ");
                            page.line("q", "", words);
                            page.text(" ");
                            page.within("button", "", |page| {
                                page.set("type", "button");
                                page.set("data-highlight", id);
                                page.set("aria-label", &format!("{} {category}", desk(Desk::Edit)));
                                page.text(desk(Desk::Edit));
                            });
                        });
                    }
                });
            });
        });
    })
}

/// The categories to choose from, and the one that is chosen: an import may bring another, or none.
pub fn options(notebook: &Notebook, chosen: &str) -> Vec<(String, String, bool)> {
    let mut ids: Vec<&str> = notebook.categories().into_iter().map(|(id, _)| id).collect();
    if !ids.contains(&chosen) {
        ids.insert(0, chosen);
    }
    ids.into_iter().map(|id| (id.to_owned(), words::named(notebook, id).to_owned(), id == chosen)).collect()
}
