//! The portal's binary: everything is in the library, so that tests can import it.

fn main() {
    portal::run();
}
