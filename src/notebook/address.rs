//! Addresses of views of the app.

use crate::escape::{from_percent, percent};

/// Where the app stands: `https://example.org/app/`, without a fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address<'a>(pub &'a str);

impl Address<'_> {
    /// The original of a document.
    #[must_use]
    pub fn of_document(self, id: &str) -> String {
        format!("{}#v1/original/{}", self.0, percent(id))
    }

    /// A passage.
    #[must_use]
    pub fn of_passage(self, id: &str) -> String {
        format!("{}#{}", self.0, percent(id))
    }

    /// A period.
    #[must_use]
    pub fn of_period(self, id: &str) -> String {
        format!("{}#period:{}", self.0, percent(id))
    }
}

/// The document that an address of this app, wherever it stands, leads to.
pub(super) fn document_of(address: &str) -> Option<String> {
    let (_, fragment) = address.split_once('#')?;
    let rest = fragment.strip_prefix("v1/original/").or_else(|| fragment.strip_prefix("v1/read/"))?;
    let id = from_percent(rest.split(['?', '+', '/']).next()?);
    (!id.is_empty()).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let app = Address("https://example.org/");
        assert_eq!(app.of_document("letter"), "https://example.org/#v1/original/letter");
        assert_eq!(app.of_passage("article.may-2021.p3"), "https://example.org/#article.may-2021.p3");
        assert_eq!(app.of_period("Ə b"), "https://example.org/#period:%C6%8F%20b");
    }

    #[test]
    fn documents_of_addresses() {
        for (address, expected) in [
            ("https://example.org/#v1/original/letter", Some("letter")),
            ("file:///a/b.html#v1/read/letter+article?show=letter.p1", Some("letter")),
            ("#v1/read/%C6%8F", Some("Ə")),
            ("#v1/read/", None),
            ("https://example.org/letter", None),
        ] {
            assert_eq!(document_of(address).as_deref(), expected, "{address}");
        }
    }
}
