//! What narrows a search: lists to choose from, which write their field into the query, and the periods with what was
//! found of each.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::corpus::{BlockKind, Bundle};
use crate::platform::page;
use crate::search::{FilterField, Query};
use crate::ui::shared::Corpus;
use crate::ui::sheet::{Sheet, sheet};
use crate::words::find::{self, Term, tell};

/// The kinds one may ask for.
const KINDS: [BlockKind; 9] = [
    BlockKind::Paragraph,
    BlockKind::Quotation,
    BlockKind::ListItem,
    BlockKind::Footnote,
    BlockKind::Reference,
    BlockKind::Heading,
    BlockKind::Caption,
    BlockKind::Infobox,
    BlockKind::Signatory,
];

/// The lists: their ids, their fields, their words.
const LISTS: [(&str, FilterField, Term); 4] = [
    ("find-in", FilterField::In, Term::FieldIn),
    ("find-voice", FilterField::Voice, Term::FieldVoice),
    ("find-place", FilterField::Place, Term::FieldPlace),
    ("find-kind", FilterField::Kind, Term::FieldKind),
];

/// What is asked of a field, as it was typed; several values of one field stand beside each other.
pub type Asked = [String; 4];

/// What a query asks of the fields that have lists.
pub fn asked(query: &Query) -> Asked {
    LISTS.map(|(_, field, _)| query.values(field).collect::<Vec<_>>().join(", "))
}

#[derive(PartialEq, Properties)]
pub struct Props {
    pub corpus: Corpus,
    pub asked: Asked,
    /// Sets a field of the query, or none of it.
    pub narrow: Callback<(FilterField, Option<String>)>,
}

/// They are set anew only when another value is asked for: they hold hundreds of options.
#[component]
pub fn Narrow(props: &Props) -> Html {
    let Props { corpus, asked, narrow } = props;
    {
        // What was chosen by hand stays chosen, whatever the options say; the query has the last word.
        let values: Vec<String> =
            LISTS.iter().zip(asked).map(|((_, field, _), asked)| value(&corpus.bundle, *field, asked)).collect();
        use_effect_with(values, |values| {
            for ((id, ..), value) in LISTS.iter().zip(values) {
                page::set_choice(id, value);
            }
        });
    }
    let lists = LISTS.iter().zip(asked).map(|((id, field, words), asked)| {
        let (field, narrow) = (*field, narrow.clone());
        let chosen = Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            narrow.emit((field, Some(value).filter(|value| !value.is_empty())));
        });
        let mut options = options(&corpus.bundle, field);
        if !asked.is_empty() && !options.iter().any(|(value, _)| is(value, asked)) {
            options.push((asked.clone(), asked.clone()));
        }
        html! {
            <label class="go">
                <span>{ tell(*words) }</span>
                <select id={*id} onchange={chosen}>
                    <option value="" selected={asked.is_empty()}>{ tell(Term::Any) }</option>
                    { for options.into_iter().map(|(value, words)| {
                        let selected = is(&value, asked);
                        html! { <option {value} {selected}>{ words }</option> }
                    }) }
                </select>
            </label>
        }
    });
    html! {
        <div class="narrow" role="group" aria-label={tell(Term::Narrow)}>{ for lists }</div>
    }
}

/// Whether a value is what was typed.
fn is(value: &str, typed: &str) -> bool {
    value.eq_ignore_ascii_case(typed)
}

/// The option for what was typed.
fn value(bundle: &Bundle, field: FilterField, asked: &str) -> String {
    let known = options(bundle, field).into_iter().map(|(value, _)| value).find(|value| is(value, asked));
    known.unwrap_or_else(|| asked.to_owned())
}

/// What may be asked of a field: as it is typed, and in words.
fn options(bundle: &Bundle, field: FilterField) -> Vec<(String, String)> {
    match field {
        FilterField::In => {
            let accounts = bundle.accounts.iter().map(|account| (account.id.clone(), account.name.clone()));
            let documents = bundle.documents.iter().map(|one| (one.id.clone(), one.title.short.clone()));
            accounts.chain(documents).collect()
        }
        FilterField::Voice => bundle.speakers.iter().map(|one| (one.id.clone(), one.name.clone())).collect(),
        FilterField::Place => bundle.places.iter().map(|one| (one.id.clone(), one.name.clone())).collect(),
        FilterField::Kind => {
            KINDS.iter().filter_map(|one| Some((one.name().to_owned(), find::kind(*one)?.to_owned()))).collect()
        }
        FilterField::Period => bundle.periods.iter().map(|one| (one.id.clone(), one.title.clone())).collect(),
        FilterField::Date => Vec::new(),
    }
}

/// Height of a period's bar, in units of its drawing.
const HEIGHT: u32 = 24;

/// The periods with what was found of each: bars to press, and where there is no room for them, a list.
pub fn periods(
    corpus: &Corpus,
    query: &Query,
    counts: &[u32],
    narrow: &Callback<(FilterField, Option<String>)>,
) -> Html {
    let asked = query.values(FilterField::Period).collect::<Vec<_>>().join(", ");
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let all = || corpus.bundle.periods.iter().zip(counts.iter().copied().chain(std::iter::repeat(0)));
    let chosen = narrow.reform(|event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        (FilterField::Period, Some(value).filter(|value| !value.is_empty()))
    });
    sheet(|page| {
        page.within("ol", "spread", |page| {
            page.set("aria-label", tell(Term::ByPeriod));
            for (period, found) in all() {
                let pressed = is(&period.id, &asked);
                let to = Some(period.id.clone()).filter(|_| !pressed);
                page.within("li", "", |page| {
                    page.within("button", if found == 0 { "none" } else { "" }, |page| {
                        page.set("type", "button");
                        page.set("title", &find::in_period(&period.title, found as usize));
                        page.set("aria-pressed", if pressed { "true" } else { "false" });
                        page.click(narrow.reform(move |_| (FilterField::Period, to.clone())));
                        bar(page, found, most);
                        page.line("b", "", &found.to_string());
                        page.line("span", "", &period.short);
                    });
                });
            }
        });
        page.put(html! {
            <label class="go spread-list">
                <span>{ tell(Term::FieldPeriod) }</span>
                <select onchange={chosen}>
                    <option value="" selected={asked.is_empty()}>{ tell(Term::Any) }</option>
                    { for all().map(|(period, found)| html! {
                        <option value={period.id.clone()} selected={is(&period.id, &asked)}>
                            { find::counted(&period.title, found as usize) }
                        </option>
                    }) }
                </select>
            </label>
        });
    })
}

/// A bar; what was found at all is seen.
fn bar(page: &mut Sheet, found: u32, most: u32) {
    let height = if found == 0 { 0 } else { (found * HEIGHT / most).max(1) };
    page.put(html! {
        <svg viewBox={format!("0 0 10 {HEIGHT}")} preserveAspectRatio="none" aria-hidden="true">
            <rect x="0" width="10" y={(HEIGHT - height).to_string()} height={height.to_string()} />
        </svg>
    });
}
