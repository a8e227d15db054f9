//! A place on the page for the view that a test is about.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use std::any::Any;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// A fresh place with a view in it. When it is dropped the view is taken off and gone, with all that listens.
pub struct Place {
    element: HtmlElement,
    view: Option<Box<dyn Any>>,
    owner: Owner,
}

impl Place {
    /// Shows a view.
    pub fn show<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Place {
        let element: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&element).unwrap();
        let owner = Owner::new();
        let parent = element.clone();
        let view = owner.with(|| mount_to(parent, move || view().into_any()));
        Place { element, view: Some(Box::new(view)), owner }
    }

    /// Every element that a selector finds.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.element.query_selector_all(selector).unwrap();
        (0..found.length()).map(|at| found.item(at).unwrap().unchecked_into()).collect()
    }

    /// The one element that it finds.
    pub fn one(&self, selector: &str) -> HtmlElement {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector} in {}", self.element.inner_html());
        found.into_iter().next().unwrap().unchecked_into()
    }

    /// What the one element says, its spaces as they are read.
    pub fn text(&self, selector: &str) -> String {
        said(&self.one(selector))
    }

    /// What each element says; spaces that do not break a line stay what they are.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let text = |element: &Element| element.text_content().unwrap_or_default();
        let kept = |text: String| text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        self.all(selector).iter().map(text).map(kept).collect()
    }

    /// All that is said.
    pub fn whole(&self) -> String {
        said(&self.element)
    }

    /// An attribute of each element that has it.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        self.all(selector).iter().filter_map(|element| element.get_attribute(name)).collect()
    }

    /// Types into the one field.
    pub fn type_in(&self, selector: &str, text: &str) {
        let field: HtmlInputElement = self.one(selector).unchecked_into();
        field.set_value(text);
        dispatch(&field, "new Event('input', { bubbles: true })");
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.view.take();
        self.owner.cleanup();
        self.element.remove();
    }
}

fn said(element: &impl AsRef<web_sys::Node>) -> String {
    let text = element.as_ref().text_content().unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Sends an event, made in JavaScript, to an element; whether nobody prevented what it does.
pub fn dispatch(element: &Element, event: &str) -> bool {
    let event: web_sys::Event = js_sys::eval(event).unwrap().unchecked_into();
    element.dispatch_event(&event).unwrap()
}
