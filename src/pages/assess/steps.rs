//! The steps of the form: which one the address names, the ways between them, and the fields in them.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use worksheet::step::Step;

use crate::address::Page;
use crate::browser::focus;
use crate::query::Query;
use crate::view_context::ViewContext;

/// Value of `step` in the address for the blank form.
const PRINT: &str = "print";

/// Id of the heading of the present step.
pub const HEADING: &str = "step";

type Navigate = Box<dyn Fn(&str, NavigateOptions)>;

/// The step that the address names, and the ways between steps.
#[derive(Clone, Copy)]
pub struct Steps {
    here: ViewContext,
    named: Memo<String>,
    navigate: StoredValue<Navigate, LocalStorage>,
}

impl Steps {
    /// The steps of this page.
    pub fn of(here: ViewContext) -> Steps {
        let location = use_location();
        let named = Memo::new(move |_| location.search.with(|search| Query::from_query(search).step));
        Steps { here, named, navigate: StoredValue::new_local(Box::new(use_navigate())) }
    }

    /// The present step; tracked.
    pub fn now(self) -> Step {
        self.named.with(|named| Step::from_key(named)).unwrap_or(Step::Park)
    }

    /// Whether the blank form is asked for; tracked.
    pub fn is_blank_form(self) -> bool {
        self.named.with(|named| named == PRINT)
    }

    /// Link to a step.
    pub fn href(self, step: Step) -> String {
        self.href_of(step.key())
    }

    fn href_of(self, step: &str) -> String {
        self.here.href_with(Page::Assess, Query { step: step.to_owned(), ..Query::default() })
    }

    fn go(self, href: &str, replace: bool) {
        let options = NavigateOptions { resolve: false, replace, scroll: false, ..Default::default() };
        self.navigate.with_value(|navigate| navigate(href, options));
    }

    /// Takes the fragment out of the address, so that what it holds is not copied on by accident.
    pub fn forget_fragment(self) {
        let href = self.named.with_untracked(|named| self.href_of(named));
        self.go(&href, true);
    }

    /// Goes to a field, in whichever step it stands, and puts the focus on it.
    pub fn reach(self, field: &str) {
        let step = Step::of(field);
        if untrack(move || self.now()) != step {
            self.go(&self.href(step), false);
        }
        focus::field_soon(field_id(field));
    }

    /// Follows a link to a step without leaving the place on the page, and puts the focus on its heading.
    pub fn follow(self, step: Step, ev: &MouseEvent) {
        let plain = ev.button() == 0 && !(ev.ctrl_key() || ev.meta_key() || ev.shift_key() || ev.alt_key());
        if !plain {
            return;
        }
        ev.prevent_default();
        ev.stop_propagation();
        self.go(&self.href(step), false);
        focus::field_soon(HEADING.to_owned());
    }
}

/// Id of a field's element.
pub fn field_id(field: &str) -> String {
    format!("f-{}", field.replace('.', "-"))
}
