//! Gives short names to what the program calls in the browser, and to what is called back in the program; leaves out of
//! the script between them what is never run here.
//!
//! wasm-bindgen names each of them by what it does and by a digest, in the program and again in its script: digests do
//! not compress, and cost a reader 4 KB. Done after a release build, in the folder that Trunk has just built.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::assets::without_remarks;

/// Where the program's imports come from, as wasm-bindgen calls its script, and as it is called here.
const MODULE: &str = "./parallax_bg.js";
const SHORT_MODULE: &str = "_";

/// What wasm-bindgen's script gives to others, and what of that is left: every loader hands over a program that it has
/// fetched and compiled itself.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";
pub const LEFT: &str = "export { initSync };";

/// Parts of the script: where each begins, before what it ends, and what stands instead of it.
const CUT: [(&str, &str, &str); 5] = [
    // What fetches and compiles a program.
    ("async function __wbg_load(", "function initSync(", ""),
    ("let __wbg_init_promise;", EXPORTS, ""),
    // How a value is told in a panic: as the browser tells it.
    (
        "function debugString(",
        "function getArrayJsValueFromWasm0(",
        "function debugString(val) {\n    return String(val);\n}\n",
    ),
    // Older ways of handing a program over, and bytes instead of a program.
    ("if (module !== undefined) {", "const imports = __wbg_get_imports", "({module} = module);\n"),
    // Every browser that has WebAssembly's reference types has this.
    ("if (!('encodeInto' in", "let WASM_VECTOR_LEN", ""),
];

/// How the names of those exports begin that only the script calls.
const CALLED_BACK: &str = "wasm_bindgen__convert__closures";

/// Sections of a program: <https://webassembly.github.io/spec/core/binary/modules.html#sections>
const HEADER: usize = 8;
const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const EXPORTED: u8 = 7;
const FUNCTION: u8 = 0;

/// Shortens the program and its script, and names both by what they are now.
pub fn shorten(folder: &Path) -> Result<()> {
    let digest = digest_in(folder)?;
    let path = |digest: &str, ending: &str| folder.join(format!("parallax-{digest}{ending}"));
    let (old_script, old_program) = (path(&digest, ".js"), path(&digest, "_bg.wasm"));
    let script = fs::read_to_string(&old_script).with_context(|| format!("cannot read {}", old_script.display()))?;
    let program = fs::read(&old_program).with_context(|| format!("cannot read {}", old_program.display()))?;

    let (program, names) = program_with_short_names(&program)?;
    let script = without_remarks(&without_parts(&script_with_short_names(&script, &names)?)?);
    let mut hasher = DefaultHasher::new();
    hasher.write(&program);
    hasher.write(script.as_bytes());
    let new_digest = format!("{:016x}", hasher.finish());
    write(&path(&new_digest, ".js"), script.as_bytes())?;
    write(&path(&new_digest, "_bg.wasm"), &program)?;
    for old in [old_script, old_program] {
        fs::remove_file(&old).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    write(&page, html.replace(&format!("parallax-{digest}"), &format!("parallax-{new_digest}")).as_bytes())
}

pub fn write(path: &Path, content: &[u8]) -> Result<()> {
    fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
}

/// The digest in the name of the program that Trunk has just built.
pub fn digest_in(folder: &Path) -> Result<String> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if let Some(digest) = name.strip_prefix("parallax-").and_then(|name| name.strip_suffix("_bg.wasm")) {
            return Ok(digest.to_owned());
        }
    }
    bail!("{} holds no parallax-…_bg.wasm", folder.display())
}

/// The old names of what has short ones now, in the order of these.
#[derive(Default)]
struct Names {
    imports: Vec<String>,
    called_back: Vec<String>,
}

/// The program with its imports, and what is called back, renamed and without custom sections.
fn program_with_short_names(program: &[u8]) -> Result<(Vec<u8>, Names)> {
    let mut names = Names::default();
    let set = with_sections(program, |kind, section| match kind {
        IMPORTS => renamed(section, &mut names.imports),
        EXPORTED => called_back(section, &mut names.called_back),
        _ => Ok(section.to_vec()),
    })?;
    Ok((set, names))
}

/// A program without what a browser does not read: names of functions, and what tools leave for each other.
pub fn without_custom_sections(program: &[u8]) -> Result<Vec<u8>> {
    with_sections(program, |_, section| Ok(section.to_vec()))
}

/// A program whose sections were changed; custom ones are left out.
fn with_sections(program: &[u8], mut change: impl FnMut(u8, &[u8]) -> Result<Vec<u8>>) -> Result<Vec<u8>> {
    let mut set = program.get(..HEADER).context("the program is cut off")?.to_vec();
    let mut input = Input(&program[HEADER..]);
    while !input.0.is_empty() {
        let kind = input.byte()?;
        let length = input.number()?;
        let section = input.take(length)?;
        if kind != CUSTOM {
            put_section(&mut set, kind, &change(kind, section)?);
        }
    }
    Ok(set)
}

fn put_section(set: &mut Vec<u8>, kind: u8, section: &[u8]) {
    set.push(kind);
    put_number(set, section.len());
    set.extend_from_slice(section);
}

/// An imports section whose functions have short names; their old ones are noted.
fn renamed(section: &[u8], names: &mut Vec<String>) -> Result<Vec<u8>> {
    let (mut set, mut input) = (Vec::new(), Input(section));
    let count = input.number()?;
    put_number(&mut set, count);
    for index in 0..count {
        let (module, name, kind) = (input.name()?, input.name()?, input.byte()?);
        if module != MODULE || kind != FUNCTION {
            bail!("the program imports {name} from {module}, which is no function of {MODULE}");
        }
        put_name(&mut set, SHORT_MODULE);
        put_name(&mut set, &short_name(index));
        set.push(kind);
        put_number(&mut set, input.number()?);
        names.push(name);
    }
    Ok(set)
}

/// An exports section in which what only the script calls has a short name; the old ones are noted.
fn called_back(section: &[u8], names: &mut Vec<String>) -> Result<Vec<u8>> {
    let (mut set, mut input) = (Vec::new(), Input(section));
    let count = input.number()?;
    put_number(&mut set, count);
    for _ in 0..count {
        let (name, kind, index) = (input.name()?, input.byte()?, input.number()?);
        if name.starts_with(CALLED_BACK) {
            put_name(&mut set, &short_callback(names.len()));
            names.push(name);
        } else {
            put_name(&mut set, &name);
        }
        set.push(kind);
        put_number(&mut set, index);
    }
    Ok(set)
}

fn put_name(set: &mut Vec<u8>, name: &str) {
    put_number(set, name.len());
    set.extend_from_slice(name.as_bytes());
}

/// No name in the script begins so.
fn short_callback(index: usize) -> String {
    format!("$_{}", short_name(index))
}

/// wasm-bindgen's script with the names of its functions shortened as in the program.
fn script_with_short_names(script: &str, names: &Names) -> Result<String> {
    let key = format!("\"{MODULE}\":");
    if script.matches(&key).count() != 1 {
        bail!("wasm-bindgen's script is of another shape: it does not have {key} once");
    }
    let mut script = script.replace(&key, &format!("\"{SHORT_MODULE}\":"));
    for (index, name) in names.called_back.iter().enumerate() {
        if !script.contains(&format!("wasm.{name}(")) {
            bail!("wasm-bindgen's script is of another shape: it does not call wasm.{name}");
        }
        script = script.replace(name, &short_callback(index));
    }
    for (index, name) in names.imports.iter().enumerate() {
        let key = format!(" {name}: function(");
        if script.matches(&key).count() != 1 {
            bail!("wasm-bindgen's script is of another shape: it does not have “{key}” once");
        }
        script = script.replace(&key, &format!(" {}: function(", short_name(index)));
    }
    Ok(script)
}

/// wasm-bindgen's script without the parts that are never run.
fn without_parts(script: &str) -> Result<String> {
    let mut script = script.to_owned();
    for (begin, end, instead) in CUT {
        let from = script.find(begin).with_context(|| format!("wasm-bindgen's script does not have “{begin}”"))?;
        let length = script[from..].find(end).with_context(|| format!("it does not have “{end}” behind “{begin}”"))?;
        script.replace_range(from..from + length, instead);
    }
    Ok(script.replace(EXPORTS, LEFT))
}

/// a, b, …, z, aa, ba, …
fn short_name(mut index: usize) -> String {
    const LETTERS: &[u8; 26] = b"abcdefghijklmnopqrstuvwxyz";
    let mut name = String::new();
    loop {
        name.push(char::from(LETTERS[index % LETTERS.len()]));
        match (index / LETTERS.len()).checked_sub(1) {
            Some(next) => index = next,
            None => return name,
        }
    }
}

/// What is not read yet of a program. Numbers are LEB128.
struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length).context("the program is cut off")?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    fn number(&mut self) -> Result<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return Ok(number);
            }
            if shift > 28 {
                bail!("the program has a number that is too long");
            }
        }
    }

    fn name(&mut self) -> Result<String> {
        let length = self.number()?;
        Ok(String::from_utf8(self.take(length)?.to_vec())?)
    }
}

fn put_number(set: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        set.push(number as u8 & 0x7f | 0x80);
        number >>= 7;
    }
    set.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(imports: &[(&str, &str)]) -> Vec<u8> {
        let mut section = Vec::new();
        put_number(&mut section, imports.len());
        for (module, name) in imports {
            for text in [module, name] {
                put_number(&mut section, text.len());
                section.extend_from_slice(text.as_bytes());
            }
            section.extend([FUNCTION, 5]);
        }
        let mut program = b"\0asm\x01\0\0\0".to_vec();
        put_section(&mut program, CUSTOM, b"\x04name");
        put_section(&mut program, 1, &[7; 300]);
        put_section(&mut program, IMPORTS, &section);
        program
    }

    fn exports(names: &[&str]) -> Vec<u8> {
        let mut section = Vec::new();
        put_number(&mut section, names.len());
        for name in names {
            put_name(&mut section, name);
            section.extend([FUNCTION, 9]);
        }
        section
    }

    #[test]
    fn the_program_is_as_if_it_had_had_short_names() {
        let imports = [(MODULE, "__wbg_then_e3f7f2d365708be8"), (MODULE, "__wbg_is_2248ff2b575d60c7")];
        let (set, names) = program_with_short_names(&program(&imports)).expect("it is one");
        assert_eq!(names.imports, ["__wbg_then_e3f7f2d365708be8", "__wbg_is_2248ff2b575d60c7"]);
        let expected = program(&[(SHORT_MODULE, "a"), (SHORT_MODULE, "b")]);
        let custom = 7;
        assert_eq!(set[..HEADER], expected[..HEADER]);
        assert_eq!(set[HEADER..], expected[HEADER + custom..]);
    }

    #[test]
    fn what_is_called_back_has_a_short_name() {
        let [one, other] = ["_____invoke__h1b72", "________invoke__hf256"].map(|name| format!("{CALLED_BACK}{name}"));
        let mut names = Vec::new();
        let set = called_back(&exports(&["start", &one, "memory", &other]), &mut names).expect("it is one");
        assert_eq!(set, exports(&["start", "$_a", "memory", "$_b"]));
        assert_eq!(names, [one.clone(), other.clone()]);
        let script = format!("\"{MODULE}\": i, function {one}(a) {{ wasm.{one}(a) }} wasm.{other}(c)");
        let names = Names { called_back: names, ..Names::default() };
        let expected = "\"_\": i, function $_a(a) { wasm.$_a(a) } wasm.$_b(c)";
        assert_eq!(script_with_short_names(&script, &names).expect("it has them"), expected);
        assert!(script_with_short_names(&script.replace(&other, "x"), &names).is_err());
    }

    #[test]
    fn what_is_not_expected_is_refused() {
        assert!(program_with_short_names(&program(&[("env", "now")])).is_err());
        let whole = program(&[(MODULE, "a")]);
        assert!(program_with_short_names(&whole[..whole.len() - 1]).is_err());
        assert!(program_with_short_names(b"\0asm").is_err());
        let names = Names { imports: vec!["__wbg_a_1".to_owned()], ..Names::default() };
        assert!(script_with_short_names("{ \"./parallax_bg.js\": import0 }", &names).is_err());
        assert!(script_with_short_names("{ __wbg_a_1: function() {} }", &names).is_err());
    }

    #[test]
    fn the_script_is_renamed_alike() {
        let script =
            "  __wbg_a_1: function(arg0) {\n  },\n  __wbg_b_2: function() { return b_2; },\n  \"./parallax_bg.js\": i,";
        let imports = vec!["__wbg_b_2".to_owned(), "__wbg_a_1".to_owned()];
        let names = Names { imports, ..Names::default() };
        let expected = "  b: function(arg0) {\n  },\n  a: function() { return b_2; },\n  \"_\": i,";
        assert_eq!(script_with_short_names(script, &names).expect("it has them"), expected);
    }

    #[test]
    fn nothing_is_left_that_is_never_run() {
        let script = "function debugString(val) { long }\nfunction getArrayJsValueFromWasm0() {}\n\
                      if (!('encodeInto' in x)) {}\nlet WASM_VECTOR_LEN = 0;\n\
                      async function __wbg_load(a) { fetch(a) }\nfunction initSync(module) {\n\
                      if (module !== undefined) { warn }\nconst imports = __wbg_get_imports();\n}\n\
                      let __wbg_init_promise;\nfetch(c);\nexport { initSync, __wbg_init as default };\n";
        let expected = "function debugString(val) {\n    return String(val);\n}\nfunction getArrayJsValueFromWasm0() {}\n\
                        let WASM_VECTOR_LEN = 0;\nfunction initSync(module) {\n({module} = module);\n\
                        const imports = __wbg_get_imports();\n}\nexport { initSync };\n";
        assert_eq!(without_parts(script).expect("it has them"), expected);
        assert!(without_parts(expected).is_err());
    }

    #[test]
    fn short_names_differ() {
        let names: std::collections::BTreeSet<_> = (0..2_000).map(short_name).collect();
        assert_eq!(names.len(), 2_000);
        assert_eq!([0, 25, 26, 27, 701, 702].map(short_name), ["a", "z", "aa", "ba", "zz", "aaa"]);
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for number in [0, 1, 127, 128, 300, 16_384, 422_554] {
            let mut written = Vec::new();
            put_number(&mut written, number);
            assert_eq!(Input(&written).number().expect("it is one"), number);
        }
    }
}
