//! What is said of a date.

use super::{Key, date, say};
use crate::corpus::{Basis, Dating, Modality, Undated};

/// "also under 1992 and 1993–94"; more than two are counted.
#[must_use]
pub fn also_under(periods: &[&str]) -> String {
    match periods {
        [] => String::new(),
        [one] => format!("also under {one}"),
        [one, two] => format!("also under {one} and {two}"),
        more => format!("also under {} other periods", more.len()),
    }
}

/// What a date rests on.
#[must_use]
pub const fn basis(basis: Basis) -> &'static str {
    say(match basis {
        Basis::Words => Key::BasisWords,
        Basis::Heading => Key::BasisHeading,
        Basis::Context => Key::BasisContext,
        Basis::Written => Key::BasisWritten,
    })
}

/// What the text does with a date, where it does not simply tell of it.
#[must_use]
pub const fn modality(modality: Modality) -> Option<&'static str> {
    match modality {
        Modality::Told => None,
        Modality::Plan => Some(say(Key::ModalityPlan)),
        Modality::Threat => Some(say(Key::ModalityThreat)),
    }
}

/// A date of a passage, what it rests on, its words, and whether it is planned or threatened.
#[must_use]
pub fn dating(dating: &Dating, quoted: Option<&str>) -> String {
    let quoted = quoted.map_or(String::new(), |words| match dating.basis {
        Basis::Words => format!(": “{words}”"),
        _ => format!(", for the words “{words}”"),
    });
    let modality = modality(dating.modality).map_or(String::new(), |modality| format!(" ({modality})"));
    format!("{}, {}{quoted}{modality}", date(&dating.edtf), basis(dating.basis))
}

/// Why a passage carries no time.
#[must_use]
pub const fn undated(reason: Undated) -> &'static str {
    say(match reason {
        Undated::Timeless => Key::UndatedTimeless,
        Undated::Unstated => Key::UndatedUnstated,
        Undated::Formal => Key::UndatedFormal,
        Undated::Apparatus => Key::UndatedApparatus,
    })
}
