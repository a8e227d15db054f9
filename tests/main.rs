//! Tests of the portal: its components in a real browser, and what natively can be held of it.
//!
//! One program for all of them: linking is most of what tests cost.

#[cfg(target_arch = "wasm32")]
#[path = "browser/address.rs"]
mod address;
mod agreement;
#[cfg(target_arch = "wasm32")]
mod assess_form;
#[cfg(target_arch = "wasm32")]
mod assess_result;
#[cfg(target_arch = "wasm32")]
mod charts;
#[cfg(target_arch = "wasm32")]
mod components;
#[cfg(not(target_arch = "wasm32"))]
mod contrast;
#[cfg(not(target_arch = "wasm32"))]
mod crate_graph;
#[cfg(not(target_arch = "wasm32"))]
mod exact;
#[cfg(target_arch = "wasm32")]
mod finding;
#[cfg(target_arch = "wasm32")]
mod ladder_page;
#[cfg(target_arch = "wasm32")]
mod method;
#[cfg(not(target_arch = "wasm32"))]
mod one_meaning;
#[cfg(target_arch = "wasm32")]
mod over_time;
#[cfg(target_arch = "wasm32")]
mod park_history;
#[cfg(target_arch = "wasm32")]
mod park_requirements;
#[cfg(target_arch = "wasm32")]
#[path = "browser/place.rs"]
mod place;
#[cfg(target_arch = "wasm32")]
mod rankings;
#[cfg(not(target_arch = "wasm32"))]
mod rooms;
#[cfg(target_arch = "wasm32")]
#[path = "browser/served.rs"]
mod served;
#[cfg(target_arch = "wasm32")]
#[path = "browser/waiting.rs"]
mod waiting;
#[cfg(target_arch = "wasm32")]
mod work;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
