//! Looks for the next byte of interest, 16 bytes at a time.

use wide::u8x16;

/// The index of the first byte from `at` on that is `"`, `\` or a control character; the length if there is none.
#[inline]
pub(crate) fn string_stop(bytes: &[u8], at: usize) -> usize {
    find(bytes, at, string_stops, |byte| matches!(byte, b'"' | b'\\' | 0..0x20))
}

/// The index of the first byte from `at` on that is not white space; the length if there is none.
pub(crate) fn blank_end(bytes: &[u8], at: usize) -> usize {
    find(bytes, at, non_blanks, |byte| !matches!(byte, b' ' | b'\n' | b'\r' | b'\t'))
}

/// The index of `literal`, which starts with a comma, from `at` on; none if a bracket comes first, or it is more than 256
/// bytes away.
pub(crate) fn literal_behind_scalars(bytes: &[u8], at: usize, literal: &[u8]) -> Option<usize> {
    let (chunks, tail) = bytes.get(at..)?.as_chunks();
    let near = chunks.get(..16).unwrap_or(chunks);
    let mut start = at;
    for chunk in near {
        let (commas, brackets) = commas_and_brackets(u8x16::new(*chunk));
        if let Some(found) = literal_at(bytes, start, commas & !brackets & brackets.wrapping_sub(1), literal) {
            return Some(found);
        }
        if brackets != 0 {
            return None;
        }
        start += 16;
    }
    let is_end = |byte: &u8| matches!(byte, b'{' | b'[' | b'}' | b']');
    let end = tail.iter().position(is_end).unwrap_or(tail.len());
    let mut commas = (start..start + end).filter(|_| near.len() == chunks.len());
    commas.find(|&index| bytes.get(index..).is_some_and(|rest| starts_with(rest, literal)))
}

/// One bit a byte that is a comma, and one a byte that is a bracket.
#[inline]
fn commas_and_brackets(chunk: u8x16) -> (u32, u32) {
    // `[` and `{`, as well as `]` and `}`, differ in this bit alone.
    let folded = chunk | u8x16::splat(0x20);
    let brackets = folded.simd_eq(u8x16::splat(b'{')) | folded.simd_eq(u8x16::splat(b'}'));
    (chunk.simd_eq(u8x16::splat(b',')).to_bitmask(), brackets.to_bitmask())
}

/// The first of the places, one bit each from `start` on, where `literal` stands.
#[inline]
fn literal_at(bytes: &[u8], start: usize, mut places: u32, literal: &[u8]) -> Option<usize> {
    while places != 0 {
        let index = start + places.trailing_zeros() as usize;
        if bytes.get(index..).is_some_and(|rest| starts_with(rest, literal)) {
            return Some(index);
        }
        places &= places - 1;
    }
    None
}

/// Whether `text` starts with `literal`.
#[inline]
pub(crate) fn starts_with(text: &[u8], literal: &[u8]) -> bool {
    text.get(..literal.len()).is_some_and(|found| same(found, literal))
}

/// Whether two names of one length are the same, without a call: up to 32 bytes are compared as their first and their
/// last bytes, which overlap.
#[inline]
pub(crate) fn same(a: &[u8], b: &[u8]) -> bool {
    match a.len() {
        4..=7 => same_ends::<4>(a, b),
        8..=16 => same_ends::<8>(a, b),
        17..=32 => same_ends::<16>(a, b),
        _ => a == b,
    }
}

#[inline]
fn same_ends<const N: usize>(a: &[u8], b: &[u8]) -> bool {
    a.first_chunk::<N>() == b.first_chunk() && a.last_chunk::<N>() == b.last_chunk()
}

#[inline]
fn find(bytes: &[u8], at: usize, stops: impl Fn(u8x16) -> u32, stop: impl Fn(u8) -> bool) -> usize {
    // One bounds check for the lengths that nearly all strings have.
    if let Some(window) = bytes.get(at..).and_then(|rest| rest.first_chunk::<64>()) {
        let (chunks, _) = window.as_chunks();
        for (offset, chunk) in (0..).step_by(16).zip(chunks) {
            let mask = stops(u8x16::new(*chunk));
            if mask != 0 {
                return at + offset + mask.trailing_zeros() as usize;
            }
        }
        return find_far(bytes, at + 64, stops, stop);
    }
    find_far(bytes, at, stops, stop)
}

#[inline(never)]
fn find_far(bytes: &[u8], mut at: usize, stops: impl Fn(u8x16) -> u32, stop: impl Fn(u8) -> bool) -> usize {
    let (chunks, tail) = bytes.get(at..).unwrap_or_default().as_chunks();
    for chunk in chunks {
        match stops(u8x16::new(*chunk)) {
            0 => at += 16,
            mask => return at + mask.trailing_zeros() as usize,
        }
    }
    match bytes.last_chunk() {
        // The last 16 bytes, less those before the tail.
        Some(last) => match stops(u8x16::new(*last)) >> (16 - tail.len()) {
            0 => bytes.len(),
            mask => at + mask.trailing_zeros() as usize,
        },
        None => at + tail.iter().position(|&byte| stop(byte)).unwrap_or(tail.len()),
    }
}

/// One bit a byte that ends a run of plain characters.
#[inline]
fn string_stops(chunk: u8x16) -> u32 {
    let control = chunk.min(u8x16::splat(0x1f)).simd_eq(chunk);
    let quote = chunk.simd_eq(u8x16::splat(b'"'));
    let backslash = chunk.simd_eq(u8x16::splat(b'\\'));
    (control | quote | backslash).to_bitmask()
}

/// One bit a byte that is not white space.
#[inline]
fn non_blanks(chunk: u8x16) -> u32 {
    let [space, newline, carriage, tab] = *b" \n\r\t";
    let blank = chunk.simd_eq(u8x16::splat(space))
        | chunk.simd_eq(u8x16::splat(newline))
        | chunk.simd_eq(u8x16::splat(carriage))
        | chunk.simd_eq(u8x16::splat(tab));
    !blank.to_bitmask() & 0xffff
}
