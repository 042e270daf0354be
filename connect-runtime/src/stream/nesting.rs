//! Finds the end of a JSON value by its quotes and brackets alone: 64 bytes at a time, across pieces of any size.

use wide::u8x16;

/// The depth of the scan inside strings and containers.
///
/// Brackets and braces are not distinguished: that would cost time, and the decoder reports those that do not match.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Nesting {
    depth: usize,
    in_string: bool,
    /// The next byte follows a backslash.
    escaped: bool,
}

impl Nesting {
    pub(super) fn is_outside(&self) -> bool {
        self.depth == 0 && !self.in_string
    }

    /// Enters the string or container that `byte` opens; `false` if it opens none.
    pub(super) fn open(&mut self, byte: u8) -> bool {
        match byte {
            b'"' => self.in_string = true,
            b'{' | b'[' => self.depth = 1,
            _ => return false,
        }
        true
    }

    /// The index after the byte that closes the opened value; `None` if it is not in `bytes`.
    pub(super) fn find_end(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut at = 0;
        while let Some(block) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
            if let Some(end) = self.scan_block(block, 64) {
                return Some(at + end);
            }
            at += 64;
        }
        let rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
        let mut block = [b' '; 64];
        block.get_mut(..rest.len())?.copy_from_slice(rest);
        self.scan_block(&block, rest.len()).map(|end| at + end)
    }

    /// Scans the first `len` bytes of a block; returns the index after the end if it is there.
    #[inline]
    fn scan_block(&mut self, block: &[u8; 64], len: usize) -> Option<usize> {
        let (quotes, others) = find_marks(block);
        if others != 0 || self.escaped || self.depth == 0 {
            return self.scan_marked(block, len, quotes, others);
        }
        self.in_string ^= quotes.count_ones() % 2 == 1;
        None
    }

    fn scan_marked(&mut self, block: &[u8; 64], len: usize, quotes: u64, others: u64) -> Option<usize> {
        let marks = Marks::of(block, others);
        let quotes = quotes & !self.escaped_mask(marks.backslashes, len);
        if self.depth == 0 {
            return lowest_bit(quotes).map(|closing| self.reset(closing));
        }
        let strings = self.string_mask(quotes);
        let mut brackets = (marks.openings | marks.closings) & !strings;
        while let Some(at) = lowest_bit(brackets) {
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

    /// One bit per byte: whether a backslash escapes it.
    fn escaped_mask(&mut self, backslashes: u64, len: usize) -> u64 {
        let mut escaped = u64::from(self.escaped);
        self.escaped = false;
        let mut left = backslashes & !escaped;
        while let Some(at) = lowest_bit(left) {
            if at + 1 == len {
                self.escaped = true;
                break;
            }
            escaped |= 2 << at;
            // Neither this backslash nor one that it escapes can escape anything else.
            left &= !(3 << at);
        }
        escaped
    }

    /// One bit per byte: whether it is in a string, including the opening quote. It is the parity of the quotes so far.
    fn string_mask(&mut self, quotes: u64) -> u64 {
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

/// The index of the lowest set bit.
fn lowest_bit(bits: u64) -> Option<usize> {
    (bits != 0).then(|| bits.trailing_zeros() as usize)
}

/// One bit per byte: whether it is a quote, and whether it is a bracket, brace, backslash or `|`.
#[inline]
fn find_marks(block: &[u8; 64]) -> (u64, u64) {
    let (mut quotes, mut others) = (0, 0);
    for (index, lane) in block.as_chunks::<16>().0.iter().enumerate() {
        let bytes = u8x16::new(*lane);
        // `[`, `\`, `]` and `{`, `|`, `}` differ only in this bit.
        let above = (bytes | u8x16::splat(0x20)) - u8x16::splat(b'{');
        let other = above.min(u8x16::splat(2)).simd_eq(above);
        quotes |= u64::from(bytes.simd_eq(u8x16::splat(b'"')).to_bitmask()) << (index * 16);
        others |= u64::from(other.to_bitmask()) << (index * 16);
    }
    (quotes, others)
}

/// For each kind, one bit per byte.
#[derive(Default)]
struct Marks {
    backslashes: u64,
    openings: u64,
    closings: u64,
}

impl Marks {
    /// Classifies the bytes of `block` that have a bit in `others`.
    fn of(block: &[u8; 64], mut others: u64) -> Self {
        let mut marks = Self::default();
        while let Some(at) = lowest_bit(others) {
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

    /// The same, byte by byte.
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
        assert!(nesting.open(bytes[0]));
        let mut scanned = 1;
        for piece in bytes[1..].chunks(piece) {
            if let Some(end) = nesting.find_end(piece) {
                assert!(nesting.is_outside());
                return Some(scanned + end);
            }
            scanned += piece.len();
        }
        None
    }

    #[test]
    fn pieces_of_any_size_give_the_same_end_as_a_scan_byte_by_byte() {
        // A small generator (xorshift) over the relevant bytes, for texts of every length up to 300.
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
