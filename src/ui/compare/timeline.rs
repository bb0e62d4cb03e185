//! The timeline: a lane for each document, a slot for each period, and the edge of what each document could know.

use yew::prelude::*;

use crate::compare::Lane;
use crate::corpus::Day;
use crate::ui::parts::{folded, grounded, table};
use crate::ui::shared::Corpus;
use crate::ui::sheet::{Sheet, sheet};
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

/// Sets the timeline. `passing` is the period under the head of the page, `tabled` whether the reader has asked for the
/// same as a table: it would be a quarter of what one sees first.
pub fn timeline(corpus: &Corpus, view: &View, passing: Option<usize>, tabled: &UseStateHandle<bool>) -> Html {
    let most = corpus.lanes.iter().flat_map(|lane| &lane.bytes).copied().max().unwrap_or(1);
    sheet(|page| {
        page.within("section", "timeline", |page| {
            page.set("id", "timeline");
            page.set("aria-label", say(Key::Timeline));
            page.within("div", "lanes", |page| {
                hatch(page);
                for lane in &corpus.lanes {
                    drawn(page, corpus, lane, most);
                }
                page.within("ol", "slots", |page| slots(page, corpus, view, passing));
            });
            // The drawings are named, and the table below says the same.
            page.within("p", "legend", |page| {
                page.set("aria-hidden", "true");
                page.text(say(Key::TimelineLegend));
            });
            folded(page, "as-table", say(Key::TimelineTable), tabled, |page| page.put(as_table(corpus)));
        });
    })
}

fn slots(page: &mut Sheet, corpus: &Corpus, view: &View, passing: Option<usize>) {
    let bundle = &corpus.bundle;
    for (i, period) in bundle.periods.iter().enumerate() {
        let chosen = view.period.as_ref() == Some(&period.id);
        let href = encode(&view.after(Action::Choose(Some(period.id.clone())), bundle), bundle);
        let class = match (chosen, passing == Some(i)) {
            (true, true) => "chosen passing",
            (true, false) => "chosen",
            (false, true) => "passing",
            (false, false) => "",
        };
        page.within("li", class, |page| {
            page.within("a", "", |page| {
                page.set("href", &format!("#{href}"));
                if chosen {
                    page.set("aria-current", "true");
                }
                page.set("title", &period.title);
                page.line("span", "", &period.short);
            });
        });
    }
}

fn drawn(page: &mut Sheet, corpus: &Corpus, lane: &Lane, most: u32) {
    let document = &corpus.bundle.documents[lane.document];
    let width = SLOT * corpus.bundle.periods.len() as i64;
    let spoken = lane.passages.iter().filter(|passages| **passages > 0).count();
    let known = corpus.bundle.periods.iter().filter(|period| period.days.earliest <= lane.written.latest).count();
    let from = lane.written.earliest.map_or(width, |day| position(corpus, day));
    let to = lane.written.latest.map_or(width, |day| position(corpus, day));
    page.within("div", "lane", |page| {
        page.within("span", "lane-name", |page| {
            page.mark(&document.account);
            page.text(&document.title.short);
        });
        page.within("svg", "", |page| {
            page.set("viewBox", &format!("0 0 {width} {HEIGHT}"));
            page.set("preserveAspectRatio", "none");
            page.set("role", "img");
            page.set("aria-label", &words::lane(document, spoken, known));
            page.within("line", "base", |page| {
                numbers(page, [("x1", 0), ("y1", HEIGHT), ("x2", width), ("y2", HEIGHT)]);
            });
            rectangle(page, "beyond", to, 0, (width - to).max(0), HEIGHT);
            for (i, bytes) in lane.bytes.iter().enumerate().filter(|(_, bytes)| **bytes > 0) {
                // By the square root: a lane of one sentence and one of three pages can both be seen.
                let share = i64::from((u64::from(*bytes) * 1_000_000 / u64::from(most)).isqrt() as u32);
                let height = share * (HEIGHT - HEADROOM) / 1_000 + LEAST;
                let class = format!("bar {}", document.account);
                rectangle(page, &class, SLOT * i as i64 + GUTTER, HEIGHT - height, SLOT - 2 * GUTTER, height);
            }
            if to > from {
                rectangle(page, "written between", from, 0, to - from, HEIGHT);
            }
            rectangle(page, "written", to - GUTTER / 2, 0, GUTTER, HEIGHT);
        });
    });
}

/// The pattern of what a document could not have known.
fn hatch(page: &mut Sheet) {
    page.within("svg", "patterns", |page| {
        numbers(page, [("width", 0), ("height", 0)]);
        page.set("aria-hidden", "true");
        page.within("pattern", "", |page| {
            page.set("id", "hatch");
            numbers(page, [("width", 60), ("height", 60)]);
            page.set("patternUnits", "userSpaceOnUse");
            page.within("path", "hatch", |page| page.set("d", "M-10 70 70 -10"));
        });
    });
}

fn rectangle(page: &mut Sheet, class: &str, x: i64, y: i64, width: i64, height: i64) {
    page.within("rect", "", |page| {
        page.set("class", class);
        numbers(page, [("x", x), ("y", y), ("width", width), ("height", height)]);
    });
}

fn numbers<const N: usize>(page: &mut Sheet, numbers: [(&'static str, i64); N]) {
    for (name, number) in numbers {
        page.set(name, &number.to_string());
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
