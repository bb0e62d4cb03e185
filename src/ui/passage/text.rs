//! The text of a passage, sliced from the original: sentences, dates, footnotes.

use std::rc::Rc;

use yew::prelude::*;

use crate::corpus::{BlockKind, Document, Join, Passage, Segment, Style, segments};
use crate::ui::shared::Corpus;
use crate::words;

#[derive(PartialEq, Properties)]
pub struct Props {
    pub corpus: Corpus,
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
}

#[component]
pub fn Text(props: &Props) -> Html {
    let corpus = &props.corpus;
    let open = use_state(|| Rc::new(Vec::<u16>::new()));
    let document = &corpus.bundle.documents[props.document];
    let passage = &document.passages[props.passage];
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
    let setter = Setter {
        document,
        passage,
        open: &open,
        toggle: &toggle,
        times: props.times.as_deref(),
        pointed: props.pointed,
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
            <aside key={*number} class="note" aria-label={words::footnote(*number)}>
                <Text corpus={corpus.clone()} document={props.document} passage={index} />
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
        <div class="text" lang={document.language.clone()} onkeydown={close}>
            { body }
            // In a box of their own: the text beside them is not set anew, and keeps the focus.
            <div class="notes">{ for notes }</div>
        </div>
    }
}

struct Setter<'a> {
    document: &'a Document,
    passage: &'a Passage,
    open: &'a [u16],
    toggle: &'a Callback<u16>,
    times: Option<&'a [usize]>,
    pointed: Option<usize>,
}

impl Setter<'_> {
    fn sentences(&self) -> Html {
        let segments = segments(self.passage);
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
        let set = match segment.style {
            Style::Plain => inner,
            Style::Emphasis => html! { <em>{ inner }</em> },
            Style::Strong => html! { <strong>{ inner }</strong> },
            Style::Label => html! { <span class="label">{ inner }</span> },
            Style::Marker => html! { <span class="marker">{ text }</span> },
            Style::Mark => self.mark(text),
        };
        html! { <>{ before }{ set }</> }
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
