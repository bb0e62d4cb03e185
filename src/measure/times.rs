//! Times: the expressions that the engine finds against the words that the editors dated.
//!
//! The editorial layer dates passages: some of its entries read an expression, others say what a passage means. Only an
//! entry whose words are nothing but an expression of time is compared; the rest is interpretation. A span that the
//! editors closed with the document's own date is the same where the engine leaves that end open.

use super::Comparison;
use crate::annotate::time::{Expression, ExpressionKind, times_of_document};
use crate::corpus::{Basis, BlockKind, ByteRange, Dating, Difference, Document, Passage, Remark};

/// Words that may stand in an expression of time.
const WORDS: &str = "since by until till from to between and in at on the of end beginning start early late mid before \
    after over next last later following same day days month year years that two bc ad during for \
    january february march april may june july august september october november december";

/// Expressions found, and those of them that have the same days.
pub fn compare(documents: &[Document]) -> Vec<Comparison> {
    let mut found = Comparison::of("Expressions of time found");
    let mut dated = Comparison::of("… and dated to the same days");
    for document in documents {
        for (passage, expressions) in document.passages.iter().zip(times_of_document(document)) {
            if is_running(passage) {
                of_passage(document, passage, &expressions, &mut found, &mut dated);
            }
        }
    }
    vec![found, dated]
}

fn is_running(passage: &Passage) -> bool {
    use BlockKind::{Caption, ListItem, Paragraph, Quotation};
    matches!(passage.kind, Paragraph | Quotation | ListItem | Caption)
}

fn of_passage(
    document: &Document,
    passage: &Passage,
    expressions: &[Expression],
    found: &mut Comparison,
    dated: &mut Comparison,
) {
    let meets = |a: ByteRange, b: ByteRange| a.intersect(b).is_some();
    let text = |range: ByteRange| range.slice(&document.text).unwrap_or_default().replace('\n', " ");
    let remark = |difference, range, says| Remark { passage: passage.id.clone(), range, difference, says };
    let expressions: Vec<&Expression> =
        expressions.iter().filter(|expression| expression.kind != ExpressionKind::ResolutionYear).collect();
    for entry in &passage.times {
        let Some(range) = entry.range.filter(|range| is_expression(&text(*range), entry)) else { continue };
        let met: Vec<&&Expression> = expressions.iter().filter(|expression| meets(expression.range, range)).collect();
        if met.is_empty() {
            found.editorial += 1;
            dated.editorial += 1;
            found.remarks.push(remark(Difference::TimeMissed, range, None));
        } else {
            found.both += 1;
            if met.iter().any(|expression| is_exact(expression, entry)) {
                dated.both += 1;
            } else {
                dated.editorial += 1;
                dated.engine = dated.engine.map(|engine| engine + 1);
                dated.remarks.push(remark(Difference::TimeOther, met[0].range, Some(met[0].edtf.clone())));
            }
        }
    }
    for expression in expressions {
        let named = passage.times.iter().filter_map(|entry| entry.range).any(|range| meets(range, expression.range));
        // A day that the editors set is often named again in the passage: they dated it once.
        let again = passage.times.iter().any(|entry| is_exact(expression, entry));
        if !named && !again {
            found.engine = found.engine.map(|engine| engine + 1);
            dated.engine = dated.engine.map(|engine| engine + 1);
            found.remarks.push(remark(Difference::TimeAdded, expression.range, Some(expression.edtf.clone())));
        }
    }
}

/// Whether the words of an entry are an expression of time and nothing else, and the entry what they say.
fn is_expression(words: &str, entry: &Dating) -> bool {
    let known = |word: &str| {
        word.is_empty()
            || word.bytes().all(|byte| byte.is_ascii_digit())
            || WORDS.split(' ').any(|known| word.eq_ignore_ascii_case(known))
            || (word.len() == 5 && word.ends_with("0s"))
    };
    let year = words.split(|c: char| !c.is_ascii_digit()).any(|word| word.len() == 4);
    let narrowed = entry.basis == Basis::Context && year;
    words.split(|c: char| !c.is_alphanumeric()).all(known) && !narrowed
}

/// Whether the days are the same, an end that either leaves open or closes with the document's own date aside.
fn is_exact(found: &Expression, entry: &Dating) -> bool {
    let (own, theirs) = (found.days, entry.days);
    let open_end = own.latest.is_none() && own.earliest.is_some() && own.earliest == theirs.earliest;
    let open_start = own.earliest.is_none() && own.latest.is_some() && own.latest == theirs.latest;
    own == theirs || open_end || open_start
}
