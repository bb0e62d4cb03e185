//! Structs that are read from JSON objects, field by field.
//!
//! Serde's derived readers also read sequences, bytes and numbered fields, which JSON never has here: in the browser
//! they weighed twice as much as these.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, Visitor};

/// Reads a struct from an object: the fields it must have, then, behind a semicolon, those it may lack.
/// A field that it does not know, or that stands twice, is refused.
macro_rules! record {
    ($Name:ident { $($field:ident),* $(; $($optional:ident),*)? }) => {
        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Fields;

                impl<'de> serde::de::Visitor<'de> for Fields {
                    type Value = $Name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!("an object: ", stringify!($Name)))
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$Name, A::Error> {
                        use serde::de::Error;
                        const NAMES: &[&str] = &[$(stringify!($field),)* $($(stringify!($optional),)*)?];
                        $(let mut $field = None;)*
                        $($(let mut $optional = None;)*)?
                        let mut seen = 0_u32;
                        while let Some(at) = map.next_key_seed($crate::corpus::record::OneOf(NAMES))? {
                            if seen & (1 << at) != 0 {
                                return Err(A::Error::duplicate_field(NAMES[at]));
                            }
                            seen |= 1 << at;
                            let mut _next = 0;
                            $(if at == _next { $field = Some(map.next_value()?); } _next += 1;)*
                            $($(if at == _next { $optional = Some(map.next_value()?); } _next += 1;)*)?
                        }
                        Ok($Name {
                            $($field: $field.ok_or_else(|| A::Error::missing_field(stringify!($field)))?,)*
                            $($($optional: $optional.unwrap_or_default(),)*)?
                        })
                    }
                }

                deserializer.deserialize_map(Fields)
            }
        }
    };
}

pub(crate) use record;

/// One of these names; read as its place among them.
pub(crate) struct OneOf(pub &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for OneOf {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for OneOf {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "one of {}", self.0.join(", "))
    }

    fn visit_str<E: Error>(self, found: &str) -> Result<usize, E> {
        let at = self.0.iter().position(|name| *name == found);
        at.ok_or_else(|| E::custom(format_args!("“{found}” is none of {}", self.0.join(", "))))
    }
}
