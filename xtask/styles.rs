//! Runs before the program is compiled: the styles that come with its chunks, without what only people read.

use std::path::Path;
use std::{env, fs, io};

#[path = "src/styles.rs"]
mod styles;

const STYLES: &str = "assets/styles";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={STYLES}");
    println!("cargo::rerun-if-changed=xtask/src/styles.rs");
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    write(Path::new(STYLES), Path::new(&folder))
}

fn write(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        if path.is_dir() {
            write(&path, &to.join(name))?;
        } else {
            fs::write(to.join(name), styles::without_space(&fs::read_to_string(&path)?))?;
        }
    }
    Ok(())
}
