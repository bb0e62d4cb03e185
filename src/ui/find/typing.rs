//! A field that is typed into: what is found follows each key, the address follows when typing pauses.
//!
//! A browser takes only so many changes of the address in a while, and a step of the history for each key would be of no
//! use to anybody.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::platform::location;
use crate::platform::timer::{self, Timer};
use crate::words::find::{Term, tell};

/// Milliseconds without a key after which what was typed is written down.
const PAUSE: u32 = 400;

/// Characters that a field takes: each is three bytes at most, and the address holds three times two hundred.
const MOST: &str = "200";

/// What is typed, and what happens to it.
pub struct Typing {
    /// As it stands in the field.
    pub text: String,
    /// Takes what is typed.
    pub change: Callback<String>,
    /// Writes it down at once: the field is left, or what it has found is opened.
    settle: Callback<()>,
    /// Whether the address does not have it yet.
    ahead: bool,
}

impl Typing {
    /// What is to happen before another page is opened: the address of this one is what was typed, so that one can come
    /// back to it. `there` is the fragment of the view with it.
    pub fn leave(&self, there: String) -> Callback<()> {
        let (settle, ahead) = (self.settle.clone(), self.ahead);
        Callback::from(move |()| {
            if ahead {
                location::set_fragment(&there, true);
                settle.emit(());
            }
        })
    }

    /// Sets the field.
    pub fn field(&self, words: Term, hint: Term, leave: &Callback<()>, keys: Callback<KeyboardEvent>) -> Html {
        let input = self.change.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
        html! {
            <input
                id="query"
                type="search"
                enterkeyhint="search"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                maxlength={MOST}
                aria-label={tell(words)}
                placeholder={tell(hint)}
                value={self.text.clone()}
                oninput={input}
                onkeydown={keys}
                onblur={leave.reform(|_: FocusEvent| ())}
            />
        }
    }
}

/// How much of each account is shown, and what shows more of one. That holds for one text only: with another one begins
/// anew.
#[hook]
pub fn use_wishes(text: &str, accounts: usize, first: usize, more: usize) -> (Vec<usize>, Callback<usize>) {
    let wishes = use_state_eq(|| (String::new(), Vec::new()));
    let (of, limits) = &*wishes;
    let limits = if of == text && !limits.is_empty() { limits.clone() } else { vec![first; accounts] };
    let wish = {
        let (text, limits) = (text.to_owned(), limits.clone());
        Callback::from(move |account: usize| {
            let mut limits = limits.clone();
            limits[account] += more;
            wishes.set((text.clone(), limits));
        })
    };
    (limits, wish)
}

/// What outlives a rendering.
struct Memory {
    written: String,
    typed: String,
    timer: Option<Timer>,
}

/// Follows what stands in the view, and has `write` put there what was typed.
#[hook]
pub fn use_typing(viewed: &str, write: Callback<String>) -> Typing {
    let text = use_state_eq(|| viewed.to_owned());
    let memory =
        use_memo((), |()| RefCell::new(Memory { written: viewed.to_owned(), typed: viewed.to_owned(), timer: None }));
    {
        // The view is what was written, or another one: a link was followed, or the history.
        let (text, memory) = (text.clone(), Rc::clone(&memory));
        use_effect_with(viewed.to_owned(), move |viewed| {
            let mut memory = memory.borrow_mut();
            if memory.written != *viewed {
                *memory = Memory { written: viewed.clone(), typed: viewed.clone(), timer: None };
                text.set(viewed.clone());
            }
        });
    }
    let settle = {
        let memory = Rc::clone(&memory);
        Callback::from(move |()| {
            let typed = {
                let mut memory = memory.borrow_mut();
                memory.timer = None;
                if memory.written == memory.typed {
                    return;
                }
                memory.written = memory.typed.clone();
                memory.typed.clone()
            };
            write.emit(typed);
        })
    };
    let change = {
        let (text, settle) = (text.clone(), settle.clone());
        Callback::from(move |typed: String| {
            text.set(typed.clone());
            let settle = settle.clone();
            let mut memory = memory.borrow_mut();
            memory.typed = typed;
            memory.timer = Some(timer::after(PAUSE, move || settle.emit(())));
        })
    };
    let text = (*text).clone();
    Typing { ahead: text != viewed, text, change, settle }
}

/// Milliseconds without a key after which all is set that was found.
const REST: u32 = 150;

/// Whether typing rests: what stands in the field has not changed for a while. Until then only what fills a screen is
/// set, so that the next key need not wait.
#[hook]
pub fn use_rest(text: &str) -> bool {
    let rested = use_state_eq(|| text.to_owned());
    let rests = *rested == text;
    use_effect_with(text.to_owned(), move |text| {
        let text = text.clone();
        let timer = (*rested != text).then(|| timer::after(REST, move || rested.set(text)));
        move || drop(timer)
    });
    rests
}
