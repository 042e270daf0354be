//! Parses serde's `bound`, and finds out what its `Deserialize` means: `Decode` for values that their type reads, serde's
//! own for those that serde reads.

use syn::{Generics, Token, WherePredicate, punctuated::Punctuated};

use crate::{
    attributes::raw::{Entries, Entry, Field},
    errors::Errors,
    model::Explicit,
    reading,
    table::Key,
    types,
};

/// The predicates of serde's `bound`.
pub(super) fn parse(entries: &Entries, errors: &mut Errors) -> Option<Vec<WherePredicate>> {
    let text = entries.get(Key::Bound).and_then(Entry::text)?;
    let parsed = text.parse_with(Punctuated::<WherePredicate, Token![,]>::parse_terminated).map_err(|_| {
        let message = format!("`bound` takes bounds, such as `\"T: MyTrait\"`, but `{}` is not one", text.value());
        syn::Error::new(text.span(), message)
    });
    Some(errors.keep(parsed)?.into_iter().collect())
}

/// The predicates of a field's `bound` are about that field.
pub(super) fn of_field(predicates: Vec<WherePredicate>, field: &Field<'_>) -> impl Iterator<Item = Explicit> {
    let by_serde = is_read_by_serde(field);
    predicates.into_iter().map(move |predicate| Explicit { predicate, by_decode: !by_serde, by_serde })
}

/// The predicates of the container's `bound` are about the fields whose types name the same parameters.
pub(super) fn of_container(
    predicates: Vec<WherePredicate>,
    fields: &[&Field<'_>],
    generics: &Generics,
) -> impl Iterator<Item = Explicit> {
    predicates.into_iter().map(move |predicate| {
        let is_about = |field: &&Field<'_>| shares_parameter(&predicate, field, generics);
        let (mut by_serde, mut by_decode) = (false, false);
        for field in fields.iter().copied().filter(is_about).filter(|field| !field.entries.has(Key::Skip)) {
            by_serde |= is_read_by_serde(field);
            by_decode |= !is_read_by_serde(field);
        }
        Explicit { predicate, by_decode: by_decode || !by_serde, by_serde }
    })
}

fn is_read_by_serde(field: &Field<'_>) -> bool {
    let keys = [Key::Serde, Key::SerdeWith, Key::DeserializeWith];
    reading::is_foreign(&field.entries) && keys.into_iter().any(|key| field.entries.has(key))
}

fn shares_parameter(predicate: &WherePredicate, field: &Field<'_>, generics: &Generics) -> bool {
    let WherePredicate::Type(predicate) = predicate else { return false };
    let mut params = generics.type_params().map(|param| &param.ident);
    params.any(|param| types::mentions(field.ty, param) && types::mentions(&predicate.bounded_ty, param))
}
