//! Reads from `Cargo.lock` which version of a package the build uses, so that no version is written down twice.

/// The version of the package `name` in the text of a `Cargo.lock`.
///
/// Cargo writes `name` and `version` as the first two lines of each `[[package]]`, one per line, so no TOML parser is
/// needed. Of several versions of one package it gives the first; the packages asked for here occur once.
pub fn version_of<'a>(name: &str, lockfile: &'a str) -> Option<&'a str> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = lockfile.lines().map(str::trim);
    lines.find(|line| *line == wanted)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCKFILE: &str = r#"
version = 4

[[package]]
name = "app"
version = "0.1.0"
dependencies = [
 "wasm-bindgen",
]

[[package]]
name = "wasm-bindgen-futures"
version = "0.4.61"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry+https://github.com/rust-lang/crates.io-index"
"#;

    #[test]
    fn finds_the_package_and_not_its_namesakes() {
        assert_eq!(version_of("wasm-bindgen", LOCKFILE), Some("0.2.130"));
        assert_eq!(version_of("wasm-bindgen-futures", LOCKFILE), Some("0.4.61"));
        assert_eq!(version_of("wasm", LOCKFILE), None);
        assert_eq!(version_of("wasm-bindgen", ""), None);
    }

    #[test]
    fn windows_line_ends_are_read_too() {
        assert_eq!(version_of("wasm-bindgen", &LOCKFILE.replace('\n', "\r\n")), Some("0.2.130"));
    }
}
