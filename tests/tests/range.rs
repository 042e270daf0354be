//! `range`: inclusive and exclusive bounds of integers and floats.

use std::num::NonZero;

use connect_runtime::{ConnectModel, from_str};
use connect_tests::{accept, problems, refuse};
use proptest::prelude::*;

/// Whether a field of the type with the rule accepts a number, for each of the numbers.
macro_rules! accepted {
    ($type:ty, $rule:meta: $($number:literal)*) => {{
        #[derive(ConnectModel)]
        struct Model {
            #[connect($rule)]
            value: $type,
        }
        [$(from_str::<Model>(concat!("{\"value\":", $number, "}")).is_ok()),*]
    }};
}

/// Matches `minimum`, `maximum` and their exclusive forms of JSON Schema 2020-12 (validation, sections 6.2.2 to 6.2.5).
#[test]
fn bounds_are_inclusive_unless_they_are_exclusive_by_name() {
    assert_eq!(accepted!(f64, range(min = 1.1): "2.6" "1.1" "0.6"), [true, true, false]);
    assert_eq!(accepted!(i64, range(min = -2): "-1" "0" "-2" "-2.0" "-3"), [true, true, true, true, false]);
    assert_eq!(accepted!(f64, range(max = 3.0): "2.6" "3.0" "3" "3.5"), [true, true, true, false]);
    assert_eq!(accepted!(f64, range(max = 300): "299.97" "300" "300.00" "300.5"), [true, true, true, false]);
    assert_eq!(accepted!(f64, range(exclusive_min = 1.1): "1.2" "1.1" "0.6"), [true, false, false]);
    assert_eq!(accepted!(f64, range(exclusive_max = 3.0): "2.2" "3.0" "3.5"), [true, false, false]);
    assert_eq!(accepted!(u8, range(exclusive_min = 1, exclusive_max = 3): "1" "2" "3"), [false, true, false]);
}

#[test]
fn every_integer_type_can_be_bounded_up_to_its_own_limits() {
    assert_eq!(accepted!(u8, range(max = 1_000): "255"), [true]);
    assert_eq!(accepted!(u8, range(min = -1): "0"), [true]);
    assert_eq!(accepted!(i8, range(min = -128, max = -127): "-128" "-127" "-126"), [true, true, false]);
    assert_eq!(
        accepted!(u64, range(min = 18446744073709551615): "18446744073709551615" "18446744073709551614"),
        [true, false]
    );
    assert_eq!(
        accepted!(u128, range(exclusive_max = 340282366920938463463374607431768211455):
            "340282366920938463463374607431768211454" "340282366920938463463374607431768211455"),
        [true, false]
    );
    assert_eq!(
        accepted!(i128, range(min = -170141183460469231731687303715884105728): "-170141183460469231731687303715884105728"),
        [true]
    );
    assert_eq!(accepted!(NonZero<u8>, range(max = 2): "1" "2" "3"), [true, true, false]);
    assert_eq!(accepted!(i64, range(max = u8::MAX): "255" "256"), [true, false]);
    assert_eq!(accepted!(i64, range(max = 1 << 10): "1024" "1025"), [true, false]);
    assert_eq!(accepted!(i64, range(min = -(2 + 3) * 2): "-10" "-11"), [true, false]);
    assert_eq!(accepted!(i64, range(max = 5u8): "5" "6"), [true, false]);
}

#[test]
fn floats_are_compared_in_the_fields_own_type() {
    assert_eq!(accepted!(f32, range(max = 0.1): "0.1" "0.100001"), [true, false]);
    assert_eq!(accepted!(f64, range(min = 0): "0" "-0.0" "-1e-300"), [true, true, false]);
    assert_eq!(accepted!(f64, range(max = 0.3): "0.3" "0.30000000000000004"), [true, false]);
}

proptest! {
    #[test]
    fn integers_are_accepted_exactly_when_within_bounds(number in any::<i64>()) {
        #[derive(ConnectModel)]
        struct Model {
            #[connect(range(min = -1_000_000_000_000, exclusive_max = 5_000_000_000))]
            value: i64,
        }
        let read = from_str::<Model>(&format!("{{\"value\":{number}}}"));
        prop_assert_eq!(read.is_ok(), (-1_000_000_000_000..5_000_000_000).contains(&number));
        prop_assert_eq!((Model { value: number }).validate().is_ok(), read.is_ok());
    }

    #[test]
    fn floats_are_accepted_exactly_when_within_bounds(number in any::<f64>()) {
        #[derive(ConnectModel)]
        struct Model {
            #[connect(range(exclusive_min = -1.5, max = 2))]
            value: f64,
        }
        prop_assert_eq!((Model { value: number }).validate().is_ok(), number > -1.5 && number <= 2.0);
    }
}

#[derive(Debug, ConnectModel)]
struct Order {
    #[connect(range(min = 1, max = 100))]
    amount: u8,
    #[connect(range(exclusive_min = 0, message = "costs nothing"))]
    price: Option<f64>,
    #[connect(range(exclusive_max = LIMIT))]
    weight: Option<Box<f32>>,
}

const LIMIT: f32 = 2.5;

#[test]
fn the_message_names_the_bound_and_the_value() {
    accept::<Order>(r#"{"amount":100}"#);
    let text = "{\n  \"amount\": 250,\n  \"price\": 0,\n  \"weight\": 2.5\n}";
    assert_eq!(
        problems(&refuse::<Order>(text)),
        [
            "2:13: amount: must be at most 100, is 250 [range]",
            "3:12: price: costs nothing [range]",
            "4:13: weight: must be less than 2.5, is 2.5 [range]",
        ]
    );
}

#[test]
fn both_bounds_are_checked_and_nan_violates_them() {
    #[derive(Debug, ConnectModel)]
    struct Model {
        #[connect(range(min = 1, max = 2))]
        value: f64,
    }
    let found = (Model { value: f64::NAN }).validate().unwrap_err();
    assert_eq!(
        problems(&found),
        ["value: must be at least 1, is NaN [range]", "value: must be at most 2, is NaN [range]"]
    );
}

#[derive(Debug, ConnectModel)]
struct Limited<T, U> {
    #[connect(range(min = 1, max = 9), multiple_of = 3)]
    value: T,
    #[connect(each(range(max = 0.5)))]
    others: Option<Vec<Option<U>>>,
}

#[test]
fn a_value_of_a_generic_type_can_be_bounded_too() {
    accept::<Limited<u8, f32>>(r#"{"value":9,"others":[0.5,null]}"#);
    assert_eq!(
        problems(&refuse::<Limited<Option<i64>, f64>>(r#"{"value":10,"others":[0.25,0.75]}"#)),
        [
            "1:10: value: must be at most 9, is 10 [range]",
            "1:10: value: must be a multiple of 3, is 10 [multiple_of]",
            "1:28: others[1]: must be at most 0.5, is 0.75 [range]",
        ]
    );
}
