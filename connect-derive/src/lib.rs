//! The derive macro `connect_runtime::ConnectModel`.

#![forbid(unsafe_code)]

mod attributes;
mod case;
mod check;
mod defaults;
mod emit;
mod errors;
mod expand;
mod formats;
mod model;
mod nearest;
mod reading;
mod rules;
mod spans;
mod table;
mod tokens;
mod types;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Derives `ConnectModel`, which reads a struct or an enum from JSON.
///
/// ```text
/// #[derive(ConnectModel)]
/// #[connect(rename_all = "camelCase", alias_all = "snake_case")]
/// struct Account {
///     account_id: String,                    // "accountId" or "account_id"; a number is kept exactly as written
///     label: Option<String>,                 // may be absent or null
///     #[connect(default = 25)]
///     page_size: u32,
///     #[connect(rename = "state")]
///     status: Status,
/// }
///
/// #[derive(ConnectModel)]
/// #[connect(rename_all = "lowercase")]
/// enum Status {
///     Active,
///     #[connect(alias = "error")]
///     Broken,
///     #[connect(other)]
///     Other(String),                         // keeps a name that no other variant has
/// }
/// ```
///
/// It implements `ConnectModel`, `Decode` and, for a type without lifetime parameters, serde's `Deserialize`. All
/// mistakes in the attributes of an item are reported at once.
///
/// # On the container
///
/// | attribute | meaning |
/// |---|---|
/// | `rename_all = "camelCase"` | The casing of all names without a `rename`, as they are read; for `Serialize` as well write it in [`#[serde(..)]`](#attributes-of-serde): `lowercase`, `UPPERCASE`, `PascalCase`, `camelCase`, `snake_case`, `SCREAMING_SNAKE_CASE`, `kebab-case` or `SCREAMING-KEBAB-CASE`. |
/// | `rename_all_fields = "camelCase"` | On an enum: the casing of the field names in its variants. |
/// | `alias_all = "snake_case"` | A second casing that is accepted for all names without a `rename`. |
/// | `ignore_case` | Keys, names of variants and tags are accepted whatever their ASCII case, as drift; the exact spelling wins. It is about the container's own names, not about those of models inside. |
/// | `tag = "type"` | On an enum: the key that holds the name of the variant, in the same object as the variant's fields. |
/// | `content = "data"` | With `tag`: the key that holds the content of the variant. |
/// | `keep_tag` | With `tag`: what the variant holds sees the tag, too, as a field, in a map or as the tag of another enum. See [shapes](#shapes). |
/// | `untagged` | On an enum: the first variant that accepts the value without drift is used, else the first that accepts it. |
/// | `transparent` | On a struct: it is read as its only field. A struct with a single unnamed field always is. |
/// | `deny_unknown_fields` | An unknown key is a problem, and so is an item after the last position of a tuple struct; otherwise they are drift. |
/// | `default` | An absent field takes its value from the struct's own `Default`, unless the field has its own `default`. A tuple struct may then be an array that ends early. |
/// | `strict` | Applies `strict` to all fields. |
/// | `default_if(null)` | Applies `default_if` to all fields that have a `default`, their own or the struct's. |
/// | `none_if("", "N/A")` | Applies `none_if` to all fields that are an `Option`. |
/// | `try_from = "Raw"` | The JSON is read as a `Raw`, which any type that can be read may be, and converted with `TryFrom`. Its error is a problem at the value: a `Rejection`, what can be made into one, or anything with `Display`. Attributes about what is read belong on `Raw`; `strict` and `check` also have an effect here. |
/// | `from = "Raw"` | As `try_from`, with a conversion that can't fail. |
/// | `check = path` | Calls `path(&model)` if the model has no other problem: see [rules](#rules). May be repeated. |
/// | `crate = "path::to::connect_runtime"` | The path of the runtime, if it is not `::connect_runtime`. |
/// | `no_deserialize` | Does not implement serde's `Deserialize`, for a type that already has an implementation. |
/// | `partial` | Implements `PartialModel`, for text that is cut off: see [partial text](#partial-text). |
///
/// # On a field
///
/// | attribute | meaning |
/// |---|---|
/// | `rename = "name"` | The name in JSON. |
/// | `alias = "name"` | Another name that is accepted; may be repeated. |
/// | `path = "data.id"` | Reads a member of an object inside, such as `{"data": {"id": 1}}`: see [paths](#paths). |
/// | `default` | An absent field becomes the `Default` of its type. In a tuple struct the fields after it need one too; an array may then end early. |
/// | `default = 3` | An absent field becomes the value of this expression, such as `default = Vec::new()`, which is evaluated only when it is needed. |
/// | `required` | The key of this `Option` must be present; its value may be null. |
/// | `skip` | The field is not read; it takes its default value. |
/// | `strict` | The value is not coerced: a string instead of a number is a problem, and so on. |
/// | `flatten` | The keys of this struct, enum or map are part of the surrounding object: see [shapes](#shapes). |
/// | `null_as_default` | The short form of `default_if(null)`. |
/// | `default_if("N/A", [])` | These values become the field's `default`, that of the struct, or the `Default` of its type, and are drift: see [sentinels](#sentinels). |
/// | `empty_as_none` | The short form of `none_if("")`. |
/// | `none_if("N/A", 0)` | On an `Option`: these values become `None`: see [sentinels](#sentinels). |
/// | `json_string` | The value is a string that holds JSON text of the field's type: see [JSON in a string](#json-in-a-string). |
/// | `trim` | White space at the start and end of the text is removed before the rules are checked: see [text](#text). |
/// | `lowercase` | The text is in lower case when the rules are checked. |
/// | `uppercase` | The text is in upper case when the rules are checked. |
/// | `one_or_many` | A single item is accepted in place of an array, as an array of one. |
/// | `skip_invalid` | Items, or values of a map, that are invalid or violate the rules of `each` are left out, and are drift. |
/// | `fallback` | A value that is invalid or violates the field's rules becomes the field's `default`, or the `Default` of its type, and is drift. |
/// | `with = module` | `module::decode(json: &str)` reads the value from its JSON text. It returns a `Result<T, E>` where `E` is a `&'static str`, a `String` or a `Rejection`. On an `Option<T>` it may give the `T`; null is then `None`. For items write `each(with = module)`. |
/// | `format = "%d.%m.%Y"` | A date or time of jiff or chrono is read in this format, and not in that of RFC 3339; see [formats](#formats). May be repeated: a format after the first that fits is drift. |
/// | `zone = "UTC"` | With `format`: the zone of an instant whose format has no offset, or a fixed offset such as `"+01:00"`. |
/// | `keys(with = module)` | `module::decode` reads the keys of a map, as JSON strings. |
/// | `serde` | The type's `serde::Deserialize` reads the value. |
/// | `from_str` | The type's `FromStr` reads the value, which must be a string. |
/// | `sensitive` | The value never appears in messages, reports or drift. |
/// | `whole` | In a model that is `partial`: there is nothing of the value until it is complete. |
///
/// ## Rules
///
/// Rules are checked when a value is read: a violation is a problem with the line and column of the value. `validate()`
/// checks them on a model built by hand. Rules see through `Option`, references, `Box`, `Rc`, `Arc` and `Cow`, and an
/// absent value violates none. Nested models are always checked too. A default must also satisfy the rules.
///
/// | rule | meaning |
/// |---|---|
/// | `length(min = 1, max = 50)` | The number of Unicode scalar values in a string, items in a collection or entries in a map; `equal = 5` for an exact number. |
/// | `range(min = 0, max = 9)` | A number within limits; `exclusive_min` and `exclusive_max` exclude the limit itself. Of a date or time, text in the format of RFC 3339: `range(min = "2024-11-23")`. |
/// | `multiple_of = 5` | A number that is a multiple of this one, computed in decimal: `0.3` is a multiple of `0.1`. |
/// | `pattern = "^[a-z]+$"` | A regular expression that matches anywhere in the string, not necessarily all of it. Feature `pattern`, on by default. |
/// | `email` | An email address: a mailbox of RFC 5321, with the international characters of RFC 6531. Feature `email`. |
/// | `url` | An absolute URI (RFC 3986) or IRI (RFC 3987). Feature `url`. |
/// | `uuid` | A UUID with hyphens (RFC 9562). Feature `uuid`. |
/// | `ip` | An IP address; `ip(v4)` or `ip(v6)` for one version. |
/// | `one_of("a", "b")` | One of these strings or integers. |
/// | `unique` | No two items of the array are equal. |
/// | `each(length(min = 1))` | Rules for every item of a collection, or every value of a map; also `trim`, `lowercase` and `uppercase`. `each(with = module)` says what reads it; both may be nested, as in `each(each(with = module))`. |
/// | `custom = path` | Calls `path(&value)`, which returns a `Result<(), E>` where `E` is a `&'static str`, a `String` or a `Rejection`. May be repeated. |
///
/// Limits, factors and choices are expressions, such as `range(max = Self::LIMIT)`. Every rule except `each` takes a
/// custom message: `range(min = 0, message = "..")`, `email(message = "..")`, `multiple_of(5, message = "..")`,
/// `pattern("..", message = "..")`, `custom(path, message = "..")`.
///
/// The function of `check` is called as `path(&model)` and returns the same as one of `custom`. `Rejection::field` says
/// at which field the problem is reported.
///
/// ## Sentinels
///
/// Some APIs send a value that stands for none: `"N/A"`, `"-"`, `0`, `false`, or PHP's `[]` for an empty object. `none_if`
/// and `default_if` list such values as JSON literals: strings, numbers, `true`, `false`, `null`, `[]` and `{}`. Any other
/// value is read as usual, and is a problem if it is not valid.
///
/// ```text
/// #[derive(ConnectModel)]
/// #[connect(none_if("", "N/A"))]                  // for every Option
/// struct Account {
///     plan: Option<String>,
///     #[connect(none_if("0000-00-00"))]           // replaces the container's
///     closed: Option<Date>,
///     #[connect(default_if([]))]
///     limits: BTreeMap<String, u32>,
/// }
/// ```
///
/// A literal is compared with the value in the JSON text before anything else reads it. So it wins over a value that the
/// type accepts, too: with `none_if(0)` on an `Option<u32>`, 0 is `None`. Strings are compared unescaped, and numbers by
/// their exact value: `0` matches `0.0` but not `"0"`. A `default_if` on the field or the struct comes before a `none_if`.
///
/// `none_if` is no drift. What `default_if` replaces is drift of the kind `null_defaulted` for null and `defaulted` for
/// other values, which `Decoder::strict` refuses.
///
/// ## JSON in a string
///
/// With `json_string`, the value is read from the contents of a string, such as `"{\"seats\": 3}"`. Problems and drift in
/// it have the path, line and column of their place in the input. The value may also be there as it is, without quotes
/// around it, which is drift of the kind `coerced`; on an `Option`, so is null, without drift. The type must not borrow
/// from the input, as the contents are not kept. A string that holds no JSON text is a problem of the code
/// `invalid_value`, after which reading goes on.
///
/// ## Text
///
/// `trim`, `lowercase` and `uppercase` change text before the rules are checked: a `String`, `Cow<str>`, `Box<str>`, `Rc<str>`
/// or `Arc<str>`, or one in an `Option` or pointer; `trim` also a `&str`. White space is that of Unicode, as for
/// [`str::trim`]. In `each(..)` they change the items of a list or set, or the values of a map: `each(trim, length(min = 1))`.
/// If the text changes, this is drift of the kind `normalized`, with the text as it was sent. `validate()` checks a
/// model as it is, and changes nothing.
///
/// ## Shapes
///
/// The attributes that wrap the decoding of a field's type can be combined. From the outside to the inside they are:
/// `sensitive`, `strict`, `fallback`, `default_if`, `none_if`, and then `json_string`; `trim` with
/// `lowercase` or `uppercase`; and one of: `one_or_many`, `skip_invalid` or both; `with`; `serde`; `from_str`; `format`.
///
/// A key of the object goes to the struct's own field of that name, else to the first flattened struct or enum that has
/// a place for it, else to the flattened map; any other key is unknown. A flattened `Option` is `None` only if none of
/// its keys is present. A unit-only enum is a key that names the variant, with null. A newtype, `Box`, `Rc`, `Arc` or `Cow` has the keys of what is inside; a unit struct, `()`,
/// `PhantomData` and serde's `IgnoredAny` have none. A newtype of a map, or a parameter that stands for one, takes every
/// key that is left when its turn comes, so it is declared last.
///
/// What a variant next to a `tag` holds does not see the tag, as with serde; `keep_tag` shows it to whatever has a place
/// for the key. Nothing has to have one: the tag is never an unknown field.
///
/// A value that no variant of an untagged enum accepts is a `no_variant` problem. If one variant clearly fits best, all its
/// problems follow at their places: the only one that takes this kind of value, or for an object the one of which most
/// required keys are there. Otherwise the message gives the first problem of each variant.
///
/// An untagged enum reads its value again for each variant that does not match, and untagged enums inside multiply this.
/// If what is read again adds up to more than 1 MiB and 64 times the size of the input, decoding ends with `work_limit`.
///
/// ## Paths
///
/// `path = "data.attributes.id"` reads the member `id` of the object `attributes` of the object `data`. A dot that is part
/// of a key is written `\\.` in the attribute's string. Paths may begin with the same keys. If an object on the way is
/// absent or null, so is the field: an `Option` is `None`, a `default` applies, and any other field is a problem. Other
/// keys of these objects are unknown fields.
///
/// ## Partial text
///
/// `partial` on a struct `Answer` with named fields makes a struct `AnswerPartial` of the same visibility, for what there is
/// of an `Answer` in a text that may be cut off: its fields are `Option`s of the partial forms of the fields. It implements
/// `Default` and `Debug`; `partial(derive(Debug, Clone))` derives these traits instead of `Debug`, and
/// `partial(name = "Draft")` names it. A struct with a single value has the partial form of the value; of any other struct,
/// and of an enum, there is nothing until it is complete.
///
/// The fields' types must have a partial form too: models need `partial`, and a field of any other type `whole`. A field
/// with `with`, `serde`, `from_str`, `fallback` or `skip_invalid` is whole anyway, and so is text with another attribute
/// that changes how it is decoded. A model that is `partial` has no lifetimes and no type parameters.
///
#[doc = include_str!("formats.md")]
///
/// # Type parameters
///
/// As with serde, a type parameter that is read gets the bound `Decode`, or serde's `Deserialize` in a field with `serde`,
/// and one whose value may be its `Default`, because of `default`, `skip`, `null_as_default` or `fallback`, the bound
/// `Default`. The hasher of a map or set gets `BuildHasher` and `Default`. serde's `bound` replaces all of these, and its
/// lifetime `'de` is that of the input.
///
/// # On a variant
///
/// | attribute | meaning |
/// |---|---|
/// | `rename = "name"` | The name in JSON. It may be an integer or a bool, as in `rename = 3`: see [names that are no strings](#names-that-are-no-strings). |
/// | `alias = "name"` | Another name that is accepted, which may be an integer or a bool, too; may be repeated. |
/// | `rename_all = "camelCase"` | The casing of the names of its fields. |
/// | `alias_all = "snake_case"` | A second casing that is accepted for its fields. |
/// | `skip` | The variant is never read. |
/// | `other` | Takes every name that no other variant has. In a unit-only enum, `Other(String)` keeps the name and a unit variant drops it; `Other(i64)`, or another integer type, keeps an integer, and `Other(serde_json::Value)` keeps anything. In other enums the type inside the variant reads the whole value, as in `Other(serde_json::Value)`. |
/// | `default` | On one variant of an enum with a `tag`: it is read where the tag is missing, which is drift. |
///
/// ## Names that are no strings
///
/// `#[connect(rename = 3)]`, `rename = -1` and `rename = true` name a variant by an integer or a bool, in an enum of names
/// and as a tag. The number may be spelled in any way that has this value, such as `3.0`. The same value across the quotes
/// is accepted as drift: `"3"` for `rename = 3`, and the number `404` for `rename = "404"`; `strict` refuses both. A key is
/// always text, so the key of a map or of an externally tagged variant is `"3"` without drift.
///
/// ```text
/// #[derive(ConnectModel)]
/// enum Priority {
///     #[connect(rename = 1)]
///     High,
///     #[connect(rename = 2, alias = "normal")]
///     Normal,
///     #[connect(other)]
///     Other(i64),
/// }
/// ```
///
/// # Attributes of serde
///
/// The same attributes can serve `#[derive(Serialize)]` and this derive, and names that are also written belong in
/// `#[serde(..)]`: serde doesn't know `#[connect(..)]`, so with `#[connect(rename_all = "camelCase")]` a model reads other
/// names than `Serialize` writes. `connect_runtime::assert_round_trips` finds that out in a test. The following are honoured as if they were in
/// `#[connect(..)]`, which takes precedence if both are given: `rename`, `rename_all` (both with a `deserialize` side),
/// `alias`, `default` (with the path of a function in a string: `default = "path"`), `skip`, `skip_deserializing`,
/// `deny_unknown_fields`, `other`, `rename_all_fields`, `tag`, `content`, `untagged`, `transparent`, `flatten`, `with`
/// (its function `deserialize`), `deserialize_with`, `try_from`, `from`, and `bound`, where `Deserialize` means `Decode` for a value that its
/// type reads, and serde's own for one that serde reads. Paths may have arguments and be qualified, so `serde_as` of the
/// crate `serde_with` works with this derive. `untagged` is
/// accepted on a variant that has `#[connect(other)]`; serde then writes the plain name.
///
/// Attributes that only concern serializing, or nothing that this derive does, are accepted without effect:
/// `skip_serializing`, `skip_serializing_if`, `serialize_with`, `into`, `borrow`, `expecting`, `crate`, and `rename`
/// on the container. Any other attribute is an error that says why: `remote`, `getter`,
/// `field_identifier` and `variant_identifier` can't be honoured.
#[proc_macro_derive(ConnectModel, attributes(connect, serde))]
pub fn derive_connect_model(input: TokenStream) -> TokenStream {
    expand::expand(&parse_macro_input!(input as DeriveInput)).into()
}

#[cfg(test)]
mod docs;
