//! `multiple_of`: divisibility of decimal numbers, exactly as they are written.

use connect_runtime::{ConnectModel, from_str};
use connect_tests::{problems, refuse};
use proptest::prelude::*;

/// Whether a field of the type accepts a number as a multiple, for each of the numbers.
macro_rules! accepted {
    ($type:ty, $factor:expr; $($number:literal)*) => {{
        #[derive(ConnectModel)]
        struct Model {
            #[connect(multiple_of = $factor)]
            value: $type,
        }
        [$(from_str::<Model>(concat!("{\"value\":", $number, "}")).is_ok()),*]
    }};
}

/// Matches `multipleOf` of JSON Schema 2020-12 (validation, section 6.2.1).
#[test]
fn a_multiple_divides_without_a_remainder() {
    assert_eq!(accepted!(i64, 2; "10" "7" "0" "-4" "-3" "1e1"), [true, false, true, true, false, true]);
    assert_eq!(accepted!(f64, 1.5; "0" "4.5" "35" "-3"), [true, true, false, true]);
    assert_eq!(accepted!(f64, 0.0001; "0.0075" "0.00751"), [true, false]);
    assert_eq!(accepted!(f64, 0.5; "1e308" "1e307"), [true, true]);
    assert_eq!(accepted!(f64, 1e-8; "12391239123" "1e-9"), [true, false]);
}

#[test]
fn steps_of_a_tenth_or_a_hundredth_are_exact() {
    assert_eq!(accepted!(f64, 0.1; "0.3" "0.7" "1.1" "4.35" "2.2e0"), [true, true, true, false, true]);
    assert_eq!(accepted!(f64, 0.01; "4.35" "1.13" "19.99" "0.29" "0.295"), [true, true, true, true, false]);
    assert_eq!(accepted!(f32, 0.1; "0.3" "0.7" "16777216" "0.35"), [true, true, true, false]);
    assert_eq!(accepted!(Option<f64>, 0.2; "0.6" "0.5" "null"), [true, false, true]);
}

#[test]
fn integers_of_all_types_are_exact() {
    assert_eq!(accepted!(u64, 3; "18446744073709551615" "18446744073709551614"), [true, false]);
    assert_eq!(accepted!(u8, 300; "0" "255"), [true, false]);
    assert_eq!(accepted!(i128, 1 << 100; "1267650600228229401496703205376" "1"), [true, false]);
    assert_eq!(accepted!(std::num::NonZero<u8>, 5; "5" "6"), [true, false]);
    assert_eq!(accepted!(i8, u8::MAX; "0" "127"), [true, false]);
}

proptest! {
    /// A number is a multiple of 0.15 exactly when its hundredths are a multiple of 15.
    #[test]
    fn a_number_in_hundredths_is_a_multiple_if_its_hundredths_are(hundredths in -1_000_000_i64..1_000_000) {
        #[derive(ConnectModel)]
        struct Price {
            #[connect(multiple_of = 0.15)]
            value: f64,
        }
        let sign = if hundredths < 0 { "-" } else { "" };
        let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
        let text = format!("{{\"value\":{sign}{whole}.{rest:02}}}");
        let read = from_str::<Price>(&text);
        prop_assert_eq!(read.is_ok(), hundredths % 15 == 0, "{}", text);
        prop_assert!(read.map_or(true, |price| price.validate().is_ok()));
    }
}

#[derive(Debug, ConnectModel)]
struct Box6 {
    #[connect(multiple_of(6, message = "comes in boxes of six"))]
    eggs: u32,
    #[connect(multiple_of = STEP)]
    price: Option<f64>,
}

const STEP: f64 = 0.05;

#[test]
fn the_message_names_the_factor_and_the_value() {
    assert_eq!(
        problems(&refuse::<Box6>(r#"{"eggs":7,"price":1.99}"#)),
        [
            "1:9: eggs: comes in boxes of six [multiple_of]",
            "1:19: price: must be a multiple of 0.05, is 1.99 [multiple_of]",
        ]
    );
}
