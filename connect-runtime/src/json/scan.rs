//! Looks for the next byte of interest, 16 bytes at a time.

use wide::u8x16;

/// The index of the first byte from `at` on that is `"`, `\` or a control character; the length if there is none.
#[inline]
pub(crate) fn string_stop(bytes: &[u8], at: usize) -> usize {
    find(bytes, at, string_stops)
}

/// The index of the first byte from `at` on that is not white space; the length if there is none.
pub(crate) fn blank_end(bytes: &[u8], at: usize) -> usize {
    find(bytes, at, non_blanks)
}

/// Whether two names of the same length are equal, without a call: up to 32 bytes are compared by their first and last
/// bytes, which overlap.
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
fn find(bytes: &[u8], at: usize, stops: impl Fn(u8x16) -> u32) -> usize {
    // Most runs are short.
    for start in [at, at + 16] {
        let Some(chunk) = chunk_at(bytes, start) else { return find_in_tail(bytes, start, stops) };
        let mask = stops(chunk);
        if mask != 0 {
            return start + mask.trailing_zeros() as usize;
        }
    }
    find_far(bytes, at + 32, stops)
}

#[inline]
fn chunk_at(bytes: &[u8], at: usize) -> Option<u8x16> {
    bytes.get(at..at + 16).and_then(|chunk| chunk.first_chunk()).map(|chunk| u8x16::new(*chunk))
}

#[inline(never)]
fn find_far(bytes: &[u8], mut at: usize, stops: impl Fn(u8x16) -> u32) -> usize {
    while let Some(chunk) = chunk_at(bytes, at) {
        match stops(chunk) {
            0 => at += 16,
            mask => return at + mask.trailing_zeros() as usize,
        }
    }
    find_in_tail(bytes, at, stops)
}

/// As [`find`], where fewer than 16 bytes are left.
#[inline(never)]
fn find_in_tail(bytes: &[u8], at: usize, stops: impl Fn(u8x16) -> u32) -> usize {
    let left = bytes.len().saturating_sub(at);
    match stops(u8x16::new(last_chunk(bytes))) >> (16 - left) {
        0 => bytes.len(),
        mask => at + mask.trailing_zeros() as usize,
    }
}

/// The last `N` bytes, with spaces before them if there are fewer. The caller ignores those that it has seen.
#[inline]
pub(super) fn last_chunk<const N: usize>(bytes: &[u8]) -> [u8; N] {
    bytes.last_chunk().copied().unwrap_or_else(|| padded(bytes))
}

#[cold]
fn padded<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut padded = [b' '; N];
    padded.iter_mut().rev().zip(bytes.iter().rev()).for_each(|(to, from)| *to = *from);
    padded
}

/// One bit for each byte that ends a run of plain characters.
#[inline]
fn string_stops(chunk: u8x16) -> u32 {
    let control = chunk.min(u8x16::splat(0x1f)).simd_eq(chunk);
    let quote = chunk.simd_eq(u8x16::splat(b'"'));
    let backslash = chunk.simd_eq(u8x16::splat(b'\\'));
    (control | quote | backslash).to_bitmask()
}

/// One bit for each byte that is not white space.
#[inline]
fn non_blanks(chunk: u8x16) -> u32 {
    let [space, newline, carriage, tab] = *b" \n\r\t";
    let blank = chunk.simd_eq(u8x16::splat(space))
        | chunk.simd_eq(u8x16::splat(newline))
        | chunk.simd_eq(u8x16::splat(carriage))
        | chunk.simd_eq(u8x16::splat(tab));
    !blank.to_bitmask() & 0xffff
}
