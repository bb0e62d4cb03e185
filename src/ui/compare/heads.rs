//! The heads of the columns: which account, which documents, written when; moving and hiding. Where only one account
//! is in sight, the switcher that names it.

use yew::prelude::*;

use super::Column;
use crate::compare::documents_of;
use crate::corpus::Document;
use crate::ui::parts::{mark, sign};
use crate::ui::shared::Shared;
use crate::view::{Action, View};
use crate::words::{self, Key, say};

/// Sets the heads.
pub fn heads(shared: &Shared, view: &View, columns: &[Column]) -> Html {
    let Shared { corpus, act, .. } = shared;
    let bundle = &corpus.bundle;
    let last = view.columns.len() - 1;
    let switcher = view.columns.iter().filter_map(|id| bundle.account(id)).map(|account| {
        let id = account.id.clone();
        html! {
            <button
                type="button"
                aria-pressed={(view.account == account.id).to_string()}
                onclick={act.reform(move |_: MouseEvent| Action::Face(id.clone()))}
            >
                { mark(&account.id) }
                { &account.short }
            </button>
        }
    });
    let heads = columns.iter().enumerate().map(|(i, column)| {
        let account = &bundle.accounts[column.account];
        let documents: Vec<&Document> = match column.document {
            Some(document) => vec![&bundle.documents[document]],
            None => documents_of(bundle, column.account).into_iter().map(|d| &bundle.documents[d]).collect(),
        };
        let at = view.columns.iter().position(|id| *id == account.id).unwrap_or_default();
        let first_of_account = i == 0 || columns[i - 1].account != column.account;
        let button = |label: String, text: &'static str, id: &str, action: Action, disabled: bool| {
            let onclick = act.reform(move |_: MouseEvent| action.clone());
            sign(text, label, Some(format!("{id}-{}", account.id)), (!disabled).then_some(onclick))
        };
        html! {
            <div class={classes!("head", column.in_sight.then_some("in-sight"))}>
                <p class="head-name">
                    { mark(&account.id) }
                    <strong>
                        { column.document.map_or(&account.name, |d| &bundle.documents[d].title.short) }
                    </strong>
                </p>
                <p class="head-line">{ words::account_line(&documents) }</p>
                if first_of_account && last > 0 {
                    <p class="head-moves">
                        { button(words::move_column(&account.name, true), "←", "left", Action::Move(account.id.clone(), -1), at == 0) }
                        { button(words::move_column(&account.name, false), "→", "right", Action::Move(account.id.clone(), 1), at == last) }
                        { button(words::hide_column(&account.name), "×", "hide", Action::Toggle(account.id.clone()), false) }
                    </p>
                }
            </div>
        }
    });
    html! {
        <div class="heads">
            <div class="switcher" role="group" aria-label={say(Key::AccountInSight)}>{ for switcher }</div>
            <div class="head-row">{ for heads }</div>
        </div>
    }
}
