#![no_implicit_prelude]

#[derive(::connect_runtime::ConnectModel)]
enum External<'a> {
    Unit,
    Newtype(&'a str),
    Tuple(u8, #[connect(range(max = 9))] u8),
    Struct {
        #[connect(default)]
        items: ::std::vec::Vec<u8>,
    },
}

#[derive(::connect_runtime::ConnectModel)]
#[connect(tag = "type")]
enum Internal {
    Unit,
    Newtype(Page),
    Struct {
        #[connect(flatten)]
        page: ::std::option::Option<Page>,
    },
    #[connect(other)]
    Other,
}

#[derive(::connect_runtime::ConnectModel)]
#[connect(tag = "type", content = "data")]
enum Adjacent<T> {
    Unit,
    Newtype(T),
}

#[derive(::connect_runtime::ConnectModel)]
#[connect(untagged)]
enum Untagged<T> {
    Number(u8),
    Other(T),
}

#[derive(::connect_runtime::ConnectModel)]
struct Page {
    size: u8,
}

#[derive(::connect_runtime::ConnectModel)]
struct Flattens<T> {
    #[connect(flatten)]
    page: Page,
    #[connect(flatten)]
    inner: T,
    #[connect(flatten)]
    internal: ::std::option::Option<Internal>,
    #[connect(with = ::connect_runtime::with::csv)]
    list: ::std::vec::Vec<u8>,
    #[connect(serde)]
    foreign: ::std::option::Option<u8>,
    #[connect(from_str, empty_as_none)]
    path: ::std::option::Option<u8>,
    #[connect(one_or_many, skip_invalid)]
    items: ::std::vec::Vec<u8>,
    #[connect(null_as_default, fallback)]
    number: u8,
    #[connect(none_if("-", 0, false), json_string, trim, lowercase, sensitive)]
    text: ::std::option::Option<::std::string::String>,
    #[connect(default_if([], -1), json_string, each(uppercase, length(max = 3)), one_or_many, skip_invalid, fallback)]
    texts: ::std::vec::Vec<::std::string::String>,
    #[connect(json_string)]
    opened: T,
}

#[derive(::connect_runtime::ConnectModel)]
struct Label {
    label: ::std::string::String,
}

#[derive(::connect_runtime::ConnectModel)]
struct Newtype(#[connect(length(min = 1))] ::std::string::String);

#[derive(::connect_runtime::ConnectModel)]
struct Tuple(u8, Newtype);

#[derive(::connect_runtime::ConnectModel)]
struct Unit;

fn main() {
    let text = "{\"size\": 1, \"label\": \"a\", \"type\": \"Unit\", \"list\": \"1,2\", \"path\": \"\", \"items\": 3, \"number\": null, \"texts\": \"[]\", \"opened\": \"{\\\"label\\\": \\\"b\\\"}\"}";
    let read: Flattens<Label> = ::std::result::Result::unwrap(::connect_runtime::from_str(text));
    ::std::assert_eq!((read.page.size, read.inner.label.as_str(), read.items.len()), (1, "a", 1));
    ::std::assert!(::std::matches!(read.internal, ::std::option::Option::Some(Internal::Unit)));
    let untagged: Untagged<Adjacent<u8>> =
        ::std::result::Result::unwrap(::connect_runtime::from_str("{\"type\": \"Newtype\", \"data\": 1}"));
    ::std::assert!(::std::matches!(untagged, Untagged::Other(Adjacent::Newtype(1))));
    let tuple: Tuple = ::std::result::Result::unwrap(::connect_runtime::from_str("[1, \"a\"]"));
    ::std::assert_eq!(tuple.1.0, "a");
    ::std::result::Result::unwrap(::connect_runtime::from_str::<Unit>("null"));
    ::std::result::Result::unwrap(::connect_runtime::from_str::<External<'_>>("{\"Struct\": {}}"));
}
