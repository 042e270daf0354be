//! Finds the entries of arrays and objects by index, key or spelling.
//!
//! All of it is cold: it runs for what has a problem.

use std::borrow::Cow;

use super::{Exact, Number, ahead::FoundKey, cursor::Cursor, locate::word_end, text::JsonText};

/// Finds the first key that `wanted` accepts in the object at `start`, and the start of its value.
pub(crate) fn find_key(text: JsonText<'_>, start: usize, mut wanted: impl FnMut(&str) -> bool) -> Option<FoundKey> {
    find_value(text, start, |key, _| wanted(&key))
}

/// Finds the first entry of the object at `start` that `wanted` accepts by its key and the offset of its value.
fn find_value<'t>(
    text: JsonText<'t>,
    start: usize,
    mut wanted: impl FnMut(Cow<'t, str>, usize) -> bool,
) -> Option<FoundKey> {
    let mut cursor = enter(text, start, b'{')?;
    while cursor.next_token()? == b'"' {
        let at = start + cursor.at();
        let key = cursor.string().ok()?;
        cursor.skip_colon().ok()?;
        cursor.next_token()?;
        let value = start + cursor.at();
        if wanted(key, value) {
            return Some(FoundKey { key: at, value });
        }
        next_item(&mut cursor)?;
    }
    None
}

/// Whether an array is at the offset `at`.
pub(crate) fn is_array(text: JsonText<'_>, at: usize) -> bool {
    text.bytes().get(at) == Some(&b'[')
}

/// The offset of the item `index` of the array at `start`.
pub(crate) fn find_index(text: JsonText<'_>, start: usize, index: usize) -> Option<usize> {
    let mut cursor = enter(text, start, b'[')?;
    for _ in 0..index {
        next_item(&mut cursor)?;
    }
    (cursor.next_token()? != b']').then(|| start + cursor.at())
}

/// The offset of the item that comes `count` items after the one at `item`.
pub(crate) fn find_index_after(text: JsonText<'_>, item: usize, count: usize) -> Option<usize> {
    let mut cursor = Cursor::again(text.after(item));
    for _ in 0..count {
        next_item(&mut cursor)?;
    }
    (cursor.next_token()? != b']').then(|| item + cursor.at())
}

/// The offset of the first entry of the array or object at `start` that is spelled `name` as a key, else of the first
/// that is the same number: an item, or the value of a key.
pub(crate) fn find_entry(text: JsonText<'_>, start: usize, name: &str) -> Option<usize> {
    let find = |wanted: &dyn Fn(&str) -> bool| {
        let mut found = None;
        for_each_entry(text, start, |entry, at| {
            found = wanted(&entry).then_some(at);
            found.is_none()
        });
        found
    };
    let number = Number::parse(name).map(|number| Exact::parse(number.text));
    let same_number = |entry: &str| Number::parse(entry).is_some_and(|found| number == Some(Exact::parse(found.text)));
    find(&|entry| entry == name).or_else(|| number.as_ref().and_then(|_| find(&same_number)))
}

/// Passes the entries of the array or object at `start` to `visit` until it returns false: for each the spelling as a
/// key, and the offset of the value.
pub(crate) fn for_each_entry<'t>(text: JsonText<'t>, start: usize, mut visit: impl FnMut(Cow<'t, str>, usize) -> bool) {
    if is_array(text, start) {
        let content = |item| string_at(text, item).unwrap_or_else(|| scalar_at(text, item));
        find_item(text, start, |item| !visit(content(item), item));
    } else {
        find_value(text, start, |key, value| !visit(key, value));
    }
}

/// The offset of the first item that `wanted` accepts by its offset, in the array at `start`.
fn find_item(text: JsonText<'_>, start: usize, mut wanted: impl FnMut(usize) -> bool) -> Option<usize> {
    let mut cursor = enter(text, start, b'[')?;
    while cursor.next_token()? != b']' {
        let item = start + cursor.at();
        if wanted(item) {
            return Some(item);
        }
        next_item(&mut cursor)?;
    }
    None
}

/// The literal or number at the offset `at`.
pub(crate) fn scalar_at(text: JsonText<'_>, at: usize) -> Cow<'_, str> {
    text.lossy(at..word_end(text.bytes(), at))
}

/// The string at the offset `at`, unescaped; `None` if something else is there.
pub(crate) fn string_at(text: JsonText<'_>, at: usize) -> Option<Cow<'_, str>> {
    let mut cursor = Cursor::again(text.after(at));
    if cursor.peek()? == b'"' { cursor.string().ok() } else { None }
}

/// A cursor after the opening bracket or brace at `start`.
fn enter(text: JsonText<'_>, start: usize, bracket: u8) -> Option<Cursor<'_>> {
    let mut cursor = Cursor::again(text.after(start));
    cursor.eat(bracket).then_some(cursor)
}

fn next_item(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.skip_value().ok()?;
    cursor.next_token()?;
    cursor.eat(b',').then_some(())
}
