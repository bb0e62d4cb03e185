//! Lists of passages: where each place, speaker or word stands, and how often.

use super::dictionary::offset;
use super::index::{NONE, Word};

/// Lists of passages with a count each, one list for each place, speaker or word.
#[derive(Debug, Default)]
pub(super) struct Lists {
    starts: Vec<u32>,
    units: Vec<u32>,
    counts: Vec<u8>,
}

impl Lists {
    /// The passages of one list, in order, and the count of each.
    pub(super) fn of(&self, list: u32) -> (&[u32], &[u8]) {
        let at = list as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(start), Some(end)) => {
                let range = *start as usize..*end as usize;
                (&self.units[range.clone()], &self.counts[range])
            }
            _ => (&[], &[]),
        }
    }

    /// How many passages a list has.
    pub(super) fn count(&self, list: u32) -> u32 {
        let at = list as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(start), Some(end)) => end - start,
            _ => 0,
        }
    }

    pub(super) fn holds(&self, list: u32, unit: u32) -> bool {
        self.of(list).0.binary_search(&unit).is_ok()
    }

    /// From pairs of list and unit, in order of the units.
    pub(super) fn of_pairs(lists: usize, pairs: &[(u32, u32)]) -> Self {
        debug_assert!(pairs.is_sorted_by_key(|(_, unit)| *unit));
        let units = pairs.last().map_or(0, |(_, unit)| unit + 1);
        let firsts: Vec<u32> = (0..=units).map(|unit| offset(pairs.partition_point(|pair| pair.1 < unit))).collect();
        // As if each unit were a text whose words are its lists.
        let words: Vec<Word> = pairs.iter().map(|(list, _)| Word(*list)).collect();
        Self::of_words(&words, &firsts, lists)
    }

    /// A list for each word: the units it stands in. `firsts` has where the words of each unit begin, and the last end.
    pub(super) fn of_words(words: &[Word], firsts: &[u32], vocabulary: usize) -> Self {
        let (mut starts, mut last) = (vec![0_u32; vocabulary + 1], vec![NONE; vocabulary]);
        // Built for size, a vector's index is a call, that of a slice is not.
        let (starting, lasting) = (starts.as_mut_slice(), last.as_mut_slice());
        let of_unit = |bounds: &[u32]| &words[bounds[0] as usize..bounds[1] as usize];
        for (bounds, unit) in firsts.windows(2).zip(0..) {
            for word in of_unit(bounds) {
                let list = word.number() as usize;
                if lasting[list] != unit {
                    lasting[list] = unit;
                    starting[list + 1] += 1;
                }
            }
        }
        for list in 0..vocabulary {
            starting[list + 1] += starting[list];
        }
        let total = starting[vocabulary] as usize;
        let (mut units, mut counts) = (vec![0; total], vec![0_u8; total]);
        let mut next = starts.clone();
        lasting.fill(NONE);
        let (nexts, put, counted) = (next.as_mut_slice(), units.as_mut_slice(), counts.as_mut_slice());
        for (bounds, unit) in firsts.windows(2).zip(0..) {
            for word in of_unit(bounds) {
                let list = word.number() as usize;
                let next = &mut nexts[list];
                if lasting[list] != unit {
                    lasting[list] = unit;
                    put[*next as usize] = unit;
                    *next += 1;
                }
                let count = &mut counted[*next as usize - 1];
                *count = count.saturating_add(1);
            }
        }
        Self { starts, units, counts }
    }

    pub(super) fn bytes(&self) -> usize {
        self.starts.capacity() * 4 + self.units.capacity() * 4 + self.counts.capacity()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_pairs() {
        let lists = Lists::of_pairs(3, &[(2, 0), (0, 0), (2, 0), (2, 3), (0, 4)]);
        assert_eq!(lists.of(0), (&[0, 4][..], &[1, 1][..]));
        assert_eq!(lists.of(1), (&[][..], &[][..]));
        assert_eq!(lists.of(2), (&[0, 3][..], &[2, 1][..]));
        assert!(lists.holds(2, 3) && !lists.holds(2, 4) && lists.count(0) == 2);
        assert_eq!(Lists::of_pairs(2, &[]).of(1), (&[][..], &[][..]));
        assert_eq!(Lists::of_pairs(1, &[(0, 7); 300]).of(0), (&[7][..], &[255][..]));
    }
}
