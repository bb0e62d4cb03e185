//! The 395 references of the article, as the importer reads them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use parallax::corpus::{ByteRange, interval};
use parallax::import::{DatedField, Hints, Imported, Reader, Reference, import, references};

const ARTICLE: &str = include_str!("../assets/documents/003_41d9780980deec22.txt");
const STRUCTURE: &str = include_str!("../assets/annotations/structure/article.json");

fn article() -> Imported {
    let hints: Hints = serde_json::from_str(STRUCTURE).unwrap();
    import(Reader::Wikipedia, "article", ARTICLE, &hints.lines).unwrap()
}

/// A field: its name, its range, and the date where it is one.
type Field<'a> = (&'static str, ByteRange, Option<&'a str>);

fn words(name: &'static str, range: Option<ByteRange>) -> Option<Field<'static>> {
    range.map(|range| (name, range, None))
}

fn date<'a>(name: &'static str, field: &'a Option<DatedField>) -> Option<Field<'a>> {
    field.as_ref().map(|date| (name, date.range, Some(date.edtf.as_str())))
}

fn fields(reference: &Reference) -> Vec<Field<'_>> {
    let single = [
        words("title", reference.title),
        words("in", reference.container),
        date("published", &reference.published),
        date("archived", &reference.archived),
        date("retrieved", &reference.retrieved),
        words("language", reference.language),
        words("doi", reference.doi),
        words("issn", reference.issn),
        words("isbn", reference.isbn),
        words("quotation", reference.quotation),
    ];
    let authors = reference.authors.iter().map(|author| words("by", Some(*author)));
    authors.chain(single).flatten().collect()
}

#[test]
fn references_are_numbered_in_order() {
    let numbers: Vec<(u16, String)> =
        references(&article(), ARTICLE).into_iter().map(|it| (it.number, it.passage)).collect();
    let expected: Vec<_> = (1..=395).map(|number| (number, format!("article.r{number}"))).collect();
    assert_eq!(numbers, expected);
}

#[test]
fn every_field_lies_in_its_passage() {
    let article = article();
    for reference in &references(&article, ARTICLE) {
        let span = article.passages.iter().find(|passage| passage.id == reference.passage).unwrap().span();
        for (name, range, edtf) in fields(reference) {
            let words = range.slice(ARTICLE).unwrap_or_default();
            assert!(
                span.contains(range) && !words.is_empty() && words.trim() == words,
                "{} {name}: {words}",
                reference.number
            );
            assert!(edtf.is_none_or(|edtf| interval(edtf).is_ok()), "{} {name}: {words}", reference.number);
        }
    }
}

/// The snapshot holds "Retrieved" 364 times, once of them within 147, "retrieved" and "Accessed" once, "Archived" 308
/// times, once of them within 147, and 95 carets; 143 references do not begin with a quotation mark, two of these
/// without authors.
#[test]
fn as_many_fields_are_read_as_the_snapshot_holds() {
    let article = article();
    let mut counts = BTreeMap::new();
    for reference in &references(&article, ARTICLE) {
        *counts.entry("reused").or_insert(0) += usize::from(reference.reused.is_some());
        *counts.entry("with authors").or_insert(0) += usize::from(!reference.authors.is_empty());
        for (name, ..) in fields(reference) {
            *counts.entry(name).or_insert(0) += 1;
        }
    }
    let expected = [
        ("archived", 307),
        ("by", 175),
        ("doi", 5),
        ("in", 369),
        ("isbn", 2),
        ("issn", 5),
        ("language", 32),
        ("published", 309),
        ("quotation", 108),
        ("retrieved", 365),
        ("reused", 95),
        ("title", 395),
        ("with authors", 141),
    ];
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn odd_references_are_read_as_by_hand() {
    let parsed = references(&article(), ARTICLE);
    for (number, expected) in BY_HAND {
        let reference = parsed.iter().find(|reference| reference.number == number).unwrap();
        let read = fields(reference).into_iter().map(|(name, range, edtf)| {
            let words = range.slice(ARTICLE).unwrap();
            edtf.map_or(format!("{name}: {words}"), |edtf| format!("{name}: {words} = {edtf}"))
        });
        let (read, expected): (Vec<_>, Vec<_>) = (read.collect(), expected.lines().collect());
        assert_eq!(read.len(), expected.len(), "{number}: {read:#?}");
        for (read, expected) in read.iter().zip(expected) {
            let (start, end) = expected.split_once(" [...] ").unwrap_or((expected, ""));
            let alike = if end.is_empty() { read == start } else { read.starts_with(start) && read.ends_with(end) };
            assert!(alike, "{number}: {read}");
        }
    }
}

/// Every field of references of all the odd kinds. " [...] " stands for the middle of a long quotation.
const BY_HAND: [(u16, &str); 31] = [
    (
        14,
        r#"title: 50 Azerbaijani soldiers killed in 'provocations' by Armenia
in: Anadolu Agency
archived: 14 September 2022 = 2022-09-14
retrieved: 14 September 2022 = 2022-09-14"#,
    ),
    (
        62,
        r#"by: Khylko, Maksym
by: Shelest, Hanna
by: Grigoryan, Armen
by: Valiyev, Anar
by: Alili, Ahmad
by: Namazova, Fidan
by: Kandelaki, Salome
by: Lebanidze, Bidzina
title: Impact of the Russia-Ukraine War on Black Sea Geopolitics
in: Caucasus Analytical Digest
published: November 2022 = 2022-11
archived: 9 May 2023 = 2023-05-09
retrieved: 9 May 2023 = 2023-05-09
doi: 10.3929/ethz-b-000579582
issn: 1867-9323"#,
    ),
    (
        69,
        r#"by: Meister, S.
by: Delcour, L.
title: The Armenia-Azerbaijan Conflict: What Role Now for the EU in the South Caucasus after Nagorno-Karabakh?
in: Forschungsinstitut der Deutschen Gesellschaft für Auswärtige Politik
published: 2023 = 2023"#,
    ),
    (
        92,
        r#"by: Բադալյան, Սուսան
title: Ադրբեջանցիները "վրաններ են խփել Սյունիքի Ներքին Հանդ գյուղի տարածքում". ըստ ՊՆ-ի' ՀՀ ինքնիշխան տարածք չեն մտել
in: «Ազատ Եվրոպա/Ազատություն» ռադիոկայան
published: 15 March 2022 = 2022-03-15
archived: 6 June 2023 = 2023-06-06
retrieved: 6 June 2023 = 2023-06-06
language: Armenian
quotation: ...in the Soviet years it [...] the Azerbaijanis approaching the village"#,
    ),
    (
        102,
        r#"by: Boy, Ann-Dorit
title: Blockade in the Southern Caucasus: "There Is Every Reason to Expect More Violence This Year"
in: Der Spiegel
published: 18 January 2023 = 2023-01-18
archived: 21 January 2023 = 2023-01-21
retrieved: 21 January 2023 = 2023-01-21
issn: 2195-1349"#,
    ),
    (
        108,
        r#"by: Hirschfeld, Katherine
by: de Beurs, Kirsten
by: Brayfield, Brad
by: Melkonyan-Gottschalk, Ani
title: Long-Term Conflict and Environmental Change
in: New Wars and Old Plagues: Armed Conflict, Environmental Change and Resurgent Malaria in the Southern Caucasus
published: 2023 = 2023
doi: 10.1007/978-3-031-31143-7_5
isbn: 978-3-031-31143-7"#,
    ),
    (
        116,
        r#"by: Marina Kaljurand
by: Andrey Kovatchev
by: Željana Zovko
by: European Parliament
title: Joint Statement by DSCA Chair and EP Standing Rapporteurs on Armenia and Azerbaijan on the deadly clashes between Armenia and Azerbaijan
published: 30 July 2021 = 2021-07-30
archived: 2 August 2021 = 2021-08-02
retrieved: 12 August 2021 = 2021-08-12"#,
    ),
    (
        127,
        r#"by: Council of Europe: Parliamentary Assembly
title: Committee on the Honouring of Obligations and Commitments by Member States of the Council of Europe (Monitoring Committee): The honouring of obligations and commitments by Armenia: Information note following the visit in Armenia from 17 to 19 February 2023
archived: 21 April 2023 = 2023-04-21
retrieved: 23 April 2023 = 2023-04-23"#,
    ),
    (
        137,
        r#"by: Kucera, Joshua
by: Mejlumyan, Ani
title: Azerbaijan launches wide-ranging attacks against Armenia
in: Eurasianet
published: 13 September 2022 = 2022-09-13
archived: 14 September 2022 = 2022-09-14
retrieved: 31 May 2023 = 2023-05-31
quotation: Following the attack, some Azerbaijani [...] does not pose a threat…'"#,
    ),
    (
        147,
        r#"title: Soviet military map proves eastern, western and southern shores of Sev Lake unequivocally belong to Armenia
in: Armenpress
published: 18 May 2021 = 2021-05-18
archived: 24 May 2021 = 2021-05-24
retrieved: 24 May 2021 = 2021-05-24
quotation: Sev Lake with its eastern, western and southern shores is located in the territory of the Armenian SSR –"#,
    ),
    (
        158,
        r#"title: Сергей Лавров провел переговоры с министром иностранных дел Таджикистана
in: Новости. Первый канал
archived: 20 May 2021 = 2021-05-20
retrieved: 21 May 2021 = 2021-05-21"#,
    ),
    (
        207,
        r#"title: 'Russia's role here is passive voice' – Why did Azerbaijan attack Armenia and how might Russia react to this? Here's the answers to the hottest questions on the current conflict
in: Novaya gazeta. Europe
published: 14 September 2022 = 2022-09-14
archived: 4 May 2023 = 2023-05-04
retrieved: 4 May 2023 = 2023-05-04
quotation: This doesn't look convincing, and [...] evidence to substantiate the incursion"#,
    ),
    (
        229,
        r#"by: Reporterre
title: En Azerbaidjan, une crise humanitaire sous prétexte d'écologie
in: Reporterre, le média de l'écologie
published: 4 April 2023 = 2023-04-04
archived: 4 April 2023 = 2023-04-04
retrieved: 4 April 2023 = 2023-04-04
language: French"#,
    ),
    (
        241,
        r#"title: Armenian and Azeri soldiers clash near contested Nagorno-Karabakh region
in: The Guardian
published: 11 April 2023 = 2023-04-11
archived: 6 May 2023 = 2023-05-06
retrieved: 6 May 2023 = 2023-05-06
issn: 0261-3077"#,
    ),
    (
        258,
        r#"title: Four Armenian Soldiers Killed in Azerbaijani Attack
in: Eurasianet
archived: 13 February 2024 = 2024-02-13
retrieved: 13 Feb. 2024 = 2024-02-13"#,
    ),
    (
        261,
        r#"by: @SecBlinken
title: We welcome the announcement that Armenia and Azerbaijan have agreed upon the 1991 Alma Ata declaration as the basis for border delimitation
in: Twitter
published: 20 April 2024 = 2024-04-20"#,
    ),
    (265, r#"title: Foreign Minister Mirzoyan attends EPC Foreign Ministers' meeting"#),
    (
        266,
        r#"by: Kévorkian, Raymond H.
title: The Final Phase The Cleansing of Armenian and Greek Survivors
in: Collective and state violence in Turkey: The construction of a national identity from empire to nation-state
published: 2020 = 2020
quotation: Another cabled order, dated 25 [...] genocidal action against Caucasian Armenians"#,
    ),
    (
        269,
        r#"title: A Peace to End All Peace? Statement on the International Actors Sponsoring So-Called Peace Negotiations Between Armenia and Azerbaijan
in: Lemkin Institute
published: 3 May. 2024 = 2024-05-03
quotation: It is imperative that the [...] the Armenian Genocide of 1915-1923"#,
    ),
    (
        270,
        r#"by: Watch, Genocide
title: Genocide Emergency Alert on the War in Artsakh (Nagorno-Karabakh)
in: genocidewatch
published: 6 November 2020 = 2020-11-06
quotation: The establishment of the Azerbaijan [...] Extermination and Stage 10: Denial"#,
    ),
    (
        271,
        r#"by: Abramian, Jackie
title: Nurse, Social Scientist, Diplomat, Humanitarian—Baroness Caroline Cox Is On A Mission
in: Forbes
published: 8 July 2021 = 2021-07-08"#,
    ),
    (
        275,
        r#"title: A Peace to End All Peace? Statement on the International Actors Sponsoring So-Called Peace Negotiations Between Armenia and Azerbaijan
in: Lemkin Institute for Genocide Prevention
retrieved: 10 May 2024 = 2024-05-10
quotation: Of particular concern to the [...] "Zangezur Corridor" through Armenia's Syunik"#,
    ),
    (
        283,
        r#"title: State Fragility and the Shadow of Genocide in Nagorno Karabakh and Armenia (the South Caucasus) | The Fund for Peace
in: fundforpeace.org
retrieved: 4 March 2024 = 2024-03-04
quotation: The most recent attacks are, [...] within this understanding of genocide"#,
    ),
    (
        286,
        r#"by: Theriault, Henry C.
title: Taner Akçam as Scholar-Activist and Armenian-Turkish Relations
in: Documenting the Armenian Genocide: Essays in Honor of Taner Akçam
published: 2024 = 2024
doi: 10.1007/978-3-031-36753-3_11
isbn: 978-3-031-36753-3"#,
    ),
    (
        357,
        r#"title: Armenia, Russia agree 'joint steps to stabilise' border
in: www.aljazeera.com"#,
    ),
    (
        360,
        r#"title: Azerbaijani state media hints at another offensive in Karabakh
in: Eurasianet
quotation: New Azerbaijan, the official newspaper [...] an Azerbaijani soldier was wounded..."#,
    ),
    (
        368,
        r#"title: "Azerbaijani enclaves are sitting on the highways of the Republic of Armenia; if Azerbaijan needs a corridor, the road from Noyemberyan to Ijevan will be cut". Cartographer
in: Aravot Daily LLC"#,
    ),
    (
        370,
        r#"by: Galichian, Rouben
title: The invention of history
in: azerbaijan, Armenia and the showcasing of imagination
published: 2010 = 2010"#,
    ),
    (
        375,
        r#"title: Что и почему происходит на границе Азербайджана и Армении?
in: BBC News Russian
published: 18 May 2021 = 2021-05-18
archived: 23 May 2021 = 2021-05-23
retrieved: 23 May 2021 = 2021-05-23
quotation: The international analytics emphasized the important role of Russia in the post conflict period"#,
    ),
    (
        387,
        r#"title: Применение коллективных сил — самая крайняя мера
in: Новая газета
published: 26 November 2012 = 2012-11-26
retrieved: 16 May 2023 = 2023-05-16
language: Russian"#,
    ),
    (
        394,
        r#"by: Avedissian, Karena
title: The Failure of the European Union to Address the Threat of Ethnic Cleansing of Armenians in Nagorno-Karabakh
in: Genocide Studies International
published: 1 August 2023 = 2023-08-01
doi: 10.3138/GSI-2023-0012
issn: 2291-1847"#,
    ),
];
