//! A page of text, set from top to bottom.
//!
//! What has no state of its own is set by calls instead of `html!`: an element here costs the browser a fifth of the
//! code, and more time: every set of attributes is a map. What is set by the thousand – passages, their texts – stays with
//! `html!`. What may be there or not, and what comes in any number, stands in a group where it has siblings: Yew compares
//! siblings by their places, and would set those around it anew.

use std::rc::Rc;

use yew::html::onclick;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VTag, VText};

/// Elements under way: the innermost last.
#[derive(Default)]
pub struct Sheet {
    open: Vec<Element>,
    done: Vec<Html>,
}

struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, AttrValue)>,
    key: Option<Key>,
    click: Option<Callback<MouseEvent>>,
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

    /// Sets what keeps its place among its siblings, whether anything is there or not.
    pub fn group(&mut self, set: impl FnOnce(&mut Self)) {
        let outside = std::mem::take(self);
        set(self);
        let group = std::mem::replace(self, outside).done;
        self.put(VList::with_children(group, None).into());
    }

    /// Sets what may be there or not, and keeps its place.
    pub fn perhaps(&mut self, html: Option<Html>) {
        self.group(|page| {
            if let Some(html) = html {
                page.put(html);
            }
        });
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

    /// Gives the innermost element an attribute with a text of its own.
    pub fn set(&mut self, name: &'static str, value: &str) {
        self.attribute(name, AttrValue::from(value.to_owned()));
    }

    /// Makes the innermost element what a link leads to: there the focus goes.
    pub fn landing(&mut self, id: &str) {
        self.set("id", id);
        self.set("tabindex", "-1");
    }

    /// Gives the innermost element what tells it from its siblings: each of them has a key, or none has.
    pub fn key(&mut self, key: &str) {
        if let Some(element) = self.open.last_mut() {
            element.key = Some(Key::from(key));
        }
    }

    /// Gives the innermost element what a click on it does.
    pub fn click(&mut self, callback: Callback<MouseEvent>) {
        if let Some(element) = self.open.last_mut() {
            element.click = Some(callback);
        }
    }

    fn begin(&mut self, tag: &'static str, class: &'static str) {
        self.open.push(Element { tag, attributes: Vec::new(), key: None, click: None, children: Vec::new() });
        if !class.is_empty() {
            self.attribute("class", AttrValue::Static(class));
        }
    }

    fn end(&mut self) {
        let Some(Element { tag, attributes, key, click, children }) = self.open.pop() else { return };
        let mut set = VTag::new(tag);
        set.key = key;
        if !attributes.is_empty() {
            let attributes = attributes
                .into_iter()
                .map(|(name, value)| (AttrValue::Static(name), AttributeOrProperty::Attribute(value)));
            set.set_attributes(Attributes::IndexMap(Rc::new(attributes.collect())));
        }
        if let Some(click) = click {
            set.add_listener(Rc::new(onclick::Wrapper::new(click)));
        }
        set.add_children(children);
        self.put(set.into());
    }

    /// What was set: an element alone is itself, as `html!` has it.
    pub fn html(mut self) -> Html {
        if self.done.len() > 1 {
            return VList::with_children(self.done, None).into();
        }
        self.done.pop().unwrap_or_default()
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
