//! Marks what of the app is loaded when it is asked for.
//!
//! A release build is cut after it is linked (`xtask/src/chunks.rs`): what is reached through a marked table only goes
//! into a file of its own. For that the program must both import and export the table, and a declaration of that kind
//! is one that the app's own code may not make. It stands here; nothing else does.

/// Whether this build is cut. Otherwise everything is there from the beginning.
pub const CUT: bool = cfg!(all(feature = "cut", target_family = "wasm", not(debug_assertions)));

/// `table!(name: Type = table)`: the table of the chunk `name`, which is to be asked for only when the chunk is there.
#[cfg(all(feature = "cut", target_family = "wasm", not(debug_assertions)))]
#[macro_export]
macro_rules! table {
    ($name:ident: $type:ty = $table:expr) => {{
        // Names: those that the splitter looks for. One table for each chunk, so its digits tell nothing.
        #[link(wasm_import_module = "__wasm_split_placeholder__")]
        unsafe extern "C" {
            #[link_name = concat!("__wasm_split_00", stringify!($name), "00_import_00000000000000000000000000000000")]
            safe fn import() -> &'static $type;
        }
        #[unsafe(export_name = concat!("__wasm_split_00", stringify!($name), "00_export_00000000000000000000000000000000"))]
        extern "C" fn export() -> &'static $type {
            const { &$table }
        }
        import()
    }};
}

/// `table!(name: Type = table)`: the table itself.
#[cfg(not(all(feature = "cut", target_family = "wasm", not(debug_assertions))))]
#[macro_export]
macro_rules! table {
    ($name:ident: $type:ty = $table:expr) => {{
        const TABLE: &$type = &$table;
        TABLE
    }};
}
