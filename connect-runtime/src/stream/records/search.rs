//! Finds the next record and its end.

use std::io;

use super::{Frame, Partial, Phase, RecordCursor};
use crate::{
    json::BYTE_ORDER_MARK,
    stream::{
        error::StreamError,
        framer::{Form, is_separator},
        input::Input,
    },
};

impl RecordCursor {
    /// Finds the next record; `None` if there is none.
    #[inline]
    pub(in crate::stream) fn next_frame(&mut self, input: &mut impl Input) -> Option<Result<Frame, StreamError>> {
        match self.seek_record(input) {
            Ok(true) => Some(self.find_end(input)),
            Ok(false) => None,
            Err(error) => Some(Err(error)),
        }
    }

    /// Moves to the start of the next record; `false` if there is none.
    #[inline]
    fn seek_record(&mut self, input: &mut impl Input) -> Result<bool, StreamError> {
        match self.phase {
            Phase::Done => return Ok(false),
            // Nearly every record of nearly every stream.
            Phase::Record if starts_with_token(input.rest()) => return Ok(true),
            _ if self.partial.is_some() => return Ok(true),
            _ => {}
        }
        let found = self.find_next(input)?;
        if !found {
            self.phase = Phase::Done;
        }
        Ok(found)
    }

    /// Ends the stream at an error of its source, unless it only has no more bytes for now.
    #[cold]
    pub(super) fn fail(&mut self, error: io::Error) -> StreamError {
        if !self.resumes {
            self.phase = Phase::Done;
        }
        StreamError::Io(error)
    }

    fn find_next(&mut self, input: &mut impl Input) -> Result<bool, StreamError> {
        self.refuse_pointer()?;
        if self.phase == Phase::Start && self.envelope.is_none() {
            let form = self.detector.detect(input, self.decoder.dialect());
            self.framer.form = form.map_err(|error| self.fail(error))?;
            // An array is found as one after another array is.
            self.phase = if self.framer.form == Form::Array { Phase::Closed } else { Phase::Record };
        }
        loop {
            if matches!(self.phase, Phase::Start | Phase::Envelope) && !self.find_array(input)? {
                return Ok(false);
            }
            let next = self.skip_separators(input).map_err(|error| self.fail(error))?;
            match (self.phase, next) {
                (Phase::Closed, Some(b'[')) => {
                    input.parts().1.advance(1);
                    self.framer.form = Form::Array;
                    self.phase = Phase::FirstItem;
                }
                (Phase::FirstItem, Some(b']')) => {
                    let (bytes, position) = input.parts();
                    position.advance(1);
                    self.close_array(bytes, position);
                }
                (phase, next) => return Ok(next.is_some() || !matches!(phase, Phase::Record | Phase::Closed)),
            }
        }
    }

    /// Moves to the next byte that is neither white space nor a record separator nor part of a byte order mark, and
    /// returns it.
    pub(super) fn skip_separators(&self, input: &mut impl Input) -> io::Result<Option<u8>> {
        loop {
            let rest = input.rest();
            let count = rest.iter().position(|&byte| !is_separator(byte)).unwrap_or(rest.len());
            let next = rest.get(count..).unwrap_or_default();
            let (first, is_mark) = (next.first().copied(), next.starts_with(BYTE_ORDER_MARK));
            let is_cut = !is_mark && BYTE_ORDER_MARK.starts_with(next);
            self.skip(input, count);
            if is_mark {
                let (bytes, position) = input.parts();
                position.skip_mark(bytes);
            } else if !is_cut || !input.read_more()? {
                return Ok(first);
            }
        }
    }

    fn skip(&self, input: &mut impl Input, count: usize) {
        let (bytes, position) = input.parts();
        position.advance(count);
        if self.framer.form == Form::Lines {
            position.origin(bytes);
        }
    }

    /// Finds the end of the current record, of which no more is held than may be needed.
    #[inline]
    fn find_end(&mut self, input: &mut impl Input) -> Result<Frame, StreamError> {
        if self.partial.is_none()
            && let Some(end) = self.framer.find_record_end(input.rest())
        {
            return Ok(Frame { held: end, length: end, ended: true });
        }
        self.find_far_end(input).map_err(|error| self.fail(error))
    }

    /// Finds the end of a record that is not in what was available when it was scanned first.
    fn find_far_end(&mut self, input: &mut impl Input) -> io::Result<Frame> {
        let mut partial = match self.partial.take() {
            Some(partial) => partial,
            None => Partial { scanned: input.rest().len(), discarded: 0 },
        };
        loop {
            let piece = input.rest().get(partial.scanned..).unwrap_or_default();
            if let Some(end) = self.framer.find_record_end(piece) {
                let held = partial.scanned + end;
                return Ok(Frame { held, length: held + partial.discarded, ended: true });
            }
            // The delimiter does not count towards the limit.
            partial.discarded += input.discard_after(self.limit.saturating_add(1));
            partial.scanned = input.rest().len();
            match input.read_more() {
                Ok(true) => {}
                Ok(false) => {
                    let held = partial.scanned;
                    return Ok(Frame { held, length: held + partial.discarded, ended: false });
                }
                Err(error) => {
                    self.partial = Some(partial);
                    return Err(error);
                }
            }
        }
    }
}

fn starts_with_token(rest: &[u8]) -> bool {
    // Other bytes may be part of a byte order mark.
    rest.first().is_some_and(|&byte| matches!(byte, b'!'..=b'~'))
}
