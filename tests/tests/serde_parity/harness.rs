//! Runs a case through both derives and compares the outcomes.

use std::{any::type_name, collections::BTreeSet, fmt::Debug};

use connect_runtime::Decode;
use serde::Deserialize;

use crate::differences::{Difference, Effect};

/// Derives both: serde's `Deserialize` and the model, from the same attributes.
macro_rules! both {
    ($($item:item)*) => { $(
        #[derive(Debug, serde::Deserialize, connect_runtime::ConnectModel)]
        #[connect(no_deserialize)]
        $item
    )* };
}
pub(crate) use both;

/// What must come out of a case.
#[derive(Debug)]
enum Verdict {
    /// Both accept it, as the same value.
    Accepted,
    /// Both refuse it.
    Refused,
    /// They differ, on purpose.
    Differs(&'static Difference),
}

/// A row of a table: the JSON and what must come out.
pub(crate) struct Case<'de> {
    json: &'de str,
    verdict: Verdict,
}

/// Both accept it, and the values look the same.
pub(crate) fn ok(json: &str) -> Case<'_> {
    Case { json, verdict: Verdict::Accepted }
}

/// Both refuse it.
pub(crate) fn err(json: &str) -> Case<'_> {
    Case { json, verdict: Verdict::Refused }
}

/// The outcomes differ, and this is the reason.
pub(crate) fn differs<'de>(json: &'de str, difference: &'static Difference) -> Case<'de> {
    Case { json, verdict: Verdict::Differs(difference) }
}

/// What reading one input came to: the value's `Debug`, or the error.
type Outcome = Result<String, String>;

/// How the outcomes differ, if they do.
fn compare(theirs: &Outcome, ours: &Outcome) -> Option<Effect> {
    match (theirs, ours) {
        (Err(_), Ok(_)) => Some(Effect::OnlyHere),
        (Ok(_), Err(_)) => Some(Effect::OnlySerde),
        (Ok(theirs), Ok(ours)) => (theirs != ours).then_some(Effect::OtherValue),
        (Err(_), Err(_)) => None,
    }
}

/// The outcomes of all cases run so far.
#[derive(Default)]
pub(crate) struct Tables {
    pub(crate) cases: usize,
    /// The differences that were seen.
    pub(crate) seen: BTreeSet<(&'static str, Effect)>,
    pub(crate) faults: Vec<String>,
}

impl Tables {
    /// Runs the cases of one type.
    pub(crate) fn of<'de, T: Decode<'de> + Deserialize<'de> + Debug>(&mut self, cases: &[Case<'de>]) {
        for case in cases {
            let debug = |value: T| format!("{value:?}");
            let theirs = serde_json::from_str(case.json).map(debug).map_err(|error| error.to_string());
            let ours = connect_runtime::from_str(case.json).map(debug).map_err(|report| report.to_string());
            self.judge(type_name::<T>(), case, &theirs, &ours);
        }
    }

    fn judge(&mut self, name: &str, case: &Case<'_>, theirs: &Outcome, ours: &Outcome) {
        self.cases += 1;
        let effect = compare(theirs, ours);
        let as_wanted = match case.verdict {
            Verdict::Accepted => effect.is_none() && ours.is_ok(),
            Verdict::Refused => effect.is_none() && ours.is_err(),
            Verdict::Differs(difference) => effect.is_some_and(|effect| {
                self.seen.insert((difference.name, effect));
                difference.effects.contains(&effect)
            }),
        };
        if !as_wanted {
            let (json, wanted) = (case.json, &case.verdict);
            self.faults
                .push(format!("{name}: {json}\n    wanted {wanted:?}\n    serde: {theirs:?}\n    here:  {ours:?}"));
        }
    }
}
