//! The parameters of a message, by name.

use std::{
    borrow::Cow,
    fmt::{self, Display, LowerExp},
    slice,
};

use crate::one_line::one_line;

/// A parameter of a message.
///
/// `Display` writes it as messages do, on one line: control characters and invisible ones are escaped.
///
/// ```
/// use connect_runtime::{from_str, Param};
///
/// let report = from_str::<u8>("300").unwrap_err();
/// assert_eq!(report.issues()[0].params().get("max"), Some(&Param::Integer(255)));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Param {
    /// An integer from -2^63 to 2^64 - 1; one beyond that is a `Text` of its digits.
    Integer(i128),
    /// Any other number that is finite.
    Float(f64),
    /// Text, such as a name.
    Text(String),
    /// Several names or values.
    List(Vec<String>),
}

// Numbers that are not finite are texts.
impl Eq for Param {}

impl Param {
    /// The number that is shown as `text`.
    pub(crate) fn number(text: &str) -> Self {
        let fits = |number: &i128| (i64::MIN.into()..=u64::MAX.into()).contains(number);
        let integer = text.parse().ok().filter(fits).map(Self::Integer);
        let float = || Some(Self::Float(text.parse().ok().filter(|float: &f64| float.is_finite())?));
        let spelled = |param: &Self| param.to_string() == text;
        let number = integer.filter(spelled).or_else(|| float().filter(spelled));
        number.unwrap_or_else(|| Self::Text(text.to_owned()))
    }
}

impl From<usize> for Param {
    fn from(number: usize) -> Self {
        Self::Integer(i128::try_from(number).unwrap_or(i128::MAX))
    }
}

impl From<&str> for Param {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Param {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&[&str]> for Param {
    fn from(names: &[&str]) -> Self {
        Self::List(names.iter().copied().map(str::to_owned).collect())
    }
}

impl Display for Param {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(number) => write!(f, "{number}"),
            Self::Float(number) => f.write_str(&show(number)),
            Self::Text(text) => f.write_str(&one_line(text)),
            Self::List(names) => f.write_str(&one_line(names.join(", "))),
        }
    }
}

/// A number for a message: the shorter of the plain and the scientific spelling, which exact powers of ten beyond 2^53
/// need.
pub(crate) fn show<N: Display + LowerExp>(number: &N) -> String {
    let plain = number.to_string();
    if plain.len() <= 20 { plain } else { format!("{number:e}") }
}

/// The parameters of a message, by name: what a translation of it needs.
///
/// `Display` writes `name: value` pairs, `Serialize` an object. [`Issue::params`](crate::Issue::params) lists the names.
///
/// ```
/// use connect_runtime::{ConnectModel, Param, from_str};
///
/// #[derive(Debug, ConnectModel)]
/// struct Seat { #[connect(range(min = 1, max = 40))] row: u8 }
///
/// let report = from_str::<Seat>(r#"{"row": 41}"#).unwrap_err();
/// let params = report.issues()[0].params();
/// assert_eq!(params.get("max"), Some(&Param::Integer(40)));
/// assert_eq!(params.to_string(), "max: 40, actual: 41");
/// assert_eq!(params.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["max", "actual"]);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Params(Vec<(Cow<'static, str>, Param)>);

impl Params {
    /// The parameter with this name.
    ///
    /// ```
    /// let report = connect_runtime::from_str::<[u8; 2]>("[1]").unwrap_err();
    /// assert_eq!(report.issues()[0].params().get("actual"), Some(&connect_runtime::Param::Integer(1)));
    /// ```
    pub fn get(&self, name: &str) -> Option<&Param> {
        self.iter().find(|(other, _)| *other == name).map(|(_, param)| param)
    }

    /// All of them, in the order of the message.
    ///
    /// ```
    /// let report = connect_runtime::from_str::<[u8; 2]>("[1]").unwrap_err();
    /// assert!(report.issues()[0].params().iter().any(|(name, _)| name == "actual"));
    /// ```
    pub fn iter(&self) -> ParamsIter<'_> {
        ParamsIter(self.0.iter())
    }

    /// Whether the message has none.
    ///
    /// ```
    /// assert!(connect_runtime::Params::default().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn push(&mut self, name: impl Into<Cow<'static, str>>, param: Param) {
        self.0.push((name.into(), param));
    }
}

/// The iterator of [`Params::iter`].
///
/// ```
/// assert!(connect_runtime::Params::default().iter().next().is_none());
/// ```
#[derive(Debug, Clone)]
pub struct ParamsIter<'p>(slice::Iter<'p, (Cow<'static, str>, Param)>);

impl<'p> Iterator for ParamsIter<'p> {
    type Item = (&'p str, &'p Param);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, param)| (&**name, param))
    }
}

impl<'p> IntoIterator for &'p Params {
    type Item = (&'p str, &'p Param);
    type IntoIter = ParamsIter<'p>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The same parameters in any order.
impl PartialEq for Params {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.iter().all(|(name, param)| other.get(name) == Some(param))
    }
}

impl Eq for Params {}

impl<const N: usize> From<[(&'static str, Param); N]> for Params {
    fn from(params: [(&'static str, Param); N]) -> Self {
        Self(params.into_iter().map(|(name, param)| (Cow::Borrowed(name), param)).collect())
    }
}

impl Display for Params {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, (name, param)) in self.iter().enumerate() {
            let separator = if number == 0 { "" } else { ", " };
            write!(f, "{separator}{}: {param}", one_line(name))?;
        }
        Ok(())
    }
}
