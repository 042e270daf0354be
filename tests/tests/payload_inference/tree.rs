//! JSON as a tree that keeps the order of keys, keys that come twice, and the spelling of numbers.

use std::fmt::Write;

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::value::RawValue;

use crate::random::Random;

/// A value as it was written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
    /// Text of a string or an object with half of a surrogate pair, which a reader may skip and can't read.
    Broken(String),
}

/// The entries of an object in their order.
struct Entries<'a>(Vec<(String, &'a RawValue)>);

impl<'a> Deserialize<'a> for Entries<'a> {
    fn deserialize<D: Deserializer<'a>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'a> Visitor<'a> for Collect {
            type Value = Entries<'a>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'a>>(self, mut map: M) -> Result<Entries<'a>, M::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

impl Tree {
    /// Reads JSON; `None` if it is none.
    pub(crate) fn read(json: &[u8]) -> Option<Self> {
        Some(Self::of(serde_json::from_slice::<&RawValue>(json).ok()?.get()))
    }

    /// The tree of a text that is valid JSON.
    fn of(json: &str) -> Self {
        let read = match json.as_bytes().first() {
            Some(b'n') => Some(Self::Null),
            Some(b't' | b'f') => Some(Self::Bool(json == "true")),
            Some(b'"') => serde_json::from_str(json).ok().map(Self::Text),
            Some(b'[') => serde_json::from_str::<Vec<&RawValue>>(json)
                .ok()
                .map(|items| Self::List(items.into_iter().map(|item| Self::of(item.get())).collect())),
            Some(b'{') => serde_json::from_str::<Entries<'_>>(json).ok().map(|Entries(entries)| {
                Self::Object(entries.into_iter().map(|(key, value)| (key, Self::of(value.get()))).collect())
            }),
            _ => Some(Self::Number(json.to_owned())),
        };
        read.unwrap_or_else(|| Self::Broken(json.to_owned()))
    }

    /// Writes it in the shortest spelling.
    pub(crate) fn to_json(&self) -> String {
        let mut writer = Writer { json: String::new(), random: None };
        writer.value(self);
        writer.json
    }

    /// Writes it with white space and escapes here and there.
    pub(crate) fn spell(&self, random: &mut Random) -> String {
        let mut writer = Writer { json: String::new(), random: Some(random) };
        writer.value(self);
        writer.json
    }
}

/// Writes JSON; with a source of randomness, in odd spellings.
struct Writer<'r> {
    json: String,
    random: Option<&'r mut Random>,
}

impl Writer<'_> {
    /// Whether to do what happens once in `times`.
    fn once_in(&mut self, times: usize) -> bool {
        self.random.as_mut().is_some_and(|random| random.below(times) == 0)
    }

    fn blank(&mut self) {
        if self.once_in(16) {
            self.json.push_str(" \n");
        }
    }

    fn value(&mut self, value: &Tree) {
        self.blank();
        match value {
            Tree::Null => self.json.push_str("null"),
            Tree::Bool(bool) => self.json.push_str(if *bool { "true" } else { "false" }),
            Tree::Number(text) | Tree::Broken(text) => self.json.push_str(text),
            Tree::Text(text) => self.string(text),
            Tree::List(items) => self.separated(['[', ']'], items, Self::value),
            Tree::Object(entries) => self.separated(['{', '}'], entries, |writer, (key, value)| {
                writer.blank();
                writer.string(key);
                writer.blank();
                writer.json.push(':');
                writer.value(value);
            }),
        }
        self.blank();
    }

    fn separated<T>(&mut self, brackets: [char; 2], items: &[T], write: impl Fn(&mut Self, &T)) {
        let [open, close] = brackets;
        self.json.push(open);
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.json.push(',');
            }
            write(self, item);
        }
        self.json.push(close);
    }

    fn string(&mut self, text: &str) {
        let escaped = self.once_in(8);
        self.json.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => self.json.extend(['\\', c]),
                c if c < ' ' || (escaped && self.once_in(2)) => {
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        let _ = write!(self.json, "\\u{unit:04x}");
                    }
                }
                c => self.json.push(c),
            }
        }
        self.json.push('"');
    }
}
