//! Sorting, in one place: the standard library's sort is some kilobytes of code for every type and every order it is used with, and this
//! is loaded by a browser.

use std::cmp::Ordering;

/// The places `0..count` in the order of `compare`; equals stay as they are.
pub(super) fn order(count: u32, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..count).collect();
    places.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
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
    fn the_best_are_kept_in_order() {
        for most in 0..6 {
            let mut best = Vec::new();
            [3, 1, 4, 1, 5].into_iter().for_each(|item| keep(&mut best, most, item, |a, b| a > b));
            assert_eq!(best, [5, 4, 3, 1, 1][..most.min(5)]);
        }
    }
}
