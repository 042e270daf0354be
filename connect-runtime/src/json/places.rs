//! The places of all entries of one container, for many look-ups in it.

use std::{borrow::Cow, collections::HashMap};

use super::{Exact, JsonText, Number, find::for_each_entry};

/// The offset of each item of an array, or of the value of each key of an object, by its spelling as a key.
pub(crate) struct Places<'t> {
    by_spelling: HashMap<Cow<'t, str>, usize>,
    /// Only of numbers that have a shorter spelling.
    by_number: HashMap<Exact, usize>,
}

impl<'t> Places<'t> {
    /// The entries of the array or object at `start`; of those that are spelled the same, the first.
    pub(crate) fn of_entries(text: JsonText<'t>, start: usize) -> Self {
        let mut places = Self { by_spelling: HashMap::new(), by_number: HashMap::new() };
        for_each_entry(text, start, |spelling, at| {
            places.add(spelling, at);
            true
        });
        places
    }

    fn add(&mut self, spelling: Cow<'t, str>, at: usize) {
        if let Some(number) = Number::parse(&spelling)
            && (!number.plain || number.text == "-0")
        {
            self.by_number.entry(Exact::parse(number.text)).or_insert(at);
        }
        self.by_spelling.entry(spelling).or_insert(at);
    }

    /// The entry with this spelling, else the one that is the same number.
    pub(crate) fn find(&self, spelling: &str) -> Option<usize> {
        let same_number = || self.by_number.get(&Exact::parse(Number::parse(spelling)?.text));
        self.by_spelling.get(spelling).or_else(same_number).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::{super::find::find_entry, Places};

    #[test]
    fn an_entry_is_found_by_its_spelling_else_by_its_value() {
        let place = |text: &str, name| {
            let text = text.into();
            let found = find_entry(text, 0, name);
            assert_eq!(Places::of_entries(text, 0).find(name), found, "{text:?} {name}");
            found
        };
        assert_eq!(place(r#"["1.0", "\u0061", "1", "a"]"#, "1"), Some(18));
        assert_eq!(place(r#"["1.0", "\u0061", "1", "a"]"#, "a"), Some(8));
        assert_eq!(place("[[1], {}, 7, 30.0, 3e1]", "30"), Some(13));
        assert_eq!(place(r#"{"1.0":{}, "1":[], "-0": 5}"#, "1"), Some(15));
        assert_eq!(place(r#"{"1.0":{}, "1":[], "-0": 5}"#, "0"), Some(25));
        assert_eq!(place("[1, 2]", "3"), None);
        assert_eq!(place(r#"{"x": 3}"#, "3"), None);
        assert_eq!(place("1", "1"), None);
    }
}
