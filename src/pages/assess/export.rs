//! Report, files and tables to take along.

use std::sync::Arc;

use leptos::prelude::*;

use crate::assess::Session;
use crate::here::Here;
use crate::load::Opened;

/// Report, files and tables to take along.
pub fn export(here: Here, session: Session, opened: Arc<Opened>) -> AnyView {
    let _todo = (session, opened);
    view! { <p>{here.words.assess_export().todo_title}</p> }.into_any()
}
