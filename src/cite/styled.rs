//! A citation as it is written: what is set in italics is told apart.

use super::item::{Item, Kind, Locator};
use crate::corpus::{BlockKind, Day, month_name};
use crate::escape;

/// A manual of style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Publication Manual of the American Psychological Association, 7th edition.
    Apa,
    /// MLA Handbook, 9th edition.
    Mla,
    /// Chicago Manual of Style, notes.
    Chicago,
}

impl Style {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Apa, Self::Mla, Self::Chicago];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Apa => "APA",
            Self::Mla => "MLA",
            Self::Chicago => "Chicago",
        }
    }
}

/// Words that are set alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Whether they are set in italics.
    pub italic: bool,
}

/// How something is cited in a style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// For the list of what was used; in Chicago's notes, the note itself.
    pub full: Vec<Words>,
    /// For the text, where the style has that: in brackets, with the place.
    pub in_text: Option<Vec<Words>>,
}

/// Without italics.
#[must_use]
pub fn plain(words: &[Words]) -> String {
    words.iter().map(|words| words.text.as_str()).collect()
}

/// As HTML, safe whatever the words are.
#[must_use]
pub fn html(words: &[Words]) -> String {
    let set = |Words { text, italic }: &Words| {
        let text = escape::html(text);
        if *italic { format!("<i>{text}</i>") } else { text }
    };
    words.iter().map(set).collect()
}

/// The place in a text, in full: "Other organizations, para. 5".
pub(super) fn place(item: &Item) -> Option<String> {
    item.locator.as_ref().map(|locator| located(locator, "para."))
}

fn located(Locator { section, kind, number }: &Locator, paragraph: &str) -> String {
    let counted = match kind {
        BlockKind::Footnote => "note",
        BlockKind::Reference => "reference",
        BlockKind::Infobox => "infobox, line",
        BlockKind::Letterhead => "letterhead, line",
        BlockKind::Signatory => "signatory",
        BlockKind::Caption => "caption",
        BlockKind::Hatnote => "hatnote",
        BlockKind::Attribution => "attribution",
        _ => paragraph,
    };
    match section {
        Some(section) => format!("{section}, {counted} {number}"),
        None => format!("{counted} {number}"),
    }
}

/// A line that is written part by part.
#[derive(Default)]
struct Line(Vec<Words>);

impl Line {
    fn roman(mut self, text: &str) -> Self {
        match self.0.last_mut() {
            Some(last) if !last.italic => last.text.push_str(text),
            _ => self.0.push(Words { text: text.to_owned(), italic: false }),
        }
        self
    }

    fn italic(mut self, text: &str) -> Self {
        self.0.push(Words { text: text.to_owned(), italic: true });
        self
    }

    /// The words, where there are any.
    fn maybe(self, text: Option<String>) -> Self {
        match text {
            Some(text) => self.roman(&text),
            None => self,
        }
    }

    /// Ends a sentence, unless the words have done so.
    fn stop(self) -> Self {
        let ended = self.0.last().is_some_and(|last| last.text.ends_with(['.', '?', '!']));
        if ended { self } else { self.roman(".") }
    }
}

impl Item {
    /// How it is cited in a style.
    #[must_use]
    pub fn cited(&self, style: Style) -> Citation {
        match style {
            Style::Apa => Citation { full: self.apa(), in_text: Some(self.apa_in_text()) },
            Style::Mla => Citation { full: self.mla(), in_text: Some(self.mla_in_text()) },
            Style::Chicago => Citation { full: self.chicago(), in_text: None },
        }
    }

    /// Sources: the manual, 8.13, 9.11 (circa), 9.22 (descriptions in brackets), 10.3 example 49 (an entry of Wikipedia);
    /// <https://apastyle.apa.org/style-grammar-guidelines/references/examples/webpage-website-references>.
    fn apa(&self) -> Vec<Words> {
        let date = match (self.issued.days.earliest, self.issued.days.latest) {
            (Some(first), Some(last)) if first == last => {
                format!("{}, {} {}", first.year, month_name(first.month), first.day)
            }
            (Some(first), Some(last)) if first.year == last.year => {
                format!("{}{}, {}", self.about("ca. "), first.year, months(first, last))
            }
            (Some(first), Some(last)) => format!("{}{}–{}", self.about("ca. "), first.year, last.year),
            _ => "n.d.".to_owned(),
        };
        let date = format!(" ({date}).");
        let line = match &self.author {
            Some(author) => {
                let line = Line::default().roman(author).stop().roman(&date).roman(" ");
                let line =
                    if self.supplied { line.roman(&format!("[{}]", self.title)) } else { line.italic(&self.title) };
                line.maybe(self.symbol.as_ref().map(|symbol| format!(" ({symbol})"))).stop()
            }
            None => Line::default().roman(&self.title).stop().roman(&date),
        };
        let line = match &self.container {
            Some(container) if self.kind == Kind::Entry => line.roman(" In ").italic(container).stop(),
            Some(container) => line.roman(" ").italic(container).stop(),
            None => line,
        };
        let read = self.accessed.filter(|_| self.kind == Kind::Webpage);
        let read = read.map(|day| format!("Retrieved {}, from ", american(day)));
        line.roman(" ").maybe(read).roman(&self.url).0
    }

    /// Source: the manual, 8.11 to 8.14 and 8.28 (sections and paragraphs where there are no pages).
    fn apa_in_text(&self) -> Vec<Words> {
        let year = match self.issued.days.earliest {
            Some(first) => format!("{}{}", self.about("ca. "), first.year),
            None => "n.d.".to_owned(),
        };
        let who = match &self.author {
            Some(author) => format!("({author}, "),
            None => format!("(“{},” ", self.title),
        };
        let place = self.locator.as_ref().map(|locator| match &locator.section {
            Some(section) => {
                let within = located(&Locator { section: None, ..locator.clone() }, "para.");
                format!(", “{section}” section, {within}")
            }
            None => format!(", {}", located(locator, "para.")),
        });
        Line::default().roman(&who).roman(&year).maybe(place).roman(")").0
    }

    /// Sources: the handbook, 5.29 (descriptions in place of titles), 5.83 (dates as exactly as they are known);
    /// <https://style.mla.org/works-cited/citations-by-format/>.
    fn mla(&self) -> Vec<Words> {
        let date = match (self.issued.days.earliest, self.issued.days.latest) {
            (Some(first), Some(last)) if first == last => Some(british(first)),
            (Some(first), Some(last)) => Some(format!("{}{}", self.about("circa "), span(first, last))),
            _ => None,
        };
        let line = match &self.author {
            Some(author) => Line::default().roman(author).stop().roman(" "),
            None => Line::default(),
        };
        let line = match (&self.container, self.supplied) {
            (Some(container), _) => line.roman(&format!("“{}.” ", self.title)).italic(container).roman(", "),
            (None, true) => line.roman(&self.title).stop().roman(" "),
            (None, false) => line.italic(&self.title).stop().roman(" "),
        };
        let details: Vec<String> = self.symbol.clone().into_iter().chain(date).chain([self.url.clone()]).collect();
        let line = line.roman(&details.join(", ")).roman(".");
        line.maybe(self.accessed.map(|day| format!(" Accessed {}.", british(day)))).0
    }

    /// Source: the handbook, 6.17 to 6.19 (numbered paragraphs).
    fn mla_in_text(&self) -> Vec<Words> {
        let place = self.locator.as_ref().map(|locator| located(locator, "par."));
        // A comma parts the place from what is cited, within the title's quotation marks.
        let comma = if place.is_some() { "," } else { "" };
        let who = match &self.author {
            Some(author) => format!("({author}{comma}"),
            None => format!("(“{}{comma}”", self.title),
        };
        Line::default().roman(&who).maybe(place.map(|place| format!(" {place}"))).roman(")").0
    }

    /// Sources: the manual (17th edition), 14.207 (websites), 14.233 (reference works online), 14.160 (places without pages).
    fn chicago(&self) -> Vec<Words> {
        let date = match (self.issued.days.earliest, self.issued.days.latest) {
            (Some(first), Some(last)) if first == last => Some(american(first)),
            (Some(first), Some(last)) => Some(format!("{}{}", self.about("ca. "), span(first, last))),
            _ => None,
        };
        let line = Line::default();
        let line = match (&self.author, &self.container, self.kind) {
            (_, Some(container), Kind::Entry) => line.italic(container).roman(&format!(", s.v. “{},”", self.title)),
            (Some(author), ..) if self.supplied => line.roman(&format!("{author}, {},", self.title)),
            (Some(author), ..) => line.roman(&format!("{author}, “{},”", self.title)),
            (None, Some(container), _) => line.roman(&format!("“{},” ", self.title)).italic(container).roman(","),
            (None, None, _) => line.roman(&format!("“{},”", self.title)),
        };
        let date = match self.kind {
            // The day of the text that was read: entries go on changing.
            Kind::Entry => date.map(|date| format!("snapshot of {date}")),
            _ => date,
        };
        let read = self.accessed.map(|day| format!("accessed {}", american(day)));
        let details: Vec<String> = (self.symbol.clone().into_iter())
            .chain(date)
            .chain(place(self))
            .chain(read)
            .chain([self.url.clone()])
            .collect();
        line.roman(" ").roman(&details.join(", ")).roman(".").0
    }

    fn about(&self, word: &'static str) -> &'static str {
        if self.issued.about { word } else { "" }
    }
}

/// "May–June 2021", "December 2021–January 2022".
fn span(first: Day, last: Day) -> String {
    if first.year == last.year {
        return format!("{} {}", months(first, last), last.year);
    }
    let month = |day: Day| format!("{} {}", month_name(day.month), day.year);
    format!("{}–{}", month(first), month(last))
}

/// "May–June", "November".
fn months(first: Day, last: Day) -> String {
    if first.month == last.month {
        return month_name(first.month).to_owned();
    }
    format!("{}–{}", month_name(first.month), month_name(last.month))
}

/// "January 12, 2021".
fn american(day: Day) -> String {
    format!("{} {}, {}", month_name(day.month), day.day, day.year)
}

/// "12 Jan. 2021". Source: the handbook, Appendix 1: May, June and July are not abbreviated.
fn british(day: Day) -> String {
    let month = month_name(day.month);
    let short = match month {
        "May" | "June" | "July" => month.to_owned(),
        "September" => "Sept.".to_owned(),
        _ => format!("{}.", month.get(..3).unwrap_or(month)),
    };
    format!("{} {short} {}", day.day, day.year)
}
