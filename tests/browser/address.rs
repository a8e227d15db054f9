//! The address that a page is opened at.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Puts a query into the address, in place of the one before.
pub fn address(query: &str) {
    let history = window().history().unwrap();
    let path = window().location().pathname().unwrap();
    history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("{path}{query}"))).unwrap();
}
