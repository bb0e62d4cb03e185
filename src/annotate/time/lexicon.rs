//! The words of time in English: months, days, feasts, units, numbers; and the words that make a number no date.

use super::token::Token;

/// Names and abbreviations of the months, January first.
const MONTHS: [&str; 12] = [
    "January Jan",
    "February Feb",
    "March Mar",
    "April Apr",
    "May",
    "June Jun",
    "July Jul",
    "August Aug",
    "September Sept Sep",
    "October Oct",
    "November Nov",
    "December Dec",
];

const SEASONS: [&str; 4] = ["spring", "summer", "autumn fall", "winter"];

const WEEKDAYS: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday";

/// Days that have a name: its words, month, day, and the year where there was only one.
const FEASTS: [(&[&str], u8, u8, i32); 16] = [
    (&["September", "11", "attacks"], 9, 11, 2001),
    (&["11", "September", "attacks"], 9, 11, 2001),
    (&["Christmas", "Eve"], 12, 24, 0),
    (&["Christmas", "Day"], 12, 25, 0),
    (&["Christmas"], 12, 25, 0),
    (&["Boxing", "Day"], 12, 26, 0),
    (&["New", "Year", "s", "Eve"], 12, 31, 0),
    (&["New", "Year", "s", "Day"], 1, 1, 0),
    (&["All", "Saints", "Day"], 11, 1, 0),
    (&["May", "Day"], 5, 1, 0),
    (&["Bastille", "Day"], 7, 14, 0),
    (&["Saint", "Patrick", "s", "Day"], 3, 17, 0),
    (&["D", "-", "Day"], 6, 6, 1944),
    (&["VE", "Day"], 5, 8, 1945),
    (&["VJ", "Day"], 8, 15, 1945),
    (&["9", "/", "11"], 9, 11, 2001),
];

const NUMBERS: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
    sixteen seventeen eighteen nineteen twenty";

const TENS: &str = "thirty forty fifty sixty seventy eighty ninety";

/// Centuries in words.
const ORDINALS: &str = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth \
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";

/// What comes before a number that is a name or a place in a book.
pub const NUMBERED: &str = "no nos number numbers numbered article articles paragraph paragraphs para paras page pages \
    p pp chapter chapters section sections vol volume issue regiment isbn issn oclc doi pmid pmc jstor s2cid bibcode \
    boeing route highway room block note notes footnote footnotes figure fig table tables app application applications \
    resolution resolutions decision decree order directive convoy case doc document flight hill line unit bus sector building item items annex \
    version windows gate height altitude approximately nearly almost over under than only exactly least most additional \
    another fewer roughly killed killing wounded lost captured totaling totalling numbering plus";

/// What comes before a year as such.
pub const BEFORE_YEAR: &str = "in since until till by from to of during before after between and through throughout \
    circa ca around year years late early mid summer winter spring autumn fall the or for on ad anno born died";

/// What is counted.
const COUNTED: &str = "soldiers men troops people residents tanks km kilometers kilometres miles metres meters feet \
    civilians houses families persons prisoners casualties dead wounded killed women children hectares acres tons \
    tonnes aircraft guns pounds dollars percent per horsemen infantry cavalry ships hoplites households strong \
    million thousand hundred billion square cubic m ft kg mm mi sq yards years days weeks months hours minutes \
    nations divisions battalions brigades regiments vehicles rounds rifles";

/// What is no adjective of the things counted after it.
pub const NO_ADJECTIVE: &str = "and or to as with the of in by at on for from when after before while where was were is are \
    had has have did a an many most all some few several no that who which against";

/// What ends like a plural and is none.
pub const NO_PLURAL: &str = "was this thus across towards versus less unless always perhaps besides";

fn place(token: &Token, words: &str) -> Option<u8> {
    let at = words.split(' ').position(|word| token.is(word))?;
    u8::try_from(at).ok()
}

/// 1 to 12, of a month's name with a capital letter.
pub fn month(token: &Token) -> Option<u8> {
    let at = MONTHS.iter().position(|names| token.is_capital() && token.is(names))?;
    u8::try_from(at + 1).ok()
}

/// EDTF's code of a season.
pub fn season(token: &Token) -> Option<u8> {
    let at = SEASONS.iter().position(|names| token.is(names))?;
    u8::try_from(at + 21).ok()
}

/// 0 to 6, of a weekday's name.
pub fn weekday(token: &Token) -> Option<u8> {
    place(token, WEEKDAYS).filter(|_| token.is_capital())
}

/// Month, day and year (or 0) of a named day, and how many tokens name it.
pub fn feast(tokens: &[Token]) -> Option<(u8, u8, i32, usize)> {
    FEASTS.iter().find_map(|(words, month, day, year)| {
        let mut at = 0;
        for word in *words {
            // "All-Saints' Day", "New Year's Eve"
            let skip = at > 0 && tokens.get(at)?.is_mark("'’-") && tokens.get(at)?.text != *word;
            at += usize::from(skip);
            if tokens.get(at)?.text != *word {
                return None;
            }
            at += 1;
        }
        Some((*month, *day, *year, at))
    })
}

/// A count in words or digits; "a" is one.
pub fn count(token: &Token) -> Option<i32> {
    if token.kind == super::token::Kind::Number {
        return i32::try_from(token.value).ok().filter(|count| *count <= 999);
    }
    let tens = || place(token, TENS).map(|tens| tens * 10 + 30);
    let number = if token.is("a an") { Some(1) } else { place(token, NUMBERS).filter(|n| *n > 0).or_else(tens) };
    number.map(i32::from)
}

/// The number of a century: "19th", "nineteenth".
pub fn ordinal(token: &Token) -> Option<i32> {
    match token.kind {
        super::token::Kind::Ordinal => i32::try_from(token.value).ok(),
        _ => place(token, ORDINALS).filter(|n| *n > 0).map(i32::from),
    }
}

/// Whether a word is something that is counted, so that the number before it is a number of them.
pub fn is_counted(token: &Token) -> bool {
    token.is(COUNTED) && !token.is_capital() || token.is_mark("%°")
}
