//! A passage as tokens: words, numbers and marks, and which of the numbers belong to symbols and addresses.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, and apostrophes between them.
    Word,
    /// Digits; `digits` says how many.
    Number,
    /// "12th".
    Ordinal,
    /// "1990s".
    Decade,
    /// A number that is no date whatever stands around it: "1,275", "366A", a part of a symbol.
    Other,
    /// Any other character.
    Mark(char),
}

/// A stretch of a passage.
#[derive(Clone, Copy, Debug)]
pub struct Token<'a> {
    pub kind: Kind,
    pub text: &'a str,
    pub start: usize,
    pub value: u32,
    pub digits: u8,
    /// No white space before it.
    pub glued: bool,
    /// The number of its sentence in the passage.
    pub sentence: u32,
}

impl Token<'_> {
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is one of these words, in any case of its letters; they are parted by spaces.
    pub fn is(&self, words: &str) -> bool {
        self.kind == Kind::Word && words.split(' ').any(|word| self.text.eq_ignore_ascii_case(word))
    }

    pub fn is_mark(&self, marks: &str) -> bool {
        matches!(self.kind, Kind::Mark(mark) if marks.chars().any(|known| known == mark))
    }

    pub fn is_capital(&self) -> bool {
        self.kind == Kind::Word && self.text.starts_with(is_upper)
    }

    pub fn is_lower(&self) -> bool {
        self.kind == Kind::Word && self.text.starts_with(|c: char| c.is_ascii_lowercase())
    }
}

/// Stands for the token after the last, and for the one before the first.
pub const END: Token<'static> =
    Token { kind: Kind::Mark('\0'), text: "", start: 0, value: 0, digits: 0, glued: false, sentence: u32::MAX };

/// Hyphens and dashes.
pub const DASHES: &str = "-‐‑–—‒−";
/// Marks that stand between a text and a symbol in it without being a part of either.
const BREAKS: &str = "()[]{}<>“”\"‘’'*|«»…—";
/// A full stop after these ends no sentence.
const ABBREVIATIONS: &str = "mr mrs ms dr st gen col lt capt maj sgt gov no nos vs jan feb mar apr jun jul aug sep sept \
    oct nov dec ca c approx art para paras pp p vol ed eds cf hon rev sen rep";

/// The tokens of a text.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut glued = false;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            glued = false;
            continue;
        }
        let (kind, length, digits) = scan(&text[at..], first);
        let token = &text[at..at + length];
        let value = token[..usize::from(digits)].parse().unwrap_or(0);
        found.push(Token { kind, text: token, start: at, value, digits, glued, sentence: 0 });
        at += length;
        glued = true;
    }
    seal(&mut found);
    number_sentences(&mut found);
    found
}

/// The kind of the token at the beginning of `rest`, its length, and how many digits it begins with.
fn scan(rest: &str, first: char) -> (Kind, usize, u8) {
    if first.is_ascii_digit() {
        return scan_number(rest);
    }
    if !is_letter(first) {
        return (Kind::Mark(first), first.len_utf8(), 0);
    }
    (Kind::Word, word_length(rest), 0)
}

/// Letters, and apostrophes between them but for the one of a genitive: "O'Neill", "Obama" of "Obama's".
fn word_length(rest: &str) -> usize {
    let mut length = 0;
    for (at, c) in rest.char_indices() {
        let inner = matches!(c, '\'' | '’' | 'ʼ') && {
            let mut after = rest[at + c.len_utf8()..].chars();
            let letter = after.next().filter(|next| is_letter(*next));
            letter.is_some_and(|letter| letter != 's' || after.next().is_some_and(is_letter))
        };
        if !is_letter(c) && !inner {
            break;
        }
        length = at + c.len_utf8();
    }
    length
}

/// A letter or what belongs to one. The words of time are ASCII: for all else it will do to tell letters from punctuation,
/// and the browser is spared Unicode's tables.
fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => false,
        _ => true,
    }
}

/// A capital letter; letters beyond ASCII begin names more often than other words of an English text.
pub fn is_upper(c: char) -> bool {
    c.is_ascii_uppercase() || !c.is_ascii() && is_letter(c)
}

fn scan_number(rest: &str) -> (Kind, usize, u8) {
    let count = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let length = count(rest);
    let digits = u8::try_from(length).unwrap_or(u8::MAX);
    if digits > 9 {
        return (Kind::Other, length, 0);
    }
    let mut grouped = length;
    while length <= 3 && rest[grouped..].starts_with(',') && count(&rest[grouped + 1..]) == 3 {
        grouped += 4;
    }
    if grouped > length {
        return (Kind::Other, grouped, 0);
    }
    let after = &rest[length..];
    let letters = if after.starts_with(['\'', '’']) { 0 } else { word_length(after) };
    let decade = length != 3 && rest[..length].ends_with('0');
    match &after[..letters] {
        "" => {
            let mark = after.chars().next().filter(|c| matches!(c, '\'' | '’')).map_or(0, char::len_utf8);
            let possessive = mark > 0 && &after[mark..mark + word_length(&after[mark..])] == "s";
            match (possessive, decade && length == 4) {
                (true, true) => (Kind::Decade, length + mark + 1, digits),
                _ => (Kind::Number, length, digits),
            }
        }
        "s" if decade || (length == 3 && rest[..length].ends_with('0')) => (Kind::Decade, length + 1, digits),
        "st" | "nd" | "rd" | "th" if length <= 2 => (Kind::Ordinal, length + letters, digits),
        _ => (Kind::Other, length + letters, 0),
    }
}

/// Makes [`Kind::Other`] of the numbers that are part of a symbol, an address, a sum or a time of day.
fn seal(tokens: &mut [Token]) {
    let mut start = 0;
    while start < tokens.len() {
        let mut end = start + 1;
        while end < tokens.len() && tokens[end].glued && !parts(&tokens[end - 1], &tokens[end]) {
            end += 1;
        }
        let mut last = end;
        while last > start && tokens[last - 1].is_mark(".,;:!?") {
            last -= 1;
        }
        // "at Dien Bien Phu in 1954-told", where a hyphen took the place of a dash.
        let spoken = start > 0 && tokens[start - 1].is("in of since until during");
        let year = spoken
            && tokens[start].digits == 4
            && tokens[start].kind == Kind::Number
            && tokens[start + 1..last].iter().all(|token| token.digits == 0)
            && tokens.get(start + 1).is_some_and(|mark| mark.is_mark(DASHES));
        if !year && !is_plain(&tokens[start..last]) {
            for token in &mut tokens[start..last] {
                if token.kind != Kind::Word && !matches!(token.kind, Kind::Mark(_)) {
                    token.kind = Kind::Other;
                }
            }
        }
        start = end;
    }
}

/// Whether a run of glued tokens ends between these two.
fn parts(left: &Token, right: &Token) -> bool {
    let sentence = left.is_mark(".;:,") && (right.is_capital() || right.is_mark(BREAKS));
    sentence || left.is_mark(BREAKS) || right.is_mark(BREAKS)
}

/// Whether a run of glued tokens may hold a date.
fn is_plain(run: &[Token]) -> bool {
    use Kind::{Decade, Mark, Number, Ordinal, Word};
    if !run.iter().any(|token| token.digits > 0) {
        return true;
    }
    if let [a, first, b, second, c] = run
        && [a, b, c].iter().all(|token| token.kind == Number)
        && first.text == second.text
        && first.is_mark("./-–")
    {
        // 2021-05-12, 12.05.2021; whether it is a date the grammar says.
        let one_way = a.value > 12 || b.value > 12 || a.value == b.value;
        return a.digits == 4 && b.digits == 2 && c.digits == 2 && b.value <= 12 && c.value <= 31
            || a.digits <= 2 && b.digits <= 2 && c.digits == 4 && one_way;
    }
    if let [a, mark, b] = run
        && a.kind == Number
        && b.kind == Number
    {
        return match (a.digits, b.digits) {
            // 1941/42, 1941/1942, 22/23 June
            _ if mark.is_mark("/") => match (a.digits, b.digits) {
                (4, 2) => (a.value + 1) % 100 == b.value,
                (4, 4) => a.value + 1 == b.value,
                (1 | 2, 1 | 2) => a.value + 1 == b.value || (a.value, b.value) == (9, 11),
                _ => a.value == b.value + 1,
            },
            // May 12,1941
            (1 | 2, 4) => mark.is_mark(",") || mark.is_mark(DASHES),
            _ => mark.is_mark(DASHES),
        };
    }
    let joined = |token: &Token| match token.kind {
        Mark('.') => true,
        Mark(_) => token.is_mark(DASHES),
        Word => token.is(PREFIXES),
        Number | Ordinal | Decade => true,
        Kind::Other => false,
    };
    let apart = |pair: &[Token]| match (pair[0].kind, pair[1].kind) {
        (Mark('.'), _) => pair[1].digits > 0 || pair[1].is_mark(DASHES),
        (_, Mark('.')) => pair[0].kind == Word,
        (Mark(_), _) | (_, Mark(_)) => true,
        _ => false,
    };
    let numbers = run.iter().filter(|token| token.digits > 0).count();
    run.iter().all(joined) && run.windows(2).all(apart) && numbers <= 2
}

/// Words that a hyphen may tie to a number without making a symbol of the two.
const PREFIXES: &str = "mid early late pre post present january february march april may june july august september \
    october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter c ca";

fn number_sentences(tokens: &mut [Token]) {
    let mut sentence = 0;
    for at in 0..tokens.len() {
        tokens[at].sentence = sentence;
        let Some(next) = tokens.get(at + 1) else { break };
        let stop = match tokens[at].kind {
            Kind::Mark('!' | '?' | ';') => true,
            Kind::Mark('.') => at > 0 && ends_sentence(&tokens[at - 1]) && !next.is_lower(),
            _ => false,
        };
        sentence += u32::from(stop);
    }
}

fn ends_sentence(before: &Token) -> bool {
    let initial = before.kind == Kind::Word && before.text.chars().count() == 1;
    !initial && !before.is(ABBREVIATIONS)
}
