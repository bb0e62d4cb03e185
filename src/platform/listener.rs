//! What is done at an event of the browser, as long as it is kept.

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::{Event, EventTarget};

/// Something that is listened for. Dropping it calls it off.
pub type Listener = EventListener;

/// Calls back at each event of a name.
pub fn on(target: &EventTarget, name: &'static str, callback: impl FnMut(&Event) + 'static) -> Listener {
    boxed(target, name, false, Box::new(callback))
}

/// Calls back at each event of a name, which may keep the browser from doing what it would do.
pub fn before(target: &EventTarget, name: &'static str, callback: impl FnMut(&Event) + 'static) -> Listener {
    boxed(target, name, true, Box::new(callback))
}

/// Whatever is called, the way out to the browser and back is built once.
fn boxed(target: &EventTarget, name: &'static str, prevents: bool, callback: Box<dyn FnMut(&Event)>) -> Listener {
    let options = EventListenerOptions { passive: !prevents, ..EventListenerOptions::default() };
    EventListener::new_with_options(target, name, options, callback)
}
