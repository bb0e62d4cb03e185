//! Style sheets as they are loaded. The program's build script needs this, too (`xtask/styles.rs`).

/// A stylesheet without comments, and without white space that means nothing. Strings stay as they are.
pub fn without_space(css: &str) -> String {
    let mut set = String::new();
    let mut rest = css;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("/*") => rest[2..].find("*/").map_or(rest.len(), |end| end + 4),
            '"' | '\'' => rest[1..].find(first).map_or(rest.len(), |end| end + 2),
            _ if first.is_whitespace() => rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (piece, behind) = rest.split_at(length);
        rest = behind;
        match first {
            '/' if length > 1 => {}
            // A fraction of one: the nought says nothing.
            '0' if rest.starts_with('.')
                && !set.ends_with(|c: char| c.is_ascii_alphanumeric() || "-_.".contains(c)) => {}
            // A space between selectors is one, and so is one before a colon. None stands beside these.
            _ if first.is_whitespace() => {
                if !set.is_empty() && !set.ends_with([' ', '{', '}', ';', ',', ':']) {
                    set.push(' ');
                }
            }
            '{' | '}' | ';' | ',' => {
                set.truncate(set.trim_end_matches(' ').len());
                if first == '}' {
                    set.truncate(set.trim_end_matches(';').len());
                }
                set.push(first);
            }
            _ => set.push_str(piece),
        }
    }
    set.truncate(set.trim_end().len());
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_lose_what_means_nothing() {
        let check = |css: &str, expected: &str| assert_eq!(without_space(css), expected, "{css}");
        check("/* a */\na , b {\n  color : red;\n}\n", "a,b{color :red}");
        check("a :hover { width: calc(1px + 2px); }", "a :hover{width:calc(1px + 2px)}");
        check("q::before { content: \" · /* no */ ; \"; }", "q::before{content:\" · /* no */ ; \"}");
        check(
            "@media (a: b) and (c) {\n  p > a {\n    margin: 0 1px;\n  }\n}",
            "@media (a:b) and (c){p > a{margin:0 1px}}",
        );
        check("a { b: c /* d */ e; }", "a{b:c e}");
        check("a { b: 0.5rem 10.5rem calc(0.25rem + 0rem); }", "a{b:.5rem 10.5rem calc(.25rem + 0rem)}");
        check("a { b: url(\"#c\"); } /* open", "a{b:url(\"#c\")}");
        check("", "");
    }
}
