//! A view becomes a fragment.

use super::{ORDERS, VERSION};
use crate::corpus::Bundle;
use crate::escape::percent;
use crate::search::concordance::Sameness;
use crate::view::{Layout, Mark, Page, View};

/// The fragment of a view, without `#`.
#[must_use]
pub fn encode(view: &View, bundle: &Bundle) -> String {
    let start = View::start(bundle);
    let mut fragment = format!("{VERSION}/");
    match &view.page {
        Page::Compare => {
            subject("compare", view.period.as_ref(), &mut fragment);
        }
        Page::Read { document, beside, original } => {
            fragment.push_str(if *original { "original/" } else { "read/" });
            fragment.push_str(&percent(document));
            if let Some(beside) = beside {
                fragment.push('+');
                fragment.push_str(&percent(beside));
            }
        }
        Page::Voices { speaker } => subject("voices", speaker.as_ref(), &mut fragment),
        Page::Names { place } => subject("names", place.as_ref(), &mut fragment),
        Page::Claims { entry, .. } => subject("claims", entry.as_ref(), &mut fragment),
        Page::Vocabulary { .. } => fragment.push_str("vocabulary"),
        Page::Search { .. } => fragment.push_str("search"),
        Page::Concordance { .. } => fragment.push_str("concordance"),
        Page::Notebook => fragment.push_str("notebook"),
        Page::Guided { document } => subject("guided", Some(document), &mut fragment),
        Page::Handout { .. } => fragment.push_str("handout"),
        Page::Sources => fragment.push_str("sources"),
        Page::About => fragment.push_str("about"),
    }
    let mut query: Vec<(&str, Vec<&str>)> = Vec::new();
    if let Page::Vocabulary { word: Some(word) } = &view.page {
        query.push(("word", vec![word]));
    }
    if let Page::Claims { only: Some(only), .. } = &view.page {
        query.push(("answers", vec![only.name()]));
    }
    if let Page::Search { query: words } | Page::Concordance { words, .. } | Page::Handout { of: words } = &view.page
        && !words.is_empty()
    {
        // A space is a plus, as in a form.
        query.push(("q", words.split(' ').collect()));
    }
    if let Page::Concordance { sameness, order, .. } = &view.page {
        if *sameness == Sameness::Stem {
            query.push(("forms", vec!["any"]));
        }
        query.extend(ORDERS[1..].iter().filter(|(_, of)| of == order).map(|(name, _)| ("sort", vec![*name])));
    }
    if view.page != Page::Compare
        && let Some(period) = &view.period
    {
        query.push(("period", vec![period]));
    }
    if view.columns != start.columns {
        query.push(("columns", view.columns.iter().map(String::as_str).collect()));
    }
    match view.layout {
        Layout::Columns => {}
        Layout::Dates => query.push(("layout", vec!["dates"])),
        Layout::Single => query.push(("layout", vec!["single"])),
    }
    if view.account != view.columns[0] {
        query.push(("account", vec![&view.account]));
    }
    if view.split {
        query.push(("split", vec!["documents"]));
    }
    if view.alone {
        query.push(("periods", vec!["one"]));
    }
    if !view.follow {
        query.push(("follow", vec!["off"]));
    }
    match view.mark {
        Mark::Dates => {}
        Mark::Voices => query.push(("mark", vec!["voices"])),
        Mark::Names => query.push(("mark", vec!["names"])),
    }
    if let Some(voice) = &view.voice {
        query.push(("voice", vec![voice]));
    }
    if view.own {
        query.push(("own", vec!["beside"]));
    }
    let shown = view.passage.as_ref().map(|passage| match view.sentence {
        Some(sentence) => format!("{passage}.s{sentence}"),
        None => passage.clone(),
    });
    if let Some(shown) = &shown {
        query.push(("show", vec![shown]));
    }
    for (i, (key, values)) in query.iter().enumerate() {
        fragment.push(if i == 0 { '?' } else { '&' });
        fragment.push_str(key);
        for (j, value) in values.iter().enumerate() {
            fragment.push(if j == 0 { '=' } else { '+' });
            fragment.push_str(&percent(value));
        }
    }
    fragment
}

/// A page and what it is about.
fn subject(page: &str, subject: Option<&String>, fragment: &mut String) {
    fragment.push_str(page);
    if let Some(subject) = subject {
        fragment.push('/');
        fragment.push_str(&percent(subject));
    }
}
