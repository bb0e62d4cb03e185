//! What do the other accounts say on this? Curated pairs first, then the engine's ranking; and how well the engine does.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use parallax::annotate::relation::{Ground, Lexicon, Subject, gather, relate};
use parallax::corpus::{Layer, RelationKind};
use serde_json::{Value, json};

use crate::bm25::Bm25;
use crate::corpus::{self, Sources};

/// So many are printed unless another number is asked for.
pub const LIMIT: usize = 10;

const CONCEPTS: &str = "assets/annotations/concepts.json";

/// Prints the passages of the other accounts that speak to `passage`, best first.
pub fn print(passage: &str, limit: usize, engine_only: bool) -> Result<ExitCode> {
    let sources = corpus::sources()?;
    let Some(bundle) = corpus::compile_sources(&sources)? else { return Ok(ExitCode::FAILURE) };
    let subjects = gather(&bundle);
    let ids: Vec<&str> = subjects.iter().map(|(id, _)| *id).collect();
    let Some(of) = ids.iter().position(|id| *id == passage) else { bail!(unknown(passage, &ids)) };
    let subjects: Vec<Subject<'_>> = subjects.into_iter().map(|(_, subject)| subject).collect();
    let index = relate(&subjects, &lexicon(&sources)?);
    let near = index.ranked(of, ids.len());
    let mut found = Vec::new();
    let mut told = BTreeSet::new();
    for pair in bundle.relations.iter().filter(|pair| pair.layer == Layer::Editorial && !engine_only) {
        let partner = match (pair.a == passage, pair.b == passage) {
            (true, _) => &pair.b,
            (_, true) => &pair.a,
            _ => continue,
        };
        let Some(at) = ids.iter().position(|id| id == partner) else { bail!(unknown(partner, &ids)) };
        if told.insert(partner.as_str()) {
            let grounds =
                near.iter().find(|related| related.subject == at).map(|related| told_grounds(&related.grounds));
            found.push((
                (pair.must, index.score(of, at)),
                json!({
                    "passage": partner,
                    "account": subjects[at].account,
                    "score": index.score(of, at),
                    "relation": pair.relation.name(),
                    "layer": pair.layer.name(),
                    "reason": pair.reason,
                    "grounds": grounds.unwrap_or_default(),
                }),
            ));
        }
    }
    // What an editor put side by side comes first: what nobody should miss, then what the engine finds close.
    found.sort_by(|(a, _), (b, _)| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)));
    let mut found: Vec<Value> = found.into_iter().map(|(_, entry)| entry).collect();
    for related in near {
        let (id, subject) = (ids[related.subject], &subjects[related.subject]);
        if told.insert(id) {
            found.push(json!({
                "passage": id,
                "account": subject.account,
                "score": related.score,
                "relation": related.relation.name(),
                "layer": Layer::Engine.name(),
                "grounds": told_grounds(&related.grounds),
            }));
        }
    }
    found.truncate(limit);
    println!("{}", serde_json::to_string_pretty(&found).context("the parallels cannot be written as JSON")?);
    Ok(ExitCode::SUCCESS)
}

fn told_grounds(grounds: &[Ground]) -> Vec<Value> {
    grounds.iter().map(|ground| json!({"kind": ground.kind.name(), "what": ground.what})).collect()
}

/// What the engine knows of the topics.
pub fn lexicon(sources: &Sources) -> Result<Lexicon> {
    let json = sources.get(CONCEPTS).with_context(|| format!("{CONCEPTS} is missing; is the checkout whole?"))?;
    Lexicon::from_json(json).with_context(|| format!("{CONCEPTS} cannot be used"))
}

/// Why there is no such passage, and what may have been meant.
fn unknown(passage: &str, ids: &[&str]) -> String {
    let mut near: Vec<(usize, &str)> = ids.iter().map(|id| (distance(passage, id), *id)).collect();
    near.sort_unstable();
    let near: Vec<&str> = near.into_iter().take(3).map(|(_, id)| id).collect();
    format!(
        "there is no passage `{passage}`: no document of the corpus has one with that id. The nearest are {}; \
         `cargo xtask corpus` lists them all",
        near.join(", ")
    )
}

/// How many letters must be added, dropped or changed (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, one) in a.chars().enumerate() {
        let mut corner = i;
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let changed = corner + usize::from(one != *other);
            corner = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(corner + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

/// The entries of a file that is a list, or has the list under its name.
fn entries<'a>(file: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    file.as_array().or_else(|| file[name].as_array()).into_iter().flatten()
}

/// A pair that a reader put side by side.
struct Pair {
    a: String,
    b: String,
    relation: RelationKind,
    must: bool,
}

fn pairs(json: &str) -> Result<Vec<Pair>> {
    let file: Value = serde_json::from_str(json).context("it is no JSON")?;
    let pair = |(number, entry): (usize, &Value)| {
        let text = |name: &str| {
            let found = entry[name].as_str().map(str::to_owned);
            found.ok_or_else(|| anyhow!("pair {} has no `{name}`; give it a, b and relation", number + 1))
        };
        Ok(Pair {
            a: text("a")?,
            b: text("b")?,
            relation: serde_json::from_value::<RelationKind>(entry["relation"].clone())
                .with_context(|| format!("pair {} has relation {}", number + 1, entry["relation"]))?,
            must: entry["must"].as_bool().unwrap_or_default(),
        })
    };
    entries(&file, "pairs").enumerate().map(pair).collect()
}

/// The first so many of a ranking are counted.
const FIRST: usize = 5;

/// Prints how many of a reader's pairs the engine, alone, finds among its first five, in both directions.
pub fn score(file: &Path) -> Result<ExitCode> {
    let told = file.display();
    let json = fs::read_to_string(file).with_context(|| format!("cannot read {told}; give a file of pairs"))?;
    let pairs = pairs(&json).with_context(|| format!("{told} cannot be used"))?;
    let sources = corpus::sources()?;
    let Some(bundle) = corpus::compile_sources(&sources)? else { return Ok(ExitCode::FAILURE) };
    let (ids, subjects): (Vec<&str>, Vec<Subject<'_>>) = gather(&bundle).into_iter().unzip();
    let index = relate(&subjects, &lexicon(&sources)?);
    let words = Bm25::new(subjects.iter().map(|subject| subject.text.as_ref()));
    let engine = |of: usize| index.ranked(of, ids.len()).into_iter().map(|related| related.subject).collect();
    let by_words = |of: usize| ranked_by_words(&words, &subjects, of);
    let (mut tally, mut apart) = (Tally::default(), Tally::default());
    let (mut peer, mut peer_apart) = (Tally::default(), Tally::default());
    let same = |pair: &Pair, a: &str, b: &str| (pair.a == a && pair.b == b) || (pair.a == b && pair.b == a);
    let editorial: Vec<_> = bundle.relations.iter().filter(|known| known.layer == Layer::Editorial).collect();
    let mut kinds: BTreeMap<(RelationKind, Option<RelationKind>), usize> = BTreeMap::new();
    for pair in &pairs {
        let place = |id: &str| ids.iter().position(|known| *known == id).ok_or_else(|| anyhow!(unknown(id, &ids)));
        let (a, b) = (place(&pair.a)?, place(&pair.b)?);
        let known = editorial.iter().any(|known| same(pair, &known.a, &known.b));
        for (of, partner) in [(a, b), (b, a)] {
            let (ranked, peers): (Vec<usize>, Vec<usize>) = (engine(of), by_words(of));
            tally.ask(&ranked, &subjects, of, partner, pair.must);
            peer.ask(&peers, &subjects, of, partner, pair.must);
            if !known {
                apart.ask(&ranked, &subjects, of, partner, pair.must);
                peer_apart.ask(&peers, &subjects, of, partner, pair.must);
            }
        }
        let kind = index.ranked(a, ids.len()).into_iter().find(|related| related.subject == b);
        *kinds.entry((pair.relation, kind.map(|related| related.relation))).or_default() += 1;
    }
    tally.print();
    println!("{:32} {}", "stemmed BM25", peer.told());
    let (all, must) = apart.whole();
    if all.1 > 0 {
        println!("of these, asked in both directions and not among the editors' pairs: {}, must {}", all.1, must.1);
        println!("{:32} {}", "all but the editors'", apart.told());
        println!("{:32} {}", "stemmed BM25", peer_apart.told());
    }
    let agreed: usize = kinds.iter().filter(|((told, found), _)| Some(*told) == *found).map(|(_, count)| count).sum();
    println!("kind of relation as in the pairs: {agreed} of {}", pairs.len());
    for ((told, found), count) in kinds {
        println!("  {:14} found as {:14} {count}", told.name(), found.map_or("none", RelationKind::name));
    }
    let silent: Vec<&str> =
        (0..ids.len()).filter(|&at| subjects[at].running && index.ranked(at, 1).is_empty()).map(|at| ids[at]).collect();
    println!("passages without any parallel: {}", silent.len());
    Ok(ExitCode::SUCCESS)
}

/// The passages of the other accounts that may be parallels, those with most of the words first.
fn ranked_by_words(words: &Bm25, subjects: &[Subject<'_>], of: usize) -> Vec<usize> {
    let others = (0..subjects.len()).filter(|&at| subjects[at].running && subjects[at].account != subjects[of].account);
    let mut scored: Vec<(f64, usize)> = others.map(|at| (words.score(of, at), at)).collect();
    scored.sort_by(|(a, i), (b, j)| b.total_cmp(a).then(i.cmp(j)));
    scored.into_iter().map(|(_, at)| at).collect()
}

/// Found and asked.
type Count = (usize, usize);

/// What was found, by who asks whom.
#[derive(Default)]
struct Tally {
    /// (combination, must) → among the first five of all other accounts, and of the partner's account alone.
    counts: BTreeMap<(String, bool), (Count, Count)>,
    /// Passage asked about → of all its pairs, of those that must be found.
    queries: BTreeMap<usize, (Count, Count)>,
    /// For each question, how likely its partner is among as many passages taken at random.
    chances: Vec<f64>,
}

impl Tally {
    fn ask(&mut self, ranked: &[usize], subjects: &[Subject<'_>], of: usize, partner: usize, must: bool) {
        let account = subjects[partner].account;
        let found = ranked.iter().take(FIRST).any(|&at| at == partner);
        let own = ranked.iter().filter(|&&at| subjects[at].account == account);
        let found_in_account = own.take(FIRST).any(|&at| at == partner);
        let add = |count: &mut Count, found: bool| {
            count.0 += usize::from(found);
            count.1 += 1;
        };
        for combination in [format!("{} → {account}", subjects[of].account), "all".to_owned()] {
            let counts = self.counts.entry((combination, must)).or_default();
            add(&mut counts.0, found);
            add(&mut counts.1, found_in_account);
        }
        let others = subjects.iter().filter(|other| other.running && other.account != subjects[of].account).count();
        self.chances.push(ratio((FIRST, others)).min(1.0));
        let query = self.queries.entry(of).or_default();
        add(&mut query.0, found);
        if must {
            add(&mut query.1, found);
        }
    }

    /// What was found over all other accounts: of all pairs, of those that must be found.
    fn whole(&self) -> (Count, Count) {
        let of = |must: bool| self.counts.get(&("all".to_owned(), must)).map(|(all, _)| *all).unwrap_or_default();
        (sum(of(false), of(true)), of(true))
    }

    fn told(&self) -> String {
        let (all, must) = self.whole();
        format!("all {}          must {}", part(all), part(must))
    }

    fn print(&self) {
        println!("recall@{FIRST}, ranked over all other accounts (over the partner's account alone)");
        let combinations: BTreeSet<&str> = self.counts.keys().map(|(combination, _)| combination.as_str()).collect();
        for combination in combinations {
            let of = |must: bool| self.counts.get(&(combination.to_owned(), must)).copied().unwrap_or_default();
            let ((may, may_own), (must, must_own)) = (of(false), of(true));
            println!(
                "{combination:32} all {} ({})  must {} ({})",
                part(sum(may, must)),
                part(sum(may_own, must_own)),
                part(must),
                part(must_own)
            );
        }
        let of_queries = |counts: Vec<Count>| {
            mean(&counts.iter().filter(|count| count.1 > 0).map(|count| ratio(*count)).collect::<Vec<f64>>())
        };
        println!(
            "mean over the passages asked about   all {:.3}        must {:.3}",
            of_queries(self.queries.values().map(|query| query.0).collect()),
            of_queries(self.queries.values().map(|query| query.1).collect())
        );
        println!("{:32} all {:.3}", "by chance", mean(&self.chances));
    }
}

fn mean(parts: &[f64]) -> f64 {
    parts.iter().sum::<f64>() / f64::from(u32::try_from(parts.len().max(1)).unwrap_or(1))
}

const fn sum(a: Count, b: Count) -> Count {
    (a.0 + b.0, a.1 + b.1)
}

fn ratio(count: Count) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(count.0) / number(count.1.max(1))
}

fn part(count: Count) -> String {
    format!("{:.3}", ratio(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_ids_are_named() {
        let ids = ["letter.p7", "letter.p70", "article.may-2021.p1"];
        let told = unknown("leter.p70", &ids);
        assert!(told.contains("`leter.p70`") && told.contains("nearest are letter.p70, letter.p7"), "{told}");
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "ab"), 2);
    }

    #[test]
    fn pairs_are_read_in_both_shapes() {
        let pair = r#"{"a":"letter.p1","b":"civil-15.p2","relation":"same-topic","must":true,"reason":"why"}"#;
        for json in [format!("[{pair}]"), format!("{{\"pairs\":[{pair}]}}")] {
            let read = pairs(&json).expect("it reads");
            assert_eq!(read.len(), 1);
            assert!(read[0].a == "letter.p1" && read[0].b == "civil-15.p2" && read[0].must);
        }
        let odd = pairs(r#"[{"a":"x","b":"y","relation":"likes"}]"#).map(|_| ()).expect_err("an unknown kind");
        assert!(odd.to_string().contains("likes"), "{odd}");
    }
}
