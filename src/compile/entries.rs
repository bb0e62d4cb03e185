//! Entries of an editor's file, by the id of their passage.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// Entries by passage, in the order of the file. A map would let a second entry take the place of the first in silence.
pub struct Entries<T>(Vec<(String, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Each<T> {
            type Value = Entries<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("entries by the id of their passage")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<T>, A::Error> {
                let mut entries: Vec<(String, T)> = Vec::new();
                while let Some((id, entry)) = map.next_entry::<String, T>()? {
                    if entries.iter().any(|(other, _)| *other == id) {
                        return Err(A::Error::custom(format!("passage “{id}” stands twice")));
                    }
                    entries.push((id, entry));
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(Each(PhantomData))
    }
}

impl<T> Entries<T> {
    pub fn iter(&self) -> impl Iterator<Item = &(String, T)> {
        self.0.iter()
    }

    pub fn get(&self, id: &str) -> Option<&T> {
        self.0.iter().find(|(other, _)| other == id).map(|(_, entry)| entry)
    }
}
