//! Where a JSON value ends, by its quotes and brackets alone: 64 bytes at a time, and over any pieces.

use wide::u8x16;

/// How deep inside strings and containers the scan stands.
///
/// Kinds of brackets are not told apart: that costs time, and the decoder finds what does not match.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Nesting {
    depth: usize,
    in_string: bool,
    /// A backslash stands before the next byte.
    escaped: bool,
}

impl Nesting {
    pub(super) fn is_outside(&self) -> bool {
        self.depth == 0 && !self.in_string
    }

    /// Enters what `byte` opens; false if it opens nothing.
    pub(super) fn enter(&mut self, byte: u8) -> bool {
        match byte {
            b'"' => self.in_string = true,
            b'{' | b'[' => self.depth = 1,
            _ => return false,
        }
        true
    }

    /// The index behind the byte that closes what was entered; none if it is not in `bytes`.
    pub(super) fn leave(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut at = 0;
        while let Some(block) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
            if let Some(end) = self.pass_block(block, 64) {
                return Some(at + end);
            }
            at += 64;
        }
        let rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
        let mut block = [b' '; 64];
        block.get_mut(..rest.len())?.copy_from_slice(rest);
        self.pass_block(&block, rest.len()).map(|end| at + end)
    }

    /// Goes past a block, whose first `len` bytes count, or to the end if it is there.
    #[inline]
    fn pass_block(&mut self, block: &[u8; 64], len: usize) -> Option<usize> {
        let (quotes, others) = mark(block);
        if others != 0 || self.escaped || self.depth == 0 {
            return self.pass_marked(block, len, quotes, others);
        }
        self.in_string ^= quotes.count_ones() % 2 == 1;
        None
    }

    fn pass_marked(&mut self, block: &[u8; 64], len: usize, quotes: u64, others: u64) -> Option<usize> {
        let marks = Marks::of(block, others);
        let quotes = quotes & !self.pass_escapes(marks.backslashes, len);
        if self.depth == 0 {
            return first(quotes).map(|closing| self.reset(closing));
        }
        let strings = self.pass_strings(quotes);
        let mut brackets = (marks.openings | marks.closings) & !strings;
        while let Some(at) = first(brackets) {
            if marks.openings >> at & 1 == 1 {
                self.depth += 1;
            } else {
                self.depth -= 1;
                if self.depth == 0 {
                    return Some(self.reset(at));
                }
            }
            brackets &= brackets - 1;
        }
        None
    }

    /// One bit a byte that a backslash escapes.
    fn pass_escapes(&mut self, backslashes: u64, len: usize) -> u64 {
        let mut escaped = u64::from(self.escaped);
        self.escaped = false;
        let mut left = backslashes & !escaped;
        while let Some(at) = first(left) {
            if at + 1 == len {
                self.escaped = true;
                break;
            }
            escaped |= 2 << at;
            // Neither this backslash nor the one that it may escape escapes anything more.
            left &= !(3 << at);
        }
        escaped
    }

    /// One bit a byte inside a string, its opening quote included: the parity of the quotes up to there.
    fn pass_strings(&mut self, quotes: u64) -> u64 {
        let mut inside = quotes;
        for shift in [1, 2, 4, 8, 16, 32] {
            inside ^= inside << shift;
        }
        inside ^= if self.in_string { u64::MAX } else { 0 };
        self.in_string = inside >> 63 == 1;
        inside
    }

    fn reset(&mut self, last: usize) -> usize {
        *self = Self::default();
        last + 1
    }
}

/// The index of the lowest bit set.
fn first(bits: u64) -> Option<usize> {
    (bits != 0).then(|| bits.trailing_zeros() as usize)
}

/// One bit a byte that is a quote; and one that is a bracket, a backslash or a bar.
#[inline]
fn mark(block: &[u8; 64]) -> (u64, u64) {
    let (mut quotes, mut others) = (0, 0);
    for (index, lane) in block.as_chunks::<16>().0.iter().enumerate() {
        let bytes = u8x16::new(*lane);
        // `[`, `\`, `]` and `{`, `|`, `}` differ in this bit alone.
        let above = (bytes | u8x16::splat(0x20)) - u8x16::splat(b'{');
        let other = above.min(u8x16::splat(2)).simd_eq(above);
        quotes |= u64::from(bytes.simd_eq(u8x16::splat(b'"')).to_bitmask()) << (index * 16);
        others |= u64::from(other.to_bitmask()) << (index * 16);
    }
    (quotes, others)
}

/// One bit a byte of each kind.
#[derive(Default)]
struct Marks {
    backslashes: u64,
    openings: u64,
    closings: u64,
}

impl Marks {
    /// Tells apart the bytes of `block` that have a bit in `others`.
    fn of(block: &[u8; 64], mut others: u64) -> Self {
        let mut marks = Self::default();
        while let Some(at) = first(others) {
            match block.get(at) {
                Some(b'\\') => marks.backslashes |= 1 << at,
                Some(b'{' | b'[') => marks.openings |= 1 << at,
                Some(b'}' | b']') => marks.closings |= 1 << at,
                _ => {}
            }
            others &= others - 1;
        }
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::Nesting;

    /// The same, byte for byte.
    fn expected_end(bytes: &[u8]) -> Option<usize> {
        let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
        for (at, &byte) in bytes.iter().enumerate() {
            let was_escaped = std::mem::replace(&mut escaped, false);
            match byte {
                b'\\' => escaped = !was_escaped,
                b'"' if !was_escaped => in_string = !in_string,
                b'{' | b'[' if !in_string => depth += 1,
                b'}' | b']' if !in_string => depth -= 1,
                _ => {}
            }
            if depth == 0 && !in_string {
                return Some(at + 1);
            }
        }
        None
    }

    fn found_end(bytes: &[u8], piece: usize) -> Option<usize> {
        let mut nesting = Nesting::default();
        assert!(nesting.enter(bytes[0]));
        let mut passed = 1;
        for piece in bytes[1..].chunks(piece) {
            if let Some(end) = nesting.leave(piece) {
                assert!(nesting.is_outside());
                return Some(passed + end);
            }
            passed += piece.len();
        }
        None
    }

    #[test]
    fn any_pieces_give_the_same_end_as_one_byte_after_the_other() {
        // A small generator (xorshift) over the bytes that matter; seeds give texts of every length up to 300.
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        for length in (2..300).cycle().take(4_000) {
            let mut text = vec![b"{[\""[length % 3]];
            while text.len() < length {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                text.push(b"aaaaaaa\"\"\\\\{}[],: \n"[usize::try_from(state % 19).unwrap()]);
            }
            let expected = expected_end(&text);
            for piece in [1, 7, 63, 64, 65, 300] {
                assert_eq!(found_end(&text, piece), expected, "{:?}", String::from_utf8_lossy(&text));
            }
        }
    }
}
