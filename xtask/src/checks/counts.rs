//! Reads from the output of test runners how many tests passed and failed.

use std::fmt;
use std::iter::Sum;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u64,
    pub failed: u64,
}

/// The form other programs read, too: it is the last line of `cargo xtask test`.
impl fmt::Display for Counts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |a, b| Self { passed: a.passed + b.passed, failed: a.failed + b.failed })
    }
}

/// Of `cargo test`, and of wasm-bindgen's runner, which writes the same line. One line per test binary; they are added up.
pub fn of_cargo(output: &str) -> Counts {
    plain(output).lines().filter_map(|line| result_line(line.trim())).sum()
}

/// `test result: ok. 12 passed; 1 failed; 0 ignored; …`
fn result_line(line: &str) -> Option<Counts> {
    let (_, figures) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let mut figures = figures.split(';').map(str::trim);
    let passed = figures.next()?.strip_suffix(" passed")?.parse().ok()?;
    let failed = figures.next()?.strip_suffix(" failed")?.parse().ok()?;
    Some(Counts { passed, failed })
}

/// Of `node --test`: `ℹ pass 12` with its reporter `spec`, `# pass 12` with `tap`. A cancelled test, one that never
/// came to its end, counts as failed.
pub fn of_node(output: &str) -> Counts {
    let mut counts = Counts::default();
    for line in plain(output).lines() {
        let Some(rest) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# ")) else { continue };
        let Some((word, figure)) = rest.trim().split_once(' ') else { continue };
        let Ok(figure) = figure.parse::<u64>() else { continue };
        match word {
            "pass" => counts.passed += figure,
            "fail" | "cancelled" => counts.failed += figure,
            _ => {}
        }
    }
    counts
}

/// The text without a terminal's colour codes (`ESC [ … letter`), which a runner may write when told to.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            characters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(character);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(passed: u64, failed: u64) -> Counts {
        Counts { passed, failed }
    }

    #[test]
    fn cargo_test_adds_up_its_binaries() {
        let output = "\
running 2 tests
test a ... ok
test b ... ok

test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

running 3 tests
test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s
";
        assert_eq!(of_cargo(output), counts(3, 2));
    }

    #[test]
    fn lines_that_only_look_alike_do_not_count() {
        assert_eq!(of_cargo("printed: test result: ok. 9 passed; 9 failed;"), counts(0, 0));
        assert_eq!(of_cargo("test result: unknown"), counts(0, 0));
        assert_eq!(of_node("# pass the salt\nℹ passing 3\npass 3"), counts(0, 0));
        assert_eq!(of_cargo(""), counts(0, 0));
    }

    #[test]
    fn colours_do_not_hide_a_line() {
        let output = "test result: \u{1b}[32mok\u{1b}[0m. 4 passed; 0 failed; 0 ignored; 0 filtered out";
        assert_eq!(of_cargo(output), counts(4, 0));
        assert_eq!(of_node("\u{1b}[34mℹ pass 6\u{1b}[39m\n\u{1b}[34mℹ fail 1\u{1b}[39m\n"), counts(6, 1));
    }

    #[test]
    fn both_reporters_of_node() {
        assert_eq!(of_node("✔ opens (12ms)\nℹ tests 3\nℹ suites 1\nℹ pass 2\nℹ fail 1\nℹ cancelled 0\n"), counts(2, 1));
        assert_eq!(of_node("ok 1 - opens\n# tests 4\n# pass 3\n# fail 0\n# cancelled 1\n"), counts(3, 1));
    }

    #[test]
    fn the_last_line_has_its_exact_form() {
        let total: Counts = [counts(3, 0), counts(4, 1)].into_iter().sum();
        assert_eq!(total.to_string(), "7 passed, 1 failed");
    }
}
