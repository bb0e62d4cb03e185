//! Tiny cases for each rule, and what is no speech.

use super::{Mode, Stretch, Words, voices};

/// Each stretch as "mode speaker/verb: words"; the speaker's words are followed by "=" and whom they stand for.
fn told(text: &str) -> Vec<String> {
    voices(text).iter().map(|stretch| tell(text, stretch)).collect()
}

fn tell(text: &str, stretch: &Stretch) -> String {
    let words = |words: Words| words.range.slice(text).unwrap_or("?");
    let speaker = stretch.speaker.map_or("-".to_owned(), |speaker| {
        let back = speaker.stands_for.map_or(String::new(), |other| format!("={}", words(other)));
        format!("{}{back}", words(speaker.words))
    });
    let mode = if stretch.mode == Mode::Quoted { "q" } else { "r" };
    let lemma = stretch.verb.map_or("-", |verb| verb.lemma);
    let open = if stretch.unclosed { " unclosed" } else { "" };
    format!("{mode} {speaker}/{lemma}{open}: {}", stretch.range.slice(text).unwrap_or("?"))
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(told(text), expected, "{text}");
}

#[test]
fn a_clause_follows_that() {
    check("The mayor said that the bridge was safe.", &["r The mayor/say: the bridge was safe"]);
    check("On Monday, the mayor said in a speech that he would go.", &["r the mayor/say: he would go"]);
    check("Brazil has repeatedly warned that rivers are rising.", &["r Brazil/warn: rivers are rising"]);
    check("Critics claim that it failed.", &["r Critics/claim: it failed"]);
    check("The court found that he had lied.", &["r The court/find: he had lied"]);
    check("Doctors told reporters that she was stable.", &["r Doctors/tell: she was stable"]);
    check("The union explained why it left.", &[]);
}

#[test]
fn a_clause_needs_no_that() {
    check("The mayor said the bridge was safe.", &["r The mayor/say: the bridge was safe"]);
    check("Officials said 12 boats were lost.", &["r Officials/say: 12 boats were lost"]);
    check("Chile stated it had no plans.", &["r Chile/state: it had no plans"]);
    check("The firm said on Friday sales were up.", &["r The firm/say: sales were up"]);
    check("The firm says sales are up.", &["r The firm/say: sales are up"]);
    check("The stated aim of the firm was growth.", &[]);
    check("Three member states signed the treaty.", &[]);
    check("The reports of the commission were late.", &[]);
    check("They found a boat.", &[]);
}

#[test]
fn marks_hold_words_as_they_were_said() {
    check("“We are late,” the pilot said.", &["q the pilot/say: We are late,"]);
    check("\"We are late,\" said the pilot.", &["q the pilot/say: We are late,"]);
    check("The pilot said: “We are late.”", &["q The pilot/say: We are late."]);
    check("The pilot said, \"We are late.\"", &["q The pilot/say: We are late."]);
    check("The pilot stated the following: “We are late.”", &["q The pilot/state: We are late."]);
    check("Peru reported to the Council: “A village burned.”", &["q Peru/report: A village burned."]);
    check("“We are late,” she said, “and lost.”", &["q she/say: We are late,", "q she/say: and lost."]);
    check(
        "The pilot called it ‘a narrow escape’.",
        &["r The pilot/call: it ‘a narrow escape’", "q The pilot/call: a narrow escape"],
    );
    check("Der Pilot said: „We are late.“", &["q Der Pilot/say: We are late."]);
    check("The pilot said: «We are late.»", &["q The pilot/say: We are late."]);
}

#[test]
fn a_report_may_hold_words_as_they_were_said() {
    check(
        "The pilot said that the landing was “rather hard”.",
        &["r The pilot/say: the landing was “rather hard”", "q The pilot/say: rather hard"],
    );
    check(
        "She denounced a \"reckless plan\", adding that it was \"doomed\".",
        &["q She/denounce: reckless plan", "r She/add: it was \"doomed\"", "q She/add: doomed"],
    );
}

#[test]
fn apostrophes_are_no_marks() {
    check("The workers’ union said that it’s over.", &["r The workers’ union/say: it’s over"]);
    check("The workers' union said it wasn't theirs.", &["r The workers' union/say: it wasn't theirs"]);
    check("The writersʼ guild said itʼs over.", &["r The writersʼ guild/say: itʼs over"]);
    check("Back in the '90s they said 'never again'.", &["q they/say: never again"]);
    check("He said ‘the workers’ rights matter’.", &["q He/say: the workers’ rights matter"]);
}

#[test]
fn quotations_stand_inside_quotations() {
    check(
        "Lee wrote: “The minister said ‘no’ to us.”",
        &["q Lee/write: The minister said ‘no’ to us.", "q The minister/say: no"],
    );
    check(
        "Lee wrote: “The minister said that it was over.”",
        &["q Lee/write: The minister said that it was over.", "r The minister/say: it was over"],
    );
    check(
        "Lee said that the court had ruled that he was free.",
        &["r Lee/say: the court had ruled that he was free", "r the court/rule: he was free"],
    );
    check("Lee said: “We say that it is over.”", &["q Lee/say: We say that it is over."]);
    check(
        "Lee condemned “any form of “salami” tactics at sea”.",
        &["q Lee/condemn: any form of “salami” tactics at sea"],
    );
}

#[test]
fn brackets_and_dots_cut_quotations() {
    check(
        "The panel noted “[t]he dam ... was, at the time, [not] safe”.",
        &["q The panel/note: [t]he dam ... was, at the time, [not] safe"],
    );
    check(
        "The panel submitted a note, “strongly condemn[ing] the delay” and “ask[ing] for help”.",
        &["q The panel/condemn: strongly condemn[ing] the delay", "q The panel/ask for: ask[ing] for help"],
    );
}

#[test]
fn some_quotations_never_close() {
    check("The pilot said: “We are late", &["q The pilot/say unclosed: We are late"]);
    check(
        "The pilot said: “We are late. It was fog. The tower denied that there was fog.",
        &["q The pilot/say unclosed: We are late. It was fog.", "r The tower/deny: there was fog"],
    );
    check(
        "The pilot said: “We are late. We lost an hour.",
        &["q The pilot/say unclosed: We are late. We lost an hour."],
    );
}

#[test]
fn participles_belong_to_the_subject() {
    check(
        "On 3 May, the assembly adopted a text, expressing deep concern at the delay and calling for talks.",
        &["r the assembly/express concern: the delay", "r the assembly/call for: talks"],
    );
    check("Spain replied by saying that it was ready.", &["r Spain/say: it was ready"]);
    check("Spain left, with France accusing it of bad faith.", &["r France/accuse: it of bad faith"]);
    check(
        "By demanding more time, the union admitted that it was late.",
        &["r the union/demand: more time", "r the union/admit: it was late"],
    );
    check("Considering the cost, the firm left.", &[]);
    check("The firm left, leaving debts.", &[]);
}

#[test]
fn passives_name_who_acts() {
    check("The plan was described by the mayor as a mistake.", &["r the mayor/describe: a mistake"]);
    check("The claim was denied by the ministry.", &["r the ministry/deny: The claim"]);
    check("It was reported that the road was closed.", &[]);
    check("The claim was denied.", &[]);
    check("The crimes committed by the army went on.", &[]);
}

#[test]
fn according_to_whom() {
    check("According to the mayor, the bridge is safe.", &["r the mayor/according to: the bridge is safe"]);
    check("The bridge is safe, according to the mayor.", &["r the mayor/according to: The bridge is safe"]);
    check(
        "According to Ann Lee, author of several books, the bridge is safe.",
        &["r Ann Lee, author of several books/according to: the bridge is safe"],
    );
    check("According to Lee, “the bridge is safe”.", &["q Lee/according to: the bridge is safe"]);
    check("They acted according to plan.", &[]);
}

#[test]
fn nouns_of_saying_carry_a_clause() {
    check("Norway's claim that the strait is free was heard.", &["r Norway's/claim: the strait is free was heard"]);
    check("Allegations by the union that wages fell were checked.", &["r the union/allege: wages fell were checked"]);
    check("The claim that the strait is free was heard.", &[]);
}

#[test]
fn something_is_named() {
    check(
        "Experts describe the site as “a time capsule”.",
        &["r Experts/describe: the site as “a time capsule”", "q Experts/describe: a time capsule"],
    );
    check("The town, which the guide describes as \"sleepy\", grew.", &["q the guide/describe: sleepy"]);
    check("Lee referred to the law as a trap.", &["r Lee/refer to: the law as a trap"]);
}

#[test]
fn demands_calls_warnings() {
    check("The union called for higher wages.", &["r The union/call for: higher wages"]);
    check("The union called on the firm to pay.", &["r The union/call on: the firm to pay"]);
    check("The union urged both sides to wait.", &["r The union/urge: both sides to wait"]);
    check("The union demanded an apology.", &["r The union/demand: an apology"]);
    check("The union warned of strikes.", &["r The union/warn: strikes"]);
    check("The union threatened to strike.", &["r The union/threaten: to strike"]);
    check("The union continues to call for talks.", &["r The union/call for: talks"]);
    check("The union went on to call for talks.", &["r The union/call for: talks"]);
    check("The union should call for talks.", &[]);
    check("The union called the firm.", &[]);
}

#[test]
fn accusations_and_denials() {
    check("Kenya accused the firm of lying.", &["r Kenya/accuse: the firm of lying"]);
    check("Kenya denied the charge.", &["r Kenya/deny: the charge"]);
    check("Kenya blamed the firm for the delay.", &["r Kenya/blame: the firm for the delay"]);
    check("Kenya did not deny the charge.", &[]);
    check("None of them condemned the raid.", &[]);
}

#[test]
fn one_subject_for_several_verbs() {
    check(
        "Kenya stated that talks had failed, adding that it would wait, and called for calm.",
        &["r Kenya/state: talks had failed", "r Kenya/add: it would wait", "r Kenya/call for: calm"],
    );
    check("Kenya denied the charge, but Ghana confirmed it.", &["r Kenya/deny: the charge", "r Ghana/confirm: it"]);
    check("Kenya said that A was ill and that B was well.", &["r Kenya/say: A was ill and that B was well"]);
}

#[test]
fn subjects_are_phrases() {
    check(
        "Ann Lee, the head of the panel, declared that it was over.",
        &["r Ann Lee, the head of the panel/declare: it was over"],
    );
    check("Ann Lee, the head of the panel said it was over.", &["r Ann Lee, the head of the panel/say: it was over"]);
    check(
        "On 3 May 2001, the head of the panel, Ann Lee, said it was over.",
        &["r the head of the panel, Ann Lee/say: it was over"],
    );
    check("Farmers, traders, and teachers have called for calm.", &["r Farmers, traders, and teachers/call for: calm"]);
    check("The ministry later on the same day stated that it was over.", &["r The ministry/state: it was over"]);
    check("Kenya – The minister said that it was over.", &["r The minister/say: it was over"]);
    check("The union – a large one – said that it was over.", &["r The union/say: it was over"]);
    check("The court on Monday denied the plea.", &["r The court/deny: the plea"]);
    check("Amnesty – condemned the raid.", &["r Amnesty/condemn: the raid"]);
    check("However, Kenya said that it was over.", &["r Kenya/say: it was over"]);
}

#[test]
fn pronouns_point_back() {
    check(
        "Ann Lee said that it was over. She added that she would go.",
        &["r Ann Lee/say: it was over", "r She=Ann Lee/add: she would go"],
    );
    check(
        "The Tate Institute said it was over. The institute warned of delays.",
        &["r The Tate Institute/say: it was over", "r The institute=The Tate Institute/warn: delays"],
    );
    check("She said that it was over.", &["r She/say: it was over"]);
    check("The court sat. It said it was over.", &["r It=The court/say: it was over"]);
    check("Lee said in May that it was over.", &["r Lee/say: it was over"]);
}

#[test]
fn the_authors_own_voice_is_none() {
    check("We demand that the road be opened.", &[]);
    check("I believe that the road is open.", &[]);
    check("US officials said the road is open.", &["r US officials/say: the road is open"]);
    check("The undersigned organizations state that the road is open.", &[]);
    check("It should be stated that the road is open.", &[]);
}

#[test]
fn what_is_no_speech() {
    check("The so-called “road map” was late.", &[]);
    check("The operation, called “Iron Fist”, failed.", &[]);
    check("The army began Operation “Iron Fist”.", &[]);
    check("The “Daily Star” newspaper was sold.", &[]);
    check("Her book “A Short History of Nearly Everything on Earth” sold well.", &[]);
    check("The army had allegedly said that it was over.", &[]);
    check("He was reportedly wounded by an alleged sniper.", &[]);
    check("# Minister said that it was over", &[]);
}

#[test]
fn blocks_take_their_speaker_from_around_them() {
    check(
        "The envoy, Ann Lee, pointed out the following:\n\n> The road is closed.\n\nIt was cold.",
        &["q The envoy, Ann Lee/point out: > The road is closed."],
    );
    check("They met:\n\nThe road is closed.\n\n— Ann Lee", &["q Ann Lee/-: The road is closed."]);
    check("We hereby state that:\n\n- The road is closed.", &[]);
}
