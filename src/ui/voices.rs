//! Who gets to speak in which account, how often, with which verbs; and where one speaker does.

use yew::prelude::*;

use super::parts::{link, list, mark, table};
use super::shared::{Corpus, Shared};
use crate::compare::{Share, VoiceRow, shares, stretches};
use crate::corpus::{Passage, Speaker, Stretch};
use crate::view::{Action, Page, View, encode};
use crate::words::{self, Key, say};

/// Sets the page: all speakers, or one.
pub fn voices(shared: &Shared, view: &View, speaker: Option<&str>) -> Html {
    let bundle = &shared.corpus.bundle;
    let Some(speaker) = speaker.and_then(|id| bundle.speaker(id)) else { return all(shared, view) };
    let accounts = bundle.accounts.iter().enumerate().map(|(a, account)| {
        let said = stretches(bundle).filter(|(of, _, stretch)| {
            *of == a && stretch.voices.last().is_some_and(|voice| voice.speaker == speaker.id)
        });
        let said: Vec<Html> = said.map(|(_, passage, stretch)| set(&shared.corpus, view, passage, stretch)).collect();
        html! {
            <section>
                <h2>{ mark(&account.id) }{ &account.name }</h2>
                if said.is_empty() { <p>{ say(Key::NotHeard) }</p> }
                { list(said) }
            </section>
        }
    });
    html! {
        <div id="text" class="page stretches">
            <p>{ to(&shared.corpus, view, None, say(Key::AllVoices)) }</p>
            <h1 id="page-title" tabindex="-1">{ &speaker.name }</h1>
            <p>{ words::speaker(speaker) }</p>
            if let Some(note) = &speaker.note { <p>{ note }</p> }
            if let Some(side) = &speaker.side { <p>{ hear(&shared.corpus, view, side) }</p> }
            { for accounts }
        </div>
    }
}

/// A link to the page of a speaker, or of all.
pub fn to(corpus: &Corpus, view: &View, speaker: Option<&Speaker>, text: &str) -> Html {
    let page = Page::Voices { speaker: speaker.map(|speaker| speaker.id.clone()) };
    link(&encode(&view.after(Action::Open(page), &corpus.bundle), &corpus.bundle), html! { { text.to_owned() } }, None)
}

/// The way to Compare with only what is said for a side.
fn hear(corpus: &Corpus, view: &View, side: &str) -> Html {
    let there = view
        .after(Action::Open(Page::Compare), &corpus.bundle)
        .after(Action::Hear(Some(side.to_owned())), &corpus.bundle);
    let name = corpus.bundle.account(side).map_or("", |account| &account.short);
    link(&encode(&there, &corpus.bundle), html! { { words::hear_side(name) } }, None)
}

/// A stretch in the words of the text, what attributes it, where it stands.
fn set(corpus: &Corpus, view: &View, passage: &Passage, stretch: &Stretch) -> Html {
    let bundle = &corpus.bundle;
    let Some((document, _)) = bundle.passage(&passage.id) else { return html! {} };
    html! {
        <>
            <q>{ passage.text_in(&document.text, stretch.range) }</q>
            <small>
                { words::stack(stretch, bundle) }{ " · " }
                { to_passage(corpus, view, &passage.id, words::named(document, passage)) }
            </small>
        </>
    }
}

/// A link that opens a passage beside what is read.
pub fn to_passage(corpus: &Corpus, view: &View, id: &str, text: String) -> Html {
    let there = view.after(Action::Show(id.to_owned()), &corpus.bundle);
    link(&encode(&there, &corpus.bundle), html! { { text } }, None)
}

fn all(shared: &Shared, view: &View) -> Html {
    let corpus = &shared.corpus;
    let bundle = &corpus.bundle;
    let rows = shares(bundle);
    let sides = bundle.accounts.iter().map(|account| Some(account.id.as_str())).chain([None]);
    let sections = sides.filter_map(|side| {
        let of_side = |row: &&VoiceRow| bundle.speakers[row.speaker].side.as_deref() == side;
        let rows: Vec<_> = rows.iter().filter(of_side).map(|row| self::row(corpus, view, row)).collect();
        if rows.is_empty() {
            return None;
        }
        let name = side.and_then(|side| bundle.account(side)).map(|account| account.short.as_str());
        let heads = [say(Key::Speaker)].into_iter().chain(bundle.accounts.iter().map(|account| account.name.as_str()));
        let heads = heads.map(|head| html! { { head.to_owned() } }).collect();
        Some(html! {
            <section>
                <h2>{ words::speakers_of(name) }</h2>
                if let Some(side) = side { <p>{ hear(corpus, view, side) }</p> }
                { table(say(Key::Voices), heads, rows) }
            </section>
        })
    });
    html! {
        <div id="text" class="page wide">
            <h1 id="page-title" tabindex="-1">{ say(Key::VoicesTitle) }</h1>
            <p>{ say(Key::VoicesNote) }</p>
            { for sections }
        </div>
    }
}

fn row(corpus: &Corpus, view: &View, row: &VoiceRow) -> (Html, Vec<Html>) {
    let speaker = &corpus.bundle.speakers[row.speaker];
    let share = |share: &Share| {
        html! { <>{ words::share(share) }<br /><small>{ words::verbs(share) }</small></> }
    };
    (to(corpus, view, Some(speaker), &speaker.name), row.shares.iter().map(share).collect())
}
