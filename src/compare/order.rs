//! One order for all tables: the greatest count first, what is equal as it was.

/// Sorts by count. Short lists and a sort of its own for each type would weigh more in the browser than this is slow.
pub fn by_count<T>(items: Vec<T>, count: impl Fn(&T) -> usize) -> Vec<T> {
    let mut counts: Vec<usize> = Vec::with_capacity(items.len());
    let mut sorted = Vec::with_capacity(items.len());
    for item in items {
        let count = count(&item);
        let at = counts.partition_point(|other| *other >= count);
        counts.insert(at, count);
        sorted.insert(at, item);
    }
    sorted
}
