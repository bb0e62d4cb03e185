//! Voices, places, claims, figures, pairs: what the compiler refuses of an editor's files, and what holds of these.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;

use parallax::annotate::place::mentions;
use parallax::compare::{Hand, Stance, could_answer, figures, hand, names, said, same, shares, stances, sum, voices};
use parallax::compile::{Sources, compile};
use parallax::corpus::{FieldKind, Figure, Layer, Measure, Mode, Passage, PassageKind, Reading, Standing};
use parallax::words::{figured, standing_of, tells_of_readings};

use common::{bundle, grid};

const VOICES: &str = "assets/annotations/voices/letter.json";
const SPEAKERS: &str = "assets/annotations/speakers.json";
const PLACES: &str = "assets/annotations/places.json";
const HOMONYMS: &str = "assets/annotations/homonyms.json";
const NAMING: &str = "assets/annotations/naming.json";
const ARTICLE: &str = "assets/annotations/voices/article.json";
const CLAIMS: &str = "assets/annotations/claims.json";
const FIGURES: &str = "assets/annotations/figures.json";
const SHARED: &str = "assets/annotations/sources.json";
const PAIRS: &str = "assets/annotations/pairs.json";
const PUBLISHERS: &str = "assets/annotations/publishers.json";
const CONCEPTS: &str = "assets/annotations/concepts.json";

/// Changes the first occurrence of `found`, and expects one fault: in this file, at the changed words, with this reason.
fn check(file: &str, found: &str, replacement: &str, reason: &str) {
    let mut sources = common::sources();
    let text = sources.get_mut(file).unwrap();
    assert!(text.contains(found), "{file} does not have {found}");
    *text = text.replacen(found, replacement, 1);
    let faults = compile(&sources).expect_err(reason);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert_eq!(faults[0].file, file);
    assert!(faults[0].position.line > 0, "{}", faults[0]);
    assert!(faults[0].reason.contains(reason), "{}", faults[0]);
    assert!(!faults[0].hint.is_empty(), "{}", faults[0]);
}

// What is refused.

#[test]
fn words_that_do_not_stand_in_their_passage_are_refused() {
    check(
        VOICES,
        "about recent reports of indiscriminate killings and outrages\",",
        "about late reports\",",
        "do not stand in it",
    );
    check(
        VOICES,
        "{\"words\":\"confirmed\"",
        "{\"words\":\"denied\"",
        "the words “denied” do not stand in “letter.p3”",
    );
    check(CLAIMS, "\"words\": \"At the end of 1991", "\"words\": \"At the end of 1990", "do not stand in “letter.p4”");
    check(FIGURES, "once half-a-million population", "once a million population", "do not stand in “letter.p1”");
    check(
        SHARED,
        "\"words\": \"Statement of 9 November\"",
        "\"words\": \"Statement of 8 November\"",
        "do not stand in “letter.p72”",
    );
    let homonym = common::sources()[HOMONYMS].lines().nth(1).unwrap().to_owned();
    let words = homonym.split("\"words\": \"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    check(
        HOMONYMS,
        &format!("\"words\": \"{words}\""),
        "\"words\": \"Atlantis\"",
        "the words “Atlantis” do not stand in",
    );
}

#[test]
fn ids_that_are_not_known_are_refused() {
    check(VOICES, "\"letter.p3\":", "\"letter.p300\":", "unknown passage “letter.p300”");
    check(VOICES, "\"speaker\":\"highest-constitutional-level\"", "\"speaker\":\"nobody\"", "unknown speaker “nobody”");
    check(CLAIMS, "\"passage\": \"letter.p4\"", "\"passage\": \"letter.p400\"", "unknown passage “letter.p400”");
    check(CLAIMS, "\"since\": \"1991\"", "\"since\": \"../1991\"", "“../1991” has no first day");
    check(PAIRS, "\"b\": \"civil-15.p2\"", "\"b\": \"civil-15.p200\"", "unknown passage “civil-15.p200”");
    check(SPEAKERS, "\"side\": \"armenian\"", "\"side\": \"martian\"", "unknown side “martian”");
    check(
        "assets/documents/letter.json",
        "\"speaker\": \"azerbaijan\"",
        "\"speaker\": \"nobody\"",
        "unknown speaker “nobody”",
    );
}

#[test]
fn what_stands_twice_is_refused() {
    let mut sources = common::sources();
    let twice = |sources: &mut Sources, file: &str| {
        let text = sources.get_mut(file).unwrap();
        let entry = text.lines().nth(1).unwrap().to_owned();
        *text = text.replacen(&entry, &format!("{}\n{}", entry, entry), 1);
    };
    for file in [PAIRS, CLAIMS, FIGURES, SHARED, SPEAKERS, PLACES] {
        twice(&mut sources, file);
    }
    let faults = compile(&sources).unwrap_err();
    for file in [PAIRS, CLAIMS, FIGURES, SHARED, SPEAKERS, PLACES] {
        let told = faults.iter().any(|fault| fault.file == file && fault.reason.contains("stand"));
        assert!(told, "{file}: {faults:#?}");
    }
}

#[test]
fn judgements_that_their_own_data_contradict_are_refused() {
    check(CLAIMS, "\"standing\": \"one-sided\"", "\"standing\": \"agree\"", "with answers of 1 accounts");
    check(CLAIMS, "\"date\": \"2021-01-12\"", "\"date\": \"lately\"", "“lately” is no EDTF date");
    check(PAIRS, "\"b\": \"civil-15.p2\"", "\"b\": \"letter.p2\"", "belong to one account");
    check(SHARED, "\"id\": \"laurence-broers\"", "\"id\": \"who-began-2020-war\"", "another entry of the ledger");
    check(SHARED, "\"id\": \"laurence-broers\"", "\"id\": \"khojaly-missing\"", "another entry of the ledger");
    check(PUBLISHERS, "\"Al-Jazeera\", ", "", "has no publisher");
    check(CONCEPTS, "\"id\": \"aggression\"", "\"id\": \"armed-attack\"", "armed-attack");
}

#[test]
fn observations_on_names_are_counted_anew() {
    let eight = "{\"words\": [\"Daghlyq Garabagh\"], \"in\": [\"letter\"], \"times\": 8}";
    let nine = eight.replace('8', "9");
    let mut sources = common::sources();
    let text = sources.get_mut(NAMING).unwrap();
    *text = text.replacen(eight, &nine, 1);
    let faults = compile(&sources).unwrap_err();
    let told: Vec<&str> = faults.iter().map(|fault| fault.reason.as_str()).collect();
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[0].starts_with("nothing counts the 8 of “The letter writes"), "{told:#?}");
    assert_eq!(told[1], "“Daghlyq Garabagh” stands 8 times in letter, not 9");
    // What the sentence says, and what was counted, agree.
    check(NAMING, "“Daghlyq Garabagh” 8 times", "“Daghlyq Garabagh” 7 times", "nothing counts the 7 of");
    check(NAMING, "“Artzakh” once, and", "“Artzakh” twice, and", "nothing counts the 2 of");
    check(
        NAMING,
        "writes any of them.",
        "writes “Daglig Karabakh”.",
        "“Daglig Karabakh” stands in none of the passages",
    );
    check(NAMING, "\"places\": [\"karabakh\"]", "\"places\": [\"atlantis\"]", "unknown place “atlantis”");
    check(NAMING, "\"letter.p2\"", "\"letter.p200\"", "unknown passage “letter.p200”");
    check(NAMING, "\"letter.p2\"", "\"letter.p73\"", "“letter.p73” has none of the names of");
    check(NAMING, "\"in\": [\"letter\"]", "\"in\": [\"telegram\"]", "unknown document “telegram”");
}

#[test]
fn what_a_reference_quotes_is_said_by_somebody() {
    let own = "\"article.r3\":[\n{\"voices\":[{\"speaker\":\"opendemocracy\",\"mode\":\"quoted\"}]}\n],\n";
    check(ARTICLE, own, "", "reference “article.r3” quotes its source, and nothing says whose words they are");
    let two = own.replace("r3", "r1") + own;
    check(ARTICLE, own, &two, "the reference quotes nothing from its source");
}

// What holds.

fn passage(id: &str) -> (&'static parallax::corpus::Document, &'static Passage) {
    bundle().passage(id).unwrap()
}

#[test]
fn a_stack_of_voices_is_read_from_the_outside_in() {
    let (document, passage) = passage("letter.p20");
    let own = &passage.speech[0];
    assert_eq!(own.voices[0].speaker, "azerbaijan");
    assert_eq!(own.voices[0].mode, Mode::Quoted);
    assert_eq!(own.voices[0].verb.as_ref().unwrap().lemma, "report");
    assert!(passage.text_in(&document.text, own.range).starts_with("The city of Aghdam was totally captured"));
    let deep = bundle().documents.iter().flat_map(|document| &document.passages).flat_map(|passage| &passage.speech);
    let deep: Vec<_> = deep.filter(|stretch| stretch.voices.len() > 1).collect();
    assert!(deep.len() >= 10, "{}", deep.len());
    for stretch in deep {
        let ids: Vec<&str> = stretch.voices.iter().map(|voice| voice.speaker.as_str()).collect();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
    }
}

#[test]
fn what_references_quote_is_their_sources_speech() {
    let (document, own) = passage("article.r39");
    let words = |stretch: &parallax::corpus::Stretch| own.text_in(&document.text, stretch.range);
    assert_eq!(own.speech[0].voices[0].speaker, "yahoo-news");
    assert!(words(&own.speech[0]).starts_with("In a statement, Azerbaijan's State Security Service said"));
    let stack: Vec<&str> = own.speech[1].voices.iter().map(|voice| voice.speaker.as_str()).collect();
    assert_eq!(stack, ["yahoo-news", "azerbaijan-state-security"]);
    assert_eq!(words(&own.speech[1]), "it had handed over 10 Armenian soldiers who were detained on Nov. 16");
    let references = bundle().documents.iter().flat_map(|document| &document.passages);
    let references = references.filter(|passage| passage.kind == PassageKind::Reference);
    let mut quoting = 0;
    for reference in references {
        let quotes = reference.fields.iter().find(|field| field.kind == FieldKind::Quotation);
        quoting += usize::from(quotes.is_some());
        assert_eq!(quotes.is_some(), !reference.speech.is_empty(), "{}", reference.id);
        // Titles are no speech: everything that is lies within what is quoted.
        let within = |stretch: &parallax::corpus::Stretch| quotes.unwrap().range.contains(stretch.range);
        assert!(reference.speech.iter().all(within), "{}", reference.id);
    }
    assert_eq!(quoting, 108);
}

#[test]
fn figures_are_told_in_plain_words() {
    let told = |id: &str| bundle().figures.iter().find(|figure| figure.id == id).unwrap().told.as_str();
    assert_eq!(told("khojaly-killed"), "613 people");
    assert_eq!(told("captured-areas-expelled"), "more than 700,000 people");
    assert_eq!(told("war-1990s-killed"), "at least 20,000 people");
    assert_eq!(told("area-range"), "50–215 km²");
    assert_eq!(told("depth-may-2021"), "at most 3.5 km");
    assert_eq!(told("az-killed-january-2022"), "1 person");
}

#[test]
fn what_is_said_in_a_name_is_first_or_second_hand() {
    let of = |id: &str, voice: &str| {
        let (document, passage) = passage(id);
        hand(bundle(), document, passage, voice)
    };
    assert_eq!(of("letter.p69", "azerbaijani"), Some(Hand::First));
    assert_eq!(of("letter.p69", "armenian"), None);
    assert_eq!(of("stepanakert.p4", "armenian"), Some(Hand::First));
    assert_eq!(of("stepanakert.p4", "azerbaijani"), Some(Hand::Second));
    // Organizations in Armenia speak for themselves.
    assert_eq!(of("civil-21.p4", "armenian"), None);
    assert_eq!(of("article.may-2021.p5", "azerbaijani"), Some(Hand::Second));
    assert_eq!(of("article.may-2021.p5", "azerbaijan"), Some(Hand::Second));
    assert_eq!(of("article.may-2021.p2", "azerbaijani"), None);
    let (document, passage) = passage("article.may-2021.p5");
    let own = said(bundle(), passage, "azerbaijani");
    assert!(passage.text_in(&document.text, own[0]).starts_with("its forces did not cross into Armenia"));
}

#[test]
fn who_is_listened_to_is_named_first() {
    let (_, passage) = passage("article.lead.p3");
    let all = voices(bundle(), passage, None);
    let asked = voices(bundle(), passage, Some("azerbaijani"));
    let is_asked = |name: &&str| {
        let speaker = bundle().speakers.iter().find(|speaker| speaker.name == *name).unwrap();
        speaker.side.as_deref() == Some("azerbaijani")
    };
    assert!(all.len() > 1 && is_asked(&asked[0]), "{asked:?}");
    assert!(all.iter().all(|name| asked.contains(name)), "{all:?}, {asked:?}");
    let first = asked.iter().position(|name| !is_asked(name)).unwrap_or(asked.len());
    assert!(!asked[first..].iter().any(is_asked), "{asked:?}");
    // In the letter, Armenia's commitment stands within a report of the Security Council.
    let (_, passage) = self::passage("letter.p9");
    assert_ne!(voices(bundle(), passage, None)[0], "Armenia");
    assert_eq!(voices(bundle(), passage, Some("armenian"))[0], "Armenia");
}

#[test]
fn each_stretch_counts_for_the_last_of_its_voices() {
    let rows = shares(bundle());
    let counted: usize = rows.iter().map(parallax::compare::VoiceRow::total).sum();
    let stretches: usize =
        bundle().documents.iter().flat_map(|document| &document.passages).map(|passage| passage.speech.len()).sum();
    assert_eq!(counted, stretches);
    assert!(rows.windows(2).all(|pair| pair[0].total() >= pair[1].total()));
    assert!(rows.iter().all(|row| row.total() > 0), "every speaker speaks");
    let all: Vec<_> = rows.iter().collect();
    let together: usize = sum(&all).iter().map(|share| share.quoted + share.reported).sum();
    assert_eq!(together, stretches);
    assert!(sum(&[]).is_empty());
}

#[test]
fn names_are_found_whole_and_homonyms_left_alone() {
    let mentions = mentions(bundle());
    let named = |id: &str| -> BTreeSet<&str> {
        let (document, own) = passage(id);
        let of_passage = mentions.iter().filter(|mention| {
            let of = &bundle().documents[mention.document];
            of.id == document.id && of.passages[mention.passage].id == own.id
        });
        of_passage.map(|mention| bundle().places[mention.place].id.as_str()).collect()
    };
    assert!(named("letter.p7").contains("khojaly"));
    assert!(named("letter.p7").contains("karabakh"));
    assert_eq!(named("civil-15.s4"), BTreeSet::new(), "the name of an organization");
    for mention in &mentions {
        let document = &bundle().documents[mention.document];
        let reading = Reading::of(&document.passages[mention.passage], &document.text);
        let range = reading.read(mention.range);
        let (before, after) = (&reading.text[..range.start as usize], &reading.text[range.end as usize..]);
        assert!(
            !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric),
            "{before:?} {after:?}"
        );
    }
    let names = names(bundle(), &mentions);
    let karabakh = names.iter().find(|names| bundle().places[names.place].id == "karabakh").unwrap();
    assert!(karabakh.accounts.iter().all(|spellings| !spellings.is_empty()), "every account names it");
    let spelled =
        |account: usize, words: &str| karabakh.accounts[account].iter().any(|spelling| spelling.words == words);
    assert!(spelled(0, "Daghlyq Garabagh") && !spelled(1, "Daghlyq Garabagh") && !spelled(2, "Daghlyq Garabagh"));
    assert!(!spelled(0, "Artsakh") && spelled(1, "Artsakh") && spelled(2, "Artsakh"));
    assert_eq!(names.len(), bundle().places.len(), "every place of the gazetteer is named");
    let of = |id: &str| names.iter().find(|names| bundle().places[names.place].id == id).unwrap();
    assert_eq!(of("shusha").spellings(), 2, "Shusha in two accounts, Shushi in one");
    assert_eq!(of("jermuk").spellings(), 1);
    let headings: Vec<String> = bundle().places.iter().map(|place| place.name.to_lowercase()).collect();
    let at = |name: &str| headings.iter().position(|heading| heading == name).unwrap();
    assert!(at("aşağı əskipara") < at("azerbaijan") && at("karki") < at("russia"), "in the order of their headings");
}

#[test]
fn the_ledger_has_enough_of_each() {
    let claims = &bundle().claims;
    assert!(claims.len() >= 40, "{}", claims.len());
    for standing in [Standing::Agree, Standing::Differ, Standing::Contradict, Standing::OneSided] {
        assert!(claims.iter().any(|claim| claim.standing == standing), "{}", standing.name());
    }
    assert!(bundle().figures.len() >= 100 && bundle().sources.len() >= 10 && bundle().naming.len() >= 20);
    let chosen = bundle().relations.iter().filter(|relation| relation.layer == Layer::Editorial);
    assert!(chosen.count() >= 100);
}

#[test]
fn who_could_not_know_is_not_said_to_be_silent() {
    let could = |claim: &str, account: &str| {
        let claim = bundle().claims.iter().find(|other| other.id == claim).unwrap();
        let answers: Vec<&str> = claim.answers.iter().map(|answer| answer.passage.as_str()).collect();
        could_answer(bundle(), bundle().account(account).unwrap(), &answers, claim.since.as_deref())
    };
    assert!(!could("entry-may-2021", "azerbaijani"));
    assert!(could("entry-may-2021", "armenian"));
    assert!(could("beginning-of-the-conflict", "armenian"));
    // Where a passage that answers begins long before what is asked about, and where only the answers are late.
    assert!(!could("russia-after-may-2021", "azerbaijani"));
    assert!(could("killed-since-2021", "armenian") && !could("killed-since-2021", "azerbaijani"));
    // What is asked of the one side's leaders is asked of the other's, at any time.
    for (one, other) in [("threats-by-azerbaijan", "threats-by-armenia"), ("claims-on-armenia", "claims-on-azerbaijan")]
    {
        assert!(could(one, "azerbaijani") && could(other, "armenian"), "{one}, {other}");
    }
}

#[test]
fn how_answers_stand_is_said_of_those_who_answer() {
    let check = |claim: &str, expected: &str| {
        let claim = bundle().claims.iter().find(|other| other.id == claim).unwrap();
        let answers: Vec<&str> = claim.answers.iter().map(|answer| answer.passage.as_str()).collect();
        assert_eq!(standing_of(claim.standing, &stances(bundle(), grid(), &answers, claim.since.as_deref())), expected);
    };
    check("who-began-2020-war", "All answer, and the answers contradict each other.");
    check("clashes-before-2020-war", "Two of three answer, and the answers differ; silent: Armenian.");
    check(
        "entry-may-2021",
        "Two of three answer, and the answers contradict each other; written before this: Azerbaijani.",
    );
    check(
        "beginning-of-the-conflict",
        "Only one account answers; silent: Armenian; outside its purpose: International.",
    );
    // What is asked of leaders at any time lies outside nobody's purpose.
    check("threats-by-armenia", "Only one account answers; silent: Armenian, International.");
    // One rule for every account: nobody who could not know, and nobody who did not set out to tell it, is called silent,
    // and everybody is named once.
    for claim in &bundle().claims {
        let answers: Vec<&str> = claim.answers.iter().map(|answer| answer.passage.as_str()).collect();
        let all = stances(bundle(), grid(), &answers, claim.since.as_deref());
        let said = standing_of(claim.standing, &all);
        for (account, stance) in all {
            let silent = said.split("silent: ").nth(1).unwrap_or("").split(';').next().unwrap();
            let outside = said.split("its purpose: ").nth(1).unwrap_or("").split(';').next().unwrap();
            assert_eq!(outside.contains(&account.short), stance == Stance::Outside, "{}: {said}", claim.id);
            let older = said.split("before this: ").nth(1).unwrap_or("");
            assert_eq!(silent.contains(&account.short), stance == Stance::Silent, "{}: {said}", claim.id);
            assert_eq!(older.contains(&account.short), stance == Stance::Older, "{}: {said}", claim.id);
        }
    }
}

#[test]
fn figures_of_several_accounts_stand_apart_from_those_of_one() {
    let account = |figure: &Figure| passage(&figure.passage).0.account.as_str();
    let [several, alone] = figures(bundle());
    let accounts = |group: &[&Figure]| group.iter().map(|figure| account(figure)).collect::<BTreeSet<_>>().len();
    assert!(several.iter().all(|group| accounts(group) > 1) && alone.iter().all(|group| accounts(group) == 1));
    let counted: usize = several.iter().chain(&alone).map(Vec::len).sum();
    assert_eq!(counted, bundle().figures.len());
    let of = |id: &str| bundle().figures.iter().find(|figure| figure.id == id).unwrap();
    assert!(same(&[of("khojaly-killed"), of("khojaly-killed")]));
    assert!(!same(&[of("khojaly-killed"), of("khojaly-women-killed")]));
}

#[test]
fn a_figure_tells_what_is_a_reading_and_of_when_it_is() {
    let told = |id: &str| figured(bundle().figures.iter().find(|figure| figure.id == id).unwrap());
    assert!(told("war-1990s-killed").starts_with("the editors read: at least 20,000 people · "));
    assert!(told("khojaly-killed").ends_with(" · as of February 1992") && told("khojaly-killed").starts_with("613"));
    assert!(told("displaced-may-2021").starts_with("at least 3,000"), "the text says so itself");
    assert!(told("azerbaijanis-in-armenia").ends_with(" · until about 1989"));
}

#[test]
fn notes_on_the_work_are_told_from_notes_on_the_text() {
    assert!(tells_of_readings("Read twice. Only one reading had it."));
    assert!(!tells_of_readings("The city; in the article (July 2021, ¶1) a district."));
}

#[test]
fn relations_join_two_accounts_once_and_say_why() {
    let account = |id: &str| passage(id).0.account.as_str();
    let mut seen = BTreeSet::new();
    for relation in &bundle().relations {
        assert_ne!(account(&relation.a), account(&relation.b), "{} {}", relation.a, relation.b);
        let pair = BTreeSet::from([&relation.a, &relation.b]);
        assert!(seen.insert(pair), "{} {} twice", relation.a, relation.b);
        assert!(!relation.reason.is_empty());
        assert_eq!(relation.layer == Layer::Engine, relation.score > 0, "{} {}", relation.a, relation.b);
    }
    let layers: Vec<Layer> = bundle().relations.iter().map(|relation| relation.layer).collect();
    assert!(layers.is_sorted(), "what an editor chose comes first");
}

/// The figures of the method page are computed when the bundle is compiled; these hold the engine to what it reached.
#[test]
fn the_engine_stays_near_the_editors() {
    let measure = |what: &str| -> &Measure {
        bundle().measures.iter().find(|measure| measure.what.starts_with(what)).unwrap_or_else(|| panic!("no {what}"))
    };
    let at_least = |what: &str, f1: u32| assert!(measure(what).f1.unwrap() >= f1, "{:?}", measure(what));
    at_least("Quotations", 975);
    at_least("Reported", 910);
    at_least("Verbs", 905);
    at_least("Speakers", 850);
    assert!(measure("Expressions of time").recall >= 980);
    assert!(measure("… and dated").recall >= 960);
    assert!(measure("Chosen pairs").recall >= 460);
    assert!(measure("… those that nobody").recall >= 560);
    assert_eq!(measure("Chosen pairs").precision, None);
    for remark in &bundle().remarks {
        let (document, _) = passage(&remark.passage);
        assert!(remark.range.slice(&document.text).is_some_and(|words| !words.is_empty()), "{}", remark.passage);
    }
}
