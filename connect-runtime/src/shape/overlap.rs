//! Finds, at compile time, names shared by a struct and what is flattened into it: the first would take the key, and
//! the second would never see it.

use super::Shape;

/// Fails to compile if both accept the same key, or if the second, which is flattened, is read from an array.
#[track_caller]
pub const fn refuse_overlap(first: &Shape, second: &Shape) {
    if is_array(second) {
        fail_as_array(second.name);
    }
    let (ours, theirs) = (first.spellings.all(), second.spellings.all());
    let mut i = 0;
    while i < ours.len() {
        let mut j = 0;
        while j < theirs.len() {
            if same(ours[i].0, theirs[j].0) {
                fail(ours[i].0, first.name, second.name);
            }
            j += 1;
        }
        i += 1;
    }
}

/// Whether the fields have positions instead of names: only then are they numbered in Rust.
const fn is_array(shape: &Shape) -> bool {
    match shape.fields {
        [first, ..] => matches!(first.rust.as_bytes(), [b'0'..=b'9', ..]),
        [] => false,
    }
}

#[track_caller]
const fn fail_as_array(name: &str) -> ! {
    let message = Message::new()
        .push("`")
        .push(name)
        .push("` can't be flattened: its fields have no names, so it is an array in JSON and has no keys; name the fields, or remove `flatten`");
    panic!("{}", message.as_str())
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut index = 0;
    while index < a.len() && index < b.len() && a[index] == b[index] {
        index += 1;
    }
    a.len() == b.len() && index == a.len()
}

#[track_caller]
const fn fail(key: &str, first: &str, second: &str) -> ! {
    let message = Message::new()
        .push("`")
        .push(key)
        .push("` would be a field of both `")
        .push(first)
        .push("` and `")
        .push(second)
        .push("`, which share an object: give one of them another name with `rename = \"..\"`");
    panic!("{}", message.as_str())
}

/// A string that is built at compile time; parts that do not fit are left out.
struct Message {
    bytes: [u8; 512],
    len: usize,
}

impl Message {
    const fn new() -> Self {
        Self { bytes: [0; 512], len: 0 }
    }

    const fn push(mut self, part: &str) -> Self {
        let part = part.as_bytes();
        if self.len + part.len() <= self.bytes.len() {
            let mut index = 0;
            while index < part.len() {
                self.bytes[self.len + index] = part[index];
                index += 1;
            }
            self.len += part.len();
        }
        self
    }

    const fn as_str(&self) -> &str {
        match str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => "two fields have the same name",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Spellings, *};

    const fn shape(name: &'static str, sorted: &'static [(&'static str, usize)]) -> Shape {
        Shape { name, fields: &[], spellings: Spellings::new(sorted), deny_unknown_fields: false }
    }

    #[test]
    fn shapes_without_a_common_key_pass() {
        let (a, b) = (shape("A", &[("id", 0), ("name", 1)]), shape("B", &[("", 2), ("i", 0), ("idx", 1)]));
        refuse_overlap(&a, &b);
        refuse_overlap(&a, &Shape::empty("C"));
    }

    #[test]
    #[should_panic(expected = "`b` would be a field of both `A` and `B`, which share an object")]
    fn a_common_key_is_named() {
        refuse_overlap(&shape("A", &[("a", 0), ("b", 1)]), &shape("B", &[("b", 0), ("c", 1)]));
    }
}
