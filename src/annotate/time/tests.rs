//! Cases of each rule, and beside them what the rule must leave alone.

use super::{Context, Expression, ExpressionKind, Role, Tagger, times};
use crate::corpus::interval;

fn told(text: &str, found: &[Expression]) -> String {
    let one = |it: &Expression| format!("{} = {}", it.range.slice(text).unwrap_or("?"), it.edtf);
    found.iter().filter(|it| it.kind != ExpressionKind::ResolutionYear).map(one).collect::<Vec<_>>().join("; ")
}

/// `expected`: the words and their EDTF, `words = edtf; words = edtf`.
#[track_caller]
fn check(text: &str, expected: &str) {
    check_written(text, "", expected);
}

#[track_caller]
fn check_written(text: &str, written: &str, expected: &str) {
    let written = if written.is_empty() { Default::default() } else { interval(written).expect("a date") };
    let found = times(text, &Context { written });
    assert_eq!(told(text, &found), expected, "{text}");
    for expression in found.iter().filter(|it| !it.edtf.starts_with('X')) {
        let days = interval(&expression.edtf).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(days, expression.days, "{text}: {}", expression.edtf);
    }
}

#[test]
fn whole_days() {
    check("It began on 12 May 2021.", "12 May 2021 = 2021-05-12");
    check("It began on May 12, 2021, at dawn.", "May 12, 2021 = 2021-05-12");
    check("It began on May 12 2021.", "May 12 2021 = 2021-05-12");
    check("the 12th of May 2021", "the 12th of May 2021 = 2021-05-12");
    check("on 12th May, 2021", "12th May, 2021 = 2021-05-12");
    check("of 2021-05-12, as", "2021-05-12 = 2021-05-12");
    check("on 25.05.2021.", "25.05.2021 = 2021-05-25");
    check("on Sunday, 30 January 1972", "Sunday, 30 January 1972 = 1972-01-30");
    check("Sept. 15, 1950", "Sept. 15, 1950 = 1950-09-15");
    check("On 18 (31) January 1918 it changed.", "18 (31) January 1918 = 1918-01-18");
    check("the night of 22/23 June 1941", "22/23 June 1941 = 1941-06-22/1941-06-23");
    check("(May 12,1941)", "May 12,1941 = 1941-05-12");
    check("Christmas Day 1914", "Christmas Day 1914 = 1914-12-25");
    check("on New Year’s Eve 1917", "New Year’s Eve 1917 = 1917-12-31");
    check("after the September 11 attacks", "September 11 attacks = 2001-09-11/..");
}

#[test]
fn days_that_do_not_exist_or_can_be_read_in_two_ways() {
    check("on 12.05.2021", "");
    check("on 31.02.2021", "");
    check("on 30 February 2021", "");
    check("on 1/9/1939", "");
    check("on 2021-13-40", "");
}

#[test]
fn months_years_decades_centuries() {
    check("in May 2021", "May 2021 = 2021-05");
    check("in October of 1962", "October of 1962 = 1962-10");
    check("in 2012, 2014, 2018 and 2020.", "2012 = 2012; 2014 = 2014; 2018 = 2018; 2020 = 2020");
    check("in the 1990s", "1990s = 1990/1999");
    check("in the '90s", "90s = 1990/1999");
    check("the late 1980s", "the late 1980s = 1987~/1989~");
    check("at the end of the 1980s", "the end of the 1980s = 1988~/1989~");
    check("the early 1990s", "the early 1990s = 1990~/1993~");
    check("in the 20th century", "20th century = 1901/2000");
    check("less than half of 1969's totals", "1969 = 1969");
}

#[test]
fn years_before_christ() {
    check("In 480 BC they came.", "480 BC = -0479");
    check("from 499–494 BC", "499–494 BC = -0498/-0493");
    check("from 218 to 201 B.C.", "218 to 201 B.C. = -0217/-0200");
    check("In 490 BC he landed. In 480 they came back.", "490 BC = -0489; 480 = -0479");
    check("In 490 BC he landed with 480 ships.", "490 BC = -0489");
    check("the 470s BC", "470s BC = -0478/-0469");
    check("the 1400s BC", "1400s BC = -1498/-1399");
    check("in AD 70", "AD 70 = 0070");
    check("it lost 192 men", "");
    check("In 405 BC he won. In April 404, it fell.", "405 BC = -0404; April 404 = -0403-04");
    check("In November 602, he fell. On 25 March 603 he rose.", "November 602 = 0602-11; 25 March 603 = 0603-03-25");
    check(
        "In 1901, in May 300 Germans came, on 4 May 120 were killed.",
        "1901 = 1901; May = 1901-05; 4 May = 1901-05-04",
    );
}

#[test]
fn ranges_and_lists() {
    check("Between 12 and 15 November 2021", "12 and 15 November 2021 = 2021-11-12/2021-11-15");
    check("from 12 to 15 November 2021", "12 to 15 November 2021 = 2021-11-12/2021-11-15");
    check("5–6 December 1994", "5–6 December 1994 = 1994-12-05/1994-12-06");
    check("between September 12 and 14, 2022", "September 12 and 14, 2022 = 2022-09-12/2022-09-14");
    check("15 and 16 October 2021", "15 and 16 October 2021 = 2021-10-15/2021-10-16");
    check("on 12, 14 and 16 May 2021", "12 = 2021-05-12; 14 = 2021-05-14; 16 May 2021 = 2021-05-16");
    check("between 1928 and 1948", "1928 and 1948 = 1928/1948");
    check("1918-1920", "1918-1920 = 1918/1920");
    check("the 1914–18 war", "1914–18 = 1914/1918");
    check("in 1967/68", "1967/68 = 1967/1968");
    check("Between 1918 and 1920 influenza killed", "1918 and 1920 = 1918/1920");
    check("in 1918 and 1920 soldiers died", "1918 = 1918");
    check("In August 1914 troops came.", "August 1914 = 1914-08");
    check("On 4 August 1917 troops came.", "4 August 1917 = 1917-08-04");
    check("In 1901, in May 2000 soldiers came.", "1901 = 1901; May = 1901-05");
    check("In 1901, in May, 1914 soldiers came.", "1901 = 1901; May = 1901-05");
    check("in 1914/1915", "1914/1915 = 1914/1915");
    check("King Edward (1330–1376), born 1330", "1330–1376 = 1330/1376; 1330 = 1330");
    check("from May to July 1993", "May to July 1993 = 1993-05/1993-07");
    check("from December to February 1993", "December to February 1993 = 1992-12/1993-02");
    check("between July 1 and July 3, 1863", "July 1 and July 3, 1863 = 1863-07-01/1863-07-03");
    check("September 1939-May 1940", "September 1939-May 1940 = 1939-09/1940-05");
    check("late July and early August 2022", "late July and early August 2022 = 2022-07~/2022-08~");
    check("on 12 May and 5 June 1941", "12 May = 1941-05-12; 5 June 1941 = 1941-06-05");
    check("12 May 2021 – present", "12 May 2021 – present = 2021-05-12/..");
}

#[test]
fn open_ends() {
    check("Since 12 May 2021", "12 May 2021 = 2021-05-12/..");
    check("until October 1993", "October 1993 = ../1993-10");
    check("by 1915", "1915 = ../1915");
    check("before 12 May 2021", "12 May 2021 = ../2021-05-12");
    check("after 1945", "1945 = 1945/..");
    check("From 2015, it rose.", "2015 = 2015/..");
    check("maps from 1975", "1975 = 1975");
}

#[test]
fn parts() {
    check("in early 1942", "early 1942 = 1942-01~/1942-04~");
    check("in mid-1942", "mid-1942 = 1942-05~/1942-08~");
    check("late in 1942", "late in 1942 = 1942-09~/1942-12~");
    check("by the end of 1942", "the end of 1942 = ../1942-12~");
    check("by mid-1942", "mid-1942 = 1942-05~/1942-08~");
    check("at the beginning of 1942", "the beginning of 1942 = 1942-01~");
    check("in mid-June 1936", "mid-June 1936 = 1936-06~");
    check("in the first half of 1936", "the first half of 1936 = 1936-01~/1936-06~");
    check("the spring of 1941", "spring of 1941 = 1941-21");
    check("in the winter of 1941-42", "winter of 1941-42 = 1941-24");
    check("after the fall of Saigon", "");
    check("the late king", "");
    check("at the end of the road", "");
}

#[test]
fn by_the_last_date() {
    check("On 12 May 2021 it began. The same day he spoke.", "12 May 2021 = 2021-05-12; The same day = 2021-05-12");
    check("On 31 May 2021 it began. The next day he spoke.", "31 May 2021 = 2021-05-31; The next day = 2021-06-01");
    check("In May 2021 it began. Later that month, he spoke.", "May 2021 = 2021-05; Later that month = 2021-05");
    check("In 1941 it began. Two years later, it ended.", "1941 = 1941; Two years later = 1943");
    check(
        "In March 1941 it began. Five months earlier it had not.",
        "March 1941 = 1941-03; Five months earlier = 1940-10",
    );
    check("In 1941 it began. The following year it went on.", "1941 = 1941; The following year = 1942");
    check("In 1941 it began. In May of that year he fell.", "1941 = 1941; May of that year = 1941-05");
    check("In 1941 it began, by the end of the year it failed.", "1941 = 1941; the end of the year = ../1941-12~");
    check(
        "On 27 September 2020 it began. It went on for 44 days.",
        "27 September 2020 = 2020-09-27; 44 days = 2020-09-27/2020-11-09",
    );
    check(
        "On 1 August 2022 it began. Over the next two days it spread.",
        "1 August 2022 = 2022-08-01; the next two days = 2022-08-02/2022-08-03",
    );
    check(
        "On 1 August 2022 it began. It went on for two weeks.",
        "1 August 2022 = 2022-08-01; two weeks = 2022-08-01/2022-08-14",
    );
    check("In May 2021 it began. It went on for three months.", "May 2021 = 2021-05; three months = 2021-05/2021-07");
    check("On 1 August 2022 it began. On Friday he spoke.", "1 August 2022 = 2022-08-01; Friday = 2022-08-05");
    check("The next day, two years later, on Friday.", "");
    check("On 1 May 1941 it began, a month after the attack.", "1 May 1941 = 1941-05-01");
    check("the last year of the war, the year of the ox, day after day", "");
}

#[test]
fn a_day_of_the_month_that_was_named_last() {
    check(
        "On 5 November 1854 they attacked. A storm on the 14th wrecked ships.",
        "5 November 1854 = 1854-11-05; the 14th = 1854-11-14",
    );
    check(
        "On 28 December 1854 they came. On the night of the 3rd, they left. The next day it froze.",
        "28 December 1854 = 1854-12-28; the 3rd = 1855-01-03; The next day = 1855-01-04",
    );
    check(
        "On 30 May 1854 they came. On the 29th of that month ships had sailed.",
        "30 May 1854 = 1854-05-30; the 29th of that month = 1854-05-29",
    );
    check("In May 1854 he was replaced on the eighth.", "May 1854 = 1854-05; the eighth = 1854-05-08");
    check("the last day of August 1899", "the last day of August 1899 = 1899-08-31");
    check("on the last day of February 1900", "the last day of February 1900 = 1900-02-28");
    check("In 1899 it began on the first day of May.", "1899 = 1899; the first day of May = 1899-05-01");
    for text in [
        "In May 1854 they crossed on the 2nd attempt.",
        "In May 1854 they met on the 38th parallel, by the 14th Army, on the 17th-century bridge.",
        "In May 1854 they met on the 12th floor, in the 3rd row, for the 5th time.",
    ] {
        check(text, "May 1854 = 1854-05");
    }
    check("They came on the 14th.", "");
}

#[test]
fn the_following_month_and_the_previous_one() {
    check("In October 1941 it began. It ended the following June.", "October 1941 = 1941-10; June = 1942-06");
    check("In June 1941 it began. Until the following June it held.", "June 1941 = 1941-06; June = ../1942-06");
    check("In 1617 he was crowned. In the following May he fell.", "1617 = 1617; May = 1618-05");
    check("In May 1941 it began. In the following October it ended.", "May 1941 = 1941-05; October = 1941-10");
    check("In 1941 it began. It had been agreed the previous March.", "1941 = 1941; March = 1940-03");
    check(
        "In May 1980 he died. In March and April of the following year they marched.",
        "May 1980 = 1980-05; March = 1981-03; April of the following year = 1981-04",
    );
}

#[test]
fn lengths_in_words() {
    check("In 1871 it fell. Thirty-five years later it rose.", "1871 = 1871; Thirty-five years later = 1906");
    check("In May 1811 it began. Half a year later it ended.", "May 1811 = 1811-05; Half a year later = 1811-11");
    check("In 1811 it began. Half a century later it ended.", "1811 = 1811; Half a century later = 1861");
    check(
        "On 2 May 1811 it began. A fortnight later it ended.",
        "2 May 1811 = 1811-05-02; A fortnight later = 1811-05-16",
    );
    check("In 1811 it began. A dozen years later it ended.", "1811 = 1811; A dozen years later = 1823");
    check(
        "On 2 May 1811 it began. A couple of days later it ended.",
        "2 May 1811 = 1811-05-02; A couple of days later = 1811-05-04",
    );
    check(
        "On 2 May 1811 it began; two days after that the king fled. Next morning he was caught.",
        "2 May 1811 = 1811-05-02; two days after that = 1811-05-04; Next morning = 1811-05-05",
    );
    check("In June 1815 he won. The year before he had lost.", "June 1815 = 1815-06; The year before = 1814");
    check(
        "From 3 to 10 May 1940 they fought. Two days later they won.",
        "3 to 10 May 1940 = 1940-05-03/1940-05-10; Two days later = 1940-05-12",
    );
    check("On 2 May 1811 it began, two days after that battle.", "2 May 1811 = 1811-05-02");
    check("thirty-five men, a couple of ships, half a mile, a dozen years", "");
}

#[test]
fn by_the_date_of_writing() {
    check_written("He spoke yesterday.", "2021-05-12", "yesterday = 2021-05-11");
    check_written("Last year it rained.", "2021-05-12", "Last year = 2020");
    check_written("Over the last year it rained.", "2021-11", "the last year = 2020-11~/2021-11-30");
    check_written("for the last 10 years", "2024-12-24", "the last 10 years = 2014~/2024-12-24");
    check_written("In March it rained.", "2021-05-12", "March = 2021-03");
    check("He spoke yesterday.", "");
}

#[test]
fn years_are_carried_along_the_narrative() {
    check(
        "In June 1941 it began. In August it went on. In February it ended.",
        "June 1941 = 1941-06; August = 1941-08; February = 1942-02",
    );
    check("By September 1940 it was over. Malta was besieged in June.", "September 1940 = ../1940-09; June = 1940-06");
    check("On 8 November 2021 it began. On 8 March it ended.", "8 November 2021 = 2021-11-08; 8 March = 2022-03-08");
    check("In 1941 it began. In May it went on.", "1941 = 1941; May = 1941-05");
    check(
        "== 1941 ==\n\nIn May it began.\n\n== 1943 ==\n\nIn May it ended.",
        "1941 = 1941; May = 1941-05; 1943 = 1943; May = 1943-05",
    );
    check(
        "May 2021\n\nOn 12 May it began.\nOn 14 May it went on.",
        "May 2021 = 2021-05; 12 May = 2021-05-12; 14 May = 2021-05-14",
    );
    check("1941: Barbarossa\nIn June it began.", "1941 = 1941; June = 1941-06");
    check("In May it began.", "May = XXXX-05");
}

#[test]
fn the_narrative_looks_back_runs_ahead_and_comes_back() {
    check(
        "In October 1917 they took power. On 6 April America had declared war.",
        "October 1917 = 1917-10; 6 April = 1917-04-06",
    );
    check(
        "On 3 January 1777 he won. In October they surrendered. In February 1778 France signed.",
        "3 January 1777 = 1777-01-03; October = 1777-10; February 1778 = 1778-02",
    );
    check(
        "On 9 April 2003 it fell. In November 2008 he spoke.\nOn 15 April it was over.",
        "9 April 2003 = 2003-04-09; November 2008 = 2008-11; 15 April = 2003-04-15",
    );
    check(
        "On 19 October 1950 they crossed. In 2010, historians doubted it. In late November they struck.",
        "19 October 1950 = 1950-10-19; 2010 = 2010; late November = 1950-11~",
    );
    check(
        "On 10 March 1975 it began, with a planned campaign in 1976. It collapsed on 11 March.",
        "10 March 1975 = 1975-03-10; 1976 = 1976; 11 March = 1975-03-11",
    );
    check(
        "In March 1965 there were 3,500, nearly 200,000 by December. In May they lost.",
        "March 1965 = 1965-03; December = ../1965-12; May = 1965-05",
    );
    check(
        "In January 1945 they landed. They beat them from October to March, and went on by May.",
        "January 1945 = 1945-01; October to March = 1944-10/1945-03; May = ../1945-05",
    );
    check(
        "From 1998 to 1999 they fought. He died in 1980. The following year students marched.",
        "1998 to 1999 = 1998/1999; 1980 = 1980; The following year = 1981",
    );
    check("In 1867 he fell. In 1910 he rose. In May he ruled.", "1867 = 1867; 1910 = 1910; May = 1910-05");
    check(
        "In November 1941, in winter, it froze. In December it thawed.",
        "November 1941 = 1941-11; winter = 1941-24; December = 1941-12",
    );
}

#[test]
fn a_year_by_the_way_does_not_carry_the_narrative_off() {
    let expected = |year: &str| format!("12 May 2021 = 2021-05-12; {year}; 14 May = 2021-05-14");
    let check = |aside: &str, year: &str| {
        check(&format!("On 12 May 2021 they crossed. {aside} On 14 May they met."), &expected(year));
    };
    check("They used Soviet maps from 1975.", "1975 = 1975");
    check("The poet (1828–1910) is buried there.", "1828–1910 = 1828/1910");
    check("The house has stood since 1828.", "1828 = 1828/..");
    check("The treaty had been signed in March 1918.", "March 1918 = 1918-03");
    check("They would leave by 2025.", "2025 = ../2025");
    check("The general (1804–1884) took command.", "1804–1884 = 1804/1884");
    check("A prisoner since May 2008 came home.", "May 2008 = 2008-05/..");
    check("Soviet maps of the 1920s were used.", "1920s = 1920/1929");
    check("It was painted six years later.", "six years later = 2027");
    check("Resolution 822 (1993) was recalled, as was the 1907 convention.", "1907 = 1907");
}

#[test]
fn what_is_no_date() {
    for text in [
        "S/2020/729, 40984/07, A/75/660, S/RES/822(1993) and A/RES/62/243",
        "resolution 822 (1993), 853 (1993) and 874 (1993)",
        "ISSN 1829-1905, ISBN 978-0-1234-1945-6, doi:10.1080/00905992.2012.747498",
        "https://example.org/2021/05/12/news?year=2021 and www.example.org/2021-05-12",
        "He may march in the second row, and march he may.",
        "articles 4 and 5, paragraph 12, page 1917, pp. 1941–1945, vol. 1999",
        "2000 soldiers, 1,275 residents, 1941 men, 2000 Soviet soldiers, 1914 km",
        "the 102nd military base, regiment No. 366, the 1st Army, a Boeing 747",
        "a T-34, an F-105, the M1917, the 44-day war, a 17-day siege",
        "$1941, 1941%, 19.45, 12:30, 10 000",
        "the October Revolution, Theresa May, Ambassador April Glaspie",
        "He walked down 12 May Street, at 10 Downing Street.",
        "for days, for years, in recent months",
        "the song “White Christmas” and The White Christmas",
    ] {
        check(text, if text.contains("12 May") { "12 May = XXXX-05-12" } else { "" });
    }
}

#[test]
fn a_resolution_has_a_year_and_no_date() {
    let text = "In its resolution 822 (1993) of 30 April 1993, the Council";
    let found = times(text, &Context::default());
    let kinds: Vec<_> = found.iter().map(|it| (it.kind, it.edtf.as_str())).collect();
    assert_eq!(kinds, [(ExpressionKind::ResolutionYear, "1993"), (ExpressionKind::Date, "1993-04-30")]);
}

#[test]
fn references_have_dates() {
    check(
        "1. ^ DePencier, Fin (13 October 2023). \"Fears\". Archived from the original on 15 October 2023. Retrieved 16 October 2023.",
        "13 October 2023 = 2023-10-13; 15 October 2023 = 2023-10-15; 16 October 2023 = 2023-10-16",
    );
}

#[test]
fn the_apparatus_does_not_move_the_narrative() {
    let mut tagger = Tagger::new(&Context::default());
    tagger.passage("On 12 May 2021 it began.", Role::Text);
    tagger.passage("Archived on 3 March 1999.", Role::Apparatus);
    let text = "On 14 May it went on.";
    assert_eq!(told(text, &tagger.passage(text, Role::Text)), "14 May = 2021-05-14");
}

#[test]
fn a_heading_holds_up_to_the_next_of_its_level() {
    let mut tagger = Tagger::new(&Context::default());
    tagger.passage("1941", Role::Heading(2));
    tagger.passage("The north", Role::Heading(3));
    let text = "In May it began.";
    assert_eq!(told(text, &tagger.passage(text, Role::Text)), "May = 1941-05");
    tagger.passage("Aftermath", Role::Heading(2));
    let text = "In 1946 he stood trial. In May he was hanged.";
    assert_eq!(told(text, &tagger.passage(text, Role::Text)), "1946 = 1946; May = 1946-05");
}
