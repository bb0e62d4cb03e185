//! The page of the notebook: everything in it, to be gone through, taken away and brought back.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::account::{self, PARTS};
use super::field;
use super::mine::options;
use super::session::{Session, Standing, use_session};
use super::transfer::Transfer;
use crate::corpus::Passage;
use crate::notebook::{Category, Change, Highlight, Notebook, Part, Place, Sign, ordered};
use crate::platform::{chance, page, timer};
use crate::ui::parts::{button, select};
use crate::ui::shared::Shared;
use crate::ui::sheet::{Sheet, page as sheet};
use crate::view::{Action, Page, View, encode};
use crate::words::desk::{self, Desk, desk};
use crate::words::notebook as words;
use crate::words::{Key, say};

const DELETING: &str = "deleting";

#[derive(PartialEq, Properties)]
pub struct Props {
    pub shared: Shared,
    pub view: View,
}

#[component]
pub fn Book(props: &Props) -> Html {
    let session = use_session(&props.shared);
    let state = session.state();
    let notebook = &state.notebook;
    let bundle = &session.corpus.bundle;
    let opening = state.standing == Standing::Opening;
    {
        let period = props.view.period.clone();
        use_effect_with((period, opening), |(period, opening)| {
            if let Some(period) = period.as_ref().filter(|_| !opening) {
                account::reveal(period);
            }
        });
    }
    sheet("page notebook", |page| {
        page.title(say(Key::Notebook));
        page.group(|page| match &state.standing {
            Standing::Opening => page.line("p", "", desk(Desk::Opening)),
            Standing::Kept => {
                page.within("p", "aside", |page| {
                    page.text(desk(Desk::Kept));
                    page.text(" ");
                    let when = session.exported().map(|moment| moment.to_string().replace('T', " "));
                    page.text(&desk::exported(when.as_deref().map(|when| &when[..16])));
                });
            }
            Standing::Held(reason) => page.within("p", "at-risk", |page| page.text(&desk::held(reason))),
        });
        page.within("div", "book-head", |page| head(page, &session, notebook));
        page.within("details", "shelf", |page| {
            // What is kept nowhere is to be taken along: the way to that stands open.
            if matches!(state.standing, Standing::Held(_)) {
                page.set("open", "open");
            }
            page.line("summary", "", desk(Desk::FilesAndNotebooks));
            page.put(html! { <Transfer shared={props.shared.clone()} /> });
            page.within("p", "tools", |page| notebooks(page, &session, notebook, &state.shelf));
        });
        page.within("p", "blanks", |page| {
            page.line("span", "", desk(Desk::BlankName));
            page.line("span", "", desk(Desk::BlankDate));
        });

        page.within("div", "halves", |page| {
            page.within("section", "", |page| {
                page.line("h2", "", words::ACCOUNT);
                page.within("p", "aside", |page| page.text(desk(Desk::AccountNote)));
                // Where nothing is written there are lines on paper to write on.
                let blank = notebook.account.values().all(|entry| entry.value.is_none());
                page.within("section", if blank { "entry blank" } else { "entry" }, |page| {
                    page.set("id", "entry-whole");
                    page.line("h3", "", words::WHOLE);
                    account::part(page, &session, None, Part::Text);
                    for part in PARTS {
                        account::part(page, &session, None, part);
                    }
                });
                for period in &bundle.periods {
                    entry(page, &session, props, period);
                }
            });
            page.within("section", "", |page| {
                page.line("h2", "", words::HIGHLIGHTS);
                page.group(|page| highlights(page, &session, &props.view, notebook));
                page.within("details", "categories", |page| {
                    page.line("summary", "", desk(Desk::Categories));
                    page.group(|page| categories(page, &session, notebook));
                });
                page.within("div", "guided-ways", |page| {
                    page.line("h2", "", words::GUIDED);
                    page.line("p", "aside", desk(Desk::GuidedNote));
                    page.within("ul", "", |page| {
                        for document in &bundle.documents {
                            let there = Page::Guided { document: document.id.clone() };
                            page.within("li", "", |page| {
                                page.mark(&document.account);
                                page.link(
                                    &encode(&props.view.after(Action::Open(there), bundle), bundle),
                                    &document.title.short,
                                );
                            });
                        }
                    });
                    page.line("h2", "", say(Key::Handout));
                    page.line("p", "aside", desk(Desk::HandoutNote));
                    page.within("p", "", |page| {
                        let there = Page::Handout { of: String::new() };
                        page.link(
                            &encode(&props.view.after(Action::Open(there), bundle), bundle),
                            desk(Desk::HandoutMake),
                        );
                    });
                });
            });
        });
        page.put(deleting(&session));
    })
}

/// The title, and what is done most.
fn head(page: &mut Sheet, session: &Rc<Session>, notebook: &Notebook) {
    let retitle = {
        let session = Rc::clone(session);
        Callback::from(move |event: InputEvent| {
            let title = event.target_unchecked_into::<HtmlInputElement>().value();
            session.change(vec![Change::Title(Some(title))]);
        })
    };
    page.put(html! {
        <label class="field">
            <span>{ desk(Desk::Title) }</span>
            <input type="text" maxlength="200" placeholder={words::UNTITLED} value={notebook.title().to_owned()} oninput={retitle} />
        </label>
    });
    super::light(page, notebook.title());
    page.within("p", "tools", |page| {
        let (can_undo, can_redo) = {
            let state = session.state();
            (state.history.can_undo(), state.history.can_redo())
        };
        for (words, can, step) in
            [(Desk::Undo, can_undo, Session::undo as fn(&Rc<Session>)), (Desk::Redo, can_redo, Session::redo)]
        {
            let (onclick, disabled) = (act(session, step), !can);
            page.put(html! { <button type="button" {onclick} {disabled}>{ desk(words) }</button> });
        }
        page.put(button(desk(Desk::Print), act(session, |_| page::print(&[]))));
    });
}

fn act(session: &Rc<Session>, act: fn(&Rc<Session>)) -> Callback<MouseEvent> {
    let session = Rc::clone(session);
    Callback::from(move |_: MouseEvent| act(&session))
}

/// Which notebook it is, a new one, and the end of this one.
fn notebooks(page: &mut Sheet, session: &Rc<Session>, notebook: &Notebook, shelf: &[(String, String)]) {
    let is_held = matches!(session.state().standing, Standing::Held(_));
    page.group(|page| {
        // What cannot be kept is not left for another.
        if !is_held && shelf.iter().any(|(id, _)| *id != notebook.id) {
            let title = |title: &str| if title.is_empty() { words::UNTITLED.to_owned() } else { title.to_owned() };
            let mut all: Vec<_> = shelf.iter().map(|(id, of)| (id.clone(), title(of), *id == notebook.id)).collect();
            if all.iter().all(|(_, _, open)| !open) {
                all.push((notebook.id.clone(), title(notebook.title()), true));
            }
            let session = Rc::clone(session);
            let turn = Callback::from(move |event: Event| {
                session.turn_to(event.target_unchecked_into::<HtmlSelectElement>().value());
            });
            page.put(select(desk(Desk::Which), all, turn));
        }
    });
    let (onclick, disabled) = (act(session, Session::begin), is_held && !notebook.is_empty());
    page.put(html! { <button type="button" {onclick} {disabled}>{ desk(Desk::New) }</button> });
    let onclick = act(session, |_| page::open_dialog(DELETING));
    page.put(html! { <button type="button" class="last" {onclick}>{ desk(Desk::DeleteNotebook) }</button> });
}

/// The account of a period, folded where nothing is written and it was not asked for.
fn entry(page: &mut Sheet, session: &Rc<Session>, props: &Props, period: &crate::corpus::Period) {
    let written = {
        let state = session.state();
        state
            .notebook
            .account
            .iter()
            .filter(|(slot, entry)| slot.period.as_ref() == Some(&period.id) && entry.value.is_some())
            .count()
    };
    let asked = props.view.period.as_ref() == Some(&period.id);
    page.within("details", if written > 0 { "entry written" } else { "entry" }, |page| {
        page.set("id", &format!("entry-{}", period.id));
        if asked {
            page.set("open", "open");
        }
        page.within("summary", "", |page| {
            page.text(&period.title);
            if written > 0 {
                page.text(" ");
                page.line("small", "", &format!("({written})"));
            }
        });
        account::part(page, session, Some(&period.id), Part::Text);
        for part in PARTS {
            account::part(page, session, Some(&period.id), part);
        }
    });
}

/// Every highlight with its words, its note and the way to its passage; in the order of the texts.
fn highlights(page: &mut Sheet, session: &Rc<Session>, view: &View, notebook: &Notebook) {
    let bundle = &session.corpus.bundle;
    let all = notebook.highlights().into_iter().map(|(id, _, highlight)| {
        let found = highlight.targets.first().and_then(|target| target.find(bundle));
        let at = found.and_then(|(document, place)| {
            let d = bundle.documents.iter().position(|other| other.id == document.id)?;
            Some((d, place.range()?.start))
        });
        // What stands nowhere comes last.
        (at.is_none(), at, id, highlight, found)
    });
    let all = ordered(all, |(lost, at, ..)| (*lost, *at));
    if all.is_empty() {
        return page.line("p", "empty", desk(Desk::NoHighlights));
    }
    let ids: Vec<&str> = all.iter().map(|(_, _, id, ..)| *id).collect();
    page.within("ol", "highlights", |page| {
        for (number, (_, _, id, highlight, found)) in all.into_iter().enumerate() {
            let place = found.map(|(_, place)| place);
            let passage = found.and_then(|(document, place)| {
                let range = place.range()?;
                document
                    .passages
                    .iter()
                    .find(|passage| passage.span().intersect(range).is_some())
                    .map(|p| (document, p))
            });
            page.within("li", "", |page| {
                page.set("id", &format!("highlight-{id}"));
                let next = ids.get(number + 1).or(number.checked_sub(1).map(|last| &ids[last]));
                self::highlight(page, session, notebook, (id, highlight), next.copied());
                if let Some(said) = words::place(place).filter(|_| !matches!(place, Some(Place::Same(_)))) {
                    page.line("p", "astray", said);
                }
                if let Some((document, passage)) = passage {
                    page.within("p", "source", |page| {
                        page.mark(&document.account);
                        page.link(&shown(view, bundle, passage), &desk::source(document, passage));
                    });
                }
            });
        }
    });
}

fn shown(view: &View, bundle: &crate::corpus::Bundle, passage: &Passage) -> String {
    let document = passage.id.split('.').next().unwrap_or_default().to_owned();
    let there = view.after(Action::Open(Page::Read { document, beside: None, original: false }), bundle);
    encode(&there.after(Action::Show(passage.id.clone()), bundle), bundle)
}

/// Sets a highlight; the focus goes to the `next` one when it is deleted.
fn highlight(
    page: &mut Sheet,
    session: &Rc<Session>,
    notebook: &Notebook,
    (id, highlight): (&str, &Highlight),
    next: Option<&str>,
) {
    for target in &highlight.targets {
        page.within("blockquote", "", |page| page.line("p", "", target.words()));
    }
    let note = {
        let (session, highlight, id) = (Rc::clone(session), highlight.clone(), id.to_owned());
        Callback::from(move |note: String| {
            let changed = Highlight { note, ..highlight.clone() };
            session.change(vec![Change::Highlight(id.clone(), Some(changed))]);
        })
    };
    let choose = {
        let (session, highlight, id) = (Rc::clone(session), highlight.clone(), id.to_owned());
        Callback::from(move |event: Event| {
            let category = event.target_unchecked_into::<HtmlSelectElement>().value();
            let changed = Highlight { category, ..highlight.clone() };
            session.change(vec![Change::Highlight(id.clone(), Some(changed))]);
        })
    };
    let delete = {
        let (session, id) = (Rc::clone(session), id.to_owned());
        let next = next.map_or_else(|| "content".to_owned(), |next| format!("highlight-{next}"));
        Callback::from(move |_: MouseEvent| {
            session.change(vec![Change::Highlight(id.clone(), None)]);
            let next = next.clone();
            // As soon as it is gone.
            let enter = move || {
                page::enter(&next);
            };
            timer::after(0, enter).forget();
        })
    };
    let told = std::iter::once(words::named(notebook, &highlight.category));
    let told: Vec<&str> = told.chain(highlight.tags.iter().map(String::as_str)).collect();
    page.line("p", "of-category", &told.join(" · "));
    page.put(field(None, desk(Desk::Note), None, &highlight.note, note));
    super::light(page, &highlight.note);
    page.within("p", "tools", |page| {
        page.put(select(desk(Desk::Category), options(notebook, &highlight.category), choose));
        page.put(button(desk(Desk::Delete), delete));
    });
}

/// The categories: what the reader calls them, and how they are underlined.
fn categories(page: &mut Sheet, session: &Rc<Session>, notebook: &Notebook) {
    page.within("ul", "", |page| {
        for (id, category) in notebook.categories() {
            let set = {
                let (session, id) = (Rc::clone(session), id.to_owned());
                Rc::new(move |category: Option<Category>| {
                    session.change(vec![Change::Category(id.clone(), category)]);
                })
            };
            let rename = {
                let (set, category) = (Rc::clone(&set), category.clone());
                Callback::from(move |event: InputEvent| {
                    let name = event.target_unchecked_into::<HtmlInputElement>().value();
                    set(Some(Category { name: Some(name).filter(|name| !name.is_empty()), ..category.clone() }));
                })
            };
            let resign = {
                let (set, category) = (Rc::clone(&set), category.clone());
                Callback::from(move |event: Event| {
                    let sign = event.target_unchecked_into::<HtmlSelectElement>().value();
                    set(Some(Category { sign: Sign::named(&sign).unwrap_or_default(), ..category.clone() }));
                })
            };
            let signs = (Sign::ALL.iter())
                .map(|sign| (sign.name().to_owned(), words::sign(*sign).to_owned(), *sign == category.sign))
                .collect();
            page.within("li", "", |page| {
                page.put(html! {
                    <label class="go">
                        <span>{ desk(Desk::CategoryName) }</span>
                        <input
                            type="text"
                            maxlength="80"
                            placeholder={words::category(id).to_owned()}
                            value={category.name.clone().unwrap_or_default()}
                            oninput={rename}
                        />
                    </label>
                });
                page.put(select(desk(Desk::CategorySign), signs, resign));
                page.within("span", "", |page| {
                    page.set("class", &format!("lit {}", category.sign.name()));
                    page.text(words::named(notebook, id));
                });
            });
        }
    });
    let add = {
        let session = Rc::clone(session);
        Callback::from(move |_: MouseEvent| {
            session.change(vec![Change::Category(chance::id(), Some(Category::default()))]);
        })
    };
    page.put(button(desk(Desk::NewCategory), add));
}

/// Asks before everything is deleted.
fn deleting(session: &Rc<Session>) -> Html {
    let delete = {
        let session = Rc::clone(session);
        Callback::from(move |_: MouseEvent| session.delete(|| page::close_dialog(DELETING)))
    };
    crate::ui::sheet::sheet(|page| {
        page.within("dialog", "", |page| {
            page.set("id", DELETING);
            page.set("aria-labelledby", "deleting-title");
            page.within("h2", "", |page| {
                page.set("id", "deleting-title");
                page.text(desk(Desk::DeleteTitle));
            });
            page.line("p", "", desk(Desk::DeleteNote));
            page.group(|page| {
                if let Some(reason) = &session.state().undeleted {
                    page.within("p", "at-risk", |page| {
                        page.set("role", "alert");
                        page.text(&desk::undeleted(reason));
                    });
                }
            });
            page.within("p", "tools", |page| {
                page.put(button(desk(Desk::DeleteNow), delete));
                page.put(button(say(Key::Close), Callback::from(|_| page::close_dialog(DELETING))));
            });
        });
    })
}
