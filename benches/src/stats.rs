//! Medians, and the ratio of two series measured side by side.

/// The median of `samples`, NaN if there are none.
///
/// ```
/// assert_eq!(connect_benches::stats::median(&[3.0, 1.0, 2.0]), 2.0);
/// assert_eq!(connect_benches::stats::median(&[1.0, 2.0]), 1.5);
/// ```
#[must_use]
pub fn median(samples: &[f64]) -> f64 {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = sorted.len() / 2;
    match (sorted.get(upper.wrapping_sub(1)), sorted.get(upper)) {
        (Some(low), Some(high)) if sorted.len().is_multiple_of(2) => f64::midpoint(*low, *high),
        (_, Some(middle)) => *middle,
        _ => f64::NAN,
    }
}

/// The median of `numerators[i] / denominators[i]`. The samples of a pair were taken right after each other, so
/// anything that slowed down the machine for a while affected both.
///
/// ```
/// assert_eq!(connect_benches::stats::median_of_ratios(&[2.0, 9.0, 4.0], &[1.0, 3.0, 4.0]), 2.0);
/// ```
#[must_use]
pub fn median_of_ratios(numerators: &[f64], denominators: &[f64]) -> f64 {
    let ratios: Vec<f64> = numerators.iter().zip(denominators).map(|(over, under)| over / under).collect();
    median(&ratios)
}
