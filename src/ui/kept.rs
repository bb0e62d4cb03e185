//! What lives as long as a component: a listener, a timer.

use std::any::Any;

use yew::prelude::*;

/// Begins something when the component stands, and drops it when the component goes. Whatever it is, it is the same code:
/// of Yew's own hook every use would be another copy.
#[hook]
pub fn use_kept<T: 'static>(begin: impl FnOnce() -> T + 'static) {
    use_boxed(Box::new(move || Box::new(begin())));
}

#[hook]
fn use_boxed(begin: Box<dyn FnOnce() -> Box<dyn Any>>) {
    use_effect_with((), move |()| {
        let kept = begin();
        move || drop(kept)
    });
}
