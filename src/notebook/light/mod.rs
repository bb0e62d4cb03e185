//! Markdown-light: what a reader writes, as plain structures. Never markup: a page sets them as text.
//!
//! Paragraphs with their line ends, lists (`- `, `* `, `1. `), quotations (`> `), `*emphasis*`, `**strong**`,
//! `[words](address)` to `http`, `https` or a view of this app (`#…`), and a backslash before a sign that should stay a
//! sign. Everything else is text. Any text is valid; each byte is looked at a few times at most.
//!
//! A reader of full Markdown, pulldown-cmark without default features, weighs 78 KB after gzip in a module of its own;
//! the whole app may weigh 200.

mod read;
mod write;

pub use read::{blocks, is_followed};
pub use write::{escaped, link, plain, quotation};

/// A block of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// Whether its items are numbered.
        numbered: bool,
        /// Its items.
        items: Vec<Vec<Inline>>,
    },
    /// A quotation.
    Quotation(Vec<Block>),
}

/// Words of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// As they are.
    Text(String),
    /// Emphasized.
    Emphasis(Vec<Inline>),
    /// Strong.
    Strong(Vec<Inline>),
    /// A link.
    Link {
        /// `http:`, `https:`, or `#` and a view.
        address: String,
        /// Its words.
        words: Vec<Inline>,
    },
    /// The end of a line.
    Break,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks as marks of one letter: `p(…)`, `ul(…|…)`, `ol(…)`, `q(…)`, `e(…)`, `s(…)`, `a[address](…)`, `/` for a break.
    fn shown(blocks: &[Block]) -> String {
        let block = |block: &Block| match block {
            Block::Paragraph(words) => format!("p({})", words_shown(words)),
            Block::List { numbered, items } => {
                let items: Vec<String> = items.iter().map(|item| words_shown(item)).collect();
                format!("{}({})", if *numbered { "ol" } else { "ul" }, items.join("|"))
            }
            Block::Quotation(inner) => format!("q({})", shown(inner)),
        };
        blocks.iter().map(block).collect()
    }

    fn words_shown(words: &[Inline]) -> String {
        let word = |word: &Inline| match word {
            Inline::Text(text) => text.clone(),
            Inline::Emphasis(inner) => format!("e({})", words_shown(inner)),
            Inline::Strong(inner) => format!("s({})", words_shown(inner)),
            Inline::Link { address, words } => format!("a[{address}]({})", words_shown(words)),
            Inline::Break => "/".to_owned(),
        };
        words.iter().map(word).collect()
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(shown(&blocks(text)), expected, "{text:?}");
    }

    #[test]
    fn blocks_of_a_text() {
        check("", "");
        check(" \n\t\n", "");
        check("one\ntwo\n\nthree", "p(one/two)p(three)");
        check("one\r\ntwo\rthree", "p(one/two/three)");
        check("- a\n- b\n* c", "ul(a|b|c)");
        check("- a\n  more\n- b", "ul(a/more|b)");
        check("1. a\n2. b\n- c", "ol(a|b)ul(c)");
        check("1234. a", "p(1234. a)");
        check("-a\n1.b", "p(-a/1.b)");
        check("text\n- item\n> quoted\ntext", "p(text)ul(item)q(p(quoted))p(text)");
        check("> a\n> - b\n>> c", "q(p(a)ul(b)q(p(c)))");
        check(">>>>>> a", "q(q(q(q(p(>> a)))))");
        check(">", "q()");
        check("# no heading", "p(# no heading)");
        check("<script>alert(1)</script>", "p(<script>alert(1)</script>)");
    }

    #[test]
    fn words_of_a_block() {
        check("*a* **b**", "p(e(a) s(b))");
        check("***a***", "p(s(e(a)))");
        check("**a *b* c**", "p(s(a e(b) c))");
        check("*a **b** c*", "p(e(a s(b) c))");
        check("a * b * c", "p(a * b * c)");
        check("2*3*4", "p(2e(3)4)");
        check("*open", "p(*open)");
        check("**open *both", "p(**open *both)");
        check("*a **b*", "p(e(a **b))");
        check("****", "p(****)");
        check(r"\*a\* \\ \[b](https://x.y) \a", r"p(*a* \ [b](https://x.y) \a)");
        check("snake_case_name", "p(snake_case_name)");
        check("*a\nb*", "p(e(a/b))");
    }

    #[test]
    fn links_lead_to_the_web_and_to_views() {
        check("[a](https://x.y/z?q=1#f)", "p(a[https://x.y/z?q=1#f](a))");
        check("[a](HTTP://x.y)", "p(a[HTTP://x.y](a))");
        check("[letter, *para.* 12](#letter.p12)", "p(a[#letter.p12](letter, e(para.) 12))");
        check("*[a](#b)*", "p(e(a[#b](a)))");
        check("[*a](#b)*", "p(a[#b](*a)*)");
        check("[a] [b](#c)", "p([a] a[#c](b))");
        check("[a [b](#c)", "p(a[#c](a [b))");
        check("[](#c)", "p([](#c))");
        for address in [
            "javascript:alert(1)",
            "data:text/html,x",
            "JaVaScRiPt:x",
            "//x.y",
            "/x",
            "x.html",
            "mailto:a@b.c",
            "#",
            "http://",
            "https://a b",
            "https://a\nb",
            "vbscript:x",
            "file:///x",
            "",
            "\u{1}javascript:x",
            "blob:https://x.y",
        ] {
            let text = format!("[a]({address})");
            assert!(!shown(&blocks(&text)).contains("a["), "{text}");
        }
        assert!(!is_followed(&format!("https://{}", "x".repeat(2_000))));
    }

    #[test]
    fn quotations_are_verbatim() {
        let text = quotation("1. *So* [it] is\\was: > “x”", "Letter, para. 12 [sic]", "https://x.y/#letter.p12");
        check(&text, "q(p(1. *So* [it] is\\was: > “x”)p(— a[https://x.y/#letter.p12](Letter, para. 12 [sic])))");
        check(&quotation("- a\n12. b\n\n> c", "L", "javascript:x"), "q(p(- a/12. b/> c)p(— L))");
        check(&quotation("a", "b", "#v1/read/x (1)"), "q(p(a)p(— a[#v1/read/x%20%281%29](b)))");
        assert_eq!(plain(&blocks("a *b*\n- c\n> d")), "a b\nc\nd");
    }
}
