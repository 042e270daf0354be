//! When JSON values are equal, as JSON Schema 2020-12 has it (core, section 4.2.2).

use std::hash::Hash;

use serde_json::{Map, Number, Value};

use super::{Digester, Distinct};
use crate::json::Exact;

/// With `preserve_order` its entries have an order, which means nothing.
impl Distinct for Map<String, Value> {
    fn digest(&self, digester: &mut Digester) {
        digester.write_unordered(self.iter());
    }

    fn same(&self, other: &Self) -> bool {
        let has = |(key, value): (&String, &Value)| other.get(key).is_some_and(|other| value.same(other));
        self.len() == other.len() && self.iter().all(has)
    }
}

/// By value, however it is spelled: `1` and `1.00` are the same.
impl Distinct for Number {
    fn digest(&self, digester: &mut Digester) {
        Exact::parse(&self.to_string()).hash(digester);
    }

    fn same(&self, other: &Self) -> bool {
        Exact::parse(&self.to_string()) == Exact::parse(&other.to_string())
    }
}

impl Distinct for Value {
    fn digest(&self, digester: &mut Digester) {
        std::mem::discriminant(self).hash(digester);
        match self {
            Self::Null => {}
            Self::Bool(value) => value.digest(digester),
            Self::Number(number) => number.digest(digester),
            Self::String(text) => text.digest(digester),
            Self::Array(items) => items.digest(digester),
            Self::Object(entries) => entries.digest(digester),
        }
    }

    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Bool(value), Self::Bool(other)) => value == other,
            (Self::Number(number), Self::Number(other)) => number.same(other),
            (Self::String(text), Self::String(other)) => text == other,
            (Self::Array(items), Self::Array(other)) => items.same(other),
            (Self::Object(entries), Self::Object(other)) => entries.same(other),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::rules::Unique;

    #[test]
    fn json_values_are_compared_deeply_and_by_value() {
        let same = [
            (json!(1), json!(1.0)),
            (json!(-0.0), json!(0)),
            (json!(1e20), json!(100_000_000_000_000_000_000.0)),
            (json!({"a": [1, {"b": null}], "c": 2}), json!({"c": 2.0, "a": [1, {"b": null}]})),
        ];
        for (first, second) in same {
            assert_eq!(vec![json!("x"), first, second].repeated(), Some((2, 1)));
        }
        let distinct = [
            (json!(true), json!(1)),
            (json!(0), json!(false)),
            (json!("1"), json!(1)),
            (json!([[1], 2]), json!([1, [2]])),
            (json!({"a": 1, "b": 2}), json!({"a": 2, "b": 1})),
            (json!(9_007_199_254_740_993_u64), json!(9_007_199_254_740_992.0)),
        ];
        for (first, second) in distinct {
            assert_eq!(vec![first, second].repeated(), None);
        }
    }
}
