//! What is known of a passage, beside its text: what others say on it, its figures, whose words it gives, where the
//! engine reads otherwise; and its bytes. It comes with the pages: the panel opens without it.

use super::shared::Corpus;
use super::sheet::Sheet;
use super::voices;
use crate::corpus::{ByteRange, Document, Passage};
use crate::view::{Action, Page, View, encode};
use crate::words::{self, Key, Leaf, leaf, say};

/// Bytes of the original shown before and after the passage.
const AROUND: u32 = 160;

/// Sets it in the passage's panel.
pub fn known(page: &mut Sheet, corpus: &Corpus, view: &View, document: &Document, passage: &Passage) {
    others(page, corpus, view, passage);
    figures(page, corpus, view, document, passage);
    speech(page, corpus, view, passage);
    remarks(page, corpus, document, passage);
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
                let ledger = Action::Open(Page::Claims { entry: Some(figure.group.clone()) });
                page.within("li", "", |page| {
                    page.line("q", "", &passage.text_in(&document.text, figure.range));
                    page.line("small", "", &words::figured(figure));
                    if let Some(note) = &figure.note {
                        page.line("small", "", note);
                    }
                    let there = encode(&view.after(ledger, &corpus.bundle), &corpus.bundle);
                    page.within("small", "", |page| page.link(&there, &words::in_ledger(figure, entries)));
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

/// The bytes of the passage with what stands around and between what is shown.
pub fn original(page: &mut Sheet, document: &Document, passage: &Passage) {
    let span = passage.span();
    let text = &document.text;
    let start = text.floor_char_boundary(span.start.saturating_sub(AROUND) as usize) as u32;
    let end = text.ceil_char_boundary(text.len().min((span.end + AROUND) as usize)) as u32;
    let slice = |range: ByteRange| range.slice(text).unwrap_or_default();
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
}
