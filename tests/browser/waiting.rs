//! Waiting for what a page does by itself.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Lets a time pass.
pub async fn pause(of: Duration) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        set_timeout(move || drop(resolve.call0(&JsValue::NULL)), of);
    });
    JsFuture::from(promise).await.unwrap();
}

/// Waits until something holds; a test that waits in vain fails.
pub async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..1000 {
        if holds() {
            return;
        }
        pause(Duration::from_millis(10)).await;
    }
    panic!("waited in vain: {what}");
}
