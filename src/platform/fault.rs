//! The panel that stands in place of the app: when the bundle cannot be read, and after a panic, when the module is
//! dead and nothing of ours runs any more.

use web_sys::{Document, Element};

/// Words of the panel. The last is a link: it needs no code of ours to work.
#[derive(Clone, Copy)]
pub struct Words {
    pub title: &'static str,
    pub again: &'static str,
}

/// Puts the panel on the page when the app panics.
pub fn install(words: Words) {
    std::panic::set_hook(Box::new(move |info| {
        let reason = info.to_string();
        web_sys::console::error_1(&reason.as_str().into());
        show(words, &reason);
    }));
}

/// Puts the panel on the page.
pub fn show(words: Words, reason: &str) {
    let Some(document) = super::window().and_then(|window| window.document()) else { return };
    if let Some(root) = document.get_element_by_id("app") {
        root.set_inner_html("");
        if let Some(panel) = panel(&document, words, reason) {
            let _ = root.append_child(&panel);
        }
    }
}

fn panel(document: &Document, words: Words, reason: &str) -> Option<Element> {
    let main = document.create_element("main").ok()?;
    let panel = document.create_element("div").ok()?;
    panel.set_class_name("fault");
    panel.set_attribute("role", "alert").ok()?;
    main.append_child(&panel).ok()?;
    for (name, text) in [("h1", words.title), ("p", reason), ("a", words.again)] {
        let element = document.create_element(name).ok()?;
        element.set_text_content(Some(text));
        if name == "a" {
            // The same view, loaded anew past the cache: the boot file knows the word.
            element.set_attribute("href", &format!("?retry#{}", super::location::fragment())).ok()?;
        }
        panel.append_child(&element).ok()?;
    }
    Some(main)
}
