//! Records of bytes that the caller passes in, from whatever source.

use std::{
    fmt,
    io::{self, ErrorKind},
    marker::PhantomData,
};

use super::{error::StreamError, input::Input, position::Position, records::RecordCursor};
use crate::{
    decode::DecodeOwned,
    decoder::{Decoded, Decoder},
};

/// The size of the buffer that is kept while little is in it, in bytes.
const KEPT: usize = 128 * 1024;

/// Records of bytes that come in pieces of any size, without input and output: for asynchronous sources, sockets and
/// parsers of protocols. They are separated as [`Decoder::stream`] describes.
///
/// What is held is what was pushed and not asked for yet; of a record that is not complete, no more than
/// [`max_input_bytes`](Decoder::max_input_bytes), which is 64 MiB unless set. So ask for all records after each push.
///
/// ```
/// use connect_runtime::{RecordBuffer, StreamError};
///
/// // What an asynchronous client has, whichever runtime it is of.
/// struct Body(Vec<&'static [u8]>);
///
/// impl Body {
///     async fn chunk(&mut self) -> Option<&'static [u8]> {
///         self.0.pop()
///     }
/// }
///
/// async fn sum(mut body: Body) -> Result<u64, StreamError> {
///     let (mut buffer, mut sum) = (RecordBuffer::<u64>::new(), 0);
///     while let Some(chunk) = body.chunk().await {
///         buffer.push(chunk);
///         while let Some(number) = buffer.next() {
///             sum += number?.value;
///         }
///     }
///     buffer.finish();
///     while let Some(number) = buffer.next() {
///         sum += number?.value;
///     }
///     Ok(sum)
/// }
/// # let mut future = std::pin::pin!(sum(Body(vec![b"4", b"3\n", b"1\n2"])));
/// # let mut context = std::task::Context::from_waker(std::task::Waker::noop());
/// # let std::task::Poll::Ready(sum) = future.as_mut().poll(&mut context) else { panic!() };
/// # assert_eq!(sum?, 1 + 23 + 4);
/// # Ok::<(), StreamError>(())
/// ```
pub struct RecordBuffer<T> {
    input: Pushed,
    cursor: RecordCursor,
    record: PhantomData<fn() -> T>,
}

impl<T: DecodeOwned> Default for RecordBuffer<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: DecodeOwned> RecordBuffer<T> {
    /// An empty buffer with the default decoder; see also [`Decoder::record_buffer`].
    ///
    /// ```
    /// assert!(connect_runtime::RecordBuffer::<u8>::new().next().is_none());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Decoder::new().record_buffer()
    }

    pub(super) fn with(cursor: RecordCursor) -> Self {
        Self { input: Pushed::new(), cursor: cursor.resumable(), record: PhantomData }
    }

    /// Adds the next bytes of the stream. After [`finish`](Self::finish), they are ignored.
    ///
    /// ```
    /// let mut buffer = connect_runtime::RecordBuffer::<String>::new();
    /// for piece in ["\"a", "da\"", "\n"] {
    ///     assert!(buffer.next().is_none());
    ///     buffer.push(piece.as_bytes());
    /// }
    /// assert_eq!(buffer.next().transpose()?.map(|name| name.value).as_deref(), Some("ada"));
    /// # Ok::<(), connect_runtime::StreamError>(())
    /// ```
    pub fn push(&mut self, bytes: &[u8]) {
        if !self.input.is_finished {
            self.input.push(bytes);
        }
    }

    /// Ends the stream: [`next`](Self::next) then yields what is left, where a record that is cut off is an error.
    ///
    /// ```
    /// let mut buffer = connect_runtime::RecordBuffer::<u8>::new();
    /// buffer.push(b"12");
    /// assert!(buffer.next().is_none());
    /// buffer.finish();
    /// assert_eq!(buffer.next().transpose()?.map(|number| number.value), Some(12));
    /// # Ok::<(), connect_runtime::StreamError>(())
    /// ```
    pub fn finish(&mut self) {
        self.input.is_finished = true;
    }

    /// The next record, if all of it was pushed. `None` means that more bytes are needed, or that the stream ended.
    ///
    /// ```
    /// let mut buffer = connect_runtime::RecordBuffer::<u8>::new();
    /// buffer.push(b"[1, x, 3");
    /// assert_eq!(buffer.next().transpose()?.map(|number| number.value), Some(1));
    /// assert!(buffer.next().is_some_and(|number| number.is_err()));
    /// assert!(buffer.next().is_none());
    /// buffer.push(b"]");
    /// assert_eq!(buffer.next().transpose()?.map(|number| number.value), Some(3));
    /// # Ok::<(), connect_runtime::StreamError>(())
    /// ```
    #[expect(clippy::should_implement_trait, reason = "an iterator that yields `None` has ended; here more may come")]
    pub fn next(&mut self) -> Option<Result<Decoded<T>, StreamError>> {
        match self.cursor.next_frame(&mut self.input)? {
            Ok(frame) => {
                let (bytes, position) = self.input.parts();
                Some(self.cursor.decode_record(frame, bytes, position))
            }
            Err(StreamError::Io(error)) if error.kind() == ErrorKind::WouldBlock => None,
            Err(error) => Some(Err(error)),
        }
    }
}

// What is held may be secret.
impl<T> fmt::Debug for RecordBuffer<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordBuffer")
            .field("count", &self.cursor.count())
            .field("held", &self.input.rest().len())
            .finish_non_exhaustive()
    }
}

/// The bytes that were pushed and are not consumed yet.
struct Pushed {
    bytes: Vec<u8>,
    position: Position,
    is_finished: bool,
}

impl Pushed {
    fn new() -> Self {
        Self { bytes: Vec::new(), position: Position::new(), is_finished: false }
    }

    fn push(&mut self, bytes: &[u8]) {
        // What is moved is no more than what was consumed, so each byte is moved about once.
        if self.position.index() * 2 >= self.bytes.len() && self.position.index() > 0 {
            let consumed = self.position.rebase(&self.bytes);
            self.bytes.drain(..consumed);
            if self.bytes.capacity() > 2 * KEPT && self.bytes.len() + bytes.len() <= KEPT {
                // One long record is no reason to keep a large buffer for all that follow.
                self.bytes.shrink_to(KEPT);
            }
        }
        self.bytes.extend_from_slice(bytes);
    }
}

impl Input for Pushed {
    fn rest(&self) -> &[u8] {
        self.bytes.get(self.position.index()..).unwrap_or_default()
    }

    fn read_more(&mut self) -> io::Result<bool> {
        if self.is_finished { Ok(false) } else { Err(ErrorKind::WouldBlock.into()) }
    }

    fn discard_after(&mut self, count: usize) -> usize {
        let surplus = self.rest().len().saturating_sub(count);
        if surplus > 0 {
            self.position.count_discarded(&self.bytes, count);
            self.bytes.truncate(self.bytes.len() - surplus);
        }
        surplus
    }

    fn parts(&mut self) -> (&[u8], &mut Position) {
        (&self.bytes, &mut self.position)
    }
}
