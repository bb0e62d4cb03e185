//! Enumerations that stand in JSON, in styles and in words by a name each. One table for all three; derived code for
//! each of them would weigh more in the browser than all tables together.

use serde_json::Value;

use super::record::Reader;

/// Declares an enumeration with its names, all its values, and the way back.
macro_rules! names {
    (
        $(#[$meta:meta])*
        pub enum $Name:ident {
            $($(#[$doc:meta])* $Variant:ident = $name:literal,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Name {
            $($(#[$doc])* $Variant,)*
        }

        impl $Name {
            /// All of them, in their order.
            pub const ALL: &'static [Self] = &[$(Self::$Variant,)*];
            const NAMES: &'static [&'static str] = &[$($name,)*];

            /// Its name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                Self::NAMES[self as usize]
            }

            /// The one with this name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::NAMES.iter().position(|own| *own == name).map(|at| Self::ALL[at])
            }
        }
    };
}

/// Declares an enumeration that stands in JSON by its names.
macro_rules! named {
    (
        $(#[$meta:meta])*
        pub enum $Name:ident { $($values:tt)* }
    ) => {
        $crate::corpus::names! {
            $(#[$meta])*
            pub enum $Name { $($values)* }
        }

        impl $crate::corpus::record::Read for $Name {
            fn read(value: serde_json::Value, reader: &mut $crate::corpus::record::Reader) -> Self {
                Self::ALL[$crate::corpus::named::position(&value, Self::NAMES, reader)]
            }
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let found = String::deserialize(deserializer)?;
                Self::named(&found).ok_or_else(|| serde::de::Error::unknown_variant(&found, Self::NAMES))
            }
        }
    };
}

pub(super) use named;
pub(crate) use names;

/// Which of these names a value is.
pub(super) fn position(value: &Value, names: &'static [&'static str], reader: &mut Reader) -> usize {
    let found = value.as_str().and_then(|found| names.iter().position(|name| *name == found));
    found.unwrap_or_else(|| {
        reader.expect(&format!("one of {}", names.join(", ")));
        0
    })
}
