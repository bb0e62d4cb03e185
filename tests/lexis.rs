//! The vocabulary of the real corpus, counted a second time by other means; and that it holds for any bundle.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use common::bundle;
use parallax::corpus::{BlockKind, Bundle, ByteRange, Join, Mode, Passage, Run, Stretch, Style, Voice};
use parallax::lexis::{
    Counts, FLOOR, Lexis, Mouth, Mouths, Rate, SURE, Table, WINDOW, Wording, discussed, expected, log_likelihood,
    log_ratio,
};
use proptest::prelude::*;

fn lexis() -> &'static Lexis {
    static LEXIS: OnceLock<Lexis> = OnceLock::new();
    LEXIS.get_or_init(|| Lexis::read(bundle()))
}

#[track_caller]
fn head(word: &str) -> u32 {
    lexis().find(word).unwrap_or_else(|| panic!("no account says “{word}”"))
}

fn word(head: u32) -> &'static str {
    &lexis().heads[head as usize].word
}

/// The passages of running text of an account.
fn running(account: &str) -> impl Iterator<Item = (&'static Passage, &'static str)> {
    let documents = bundle().documents.iter().filter(move |document| document.account == account);
    documents.flat_map(|document| {
        let of = |passage: &&Passage| {
            [BlockKind::Paragraph, BlockKind::ListItem, BlockKind::Quotation].contains(&passage.kind)
        };
        document.passages.iter().filter(of).map(|passage| (passage, document.text.as_str()))
    })
}

/// Letters and digits with apostrophes within, in small letters: a reading of words that shares nothing with the tokenizer.
fn plain_words(text: &str) -> Vec<String> {
    let apostrophe = |c: char| "'’ʼ‘`".contains(c);
    let inner = |c: char| c.is_alphanumeric() || apostrophe(c);
    // "U.S." is a word, its points are no ends.
    let letters: Vec<char> = text.chars().collect();
    let is_letter = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_alphabetic());
    let mut joined = String::new();
    for (at, c) in letters.iter().enumerate() {
        let alone = |at: Option<usize>| {
            is_letter(at) && !is_letter(at.and_then(|at| at.checked_sub(1))) && !is_letter(at.map(|at| at + 1))
        };
        if "․.".contains(*c) && alone(at.checked_sub(1)) && alone(Some(at + 1)) {
            continue;
        }
        joined.push(*c);
    }
    let words = joined.split(|c: char| !inner(c)).map(|word| word.trim_matches(apostrophe).to_lowercase());
    words.filter(|word| word.chars().any(char::is_alphabetic)).collect()
}

#[test]
fn sizes_are_those_of_another_count() {
    // What is written with a hyphen here and in one there is one word less than its parts.
    let all: BTreeSet<String> = (bundle().accounts.iter())
        .flat_map(|account| running(&account.id))
        .flat_map(|(passage, text)| plain_words(&passage.text(text)))
        .collect();
    for (account, size) in bundle().accounts.iter().zip(&lexis().sizes) {
        let mut count = 0;
        for (passage, text) in running(&account.id) {
            let text = passage.text(text);
            count += plain_words(&text).len();
            for tied in text.split(|c: char| !c.is_alphanumeric() && !"-–‐‑".contains(c)) {
                let parts: Vec<&str> = tied.split(['-', '–', '‐', '‑']).filter(|part| !part.is_empty()).collect();
                let whole = parts.concat().to_lowercase();
                if parts.len() > 1 && all.contains(&whole) {
                    count -= parts.iter().filter(|part| part.chars().any(char::is_alphabetic)).count() - 1;
                }
            }
        }
        assert_eq!(size.all() as usize, count, "{}", account.id);
    }
}

/// Every case of a spelling in a text, and whether a quotation holds it.
fn cases(account: &str, spellings: &[&str]) -> [usize; 2] {
    let mut found = [0, 0];
    for (passage, text) in running(account) {
        for run in passage.runs.iter().filter(|run| run.style.is_read()) {
            let part = run.range.slice(text).unwrap().to_ascii_lowercase();
            for spelling in spellings {
                for (at, _) in part.match_indices(spelling) {
                    let before = part[..at].chars().next_back().is_some_and(char::is_alphanumeric);
                    let after = part[at + spelling.len()..].chars().next().is_some_and(char::is_alphanumeric);
                    if !before && !after {
                        let at = run.range.start + u32::try_from(at).unwrap();
                        let quoted = passage.speech.iter().any(|stretch| {
                            stretch.range.contains(ByteRange::new(at, at + 1))
                                && stretch.voices.iter().any(|voice| voice.mode == Mode::Quoted)
                        });
                        found[usize::from(quoted)] += 1;
                    }
                }
            }
        }
    }
    found
}

#[test]
fn words_are_counted_as_the_texts_have_them() {
    for (name, spellings) in [
        ("occupied", &["occupied", "occupy", "occupying", "occupier"][..]),
        ("occupation", &["occupation"]),
        ("aggression", &["aggression", "aggressive"]),
        ("liberated", &["liberated", "liberation"]),
        ("ceasefire", &["ceasefire", "ceasefires", "cease-fire", "cease-fires"]),
        ("genocide", &["genocide", "genocidal"]),
        ("corridor", &["corridor"]),
        ("resolution", &["resolution", "resolutions"]),
        ("soldiers", &["soldier", "soldiers"]),
        ("garabagh", &["garabagh"]),
    ] {
        for (account, counts) in bundle().accounts.iter().zip(lexis().counts(head(name))) {
            let found = [counts.own as usize, counts.quoted as usize];
            assert_eq!(found, cases(&account.id, spellings), "{name} in {}", account.id);
        }
    }
}

#[test]
fn forms_of_a_word_are_together_and_other_words_apart() {
    assert_eq!(head("occupied"), head("Occupying"));
    assert_eq!(head("ceasefire"), head("cease-fire"));
    assert_eq!(head("Azerbaijanʼs"), head("azerbaijan"));
    for (one, other) in [("internal", "international"), ("organ", "organization"), ("unit", "united")] {
        if let (Some(one), Some(other)) = (lexis().find(one), lexis().find(other)) {
            assert!(one != other || word(one) == word(other), "{} {}", word(one), word(other));
        }
    }
    assert_ne!(head("author"), head("authorities"));
    assert_eq!(word(head("azerbaijan")), "Azerbaijan");
    assert_eq!(word(head("CEASEFIRE")), "ceasefire");
    assert_eq!(lexis().find("xylophone"), None);
    assert_eq!(lexis().find("2020 …"), None);
}

#[test]
fn every_word_that_is_set_side_by_side_is_said() {
    let words: Vec<&str> = discussed().collect();
    for name in ["occupied", "aggression", "liberated", "ceasefire", "genocide", "corridor"] {
        assert!(words.contains(&name), "{name}");
    }
    let heads: BTreeSet<u32> = words.iter().map(|word| head(word)).collect();
    assert_eq!(heads.len(), words.len(), "no word stands twice");
}

#[test]
fn keywords_are_what_their_figures_say() {
    for (account, at) in bundle().accounts.iter().zip(0_u32..) {
        let keyness = lexis().keyness(at);
        assert_eq!(keyness.here, lexis().sizes[at as usize].own);
        assert_eq!(keyness.here + keyness.elsewhere, lexis().sizes.iter().map(|size| size.own).sum::<u32>());
        assert!(!keyness.words.is_empty(), "{}", account.id);
        assert!(keyness.words.is_sorted_by(|a, b| a.evidence >= b.evidence));
        for one in &keyness.words {
            let own = |here: bool| {
                let cases = lexis().words.iter().filter(|word| word.head == one.head && word.wording.is_own());
                u32::try_from(cases.filter(|word| (word.account == at) == here).count()).unwrap()
            };
            let name = word(one.head);
            assert_eq!((one.here, one.elsewhere), (own(true), own(false)), "{name}");
            let of = (one.here, one.elsewhere, keyness.here, keyness.elsewhere);
            assert_eq!(one.evidence, log_likelihood(of.0, of.1, of.2, of.3), "{name}");
            assert_eq!(one.ratio, log_ratio(of.0, of.1, of.2, of.3), "{name}");
            assert!(one.here >= FLOOR && one.ratio > 0.0 && one.evidence >= keyness.critical, "{name}");
            assert!(expected(of.0, of.1, of.2, of.3).iter().all(|count| *count >= 1.0), "{name}");
            assert!((3..=10).contains(&one.parts) && (0.0..=1.0).contains(&one.spread), "{name}");
        }
    }
}

/// "resolution" stands 23 times in the 3,701 own words of the letter and not once in the 9,481 of the others.
/// E1 = 3701 × 23 / 13182 = 6.457442; G² = 2 × 23 × ln(23 / 6.457442) = 46 × 1.270253 = 58.4316.
/// Log ratio: log2((23 / 3701) / (0.5 / 9481)) = log2(117.8408) = 6.8807.
#[test]
fn a_keyword_of_the_letter_by_hand() {
    let keyness = lexis().keyness(0);
    let one = keyness.words.iter().find(|one| word(one.head) == "resolution").unwrap();
    assert_eq!((one.here, one.elsewhere, keyness.here, keyness.elsewhere), (23, 0, 3701, 9481));
    assert!((one.evidence - 58.4316).abs() < 0.001, "{}", one.evidence);
    assert!((one.ratio - 6.8807).abs() < 0.001, "{}", one.ratio);
}

#[test]
fn collocates_stand_beside_the_word() {
    let ceasefire = head("ceasefire");
    let found = lexis().collocates(2, ceasefire);
    let cases: Vec<usize> = (lexis().heads[ceasefire as usize].cases.iter().map(|at| *at as usize))
        .filter(|at| lexis().words[*at].account == 2 && lexis().words[*at].wording.is_own())
        .collect();
    assert_eq!(found.cases as usize, cases.len());
    assert!(!found.words.is_empty());
    for one in &found.words {
        let beside = |at: &u32| {
            let word = &lexis().words[*at as usize];
            cases
                .iter()
                .any(|case| (*at as usize).abs_diff(*case) <= WINDOW && lexis().words[*case].sentence == word.sentence)
        };
        let own = lexis().heads[one.head as usize].cases.iter().filter(|at| {
            let word = &lexis().words[**at as usize];
            word.account == 2 && word.wording.is_own()
        });
        let (near, far): (Vec<&u32>, Vec<&u32>) = own.partition(|at| beside(at));
        assert_eq!((one.near as usize, one.far as usize), (near.len(), far.len()), "{}", word(one.head));
        assert!(one.evidence >= SURE);
    }
    // Four cases in the letter's own words: too few to say anything.
    let letter = lexis().collocates(0, ceasefire);
    assert!(letter.too_few() && letter.words.is_empty() && letter.cases == 4);
}

#[test]
fn who_says_a_word_is_who_the_voices_say() {
    let mouths = lexis().mouths(bundle(), head("ceasefire"));
    let of_letter: Vec<(&str, Wording, usize)> =
        (mouths[0].mouths.iter()).map(|(mouth, cases)| (mouth.name(bundle()), mouth.wording(), cases.len())).collect();
    assert_eq!(of_letter[0], ("Letter to the UN", Wording::Own, 4));
    assert!(of_letter.contains(&("Yoram Dinstein", Wording::Quoted, 7)), "{of_letter:?}");
    assert_eq!(mouths[1].counts, Counts::default(), "the Armenian statements do not say it");
    for name in discussed() {
        for mouths in lexis().mouths(bundle(), head(name)) {
            let cases: usize = mouths.mouths.iter().map(|(_, cases)| cases.len()).sum();
            assert_eq!(mouths.counts.all() as usize, cases, "{name}");
            assert!(mouths.mouths.iter().all(|(mouth, _)| !mouth.name(bundle()).is_empty()), "{name}");
        }
    }
}

/// Who names an organization does not say what it is called.
#[test]
fn a_word_in_the_name_of_an_organization_stands_apart() {
    let named = |word: &str, account: usize| {
        let mouths = lexis().mouths(bundle(), head(word));
        let named = mouths[account].mouths.iter().find(|(mouth, _)| matches!(mouth, Mouth::Name(_)));
        let lines = named.into_iter().flat_map(|(_, cases)| cases).map(|at| {
            let word = &lexis().words[*at as usize];
            let document = &bundle().documents[word.document as usize];
            let [left, right] = document.passages[word.passage as usize].around(&document.text, word.range);
            format!("{}[{}]{}", left, word.range.slice(&document.text).unwrap(), right)
        });
        lines.collect::<Vec<_>>()
    };
    let genocide = named("genocide", 2);
    assert_eq!(genocide.len(), 4, "{genocide:?}");
    assert_eq!(lexis().mouths(bundle(), head("genocide")).iter().map(Mouths::named).collect::<Vec<_>>(), [0, 0, 4]);
    for line in genocide {
        let names =
            ["[Genocide] Watch", "Lemkin Institute for [Genocide] Prevention", "Association of [Genocide] Scholars"];
        assert!(names.iter().any(|name| line.contains(name)), "{line}");
    }
    assert!(named("watch", 0).iter().all(|line| line.contains("Human Rights [Watch]")));
    // A name of one word is what is spoken of, and a country is no organization.
    for (word, account) in [("Azerbaijan", 0), ("genocide", 0), ("occupied", 2)] {
        assert!(named(word, account).is_empty(), "{word}");
    }
}

/// A block quotation is somebody's: hardly a word of it is the account's own.
#[test]
fn block_quotations_are_quoted() {
    let of_quotations = |word: &&parallax::lexis::Word| {
        bundle().documents[word.document as usize].passages[word.passage as usize].kind == BlockKind::Quotation
    };
    let words: Vec<_> = lexis().words.iter().filter(of_quotations).collect();
    let own: Vec<_> = words.iter().filter(|word| word.wording != Wording::Quoted).collect();
    assert!(words.len() > 500 && own.is_empty(), "{} of {}", own.len(), words.len());
}

#[test]
fn few_cases_are_no_rate() {
    assert_eq!(Rate::of(0, 1000), Rate::None);
    assert_eq!(Rate::of(4, 1000), Rate::Few);
    assert_eq!(Rate::of(5, 2000), Rate::PerThousand(2.5));
    assert_eq!(Rate::of(5, 0), Rate::PerThousand(5000.0));
}

#[test]
fn tables_have_a_cell_under_every_name() {
    let tables = [Table::Sizes, Table::Keywords, Table::Discussed].into_iter().chain(
        ["ceasefire", "occupied"]
            .into_iter()
            .flat_map(|name| [Table::Lines(head(name)), Table::Collocates(head(name))]),
    );
    for table in tables {
        let csv = table.csv(bundle(), lexis());
        let cells = |line: &str| {
            let mut quoted = false;
            1 + line
                .chars()
                .filter(|c| {
                    quoted ^= *c == '"';
                    *c == ',' && !quoted
                })
                .count()
        };
        let names = cells(csv.lines().next().unwrap());
        assert!(csv.lines().count() > 1, "{table:?}");
        assert!(csv.split_terminator("\r\n").all(|line| cells(line) == names), "{table:?}: {csv}");
    }
    let lines = Table::Lines(head("corridor")).csv(bundle(), lexis());
    assert_eq!(lines.split_terminator("\r\n").count(), 15, "{lines}");
}

// Any bundle at all.

fn with_text(text: &str, ranges: &[(usize, usize, bool)]) -> Bundle {
    let mut bundle = bundle().clone();
    let whole = ByteRange::new(0, u32::try_from(text.len()).unwrap());
    let boundary = |at: usize| u32::try_from(text.floor_char_boundary(at % (text.len() + 1))).unwrap();
    let speech = ranges.iter().enumerate().map(|(at, (start, end, quoted))| {
        let (start, end) = (boundary(*start), boundary(*end));
        let speaker = if at % 3 == 0 { "nobody".to_owned() } else { bundle.speakers[at].id.clone() };
        let mode = if *quoted { Mode::Quoted } else { Mode::Reported };
        let voices = if at % 5 == 4 { Vec::new() } else { vec![Voice { speaker, mode, verb: None }] };
        Stretch { range: ByteRange::new(start.min(end), start.max(end)), voices, note: None }
    });
    let passage = Passage {
        runs: vec![Run { range: whole, style: Style::Plain, join: Join::None }],
        sentences: Vec::new(),
        times: Vec::new(),
        fields: Vec::new(),
        speech: speech.collect(),
        ..bundle.documents[0].passages.iter().find(|one| one.kind == BlockKind::Paragraph).unwrap().clone()
    };
    bundle.documents[0].text = text.to_owned();
    bundle.documents[0].passages = vec![passage.clone(), passage];
    bundle
}

fn check_any(bundle: &Bundle) -> Result<(), TestCaseError> {
    let lexis = Lexis::read(bundle);
    let all: u32 = lexis.sizes.iter().map(|size| size.all()).sum();
    prop_assert_eq!(all as usize, lexis.words.len());
    prop_assert_eq!(lexis.heads.iter().map(|head| head.cases.len()).sum::<usize>(), lexis.words.len());
    for (at, head) in (0_u32..).zip(&lexis.heads) {
        let forms: u32 = head.forms.iter().map(|(_, count)| *count).sum();
        prop_assert_eq!(forms as usize, head.cases.len());
        let counts: u32 = lexis.counts(at).iter().map(|counts| counts.all()).sum();
        prop_assert_eq!(forms, counts);
        prop_assert_eq!(lexis.find(&head.word), Some(at), "{}", head.word);
    }
    for word in &lexis.words {
        let document = &bundle.documents[word.document as usize];
        prop_assert!(word.range.slice(&document.text).is_some_and(|text| text.chars().any(char::is_alphanumeric)));
        prop_assert_eq!(Mouth::of(bundle, word).wording(), word.wording);
    }
    for account in 0..=u32::try_from(bundle.accounts.len()).unwrap() {
        let keyness = lexis.keyness(account);
        prop_assert!(keyness.words.iter().all(|word| word.evidence.is_finite() && word.ratio.is_finite()));
        for head in 0..u32::try_from(lexis.heads.len().min(3)).unwrap() {
            let _ = lexis.collocates(account, head);
        }
    }
    for table in
        [Table::Sizes, Table::Keywords, Table::Discussed, Table::Lines(0), Table::Collocates(0), Table::Lines(u32::MAX)]
    {
        let _ = table.csv(bundle, &lexis);
    }
    Ok(())
}

#[test]
fn the_real_bundle_adds_up() {
    check_any(bundle()).unwrap();
}

#[test]
fn a_bundle_without_running_text_has_no_words() {
    let mut empty = bundle().clone();
    empty.documents.iter_mut().for_each(|document| document.passages.clear());
    let lexis = Lexis::read(&empty);
    assert!(lexis.words.is_empty() && lexis.keyness(0).words.is_empty() && lexis.find("war").is_none());
    check_any(&empty).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_adds_up(
        text in "([a-zA-Z]{1,9}|[əƏşğİ’'.,/–-]|cease-fire|ceasefire| |\\PC){0,60}",
        ranges in prop::collection::vec((0_usize..200, 0_usize..200, any::<bool>()), 0..6),
    ) {
        check_any(&with_text(&text, &ranges))?;
    }
}
