//! A view as the fragment of a URL, and back.
//!
//! `v1/PAGE/SUBJECT?key=value&…`, readable, with nothing in it that is as at the start:
//! - `v1/compare/2020-war?columns=armenian+international&layout=dates&show=letter.p12`
//! - `v1/read/letter`, `v1/read/letter+article?show=article.may-2021.p1`, `v1/original/letter`
//! - `v1/voices`, `v1/voices/azerbaijan`, `v1/names/karabakh`, `v1/claims/entry-may-2021`
//! - `v1/vocabulary`, `v1/vocabulary?word=ceasefire`
//! - `v1/search?q=cease-fire+in:letter`, `v1/concordance?q=occupied&forms=any&sort=left`
//! - `v1/notebook`, `v1/guided/letter`, `v1/compare?own=beside`
//! - `v1/handout?q=letter.p7+article.lead.p3+ask:differ+lines:6`
//! - `v1/sources`, `v1/about`
//! - `letter.p12`, `letter.p8.s2` (a sentence of it), `period:2020-war`, `place:karabakh`, `speaker:azerbaijan` and `claim:…` alone, to be typed or
//!   cited
//!
//! Any fragment decodes. What is not understood is left at the start's value, and a [`Notice`] says so.

use super::{Layout, Mark, Page, View};
use crate::compare::is_voice;
use crate::corpus::Bundle;
use crate::search::concordance::{Order, Sameness};

/// Version of the fragment's form.
pub const VERSION: &str = "v1";

/// Longest fragment that is looked into, in bytes.
pub const FRAGMENT_AT_MOST: usize = 8_192;

/// Longest text that is looked for, in bytes; a longer one is cut, and that is told.
pub const QUERY_AT_MOST: usize = 600;

/// What a concordance may be sorted by; first what it is sorted by at the start.
const ORDERS: [(&str, Order); 5] = [
    ("text", Order::Text),
    ("left", Order::Left),
    ("right", Order::Right),
    ("date", Order::Date),
    ("document", Order::Document),
];

/// Something in a fragment that could not be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Longer than [`FRAGMENT_AT_MOST`]; it was not looked into.
    TooLong(usize),
    /// Written for another version of the app; read as far as it goes.
    OtherVersion(String),
    /// No such page.
    UnknownPage(String),
    /// No such document.
    UnknownDocument(String),
    /// No such period.
    UnknownPeriod(String),
    /// No such passage.
    UnknownPassage(String),
    /// No such account, or the same one twice.
    UnknownAccount(String),
    /// A key or value that means nothing here.
    Unknown(String),
}

/// A view, and what in its fragment could not be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The nearest valid view.
    pub view: View,
    /// What was not understood.
    pub notices: Vec<Notice>,
}

/// The fragment of a view, without `#`.
#[must_use]
pub fn encode(view: &View, bundle: &Bundle) -> String {
    let start = View::start(bundle);
    let mut fragment = format!("{VERSION}/");
    match &view.page {
        Page::Compare => {
            subject("compare", view.period.as_ref(), &mut fragment);
        }
        Page::Read { document, beside, original } => {
            fragment.push_str(if *original { "original/" } else { "read/" });
            escape(document, &mut fragment);
            if let Some(beside) = beside {
                fragment.push('+');
                escape(beside, &mut fragment);
            }
        }
        Page::Voices { speaker } => subject("voices", speaker.as_ref(), &mut fragment),
        Page::Names { place } => subject("names", place.as_ref(), &mut fragment),
        Page::Claims { entry } => subject("claims", entry.as_ref(), &mut fragment),
        Page::Vocabulary { .. } => fragment.push_str("vocabulary"),
        Page::Search { .. } => fragment.push_str("search"),
        Page::Concordance { .. } => fragment.push_str("concordance"),
        Page::Notebook => fragment.push_str("notebook"),
        Page::Guided { document } => subject("guided", Some(document), &mut fragment),
        Page::Handout { .. } => fragment.push_str("handout"),
        Page::Sources => fragment.push_str("sources"),
        Page::About => fragment.push_str("about"),
    }
    let mut query: Vec<(&str, Vec<&str>)> = Vec::new();
    if let Page::Vocabulary { word: Some(word) } = &view.page {
        query.push(("word", vec![word]));
    }
    if let Page::Search { query: words } | Page::Concordance { words, .. } | Page::Handout { of: words } = &view.page
        && !words.is_empty()
    {
        // A space is a plus, as in a form.
        query.push(("q", words.split(' ').collect()));
    }
    if let Page::Concordance { sameness, order, .. } = &view.page {
        if *sameness == Sameness::Stem {
            query.push(("forms", vec!["any"]));
        }
        query.extend(ORDERS[1..].iter().filter(|(_, of)| of == order).map(|(name, _)| ("sort", vec![*name])));
    }
    if view.page != Page::Compare
        && let Some(period) = &view.period
    {
        query.push(("period", vec![period]));
    }
    if view.columns != start.columns {
        query.push(("columns", view.columns.iter().map(String::as_str).collect()));
    }
    match view.layout {
        Layout::Columns => {}
        Layout::Dates => query.push(("layout", vec!["dates"])),
        Layout::Single => query.push(("layout", vec!["single"])),
    }
    if view.account != view.columns[0] {
        query.push(("account", vec![&view.account]));
    }
    if view.split {
        query.push(("split", vec!["documents"]));
    }
    if view.alone {
        query.push(("periods", vec!["one"]));
    }
    if !view.follow {
        query.push(("follow", vec!["off"]));
    }
    match view.mark {
        Mark::Dates => {}
        Mark::Voices => query.push(("mark", vec!["voices"])),
        Mark::Names => query.push(("mark", vec!["names"])),
    }
    if let Some(voice) = &view.voice {
        query.push(("voice", vec![voice]));
    }
    if view.own {
        query.push(("own", vec!["beside"]));
    }
    let shown = view.passage.as_ref().map(|passage| match view.sentence {
        Some(sentence) => format!("{passage}.s{sentence}"),
        None => passage.clone(),
    });
    if let Some(shown) = &shown {
        query.push(("show", vec![shown]));
    }
    for (i, (key, values)) in query.iter().enumerate() {
        fragment.push(if i == 0 { '?' } else { '&' });
        fragment.push_str(key);
        for (j, value) in values.iter().enumerate() {
            fragment.push(if j == 0 { '=' } else { '+' });
            escape(value, &mut fragment);
        }
    }
    fragment
}

/// A page and what it is about.
fn subject(page: &str, subject: Option<&String>, fragment: &mut String) {
    fragment.push_str(page);
    if let Some(subject) = subject {
        fragment.push('/');
        escape(subject, fragment);
    }
}

/// The view of a fragment, with or without its `#`.
#[must_use]
pub fn decode(fragment: &str, bundle: &Bundle) -> Decoded {
    let mut reader = Reader { bundle, view: View::start(bundle), notices: Vec::new(), account: None };
    reader.read(fragment);
    Decoded { view: reader.view, notices: reader.notices }
}

struct Reader<'a> {
    bundle: &'a Bundle,
    view: View,
    notices: Vec<Notice>,
    account: Option<String>,
}

impl Reader<'_> {
    fn read(&mut self, fragment: &str) {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if fragment.len() > FRAGMENT_AT_MOST {
            return self.notices.push(Notice::TooLong(fragment.len()));
        }
        // A text directive belongs to the browser, a secret to a host that embeds the page.
        let fragment = fragment.split(":~:").next().unwrap_or_default();
        let fragment =
            fragment.split("?secret=").next().unwrap_or_default().trim_end_matches('#').trim_start_matches('/');
        if fragment.is_empty() {
            return;
        }
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let mut parts = path.split('/').peekable();
        let first = unescape(parts.next().unwrap_or_default());
        if let Some(period) = first.strip_prefix("period:") {
            self.period(period);
        } else if let Some((page, id)) = named(&first) {
            self.page(page, &mut std::iter::once(id));
        } else if first.contains('.') {
            if self.show(&first) {
                let document = first.split('.').next().unwrap_or_default().to_owned();
                self.view.page = Page::Read { document, beside: None, original: false };
            }
        } else {
            let page = if is_version(&first) {
                if first != VERSION {
                    self.notices.push(Notice::OtherVersion(first));
                }
                unescape(parts.next().unwrap_or_default())
            } else {
                first
            };
            // What stands behind an unknown page is not looked at: one notice is enough.
            if !self.page(&page, &mut parts) {
                parts = "".split('/').peekable();
                parts.next();
            }
        }
        self.notices.extend(parts.filter(|part| !part.is_empty()).map(|part| Notice::Unknown(unescape(part))));
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            self.key(key, value);
        }
        self.view.account = self
            .account
            .take()
            .filter(|account| self.view.columns.contains(account))
            .unwrap_or_else(|| self.view.columns.first().cloned().unwrap_or_default());
    }

    /// Reads the page and its subject; whether there is such a page.
    fn page<'p>(&mut self, page: &str, parts: &mut impl Iterator<Item = &'p str>) -> bool {
        match page {
            "compare" | "" => {
                if let Some(period) = parts.next().filter(|period| !period.is_empty()) {
                    self.period(&unescape(period));
                }
            }
            "read" | "original" => self.documents(parts.next().unwrap_or_default(), page == "original"),
            "voices" => {
                let speaker = self.subject(parts, |bundle, id| bundle.speaker(id).is_some());
                self.view.page = Page::Voices { speaker };
            }
            "names" => {
                let place = self.subject(parts, |bundle, id| bundle.place(id).is_some());
                self.view.page = Page::Names { place };
            }
            "claims" => {
                let entry = self.subject(parts, Bundle::has_entry);
                self.view.page = Page::Claims { entry };
            }
            "vocabulary" => self.view.page = Page::Vocabulary { word: None },
            "search" => self.view.page = Page::search(),
            "concordance" => self.view.page = Page::concordance(String::new()),
            "notebook" => self.view.page = Page::Notebook,
            "guided" => match self.subject(parts, |bundle, id| bundle.document(id).is_some()) {
                Some(document) => self.view.page = Page::Guided { document },
                None => self.view.page = Page::Notebook,
            },
            "handout" => self.view.page = Page::Handout { of: String::new() },
            "sources" => self.view.page = Page::Sources,
            "about" => self.view.page = Page::About,
            other => {
                self.notices.push(Notice::UnknownPage(other.to_owned()));
                return false;
            }
        }
        true
    }

    /// What a page is about, where there is such a thing.
    fn subject<'p>(
        &mut self,
        parts: &mut impl Iterator<Item = &'p str>,
        is_there: impl Fn(&Bundle, &str) -> bool,
    ) -> Option<String> {
        let subject = parts.next().filter(|subject| !subject.is_empty()).map(unescape)?;
        if is_there(self.bundle, &subject) {
            return Some(subject);
        }
        self.notices.push(Notice::Unknown(subject));
        None
    }

    /// One document, or two joined by a plus sign, which is looked for before anything is unescaped.
    fn documents(&mut self, joined: &str, original: bool) {
        let mut found: Vec<String> = Vec::new();
        for id in joined.split('+').map(unescape) {
            if self.bundle.document(&id).is_some() && !found.contains(&id) && found.len() < 2 {
                found.push(id);
            } else {
                self.notices.push(Notice::UnknownDocument(id));
            }
        }
        let mut found = found.into_iter();
        if let Some(document) = found.next() {
            self.view.page = Page::Read { document, beside: found.next(), original };
        }
    }

    fn key(&mut self, key: &str, value: &str) {
        if let ("word", Page::Vocabulary { word }) = (key, &mut self.view.page) {
            *word = Some(unescape(value)).filter(|word| !word.is_empty());
            return;
        }
        match (key, value) {
            ("columns", _) => self.columns(value),
            ("layout", "columns") => self.view.layout = Layout::Columns,
            ("layout", "dates") => self.view.layout = Layout::Dates,
            ("layout", "single") => self.view.layout = Layout::Single,
            ("split", "documents") => self.view.split = true,
            ("periods", "one") => self.view.alone = true,
            ("follow", "off") => self.view.follow = false,
            ("mark", "voices") => self.view.mark = Mark::Voices,
            ("mark", "names") => self.view.mark = Mark::Names,
            ("voice", _) => {
                let voice = unescape(value);
                if is_voice(self.bundle, &voice) {
                    self.view.voice = Some(voice);
                } else {
                    self.notices.push(Notice::Unknown(voice));
                }
            }
            ("own", "beside") => self.view.own = true,
            ("period", _) => self.period(&unescape(value)),
            ("account", _) => {
                let account = unescape(value);
                if self.bundle.account(&account).is_some() {
                    self.account = Some(account);
                } else {
                    self.notices.push(Notice::UnknownAccount(account));
                }
            }
            ("show", _) => {
                self.show(&unescape(value));
            }
            _ => {
                if !self.looked_for(key, value) {
                    self.notices.push(Notice::Unknown(unescape(key)));
                }
            }
        }
    }

    /// Reads what is looked for on the page, and how; whether it is that.
    fn looked_for(&mut self, key: &str, value: &str) -> bool {
        match (&mut self.view.page, key) {
            // What is on a hand-out is as long as a fragment may be.
            (Page::Handout { of }, "q") => *of = unescape(&value.replace('+', " ")),
            (Page::Search { query: words } | Page::Concordance { words, .. }, "q") => {
                *words = unescape(&value.replace('+', " "));
                let most = words.floor_char_boundary(QUERY_AT_MOST);
                if most < words.len() {
                    words.truncate(most);
                    return false;
                }
            }
            (Page::Concordance { sameness, .. }, "forms") if value == "any" => *sameness = Sameness::Stem,
            (Page::Concordance { order, .. }, "sort") => match ORDERS.iter().find(|(name, _)| *name == value) {
                Some((_, of)) => *order = *of,
                None => return false,
            },
            _ => return false,
        }
        true
    }

    fn columns(&mut self, value: &str) {
        let mut columns: Vec<String> = Vec::new();
        for account in value.split('+').map(unescape) {
            if self.bundle.account(&account).is_some() && !columns.contains(&account) {
                columns.push(account);
            } else {
                self.notices.push(Notice::UnknownAccount(account));
            }
        }
        if !columns.is_empty() {
            self.view.columns = columns;
        }
    }

    fn period(&mut self, id: &str) {
        if self.bundle.period(id).is_some() {
            self.view.period = Some(id.to_owned());
        } else {
            self.notices.push(Notice::UnknownPeriod(id.to_owned()));
        }
    }

    fn show(&mut self, id: &str) -> bool {
        let (passage, sentence) = match (self.bundle.passage(id), self.bundle.sentence(id)) {
            (Some((_, passage)), _) => (passage, None),
            (None, Some((_, passage, sentence))) => (passage, Some(sentence)),
            (None, None) => {
                self.notices.push(Notice::UnknownPassage(id.to_owned()));
                return false;
            }
        };
        self.view.passage = Some(passage.id.clone());
        self.view.sentence = sentence;
        true
    }
}

/// The page and the subject of an id with its prefix.
fn named(id: &str) -> Option<(&'static str, &str)> {
    let (kind, id) = id.split_once(':')?;
    match kind {
        "place" => Some(("names", id)),
        "speaker" => Some(("voices", id)),
        "claim" => Some(("claims", id)),
        _ => None,
    }
}

fn is_version(part: &str) -> bool {
    part.strip_prefix('v').is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

/// Percent-encodes what would part a fragment in the wrong place (RFC 3986, section 2.1).
fn escape(value: &str, into: &mut String) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b':') {
            into.push(char::from(byte));
        } else {
            into.push('%');
            for nibble in [byte >> 4, byte & 15] {
                into.push(char::from(b"0123456789ABCDEF"[usize::from(nibble)]));
            }
        }
    }
}

/// Undoes [`escape`]; a stray percent sign stands for itself, and so does what would be no UTF-8.
fn unescape(value: &str) -> String {
    let bytes = value.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let hex = |offset: usize| bytes.get(i + offset).and_then(|b| char::from(*b).to_digit(16));
        if bytes[i] == b'%'
            && let (Some(high), Some(low)) = (hex(1), hex(2))
        {
            plain.push(u8::try_from(high * 16 + low).unwrap_or_default());
            i += 3;
        } else {
            plain.push(bytes[i]);
            i += 1;
        }
    }
    String::from_utf8(plain).unwrap_or_else(|_| value.to_owned())
}
