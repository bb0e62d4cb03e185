//! The few options of the command line: `--name value`, `--name=value`, and plain words.

use std::str::FromStr;

use anyhow::{Result, anyhow, bail};

/// What stands after the command and was not asked for yet.
pub struct Arguments(Vec<String>);

impl Arguments {
    pub fn new(words: impl Iterator<Item = String>) -> Self {
        Self(words.collect())
    }

    /// Takes the option `name` and its value out, if it is there.
    pub fn value(&mut self, name: &str) -> Result<Option<String>> {
        let prefix = format!("{name}=");
        let Some(at) = self.0.iter().position(|word| word == name || word.starts_with(&prefix)) else {
            return Ok(None);
        };
        let word = self.0.remove(at);
        if let Some(value) = word.strip_prefix(&prefix) {
            return Ok(Some(value.to_owned()));
        }
        if at == self.0.len() {
            bail!("{name} needs a value after it");
        }
        Ok(Some(self.0.remove(at)))
    }

    /// As [`Self::value`], read as a number.
    pub fn number<N: FromStr>(&mut self, name: &str) -> Result<Option<N>> {
        self.value(name)?
            .map(|text| text.parse().map_err(|_| anyhow!("{name} {text}: not a number in range")))
            .transpose()
    }

    /// Takes an option without a value out, and says whether it was there.
    pub fn flag(&mut self, name: &str) -> bool {
        let at = self.0.iter().position(|word| word == name);
        at.map(|at| self.0.remove(at)).is_some()
    }

    /// The one plain word that a command asks for.
    pub fn only(self, name: &str) -> Result<String> {
        match <[String; 1]>::try_from(self.rest()?) {
            Ok([word]) => Ok(word),
            Err(words) if words.is_empty() => bail!("{name} is missing; see `cargo xtask help`"),
            Err(words) => bail!("unexpected `{}`; see `cargo xtask help`", words[1]),
        }
    }

    /// The plain words that are left; an option among them is one nobody knows.
    pub fn rest(self) -> Result<Vec<String>> {
        match self.0.iter().find(|word| word.starts_with('-')) {
            Some(option) => bail!("unknown option `{option}`; see `cargo xtask help`"),
            None => Ok(self.0),
        }
    }

    /// All that is left, for a command whose words may begin with a dash.
    pub fn words(self) -> Vec<String> {
        self.0
    }

    /// For commands that take no plain words.
    pub fn finish(self) -> Result<()> {
        match self.rest()?.first() {
            Some(word) => bail!("unexpected `{word}`; see `cargo xtask help`"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(line: &str) -> Arguments {
        Arguments::new(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn both_spellings_of_an_option() {
        for line in ["--port 9000", "--port=9000"] {
            let mut given = arguments(line);
            assert_eq!(given.number::<u16>("--port").ok(), Some(Some(9000)), "{line}");
            assert!(given.finish().is_ok(), "{line}");
        }
        assert_eq!(arguments("").number::<u16>("--port").ok(), Some(None));
    }

    #[test]
    fn a_flag_is_there_or_not() {
        let mut given = arguments("letter.p1 --engine");
        assert!(given.flag("--engine"));
        assert!(!given.flag("--engine"));
        assert_eq!(given.rest().ok(), Some(vec!["letter.p1".to_owned()]));
    }

    #[test]
    fn what_nobody_knows_is_refused() {
        assert!(arguments("--port").value("--port").is_err());
        assert!(arguments("--port many").number::<u16>("--port").is_err());
        assert!(arguments("--port 70000").number::<u16>("--port").is_err());
        assert!(arguments("--prot 1").finish().is_err());
        assert!(arguments("stray").finish().is_err());
        assert!(arguments("").only("FILE").is_err());
        assert!(arguments("one two").only("FILE").is_err());
        assert_eq!(arguments("one").only("FILE").ok(), Some("one".to_owned()));
        assert_eq!(arguments("fmt e2e").rest().ok(), Some(vec!["fmt".to_owned(), "e2e".to_owned()]));
    }
}
