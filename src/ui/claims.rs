//! The ledger: questions and what each account answers; figures side by side; sources that accounts share.

use yew::prelude::*;

use super::parts::{list, mark, table};
use super::shared::{Corpus, Shared};
use super::voices::to_passage;
use crate::corpus::{Answer, ByteRange, Claim, Figure, SharedSource};
use crate::view::View;
use crate::words::{self, Key, say};

/// Sets the page.
pub fn claims(shared: &Shared, view: &View) -> Html {
    let corpus = &shared.corpus;
    let bundle = &corpus.bundle;
    let mut topics: Vec<&str> = Vec::new();
    let mut groups: Vec<&str> = Vec::new();
    for claim in &bundle.claims {
        if !topics.contains(&claim.topic.as_str()) {
            topics.push(&claim.topic);
        }
    }
    for figure in &bundle.figures {
        if !groups.contains(&figure.group.as_str()) {
            groups.push(&figure.group);
        }
    }
    let ledger = topics.iter().map(|topic| {
        let of_topic = bundle.claims.iter().filter(|claim| claim.topic == *topic);
        html! { <section><h2>{ words::topic(topic) }</h2>{ for of_topic.map(|claim| self::claim(corpus, view, claim)) }</section> }
    });
    let heads = [say(Key::Figure)].into_iter().chain(bundle.accounts.iter().map(|account| account.name.as_str()));
    let heads = heads.map(|head| html! { { head.to_owned() } }).collect();
    let figures = groups.iter().map(|group| {
        let of_group: Vec<&Figure> = bundle.figures.iter().filter(|figure| figure.group == *group).collect();
        let cells = bundle.accounts.iter().map(|account| {
            let of_account = of_group.iter().filter(|figure| of(corpus, &figure.passage) == account.id);
            list(of_account.map(|figure| self::figure(corpus, view, figure)).collect())
        });
        let head = of_group.first().map_or("", |figure| &figure.counted);
        (html! { <span id={(*group).to_owned()}>{ head.to_owned() }</span> }, cells.collect())
    });
    html! {
        <div id="text" class="page wide">
            <h1 id="page-title" tabindex="-1">{ say(Key::ClaimsTitle) }</h1>
            <p>{ words::claims_note(bundle) }</p>
            { for ledger }
            <section>
                <h2>{ say(Key::Figures) }</h2>
                <p>{ say(Key::FiguresNote) }</p>
                { table(say(Key::Figures), heads, figures.collect()) }
            </section>
            <section>
                <h2>{ say(Key::SharedSources) }</h2>
                <p>{ say(Key::SharedSourcesNote) }</p>
                { for bundle.sources.iter().map(|source| self::source(corpus, view, source)) }
            </section>
        </div>
    }
}

/// The account of a passage.
fn of<'a>(corpus: &'a Corpus, passage: &str) -> &'a str {
    corpus.bundle.passage(passage).map_or("", |(document, _)| &document.account)
}

/// Words of a passage, and the way to it.
fn quoted(corpus: &Corpus, view: &View, passage: &str, range: ByteRange, beside: String) -> Html {
    let Some((document, found)) = corpus.bundle.passage(passage) else { return html! {} };
    html! {
        <>
            <q>{ found.text_in(&document.text, range) }</q>
            <small>{ beside }{ to_passage(corpus, view, passage, words::named(document, found)) }</small>
        </>
    }
}

fn claim(corpus: &Corpus, view: &View, claim: &Claim) -> Html {
    let columns = view.columns.iter().filter_map(|id| corpus.bundle.account(id)).map(|account| {
        let answers: Vec<&Answer> =
            claim.answers.iter().filter(|answer| of(corpus, &answer.passage) == account.id).collect();
        html! {
            <div class="answers">
                <h4>{ mark(&account.id) }{ &account.short }</h4>
                if answers.is_empty() { <p class="none">{ say(Key::NoAnswer) }</p> }
                { list(answers.iter().map(|answer| {
                    quoted(corpus, view, &answer.passage, answer.range, words::answered(answer))
                }).collect()) }
            </div>
        }
    });
    html! {
        <article id={claim.id.clone()} class="claim" tabindex="-1">
            <h3>{ &claim.question }</h3>
            <p><strong class="standing">{ words::standing(claim.standing) }</strong>{ " " }{ &claim.reason }</p>
            <div class="columns">{ for columns }</div>
            if let Some(note) = &claim.note { <p><small>{ note }</small></p> }
        </article>
    }
}

fn figure(corpus: &Corpus, view: &View, figure: &Figure) -> Html {
    quoted(corpus, view, &figure.passage, figure.range, words::figured(figure))
}

fn source(corpus: &Corpus, view: &View, source: &SharedSource) -> Html {
    let uses = source.uses.iter();
    let uses = uses.map(|quote| quoted(corpus, view, &quote.passage, quote.range, String::new()));
    html! {
        <article id={source.id.clone()} class="claim" tabindex="-1">
            <h3>{ &source.source }</h3>
            <p>{ &source.note }</p>
            { list(uses.collect()) }
        </article>
    }
}
