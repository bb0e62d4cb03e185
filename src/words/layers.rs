//! Sentences about voices, names, claims and relations, and about what was measured.

use super::phrase::{and_more, count, passages};
use super::{Key, Leaf, date, leaf, say};
use crate::annotate::relation::{Ground, GroundKind, Lexicon};
use crate::compare::{Share, Spelling};
use crate::corpus::{
    Answer, Bundle, Difference, Figure, Layer, Place, Publishers, RelationKind, Remark, Speaker, SpeakerKind, Standing,
    Stretch,
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
    format!("Compare only what is said in the name of the {side} side")
}

/// In whose name: an option.
#[must_use]
pub fn side(side: &str) -> String {
    format!("the {side} side")
}

/// "12 quoted, 3 reported"; a dash for none.
#[must_use]
pub fn share(share: &Share) -> String {
    match (share.quoted, share.reported) {
        (0, 0) => "–".to_owned(),
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
    format!("Nothing in this name here; {} of the account say other things.", passages(others))
}

/// From a cell that could not know, to what others report.
#[must_use]
pub fn hear_second_hand(n: usize) -> String {
    format!("Second hand: {} of other accounts report what was said in its side’s name", passages(n))
}

/// A spelling and how often it stands: "“Shusha” · 12 times".
#[must_use]
pub fn spelling(words: &str, n: usize) -> String {
    format!("{words} · {}", count(n, "time", "times"))
}

/// The spellings of an account: "Shusha 12, Shushi 3"; a dash for none.
#[must_use]
pub fn spellings(spellings: &[Spelling]) -> String {
    if spellings.is_empty() {
        return "–".to_owned();
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

/// How answers stand to each other.
#[must_use]
pub const fn standing(standing: Standing) -> &'static str {
    leaf(match standing {
        Standing::Agree => Leaf::StandingAgree,
        Standing::Differ => Leaf::StandingDiffer,
        Standing::Contradict => Leaf::StandingContradict,
        Standing::OneSided => Leaf::StandingOneSided,
    })
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
pub fn answered(answer: &Answer) -> String {
    let speaker = answer.speaker.as_ref().map_or_else(String::new, |speaker| format!("{speaker} · "));
    format!("{speaker}{}", date(&answer.date))
}

/// A figure's value, who gives it, of when: "613 people · Khojaly, February 1992 · as of February 1992".
#[must_use]
pub fn figured(figure: &Figure) -> String {
    let by = figure.by.as_ref().map_or_else(String::new, |by| format!("{by} · "));
    format!("{} · {} · {by}as of {}", figure.told, figure.subject, date(&figure.as_of))
}

/// The way to a figure's entry in the ledger, which has so many: "civilians killed: 3 figures side by side".
#[must_use]
pub fn in_ledger(figure: &Figure, entries: usize) -> String {
    let beside = if entries == 1 { "in the ledger".to_owned() } else { format!("{entries} figures side by side") };
    format!("{}: {beside}", figure.counted)
}

/// What unfolds the passages of an observation.
#[must_use]
pub fn seen_in(passages: usize) -> String {
    format!("Seen in {}", self::passages(passages))
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

/// What two passages share, as the engine found it: "Topics: self-defence; charge turned round: occupation; place: Lachin."
#[must_use]
pub fn grounds(grounds: &[Ground], lexicon: &Lexicon, bundle: &Bundle) -> String {
    let told = grounds.iter().map(|ground| {
        let what = ground.what.as_str();
        let topic = || lexicon.label(what).unwrap_or(what).to_owned();
        match ground.kind {
            GroundKind::Date => date(what),
            GroundKind::Topic => topic(),
            GroundKind::Mirrored => format!("{} (each of the other side)", topic()),
            GroundKind::Denied => format!("{} (one denies it)", topic()),
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
         country follow one rule for all; a broadcaster’s country is that of its seat, not of its language or funds."
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
