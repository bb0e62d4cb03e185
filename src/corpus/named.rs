//! Enumerations that stand in JSON, in styles and in words by a name each. One table for all three; derived code for
//! each of them would weigh more in the browser than all tables together.

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
                let names = $crate::corpus::record::OneOf(Self::NAMES);
                serde::de::DeserializeSeed::deserialize(names, deserializer).map(|at| Self::ALL[at])
            }
        }
    };
}

pub(super) use named;
