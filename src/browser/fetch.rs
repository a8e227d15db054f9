//! Bytes over the network.

use gloo_net::http::Request;
use wasm_bindgen_futures::JsFuture;
use web_sys::RequestCache;

use super::Browser;
use crate::load::{Fault, Files, Store, Waiting};

/// A store of the files below the address of a data folder, which ends in `/`.
pub fn store(data: String) -> Store {
    // Lives as long as the page.
    Store::open(Box::leak(Box::new(Fetched { data })), &Browser)
}

/// The files below an address.
struct Fetched {
    data: String,
}

impl Files for Fetched {
    fn bytes<'a>(&'a self, path: &'a str, mutable: bool) -> Waiting<'a, Result<Vec<u8>, Fault>> {
        Box::pin(async move { bytes(&format!("{}{path}", self.data), mutable).await })
    }

    fn digest<'a>(&'a self, bytes: &'a [u8]) -> Waiting<'a, Option<Vec<u8>>> {
        Box::pin(digest(bytes))
    }
}

/// Fetches bytes. `mutable` asks the server whether a kept copy is still the newest.
async fn bytes(address: &str, mutable: bool) -> Result<Vec<u8>, Fault> {
    let cache = if mutable { RequestCache::NoCache } else { RequestCache::Default };
    let response = Request::get(address).cache(cache).send().await.map_err(|_| Fault::Offline)?;
    match response.status() {
        200..=299 => response.binary().await.map_err(|_| Fault::Offline),
        404 | 410 => Err(Fault::Missing),
        _ => Err(Fault::Offline),
    }
}

/// SHA-256 by the browser, which offers it over https only.
async fn digest(bytes: &[u8]) -> Option<Vec<u8>> {
    let subtle = web_sys::window()?.crypto().ok()?.subtle();
    let made = subtle.digest_with_str_and_u8_array("SHA-256", bytes).ok()?;
    let made = JsFuture::from(made).await.ok()?;
    Some(js_sys::Uint8Array::new(&made).to_vec())
}
