//! Chance that is the same on every machine: integers from a seeded ChaCha.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

/// A stream of drawn numbers.
pub struct Draw(ChaCha8Rng);

impl Draw {
    /// The stream of a park: what one park draws does not depend on the others.
    pub fn new(seed: u64, park: u64) -> Draw {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        random.set_stream(park);
        Draw(random)
    }

    /// A number from 0 up to, and not including, `limit`.
    pub fn below(&mut self, limit: u32) -> i64 {
        // The high half of a 64-bit product; the unevenness is below one in a million for small limits.
        ((u64::from(self.0.next_u32()) * u64::from(limit)) >> 32) as i64
    }

    /// A number from `-most` to `most`.
    pub fn around(&mut self, most: u32) -> i64 {
        self.below(2 * most + 1) - i64::from(most)
    }

    /// Whether something happens that happens so many times in a hundred.
    pub fn percent(&mut self, chance: u32) -> bool {
        self.below(100) < i64::from(chance)
    }
}
