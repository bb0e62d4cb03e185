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

    /// From pairs of list and unit, which are gone through twice; the units of one list come in order.
    fn collect(lists: usize, each: impl Fn(&mut dyn FnMut(usize, u32))) -> Self {
        let (mut starts, mut last) = (vec![0_u32; lists + 1], vec![NONE; lists]);
        // Built for size, a vector's index is a call, that of a slice is not.
        let (starting, lasting) = (starts.as_mut_slice(), last.as_mut_slice());
        each(&mut |list, unit| {
            if lasting[list] != unit {
                lasting[list] = unit;
                starting[list + 1] += 1;
            }
        });
        for list in 0..lists {
            starts[list + 1] += starts[list];
        }
        let total = starts[lists] as usize;
        let (mut units, mut counts) = (vec![0; total], vec![0_u8; total]);
        let mut next = starts.clone();
        last.fill(NONE);
        let (nexts, lasting) = (next.as_mut_slice(), last.as_mut_slice());
        let (put, counted) = (units.as_mut_slice(), counts.as_mut_slice());
        each(&mut |list, unit| {
            let next = &mut nexts[list];
            if lasting[list] != unit {
                lasting[list] = unit;
                put[*next as usize] = unit;
                *next += 1;
            }
            let count = &mut counted[*next as usize - 1];
            *count = count.saturating_add(1);
        });
        Self { starts, units, counts }
    }

    pub(super) fn of_pairs(lists: usize, pairs: &[(u32, u32)]) -> Self {
        Self::collect(lists, |visit| pairs.iter().for_each(|(list, unit)| visit(*list as usize, *unit)))
    }

    /// A list for each word: the units it stands in.
    pub(super) fn of_words(words: &[Word], firsts: &[u32], vocabulary: usize) -> Self {
        Self::collect(vocabulary, |visit| {
            for (unit, bounds) in firsts.windows(2).enumerate() {
                for word in &words[bounds[0] as usize..bounds[1] as usize] {
                    visit(word.number() as usize, offset(unit));
                }
            }
        })
    }

    pub(super) fn bytes(&self) -> usize {
        self.starts.capacity() * 4 + self.units.capacity() * 4 + self.counts.capacity()
    }
}
