//! Skips a whole value without recursion, checking its syntax and nothing else.

use super::cursor::{Cursor, Halted};

/// Which containers are open, one bit each: 1 for an object. Up to 128 need no allocation.
#[derive(Debug, Default)]
pub(crate) struct Open {
    bits: u128,
    depth: usize,
    outer: Vec<u128>,
}

impl Open {
    pub(crate) fn push(&mut self, object: bool) {
        if self.depth > 0 && self.depth.is_multiple_of(128) {
            self.outer.push(self.bits);
        }
        self.bits = self.bits << 1 | u128::from(object);
        self.depth += 1;
    }

    pub(crate) fn pop(&mut self) {
        self.depth -= 1;
        self.bits >>= 1;
        if self.depth > 0 && self.depth.is_multiple_of(128) {
            self.bits = self.outer.pop().unwrap_or_default();
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.depth == 0
    }

    pub(crate) fn in_object(&self) -> bool {
        self.bits & 1 == 1
    }
}

impl Cursor<'_> {
    /// Skips the next value.
    #[inline]
    pub(crate) fn skip_value(&mut self) -> Result<(), Halted> {
        if self.next_token() == Some(b'"') { self.skip_string() } else { self.skip_other() }
    }

    #[inline(never)]
    fn skip_other(&mut self) -> Result<(), Halted> {
        let mut open = Open::default();
        loop {
            let opened = self.skip_scalar_or_open(&mut open)?;
            if !opened && !self.close_finished(&mut open)? {
                return Ok(());
            }
        }
    }

    /// Skips a scalar or an empty container (false), or enters a container up to its first value (true).
    fn skip_scalar_or_open(&mut self, open: &mut Open) -> Result<bool, Halted> {
        match self.next_token() {
            Some(b'"') => self.skip_string()?,
            Some(b'-' | b'0'..=b'9') => match self.number() {
                Ok(_) => {}
                Err(halted) => self.skip_infinity(halted)?,
            },
            Some(b't') => self.expect_literal("true")?,
            Some(b'f') => self.expect_literal("false")?,
            Some(b'n') => self.expect_literal("null")?,
            Some(bracket @ (b'{' | b'[')) => {
                self.open()?;
                return self.enter(open, bracket == b'{');
            }
            _ => self.skip_word()?,
        }
        Ok(false)
    }

    /// After an opening bracket or brace: false if the container is empty and closed.
    fn enter(&mut self, open: &mut Open, object: bool) -> Result<bool, Halted> {
        if self.next_token() == Some(if object { b'}' } else { b']' }) {
            self.close();
            return Ok(false);
        }
        open.push(object);
        if object {
            self.skip_key("`\"` or `}`")?;
        }
        Ok(true)
    }

    /// After a value: closes what ends here. True if another value follows, false if everything is closed.
    fn close_finished(&mut self, open: &mut Open) -> Result<bool, Halted> {
        while open.depth > 0 {
            let object = open.in_object();
            match self.next_token() {
                Some(b',') => {
                    self.at += 1;
                    if object {
                        self.skip_key("`\"`")?;
                    }
                    return Ok(true);
                }
                Some(b'}') if object => self.close(),
                Some(b']') if !object => self.close(),
                _ if object => return Err(self.expected(self.at, "`,` or `}`")),
                _ => return Err(self.expected(self.at, "`,` or `]`")),
            }
            open.pop();
        }
        Ok(false)
    }

    fn skip_key(&mut self, wanted: &str) -> Result<(), Halted> {
        if self.next_token() != Some(b'"') {
            return Err(self.expected(self.at, wanted));
        }
        self.skip_string()?;
        self.skip_colon()
    }

    /// Skips the next value. Returns the offset in bytes of the first fault, if the value is malformed or decoding has
    /// already stopped after it.
    pub(crate) fn skip_up_to_fault(&mut self) -> Option<usize> {
        let later = self.fault.take();
        if self.skip_value().is_ok() {
            self.fault = later;
        }
        self.fault.as_ref().map(|fault| fault.at)
    }

    /// Skips the colon after a key.
    #[inline]
    pub(crate) fn skip_colon(&mut self) -> Result<(), Halted> {
        if self.next_token() != Some(b':') {
            return Err(self.expected(self.at, "`:`"));
        }
        self.at += 1;
        Ok(())
    }
}
