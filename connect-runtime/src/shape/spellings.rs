//! Finds a name among the names of a model, exactly or approximately.

use crate::json::scan;

/// Every accepted spelling with the index of the field or variant that it names, sorted by length in bytes.
#[derive(Debug)]
pub struct Spellings {
    sorted: &'static [(&'static str, usize)],
    /// Where the spellings of a length begin; the last bucket has all longer ones.
    starts: [u16; BUCKETS + 1],
    /// Whether a name that differs only by ASCII case is accepted, too.
    ignores_case: bool,
}

const BUCKETS: usize = 32;

impl Spellings {
    /// `sorted` is in ascending order of length.
    ///
    /// # Panics
    /// At compile time, if a model has more than 65535 names.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "checked at compile time by the assertion")]
    pub const fn new(sorted: &'static [(&'static str, usize)]) -> Self {
        assert!(sorted.len() <= u16::MAX as usize, "a model has at most 65535 names and aliases");
        let mut starts = [0; BUCKETS + 1];
        let (mut length, mut index) = (0, 0);
        while length < BUCKETS {
            while index < sorted.len() && sorted[index].0.len() < length {
                index += 1;
            }
            starts[length] = index as u16;
            length += 1;
        }
        starts[BUCKETS] = sorted.len() as u16;
        Self { sorted, starts, ignores_case: false }
    }

    /// The same spellings, whatever the ASCII case.
    #[must_use]
    pub const fn ignoring_case(self) -> Self {
        Self { ignores_case: true, ..self }
    }

    pub(crate) const fn ignores_case(&self) -> bool {
        self.ignores_case
    }

    /// The length of the longest spelling, in bytes.
    #[inline]
    pub(crate) fn longest(&self) -> usize {
        self.sorted.last().map_or(0, |(spelling, _)| spelling.len())
    }

    /// How many spellings there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.sorted.len()
    }

    /// The spellings as serde asks for fields. Generated code calls this at compile time, with `N` as the count.
    #[must_use]
    pub const fn names<const N: usize>(&self) -> [&'static str; N] {
        let (mut names, mut index) = ([""; N], 0);
        while index < N {
            names[index] = self.sorted[index].0;
            index += 1;
        }
        names
    }

    /// All spellings, each with the index that it names.
    pub(crate) const fn all(&self) -> &'static [(&'static str, usize)] {
        self.sorted
    }

    /// The index of the field or variant that `name` names.
    #[inline]
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        let bucket = name.len().min(BUCKETS - 1);
        let (start, end) = (*self.starts.get(bucket)?, *self.starts.get(bucket + 1)?);
        let candidates = self.sorted.get(usize::from(start)..usize::from(end))?;
        let same = |&&(spelling, _): &&(&str, usize)| {
            spelling.len() == name.len() && scan::same(spelling.as_bytes(), name.as_bytes())
        };
        candidates.iter().find(same).map(|&(_, index)| index)
    }

    /// As [`find`](Self::find), or by case alone where case is ignored.
    pub(crate) fn find_any(&self, name: &str) -> Option<usize> {
        self.find(name).or_else(|| self.find_folded(name).map(|(_, index)| index))
    }

    /// The spelling that differs from `name` only by case, with what it names, where case is ignored.
    #[inline(never)]
    pub(crate) fn find_folded(&self, name: &str) -> Option<(&'static str, usize)> {
        let mut candidates = self.sorted.iter().filter(|_| self.ignores_case);
        candidates.find(|(spelling, _)| spelling.eq_ignore_ascii_case(name)).copied()
    }

    /// The spelling nearest to `name`, if it is near enough for a suggestion. Of several, one that `is_canonical` comes
    /// first.
    #[cold]
    pub(crate) fn nearest(&self, name: &str, is_canonical: impl Fn(usize, &str) -> bool) -> Option<&'static str> {
        let allowed = (name.chars().count() / 4).clamp(1, 3);
        let near = self.sorted.iter().filter_map(|&(spelling, index)| {
            Some((near(name, spelling, allowed)?, !is_canonical(index, spelling), spelling))
        });
        near.min().map(|(.., spelling)| spelling)
    }

    /// The first key that differs from a spelling of `index` in case, separators or one edit, the nearest of them.
    #[cold]
    pub(crate) fn nearest_key<'k>(&self, index: usize, keys: &'k [String]) -> Option<&'k str> {
        let names = || self.sorted.iter().filter(|&&(_, of)| of == index);
        let near = |key: &String| names().filter_map(|(spelling, _)| near(key, spelling, 1)).min();
        let keys = keys.iter().filter_map(|key| Some((near(key)?, key.as_str())));
        keys.min_by_key(|&(distance, _)| distance).map(|(_, key)| key)
    }
}

/// The edit distance from `name` to `spelling`, if it is at most `most` and less than half of either.
fn near(name: &str, spelling: &str, most: usize) -> Option<usize> {
    let distance = distance(name, spelling, most);
    let shorter = name.chars().count().min(spelling.chars().count());
    (distance <= most && (distance == 0 || 2 * distance < shorter)).then_some(distance)
}

/// The edit distance from `a` to `b`, ignoring case and separators; anything above `most` if it is larger.
fn distance(a: &str, b: &str, most: usize) -> usize {
    let fold = |text: &str| -> Vec<char> {
        text.chars().filter(|c| !matches!(c, '_' | '-' | ' ' | '.')).flat_map(char::to_lowercase).collect()
    };
    if a.len().abs_diff(b.len()) > most + 4 || a.len() > 256 {
        return most + 1;
    }
    let (a, b) = (fold(a), fold(b));
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (to, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let cost = (diagonal + usize::from(from != to)).min(left + 1).min(*cell + 1);
            diagonal = std::mem::replace(cell, cost);
            left = cost;
        }
        row.first_mut().into_iter().for_each(|first| *first = i + 1);
    }
    row.last().copied().unwrap_or_default()
}
