//! Enumerations that stand in JSON, in styles and in words by a name each. One table for all three; derived code for
//! each of them would weigh more in the browser than all tables together.

use serde::de::{Deserialize, Deserializer, Error};

/// Declares an enumeration with its names.
macro_rules! named {
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
            const ALL: &'static [Self] = &[$(Self::$Variant,)*];
            const NAMES: &'static [&'static str] = &[$($name,)*];

            /// Its name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                Self::NAMES[self as usize]
            }
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                super::named::position(deserializer, Self::NAMES).map(|at| Self::ALL[at])
            }
        }
    };
}

pub(super) use named;

/// Which of these names stands here.
pub(super) fn position<'de, D: Deserializer<'de>>(
    deserializer: D,
    names: &'static [&'static str],
) -> Result<usize, D::Error> {
    // Borrowed where it can be; a name never holds an escape.
    let found = <&str>::deserialize(deserializer)?;
    names.iter().position(|name| *name == found).ok_or_else(|| D::Error::unknown_variant(found, names))
}
