//! Citations: against the manuals' own examples, over every passage, and in the signs that formats act upon.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use common::{bundle, document};
use parallax::cite::{Issued, Item, Kind, Style, Words, bibtex, carried, csl_json, html, metadata, plain, ris};
use parallax::corpus::{Day, Interval};
use serde_json::Value;

const URL: &str = "https://example.org/#v1/read/letter/letter.p65";

fn day(year: i32, month: u8, day: u8) -> Interval {
    let day = Day::new(year, month, day);
    Interval { earliest: Some(day), latest: Some(day) }
}

fn item(author: Option<&str>, title: &str, days: Interval, url: &str) -> Item {
    Item {
        id: "example".into(),
        kind: Kind::Document,
        author: author.map(str::to_owned),
        title: title.into(),
        supplied: false,
        container: None,
        issued: Issued { days, about: false },
        symbol: None,
        locator: None,
        quote: None,
        language: "en".into(),
        url: url.into(),
        accessed: None,
        notes: Vec::new(),
    }
}

fn entry(title: &str, days: Interval, url: &str) -> Item {
    Item { kind: Kind::Entry, container: Some("Wikipedia".into()), ..item(None, title, days, url) }
}

/// Italics between stars, as the manuals' pages show them.
fn shown(words: &[Words]) -> String {
    words.iter().map(|words| if words.italic { format!("*{}*", words.text) } else { words.text.clone() }).collect()
}

fn full(item: &Item, style: Style) -> String {
    shown(&item.cited(style).full)
}

fn in_text(item: &Item, style: Style) -> String {
    shown(&item.cited(style).in_text.unwrap())
}

fn passage(id: &str) -> Item {
    let (document, passage) = bundle().passage(id).unwrap();
    Item::of_passage(document, passage, None, URL, None)
}

/// <https://apastyle.apa.org/style-grammar-guidelines/references/examples/webpage-website-references>, example 3, and
/// <https://apastyle.apa.org/style-grammar-guidelines/references/examples/wikipedia-references>.
#[test]
fn apa_as_its_own_pages_have_it() {
    let url = "https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death";
    let causes = item(Some("World Health Organization"), "The top 10 causes of death", day(2018, 5, 24), url);
    let expected = format!("World Health Organization. (2018, May 24). *The top 10 causes of death*. {url}");
    assert_eq!(full(&causes, Style::Apa), expected);
    assert_eq!(in_text(&causes, Style::Apa), "(World Health Organization, 2018)");
    let url = "https://en.wikipedia.org/w/index.php?title=Oil_painting&oldid=929802398";
    let painting = entry("Oil painting", day(2019, 12, 8), url);
    assert_eq!(full(&painting, Style::Apa), format!("Oil painting. (2019, December 8). In *Wikipedia*. {url}"));
}

/// The note of an entry of Wikipedia that guides to the manual print, but for two words: what is known here is the day of
/// the snapshot, not that of the last change.
#[test]
fn chicago_as_guides_to_it_have_it() {
    let monroe = entry("James Monroe", day(2014, 2, 20), "http://en.wikipedia.org/wiki/James_Monroe");
    let printed =
        "*Wikipedia*, s.v. “James Monroe,” last modified February 20, 2014, http://en.wikipedia.org/wiki/James_Monroe.";
    assert_eq!(full(&monroe, Style::Chicago), printed.replace("last modified", "snapshot of"));
    assert!(monroe.cited(Style::Chicago).in_text.is_none());
}

/// The handbook's Appendix 1: which months are abbreviated, and how.
#[test]
fn months_as_the_mla_abbreviates_them() {
    let names = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];
    for (month, name) in (1..).zip(names) {
        let told = full(&item(None, "A title", day(2021, month, 9), "example.org"), Style::Mla);
        assert_eq!(told, format!("*A title*. 9 {name} 2021, example.org."));
    }
}

#[test]
fn the_letter_in_three_styles() {
    let cited = passage("letter.p65");
    let title = "Letter dated 12 January 2021 from the Permanent Representative of Azerbaijan to the United Nations addressed to the Secretary-General";
    let author = "Permanent Representative of Azerbaijan to the United Nations";
    assert_eq!(full(&cited, Style::Apa), format!("{author}. (2021, January 12). *{title}*. {URL}"));
    assert_eq!(in_text(&cited, Style::Apa), format!("({author}, 2021, para. 65)"));
    assert_eq!(full(&cited, Style::Mla), format!("{author}. *{title}*. 12 Jan. 2021, {URL}."));
    assert_eq!(in_text(&cited, Style::Mla), format!("({author}, par. 65)"));
    assert_eq!(full(&cited, Style::Chicago), format!("{author}, “{title},” January 12, 2021, para. 65, {URL}."));
}

/// What an editor supplied is no title of the text's own, and bounds are no date.
#[test]
fn what_is_supplied_is_not_set_as_if_it_were_the_texts_own() {
    let cited = passage("civil-21.p5");
    let title = "Statement of 21 civil society organizations";
    let apa = full(&cited, Style::Apa);
    assert_eq!(apa, format!("[21 civil society organizations in Armenia]. (ca. 2021, November). [{title}]. {URL}"));
    assert!(in_text(&cited, Style::Apa).ends_with(", ca. 2021, para. 5)"));
    let mla = full(&cited, Style::Mla);
    assert!(mla.ends_with(&format!("{title}. circa November 2021, {URL}.")), "{mla}");
    assert!(!mla.contains('*') && !mla.contains('“'));
    let chicago = full(&passage("civil-15.p1"), Style::Chicago);
    assert!(chicago.contains("ca. May–June 2021, para. 1"), "{chicago}");
}

#[test]
fn an_entry_is_cited_by_its_title_and_section() {
    let (document, _) = bundle().passage("article.lead.p1").unwrap();
    let passage = document.passages.iter().find(|passage| document.section(passage).is_some()).unwrap();
    let section = document.section(passage).unwrap();
    let cited = Item::of_passage(document, passage, None, URL, None);
    let place = cited.locator.clone().unwrap().number;
    let title = "Armenia–Azerbaijan border crisis (2021–present)";
    assert_eq!(full(&cited, Style::Apa), format!("{title}. (2024, December 24). In *Wikipedia*. {URL}"));
    assert!(in_text(&cited, Style::Apa).starts_with(&format!("(“{title},” 2024, “{section}” section, ")));
    assert_eq!(full(&cited, Style::Mla), format!("“{title}.” *Wikipedia*, 24 Dec. 2024, {URL}."));
    assert!(in_text(&cited, Style::Mla).starts_with(&format!("(“{title},” {section}, ")), "{place}");
    let licence = cited.notes.join("\n");
    assert!(licence.contains("CC BY-SA 4.0") && licence.contains("creativecommons.org/licenses/by-sa/4.0"));
    assert!(licence.contains("snapshot"), "{licence}");
}

#[test]
fn a_view_is_cited_by_the_day_it_was_read() {
    let read = Some(Day::new(2026, 11, 22));
    let view = Item::of_view(bundle(), "compare", "The war of autumn 2020", URL, read);
    let site = &bundle().title;
    let expected = format!("The war of autumn 2020. (n.d.). *{site}*. Retrieved November 22, 2026, from {URL}");
    assert_eq!(full(&view, Style::Apa), expected);
    assert_eq!(full(&view, Style::Mla), format!("“The war of autumn 2020.” *{site}*, {URL}. Accessed 22 Nov. 2026."));
    let expected = format!("“The war of autumn 2020,” *{site}*, accessed November 22, 2026, {URL}.");
    assert_eq!(full(&view, Style::Chicago), expected);
}

/// Fields of CSL-JSON that are used here, and what each holds.
///
/// Source: <https://resource.citationstyles.org/schema/latest/input/json/csl-data.json>
fn is_csl(item: &Value) -> Result<(), String> {
    let text = |value: &Value| value.as_str().is_some_and(|text| !text.is_empty());
    let parts = |value: &Value| {
        let ends = value.as_array().filter(|ends| (1..=2).contains(&ends.len()));
        ends.is_some_and(|ends| {
            ends.iter().all(|end| {
                let numbers = end.as_array().filter(|numbers| (1..=3).contains(&numbers.len()));
                numbers.is_some_and(|numbers| numbers.iter().all(Value::is_i64))
            })
        })
    };
    let date = |value: &Value| {
        value.as_object().is_some_and(|fields| {
            let valid = |(name, value): (&String, &Value)| match name.as_str() {
                "date-parts" => parts(value),
                "circa" => value.is_boolean(),
                _ => false,
            };
            fields.contains_key("date-parts") && fields.iter().all(valid)
        })
    };
    let names = |value: &Value| {
        let literal = |name: &Value| {
            name.as_object().is_some_and(|name| name.len() == 1 && name.get("literal").is_some_and(text))
        };
        value.as_array().is_some_and(|names| !names.is_empty() && names.iter().all(literal))
    };
    let fields = item.as_object().ok_or("no object")?;
    for name in ["id", "type"] {
        fields.get(name).filter(|value| text(value)).ok_or(format!("no {name}"))?;
    }
    for (name, value) in fields {
        let valid = match name.as_str() {
            "type" => ["document", "entry-encyclopedia", "webpage"].iter().any(|kind| value == kind),
            "author" => names(value),
            "issued" | "accessed" => date(value),
            "id" | "title" | "container-title" | "number" | "locator" | "language" | "URL" | "note" => text(value),
            _ => false,
        };
        if !valid {
            return Err(format!("{name}: {value}"));
        }
    }
    Ok(())
}

#[test]
fn t1_every_passage_can_be_cited_in_every_way() {
    for document in &bundle().documents {
        for passage in &document.passages {
            let quote = passage.text(&document.text);
            let item = Item::of_passage(document, passage, Some(&quote), URL, Some(Day::new(2026, 11, 22)));
            let csl: Value = serde_json::from_str(&csl_json(std::slice::from_ref(&item))).unwrap();
            is_csl(&csl[0]).unwrap_or_else(|fault| panic!("{}: {fault}", passage.id));
            assert_eq!(csl[0]["URL"], URL);
            assert!(csl[0]["note"].as_str().unwrap().contains(&quote), "{}", passage.id);
            let ris = ris(&item);
            assert!(ris.starts_with("TY  - ") && ris.ends_with("ER  - \r\n"), "{}", passage.id);
            let line = |line: &str| line.len() >= 6 && line.as_bytes()[2..6] == *b"  - ";
            assert!(ris.split_terminator("\r\n").all(line), "{ris}");
            assert!(!ris.replace("\r\n", "").contains(['\r', '\n']), "{ris}");
            let bibtex = bibtex(&item);
            assert_eq!(depth(&bibtex), 0, "{bibtex}");
            for style in Style::ALL {
                let cited = item.cited(style);
                for words in [Some(&cited.full), cited.in_text.as_ref()].into_iter().flatten() {
                    let told = plain(words);
                    assert!(!told.contains("  ") && !told.contains("..") && !told.contains(",,"), "{told}");
                }
            }
        }
    }
}

/// Braces that are open at the end; those after a backslash do not count.
fn depth(tex: &str) -> i32 {
    let mut depth = 0;
    let mut escaped = false;
    for c in tex.chars() {
        match c {
            '{' if !escaped => depth += 1,
            '}' if !escaped => depth -= 1,
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    depth
}

/// Letters of other alphabets stay what they are; the signs that TeX or HTML act upon do nothing.
#[test]
fn t1_signs_and_letters() {
    let mut hostile = item(Some("İlham Əliyev, Շուշի & Sons"), r"50 % of $x_1 {a}~b^c\d #1 <b>", day(2021, 5, 12), URL);
    hostile.notes = vec!["Çelik\nQızılhacılı".into()];
    let tex = bibtex(&hostile);
    assert!(tex.contains("{{İlham Əliyev, Շուշի \\& Sons}}"), "{tex}");
    assert!(
        tex.contains(r"50 \% of \$x\_1 \{a\}\textasciitilde{}b\textasciicircum{}c\textbackslash{}d \#1 <b>"),
        "{tex}"
    );
    assert_eq!(depth(&tex), 0);
    let ris = ris(&hostile);
    assert!(
        ris.contains("AU  - İlham Əliyev, Շուշի & Sons,\r\n") && ris.contains("N1  - Çelik Qızılhacılı\r\n"),
        "{ris}"
    );
    assert!(csl_json(&[hostile.clone()]).contains("İlham Əliyev, Շուշի & Sons"));
    let html = html(&hostile.cited(Style::Apa).full);
    assert!(html.contains("&amp; Sons") && html.contains("&lt;b&gt;") && html.contains("<i>50 %"), "{html}");
}

#[test]
fn bounds_are_told_as_bounds() {
    let cited = Item::of_document(document("civil-15"), URL, None);
    let csl: Value = serde_json::from_str(&csl_json(std::slice::from_ref(&cited))).unwrap();
    assert_eq!(csl[0]["issued"], serde_json::json!({ "date-parts": [[2021, 5, 12], [2021, 6, 30]], "circa": true }));
    assert!(bibtex(&cited).contains("date = {2021-05-12~/2021-06-30~}"));
    assert!(ris(&cited).contains("DA  - 2021/05/12/about, to 2021-06-30\r\n"));
    let letter = Item::of_document(document("letter"), URL, None);
    assert!(bibtex(&letter).contains("date = {2021-01-12}"));
    assert!(ris(&letter).contains("DA  - 2021/01/12/\r\n"));
}

/// A page's metadata give a day only where the text has one.
#[test]
fn a_page_is_recognized_by_what_is_known_of_its_text() {
    let of = |id: &str, name: &str| {
        let fields = metadata(&Item::of_document(document(id), "", None));
        fields.into_iter().find(|(field, _)| *field == name).map(|(_, content)| content)
    };
    assert_eq!(of("letter", "citation_publication_date").as_deref(), Some("2021/01/12"));
    assert_eq!(of("civil-15", "citation_publication_date").as_deref(), Some("2021"));
    assert_eq!(of("article", "DC.isPartOf").as_deref(), Some("Wikipedia"));
    assert_eq!(of("article", "citation_author"), None);
    assert!(of("civil-21", "citation_title").unwrap().starts_with('['));
}

#[test]
fn copied_words_stay_as_they_are_and_name_their_sources() {
    let words = "  They “fled” & <b>left</b>\n\nhomes\n";
    let (text, rich) = carried(words, &[passage("letter.p12"), passage("article.may-2021.p3")], Some("and 2 more"));
    let note = |id: &str| plain(&passage(id).cited(Style::Chicago).full);
    let notes = format!("{}\n{}\nand 2 more", note("letter.p12"), note("article.may-2021.p3"));
    assert_eq!(text, format!("{words}\n\n{notes}"));
    let start = format!(
        "<blockquote cite=\"{URL}\"><p>  They “fled” &amp; &lt;b&gt;left&lt;/b&gt;</p><p>homes</p></blockquote><p>"
    );
    assert!(rich.starts_with(&start), "{rich}");
    assert_eq!(rich.matches(&format!("<a href=\"{URL}\">{URL}</a>")).count(), 2, "{rich}");
    assert!(rich.contains("<i>Wikipedia</i>") && rich.ends_with("<p>and 2 more</p>"), "{rich}");
}

#[test]
fn copied_words_cannot_leave_the_attribute_they_stand_in() {
    let evil = Item { url: "https://e/\"><script>1</script>".into(), ..passage("letter.p12") };
    let (_, rich) = carried("<script>2</script>", &[evil], None);
    assert!(!rich.contains("<script") && rich.contains("cite=\"https://e/&quot;&gt;&lt;script"), "{rich}");
}

/// BibTeX as its readers take it: `@kind{key, name = {value}, …}`, a value ending where its braces are even. The signs that
/// were made harmless are read back. Source: <https://ctan.org/pkg/biblatex>, section 2.
fn read_bibtex(text: &str) -> Option<Vec<(&str, String)>> {
    let (_, rest) = text.strip_prefix('@')?.split_once('{')?;
    let (key, mut rest) = rest.split_once(",\n")?;
    let mut fields = vec![("key", key.to_owned())];
    while let Some(line) = rest.strip_prefix("  ") {
        let (name, value) = line.split_once(" = {")?;
        let ends =
            |at: &usize| value[*at..].starts_with('}') && depth(&value[..*at]) == 0 && !value[..*at].ends_with('\\');
        let end = (0..value.len()).filter(|at| value.is_char_boundary(*at)).find(ends)?;
        let mut read = value[..end].replace(r"\textbackslash{}", "\\").replace(r"\textasciitilde{}", "~");
        read = read.replace(r"\textasciicircum{}", "^");
        for sign in ["{", "}", "&", "%", "$", "#", "_"] {
            read = read.replace(&format!("\\{sign}"), sign);
        }
        fields.push((name, read));
        rest = value[end..].strip_prefix("},\n")?;
    }
    (rest == "}\n").then_some(fields)
}

#[test]
fn bibtex_is_read_back() {
    assert!(
        read_bibtex("@misc{a,\n  title = {x},\n}\n").is_some() && read_bibtex("@misc{a,\n  title = {x,\n}\n").is_none()
    );
    for document in &bundle().documents {
        for passage in &document.passages {
            let quote = passage.text(&document.text);
            let item = Item::of_passage(document, passage, Some(&quote), URL, Some(Day::new(2026, 11, 22)));
            let written = bibtex(&item);
            let fields = read_bibtex(&written).unwrap_or_else(|| panic!("{written}"));
            let field = |name: &str| fields.iter().find(|(other, _)| *other == name).map(|(_, value)| value.as_str());
            let title = if item.supplied { format!("[{}]", item.title) } else { item.title.clone() };
            assert_eq!(field("title"), Some(format!("{{{title}}}").as_str()), "{written}");
            assert_eq!(field("author"), item.author.as_ref().map(|name| format!("{{{name}}}")).as_deref(), "{written}");
            assert_eq!(field("url"), Some(URL), "{written}");
            assert_eq!(field("urldate"), Some("2026-11-22"), "{written}");
            assert_eq!(field("booktitle"), item.container.as_deref(), "{written}");
            assert!(field("note").is_some_and(|note| note.contains(&quote.replace('\n', " "))), "{written}");
        }
    }
}

/// RIS as its specification has it: a tag of a letter and a letter or digit, two spaces, a hyphen, a space; `TY` first, `ER`
/// last, each once. Source: <https://en.wikipedia.org/wiki/RIS_(file_format)>, "Format".
fn read_ris(text: &str) -> Result<Vec<(&str, &str)>, String> {
    let lines = text.strip_suffix("\r\n").ok_or("the last line has no end")?.split("\r\n");
    let field = |line| -> Option<(&str, &str)> {
        let (tag, value) = str::split_once(line, "  - ")?;
        let [first, second] = tag.as_bytes() else { return None };
        let is_tag = first.is_ascii_uppercase() && (second.is_ascii_uppercase() || second.is_ascii_digit());
        is_tag.then_some((tag, value))
    };
    let fields: Vec<(&str, &str)> =
        lines.map(|line| field(line).ok_or_else(|| format!("“{line}” is no field"))).collect::<Result<_, _>>()?;
    let places = |wanted: &str| -> Vec<usize> { (0..fields.len()).filter(|at| fields[*at].0 == wanted).collect() };
    if places("TY") != [0] || places("ER") != [fields.len() - 1] {
        return Err("it does not begin with TY and end with ER, each once".to_owned());
    }
    Ok(fields)
}

#[test]
fn ris_is_read_back() {
    assert!(read_ris("TY  - GEN\r\nTI - x\r\nER  - \r\n").is_err() && read_ris("TI  - x\r\nER  - \r\n").is_err());
    for document in &bundle().documents {
        for passage in &document.passages {
            let quote = passage.text(&document.text);
            let item = Item::of_passage(document, passage, Some(&quote), URL, Some(Day::new(2026, 11, 22)));
            let written = ris(&item);
            let fields = read_ris(&written).unwrap_or_else(|fault| panic!("{fault}: {written}"));
            let field = |tag: &str| fields.iter().find(|(other, _)| *other == tag).map(|(_, value)| *value);
            let title = if item.supplied { format!("[{}]", item.title) } else { item.title.clone() };
            assert_eq!(field("TI"), Some(title.as_str()), "{written}");
            assert_eq!(field("UR"), Some(URL), "{written}");
            assert_eq!(field("Y2"), Some("2026/11/22"), "{written}");
            assert_eq!(field("T2"), item.container.as_deref(), "{written}");
            assert_eq!(field("AU").map(|author| author.trim_end_matches(',')), item.author.as_deref(), "{written}");
            assert!(field("N1").is_some_and(|note| note.contains(&quote.replace('\n', " "))), "{written}");
        }
    }
}
