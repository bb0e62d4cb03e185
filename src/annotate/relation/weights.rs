//! The few numbers that the ranking rests on.

/// How much each kind of likeness counts. Chosen with two readers' pairs of the five documents at hand; near these values
/// the result hardly changes, so they are round. Weights fitted topic by topic (ridge towards these, six parts of the
/// passages left out in turn, in both directions) found no more of the pairs left out.
///
/// Two passages score the sum, over all that they share, of
/// `kind × lexicon weight × idf² × saturation(a) × saturation(b)`, divided by both passages' pivoted lengths, and for
/// their times `time × closeness`. Where several accounts are ranked together, each is measured against what it usually
/// scores: see [`Self::balance`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// A shared topic of weight 1 in the lexicon.
    pub topic: f64,
    /// A shared place.
    pub place: f64,
    /// A shared voice.
    pub voice: f64,
    /// A shared word, by stem.
    pub word: f64,
    /// A shared kind of figure.
    pub counted: f64,
    /// Two passages that speak of one and the same day.
    pub time: f64,
    /// Mentions at which a term counts half of what it can count at most (BM25's k₁).
    pub saturation: f64,
    /// How far the richness of a passage divides its score: 0 not at all, 1 wholly (pivoted normalization; Singhal,
    /// Buckley, Mitra 1996).
    pub pivot: f64,
    /// A topic of the headings, as a part of a mention in the text.
    pub heading: f64,
    /// A topic of the notes, likewise.
    pub notes: f64,
    /// A topic or place of the passage before or after under the same heading, likewise.
    pub neighbour: f64,
    /// A topic of one family with a topic of the passage, likewise.
    pub kin: f64,
    /// Days after which closeness in time has fallen to a half: of the longer time, or of the gap times
    /// [`Self::gap`].
    pub days: f64,
    /// A day between two times parts them as much as this many days of length.
    pub gap: f64,
    /// Years that an open end of a time stands for.
    pub open_years: i64,
    /// An account that has much to say on a matter leaves room for another: this part of what it usually scores is taken
    /// off when the accounts are ranked together.
    pub balance: f64,
    /// An account usually scores the mean of so many of its best.
    pub usual: usize,
    /// Below this score nothing is called a parallel. Lead-ins, labels and a quarter of the passages that neither reader
    /// paired fall silent; of the pairs found among the first five none is lost.
    pub least: f64,
    /// Nor where what is shared besides the time scores less than this: a shared day alone is no parallel.
    pub least_besides_time: f64,
}

impl Weights {
    /// Whether two passages share enough to be put side by side.
    #[must_use]
    pub fn suffices(&self, score: f64, besides_time: f64) -> bool {
        score > 0.0 && score >= self.least && besides_time >= self.least_besides_time
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            topic: 2.4,
            place: 0.8,
            voice: 3.0,
            word: 0.15,
            counted: 0.1,
            time: 5.0,
            saturation: 2.8,
            pivot: 0.45,
            heading: 0.2,
            notes: 0.2,
            neighbour: 0.1,
            kin: 0.08,
            days: 365.0,
            gap: 7.0,
            open_years: 10,
            balance: 0.4,
            usual: 25,
            least: 3.0,
            least_besides_time: 1.0,
        }
    }
}
