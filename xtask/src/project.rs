//! Where things stand in this checkout.

use std::path::{Path, PathBuf};

/// The folder of the workspace's `Cargo.toml`. Fixed when xtask is compiled; cargo compiles it anew in a moved checkout.
pub fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// What `trunk build` writes and a web server serves.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// `path` as people and reports name it: from the root, with forward slashes.
pub fn relative(path: &Path, base: &Path) -> String {
    let inside = path.strip_prefix(base).unwrap_or(path);
    inside.to_string_lossy().replace('\\', "/")
}
