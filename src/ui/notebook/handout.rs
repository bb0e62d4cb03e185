//! A hand-out for a class: chosen passages in their own words, questions, lines to write on. Its link holds all of it; the
//! one that was worked on last is kept, so that passages can be put on it from where they are read.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::field;
use crate::corpus::{Document, Passage};
use crate::notebook::{Handout, PASSAGES_AT_MOST, Prompt, Step};
use crate::platform::{location, page, storage};
use crate::ui::parts::{button, choice, select};
use crate::ui::passage::Text;
use crate::ui::shared::Shared;
use crate::ui::sheet::{Sheet, page as sheet_of_page, sheet};
use crate::view::{Action, Page, View, encode};
use crate::words::desk::{self, Desk, desk};
use crate::words::notebook as words;
use crate::words::{self as said, Key, say};

/// What is kept of hand-outs.
#[derive(Clone, Copy)]
enum Kept {
    /// The one that was shown last: on it passages are put from where they are read.
    Shown,
    /// The one that was worked on last: a link to another does not take it away.
    WorkedOn,
}

/// The names under which they are kept.
const NAMES: [&str; 2] = ["handout", "handout-worked-on"];

/// How many lines there may be under a question.
const LINES: [usize; 5] = [0, 3, 6, 10, 15];

thread_local! {
    /// As long as the page is open both are kept here, too: a browser may refuse to keep anything.
    static HERE: RefCell<[String; 2]> = const { RefCell::new([String::new(), String::new()]) };
}

/// What changes the hand-out: the page, and its link.
type Change = Rc<dyn Fn(&dyn Fn(&mut Handout))>;

fn kept(which: Kept) -> String {
    let which = which as usize;
    storage::get(NAMES[which]).unwrap_or_else(|| HERE.with_borrow(|here| here[which].clone()))
}

fn keep(which: Kept, text: &str) {
    let which = which as usize;
    storage::set(NAMES[which], text);
    HERE.with_borrow_mut(|here| text.clone_into(&mut here[which]));
}

/// Keeps what the reader has made of a hand-out, be it nothing.
fn keep_work(text: &str) {
    keep(Kept::Shown, text);
    keep(Kept::WorkedOn, text);
}

/// Sets the page of a hand-out, which is given as its link has it.
pub fn handout(shared: &Shared, view: &View, of: &str) -> Html {
    let bundle = &shared.corpus.bundle;
    let mut handout = Handout::read(of);
    if !of.is_empty() {
        keep(Kept::Shown, of);
    }
    // What is not in this release is told, and stays in the link until something is changed.
    let (passages, unknown): (Vec<String>, Vec<String>) =
        std::mem::take(&mut handout.passages).into_iter().partition(|id| bundle.passage(id).is_some());
    let left_out: Vec<String> = unknown.iter().chain(&handout.left_out).cloned().collect();
    handout.passages = passages;
    let change = {
        let (act, handout) = (shared.act.clone(), handout.clone());
        let change = move |change: &dyn Fn(&mut Handout)| {
            let mut changed = handout.clone();
            change(&mut changed);
            let of = changed.written();
            keep_work(&of);
            act.emit(Action::Refine(Page::Handout { of }));
        };
        Rc::new(change) as Change
    };
    sheet_of_page("page handout", |page| {
        page.title(say(Key::Handout));
        page.group(|page| {
            if !left_out.is_empty() {
                page.line("p", "at-risk", &desk::left_out(&left_out.join(", ")));
            }
        });
        page.within("p", "tools", |page| {
            page.put(button(desk(Desk::Print), Callback::from(|_| page::print(&[]))));
            page.group(|page| continued(page, shared, view, of));
        });
        page.within("details", "made-of", |page| {
            // Whoever has got the link reads the sheet; whoever makes it goes on.
            if handout.written().is_empty() || kept(Kept::WorkedOn) == of {
                page.set("open", "open");
            }
            page.line("summary", "", desk(Desk::HandoutChange));
            page.line("p", "aside", desk(Desk::HandoutNote));
            choices(page, &handout, &change);
        });
        page.group(|page| {
            if handout.passages.is_empty() {
                page.line("p", "empty", desk(Desk::HandoutEmpty));
            }
        });
        page.group(|page| {
            if handout.written().is_empty() {
                return;
            }
            page.within("div", "sheet", |page| {
                page.within("p", "blanks", |page| {
                    page.line("span", "", desk(Desk::BlankName));
                    page.line("span", "", desk(Desk::BlankDate));
                });
                page.group(|page| {
                    for line in handout.task.lines() {
                        page.line("p", "task", line);
                    }
                });
                // What is asked before the text stands before it.
                page.group(|page| asked(page, &handout, &[Step::Before, Step::Horizon]));
                // All accounts, in their order: what is chosen is on it, whichever columns are hidden elsewhere.
                for account in &bundle.accounts {
                    let of_account = |document: &&Document| document.account == account.id;
                    page.group(|page| {
                        for document in bundle.documents.iter().filter(of_account) {
                            let on = |passage: &&Passage| handout.passages.contains(&passage.id);
                            for passage in document.passages.iter().filter(on) {
                                set(page, shared, document, passage, &change);
                            }
                        }
                    });
                }
                page.group(|page| asked(page, &handout, &[Step::Close, Step::Beside]));
            });
        });
    })
}

/// What is asked, how many lines there are to answer, what is to be done.
fn choices(page: &mut Sheet, handout: &Handout, change: &Change) {
    let write = {
        let change = change.clone();
        Callback::from(move |text: String| change(&|handout| handout.task.clone_from(&text)))
    };
    page.put(field(None, desk(Desk::Task), None, &handout.task, write));
    page.within("details", "", |page| {
        page.line("summary", "", &desk::questions(handout.prompts.len()));
        for step in Step::ALL.iter().copied() {
            page.within("fieldset", "", |page| {
                page.line("legend", "", words::step(step));
                for prompt in Prompt::ALL.iter().copied().filter(|prompt| prompt.step() == step) {
                    let change = change.clone();
                    let ask = Callback::from(move |event: Event| {
                        let checked = event.target_unchecked_into::<HtmlInputElement>().checked();
                        change(&|handout| handout.ask(prompt, checked));
                    });
                    page.put(choice("checkbox", words::prompt(prompt), handout.prompts.contains(&prompt), ask));
                }
            });
        }
    });
    // A link may ask for a number that is not offered.
    let other = (!LINES.contains(&handout.lines)).then_some(handout.lines);
    let lines =
        LINES.into_iter().chain(other).map(|lines| (lines.to_string(), desk::lines(lines), lines == handout.lines));
    let draw = {
        let change = change.clone();
        Callback::from(move |event: Event| {
            let lines = event.target_unchecked_into::<HtmlSelectElement>().value().parse().unwrap_or_default();
            change(&|handout| handout.lines = lines);
        })
    };
    page.put(select(desk(Desk::Lines), lines.collect(), draw));
}

/// The way back to the hand-out that was worked on last; where this link has none, also to the one that was shown last.
fn continued(page: &mut Sheet, shared: &Shared, view: &View, of: &str) {
    let ways = if of.is_empty() { &[Kept::WorkedOn, Kept::Shown][..] } else { &[Kept::WorkedOn] };
    let passages = |text: &String| Handout::read(text).passages.len();
    let Some(other) = ways.iter().map(|which| kept(*which)).find(|text| passages(text) > 0 && text != of) else {
        return;
    };
    let (bundle, count) = (&shared.corpus.bundle, passages(&other));
    let there = view.after(Action::Open(Page::Handout { of: other }), bundle);
    page.link(&encode(&there, bundle), &desk::go_on(count));
}

/// Sets a passage with its source, in its own words.
fn set(page: &mut Sheet, shared: &Shared, document: &Document, passage: &Passage, change: &Change) {
    let bundle = &shared.corpus.bundle;
    let d = bundle.documents.iter().position(|other| other.id == document.id).unwrap_or_default();
    let p = document.passages.iter().position(|other| other.id == passage.id).unwrap_or_default();
    page.within("article", "given", |page| {
        page.key(&passage.id);
        page.set("data-passage", &passage.id);
        page.within("h2", "", |page| {
            page.mark(&document.account);
            page.text(&said::named(document, passage));
        });
        page.put(html! { <Text shared={shared.clone()} document={d} passage={p} /> });
        page.within("p", "from", |page| {
            page.line("small", "", &desk::source(document, passage));
            page.text(" ");
            page.line("small", "address", &location::address(&passage.id));
            let (change, id) = (change.clone(), passage.id.clone());
            page.within("button", "", |page| {
                page.set("type", "button");
                page.set("aria-label", &desk::take_off(&said::named(document, passage)));
                page.click(Callback::from(move |_| {
                    // The button goes with its passage.
                    page::focus("page-title");
                    change(&|handout| handout.take_off(&id));
                }));
                page.text(desk(Desk::TakeOff));
            });
        });
    });
}

/// Sets the questions of these steps, with lines to write on.
fn asked(page: &mut Sheet, handout: &Handout, steps: &[Step]) {
    let of_steps: Vec<Prompt> =
        handout.prompts.iter().copied().filter(|prompt| steps.contains(&prompt.step())).collect();
    if of_steps.is_empty() {
        return;
    }
    page.within("section", "questions", |page| {
        for prompt in of_steps {
            page.within("div", "question", |page| {
                page.line("p", "", words::prompt(prompt));
                page.within("div", "lines", |page| {
                    page.set("aria-hidden", "true");
                    for _ in 0..handout.lines {
                        page.within("span", "", |_| {});
                    }
                });
            });
        }
    });
}

#[derive(PartialEq, Properties)]
struct OnProps {
    shared: Shared,
    view: View,
    passage: String,
}

/// The hand-out that passages are put on: on its page, its link has it.
fn worked_on(view: &View) -> String {
    match &view.page {
        Page::Handout { of } => of.clone(),
        _ => kept(Kept::Shown),
    }
}

/// Sets what puts a passage on the hand-out, or takes it off, and the way there.
pub fn putting(shared: &Shared, view: &View, passage: &Passage) -> Html {
    let (shared, view, id) = (shared.clone(), view.clone(), passage.id.clone());
    html! { <Putting key={passage.id.clone()} {shared} {view} passage={id} /> }
}

#[component]
fn Putting(props: &OnProps) -> Html {
    let said = use_state(String::new);
    let text = worked_on(&props.view);
    let handout = Handout::read(&text);
    let is_on = handout.passages.contains(&props.passage);
    let put = {
        let (said, id) = (said.clone(), props.passage.clone());
        let (act, view) = (props.shared.act.clone(), props.view.clone());
        Callback::from(move |_: MouseEvent| {
            // As it is now: another tab may have put passages on it.
            let mut changed = Handout::read(&worked_on(&view));
            if is_on {
                changed.take_off(&id);
            } else if !changed.put_on(&id) {
                return said.set(desk::full(PASSAGES_AT_MOST));
            }
            let of = changed.written();
            keep_work(&of);
            said.set(desk::on_handout(changed.passages.len()));
            if let Page::Handout { .. } = view.page {
                act.emit(Action::Refine(Page::Handout { of }));
            }
        })
    };
    let count = handout.passages.len();
    sheet(|page| {
        page.within("div", "putting", |page| {
            page.put(button(desk(if is_on { Desk::TakeOff } else { Desk::PutOn }), put));
            page.group(|page| {
                if count > 0 && !matches!(props.view.page, Page::Handout { .. }) {
                    let bundle = &props.shared.corpus.bundle;
                    let there = props.view.after(Action::Open(Page::Handout { of: text }), bundle);
                    page.link(&encode(&there, bundle), &desk::to_handout(count));
                }
            });
            page.within("p", "", |page| {
                page.set("role", "status");
                page.text(&said);
            });
        });
    })
}
