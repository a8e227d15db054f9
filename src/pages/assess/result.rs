//! The result, live beside the form.

use std::sync::Arc;

use leptos::prelude::*;

use crate::assess::Session;
use crate::here::Here;
use crate::load::Opened;

/// The result, live beside the form.
pub fn result(here: Here, session: Session, opened: Arc<Opened>) -> AnyView {
    let _todo = (session, opened);
    view! { <p>{here.words.assess_result.todo_title}</p> }.into_any()
}
