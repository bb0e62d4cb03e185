//! The timeline: a lane for each document, a slot for each period, and the edge of what each document could know.

use yew::prelude::*;

use crate::compare::Lane;
use crate::corpus::Day;
use crate::ui::parts::{grounded, mark, table};
use crate::ui::shared::Corpus;
use crate::view::{Action, View, encode};
use crate::words::{self, Key, say};

/// Width of a period's slot and height of a lane, in units of the drawing. Whole numbers: nothing here needs more.
const SLOT: i64 = 1_000;
const HEIGHT: i64 = 240;
/// Room above the highest bar, and the least height of a bar.
const HEADROOM: i64 = 60;
const LEAST: i64 = 20;
/// Room between the bars of two periods.
const GUTTER: i64 = 40;

/// Sets the timeline. `passing` is the period under the head of the page.
pub fn timeline(corpus: &Corpus, view: &View, passing: Option<usize>) -> Html {
    let bundle = &corpus.bundle;
    let most = corpus.lanes.iter().flat_map(|lane| &lane.bytes).copied().max().unwrap_or(1);
    let slots = bundle.periods.iter().enumerate().map(|(i, period)| {
        let chosen = view.period.as_ref() == Some(&period.id);
        let href = encode(&view.after(Action::Choose(Some(period.id.clone())), bundle), bundle);
        html! {
            <li class={classes!(chosen.then_some("chosen"), (passing == Some(i)).then_some("passing"))}>
                <a
                    href={format!("#{href}")}
                    aria-current={chosen.then_some("true")}
                    aria-label={words::slot(period)}
                    title={period.title.clone()}
                >
                    <span>{ &period.short }</span>
                </a>
            </li>
        }
    });
    html! {
        <section id="timeline" class="timeline" aria-label={say(Key::Timeline)}>
            <div class="lanes">
                { hatch() }
                { for corpus.lanes.iter().map(|lane| drawn(corpus, lane, most)) }
                <ol class="slots">{ for slots }</ol>
            </div>
            <p class="legend">{ say(Key::TimelineLegend) }</p>
            <details class="as-table">
                <summary>{ say(Key::TimelineTable) }</summary>
                { as_table(corpus) }
            </details>
        </section>
    }
}

fn drawn(corpus: &Corpus, lane: &Lane, most: u32) -> Html {
    let document = &corpus.bundle.documents[lane.document];
    let width = SLOT * corpus.bundle.periods.len() as i64;
    let spoken = lane.passages.iter().filter(|passages| **passages > 0).count();
    let known = corpus.bundle.periods.iter().filter(|period| period.days.earliest <= lane.written.latest).count();
    let from = lane.written.earliest.map_or(width, |day| position(corpus, day));
    let to = lane.written.latest.map_or(width, |day| position(corpus, day));
    let bars = lane.bytes.iter().enumerate().filter(|(_, bytes)| **bytes > 0).map(|(i, bytes)| {
        // By the square root: a lane of one sentence and one of three pages can both be seen.
        let share = i64::from((u64::from(*bytes) * 1_000_000 / u64::from(most)).isqrt() as u32);
        let height = share * (HEIGHT - HEADROOM) / 1_000 + LEAST;
        let class = classes!("bar", document.account.clone());
        rectangle(class, SLOT * i as i64 + GUTTER, HEIGHT - height, SLOT - 2 * GUTTER, height)
    });
    html! {
        <div class="lane">
            <span class="lane-name">
                { mark(&document.account) }
                { &document.title.short }
            </span>
            <svg
                viewBox={format!("0 0 {width} {HEIGHT}")}
                preserveAspectRatio="none"
                role="img"
                aria-label={words::lane(document, spoken, known)}
            >
                <line class="base" x1="0" y1={HEIGHT.to_string()} x2={width.to_string()} y2={HEIGHT.to_string()} />
                { rectangle(classes!("beyond"), to, 0, (width - to).max(0), HEIGHT) }
                { for bars }
                if to > from {
                    { rectangle(classes!("written", "between"), from, 0, to - from, HEIGHT) }
                }
                { rectangle(classes!("written"), to - GUTTER / 2, 0, GUTTER, HEIGHT) }
            </svg>
        </div>
    }
}

/// The pattern of what a document could not have known.
fn hatch() -> Html {
    html! {
        <svg class="patterns" width="0" height="0" aria-hidden="true">
            <pattern id="hatch" width="60" height="60" patternUnits="userSpaceOnUse">
                <path class="hatch" d="M-10 70 70 -10" />
            </pattern>
        </svg>
    }
}

fn rectangle(class: Classes, x: i64, y: i64, width: i64, height: i64) -> Html {
    html! {
        <rect
            {class}
            x={x.to_string()}
            y={y.to_string()}
            width={width.to_string()}
            height={height.to_string()}
        />
    }
}

/// Where a day stands on the drawing: within the slot of its period, in proportion.
fn position(corpus: &Corpus, day: Day) -> i64 {
    let periods = &corpus.bundle.periods;
    for (i, period) in periods.iter().enumerate() {
        let days = period.days;
        if days.latest.is_some_and(|latest| latest < day) {
            continue;
        }
        let (Some(earliest), Some(latest)) = (days.earliest, days.latest) else { return SLOT * i as i64 };
        let length = latest.number() - earliest.number() + 1;
        let into = (day.number() - earliest.number()).max(0);
        return SLOT * i as i64 + SLOT * into / length;
    }
    SLOT * periods.len() as i64
}

fn as_table(corpus: &Corpus) -> Html {
    let bundle = &corpus.bundle;
    let rows = bundle.periods.iter().enumerate().map(|(i, period)| {
        let begins = period.days.earliest;
        let cells = corpus.lanes.iter().map(|lane| {
            let unknown = begins > lane.written.latest;
            html! { { if unknown { say(Key::NotYetWritten).to_owned() } else { lane.passages[i].to_string() } } }
        });
        (grounded(html! { { &period.title } }, &words::date(&period.edtf)), cells.collect())
    });
    let documents = corpus.lanes.iter().map(|lane| {
        let document = &bundle.documents[lane.document];
        grounded(html! { { &document.title.short } }, &words::written(document))
    });
    let heads = std::iter::once(html! { { say(Key::Period) } }).chain(documents);
    table(say(Key::TimelineTable), heads.collect(), rows.collect())
}
