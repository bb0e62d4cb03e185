//! Things in order.

/// In the order of what `key` gives; what is equal stays as it was. By insertion: what a reader writes is nearly in order
/// already, and the library's sort weighs 2.5 KB in the browser for each kind of thing.
pub fn ordered<T, K: Ord>(all: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::new();
    for one in all {
        let of = key(&one);
        ordered.insert(ordered.partition_point(|other| key(other) <= of), one);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::ordered;

    #[test]
    fn what_is_equal_stays_as_it_was() {
        let pairs = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')];
        assert_eq!(ordered(pairs, |(key, _)| *key), [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a'), (3, 'c')]);
        assert!(ordered(Vec::<u8>::new(), |key| *key).is_empty());
    }
}
