//! The rows of the tables: what is compared, and the target ratios.

use connect_benches::stats::{median, median_of_ratios};
use connect_benches::table;

use crate::contenders::{self, Contender};
use crate::corpus::Ids;
use crate::input::{Form, Input};
use crate::measure::interleave;
use crate::peers::{number_ids, string_ids};

const KIB: usize = 1024;

/// Compares `Decoder::decode` with `from_str` on the same records.
pub(crate) fn drift(filter: &str) -> String {
    let cases = [("drift on, none found", Ids::Strings, "1.03"), ("drift on, every id coerced", Ids::Numbers, "1.25")];
    let cases = cases.into_iter().filter(|(name, ..)| name.contains(filter));
    let rows: Vec<Vec<String>> = cases
        .map(|(name, ids, most)| {
            let contenders: [Contender; 2] = [contenders::plain, contenders::with_drift];
            let [plain, with_drift] = interleave(contenders, &Input::new(ids, Form::Lines));
            let ratio = median_of_ratios(&with_drift, &plain);
            vec![name.to_owned(), ns(&plain), ns(&with_drift), format!("{ratio:.2}"), most.to_owned()]
        })
        .collect();
    table::render(&["ns per record", "from_str", "decode", "decode / from_str", "at most"], &rows)
}

/// A stream, and what it is compared with.
struct Case {
    name: &'static str,
    ids: Ids,
    form: Form,
    ours: Contender,
    peer: Contender,
}

/// Compares streams with `from_slice` on the same records, and with `serde_json`.
pub(crate) fn streams(filter: &str) -> String {
    let rows: Vec<Vec<String>> =
        all().into_iter().filter(|case| case.name.contains(filter)).map(|case| measure_case(&case)).collect();
    let header = [
        "ns per record",
        "stream",
        "from_slice",
        "serde_json",
        "from_slice / stream",
        "at least",
        "serde_json / stream",
        "at least",
    ];
    table::render(&header, &rows)
}

fn measure_case(case: &Case) -> Vec<String> {
    let contenders = [case.ours, contenders::one_by_one, case.peer];
    let [ours, one_by_one, peer] = interleave(contenders, &Input::new(case.ids, case.form));
    let ratio = |over: &[f64]| format!("{:.2}", median_of_ratios(over, &ours));
    let row = [case.name, &ns(&ours), &ns(&one_by_one), &ns(&peer), &ratio(&one_by_one), "0.90", &ratio(&peer), "1.30"];
    row.map(ToOwned::to_owned).to_vec()
}

fn ns(samples: &[f64]) -> String {
    format!("{:.0}", median(samples))
}

fn all() -> [Case; 10] {
    use contenders::{
        from_buffer, from_bytes, from_memory, peer_array, peer_array_from_buffer, peer_from_buffer, peer_from_memory,
    };
    type Strings = string_ids::ConnectSession;
    type Numbers = number_ids::ConnectSession;
    let case = |name, ids, form, ours, peer| Case { name, ids, form, ours, peer };
    let (strings, numbers) = (Ids::Strings, Ids::Numbers);
    [
        case(
            "NDJSON, BufReader of 8 KiB",
            strings,
            Form::Lines,
            from_buffer::<{ 8 * KIB }>,
            peer_from_buffer::<Strings, { 8 * KIB }>,
        ),
        case(
            "NDJSON, BufReader of 64 KiB",
            strings,
            Form::Lines,
            from_buffer::<{ 64 * KIB }>,
            peer_from_buffer::<Strings, { 64 * KIB }>,
        ),
        case("NDJSON, &[u8] as a reader", strings, Form::Lines, from_bytes, peer_from_memory::<Strings>),
        case("NDJSON, stream_slice", strings, Form::Lines, from_memory, peer_from_memory::<Strings>),
        case(
            "NDJSON with number ids, 8 KiB",
            numbers,
            Form::Lines,
            from_buffer::<{ 8 * KIB }>,
            peer_from_buffer::<Numbers, { 8 * KIB }>,
        ),
        case("NDJSON with number ids, stream_slice", numbers, Form::Lines, from_memory, peer_from_memory::<Numbers>),
        case(
            "array, BufReader of 8 KiB",
            strings,
            Form::Array,
            from_buffer::<{ 8 * KIB }>,
            peer_array_from_buffer::<Strings, { 8 * KIB }>,
        ),
        case("array, stream_slice", strings, Form::Array, from_memory, peer_array::<Strings>),
        case(
            "concatenated, BufReader of 8 KiB",
            strings,
            Form::Values,
            from_buffer::<{ 8 * KIB }>,
            peer_from_buffer::<Strings, { 8 * KIB }>,
        ),
        case("concatenated, stream_slice", strings, Form::Values, from_memory, peer_from_memory::<Strings>),
    ]
}
