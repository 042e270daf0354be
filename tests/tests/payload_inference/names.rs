//! Keys as identifiers.

/// A casing that serde's `rename_all` knows.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Case {
    Camel,
    Pascal,
    Kebab,
    Snake,
    Lower,
    Upper,
}

impl Case {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Camel => "camelCase",
            Self::Pascal => "PascalCase",
            Self::Kebab => "kebab-case",
            Self::Snake => "snake_case",
            Self::Lower => "lowercase",
            Self::Upper => "UPPERCASE",
        }
    }

    /// The words, which are in snake case, in this one.
    fn apply(self, snake: &str) -> String {
        match self {
            Self::Camel => {
                let pascal = to_pascal(snake);
                pascal.char_indices().map(|(at, c)| if at == 0 { c.to_ascii_lowercase() } else { c }).collect()
            }
            Self::Pascal => to_pascal(snake),
            Self::Kebab => snake.replace('_', "-"),
            Self::Snake => snake.to_owned(),
            Self::Lower => to_pascal(snake).to_lowercase(),
            Self::Upper => to_pascal(snake).to_uppercase(),
        }
    }

    /// The casing of all keys, if their identifiers need one.
    pub(crate) fn of_fields(keys: &[&str]) -> Option<Self> {
        let needed = keys.iter().any(|key| to_snake(key) != *key);
        Self::find(&[Self::Camel, Self::Pascal, Self::Kebab], keys).filter(|_| needed)
    }

    /// The casing of all names of variants.
    pub(crate) fn of_variants(names: &[&str]) -> Option<Self> {
        Self::find(&[Self::Lower, Self::Snake, Self::Upper, Self::Camel], names)
    }

    fn find(cases: &[Self], keys: &[&str]) -> Option<Self> {
        cases.iter().copied().find(|case| keys.iter().all(|key| case.apply(&to_snake(key)) == *key && *key != "self"))
    }
}

/// `firstName`, `first-name` and `_first_name` as `first_name`.
pub(crate) fn to_snake(key: &str) -> String {
    let mut snake = String::new();
    let mut after_lower = false;
    for c in key.chars() {
        if !c.is_ascii_alphanumeric() {
            after_lower = false;
            if !snake.is_empty() && !snake.ends_with('_') {
                snake.push('_');
            }
            continue;
        }
        if c.is_ascii_uppercase() && after_lower {
            snake.push('_');
        }
        after_lower = c.is_ascii_lowercase() || c.is_ascii_digit();
        snake.push(c.to_ascii_lowercase());
    }
    snake
}

/// `first_name` as `FirstName`.
pub(crate) fn to_pascal(key: &str) -> String {
    let words = to_snake(key);
    let words = words.split('_').map(|word| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    });
    words.collect()
}
