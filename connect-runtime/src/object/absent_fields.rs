//! Fields whose key is absent.

use crate::{
    json::find,
    message::{Message, Param},
    reader::{Reader, excluded_keys::describe_taken},
    report::{
        Code,
        quote::{all, shorten},
    },
    shape::Shape,
};

/// Gives absent fields their values, or reports them as missing.
#[derive(Debug)]
pub struct AbsentFields<'r, 'de> {
    pub(crate) reader: &'r mut Reader<'de>,
    pub(crate) shape: &'static Shape,
    pub(crate) start: usize,
    /// Whether the object has keys of a struct around the model.
    pub(crate) shared: bool,
    /// The keys of the object that are no names of fields, once a field is missing.
    foreign: Option<Box<ForeignKeys>>,
}

/// How much may be searched for keys that may be meant, in bytes; twice the input if that is more. Objects around
/// objects with missing fields would take a pass over the input each.
const MIN_SEARCHED: usize = 1 << 16;

/// Keys that are no names of fields.
#[derive(Debug, Default)]
struct ForeignKeys {
    keys: Vec<String>,
    /// Whether the object has no key of the model, and nobody said so yet.
    alone: bool,
}

impl<'r, 'de> AbsentFields<'r, 'de> {
    /// Those of the object at `start`, which has this `shape`.
    #[inline]
    pub(crate) fn new(reader: &'r mut Reader<'de>, shape: &'static Shape, start: usize) -> Self {
        Self { reader, shape, start, shared: false, foreign: None }
    }

    #[cold]
    pub(crate) fn record_missing(&mut self, index: usize) {
        let name = self.shape.fields.get(index).map_or("", |field| field.name);
        let message = if self.reader.problems.has_room() { self.describe(index, name) } else { Message::default() };
        self.reader.problems.add_below(self.start, name, Code::MissingField, || message);
    }

    /// Names the enum that took the key as its tag, or the key that may be meant; if the object is not of this model at
    /// all, the keys that it has.
    fn describe(&mut self, index: usize, name: &str) -> Message {
        let spells = |key: &str| self.shape.spellings.find_any(key) == Some(index);
        if let Some(taker) = self.reader.excluded.taker(self.start, spells) {
            return describe_taken(name, taker);
        }
        let field = ("field", name.into());
        let mut foreign = self.foreign.take().unwrap_or_else(|| Box::new(self.find_foreign_keys()));
        let (keys, alone) = (&foreign.keys, foreign.alone && !foreign.keys.is_empty());
        let message = if let Some(near) = self.shape.spellings.nearest_key(index, keys) {
            let params = [field, ("nearest", shorten(near).into())];
            Message::fill("required field `{field}` is missing; the object has `{nearest}`", params)
        } else if alone {
            let text = format!("required field `{{field}}` is missing; the object has {}", all(keys));
            Message::fill(&text, [field]).with("keys", Param::List(keys.iter().map(|key| shorten(key)).collect()))
        } else {
            Message::fill("required field `{field}` is missing", [field])
        };
        foreign.alone = false;
        self.foreign = Some(foreign);
        message
    }

    /// None where keys are not shown, or where those of something else are among them.
    fn find_foreign_keys(&mut self) -> ForeignKeys {
        let size = self.reader.json.at().saturating_sub(self.start);
        let rare = self.reader.rare();
        rare.searched = rare.searched.saturating_add(size);
        if rare.searched > MIN_SEARCHED.max(self.reader.json.text().len().saturating_mul(2)) {
            return ForeignKeys::default();
        }
        let tag = self.reader.excluded.tag_of(self.start).map(|tag| tag.field.name);
        if self.reader.is_sensitive() || self.reader.excluded.affect(self.start) && tag.is_none() {
            return ForeignKeys::default();
        }
        let (mut keys, mut alone) = (Vec::new(), tag.is_none() && !self.shared);
        find::find_key(self.reader.json.text(), self.start, |key| {
            if self.shape.has(key) {
                alone = false;
            } else if Some(key) != tag {
                keys.push(key.to_owned());
            }
            false
        });
        ForeignKeys { keys, alone }
    }
}
