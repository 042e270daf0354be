//! The way to the next record and to its end.

use std::io;

use super::{Frame, Phase, Records};
use crate::stream::{
    detect::{BYTE_ORDER_MARK, detect},
    error::StreamError,
    framer::{Form, is_blank},
    input::Input,
};

impl Records {
    /// The next record, as far as it is held; none if there is none.
    #[inline]
    pub(in crate::stream) fn next_frame(&mut self, input: &mut impl Input) -> Option<Result<Frame, StreamError>> {
        match self.approach(input) {
            Ok(true) => Some(self.find_end(input)),
            Ok(false) => None,
            Err(error) => Some(Err(error)),
        }
    }

    /// Goes to the start of what comes next; false if nothing does.
    #[inline]
    fn approach(&mut self, input: &mut impl Input) -> Result<bool, StreamError> {
        match self.phase {
            Phase::Done => return Ok(false),
            // Nearly every record of nearly every stream.
            Phase::Record if starts_with_token(input.rest()) => return Ok(true),
            _ => {}
        }
        let found = self.find_next(input).map_err(|error| self.fail(error))?;
        if !found {
            self.phase = Phase::Done;
        }
        Ok(found)
    }

    /// Ends the stream, which can't be read.
    #[cold]
    fn fail(&mut self, error: io::Error) -> StreamError {
        self.phase = Phase::Done;
        StreamError::Io(error)
    }

    fn find_next(&mut self, input: &mut impl Input) -> io::Result<bool> {
        if self.phase == Phase::Start {
            self.begin(input)?;
        }
        let mut next = self.pass_blanks(input)?;
        if self.phase == Phase::FirstItem && next == Some(b']') {
            let (bytes, position) = input.parts();
            position.pass(1);
            self.close(bytes, position);
            next = self.pass_blanks(input)?;
        }
        Ok(next.is_some() || !matches!(self.phase, Phase::Record | Phase::Closed))
    }

    #[cold]
    fn begin(&mut self, input: &mut impl Input) -> io::Result<()> {
        self.framer.form = detect(input)?;
        if input.rest().starts_with(BYTE_ORDER_MARK) {
            input.parts().1.pass_mark(BYTE_ORDER_MARK);
        }
        self.phase = Phase::Record;
        if self.framer.form == Form::Array {
            self.pass_blanks(input)?;
            input.parts().1.pass(1);
            self.phase = Phase::FirstItem;
        }
        Ok(())
    }

    /// Goes to the next byte that is not blank.
    fn pass_blanks(&mut self, input: &mut impl Input) -> io::Result<Option<u8>> {
        loop {
            let rest = input.rest();
            let blanks = rest.iter().position(|&byte| !is_blank(byte)).unwrap_or(rest.len());
            let next = rest.get(blanks).copied();
            self.pass(input, blanks);
            if next.is_some() || !input.read_more()? {
                return Ok(next);
            }
        }
    }

    fn pass(&self, input: &mut impl Input, count: usize) {
        let (bytes, position) = input.parts();
        position.pass(count);
        if self.framer.form == Form::Lines {
            position.origin(bytes);
        }
    }

    /// Looks for the end of the record at hand, of which no more is held than may be needed.
    #[inline]
    fn find_end(&mut self, input: &mut impl Input) -> Result<Frame, StreamError> {
        match self.framer.pass_record(input.rest()) {
            Some(end) => Ok(Frame { held: end, length: end, ended: true }),
            None => self.find_far_end(input).map_err(|error| self.fail(error)),
        }
    }

    fn find_far_end(&mut self, input: &mut impl Input) -> io::Result<Frame> {
        let mut shed = 0;
        loop {
            // The delimiter comes on top of the limit.
            shed += input.shed(self.limit.saturating_add(1));
            let held = input.rest().len();
            if !input.read_more()? {
                return Ok(Frame { held, length: held + shed, ended: false });
            }
            let piece = input.rest().get(held..).unwrap_or_default();
            if let Some(end) = self.framer.pass_record(piece) {
                let length = held + end;
                return Ok(Frame { held: length, length: length + shed, ended: true });
            }
        }
    }
}

fn starts_with_token(rest: &[u8]) -> bool {
    rest.first().is_some_and(|&byte| byte > b' ')
}
