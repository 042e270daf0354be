//! Looks ahead for a key of an object, past values that are read later: their syntax is not checked. In a text that is
//! broken, what is found behind the break may be no key; the reading does not get there.

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
    let mut search = Search { bytes, quoted, initial: *quoted.get(1)?, depth: 1, in_string: false, escaped: false };
    let (chunks, tail) = bytes.get(at..)?.as_chunks();
    let mut start = at;
    for chunk in chunks {
        if let ControlFlow::Break(found) = search.step(u8x32::new(*chunk), 0, start) {
            return found;
        }
        start += 32;
    }
    // The last 32 bytes, less those before the tail.
    let known = u32::try_from(32 - tail.len()).unwrap_or_default();
    search.step(u8x32::new(scan::last_chunk(bytes)), known, start).break_value().flatten()
}

struct Search<'t> {
    bytes: &'t [u8],
    quoted: &'t [u8],
    /// The key's first byte.
    initial: u8,
    /// How many containers are open, the object itself included.
    depth: usize,
    /// Whether the next chunk starts inside of a string.
    in_string: bool,
    /// Whether its first byte is escaped.
    escaped: bool,
}

impl Search<'_> {
    /// Looks at the chunk, without its first `known` bytes, that is at the offset `start` then: breaks with the key, or
    /// with none at the end of the object.
    #[expect(clippy::inline_always, reason = "a chunk that is passed through memory waits for it")]
    #[inline(always)]
    fn step(&mut self, chunk: u8x32, known: u32, start: usize) -> ControlFlow<Option<Found>> {
        let bits = |found: u8x32| found.to_bitmask().unbounded_shr(known);
        let is = |byte| bits(chunk.simd_eq(u8x32::splat(byte)));
        // `[` and `{`, `\` and `|`, as well as `]` and `}`, differ in this bit alone, and follow one another.
        let from_bracket = (chunk | u8x32::splat(0x20)) - u8x32::splat(b'{');
        let special = bits(from_bracket.min(u8x32::splat(b'}' - b'{')).simd_eq(from_bracket));
        let quotes = is(b'"');
        // The byte behind the last one is not known.
        let keys = quotes & (is(self.initial) >> 1 | 1 << 31);
        if special | keys | u32::from(self.escaped) == 0 {
            self.in_string ^= is_odd(quotes);
            return ControlFlow::Continue(());
        }
        self.follow(quotes, is(b'\\'), special, keys, start)
    }

    /// Follows what is special outside of strings, and quotes that the key may start with, one bit for each, in the chunk
    /// at the offset `start`.
    #[inline(never)]
    fn follow(
        &mut self,
        mut quotes: u32,
        backslashes: u32,
        special: u32,
        keys: u32,
        start: usize,
    ) -> ControlFlow<Option<Found>> {
        if backslashes != 0 || self.escaped {
            quotes &= !self.escapes(backslashes);
        }
        let strings = inside(quotes) ^ if self.in_string { u32::MAX } else { 0 };
        self.in_string ^= is_odd(quotes);
        // Of the quotes, those that open a string are inside of it.
        let mut marks = special & !strings | keys & quotes & strings;
        while marks != 0 {
            let at = start + marks.trailing_zeros() as usize;
            match self.bytes.get(at) {
                Some(b'{' | b'[') => self.depth += 1,
                Some(b'}' | b']') if self.depth == 1 => return ControlFlow::Break(None),
                Some(b'}' | b']') => self.depth -= 1,
                Some(b'"') if self.depth == 1 => {
                    if let Some(found) = key_at(self.bytes, at, self.quoted) {
                        return ControlFlow::Break(Some(found));
                    }
                }
                _ => {}
            }
            marks &= marks - 1;
        }
        ControlFlow::Continue(())
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
}

/// Whether an odd number of bits is set.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the halves have the same parity as the whole")]
fn is_odd(bits: u32) -> bool {
    ((bits ^ bits >> 16) as u16).count_ones() & 1 == 1
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
#[inline]
fn key_at(bytes: &[u8], key: usize, quoted: &[u8]) -> Option<Found> {
    let end = key + quoted.len();
    if !scan::same(bytes.get(key..end)?, quoted) {
        return None;
    }
    let colon = if bytes.get(end) == Some(&b':') { end } else { scan::blank_end(bytes, end) };
    (bytes.get(colon) == Some(&b':')).then_some(Found { key, value: colon + 1 })
}
