//! Parts of the program that come when they are asked for.
//!
//! Only the shipping build is cut (feature `split`); tests and the quick build carry everything in one piece.

use crate::load::Fault;

/// Declares a function of this name that brings what stands under a path, of a type, from a chunk of its own.
macro_rules! chunk {
    ($name:ident, $part:path, $type:ty) => {
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($name, fallible)]
        fn $name() -> Result<$type, wasm_split_helpers::SplitLoaderError> {
            Ok($part)
        }

        #[cfg(not(feature = "split"))]
        async fn $name() -> Result<$type, std::convert::Infallible> {
            Ok($part)
        }
    };
}

pub(crate) use chunk;

/// What the loader knows of a failure stands in the console; a reader needs to know what to do.
#[cfg(feature = "split")]
pub fn fault(_: wasm_split_helpers::SplitLoaderError) -> Fault {
    if crate::browser::is_online() { Fault::Program } else { Fault::Offline }
}

/// In one piece nothing can fail.
#[cfg(not(feature = "split"))]
pub fn fault(never: std::convert::Infallible) -> Fault {
    match never {}
}
