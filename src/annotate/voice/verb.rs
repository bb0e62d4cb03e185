//! The verbs and nouns of saying, as data: how each is built, and how they are inflected.

/// What may follow a verb: a set of these.
pub type Takes = u16;

/// "that" and a clause.
pub const THAT: Takes = 1;
/// A clause without "that".
pub const BARE: Takes = 1 << 1;
/// A noun phrase: what is condemned, demanded, denied.
pub const OBJECT: Takes = 1 << 2;
/// "to" and an infinitive, with or without the person addressed.
pub const TO: Takes = 1 << 3;
/// Someone "of" something.
pub const OF: Takes = 1 << 4;
/// Someone "for" something.
pub const FOR: Takes = 1 << 5;
/// Something "as" something, or something and what it is called.
pub const AS: Takes = 1 << 6;
/// Verbatim words.
pub const QUOTE: Takes = 1 << 7;
/// It reports also where no "that" sets its clause apart and another speaker reports it.
pub const PLAIN: Takes = 1 << 8;
/// Its present is also a noun: "claims", "reports".
pub const NOUN: Takes = 1 << 9;
/// "about", "of", "on" or "against" something.
pub const ABOUT: Takes = 1 << 10;

/// Its participle says nothing: "considering the costs".
pub const TENSED: Takes = 1 << 11;

/// One way to build a verb of saying.
#[derive(Debug)]
pub struct Verb {
    /// The base form with its fixed parts, as it is recorded.
    pub lemma: &'static str,
    /// The base form of the verb itself.
    pub word: &'static str,
    /// The fixed part behind it, one of these; none where empty.
    pub then: &'static [&'static str],
    pub takes: Takes,
}

const fn verb(word: &'static str, takes: Takes) -> Verb {
    Verb { lemma: word, word, then: &[], takes: takes | QUOTE }
}

const fn with(lemma: &'static str, word: &'static str, then: &'static [&'static str], takes: Takes) -> Verb {
    Verb { lemma, word, then, takes: takes | QUOTE }
}

/// Verbs that also mean other things: only "that" makes them speech.
const fn only_that(word: &'static str) -> Verb {
    Verb { lemma: word, word, then: &[], takes: THAT }
}

/// The verbs. Of several with one word the first that fits holds: longer patterns come first.
pub const VERBS: &[Verb] = &[
    // To say something is so.
    verb("say", THAT | BARE | PLAIN),
    verb("state", THAT | BARE | PLAIN | NOUN),
    verb("claim", THAT | BARE | PLAIN | NOUN),
    verb("report", THAT | BARE | ABOUT | NOUN),
    verb("announce", THAT | BARE | OBJECT | PLAIN),
    verb("declare", THAT | BARE | AS),
    verb("add", THAT),
    verb("argue", THAT | BARE),
    verb("note", THAT | OBJECT | NOUN),
    verb("observe", THAT),
    verb("write", THAT),
    verb("tweet", THAT | NOUN),
    verb("assert", THAT | BARE | OBJECT),
    verb("allege", THAT | BARE),
    verb("contend", THAT | BARE),
    verb("insist", THAT | BARE),
    only_that("maintain"),
    verb("affirm", THAT | OBJECT),
    verb("reaffirm", THAT | OBJECT),
    verb("reiterate", THAT | OBJECT),
    verb("repeat", THAT),
    verb("confirm", THAT | BARE | OBJECT),
    verb("clarify", THAT),
    verb("explain", THAT | BARE),
    verb("respond", THAT),
    verb("reply", THAT | NOUN),
    verb("answer", THAT | NOUN),
    verb("acknowledge", THAT | BARE | OBJECT),
    verb("admit", THAT | BARE | OBJECT),
    verb("concede", THAT | BARE),
    verb("conclude", THAT),
    only_that("find"),
    verb("rule", THAT | NOUN),
    only_that("hold"),
    verb("recall", THAT),
    verb("remark", THAT | NOUN),
    verb("comment", THAT | NOUN),
    verb("stress", THAT | OBJECT | NOUN),
    verb("emphasize", THAT | OBJECT),
    verb("emphasise", THAT | OBJECT),
    verb("underline", THAT),
    verb("underscore", THAT),
    verb("highlight", THAT),
    with("point out", "point", &["out"], THAT | BARE | OBJECT),
    verb("indicate", THAT),
    verb("disclose", THAT),
    verb("reveal", THAT),
    verb("testify", THAT),
    verb("proclaim", THAT | BARE | OBJECT),
    verb("stipulate", THAT),
    verb("predict", THAT | BARE),
    verb("estimate", THAT | BARE | NOUN),
    verb("consider", THAT | OBJECT | TENSED),
    verb("recognize", THAT),
    verb("recognise", THAT),
    only_that("agree"),
    verb("inform", THAT),
    verb("tell", THAT | BARE),
    verb("remind", THAT),
    verb("assure", THAT),
    verb("joke", THAT | NOUN),
    verb("whisper", NOUN),
    verb("shout", NOUN),
    verb("read", 0),
    // To say it is not so.
    verb("deny", THAT | BARE | OBJECT),
    verb("refute", THAT | OBJECT),
    verb("reject", OBJECT),
    verb("dismiss", OBJECT),
    verb("dispute", OBJECT | NOUN),
    // To judge.
    verb("condemn", OBJECT),
    verb("denounce", OBJECT),
    verb("deplore", OBJECT),
    verb("criticize", FOR | OBJECT),
    verb("criticise", FOR | OBJECT),
    verb("accuse", OF),
    verb("blame", FOR | OBJECT | NOUN),
    verb("praise", FOR | OBJECT | NOUN),
    verb("commend", FOR | OBJECT),
    verb("welcome", OBJECT | THAT),
    verb("protest", OBJECT | ABOUT | THAT | NOUN),
    verb("complain", THAT | ABOUT),
    verb("lament", THAT | OBJECT | NOUN),
    // To name.
    verb("describe", AS),
    verb("characterize", AS),
    verb("characterise", AS),
    with("refer to", "refer", &["to"], AS),
    verb("regard", AS),
    verb("portray", AS),
    verb("depict", AS),
    verb("qualify", AS),
    verb("identify", AS),
    verb("define", AS),
    verb("label", AS | NOUN),
    verb("brand", AS | NOUN),
    verb("term", AS | NOUN),
    // To want something done.
    with("call for", "call", &["for"], OBJECT | NOUN),
    with("call on", "call", &["on"], TO | OBJECT | NOUN),
    with("call on", "call", &["upon"], TO | OBJECT | NOUN),
    verb("call", AS | NOUN),
    verb("urge", THAT | TO | OBJECT),
    with("ask for", "ask", &["for"], OBJECT),
    verb("ask", THAT | TO),
    verb("demand", THAT | TO | OBJECT | NOUN),
    verb("request", THAT | TO | NOUN),
    with("appeal", "appeal", &["to", "for"], TO | NOUN),
    verb("encourage", TO),
    verb("petition", TO | NOUN),
    verb("propose", THAT | TO | OBJECT),
    verb("suggest", THAT | TO | BARE),
    verb("recommend", THAT | OBJECT),
    with("advise against", "advise", &["against"], OBJECT),
    // To warn, to threaten, to promise.
    verb("warn", THAT | ABOUT | BARE),
    verb("caution", THAT | ABOUT | NOUN),
    verb("threaten", TO | THAT),
    verb("promise", THAT | TO | BARE | NOUN),
    verb("pledge", THAT | TO | NOUN),
    verb("vow", THAT | TO | NOUN),
    verb("commit", TO),
    verb("swear", THAT | TO),
    // To say how one feels about it.
    with("express concern", "express", &["concern", "concerns"], THAT | ABOUT | OBJECT),
    with("express readiness", "express", &["readiness", "willingness"], TO),
    with("express regret", "express", &["regret"], THAT | ABOUT | OBJECT),
    with("hope", "express", &["hope"], THAT | ABOUT),
    with("express support", "express", &["support", "solidarity"], THAT | ABOUT),
    verb("express", 0),
    with("voice concern", "voice", &["concern", "concerns"], THAT | ABOUT | OBJECT),
    with("raise concern", "raise", &["concern", "concerns"], THAT | ABOUT | OBJECT),
    with("take note of", "take", &["note"], ABOUT),
    with("draw attention", "draw", &["attention"], ABOUT),
    with("bring to the attention", "bring", &["attention"], OBJECT),
    with("state", "issue", &["statement"], THAT | BARE),
    with("warn", "issue", &["warning", "warnings"], THAT | ABOUT),
    with("state", "release", &["statement"], THAT),
    with("state", "make", &["statement", "statements"], THAT | ABOUT),
];

/// The form a word has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "claim", "claims".
    Present,
    /// "claimed", "said"; also the passive.
    Past,
    /// "claiming".
    Participle,
}

/// Past forms that no rule gives.
const IRREGULAR: &[(&str, &[&str])] = &[
    ("say", &["said"]),
    ("write", &["wrote", "written"]),
    ("find", &["found"]),
    ("hold", &["held"]),
    ("tell", &["told"]),
    ("read", &["read"]),
    ("take", &["took", "taken"]),
    ("make", &["made"]),
    ("draw", &["drew", "drawn"]),
    ("bring", &["brought"]),
    ("swear", &["swore", "sworn"]),
];

/// The form of `word` as one of the verb `base`, if it is one. Lower case.
pub fn form(base: &str, word: &str) -> Option<Form> {
    if let Some((_, forms)) = IRREGULAR.iter().find(|(verb, _)| *verb == base)
        && forms.contains(&word)
    {
        return Some(Form::Past);
    }
    // The last letter may change: "deny", "denied"; "accuse", "accusing"; or double: "refer", "referred".
    let stem = base.strip_suffix(['e', 'y']).unwrap_or(base);
    let ending = &base[stem.len()..];
    let rest = word.strip_prefix(stem)?;
    let double = stem.chars().next_back().filter(|_| ending.is_empty());
    match (ending, rest) {
        _ if rest == ending || rest.strip_prefix(ending) == Some("s") => Some(Form::Present),
        ("y", "ies") => Some(Form::Present),
        ("", "es") if stem.ends_with(['s', 'h', 'x']) => Some(Form::Present),
        ("" | "e", "ed") | ("y", "ied" | "yed") => Some(Form::Past),
        ("" | "e", "ing") | ("e", "eing") | ("y", "ying") => Some(Form::Participle),
        _ => match double.and_then(|last| rest.strip_prefix(last)) {
            Some("ed") => Some(Form::Past),
            Some("ing") => Some(Form::Participle),
            _ => None,
        },
    }
}

/// What follows a noun of saying.
#[derive(Debug)]
pub struct Noun {
    /// Its forms, lower case.
    pub forms: &'static [&'static str],
    /// The verb it stands for.
    pub lemma: &'static str,
    pub takes: Takes,
}

/// The nouns of saying that carry their content: "X's claim that …", "calls by X for …", "threats to …".
pub const NOUNS: &[Noun] = &[
    Noun { forms: &["claim", "claims"], lemma: "claim", takes: THAT },
    Noun { forms: &["allegation", "allegations"], lemma: "allege", takes: THAT },
    Noun { forms: &["accusation", "accusations"], lemma: "accuse", takes: THAT },
    Noun { forms: &["assertion", "assertions"], lemma: "assert", takes: THAT },
    Noun { forms: &["announcement", "announcements"], lemma: "announce", takes: THAT },
    Noun { forms: &["warning", "warnings"], lemma: "warn", takes: THAT },
    Noun { forms: &["statement", "statements"], lemma: "state", takes: THAT },
    Noun { forms: &["report", "reports"], lemma: "report", takes: THAT },
    Noun { forms: &["argument", "arguments"], lemma: "argue", takes: THAT },
    Noun { forms: &["denial", "denials"], lemma: "deny", takes: THAT },
    Noun { forms: &["suggestion", "suggestions"], lemma: "suggest", takes: THAT },
    Noun { forms: &["promise", "promises"], lemma: "promise", takes: THAT | TO },
    Noun { forms: &["pledge", "pledges"], lemma: "pledge", takes: THAT | TO },
    Noun { forms: &["threat", "threats"], lemma: "threaten", takes: THAT | TO },
    Noun { forms: &["demand", "demands"], lemma: "demand", takes: THAT | TO | FOR },
    Noun { forms: &["call", "calls"], lemma: "call", takes: TO | FOR },
    Noun { forms: &["appeal", "appeals"], lemma: "appeal", takes: TO | FOR },
    Noun { forms: &["request", "requests"], lemma: "request", takes: TO | FOR },
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(base: &str, word: &str, expected: Option<Form>) {
        assert_eq!(form(base, word), expected, "{word} of {base}");
    }

    #[test]
    fn verbs_are_inflected() {
        use Form::{Participle, Past, Present};
        for (base, word, expected) in [
            ("say", "say", Some(Present)),
            ("say", "says", Some(Present)),
            ("say", "said", Some(Past)),
            ("say", "saying", Some(Participle)),
            ("say", "sayer", None),
            ("deny", "denies", Some(Present)),
            ("deny", "deny", Some(Present)),
            ("deny", "denied", Some(Past)),
            ("deny", "denying", Some(Participle)),
            ("state", "state", Some(Present)),
            ("state", "states", Some(Present)),
            ("state", "stated", Some(Past)),
            ("state", "stating", Some(Participle)),
            ("state", "statement", None),
            ("state", "status", None),
            ("admit", "admitted", Some(Past)),
            ("admit", "admitting", Some(Participle)),
            ("refer", "referred", Some(Past)),
            ("stress", "stresses", Some(Present)),
            ("stress", "stressed", Some(Past)),
            ("call", "calls", Some(Present)),
            ("call", "calling", Some(Participle)),
            ("call", "cal", None),
            ("agree", "agreed", Some(Past)),
            ("agree", "agrees", Some(Present)),
            ("agree", "agreeing", Some(Participle)),
            ("tell", "told", Some(Past)),
            ("write", "wrote", Some(Past)),
            ("write", "writing", Some(Participle)),
            ("find", "found", Some(Past)),
            ("add", "adds", Some(Present)),
            ("add", "added", Some(Past)),
            ("add", "ad", None),
            ("note", "not", None),
            ("note", "nothing", None),
            ("rule", "rules", Some(Present)),
            ("", "é", None),
        ] {
            check(base, word, expected);
        }
    }
}
