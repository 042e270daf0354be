//! Looks ahead for a key of an object, skipping values that are read later, without checking their syntax.
//!
//! In malformed input, what is found after the error may not be a key. The reader stops before it.

use std::ops::ControlFlow;

use wide::u8x32;

use super::scan;

/// The offsets of a key that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FoundKey {
    /// The offset of its opening quote, in bytes.
    pub(crate) key: usize,
    /// An offset between its colon and its value.
    pub(crate) value: usize,
}

/// Finds the first key spelled `quoted`, quotes included, in the rest of an object. The offset `at` (bytes) must be
/// that of a key, a value, a comma or the end. `None` if there is no such key, or if the object does not end, which the
/// reader reports later.
pub(crate) fn find_key(bytes: &[u8], at: usize, quoted: &[u8]) -> Option<FoundKey> {
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
    /// Whether the next chunk starts inside a string.
    in_string: bool,
    /// Whether its first byte is escaped.
    escaped: bool,
}

impl Search<'_> {
    /// Searches the chunk after its first `known` bytes, from the offset `start` on. Breaks with the key, or with
    /// `None` at the end of the object.
    #[expect(clippy::inline_always, reason = "passing the chunk through memory would stall")]
    #[inline(always)]
    fn step(&mut self, chunk: u8x32, known: u32, start: usize) -> ControlFlow<Option<FoundKey>> {
        let bits = |found: u8x32| found.to_bitmask().unbounded_shr(known);
        let is = |byte| bits(chunk.simd_eq(u8x32::splat(byte)));
        // This bit turns `[` into `{`, `\` into `|` and `]` into `}`, which are consecutive.
        let from_bracket = (chunk | u8x32::splat(0x20)) - u8x32::splat(b'{');
        let special = bits(from_bracket.min(u8x32::splat(b'}' - b'{')).simd_eq(from_bracket));
        let quotes = is(b'"');
        // The byte after the chunk is unknown: a quote at its end may open the key.
        let keys = quotes & (is(self.initial) >> 1 | 1 << 31);
        if special | keys | u32::from(self.escaped) == 0 {
            self.in_string ^= is_odd(quotes);
            return ControlFlow::Continue(());
        }
        self.scan_marks(quotes, is(b'\\'), special, keys, start)
    }

    /// Processes the special bytes outside of strings and the quotes that may open the key, one bit each, in the chunk
    /// at the offset `start`.
    #[inline(never)]
    fn scan_marks(
        &mut self,
        mut quotes: u32,
        backslashes: u32,
        special: u32,
        keys: u32,
        start: usize,
    ) -> ControlFlow<Option<FoundKey>> {
        if backslashes != 0 || self.escaped {
            quotes &= !self.escapes(backslashes);
        }
        let strings = string_mask(quotes) ^ if self.in_string { u32::MAX } else { 0 };
        self.in_string ^= is_odd(quotes);
        // An opening quote is part of the mask, a closing one is not.
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

    /// One bit for each escaped byte.
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

/// One bit for each byte from an opening quote up to, but not including, its closing one.
#[inline]
fn string_mask(quotes: u32) -> u32 {
    // A prefix XOR: every quote flips its own bit and all after it.
    let pairs = quotes ^ quotes << 1;
    let fours = pairs ^ pairs << 2;
    let eights = fours ^ fours << 4;
    let sixteens = eights ^ eights << 8;
    sixteens ^ sixteens << 16
}

/// The key `quoted`, if it is the string at the offset `key` and a colon follows.
#[inline]
fn key_at(bytes: &[u8], key: usize, quoted: &[u8]) -> Option<FoundKey> {
    let end = key + quoted.len();
    if !scan::same(bytes.get(key..end)?, quoted) {
        return None;
    }
    let colon = if bytes.get(end) == Some(&b':') { end } else { scan::blank_end(bytes, end) };
    (bytes.get(colon) == Some(&b':')).then_some(FoundKey { key, value: colon + 1 })
}
