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

/// Whether `text` starts with `literal`, without a call: what is 8 to 32 bytes long is compared as its first and its last
/// 8 or 16 bytes, which overlap.
#[inline]
pub(crate) fn starts_with(text: &[u8], literal: &[u8]) -> bool {
    let Some(found) = text.get(..literal.len()) else { return false };
    match literal.len() {
        8..=16 => found.first_chunk::<8>() == literal.first_chunk() && found.last_chunk::<8>() == literal.last_chunk(),
        17..=32 => found.first_chunk::<16>() == literal.first_chunk() && found.last_chunk::<16>() == literal.last_chunk(),
        _ => found == literal,
    }
}

#[inline]
fn find(bytes: &[u8], mut at: usize, stops: impl Fn(u8x16) -> u32, stop: impl Fn(u8) -> bool) -> usize {
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
