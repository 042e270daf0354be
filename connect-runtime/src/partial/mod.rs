//! Text that is cut off: a language model's structured answer on its way, or a truncated log line.
//!
//! The text is made whole (`cut`) and read as any other. What is found is then told apart by where the text ends: a problem
//! of a value that it ends in is no problem yet, since the value may go on. A second reading gives as much of the value as
//! there is (`parts`), past what is incomplete or wrong. Each step is linear in the text.

mod attempt;
mod containers;
mod cut;
mod leaves;
mod marks;
pub(crate) mod model;
mod outcome;
pub(crate) mod parts;
mod pointer;
mod read;

pub use model::{PartialModel, PartialRecord};
pub use outcome::{PartState, Partial};

use attempt::Tail;

use crate::decoder::Decoder;

/// Reads as much of a value as there is in a JSON text that may be cut off anywhere.
///
/// This is for text that is on its way, such as the structured answer of a language model, and for text that was truncated.
/// `#[connect(partial)]` on a struct makes a second one, here `AnswerPartial`, whose fields are `Option`s. Every attribute
/// means the same as in a whole text. What is wrong is told at once; what is incomplete is no error.
///
/// ```
/// use connect_runtime::{ConnectModel, partial};
///
/// #[derive(Debug, PartialEq, ConnectModel)]
/// #[connect(partial)]
/// struct Answer {
///     summary: String,
///     #[connect(length(max = 3))]
///     steps: Vec<Step>,
///     #[connect(alias = "score", range(max = 1))]
///     confidence: f64,
/// }
///
/// #[derive(Debug, PartialEq, ConnectModel)]
/// #[connect(partial)]
/// struct Step { title: String, minutes: Option<u32> }
///
/// let chunks = [
///     r#"{"summary": "Two st"#,
///     r#"eps.", "steps": [{"title": "Boil wa"#,
///     r#"ter", "minutes": 10"#,
///     r#"}, {"title": "Serve"}], "score": 0."#,
///     "5}\n",
/// ];
/// let (mut text, mut screens) = (String::new(), Vec::new());
/// for chunk in chunks {
///     text.push_str(chunk);
///     let part = partial::<Answer>(&text);
///     if let Some(report) = part.report() {
///         panic!("no need to wait for the rest: {report}");
///     }
///     if let Some(answer) = part.value() {
///         let steps = answer.steps.iter().flatten().map(|step| step.title.clone().unwrap_or_default());
///         screens.push((answer.summary.clone().unwrap_or_default(), steps.collect::<Vec<_>>().join(", ")));
///     }
/// }
/// let screens: Vec<_> = screens.iter().map(|(summary, steps)| format!("{summary} {steps}")).collect();
/// assert_eq!(screens, [
///     "Two st ",
///     "Two steps. Boil wa",
///     "Two steps. Boil water",
///     "Two steps. Boil water, Serve",
///     "Two steps. Boil water, Serve",
/// ]);
/// let answer = partial::<Answer>(&text).into_complete().unwrap().value;
/// assert_eq!((answer.steps[0].minutes, answer.confidence), (Some(10), 0.5));
/// ```
pub fn partial<T: PartialModel>(text: &str) -> Partial<T> {
    Decoder::new().partial(text)
}

/// As [`partial`], of bytes, which may also end inside a character.
///
/// ```
/// let part = connect_runtime::partial_slice::<String>(b"\"caf\xc3");
/// assert_eq!(part.into_value().as_deref(), Some("caf"));
/// ```
pub fn partial_slice<T: PartialModel>(bytes: &[u8]) -> Partial<T> {
    Decoder::new().partial_slice(bytes)
}

impl Decoder {
    /// As [`partial`](partial()), with this policy and these limits.
    ///
    /// ```
    /// use connect_runtime::Decoder;
    ///
    /// let part = Decoder::new().strict(true).partial::<Vec<u8>>(r#"[1, "2", 3"#);
    /// assert_eq!(part.issues()[0].path().to_string(), "[1]");
    /// ```
    pub fn partial<T: PartialModel>(&self, text: &str) -> Partial<T> {
        attempt::read(self, text, None)
    }

    /// As [`partial_slice`], with this policy and these limits.
    ///
    /// ```
    /// let part = connect_runtime::Decoder::new().partial_slice::<Vec<u8>>(b"[1, 2");
    /// assert_eq!(part.into_value(), Some(vec![1]));
    /// ```
    pub fn partial_slice<T: PartialModel>(&self, bytes: &[u8]) -> Partial<T> {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.partial(text),
            Err(error) => {
                let (valid, rest) = bytes.split_at(error.valid_up_to());
                let tail = rest.first().map(|&byte| Tail { byte, broken: error.error_len().is_some() });
                attempt::read(self, std::str::from_utf8(valid).unwrap_or_default(), tail)
            }
        }
    }
}
