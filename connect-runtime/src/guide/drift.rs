//! Watching an API drift: how an unannounced change becomes a line in a table before it becomes a customer's question.
//!
//! The API in this guide documents [`ConnectSession`](crate::ConnectSession) twice. In the older document, `id` and
//! `organizationId` are strings; in the newer one, they are numbers such as `3119.45`. Neither says when the API
//! switches. A model that accepts only strings breaks on that day; a model that accepts anything never reports the
//! change. This one accepts both, and records which one it found.
//!
//! # Monday: everything matches the model
//!
//! An export has one session per line. [`stream`](crate::stream()) reads it record by record, and a
//! [`Tally`](crate::Tally) counts the results:
//!
//! ```
//! use connect_runtime::{ConnectSession, Tally, stream};
//!
//! let monday = r#"
//! {"id":"3118.20","organizationId":"5542.42","projectId":"p1","createdAt":"2024-11-18T09:00:00Z","originOwnerId":"o1","originOwnerName":"Acme","provider":"bamboohr","categories":["hris"]}
//! {"id":"3118.21","organizationId":"5542.42","projectId":"p1","createdAt":"2024-11-18T09:05:00Z","originOwnerId":"o2","originOwnerName":"Hooli","provider":"workday","categories":["hris","ats"]}
//! "#;
//!
//! let mut tally = Tally::new();
//! for result in stream::<ConnectSession>(monday.as_bytes()) {
//!     tally.add(&result);
//! }
//! assert_eq!(tally.to_string(), "2 records: 2 valid, 0 rejected\n");
//! ```
//!
//! # Tuesday: the ids are numbers
//!
//! The same program, a day later:
//!
//! ```
//! use connect_runtime::{ConnectSession, Tally, stream};
//!
//! let tuesday = r#"
//! {"id":3119.40,"organizationId":5542.42,"projectId":"p1","createdAt":"2024-11-19T09:00:00Z","originOwnerId":"o1","originOwnerName":"Acme","label":"HR","categories":["hris"]}
//! {"id":3119.45,"organizationId":5542.42,"projectId":"p1","createdAt":"2024-11-19T09:05:00Z","originOwnerId":"o2","originOwnerName":"Hooli","region":"eu","categories":["ats","documents"]}
//! {"id":3119.46,"organizationId":5542.42,"createdAt":"19/11/2024","originOwnerId":"o3","originOwnerName":"Initech"}
//! "#;
//!
//! let (mut tally, mut ids) = (Tally::new(), Vec::new());
//! for result in stream::<ConnectSession>(tuesday.as_bytes()) {
//!     tally.add(&result);
//!     ids.extend(result.map(|session| session.value.id));
//! }
//! // The ids are still strings; `3119.40` keeps its zero, since it was never parsed as a number.
//! assert_eq!(ids, ["3119.40", "3119.45"]);
//!
//! // What `println!("{tally}")` prints:
//! assert_eq!(tally.to_string(), r#"3 records: 2 valid, 1 rejected
//!
//! problems
//!   count  code           path       first seen  sample
//!       1  invalid_value  createdAt  line 4      expected an RFC 3339 timestamp such as `2024-11-23T08:30:0..
//!       1  missing_field  projectId  line 4      required field `projectId` is missing
//!
//! drift
//!   count  kind             path            first seen  sample
//!       2  coerced          id              line 2      3119.40
//!       2  coerced          organizationId  line 2      5542.42
//!       1  unknown_field    region          line 3      "eu"
//!       1  unknown_variant  categories[*]   line 3      "documents"
//! "#);
//! ```
//!
//! - `coerced` in every valid record, but in none the day before: the API switched to its newer document.
//! - `unknown_field` and `unknown_variant`: the API added a field and a category that neither document has. The session
//!   with the new category is valid, and holds it as `Categories::Other("documents")`.
//! - The rejected record has *both* of its problems in the table, and does not affect the other two.
//!
//! An API with many keys that the model leaves out fills the table with them;
//! [`Decoder::list_unknown_fields(false)`](crate::Decoder::list_unknown_fields) keeps them out.
//!
//! The memory of a tally is bounded, whatever the data and however many records it counts. A tally can be serialized for
//! a dashboard, and its rows have what an alert needs:
//!
//! ```
//! use connect_runtime::{ConnectSession, Tally, TallyRow, stream};
//! # let text = r#"{"id":3119.45,"organizationId":5542.42,"projectId":"p1","createdAt":"2024-11-19T09:05:00Z","originOwnerId":"o2","originOwnerName":"Hooli"}"#;
//!
//! let mut tally = Tally::new();
//! stream::<ConnectSession>(text.as_bytes()).for_each(|result| tally.add(&result));
//!
//! // A change in more than one record out of ten is not an accident.
//! let frequent = |row: &&TallyRow| row.count() * 10 > tally.records();
//! let rows = tally.drift().into_iter().filter(frequent);
//! let alerts: Vec<String> = rows.map(|row| format!("{} {}", row.path(), row.kind())).collect();
//! assert_eq!(alerts, ["id coerced", "organizationId coerced"]);
//! ```
//!
//! # The kinds
//!
//! | kind | what was accepted |
//! |---|---|
//! | `coerced` | a number for a string, or a string for a number or a bool |
//! | `unknown_field` | a key that the model does not have |
//! | `unknown_variant` | a name that the enum does not have, as its `other` variant |
//! | `null_defaulted` | a null for the default (`null_as_default`) |
//! | `defaulted` | another value that stands for the default (`default_if`), or an object without a tag, read as the default variant (`default` on a variant) |
//! | `normalized` | text with white space around it, or in another case (`trim`, `lowercase`, `uppercase`) |
//! | `replaced` | an invalid value for the default (`fallback`) |
//! | `skipped` | an invalid item, which is left out (`skip_invalid`) |
//! | `repaired` | what is not Unicode in a string ([`Decoder::lossy`](crate::Decoder::lossy)), or a float that JSON does not have ([`Decoder::non_finite`](crate::Decoder::non_finite)) |
//! | `repeated` | a field's key that comes again: with the same value, or with another one if [`Decoder::duplicates`](crate::Decoder::duplicates) says which is taken |
//! | `respelled` | a key, a tag or the name of a variant in another case (`ignore_case`) |
//!
//! [`Decoder::strict`](crate::Decoder::strict) refuses all of them but `unknown_field`.
//!
//! # One response instead of a stream
//!
//! [`Decoder::decode`](crate::Decoder::decode) returns a value with its drift; [`from_str`](crate::from_str()) returns
//! the value alone. Positions are worked out only on demand, so drift can stay on in production:
//!
//! ```
//! use connect_runtime::{ConnectSession, Decoder, Tally};
//! # let body = r#"{"id":3119.45,"organizationId":"5542.42","projectId":"p1","createdAt":"2024-11-19T09:05:00Z","originOwnerId":"o2","originOwnerName":"Hooli"}"#;
//!
//! let session = Decoder::new().decode::<ConnectSession>(body)?;
//! assert_eq!(session.value.id, "3119.45");
//! assert_eq!(session.drift.to_string(), "1:7: id: found `3119.45` [coerced]");
//! # Ok::<(), connect_runtime::Report>(())
//! ```
//!
//! # Lenient in production, strict in tests
//!
//! The model stays the same; the [`Decoder`](crate::Decoder) differs. Run recorded responses of the API through a strict
//! decoder in your tests, and a test fails as soon as a new recording contains a change:
//!
//! ```
//! use connect_runtime::{ConnectSession, Decoder};
//! # let recorded = r#"{"id":3119.45,"organizationId":"5542.42","projectId":"p1","createdAt":"2024-11-19T09:05:00Z","originOwnerId":"o2","originOwnerName":"Hooli","region":"eu"}"#;
//!
//! let strict = Decoder::new().strict(true).deny_unknown_fields(true);
//! let report = strict.from_str::<ConnectSession>(recorded).unwrap_err();
//! let codes: Vec<String> = report.issues().iter().map(|issue| format!("{} at {}", issue.code(), issue.path())).collect();
//! assert_eq!(codes, ["wrong_type at id", "unknown_field at region"]);
//! ```
//!
//! The example program `check_sessions` does all of this for files and pipes: `--drift`, `--strict`, `--rejects FILE`.
