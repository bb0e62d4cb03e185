//! A hand-out is one text, and comes back from it.
#![cfg(not(target_arch = "wasm32"))]

use parallax::notebook::{Handout, LINES_AT_MOST, PASSAGES_AT_MOST, Prompt, TASK_AT_MOST};
use proptest::prelude::*;
use proptest::sample::subsequence;

fn handouts() -> impl Strategy<Value = Handout> {
    let passages = subsequence((1..=60).map(|n| format!("letter.p{n}")).collect::<Vec<_>>(), 0..=PASSAGES_AT_MOST);
    let prompts = subsequence(Prompt::ALL.to_vec(), 0..=Prompt::ALL.len());
    let task = prop_oneof![
        Just(String::new()),
        Just("ask:differ lines:6 task:again".to_owned()),
        Just(" spaces\nand a line ".to_owned()),
        any::<String>().prop_map(|text| text.chars().take(TASK_AT_MOST).collect()),
    ];
    (passages.prop_shuffle(), prompts, 0..=LINES_AT_MOST, task).prop_map(|(passages, prompts, lines, task)| Handout {
        passages,
        prompts,
        lines,
        task,
        left_out: Vec::new(),
    })
}

proptest! {
    #[test]
    fn a_hand_out_comes_back_from_its_text(handout in handouts()) {
        prop_assert_eq!(Handout::read(&handout.written()), handout);
    }

    #[test]
    fn any_text_is_read_and_stays_what_it_was_read_as(text in any::<String>()) {
        let read = Handout { left_out: Vec::new(), ..Handout::read(&text) };
        prop_assert_eq!(Handout::read(&read.written()), read);
    }
}

#[test]
fn what_is_no_hand_out_is_told() {
    let read = Handout::read("letter.p7 ask:nothing lines:many letter.p7 ask:differ ask:who lines:999");
    assert_eq!(read.passages, ["letter.p7"]);
    assert_eq!(read.prompts, [Prompt::Who, Prompt::Differ], "in the order in which they are asked");
    assert_eq!(read.lines, LINES_AT_MOST);
    assert_eq!(read.left_out, ["ask:nothing", "lines:many"]);
}

#[test]
fn a_hand_out_has_room_for_so_many() {
    let mut handout = Handout::default();
    for n in 0..PASSAGES_AT_MOST {
        assert!(handout.put_on(&format!("letter.p{n}")));
    }
    assert!(!handout.put_on("article.r1"));
    assert!(handout.put_on("letter.p0"), "it is on");
    handout.take_off("letter.p0");
    assert!(handout.put_on("article.r1"));
    let beyond = format!("{} letter.p99", handout.written());
    assert_eq!(Handout::read(&beyond).left_out, ["letter.p99"]);
}
