//! The text of a passage, sliced from the original: sentences, dates, footnotes.

use std::rc::Rc;

use yew::prelude::*;

use crate::annotate::place::Mention;
use crate::compare::said;
use crate::corpus::{BlockKind, Bundle, ByteRange, Document, Join, Passage, Segment, Style, segments};
use crate::ui::lit::Stretch;
use crate::ui::shared::Shared;
use crate::view::{Action, Mark, Page, View, encode};
use crate::words;

#[derive(PartialEq, Properties)]
pub struct Props {
    pub shared: Shared,
    /// Index of the document in the bundle.
    pub document: usize,
    /// Index of the passage in the document.
    pub passage: usize,
    /// Where it speaks of several periods: which of its times are meant. Sentences that speak of others are quieter.
    #[prop_or_default]
    pub times: Option<Vec<usize>>,
    /// The sentence that is pointed at, from 1.
    #[prop_or_default]
    pub pointed: Option<usize>,
    /// What the reader has marked in it.
    #[prop_or_default]
    pub lit: Option<Rc<[Stretch]>>,
    /// Whether its footnotes stand open from the beginning: there is a margin for them.
    #[prop_or_default]
    pub noted: bool,
}

#[component]
pub fn Text(props: &Props) -> Html {
    let corpus = &props.shared.corpus;
    let document = &corpus.bundle.documents[props.document];
    let passage = &document.passages[props.passage];
    let open = use_state(|| {
        let called = passage.marks(&document.text).map(|(number, _)| number);
        Rc::new(if props.noted { called.collect() } else { Vec::new() })
    });
    let toggle = {
        let open = open.clone();
        Callback::from(move |number: u16| {
            let mut numbers = Vec::clone(&open);
            match numbers.iter().position(|other| *other == number) {
                Some(at) => drop(numbers.remove(at)),
                None => numbers.push(number),
            }
            open.set(Rc::new(numbers));
        })
    };
    let marks = marks(&props.shared, props.document, props.passage);
    let setter = Setter {
        bundle: &corpus.bundle,
        marks: &marks,
        document,
        passage,
        open: &open,
        toggle: &toggle,
        times: props.times.as_deref(),
        pointed: props.pointed,
        lit: props.lit.as_deref().unwrap_or_default(),
    };
    let text = setter.sentences();
    let body = match passage.kind {
        BlockKind::Quotation => html! { <blockquote><p>{ text }</p></blockquote> },
        BlockKind::ListItem => html! { <p class="item">{ text }</p> },
        BlockKind::Attribution => html! { <p class="attribution">{ text }</p> },
        BlockKind::Caption => html! { <p class="caption">{ text }</p> },
        BlockKind::Infobox => html! { <p class="infobox">{ text }</p> },
        _ => html! { <p>{ text }</p> },
    };
    let notes = open.iter().filter_map(|number| {
        let index = document.footnote(*number)?;
        Some(html! {
            <aside key={*number} class="note" role="note" aria-label={words::footnote(*number)}>
                <Text shared={props.shared.clone()} document={props.document} passage={index} />
            </aside>
        })
    });
    // Esc closes what was opened here first; only the next one reaches the panel.
    let close = {
        let open = open.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !open.is_empty() {
                event.prevent_default();
                open.set(Rc::default());
            }
        })
    };
    html! {
        <div class="text" lang={document.language.clone()} data-of={passage.id.clone()} onkeydown={close}>
            { body }
            // In a box of their own: the text beside them is not set anew, and keeps the focus.
            <div class="notes">{ for notes }</div>
        </div>
    }
}

/// Why a stretch of a passage is marked.
enum Why {
    /// It is said in the name that is asked for.
    Said,
    /// It gives the words of others: index of the stretch.
    Voice(usize),
    /// It names a place: index of the place.
    Name(usize),
}

/// What is marked in a passage, inner stretches behind outer ones.
fn marks(shared: &Shared, document: usize, passage: usize) -> Vec<(ByteRange, Why)> {
    let corpus = &shared.corpus;
    let set = &corpus.bundle.documents[document].passages[passage];
    let mut marks = Vec::new();
    if let Some(voice) = &shared.marking.voice {
        marks.extend(said(&corpus.bundle, set, voice).into_iter().map(|range| (range, Why::Said)));
    }
    match shared.marking.mark {
        Mark::Dates => {}
        Mark::Voices => {
            marks.extend(set.speech.iter().enumerate().map(|(i, stretch)| (stretch.range, Why::Voice(i))));
        }
        Mark::Names => {
            let here = |mention: &&Mention| mention.document == document && mention.passage == passage;
            let mentions = corpus.mentions().iter().filter(here);
            marks.extend(mentions.map(|mention| (mention.range, Why::Name(mention.place))));
        }
    }
    marks
}

struct Setter<'a> {
    bundle: &'a Bundle,
    marks: &'a [(ByteRange, Why)],
    document: &'a Document,
    passage: &'a Passage,
    open: &'a [u16],
    toggle: &'a Callback<u16>,
    times: Option<&'a [usize]>,
    pointed: Option<usize>,
    lit: &'a [Stretch],
}

impl Setter<'_> {
    fn sentences(&self) -> Html {
        let lit = self.lit.iter().map(|stretch| stretch.range);
        let cuts: Vec<ByteRange> = self.marks.iter().map(|(range, _)| *range).chain(lit).collect();
        let segments = segments(self.passage, &cuts);
        let sentences = segments.chunk_by(|a, b| a.sentence == b.sentence);
        sentences
            .map(|sentence| {
                let elsewhere = self.times.is_some_and(|times| is_elsewhere(sentence, times));
                let pieces = sentence.iter().map(|segment| self.piece(segment));
                let pointed =
                    self.pointed.is_some_and(|number| sentence.iter().any(|segment| segment.sentence + 1 == number));
                let class = classes!(elsewhere.then_some("elsewhere"), pointed.then_some("pointed"));
                html! { <span {class}>{ for pieces }</span> }
            })
            .collect()
    }

    fn piece(&self, segment: &Segment) -> Html {
        let text = segment.range.slice(&self.document.text).unwrap_or_default();
        let before = match segment.join {
            Join::None => html! {},
            Join::Space => html! { { " " } },
            Join::Line => html! { <br /> },
        };
        let here = segment.dating.filter(|dating| self.times.is_none_or(|times| times.contains(dating)));
        let inner = match here {
            Some(_) => html! { <span class="date">{ text }</span> },
            None => html! { { text } },
        };
        let mut inner = inner;
        for (range, why) in self.marks.iter().rev().filter(|(range, _)| range.contains(segment.range)) {
            inner = match why {
                Why::Said => html! { <span class="said">{ inner }</span> },
                Why::Voice(stretch) => {
                    let stretch = &self.passage.speech[*stretch];
                    let mode = stretch.voices.last().map(|voice| voice.mode.name());
                    let begins = (range.start == segment.range.start).then_some("begins");
                    html! { <span class={classes!("voice", mode, begins)} title={words::stack(stretch, self.bundle)}>{ inner }</span> }
                }
                Why::Name(place) => {
                    let page = Page::Names { place: Some(self.bundle.places[*place].id.clone()) };
                    let there = View::start(self.bundle).after(Action::Open(page), self.bundle);
                    html! { <a class="name" href={format!("#{}", encode(&there, self.bundle))}>{ inner }</a> }
                }
            };
        }
        let inner = if segment.style == Style::Mark { inner } else { self.lit(segment, inner) };
        let set = match segment.style {
            Style::Plain => inner,
            Style::Emphasis => html! { <em>{ inner }</em> },
            Style::Strong => html! { <strong>{ inner }</strong> },
            Style::Label => html! { <span class="label">{ inner }</span> },
            Style::Marker => html! { <span class="marker">{ text }</span> },
            Style::Mark => self.mark(text),
        };
        html! { <>{ before }{ set }{ self.ends(segment) }</> }
    }

    /// The words as the reader has marked them: the first highlight outermost.
    fn lit(&self, segment: &Segment, mut words: Html) -> Html {
        for stretch in self.lit.iter().rev().filter(|stretch| stretch.range.contains(segment.range)) {
            let begins = stretch.range.start == segment.range.start;
            words = html! {
                <mark
                    class={classes!("lit", stretch.sign)}
                    data-begins={begins.then(|| words::highlight_begins(&stretch.category))}
                >
                    { words }
                </mark>
            };
        }
        words
    }

    /// The ways to the highlights that end here.
    fn ends(&self, segment: &Segment) -> Html {
        let ends = self.lit.iter().filter(|stretch| stretch.range.end == segment.range.end);
        ends.map(|stretch| {
            html! {
                <button
                    type="button"
                    class="lit-end"
                    data-highlight={stretch.highlight.clone()}
                    aria-label={words::highlight_ends(&stretch.category, &stretch.note)}
                >
                    { "✎" }
                </button>
            }
        })
        .collect()
    }

    fn mark(&self, text: &str) -> Html {
        let Ok(number) = text.parse::<u16>() else { return html! { <sup>{ text }</sup> } };
        let expanded = self.open.contains(&number);
        let onclick = self.toggle.reform(move |_: MouseEvent| number);
        html! {
            <sup>
                <button
                    type="button"
                    class="note-mark"
                    aria-label={words::footnote(number)}
                    aria-expanded={expanded.to_string()}
                    {onclick}
                >
                    { text }
                </button>
            </sup>
        }
    }
}

/// A sentence that names times, none of them meant, speaks of another period.
fn is_elsewhere(sentence: &[Segment], times: &[usize]) -> bool {
    let mut dated = sentence.iter().filter_map(|segment| segment.dating).peekable();
    dated.peek().is_some() && !dated.any(|dating| times.contains(&dating))
}
