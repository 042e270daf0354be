//! Coming from serde, pydantic or zod: the features you know, and their equivalents here.
//!
//! # serde
//!
//! The derive also reads `#[serde(..)]` attributes, so for most models only the derive changes. If both are given,
//! `#[connect(..)]` wins. Keep `#[derive(Serialize)]`, and drop `#[derive(Deserialize)]`: this derive implements
//! `Deserialize`, too.
//!
//! | serde | here |
//! |---|---|
//! | `rename`, `rename_all`, `rename_all_fields`, `alias` | the same; of `rename(serialize = .., deserialize = ..)`, the latter |
//! | `default`, `default = "path"` | the same; `#[connect(default = expression)]` accepts any expression |
//! | `skip`, `skip_deserializing` | the same |
//! | `flatten` | the same; nothing is buffered, so positions, coercion and duplicates stay exact, and `deny_unknown_fields` works with it |
//! | `tag`, `content`, `untagged` | the same; an internally tagged object is read in place, an untagged value as the first variant that accepts it *without drift* |
//! | `other` | the same; in addition, `Other(String)` keeps the unknown name and, in a tagged enum, `Other(serde_json::Value)` the whole object |
//! | `deny_unknown_fields` | the same; for all models of a call, `Decoder::deny_unknown_fields` |
//! | `transparent`, `borrow`, `bound` | the same; `&str` and `Cow<str>` borrow without an attribute |
//! | `with`, `deserialize_with` | the same signatures, and the same paths, as in `with = "As::<Vec<DisplayFromStr>>"`; `#[serde_as]` of `serde_with` works too; `#[connect(with = module)]` calls a plain `fn decode(json: &str) -> Result<T, E>` |
//! | `expecting` | accepted without effect; messages always say what was expected and found |
//! | `crate` | accepted without effect; for this crate under another name, `#[connect(crate = "path")]` |
//! | `skip_serializing`, `skip_serializing_if`, `serialize_with`, `into` | accepted: they affect only `Serialize` |
//! | `from`, `try_from` | the same; the error of `try_from` may also be a [`Rejection`](crate::Rejection), which can name a field, and an absent key is one for which the other type may be absent |
//! | `remote` | rejected: put `#[connect(serde)]` on a field whose foreign type implements `Deserialize` |
//! | a field of any `Deserialize` type | `#[connect(serde)]`; its error is reported at the field |
//!
//! What differs:
//!
//! - A string is accepted for a number if its whole content is a JSON number; `strict` turns this off.
//! - A number is accepted for a string, as its exact text; `strict` turns this off.
//! - `"true"` and `"false"` are accepted for a bool; `strict` turns this off.
//! - An integer may be spelled as any number of integral value: `5.0`, `5e2`, and as the key of a map `"1.0"` or `"-0"`.
//! - A key that is a number or a bool may have escapes; `serde_json` refuses them.
//! - Integer keys work in maps inside `flatten` and internally tagged enums, where serde has buffered them as strings.
//! - So do integers of 128 bits and `RawValue`, which serde can't take out of its buffer.
//! - A `PhantomData` field needs no key, with or without `default`.
//! - A newtype of an `Option` needs no key, since whether a key may be absent is up to the type.
//! - `Option<Option<T>>` tells null, `Some(None)`, from an absent key, `None`; in serde both are `None`.
//! - `other` on a unit variant drops the content of the unknown variant too, where serde accepts only null.
//! - A tuple or tuple struct skips items after its last position, as unknown fields; `[T; N]` takes exactly `N`.
//! - An untagged enum takes the first variant without drift, so unknown fields send a value on to a later variant that has them.
//!   What no variant accepts reports all problems of the variant that fits best, where serde says that none matched.
//! - A struct is read from an object only; serde takes an array of its fields' values in order, too.
//! - So is a tagged enum; serde takes an array whose first item is the tag.
//! - An enum of names is read from a string, or a number that is spelled as the name; serde takes `{"Free": null}`, too.
//! - Names of variants may be integers or bools, `#[connect(rename = 3)]`, also as tags, which takes `serde_repr` with serde.
//! - `#[connect(ignore_case)]` accepts names in any case, `#[connect(path = "a.b")]` reads a member of an object inside, and
//!   `#[connect(default)]` on a variant is for a missing tag; serde has none of these.
//! - A tag is a name, while serde takes the index of a variant for the tag of a flattened enum.
//! - A duplicate key in a map is a `duplicate_field` problem; serde keeps the last value.
//! - So are the names of two variants of a flattened enum in one object; serde takes the first.
//! - A field's key that comes again with the same value is drift; serde refuses it. Of different values,
//!   [`Decoder::duplicates`](crate::Decoder::duplicates) takes the first or the last if it is told to.
//! - A flattened `Option` is `None` only if none of its keys is there; in serde it is `None` for any problem inside.
//! - What an internally tagged variant holds does not see the tag, as in serde. `Box<RawValue>`, which serde refuses there,
//!   and a module of `#[connect(with = ..)]` get the text of the whole object, tag included. `#[connect(keep_tag)]` on the
//!   enum shows the tag to fields, maps and enums inside:
//!
//!   ```
//!   use connect_runtime::{ConnectModel, from_str};
//!
//!   #[derive(ConnectModel)]
//!   #[connect(tag = "object", rename_all = "snake_case", keep_tag)]
//!   enum Payment {
//!       Charge(Charge),
//!       Refund { object: String },
//!   }
//!
//!   #[derive(ConnectModel)]
//!   struct Charge {
//!       object: String,
//!       amount: u32,
//!   }
//!
//!   let charge = r#"{"object": "charge", "amount": 5}"#;
//!   assert!(matches!(from_str(charge)?, Payment::Charge(charge) if charge.object == "charge" && charge.amount == 5));
//!   assert!(matches!(from_str(r#"{"object": "refund"}"#)?, Payment::Refund { object } if object == "refund"));
//!   # Ok::<(), connect_runtime::Report>(())
//!   ```
//! - A flattened map gets only the keys that no other field takes, wherever it is declared.
//! - `deny_unknown_fields` beside a flattened map denies nothing, since the map takes every key; serde refuses what the map took.
//! - `Saturating<T>` rejects a number that is out of range, where serde saturates it in silence.
//! - Nesting of 128 levels is accepted and 129 are refused; `serde_json` accepts 127.
//! - The limit holds inside unknown fields and `RawValue`, too, where `serde_json` has none.
//! - A byte order mark at the start of an input is passed over, and does not count as a column.
//! - Bytes that are not UTF-8 and halves of surrogate pairs are accepted where they are skipped, also in a `RawValue` with
//!   [`Decoder::lossy`](crate::Decoder::lossy), which replaces them where they are read.
//! - `NaN` and infinities are read into floats with [`Decoder::non_finite`](crate::Decoder::non_finite).
//! - Arrays that follow one another are one stream of their items, where `StreamDeserializer` yields the arrays.
//!
//! Some attributes are refused where serde takes them:
//!
//! - Beside `from` and `try_from`, attributes of `#[connect(..)]` about what is read, which belong on the other type.
//! - A flattened struct that shares a field name with the outer struct is a compile error.
//! - `untagged` on a single variant is allowed only together with `#[connect(other)]`.
//! - In CSV and forms, a number is read only from text that JSON would accept as one: not from `007` or `+1`.
//! - `bincode` and `postcard` are refused, since they don't describe themselves; see [`formats`](super::formats).
//! - `Cow<'static, str>` is always owned, as in serde, where it is the type of a field or in its `Option`; elsewhere, as in
//!   `Vec<Cow<'static, str>>`, it is a compile error.
//! - What is in `#[connect(..)]` is unknown to `Serialize`: names that are both read and written belong in `#[serde(..)]`.
//!   [`assert_round_trips`](crate::assert_round_trips) tests that a value is read back from what is written.
//!
//! # pydantic
//!
//! | pydantic | here |
//! |---|---|
//! | `BaseModel` | `#[derive(ConnectModel)]` |
//! | `model_validate_json`, `model_validate` | [`from_str`](crate::from_str), [`from_value`](crate::from_value) |
//! | `ValidationError.errors()` | [`Report::issues`](crate::Report::issues): code, path and message, plus line and column |
//! | lax and strict mode | lenient unless `#[connect(strict)]` or [`Decoder::strict`](crate::Decoder::strict); coercion only crosses the quotes: `" 5"` for an integer, or `1` and `"yes"` for a bool, are rejected |
//! | `Field(alias=.., validation_alias=AliasChoices(..))` | `rename`, `alias` (repeatable), `alias_all` |
//! | `Field(min_length=, max_length=)` | `length(min = , max = )` |
//! | `Field(gt=, ge=, lt=, le=)` | `range(exclusive_min = , min = , exclusive_max = , max = )`, for dates as text: `range(min = "2024-11-23")` |
//! | `Field(multiple_of=)`, `Field(pattern=)` | `multiple_of = `, `pattern = ".."` (checked at compile time) |
//! | `EmailStr`, `AnyUrl`, `UUID4`, `IPvAnyAddress` | `email`, `url`, `uuid`, `ip`, or types such as `url::Url` and `uuid::Uuid` |
//! | `Literal["a", "b"]` | a unit-only enum, or `one_of("a", "b")` |
//! | `conset`, unique items | a set, or `unique` |
//! | `@field_validator` | `custom = function` |
//! | `@model_validator(mode="after")` | `check = function` on the container, [`Rejection::field`](crate::Rejection::field) for the position |
//! | `@field_validator(mode="before")` | `with = module` |
//! | `Json[T]` | `#[connect(json_string)]` |
//! | `StringConstraints(strip_whitespace=True, to_lower=True)` | `#[connect(trim, lowercase)]` |
//! | `Optional[T] = None`, `Optional[T]` | `Option<T>`, `#[connect(required)] Option<T>` |
//! | distinguishing absent from null (`model_fields_set`) | `Option<Option<T>>` |
//! | `Field(default_factory=..)` | `default = expression` |
//! | `extra="forbid"`, `"ignore"`, `"allow"` | `deny_unknown_fields`, the default, `#[connect(flatten)] rest: HashMap<String, T>` |
//! | `Union`, `Field(discriminator=..)` | an enum with `untagged` or `tag` |
//! | `SecretStr` | `#[connect(sensitive)]`, or `secrecy::SecretString` |
//! | `TypeAdapter(list[T])` | `from_str::<Vec<T>>` |
//!
//! # zod
//!
//! | zod | here |
//! |---|---|
//! | `z.object({..})`, `.strict()`, `.passthrough()`, `.catchall(t)` | a struct, `deny_unknown_fields`, `flatten` into a map |
//! | `z.coerce.number()`, `z.coerce.string()` | the default, but never lossy |
//! | `.optional()`, `.nullable()`, `.nullish()` | `Option<T>` accepts absent and null; with `#[connect(required)]`, only null |
//! | `.default(v)` | `default = v`; also for null with `null_as_default`, and for other values with `default_if` |
//! | `.catch(v)` | `fallback` with `default = v`; recorded as drift |
//! | `.min(n)`, `.max(n)`, `.length(n)`, `.regex(r)`, `.email()`, `.url()`, `.uuid()`, `.ip()` | `length(..)`, `range(..)`, `pattern`, `email`, `url`, `uuid`, `ip` |
//! | `.gt(n)`, `.positive()`, `.multipleOf(n)` | `range(exclusive_min = n)`, `multiple_of = n` |
//! | `.trim()`, `.toLowerCase()`, `.toUpperCase()` | `trim`, `lowercase`, `uppercase` |
//! | `.refine(f, {message, path})`, `.superRefine` | `custom`, `check`, `Rejection::new(message).field(path)` |
//! | `z.discriminatedUnion("type", ..)`, `z.union` | `tag = "type"`, `untagged` |
//! | `z.enum([..])`, `z.record(k, v)`, `z.tuple`, `z.array`, `z.set` | a unit-only enum, `HashMap<K, V>`, a tuple, `Vec<T>`, a set |
//! | `z.lazy` | `Box<T>` |
//! | `.safeParse(x)` | every function here returns a `Result` |
//!
//! # Together
//!
//! ```
//! use connect_runtime::{ConnectModel, from_str};
//!
//! #[derive(ConnectModel)]
//! #[serde(tag = "type", rename_all = "snake_case")]
//! enum Event {
//!     Created { id: String, #[connect(length(max = 3))] tags: Vec<String> },
//!     #[connect(other)]
//!     Newer(serde_json::Value),
//! }
//!
//! let Event::Created { id, tags } = from_str(r#"{"id": 7, "tags": ["a"], "type": "created"}"#)? else { panic!() };
//! assert_eq!((id.as_str(), tags.len()), ("7", 1));
//! assert!(matches!(from_str(r#"{"type": "merged", "into": 8}"#)?, Event::Newer(event) if event["into"] == 8));
//! # Ok::<(), connect_runtime::Report>(())
//! ```
