//! Snapshots of the code for a model of each kind, which show every change in full.

use super::expand_to_pretty_text;

macro_rules! expansions {
    ($($name:ident: $model:literal;)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(stringify!($name), expand_to_pretty_text($model), $model);
        }
    )*};
}

expansions! {
    plain_struct: "
        #[connect(rename_all = \"camelCase\", alias_all = \"snake_case\")]
        struct Account { account_id: String, label: Option<String>, #[connect(default = 25)] page_size: u32 }
    ";
    generic_struct: "struct Page<T, const N: usize> { items: Vec<T>, ids: [u64; N] }";
    borrowing_struct: "struct Event<'a> { name: &'a str, note: Option<std::borrow::Cow<'a, str>> }";
    struct_with_rules: "
        #[connect(check = ends_after_start)]
        struct Stay {
            #[connect(range(min = 0, max = Self::LAST))] start: u16,
            #[connect(pattern = \"^[a-z]+$\", length(max = 50, message = \"too long\"))] room: String,
        }
    ";
    struct_with_rules_for_items: "
        struct Order { #[connect(unique, each(length(min = 1), custom = is_sku))] lines: Vec<String> }
    ";
    struct_with_flattened_fields: "
        struct Order { id: String, #[connect(flatten)] address: Address, #[serde(flatten)] rest: HashMap<String, Value> }
    ";
    struct_with_adapters: "
        struct Odd {
            #[connect(sensitive, fallback, null_as_default)] seats: u32,
            #[connect(one_or_many, skip_invalid)] tags: Vec<String>,
            #[connect(with = unix_seconds)] at: Timestamp,
            #[connect(empty_as_none)] label: Option<String>,
        }
    ";
    partial_struct: "
        #[connect(partial(derive(Debug, Clone)))]
        pub struct Answer {
            pub title: String,
            note: Option<Vec<Note>>,
            #[connect(one_or_many)] tags: Vec<String>,
            #[connect(fallback)] mood: Mood,
            #[connect(flatten)] origin: Origin,
        }
    ";
    partial_newtype: "#[connect(partial)] struct Title(String);";
    newtype: "struct Id(#[connect(length(min = 1))] String);";
    newtype_of_a_model: "struct Order(Details);";
    unit_struct: "struct Nothing;";
    unit_only_enum: "
        #[connect(rename_all = \"lowercase\")]
        enum Status { Active, #[connect(alias = \"error\")] Broken, #[connect(other)] Other(String) }
    ";
    externally_tagged_enum: "enum Shape { Dot, Circle(f64), Line { from: u8, to: u8 } }";
    internally_tagged_enum: "
        #[connect(tag = \"type\")]
        enum Event { Ping, Renamed { name: String }, #[connect(other)] Other(serde_json::Value) }
    ";
    adjacently_tagged_enum: "
        #[connect(tag = \"type\", content = \"data\")]
        enum Event { Ping, Renamed { name: String } }
    ";
    untagged_enum: "#[connect(untagged)] enum Id { Number(u64), Text(String) }";
}
