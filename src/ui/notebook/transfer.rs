//! A notebook as a file, and back.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::address;
use super::session::{Session, now, use_session};
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
    ("Text to hand in (Markdown)", "md", "text/markdown;charset=utf-8", markdown),
    ("Table (CSV)", "csv", "text/csv;charset=utf-8", table),
    ("Backup (JSON)", "json", "application/json", |notebook, _, _| json(notebook)),
    ("Web Annotations", "jsonld", "application/ld+json", |notebook, _, at| {
        json_ld(notebook, at, &|id| words::category(id).to_owned())
    }),
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
                    Some(bytes) => taken(&session, &bytes).await,
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
                <input type="file" accept=".json,.jsonld,.md,.csv,application/json,application/ld+json,text/markdown,text/csv" onchange={take} />
            </label>
        });
        page.line("p", "", desk(Desk::ImportHint));
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

/// Takes a file over. What is said of it.
async fn taken(session: &Rc<Session>, bytes: &[u8]) -> (String, Vec<String>) {
    let told = async {
        let imported = import(bytes, now())?;
        let (new, changed) = session.take_over(&imported.notebook).await?;
        let faults: Vec<String> = imported.faults.iter().map(words::fault).collect();
        Ok((desk::imported(new, changed, faults.len()), faults))
    };
    told.await.unwrap_or_else(|refusal| (words::refusal(&refusal), Vec::new()))
}
