//! The page: its title, its theme, what has the focus, where it is scrolled to.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Document, Element, HtmlElement};

use super::listener::{self, Listener};

fn document() -> Option<Document> {
    super::window()?.document()
}

fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets the theme; `None` leaves it to the system.
pub fn set_theme(theme: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let _ = match theme {
        Some(theme) => root.set_attribute("data-theme", theme),
        None => root.remove_attribute("data-theme"),
    };
}

/// Brings an element to the top of the view.
pub fn scroll_to(id: &str) {
    if let Some(element) = by_id(id) {
        element.scroll_into_view();
    }
}

/// Brings the head of the page into sight, from where its controls are reached by Tab.
pub fn go_to_top<T>(_: T) {
    scroll_to("app");
    focus("content");
}

/// Whether keys come to this page, and not to one that frames it.
pub fn has_focus() -> bool {
    document().is_some_and(|document| document.has_focus().unwrap_or(false))
}

/// Whether there is such an element on the page.
pub fn is_there(id: &str) -> bool {
    by_id(id).is_some()
}

/// How far an element stands below the top of the window, in pixels.
pub fn top(id: &str) -> f64 {
    by_id(id).map_or(0.0, |element| element.get_bounding_client_rect().top())
}

/// Brings an element into sight, if it is not there already.
pub fn reveal(id: &str) {
    let Some(element) = by_id(id) else { return };
    let place = element.get_bounding_client_rect();
    let height = document().and_then(|document| document.document_element()).map_or(0, |root| root.client_height());
    if place.bottom() < 0.0 || place.top() > f64::from(height) {
        element.scroll_into_view();
    }
}

/// Brings a passage into sight, where it stands in this row.
pub fn reveal_in_row(row: &str, passage: &str) {
    if let Some(element) = all(&format!("#{row} [data-passage=\"{passage}\"]")).next() {
        element.scroll_into_view();
    }
}

/// Gives what opens a passage the focus, where it stands in the element of this id; whether it has it.
pub fn focus_opener(id: &str, passage: &str) -> bool {
    // One that is folded does not take it.
    all(&format!("#{id} [data-passage=\"{passage}\"] [data-opens]")).any(|element| focus_on(&element))
}

/// The elements that a selector finds, in the order of the page.
fn all(selector: &str) -> impl Iterator<Item = Element> {
    let all = document().and_then(|document| document.query_selector_all(selector).ok());
    all.into_iter().flat_map(|all| (0..all.length()).filter_map(move |i| all.item(i)?.dyn_into().ok()))
}

/// The passages that are shown in an element, in its order, and none twice; not those that are folded.
pub fn passages_shown(id: &str) -> Vec<String> {
    let shown = "[data-passage]:not(details:not([open]) *)";
    let mut passages: Vec<String> = Vec::new();
    let Some(all) = by_id(id).and_then(|element| element.query_selector_all(shown).ok()) else { return passages };
    for passage in
        (0..all.length()).filter_map(|i| all.item(i)?.dyn_into::<Element>().ok()?.get_attribute("data-passage"))
    {
        if !passages.contains(&passage) {
            passages.push(passage);
        }
    }
    passages
}

/// Whether the reader is choosing from a list: the focus stays there.
pub fn is_choosing() -> bool {
    focused().is_some_and(|element| element.matches("select").unwrap_or(false))
}

/// Brings an element to the top of the pane that scrolls it, below the pane's own head, and moves nothing else.
pub fn scroll_in_pane(pane: &str, id: &str) {
    let (Some(pane), Some(element)) = (by_id(pane), by_id(id)) else { return };
    let head = pane.first_element_child().map_or(0.0, |head| head.get_bounding_client_rect().height());
    let by = -head + element.get_bounding_client_rect().top() - pane.get_bounding_client_rect().top();
    pane.set_scroll_top(pane.scroll_top() + by as i32);
}

/// Gives an element the focus, without scrolling.
pub fn focus(id: &str) {
    let Some(element) = by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Gives the pane `id` the focus: itself, if it takes it, else the first control of it that is in sight, else the first
/// that is shown at all. Whether it has it.
pub fn enter(id: &str) -> bool {
    let Some(pane) = by_id(id) else { return false };
    if pane.has_attribute("tabindex") {
        return focus_on(&pane);
    }
    let Ok(all) = pane.query_selector_all("a[href], button:enabled, select, summary, [tabindex]") else { return false };
    let all = (0..all.length()).filter_map(|i| all.item(i)?.dyn_into::<Element>().ok());
    let shown: Vec<Element> = all.filter(|element| element.get_client_rects().length() > 0).collect();
    let in_sight = shown.iter().find(|element| element.get_bounding_client_rect().top() >= 0.0);
    in_sight.or(shown.first()).is_some_and(focus_on)
}

fn focus_on(element: &Element) -> bool {
    let asked = element.dyn_ref::<HtmlElement>().is_some_and(|element| element.focus().is_ok());
    asked && focused().is_some_and(|focused| focused.is_same_node(Some(element)))
}

/// Whether the focus is in an element of this id.
pub fn has_focus_within(id: &str) -> bool {
    let active = document().and_then(|document| document.active_element());
    active.and_then(|active| by_id(id).map(|element| element.contains(Some(&active)))).unwrap_or(false)
}

/// The nearest id of a passage at or above the element with the focus.
pub fn focused_passage() -> Option<String> {
    let active = document()?.active_element()?;
    active.closest("[data-passage]").ok()??.get_attribute("data-passage")
}

/// Moves the focus to the next (or previous) element that opens a passage, in the order of the page.
pub fn step_passage(forward: bool) {
    let Some(document) = document() else { return };
    let Ok(all) = document.query_selector_all("[data-opens]") else { return };
    let seen: Vec<HtmlElement> = (0..all.length())
        .filter_map(|i| all.item(i)?.dyn_into::<HtmlElement>().ok())
        .filter(|element| element.get_client_rects().length() > 0)
        .collect();
    let active = document.active_element();
    let at = active.and_then(|active| {
        let own = active.closest("[data-passage]").ok().flatten();
        seen.iter().position(|element| {
            element.is_same_node(Some(&active)) || own.as_ref().is_some_and(|own| own.contains(Some(element)))
        })
    });
    let to = match (at, forward) {
        (Some(at), true) => at + 1,
        (Some(at), false) => at.saturating_sub(1),
        (None, _) => seen.iter().position(|element| element.get_bounding_client_rect().top() >= 0.0).unwrap_or(0),
    };
    if let Some(element) = seen.get(to) {
        let _ = element.focus();
    }
}

/// The last of these elements whose top has passed the upper part of the window, or of the pane that scrolls them.
pub fn topmost(pane: Option<&str>, ids: impl Iterator<Item = String>) -> Option<String> {
    let line = match pane {
        Some(pane) => by_id(pane)?.get_bounding_client_rect().top() + 48.0,
        None => 160.0,
    };
    let mut last = None;
    for id in ids {
        let Some(element) = by_id(&id) else { continue };
        if element.get_client_rects().length() == 0 {
            continue;
        }
        if element.get_bounding_client_rect().top() > line {
            break;
        }
        last = Some(id);
    }
    last
}

/// Whether the browser keeps what is read in its place while what stands above it changes its height.
pub fn holds_still() -> bool {
    super::window().is_some() && web_sys::css::supports_with_value("overflow-anchor", "auto").unwrap_or_default()
}

/// Calls back before the page is printed.
pub fn on_print(callback: impl Fn() + 'static) -> Option<Listener> {
    Some(listener::on(&super::window()?.into(), "beforeprint", move |_| callback()))
}

/// Calls back as the page, or a pane of it, scrolls.
pub fn on_scroll(pane: Option<&str>, callback: impl Fn() + 'static) -> Option<Listener> {
    let target: web_sys::EventTarget = match pane {
        Some(pane) => by_id(pane)?.into(),
        None => super::window()?.into(),
    };
    Some(listener::on(&target, "scroll", move |_| callback()))
}

/// Whether a media query holds of the window.
pub fn is_media(query: &str) -> bool {
    media(query).is_some_and(|media| media.matches())
}

/// Calls back when a media query begins or ceases to hold.
pub fn on_media(query: &str, callback: impl Fn(bool) + 'static) -> Option<Listener> {
    let media = media(query)?;
    Some(listener::on(&media.clone().into(), "change", move |_| callback(media.matches())))
}

fn media(query: &str) -> Option<web_sys::MediaQueryList> {
    super::window()?.match_media(query).ok().flatten()
}

/// Calls back with each key pressed anywhere on the page.
pub fn on_key(callback: impl Fn(&web_sys::KeyboardEvent) + 'static) -> Option<Listener> {
    let document = document()?;
    Some(listener::before(&document, "keydown", move |event| {
        if let Some(event) = event.dyn_ref() {
            callback(event);
        }
    }))
}

/// Whether a key press is meant for a field, not for the page.
pub fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.matches("input, select, textarea, [contenteditable]").unwrap_or(false))
}

/// Opens a dialog so that nothing behind it can be reached.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok())
        && !dialog.open()
    {
        let _ = dialog.show_modal();
    }
}

/// Whether the focus is in a dialog: keys are meant for it, then.
pub fn is_in_dialog() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|active| active.closest("dialog").ok().flatten().is_some())
}

/// Gives a field the focus with all of its text selected, to be copied by hand or typed over.
pub fn select(id: &str) {
    if let Some(field) = by_id(id) {
        // Fields of one line and of several select alike.
        let field: web_sys::HtmlTextAreaElement = field.unchecked_into();
        let _ = field.focus();
        field.select();
    }
}

/// Chooses an option of a list, whatever was chosen by hand before.
pub fn set_choice(id: &str, value: &str) {
    if let Some(list) = by_id(id) {
        list.unchecked_into::<web_sys::HtmlSelectElement>().set_value(value);
    }
}

/// Follows a link as a click on it would.
pub fn follow(id: &str) {
    if let Some(link) = by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        link.click();
    }
}

#[wasm_bindgen]
extern "C" {
    /// Tells the styles, in `--heads`, how high the element that this selector finds is, as long as it is there.
    #[wasm_bindgen(js_namespace = parallax)]
    pub fn stick(which: &str);

    /// Tells the boot file that the app has taken the page over.
    #[wasm_bindgen(js_namespace = parallax)]
    pub fn begun();

    /// Scrolls the page so that an element stands so far below the top of the window again, in pixels.
    #[wasm_bindgen(js_namespace = parallax, js_name = scrollBack)]
    pub fn scroll_back(id: &str, top: f64);
}

/// Has the browser ask before the page is left, as long as `is_needed` says so.
pub fn keep_open_while(is_needed: impl Fn() -> bool + 'static) {
    let Some(window) = super::window() else { return };
    let ask = move |event: &web_sys::Event| {
        if is_needed() {
            event.prevent_default();
        }
    };
    listener::before(&window, "beforeunload", ask).forget();
}

/// Calls back when an element with this attribute is clicked, or something in it: with what the attribute says.
pub fn on_click(attribute: &'static str, callback: impl Fn(String) + 'static) -> Option<Listener> {
    let selector = format!("[{attribute}]");
    let clicked = move |event: &web_sys::Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let of = target.and_then(|target| target.closest(&selector).ok().flatten());
        if let Some(said) = of.and_then(|element| element.get_attribute(attribute)) {
            callback(said);
        }
    };
    Some(listener::on(&document()?.into(), "click", clicked))
}

/// Closes a dialog.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

/// The element the app is mounted on.
#[cfg(target_arch = "wasm32")]
pub fn root() -> Option<Element> {
    by_id("app")
}

/// An element that had the focus, to give it back later.
pub type Focused = HtmlElement;

/// The element that has the focus.
pub fn focused() -> Option<Focused> {
    document()?.active_element()?.dyn_into().ok()
}

/// Gives an element the focus where nothing has it.
pub fn focus_if_lost(id: &str) {
    if focused().is_none_or(|element| element.local_name() == "body") {
        focus(id);
    }
}

/// Gives an element whose attribute has this value the focus where nothing has it: of several the one that is nearest to
/// the window's top, so that the reader stays where they are.
pub fn focus_on_if_lost(attribute: &str, value: &str) {
    let Some(Ok(all)) = document().map(|document| document.query_selector_all(&format!("[{attribute}]"))) else {
        return;
    };
    let all = (0..all.length()).filter_map(|i| all.item(i)?.dyn_into::<HtmlElement>().ok());
    let found = all
        .filter(|element| element.get_attribute(attribute).as_deref() == Some(value))
        .min_by_key(|element| element.get_bounding_client_rect().top().abs() as u32);
    if focused().is_none_or(|element| element.local_name() == "body")
        && let Some(element) = found
    {
        let _ = element.focus();
    }
}

/// Gives the focus back to an element, if it is still on the page and shown.
pub fn restore(element: &Focused) -> bool {
    focus_on(element)
}

thread_local! {
    /// Takes the marks off when the page has been printed.
    static UNMARK: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Prints the page. As long as it is printed, elements are marked: which, by what attribute, with which value.
pub fn print(marks: &[(&str, &'static str, &str)]) {
    let Some(window) = super::window() else { return };
    let mut marked: Vec<(Element, &str)> = Vec::new();
    for (which, attribute, value) in marks {
        for element in all(which) {
            let _ = element.set_attribute(attribute, value);
            marked.push((element, attribute));
        }
    }
    let unmark = move |_: &web_sys::Event| {
        for (element, attribute) in marked.drain(..) {
            let _ = element.remove_attribute(attribute);
        }
    };
    UNMARK.set(Some(listener::on(&window, "afterprint", unmark)));
    let _ = window.print();
}
