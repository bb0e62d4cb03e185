//! Sentences about voices, names, claims and relations, and about what was measured.

use super::phrase::{and_more, count, passages};
use super::source::{issuer, written};
use super::{Key, Leaf, date, leaf, say};
use crate::annotate::relation::{Ground, GroundKind, Lexicon};
use crate::compare::{Share, Spelling, Stance};
use crate::corpus::{
    Account, Answer, Bundle, Difference, Document, Figure, Layer, Place, Publishers, RelationKind, Remark, Speaker,
    SpeakerKind, Standing, Stretch,
};

/// "voices: Human Rights Watch, European Court of Human Rights and 2 more".
#[must_use]
pub fn voices(names: &[&str]) -> String {
    const SHOWN: usize = 2;
    let shown = names.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    let more = names.len().saturating_sub(SHOWN);
    if more == 0 { format!("voices: {shown}") } else { format!("voices: {shown} {}", and_more(more)) }
}

/// A stack of voices: "Azerbaijan, reported (“claims”) › its president, quoted".
#[must_use]
pub fn stack(stretch: &Stretch, bundle: &Bundle) -> String {
    let steps = stretch.voices.iter().map(|voice| {
        let name = bundle.speaker(&voice.speaker).map_or("", |speaker| speaker.name.as_str());
        let verb = voice.verb.as_ref().map_or_else(String::new, |verb| format!(" (“{}”)", verb.lemma));
        format!("{name}, {}{verb}", voice.mode.name())
    });
    steps.collect::<Vec<_>>().join(" › ")
}

/// What kind of speaker somebody is, and the office held.
#[must_use]
pub fn speaker(speaker: &Speaker) -> String {
    let kind = match speaker.kind {
        SpeakerKind::State => "State body",
        SpeakerKind::Intergovernmental => "Intergovernmental body",
        SpeakerKind::Court => "Court",
        SpeakerKind::NonGovernmental => "Non-governmental organization",
        SpeakerKind::Press => "Press",
        SpeakerKind::Scholar => "Scholar",
        SpeakerKind::Person => "Person",
        SpeakerKind::Unnamed => "Not named by the text",
    };
    speaker.office.as_ref().map_or_else(|| format!("{kind}."), |office| format!("{kind}; {office}."))
}

/// Heading over the speakers of a side, or of none.
#[must_use]
pub fn speakers_of(side: Option<&str>) -> String {
    side.map_or_else(|| "For no side".to_owned(), |side| format!("For the {side} side"))
}

/// The way to what is said for a side.
#[must_use]
pub fn hear_side(side: &str) -> String {
    format!("Compare only what is said in the {side} side’s name")
}

/// In whose name: an option.
#[must_use]
pub fn side(side: &str) -> String {
    format!("the {side} side")
}

/// "12 quoted, 3 reported"; "none".
#[must_use]
pub fn share(share: &Share) -> String {
    match (share.quoted, share.reported) {
        (0, 0) => "none".to_owned(),
        (quoted, 0) => format!("{quoted} quoted"),
        (0, reported) => format!("{reported} reported"),
        (quoted, reported) => format!("{quoted} quoted, {reported} reported"),
    }
}

/// The verbs most used of somebody: "state 5, claim 3".
#[must_use]
pub fn verbs(share: &Share) -> String {
    let verbs: Vec<String> = share.verbs.iter().take(5).map(|(verb, count)| format!("{verb} {count}")).collect();
    verbs.join(", ")
}

/// In an empty cell while one voice is listened to.
#[must_use]
pub fn nothing_heard(others: usize) -> String {
    format!("Nothing in this name here. Not shown: {} of the account.", passages(others))
}

/// From a cell that could not know, to what others report.
#[must_use]
pub fn hear_second_hand(n: usize) -> String {
    format!("{} of other accounts with what its side said", passages(n))
}

/// A spelling and how often it stands: "“Shusha” · 12 times".
#[must_use]
pub fn spelling(words: &str, n: usize) -> String {
    format!("{words} · {}", count(n, "time", "times"))
}

/// The spellings of an account: "Shusha 12, Shushi 3"; "none".
#[must_use]
pub fn spellings(spellings: &[Spelling]) -> String {
    if spellings.is_empty() {
        return "none".to_owned();
    }
    let each: Vec<String> =
        spellings.iter().map(|spelling| format!("{} {}", spelling.words, spelling.uses.len())).collect();
    each.join(", ")
}

/// What kind of place it is, as a sentence.
#[must_use]
pub fn place_line(place: &Place) -> String {
    let mut kind = place.kind.clone();
    if let Some(first) = kind.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    format!("{kind}.")
}

/// The heading of a topic.
#[must_use]
pub fn topic(topic: &str) -> &'static str {
    match topic {
        "casualties" => "Casualties",
        "displacement" => "Displacement",
        "territory" => "Territory and borders",
        "opening" => "How it began",
        "obligations" => "Obligations",
        "law" => "Law",
        "mediation" => "Mediation",
        "heritage" => "Heritage",
        "threats" => "Threats and claims",
        "conduct" => "Conduct",
        "blockade" => "Roads and blockade",
        "terms" => "Names for things",
        _ => "Other questions",
    }
}

/// How answers stand to each other: a choice, with how many questions have it.
#[must_use]
pub fn standing(standing: Option<Standing>, n: usize) -> String {
    let standing = leaf(match standing {
        None => Leaf::StandingAny,
        Some(Standing::Agree) => Leaf::StandingAgree,
        Some(Standing::Differ) => Leaf::StandingDiffer,
        Some(Standing::Contradict) => Leaf::StandingContradict,
        Some(Standing::OneSided) => Leaf::StandingOneSided,
    });
    counted(standing, n)
}

/// At the head of a pane, behind the document's name: the period that is passed.
#[must_use]
pub fn passing(period: Option<&str>) -> String {
    period.map_or_else(String::new, |period| format!(" · {period}"))
}

/// Under the title of a document: who issued it, and when it was written.
#[must_use]
pub fn byline(document: &Document) -> String {
    format!("{} · {}", issuer(document), written(document))
}

/// When the annotations were last changed.
#[must_use]
pub fn edited(bundle: &Bundle) -> String {
    format!("The editors’ annotations here are those of {}.", date(&bundle.edited))
}

/// Whether an editor's note tells of the work, not of the text.
#[must_use]
pub fn tells_of_readings(note: &str) -> bool {
    note.contains("Read twice") || note.contains("reading")
}

/// A heading in a table of contents, with how many entries stand under it.
#[must_use]
pub fn counted(heading: &str, n: usize) -> String {
    format!("{heading} ({n})")
}

/// How many questions are shown: "10 of 60 questions"; and that one beside them was asked for by its link.
#[must_use]
pub fn questions(shown: usize, all: usize, and_one: bool) -> String {
    let counted =
        if shown == all { count(all, "question", "questions") } else { format!("{shown} of {all} questions") };
    if and_one { format!("{counted}, and the one that the link leads to.") } else { format!("{counted}.") }
}

/// How many accounts answer, how the answers stand to each other, and what holds of the others: "Two of three answer, and
/// the answers agree; silent: Armenian." An account's answers may be those of somebody whom it reports.
#[must_use]
pub fn standing_of(standing: Standing, stances: &[(&Account, Stance)]) -> String {
    let [all, of] = match standing {
        Standing::Agree => ["All answer, and the answers agree", "answer, and the answers agree"],
        Standing::Differ => ["All answer, and the answers differ", "answer, and the answers differ"],
        Standing::Contradict => {
            ["All answer, and the answers contradict each other", "answer, and the answers contradict each other"]
        }
        Standing::OneSided => ["All answer", "answer"],
    };
    stand(stances, "answers", all, of)
}

/// Which accounts give a figure, whether it is the same, and what holds of the others.
#[must_use]
pub fn figures_of(same: bool, stances: &[(&Account, Stance)]) -> String {
    if same {
        stand(stances, "gives it", "All give the same figure", "give the same figure")
    } else {
        stand(stances, "gives it", "All give figures, not all the same", "give figures, not all the same")
    }
}

/// `one`, `all` and `of` say what one, all or some of the accounts do.
fn stand(stances: &[(&Account, Stance)], one: &str, all: &str, of: &str) -> String {
    let are =
        |stance: Stance| stances.iter().filter(move |(_, other)| *other == stance).map(|(account, _)| &account.short);
    let total = number(stances.len());
    let mut said = match are(Stance::Answers).count() {
        n if n == stances.len() => all.to_owned(),
        1 => format!("Only one account {one}"),
        n => {
            let mut n = number(n);
            n[..1].make_ascii_uppercase();
            format!("{n} of {total} {of}")
        }
    };
    for (stance, word) in
        [(Stance::Silent, Leaf::Silent), (Stance::Outside, Leaf::Outside), (Stance::Older, Leaf::Older)]
    {
        let names = are(stance).map(String::as_str).collect::<Vec<_>>().join(", ");
        if !names.is_empty() {
            said = format!("{said}; {}: {names}", leaf(word));
        }
    }
    format!("{said}.")
}

/// A small number in words.
fn number(n: usize) -> String {
    const WORDS: [&str; 7] = ["none", "one", "two", "three", "four", "five", "six"];
    WORDS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// In the place of an answer that an account could not have: when it was written.
#[must_use]
pub fn written_before(bundle: &Bundle, account: &Account) -> String {
    let documents = bundle.documents.iter().filter(|document| document.account == account.id);
    let last = documents.max_by_key(|document| document.written.days.latest);
    last.map_or_else(String::new, |last| format!("{}: {}.", leaf(Leaf::WrittenBefore), written(last)))
}

/// In the place of an answer that an account did not set out to give: what limits its documents.
#[must_use]
pub fn outside(bundle: &Bundle, account: &Account) -> String {
    let of_account = |id: &String| account.documents.contains(id);
    let limits: Vec<String> = (bundle.purposes.iter())
        .filter(|purpose| of_account(&purpose.document))
        .map(|purpose| format!("“{}”", purpose.words))
        .collect();
    format!("{} {}.", leaf(Leaf::OutsidePurpose), limits.join(", "))
}

/// Before the ledger.
#[must_use]
pub fn claims_note(bundle: &Bundle) -> String {
    format!(
        "{} questions that an account answers, in its own words, with who says so and when. How the answers stand to each \
         other is the editors’ judgement, from two readings; who is right is not judged.",
        bundle.claims.len()
    )
}

/// Who answered, and when: "Azerbaijan, as the article reports it · May 2021".
#[must_use]
pub fn answered(answer: &Answer, document: &Document) -> String {
    // Of what it gives of others without a day, a document's own is no date.
    let written = answer.date == document.written.edtf;
    match &answer.speaker {
        Some(speaker) if written => format!("{speaker} · {}", leaf(Leaf::NoDateGiven)),
        Some(speaker) => format!("{speaker} · {}", date(&answer.date)),
        None if written && !document.written.stated && !answer.date.contains('/') => as_of(&answer.date),
        None => date(&answer.date),
    }
}

/// A figure's value, who gives it, of when: "613 people · Khojaly, February 1992 · as of February 1992".
#[must_use]
pub fn figured(figure: &Figure) -> String {
    let by = figure.by.as_ref().map_or_else(String::new, |by| format!("{by} · "));
    let reading = if figure.is_reading() { "the editors read: " } else { "" };
    format!("{reading}{} · {} · {by}{}", figure.told, figure.subject, as_of(&figure.as_of))
}

/// Of when a figure is: "as of May 1994", "until about 1989".
fn as_of(edtf: &str) -> String {
    match edtf.split_once('/') {
        Some(("..", to)) => format!("until {}", date(to)),
        Some((_, "..")) => date(edtf),
        _ => format!("as of {}", date(edtf)),
    }
}

/// The way to a figure's entry in the ledger, which has so many: "civilians killed: 3 figures side by side".
#[must_use]
pub fn in_ledger(figure: &Figure, entries: usize) -> String {
    let beside = if entries == 1 { "in the ledger".to_owned() } else { format!("{entries} figures side by side") };
    format!("{}: {beside}", figure.counted)
}

/// What unfolds some of the passages in which something can be seen.
#[must_use]
pub fn examples(passages: usize) -> String {
    format!("Examples ({passages})")
}

/// What unfolds the places that every account spells alike.
#[must_use]
pub fn one_spelling(places: usize) -> String {
    format!("{} with one spelling", count(places, "place", "places"))
}

/// What unfolds the speakers that are heard less than the first.
#[must_use]
pub fn heard_less(speakers: usize) -> String {
    format!("{} heard less often", count(speakers, "speaker", "speakers"))
}

/// What unfolds the figures that nothing stands beside.
#[must_use]
pub fn figures_alone(n: usize) -> String {
    count(n, "figure", "figures")
}

/// How two passages stand to each other.
#[must_use]
pub const fn relation(kind: RelationKind) -> &'static str {
    say(match kind {
        RelationKind::SameEvent => Key::RelationSameEvent,
        RelationKind::SameTopic => Key::RelationSameTopic,
        RelationKind::Corroborates => Key::RelationCorroborates,
        RelationKind::Contradicts => Key::RelationContradicts,
    })
}

/// Which of the two layers made an annotation.
#[must_use]
pub const fn layer(layer: Layer) -> &'static str {
    say(match layer {
        Layer::Editorial => Key::LayerEditorial,
        Layer::Engine => Key::LayerEngine,
    })
}

/// A share of thousandths: "0.983", "1.000"; a dash for none.
#[must_use]
pub fn thousandths(share: Option<u32>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{}.{:03}", share / 1000, share % 1000))
}

/// What two passages share, as the engine found it: "Topics: self-defence; place: Lachin."
#[must_use]
pub fn grounds(grounds: &[Ground], lexicon: &Lexicon, bundle: &Bundle) -> String {
    let told = grounds.iter().map(|ground| {
        let what = ground.what.as_str();
        let topic = || lexicon.label(what).unwrap_or(what).to_owned();
        match ground.kind {
            GroundKind::Date => date(what),
            GroundKind::Topic => topic(),
            GroundKind::Place => bundle.place(what).map_or_else(|| what.to_owned(), |place| place.name.clone()),
            GroundKind::Voice => bundle.speaker(what).map_or_else(|| what.to_owned(), |speaker| speaker.name.clone()),
            GroundKind::Counted => what.to_owned(),
            GroundKind::Words => format!("“{what}”"),
        }
    });
    format!("Both: {}.", told.collect::<Vec<_>>().join("; "))
}

/// Before the publishers of the references.
#[must_use]
pub fn cited(publishers: &[Publishers]) -> String {
    let by_kind = publishers.iter().filter(|group| !group.names.is_empty());
    let (references, names) =
        by_kind.fold((0, 0), |(references, names), group| (references + group.references, names + group.names.len()));
    format!(
        "{references} of its references tell who published them: {names} publishers, by kind, with how many references each has. Kind and \
         country were read twice, by one rule for all; a broadcaster’s country is that of its seat, not of its language or funds."
    )
}

/// In what the engine differs from the editors; `words` are the words it is about.
#[must_use]
pub fn remark(remark: &Remark, words: &str) -> String {
    let says = remark.says.as_deref().unwrap_or("nobody");
    match remark.difference {
        Difference::TimeAdded => format!("dates “{words}” as well: {}", date(says)),
        Difference::TimeMissed => format!("does not date “{words}”"),
        Difference::TimeOther => format!("dates “{words}” otherwise: {}", date(says)),
        Difference::VoiceAdded => format!("takes “{words}” for the words of {says}"),
        Difference::VoiceMissed => format!("hears no other voice in “{words}”"),
        Difference::VoiceExtent => format!("takes more or less for somebody’s words: “{words}”"),
        Difference::VoiceVerb => format!("takes another verb (“{says}”) to attribute “{words}”"),
        Difference::VoiceSpeaker => format!("takes {says} for the speaker of “{words}”"),
    }
}
