use connect_runtime::{ConnectModel, from_str};

macro_rules! limited {
    ($name:ident { $field:ident: $type:ty, $min:expr, $max:literal, $pattern:literal, $check:path }) => {
        #[derive(Debug, ConnectModel)]
        struct $name {
            #[connect(range(min = -$min, max = $max), multiple_of = $min, custom = $check)]
            $field: $type,
            #[connect(length(max = $max), pattern = $pattern, one_of("a", $pattern))]
            text: Option<String>,
            #[connect(each(range(min = 0, exclusive_max = $min + 1)))]
            list: Option<Vec<$type>>,
        }
    };
}

fn is_fine(_: &i64) -> Result<(), &'static str> {
    Ok(())
}

limited!(Limited { number: i64, 1 + 1, 9, "b", is_fine });

fn main() {
    let read = |text| from_str::<Limited>(text);
    assert!(read(r#"{"number": -2, "text": "b", "list": [0, 2]}"#).is_ok());
    for text in [r#"{"number": -4}"#, r#"{"number": 1}"#, r#"{"number": 2, "text": "a"}"#, r#"{"number": 2, "list": [3]}"#] {
        assert!(read(text).is_err(), "{text}");
    }
}
