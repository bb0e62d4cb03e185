//! The expressions of a passage, in order, with what their surroundings say of each.

use super::grammar::Grammar;
use super::mention::{Mention, Open, Part, Relative, Shape, Unit};
use super::token::{DASHES, Kind, Token, tokens};

/// What speaks for a date told by the way.
const BRACKETED: i32 = 120;
const REMEMBERED: i32 = 50;
const ADJECTIVE: i32 = 60;
const SINCE: i32 = 60;
const SPAN: i32 = 60;
const PLANNED: i32 = 60;
const LASTING: i32 = 60;

/// The expressions of time of a passage.
pub fn mentions(text: &str) -> Vec<Mention> {
    let tokens = tokens(text);
    let grammar = Grammar { tokens: &tokens };
    let brackets = brackets(&tokens);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let read = match grammar.dates(at) {
            Some(items) => Some(items),
            None => grammar.relative(at).map(|(shape, end)| vec![(shape, at, end)]),
        };
        let Some(items) = read else {
            at += 1;
            continue;
        };
        for (shape, from, to) in items {
            let (shape, to) = of_that_year(&grammar, shape, to);
            found.push(mention(&grammar, &brackets, shape, (from, to)));
            at = at.max(to);
        }
        at = at.max(1);
    }
    inherit(text, &mut found);
    join(text, &mut found);
    found
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

fn mention(grammar: &Grammar, brackets: &[bool], shape: Shape, (from, to): (usize, usize)) -> Mention {
    let tokens = grammar.tokens;
    let first = &tokens[from];
    let last = &tokens[to - 1];
    let opens = |word: &str| {
        grammar.is_of(from.wrapping_sub(1), word)
            || grammar.is(from.wrapping_sub(1), "the") && grammar.is_of(from.wrapping_sub(2), word)
    };
    let mut end = last.end();
    let mut open = Open::Closed;
    if matches!(shape, Shape::Point(_) | Shape::Relative(_)) {
        let from_there = grammar.is(from.wrapping_sub(1), "from")
            && (grammar.is_of(to, "on onward onwards") || first_word(grammar, from - 1));
        if opens("since after") || from_there {
            open = Open::Since;
        } else if opens("until till by before") {
            open = Open::Until;
        } else if tokens.get(to).is_some_and(|dash| dash.is_mark(DASHES)) && grammar.is(to + 1, "present") {
            open = Open::Since;
            end = tokens[to + 1].end();
        }
    }
    let sentence: Vec<&Token> =
        tokens[..from].iter().rev().take(40).take_while(|token| token.sentence == first.sentence).collect();
    let words = sentence.iter().filter(|token| token.kind == Kind::Word).count();
    let back = sentence.iter().take(24).any(|token| token.is("had"));
    let planned = sentence
        .iter()
        .take(24)
        .any(|token| token.is_of("will would shall plan plans planned scheduled expected predicted"));
    let lasting = sentence.iter().take(10).any(|token| token.is_of("until till"));
    let adjective = tokens.get(to).is_some_and(Token::is_lower)
        && grammar.before(from).is_some_and(|before| before.is_of("the a an its their his"))
        && !tokens.get(to).is_some_and(|next| next.is_of("and or to the in by was were when with as after before"));
    let long = matches!(shape, Shape::Range(first, second) if first.year != second.year)
        || matches!(shape, Shape::Point(point) if point.years > 0);
    let signs = [
        (brackets.get(from).copied().unwrap_or(false), BRACKETED),
        (back, REMEMBERED),
        (planned, PLANNED),
        (lasting, LASTING),
        (adjective, ADJECTIVE),
        (open == Open::Since && opens("since"), SINCE),
        (long, SPAN),
    ];
    let aside = signs.iter().filter(|(holds, _)| *holds).map(|(_, price)| price).sum();
    let leading = words <= 2;
    Mention { start: first.start, end, shape, open, sentence: first.sentence, leading, aside, back }
}

/// Whether a token is the first of its sentence.
fn first_word(grammar: &Grammar, at: usize) -> bool {
    grammar.before(at).is_none_or(|before| before.sentence != grammar.tokens[at].sentence)
}

/// Which tokens stand in brackets.
fn brackets(tokens: &[Token]) -> Vec<bool> {
    let mut depth = 0_u32;
    let inside = |token: &Token| {
        if token.is_mark("([") {
            depth += 1;
        } else if token.is_mark(")]") {
            depth = depth.saturating_sub(1);
        }
        depth > 0
    };
    tokens.iter().map(inside).collect()
}

/// Of dates in a row, each takes the year that only the last one has: "on 12 May and 5 June 1941".
fn inherit(text: &str, mentions: &mut [Mention]) {
    for at in (1..mentions.len()).rev() {
        let (before, after) = mentions.split_at_mut(at);
        let (Some(left), Some(right)) = (before.last_mut(), after.first()) else { continue };
        let (Shape::Point(mut point), Shape::Point(next)) = (left.shape, right.shape) else { continue };
        let between = text.get(left.end..right.start).unwrap_or_default();
        let row = between.trim_matches([',', ' ']);
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
