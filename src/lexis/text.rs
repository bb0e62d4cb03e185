//! The running text of the accounts as words, each with its place, its forms, and whose it is.

use crate::corpus::{BlockKind, Bundle, ByteRange, Document, Mode, Passage, Reading};
use crate::search::{Collector, Dictionary, Tokenizer, is_function_word, sorted, stem};

/// Whose a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wording {
    /// The document's own, in its own name.
    Own,
    /// The document's own, for what somebody else says.
    Reported,
    /// Somebody else's, given word for word.
    Quoted,
}

impl Wording {
    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Reported => "reported",
            Self::Quoted => "quoted",
        }
    }

    /// Whether the wording is the account's.
    #[must_use]
    pub const fn is_own(self) -> bool {
        !matches!(self, Self::Quoted)
    }
}

/// A word of the running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word it is a form of, by index into [`Lexis::heads`].
    pub head: u32,
    /// The account, by index.
    pub account: u32,
    /// The document, by index.
    pub document: u32,
    /// The passage, by index in the document.
    pub passage: u32,
    /// Its sentence: no two sentences of a corpus share their number.
    pub sentence: u32,
    /// In bytes of the original.
    pub range: ByteRange,
    /// Whose it is.
    pub wording: Wording,
    /// The speaker, by index, where it is not the document.
    pub speaker: Option<u32>,
}

/// A word with all its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its most frequent form, as the texts write it most often.
    pub word: String,
    /// Its forms, folded, the most frequent first, and how often each stands.
    pub forms: Vec<(String, u32)>,
    /// Whether it is a word of grammar: "the", "of", "which".
    pub function: bool,
    /// Its cases, by index into [`Lexis::words`], in order.
    pub cases: Vec<u32>,
}

/// How many words, or how many cases of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In the account's own words.
    pub own: u32,
    /// Of these, for what others say.
    pub reported: u32,
    /// In words of others that it quotes.
    pub quoted: u32,
}

impl Counts {
    fn add(&mut self, wording: Wording) {
        match wording {
            Wording::Own => self.own += 1,
            Wording::Reported => {
                self.own += 1;
                self.reported += 1;
            }
            Wording::Quoted => self.quoted += 1,
        }
    }

    /// All of them.
    #[must_use]
    pub const fn all(self) -> u32 {
        self.own + self.quoted
    }
}

/// The words of a corpus.
#[derive(Clone, Debug, Default)]
pub struct Lexis {
    /// The running text: accounts in the order of the bundle, documents and passages in theirs.
    pub words: Vec<Word>,
    /// All words with their forms, in order of their shortest forms.
    pub heads: Vec<Head>,
    /// How many words each account has.
    pub sizes: Vec<Counts>,
    /// The forms, and the head of each.
    forms: Dictionary,
    of_form: Vec<u32>,
}

/// Whether a passage of this kind is running text.
#[must_use]
pub(super) const fn is_running(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quotation)
}

impl Lexis {
    /// Reads the running text of a bundle.
    #[must_use]
    pub fn read(bundle: &Bundle) -> Self {
        let mut reader = Reader::default();
        for (a, account) in bundle.accounts.iter().enumerate() {
            for (d, document) in bundle.documents.iter().enumerate().filter(|(_, one)| one.account == account.id) {
                for (p, passage) in document.passages.iter().enumerate().filter(|(_, one)| is_running(one.kind)) {
                    reader.passage(bundle, document, passage, [a, d, p].map(place));
                }
            }
        }
        reader.finish(bundle)
    }

    /// The word that somebody means: one of the corpus, or one with forms in it. Of several words the first is taken.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<u32> {
        let mut found = None;
        Tokenizer::default().each(word, |folded, token| {
            // A transcription may be another word of the corpus.
            if token.spans == 1 {
                return;
            }
            let known = || self.forms.number(folded).and_then(|form| self.of_form.get(form as usize)).copied();
            found = found.or_else(|| known().filter(|head| *head != NONE)).or_else(|| self.of_stem(folded));
        });
        found
    }

    /// The word whose forms have the stem of a word that is not in the corpus itself.
    fn of_stem(&self, folded: &str) -> Option<u32> {
        let stem = is_stemmed(folded).then(|| stem(folded))?;
        let same = |form: &str| is_stemmed(form) && self::stem(form) == stem;
        let near = |head: &Head| head.forms.iter().all(|(form, _)| form.len().abs_diff(folded.len()) <= INFLECTION);
        let at = self.heads.iter().position(|head| near(head) && head.forms.iter().any(|(form, _)| same(form)))?;
        Some(place(at))
    }

    /// How often each account says a word.
    #[must_use]
    pub fn counts(&self, head: u32) -> Vec<Counts> {
        let mut counts = vec![Counts::default(); self.sizes.len()];
        for word in self.cases(head) {
            counts[word.account as usize].add(word.wording);
        }
        counts
    }

    /// The cases of a word, in order.
    pub fn cases(&self, head: u32) -> impl Iterator<Item = &Word> {
        let cases = self.heads.get(head as usize).map_or(&[][..], |head| &head.cases);
        cases.iter().filter_map(|at| self.words.get(*at as usize))
    }
}

/// Forms of one stem are one word where none is longer than the shortest by more letters.
const INFLECTION: usize = 3;

/// No head: the form is a joined one that stands nowhere as a word.
const NONE: u32 = u32::MAX;

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Whether a word may have other forms: the same words that the search takes for such.
fn is_stemmed(word: &str) -> bool {
    word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[derive(Default)]
struct Reader {
    tokenizer: Tokenizer,
    collector: Collector,
    /// Words as they were read, by the number that the collector gave their forms; a joined one stands before its parts.
    read: Vec<(Word, u8)>,
    /// Whether a form stands as a word of its own, by number.
    plain: Vec<bool>,
    sentences: u32,
}

impl Reader {
    fn passage(&mut self, bundle: &Bundle, document: &Document, passage: &Passage, at: [u32; 3]) {
        let reading = Reading::of(passage, &document.text);
        let [account, of_document, of_passage] = at;
        let Self { tokenizer, collector, read, plain, sentences } = self;
        tokenizer.each(&reading.text, |folded, token| {
            // A transcription is another form of the word that follows; what has no letter is no word.
            if token.spans == 1 || !folded.chars().any(char::is_alphabetic) {
                return;
            }
            let Some(range) = reading.original(ByteRange::new(place(token.start), place(token.end))) else { return };
            let form = collector.number(folded);
            plain.resize(collector.len(), false);
            plain[form as usize] |= token.spans == 0;
            let (wording, speaker) = whose(bundle, passage, range);
            let sentence = *sentences + place(passage.sentence_at(range.start));
            let (document, passage) = (of_document, of_passage);
            read.push((
                Word { head: form, account, document, passage, sentence, range, wording, speaker },
                token.spans,
            ));
        });
        *sentences += place(passage.sentences.len()) + 1;
    }

    fn finish(self, bundle: &Bundle) -> Lexis {
        let mut words: Vec<Word> = Vec::with_capacity(self.read.len());
        for (word, spans) in self.read {
            // What a joined word has said, its parts do not say again.
            let said = |last: &Word| last.document == word.document && last.range.contains(word.range);
            let counts = if spans == 0 { !words.last().is_some_and(said) } else { self.plain[word.head as usize] };
            if counts {
                words.push(word);
            }
        }
        let (forms, numbers) = self.collector.sorted();
        let mut counts = vec![0_u32; forms.len() as usize];
        for word in &mut words {
            word.head = numbers[word.head as usize];
            counts[word.head as usize] += 1;
        }
        let (mut heads, of_form) = heads(&forms, &counts);
        let mut sizes = vec![Counts::default(); bundle.accounts.len()];
        for (at, word) in words.iter_mut().enumerate() {
            word.head = of_form[word.head as usize];
            heads[word.head as usize].cases.push(place(at));
            if let Some(size) = sizes.get_mut(word.account as usize) {
                size.add(word.wording);
            }
        }
        for head in &mut heads {
            head.word = written(bundle, &words, head);
        }
        Lexis { words, heads, sizes, forms, of_form }
    }
}

/// Whose words stand in a range: the last stretch that holds it says who speaks; within a quotation all is quoted.
fn whose(bundle: &Bundle, passage: &Passage, range: ByteRange) -> (Wording, Option<u32>) {
    let mut found = (Wording::Own, None);
    for stretch in passage.speech.iter().filter(|stretch| stretch.range.contains(range)) {
        let quoted = stretch.voices.iter().any(|voice| voice.mode == Mode::Quoted) || found.0 == Wording::Quoted;
        let last = stretch.voices.last().map(|voice| &voice.speaker);
        let speaker = bundle.speakers.iter().position(|speaker| Some(&speaker.id) == last);
        found = (if quoted { Wording::Quoted } else { Wording::Reported }, speaker.map(place));
    }
    found
}

/// The forms of one stem as one word each, and for each form its word.
fn heads(forms: &Dictionary, counts: &[u32]) -> (Vec<Head>, Vec<u32>) {
    // What has no stem is apart from the stems, by a letter that stands in none.
    let key = |word: &str| if is_stemmed(word) { stem(word) } else { format!(" {word}") };
    let keyed = (0..forms.len()).filter(|form| counts[*form as usize] > 0).map(|form| (key(forms.word(form)), form));
    let shorter = |a: u32, b: u32| forms.word(a).len().cmp(&forms.word(b).len()).then(a.cmp(&b));
    let keyed: Vec<(String, u32)> =
        sorted(keyed.collect(), &|a: &(String, u32), b| a.0.cmp(&b.0).then_with(|| shorter(a.1, b.1)));
    // Forms of one stem stand together, the shortest first: one that is too long for the word before it begins another.
    let mut groups: Vec<Vec<u32>> = Vec::new();
    let mut last: Option<(&str, usize)> = None;
    for (stem, form) in &keyed {
        let length = forms.word(*form).len();
        let same = last.is_some_and(|(other, shortest)| other == stem && length <= shortest + INFLECTION);
        match groups.last_mut().filter(|_| same) {
            Some(group) => group.push(*form),
            None => {
                groups.push(vec![*form]);
                last = Some((stem, length));
            }
        }
    }
    let groups = sorted(groups, &|a: &Vec<u32>, b| a[0].cmp(&b[0]));
    let mut of_form = vec![NONE; forms.len() as usize];
    let mut heads = Vec::with_capacity(groups.len());
    for group in groups {
        let group = sorted(group, &|a: &u32, b| counts[*b as usize].cmp(&counts[*a as usize]).then(a.cmp(b)));
        let function = is_function_word(forms.word(group[0]));
        group.iter().for_each(|form| of_form[*form as usize] = place(heads.len()));
        let forms = group.iter().map(|form| (forms.word(*form).to_owned(), counts[*form as usize])).collect();
        heads.push(Head { word: String::new(), forms, function, cases: Vec::new() });
    }
    (heads, of_form)
}

/// The most frequent form as it is written most often: "Azerbaijan", "ceasefire".
fn written(bundle: &Bundle, words: &[Word], head: &Head) -> String {
    let Some((form, _)) = head.forms.first() else { return String::new() };
    let mut spellings: Vec<(&str, u32)> = Vec::new();
    for word in head.cases.iter().filter_map(|at| words.get(*at as usize)) {
        let text = bundle.documents.get(word.document as usize).map_or("", |document| &document.text);
        let spelling = word.range.slice(text).unwrap_or_default();
        if let Some((_, count)) = spellings.iter_mut().find(|(other, _)| *other == spelling) {
            *count += 1;
            continue;
        }
        let mut same = false;
        Tokenizer::default().each(spelling, |folded, _| same |= folded == form);
        if same {
            spellings.push((spelling, 1));
        }
    }
    // The first in the text among equals.
    let most = spellings.iter().rev().max_by_key(|(_, count)| *count);
    most.map_or_else(|| form.clone(), |(spelling, _)| (*spelling).to_owned())
}
