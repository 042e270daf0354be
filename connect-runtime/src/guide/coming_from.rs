//! Coming from serde, pydantic or zod: what you know, and what it is here.
//!
//! # serde
//!
//! The derive reads `#[serde(..)]` as well, so most models need nothing but the other derive. `#[connect(..)]` wins where both
//! are given. Keep `#[derive(Serialize)]`; drop `#[derive(Deserialize)]`, which this derive implements too.
//!
//! | serde | here |
//! |---|---|
//! | `rename`, `rename_all`, `rename_all_fields`, `alias` | the same; of `rename(serialize = .., deserialize = ..)` the second |
//! | `default`, `default = "path"` | the same; `#[connect(default = expression)]` takes any expression |
//! | `skip`, `skip_deserializing` | the same |
//! | `flatten` | the same; nothing is buffered, so positions, coercion and duplicates stay exact, and `deny_unknown_fields` works with it |
//! | `tag`, `content`, `untagged` | the same; an internally tagged object is read in place, an untagged value as the first variant that takes it *without drift* |
//! | `other` | the same, and more: `Other(String)` keeps the unknown name, in a tagged enum `Other(serde_json::Value)` the whole object |
//! | `deny_unknown_fields` | the same, or for all models of one call: `Decoder::deny_unknown_fields` |
//! | `transparent`, `borrow`, `bound` | the same; `&str` and `Cow<str>` borrow without being told |
//! | `with`, `deserialize_with` | the same protocol; `#[connect(with = module)]` takes a plain `fn decode(json: &str) -> Result<T, E>` |
//! | `expecting` | accepted; the messages here name what was found anyway |
//! | `crate` | accepted; for this crate under another name `#[connect(crate = "path")]` |
//! | `skip_serializing`, `skip_serializing_if`, `serialize_with`, `into`, `getter` | accepted: they are `Serialize`'s |
//! | `from`, `try_from` | refused: read the other type and convert, or put `from_str`, `with` or `serde` on the field |
//! | `remote` | refused: put `#[connect(serde)]` on a field of a foreign type that serde reads |
//! | a field of any type that serde reads | `#[connect(serde)]`; its error stands at the field |
//!
//! What differs: a number is taken for a string and a string for a number (`strict` turns it off), a key given twice in a map is
//! `duplicate_field`, and nesting beyond 128 levels is refused as by `serde_json`.
//!
//! And: a flattened map has only the keys that nobody else takes, wherever it is declared; a flattened struct
//! with a field of the same name as the one around is a compile error; `untagged` on a single variant stands beside
//! `#[connect(other)]` only; and `default` in a tuple struct is refused, since a value by position is always there.
//!
//! # pydantic
//!
//! | pydantic | here |
//! |---|---|
//! | `BaseModel` | `#[derive(ConnectModel)]` |
//! | `model_validate_json`, `model_validate` | [`from_str`](crate::from_str), [`from_value`](crate::from_value) |
//! | `ValidationError.errors()` | [`Report::issues`](crate::Report::issues): code, path, message, and line and column as well |
//! | lax and strict mode | lenient unless `#[connect(strict)]` or [`Decoder::strict`](crate::Decoder::strict); only the quotes are crossed: `" 5"`, `"5.0"` for a bool or `1` for `True` are refused |
//! | `Field(alias=.., validation_alias=AliasChoices(..))` | `rename`, `alias` (repeatable), `alias_all` |
//! | `Field(min_length=, max_length=)` | `length(min = , max = )` |
//! | `Field(gt=, ge=, lt=, le=)` | `range(exclusive_min = , min = , exclusive_max = , max = )` |
//! | `Field(multiple_of=)`, `Field(pattern=)` | `multiple_of = `, `pattern = ".."` (checked by the compiler) |
//! | `EmailStr`, `AnyUrl`, `UUID4`, `IPvAnyAddress` | `email`, `url`, `uuid`, `ip`, or the types of the crates themselves |
//! | `Literal["a", "b"]` | an enum of names, or `one_of("a", "b")` |
//! | `conset`, unique items | a set, or `unique` |
//! | `@field_validator` | `custom = function` |
//! | `@model_validator(mode="after")` | `check = function` on the container, [`Rejection::field`](crate::Rejection::field) for the place |
//! | `@field_validator(mode="before")` | `with = module` |
//! | `Optional[T] = None`, `Optional[T]` | `Option<T>`, `#[connect(required)] Option<T>` |
//! | telling absent from null (`model_fields_set`) | `Option<Option<T>>` |
//! | `Field(default_factory=..)` | `default = expression` |
//! | `extra="forbid"`, `"ignore"`, `"allow"` | `deny_unknown_fields`, the default, `#[connect(flatten)] rest: HashMap<String, T>` |
//! | `Union`, `Field(discriminator=..)` | an enum with `untagged`, with `tag` |
//! | `SecretStr` | `#[connect(sensitive)]`, or `secrecy::SecretString` |
//! | `TypeAdapter(list[T])` | `from_str::<Vec<T>>` |
//!
//! # zod
//!
//! | zod | here |
//! |---|---|
//! | `z.object({..})`, `.strict()`, `.passthrough()`, `.catchall(t)` | a struct, `deny_unknown_fields`, `flatten` into a map |
//! | `z.coerce.number()`, `z.coerce.string()` | the default, and never lossy |
//! | `.optional()`, `.nullable()`, `.nullish()` | `Option<T>` takes absent and null; `#[connect(required)]` only null |
//! | `.default(v)` | `default = v`; for null too: `null_as_default` |
//! | `.catch(v)` | `fallback` with `default = v`; recorded as drift |
//! | `.min(n)`, `.max(n)`, `.length(n)`, `.regex(r)`, `.email()`, `.url()`, `.uuid()`, `.ip()` | `length(..)`, `range(..)`, `pattern`, `email`, `url`, `uuid`, `ip` |
//! | `.gt(n)`, `.positive()`, `.multipleOf(n)` | `range(exclusive_min = n)`, `multiple_of = n` |
//! | `.refine(f, {message, path})`, `.superRefine` | `custom`, `check`, `Rejection::new(message).field(path)` |
//! | `z.discriminatedUnion("type", ..)`, `z.union` | `tag = "type"`, `untagged` |
//! | `z.enum([..])`, `z.record(k, v)`, `z.tuple`, `z.array`, `z.set` | an enum of names, `HashMap<K, V>`, a tuple, `Vec<T>`, a set |
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
