//! Timing: contenders take turns on the whole input, in one process.

use std::time::Instant;

use crate::contenders::Contender;
use crate::input::Input;

/// How many turns each contender takes.
const ROUNDS: usize = 120;

/// Nanoseconds per record of each contender, one sample per round.
pub(crate) fn interleave<const N: usize>(contenders: [Contender; N], input: &Input) -> [Vec<f64>; N] {
    for warm_up in contenders {
        assert_eq!(warm_up(input), input.records.len(), "every record is valid for every contender");
    }
    let mut samples = [const { Vec::new() }; N];
    for round in 0..ROUNDS {
        for turn in 0..N {
            let contender = (round + turn) % N;
            samples[contender].push(time(contenders[contender], input));
        }
    }
    samples
}

#[expect(clippy::cast_precision_loss, reason = "some thousand records and milliseconds are exact in an f64")]
fn time(contender: Contender, input: &Input) -> f64 {
    let start = Instant::now();
    contender(input);
    start.elapsed().as_nanos() as f64 / input.records.len() as f64
}
