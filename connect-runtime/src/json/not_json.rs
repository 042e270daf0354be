//! Names what came in place of JSON: a page, compressed bytes, another notation.

use super::{
    cursor::{Fault, FaultKind},
    text::JsonText,
};
use crate::message::Message;

/// How many bytes after a fault tell what is there.
const LOOKED_AT: usize = 512;

/// The message of a `fault` in `text`, if it shows something that is known. Constant time but for white space.
#[cold]
pub(crate) fn name(text: JsonText<'_>, fault: &Fault) -> Option<Message> {
    if fault.kind != FaultKind::Syntax || !fault.between_tokens {
        return None;
    }
    let (before, after) = text.bytes().split_at_checked(fault.at)?;
    let rest = String::from_utf8_lossy(after.get(..LOOKED_AT).unwrap_or(after));
    let (before_word, word_start) = before.split_at_checked(before.len() - count_word(before))?;
    let token = String::from_utf8_lossy(word_start) + &*rest;
    let word: String = token.chars().take(MAX_WORD).take_while(|&c| is_word(c)).collect();
    let is_first = before_word.trim_ascii().is_empty();
    // A stream may end where something else than a value has to come.
    let wants_value = fault.message.params.get("expected").is_some_and(|wanted| wanted.to_string() == "a value");
    let is_first = is_first && (wants_value || fault.at < text.len());
    let named = if is_first { name_body(text.bytes(), &token, &word) } else { None };
    named
        .or_else(|| name_token(before, &rest, &word))
        .map(|(reason, message)| Message::of(message, [("reason", reason.into())]))
}

/// What the whole text is, by its first bytes.
fn name_bytes(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    match bytes {
        // The second byte may have been replaced.
        [0x1f, 0x8b, ..] | [0x1f, 0xef, 0xbf, 0xbd, ..] => Some(GZIP),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, _, ..] => Some(UTF_16),
        _ => None,
    }
}

const GZIP: (&str, &str) = ("gzip", "the input is compressed with gzip, not JSON; decompress it first");
const UTF_16: (&str, &str) = ("utf16", "the input is UTF-16 or UTF-32, JSON is UTF-8; convert it first");

/// What the whole text is, whose first token is no JSON and starts with `rest`, maybe with a `word`.
fn name_body(text: &[u8], rest: &str, word: &str) -> Option<(&'static str, String)> {
    let owned = |(reason, message): (&'static str, &str)| Some((reason, message.to_owned()));
    let starts_with = |start: &str| rest.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start));
    if rest.is_empty() {
        return owned(("empty", "the input is empty, expected a value; was the body read before, or is there none?"));
    }
    if let Some(named) = name_bytes(text) {
        return owned(named);
    }
    if starts_with("<!doctype html") || starts_with("<html") || starts_with("<head") || starts_with("<body") {
        return owned(("html", "the input is HTML, not JSON; check the URL, the status and the `Accept` header"));
    }
    if rest.starts_with('<') {
        return owned(("xml", "the input is XML or HTML, not JSON; check the URL, the status and the `Accept` header"));
    }
    if let Some(prefix) = [")]}'", "for(;;);", "for (;;);", "while(1);"].into_iter().find(|prefix| starts_with(prefix))
    {
        return Some(("prefix", format!("the input starts with `{prefix}`, a guard against scripts; remove it first")));
    }
    let call = rest.strip_prefix("/**/").unwrap_or(rest);
    let name: String = call.chars().take(MAX_WORD).take_while(|&c| is_word(c)).collect();
    let is_call = !name.is_empty() && call.get(name.len()..)?.trim_ascii_start().starts_with('(');
    let jsonp = || format!("the input is JSONP, a call of `{name}`; ask for JSON, or take what is in the parentheses");
    (is_call && (!word.is_empty() || call != rest)).then(|| ("jsonp", jsonp()))
}

/// What the token at the fault is.
fn name_token(before: &[u8], rest: &str, word: &str) -> Option<(&'static str, String)> {
    let instead = |reason, language, instead: &str| Some((reason, format!("`{word}` is {language}; write {instead}")));
    match word {
        "nan" => return instead("non_finite", "no JSON number", "`null` or a string"),
        "undefined" => return instead("undefined", "JavaScript, not JSON", "`null`, or leave it out"),
        "None" => return instead("python", "Python, not JSON", "`null`"),
        "True" => return instead("python", "Python, not JSON", "`true`"),
        "False" => return instead("python", "Python, not JSON", "`false`"),
        _ => {}
    }
    let after_comma = before.trim_ascii_end().ends_with(b",");
    match rest.chars().next()? {
        '\'' => Some(("single_quote", "`'` is not JSON; write strings and keys in double quotes".to_owned())),
        '/' if rest.starts_with("//") || rest.starts_with("/*") => {
            Some(("comment", "JSON has no comments; remove this one".to_owned()))
        }
        '\0' if rest.len() > 1 => Some((UTF_16.0, UTF_16.1.to_owned())),
        close @ (']' | '}') if after_comma => {
            Some(("trailing_comma", format!("a comma before `{close}` is not JSON; remove it")))
        }
        _ => None,
    }
}

/// The length of a word at most, in characters.
const MAX_WORD: usize = 64;

fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '$' | '.')
}

/// How many bytes before the fault belong to the word that it is in.
fn count_word(before: &[u8]) -> usize {
    before.iter().copied().rev().take(MAX_WORD).take_while(|&byte| is_word(byte.into())).count()
}
