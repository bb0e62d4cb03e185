//! The heads of the columns: which account, which documents, written when; moving and hiding. Where only one account
//! is in sight, the switcher that names it.

use yew::prelude::*;

use super::Column;
use crate::compare::documents_of;
use crate::corpus::{Account, Document};
use crate::platform::edition::Edition;
use crate::ui::parts::sign;
use crate::ui::shared::Shared;
use crate::ui::sheet::{Sheet, sheet};
use crate::view::{Action, Page, View, encode};
use crate::words::{self, Key, say};

/// Sets the heads.
pub fn heads(shared: &Shared, view: &View, columns: &[Column]) -> Html {
    let Shared { corpus, act, .. } = shared;
    let bundle = &corpus.bundle;
    let last = view.columns.len() - 1;
    sheet(|page| {
        page.within("div", "heads", |page| {
            page.within("div", "switcher", |page| {
                page.set("role", "group");
                page.set("aria-label", say(Key::AccountInSight));
                for account in view.columns.iter().filter_map(|id| bundle.account(id)) {
                    let id = account.id.clone();
                    page.within("button", "", |page| {
                        page.set("type", "button");
                        page.set("aria-pressed", if view.account == account.id { "true" } else { "false" });
                        page.click(act.reform(move |_| Action::Face(id.clone())));
                        page.mark(&account.id);
                        page.text(&account.short);
                    });
                }
            });
            page.group(|page| {
                if let Some(voice) = &view.voice {
                    page.within("p", "hearing", |page| {
                        page.line("span", "", &words::only_heard(&words::heard(voice, bundle)));
                        page.within("button", "", |page| {
                            page.set("type", "button");
                            page.set("id", "hear-all");
                            page.click(act.reform(|_: MouseEvent| Action::Hear(None)));
                            page.text(say(Key::ShowEverything));
                        });
                    });
                }
            });
            page.within("div", "head-row", |page| {
                for (i, column) in columns.iter().enumerate() {
                    let first_of_account = i == 0 || columns[i - 1].account != column.account;
                    head(page, shared, view, column, first_of_account && last > 0);
                }
                if view.own && shared.edition != Edition::Embed {
                    own(page, shared, view);
                }
            });
        });
    })
}

fn head(page: &mut Sheet, shared: &Shared, view: &View, column: &Column, moves: bool) {
    let bundle = &shared.corpus.bundle;
    let account = &bundle.accounts[column.account];
    let documents: Vec<&Document> = match column.document {
        Some(document) => vec![&bundle.documents[document]],
        None => documents_of(bundle, column.account).into_iter().map(|d| &bundle.documents[d]).collect(),
    };
    page.within("div", if column.in_sight { "head in-sight" } else { "head" }, |page| {
        page.within("p", "head-name", |page| {
            page.mark(&account.id);
            page.line("strong", "", column.document.map_or(&account.name, |d| &bundle.documents[d].title.short));
        });
        page.line("p", "head-line", &words::account_line(&documents));
        if moves {
            page.within("p", "head-moves", |page| self::moves(page, shared, view, account));
        }
    });
}

/// The head of the reader's own account.
fn own(page: &mut Sheet, shared: &Shared, view: &View) {
    let bundle = &shared.corpus.bundle;
    page.within("div", "head own", |page| {
        page.within("p", "head-name", |page| {
            page.mark("own");
            page.line("strong", "", say(Key::MyAccount));
        });
        page.within("p", "head-line", |page| {
            page.link(&encode(&view.after(Action::Open(Page::Notebook), bundle), bundle), say(Key::Notebook));
        });
        page.within("p", "head-moves", |page| {
            let hide = shared.act.reform(|_: MouseEvent| Action::Own(false));
            page.put(sign("×", words::hide_column(say(Key::MyAccount)), Some("hide-own".to_owned()), Some(hide)));
        });
    });
}

/// Sets the buttons that move a column and hide it.
pub fn moves(page: &mut Sheet, shared: &Shared, view: &View, account: &Account) {
    let at = view.columns.iter().position(|id| *id == account.id).unwrap_or_default();
    let last = view.columns.len() - 1;
    let (left, right) = (Action::Move(account.id.clone(), -1), Action::Move(account.id.clone(), 1));
    for (label, text, id, action, disabled) in [
        (words::move_column(&account.name, true), "←", "left", left, at == 0),
        (words::move_column(&account.name, false), "→", "right", right, at == last),
        (words::hide_column(&account.name), "×", "hide", Action::Toggle(account.id.clone()), false),
    ] {
        let onclick = shared.act.reform(move |_: MouseEvent| action.clone());
        page.put(sign(text, label, Some(format!("{id}-{}", account.id)), (!disabled).then_some(onclick)));
    }
}
