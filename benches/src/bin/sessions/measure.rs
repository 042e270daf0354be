//! The stopwatch: contenders take turns on small slices of the records, in one process.

use std::time::Instant;

use crate::cases::Contender;

/// Records a turn: about 50 microseconds, too short to be interrupted often, too long for the clock to matter.
const SLICE: usize = 100;
/// Times the whole corpus is gone through.
const LAPS: usize = 200;

/// Nanoseconds a record of each contender: one sample a round, and in a round all contenders decode the same slice.
pub(crate) fn interleave(contenders: [&Contender; 3], records: &[String]) -> [Vec<f64>; 3] {
    for warm_up in contenders {
        (warm_up.decode)(records);
    }
    let mut samples = [const { Vec::new() }; 3];
    let mut order = [0, 1, 2];
    for slice in (0..LAPS).flat_map(|_| records.chunks(SLICE)) {
        for contender in order {
            samples[contender].push(time(contenders[contender], slice));
        }
        order.rotate_left(1);
    }
    samples
}

#[expect(clippy::cast_precision_loss, reason = "a hundred records and some microseconds are exact in an f64")]
fn time(contender: &Contender, slice: &[String]) -> f64 {
    let start = Instant::now();
    (contender.decode)(slice);
    start.elapsed().as_nanos() as f64 / slice.len() as f64
}
