//! The macro behind `connect_runtime::ConnectModel`.

#![forbid(unsafe_code)]

mod attributes;
mod case;
mod check;
mod defaults;
mod emit;
mod errors;
mod expand;
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

/// Makes a struct or an enum a model that is read from JSON.
///
/// ```text
/// #[derive(ConnectModel)]
/// #[connect(rename_all = "camelCase", alias_all = "snake_case")]
/// struct Account {
///     account_id: String,                    // "accountId" or "account_id"; a number is taken as its exact text
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
/// It implements `ConnectModel`, `Decode` and, for a type without lifetime parameters, serde's `Deserialize`. Everything
/// that is wrong with the attributes of an item is reported in one go.
///
/// # On the container
///
/// | attribute | meaning |
/// |---|---|
/// | `rename_all = "camelCase"` | The casing of all names that have no `rename`: `lowercase`, `UPPERCASE`, `PascalCase`, `camelCase`, `snake_case`, `SCREAMING_SNAKE_CASE`, `kebab-case` or `SCREAMING-KEBAB-CASE`. |
/// | `rename_all_fields = "camelCase"` | On an enum: the casing of the names of the fields in its variants. |
/// | `alias_all = "snake_case"` | A second casing that is accepted for all names that have no `rename`. |
/// | `tag = "type"` | On an enum: the variant's name is the value of this key, in the object that has its fields. |
/// | `content = "data"` | Beside `tag`: what the variant contains is the value of this key. |
/// | `untagged` | On an enum: the first variant that takes the value without drift, else the first that takes it. |
/// | `transparent` | On a struct: it is read like its one field. A struct of one value without a name always is. |
/// | `deny_unknown_fields` | A key that no field has is a problem; without it such keys are drift. |
/// | `default` | An absent field takes its value from the struct's own `Default`, unless it has one of its own. |
/// | `strict` | `strict` on all fields. |
/// | `check = path` | Calls `path(&model)` if nothing else is wrong with it: see [rules](#rules). May be repeated. |
/// | `crate = "path::to::connect_runtime"` | Where the runtime is, if not at `::connect_runtime`. |
/// | `no_deserialize` | No implementation of serde's `Deserialize`, for a type that has another one. |
///
/// # On a field
///
/// | attribute | meaning |
/// |---|---|
/// | `rename = "name"` | The name in JSON. |
/// | `alias = "name"` | Another name that is accepted; may be repeated. |
/// | `default` | An absent field is the type's `Default`. |
/// | `default = 3` | An absent field is this expression, as in `default = Vec::new()`; it is evaluated only then. |
/// | `required` | The key of this `Option` must be there; its value may be null. |
/// | `skip` | The field is not read: it is its `default`. |
/// | `strict` | No coercion in the value: a string for a number is a problem, and so on. |
/// | `flatten` | The keys of this struct, enum or map stand among those of the struct around: see [shapes](#shapes). |
/// | `null_as_default` | null becomes the field's `default`, or the one of its type, and is drift. |
/// | `empty_as_none` | The empty string is `None`. |
/// | `one_or_many` | A single item may stand for an array of one. |
/// | `skip_invalid` | Items, or values of a map, that are invalid or break the rules of `each` are left out, and are drift. |
/// | `fallback` | A value that is invalid or breaks the field's rules becomes its `default`, or the one of its type, and is drift. |
/// | `with = module` | `module::decode(json: &str)` reads the value from its JSON text; it returns a `Result<T, E>` where `E` is a `&'static str`, a `String` or a `Rejection`. |
/// | `serde` | The type's `serde::Deserialize` reads the value. |
/// | `from_str` | The type's `FromStr` reads the value, which must be a string. |
/// | `sensitive` | No text of the value gets into a message, a report or drift. |
///
/// ## Rules
///
/// A value that is read keeps its rules, else it is a problem with the value's line and column; `validate()` runs them on
/// values made by hand. They see through `Option`, references, `Box`, `Rc`, `Arc` and `Cow`; what is absent breaks none. Models
/// inside are always checked too. A default has to keep the rules as well.
///
/// | rule | meaning |
/// |---|---|
/// | `length(min = 1, max = 50)` | So many Unicode scalar values of a string, items of a collection or entries of a map; `equal = 5` for exactly so many. |
/// | `range(min = 0, max = 9)` | A number within limits; `exclusive_min` and `exclusive_max` are not within. |
/// | `multiple_of = 5` | A number that is so many times this one, in decimals: `0.3` is a multiple of `0.1`. |
/// | `pattern = "^[a-z]+$"` | A regular expression that is found in the string, which it need not match as a whole. Feature `pattern`, on by default. |
/// | `email` | An e-mail address: a mailbox of RFC 5321, with the letters of RFC 6531. Feature `email`. |
/// | `url` | An absolute URI (RFC 3986) or IRI (RFC 3987). Feature `url`. |
/// | `uuid` | A UUID with its hyphens (RFC 9562). Feature `uuid`. |
/// | `ip` | An IP address; `ip(v4)` or `ip(v6)` for one version. |
/// | `one_of("a", "b")` | One of these strings or integers. |
/// | `unique` | No item of the array equals another. |
/// | `each(length(min = 1))` | Rules for every item of a collection, or every value of a map. |
/// | `custom = path` | What the function says that is called as `path(&value)`: it returns a `Result<(), E>` where `E` is a `&'static str`, a `String` or a `Rejection`. May be repeated. |
///
/// Limits, factors and choices are expressions, such as `range(max = Self::LIMIT)`. Every rule takes a message of its own:
/// `range(min = 0, message = "..")`, `email(message = "..")`, `multiple_of(5, message = "..")`, `pattern("..", message = "..")`,
/// `custom(path, message = "..")`.
///
/// The function of `check` is called as `path(&model)` and returns what one of `custom` does; `Rejection::field` says which
/// field the problem is at.
///
/// ## Shapes
///
/// The attributes that put something around a type's own reading combine. From the outside to the inside they are:
/// `sensitive`, `strict`, `fallback`, `null_as_default`, `empty_as_none`, and then one of `one_or_many` with or without
/// `skip_invalid`, `with`, `serde`, `from_str`.
///
/// A key of the object goes to the struct's own field of that name, else to the first flattened struct or enum that has
/// a place for it, else to the flattened map; what nobody takes is unknown. A flattened `Option` is `None` only if none of
/// its keys is there.
///
/// An untagged enum reads its value once for each variant that it tries, and enums inside once for each time; decoding
/// ends as `work_limit` where that is more than 64 times the text.
///
/// # On a variant
///
/// | attribute | meaning |
/// |---|---|
/// | `rename = "name"` | The name in JSON. |
/// | `alias = "name"` | Another name that is accepted; may be repeated. |
/// | `rename_all = "camelCase"` | The casing of the names of its fields. |
/// | `alias_all = "snake_case"` | A second casing that is accepted for its fields. |
/// | `skip` | The variant is not read. |
/// | `other` | Takes every name that no other variant has. In an enum of names `Other(String)` keeps it, a unit variant drops it; elsewhere the type in the variant reads the whole value, as in `Other(serde_json::Value)`. |
///
/// # Attributes of serde
///
/// One spelling serves `#[derive(Serialize)]` and this derive. These are honoured, as if they stood in `#[connect(..)]`,
/// which wins where both are given: `rename`, `rename_all` (both with a `deserialize` side), `alias`, `default` (with a
/// function's path in a string: `default = "path"`), `skip`, `skip_deserializing`, `deny_unknown_fields`, `other`,
/// `rename_all_fields`, `tag`, `content`, `untagged`, `transparent`, `flatten`, `with` (its function `deserialize`),
/// `deserialize_with`, and `bound`, where `Deserialize` stands for `Decode`. `untagged` is accepted on a variant that has `#[connect(other)]`;
/// serde then writes the plain name.
///
/// What concerns serializing alone or nothing that is done here is accepted: `skip_serializing`, `skip_serializing_if`,
/// `serialize_with`, `getter`, `into`, `borrow`, `expecting`, `crate`, `rename` on the container. Everything else is an
/// error that says so: `from`, `try_from`, `remote`, `field_identifier` and `variant_identifier` can't be honoured.
#[proc_macro_derive(ConnectModel, attributes(connect, serde))]
pub fn derive_connect_model(input: TokenStream) -> TokenStream {
    expand::expand(&parse_macro_input!(input as DeriveInput)).into()
}

#[cfg(test)]
mod tests {
    use crate::{
        reading::wrappers::WRAPPERS,
        table::{Place, Source},
    };

    /// The docs of the attributes at `place`.
    fn section(place: Place) -> &'static str {
        let heading = match place {
            Place::Container => "# On the container",
            Place::Field => "# On a field",
            Place::Variant => "# On a variant",
        };
        let (_, rest) = include_str!("lib.rs").split_once(&format!("/// {heading}\n")).unwrap();
        rest.split_once("/// # ").unwrap().0
    }

    #[test]
    fn the_docs_list_every_attribute_and_no_other() {
        for place in [Place::Container, Place::Field, Place::Variant] {
            let rows = section(place).lines().filter_map(|line| line.strip_prefix("/// | `"));
            let mut documented: Vec<_> = rows.filter_map(|row| row.split([' ', '`', '(']).next()).collect();
            documented.dedup();
            let known: Vec<_> = Source::Connect.table().filter(|row| row.place == place).map(|row| row.name).collect();
            assert_eq!(documented, known, "{place:?}");
        }
    }

    #[test]
    fn the_docs_list_the_wrappers_from_the_outside_to_the_inside() {
        let names: Vec<_> = WRAPPERS.iter().map(|wrapper| format!("`{}`", wrapper.function)).collect();
        let docs = include_str!("lib.rs").replace("\n///", "");
        assert!(docs.contains(&format!("From the outside to the inside they are: {}, and then", names.join(", "))));
    }

    #[test]
    fn the_docs_name_every_attribute_of_serde() {
        let (_, docs) = include_str!("lib.rs").split_once("/// # Attributes of serde\n").unwrap();
        let (docs, _) = docs.split_once("#[proc_macro_derive").unwrap();
        for row in Source::Serde.table() {
            assert!(docs.contains(&format!("`{}`", row.name)), "{} is not documented", row.name);
        }
    }
}
