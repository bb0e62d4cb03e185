//! Where a highlight stands, in a form that outlives changes of the text: the quote with what stands around it, and its
//! position. W3C Web Annotation Data Model, 4.2.4 Text Quote Selector and 4.2.5 Text Position Selector
//! (<https://www.w3.org/TR/annotation-model/#selectors>).
//!
//! The standard counts Unicode code points of the text, neither bytes nor UTF-16 units. So do these selectors, in memory
//! and in every file; bytes are counted from them where a place is looked up. The text is the original as it is, with
//! its markup and page breaks.

use crate::corpus::ByteRange;

/// Code points of context on each side at first; doubled until the quote stands there only.
const CONTEXT: usize = 32;
/// … and no further than this.
const CONTEXT_AT_MOST: usize = 256;
/// So many code points of context that are left make a place likely.
const CONTEXT_ENOUGH: usize = 16;
/// A quote of so many code points needs no context to be likely.
const QUOTE_ENOUGH: usize = 40;
/// Quotes that are longer, in bytes, are not looked for inside of themselves.
const OVERLAP_AT_MOST: usize = 1_000;

/// Code points `start..end` of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// How many stand before it.
    pub start: u32,
    /// How many stand before its end.
    pub end: u32,
}

/// What is looked for, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selector {
    /// The words, as the original has them.
    pub exact: String,
    /// What stands before them.
    pub prefix: String,
    /// What stands behind them.
    pub suffix: String,
    /// Where they stood.
    pub position: Option<Span>,
}

/// Where a selector's words stand now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Where they stood, with what stood around them; where that is not told, where alone they stand with it.
    Same(ByteRange),
    /// Elsewhere, with all that stood around them, and only there.
    Found(ByteRange),
    /// Likely here; what stood around them has changed, or stands in several places. To be said to the reader.
    Moved(ByteRange),
    /// Nowhere that could be told from chance. The quote is kept.
    Orphaned,
}

impl Place {
    /// The bytes of the original, where there are any.
    #[must_use]
    pub const fn range(self) -> Option<ByteRange> {
        match self {
            Self::Same(range) | Self::Found(range) | Self::Moved(range) => Some(range),
            Self::Orphaned => None,
        }
    }

    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same(_) => "same",
            Self::Found(_) => "found",
            Self::Moved(_) => "moved",
            Self::Orphaned => "orphaned",
        }
    }
}

impl Selector {
    /// The selector of a range; `None` where the range is empty, leaves the text or cuts a character.
    #[must_use]
    pub fn of(text: &str, range: ByteRange) -> Option<Self> {
        let exact = range.slice(text).filter(|exact| !exact.is_empty())?;
        let (start, end) = (range.start as usize, range.end as usize);
        let points = |bytes: usize| u32::try_from(text[..bytes].chars().count()).ok();
        let mut selector = Self {
            exact: exact.to_owned(),
            prefix: String::new(),
            suffix: String::new(),
            position: Some(Span { start: points(start)?, end: points(end)? }),
        };
        let mut context = CONTEXT;
        while context <= CONTEXT_AT_MOST {
            let (prefix, suffix) = (last(&text[..start], context), first(&text[end..], context));
            let all = prefix.len() == start && suffix.len() == text.len() - end;
            selector.prefix = prefix.to_owned();
            selector.suffix = suffix.to_owned();
            if all || !selector.occurrences(text).any(|at| at != start && selector.is_whole(text, at)) {
                break;
            }
            context *= 2;
        }
        Some(selector)
    }

    /// Where its words stand in a text that may have changed.
    #[must_use]
    pub fn find(&self, text: &str) -> Place {
        if self.exact.is_empty() {
            return Place::Orphaned;
        }
        let old = self.position.and_then(|span| Some(text.char_indices().nth(span.start as usize)?.0));
        let far = |at: usize| old.map_or(at, |old| at.abs_diff(old));
        let mut count = 0_usize;
        let mut whole = 0_usize;
        // The best so far: all of its context, how much of it, how far.
        let mut best: Option<(bool, usize, usize, usize)> = None;
        let mut same = false;
        for at in self.occurrences(text) {
            count += 1;
            let is_whole = self.is_whole(text, at);
            whole += usize::from(is_whole);
            same |= is_whole && old == Some(at);
            let kept = if is_whole { 0 } else { self.kept(text, at) };
            let better = best.is_none_or(|(other_whole, other_kept, other_far, _)| {
                (is_whole, kept, other_far) > (other_whole, other_kept, far(at))
            });
            if better {
                best = Some((is_whole, kept, far(at), at));
            }
        }
        let Some((is_whole, kept, _, at)) = best else { return Place::Orphaned };
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let range = ByteRange::new(byte(at), byte(at + self.exact.len()));
        let length = |text: &str| text.chars().count();
        let context = length(&self.prefix) + length(&self.suffix);
        let long = length(&self.exact) >= QUOTE_ENOUGH;
        if is_whole {
            // A few letters without context say little about where they stand, unless they stand only once.
            let certain = context >= CONTEXT_ENOUGH || long || count == 1;
            return match (certain, same, whole) {
                (true, true, _) => Place::Same(range),
                (true, false, 1) if self.position.is_none() => Place::Same(range),
                (true, false, 1) => Place::Found(range),
                _ => Place::Moved(range),
            };
        }
        if kept >= CONTEXT_ENOUGH || long { Place::Moved(range) } else { Place::Orphaned }
    }

    /// Where the words stand, in order of the text.
    fn occurrences<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        let step = match self.exact.len() {
            0..=OVERLAP_AT_MOST => self.exact.chars().next().map_or(1, char::len_utf8),
            long => long,
        };
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = from + text.get(from..)?.find(&self.exact)?;
            from = at + step;
            Some(at)
        })
    }

    /// Whether everything that stood around the words stands around them here.
    fn is_whole(&self, text: &str, at: usize) -> bool {
        text[..at].ends_with(&self.prefix) && text[at + self.exact.len()..].starts_with(&self.suffix)
    }

    /// How many code points next to the words are as they were.
    fn kept(&self, text: &str, at: usize) -> usize {
        let alike = |(a, b): &(char, char)| a == b;
        let before = self.prefix.chars().rev().zip(text[..at].chars().rev()).take_while(alike).count();
        let after = self.suffix.chars().zip(text[at + self.exact.len()..].chars()).take_while(alike).count();
        before + after
    }
}

fn first(text: &str, points: usize) -> &str {
    text.char_indices().nth(points).map_or(text, |(at, _)| &text[..at])
}

fn last(text: &str, points: usize) -> &str {
    text.char_indices().rev().nth(points.saturating_sub(1)).map_or(text, |(at, _)| &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "On 12 May 2021 the Əliyev family crossed the border. Later the border was closed again by the army.";

    fn range(words: &str) -> ByteRange {
        let start = u32::try_from(TEXT.find(words).unwrap_or_default()).unwrap_or_default();
        ByteRange::new(start, start + u32::try_from(words.len()).unwrap_or_default())
    }

    #[allow(clippy::unwrap_used)]
    fn selector(words: &str) -> Selector {
        Selector::of(TEXT, range(words)).unwrap()
    }

    #[test]
    fn positions_count_code_points() {
        let found = selector("crossed");
        let start = u32::try_from(TEXT.chars().take_while(|c| *c != 'c').count()).unwrap_or_default();
        assert_eq!(found.position, Some(Span { start, end: start + 7 }));
        assert_eq!(range("crossed").start, start + 1, "one letter before it has two bytes");
        assert!(found.prefix.ends_with("Əliyev family ") && found.prefix.chars().count() == 32);
        assert!(found.suffix.starts_with(" the border."));
    }

    #[test]
    fn what_is_no_range_of_the_text_has_no_selector() {
        for range in [(3, 3), (5, 3), (0, 9_999), (20, 21), (19, 20)] {
            assert_eq!(Selector::of(TEXT, ByteRange::new(range.0, range.1)), None, "{range:?}");
        }
    }

    #[test]
    fn places() {
        let crossed = selector("crossed");
        assert_eq!(crossed.find(TEXT), Place::Same(range("crossed")));
        let moved = |place: Place, by: u32| {
            place.range().map(|range| ByteRange::new(range.start - by, range.end - by)) == Some(range("crossed"))
        };
        let later = format!("Note. {TEXT}");
        assert!(matches!(crossed.find(&later), Place::Found(_)) && moved(crossed.find(&later), 6));
        let around = TEXT.replace("family crossed", "people crossed");
        assert!(matches!(crossed.find(&around), Place::Moved(_)) && moved(crossed.find(&around), 0));
        assert_eq!(crossed.find(&TEXT.replace("crossed", "passed")), Place::Orphaned);
        assert_eq!(crossed.find("It was crossed out."), Place::Orphaned);
        assert_eq!(crossed.find(""), Place::Orphaned);
    }

    /// The words stand elsewhere too; where theirs are gone, the other ones are not taken for them.
    #[test]
    fn other_words_that_are_the_same_are_not_taken() {
        let border = selector("border");
        let changed = TEXT.replacen("border", "line", 1);
        assert_eq!(border.find(&changed), Place::Orphaned);
        let again = format!("{TEXT} {TEXT}");
        assert!(matches!(border.find(&again), Place::Same(found) if found == range("border")));
        // Its old place holds another text now, and its sentence stands there twice.
        let twice = format!("{} {TEXT} {TEXT}", "x".repeat(300));
        assert!(matches!(selector("border").find(&twice), Place::Found(_) | Place::Moved(_)));
    }

    #[test]
    fn context_grows_until_the_quote_stands_there_only() {
        let line = "the same line of a table, again and again, ";
        let text = format!("{}end", line.repeat(3));
        let second = u32::try_from(line.len()).unwrap_or_default();
        let selector = Selector::of(&text, ByteRange::new(second, second + 8)).unwrap_or_default();
        assert!(selector.prefix.len() > CONTEXT || selector.suffix.len() > CONTEXT);
        assert_eq!(selector.find(&text), Place::Same(ByteRange::new(second, second + 8)));
    }

    #[test]
    fn without_context_a_word_is_certain_only_where_it_stands_once() {
        let bare = |exact: &str| Selector { exact: exact.into(), ..Selector::default() };
        assert_eq!(bare("crossed").find(TEXT), Place::Same(range("crossed")), "where it stood is not told");
        assert!(matches!(bare("border").find(TEXT), Place::Moved(_)));
        assert_eq!(bare("").find(TEXT), Place::Orphaned);
        let at = |start| Selector { position: Some(Span { start, end: u32::MAX }), ..bare("border") };
        assert!(matches!(at(0).find(TEXT), Place::Moved(_)));
        assert_eq!(at(u32::MAX).find(TEXT).range(), Some(range("border")));
    }
}
