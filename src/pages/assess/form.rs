//! The form, step by step.

use std::sync::Arc;

use leptos::prelude::*;

use crate::assess::Session;
use crate::here::Here;
use crate::load::Opened;

/// The form, step by step.
pub fn form(here: Here, session: Session, opened: Arc<Opened>) -> AnyView {
    let _todo = (session, opened);
    view! { <p>{here.words.assess_form.todo_title}</p> }.into_any()
}
