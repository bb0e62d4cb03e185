//! A notebook as a file, and back.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::address;
use super::session::{Session, use_session};
use crate::corpus::Bundle;
use crate::notebook::{Address, Notebook, import, json, json_ld, markdown, table};
use crate::platform::files;
use crate::ui::parts::button;
use crate::ui::shared::Shared;
use crate::ui::sheet::sheet;
use crate::words::desk::{self, Desk, desk};
use crate::words::notebook as words;

/// A form of the file: what it is called, its ending, its type, and what writes it.
type Form = (&'static str, &'static str, &'static str, fn(&Notebook, &Bundle, Address) -> String);

const FORMS: [Form; 4] = [
    ("JSON", "json", "application/json", |notebook, _, _| json(notebook)),
    ("Web Annotations", "jsonld", "application/ld+json", |notebook, _, at| {
        json_ld(notebook, at, &|id| words::category(id).to_owned())
    }),
    ("Markdown", "md", "text/markdown;charset=utf-8", markdown),
    ("CSV", "csv", "text/csv;charset=utf-8", table),
];

#[derive(PartialEq, Properties)]
pub struct Props {
    pub shared: Shared,
}

/// The buttons that write a file, and the field that takes one.
#[component]
pub fn Transfer(props: &Props) -> Html {
    let session = use_session(&props.shared);
    let said = use_state(|| (String::new(), Vec::<String>::new()));
    let take = {
        let (session, said) = (Rc::clone(&session), said.clone());
        Callback::from(move |event: Event| {
            let (session, said) = (Rc::clone(&session), said.clone());
            let field: HtmlInputElement = event.target_unchecked_into();
            spawn_local(async move {
                said.set(match files::read(&field).await {
                    Some(bytes) => taken(&session, &bytes),
                    None => (desk::UNREADABLE.to_owned(), Vec::new()),
                });
                // The same file can be chosen again.
                field.set_value("");
            });
        })
    };
    let (outcome, faults) = &*said;
    sheet(|page| {
        page.within("p", "files", |page| {
            page.text(desk(Desk::Export));
            for (name, ending, kind, write) in FORMS {
                page.text(" ");
                let session = Rc::clone(&session);
                let save = move |_| {
                    let text = {
                        let state = session.state();
                        write(&state.notebook, &session.corpus.bundle, Address(&address()))
                    };
                    let text = if ending == "csv" { ["\u{feff}", &text].concat() } else { text };
                    if files::save(&format!("notebook.{ending}"), kind, &text) {
                        session.note_export();
                    }
                };
                page.put(button(name, Callback::from(save)));
            }
        });
        page.put(html! {
            <label class="import">
                { desk(Desk::Import) }
                <input type="file" accept=".json,.jsonld,application/json,application/ld+json" onchange={take} />
            </label>
        });
        page.within("div", "outcome", |page| {
            page.set("role", "status");
            page.group(|page| page.line("p", "", outcome));
            page.group(|page| {
                if !faults.is_empty() {
                    page.within("ul", "", |page| {
                        for fault in faults {
                            page.line("li", "", fault);
                        }
                    });
                }
            });
        });
    })
}

/// Takes a file over: into the notebook it is a copy of, where that is open; as a notebook of its own, where it is
/// another one; else into the one that is open. What is said of it.
fn taken(session: &Rc<Session>, bytes: &[u8]) -> (String, Vec<String>) {
    let imported = match import(bytes) {
        Ok(imported) => imported,
        Err(refusal) => return (words::refusal(&refusal), Vec::new()),
    };
    let faults: Vec<String> = imported.faults.iter().map(words::fault).collect();
    let other = imported.notebook;
    let (before, is_other) = {
        let state = session.state();
        (count(&state.notebook), !other.id.is_empty() && other.id != state.notebook.id)
    };
    if is_other && !session.state().shelf.iter().any(|(id, _)| *id == other.id) {
        let after = count(&other);
        session.put_away(other);
        return (desk::imported(0, after, faults.len()), faults);
    }
    session.merge(&other);
    let after = count(&session.state().notebook);
    (desk::imported(before, after, faults.len()), faults)
}

/// How many things there are that were not deleted.
fn count(notebook: &Notebook) -> usize {
    let account = notebook.account.values().filter(|entry| entry.value.is_some()).count();
    let answers = notebook.answers.values().filter(|answer| answer.value.is_some()).count();
    notebook.highlights().len() + account + answers
}
