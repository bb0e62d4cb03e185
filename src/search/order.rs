//! Sorting, in one place: the standard library's sort is some kilobytes of code for every type and every order it is used with, and this
//! is loaded by a browser.

use std::cmp::Ordering;

/// The places `0..count` in the order of `compare`; equals stay as they are.
fn order(count: u32, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..count).collect();
    sort(&mut places, compare);
    places
}

fn sort(places: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    places.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
}

/// The places of numbers in their order, those of equal ones in the order of `compare`. By their bytes, the last one
/// first: a number of passes that does not grow with the list.
pub(super) fn by_number(numbers: &[u64], compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..u32::try_from(numbers.len()).unwrap_or(u32::MAX)).collect();
    let mut other = places.clone();
    for shift in (0..u64::BITS).step_by(8) {
        let byte = |number: u64| (number >> shift) as u8 as usize;
        let mut next = [0_u32; 257];
        numbers.iter().for_each(|number| next[byte(*number) + 1] += 1);
        (0..256).for_each(|at| next[at + 1] += next[at]);
        let put = other.as_mut_slice();
        for place in &places {
            let next = &mut next[byte(numbers[*place as usize])];
            put[*next as usize] = *place;
            *next += 1;
        }
        std::mem::swap(&mut places, &mut other);
    }
    for equals in places.chunk_by_mut(|a, b| numbers[*a as usize] == numbers[*b as usize]) {
        if equals.len() > 1 {
            sort(equals, compare);
        }
    }
    places
}

/// A list in the order of `compare`; equals stay as they are.
pub(crate) fn sorted<T>(list: Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let count = u32::try_from(list.len()).unwrap_or(u32::MAX);
    let places = order(count, &|a, b| compare(&list[a as usize], &list[b as usize]));
    let mut list: Vec<Option<T>> = list.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| list[place as usize].take()).collect()
}

/// Puts an item in its place among the best so far, of which there are no more than `most`.
pub(super) fn keep<T>(best: &mut Vec<T>, most: usize, item: T, before: impl Fn(&T, &T) -> bool) {
    if best.len() >= most && !best.last().is_some_and(|last| before(&item, last)) {
        return;
    }
    let at = best.partition_point(|other| !before(&item, other));
    best.insert(at, item);
    best.truncate(most);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_equals_stay() {
        let list = vec![(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        let sorted = sorted(list, &|a, b| a.0.cmp(&b.0));
        assert_eq!(sorted, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn numbers_are_sorted_by_their_bytes() {
        let numbers = [1 << 60, 7, 0, 256, 7, u64::MAX, 255, 1 << 60];
        assert_eq!(by_number(&numbers, &|a, b| b.cmp(&a)), [2, 4, 1, 6, 3, 7, 0, 5]);
        assert!(by_number(&[], &|_, _| Ordering::Equal).is_empty());
    }

    #[test]
    fn the_best_are_kept_in_order() {
        for most in 0..6 {
            let mut best = Vec::new();
            [3, 1, 4, 1, 5].into_iter().for_each(|item| keep(&mut best, most, item, |a, b| a > b));
            assert_eq!(best, [5, 4, 3, 1, 1][..most.min(5)]);
        }
    }
}
