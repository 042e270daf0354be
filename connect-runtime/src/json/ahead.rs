//! Looks ahead for a key of an object, past values that are read later: their syntax is not checked.

use std::ops::ControlFlow;

use wide::u8x32;

use super::scan;

/// A key that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// The offset of its quote, in bytes.
    pub(crate) key: usize,
    /// The offset behind its colon.
    pub(crate) value: usize,
}

/// The first key from the offset `at` (bytes) on that is spelled `quoted`, with its quotes, in an object of which a key, a
/// value, a comma or the end is at hand there. None if there is none, or the object does not end: why, the reading will
/// tell.
pub(crate) fn find_key(bytes: &[u8], at: usize, quoted: &[u8]) -> Option<Found> {
    let initial = u8x32::splat(*quoted.get(1)?);
    let mut search = Search { bytes, quoted, depth: 1, in_string: false, escaped: false };
    let mut start = at;
    while start < bytes.len() {
        if let ControlFlow::Break(found) = search.step(&window_at(bytes, start), initial, start) {
            return found;
        }
        start += 32;
    }
    None
}

/// 32 bytes from the offset `at` on and the one behind them, with blanks behind the end.
#[inline]
fn window_at(bytes: &[u8], at: usize) -> [u8; 33] {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.first_chunk().copied().unwrap_or_else(|| {
        let mut last = [b' '; 33];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        last
    })
}

struct Search<'t> {
    bytes: &'t [u8],
    quoted: &'t [u8],
    /// How many containers are open, the object itself included.
    depth: usize,
    /// Whether the next window starts inside of a string.
    in_string: bool,
    /// Whether its first byte is escaped.
    escaped: bool,
}

impl Search<'_> {
    /// Looks at the window at the offset `start`: breaks with the key, or with none at the end of the object. `initial` is
    /// the key's first byte.
    #[inline]
    fn step(&mut self, window: &[u8; 33], initial: u8x32, start: usize) -> ControlFlow<Option<Found>> {
        let chunk = u8x32::new(*window.first_chunk().unwrap_or(&[0; 32]));
        let behind = u8x32::new(*window.last_chunk().unwrap_or(&[0; 32]));
        let is = |byte| chunk.simd_eq(u8x32::splat(byte));
        // `[` and `{`, as well as `]` and `}`, differ in this bit alone.
        let folded = chunk | u8x32::splat(0x20);
        let brackets = (folded.simd_eq(u8x32::splat(b'{')) | folded.simd_eq(u8x32::splat(b'}'))).to_bitmask();
        let keys = (is(b'"') & behind.simd_eq(initial)).to_bitmask();
        let (mut quotes, backslashes) = (is(b'"').to_bitmask(), is(b'\\').to_bitmask());
        if backslashes != 0 || self.escaped {
            quotes &= !self.escapes(backslashes);
        }
        let strings = if self.in_string { u32::MAX } else { 0 };
        self.in_string ^= quotes.count_ones() & 1 == 1;
        match brackets | keys {
            0 => ControlFlow::Continue(()),
            // A plain quote with the key's letters and another behind it can't be inside of a string.
            _ => self.follow(brackets & !(inside(quotes) ^ strings) | keys & quotes, start),
        }
    }

    /// One bit for each byte behind a backslash that counts.
    #[cold]
    #[expect(clippy::cast_possible_truncation, reason = "the halves of 64 bits")]
    fn escapes(&mut self, backslashes: u32) -> u32 {
        let mut escaped = u64::from(self.escaped);
        let mut left = u64::from(backslashes) & !escaped;
        while left != 0 {
            let next = (left & left.wrapping_neg()) << 1;
            escaped |= next;
            left &= (left - 1) & !next;
        }
        self.escaped = escaped >> 32 != 0;
        escaped as u32
    }

    /// Follows brackets outside of strings, and quotes that the key may start with, one bit for each, in the window at
    /// `start`.
    #[inline]
    fn follow(&mut self, mut marks: u32, start: usize) -> ControlFlow<Option<Found>> {
        while marks != 0 {
            let at = start + marks.trailing_zeros() as usize;
            match self.bytes.get(at) {
                Some(b'{' | b'[') => self.depth += 1,
                Some(b'}' | b']') if self.depth == 1 => return ControlFlow::Break(None),
                Some(b'}' | b']') => self.depth -= 1,
                _ if self.depth > 1 => {}
                _ => {
                    if let Some(found) = key_at(self.bytes, at, self.quoted) {
                        return ControlFlow::Break(Some(found));
                    }
                }
            }
            marks &= marks - 1;
        }
        ControlFlow::Continue(())
    }
}

/// One bit for each byte from an opening quote on up to its closing one.
#[inline]
fn inside(quotes: u32) -> u32 {
    // Every quote turns all bits from its own on.
    let pairs = quotes ^ quotes << 1;
    let fours = pairs ^ pairs << 2;
    let eights = fours ^ fours << 4;
    let sixteens = eights ^ eights << 8;
    sixteens ^ sixteens << 16
}

/// The key `quoted`, if it is the string at the offset `key` and a colon follows.
#[inline(never)]
fn key_at(bytes: &[u8], key: usize, quoted: &[u8]) -> Option<Found> {
    let end = key + quoted.len();
    if bytes.get(key..end) != Some(quoted) {
        return None;
    }
    let colon = if bytes.get(end) == Some(&b':') { end } else { scan::blank_end(bytes, end) };
    (bytes.get(colon) == Some(&b':')).then_some(Found { key, value: colon + 1 })
}
