//! Decodes records one after the other, and tracks what is expected next.

use super::{
    balance::is_balanced,
    detect::Detector,
    envelope::Envelope,
    error::StreamError,
    framer::{Form, Framer},
    position::Position,
    raw::{is_cut, keep, trim_end},
};
use crate::{
    decode::Decode,
    decoder::{Decoded, Decoder, too_long},
    drift::Drift,
    json::{Halted, JsonText},
    reader::{Failure, Reader},
    report::{Code, Report, Source},
};

mod around;
mod search;

/// What is expected next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// The first record, whose form is not detected yet.
    Start,
    /// A line or value, if any.
    Record,
    /// An item, or the end of the array.
    FirstItem,
    Item,
    /// Nothing: the input ended after an item, before the end of the array.
    Cut,
    /// The end of the input, since the array ended.
    Closed,
    Done,
    /// The next array that the pointer leads to.
    Envelope,
}

/// The records of a stream: how they are separated, and how far they were read.
#[derive(Debug)]
pub(super) struct RecordCursor {
    decoder: Decoder,
    /// The limit on the length of a record, in bytes.
    limit: usize,
    framer: Framer,
    phase: Phase,
    /// The number of records so far.
    count: u64,
    detector: Detector,
    /// What was found of the current record when there were no more bytes for now.
    partial: Option<Partial>,
    /// Whether more bytes may come after there were none.
    resumes: bool,
    /// What is around the arrays of records, if a pointer leads to them.
    envelope: Option<Box<Envelope>>,
    /// Why the pointer is none.
    refused: Option<String>,
}

/// A record whose end is not found yet.
#[derive(Debug, Clone, Copy, Default)]
struct Partial {
    /// How much of what is held of it was scanned, in bytes.
    scanned: usize,
    /// How much of it is not held any more, in bytes.
    discarded: usize,
}

/// The extent of a record, including the comma, bracket or line end after it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// How much of it is held, in bytes.
    held: usize,
    /// Its length, in bytes.
    length: usize,
    /// Whether its end was found, rather than the end of the input.
    ended: bool,
}

impl RecordCursor {
    pub(super) fn new(decoder: Decoder, limit: usize) -> Self {
        let (framer, detector) = (Framer::new(), Detector::default());
        Self {
            decoder,
            limit,
            framer,
            phase: Phase::Start,
            count: 0,
            detector,
            partial: None,
            resumes: false,
            envelope: None,
            refused: None,
        }
    }

    /// Reads on after there were no bytes, since more may come.
    pub(super) fn resumable(mut self) -> Self {
        self.resumes = true;
        self
    }

    /// The number of records so far.
    pub(super) fn count(&self) -> u64 {
        self.count
    }

    /// Decodes the record in `frame`, and moves past it.
    #[inline]
    pub(super) fn decode_record<'f, T: Decode<'f>>(
        &mut self,
        frame: Frame,
        bytes: &'f [u8],
        position: &mut Position,
    ) -> Result<Decoded<T>, StreamError> {
        self.count += 1;
        let record = bytes.get(position.index()..).and_then(|rest| rest.get(..frame.held)).unwrap_or_default();
        if frame.length > self.limit && self.is_too_long(frame) {
            let report = self.too_long();
            return Err(self.reject(frame, bytes, position, report));
        }
        let text = self.text_of(record, position);
        let mut reader = self.decoder.record_reader(text);
        reader.text_start = Some(position.offset());
        if frame.ended && matches!(self.framer.form, Form::Lines | Form::Sequence) {
            reader.json.name_end(if self.framer.form == Form::Lines {
                "the end of the line"
            } else {
                "the end of the record"
            });
        }
        if self.expects_value(&mut reader, record) {
            // Matched in place, so that a large value is moved once.
            match T::decode(&mut reader) {
                Ok(value) if self.finish(&mut reader).is_ok() && reader.problems.is_empty() => {
                    let mut drift = Drift::new(&mut reader.drift, text, || position.origin(bytes));
                    if let Some(envelope) = &mut self.envelope {
                        drift.below(|| envelope.item_path());
                        envelope.items += 1;
                    }
                    self.advance(frame, bytes, position);
                    return Ok(Decoded { value, drift });
                }
                Err(Failure::Invalid) => _ = self.finish(&mut reader),
                _ => {}
            }
        }
        Err(self.reject(frame, bytes, position, reader.report(Source::Text(text))))
    }

    /// Moves past the record, and decides what is expected after it.
    #[inline]
    fn advance(&mut self, frame: Frame, bytes: &[u8], position: &mut Position) {
        match self.framer.form {
            Form::Lines => position.advance_line(frame.held),
            Form::Array | Form::Values | Form::Sequence => position.advance(frame.held),
        }
        match self.phase {
            Phase::Record => {}
            Phase::Cut | Phase::Closed => self.phase = Phase::Done,
            _ if !frame.ended => self.phase = Phase::Cut,
            _ if bytes.get(position.index().wrapping_sub(1)) == Some(&b']') => self.close_array(bytes, position),
            _ => self.phase = Phase::Item,
        }
    }

    /// Ends the array. What follows it is the rest of its document, else it is split and counted by lines.
    fn close_array(&mut self, bytes: &[u8], position: &mut Position) {
        if self.envelope.is_some() {
            self.phase = Phase::Envelope;
            return;
        }
        position.origin(bytes);
        self.framer.form = Form::Lines;
        self.phase = Phase::Closed;
    }

    /// The text of the record, without the line end.
    #[inline]
    fn text_of<'f>(&self, record: &'f [u8], position: &mut Position) -> JsonText<'f> {
        let text = JsonText::new(if self.framer.form == Form::Array { record } else { trim_end(record) });
        if !text.is_valid() {
            position.expect_damage();
        }
        text
    }

    /// Whether a value is expected next; if not, reports what was found in place of the end.
    #[inline]
    fn expects_value(&self, reader: &mut Reader<'_>, record: &[u8]) -> bool {
        let (at, wanted) = match self.phase {
            Phase::Cut => (0, "`,` or `]`"),
            Phase::Closed => (0, "`[` or the end of the input"),
            _ if self.framer.form == Form::Sequence && is_cut(record) => {
                (reader.json.text().len(), "white space after a number or literal, which else may be cut off")
            }
            _ => return true,
        };
        reader.json.expected(at, wanted);
        false
    }

    /// Reads nothing but white space up to the end of the record.
    #[inline]
    fn finish(&self, reader: &mut Reader<'_>) -> Result<(), Halted> {
        if self.phase == Phase::Record {
            return reader.json.finish();
        }
        match reader.json.next_token() {
            // The delimiter is part of the text, so that a message can show it.
            None | Some(b',' | b']') => Ok(()),
            Some(_) => Err(reader.json.expected(reader.json.at(), "`,` or `]`")),
        }
    }

    /// Whether the record without its delimiter is longer than the limit.
    #[cold]
    fn is_too_long(&self, frame: Frame) -> bool {
        let delimiter = usize::from(self.framer.form != Form::Values && frame.ended);
        frame.length - delimiter > self.limit
    }

    fn too_long(&self) -> Report {
        too_long("the record is longer than {max} bytes, the limit of `max_input_bytes`", self.limit)
    }

    #[cold]
    fn reject(&mut self, frame: Frame, bytes: &[u8], position: &mut Position, mut report: Report) -> StreamError {
        let record = bytes.get(position.index()..).and_then(|rest| rest.get(..frame.held)).unwrap_or_default();
        let is_item = matches!(self.phase, Phase::FirstItem | Phase::Item);
        let is_too_long = self.is_too_long(frame);
        let raw = match record {
            [item @ .., _] if is_item && frame.ended => item,
            record => record,
        };
        if is_too_long {
            position.expect_damage();
        }
        let start = position.origin(bytes);
        self.advance(frame, bytes, position);
        // How much is held of a record that is too long depends on the reader.
        if is_item && !is_too_long {
            self.stop_if_lost(frame, raw, &mut report);
        }
        report.start_at(start);
        if let Some(envelope) = &mut self.envelope {
            report.below(&envelope.item_path());
            envelope.items += 1;
        }
        let line = u64::try_from(start.line).unwrap_or(u64::MAX);
        let raw = keep(raw.get(..self.limit).unwrap_or(raw));
        StreamError::Rejected { index: self.count - 1, line, raw, report }
    }

    /// Ends the stream at an array item that was cut off, or whose end is uncertain.
    fn stop_if_lost(&mut self, frame: Frame, item: &[u8], report: &mut Report) {
        let Some(last) = report.issues().last() else { return };
        let is_syntax = last.code() == &Code::Syntax;
        if !frame.ended && is_syntax && last.span().is_none_or(|span| span.start >= item.len()) {
            self.phase = Phase::Done;
        } else if !is_balanced(item) {
            self.phase = Phase::Done;
            report.append("; the start of the next item is unknown, so reading stops here");
        }
    }
}
