//! After a panic the module is dead. The page says so, and offers to load again.

/// Puts a recovery panel on the page when the app panics.
pub fn install(title: &'static str, again: &'static str) {
    std::panic::set_hook(Box::new(move |info| {
        web_sys::console::error_1(&info.to_string().into());
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        let Some(root) = document.get_element_by_id("app") else { return };
        let element = |name: &str, text: &str| {
            let element = document.create_element(name).ok()?;
            element.set_text_content(Some(text));
            Some(element)
        };
        let (Some(panel), Some(heading), Some(reason), Some(link)) =
            (element("main", ""), element("h1", title), element("p", &info.to_string()), element("a", again))
        else {
            return;
        };
        // A link needs no code of ours to work: the page without a fragment, loaded anew.
        let _ = link.set_attribute("href", "?");
        panel.set_class_name("fault");
        let _ = panel.append_child(&heading);
        let _ = panel.append_child(&reason);
        let _ = panel.append_child(&link);
        root.set_inner_html("");
        let _ = root.append_child(&panel);
    }));
}
