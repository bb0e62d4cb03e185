//! What a reader types: words, "phrases", -exclusions, and fields such as `place:karabakh`.
//!
//! Every text is a query. What looks like more than words and cannot be read so is searched as plain words, and
//! [`Query::faults`] says which part.

use super::dictionary::offset;
use super::token::Tokenizer;
use crate::corpus::ByteRange;

/// What a field narrows the search to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilterField {
    /// `voice:`, a speaker.
    Voice,
    /// `place:`
    Place,
    /// `in:`, an account or a document.
    In,
    /// `kind:`, what a passage is.
    Kind,
    /// `date:`
    Date,
    /// `period:`
    Period,
}

/// The fields by the names they are typed by.
pub const FIELDS: [(&str, FilterField); 9] = [
    ("voice", FilterField::Voice),
    ("speaker", FilterField::Voice),
    ("place", FilterField::Place),
    ("in", FilterField::In),
    ("account", FilterField::In),
    ("document", FilterField::In),
    ("kind", FilterField::Kind),
    ("date", FilterField::Date),
    ("period", FilterField::Period),
];

/// A field and its value: `place:karabakh`, `voice:"Human Rights Watch"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldClause {
    /// The field.
    pub field: FilterField,
    /// Its value, without quotation marks.
    pub value: String,
    /// The bytes of the query it was read from.
    pub range: ByteRange,
}

/// Why a part of a query was searched as plain words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A quotation mark without its partner.
    OpenQuote,
    /// A field without a value.
    NoValue,
    /// A value that its field does not know.
    UnknownValue,
    /// Quotation marks with no word between them, or a minus with none behind it.
    NoWord,
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QueryWord {
    pub folded: String,
    /// The bytes of the query.
    pub range: ByteRange,
    /// Typed in capitals, and longer than one letter.
    pub capitals: bool,
    /// Number of the stretch of plain words it stands in.
    pub chunk: u32,
    /// So many words from this one on were typed as one: "cease-fire", "S/2020/1104".
    pub tied: u32,
    /// Those words as one.
    pub joined: String,
}

/// A query, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// As it was typed.
    pub text: String,
    pub(super) words: Vec<QueryWord>,
    /// Words between quotation marks: the first is typed, others are other ways to divide it.
    pub(super) phrases: Vec<(Vec<String>, ByteRange)>,
    pub(super) excluded: Vec<Vec<String>>,
    /// The fields.
    pub fields: Vec<FieldClause>,
    /// What was taken for plain words.
    pub faults: Vec<(Fault, ByteRange)>,
    /// Whether the last word may go on: nothing follows it.
    pub open: bool,
}

impl Query {
    /// Reads a query.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut parser = Parser { query: Self { text: text.to_owned(), ..Self::default() }, ..Parser::default() };
        parser.read(text);
        let mut query = parser.query;
        query.open =
            query.words.last().is_some_and(|word| word.range.end as usize == text.len()) && !query.words.is_empty();
        query
    }

    /// What would be typed with `value` as the only value of a field, or with none.
    #[must_use]
    pub fn with_field(&self, field: FilterField, value: Option<&str>) -> String {
        let mut typed = String::new();
        let mut at = 0;
        for clause in self.fields.iter().filter(|clause| clause.field == field) {
            typed.push_str(self.text[at..clause.range.start as usize].trim_end());
            at = clause.range.end as usize;
        }
        typed.push_str(&self.text[at..]);
        let mut typed = typed.trim().to_owned();
        if let Some(value) = value {
            let name = FIELDS.iter().find(|(_, of)| *of == field).map_or("", |(name, _)| name);
            let quote = if value.contains(char::is_whitespace) { "\"" } else { "" };
            let space = if typed.is_empty() { "" } else { " " };
            typed.extend([space, name, ":", quote, value, quote]);
        }
        typed
    }

    /// What would be typed with these plain words between quotation marks: they alone, in no other form. None where they
    /// are not among the plain words.
    #[must_use]
    pub fn exactly(&self, words: &str) -> Option<String> {
        let ends = |end: usize| self.words.iter().any(|word| word.range.end as usize == end);
        let mut starts = self.words.iter().map(|word| word.range.start as usize);
        let at = starts.find(|at| self.text[*at..].starts_with(words) && ends(at + words.len()))?;
        let end = at + words.len();
        Some(format!("{}\"{words}\"{}", &self.text[..at], &self.text[end..]))
    }

    /// What would be typed without any field.
    #[must_use]
    pub fn without_fields(&self) -> String {
        let fields = FIELDS.iter().map(|(_, field)| *field);
        fields.fold(self.clone(), |query, field| Self::parse(&query.with_field(field, None))).text
    }

    /// What was typed for a field, each value by itself.
    pub fn values(&self, field: FilterField) -> impl Iterator<Item = &str> {
        self.fields.iter().filter(move |clause| clause.field == field).map(|clause| clause.value.as_str())
    }

    /// Whether it asks for nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty() && self.excluded.is_empty() && self.fields.is_empty()
    }
}

#[derive(Default)]
struct Parser {
    query: Query,
    tokenizer: Tokenizer,
    chunk: u32,
}

/// The mark that closes a quotation.
fn closing(open: char, c: char) -> bool {
    match open {
        '«' => c == '»',
        _ => matches!(c, '"' | '”' | '“'),
    }
}

const fn opens(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«')
}

impl Parser {
    fn read(&mut self, text: &str) {
        // Where the plain words before `at` begin.
        let mut plain = 0;
        let mut at = 0;
        let mut before = ' ';
        while let Some(c) = text[at..].chars().next() {
            let fresh = before.is_whitespace() || before == '(';
            let rest = &text[at + c.len_utf8()..];
            let used = if opens(c) {
                self.plain(text, plain, at);
                plain = at;
                self.quoted(text, at, c)
            } else if c == '-' && fresh && !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
                self.plain(text, plain, at);
                plain = at;
                self.exclusion(text, at)
            } else if fresh && c.is_ascii_alphabetic() {
                self.field(text, plain, at)
            } else {
                None
            };
            if let Some(end) = used {
                (at, plain, before) = (end, end, ' ');
            } else {
                at += c.len_utf8();
                before = c;
            }
        }
        self.plain(text, plain, text.len());
    }

    fn fault(&mut self, fault: Fault, start: usize, end: usize) {
        self.query.faults.push((fault, ByteRange::new(offset(start), offset(end))));
    }

    /// The words of a stretch.
    fn plain(&mut self, text: &str, start: usize, end: usize) {
        if start >= end {
            return;
        }
        self.chunk += 1;
        let (words, chunk) = (&mut self.query.words, self.chunk);
        let mut joined: Option<(String, u8)> = None;
        self.tokenizer.each(&text[start..end], |folded, token| {
            if token.spans > 1 {
                joined = Some((folded.to_owned(), token.spans));
            } else if token.spans == 0 {
                let range = ByteRange::new(offset(start + token.start), offset(start + token.end));
                let typed = &text[start + token.start..start + token.end];
                let capitals = typed.chars().count() > 1 && !typed.contains(char::is_lowercase);
                let (joined, tied) = joined.take().unwrap_or_default();
                let folded = folded.to_owned();
                words.push(QueryWord { folded, range, capitals, chunk, tied: u32::from(tied), joined });
            }
        });
    }

    /// The words between quotation marks; behind the closing one, if there is one.
    fn quoted(&mut self, text: &str, at: usize, open: char) -> Option<usize> {
        let inner = at + open.len_utf8();
        let Some((length, close)) = text[inner..].char_indices().find(|(_, c)| closing(open, *c)) else {
            self.fault(Fault::OpenQuote, at, text.len());
            return None;
        };
        let end = inner + length + close.len_utf8();
        let words = self.words(&text[inner..inner + length]);
        if words.is_empty() {
            self.fault(Fault::NoWord, at, end);
        } else {
            self.query.phrases.push((words, ByteRange::new(offset(at), offset(end))));
        }
        Some(end)
    }

    fn exclusion(&mut self, text: &str, at: usize) -> Option<usize> {
        let inner = at + 1;
        let first = text[inner..].chars().next()?;
        let (words, end) = if opens(first) {
            let from = inner + first.len_utf8();
            match text[from..].char_indices().find(|(_, c)| closing(first, *c)) {
                Some((length, close)) => (self.words(&text[from..from + length]), from + length + close.len_utf8()),
                None => return None,
            }
        } else {
            let end = inner + text[inner..].find(char::is_whitespace).unwrap_or(text.len() - inner);
            (self.words(&text[inner..end]), end)
        };
        if words.is_empty() {
            self.fault(Fault::NoWord, at, end);
            return None;
        }
        self.query.excluded.push(words);
        Some(end)
    }

    /// A field and its value, if one begins here; what stands before it are plain words.
    fn field(&mut self, text: &str, plain: usize, at: usize) -> Option<usize> {
        let rest = &text[at..];
        let length = rest.find(|c: char| !c.is_ascii_alphabetic()).filter(|length| rest[*length..].starts_with(':'))?;
        let name = rest[..length].to_ascii_lowercase();
        let field = FIELDS.iter().find(|(known, _)| *known == name)?.1;
        let from = at + length + 1;
        let open = text[from..].chars().next().filter(|c| opens(*c));
        let (value, end) = match open {
            Some(open) => {
                let inner = from + open.len_utf8();
                match text[inner..].char_indices().find(|(_, c)| closing(open, *c)) {
                    Some((length, close)) => (&text[inner..inner + length], inner + length + close.len_utf8()),
                    // The mark itself is told of when it is come to.
                    None => return None,
                }
            }
            None => {
                let end = from + text[from..].find(char::is_whitespace).unwrap_or(text.len() - from);
                (&text[from..end], end)
            }
        };
        if value.trim().is_empty() {
            self.fault(Fault::NoValue, at, end);
            return None;
        }
        self.plain(text, plain, at);
        let range = ByteRange::new(offset(at), offset(end));
        self.query.fields.push(FieldClause { field, value: value.trim().to_owned(), range });
        Some(end)
    }

    fn words(&mut self, text: &str) -> Vec<String> {
        let mut words = Vec::new();
        self.tokenizer.each(text, |folded, token| {
            if token.spans == 0 {
                words.push(folded.to_owned());
            }
        });
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, words: &str, phrases: &[&str], excluded: &[&str], fields: usize, faults: &[Fault]) {
        let query = Query::parse(text);
        let joined = |words: &[String]| words.join(" ");
        assert_eq!(query.words.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" "), words, "{text}");
        assert_eq!(query.phrases.iter().map(|(words, _)| joined(words)).collect::<Vec<_>>(), phrases, "{text}");
        assert_eq!(query.excluded.iter().map(|words| joined(words)).collect::<Vec<_>>(), excluded, "{text}");
        assert_eq!(query.fields.len(), fields, "{text}");
        assert_eq!(query.faults.iter().map(|(fault, _)| *fault).collect::<Vec<_>>(), faults, "{text}");
    }

    #[test]
    fn queries_are_read() {
        check("war of 2020", "war of 2020", &[], &[], 0, &[]);
        check("\"creeping annexation\" border", "border", &["creeping annexation"], &[], 0, &[]);
        check("“creeping annexation”", "", &["creeping annexation"], &[], 0, &[]);
        check("«Ağdam»", "", &["agdam"], &[], 0, &[]);
        check("war -letter -\"first war\" 2020", "war 2020", &[], &["letter", "first war"], 0, &[]);
        check("cease-fire 2020 - 2021", "cease fire 2020 2021", &[], &[], 0, &[]);
        check("war place:karabakh voice:\"Human Rights Watch\" now", "war now", &[], &[], 2, &[]);
        check("http://hetq.am note: 12:30", "http hetq am note 12 30", &[], &[], 0, &[]);
        check("\"open phrase", "open phrase", &[], &[], 0, &[Fault::OpenQuote]);
        check("war place: now", "war place now", &[], &[], 0, &[Fault::NoValue]);
        check("\"\" war -- -", "war", &[], &[], 0, &[Fault::NoWord, Fault::NoWord]);
        check("place:\"open", "place open", &[], &[], 0, &[Fault::OpenQuote]);
        check("", "", &[], &[], 0, &[]);
    }

    #[test]
    fn a_field_is_set_and_taken_away() {
        let check = |text: &str, field: FilterField, value: Option<&str>, expected: &str| {
            assert_eq!(Query::parse(text).with_field(field, value), expected, "{text}");
        };
        check("war", FilterField::In, Some("letter"), "war in:letter");
        check("", FilterField::In, Some("letter"), "in:letter");
        check("war in:letter now", FilterField::In, Some("article"), "war now in:article");
        check("in:letter war document:article", FilterField::In, None, "war");
        check(
            "war in:letter",
            FilterField::Voice,
            Some("Human Rights Watch"),
            "war in:letter voice:\"Human Rights Watch\"",
        );
        check("a voice:\"Human Rights Watch\" b", FilterField::Voice, None, "a b");
        check("plain words", FilterField::Date, None, "plain words");
        assert_eq!(Query::parse("a in:letter \"b c\" date:2021-05 -d").without_fields(), "a \"b c\" -d");
    }

    #[test]
    fn words_are_asked_for_exactly() {
        let check = |text: &str, words: &str, expected: Option<&str>| {
            assert_eq!(Query::parse(text).exactly(words).as_deref(), expected, "{text}");
        };
        check("occupied", "occupied", Some("\"occupied\""));
        check(
            "the trilateral statement in:letter",
            "trilateral statement",
            Some("the \"trilateral statement\" in:letter"),
        );
        check("occupiedness occupied", "occupied", Some("occupiedness \"occupied\""));
        check("“occupied” land", "occupied", None);
        check("in:letter war", "letter", None);
        check("war", "", None);
    }

    #[test]
    fn the_last_word_may_go_on() {
        assert!(Query::parse("occupied terr").open);
        assert!(!Query::parse("occupied terr ").open);
        assert!(!Query::parse("occupied \"terr\"").open);
        assert!(!Query::parse("").open);
    }

    #[test]
    fn words_typed_as_one() {
        let query = Query::parse("S/2020/1104 cease-fire");
        let tied: Vec<(u32, &str)> = query.words.iter().map(|word| (word.tied, word.joined.as_str())).collect();
        assert_eq!(tied, [(3, "s20201104"), (0, ""), (0, ""), (2, "ceasefire"), (0, "")]);
    }
}
