//! The panel of one passage: where it comes from, what dates it, its original, its verification.

use web_sys::HtmlSelectElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::parts::{button, definitions, licence, link, origin, select, sign};
use super::passage::Text;
use super::shared::{Corpus, Shared};
use super::sheet::{Sheet, sheet};
use super::voices;
use crate::corpus::{BlockKind, ByteRange, Document, Passage};
use crate::platform::{clipboard, location};
use crate::verify;
use crate::view::{Action, Page, View, encode};
use crate::words::{self, Key, say};

/// Bytes of the original shown before and after the passage.
const AROUND: u32 = 160;

/// Sets the panel of the view's passage, if it has one.
pub fn panel(shared: &Shared, view: &View) -> Html {
    let Shared { corpus, act, .. } = shared;
    let Some((document, passage)) = view.passage.as_ref().and_then(|id| corpus.bundle.passage(id)) else {
        return html! {};
    };
    let d = corpus.bundle.documents.iter().position(|other| other.id == document.id).unwrap_or_default();
    let p = document.passages.iter().position(|other| other.id == passage.id).unwrap_or_default();
    let periods = corpus.grid.periods_of(d, p);
    let read =
        View { page: Page::Read { document: document.id.clone(), beside: None, original: false }, ..view.clone() };
    let close = act.reform(|_: MouseEvent| Action::Hide);
    let [issuer, written] = origin(document);
    let mut rows = vec![
        (say(Key::Document), html! { { words::title(document) } }),
        issuer,
        written,
        (say(Key::Dates), dates(document, passage)),
    ];
    if let Some(note) = &passage.note {
        rows.push((say(Key::EditorsNote), html! { { note } }));
    }
    rows.push((say(Key::Licence), licence(&document.licence)));
    let ways = periods.iter().map(|period| {
        let period = &corpus.bundle.periods[*period];
        let there = View { page: Page::Compare, period: Some(period.id.clone()), ..view.clone() };
        link(&encode(&there, &corpus.bundle), html! { { words::see_in_compare(period) } }, None)
    });
    html! {
        <aside id="panel" class="panel" aria-labelledby="panel-title">
            <div class="panel-head">
                <h2 id="panel-title" tabindex="-1">
                    { words::named(document, passage) }
                </h2>
                { sign("×", say(Key::Close).to_owned(), None, Some(close)) }
            </div>
            <Text key={passage.id.clone()} shared={shared.clone()} document={d} passage={p} pointed={view.sentence} />
            { definitions(rows) }
            { sheet(|page| {
                others(page, corpus, view, passage);
                speech(page, corpus, view, passage);
                remarks(page, corpus, document, passage);
            }) }
            { notes(shared, d, passage) }
            <p class="ways">
                if !matches!(&view.page, Page::Read { .. }) {
                    { link(&encode(&read, &corpus.bundle), html! { { say(Key::ReadInDocument) } }, None) }
                }
                { for ways }
            </p>
            { pointing(shared, view, passage) }
            <Copying corpus={corpus.clone()} key={format!("copy-{}", passage.id)} passage={passage.id.clone()} view={view.clone()} />
            { original(document, passage) }
            <Verification key={passage.id.clone()} corpus={corpus.clone()} document={d} passage={p} />
        </aside>
    }
}

/// The choice of a sentence, which the link then points to.
fn pointing(shared: &Shared, view: &View, passage: &Passage) -> Html {
    if passage.sentences.is_empty() {
        return html! {};
    }
    let mut options = vec![(String::new(), say(Key::WholePassage).to_owned(), view.sentence.is_none())];
    options.extend(
        (1..=passage.sentences.len())
            .map(|number| (number.to_string(), words::sentence(number), view.sentence == Some(number))),
    );
    let point = shared
        .act
        .reform(|event: Event| Action::Point(event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok()));
    select(say(Key::PointTo), options, point)
}

fn dates(document: &Document, passage: &Passage) -> Html {
    if let Some(reason) = passage.undated {
        return html! { { words::undated(reason) } };
    }
    if passage.times.is_empty() {
        return html! { { say(Key::NoDates) } };
    }
    sheet(|page| {
        page.within("ul", "", |page| {
            for time in &passage.times {
                let quoted = time.range.map(|range| passage.text_in(&document.text, range));
                page.within("li", "", |page| {
                    page.within("span", "", |page| {
                        page.set("title", &time.edtf);
                        page.text(&words::dating(time, quoted.as_deref()));
                    });
                });
            }
        });
        page.line("small", "", say(Key::DatesLayer));
    })
}

fn notes(shared: &Shared, index: usize, passage: &Passage) -> Html {
    let corpus = &shared.corpus;
    let document = &corpus.bundle.documents[index];
    let numbers: Vec<u16> = passage.marks(&document.text).map(|(number, _)| number).collect();
    if numbers.is_empty() {
        return html! {};
    }
    html! {
        <section>
            <h3>{ say(Key::Footnotes) }</h3>
            { for numbers.iter().filter_map(|number| {
                let note = document.footnote(*number)?;
                Some(html! { <Text key={*number} shared={shared.clone()} document={index} passage={note} /> })
            }) }
        </section>
    }
}

/// Whose words the passage gives: each stretch with its stack of voices.
fn speech(page: &mut Sheet, corpus: &Corpus, view: &View, passage: &Passage) {
    if passage.speech.is_empty() {
        return;
    }
    page.within("section", "stretches", |page| {
        page.line("h3", "", say(Key::VoicesHere));
        page.within("ul", "", |page| {
            for stretch in &passage.speech {
                let speaker = stretch.voices.last().and_then(|voice| corpus.bundle.speaker(&voice.speaker));
                page.within("li", "", |page| {
                    voices::words_of(page, corpus, passage, stretch);
                    page.within("small", "", |page| {
                        voices::to(page, corpus, view, speaker, &words::stack(stretch, &corpus.bundle));
                        if let Some(note) = &stretch.note {
                            page.text(" · ");
                            page.text(note);
                        }
                    });
                });
            }
        });
    });
}

/// Where the engine differs from the editors on this passage.
fn remarks(page: &mut Sheet, corpus: &Corpus, document: &Document, passage: &Passage) {
    let mut of_passage = corpus.bundle.remarks.iter().filter(|remark| remark.passage == passage.id).peekable();
    if of_passage.peek().is_none() {
        return;
    }
    page.within("section", "remarks", |page| {
        page.line("h3", "", say(Key::EngineDiffers));
        page.within("ul", "", |page| {
            for remark in of_passage {
                page.line("li", "", &words::remark(remark, &passage.text_in(&document.text, remark.range)));
            }
        });
    });
}

/// Passages of other accounts that speak to this one, those that an editor chose first.
fn others(page: &mut Sheet, corpus: &Corpus, view: &View, passage: &Passage) {
    page.within("section", "others", |page| {
        page.line("h3", "", say(Key::Others));
        let mut alone = true;
        page.within("ul", "", |page| {
            for relation in &corpus.bundle.relations {
                let other = match (&relation.a, &relation.b) {
                    (a, b) if *a == passage.id => b,
                    (a, b) if *b == passage.id => a,
                    _ => continue,
                };
                alone = false;
                page.within("li", "", |page| {
                    page.mark(corpus.bundle.passage(other).map_or("", |(document, _)| &document.account));
                    voices::to_passage(page, corpus, view, other);
                    page.within("p", "", |page| {
                        page.line("strong", "", words::relation(relation.relation));
                        page.text(" ");
                        page.text(&relation.reason);
                    });
                    page.within("small", "", |page| {
                        page.text(words::layer(relation.layer));
                        if let Some(note) = &relation.note {
                            page.text(" · ");
                            page.text(note);
                        }
                    });
                });
            }
        });
        if alone {
            page.line("p", "", say(Key::OthersNone));
        }
    });
}

/// The bytes of the passage with what stands around and between what is shown.
fn original(document: &Document, passage: &Passage) -> Html {
    let span = passage.span();
    let text = &document.text;
    let start = text.floor_char_boundary(span.start.saturating_sub(AROUND) as usize) as u32;
    let end = text.ceil_char_boundary(text.len().min((span.end + AROUND) as usize)) as u32;
    let slice = |range: ByteRange| range.slice(text).unwrap_or_default();
    sheet(|page| {
        page.within("details", "original", |page| {
            page.line("summary", "", say(Key::Original));
            page.within("p", "", |page| page.line("small", "", say(Key::OriginalNote)));
            page.within("pre", "", |page| {
                page.set("tabindex", "0");
                page.line("span", "left-out", slice(ByteRange::new(start, span.start)));
                let mut at = span.start;
                for run in &passage.runs {
                    let hidden = ByteRange::new(at, run.range.start);
                    at = run.range.end;
                    if !hidden.is_empty() {
                        page.line("span", "left-out", slice(hidden));
                    }
                    page.line("span", "shown", slice(run.range));
                }
                page.line("span", "left-out", slice(ByteRange::new(span.end, end)));
            });
        });
    })
}

#[derive(PartialEq, Properties)]
struct VerificationProps {
    corpus: Corpus,
    document: usize,
    passage: usize,
}

/// Hashes the original when asked to, and says what came of it.
#[component]
fn Verification(props: &VerificationProps) -> Html {
    let corpus = props.corpus.clone();
    let outcome = use_state(|| None::<String>);
    let verify = {
        let (outcome, d, p) = (outcome.clone(), props.document, props.passage);
        let corpus = corpus.clone();
        Callback::from(move |_: MouseEvent| {
            let document = &corpus.bundle.documents[d];
            let found = verify::digest(&document.text);
            outcome.set(Some(words::verified(document, &found, &document.passages[p])));
        })
    };
    html! {
        <section>
            <p><small>{ say(Key::VerifyNote) }</small></p>
            { button(say(Key::Verify), verify) }
            <p role="status" class="outcome">{ outcome.as_deref().unwrap_or_default() }</p>
            if outcome.is_some() {
                <code class="digest">{ &corpus.bundle.documents[props.document].sha256 }</code>
            }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct CopyingProps {
    corpus: Corpus,
    passage: String,
    view: View,
}

/// Copies the passage with its citation, or a link to this view. Where the browser refuses, the text stands there to
/// be copied by hand.
#[component]
fn Copying(props: &CopyingProps) -> Html {
    let corpus = props.corpus.clone();
    let outcome = use_state(|| None::<Result<(), String>>);
    let Some((document, passage)) = corpus.bundle.passage(&props.passage) else { return html! {} };
    let link = location::address(&encode(&props.view, &corpus.bundle));
    let own = location::address(&passage.id);
    let copy = |text: String| {
        let outcome = outcome.clone();
        Callback::from(move |_: MouseEvent| {
            let (text, outcome) = (text.clone(), outcome.clone());
            spawn_local(async move {
                let done = clipboard::copy(&text).await;
                outcome.set(Some(if done { Ok(()) } else { Err(text) }));
            });
        })
    };
    // Furniture is never cited; a heading's words are its own citation.
    let citation = if passage.kind == BlockKind::Heading {
        words::title(document)
    } else {
        words::citation(document, passage, &own)
    };
    html! {
        <section class="copying">
            { button(say(Key::CopyCitation), copy(citation)) }
            { button(say(Key::CopyLink), copy(link)) }
            <p role="status">
                { match &*outcome {
                    None => "",
                    Some(Ok(())) => say(Key::Copied),
                    Some(Err(_)) => say(Key::CopyFailed),
                } }
            </p>
            if let Some(Err(text)) = &*outcome {
                <textarea readonly=true rows="6" aria-label={say(Key::CopyCitation)} value={text.clone()} />
            }
        </section>
    }
}
