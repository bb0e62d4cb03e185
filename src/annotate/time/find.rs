//! The expressions of a passage, in order, with what their surroundings say of each.

use super::grammar::Grammar;
use super::lexicon;
use super::mention::{Mention, Open, Part, Relative, Shape, Unit};
use super::relative::{BACKWARD, FORWARD};
use super::token::{DASHES, Kind, Token, tokens};

/// What speaks for a date told by the way.
const BRACKETED: i32 = 120;
const ADJECTIVE: i32 = 60;
const SPAN: i32 = 60;

/// Words before a date that speak for it too, within how many tokens, and how much. The first are those that look back.
const CUES: [(&str, usize, i32); 3] = [
    ("had since", 24, 50),
    ("will would shall plan plans planned scheduled expected predicted", 24, 60),
    ("until till", 10, 60),
];

/// How far the cues of a sentence reach.
const REACH: usize = 40;

/// What an expression may begin with, but for names and numbers.
const FIRST: &str = "the that this early mid late later earlier spring summer autumn fall winter today yesterday tomorrow \
    last next end close beginning start outset middle half first second latter part final closing opening rest";

/// What is no noun after a year: "the 1941 campaign", but "in the 1941 and 1942 campaigns".
const NO_NOUN: &str = "and or to the in by was were when with as after before";

/// The expressions of time of a passage.
pub fn mentions(text: &str) -> Vec<Mention> {
    let tokens = tokens(text);
    let grammar = Grammar { tokens: &tokens };
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].is_mark("([") {
            depth += 1;
        } else if tokens[at].is_mark(")]") {
            depth = depth.saturating_sub(1);
        }
        if !may_begin(&tokens[at]) {
            at += 1;
            continue;
        }
        let items =
            grammar.dates(at).or_else(|| Some(vec![grammar.relative(at).map(|(shape, end)| (shape, at, end))?]));
        let before = at;
        for (shape, from, to) in items.unwrap_or_default() {
            let (shape, to) = of_that_year(&grammar, shape, to);
            found.push(mention(&grammar, depth > 0, shape, (from, to)));
            at = to;
        }
        at = at.max(before + 1);
    }
    inherit(text, &mut found);
    join(text, &mut found);
    found
}

/// Whether an expression may begin with a token: most words are passed over quickly.
fn may_begin(token: &Token) -> bool {
    match token.kind {
        Kind::Mark(_) => false,
        Kind::Word => {
            !token.is_lower() || token.is(FIRST) || lexicon::count(token).or(lexicon::ordinal(token)).is_some()
        }
        _ => true,
    }
}

/// "March 9 of that year", "May of the following year".
fn of_that_year(grammar: &Grammar, shape: Shape, end: usize) -> (Shape, usize) {
    let Shape::Point(point) = shape else { return (shape, end) };
    if point.year.is_some() || point.month == 0 {
        return (shape, end);
    }
    let next = end + usize::from(grammar.is(end, "of"));
    match grammar.pointed(next, false) {
        Some((relative, stop)) if relative.unit == Unit::Year => {
            let whole = Relative { month: point.month, day: point.day, part: point.part, ..relative };
            (Shape::Relative(whole), stop)
        }
        _ => (shape, end),
    }
}

fn mention(grammar: &Grammar, bracketed: bool, shape: Shape, (from, to): (usize, usize)) -> Mention {
    let (first, next) = (grammar.at(from), grammar.at(to));
    let turned = grammar.is(from.wrapping_sub(2), "the") && matches!(shape, Shape::Point(point) if point.month > 0);
    let turn = match grammar.before(from) {
        before if turned && before.is(FORWARD) => 1,
        before if turned && before.is(BACKWARD) => -1,
        _ => 0,
    };
    // "Until the following June".
    let head = if turn == 0 { from } else { from - 2 };
    let mut end = grammar.before(to).end();
    let mut open = Open::Closed;
    // "From 2015, it rose"; but "maps from 1975".
    let start = grammar.is(from.wrapping_sub(1), "from")
        && (next.is("on onward onwards") || grammar.at(from.wrapping_sub(2)).sentence != first.sentence);
    if matches!(shape, Shape::Point(_) | Shape::Relative(_)) {
        if grammar.opens(head, "since after") || start {
            open = Open::Since;
        } else if grammar.opens(head, "until till by before") {
            open = Open::Until;
        } else if next.is_mark(DASHES) && grammar.is(to + 1, "present") {
            open = Open::Since;
            end = grammar.at(to + 1).end();
        }
    }
    let mut words = 0;
    let mut said = 0;
    let told = grammar.tokens[..from].iter().rev().take_while(|token| token.sentence == first.sentence);
    for (away, token) in told.take(REACH).enumerate() {
        words += usize::from(token.kind == Kind::Word);
        for (sign, (cues, reach, _)) in CUES.iter().enumerate() {
            if away < *reach && token.is(cues) {
                said |= 1 << sign;
            }
        }
    }
    let adjective = next.is_lower() && grammar.before(from).is("the a an its their his") && !next.is(NO_NOUN);
    let long = match shape {
        Shape::Range(first, second) => first.year != second.year,
        Shape::Point(point) => point.years > 0,
        _ => false,
    };
    let signs = [(bracketed, BRACKETED), (adjective, ADJECTIVE), (long, SPAN)];
    let cues = CUES.iter().enumerate().map(|(sign, (.., price))| (said & (1 << sign) > 0, *price));
    let aside = signs.into_iter().chain(cues).filter(|(holds, _)| *holds).map(|(_, price)| price).sum();
    let back = said & 1 > 0 || looks_back(&grammar.tokens[to..]);
    let (sentence, leading) = (first.sentence, words <= 2);
    Mention { start: first.start, end, shape, open, sentence, bracketed, leading, aside, back, turn }
}

/// "On 6 April they had declared war": whether the clause that a date opens looks back.
fn looks_back(after: &[Token]) -> bool {
    let clause =
        after.iter().take(8).take_while(|token| !token.is_mark(".;,()") && !token.is("which who that where when"));
    let mut words = clause.skip_while(|token| !token.is("had")).skip(1);
    words.next().is_some_and(|verb| verb.is("been already not begun") || verb.is_lower() && verb.text.ends_with("ed"))
}

/// Of dates in a row, each takes the year that only the last one has: "on 12 May and 5 June 1941".
fn inherit(text: &str, mentions: &mut [Mention]) {
    for at in (1..mentions.len()).rev() {
        let (before, after) = mentions.split_at_mut(at);
        let (Some(left), Some(right)) = (before.last_mut(), after.first_mut()) else { continue };
        let between = text.get(left.end..right.start).unwrap_or_default();
        let row = between.trim_matches([',', ' ']);
        // "In March and April of the following year".
        if let (Shape::Point(point), Shape::Relative(next)) = (left.shape, right.shape)
            && (row, next.unit, point.year) == ("and", Unit::Year, None)
            && point.month > 0
            && next.month > 0
            && (point.day > 0) == (next.day > 0)
        {
            left.shape = Shape::Relative(Relative { month: point.month, day: point.day, part: point.part, ..next });
            right.shape = Shape::Relative(Relative { count: 0, ..next });
        }
        let (Shape::Point(mut point), Shape::Point(next)) = (left.shape, right.shape) else { continue };
        let same = (point.day > 0) == (next.day > 0) && point.month > 0 && next.month > 0;
        if point.year.is_none() && same && matches!(row, "" | "and" | "or" | "/") {
            let turn = (point.month, point.day) > (next.month, next.day);
            point.year = next.year.map(|year| year - i32::from(turn));
            left.shape = Shape::Point(point);
        }
    }
}

/// "Late July and early August 2022" is one span, and so is "the end of 1991 and the beginning of 1992".
fn join(text: &str, mentions: &mut Vec<Mention>) {
    let mut at = 1;
    while at < mentions.len() {
        let (left, right) = (mentions[at - 1], mentions[at]);
        let between = text.get(left.end..right.start).unwrap_or_default();
        let shape = match (left.shape, right.shape) {
            (Shape::Point(first), Shape::Point(second)) if between == " and " || between == " and the " => {
                let late = matches!(first.part, Part::Late | Part::End);
                let early = matches!(second.part, Part::Early | Part::Beginning);
                let months = first.month > 0 && second.month > 0;
                let edges = (first.part, second.part) == (Part::End, Part::Beginning);
                (late && early && (months || edges)).then_some(Shape::Range(first, second))
            }
            _ => None,
        };
        match shape {
            Some(shape) => {
                mentions[at - 1] = Mention { shape, end: right.end, ..left };
                mentions.remove(at);
            }
            None => at += 1,
        }
    }
}
