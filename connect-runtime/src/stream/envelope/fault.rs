//! What ends a stream in the text around its records.

use super::{Envelope, Event, NEEDS_MORE, Piece, Step};
use crate::{
    json::{Cursor, JsonText},
    message::Message,
    report::{Code, RecordStart, Report},
    stream::position::Position,
};

/// How much of the text from a fault on its message may depend on, in bytes.
const SHOWN: usize = 16;

impl Envelope {
    /// Reports that something other than `wanted` is here.
    #[cold]
    pub(super) fn expected(&mut self, wanted: &str, piece: Piece<'_>, position: &mut Position) -> Step {
        let rest = piece.rest(position);
        if !piece.is_last && rest.len() < 4 && rest.first().is_some_and(|first| !first.is_ascii()) {
            // The character may be cut.
            return NEEDS_MORE;
        }
        let shown = rest.get(..SHOWN).unwrap_or(rest);
        let mut cursor = Cursor::again(JsonText::new(shown));
        cursor.expected(0, wanted);
        let message = cursor.take_fault().map_or(Message::default(), |fault| fault.message);
        self.fault(Code::Syntax, message, piece, position)
    }

    /// Reports what is wrong in a string, from the escape, control character or end of the input at `rest`.
    #[cold]
    pub(super) fn text_fault(&mut self, rest: &[u8], piece: Piece<'_>, position: &mut Position) -> Step {
        let text = [b"\"", rest.get(..SHOWN).unwrap_or(rest)].concat();
        let mut cursor = Cursor::again(JsonText::new(&text));
        let fault = cursor.skip_value().err().and_then(|_| cursor.take_fault());
        let (at, message) = fault.map_or((1, Message::default()), |fault| (fault.at, fault.message));
        position.advance(at.saturating_sub(1));
        self.fault(Code::Syntax, message, piece, position)
    }

    #[cold]
    pub(super) fn fault(&mut self, code: Code, message: Message, piece: Piece<'_>, position: &mut Position) -> Step {
        let (rest, start) = (piece.rest(position), position.origin(piece.bytes));
        let length = JsonText::new(rest.get(..4).unwrap_or(rest)).char_len(0);
        Err(self.fault_at(code, message, start, length))
    }

    #[cold]
    pub(super) fn fault_at(&self, code: Code, mut message: Message, start: RecordStart, length: usize) -> Event {
        message.text.push_str("; where the document ends is unknown, so reading stops here");
        Event::Fault(Report::at(code, self.way.here(), message, start, length))
    }
}
