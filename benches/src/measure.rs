//! Timing: contenders take turns on small slices of the records, in one process.

use std::time::Instant;

/// Records per turn: about 50 microseconds, too short to be interrupted often, too long for the clock to matter.
const SLICE: usize = 100;
/// How often the whole corpus is decoded.
const LAPS: usize = 200;

/// Nanoseconds per record of each contender: one sample per round, in which all contenders get the same slice.
///
/// ```
/// let [twice, thrice] = connect_benches::measure::interleave([|_: &[u8]| (), |_: &[u8]| ()], &[7; 200]);
/// assert_eq!((twice.len(), thrice.len()), (400, 400));
/// ```
pub fn interleave<R, const N: usize>(contenders: [fn(&[R]); N], records: &[R]) -> [Vec<f64>; N] {
    for warm_up in contenders {
        warm_up(records);
    }
    let mut samples = [const { Vec::new() }; N];
    let mut order: [usize; N] = std::array::from_fn(|contender| contender);
    for slice in (0..LAPS).flat_map(|_| records.chunks(SLICE)) {
        for contender in order {
            samples[contender].push(time(contenders[contender], slice));
        }
        order.rotate_left(1);
    }
    samples
}

#[expect(clippy::cast_precision_loss, reason = "a hundred records and some microseconds are exact in an f64")]
fn time<R>(contender: fn(&[R]), slice: &[R]) -> f64 {
    let start = Instant::now();
    contender(slice);
    start.elapsed().as_nanos() as f64 / slice.len() as f64
}
