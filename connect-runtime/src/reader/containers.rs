//! Reads arrays and objects item by item or entry by entry, whatever their types.

use std::ops::RangeInclusive;

use super::{Failure, Reader};
use crate::{
    drift::DriftKind,
    json::{FaultKind, Halted},
    message::Message,
    report::Code,
};

impl Reader<'_> {
    /// Reads the items of the current array with `read`; invalid if one of them is.
    #[inline]
    pub(crate) fn read_items(&mut self, mut read: impl FnMut(&mut Self) -> Result<(), Failure>) -> Result<(), Failure> {
        if self.json.next_token() != Some(b'[') {
            return Err(self.wrong_type("an array"));
        }
        self.json.open()?;
        let (mut valid, mut count) = (true, 0);
        if self.json.next_token() != Some(b']') {
            loop {
                count += 1;
                self.limit_items(count)?;
                match read(self) {
                    Ok(()) => {}
                    Err(Failure::Invalid) => valid = false,
                    Err(Failure::Halted) => return Err(Failure::Halted),
                }
                match self.json.next_token() {
                    Some(b',') => self.json.skip_byte(),
                    Some(b']') => break,
                    _ => return Err(self.json.expected(self.json.at(), "`,` or `]`").into()),
                }
            }
        }
        self.json.close();
        if valid { Ok(()) } else { Err(Failure::Invalid) }
    }

    /// Reads the entries of the current object: `read` is called at each key's opening quote and reads key and value.
    /// Invalid if one of them is.
    pub(crate) fn read_entries(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        if self.json.next_token() != Some(b'{') {
            return Err(self.wrong_type("an object"));
        }
        let object = self.json.at();
        self.json.open()?;
        let (mut valid, mut count) = (true, 0);
        while self.next_seen_key(&mut count, object)? {
            match read(self) {
                Ok(()) => {}
                Err(Failure::Invalid) => valid = false,
                Err(Failure::Halted) => return Err(Failure::Halted),
            }
        }
        if valid { Ok(()) } else { Err(Failure::Invalid) }
    }

    /// Moves to the next key of the object at `object` that is not excluded; `false` at its end.
    pub(crate) fn next_seen_key(&mut self, count: &mut usize, object: usize) -> Result<bool, Failure> {
        self.next_key_but(count, object, true)
    }

    /// As [`next_seen_key`](Self::next_seen_key), but also skips a tag that is kept, for what has no place for it.
    pub(crate) fn next_own_key(&mut self, count: &mut usize, object: usize) -> Result<bool, Failure> {
        self.next_key_but(count, object, false)
    }

    fn next_key_but(&mut self, count: &mut usize, object: usize, takes_kept: bool) -> Result<bool, Failure> {
        while self.next_key(count)? {
            if !self.skip_excluded(object, takes_kept)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Moves to the opening quote of the next key; false after the object's end. `count` is the number of keys so far.
    pub(crate) fn next_key(&mut self, count: &mut usize) -> Result<bool, Halted> {
        match self.json.next_token() {
            Some(b'}') => {
                self.json.close();
                return Ok(false);
            }
            Some(b',') if *count > 0 => self.json.skip_byte(),
            Some(b'"') if *count == 0 => {}
            _ => {
                let wanted = if *count == 0 { "`\"` or `}`" } else { "`,` or `}`" };
                return Err(self.json.expected(self.json.at(), wanted));
            }
        }
        *count += 1;
        self.limit_items(*count)?;
        let (at, first) = self.token();
        if first != Some(b'"') {
            return Err(self.json.expected(at, "`\"`"));
        }
        self.current.key = at;
        Ok(true)
    }

    /// Halts if `count` is more than an array or object may hold.
    #[inline]
    pub(crate) fn limit_items(&mut self, count: usize) -> Result<(), Halted> {
        if count > self.policy.max_items { Err(self.too_many_items()) } else { Ok(()) }
    }

    #[cold]
    fn too_many_items(&mut self) -> Halted {
        let max = [("max", self.policy.max_items.into())];
        let message = Message::fill("more than {max} items or fields in one array or object", max);
        self.json.halt(FaultKind::ItemCount, self.json.at(), message)
    }
}

/// Reads an array of exactly `length` items, each by its position.
pub(crate) fn read_positions<'de>(
    reader: &mut Reader<'de>,
    length: usize,
    read: impl FnMut(&mut Reader<'de>, usize) -> Result<(), Failure>,
) -> Result<(), Failure> {
    read_array(reader, &(length..=length), length, read)
}

/// Reads the array of a tuple, which has at least as many items as `lengths` starts with, each by its position. Those
/// beyond its end are unknown fields, which `denies` refuses.
#[inline]
pub(crate) fn read_tuple<'de>(
    reader: &mut Reader<'de>,
    lengths: &RangeInclusive<usize>,
    denies: bool,
    mut read: impl FnMut(&mut Reader<'de>, usize) -> Result<(), Failure>,
) -> Result<(), Failure> {
    read_array(reader, lengths, usize::MAX, |reader, position| {
        if position < *lengths.end() {
            read(reader, position)
        } else {
            skip_surplus_item(reader, *lengths.end(), denies)
        }
    })
}

/// Skips an item after the last of the `length` that a tuple has.
#[cold]
fn skip_surplus_item(reader: &mut Reader<'_>, length: usize, denies: bool) -> Result<(), Failure> {
    let (start, _) = reader.token();
    reader.json.skip_value()?;
    if !denies && !reader.policy.deny_unknown_fields {
        reader.record_drift(DriftKind::UnknownField, start);
        return Ok(());
    }
    let items = if length == 1 { "item" } else { "items" };
    Err(reader.invalid(start, Code::UnknownField, |_| format!("unknown item, the array has only {length} {items}")))
}

/// Reads an array with at least as many items as `lengths` starts with, and at most `most`, each by its position.
#[inline]
fn read_array<'de>(
    reader: &mut Reader<'de>,
    lengths: &RangeInclusive<usize>,
    most: usize,
    mut read: impl FnMut(&mut Reader<'de>, usize) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let (start, first) = reader.token();
    let mut count = 0;
    let items = reader.read_items(|reader| {
        count += 1;
        read(reader, count - 1)
    });
    match items {
        Err(Failure::Halted) => Err(Failure::Halted),
        // Not an array at all, which is already recorded.
        Err(Failure::Invalid) if first != Some(b'[') => Err(Failure::Invalid),
        _ if count < *lengths.start() || count > most => Err(wrong_length(reader, start, lengths, count)),
        read => read,
    }
}

/// Records that the length of the array at `start` is not that of the type.
#[cold]
fn wrong_length(reader: &mut Reader<'_>, start: usize, lengths: &RangeInclusive<usize>, found: usize) -> Failure {
    let (least, most) = (*lengths.start(), *lengths.end());
    let from = match least {
        _ if least == most => "",
        0 => "up to ",
        _ => "{min} to ",
    };
    let items = if most == 1 { "item" } else { "items" };
    reader.invalid(start, Code::WrongLength, |_| {
        let params = [("min", least.into()), ("max", most.into()), ("actual", found.into())];
        Message::fill(&format!("expected an array of {from}{{max}} {items}, found {{actual}}"), params)
    })
}
