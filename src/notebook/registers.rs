//! What a notebook holds of one kind, by its keys.

use std::borrow::Borrow;
use std::ops::Index;

use super::register::Register;

/// Registers in the order of their keys.
///
/// A vector, in which one is found by halving: `BTreeMap`, of which there would be one for each of four kinds of values,
/// weighs as much as a page of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registers<K, V>(Vec<(K, Register<V>)>);

impl<K, V> Default for Registers<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Registers<K, V> {
    /// The register of this key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&Register<V>>
    where
        K: Borrow<Q>,
    {
        self.place(key).ok().map(|at| &self.0[at].1)
    }

    /// The register of this key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut Register<V>>
    where
        K: Borrow<Q>,
    {
        self.place(key).ok().map(|at| &mut self.0[at].1)
    }

    /// Puts a register in its place, be it that of another.
    pub fn insert(&mut self, key: K, register: Register<V>) {
        match self.place(&key) {
            Ok(at) => self.0[at].1 = register,
            Err(at) => self.0.insert(at, (key, register)),
        }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &Register<V>)> {
        self.0.iter().map(|(key, register)| (key, register))
    }

    /// Their keys.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// The registers without their keys.
    pub fn values(&self) -> impl Iterator<Item = &Register<V>> {
        self.0.iter().map(|(_, register)| register)
    }

    /// The same, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Register<V>> {
        self.0.iter_mut().map(|(_, register)| register)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where a key stands, or would.
    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(other, _)| other.borrow().cmp(key))
    }
}

impl<K: Ord, V> FromIterator<(K, Register<V>)> for Registers<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, Register<V>)>>(all: I) -> Self {
        let mut registers = Self::default();
        all.into_iter().for_each(|(key, register)| registers.insert(key, register));
        registers
    }
}

/// # Panics
/// Where there is no register of the key.
impl<K: Ord + Borrow<Q>, V, Q: Ord + ?Sized> Index<&Q> for Registers<K, V> {
    type Output = Register<V>;

    fn index(&self, key: &Q) -> &Register<V> {
        match self.get(key) {
            Some(register) => register,
            None => panic!("no register has this key"),
        }
    }
}
