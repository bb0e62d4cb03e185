//! A document read in the order in which historians read: before the text, its horizon, its words, the other accounts.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::session::{Session, use_session};
use super::{field, light};
use crate::compare::{Emptiness, silence};
use crate::corpus::Document;
use crate::notebook::{Asked, Change, Prompt, Step};
use crate::ui::parts::{definitions, licence, origin, select};
use crate::ui::shared::Shared;
use crate::ui::sheet::{Sheet, page as sheet};
use crate::view::{Action, Mark, Page, View, encode};
use crate::words::desk::{Desk, desk};
use crate::words::notebook as words;
use crate::words::{self as said, Key, say};

#[derive(PartialEq, Properties)]
pub struct Props {
    pub shared: Shared,
    pub view: View,
    /// Id of the document.
    pub document: String,
}

#[component]
pub fn Guided(props: &Props) -> Html {
    let session = use_session(&props.shared);
    let bundle = &session.corpus.bundle;
    let Some(d) = bundle.documents.iter().position(|document| document.id == props.document) else {
        return html! {};
    };
    let document = &bundle.documents[d];
    // The period that is compared: the view's, or the one of which the document says most.
    let most = session.corpus.grid.mostly_of(d);
    let period = (props.view.period.clone()).or(most.map(|period| bundle.periods[period].id.clone()));
    let to = |view: View| encode(&view, bundle);
    sheet("page guided", |page| {
        page.title(&format!("{}: {}", say(Key::Guided), document.title.short));
        page.within("p", "byline", |page| {
            page.mark(&document.account);
            page.text(&said::title(document));
        });
        page.line("p", "aside", desk(Desk::GuidedNote));
        for step in Step::ALL.iter().copied() {
            page.within("section", "step", |page| {
                page.line("h2", "", words::step(step));
                match step {
                    Step::Before | Step::Horizon => {}
                    Step::Close => {
                        let read = Page::Read { document: document.id.clone(), beside: None, original: false };
                        let there =
                            props.view.after(Action::Open(read), bundle).after(Action::Mark(Mark::Voices), bundle);
                        page.within("p", "", |page| page.link(&to(there), desk(Desk::ReadIt)));
                    }
                    Step::Beside => {
                        let periods = bundle
                            .periods
                            .iter()
                            .map(|of| (of.id.clone(), of.title.clone(), period.as_ref() == Some(&of.id)));
                        let choose = props.shared.act.reform(|event: Event| {
                            Action::Choose(Some(event.target_unchecked_into::<HtmlSelectElement>().value()))
                        });
                        page.put(select(desk(Desk::OfPeriod), periods.collect(), choose));
                        let there = View { page: Page::Compare, period: period.clone(), ..props.view.clone() };
                        page.within("p", "", |page| page.link(&to(there), desk(Desk::SeeBeside)));
                    }
                }
                for prompt in Prompt::ALL.iter().copied().filter(|prompt| prompt.step() == step) {
                    let about = if prompt.is_of_document() { Some(document.id.clone()) } else { period.clone() };
                    page.group(|page| asked(page, &session, document, prompt, about));
                }
                page.group(|page| match step {
                    Step::Before => look_up(page, document),
                    Step::Horizon => horizon(page, &session, d),
                    Step::Close | Step::Beside => {}
                });
            });
        }
    })
}

/// A question, and what the reader answers.
fn asked(page: &mut Sheet, session: &Rc<Session>, document: &Document, prompt: Prompt, about: Option<String>) {
    let state = session.state();
    if prompt == Prompt::Surprise {
        let expected = Asked { prompt: Prompt::Predict.name().to_owned(), about: Some(document.id.clone()) };
        let expected = state.notebook.answered(&expected);
        if !expected.is_empty() {
            page.within("div", "expected", |page| {
                page.line("p", "", desk(Desk::YouExpected));
                light(page, expected);
            });
        }
    }
    let asked = Asked { prompt: prompt.name().to_owned(), about };
    let answer = {
        let (session, asked) = (Rc::clone(session), asked.clone());
        Callback::from(move |text: String| session.change(vec![Change::Answer(asked.clone(), Some(text))]))
    };
    let text = state.notebook.answered(&asked);
    page.put(field(None, words::prompt(prompt), None, text, answer));
    light(page, text);
}

/// What the document says of itself: folded, so that the reader thinks first.
fn look_up(page: &mut Sheet, document: &Document) {
    let [issuer, written] = origin(document);
    page.within("details", "", |page| {
        page.line("summary", "", desk(Desk::LookUp));
        page.put(definitions(vec![
            (say(Key::Document), html! { { said::title(document) } }),
            issuer,
            written,
            (say(Key::Licence), licence(&document.licence)),
        ]));
    });
}

/// Which periods were over, under way or still to come when the document was written: from its dates, by rule.
fn horizon(page: &mut Sheet, session: &Session, d: usize) {
    let bundle = &session.corpus.bundle;
    let when = |period| match silence(bundle, &[d], period).map(|silence| silence.of_account) {
        Some(Emptiness::NotYetWritten) => Desk::Later,
        Some(Emptiness::WrittenDuring) => Desk::UnderWay,
        _ => Desk::Over,
    };
    page.within("details", "", |page| {
        page.line("summary", "", desk(Desk::LookUp));
        for of in [Desk::Over, Desk::UnderWay, Desk::Later] {
            let titles: Vec<&str> =
                bundle.periods.iter().filter(|period| when(period) == of).map(|period| period.title.as_str()).collect();
            if !titles.is_empty() {
                page.line("h3", "", desk(of));
                page.within("ul", "", |page| {
                    for title in titles {
                        page.line("li", "", title);
                    }
                });
            }
        }
    });
}
