//! Enumerations that stand in files by a name each.

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

pub(super) use names;
