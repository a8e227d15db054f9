//! Other tabs of the portal in the same browser.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// Tabs of the portal tell each other here which assessment they have written.
const CHANNEL: &str = "zcp-sheets";

/// Acts on what other tabs tell, as long as what asks for it stands on the page. A browser without channels tells
/// nothing.
pub fn listen(act: impl Fn(String) + 'static) {
    let Ok(channel) = BroadcastChannel::new(CHANNEL) else { return };
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        if let Some(told) = message.data().as_string() {
            act(told);
        }
    });
    channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    let kept = StoredValue::new_local((channel, heard));
    on_cleanup(move || kept.with_value(|(channel, _)| channel.close()));
}

/// Tells the other tabs that an assessment was written or deleted: its id, or nothing for all of them.
pub fn tell(id: &str) {
    let Ok(channel) = BroadcastChannel::new(CHANNEL) else { return };
    // A channel that refuses has nobody to tell.
    let _nobody = channel.post_message(&JsValue::from_str(id));
    channel.close();
}
