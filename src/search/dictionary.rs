//! The words of the corpus, each with a number; the numbers are in the order of the words.

use super::order::by_number;

/// A sorted list of words in one string.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    letters: String,
    /// Where each word begins, and where the last one ends.
    starts: Vec<u32>,
}

impl Dictionary {
    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> u32 {
        offset(self.starts.len().saturating_sub(1))
    }

    /// The word with this number; nothing for a number that none has.
    #[must_use]
    pub fn word(&self, number: u32) -> &str {
        let at = number as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(start), Some(end)) => &self.letters[*start as usize..*end as usize],
            _ => "",
        }
    }

    /// The number of a word.
    #[must_use]
    pub fn number(&self, word: &str) -> Option<u32> {
        let at = self.first_from(word);
        (at < self.len() && self.word(at) == word).then_some(at)
    }

    /// The numbers of the words that begin like this, from the first to behind the last.
    #[must_use]
    pub fn beginning(&self, prefix: &str) -> std::ops::Range<u32> {
        let start = self.first_from(prefix);
        let (mut low, mut high) = (start, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.letters_of(middle).starts_with(prefix.as_bytes()) { low = middle + 1 } else { high = middle }
        }
        start..low
    }

    /// The number of the first word that is not before this one.
    fn first_from(&self, word: &str) -> u32 {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.letters_of(middle) < word.as_bytes() { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// The bytes of a word, which have the order of its letters.
    fn letters_of(&self, number: u32) -> &[u8] {
        let at = number as usize;
        &self.letters.as_bytes()[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// Bytes it holds.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.letters.capacity() + self.starts.capacity() * 4
    }
}

/// Gives words numbers in the order in which they come; [`Collector::sorted`] makes a dictionary of them.
pub struct Collector {
    letters: String,
    starts: Vec<u32>,
    /// Number + 1 by hash; a power of two long, at most half full.
    slots: Vec<u32>,
}

impl Default for Collector {
    fn default() -> Self {
        Self { letters: String::new(), starts: vec![0], slots: vec![0; 1 << 12] }
    }
}

impl Collector {
    fn word(&self, number: u32) -> &str {
        let at = number as usize;
        &self.letters[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// The bytes of a word: without a look at whether they are letters.
    fn bytes(&self, number: u32) -> &[u8] {
        let (at, starts) = (number as usize, self.starts.as_slice());
        &self.letters.as_bytes()[starts[at] as usize..starts[at + 1] as usize]
    }

    /// How many words it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The number of a word, which it gets now if it has none.
    pub fn number(&mut self, word: &str) -> u32 {
        // Built for size, a vector's index is a call, that of a slice is not.
        let slots = self.slots.as_slice();
        let mask = slots.len() - 1;
        let mut slot = hash(word.as_bytes()) & mask;
        loop {
            match slots[slot].checked_sub(1) {
                None => break,
                Some(number) if self.bytes(number) == word.as_bytes() => return number,
                Some(_) => slot = (slot + 1) & mask,
            }
        }
        let number = offset(self.len());
        self.slots[slot] = number + 1;
        self.letters.push_str(word);
        self.starts.push(offset(self.letters.len()));
        if self.len() * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 4 - 1;
        let mut slots = vec![0; mask + 1];
        for number in 0..offset(self.len()) {
            let mut slot = hash(self.bytes(number)) & mask;
            while slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
        self.slots = slots;
    }

    /// The dictionary, and for each number given so far its number there.
    #[must_use]
    pub fn sorted(self) -> (Dictionary, Vec<u32>) {
        // Most words differ in their first eight letters.
        let heads: Vec<u64> = (0..offset(self.len()))
            .map(|number| {
                let mut head = [0; 8];
                head.iter_mut().zip(self.bytes(number)).for_each(|(letter, byte)| *letter = *byte);
                u64::from_be_bytes(head)
            })
            .collect();
        let order = by_number(&heads, &|a, b| self.bytes(a).cmp(self.bytes(b)));
        let mut numbers = vec![0; order.len()];
        let mut dictionary = Dictionary {
            letters: String::with_capacity(self.letters.len()),
            starts: Vec::with_capacity(self.starts.len()),
        };
        dictionary.starts.push(0);
        for (new, old) in order.into_iter().enumerate() {
            numbers[old as usize] = offset(new);
            dictionary.letters.push_str(self.word(old));
            dictionary.starts.push(offset(dictionary.letters.len()));
        }
        (dictionary, numbers)
    }
}

/// Eight bytes at a time: multiply, rotate, mix once more at the end.
fn hash(bytes: &[u8]) -> usize {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |sum: u64, part: u64| (sum ^ part).wrapping_mul(FACTOR).rotate_left(29);
    let (whole, rest) = bytes.as_chunks::<8>();
    let sum = whole.iter().fold(bytes.len() as u64, |sum, part| mix(sum, u64::from_le_bytes(*part)));
    let sum = mix(sum, rest.iter().fold(0, |part, byte| part << 8 | u64::from(*byte)));
    (sum ^ sum >> 32) as usize
}

/// Lengths and offsets as they are kept: no corpus in a browser is longer.
pub fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_get_numbers_in_their_order() {
        let mut collector = Collector::default();
        let words = ["war", "peace", "war", "border", "wars", "bordering", "ərazi"];
        let numbers: Vec<u32> = words.iter().map(|word| collector.number(word)).collect();
        assert_eq!(numbers, [0, 1, 0, 2, 3, 4, 5]);
        let (dictionary, sorted) = collector.sorted();
        assert_eq!(dictionary.len(), 6);
        for (word, number) in words.iter().zip(&numbers) {
            assert_eq!(dictionary.number(word), Some(sorted[*number as usize]), "{word}");
        }
        assert_eq!(dictionary.beginning("bor"), 0..2);
        assert_eq!(dictionary.beginning("war"), 3..5);
        assert_eq!(dictionary.beginning("x").len(), 0);
        assert_eq!(dictionary.beginning("").len(), 6);
        assert_eq!(dictionary.number("wa"), None);
        assert_eq!(dictionary.word(99), "");
    }

    #[test]
    fn many_words_are_told_apart() {
        let mut collector = Collector::default();
        for round in 0..2 {
            for n in 0..20_000_u32 {
                assert_eq!(collector.number(&format!("w{n}")), n, "round {round}");
            }
        }
    }
}
