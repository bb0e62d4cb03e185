//! The digest of an original, in the browser as in the compiler.

use sha2::{Digest, Sha256};

/// SHA-256 of a text's UTF-8 bytes, in hexadecimal.
#[must_use]
pub fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
