//! The browser as the place where pages are drawn.

use std::cmp::Ordering;

use assessment::Date;
use js_sys::Promise;
use leptos::prelude::window;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::{clock, document, storage};
use crate::address::Lang;
use crate::host::{Collation, Host, Task};
use crate::remembered::Key;

/// The browser that runs the portal.
pub struct Browser;

impl Host for Browser {
    fn set_title(&self, title: &str) {
        document::set_title(title);
    }

    fn today(&self) -> Date {
        clock::today()
    }

    fn has_reader(&self) -> bool {
        true
    }

    fn address(&self) -> Option<String> {
        let root = document::told("root").unwrap_or_else(|| "/".to_owned());
        Some(format!("{}{root}", document::origin()?))
    }

    fn remembered(&self, key: Key) -> Option<String> {
        storage::read(key)
    }

    fn collation(&self, lang: Lang) -> Collation {
        let locales = js_sys::Array::of1(&lang.tag().into());
        let options = js_sys::Object::new();
        let collator = js_sys::Intl::Collator::new(&locales, &options).compare();
        Box::new(move |a, b| {
            let [a, b] = [a, b].map(JsValue::from_str);
            let compared = collator.call2(&JsValue::UNDEFINED, &a, &b).ok();
            let compared = compared.and_then(|compared| compared.as_f64()).unwrap_or_default();
            compared.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
        })
    }

    fn spawn(&self, task: Task) {
        spawn_local(task);
    }

    fn pause(&self) -> Task {
        let later = Promise::new(&mut |then, _| {
            // Without a timer nothing would go on: then it does at once.
            if window().set_timeout_with_callback(&then).is_err() {
                let _nothing = then.call0(&JsValue::UNDEFINED);
            }
        });
        Box::pin(async { _ = JsFuture::from(later).await })
    }
}
