//! What is known of a passage, beside its text: where it comes from, what dates it, what others say on it, its figures, whose words it gives, where the
//! engine reads otherwise; and its bytes. It comes with the pages: the panel opens without it.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::citing::Citing;
use super::parts::{definitions, licence, origin, select};
use super::passage::Text;
use super::shared::{Corpus, Shared};
use super::sheet::{Sheet, sheet};
use super::voices;
use crate::cite::Item;
use crate::corpus::{ByteRange, Document, Passage};
use crate::platform::location;
use crate::view::{Action, Page, View, encode};
use crate::words::{self, Key, Leaf, leaf, say};

/// Bytes of the original shown before and after the passage.
const AROUND: u32 = 160;

/// What others say on it, its figures, whose words it gives, its footnotes.
pub fn related(page: &mut Sheet, shared: &Shared, view: &View, document: &Document, passage: &Passage) {
    let corpus = &shared.corpus;
    others(page, corpus, view, passage);
    figures(page, corpus, view, document, passage);
    speech(page, corpus, view, passage);
    page.group(|page| notes(page, shared, document, passage));
}

/// What the passage rests on: where it comes from, what dates it, where the engine reads it otherwise.
pub fn grounds(page: &mut Sheet, corpus: &Corpus, document: &Document, passage: &Passage) {
    page.within("details", "grounds", |page| {
        page.line("summary", "", leaf(Leaf::Grounds));
        origins(page, document, passage);
    });
    remarks(page, corpus, document, passage);
}

/// Where the passage comes from, and what dates it.
fn origins(page: &mut Sheet, document: &Document, passage: &Passage) {
    let [issuer, written] = origin(document);
    let mut rows = vec![
        (say(Key::Document), html! { { words::title(document) } }),
        issuer,
        written,
        (leaf(Leaf::Dates), dates(document, passage)),
    ];
    let note = passage.note.as_deref();
    if let Some(note) = note.filter(|note| !words::tells_of_readings(note)) {
        rows.push((leaf(Leaf::EditorsNote), html! { { note } }));
    }
    rows.push((say(Key::Licence), licence(&document.licence)));
    page.put(definitions(rows));
    page.group(|page| page.note(note.filter(|note| words::tells_of_readings(note))));
}

/// Passages of other accounts that speak to this one, those that an editor chose first.
fn others(page: &mut Sheet, corpus: &Corpus, view: &View, passage: &Passage) {
    page.within("section", "others", |page| {
        page.line("h3", "", leaf(Leaf::Others));
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
                    page.line("small", "", words::layer(relation.layer));
                    page.note(relation.note.as_deref());
                });
            }
        });
        if alone {
            page.line("p", "", leaf(Leaf::OthersNone));
        }
    });
}

/// The numbers that the passage gives, and the way to where those of others stand beside them.
fn figures(page: &mut Sheet, corpus: &Corpus, view: &View, document: &Document, passage: &Passage) {
    let all = &corpus.bundle.figures;
    let mut of_passage = all.iter().filter(|figure| figure.passage == passage.id).peekable();
    if of_passage.peek().is_none() {
        return;
    }
    page.within("section", "stretches figures", |page| {
        page.line("h3", "", leaf(Leaf::Figures));
        page.within("ul", "", |page| {
            for figure in of_passage {
                let entries = all.iter().filter(|other| other.group == figure.group).count();
                let ledger = Action::Open(Page::claims(Some(figure.group.clone())));
                page.within("li", "", |page| {
                    page.line("q", "", &passage.text_in(&document.text, figure.range));
                    page.line("small", "", &words::figured(figure));
                    let there = encode(&view.after(ledger, &corpus.bundle), &corpus.bundle);
                    page.within("small", "", |page| page.link(&there, &words::in_ledger(figure, entries)));
                    page.note(figure.note.as_deref());
                    let words = passage.text_in(&document.text, figure.range);
                    let item = Item::of_passage(document, passage, Some(&words), &location::address(&passage.id), None);
                    page.put(html! { <Citing key={figure.id.clone()} {item} words={Leaf::CiteFigure} /> });
                });
            }
        });
    });
}

/// Whose words the passage gives: each stretch with its stack of voices.
fn speech(page: &mut Sheet, corpus: &Corpus, view: &View, passage: &Passage) {
    if passage.speech.is_empty() {
        return;
    }
    page.within("section", "stretches", |page| {
        page.line("h3", "", leaf(Leaf::VoicesHere));
        page.within("ul", "", |page| {
            for stretch in &passage.speech {
                let speaker = stretch.voices.last().and_then(|voice| corpus.bundle.speaker(&voice.speaker));
                page.within("li", "", |page| {
                    voices::words_of(page, corpus, passage, stretch);
                    page.within("small", "", |page| {
                        voices::to(page, corpus, view, speaker, &words::stack(stretch, &corpus.bundle));
                    });
                    page.note(stretch.note.as_deref());
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
    page.within("details", "remarks", |page| {
        page.line("summary", "", leaf(Leaf::EngineDiffers));
        page.within("ul", "", |page| {
            for remark in of_passage {
                page.line("li", "", &words::remark(remark, &passage.text_in(&document.text, remark.range)));
            }
        });
    });
}

/// The bytes of the passage with what stands around and between what is shown.
pub fn original(page: &mut Sheet, document: &Document, passage: &Passage) {
    let span = passage.span();
    let text = &document.text;
    let start = text.floor_char_boundary(span.start.saturating_sub(AROUND) as usize) as u32;
    let end = text.ceil_char_boundary(text.len().min((span.end + AROUND) as usize)) as u32;
    let slice = |range: ByteRange| range.slice(text).unwrap_or_default();
    page.within("details", "original", |page| {
        page.line("summary", "", leaf(Leaf::Original));
        page.within("p", "", |page| page.line("small", "", leaf(Leaf::OriginalNote)));
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
}

/// The choice of a sentence, which the link then points to.
pub fn pointing(shared: &Shared, view: &View, passage: &Passage) -> Html {
    if passage.sentences.is_empty() {
        return html! {};
    }
    let mut options = vec![(String::new(), leaf(Leaf::WholePassage).to_owned(), view.sentence.is_none())];
    options.extend(
        (1..=passage.sentences.len())
            .map(|number| (number.to_string(), words::sentence(number), view.sentence == Some(number))),
    );
    let point = shared
        .act
        .reform(|event: Event| Action::Point(event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok()));
    select(leaf(Leaf::PointTo), options, point)
}

fn dates(document: &Document, passage: &Passage) -> Html {
    if let Some(reason) = passage.undated {
        return html! { { words::undated(reason) } };
    }
    if passage.times.is_empty() {
        return html! { { leaf(Leaf::NoDates) } };
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
        page.line("small", "", leaf(Leaf::DatesLayer));
    })
}

/// The footnotes that the passage calls.
fn notes(page: &mut Sheet, shared: &Shared, document: &Document, passage: &Passage) {
    let documents = &shared.corpus.bundle.documents;
    let index = documents.iter().position(|other| other.id == document.id).unwrap_or_default();
    let numbers: Vec<u16> = passage.marks(&document.text).map(|(number, _)| number).collect();
    if numbers.is_empty() {
        return;
    }
    page.within("section", "", |page| {
        page.line("h3", "", leaf(Leaf::Footnotes));
        page.group(|page| {
            for number in numbers {
                if let Some(note) = document.footnote(number) {
                    page.put(html! { <Text key={number} shared={shared.clone()} document={index} passage={note} /> });
                }
            }
        });
    });
}
