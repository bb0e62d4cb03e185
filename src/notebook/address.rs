//! Addresses of views of the app, and names for what has none.

/// Where the app stands: `https://example.org/app/`, without a fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address<'a>(pub &'a str);

impl Address<'_> {
    /// The original of a document.
    #[must_use]
    pub fn of_document(self, id: &str) -> String {
        format!("{}#v1/original/{}", self.0, escaped(id))
    }

    /// A passage.
    #[must_use]
    pub fn of_passage(self, id: &str) -> String {
        format!("{}#{}", self.0, escaped(id))
    }

    /// A period.
    #[must_use]
    pub fn of_period(self, id: &str) -> String {
        format!("{}#period:{}", self.0, escaped(id))
    }
}

/// The document that an address of this app, wherever it stands, leads to.
pub(super) fn document_of(address: &str) -> Option<String> {
    let (_, fragment) = address.split_once('#')?;
    let rest = fragment.strip_prefix("v1/original/").or_else(|| fragment.strip_prefix("v1/read/"))?;
    let id = unescaped(rest.split(['?', '+', '/']).next()?)?;
    (!id.is_empty()).then_some(id)
}

/// Text as a part of an address: letters, digits and `-._~` stay (RFC 3986, section 2.3).
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// The inverse of [`escaped`]; `None` where a sign is half, or the bytes are no UTF-8.
pub(super) fn unescaped(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte == b'%' {
            let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok().filter(|_| !digits.starts_with('+'))?);
            rest = &rest[2..];
        } else {
            bytes.push(*byte);
        }
    }
    String::from_utf8(bytes).ok()
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
            ("#v1/read/%C6", None),
            ("#v1/read/%+1", None),
            ("#v1/read/%", None),
            ("#v1/read/", None),
            ("https://example.org/letter", None),
        ] {
            assert_eq!(document_of(address).as_deref(), expected, "{address}");
        }
    }
}
