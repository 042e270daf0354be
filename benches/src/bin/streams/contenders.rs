//! The contenders: each decodes all records of an input, drops them, and returns how many were valid.

use std::hint::black_box;
use std::io::{BufRead, BufReader};

use connect_runtime::{ConnectSession, Decoded, Decoder, StreamError, from_slice, from_str, stream, stream_slice};
use serde::de::DeserializeOwned;
use serde_json::de::Read;

use crate::input::Input;

/// Decodes the whole input.
pub(crate) type Contender = fn(&Input) -> usize;

pub(crate) fn plain(input: &Input) -> usize {
    input.records.iter().filter(|record| black_box(&from_str::<ConnectSession>(record)).is_ok()).count()
}

pub(crate) fn with_drift(input: &Input) -> usize {
    let decoder = Decoder::new();
    input.records.iter().filter(|record| black_box(&decoder.decode::<ConnectSession>(record)).is_ok()).count()
}

/// Decodes one record after the other, split beforehand.
pub(crate) fn one_by_one(input: &Input) -> usize {
    let decode = |record: &String| black_box(&from_slice::<ConnectSession>(record.as_bytes())).is_ok();
    input.records.iter().filter(|record| decode(record)).count()
}

pub(crate) fn from_memory(input: &Input) -> usize {
    count_valid::<Decoded<ConnectSession>, StreamError>(stream_slice(&input.stream))
}

pub(crate) fn from_bytes(input: &Input) -> usize {
    count_valid::<Decoded<ConnectSession>, StreamError>(stream(&*input.stream))
}

pub(crate) fn from_buffer<const BYTES: usize>(input: &Input) -> usize {
    count_valid::<Decoded<ConnectSession>, StreamError>(stream(BufReader::with_capacity(BYTES, &*input.stream)))
}

/// Drops each record in place, because the cost of moving it again would be the caller's.
fn count_valid<T, E>(mut records: impl Iterator<Item = Result<T, E>>) -> usize {
    let mut valid = 0;
    while let Some(record) = black_box(&records.next()) {
        valid += usize::from(record.is_ok());
    }
    valid
}

pub(crate) fn peer_from_memory<T: DeserializeOwned>(input: &Input) -> usize {
    count_peer::<T>(serde_json::de::SliceRead::new(&input.stream))
}

pub(crate) fn peer_from_buffer<T: DeserializeOwned, const BYTES: usize>(input: &Input) -> usize {
    count_peer::<T>(serde_json::de::IoRead::new(BufReader::with_capacity(BYTES, &*input.stream)))
}

fn count_peer<'de, T: DeserializeOwned>(read: impl Read<'de>) -> usize {
    count_valid(serde_json::StreamDeserializer::<_, T>::new(read))
}

/// What a user of serde has for an array: decoding all of it into memory at once.
pub(crate) fn peer_array<T: DeserializeOwned>(input: &Input) -> usize {
    black_box(serde_json::from_slice::<Vec<T>>(&input.stream)).map_or(0, |records| records.len())
}

/// Like [`peer_array`], from a reader.
pub(crate) fn peer_array_from_buffer<T: DeserializeOwned, const BYTES: usize>(input: &Input) -> usize {
    let reader: &mut dyn BufRead = &mut BufReader::with_capacity(BYTES, &*input.stream);
    black_box(serde_json::from_reader::<_, Vec<T>>(reader)).map_or(0, |records| records.len())
}
