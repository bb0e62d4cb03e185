//! What a reader can do to a view.

use super::{Layout, Mark, Page, View};
use crate::compare::is_voice;
use crate::corpus::Bundle;

/// One intent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Open a page.
    Open(Page),
    /// Look for something else on the page that is open.
    Refine(Page),
    /// Choose a period.
    Choose(Option<String>),
    /// Open a passage's panel.
    Show(String),
    /// Point at a sentence of the passage, or at none.
    Point(Option<usize>),
    /// Close the panel.
    Hide,
    /// Lay Compare out another way.
    LayOut(Layout),
    /// Bring one account into sight where only one is.
    Face(String),
    /// Move an account's column by so many places.
    Move(String, isize),
    /// Show or hide an account's column. The last one stays.
    Toggle(String),
    /// Split the accounts into documents, or join them.
    Split(bool),
    /// Show one period alone, the chosen one if it is not known, or all of them.
    Alone(Option<String>),
    /// Let what stands beside the text follow it, or not.
    Follow(bool),
    /// Mark something in the texts.
    Mark(Mark),
    /// Show only what is said in a name, or everything.
    Hear(Option<String>),
    /// Put the reader's own account beside the others, or take it away.
    Own(bool),
}

impl View {
    /// The view after an action.
    #[must_use]
    pub fn after(&self, action: Action, bundle: &Bundle) -> Self {
        let mut view = self.clone();
        match action {
            Action::Open(page) => {
                view.page = page;
                view.passage = None;
                view.sentence = None;
            }
            Action::Refine(page) if page.is_same(&view.page) => view.page = page,
            Action::Refine(_) => {}
            Action::Choose(period) => view.period = period.filter(|id| bundle.period(id).is_some()),
            Action::Show(passage) => {
                view.passage = Some(passage).filter(|id| bundle.passage(id).is_some());
                view.sentence = None;
            }
            Action::Point(sentence) => {
                let passage = view.passage.as_ref().and_then(|id| bundle.passage(id));
                let sentences = passage.map_or(0, |(_, passage)| passage.sentences().len());
                view.sentence = sentence.filter(|number| (1..=sentences).contains(number));
            }
            Action::Hide => {
                view.passage = None;
                view.sentence = None;
            }
            Action::LayOut(layout) => view.layout = layout,
            Action::Face(account) if view.columns.contains(&account) => view.account = account,
            Action::Face(_) => {}
            Action::Move(account, by) => {
                if let Some(from) = view.columns.iter().position(|column| *column == account) {
                    let to = from.saturating_add_signed(by).min(view.columns.len() - 1);
                    let column = view.columns.remove(from);
                    view.columns.insert(to, column);
                }
            }
            Action::Toggle(account) => {
                if let Some(at) = view.columns.iter().position(|column| *column == account) {
                    if view.columns.len() > 1 {
                        view.columns.remove(at);
                    }
                } else if bundle.account(&account).is_some() {
                    view.columns.push(account);
                }
                if !view.columns.contains(&view.account) {
                    view.account.clone_from(&view.columns[0]);
                }
            }
            Action::Split(split) => view.split = split,
            Action::Alone(period) => {
                view.alone = period.is_some();
                view.period = period.filter(|id| bundle.period(id).is_some()).or(view.period);
            }
            Action::Follow(follow) => view.follow = follow,
            Action::Mark(mark) => view.mark = mark,
            Action::Own(own) => view.own = own,
            Action::Hear(voice) => view.voice = voice.filter(|voice| is_voice(bundle, voice)),
        }
        view
    }
}
