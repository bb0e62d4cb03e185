//! What narrows a search: lists to choose from, which write their field into the query, and the periods with what was
//! found of each.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::corpus::{BlockKind, Bundle};
use crate::platform::page;
use crate::search::{FieldClause, FilterField, Query};
use crate::ui::kept::use_kept;
use crate::ui::shared::Corpus;
use crate::ui::sheet::Sheet;
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
type Asked = [String; 4];

/// What a query asks of the fields that have lists.
fn asked(query: &Query) -> Asked {
    LISTS.map(|(_, field, _)| query.values(field).collect::<Vec<_>>().join(", "))
}

/// What narrows a query, in the words of the lists.
fn active(bundle: &Bundle, query: &Query) -> Vec<String> {
    let words = |clause: &FieldClause| {
        let known = options(bundle, clause.field).into_iter().find(|(value, _)| is(value, &clause.value));
        known.map_or_else(|| clause.value.clone(), |(_, words)| words)
    };
    query.fields.iter().map(words).collect()
}

/// Whether the window is too narrow for a bar for each period.
#[hook]
pub fn use_narrow_window() -> bool {
    let is_narrow = use_state_eq(|| page::is_media(NARROW));
    let set = is_narrow.setter();
    use_kept(move || page::on_media(NARROW, move |narrow| set.set(narrow)));
    *is_narrow
}

/// As `find/search.css` has it.
const NARROW: &str = "(max-width: 64rem)";

/// Whether the lists are open, and what opens or closes them: closed at first where there is little room.
#[hook]
pub fn use_fold(narrow_window: bool) -> (bool, Callback<MouseEvent>) {
    let by_hand = use_state_eq(|| None::<bool>);
    let open = by_hand.unwrap_or(!narrow_window);
    let turn = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        by_hand.set(Some(!open));
    });
    (open, turn)
}

/// Sets the lists, in a fold that says what narrows the search; `periods` says what was found of each, where they are a
/// list.
pub fn narrowing(
    page: &mut Sheet,
    corpus: &Corpus,
    query: &Query,
    periods: Option<&[u32]>,
    (open, turn): (bool, Callback<MouseEvent>),
    narrow: &Callback<(FilterField, Option<String>)>,
) {
    page.within("details", "narrow", |page| {
        if open {
            page.set("open", "");
        }
        page.within("summary", "", |page| {
            page.click(turn);
            page.text(&find::narrowed(&active(&corpus.bundle, query)));
        });
        page.within("div", "lists", |page| {
            page.set("role", "group");
            page.set("aria-label", tell(Term::Narrow));
            let asked = asked(query);
            page.put(html! { <Lists corpus={corpus.clone()} {asked} narrow={narrow.clone()} /> });
            page.group(|page| {
                if let Some(found) = periods {
                    period_list(page, corpus, query, found, narrow);
                }
            });
        });
    });
}

#[derive(PartialEq, Properties)]
struct ListsProps {
    corpus: Corpus,
    asked: Asked,
    narrow: Callback<(FilterField, Option<String>)>,
}

/// They are set anew only when another value is asked for: they hold hundreds of options.
#[component]
fn Lists(props: &ListsProps) -> Html {
    let ListsProps { corpus, asked, narrow } = props;
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
    html! { <>{ for lists }</> }
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

/// The periods with what was found of each: bars to press.
pub fn periods(
    page: &mut Sheet,
    corpus: &Corpus,
    query: &Query,
    counts: &[u32],
    narrow: &Callback<(FilterField, Option<String>)>,
) {
    let asked = query.values(FilterField::Period).collect::<Vec<_>>().join(", ");
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    page.within("ol", "spread", |page| {
        page.set("aria-label", tell(Term::ByPeriod));
        for (period, found) in corpus.bundle.periods.iter().zip(all(counts)) {
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
}

/// The same as a list, where there is no room for bars.
fn period_list(
    page: &mut Sheet,
    corpus: &Corpus,
    query: &Query,
    counts: &[u32],
    narrow: &Callback<(FilterField, Option<String>)>,
) {
    let asked = query.values(FilterField::Period).collect::<Vec<_>>().join(", ");
    let chosen = narrow.reform(|event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        (FilterField::Period, Some(value).filter(|value| !value.is_empty()))
    });
    page.put(html! {
        <label class="go">
            <span>{ tell(Term::FieldPeriod) }</span>
            <select onchange={chosen}>
                <option value="" selected={asked.is_empty()}>{ tell(Term::Any) }</option>
                { for corpus.bundle.periods.iter().zip(all(counts)).map(|(period, found)| html! {
                    <option value={period.id.clone()} selected={is(&period.id, &asked)}>
                        { find::counted(&period.title, found as usize) }
                    </option>
                }) }
            </select>
        </label>
    });
}

/// The counts of all periods: where nothing was found, none is given.
fn all(counts: &[u32]) -> impl Iterator<Item = u32> {
    counts.iter().copied().chain(std::iter::repeat(0))
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
