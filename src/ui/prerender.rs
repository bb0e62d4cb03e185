//! Sets a view in advance, where there is no browser.

use std::ops::Range;

use yew::LocalServerRenderer;

use super::app::{App, Props};
use super::shared::Corpus;
use crate::corpus::Bundle;
use crate::platform::edition::Edition;

/// The HTML of a view, as the app itself would set it; of Compare, these rows. `None` sets them all.
pub async fn prerender(bundle: Bundle, fragment: &str, rows: Option<Range<usize>>) -> String {
    let (corpus, edition) = (Corpus::new(bundle), Edition::named("app"));
    let props = Props { corpus, edition, fragment: fragment.to_owned(), rows };
    LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
}
