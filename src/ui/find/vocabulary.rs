//! Which words the accounts use, what each says more than the others, and who says a word, where, beside which others.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::corpus::Account;
use crate::lexis::{Counts, Keyword, Lexis, Mouth, Mouths, Table, discussed};
use crate::platform::files;
use crate::ui::parts::{button, choice};
use crate::ui::shared::{Corpus, Shared};
use crate::ui::sheet::{Sheet, page};
use crate::ui::voices::to_passage;
use crate::view::{Action, Page, View, encode};
use crate::words::vocabulary as words;
use crate::words::{Key, say};

/// No account has more keywords on the page; the file has all.
const KEYWORDS: usize = 12;

/// Lines of a word that every account has on the page of all words.
const LINES: usize = 3;

/// Lines in one mouth that are shown at once, and at most; the file has all.
const AT_ONCE: usize = 5;
const AT_MOST: usize = 60;

/// A table of this class has a column for each account.
const ACROSS: &str = "figures";

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub shared: Shared,
    pub view: View,
    /// The word that is looked up.
    pub word: Option<AttrValue>,
}

/// The page: all words, or one.
#[component]
pub fn Vocabulary(props: &Props) -> Html {
    let Props { shared, view, word } = props;
    let lexis = use_memo(shared.corpus.clone(), |corpus| Lexis::read(&corpus.bundle));
    let field = use_node_ref();
    let all = use_state_eq(|| false);
    let turn = {
        let all = all.clone();
        Callback::from(move |event: Event| all.set(event.target_unchecked_into::<HtmlInputElement>().checked()))
    };
    let sheet = Words { shared, corpus: &shared.corpus, view, lexis: &lexis, field: &field, all: *all, turn: &turn };
    match word {
        Some(word) => page("page words wide stretches", |page| sheet.one(page, word)),
        None => page("page words wide", |page| sheet.all(page)),
    }
}

/// What every part of the page needs.
#[derive(Clone, Copy)]
struct Words<'a> {
    shared: &'a Shared,
    corpus: &'a Corpus,
    view: &'a View,
    lexis: &'a Rc<Lexis>,
    /// What a word is typed into.
    field: &'a NodeRef,
    /// Whether all columns are shown, not the counts alone; and what shows or hides them.
    all: bool,
    turn: &'a Callback<Event>,
}

impl Words<'_> {
    fn all(self, page: &mut Sheet) {
        page.title(words::TITLE);
        page.line("p", "", words::NOTE);
        page.line("p", "", words::CAUTION);
        self.look_up(page, "");
        page.line("h2", "", words::SIZES);
        page.line("p", "", &words::sizes_note(&self.lexis.sizes));
        self.counts(page, words::SIZES, &words::SIZE_ROWS, |at| {
            let size = self.size(at);
            [size.own, size.reported, size.quoted, size.all()].map(words::number).to_vec()
        });
        self.keywords(page);
        page.line("h2", "", words::MOUTHS);
        page.line("p", "", words::MOUTHS_NOTE);
        for name in discussed() {
            if let Some(head) = self.lexis.find(name) {
                self.discussed(page, name, head);
            }
        }
        self.files(page, "", &[(0, Table::Sizes), (1, Table::Keywords), (2, Table::Discussed)]);
    }

    fn one(self, page: &mut Sheet, typed: &str) {
        page.within("p", "", |page| self.to_word(page, None, words::ALL));
        page.title(typed);
        let lexis = self.lexis;
        let Some(head) = lexis.find(typed) else {
            page.line("p", "", &words::nowhere(typed));
            return self.look_up(page, typed);
        };
        let found = &lexis.heads[head as usize];
        page.group(|page| {
            if typed.split_whitespace().count() > 1 {
                page.line("p", "", &words::first_only(&found.word));
            }
        });
        page.line("p", "", &words::forms_line(found));
        self.look_up(page, typed);
        let mouths = lexis.mouths(&self.corpus.bundle, head);
        page.line("h2", "", words::FREQUENCY);
        self.counts(page, words::FREQUENCY, &words::FREQUENCY_ROWS, |at| {
            let (cases, size) = (mouths[at].counts, self.size(at));
            vec![
                words::among(cases.own, size.own),
                words::number(cases.reported),
                words::number(mouths[at].named()),
                words::among(cases.quoted, size.quoted),
            ]
        });
        page.line("h2", "", words::COLLOCATES);
        page.line("p", "", words::COLLOCATES_NOTE);
        self.for_researchers(page);
        for (at, account) in self.corpus.bundle.accounts.iter().enumerate() {
            self.collocates(page, at, account, head);
        }
        page.line("h2", "", words::LINES);
        page.within("p", "", |page| {
            let there = self.view.after(Action::Open(Page::concordance(typed.to_owned())), &self.corpus.bundle);
            page.link(&encode(&there, &self.corpus.bundle), say(Key::Concordance));
        });
        page.within("div", "answers", |page| {
            for (at, (account, mouths)) in self.corpus.bundle.accounts.iter().zip(&mouths).enumerate() {
                page.within("section", "", |page| {
                    self.name(page, "h3", account);
                    page.line("p", "", &words::said(mouths.counts, mouths.named(), self.size(at)));
                    for (mouth, cases) in &mouths.mouths {
                        self.mouth(page, *mouth, cases);
                    }
                });
            }
        });
        let name = found.forms.first().map_or("", |(form, _)| form);
        self.files(page, name, &[(3, Table::Lines(head)), (4, Table::Collocates(head))]);
    }

    fn size(self, account: usize) -> Counts {
        self.lexis.sizes.get(account).copied().unwrap_or_default()
    }

    /// Sets what a word is typed into. No form: a frame that allows no forms would not let it be sent.
    fn look_up(self, page: &mut Sheet, word: &str) {
        let look = {
            let (field, act) = (self.field.clone(), self.shared.act.clone());
            Callback::from(move |()| {
                let word = field.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
                let word = Some(word.trim().to_owned()).filter(|word| !word.is_empty());
                act.emit(Action::Open(Page::Vocabulary { word }));
            })
        };
        let press = {
            let look = look.clone();
            Callback::from(move |event: KeyboardEvent| {
                if event.key() == "Enter" {
                    look.emit(());
                }
            })
        };
        let (field, value) = (self.field.clone(), word.to_owned());
        page.put(html! {
            <div class="look-up">
                <label class="go">
                    <span>{ words::LOOK_UP }</span>
                    <input ref={field} type="text" maxlength="60" autocapitalize="none" {value} onkeydown={press} />
                </label>
                { button(words::SHOW, look.reform(|_| ())) }
            </div>
        });
    }

    /// Sets a link to the page of a word, or of all.
    fn to_word(self, page: &mut Sheet, word: Option<&str>, told: &str) {
        let there = Page::Vocabulary { word: word.map(str::to_owned) };
        page.link(&encode(&self.view.after(Action::Open(there), &self.corpus.bundle), &self.corpus.bundle), told);
    }

    /// Sets an account's name as a heading.
    fn name(self, page: &mut Sheet, level: &'static str, account: &Account) {
        page.within(level, "", |page| {
            page.mark(&account.id);
            page.text(&account.name);
        });
    }

    /// Sets a table with a column for each account; where it is narrow, its cells stand below one another.
    fn counts(self, page: &mut Sheet, title: &str, rows: &[&str], column: impl Fn(usize) -> Vec<String>) {
        let accounts = &self.corpus.bundle.accounts;
        let columns: Vec<Vec<String>> = (0..accounts.len()).map(column).collect();
        let heads = [words::COUNTED].into_iter().chain(accounts.iter().map(|account| account.name.as_str()));
        figures(page, ACROSS, title, heads, |page| {
            for (at, row) in rows.iter().enumerate() {
                let head = |page: &mut Sheet| page.text(row);
                page.across(self.corpus, head, |page, account| {
                    page.text(columns[account].get(at).map_or("", String::as_str));
                });
            }
        });
    }

    fn keywords(self, page: &mut Sheet) {
        let lexis = self.lexis;
        let accounts = || (0_u32..).zip(&self.corpus.bundle.accounts);
        let all: Vec<_> = accounts().map(|(at, account)| (account, lexis.keyness(at))).collect();
        let is_content = |word: &&Keyword| !lexis.heads[word.head as usize].function;
        let listed = |words: &[Keyword]| words.iter().filter(is_content).count();
        // For every account the same number: a longer list would make it look as if it had more to say.
        let shown = all.iter().map(|(_, keyness)| listed(&keyness.words)).min().unwrap_or(0).min(KEYWORDS);
        page.line("h2", "", words::KEYWORDS);
        page.line("p", "", &words::keywords_note(shown));
        self.for_researchers(page);
        let meant = if self.all { words::COLUMNS.len() } else { words::COLUMNS_OF_COUNTS };
        page.within("dl", "", |page| {
            for (term, meaning) in words::COLUMNS.iter().take(meant) {
                page.line("dt", "", term);
                page.line("dd", "", meaning);
            }
        });
        for (account, keyness) in &all {
            self.name(page, "h3", account);
            page.within("p", "", |page| {
                page.text(&words::compared(keyness));
                page.group(|page| {
                    if self.all {
                        page.text(" ");
                        page.text(&words::tested(keyness, listed(&keyness.words)));
                    }
                });
            });
            let title = words::of_account(words::KEYWORDS, &account.name);
            let columns = if self.all { words::KEYWORD_HEADS.len() } else { words::KEYWORD_COUNTS };
            figures(page, "figures numbers", &title, words::KEYWORD_HEADS.into_iter().take(columns), |page| {
                for one in keyness.words.iter().filter(is_content).take(shown) {
                    let cells = [
                        words::number(one.here),
                        words::rate(one.here, keyness.here),
                        words::number(one.elsewhere),
                        words::rate(one.elsewhere, keyness.elsewhere),
                        words::figure(one.ratio),
                        words::figure(one.evidence),
                        one.parts.to_string(),
                        words::figure(one.spread),
                    ];
                    line(page, |page| self.word(page, one.head), cells.iter().take(columns - 1).map(String::as_str));
                }
            });
        }
    }

    /// Sets what shows the columns that are for who computes with them.
    fn for_researchers(self, page: &mut Sheet) {
        page.put(choice("checkbox", words::FOR_RESEARCHERS, self.all, self.turn.clone()));
    }

    /// Sets a word as the head of a row: its forms below it.
    fn word(self, page: &mut Sheet, head: u32) {
        let head = &self.lexis.heads[head as usize];
        self.to_word(page, Some(&head.word), &head.word);
        page.line("small", "", &words::forms(head));
    }

    /// Sets a word in the mouths of all accounts.
    fn discussed(self, page: &mut Sheet, name: &str, head: u32) {
        let lexis = self.lexis;
        page.within("article", "claim", |page| {
            page.line("h3", "", name);
            page.line("p", "", &words::forms_line(&lexis.heads[head as usize]));
            let mouths = lexis.mouths(&self.corpus.bundle, head);
            page.within("div", "answers", |page| {
                for (at, (account, mouths)) in self.corpus.bundle.accounts.iter().zip(&mouths).enumerate() {
                    page.within("div", "", |page| {
                        self.name(page, "h4", account);
                        page.line("p", "", &words::said(mouths.counts, mouths.named(), self.size(at)));
                        page.within("ul", "who", |page| {
                            for (mouth, cases) in &mouths.mouths {
                                let name = mouth.name(&self.corpus.bundle);
                                page.line("li", "", &words::mouth(name, *mouth, cases.len()));
                            }
                        });
                        self.lines(page, &samples(mouths));
                    });
                }
            });
            let lines = mouths.iter().map(|mouths| mouths.counts.all()).sum();
            page.within("p", "", |page| self.to_word(page, Some(name), &words::all_lines(name, lines)));
        });
    }

    fn collocates(self, page: &mut Sheet, at: usize, account: &Account, head: u32) {
        let found = self.lexis.collocates(u32::try_from(at).unwrap_or(u32::MAX), head);
        self.name(page, "h3", account);
        if found.too_few() {
            return page.line("p", "", &words::too_few(found.cases));
        }
        if found.words.is_empty() {
            return page.line("p", "", words::NO_COLLOCATES);
        }
        let title = words::of_account(words::COLLOCATES, &account.name);
        let columns = if self.all { words::COLLOCATE_HEADS.len() } else { words::COLLOCATE_COUNTS };
        figures(page, "figures numbers", &title, words::COLLOCATE_HEADS.into_iter().take(columns), |page| {
            for one in found.words.iter().take(KEYWORDS) {
                let cells = [
                    words::number(one.near),
                    words::number(one.far),
                    words::figure(one.ratio),
                    words::figure(one.evidence),
                ];
                line(page, |page| self.word(page, one.head), cells.iter().take(columns - 1).map(String::as_str));
            }
        });
    }

    /// Sets the lines in one mouth.
    fn mouth(self, page: &mut Sheet, mouth: Mouth, cases: &[u32]) {
        page.line("h4", "", &words::mouth(mouth.name(&self.corpus.bundle), mouth, cases.len()));
        let (first, rest) = cases.split_at(cases.len().min(AT_ONCE));
        self.lines(page, first);
        if !rest.is_empty() {
            let (more, left) = rest.split_at(rest.len().min(AT_MOST - AT_ONCE));
            page.within("details", "", |page| {
                page.line("summary", "", &crate::words::and_more(rest.len()));
                self.lines(page, more);
                if !left.is_empty() {
                    page.line("p", "", &words::in_the_file(left.len()));
                }
            });
        }
    }

    /// Sets lines of the texts with a word in their midst, each with the way to its passage.
    fn lines(self, page: &mut Sheet, cases: &[u32]) {
        let bundle = &self.corpus.bundle;
        let found = cases.iter().filter_map(|at| self.lexis.words.get(*at as usize));
        page.within("ul", "", |page| {
            for word in found {
                let document = &bundle.documents[word.document as usize];
                let passage = &document.passages[word.passage as usize];
                let [before, after] = passage.around(&document.text, word.range);
                page.within("li", "", |page| {
                    page.text(&before);
                    page.line("b", "", &passage.text_in(&document.text, word.range));
                    page.text(&after);
                    page.within("small", "", |page| {
                        let mouth = Mouth::of(bundle, word);
                        if !matches!(mouth, Mouth::Document(_)) {
                            page.text(&words::said_by(mouth.name(bundle), mouth));
                        }
                        to_passage(page, self.corpus, self.view, &passage.id);
                    });
                });
            }
        });
    }

    /// Sets the tables as files.
    fn files(self, page: &mut Sheet, word: &str, tables: &[(usize, Table)]) {
        page.within("p", "", |page| {
            page.text(words::FILES);
            for (name, table) in tables {
                page.text(" ");
                let (corpus, lexis, table) = (self.corpus.clone(), self.lexis.clone(), *table);
                let file = words::file(*name, word);
                let save = move |_| {
                    files::save_table(&file, &table.csv(&corpus.bundle, &lexis));
                };
                page.put(button(words::FILE_NAMES[*name], Callback::from(save)));
            }
        });
    }
}

/// Some lines of a word, of as many mouths as there are.
fn samples(mouths: &Mouths) -> Vec<u32> {
    let most = mouths.mouths.iter().map(|(_, cases)| cases.len()).max().unwrap_or(0);
    let rounds = (0..most).flat_map(|round| mouths.mouths.iter().filter_map(move |(_, cases)| cases.get(round)));
    rounds.take(LINES).copied().collect()
}

/// Sets a table of figures with its caption; it scrolls sideways where it must.
fn figures<'a>(
    page: &mut Sheet,
    class: &'static str,
    title: &str,
    heads: impl IntoIterator<Item = &'a str>,
    rows: impl FnOnce(&mut Sheet),
) {
    page.within("div", "scroller", |page| {
        page.set("tabindex", "0");
        page.set("role", "region");
        page.set("aria-label", title);
        page.within("table", class, |page| {
            if class == ACROSS {
                page.set("role", "table");
            }
            page.within("thead", "", |page| {
                page.within("tr", "", |page| {
                    for head in heads {
                        page.within("th", "", |page| {
                            page.set("scope", "col");
                            page.text(head);
                        });
                    }
                });
            });
            page.within("tbody", "", rows);
        });
    });
}

/// Sets a row of it.
fn line<'a>(page: &mut Sheet, head: impl FnOnce(&mut Sheet), cells: impl Iterator<Item = &'a str>) {
    page.row(head, |page| {
        for cell in cells {
            page.line("td", "", cell);
        }
    });
}
