//! When something was made or changed. No clock: moments are given from outside.

use std::fmt;

use crate::corpus::Day;

const DAY: u64 = 86_400_000;

/// Milliseconds since 1 January 1970, UTC. Written as `2021-05-12T08:30:00.000Z`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(u64);

impl Moment {
    /// The last one: the end of the year 9999.
    pub const LAST: Self = Self(253_402_300_799_999);

    /// So many milliseconds after the beginning of 1970; at most [`Self::LAST`].
    #[must_use]
    pub fn new(milliseconds: u64) -> Self {
        Self(milliseconds.min(Self::LAST.0))
    }

    /// Milliseconds since the beginning of 1970.
    #[must_use]
    pub const fn milliseconds(self) -> u64 {
        self.0
    }

    /// This moment, or the next after `other` where a clock went back.
    #[must_use]
    pub fn after(self, other: Self) -> Self {
        Self::new(self.0.max(other.0 + 1))
    }

    /// Reads a date with time and zone, as RFC 3339 and XML Schema's `dateTime` write it.
    ///
    /// Nothing before 1970 and nothing after the year 9000: there must always be a later moment, or what is dated at
    /// the end of all times could never be changed again.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if !text.is_ascii() || text.len() > 40 {
            return None;
        }
        let (date, rest) = text.split_once(['T', 't'])?;
        let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
        let zone = rest.find(['Z', 'z', '+', '-'])?;
        let (time, zone) = rest.split_at(zone);
        let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
        let [hour, minute, second] = numbers(time, ':', [2, 2, 2])?;
        if !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let thousandths: u64 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
        let named = Day::new(i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        // A day that does not exist comes back as another one.
        let exists = (1..=12).contains(&month) && Day::from_number(named.number()) == named;
        if !exists || !(1970..=9000).contains(&year) || hour > 23 || minute > 59 || second > 60 {
            return None;
        }
        let days = u64::try_from(named.number()).ok()?;
        let local = days * DAY + ((hour * 60 + minute) * 60 + second.min(59)) * 1000 + thousandths;
        let utc = match zone {
            "Z" | "z" => local,
            _ => {
                let [hours, minutes] = numbers(&zone[1..], ':', [2, 2])?;
                if hours > 14 || minutes > 59 {
                    return None;
                }
                let shift = (hours * 60 + minutes) * 60_000;
                if zone.starts_with('+') { local.checked_sub(shift)? } else { local + shift }
            }
        };
        Some(Self(utc))
    }
}

/// Numbers of so many digits, parted by a sign.
fn numbers<const N: usize>(text: &str, between: char, digits: [usize; N]) -> Option<[u64; N]> {
    let mut parts = text.split(between);
    let mut found = [0; N];
    for (number, digits) in found.iter_mut().zip(digits) {
        let part = parts.next().filter(|part| part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))?;
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then_some(found)
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = Day::from_number(i64::try_from(self.0 / DAY).unwrap_or_default());
        let rest = self.0 % DAY;
        let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60);
        write!(f, "{:04}-{:02}-{:02}T", day.year, day.month, day.day)?;
        write!(f, "{hour:02}:{minute:02}:{second:02}.{:03}Z", rest % 1000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_and_read() {
        for (text, expected) in [
            ("1970-01-01T00:00:00Z", Some(0)),
            ("1970-01-02T00:00:00.5Z", Some(86_400_500)),
            ("2021-05-12T08:30:00.123456Z", Some(1_620_808_200_123)),
            ("2021-05-12T12:30:00+04:00", Some(1_620_808_200_000)),
            ("2021-05-12T04:30:00-04:00", Some(1_620_808_200_000)),
            ("2021-05-12", None),
            ("2021-05-12T08:30:00", None),
            ("2021-02-30T08:30:00Z", None),
            ("2021-13-01T08:30:00Z", None),
            ("2021-05-12T24:30:00Z", None),
            ("1969-12-31T23:59:59Z", None),
            ("1970-01-01T00:00:00+01:00", None),
            ("9001-01-01T00:00:00Z", None),
            ("2021-05-12T08:30:00+", None),
            ("2021-05-12T08:30:00.xZ", None),
            ("Ə021-05-12T08:30:00Z", None),
            ("", None),
        ] {
            assert_eq!(Moment::parse(text).map(Moment::milliseconds), expected, "{text}");
        }
        assert_eq!(Moment::new(1_620_808_200_123).to_string(), "2021-05-12T08:30:00.123Z");
        assert_eq!(Moment::LAST.to_string(), "9999-12-31T23:59:59.999Z");
    }

    #[test]
    fn a_clock_that_goes_back_makes_nothing_older() {
        assert_eq!(Moment::new(5).after(Moment::new(9)), Moment::new(10));
        assert_eq!(Moment::new(9).after(Moment::new(5)), Moment::new(9));
        assert_eq!(Moment::new(9).after(Moment::LAST), Moment::LAST);
    }
}
