//! A fragment becomes a view.

use super::{Decoded, FRAGMENT_AT_MOST, Notice, ORDERS, QUERY_AT_MOST, VERSION};
use crate::compare::is_voice;
use crate::corpus::{Bundle, Standing};
use crate::escape::from_percent;
use crate::search::concordance::Sameness;
use crate::view::{Layout, Mark, Page, View};

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
        let first = from_percent(parts.next().unwrap_or_default());
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
                from_percent(parts.next().unwrap_or_default())
            } else {
                first
            };
            // What stands behind an unknown page is not looked at: one notice is enough.
            if !self.page(&page, &mut parts) {
                parts = "".split('/').peekable();
                parts.next();
            }
        }
        self.notices.extend(parts.filter(|part| !part.is_empty()).map(|part| Notice::Unknown(from_percent(part))));
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
                    self.period(&from_percent(period));
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
                self.view.page = Page::claims(entry);
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
        let subject = parts.next().filter(|subject| !subject.is_empty()).map(from_percent)?;
        if is_there(self.bundle, &subject) {
            return Some(subject);
        }
        self.notices.push(Notice::Unknown(subject));
        None
    }

    /// One document, or two joined by a plus sign, which is looked for before anything is unescaped.
    fn documents(&mut self, joined: &str, original: bool) {
        let mut found: Vec<String> = Vec::new();
        for id in joined.split('+').map(from_percent) {
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
            *word = Some(from_percent(value)).filter(|word| !word.is_empty());
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
                let voice = from_percent(value);
                if is_voice(self.bundle, &voice) {
                    self.view.voice = Some(voice);
                } else {
                    self.notices.push(Notice::Unknown(voice));
                }
            }
            ("own", "beside") => self.view.own = true,
            ("period", _) => self.period(&from_percent(value)),
            ("account", _) => {
                let account = from_percent(value);
                if self.bundle.account(&account).is_some() {
                    self.account = Some(account);
                } else {
                    self.notices.push(Notice::UnknownAccount(account));
                }
            }
            ("show", _) => {
                self.show(&from_percent(value));
            }
            _ => {
                if !self.looked_for(key, value) {
                    self.notices.push(Notice::Unknown(from_percent(key)));
                }
            }
        }
    }

    /// Reads what is looked for on the page, and how; whether it is that.
    fn looked_for(&mut self, key: &str, value: &str) -> bool {
        match (&mut self.view.page, key) {
            // What is on a hand-out is as long as a fragment may be.
            (Page::Handout { of }, "q") => *of = from_percent(&value.replace('+', " ")),
            (Page::Search { query: words } | Page::Concordance { words, .. }, "q") => {
                *words = from_percent(&value.replace('+', " "));
                let most = words.floor_char_boundary(QUERY_AT_MOST);
                if most < words.len() {
                    words.truncate(most);
                    return false;
                }
            }
            (Page::Claims { only, .. }, "answers") => match Standing::named(value) {
                Some(standing) => *only = Some(standing),
                None => return false,
            },
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
        for account in value.split('+').map(from_percent) {
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
