//! Checks every session of every input, one at a time.

use std::{
    cell::RefCell,
    io::{self, BufReader, ErrorKind},
    rc::Rc,
};

use connect_runtime::{ConnectSession, Decoded, Decoder, StreamError, Tally};

use crate::{
    args::{Args, Format},
    input::{Input, Watched},
    json::Json,
    printer::{Place, Printer},
    progress::Progress,
    rejects::Rejects,
    screen::Screen,
    style::Sanitised,
    text::Text,
};

/// The exit status if all sessions are valid, or are those that come with the program.
const VALID: u8 = 0;

/// The exit status if a session is invalid.
const INVALID: u8 = 1;

/// The exit status if something could not be read or written.
pub(crate) const UNREADABLE: u8 = 2;

/// How much input is read at once, in bytes.
const BUFFER_SIZE: usize = 256 * 1024;

pub(crate) struct Check {
    decoder: Decoder,
    printer: Box<dyn Printer>,
    rejects: Option<Rejects>,
    screen: Rc<RefCell<Screen>>,
    tally: Tally,
    /// Whether the sessions are the bundled examples, some of which are broken on purpose.
    examples: bool,
    /// Whether some input could not be read to its end.
    unreadable: bool,
}

impl Check {
    pub(crate) fn new(args: &Args, inputs: &[Input]) -> io::Result<Self> {
        let progress = Progress::new(Input::total_bytes(inputs));
        Ok(Self {
            decoder: args.decoder(),
            printer: choose_printer(args),
            rejects: args.rejects.as_deref().map(|path| Rejects::create(path, &args.files)).transpose()?,
            screen: Rc::new(RefCell::new(Screen::new(progress))),
            tally: Tally::new(),
            examples: args.wants_examples(),
            unreadable: false,
        })
    }

    /// Checks all inputs and returns the exit status.
    pub(crate) fn run(mut self, inputs: &[Input]) -> io::Result<u8> {
        let checked = inputs.iter().try_for_each(|input| self.check_input(input)).and_then(|()| self.show_tally());
        self.screen.borrow_mut().progress.finish();
        match checked {
            // The reader of the output needs no more of it.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
            checked => checked?,
        }
        self.rejects.as_mut().map_or(Ok(()), Rejects::finish)?;
        Ok(self.status())
    }

    fn check_input(&mut self, input: &Input) -> io::Result<()> {
        let reader = match input.open() {
            Ok(reader) => Watched { reader, screen: Rc::clone(&self.screen) },
            Err(error) => return self.give_up(input, &error),
        };
        let sessions = self.decoder.stream(BufReader::with_capacity(BUFFER_SIZE, reader));
        for (record, session) in (0..).zip(sessions) {
            self.screen.borrow_mut().flush_if_full()?;
            match &session {
                Err(StreamError::Io(error)) => return self.give_up(input, error),
                _ => self.add(Place { input, record }, &session)?,
            }
        }
        self.screen.borrow_mut().flush_if_full()
    }

    /// Counts and shows the session at `place`.
    fn add(&mut self, place: Place<'_>, session: &Result<Decoded<ConnectSession>, StreamError>) -> io::Result<()> {
        self.tally.add(session);
        let mut screen = self.screen.borrow_mut();
        screen.progress.add_record();
        match session {
            Ok(session) => self.printer.valid(screen.lines(), place, session),
            Err(StreamError::Rejected { report, raw, .. }) => {
                self.rejects.as_mut().map_or(Ok(()), |rejects| rejects.add(raw))?;
                self.printer.rejected(screen.lines(), place, report)
            }
            Err(_) => Ok(()),
        }
    }

    /// Reports why an input can't be read any further.
    fn give_up(&mut self, input: &Input, error: &io::Error) -> io::Result<()> {
        self.unreadable = true;
        let mut screen = self.screen.borrow_mut();
        self.printer.unreadable(screen.lines(), input, error)?;
        screen.warn(format_args!("{} can't be read: {error}", Sanitised(input)))
    }

    fn show_tally(&mut self) -> io::Result<()> {
        let mut screen = self.screen.borrow_mut();
        self.printer.tally(screen.lines(), &self.tally)?;
        screen.show()
    }

    fn status(&self) -> u8 {
        match self.tally.rejected() {
            _ if self.unreadable => UNREADABLE,
            0 => VALID,
            _ if self.examples => VALID,
            _ => INVALID,
        }
    }
}

/// The printer for the chosen format.
fn choose_printer(args: &Args) -> Box<dyn Printer> {
    match args.format {
        Format::Human | Format::Short => Box::new(Text::new(args)),
        Format::Json => Box::new(Json { drift: args.drift }),
    }
}
