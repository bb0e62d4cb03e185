//! What stands by on every page: what can be done with the words that are selected, and the highlight that is edited.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::mine::options;
use super::session::{Session, Standing, use_session};
use super::{field, quoted};
use crate::corpus::{ByteRange, Document, Passage};
use crate::notebook::{Change, Highlight, Target, selected, whole_words};
use crate::platform::{page, selection};
use crate::ui::kept::use_kept;
use crate::ui::parts::{button, select};
use crate::ui::picked::{is_short, way};
use crate::ui::shared::{Corpus, Shared};
use crate::ui::sheet::{Sheet, sheet};
use crate::view::{Page, View, encode};
use crate::words::desk::{self, Desk, desk};
use crate::words::notebook as words;
use crate::words::{Key, say};

const EDITOR: &str = "highlight";
const BAR: &str = "picked";

/// Sets it.
pub fn stand(shared: &Shared, view: &View, words: Option<String>) -> Html {
    html! { <Stand shared={shared.clone()} view={view.clone()} {words} /> }
}

#[derive(PartialEq, Properties)]
struct Props {
    shared: Shared,
    view: View,
    /// The words that are selected.
    words: Option<String>,
}

/// What was done last with words.
#[derive(Clone, PartialEq)]
enum Done {
    Nothing,
    Highlighted { id: String, category: String },
    Quoted { period: Option<String> },
}

#[component]
fn Stand(props: &Props) -> Html {
    let session = use_session(&props.shared);
    let done = use_state(|| Done::Nothing);
    {
        // A click on the end of a highlight edits it.
        let session = Rc::clone(&session);
        use_kept(move || page::on_click("data-highlight", move |id| session.edit(Some(id))));
    }
    // Another tab may have deleted it.
    let edited = {
        let state = session.state();
        let is_there =
            |id: &String| state.notebook.highlights.get(id).is_some_and(|highlight| highlight.value.is_some());
        state.edited.clone().filter(is_there)
    };
    let was_open = use_mut_ref(|| None::<String>);
    use_effect_with(edited.clone(), move |edited| {
        let was_open = was_open.replace(edited.clone());
        if edited.is_some() {
            page::open_dialog(EDITOR);
        } else if let Some(id) = was_open {
            page::close_dialog(EDITOR);
            // What opened it may have gone: the end of the highlight leads to the same.
            page::focus_on_if_lost("data-highlight", &id);
            page::focus_if_lost("content");
        }
    });
    {
        // Whoever selects something else, or goes elsewhere, is done with what was done.
        let done = done.clone();
        let goes_on = props.words.is_some() || edited.is_some();
        use_effect_with(goes_on, {
            let done = done.clone();
            move |goes_on| {
                if *goes_on {
                    done.set(Done::Nothing);
                }
            }
        });
        use_effect_with(props.view.page.clone(), move |_| done.set(Done::Nothing));
    }
    // The button that was used has gone: the focus goes to what can be done next.
    use_effect_with(((*done).clone(), props.words.is_some()), |(done, is_selecting)| {
        if *done != Done::Nothing && !is_selecting {
            page::enter(BAR);
        }
    });
    sheet(|page| {
        page.group(|page| match (&props.words, &*done) {
            (Some(words), _) => bar(page, &session, props, words, &done),
            (None, Done::Nothing) => {}
            (None, _) => outcome(page, &session, props, &done),
        });
        page.group(|page| at_risk(page, &session));
        page.put(html! { <Editor shared={props.shared.clone()} /> });
    })
}

/// The stretches of passages that are selected.
fn stretches(corpus: &Corpus) -> Vec<(&Document, &Passage, ByteRange)> {
    let mut stretches: Vec<(&Document, &Passage, ByteRange)> = Vec::new();
    for selection::Stretch { passage, from, to } in selection::stretches("[data-of]") {
        let Some((document, passage)) = corpus.bundle.passage(&passage) else { continue };
        if let Some(range) = selected(passage, &document.text, from, to)
            // A passage may stand in several rows.
            && stretches.iter().all(|(_, other, _)| other.id != passage.id)
        {
            stretches.push((document, passage, whole_words(passage, &document.text, range)));
        }
    }
    stretches
}

fn bar(page: &mut Sheet, session: &Rc<Session>, props: &Props, words: &str, done: &UseStateHandle<Done>) {
    // What is selected is not covered.
    page.within("div", if selection::is_low() { "picked high" } else { "picked" }, |page| {
        page.set("id", BAR);
        page.set("role", "group");
        page.set("aria-label", desk(Desk::WithWords));
        page.group(|page| {
            if is_short(words) {
                page.put(way(&session.corpus, &props.view, words));
            }
        });
        page.group(|page| {
            let state = session.state();
            for (category, of) in state.notebook.categories() {
                let name = words::named(&state.notebook, category).to_owned();
                let mark = {
                    let (session, done) = (Rc::clone(session), done.clone());
                    let (id, name) = (category.to_owned(), name.clone());
                    Callback::from(move |_: MouseEvent| {
                        let found = stretches(&session.corpus).into_iter();
                        let targets: Vec<Target> = found
                            .filter_map(|(document, passage, range)| Target::of(document, passage, range))
                            .collect();
                        if !targets.is_empty() {
                            let highlight = session.highlight(&id, targets);
                            selection::clear();
                            done.set(Done::Highlighted { id: highlight, category: name.clone() });
                        }
                    })
                };
                page.within("button", "", |page| {
                    page.set("type", "button");
                    page.set("aria-label", &desk::highlight_as(&name));
                    page.click(mark);
                    page.within("span", "", |page| {
                        page.set("class", &format!("lit {}", of.sign.name()));
                        page.text(&name);
                    });
                });
            }
        });
        let quote = {
            let (session, done, view) = (Rc::clone(session), done.clone(), props.view.clone());
            Callback::from(move |_: MouseEvent| {
                let (mut of, mut changes) = (None, Vec::new());
                for (document, passage, range) in stretches(&session.corpus) {
                    let period = quoted(&session, &view, document, passage, range, &mut changes);
                    of.get_or_insert(period);
                }
                session.change(changes);
                if let Some(period) = of {
                    selection::clear();
                    done.set(Done::Quoted { period });
                }
            })
        };
        page.put(button(desk(Desk::Quote), quote));
    });
}

fn outcome(page: &mut Sheet, session: &Rc<Session>, props: &Props, done: &UseStateHandle<Done>) {
    let undo = {
        let (session, done) = (Rc::clone(session), done.clone());
        Callback::from(move |_: MouseEvent| {
            session.undo();
            done.set(Done::Nothing);
            page::focus("content");
        })
    };
    page.within("div", "picked", |page| {
        page.set("id", BAR);
        page.set("role", "status");
        match &**done {
            Done::Nothing => {}
            Done::Highlighted { id, category } => {
                page.line("span", "", &desk::highlighted(category));
                let edit = {
                    let (session, id) = (Rc::clone(session), id.clone());
                    Callback::from(move |_: MouseEvent| session.edit(Some(id.clone())))
                };
                page.put(button(desk(Desk::AddNote), edit));
            }
            Done::Quoted { period } => {
                page.line("span", "", desk(Desk::Quoted));
                let bundle = &session.corpus.bundle;
                let there = View {
                    page: Page::Compare,
                    period: period.clone(),
                    own: true,
                    passage: None,
                    sentence: None,
                    ..props.view.clone()
                };
                page.link(&encode(&there, bundle), desk(Desk::ShowQuoted));
            }
        }
        page.put(button(desk(Desk::Undo), undo));
    });
}

/// Says that nothing is kept, as soon as there is something to lose.
fn at_risk(page: &mut Sheet, session: &Session) {
    let state = session.state();
    let Standing::Held(reason) = &state.standing else { return };
    if state.notebook.is_empty() {
        return;
    }
    let bundle = &session.corpus.bundle;
    let there = View { page: Page::Notebook, ..View::start(bundle) };
    page.within("p", "at-risk", |page| {
        page.set("role", "alert");
        page.text(&desk::held(reason));
        page.text(" ");
        page.link(&encode(&there, bundle), say(Key::Notebook));
    });
}

#[derive(PartialEq, Properties)]
struct EditorProps {
    shared: Shared,
}

/// The highlight that is edited: its category, its note.
#[component]
fn Editor(props: &EditorProps) -> Html {
    let session = use_session(&props.shared);
    let state = session.state();
    let edited =
        (state.edited.as_ref()).and_then(|id| Some((id.clone(), state.notebook.highlights.get(id)?.value.clone()?)));
    let close = {
        let session = Rc::clone(&session);
        Callback::from(move |()| session.edit(None))
    };
    // Esc closes the dialog without asking.
    let closed = close.reform(|_: Event| ());
    html! {
        <dialog id={EDITOR} class="editor" aria-labelledby="highlight-title" onclose={closed}>
            { for edited.map(|(id, highlight)| editor(&session, &state.notebook, id, highlight, close)) }
        </dialog>
    }
}

fn editor(
    session: &Rc<Session>,
    notebook: &crate::notebook::Notebook,
    id: String,
    highlight: Highlight,
    close: Callback<()>,
) -> Html {
    let change = |session: &Rc<Session>| {
        let (session, id) = (Rc::clone(session), id.clone());
        move |change: &dyn Fn(&mut Highlight)| {
            let found = session.state().notebook.highlights.get(&id).and_then(|of| of.value.clone());
            if let Some(mut highlight) = found {
                change(&mut highlight);
                session.change(vec![Change::Highlight(id.clone(), Some(highlight))]);
            }
        }
    };
    let note = {
        let change = change(session);
        Callback::from(move |note: String| change(&|highlight| highlight.note.clone_from(&note)))
    };
    let category = {
        let change = change(session);
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            change(&|highlight| highlight.category.clone_from(&chosen));
        })
    };
    let delete = {
        let (session, id, close) = (Rc::clone(session), id.clone(), close.clone());
        Callback::from(move |_: MouseEvent| {
            session.change(vec![Change::Highlight(id.clone(), None)]);
            close.emit(());
        })
    };
    sheet(|page| {
        page.within("h2", "", |page| {
            page.set("id", "highlight-title");
            page.text(words::named(notebook, &highlight.category));
        });
        for target in &highlight.targets {
            page.within("blockquote", "", |page| page.line("p", "", target.words()));
        }
        page.put(field(Some("highlight-note".to_owned()), desk(Desk::Note), None, &highlight.note, note));
        page.put(select(desk(Desk::Category), options(notebook, &highlight.category), category));
        page.line("p", "aside", desk(Desk::KeptAtOnce));
        page.within("p", "tools", |page| {
            page.put(button(desk(Desk::Done), close.reform(|_: MouseEvent| ())));
            page.put(html! { <button type="button" class="last" onclick={delete}>{ desk(Desk::Delete) }</button> });
        });
    })
}
