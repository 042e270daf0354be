//! Finds the array of records inside the documents of a stream, and checks the syntax of all that is around it. What was
//! passed is not held.

use super::{framer::is_whitespace, position::Position};
use crate::{
    json::{Dialect, Open, Segment},
    message::Message,
    report::{Code, RecordStart, Report},
};

mod fault;
mod pointer;
mod tokens;
mod way;

use way::{Value, Way};

/// What is expected next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// A document.
    Outside,
    Value,
    /// A value or the end of the array.
    FirstItem,
    /// A key or the end of the object.
    FirstKey,
    Key,
    Colon,
    /// A comma or the end of the container.
    Next,
    /// The rest of a string, which may be a key.
    Text {
        key: bool,
    },
    /// The rest of a number or literal.
    Word,
}

/// What ended a scan.
pub(super) enum Event {
    /// The opening bracket of the array of records, which is passed.
    Records,
    /// The document does not have them; the scan may go on.
    Missing(Report),
    /// The document is not valid, or exceeds a limit.
    Fault(Report),
}

/// How a step of the scan ends: `Ok` with whether more bytes are needed.
type Step = Result<bool, Event>;

const GO_ON: Step = Ok(false);
const NEEDS_MORE: Step = Ok(true);

/// What is allowed around the records.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub(super) depth: usize,
    /// How long a number may be, in bytes.
    pub(super) word: usize,
    pub(super) dialect: Dialect,
}

/// How far the current document was scanned.
#[derive(Debug)]
pub(super) struct Envelope {
    way: Way,
    limits: Limits,
    state: State,
    open: Open,
    depth: usize,
    /// What was passed of the current number, literal, or key of a container on the way.
    token: Vec<u8>,
    /// Where the current key of such a container starts.
    key_start: RecordStart,
    /// The number of records of the current array.
    pub(super) items: usize,
}

/// The bytes held of the stream, and whether they are the last.
#[derive(Clone, Copy)]
struct Piece<'b> {
    bytes: &'b [u8],
    is_last: bool,
}

impl<'b> Piece<'b> {
    fn rest(self, position: &Position) -> &'b [u8] {
        self.bytes.get(position.index()..).unwrap_or_default()
    }
}

impl Envelope {
    /// Seeks the array at the JSON Pointer `pointer`; a message if that is none.
    pub(super) fn new(pointer: &str, limits: Limits) -> Result<Self, String> {
        let way = Way::new(pointer::parse(pointer)?);
        let (state, open, token) = (State::Outside, Open::default(), Vec::new());
        Ok(Self { way, limits, state, open, depth: 0, token, key_start: RecordStart::START, items: 0 })
    }

    /// Whether the next document is expected.
    pub(super) fn is_outside(&self) -> bool {
        self.state == State::Outside
    }

    /// Starts the next document.
    pub(super) fn start(&mut self) {
        self.way.restart();
        self.state = State::Value;
    }

    /// The path of the current record.
    pub(super) fn item_path(&self) -> Vec<Segment> {
        let mut path = self.way.to_records();
        path.push(Segment::Index(self.items));
        path
    }

    /// Scans the `bytes` held from `position` on, the last ones if `is_last`. `None` if more are needed, or the document
    /// ended.
    pub(super) fn scan(&mut self, bytes: &[u8], position: &mut Position, is_last: bool) -> Option<Event> {
        let piece = Piece { bytes, is_last };
        loop {
            match self.step(piece, position) {
                Ok(false) if !self.is_outside() => {}
                Ok(_) => return None,
                Err(event) => return Some(event),
            }
        }
    }

    fn step(&mut self, piece: Piece<'_>, position: &mut Position) -> Step {
        match self.state {
            State::Text { key } => return self.pass_text(key, piece, position),
            State::Word => return self.pass_word(piece, position),
            _ => {}
        }
        let rest = piece.rest(position);
        position.advance(rest.iter().take_while(|&&byte| is_whitespace(byte)).count());
        match piece.rest(position).first() {
            None if !piece.is_last => NEEDS_MORE,
            first => self.take_token(first.copied(), piece, position),
        }
    }

    fn take_token(&mut self, first: Option<u8>, piece: Piece<'_>, position: &mut Position) -> Step {
        let next = match (self.state, first) {
            (State::Value | State::FirstItem, Some(first)) if starts_value(first) => {
                return self.begin(first, piece, position);
            }
            (State::FirstKey | State::Key, Some(b'"')) => State::Text { key: true },
            (State::Next, Some(b',')) if self.open.in_object() => State::Key,
            (State::Colon, Some(b':')) | (State::Next, Some(b',')) => State::Value,
            (state, Some(byte)) if self.ends_container(state, byte) => return self.close(position),
            (state, _) => {
                let wanted = describe(state, self.open.in_object());
                return self.expected(wanted, piece, position);
            }
        };
        if next == (State::Text { key: true }) && self.depth == self.way.depth() {
            self.key_start = position.origin(piece.bytes);
        }
        self.state = next;
        self.token.clear();
        position.advance(1);
        GO_ON
    }

    fn ends_container(&self, state: State, byte: u8) -> bool {
        match state {
            State::FirstKey => byte == b'}',
            State::FirstItem => byte == b']',
            State::Next => byte == if self.open.in_object() { b'}' } else { b']' },
            _ => false,
        }
    }

    /// Enters the value that starts with the byte `first`.
    fn begin(&mut self, first: u8, piece: Piece<'_>, position: &mut Position) -> Step {
        if self.depth == self.way.depth() {
            match self.way.take_value(first, || position.origin(piece.bytes)) {
                Value::Passed => {}
                Value::Records => {
                    position.advance(1);
                    self.items = 0;
                    self.end_value();
                    return Err(Event::Records);
                }
                Value::Wrong(report) => {
                    // The value is passed over when the scan goes on: it is no longer one that is sought.
                    self.enter(first, piece, position)?;
                    return Err(Event::Missing(report));
                }
            }
        }
        self.enter(first, piece, position)
    }

    fn enter(&mut self, first: u8, piece: Piece<'_>, position: &mut Position) -> Step {
        self.token.clear();
        self.state = match first {
            b'"' => State::Text { key: false },
            b'{' => State::FirstKey,
            b'[' => State::FirstItem,
            _ => {
                self.state = State::Word;
                return GO_ON;
            }
        };
        if first != b'"' {
            if self.depth == self.limits.depth {
                let params = [("max", self.limits.depth.into())];
                let message = Message::fill("arrays and objects are nested deeper than {max} levels", params);
                return self.fault(Code::DepthLimit, message, piece, position);
            }
            self.open.push(first == b'{');
            self.depth += 1;
        }
        position.advance(1);
        GO_ON
    }

    /// Leaves the innermost container.
    fn close(&mut self, position: &mut Position) -> Step {
        let missing = if self.depth == self.way.depth() { self.way.leave() } else { None };
        position.advance(1);
        self.open.pop();
        self.depth -= 1;
        self.end_value();
        missing.map_or(GO_ON, |report| Err(Event::Missing(report)))
    }

    fn end_value(&mut self) {
        self.state = if self.depth == 0 { State::Outside } else { State::Next };
    }
}

fn starts_value(byte: u8) -> bool {
    matches!(byte, b'{' | b'[' | b'"' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n' | b'N' | b'I')
}

/// What is expected in `state`, for a message.
fn describe(state: State, in_object: bool) -> &'static str {
    match state {
        State::FirstKey => "`\"` or `}`",
        State::Key => "`\"`",
        State::Colon => "`:`",
        State::Next if in_object => "`,` or `}`",
        State::Next => "`,` or `]`",
        _ => "a value",
    }
}
