//! A hand-out: passages, questions, lines to write on. All of it is one text, which the link to it holds:
//! `letter.p7 article.lead.p3 ask:differ lines:6 task:What do they count?`

use super::Prompt;

/// More passages are no hand-out.
pub const PASSAGES_AT_MOST: usize = 40;

/// More lines than a page has are not drawn under a question.
pub const LINES_AT_MOST: usize = 30;

/// Longest task, in characters.
pub const TASK_AT_MOST: usize = 1_000;

/// What is put on paper for a class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handout {
    /// Ids of the passages, none twice, at most [`PASSAGES_AT_MOST`]. Whether there are such passages is not asked here.
    pub passages: Vec<String>,
    /// The questions, in the order in which they are asked.
    pub prompts: Vec<Prompt>,
    /// Lines to write on under each question, at most [`LINES_AT_MOST`].
    pub lines: usize,
    /// What the pupils are to do, in the teacher's words.
    pub task: String,
    /// Words that are neither; and passages beyond the last that has room.
    pub left_out: Vec<String>,
}

impl Handout {
    /// Reads what [`Handout::written`] writes. Whatever else stands in the text is told in `left_out`; a task that is too
    /// long is cut.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut read = Self::default();
        let (rest, task) = match text.strip_prefix("task:") {
            Some(task) => ("", task),
            None => text.split_once(" task:").unwrap_or((text, "")),
        };
        read.task = task.chars().take(TASK_AT_MOST).collect();
        for word in rest.split(' ').filter(|word| !word.is_empty()) {
            let asked = word.strip_prefix("ask:").map(Prompt::named);
            let lines = word.strip_prefix("lines:").map(str::parse::<usize>);
            match (asked, lines) {
                (Some(Some(prompt)), _) => read.ask(prompt, true),
                (_, Some(Ok(lines))) => read.lines = lines.min(LINES_AT_MOST),
                (None, None) if read.put_on(word) => {}
                _ => read.left_out.push(word.to_owned()),
            }
        }
        read
    }

    /// The hand-out as a text.
    #[must_use]
    pub fn written(&self) -> String {
        let mut words = self.passages.clone();
        words.extend(self.prompts.iter().map(|prompt| format!("ask:{}", prompt.name())));
        if self.lines > 0 {
            words.push(format!("lines:{}", self.lines));
        }
        if !self.task.is_empty() {
            words.push(format!("task:{}", self.task));
        }
        words.join(" ")
    }

    /// Puts a passage on; whether it is on now.
    pub fn put_on(&mut self, passage: &str) -> bool {
        let is_on = self.passages.iter().any(|on| on == passage);
        if !is_on && self.passages.len() < PASSAGES_AT_MOST {
            self.passages.push(passage.to_owned());
            return true;
        }
        is_on
    }

    /// Takes a passage off.
    pub fn take_off(&mut self, passage: &str) {
        self.passages.retain(|on| on != passage);
    }

    /// Asks a question, or no longer.
    pub fn ask(&mut self, prompt: Prompt, asked: bool) {
        let is_asked = |other: &Prompt| if *other == prompt { asked } else { self.prompts.contains(other) };
        self.prompts = Prompt::ALL.iter().copied().filter(is_asked).collect();
    }
}
