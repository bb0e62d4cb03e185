//! The way to pass a view on. What the dialog offers comes with the pages, when it is first opened.

use yew::prelude::*;

use super::later::use_dialog;
use super::pages::pages;
use super::shared::Corpus;
use super::sheet::sheet;
use crate::view::View;
use crate::words::{Key, say};

/// The id of the dialog.
pub const DIALOG: &str = "share";

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub corpus: Corpus,
    pub view: View,
    /// Of the view, for those who cannot see it.
    pub title: String,
}

#[component]
pub fn Share(props: &Props) -> Html {
    let dialog = use_dialog(DIALOG, "share-title");
    sheet(|page| dialog.set(page, say(Key::Share), say(Key::ShareTitle), || (pages().sharing)(props)))
}
