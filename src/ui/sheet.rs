//! A page of text, set from top to bottom.
//!
//! Pages that only read – no listeners, no state – are set by calls instead of `html!`: an element here costs the
//! browser a fifth of the code.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag, VText};

/// Elements under way: the innermost last.
#[derive(Default)]
pub struct Sheet {
    open: Vec<Element>,
    done: Vec<Html>,
}

struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, AttrValue)>,
    children: Vec<Html>,
}

impl Sheet {
    /// Sets an element and what stands in it.
    pub fn within(&mut self, tag: &'static str, class: &'static str, set: impl FnOnce(&mut Self)) {
        self.begin(tag, class);
        set(self);
        self.end();
    }

    /// Sets an element with nothing but words in it.
    pub fn line(&mut self, tag: &'static str, class: &'static str, words: &str) {
        self.begin(tag, class);
        self.text(words);
        self.end();
    }

    /// Sets the page's heading, which takes the focus when the page is opened.
    pub fn title(&mut self, words: &str) {
        self.begin("h1", "");
        self.attribute("id", AttrValue::Static("page-title"));
        self.attribute("tabindex", AttrValue::Static("-1"));
        self.text(words);
        self.end();
    }

    /// Sets a link to a view.
    pub fn link(&mut self, fragment: &str, words: &str) {
        self.begin("a", "");
        self.attribute("href", AttrValue::from(format!("#{fragment}")));
        self.text(words);
        self.end();
    }

    /// Sets the mark of an account: pattern and colour, beside a name.
    pub fn mark(&mut self, account: &str) {
        self.begin("span", "");
        self.attribute("class", AttrValue::from(format!("mark {account}")));
        self.end();
    }

    /// Sets words.
    pub fn text(&mut self, words: &str) {
        self.put(VText::new(words.to_owned()).into());
    }

    /// Sets what was set elsewhere.
    pub fn put(&mut self, html: Html) {
        self.open.last_mut().map_or(&mut self.done, |element| &mut element.children).push(html);
    }

    /// Gives the innermost element an attribute.
    pub fn attribute(&mut self, name: &'static str, value: AttrValue) {
        if let Some(element) = self.open.last_mut() {
            element.attributes.push((name, value));
        }
    }

    fn begin(&mut self, tag: &'static str, class: &'static str) {
        self.open.push(Element { tag, attributes: Vec::new(), children: Vec::new() });
        if !class.is_empty() {
            self.attribute("class", AttrValue::Static(class));
        }
    }

    fn end(&mut self) {
        let Some(Element { tag, attributes, children }) = self.open.pop() else { return };
        let mut set = VTag::new(tag);
        let attributes = attributes
            .into_iter()
            .map(|(name, value)| (AttrValue::Static(name), AttributeOrProperty::Attribute(value)));
        set.set_attributes(Attributes::IndexMap(std::rc::Rc::new(attributes.collect())));
        set.add_children(children);
        self.put(set.into());
    }

    /// What was set.
    pub fn html(self) -> Html {
        VList::with_children(self.done, None).into()
    }
}

/// Sets a page of its own: what F6 leads to, and what prints.
pub fn page(class: &'static str, set: impl FnOnce(&mut Sheet)) -> Html {
    sheet(|page| {
        page.within("div", class, |page| {
            page.attribute("id", AttrValue::Static("text"));
            set(page);
        });
    })
}

/// Sets a sheet.
pub fn sheet(set: impl FnOnce(&mut Sheet)) -> Html {
    let mut sheet = Sheet::default();
    set(&mut sheet);
    sheet.html()
}
