//! Small parts that every page is set from. One function each, so that a thing looks the same wherever it stands.

use yew::prelude::*;

use super::sheet::{Sheet, sheet};
use crate::corpus::{Document, Licence};
use crate::words::{self, Key, say};

/// The mark of an account: pattern and colour, beside a name.
pub fn mark(account: &str) -> Html {
    html! { <span class={classes!("mark", account.to_owned())}></span> }
}

/// A button with words on it.
pub fn button(words: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {onclick}>{ words }</button> }
}

/// A button with a sign on it, which needs a name; with an id where something may have to find it again.
pub fn sign(sign: &'static str, name: String, id: Option<String>, onclick: Option<Callback<MouseEvent>>) -> Html {
    let disabled = onclick.is_none();
    html! { <button type="button" class="quiet" {id} aria-label={name.clone()} title={name} {onclick} {disabled}>{ sign }</button> }
}

/// What is folded, and set when it is first `asked` for; paper says that it is.
pub fn folded(
    page: &mut Sheet,
    class: &'static str,
    summary: &str,
    asked: &UseStateHandle<bool>,
    set: impl FnOnce(&mut Sheet),
) {
    page.within("details", class, |page| {
        page.within("summary", "", |page| {
            page.set("data-printed", say(Key::FoldedOnPaper));
            let setter = asked.setter();
            page.click(Callback::from(move |_| setter.set(true)));
            page.text(summary);
        });
        page.group(|page| {
            if **asked {
                set(page);
            }
        });
    });
}

/// Terms and what is said of them.
pub fn definitions(rows: Vec<(&'static str, Html)>) -> Html {
    sheet(|page| {
        page.within("dl", "", |page| {
            for (term, said) in rows {
                page.line("dt", "", term);
                page.within("dd", "", |page| page.put(said));
            }
        });
    })
}

/// Words, and under them what they rest on.
pub fn grounded(words: Html, grounds: &str) -> Html {
    sheet(|page| {
        page.put(words);
        page.within("br", "", |_| {});
        page.line("small", "", grounds);
    })
}

/// A table that scrolls sideways where it must.
pub fn table(name: &'static str, heads: Vec<Html>, rows: Vec<(Html, Vec<Html>)>) -> Html {
    sheet(|page| {
        page.within("div", "scroller", |page| {
            page.set("tabindex", "0");
            page.set("role", "region");
            page.set("aria-label", name);
            page.within("table", "", |page| {
                page.within("thead", "", |page| page.within("tr", "", |page| cells(page, "th", "col", heads)));
                page.within("tbody", "", |page| {
                    for (head, row) in rows {
                        page.within("tr", "", |page| {
                            cells(page, "th", "row", vec![head]);
                            cells(page, "td", "", row);
                        });
                    }
                });
            });
        });
    })
}

fn cells(page: &mut Sheet, tag: &'static str, scope: &str, cells: Vec<Html>) {
    for cell in cells {
        page.within(tag, "", |page| {
            if !scope.is_empty() {
                page.set("scope", scope);
            }
            page.put(cell);
        });
    }
}

/// A checkbox or radio button with its words.
pub fn choice(kind: &'static str, words: &'static str, checked: bool, onchange: Callback<Event>) -> Html {
    let name = (kind == "radio").then_some("choice");
    html! {
        <label class="choice">
            <input type={kind} {name} {checked} {onchange} />
            { words }
        </label>
    }
}

/// A list to choose from, with its words.
pub fn select(words: &'static str, options: Vec<(String, String, bool)>, onchange: Callback<Event>) -> Html {
    let options = options.into_iter().map(|(value, words, selected)| {
        html! { <option {value} {selected}>{ words }</option> }
    });
    html! {
        <label class="go">
            <span>{ words }</span>
            <select {onchange}>{ for options }</select>
        </label>
    }
}

/// The name of a licence, linked where it can be read.
pub fn licence(licence: &Licence) -> Html {
    match &licence.url {
        Some(url) => html! { <a href={url.clone()} rel="license noreferrer">{ &licence.name }</a> },
        None => html! { { &licence.name } },
    }
}

/// Who issued a document and when it was written, each with its grounds.
pub fn origin(document: &Document) -> [(&'static str, Html); 2] {
    [
        (say(Key::Issuer), grounded(html! { { words::issuer(document) } }, &document.issuer.grounds)),
        (say(Key::Written), grounded(html! { { words::written(document) } }, &document.written.grounds)),
    ]
}
