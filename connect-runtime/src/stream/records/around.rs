//! Goes from one array of records to the next, through the documents that they are in.

use std::io;

use super::{Phase, RecordCursor};
use crate::{
    report::Report,
    stream::{
        envelope::{Envelope, Event, Limits},
        error::StreamError,
        framer::Form,
        input::Input,
        position::Position,
    },
};

impl RecordCursor {
    /// Reads the items of the array at `pointer` of each document.
    pub(in crate::stream) fn at(mut self, pointer: &str) -> Self {
        let (depth, dialect) = (self.decoder.depth(), self.decoder.dialect());
        match Envelope::new(pointer, Limits { depth, word: self.limit, dialect }) {
            Ok(envelope) => self.envelope = Some(Box::new(envelope)),
            Err(message) => self.refused = Some(message),
        }
        self.framer.form = Form::Array;
        self
    }

    /// Ends the stream if it was asked for something that is no pointer.
    pub(super) fn refuse_pointer(&mut self) -> Result<(), StreamError> {
        let Some(message) = self.refused.take() else { return Ok(()) };
        self.phase = Phase::Done;
        Err(StreamError::Io(io::Error::new(io::ErrorKind::InvalidInput, message)))
    }

    /// Moves past the opening bracket of the next array of records; `false` if there is none.
    pub(super) fn find_array(&mut self, input: &mut impl Input) -> Result<bool, StreamError> {
        let Some(mut envelope) = self.envelope.take() else { return Ok(false) };
        let event = self.scan_envelope(&mut envelope, input);
        self.envelope = Some(envelope);
        let (report, next) = match event.map_err(|error| self.fail(error))? {
            None => return Ok(false),
            Some(Event::Records) => {
                self.phase = Phase::FirstItem;
                return Ok(true);
            }
            Some(Event::Missing(report)) => (report, Phase::Envelope),
            Some(Event::Fault(report)) => (report, Phase::Done),
        };
        self.phase = next;
        Err(self.reject_document(report))
    }

    /// Scans up to what ends the scan; `None` at the end of the input.
    fn scan_envelope(&self, envelope: &mut Envelope, input: &mut impl Input) -> io::Result<Option<Event>> {
        loop {
            if envelope.is_outside() {
                if self.skip_separators(input)?.is_none() {
                    return Ok(None);
                }
                envelope.start();
            }
            if let Some(event) = scan(envelope, input, false) {
                return Ok(Some(event));
            }
            if !envelope.is_outside()
                && !input.read_more()?
                && let Some(event) = scan(envelope, input, true)
            {
                return Ok(Some(event));
            }
        }
    }

    fn reject_document(&mut self, report: Report) -> StreamError {
        let line = report.issues().first().and_then(crate::report::Issue::line).unwrap_or(1);
        self.count += 1;
        let line = u64::try_from(line).unwrap_or(u64::MAX);
        StreamError::Rejected { index: self.count - 1, line, raw: String::new(), report }
    }
}

fn scan(envelope: &mut Envelope, input: &mut impl Input, is_last: bool) -> Option<Event> {
    let (bytes, position): (&[u8], &mut Position) = input.parts();
    envelope.scan(bytes, position, is_last)
}
