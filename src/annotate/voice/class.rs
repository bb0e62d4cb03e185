//! The closed classes of English: the words that hold a sentence together. Lower case.

/// Forms of "be".
pub const BE: &[&str] = &["am", "is", "are", "was", "were", "be", "been", "being"];

/// Forms of "have".
pub const HAVE: &[&str] = &["has", "have", "had", "having"];

/// Verbs after which another verb is no assertion: it is asked, allowed, possible or denied.
pub const MODAL: &[&str] = &[
    "will",
    "would",
    "shall",
    "should",
    "can",
    "could",
    "may",
    "might",
    "must",
    "to",
    "cannot",
    "can't",
    "won't",
    "wouldn't",
    "shouldn't",
    "couldn't",
];

/// What turns a verb into its opposite.
pub const NEGATION: &[&str] =
    &["not", "never", "no", "neither", "nor", "none", "didn't", "doesn't", "don't", "hasn't", "haven't", "hadn't"];

/// Finite forms that tell that a clause stands here.
pub const FINITE: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "shall",
    "should", "do", "does", "did", "took", "made", "gave", "held", "sent", "met", "came", "went", "saw", "got",
    "began", "became", "led", "left", "put", "set", "lost", "won", "kept", "brought", "sought", "rose", "fell", "grew",
    "broke", "said", "told", "wrote", "spoke", "found", "drew", "drove", "shot", "hit", "ran", "cannot",
];

/// Words that begin a prepositional phrase.
pub const PREPOSITION: &[&str] = &[
    "on",
    "in",
    "at",
    "by",
    "of",
    "for",
    "from",
    "with",
    "to",
    "into",
    "upon",
    "over",
    "under",
    "after",
    "before",
    "since",
    "during",
    "through",
    "throughout",
    "between",
    "among",
    "amid",
    "against",
    "about",
    "regarding",
    "concerning",
    "following",
    "despite",
    "within",
    "without",
    "across",
    "along",
    "near",
    "around",
    "until",
    "towards",
    "toward",
    "per",
    "via",
    "alongside",
    "besides",
    "like",
    "unlike",
    "as",
    "outside",
    "inside",
    "beyond",
    "behind",
    "notwithstanding",
    "contrary",
    "owing",
    "due",
    "given",
    "responding",
    "speaking",
    "commenting",
    "citing",
    "using",
];

/// Words that begin a clause of its own.
pub const CONJUNCTION: &[&str] = &[
    "that",
    "but",
    "while",
    "whereas",
    "although",
    "though",
    "because",
    "if",
    "when",
    "where",
    "unless",
    "whereby",
    "meanwhile",
    "then",
    "however",
    "so",
    "yet",
    "or",
    "as",
    "what",
    "whether",
    "why",
    "how",
    "therefore",
    "thus",
    "moreover",
    "until",
    "than",
    "likewise",
    "furthermore",
    "also",
    "once",
    "later",
    "today",
    "yesterday",
    "now",
];

/// Relative pronouns that can be a verb's subject.
pub const RELATIVE: &[&str] = &["which", "who", "that"];

/// Words that point back to someone named before.
pub const PRONOUN: &[&str] = &["he", "she", "it", "they", "who", "which", "one"];

/// The author's own voice.
pub const FIRST_PERSON: &[&str] = &["i", "we", "us", "me", "my", "our", "ours"];

/// All personal pronouns that begin a clause.
pub const CLAUSE_PRONOUN: &[&str] =
    &["he", "she", "it", "they", "we", "i", "you", "there", "this", "these", "those", "its", "his", "her", "their"];

/// Words that begin a noun phrase.
pub const DETERMINER: &[&str] = &[
    "the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "any",
    "all", "some", "no", "each", "every", "both", "several", "various", "many", "multiple", "such", "other", "another",
];

/// Adverbs that stand between a subject and its verb.
pub const ADVERB: &[&str] = &[
    "also",
    "then",
    "later",
    "again",
    "still",
    "even",
    "once",
    "often",
    "sometimes",
    "always",
    "further",
    "therefore",
    "thus",
    "first",
    "now",
    "already",
    "yet",
    "just",
    "only",
    "too",
    "so",
    "instead",
    "again",
    "soon",
    "has",
    "have",
    "had",
    "did",
    "does",
    "do",
    "ever",
    "well",
    "meanwhile",
    "itself",
    "himself",
    "herself",
    "themselves",
    "both",
    "rather",
    "nevertheless",
    "likewise",
    "however",
];

/// Names of days and months.
pub const DAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Adverbs that take back what a verb of saying asserts.
pub const HEARSAY: &[&str] = &["allegedly", "reportedly", "supposedly", "purportedly"];

/// Nouns for a body that stand for one named before: "the institute".
pub const BODY: &[&str] = &[
    "organization",
    "organisation",
    "institute",
    "institution",
    "committee",
    "council",
    "court",
    "company",
    "agency",
    "group",
    "party",
    "commission",
    "parliament",
    "foundation",
    "union",
    "alliance",
    "publication",
    "newspaper",
    "body",
    "outlet",
    "firm",
    "charity",
    "association",
    "side",
];

/// Nouns for a person or an office that stand for one named before: "the analyst", "the ministry".
pub const OFFICE: &[&str] = &[
    "ministry",
    "office",
    "department",
    "government",
    "analyst",
    "expert",
    "scholar",
    "author",
    "cartographer",
    "historian",
    "journalist",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "minister",
    "president",
    "official",
    "officials",
    "researcher",
    "lawyer",
    "judge",
    "judges",
    "prosecutor",
    "witness",
    "senator",
    "professor",
];

/// Texts that speak.
pub const SOURCE: &[&str] = &[
    "article",
    "report",
    "reports",
    "statement",
    "letter",
    "resolution",
    "declaration",
    "review",
    "study",
    "interview",
    "speech",
    "document",
    "note",
    "communiqué",
];

/// Nouns that follow "which"-like afterthoughts: ", a claim that …". They end what was reported before them.
pub const AFTERTHOUGHT: &[&str] = &[
    "claim",
    "allegation",
    "accusation",
    "statement",
    "assertion",
    "charge",
    "move",
    "decision",
    "name",
    "term",
    "view",
    "position",
    "figure",
];

/// What a quotation behind these words is: a name, not speech.
pub const NAMING: &[&str] = &[
    "called",
    "named",
    "titled",
    "entitled",
    "nicknamed",
    "codenamed",
    "code-named",
    "operation",
    "dubbed",
    "article",
    "book",
    "film",
    "song",
    "newspaper",
    "magazine",
    "poem",
    "term",
    "word",
    "phrase",
    "known",
    "headed",
    "headlined",
];

/// Whether a word is in a class.
pub fn is(word: &str, class: &[&str]) -> bool {
    class.contains(&word)
}

/// Whether a word modifies a verb.
pub fn is_adverb(word: &str) -> bool {
    is(word, ADVERB)
        || (word.len() > 4
            && word.ends_with("ly")
            && !matches!(word, "only" | "july" | "italy" | "ally" | "assembly" | "family" | "reply" | "supply"))
}
